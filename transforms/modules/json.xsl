<?xml version="1.0" encoding="UTF-8"?>
<!-- JSON: members of an object in the order in which they are written, through the XML form that XPath gives JSON; what
     is not known leaves no trace. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:j="http://www.w3.org/2005/xpath-functions"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- A text under a key; nothing where it is empty. -->
  <xsl:function name="f:text-member" as="element(j:string)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:if test="$value">
      <j:string key="{$key}">{$value}</j:string>
    </xsl:if>
  </xsl:function>

  <!-- A list of texts under a key; nothing where there are none. -->
  <xsl:function name="f:texts-member" as="element(j:array)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:if test="exists($values)">
      <j:array key="{$key}">
        <xsl:for-each select="$values">
          <j:string>{.}</j:string>
        </xsl:for-each>
      </j:array>
    </xsl:if>
  </xsl:function>

  <!-- A list of objects under a key; nothing where there are none. -->
  <xsl:function name="f:objects-member" as="element(j:array)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="objects" as="element()*"/>
    <xsl:if test="exists($objects)">
      <j:array key="{$key}">
        <xsl:sequence select="$objects"/>
      </j:array>
    </xsl:if>
  </xsl:function>

  <!-- An object under a key; nothing where it has no members. -->
  <xsl:function name="f:object-member" as="element(j:map)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="members" as="element()*"/>
    <xsl:if test="exists($members)">
      <j:map key="{$key}">
        <xsl:sequence select="$members"/>
      </j:map>
    </xsl:if>
  </xsl:function>

  <!-- JSON, the strokes of addresses without the backslash that JSON allows before them. -->
  <xsl:function name="f:json" as="xs:string">
    <xsl:param name="value" as="element()"/>
    <xsl:sequence select="replace(xml-to-json($value), '\\/', '/')"/>
  </xsl:function>

  <!-- A list of objects as a file has it: one a line, so that two versions can be compared. -->
  <xsl:function name="f:json-lines" as="xs:string">
    <xsl:param name="objects" as="element(j:map)*"/>
    <xsl:sequence select="'[&#10;' || string-join($objects ! f:json(.), ',&#10;') || '&#10;]'"/>
  </xsl:function>

  <!-- JSON that may stand in a page: nothing in it can end the element around it. -->
  <xsl:function name="f:json-in-page" as="xs:string">
    <xsl:param name="value" as="element()"/>
    <xsl:variable name="json" as="xs:string" select="fp:plain-strokes('', xml-to-json($value))"/>
    <xsl:sequence select="if (contains($json, '&lt;')) then replace($json, '&lt;', '\\u003c') else $json"/>
  </xsl:function>

  <!-- What f:json does to strokes, without an expression, which would look at every character of a page's few addresses. -->
  <xsl:function name="fp:plain-strokes" as="xs:string">
    <xsl:param name="done" as="xs:string"/>
    <xsl:param name="rest" as="xs:string"/>
    <xsl:sequence select="
      if (contains($rest, '\/')) then fp:plain-strokes($done || substring-before($rest, '\/') || '/', substring-after($rest, '\/'))
      else $done || $rest"/>
  </xsl:function>

</xsl:stylesheet>
