<?xml version="1.0" encoding="UTF-8"?>
<!-- Structure in print: divisions, paragraphs, headings, the form, enclosed messages, lists. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Containers that print nothing of their own. -->
  <xsl:template match="text | group | front | back | body | div | address" mode="m:typst" as="xs:string">
    <xsl:call-template name="m:typst-content"/>
  </xsl:template>

  <!-- The original or its translation, where a file holds both. -->
  <xsl:template match="group/text" mode="m:typst" as="xs:string">
    <xsl:variable name="content" as="xs:string">
      <xsl:call-template name="m:typst-content"/>
    </xsl:variable>
    <xsl:sequence select="f:blocks((f:call('caption', f:literal(f:label('text.' || @type)))[f:has-label('text.' || current()/@type)], $content))"/>
  </xsl:template>

  <!-- A heading of the cable: one level below the heading of the document, deeper inside headed divisions. -->
  <xsl:template match="head" mode="m:typst" as="xs:string">
    <xsl:variable name="content" as="xs:string">
      <xsl:call-template name="m:typst-content"/>
    </xsl:variable>
    <xsl:variable name="depth" as="xs:integer" select="count(ancestor::*[self::div or self::body][head]) + 1"/>
    <xsl:sequence select="f:call('cable-head', (string(max((2, min(($depth, 6))))), $content))"/>
  </xsl:template>

  <!-- A paragraph, an instruction to the relay, a line no rule understood. -->
  <xsl:template match="p | ab" mode="m:typst" as="xs:string">
    <xsl:variable name="content" as="xs:string">
      <xsl:call-template name="m:typst-content"/>
    </xsl:variable>
    <xsl:sequence select="f:call(if (@type = ('instruction', 'unparsed')) then @type else 'paragraph', $content)"/>
  </xsl:template>

  <!-- A paragraph inside a note that stands in running text. -->
  <xsl:template match="note[not(f:is-leaf(.) or f:is-container(..))]/p" mode="m:typst" as="xs:string">
    <xsl:variable name="content" as="xs:string">
      <xsl:call-template name="m:typst-content"/>
    </xsl:variable>
    <xsl:sequence select="f:body((f:literal(' ')[current()/preceding-sibling::p], $content))"/>
  </xsl:template>

  <!-- A message the telegram encloses: set apart, captioned with its own sender and addressee. -->
  <xsl:template match="floatingText" mode="m:typst" as="xs:string">
    <xsl:variable name="content" as="xs:string">
      <xsl:call-template name="m:typst-content"/>
    </xsl:variable>
    <xsl:variable name="parties" as="item()*">
      <xsl:apply-templates select="key('fp:enclosed', @xml:id)" mode="m:enclosed-parties"/>
    </xsl:variable>
    <xsl:variable name="caption" as="xs:string*">
      <xsl:sequence select="f:literal(f:label('enclosed'))"/>
      <xsl:apply-templates select="$parties" mode="m:typst-page"/>
    </xsl:variable>
    <xsl:sequence select="f:call('enclosed', (f:body($caption), $content))"/>
  </xsl:template>

  <!-- The correspondence description of an enclosed message, by the message's id. -->
  <xsl:key name="fp:enclosed" match="correspDesc" use="tokenize(@corresp) ! substring-after(., '#')"/>

  <!-- An opener or closer: lines in source order; what runs on shares the line before it. -->
  <xsl:template match="opener | closer" mode="m:typst" as="xs:string">
    <xsl:variable name="lines" as="xs:string*">
      <xsl:for-each-group select="(* except lb) | text()[normalize-space()]" group-starting-with="node()[not(f:runs-on(.))]">
        <xsl:variable name="line" as="xs:string*">
          <xsl:for-each select="current-group()">
            <xsl:sequence select="f:call('run-on', ())[current()/self::*[f:runs-on(.)]/preceding-sibling::node()[normalize-space()][1]/self::*]"/>
            <xsl:apply-templates select="." mode="m:typst"/>
          </xsl:for-each>
        </xsl:variable>
        <xsl:sequence select="f:call('form-line', (f:named('kind', f:literal(string((self::seg/@type, self::*/local-name(), 'text')[1]))), f:body($line)))"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="f:call('form', (f:named('kind', f:literal(local-name())), f:blocks($lines)))"/>
  </xsl:template>

  <!-- One of several lines of an address. -->
  <xsl:template match="addrLine[preceding-sibling::addrLine]" mode="m:typst" as="xs:string">
    <xsl:variable name="content" as="xs:string">
      <xsl:call-template name="m:typst-content"/>
    </xsl:variable>
    <xsl:sequence select="f:body(('linebreak()', $content))"/>
  </xsl:template>

  <!-- What follows a closer; copy lists after the signature. -->
  <xsl:template match="postscript | trailer" mode="m:typst" as="xs:string">
    <xsl:variable name="content" as="xs:string">
      <xsl:call-template name="m:typst-content"/>
    </xsl:variable>
    <xsl:sequence select="f:call(local-name(), $content)"/>
  </xsl:template>

  <!-- A quotation. -->
  <xsl:template match="quote | q" mode="m:typst" as="xs:string">
    <xsl:variable name="content" as="xs:string">
      <xsl:call-template name="m:typst-content"/>
    </xsl:variable>
    <xsl:sequence select="if (f:has-blocks(.) or f:is-leaf(.) or f:is-container(.)) then f:call('quotation', $content) else $content"/>
  </xsl:template>

  <!-- A list; its printed numbers stay words of the document, so nothing is numbered anew. -->
  <xsl:template match="list" mode="m:typst" as="xs:string">
    <xsl:variable name="head" as="xs:string*">
      <xsl:apply-templates select="head" mode="m:typst"/>
    </xsl:variable>
    <xsl:variable name="numbers" as="xs:string*">
      <xsl:for-each-group select="* except head" group-ending-with="item">
        <xsl:variable name="number" as="xs:string*">
          <xsl:apply-templates select="current-group()[not(self::item)]" mode="m:typst"/>
        </xsl:variable>
        <xsl:sequence select="f:body($number)"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="items" as="xs:string*">
      <xsl:for-each-group select="* except head" group-ending-with="item">
        <xsl:variable name="item" as="xs:string*">
          <xsl:apply-templates select="current-group()[self::item]" mode="m:typst"/>
        </xsl:variable>
        <xsl:sequence select="f:body($item)"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="f:call(
      if (label) then 'numbered' else if (f:is-inline(.)) then 'copies' else 'items',
      (f:named('head', f:body($head)[exists($head)]), f:named('numbers', f:array($numbers)[exists(current()/label)]), f:array($items)))"/>
  </xsl:template>

  <!-- The heading of a list. -->
  <xsl:template match="list/head" mode="m:typst" as="xs:string" priority="1">
    <xsl:call-template name="m:typst-content"/>
  </xsl:template>

  <!-- A rule drawn across the form. -->
  <xsl:template match="milestone[@unit = 'rule']" mode="m:typst" as="xs:string">
    <xsl:sequence select="f:call('rule', ())"/>
  </xsl:template>

  <!-- The place of page furniture that encodingDesc keeps: nothing to print. -->
  <xsl:template match="milestone[@unit = 'setAside']" mode="m:typst" as="empty-sequence()"/>

  <!-- A line break of the source that has meaning. -->
  <xsl:template match="lb" mode="m:typst" as="xs:string">
    <xsl:sequence select="'linebreak()'"/>
  </xsl:template>

  <!-- A word divided at a line end is joined for reading; lines of the form are lines already. -->
  <xsl:template match="lb[@break = 'no'] | opener/lb | closer/lb" mode="m:typst" as="empty-sequence()"/>

  <!-- A page of the source begins: its number in our words where the source prints none. -->
  <xsl:template match="pb" mode="m:typst" as="xs:string?">
    <xsl:sequence select="f:call('apparatus', f:literal(' [' || f:fill('page', map { 'n': string(@n) }) || '] '))[current()[@n][not(following-sibling::*[1][self::fw[@type = 'pageNum'][@rendition]])]]"/>
  </xsl:template>

  <!-- A running head, or the number at the foot of the page before: nobody reads it as part of the text. -->
  <xsl:template match="fw[not(@type = 'pageNum' and @rendition and preceding-sibling::*[1][self::pb])]" mode="m:typst" as="empty-sequence()" priority="1"/>

</xsl:stylesheet>
