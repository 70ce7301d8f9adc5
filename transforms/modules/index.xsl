<?xml version="1.0" encoding="UTF-8"?>
<!-- Index: who or what the documents of an edition name, with cover names both ways and every document, from fact files. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="bearers.xsl"/>

  <!-- The index of one kind of bearers: their entries, and references from cover names, in one alphabet. -->
  <xsl:template match="edition" mode="m:index" as="element()+">
    <!-- Prefix of the pointers: person, org or place. -->
    <xsl:param name="kind" as="xs:string"/>
    <xsl:variable name="entries" as="map(xs:string, item())*">
      <xsl:for-each-group select="document//(mention | party)[starts-with(@ref, $kind || ':')]" group-by="tokenize(@ref)[1]">
        <xsl:call-template name="mp:entries">
          <xsl:with-param name="pointer" select="current-grouping-key()"/>
          <xsl:with-param name="places" select="current-group()"/>
        </xsl:call-template>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="exists($entries)">
        <xsl:variable name="ordered" as="map(xs:string, item())+" select="sort($entries, 'http://www.w3.org/2013/collation/UCA?lang=' || $lang, function($e) { replace($e?sort, '^[^\p{L}\p{N}]+', '') })"/>
        <xsl:variable name="long" as="xs:boolean" select="count($entries) gt 40"/>
        <xsl:if test="$long">
          <nav class="letters" aria-label="{f:label('letters')}">
            <ul role="list">
              <xsl:for-each select="distinct-values($ordered ! fp:letter(?sort))">
                <li>
                  <a href="#letter-{encode-for-uri(.)}">{.}</a>
                </li>
              </xsl:for-each>
            </ul>
          </nav>
        </xsl:if>
        <xsl:for-each-group select="$ordered" group-by="if ($long) then fp:letter(?sort) else ''">
          <xsl:if test="$long">
            <h2 class="letter" id="letter-{current-grouping-key()}">{current-grouping-key()}</h2>
          </xsl:if>
          <ol class="index" role="list">
            <xsl:sequence select="current-group() ! ?item"/>
          </ol>
        </xsl:for-each-group>
      </xsl:when>
      <xsl:otherwise>
        <p>{f:label('index.none')}</p>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The letter under which a name is filed: Á under A, Łódź under L; a name that begins otherwise under a sign. -->
  <xsl:function name="fp:letter" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="plain" as="xs:string" select="replace(normalize-unicode($name, 'NFKD'), '[^\p{L}\p{N}]', '')"/>
    <xsl:variable name="first" as="xs:string" select="translate(upper-case(substring($plain, 1, 1)), 'ĐØŁÐÞ', 'DOLDT')"/>
    <xsl:sequence select="if (matches($first, '\p{L}')) then $first else '#'"/>
  </xsl:function>

  <!-- The entry of one bearer, and those that lead to it from cover names. -->
  <xsl:template name="mp:entries" as="map(xs:string, item())+">
    <!-- Who or what: person:stalin. -->
    <xsl:param name="pointer" as="xs:string"/>
    <!-- Where it is named. -->
    <xsl:param name="places" as="element()+"/>
    <xsl:variable name="name" as="xs:string" select="string((f:filed-name($pointer), $places/(form, self::party))[1])"/>
    <xsl:variable name="id" as="xs:string" select="substring-after($pointer, ':')"/>
    <xsl:variable name="covers" as="element()*" select="fp:covers($pointer, $places)"/>
    <xsl:variable name="entry" as="element(li)">
      <li id="{$id}">
        <p class="bearer">
          <strong lang="{(f:entry($pointer) ! f:language-of(.), $places[1]/ancestor::document/@lang)[1]}">{$name}</strong>
          <xsl:call-template name="mp:covers">
            <xsl:with-param name="covers" select="$covers"/>
            <xsl:with-param name="name" select="$name"/>
            <xsl:with-param name="id" select="$id"/>
          </xsl:call-template>
          <xsl:apply-templates select="f:entry($pointer)" mode="m:index">
            <xsl:with-param name="pointer" select="$pointer"/>
          </xsl:apply-templates>
        </p>
        <ul class="occurrences" role="list">
          <xsl:for-each-group select="$places" group-by="string(ancestor::document/@id)">
            <xsl:sort select="ancestor::document/@order"/>
            <xsl:sort select="current-grouping-key()"/>
            <xsl:apply-templates select="ancestor::document" mode="m:index">
              <xsl:with-param name="places" select="current-group()"/>
            </xsl:apply-templates>
          </xsl:for-each-group>
        </ul>
      </li>
    </xsl:variable>
    <xsl:sequence select="map { 'sort': $name, 'item': $entry }"/>
    <xsl:for-each select="$covers[not(starts-with($name, normalize-space()))]">
      <xsl:variable name="reference" as="element(li)">
        <li class="see" id="{fp:cover-id($id, .)}">
          <p class="bearer">
            <span lang="{f:language-of(.)}">{normalize-space()}</span>
            <xsl:text>, </xsl:text>
            <span class="key">{f:label('index.see')}</span>
            <xsl:text> </xsl:text>
            <a href="#{$id}" lang="{(f:entry($pointer) ! f:language-of(.), $lang)[1]}">{$name}</a>
          </p>
          <xsl:call-template name="mp:used">
            <xsl:with-param name="documents" select="fp:under(., $places)/ancestor::document"/>
          </xsl:call-template>
        </li>
      </xsl:variable>
      <xsl:sequence select="map { 'sort': normalize-space(), 'item': $reference }"/>
    </xsl:for-each>
  </xsl:template>

  <!-- The cover names of a bearer: each leads to its own place in the alphabet, where its documents stand. -->
  <xsl:template name="mp:covers" as="element(span)?">
    <!-- The cover names. -->
    <xsl:param name="covers" as="element()*"/>
    <!-- The name of the bearer. -->
    <xsl:param name="name" as="xs:string"/>
    <!-- The id of the bearer's entry. -->
    <xsl:param name="id" as="xs:string"/>
    <xsl:if test="exists($covers)">
      <span class="fact covers">
        <span class="key">{f:label('names.pseudo')}</span>
        <xsl:for-each select="$covers">
          <xsl:text>{if (position() gt 1) then ', ' else ' '}</xsl:text>
          <xsl:choose>
            <xsl:when test="starts-with($name, normalize-space())">
              <span lang="{f:language-of(.)}">{normalize-space()}</span>
            </xsl:when>
            <xsl:otherwise>
              <a href="#{fp:cover-id($id, .)}" lang="{f:language-of(.)}">{normalize-space()}</a>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </span>
    </xsl:if>
  </xsl:template>

  <!-- The documents that use a cover name, by their days. -->
  <xsl:template name="mp:used" as="element(p)?">
    <!-- These documents. -->
    <xsl:param name="documents" as="element(document)*"/>
    <xsl:if test="exists($documents)">
      <xsl:call-template name="m:days">
        <xsl:with-param name="documents" select="$documents"/>
        <xsl:with-param name="before" as="element(span)">
          <span class="key">{f:label('index.used')}</span>
        </xsl:with-param>
      </xsl:call-template>
    </xsl:if>
  </xsl:template>

  <!-- What the authorities know beside cover names: other forms, offices held, register numbers, remarks. -->
  <xsl:template match="*:person | *:personGrp | *:place | *:org" mode="m:index" as="element(span)*">
    <!-- What points to it. -->
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:call-template name="m:qualified">
      <xsl:with-param name="shown" select="'xml:id', 'xml:lang'"/>
    </xsl:call-template>
    <xsl:call-template name="m:forms">
      <xsl:with-param name="key" select="'names.variant'"/>
      <xsl:with-param name="forms" select="(*:persName | *:placeName | *:orgName)[@type = 'variant'][not(starts-with(f:filed-name($pointer), normalize-space() || ','))]"/>
    </xsl:call-template>
    <xsl:apply-templates select="f:known(.)" mode="m:card"/>
  </xsl:template>

  <!-- A document in which a bearer is named: date, title, the part played in it, how often and in which forms. -->
  <xsl:template match="document" mode="m:index" as="element(li)">
    <!-- Where in it. -->
    <xsl:param name="places" as="element()+"/>
    <xsl:variable name="document" as="element(document)" select="."/>
    <xsl:variable name="parts" as="element(span)*">
      <xsl:for-each-group select="$places[self::party]" group-by="fp:part(.)">
        <span class="part">
          <xsl:text>{current-grouping-key()}</xsl:text>
          <xsl:if test="@pseudo">
            <xsl:text> {f:label('index.as')} </xsl:text>
            <span lang="{$document/@lang}">{.}</span>
          </xsl:if>
        </span>
      </xsl:for-each-group>
      <xsl:for-each select="$places[self::mention]">
        <span class="named">
          <xsl:variable name="forms" as="xs:string*" select="fp:distinct(form)"/>
          <xsl:variable name="only" as="xs:boolean" select="count($forms) eq 1 and $forms = @name"/>
          <xsl:text>{f:fill(if ($only) then 'index.named-so' else 'index.named', map { 'n': string(@count) })} </xsl:text>
          <xsl:if test="not($only)">
            <span lang="{$document/@lang}">{string-join($forms, ', ')}</span>
          </xsl:if>
        </span>
      </xsl:for-each>
    </xsl:variable>
    <li>
      <span class="when">{date}</span>
      <xsl:text> </xsl:text>
      <div>
        <a href="{@href}.html" lang="{@lang}">{title}</a>
        <p class="parts">
          <xsl:for-each select="$parts">
            <xsl:text>{if (position() gt 1) then ' · ' else ''}</xsl:text>
            <xsl:sequence select="."/>
          </xsl:for-each>
        </p>
      </div>
    </li>
  </xsl:template>

  <!-- What part a party plays: sender, addressee; of a place, what went on there; in an enclosed message, said so. -->
  <xsl:function name="fp:part" as="xs:string">
    <xsl:param name="party" as="element(party)"/>
    <xsl:variable name="part" as="xs:string" select="f:label((if ($party/@kind = 'place') then 'part-place.' else 'part.') || $party/@role)"/>
    <xsl:sequence select="if ($party/parent::enclosed) then f:fill('part.enclosed', map { 'part': $part }) else $part"/>
  </xsl:function>

  <!-- The cover names of a bearer: those of the authorities, then others that the documents use. -->
  <xsl:function name="fp:covers" as="element()*">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="places" as="element()+"/>
    <xsl:variable name="known" as="element()*" select="f:entry($pointer)/*[@type = 'pseudo']"/>
    <xsl:for-each-group select="$known, ($places/form, $places/self::party)[@pseudo]" group-by="lower-case(normalize-space())">
      <xsl:sequence select="(current-group()[normalize-space() ne upper-case(normalize-space())], current-group())[1]"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The places at which a bearer goes by a cover name. -->
  <xsl:function name="fp:under" as="element()*">
    <xsl:param name="cover" as="element()"/>
    <xsl:param name="places" as="element()+"/>
    <xsl:sequence select="$places/(form, self::party)[@pseudo][lower-case(normalize-space()) eq lower-case(normalize-space($cover))]"/>
  </xsl:function>

  <!-- The id of the place that a cover name has in the alphabet. -->
  <xsl:function name="fp:cover-id" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="cover" as="element()"/>
    <xsl:sequence select="$id || '--' || translate(lower-case(normalize-space($cover)), ' ', '-')"/>
  </xsl:function>

  <!-- Forms of a name without their repetitions in capitals: of FILIPPOV and Filippov the second. -->
  <xsl:function name="fp:distinct" as="xs:string*">
    <xsl:param name="forms" as="element(form)*"/>
    <xsl:for-each-group select="$forms ! normalize-space()" group-by="lower-case(.)">
      <xsl:sequence select="(current-group()[. ne upper-case(.)], current-group())[1]"/>
    </xsl:for-each-group>
  </xsl:function>

</xsl:stylesheet>
