<?xml version="1.0" encoding="UTF-8"?>
<!-- The ODD as a flat RELAX NG grammar (XML syntax): one define for each element, with attributes, classes and macros
     written out in it, and references to elements only. libxml2 compiles this at once; for a grammar of nested
     references, as the TEI Stylesheets make it, it needs minutes. -->
<xsl:stylesheet version="3.0"
    xmlns="http://relaxng.org/ns/structure/1.0"
    xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:o="urn:teicable:odd"
    xmlns:r="urn:teicable:odd2rng"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    expand-text="yes"
    exclude-result-prefixes="xs o r">

  <xsl:include href="odd.xsl"/>

  <xsl:output method="xml" indent="yes" encoding="UTF-8"/>

  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/" as="node()+">
    <xsl:comment> Made from teicable.odd by `teicable schema build`: change that file, not this one. </xsl:comment>
    <grammar ns="{$o:schema/@ns}" datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
      <start>
        <xsl:for-each select="tokenize($o:schema/@start)">
          <ref name="{.}"/>
        </xsl:for-each>
      </start>
      <xsl:apply-templates select="o:elements()"/>
    </grammar>
  </xsl:template>

  <xsl:template match="elementSpec" as="element()">
    <define name="{@ident}">
      <element name="{@ident}">
        <a:documentation>{o:gloss(.)}</a:documentation>
        <xsl:for-each select="o:attributes(.)">
          <xsl:sequence select="r:attribute(.)"/>
        </xsl:for-each>
        <xsl:apply-templates select="o:content(.)" mode="r:content"/>
      </element>
    </define>
  </xsl:template>

  <!-- An attribute. Those of classes go without documentation: it would be repeated for every member. -->
  <xsl:function name="r:attribute" as="element()">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:variable name="pattern" as="element()">
      <attribute name="{$attribute/@ident}">
        <xsl:if test="$attribute/ancestor::elementSpec">
          <a:documentation>{o:gloss($attribute)}</a:documentation>
        </xsl:if>
        <xsl:sequence select="r:list($attribute/datatype, r:value($attribute))"/>
      </attribute>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="$attribute/@usage = 'req'">
        <xsl:sequence select="$pattern"/>
      </xsl:when>
      <xsl:otherwise>
        <optional>
          <xsl:sequence select="$pattern"/>
        </optional>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- One value of an attribute: a closed list binds, an open one only advises. -->
  <xsl:function name="r:value" as="element()">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:choose>
      <xsl:when test="$attribute/valList[@type = 'closed']">
        <xsl:sequence select="r:choice($attribute/valList/valItem ! r:item(.))"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="o:spec($attribute/datatype/dataRef)/content/*" mode="r:content"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <xsl:function name="r:item" as="element()+">
    <xsl:param name="item" as="element(valItem)"/>
    <value>{$item/@ident}</value>
    <xsl:if test="$item/ancestor::elementSpec">
      <a:documentation>{o:gloss($item)}</a:documentation>
    </xsl:if>
  </xsl:function>

  <!-- Alternatives; one alone is itself. -->
  <xsl:function name="r:choice" as="element()">
    <xsl:param name="alternatives" as="element()+"/>
    <xsl:choose>
      <xsl:when test="count($alternatives) = 1">
        <xsl:sequence select="$alternatives"/>
      </xsl:when>
      <xsl:otherwise>
        <choice>
          <xsl:sequence select="$alternatives"/>
        </choice>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A value, or several with blanks between where the datatype allows it. -->
  <xsl:function name="r:list" as="element()">
    <xsl:param name="datatype" as="element(datatype)"/>
    <xsl:param name="value" as="element()"/>
    <xsl:choose>
      <xsl:when test="$datatype/@maxOccurs = 'unbounded'">
        <list>
          <oneOrMore>
            <xsl:sequence select="$value"/>
          </oneOrMore>
        </list>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$value"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Content models -->
  <xsl:mode name="r:content" on-no-match="fail"/>

  <xsl:template match="empty" mode="r:content" as="element()">
    <empty/>
  </xsl:template>

  <xsl:template match="textNode" mode="r:content" as="element()">
    <text/>
  </xsl:template>

  <xsl:template match="dataRef[@name]" mode="r:content" as="element()">
    <data type="{@name}">
      <xsl:if test="@restriction">
        <param name="pattern">{@restriction}</param>
      </xsl:if>
    </data>
  </xsl:template>

  <xsl:template match="elementRef" mode="r:content" as="element()">
    <xsl:variable name="reference" as="element()">
      <ref name="{@key}"/>
    </xsl:variable>
    <xsl:sequence select="r:occurring(., $reference)"/>
  </xsl:template>

  <xsl:template match="alternate" mode="r:content" as="element()">
    <xsl:variable name="alternatives" as="element()+">
      <xsl:apply-templates select="*" mode="r:content"/>
    </xsl:variable>
    <xsl:sequence select="r:occurring(., r:choice($alternatives))"/>
  </xsl:template>

  <xsl:template match="sequence" mode="r:content" as="element()">
    <xsl:variable name="parts" as="element()+">
      <xsl:apply-templates select="*" mode="r:content"/>
    </xsl:variable>
    <xsl:variable name="group" as="element()">
      <group>
        <xsl:sequence select="$parts"/>
      </group>
    </xsl:variable>
    <xsl:sequence select="r:occurring(., if (count($parts) = 1) then $parts else $group)"/>
  </xsl:template>

  <!-- A pattern as often as the particle allows. -->
  <xsl:function name="r:occurring" as="element()">
    <xsl:param name="particle" as="element()"/>
    <xsl:param name="pattern" as="element()"/>
    <xsl:variable name="times" as="xs:string"
                  select="($particle/@minOccurs, '1')[1] || ' to ' || ($particle/@maxOccurs, '1')[1]"/>
    <xsl:choose>
      <xsl:when test="$times = '1 to 1'">
        <xsl:sequence select="$pattern"/>
      </xsl:when>
      <xsl:when test="$times = '0 to 1'">
        <optional>
          <xsl:sequence select="$pattern"/>
        </optional>
      </xsl:when>
      <xsl:when test="$times = '0 to unbounded'">
        <zeroOrMore>
          <xsl:sequence select="$pattern"/>
        </zeroOrMore>
      </xsl:when>
      <xsl:when test="$times = '1 to unbounded'">
        <oneOrMore>
          <xsl:sequence select="$pattern"/>
        </oneOrMore>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="error(xs:QName('o:error'), name($particle) || ' of ' || $particle/@key || ' stands ' || $times || ' times, which this compiler does not know')"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

</xsl:stylesheet>
