<?xml version="1.0" encoding="UTF-8"?>
<!-- The same schema as a customisation of TEI P5, for Roma and the TEI Stylesheets: modules with the elements taken
     from them, and for each element its attributes with our usage and value lists. Content models and datatypes stay
     those of TEI there, so that schemas made from it are somewhat wider than ours. -->
<xsl:stylesheet version="3.0"
    xmlns="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:o="urn:teicable:odd"
    xmlns:c="urn:teicable:odd2customization"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    expand-text="yes"
    exclude-result-prefixes="xs o c">

  <xsl:include href="odd.xsl"/>

  <xsl:output method="xml" indent="yes" encoding="UTF-8" suppress-indentation="desc p title"/>

  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/" as="node()+">
    <xsl:comment> Made from teicable.odd by `teicable schema build`: change that file, not this one. </xsl:comment>
    <TEI xml:lang="en">
      <teiHeader>
        <fileDesc>
          <titleStmt>
            <title>teicable as a customisation of TEI P5</title>
          </titleStmt>
          <xsl:copy-of select="//publicationStmt" copy-namespaces="no"/>
          <sourceDesc>
            <p>Made from teicable.odd, which holds the guidelines and the exact content models.</p>
          </sourceDesc>
        </fileDesc>
      </teiHeader>
      <text>
        <body>
          <schemaSpec ident="{$o:schema/@ident}-customization" start="{$o:schema/@start}">
            <moduleRef key="tei"/>
            <xsl:for-each-group select="o:elements()" group-by="@module">
              <xsl:sort select="current-grouping-key()" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
              <moduleRef key="{current-grouping-key()}" include="{current-group() ! string(@ident)}"/>
            </xsl:for-each-group>
            <xsl:apply-templates select="o:elements()"/>
          </schemaSpec>
        </body>
      </text>
    </TEI>
  </xsl:template>

  <xsl:template match="elementSpec" as="element()?">
    <xsl:variable name="stricter" as="element(attDef)*" select="o:attributes(.)[@usage = 'req' or valList]"/>
    <xsl:if test="exists($stricter)">
      <elementSpec ident="{@ident}" module="{@module}" mode="change">
        <attList>
          <xsl:apply-templates select="$stricter"/>
        </attList>
      </elementSpec>
    </xsl:if>
  </xsl:template>

  <xsl:template match="attDef" as="element()">
    <attDef ident="{@ident}" mode="change" usage="{@usage}">
      <xsl:apply-templates select="valList"/>
    </attDef>
  </xsl:template>

  <!-- replace: TEI has a list of its own for some of these attributes -->
  <xsl:template match="valList" as="element()">
    <valList type="{@type}" mode="replace">
      <xsl:for-each select="valItem">
        <valItem ident="{@ident}">
          <desc>{o:gloss(.)}</desc>
        </valItem>
      </xsl:for-each>
    </valList>
  </xsl:template>

</xsl:stylesheet>
