<?xml version="1.0" encoding="UTF-8"?>
<!-- Facing: the original beside its translation, where a file holds both; what corresponds stands in one row. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The texts of a group one after the other; where there is room the style sheet sets two of them beside each other. -->
  <xsl:template match="group" mode="m:text" as="element(Q{}div)">
    <xsl:variable name="texts" as="element(Q{}section)*">
      <xsl:apply-templates select="text" mode="m:text"/>
    </xsl:variable>
    <div class="texts">
      <xsl:choose>
        <xsl:when test="fp:is-facing(.)">
          <xsl:attribute name="class" select="'texts facing'"/>
          <xsl:variable name="ties" as="map(xs:integer, xs:integer)*" select="fp:ties(., $texts)"/>
          <xsl:apply-templates select="$texts[1]" mode="m:placed">
            <xsl:with-param name="rows" tunnel="yes" select="fp:placed($texts[1], $ties ! map { ?1: ?3 })"/>
          </xsl:apply-templates>
          <xsl:apply-templates select="$texts[2]" mode="m:placed">
            <xsl:with-param name="rows" tunnel="yes" select="fp:placed($texts[2], $ties ! map { ?2: ?3 })"/>
          </xsl:apply-templates>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="$texts"/>
        </xsl:otherwise>
      </xsl:choose>
    </div>
  </xsl:template>

  <!-- The original or its translation, under its heading; with the way to the other. -->
  <xsl:template match="group/text" mode="m:text" as="element(Q{}section)">
    <xsl:variable name="other" as="element(text)?" select="../text[not(. is current())][last()]"/>
    <section>
      <xsl:call-template name="m:attributes"/>
      <xsl:attribute name="id" select="fp:side(.)"/>
      <xsl:if test="f:has-label('text.' || @type)">
        <xsl:attribute name="aria-labelledby" select="fp:side(.) || '-heading'"/>
        <h2 class="caption apparatus" id="{fp:side(.)}-heading" lang="{$lang}">{f:label('text.' || @type)}</h2>
      </xsl:if>
      <xsl:if test="$other[f:has-label('text.to-' || @type)]">
        <p class="jump apparatus" lang="{$lang}">
          <a href="#{fp:side($other)}">{f:label('text.to-' || $other/@type)}</a>
        </p>
      </xsl:if>
      <xsl:apply-templates mode="m:text"/>
    </section>
  </xsl:template>

  <!-- The rows that the style sheet of the page has to know. -->
  <xsl:template match="group[fp:is-facing(.)]" mode="m:facing" as="element(Q{}style)">
    <xsl:variable name="most" as="xs:integer" select="count(text/descendant::*[f:is-leaf(.) or f:is-container(.)]) + 2"/>
    <style>
      <xsl:sequence select="
        '@media screen and (min-width:60rem){' || string-join((1 to $most) ! ('.facing .row-' || . || '{grid-row:' || . || '}')) || '}'"/>
    </style>
  </xsl:template>

  <!-- Any other group sets nothing in rows. -->
  <xsl:template match="group" mode="m:facing" as="empty-sequence()"/>

  <!-- What was made, as it is. -->
  <xsl:mode name="m:placed" on-no-match="shallow-copy"/>

  <!-- A block that has its place in a row. -->
  <xsl:template match="Q{}*[f:is-step(.)]" mode="m:placed" as="element()">
    <!-- Rows by the generated ids of blocks. -->
    <xsl:param name="rows" as="map(xs:string, xs:integer)" tunnel="yes"/>
    <xsl:copy>
      <xsl:copy-of select="@*"/>
      <xsl:attribute name="class" select="@class, 'row-' || $rows(generate-id(.)) + 1" separator=" "/>
      <xsl:copy-of select="node()"/>
    </xsl:copy>
  </xsl:template>

  <!-- Whether a group is an original and its translation. -->
  <xsl:function name="fp:is-facing" as="xs:boolean">
    <xsl:param name="group" as="element(group)"/>
    <xsl:sequence select="deep-equal($group/text/@type ! string(), ('original', 'translation')) or deep-equal($group/text/@type ! string(), ('translation', 'original'))"/>
  </xsl:function>

  <!-- The id of a side of the page. -->
  <xsl:function name="fp:side" as="xs:string">
    <xsl:param name="text" as="element(text)"/>
    <xsl:sequence select="($text/@xml:id, 'page-' || ($text/@type, 'text')[1] || (count($text/preceding-sibling::text[@type = $text/@type])[. gt 0] ! ('-' || . + 1)))[1]"/>
  </xsl:function>

  <!-- Whether what was made is a block of one side: it stands in its division, or in the side itself. -->
  <xsl:function name="f:is-step" as="xs:boolean">
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="
      exists($block/(parent::Q{}section[fp:is-side(.)] | parent::Q{}div[fp:is-division(.)]))
      and not(fp:is-division($block)) and not($block/(self::Q{}h2[tokenize(@class) = 'caption'] | self::Q{}p[@class = 'jump apparatus']))"/>
  </xsl:function>

  <!-- Whether what was made is a side. -->
  <xsl:function name="fp:is-side" as="xs:boolean">
    <xsl:param name="section" as="element()"/>
    <xsl:sequence select="empty($section/parent::*) and tokenize($section/@class)[1] = 'text'"/>
  </xsl:function>

  <!-- Whether what was made is a division of a side. -->
  <xsl:function name="fp:is-division" as="xs:boolean">
    <xsl:param name="div" as="element()"/>
    <xsl:sequence select="exists($div/self::Q{}div[tokenize(@class)[1] = 'div']/..[fp:is-side(.)])"/>
  </xsl:function>

  <!-- The blocks of a side, in order. -->
  <xsl:function name="fp:steps" as="element()*">
    <xsl:param name="side" as="element()"/>
    <xsl:sequence select="($side/* | $side/*/*)[f:is-step(.)]"/>
  </xsl:function>

  <!-- Which blocks of the two sides correspond, each to one, in order: their numbers 1 and 2, and the row 3 that is theirs.
       What stands between two rows has rows of its own, from the upper row on. -->
  <xsl:function name="fp:ties" as="map(xs:integer, xs:integer)*">
    <xsl:param name="group" as="element(group)"/>
    <xsl:param name="sides" as="element()+"/>
    <xsl:variable name="other" as="element()*" select="fp:steps($sides[2])"/>
    <xsl:variable name="at" as="map(xs:string, xs:integer)" select="map:merge(
      for $i in 1 to count($other) return $other[$i]/descendant-or-self::*/@id ! map { string(.): $i })"/>
    <xsl:variable name="partners" as="map(xs:string, xs:string*)" select="fp:partners($group)"/>
    <xsl:iterate select="fp:steps($sides[1])">
      <!-- What was found. -->
      <xsl:param name="found" as="map(xs:integer, xs:integer)*" select="()"/>
      <xsl:on-completion select="$found"/>
      <xsl:variable name="last" as="map(xs:integer, xs:integer)" select="($found[last()], map { 1: 0, 2: 0, 3: 0 })[1]"/>
      <xsl:variable name="number" as="xs:integer" select="position()"/>
      <xsl:variable name="there" as="xs:integer?" select="
        (descendant-or-self::*/@id ! $partners(string(.)) ! $at(.))[. gt $last(2)][1]"/>
      <xsl:next-iteration>
        <xsl:with-param name="found" select="$found, $there ! map {
          1: $number, 2: ., 3: $last(3) + max(($number - $last(1), . - $last(2))) }"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- The row of each block of a side, from the rows of those that correspond to one of the other. -->
  <xsl:function name="fp:placed" as="map(xs:string, xs:integer)">
    <xsl:param name="side" as="element()"/>
    <xsl:param name="tied" as="map(xs:integer, xs:integer)*"/>
    <xsl:variable name="rows" as="map(xs:integer, xs:integer)" select="map:merge($tied)"/>
    <xsl:variable name="steps" as="element()*" select="fp:steps($side)"/>
    <xsl:map>
      <xsl:for-each select="$steps">
        <xsl:variable name="number" as="xs:integer" select="position()"/>
        <xsl:variable name="above" as="xs:integer" select="(sort(map:keys($rows)[. le $number])[last()], 0)[1]"/>
        <xsl:map-entry key="generate-id(.)" select="($rows($above), 0)[1] + $number - $above"/>
      </xsl:for-each>
    </xsl:map>
  </xsl:function>

  <!-- What blocks correspond to, by their ids: as corresp says, in either direction; where it says nothing in the whole
       group, paragraphs of the same number. -->
  <xsl:function name="fp:partners" as="map(xs:string, xs:string*)">
    <xsl:param name="group" as="element(group)"/>
    <xsl:variable name="said" as="map(xs:string, xs:string)*" select="
      for $block in $group//*[@corresp][@xml:id], $id in tokenize($block/@corresp)[starts-with(., '#')] ! substring(., 2)
      return (map { string($block/@xml:id): $id }, map { $id: string($block/@xml:id) })"/>
    <xsl:variable name="counted" as="map(xs:string, xs:string)*" select="
      for $one in $group/text[1]//p[@xml:id][@n], $two in $group/text[2]//p[@xml:id][@n = $one/@n][1]
      return map { string($one/@xml:id): string($two/@xml:id) }"/>
    <xsl:sequence select="map:merge(if (exists($said)) then $said else $counted, map { 'duplicates': 'combine' })"/>
  </xsl:function>

</xsl:stylesheet>
