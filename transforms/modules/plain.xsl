<?xml version="1.0" encoding="UTF-8"?>
<!-- Plain text: the cable as lines, brackets printed; a paragraph is one line, a blank line stands between paragraphs. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The text of a cable as plain text: the mode an edition overrides. -->
  <xsl:mode name="m:plain" on-no-match="text-only-copy"/>

  <!-- A phrase: its words between the characters that delimited it. -->
  <xsl:template match="*" mode="m:plain" as="text()*">
    <xsl:value-of select="string-join(f:opening(.))"/>
    <xsl:apply-templates mode="m:plain"/>
    <xsl:value-of select="string-join(f:closing(.))"/>
  </xsl:template>

  <!-- A container: only its blocks print. -->
  <xsl:template match="*[f:is-container(.)]" mode="m:plain" as="text()*" priority="1">
    <xsl:apply-templates select="*" mode="m:plain"/>
    <xsl:value-of select="f:signature(.)"/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- The original or its translation, under its heading. -->
  <xsl:template match="group/text" mode="m:plain" as="text()*" priority="2">
    <xsl:if test="f:has-label('text.' || @type)">
      <xsl:text>{f:label('text.' || @type)}&#10;&#10;&#10;</xsl:text>
    </xsl:if>
    <xsl:next-match/>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- A block: one line and a blank one; blocks inside it stand for themselves. -->
  <xsl:template match="*[f:is-leaf(.)]" mode="m:plain" as="text()*" priority="2">
    <xsl:value-of select="string-join(f:opening(.))"/>
    <xsl:for-each-group select="node()" group-adjacent="f:has-blocks(.)">
      <xsl:variable name="words" as="text()*">
        <xsl:apply-templates select="current-group()" mode="m:plain"/>
      </xsl:variable>
      <xsl:choose>
        <xsl:when test="current-grouping-key()">
          <xsl:text>&#10;&#10;</xsl:text>
          <xsl:sequence select="$words"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:value-of select="normalize-space(string-join($words))"/>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each-group>
    <xsl:value-of select="string-join(f:closing(.)), f:signature(.)[. ne '']"/>
    <xsl:text>&#10;&#10;</xsl:text>
  </xsl:template>

  <!-- The form: one line for each part; what runs on shares the line before it. -->
  <xsl:template match="opener | closer" mode="m:plain" as="text()*" priority="3">
    <xsl:for-each-group select="(* except lb) | text()[normalize-space()]" group-starting-with="node()[not(f:runs-on(.))]">
      <xsl:value-of select="string-join(current-group() ! fp:line(.))"/>
      <xsl:text>&#10;</xsl:text>
    </xsl:for-each-group>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- A list: each item begins with its printed number. -->
  <xsl:template match="list" mode="m:plain" as="text()*" priority="3">
    <xsl:for-each-group select="*" group-ending-with="item | head">
      <xsl:variable name="words" as="xs:string*" select="current-group() ! fp:block(.)"/>
      <xsl:value-of select="string-join($words, ' ')"/>
      <xsl:text>{if (current-group()[last()][f:is-container(.)]) then '&#10;&#10;' else '&#10;'}</xsl:text>
    </xsl:for-each-group>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- Two readings, a blank between them. -->
  <xsl:template match="choice" mode="m:plain" as="text()*" priority="3">
    <xsl:for-each select="*">
      <xsl:text>{if (position() gt 1) then ' ' else ''}</xsl:text>
      <xsl:apply-templates select="." mode="m:plain"/>
    </xsl:for-each>
  </xsl:template>

  <!-- The reading an editor put into the text, and the source's. -->
  <xsl:template match="choice[f:edited-reading(.)]" mode="m:plain" as="text()*" priority="3.5">
    <xsl:apply-templates select="f:edited-reading(.)" mode="m:plain"/>
    <xsl:text> [{f:fill('edited.source', map { 'reading': f:source-reading(.) })}]</xsl:text>
  </xsl:template>

  <!-- What is missing and has no words in the source. -->
  <xsl:template match="gap[not(desc)]" mode="m:plain" as="text()*" priority="3">
    <xsl:text>{string-join(f:opening(.))}{f:label('gap.' || (@reason, 'missing')[1])}{string-join(f:closing(.))}</xsl:text>
    <xsl:if test="f:is-leaf(.)">
      <xsl:text>&#10;&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- A rule: in the characters the source drew it with. -->
  <xsl:template match="milestone[@unit = 'rule']" mode="m:plain" as="text()*" priority="3">
    <xsl:variable name="drawn" as="xs:string" select="f:before(.) || f:after(.)"/>
    <xsl:text>{if ($drawn ne '') then $drawn else '———'}&#10;&#10;</xsl:text>
  </xsl:template>

  <!-- Nothing to print; a running head interrupts the text for the eye only. -->
  <xsl:template match="milestone[@unit = 'setAside'] | fw[not(@type = 'pageNum' and @rendition and preceding-sibling::*[1][self::pb])] | pb | lb[@break = 'no']" mode="m:plain" as="empty-sequence()" priority="3"/>

  <!-- A line break inside a phrase. -->
  <xsl:template match="lb" mode="m:plain" as="text()" priority="2.5">
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- A part of the form on one line. -->
  <xsl:function name="fp:line" as="xs:string">
    <xsl:param name="part" as="node()"/>
    <xsl:variable name="words" as="text()*">
      <xsl:apply-templates select="$part" mode="m:plain"/>
    </xsl:variable>
    <xsl:sequence select="
      if ($part/self::address or $part//list[not(f:is-inline(.))]) then replace(string-join($words), '\s*\n\s*(\S)', '&#10;$1') ! fp:ended(.)
      else normalize-space(string-join($words))"/>
  </xsl:function>

  <!-- A block without the blank line after it. -->
  <xsl:function name="fp:block" as="xs:string">
    <xsl:param name="block" as="element()"/>
    <xsl:variable name="words" as="text()*">
      <xsl:apply-templates select="$block" mode="m:plain"/>
    </xsl:variable>
    <xsl:sequence select="f:trimmed(string-join($words))"/>
  </xsl:function>

  <!-- Lines without the blanks at their ends; of several blank lines between them one stays, at either end none. They are
       looked at one by one: an expression would try every blank of the cable. -->
  <xsl:function name="f:lines" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="pieces" as="xs:string*">
      <xsl:for-each-group select="tokenize(f:trimmed($words), '\n')" group-adjacent="normalize-space() ne ''">
        <xsl:sequence select="if (current-grouping-key()) then string-join(current-group() ! fp:ended(.), '&#10;') else ''"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="string-join($pieces, '&#10;')"/>
  </xsl:function>

  <!-- A text without white space at its ends. -->
  <xsl:function name="f:trimmed" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="fp:begun(fp:ended($text))"/>
  </xsl:function>

  <!-- A text without white space before it. -->
  <xsl:function name="fp:begun" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="if ($text ne '' and not(normalize-space(substring($text, 1, 1)))) then fp:begun(substring($text, 2)) else $text"/>
  </xsl:function>

  <!-- A text without white space after it. -->
  <xsl:function name="fp:ended" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="length" as="xs:integer" select="string-length($text)"/>
    <xsl:sequence select="if ($length gt 0 and not(normalize-space(substring($text, $length)))) then fp:ended(substring($text, 1, $length - 1)) else $text"/>
  </xsl:function>

</xsl:stylesheet>
