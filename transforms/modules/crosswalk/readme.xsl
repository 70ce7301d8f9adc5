<?xml version="1.0" encoding="UTF-8"?>
<!-- README.txt: what a package is, for a stranger who has nothing else. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The page. -->
  <xsl:template match="deposit" mode="m:readme" as="xs:string">
    <xsl:variable name="people" as="xs:string*" select="agent[@role = ('editor', 'translator', 'contributor')] ! (@name || ' (' || (@share, f:label('deposit.role.' || @role))[1] || ')')"/>
    <xsl:variable name="widest" as="xs:integer" select="max((f:contents() ! string-length(@path), 0))"/>
    <xsl:variable name="paragraphs" as="xs:string*">
      <xsl:sequence select="title || '&#10;' || replace(title, '.', '=')"/>
      <xsl:sequence select="description ! string()"/>
      <xsl:sequence select="relation[@type = 'IsPartOf'] ! f:fill('deposit.part', map { 'title': string-join((., @identifier), ', ') })"/>
      <xsl:sequence select="string-join($people, '; ')[. ne '']"/>
      <xsl:sequence select="string-join((publication/@publisher, publication/@date, publication/@version ! f:fill('deposit.version', map { 'n': string() }), identifier[not(@type = 'number')] ! (if (@type = 'DOI') then 'https://doi.org/' || . else .)), ', ')"/>
      <xsl:sequence select="(f:label('deposit.rights'), rights ! ('  ' || f:rights-in-words(.) || (@uri[not(contains(.., .))] ! (' (' || . || ')')))) => string-join('&#10;')"/>
      <xsl:sequence select="f:originals(.)"/>
      <xsl:if test="@restricted[. ne '0']">
        <xsl:sequence select="f:label('deposit.closed')"/>
      </xsl:if>
      <xsl:if test="f:contents()">
        <xsl:sequence select="(f:label('deposit.contents'), f:contents() ! ('  ' || @path || fp:blanks($widest + 2 - string-length(@path)) || f:label('deposit.path.' || @what))) => string-join('&#10;')"/>
      </xsl:if>
      <xsl:sequence select="f:label('deposit.check')"/>
      <xsl:choose>
        <xsl:when test="@scope = 'edition'">
          <xsl:sequence select="f:label('deposit.read')"/>
        </xsl:when>
        <xsl:when test="@text = 'permitted'">
          <xsl:sequence select="f:fill('deposit.read.document', map { 'page': @id || '.html' })"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="f:label('deposit.closed.document')"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:sequence select="f:fill('deposit.made', map { 'version': string(publication/@software) })"/>
    </xsl:variable>
    <xsl:sequence select="string-join($paragraphs, '&#10;&#10;') || '&#10;'"/>
  </xsl:template>

  <!-- So many blanks, one at least. -->
  <xsl:function name="fp:blanks" as="xs:string">
    <xsl:param name="count" as="xs:integer"/>
    <xsl:sequence select="string-join((1 to max(($count, 1))) ! ' ')"/>
  </xsl:function>

</xsl:stylesheet>
