<?xml version="1.0" encoding="UTF-8"?>
<!-- Marks: all that is marked in the text or stated in the header, with what the file says of it, so that nothing an editor
     encodes is lost to a reader. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The marks of the text: a phrase is one by itself; of a block its place says what it is, so only where more is said. -->
  <xsl:template match="text" mode="m:marks" as="element(Q{}section)?">
    <xsl:call-template name="mp:marks">
      <xsl:with-param name="key" select="'marks.text'"/>
      <xsl:with-param name="marks" select="(., .//*)[self::add | self::del | self::unclear | self::gap | self::supplied | self::ex | self::expan
        | self::abbr | self::sic | self::corr | self::orig | self::reg | self::foreign | self::stamp | self::measure | self::num | self::idno
        | self::roleName | self::fw | self::hi | self::note | self::term | self::title | self::persName | self::placeName | self::orgName
        | self::date | self::ref | self::q | self::quote | self::desc or fp:is-qualified(.)]"/>
    </xsl:call-template>
  </xsl:template>

  <!-- The statements of the header and beside the text. -->
  <xsl:template match="teiHeader" mode="m:marks" as="element(Q{}section)?">
    <xsl:call-template name="mp:marks">
      <xsl:with-param name="key" select="'marks.header'"/>
      <xsl:with-param name="marks" select="
        (fileDesc | encodingDesc/(editorialDecl | samplingDecl | projectDesc | appInfo) | profileDesc | revisionDesc | ../standOff)/descendant-or-self::*[fp:is-statement(.)]"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Marks: of which kind, what is said of them, and where they are; those with the same particulars stand together. -->
  <xsl:template name="mp:marks" as="element(Q{}section)?">
    <!-- Key of the heading. -->
    <xsl:param name="key" as="xs:string"/>
    <!-- The elements. -->
    <xsl:param name="marks" as="element()*"/>
    <xsl:if test="exists($marks)">
      <section class="marks" aria-labelledby="{translate($key, '.', '-')}">
        <h2 id="{translate($key, '.', '-')}">{f:label($key)} ({count($marks)})</h2>
        <ul role="list">
          <xsl:for-each-group select="$marks" group-by="string-join((f:worded('element.', local-name()), f:particulars(.)), ' · ')">
            <li>
              <xsl:where-populated>
                <p class="words">
                  <xsl:for-each select="current-group()[normalize-space() or exists(fp:block(.))]">
                    <xsl:text>{if (position() gt 1) then ' · ' else ''}</xsl:text>
                    <xsl:call-template name="mp:words"/>
                  </xsl:for-each>
                </p>
              </xsl:where-populated>
              <xsl:text> </xsl:text>
              <p class="particulars">
                <b>{f:worded('element.', local-name())}</b>
                <xsl:text>{substring-after(current-grouping-key(), f:worded('element.', local-name()))}</xsl:text>
              </p>
            </li>
          </xsl:for-each-group>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The first words of a mark, leading to the block they stand in; where there are none, the block's id. -->
  <xsl:template name="mp:words" as="element()">
    <xsl:variable name="block" as="element()?" select="fp:block(.)"/>
    <xsl:variable name="words" as="xs:string" select="fp:first-words(.)"/>
    <xsl:element name="{if (exists($block)) then 'a' else 'span'}">
      <xsl:if test="exists($block)">
        <xsl:attribute name="href" select="$page-href || '#' || $block/@xml:id"/>
      </xsl:if>
      <xsl:if test="$words ne ''">
        <xsl:attribute name="lang" select="f:language-of(.)"/>
      </xsl:if>
      <xsl:value-of select="($words[. ne ''], string($block/@xml:id))[1]"/>
    </xsl:element>
  </xsl:template>

  <!-- The block of the text that has an address and holds an element. -->
  <xsl:function name="fp:block" as="element()?">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element[ancestor::text]/ancestor-or-self::*[self::p | self::ab | self::item | self::note | self::floatingText][@xml:id][1]"/>
  </xsl:function>

  <!-- Whether the attributes of an element say something of it. -->
  <xsl:function name="fp:is-qualified" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/(@* except (@xml:id, @n, @rendition))) and not($element/self::div[@type = 'cable'][count(@*) eq 1])"/>
  </xsl:function>

  <!-- Whether an element of the header states something by itself: by attributes, or in words that stand in no statement. -->
  <xsl:function name="fp:is-statement" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      exists($element/(@* except (@xml:id, @rendition))) or not($element/(self::p | self::label)) and exists($element/text()[normalize-space()])"/>
  </xsl:function>

  <!-- The first words of an element, some fifty characters. -->
  <xsl:function name="fp:first-words" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <!-- Of a whole text its beginning is enough to see them. -->
    <xsl:variable name="beginning" as="xs:string" select="normalize-space(substring($element, 1, 200))"/>
    <xsl:variable name="all" as="xs:string" select="if (string-length($beginning) gt 56) then $beginning else normalize-space($element)"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize(substring($all, 1, 56), ' ')"/>
    <xsl:sequence select="
      if (string-length($all) le 56) then $all
      else (if (count($words) gt 1) then string-join($words[position() lt last()], ' ') else $words) || ' …'"/>
  </xsl:function>

</xsl:stylesheet>
