<?xml version="1.0" encoding="UTF-8"?>
<!-- An item in DSpace's Simple Archive Format: dublin_core.xml, metadata_dcterms.xml and the list of its files. DSpace refuses
     an item with a field that its registries lack: these are fields of those that it comes with. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The item. -->
  <xsl:template match="deposit" mode="m:dspace" as="element(dublin_core)">
    <dublin_core schema="dc">
      <xsl:sequence select="
        fp:dcvalue('title', 'none', title),
        f:creators(.) ! fp:dcvalue('contributor', if (@role = 'editor') then 'editor' else 'author', f:listed-name(.)),
        f:contributors(.)[not(@role = 'addressee')] ! fp:dcvalue('contributor', if (@role = 'editor') then 'editor' else 'other', f:listed-name(.)),
        publication/@publisher ! fp:dcvalue('publisher', 'none', .),
        publication/@date ! fp:dcvalue('date', 'issued', .),
        date[@type = 'created'] ! f:span(.) ! fp:dcvalue('date', 'created', .),
        identifier[@type = 'DOI'] ! fp:dcvalue('identifier', 'doi', .),
        identifier[@type = 'URL'] ! fp:dcvalue('identifier', 'uri', .),
        identifier[@type = 'number'] ! fp:dcvalue('identifier', 'other', .),
        language[@role = 'text']/@code ! fp:dcvalue('language', 'iso', .),
        description ! fp:dcvalue('description', 'abstract', .),
        publication/@version ! fp:dcvalue('description', 'none', f:fill('deposit.version', map { 'n': string() })),
        (subject, person, organisation) ! fp:dcvalue('subject', 'none', .),
        place ! fp:dcvalue('coverage', 'spatial', .),
        relation[@type = 'IsPartOf'] ! fp:dcvalue('relation', 'ispartof', .),
        rights ! fp:dcvalue('rights', 'none', f:rights-in-words(.)),
        rights/@uri ! fp:dcvalue('rights', 'uri', .),
        fp:dcvalue('type', 'none', f:kind-in-words(.))"/>
    </dublin_core>
  </xsl:template>

  <!-- What DSpace's Dublin Core has no field for, or one that readers do not see. -->
  <xsl:template match="deposit" mode="m:dspace-terms" as="element(dublin_core)">
    <dublin_core schema="dcterms">
      <xsl:sequence select="
        f:originals(.) ! fp:dcvalue('provenance', 'none', .),
        relation[@type = 'IsDerivedFrom']/@identifier ! fp:dcvalue('source', 'none', .),
        relation[@type = 'IsPartOf']/@identifier ! fp:dcvalue('isPartOf', 'none', if (../@kind = 'DOI') then 'https://doi.org/' || . else .),
        agent[@role = 'translator'] ! fp:dcvalue('contributor', 'none', @name || ' (' || f:label('deposit.role.translator') || ')'),
        date[@type = 'created'] ! f:span(.) ! fp:dcvalue('temporal', 'none', .),
        rights[@layer = 'encoding']/@uri ! fp:dcvalue('license', 'none', .)"/>
    </dublin_core>
  </xsl:template>

  <!-- The files of an item, a line each: name, where it goes, what it is; the first is the one to be shown. -->
  <xsl:template match="deposit" mode="m:dspace-contents" as="xs:string">
    <xsl:variable name="lines" as="xs:string*">
      <xsl:for-each select="f:contents()">
        <xsl:variable name="shown" as="xs:string" select="if (position() eq 1) then '&#9;primary:true' else ''"/>
        <xsl:sequence select="@path || '&#9;bundle:ORIGINAL' || $shown || '&#9;description:' || f:label('deposit.path.' || @what)"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="string-join($lines ! (. || '&#10;'))"/>
  </xsl:template>

  <!-- One statement. -->
  <xsl:function name="fp:dcvalue" as="element(dcvalue)">
    <xsl:param name="element" as="xs:string"/>
    <xsl:param name="qualifier" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <dcvalue element="{$element}" qualifier="{$qualifier}">{$value}</dcvalue>
  </xsl:function>

</xsl:stylesheet>
