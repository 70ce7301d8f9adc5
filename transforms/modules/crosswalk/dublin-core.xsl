<?xml version="1.0" encoding="UTF-8"?>
<!-- Dublin Core, unqualified, in the envelope of OAI-PMH. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:oai_dc="http://www.openarchives.org/OAI/2.0/oai_dc/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xpath-default-namespace="" exclude-result-prefixes="xsl xs f fp m mp" expand-text="yes">

  <!-- The record. -->
  <xsl:template match="deposit" mode="m:dublin-core" as="element(oai_dc:dc)">
    <oai_dc:dc xsi:schemaLocation="http://www.openarchives.org/OAI/2.0/oai_dc/ http://www.openarchives.org/OAI/2.0/oai_dc.xsd">
      <dc:title xml:lang="{publication/@lang}">{title}</dc:title>
      <xsl:for-each select="f:creators(.)">
        <dc:creator>{f:listed-name(.)}</dc:creator>
      </xsl:for-each>
      <xsl:for-each select="subject, person, organisation">
        <dc:subject>{.}</dc:subject>
      </xsl:for-each>
      <xsl:for-each select="description, f:originals(.)">
        <dc:description>{.}</dc:description>
      </xsl:for-each>
      <xsl:for-each select="publication/@publisher">
        <dc:publisher>{.}</dc:publisher>
      </xsl:for-each>
      <xsl:for-each select="f:contributors(.)[not(@role = 'addressee')]">
        <dc:contributor>{f:listed-name(.)}</dc:contributor>
      </xsl:for-each>
      <xsl:for-each select="publication/@date, date[@type = 'created'] ! f:span(.)">
        <dc:date>{.}</dc:date>
      </xsl:for-each>
      <dc:type>Text</dc:type>
      <dc:type>{f:kind-in-words(.)}</dc:type>
      <dc:format>application/tei+xml</dc:format>
      <xsl:for-each select="identifier">
        <dc:identifier>{if (@type = 'DOI') then 'https://doi.org/' || . else .}</dc:identifier>
      </xsl:for-each>
      <xsl:for-each select="relation[@type = 'IsDerivedFrom']">
        <dc:source>{@identifier}</dc:source>
      </xsl:for-each>
      <xsl:for-each select="publication/@lang">
        <dc:language>{.}</dc:language>
      </xsl:for-each>
      <xsl:for-each select="relation[not(@type = 'IsDerivedFrom')]">
        <dc:relation>{if (@kind = 'DOI') then 'https://doi.org/' || @identifier else (@identifier, .)[1]}</dc:relation>
      </xsl:for-each>
      <xsl:for-each select="place">
        <dc:coverage>{.}</dc:coverage>
      </xsl:for-each>
      <xsl:for-each select="rights">
        <dc:rights>{f:rights-in-words(.)}</dc:rights>
      </xsl:for-each>
      <xsl:for-each select="rights/@uri">
        <dc:rights>{.}</dc:rights>
      </xsl:for-each>
    </oai_dc:dc>
  </xsl:template>

</xsl:stylesheet>
