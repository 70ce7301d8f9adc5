<?xml version="1.0" encoding="UTF-8"?>
<!-- Facts of all documents to one neutral record of what is deposited: the edition, or one of its documents. Every format
     of a repository is made from this record and from nothing else. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="modules/labels.xsl"/>
  <xsl:include href="modules/authorities.xsl"/>
  <xsl:include href="modules/citation.xsl"/>
  <xsl:include href="modules/deposit.xsl"/>

  <!-- Id of the document that is deposited; empty for the edition as a whole. -->
  <xsl:param name="document" as="xs:string" select="''"/>

  <xsl:output method="xml" encoding="UTF-8" indent="yes" suppress-indentation="title description rights relation"/>

  <!-- The record; nothing where there is no such document. -->
  <xsl:template match="/edition" as="element(deposit)?">
    <xsl:apply-templates select="if ($document eq '') then . else document[@id = $document]" mode="m:deposit"/>
  </xsl:template>

</xsl:stylesheet>
