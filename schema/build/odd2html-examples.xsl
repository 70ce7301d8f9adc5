<?xml version="1.0" encoding="UTF-8"?>
<!-- Examples of the guidelines: markup as text, with names set off. Where an element holds only elements, each of them
     begins a line, so that a header can be read; blanks of running text stay as they are. -->
<xsl:stylesheet version="3.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:o="urn:teicable:odd"
    xmlns:h="urn:teicable:odd2html"
    xmlns:eg="http://www.tei-c.org/ns/Examples"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    expand-text="yes"
    exclude-result-prefixes="#all">

  <xsl:template match="exemplum" mode="h:reference" as="element()">
    <xsl:apply-templates select="eg:egXML" mode="h:prose"/>
  </xsl:template>

  <xsl:template match="eg:egXML" mode="h:prose" as="element()">
    <xsl:variable name="together" as="xs:boolean" select="eg:*[1]/local-name() = ('persName', 'date', 'idno') or exists(text()[normalize-space()])"/>
    <pre class="example" tabindex="0" role="group" aria-label="Example"><code>
      <xsl:for-each select="node()">
        <xsl:if test="preceding-sibling::eg:* and not($together)">
          <xsl:text>&#10;</xsl:text>
        </xsl:if>
        <xsl:apply-templates select="." mode="h:markup">
          <xsl:with-param name="indent" select="'&#10;'"/>
        </xsl:apply-templates>
      </xsl:for-each>
    </code></pre>
  </xsl:template>

  <!-- Whether the children of an element can be put on lines of their own: it holds no text, and is more than a phrase. -->
  <xsl:function name="h:spread" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="o:kind(key('spec', local-name($element), root($element))[self::elementSpec]) = 'elements'
                          and empty($element/text()[normalize-space()])
                          and string-length($element) + 20 * count($element//*) gt 60"/>
  </xsl:function>

  <xsl:mode name="h:markup" on-no-match="fail"/>

  <xsl:template match="eg:*" mode="h:markup" as="node()*">
    <xsl:param name="indent" as="xs:string"/>
    <xsl:variable name="spread" as="xs:boolean" select="h:spread(.)"/>
    <xsl:text>&lt;</xsl:text>
    <b>{local-name()}</b>
    <xsl:for-each select="@*">
      <xsl:text> </xsl:text>
      <i>{name()}</i>
      <xsl:text>="{replace(., '"', '&amp;quot;')}"</xsl:text>
    </xsl:for-each>
    <xsl:choose>
      <xsl:when test="node()">
        <xsl:text>&gt;</xsl:text>
        <xsl:for-each select="if ($spread) then * else node()">
          <xsl:text>{if ($spread) then $indent || '  ' else ''}</xsl:text>
          <xsl:apply-templates select="." mode="h:markup">
            <xsl:with-param name="indent" select="if ($spread) then $indent || '  ' else $indent"/>
          </xsl:apply-templates>
        </xsl:for-each>
        <xsl:text>{if ($spread) then $indent else ''}&lt;/</xsl:text>
        <b>{local-name()}</b>
        <xsl:text>&gt;</xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <xsl:text>/&gt;</xsl:text>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="text()" mode="h:markup" as="text()">
    <xsl:copy/>
  </xsl:template>

</xsl:stylesheet>
