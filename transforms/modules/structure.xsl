<?xml version="1.0" encoding="UTF-8"?>
<!-- Structure: divisions, paragraphs, headings, enclosed messages, rules and page breaks. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Containers that need no element of their own. -->
  <xsl:template match="text | front | back | body" mode="m:text" as="item()*">
    <xsl:apply-templates mode="m:text"/>
  </xsl:template>

  <!-- The cable, or a division of it. -->
  <xsl:template match="div" mode="m:text" as="element(Q{}div)">
    <div>
      <xsl:call-template name="m:attributes"/>
      <xsl:apply-templates mode="m:text"/>
    </div>
  </xsl:template>

  <!-- A heading of the cable: one level below the heading of the page, deeper inside headed divisions. -->
  <xsl:template match="head" mode="m:text" as="element()">
    <xsl:variable name="depth" as="xs:integer" select="count(ancestor::*[self::div or self::body][head]) + 1"/>
    <xsl:element name="h{min(($depth, 6))}">
      <xsl:call-template name="m:attributes"/>
      <xsl:call-template name="m:content"/>
    </xsl:element>
  </xsl:template>

  <!-- A paragraph, or a block such as an instruction to the relay; with an address of its own for citing. -->
  <xsl:template match="p | ab" mode="m:text" as="element()">
    <xsl:element name="{if (f:has-blocks(.)) then 'div' else 'p'}">
      <xsl:call-template name="m:attributes"/>
      <xsl:if test="@type = 'unparsed'">
        <xsl:attribute name="title" select="f:label('unparsed')"/>
      </xsl:if>
      <xsl:call-template name="m:permalink"/>
      <xsl:call-template name="m:content"/>
    </xsl:element>
  </xsl:template>

  <!-- A paragraph inside a note that stands in running text: HTML allows no p there. -->
  <xsl:template match="note[not(f:is-leaf(.) or f:is-container(..))]/p" mode="m:text" as="node()*">
    <xsl:if test="preceding-sibling::p">
      <xsl:text> </xsl:text>
    </xsl:if>
    <span>
      <xsl:call-template name="m:attributes"/>
      <xsl:call-template name="m:content"/>
    </span>
  </xsl:template>

  <!-- A message the telegram encloses: set apart, captioned with its own sender and addressee. -->
  <xsl:template match="floatingText" mode="m:text" as="element(Q{}section)">
    <xsl:variable name="caption" as="xs:string" select="'caption-' || (@xml:id, generate-id())[1]"/>
    <section aria-labelledby="{$caption}">
      <xsl:call-template name="m:attributes">
        <xsl:with-param name="class" select="'enclosed'"/>
      </xsl:call-template>
      <xsl:call-template name="m:permalink"/>
      <p class="caption apparatus" id="{$caption}" lang="{$lang}">
        <xsl:text>{f:label('enclosed')}</xsl:text>
        <xsl:apply-templates select="root()//correspDesc[tokenize(@corresp) ! substring-after(., '#') = current()/@xml:id]" mode="m:enclosed-parties"/>
      </p>
      <xsl:apply-templates mode="m:text"/>
    </section>
  </xsl:template>

  <!-- What follows a closer; copy lists after the signature. -->
  <xsl:template match="postscript | trailer" mode="m:text" as="element(Q{}div)">
    <div>
      <xsl:call-template name="m:attributes"/>
      <xsl:call-template name="m:content"/>
    </div>
  </xsl:template>

  <!-- A quotation. -->
  <xsl:template match="quote | q" mode="m:text" as="element()">
    <xsl:element name="{if (f:has-blocks(.) or f:is-leaf(.) or f:is-container(.)) then 'blockquote' else 'span'}">
      <xsl:call-template name="m:attributes"/>
      <xsl:call-template name="m:content"/>
    </xsl:element>
  </xsl:template>

  <!-- A rule drawn across the form. -->
  <xsl:template match="milestone[@unit = 'rule']" mode="m:text" as="element(Q{}hr)">
    <hr class="rule"/>
  </xsl:template>

  <!-- The place of page furniture that encodingDesc keeps: nothing to show. -->
  <xsl:template match="milestone[@unit = 'setAside']" mode="m:text" as="empty-sequence()"/>

  <!-- A line break of the source that has meaning. -->
  <xsl:template match="lb" mode="m:text" as="element(Q{}br)">
    <br/>
  </xsl:template>

  <!-- A word divided at a line end is joined for reading; lines of the form are lines already. -->
  <xsl:template match="lb[@break = 'no'] | opener/lb | closer/lb" mode="m:text" as="empty-sequence()"/>

  <!-- A page of the source begins: its number in our words where the source prints none. -->
  <xsl:template match="pb" mode="m:text" as="element(Q{}span)">
    <span class="pb">
      <xsl:if test="@n and empty(preceding::pb[@n = current()/@n])">
        <xsl:attribute name="id" select="'page-' || translate(@n, ' ', '-')"/>
      </xsl:if>
      <xsl:if test="@n and not(following-sibling::*[1][self::fw[@type = 'pageNum'][@rendition]])">
        <span class="apparatus" lang="{$lang}">{f:fill('page', map { 'n': string(@n) })}</span>
      </xsl:if>
    </span>
  </xsl:template>

  <!-- A running head, or the number at the foot of the page before: nobody reads it as part of the text. -->
  <xsl:template match="fw[not(@type = 'pageNum' and @rendition and preceding-sibling::*[1][self::pb])]" mode="m:text" as="empty-sequence()" priority="1"/>

  <!-- What such a link is called, before and behind the id of its block. -->
  <xsl:variable name="fp:permalink" as="xs:string" select="f:fill('permalink', map { 'id': '&#xE0F2;' })"/>
  <xsl:variable name="fp:before-id" as="xs:string" select="substring-before($fp:permalink, '&#xE0F2;')"/>
  <xsl:variable name="fp:behind-id" as="xs:string" select="substring-after($fp:permalink, '&#xE0F2;')"/>

  <!-- A quiet link in the margin by which a block can be cited. It has no text, so that copying keeps to the cable; a
       paragraph shows its number, any other block its id. Where blocks stand in a block, they have the links. -->
  <xsl:template name="m:permalink" as="element(Q{}a)?">
    <xsl:variable name="id" as="xs:string" select="string(@xml:id)"/>
    <xsl:if test="$id and (self::floatingText or not(f:has-blocks(.)))">
      <a class="permalink apparatus" href="#{$id}" lang="{$lang}" data-n="{if (starts-with($id, 'p') and translate(substring($id, 2, 1), '0123456789', '0000000000') eq '0') then substring($id, 2) else $id}"
        aria-label="{$fp:before-id}{$id}{$fp:behind-id}"/>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
