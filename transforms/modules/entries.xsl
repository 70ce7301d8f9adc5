<?xml version="1.0" encoding="UTF-8"?>
<!-- Entries: the line in which an index names a document, from fact files. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- A document in an index: its day, its title, and what is to be said beside it. -->
  <xsl:template match="document" mode="m:entry" as="element(li)">
    <!-- Id of the place in it, where one is meant. -->
    <xsl:param name="anchor" as="xs:string?" select="()"/>
    <!-- What to say of it here. -->
    <xsl:param name="beside" as="item()?" select="()"/>
    <li>
      <span class="when">{date}</span>
      <xsl:text> </xsl:text>
      <div>
        <xsl:variable name="link" as="element(a)">
          <a href="{@href}.html{$anchor ! ('#' || .)}" lang="{@lang}">{title}</a>
        </xsl:variable>
        <xsl:choose>
          <xsl:when test="$beside instance of element()">
            <xsl:sequence select="$beside"/>
            <p class="parts">
              <xsl:sequence select="$link"/>
            </p>
          </xsl:when>
          <xsl:otherwise>
            <xsl:sequence select="$link"/>
            <xsl:if test="string($beside) ne ''">
              <span class="beside"> · {$beside}</span>
            </xsl:if>
          </xsl:otherwise>
        </xsl:choose>
      </div>
    </li>
  </xsl:template>

  <!-- Documents by their days alone, run in, as the index of a book gives pages. -->
  <xsl:template name="m:days" as="element(p)">
    <!-- These documents. -->
    <xsl:param name="documents" as="element(document)+"/>
    <!-- Words before them. -->
    <xsl:param name="before" as="element(span)?" select="()"/>
    <p class="parts days">
      <xsl:sequence select="$before"/>
      <xsl:for-each select="$documents">
        <xsl:sort select="@order"/>
        <xsl:sort select="@id"/>
        <xsl:text>{if (position() gt 1) then ', ' else if ($before) then ' ' else ''}</xsl:text>
        <a href="{@href}.html" title="{title}">{(date[normalize-space()], title)[1]}</a>
      </xsl:for-each>
    </p>
  </xsl:template>

</xsl:stylesheet>
