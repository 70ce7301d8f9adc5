<?xml version="1.0" encoding="UTF-8"?>
<!-- Between: the way along an exchange, to what the same two correspondents wrote before and after, and to answers. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Where the document stands in the exchanges it is part of: the text of an XML element “exchange”. -->
  <xsl:param name="exchange" as="xs:string" select="''"/>

  <!-- The ways along its exchanges, each between two correspondents. -->
  <xsl:template name="m:between" as="element(nav)*">
    <xsl:if test="$exchange">
      <xsl:apply-templates select="parse-xml($exchange)/exchange" mode="m:between"/>
    </xsl:if>
  </xsl:template>

  <!-- One exchange after the other; answers, which the file states, come first. -->
  <xsl:template match="exchange" mode="m:between" as="element(nav)*">
    <xsl:if test="answers or answered">
      <nav class="neighbours exchange" aria-label="{f:label('exchange')}">
        <xsl:for-each select="answers/document, answered/document">
          <xsl:apply-templates select="." mode="m:between">
            <xsl:with-param name="key" select="'exchange.' || local-name(..)"/>
          </xsl:apply-templates>
        </xsl:for-each>
      </nav>
    </xsl:if>
    <xsl:apply-templates select="between" mode="m:between"/>
  </xsl:template>

  <!-- What two correspondents wrote to each other before and after; of several pairs where it is the same. -->
  <xsl:template match="between" mode="m:between" as="element(nav)">
    <xsl:variable name="label" as="xs:string" select="'page-exchange-' || count(preceding-sibling::between) + 1"/>
    <nav class="neighbours exchange" aria-labelledby="{$label}">
      <p id="{$label}">{string-join(pair ! f:fill('exchange.between', map { 'one': string(@one), 'other': string(@other) }), ' · ')}</p>
      <xsl:for-each select="document">
        <xsl:apply-templates select="." mode="m:between">
          <xsl:with-param name="key" select="string(@side)"/>
        </xsl:apply-templates>
      </xsl:for-each>
    </nav>
  </xsl:template>

  <!-- The way to one document. -->
  <xsl:template match="document" mode="m:between" as="element(a)">
    <!-- The label of the way. -->
    <xsl:param name="key" as="xs:string"/>
    <a class="{(@side, 'prev'[current()/parent::answers], 'next')[1]}" href="{@href}">
      <span class="key">{f:label($key)}</span>
      <xsl:text> </xsl:text>
      <span lang="{(@lang[. ne ''], $lang)[1]}">{@title}</span>
    </a>
  </xsl:template>

</xsl:stylesheet>
