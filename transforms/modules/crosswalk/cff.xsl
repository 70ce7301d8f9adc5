<?xml version="1.0" encoding="UTF-8"?>
<!-- CITATION.cff, Citation File Format 1.2.0: how to cite what is deposited. Texts are written as JSON strings, which YAML
     reads as they are. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The file. -->
  <xsl:template match="deposit" mode="m:cff" as="xs:string">
    <xsl:variable name="lines" as="xs:string*">
      <xsl:sequence select="'cff-version: 1.2.0', 'type: dataset'"/>
      <xsl:sequence select="'message: ' || fp:quoted(f:label(if (@scope = 'edition') then 'deposit.cite' else 'deposit.cite.document'))"/>
      <xsl:sequence select="'title: ' || fp:quoted(title)"/>
      <xsl:sequence select="'authors:', f:creators(.) ! fp:cff-agent(.)"/>
      <xsl:sequence select="publication/@version ! ('version: ' || fp:quoted(.))"/>
      <xsl:sequence select="publication/@date[matches(., '^\d{4}-\d\d-\d\d$')] ! ('date-released: ' || fp:quoted(.))"/>
      <xsl:sequence select="identifier[@type = 'DOI'] ! ('doi: ' || fp:quoted(.))"/>
      <xsl:sequence select="identifier[@type = 'URL'][1] ! ('url: ' || fp:quoted(.))"/>
      <xsl:sequence select="rights[@layer = 'encoding']/@uri ! (if (exists(f:spdx(.))) then 'license: ' || f:spdx(.) else 'license-url: ' || fp:quoted(.))"/>
      <xsl:sequence select="description[1] ! ('abstract: ' || fp:quoted(.))"/>
      <xsl:if test="subject">
        <xsl:sequence select="'keywords:', subject ! ('  - ' || fp:quoted(.))"/>
      </xsl:if>
    </xsl:variable>
    <xsl:sequence select="string-join($lines, '&#10;') || '&#10;'"/>
  </xsl:template>

  <!-- An author: a name divided where somebody says how, else whole. -->
  <xsl:function name="fp:cff-agent" as="xs:string*">
    <xsl:param name="agent" as="element(agent)"/>
    <xsl:variable name="names" as="xs:string*" select="f:divided($agent)"/>
    <xsl:variable name="members" as="xs:string*" select="
      if (exists($names)) then ('family-names: ' || fp:quoted($names[1]), 'given-names: ' || fp:quoted($names[2])) else 'name: ' || fp:quoted($agent/@name),
      $agent/@affiliation[exists($names)] ! ('affiliation: ' || fp:quoted(.)),
      $agent/@orcid ! ('orcid: ' || fp:quoted('https://orcid.org/' || .))"/>
    <xsl:sequence select="'  - ' || $members[1], tail($members) ! ('    ' || .)"/>
  </xsl:function>

  <!-- A text between quotation marks. -->
  <xsl:function name="fp:quoted" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="serialize(normalize-space($text), map { 'method': 'json', 'escape-solidus': false() })"/>
  </xsl:function>

</xsl:stylesheet>
