<?xml version="1.0" encoding="UTF-8"?>
<!-- Text in print: what all templates share, plain phrases, and the visible fallback. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The text of a cable, turned into pieces of Typst: the mode an edition overrides for print. -->
  <xsl:mode name="m:typst" on-no-match="shallow-skip"/>

  <!-- Words; blanks at the edges of a block are layout of the file. -->
  <xsl:template match="text()" mode="m:typst" as="xs:string?">
    <xsl:variable name="folded" as="xs:string" select="f:folded(.)"/>
    <xsl:variable name="begun" as="xs:string" select="if (fp:at-edge(., preceding-sibling::node()[1])) then replace($folded, '^ ', '') else $folded"/>
    <xsl:variable name="words" as="xs:string" select="if (fp:at-edge(., following-sibling::node()[1])) then replace($begun, ' $', '') else $begun"/>
    <xsl:sequence select="$words[. ne ''] ! f:literal(.)"/>
  </xsl:template>

  <!-- White space that only lays out the file. -->
  <xsl:template match="text()[not(normalize-space())][f:is-container(..)]" mode="m:typst" as="empty-sequence()"/>

  <!-- Comments and processing instructions of the file are not text of the cable. -->
  <xsl:template match="comment() | processing-instruction()" mode="m:typst" as="empty-sequence()"/>

  <!-- Contents of the context element as one piece, between the characters that delimited it, in its language. -->
  <xsl:template name="m:typst-content" as="xs:string">
    <!-- What of the element is printed. -->
    <xsl:param name="nodes" as="node()*" select="node()"/>
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:sequence select="f:opening(.) ! f:literal(.)"/>
      <xsl:apply-templates select="$nodes" mode="m:typst"/>
      <xsl:sequence select="f:closing(.) ! f:literal(.)"/>
    </xsl:variable>
    <xsl:variable name="content" as="xs:string" select="if (f:is-container(.)) then f:blocks($pieces) else f:body($pieces)"/>
    <xsl:sequence select="if (@xml:lang and not(self::foreign)) then f:in-language(@xml:lang, $content) else $content"/>
  </xsl:template>

  <!-- A phrase that is printed as it stands: the vocabulary's plain inline elements. -->
  <xsl:template match="num | measure | idno | roleName | fw | expan | ex | abbr | supplied | sic | corr | reg | orig | stamp | date | time
    | surname | forename | title | term | unit | settlement | country | region | geogName | residence | addrLine | salute | signed
    | dateline | seg | label | item | ref | unclear" mode="m:typst" as="xs:string">
    <xsl:call-template name="m:typst-content"/>
  </xsl:template>

  <!-- An element nobody wrote a template for: printed as it stands, and reported as T001. -->
  <xsl:template match="*" mode="m:typst" as="xs:string" priority="-1">
    <xsl:message select="'T001|' || local-name() || '|' || ancestor-or-self::*[@xml:id][1]/@xml:id || '|' || fp:place(.)"/>
    <xsl:variable name="content" as="xs:string">
      <xsl:call-template name="m:typst-content"/>
    </xsl:variable>
    <xsl:sequence select="if (f:is-block(.)) then f:call('paragraph', $content) else $content"/>
  </xsl:template>

  <!-- Whether a text begins or ends where a block does: beside nothing, beside a block inside it, or beside a line break. -->
  <xsl:function name="fp:at-edge" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:param name="beside" as="node()?"/>
    <xsl:sequence select="if (empty($beside)) then exists($text/parent::*[f:is-leaf(.) or f:has-blocks(.)]) else f:has-blocks($beside) or exists($beside/self::lb[not(@break = 'no')])"/>
  </xsl:function>

  <!-- A short path of an element, without namespaces, for reports. -->
  <xsl:function name="fp:place" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="string-join(
      for $step in $element/ancestor-or-self::*
      return '/' || local-name($step) || '[' || 1 + count($step/preceding-sibling::*[node-name() = node-name($step)]) || ']')"/>
  </xsl:function>

</xsl:stylesheet>
