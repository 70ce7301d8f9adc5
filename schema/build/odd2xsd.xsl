<?xml version="1.0" encoding="UTF-8"?>
<!-- The ODD as an XML Schema (1.0). Each element is a named type and is declared where it is used, so that TEI alone can
     begin a document. Classes become attribute groups; an element with an attribute of its own in place of one of a
     class gets the attributes of that class written out.

     XML Schema 1.0 differs from the grammar in two ways that cannot be helped: an empty element may not even hold white
     space, and attributes of the namespace XMLSchema-instance (schemaLocation) are allowed everywhere. -->
<xsl:stylesheet version="3.0"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:tei="http://www.tei-c.org/ns/1.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:o="urn:teicable:odd"
    xmlns:x="urn:teicable:odd2xsd"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    expand-text="yes"
    exclude-result-prefixes="o x">

  <xsl:include href="odd.xsl"/>

  <xsl:output method="xml" indent="yes" encoding="UTF-8"/>

  <xsl:mode on-no-match="fail"/>

  <xsl:template match="/" as="node()+">
    <xsl:comment> Made from teicable.odd by `teicable schema build`: change that file, not this one. </xsl:comment>
    <xs:schema targetNamespace="{$o:schema/@ns}" elementFormDefault="qualified">
      <xs:import namespace="http://www.w3.org/XML/1998/namespace" schemaLocation="xml.xsd"/>
      <xsl:for-each select="tokenize($o:schema/@start)">
        <xs:element name="{.}" type="tei:{.}"/>
      </xsl:for-each>
      <xsl:apply-templates select="$o:schema//dataSpec, $o:schema//classSpec, o:elements()"/>
    </xs:schema>
  </xsl:template>

  <xsl:template match="dataSpec" as="element()">
    <xs:simpleType name="{@ident}">
      <xsl:sequence select="x:documentation(.)"/>
      <xsl:apply-templates select="content/*"/>
    </xs:simpleType>
  </xsl:template>

  <xsl:template match="dataSpec/content/dataRef" as="element()">
    <xs:restriction base="xs:{@name}">
      <xsl:if test="@restriction">
        <xs:pattern value="{@restriction}"/>
      </xsl:if>
    </xs:restriction>
  </xsl:template>

  <xsl:template match="dataSpec/content/alternate" as="element()">
    <xs:union memberTypes="{dataRef ! ('xs:' || @name)}"/>
  </xsl:template>

  <xsl:template match="classSpec" as="element()">
    <xs:attributeGroup name="{@ident}">
      <xsl:sequence select="x:documentation(.)"/>
      <xsl:apply-templates select="attList/attDef"/>
    </xs:attributeGroup>
  </xsl:template>

  <xsl:template match="elementSpec" as="element()">
    <xsl:variable name="kind" as="xs:string" select="o:kind(.)"/>
    <xsl:variable name="own" as="element(attDef)*" select="attList/attDef"/>
    <xs:complexType name="{@ident}">
      <xsl:if test="$kind = ('mixed', 'text')">
        <xsl:attribute name="mixed" select="'true'"/>
      </xsl:if>
      <xsl:sequence select="x:documentation(.)"/>
      <xsl:if test="$kind = ('mixed', 'elements')">
        <xsl:variable name="content" as="element()">
          <xsl:apply-templates select="o:content(.)" mode="x:content"/>
        </xsl:variable>
        <xsl:sequence select="x:model($content)"/>
      </xsl:if>
      <xsl:apply-templates select="$own"/>
      <xsl:for-each select="classes/memberOf">
        <xsl:variable name="shared" as="element(attDef)*" select="o:spec(.)/attList/attDef"/>
        <xsl:choose>
          <xsl:when test="$shared/@ident = $own/@ident">
            <xsl:apply-templates select="$shared[not(@ident = $own/@ident)]"/>
          </xsl:when>
          <xsl:otherwise>
            <xs:attributeGroup ref="tei:{@key}"/>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:for-each>
    </xs:complexType>
  </xsl:template>

  <!-- The content of a type has to be a group: one element alone is a sequence of one. -->
  <xsl:function name="x:model" as="element()">
    <xsl:param name="particle" as="element()"/>
    <xsl:choose>
      <xsl:when test="$particle/self::xs:element">
        <xs:sequence>
          <xsl:sequence select="$particle"/>
        </xs:sequence>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$particle"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- Attributes: those of the namespace of XML are declared in xml.xsd. -->
  <xsl:template match="attDef[starts-with(@ident, 'xml:')]" as="element()">
    <xs:attribute ref="{@ident}">
      <xsl:sequence select="x:use(.), x:documentation(.)"/>
    </xs:attribute>
  </xsl:template>

  <xsl:template match="attDef" as="element()">
    <xsl:variable name="closed" as="element(valList)?" select="valList[@type = 'closed']"/>
    <xsl:variable name="several" as="xs:boolean" select="datatype/@maxOccurs = 'unbounded'"/>
    <xsl:variable name="type" as="xs:string" select="'tei:' || o:spec(datatype/dataRef)/@ident"/>
    <xs:attribute name="{@ident}">
      <xsl:sequence select="x:use(.)"/>
      <xsl:if test="not($closed or $several)">
        <xsl:attribute name="type" select="$type"/>
      </xsl:if>
      <xsl:sequence select="x:documentation(.)"/>
      <xsl:choose>
        <xsl:when test="$several">
          <xs:simpleType>
            <xs:restriction>
              <xs:simpleType>
                <xs:list>
                  <xsl:if test="not($closed)">
                    <xsl:attribute name="itemType" select="$type"/>
                  </xsl:if>
                  <xsl:apply-templates select="$closed"/>
                </xs:list>
              </xs:simpleType>
              <xs:minLength value="1"/>
            </xs:restriction>
          </xs:simpleType>
        </xsl:when>
        <xsl:otherwise>
          <xsl:apply-templates select="$closed"/>
        </xsl:otherwise>
      </xsl:choose>
    </xs:attribute>
  </xsl:template>

  <xsl:template match="valList" as="element()">
    <xs:simpleType>
      <xs:restriction base="xs:token">
        <xsl:for-each select="valItem">
          <xs:enumeration value="{@ident}">
            <xsl:sequence select="x:documentation(.)"/>
          </xs:enumeration>
        </xsl:for-each>
      </xs:restriction>
    </xs:simpleType>
  </xsl:template>

  <xsl:function name="x:use" as="attribute()?">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:if test="$attribute/@usage = 'req'">
      <xsl:attribute name="use" select="'required'"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="x:documentation" as="element()">
    <xsl:param name="described" as="element()"/>
    <xs:annotation>
      <xs:documentation>{o:gloss($described)}</xs:documentation>
    </xs:annotation>
  </xsl:function>

  <!-- Content models: text is a matter of mixed, not of the model. -->
  <xsl:mode name="x:content" on-no-match="fail"/>

  <xsl:template match="textNode" mode="x:content"/>

  <xsl:template match="elementRef" mode="x:content" as="element()">
    <xs:element name="{@key}" type="tei:{@key}">
      <xsl:sequence select="@minOccurs[. != '1'], @maxOccurs[. != '1']"/>
    </xs:element>
  </xsl:template>

  <xsl:template match="alternate" mode="x:content" as="element()">
    <xs:choice>
      <xsl:sequence select="@minOccurs[. != '1'], @maxOccurs[. != '1']"/>
      <xsl:apply-templates select="*" mode="x:content"/>
    </xs:choice>
  </xsl:template>

  <xsl:template match="sequence" mode="x:content" as="element()">
    <xs:sequence>
      <xsl:sequence select="@minOccurs[. != '1'], @maxOccurs[. != '1']"/>
      <xsl:apply-templates select="*" mode="x:content"/>
    </xs:sequence>
  </xsl:template>

</xsl:stylesheet>
