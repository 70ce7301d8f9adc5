<?xml version="1.0" encoding="UTF-8"?>
<!-- Contents: the page that leads to all indexes. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="entries.xsl"/>

  <!-- All indexes of the edition, with what each holds and how much. -->
  <xsl:template match="edition" mode="m:contents" as="element(ul)">
    <xsl:variable name="messages" as="element(message)*">
      <xsl:apply-templates select="." mode="m:messages"/>
    </xsl:variable>
    <xsl:variable name="pages" as="map(xs:string, item())*" select="
      map { 'key': 'persons', 'href': $persons-href, 'n': fp:bearers(., 'person:') },
      map { 'key': 'places', 'href': $places-href, 'n': fp:bearers(., 'place:') },
      map { 'key': 'organisations', 'href': $organisations-href, 'n': fp:bearers(., 'org:') },
      map { 'key': 'network', 'href': $network-href, 'n': count(f:exchanges($messages)) },
      map { 'key': 'archives', 'href': $archives-href, 'n': count(distinct-values(document/repository)) },
      map { 'key': 'markings', 'href': $markings-href, 'n': count(distinct-values(document/(doctype, classification, handling)/@key)) },
      map { 'key': 'phrases', 'href': $phrases-href, 'n': count(distinct-values(document/phrase ! (@lang || lower-case(.)))) }"/>
    <ul class="contents" role="list">
      <xsl:for-each select="$pages[?href ne '']">
        <li>
          <a href="{?href}">{f:label('way.' || ?key)}</a>
          <xsl:text> </xsl:text>
          <span class="fact">{?n}</span>
          <p>{f:label('contents.' || ?key)}</p>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <!-- What else there is to read beside the indexes. -->
  <xsl:template match="edition" mode="m:further" as="element(section)?">
    <xsl:if test="$introduction-href or $methods-href or $versions-href">
      <section class="group">
        <h2>{f:label('edition.imprint')}</h2>
        <ul class="contents" role="list">
          <xsl:for-each select="(map { 'key': 'introduction', 'href': $introduction-href }, map { 'key': 'methods', 'href': $methods-href },
            map { 'key': 'versions', 'href': $versions-href }, map { 'key': 'errata', 'href': $errata-href })[?href ne '']">
            <li>
              <a href="{?href}">{f:label('way.' || ?key)}</a>
              <p>{f:label('contents.' || ?key)}</p>
            </li>
          </xsl:for-each>
        </ul>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- How many bearers of one kind the documents name. -->
  <xsl:function name="fp:bearers" as="xs:integer">
    <xsl:param name="edition" as="element(edition)"/>
    <xsl:param name="prefix" as="xs:string"/>
    <xsl:sequence select="count(distinct-values($edition/document//(mention | party)/tokenize(@ref)[1][starts-with(., $prefix)]))"/>
  </xsl:function>

  <!-- A language by its name; one without a label by its code. -->
  <xsl:function name="f:language" as="xs:string">
    <xsl:param name="code" as="xs:string"/>
    <xsl:sequence select="
      if ($code eq '') then f:label('phrases.language-unknown')
      else if (contains($code, '-Latn') and not(f:has-label('language.' || $code)) and f:has-label('language.' || substring-before($code, '-'))) then f:fill('language.romanised', map { 'language': f:label('language.' || substring-before($code, '-')) })
      else f:worded('language.', $code)"/>
  </xsl:function>

</xsl:stylesheet>
