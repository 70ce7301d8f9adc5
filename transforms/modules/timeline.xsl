<?xml version="1.0" encoding="UTF-8"?>
<!-- Timeline: how the documents lie in time, drawn above the chronology, which says the same in words. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp" xmlns="http://www.w3.org/2000/svg"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Width of the drawing, of which the page makes as much as there is room for. -->
  <xsl:variable name="fp:width" as="xs:integer" select="640"/>

  <!-- A column for each month, or for each year where the edition covers more than three; a mark for each document, or a
       bar for each column where there are too many. Nothing where there is little to see. -->
  <xsl:template match="edition" mode="m:timeline" as="element(Q{http://www.w3.org/2000/svg}svg)?">
    <xsl:variable name="dated" as="element(document)*" select="document[not(starts-with(@order, '9999'))]"/>
    <xsl:variable name="years" as="xs:integer*" select="$dated ! xs:integer(substring(@order, 1, 4))"/>
    <xsl:variable name="by-month" as="xs:boolean" select="exists($years) and max($years) - min($years) lt 3"/>
    <xsl:variable name="placed" as="element(document)*" select="$dated[not($by-month) or matches(@order, '^\d{4}-\d\d')]"/>
    <xsl:variable name="columns" as="xs:integer*" select="$placed ! fp:column(., $by-month)"/>
    <xsl:variable name="first" as="xs:integer?" select="min($columns)"/>
    <xsl:variable name="n" as="xs:integer" select="(max($columns) - $first + 1, 0)[1]"/>
    <xsl:if test="count($placed) ge 5 and $n ge 3">
      <xsl:variable name="most" as="xs:integer" select="fp:most($columns)"/>
      <xsl:variable name="pitch" as="xs:double" select="$fp:width div $n"/>
      <xsl:variable name="step" as="xs:double" select="min((9, 150 div $most))"/>
      <xsl:variable name="base" as="xs:double" select="ceiling($step * $most) + 4"/>
      <svg class="timeline" viewBox="0 0 {$fp:width} {$base + 24}" aria-hidden="true" focusable="false">
        <xsl:for-each-group select="$placed" group-by="fp:column(., $by-month)">
          <xsl:variable name="wide" as="xs:double" select="min(($pitch * 0.72, 22))"/>
          <xsl:variable name="x" as="xs:double" select="(current-grouping-key() - $first + 0.5) * $pitch - $wide div 2"/>
          <xsl:choose>
            <xsl:when test="$step lt 4">
              <a href="#y{substring(@order, 1, 4)}" tabindex="-1">
                <title>{fp:name(current-grouping-key(), $by-month)}: {count(current-group())}</title>
                <rect x="{f:coordinate($x)}" y="{f:coordinate($base - count(current-group()) * $step)}" width="{f:coordinate($wide)}" height="{f:coordinate(count(current-group()) * $step)}"/>
              </a>
            </xsl:when>
            <xsl:otherwise>
              <xsl:for-each select="current-group()">
                <xsl:sort select="@order"/>
                <xsl:sort select="@id"/>
                <a href="{@href}.html" tabindex="-1">
                  <title>{date}: {title}</title>
                  <rect x="{f:coordinate($x)}" y="{f:coordinate($base - position() * $step)}" width="{f:coordinate($wide)}" height="{f:coordinate($step - 1.5)}"/>
                </a>
              </xsl:for-each>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each-group>
        <path d="M0 {$base}H{$fp:width}"/>
        <xsl:variable name="every" as="xs:integer" select="if ($by-month) then 12 else (1, 5, 10, 20, 50)[. * $pitch ge 42][1]"/>
        <xsl:for-each select="($first to $first + $n - 1)[. mod $every eq 0 or (. eq $first and $by-month and $first mod 12 lt 9)]">
          <text x="{f:coordinate((. - $first + (if ($by-month) then 0.14 else 0.5)) * $pitch)}" y="{$base + 18}" text-anchor="{if ($by-month) then 'start' else 'middle'}">{if ($by-month) then . idiv 12 else .}</text>
        </xsl:for-each>
      </svg>
    </xsl:if>
  </xsl:template>

  <!-- The column of a document: its year, or the number of its month since the year 0. -->
  <xsl:function name="fp:column" as="xs:integer">
    <xsl:param name="document" as="element()"/>
    <xsl:param name="by-month" as="xs:boolean"/>
    <xsl:variable name="year" as="xs:integer" select="xs:integer(substring($document/@order, 1, 4))"/>
    <xsl:sequence select="if ($by-month) then $year * 12 + xs:integer(substring($document/@order, 6, 2)) - 1 else $year"/>
  </xsl:function>

  <!-- A column in words: 1950, or May 1950. -->
  <xsl:function name="fp:name" as="xs:string">
    <xsl:param name="column" as="xs:integer"/>
    <xsl:param name="by-month" as="xs:boolean"/>
    <xsl:sequence select="
      if ($by-month) then f:date-in-words(($column idiv 12) || '-' || format-integer($column mod 12 + 1, '00')) else string($column)"/>
  </xsl:function>

  <!-- How many documents the fullest column holds. -->
  <xsl:function name="fp:most" as="xs:integer">
    <xsl:param name="columns" as="xs:integer+"/>
    <xsl:variable name="heights" as="xs:integer+">
      <xsl:for-each-group select="$columns" group-by=".">
        <xsl:sequence select="count(current-group())"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="max($heights)"/>
  </xsl:function>

</xsl:stylesheet>
