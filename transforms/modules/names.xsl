<?xml version="1.0" encoding="UTF-8"?>
<!-- Names: persons with their cover names, places, organisations; and the cards that say who they are. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="bearers.xsl"/>

  <!-- A name: linked to the card of its bearer, where the authorities know one. Class pseudo marks a cover name. -->
  <xsl:template match="persName | placeName | orgName | name | rs" mode="m:text" as="element()">
    <xsl:variable name="known" as="xs:string?" select="f:main-name(@ref)"/>
    <xsl:variable name="linked" as="xs:boolean" select="exists($known) and f:is-link(.)"/>
    <xsl:element name="{if ($linked) then 'a' else 'span'}">
      <xsl:call-template name="m:attributes">
        <xsl:with-param name="class" select="'name', 'machine'[current()/@ana]"/>
      </xsl:call-template>
      <xsl:if test="exists($known)">
        <xsl:if test="$linked">
          <xsl:attribute name="href" select="'#' || f:card-id(@ref)"/>
        </xsl:if>
        <xsl:attribute name="title" select="
          if (@type = 'pseudo') then f:fill('pseudonym-of', map { 'name': $known }) else $known"/>
        <xsl:if test="@type = 'pseudo'">
          <!-- What “real names” shows; no text, so that the page has the words of the cable and no others. -->
          <xsl:attribute name="data-bearer" select="$known"/>
        </xsl:if>
      </xsl:if>
      <xsl:call-template name="m:content"/>
    </xsl:element>
  </xsl:template>

  <!-- Whether an element becomes a link: a link never stands inside another, the outermost wins. -->
  <xsl:function name="f:is-link" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="fp:has-target($element) and not(some $outer in $element/ancestor::*[@ref or @target] satisfies fp:has-target($outer))"/>
  </xsl:function>

  <!-- Whether there is something to link an element to. Who is named only in words about the document has neither card
       nor place in an index. -->
  <xsl:function name="fp:has-target" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      exists($element/(self::persName | self::placeName | self::orgName | self::name | self::rs)
        [substring-before(@ref, ':') = ('person', 'place', 'org')][exists(f:main-name(@ref))]
        [not(ancestor::abstract or ancestor::standOff)])
      or exists($element/self::ref/@target)"/>
  </xsl:function>

  <!-- The cards of all bearers named in a file, persons first. -->
  <xsl:template match="TEI" mode="m:cards" as="element(Q{}section)?">
    <xsl:variable name="pointers" as="xs:string*" select="distinct-values(
      (text, teiHeader/profileDesc/correspDesc)/descendant::*[@ref][self::persName or self::placeName or self::orgName or self::name or self::rs] ! tokenize(@ref)[1])[exists(f:main-name(.))]"/>
    <xsl:variable name="file" as="element(TEI)" select="."/>
    <xsl:if test="exists($pointers)">
      <section class="names" aria-labelledby="page-names">
        <h2 id="page-names">{f:label('names')}</h2>
        <span id="page-here"/>
        <xsl:for-each-group select="$pointers" group-by="substring-before(., ':')">
          <xsl:sort select="index-of(('person', 'org', 'place'), current-grouping-key())"/>
          <h3>{f:label('names.' || current-grouping-key())}</h3>
          <ul class="cards">
            <xsl:for-each select="current-group()">
              <xsl:sort select="f:main-name(.)" lang="{$lang}"/>
              <xsl:apply-templates select="f:entry(.)" mode="m:card">
                <xsl:with-param name="pointer" select="."/>
                <xsl:with-param name="file" select="$file"/>
              </xsl:apply-templates>
            </xsl:for-each>
          </ul>
        </xsl:for-each-group>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- What in the text points to somebody or something, by the first pointer. -->
  <xsl:key name="fp:named" match="*[@ref][ancestor::text]" use="tokenize(@ref)[1]"/>

  <!-- One card: main name, the forms used here, cover names, other forms, register numbers. -->
  <xsl:template match="person | personGrp | place | org" mode="m:card" as="element(Q{}li)">
    <!-- The pointer under which the file names the bearer. -->
    <xsl:param name="pointer" as="xs:string"/>
    <!-- The file, for the forms used in it. -->
    <xsl:param name="file" as="element(TEI)"/>
    <xsl:variable name="here" as="xs:string*" select="distinct-values(
      key('fp:named', $pointer, $file)[not(descendant::choice or descendant::ex)] ! normalize-space(.))[. ne f:main-name($pointer)]"/>
    <xsl:variable name="others" as="element()*" select="(persName | placeName | orgName)[not(normalize-space(.) = ($here, f:main-name($pointer)))]"/>
    <li id="{f:card-id($pointer)}">
      <xsl:variable name="address" as="xs:string">
        <xsl:apply-templates select="$pointer" mode="m:address"/>
      </xsl:variable>
      <strong lang="{f:language-of(.)}">
        <xsl:choose>
          <xsl:when test="starts-with($address, '#')">{f:main-name($pointer)}</xsl:when>
          <xsl:otherwise>
            <a href="{$address}">{f:main-name($pointer)}</a>
          </xsl:otherwise>
        </xsl:choose>
      </strong>
      <xsl:call-template name="m:qualified">
        <xsl:with-param name="shown" select="'xml:id', 'xml:lang'"/>
      </xsl:call-template>
      <xsl:if test="exists($here)">
        <span class="fact">
          <span class="key">{f:label('names.here')}</span>
          <xsl:text> </xsl:text>
          <span lang="{f:language-of($file)}">{string-join($here, ', ')}</span>
        </span>
      </xsl:if>
      <xsl:call-template name="m:forms">
        <xsl:with-param name="key" select="'names.pseudo'"/>
        <xsl:with-param name="forms" select="$others[@type = 'pseudo']"/>
      </xsl:call-template>
      <xsl:call-template name="m:forms">
        <xsl:with-param name="key" select="'names.variant'"/>
        <xsl:with-param name="forms" select="$others[not(@type = 'pseudo')]"/>
      </xsl:call-template>
      <xsl:apply-templates select="f:known(.)" mode="m:card"/>
      <!-- A card that is called stands at the foot of the window, and the page stays where it is; so does this way out. -->
      <a class="close" href="#page-here" aria-label="{f:label('names.close')}"/>
    </li>
  </xsl:template>

</xsl:stylesheet>
