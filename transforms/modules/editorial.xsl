<?xml version="1.0" encoding="UTF-8"?>
<!-- Editorial: what translator, archive and editors did to the words, and what they could not read. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Words of the original left in the translation. -->
  <xsl:template match="foreign" mode="m:text" as="element(Q{}i)">
    <i>
      <xsl:call-template name="m:attributes"/>
      <xsl:call-template name="m:content"/>
    </i>
  </xsl:template>

  <!-- Two readings beside each other, as the source prints them: April 16 [17]. -->
  <xsl:template match="choice" mode="m:text" as="element(Q{}span)">
    <span>
      <xsl:call-template name="m:attributes"/>
      <xsl:for-each select="*">
        <xsl:if test="position() gt 1">
          <span class="blank">
            <xsl:text> </xsl:text>
          </span>
        </xsl:if>
        <xsl:apply-templates select="." mode="m:text"/>
      </xsl:for-each>
    </span>
  </xsl:template>

  <!-- An abbreviation, with its expansion where the source gives one. -->
  <xsl:template match="abbr" mode="m:text" as="element(Q{}abbr)">
    <abbr>
      <xsl:call-template name="m:attributes"/>
      <xsl:for-each select="parent::choice/expan[1]">
        <xsl:attribute name="title" select="normalize-space()"/>
      </xsl:for-each>
      <xsl:call-template name="m:content"/>
    </abbr>
  </xsl:template>

  <!-- Struck out. -->
  <xsl:template match="del" mode="m:text" as="element(Q{}del)">
    <del>
      <xsl:call-template name="m:attributes"/>
      <xsl:call-template name="m:content"/>
    </del>
  </xsl:template>

  <!-- Written in by hand. -->
  <xsl:template match="add" mode="m:text" as="element(Q{}ins)">
    <ins>
      <xsl:call-template name="m:attributes"/>
      <xsl:call-template name="m:content"/>
    </ins>
  </xsl:template>

  <!-- What is missing: in the words of the source, else in ours. -->
  <xsl:template match="gap" mode="m:text" as="element(Q{}span)">
    <span>
      <xsl:call-template name="m:attributes"/>
      <xsl:call-template name="m:delimiters">
        <xsl:with-param name="characters" select="f:opening(.)"/>
      </xsl:call-template>
      <xsl:apply-templates select="desc/node()" mode="m:text"/>
      <xsl:if test="not(desc)">
        <span class="apparatus" lang="{$lang}">{f:label('gap.' || (@reason, 'missing')[1])}</span>
      </xsl:if>
      <xsl:call-template name="m:delimiters">
        <xsl:with-param name="characters" select="f:closing(.)"/>
      </xsl:call-template>
    </span>
  </xsl:template>

  <!-- Set in a way of its own. -->
  <xsl:template match="hi | emph" mode="m:text" as="element()">
    <xsl:variable name="ways" as="xs:string*" select="tokenize(@rend)"/>
    <xsl:element name="{
      if ($ways = 'superscript') then 'sup' else if ($ways = 'subscript') then 'sub' else if ($ways = 'bold') then 'b'
      else if ($ways = 'italic' or self::emph) then 'em' else 'span'}">
      <xsl:call-template name="m:attributes"/>
      <xsl:call-template name="m:content"/>
    </xsl:element>
  </xsl:template>

</xsl:stylesheet>
