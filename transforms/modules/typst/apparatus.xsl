<?xml version="1.0" encoding="UTF-8"?>
<!-- Apparatus in print: what the editors of the edition changed stands at the foot of the page. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Where an editor put another reading: that reading, and a foot note with the source's. -->
  <xsl:template match="choice[f:edited-reading(.)]" mode="m:typst" as="xs:string" priority="1">
    <xsl:variable name="reading" as="xs:string">
      <xsl:apply-templates select="f:edited-reading(.)" mode="m:typst"/>
    </xsl:variable>
    <xsl:sequence select="f:body(($reading, fp:foot(., f:literal(f:remark(.)))))"/>
  </xsl:template>

  <!-- An editor's note in running text goes to the foot. -->
  <xsl:template match="note[f:is-added(.)]" mode="m:typst" as="xs:string" priority="2">
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates mode="m:typst"/>
    </xsl:variable>
    <xsl:sequence select="fp:foot(., f:body(($words, f:literal(' ' || f:fill('edited.signature', map { 'name': f:editor-names(.) })))))"/>
  </xsl:template>

  <!-- A foot note of the edition under its letter. -->
  <xsl:function name="fp:foot" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:param name="content" as="xs:string"/>
    <xsl:variable name="letter" as="xs:string" select="f:entry-letter($entry)"/>
    <xsl:sequence select="f:call('called-note', (
      f:literal($entry/ancestor::TEI/@xml:id || '-editor-' || $letter), f:literal($letter), f:in-language($lang, $content)))"/>
  </xsl:function>

</xsl:stylesheet>
