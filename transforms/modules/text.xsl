<?xml version="1.0" encoding="UTF-8"?>
<!-- What all templates of the text share: attributes, contents between delimiters, and the visible fallback. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The text of a cable, turned into HTML: the mode an edition overrides. -->
  <xsl:mode name="m:text" on-no-match="shallow-copy"/>

  <!-- Class (element name and the values that distinguish it), id and language of the context element. -->
  <xsl:template name="m:attributes" as="attribute()*">
    <!-- Further class names. -->
    <xsl:param name="class" as="xs:string*" select="()"/>
    <xsl:attribute name="class" select="
      if (@type or @subtype or @rend or @reason or @place or @cert or exists($class))
      then distinct-values((local-name(), (@type, @subtype, @rend, @reason, @place) ! tokenize(.), 'uncertain'[current()/@cert = 'low'], 'probable'[current()/@cert = 'medium'], $class))
      else local-name()"/>
    <xsl:if test="@xml:id">
      <xsl:attribute name="id" select="@xml:id"/>
    </xsl:if>
    <xsl:if test="@xml:lang">
      <xsl:attribute name="lang" select="@xml:lang"/>
    </xsl:if>
  </xsl:template>

  <!-- Contents of the context element between the characters that delimited it. Where a template hands on what others make,
       a type narrower than item()* is checked on all of it again, at every depth; it is left to those that make it. -->
  <xsl:template name="m:content" as="item()*">
    <xsl:choose>
      <xsl:when test="@rendition or @resp or exists($f:edges[. is current()])">
        <xsl:sequence select="f:opening(.) ! f:delimiter(.)"/>
        <xsl:apply-templates mode="m:text"/>
        <xsl:sequence select="f:closing(.) ! f:delimiter(.)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates mode="m:text"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Comments and processing instructions of the file are not text of the cable. -->
  <xsl:template match="comment() | processing-instruction()" mode="m:text" as="empty-sequence()"/>

  <!-- White space that only lays out the file. -->
  <xsl:template match="text()[not(normalize-space())][f:is-container(..)]" mode="m:text" as="text()">
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- An element nobody wrote a template for: shown with its name in reach, and reported as T001. -->
  <xsl:template match="*" mode="m:text" as="element()" priority="-1">
    <xsl:message select="'T001|' || local-name() || '|' || ancestor-or-self::*[@xml:id][1]/@xml:id || '|' || fp:path(.)"/>
    <xsl:element name="{if (f:has-blocks(.) or f:is-block(.)) then 'div' else 'span'}">
      <xsl:call-template name="m:attributes">
        <xsl:with-param name="class" select="'unhandled'"/>
      </xsl:call-template>
      <xsl:attribute name="data-element" select="local-name()"/>
      <xsl:call-template name="m:content"/>
    </xsl:element>
  </xsl:template>

  <!-- A phrase that needs no more than its class: the vocabulary's plain inline elements. -->
  <xsl:template match="num | measure | idno | roleName | fw | expan | ex | unclear | supplied | sic | corr | reg | orig
    | stamp | surname | forename | title | term | unit | settlement | country | region | geogName | residence" mode="m:text" as="element(Q{}span)">
    <span>
      <xsl:call-template name="m:attributes"/>
      <xsl:call-template name="m:content"/>
    </span>
  </xsl:template>

  <!-- A delimiter as real text, so that copying keeps it. -->
  <xsl:function name="f:delimiter" as="element(Q{}span)">
    <xsl:param name="characters" as="xs:string"/>
    <span class="delim">{$characters}</span>
  </xsl:function>

  <!-- A short path of an element, without namespaces, for reports. -->
  <xsl:function name="fp:path" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="string-join(
      for $step in $element/ancestor-or-self::*
      return '/' || local-name($step) || '[' || 1 + count($step/preceding-sibling::*[node-name() = node-name($step)]) || ']')"/>
  </xsl:function>

</xsl:stylesheet>
