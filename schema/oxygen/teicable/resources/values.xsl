<?xml version="1.0" encoding="UTF-8"?>
<!-- Values that oXygen proposes. It runs the template “start” of the stylesheet that cc_config.xml names for an attribute,
     which includes this one and says by $kind what is asked for. XSLT 2.0, as oXygen documents it. -->
<xsl:stylesheet version="2.0"
    xmlns="http://www.oxygenxml.com/ns/ccfilter/config"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:v="urn:teicable:values"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:output indent="yes"/>

  <!-- The address of the edited file, and the path of the element whose attribute is edited; both given by oXygen. -->
  <xsl:param name="documentSystemID" as="xs:string" required="yes"/>
  <xsl:param name="contextElementXPathExpression" as="xs:string" select="''"/>

  <xsl:variable name="v:file" as="document-node()" select="doc($documentSystemID)"/>

  <xsl:template name="start">
    <items>
      <xsl:apply-templates select="if ($v:prefix) then v:entries() else v:local()" mode="v:item"/>
    </items>
  </xsl:template>

  <!-- The prefix of addresses for this kind, if it has one: $kind is “person”, “place”, “org”, “bibl” or “class”. -->
  <xsl:variable name="v:prefix" as="xs:boolean" select="$kind = ('person', 'place', 'org', 'bibl', 'class')"/>

  <!-- The entries of the authority file that the prefix leads to; a file that is not there has none. An authority file
       itself declares no prefixes: its neighbours are looked for beside it. -->
  <xsl:function name="v:entries" as="element()*">
    <xsl:variable name="declared" as="xs:string?" select="$v:file//prefixDef[@ident = $kind][1]/substring-before(@replacementPattern, '#')"/>
    <xsl:variable name="beside" as="xs:string" select="if ($kind = 'class') then 'taxonomies.xml' else concat('list', $kind, '.xml')"/>
    <xsl:variable name="address" as="xs:anyURI" select="resolve-uri(($declared, $beside)[1], $documentSystemID)"/>
    <xsl:if test="doc-available($address)">
      <xsl:variable name="found" as="element()*" select="doc($address)//(person | place | org | standOff//bibl | taxonomy[not(@xml:id = ('basis', 'rule'))]/category)[@xml:id]"/>
      <xsl:sequence select="if ($kind = 'class') then $found[self::category] else $found[local-name() = $kind]"/>
    </xsl:if>
  </xsl:function>

  <!-- What the edited file itself offers. -->
  <xsl:function name="v:local" as="element()*">
    <xsl:sequence select="
        if ($kind = 'resp') then $v:file//(respStmt | application)[@xml:id]
        else if ($kind = 'rendition') then $v:file//rendition[@xml:id]
        else if ($kind = 'note') then $v:file//text//note[@xml:id][@place]
        else if ($kind = 'hand') then $v:file//handNote[@xml:id]
        else $v:file//text//(p | ab | item | floatingText)[@xml:id]"/>
  </xsl:function>

  <xsl:template match="*" mode="v:item">
    <item value="{if ($v:prefix) then concat($kind, ':', @xml:id) else concat('#', @xml:id)}" annotation="{v:short(.)}"/>
  </xsl:template>

  <!-- What helps to choose: the names of an entry (cover names directly after the main one), the words of a note, the person behind an id. -->
  <xsl:function name="v:short" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="all" as="element()*" select="$element/(persName | placeName | orgName | catDesc | title | label)"/>
    <xsl:variable name="first" as="element()*" select="$all[@type = 'main'], $all[@type = 'pseudo']"/>
    <xsl:variable name="names" as="element()*" select="$first, $all except $first"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space(if ($names) then string-join(for $name in $names return normalize-space($name), ' · ') else string($element))"/>
    <xsl:sequence select="if (string-length($words) gt 80) then concat(substring($words, 1, 79), '…') else $words"/>
  </xsl:function>

</xsl:stylesheet>
