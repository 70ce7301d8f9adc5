<?xml version="1.0" encoding="UTF-8"?>
<!-- Lists: numbered items with their printed numbers, copy lists. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- A list; its printed numbers stay text, so nothing is numbered anew. -->
  <xsl:template match="list" mode="m:text" as="element(Q{}div)">
    <div>
      <xsl:call-template name="m:attributes">
        <xsl:with-param name="class" select="'inline'[f:is-inline(current())]"/>
      </xsl:call-template>
      <xsl:apply-templates select="head" mode="m:text"/>
      <xsl:element name="{if (label or @rend = 'numbered') then 'ol' else 'ul'}">
        <!-- Without list-style Safari would no longer announce a list. -->
        <xsl:attribute name="role" select="'list'"/>
        <xsl:for-each-group select="* except head" group-ending-with="item">
          <xsl:text> </xsl:text>
          <li>
            <xsl:apply-templates select="current-group()" mode="m:text"/>
          </li>
        </xsl:for-each-group>
      </xsl:element>
    </div>
  </xsl:template>

  <!-- The heading of a list. -->
  <xsl:template match="list/head" mode="m:text" as="element(Q{}p)" priority="1">
    <p>
      <xsl:call-template name="m:attributes">
        <xsl:with-param name="class" select="'list-head'"/>
      </xsl:call-template>
      <xsl:call-template name="m:content"/>
    </p>
  </xsl:template>

  <!-- The printed number of an item, or the mark of a note. -->
  <xsl:template match="label" mode="m:text" as="item()*">
    <span>
      <xsl:call-template name="m:attributes"/>
      <xsl:call-template name="m:content"/>
    </span>
    <xsl:if test="parent::list">
      <xsl:text> </xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- An item. -->
  <xsl:template match="item" mode="m:text" as="element(Q{}div)">
    <div>
      <xsl:call-template name="m:attributes"/>
      <xsl:if test="not(f:is-inline(..))">
        <xsl:call-template name="m:permalink"/>
      </xsl:if>
      <xsl:call-template name="m:content"/>
    </div>
  </xsl:template>

</xsl:stylesheet>
