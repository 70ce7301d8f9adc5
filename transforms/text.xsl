<?xml version="1.0" encoding="UTF-8"?>
<!-- One TEI cable to a reading text without markup, UTF-8, one paragraph a line. -->
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
  <xsl:include href="modules/plain.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- Heading, parties and times, then the cable. -->
  <xsl:template match="/TEI" as="text()">
    <xsl:variable name="parties" as="element()*">
      <xsl:apply-templates select="teiHeader/profileDesc" mode="m:correspondence"/>
    </xsl:variable>
    <xsl:variable name="words" as="text()*">
      <xsl:apply-templates select="text" mode="m:plain"/>
    </xsl:variable>
    <xsl:variable name="head" as="xs:string" select="string-join(
      (f:title(teiHeader), string-join(f:identification(teiHeader), ' · '), $parties ! (string-join(node()[not(self::Q{}span[@class = 'leg copy'])]), string(Q{}span[@class = 'leg copy'])) ! normalize-space(.))[. ne ''], '&#10;')"/>
    <xsl:value-of select="$head || '&#10;&#10;&#10;' || f:lines(string-join($words))"/>
  </xsl:template>

</xsl:stylesheet>
