<?xml version="1.0" encoding="UTF-8"?>
<!-- Settings of print: what a person can choose, and the head of the code. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Date of the PDF (ISO); where empty, the date the file was last changed, as it says itself. -->
  <xsl:param name="date" as="xs:string" select="''"/>

  <!-- Whether names in scripts other than Latin, Greek and Cyrillic are set too; the edition must then bring a font. -->
  <xsl:param name="every-script" as="xs:boolean" select="false()"/>

  <!-- The template, text of one element; without it the code expects edition.typ beside itself. -->
  <xsl:param name="template" as="document-node()?" select="()"/>

  <!-- What stands before the first call. -->
  <xsl:template name="m:typst-prologue" as="xs:string">
    <xsl:sequence select="if (exists($template)) then string($template) || '&#10;' else '#' || 'im' || 'port &quot;edition.typ&quot;: *&#10;'"/>
  </xsl:template>

  <!-- Arguments that a document and a book share. -->
  <xsl:function name="f:setting" as="xs:string*">
    <xsl:param name="title" as="xs:string"/>
    <xsl:param name="authors" as="xs:string*"/>
    <xsl:param name="day" as="xs:string?"/>
    <xsl:sequence select="
      f:named('title', f:literal($title)), f:named('authors', f:array($authors ! f:literal(.))), f:named('lang', f:literal(tokenize(lower-case($lang), '-')[1])),
      f:named('paper', f:literal($paper)), f:named('date', f:datetime(($date[. ne ''], $day)[1]))"/>
  </xsl:function>

</xsl:stylesheet>
