<?xml version="1.0" encoding="UTF-8"?>
<!-- Zones: what a line of the transcript became, told of the element that holds its words; keys of the labels zone.*. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- What an element is to a reader of the transcript. -->
  <xsl:template match="*" mode="m:zone" as="xs:string">
    <xsl:sequence select="if (ancestor::text) then 'zone.other' else 'zone.outside'"/>
  </xsl:template>

  <!-- The lines of the page round the document. -->
  <xsl:template match="titleStmt//*" mode="m:zone" as="xs:string">zone.headline</xsl:template>
  <!-- The date of its headline. -->
  <xsl:template match="creation//*" mode="m:zone" as="xs:string">zone.headline-date</xsl:template>
  <!-- Its summary. -->
  <xsl:template match="abstract | abstract//*" mode="m:zone" as="xs:string">zone.summary</xsl:template>
  <!-- What it says of rights. -->
  <xsl:template match="availability//*" mode="m:zone" as="xs:string">zone.rights</xsl:template>
  <!-- Where it came from. -->
  <xsl:template match="sourceDesc//*" mode="m:zone" as="xs:string" priority="-0.2">zone.source</xsl:template>
  <!-- Who paid for it. -->
  <xsl:template match="note[@type = 'donor']" mode="m:zone" as="xs:string">zone.donor</xsl:template>
  <!-- The other documents that it lists. -->
  <xsl:template match="standOff//*" mode="m:zone" as="xs:string" priority="2">zone.related</xsl:template>
  <!-- What nobody reads as part of the document. -->
  <xsl:template match="ab[@type = 'setAside']" mode="m:zone" as="xs:string" priority="2">zone.set-aside</xsl:template>

  <!-- A line of the form, by its type. -->
  <xsl:template match="seg" mode="m:zone" as="xs:string">
    <xsl:sequence select="if (f:has-label('zone.' || @type)) then 'zone.' || @type else 'zone.other'"/>
  </xsl:template>
  <!-- A date, a time. -->
  <xsl:template match="dateline | text//date" mode="m:zone" as="xs:string">zone.dateline</xsl:template>
  <!-- From whom, to whom, where. -->
  <xsl:template match="address | addrLine" mode="m:zone" as="xs:string">zone.address</xsl:template>
  <!-- The salutation. -->
  <xsl:template match="salute" mode="m:zone" as="xs:string">zone.salutation</xsl:template>
  <!-- The signature. -->
  <xsl:template match="signed" mode="m:zone" as="xs:string">zone.signature</xsl:template>
  <!-- A heading. -->
  <xsl:template match="head" mode="m:zone" as="xs:string">zone.head</xsl:template>
  <!-- A rule. -->
  <xsl:template match="milestone" mode="m:zone" as="xs:string">zone.rule</xsl:template>
  <!-- A paragraph. -->
  <xsl:template match="text//p" mode="m:zone" as="xs:string" priority="1">zone.paragraph</xsl:template>
  <!-- A block by its type; most are instructions to the relay. -->
  <xsl:template match="text//ab" mode="m:zone" as="xs:string" priority="1">
    <xsl:sequence select="if (f:has-label('zone.' || @type)) then 'zone.' || @type else 'zone.paragraph'"/>
  </xsl:template>
  <!-- An item, or its printed number. -->
  <xsl:template match="item | label" mode="m:zone" as="xs:string">zone.item</xsl:template>
  <!-- How many copies there are; who gets them. -->
  <xsl:template match="measure | list[@type = 'distribution']//*" mode="m:zone" as="xs:string" priority="2">zone.distribution</xsl:template>
  <!-- A note, whatever it holds. -->
  <xsl:template match="text//note | text//note//*" mode="m:zone" as="xs:string" priority="3">zone.note</xsl:template>
  <!-- What is missing. -->
  <xsl:template match="gap" mode="m:zone" as="xs:string">zone.gap</xsl:template>
  <!-- The head or foot of a page. -->
  <xsl:template match="fw | pb" mode="m:zone" as="xs:string">zone.page</xsl:template>

  <!-- What stretches of a row became, in words: each zone once; a numbered paragraph by its number. -->
  <xsl:function name="f:zones" as="xs:string">
    <xsl:param name="elements" as="element()*"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:for-each select="$elements">
        <xsl:variable name="zone" as="xs:string">
          <xsl:apply-templates select="." mode="m:zone"/>
        </xsl:variable>
        <xsl:sequence select="
          if ($zone eq 'zone.paragraph' and @n) then f:fill('zone.paragraph.n', map { 'n': string(@n) }) else f:label($zone)"/>
      </xsl:for-each>
      <xsl:if test="$elements/ancestor::floatingText">{f:label('zone.enclosed')}</xsl:if>
    </xsl:variable>
    <xsl:sequence select="string-join(distinct-values($words), ' · ')"/>
  </xsl:function>

</xsl:stylesheet>
