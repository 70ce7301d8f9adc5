<?xml version="1.0" encoding="UTF-8"?>
<!-- Facts of all documents to a file for other programs: all documents, all persons, a table, a feed … -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="modules/labels.xsl"/>
  <xsl:include href="modules/authorities.xsl"/>
  <xsl:include href="modules/json.xsl"/>
  <xsl:include href="modules/citation.xsl"/>
  <xsl:include href="modules/records.xsl"/>
  <xsl:include href="modules/table.xsl"/>
  <xsl:include href="modules/harvest.xsl"/>
  <xsl:include href="modules/harvestable.xsl"/>
  <xsl:include href="modules/cmif.xsl"/>

  <!-- Which file: documents.json, persons.json, facts.csv, sitemap.xml, feed.xml, linkset.json or cmif.xml. -->
  <xsl:param name="file" as="xs:string" select="'documents.json'"/>

  <!-- Addresses of the pages of the edition beside those of its documents, separated by blanks. -->
  <xsl:param name="pages" as="xs:string" select="'index.html'"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- The file; empty where it would need the address of the edition, and there is none. Documents come in order of time. -->
  <xsl:template match="/edition" as="xs:string?">
    <xsl:choose>
      <xsl:when test="$file eq 'documents.json'">
        <xsl:apply-templates select="." mode="m:documents-json"/>
      </xsl:when>
      <xsl:when test="$file eq 'persons.json'">
        <xsl:apply-templates select="." mode="m:persons-json"/>
      </xsl:when>
      <xsl:when test="$file eq 'facts.csv'">
        <xsl:apply-templates select="." mode="m:table"/>
      </xsl:when>
      <xsl:when test="$file eq 'sitemap.xml'">
        <xsl:apply-templates select=".[@address ne '']" mode="m:sitemap">
          <xsl:with-param name="pages" select="tokenize($pages)"/>
        </xsl:apply-templates>
      </xsl:when>
      <xsl:when test="$file eq 'feed.xml'">
        <xsl:apply-templates select=".[@address ne '']" mode="m:feed"/>
      </xsl:when>
      <xsl:when test="$file eq 'linkset.json'">
        <xsl:apply-templates select=".[@address ne '']" mode="m:linkset"/>
      </xsl:when>
      <xsl:when test="$file eq 'cmif.xml'">
        <xsl:apply-templates select=".[f:has-cmif(.)]" mode="m:cmif"/>
      </xsl:when>
    </xsl:choose>
  </xsl:template>

</xsl:stylesheet>
