<?xml version="1.0" encoding="UTF-8"?>
<!-- Spoken: in a language whose labels are not complete, words that appear in English instead are marked as English, so that
     a screen reader speaks them and a browser sets them as such. f:label puts them between two signs, which end here. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- A finished page: as it is where every label was found, else with English marked as English. -->
  <xsl:function name="f:spoken" as="element()">
    <xsl:param name="page" as="element()"/>
    <xsl:choose>
      <xsl:when test="$f:marks-english">
        <xsl:apply-templates select="$page" mode="m:spoken"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$page"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- The page that mode m:page makes of the context node; only where English is marked is it made before it is written. -->
  <xsl:template name="m:spoken-page" as="item()*">
    <xsl:choose>
      <xsl:when test="$f:marks-english">
        <xsl:variable name="made" as="element(html)">
          <xsl:apply-templates select="." mode="m:page"/>
        </xsl:variable>
        <xsl:sequence select="f:spoken($made)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="." mode="m:page"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- All else stays. -->
  <xsl:mode name="m:spoken" on-no-match="shallow-copy"/>

  <!-- Words in English between others. -->
  <xsl:template match="text()[contains(., $f:english[1])]" mode="m:spoken" as="node()*">
    <xsl:analyze-string select="." regex="{$f:english[1]}([^{$f:english[2]}]*){$f:english[2]}">
      <xsl:matching-substring>
        <xsl:where-populated>
          <span lang="en">{regex-group(1)}</span>
        </xsl:where-populated>
      </xsl:matching-substring>
      <xsl:non-matching-substring>{.}</xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:template>

  <!-- No element can stand in these. -->
  <xsl:template match="(title | option | script | style | textarea)/text()[contains(., $f:english[1])]" mode="m:spoken" as="text()" priority="1">
    <xsl:value-of select="f:unmarked(.)"/>
  </xsl:template>

  <!-- A title or a name that is heard and not seen: an attribute has no language of its own. -->
  <xsl:template match="@*[contains(., $f:english[1])]" mode="m:spoken" as="attribute()">
    <xsl:attribute name="{name()}" select="f:unmarked(.)"/>
  </xsl:template>

  <!-- Of an element without words of its own, which is then English. -->
  <xsl:template match="*[not(node())][@aria-label[contains(., $f:english[1])]]" mode="m:spoken" as="element()">
    <xsl:copy>
      <xsl:apply-templates select="@* except @lang" mode="m:spoken"/>
      <xsl:attribute name="lang" select="'en'"/>
    </xsl:copy>
  </xsl:template>

</xsl:stylesheet>
