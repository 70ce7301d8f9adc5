<?xml version="1.0" encoding="UTF-8"?>
<!-- The facts of one cable to the reference to it, for programs that keep references. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="modules/labels.xsl"/>
  <xsl:include href="modules/json.xsl"/>
  <xsl:include href="modules/citation.xsl"/>
  <xsl:include href="modules/exchange.xsl"/>

  <!-- Which format: csl, bibtex or ris. -->
  <xsl:param name="format" as="xs:string" select="'csl'"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- The reference. -->
  <xsl:template match="/document" as="xs:string">
    <xsl:choose>
      <xsl:when test="$format eq 'bibtex'">
        <xsl:apply-templates select="." mode="m:bibtex"/>
      </xsl:when>
      <xsl:when test="$format eq 'ris'">
        <xsl:apply-templates select="." mode="m:ris"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="." mode="m:csl"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
