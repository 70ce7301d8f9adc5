<?xml version="1.0" encoding="UTF-8"?>
<!-- One TEI cable to its record for the search: what is looked through, and by what it is narrowed and sorted. Never published. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="modules/labels.xsl"/>
  <xsl:include href="modules/authorities.xsl"/>
  <xsl:include href="modules/delimiters.xsl"/>
  <xsl:include href="modules/text.xsl"/>
  <xsl:include href="modules/form.xsl"/>
  <xsl:include href="modules/dates.xsl"/>
  <xsl:include href="modules/correspondence.xsl"/>
  <xsl:include href="modules/header.xsl"/>
  <xsl:include href="modules/facts.xsl"/>
  <xsl:include href="modules/plain.xsl"/>
  <xsl:include href="modules/record.xsl"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no" omit-xml-declaration="yes"/>

  <!-- The record. -->
  <xsl:template match="/" as="element(Q{}html)">
    <xsl:apply-templates select="TEI" mode="m:record"/>
  </xsl:template>

</xsl:stylesheet>
