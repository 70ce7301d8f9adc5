<?xml version="1.0" encoding="UTF-8"?>
<!-- dublin_core.xml of an item in DSpace's Simple Archive Format: Dublin Core with qualifiers. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The item. -->
  <xsl:template match="deposit" mode="m:dspace" as="element(dublin_core)">
    <dublin_core schema="dc">
      <xsl:sequence select="
        fp:dcvalue('title', 'none', title),
        f:creators(.) ! fp:dcvalue('contributor', if (@role = 'editor') then 'editor' else 'author', f:listed-name(.)),
        f:contributors(.) ! fp:dcvalue('contributor', (map { 'editor': 'editor', 'translator': 'translator' }(string(@role)), 'other')[1], f:listed-name(.)),
        publication/@publisher ! fp:dcvalue('publisher', 'none', .),
        publication/@date ! fp:dcvalue('date', 'issued', .),
        date[@type = 'created'] ! f:span(.) ! fp:dcvalue('date', 'created', .),
        identifier[@type = 'DOI'] ! fp:dcvalue('identifier', 'doi', .),
        identifier[@type = 'URL'] ! fp:dcvalue('identifier', 'uri', .),
        identifier[@type = 'number'] ! fp:dcvalue('identifier', 'other', .),
        language[@role = 'text']/@code ! fp:dcvalue('language', 'iso', .),
        description ! fp:dcvalue('description', 'abstract', .),
        f:originals(.) ! fp:dcvalue('description', 'provenance', .),
        publication/@version ! fp:dcvalue('description', 'version', .),
        (subject, person, organisation) ! fp:dcvalue('subject', 'none', .),
        place ! fp:dcvalue('coverage', 'spatial', .),
        relation[@type = 'IsPartOf'] ! fp:dcvalue('relation', 'ispartof', .),
        relation[@type = 'IsDerivedFrom'] ! fp:dcvalue('source', 'uri', @identifier),
        rights ! fp:dcvalue('rights', 'none', f:rights-in-words(.)),
        rights/@uri ! fp:dcvalue('rights', 'uri', .),
        fp:dcvalue('type', 'none', f:kind-in-words(.))"/>
    </dublin_core>
  </xsl:template>

  <!-- One statement. -->
  <xsl:function name="fp:dcvalue" as="element(dcvalue)">
    <xsl:param name="element" as="xs:string"/>
    <xsl:param name="qualifier" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <dcvalue element="{$element}" qualifier="{$qualifier}">{$value}</dcvalue>
  </xsl:function>

</xsl:stylesheet>
