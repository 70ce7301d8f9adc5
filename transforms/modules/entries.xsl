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

</xsl:stylesheet>
