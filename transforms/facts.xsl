<?xml version="1.0" encoding="UTF-8"?>
<!-- One TEI cable to its facts: a small XML file from which lists, indexes and tables are made without opening the TEI again. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="modules/labels.xsl"/>
  <xsl:include href="modules/authorities.xsl"/>
  <xsl:include href="modules/delimiters.xsl"/>
  <xsl:include href="modules/text.xsl"/>
  <xsl:include href="modules/dates.xsl"/>
  <xsl:include href="modules/correspondence.xsl"/>
  <xsl:include href="modules/header.xsl"/>
  <xsl:include href="modules/facts.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="yes" omit-xml-declaration="no" suppress-indentation="title party summary phrase principle"/>

  <!-- The facts. -->
  <xsl:template match="/" as="element(Q{}document)">
    <xsl:apply-templates select="TEI" mode="m:facts"/>
  </xsl:template>

</xsl:stylesheet>
