<?xml version="1.0" encoding="UTF-8"?>
<!-- One TEI cable to one HTML page. An edition imports this file and overrides templates in mode m:text (README.md). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="modules/labels.xsl"/>
  <xsl:include href="modules/spoken.xsl"/>
  <xsl:include href="modules/authorities.xsl"/>
  <xsl:include href="modules/delimiters.xsl"/>
  <xsl:include href="modules/text.xsl"/>
  <xsl:include href="modules/structure.xsl"/>
  <xsl:include href="modules/facing.xsl"/>
  <xsl:include href="modules/form.xsl"/>
  <xsl:include href="modules/lists.xsl"/>
  <xsl:include href="modules/names.xsl"/>
  <xsl:include href="modules/dates.xsl"/>
  <xsl:include href="modules/notes.xsl"/>
  <xsl:include href="modules/editorial.xsl"/>
  <xsl:include href="modules/apparatus.xsl"/>
  <xsl:include href="modules/correspondence.xsl"/>
  <xsl:include href="modules/header.xsl"/>
  <xsl:include href="modules/encoding.xsl"/>
  <xsl:include href="modules/facts.xsl"/>
  <xsl:include href="modules/json.xsl"/>
  <xsl:include href="modules/citation.xsl"/>
  <xsl:include href="modules/metadata.xsl"/>
  <xsl:include href="modules/reading.xsl"/>
  <xsl:include href="modules/page.xsl"/>

  <xsl:output method="html" version="5.0" encoding="UTF-8" indent="no" include-content-type="no"/>

  <!-- The whole page. -->
  <xsl:template match="/" as="item()*">
    <xsl:for-each select="TEI">
      <xsl:call-template name="m:spoken-page"/>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
