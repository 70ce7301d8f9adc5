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
    <!-- Most have a name and at most a type, and one string is quicker written than a sequence. -->
    <xsl:choose>
      <xsl:when test="@subtype or @rend or @reason or @place or @cert or contains(@type, ' ')">
        <xsl:attribute name="class" select="
          string-join(distinct-values((local-name(), (@type, @subtype, @rend, @reason, @place) ! tokenize(.), 'uncertain'[current()/@cert = 'low'], 'probable'[current()/@cert = 'medium'], $class)), ' ')"/>
      </xsl:when>
      <xsl:when test="exists($class)">
        <xsl:attribute name="class" select="string-join(distinct-values((local-name(), @type[. ne ''], $class)), ' ')"/>
      </xsl:when>
      <xsl:when test="@type ne '' and @type ne local-name()">
        <xsl:attribute name="class" select="local-name() || ' ' || @type"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:attribute name="class" select="local-name()"/>
      </xsl:otherwise>
    </xsl:choose>
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
        <xsl:call-template name="m:delimiters">
          <xsl:with-param name="characters" select="f:opening(.)"/>
        </xsl:call-template>
        <xsl:apply-templates mode="m:text"/>
        <xsl:call-template name="m:delimiters">
          <xsl:with-param name="characters" select="f:closing(.)"/>
        </xsl:call-template>
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

  <!-- Delimiters as real text, so that copying keeps them. -->
  <xsl:template name="m:delimiters" as="element(Q{}span)*">
    <!-- What is printed where the context element begins or ends. -->
    <xsl:param name="characters" as="xs:string*"/>
    <xsl:for-each select="$characters">
      <span class="delim">{.}</span>
    </xsl:for-each>
  </xsl:template>

  <!-- A short path of an element, without namespaces, for reports. -->
  <xsl:function name="fp:path" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="string-join(
      for $step in $element/ancestor-or-self::*
      return '/' || local-name($step) || '[' || 1 + count($step/preceding-sibling::*[node-name() = node-name($step)]) || ']')"/>
  </xsl:function>

</xsl:stylesheet>
