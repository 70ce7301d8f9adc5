<?xml version="1.0" encoding="UTF-8"?>
<!-- The neutral record of what is deposited to the formats of repositories: one module a format. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp" xmlns:j="http://www.w3.org/2005/xpath-functions"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="modules/labels.xsl"/>
  <xsl:include href="modules/json.xsl"/>
  <xsl:include href="modules/crosswalk/terms.xsl"/>
  <xsl:include href="modules/crosswalk/datacite.xsl"/>
  <xsl:include href="modules/crosswalk/dublin-core.xsl"/>
  <xsl:include href="modules/crosswalk/cff.xsl"/>
  <xsl:include href="modules/crosswalk/invenio.xsl"/>
  <xsl:include href="modules/crosswalk/dataverse.xsl"/>
  <xsl:include href="modules/crosswalk/dspace.xsl"/>
  <xsl:include href="modules/crosswalk/schema-org.xsl"/>
  <xsl:include href="modules/crosswalk/references.xsl"/>
  <xsl:include href="modules/crosswalk/ro-crate.xsl"/>
  <xsl:include href="modules/crosswalk/readme.xsl"/>

  <!-- Which format: datacite, dublin-core, cff, invenio, dataverse, dspace, dspace-terms, dspace-contents, schema-org, csl, bibtex, ro-crate, readme. -->
  <xsl:param name="format" as="xs:string" select="'datacite'"/>

  <!-- XML and text alike: each module serialises what it makes. -->
  <xsl:output method="text" encoding="UTF-8"/>

  <!-- How XML is written. -->
  <xsl:variable name="fp:xml" as="map(*)" select="map { 'method': 'xml', 'indent': true(), 'omit-xml-declaration': false(), 'encoding': 'UTF-8' }"/>

  <!-- The record in the format that is asked for. -->
  <xsl:template match="/deposit" as="xs:string">
    <xsl:variable name="made" as="item()">
      <xsl:choose>
        <xsl:when test="$format eq 'datacite'">
          <xsl:apply-templates select="." mode="m:datacite"/>
        </xsl:when>
        <xsl:when test="$format eq 'dublin-core'">
          <xsl:apply-templates select="." mode="m:dublin-core"/>
        </xsl:when>
        <xsl:when test="$format eq 'cff'">
          <xsl:apply-templates select="." mode="m:cff"/>
        </xsl:when>
        <xsl:when test="$format eq 'invenio'">
          <xsl:apply-templates select="." mode="m:invenio"/>
        </xsl:when>
        <xsl:when test="$format eq 'dataverse'">
          <xsl:apply-templates select="." mode="m:dataverse"/>
        </xsl:when>
        <xsl:when test="$format eq 'dspace'">
          <xsl:apply-templates select="." mode="m:dspace"/>
        </xsl:when>
        <xsl:when test="$format eq 'dspace-terms'">
          <xsl:apply-templates select="." mode="m:dspace-terms"/>
        </xsl:when>
        <xsl:when test="$format eq 'dspace-contents'">
          <xsl:apply-templates select="." mode="m:dspace-contents"/>
        </xsl:when>
        <xsl:when test="$format eq 'schema-org'">
          <xsl:apply-templates select="." mode="m:schema-org"/>
        </xsl:when>
        <xsl:when test="$format eq 'csl'">
          <xsl:apply-templates select="." mode="m:csl"/>
        </xsl:when>
        <xsl:when test="$format eq 'bibtex'">
          <xsl:apply-templates select="." mode="m:bibtex"/>
        </xsl:when>
        <xsl:when test="$format eq 'ro-crate'">
          <xsl:apply-templates select="." mode="m:ro-crate"/>
        </xsl:when>
        <xsl:when test="$format eq 'readme'">
          <xsl:apply-templates select="." mode="m:readme"/>
        </xsl:when>
      </xsl:choose>
    </xsl:variable>
    <xsl:sequence select="
      if ($made instance of element(j:map) or $made instance of element(j:array)) then f:json($made)
      else if ($made instance of element()) then serialize($made, $fp:xml) || '&#10;'
      else $made"/>
  </xsl:template>

</xsl:stylesheet>
