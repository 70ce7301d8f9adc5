<?xml version="1.0" encoding="UTF-8"?>
<!-- Facts of all documents to what they were made from, by whom and how, as PROV-JSON. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xmlns:j="http://www.w3.org/2005/xpath-functions"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="modules/labels.xsl"/>
  <xsl:include href="modules/json.xsl"/>
  <xsl:include href="modules/citation.xsl"/>
  <xsl:include href="modules/provenance.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- The file. -->
  <xsl:template match="/edition" as="xs:string">
    <xsl:variable name="made" as="element(j:map)">
      <xsl:apply-templates select="." mode="m:provenance"/>
    </xsl:variable>
    <xsl:sequence select="f:json($made)"/>
  </xsl:template>

</xsl:stylesheet>
