<?xml version="1.0" encoding="UTF-8"?>
<!-- Markup: the text of an XML file in numbered lines; names, attributes, values, references and comments told apart. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The lines of a file, each with an address; no character is added to what can be copied. -->
  <xsl:template name="m:lines" as="element(ol)">
    <!-- The text of the file. -->
    <xsl:param name="source" as="xs:string"/>
    <!-- Ids of the blocks that the page of the document shows. -->
    <xsl:param name="blocks" as="xs:string*"/>
    <!-- Address of that page; ids lead there. -->
    <xsl:param name="page" as="xs:string"/>
    <xsl:variable name="known" as="map(xs:string, xs:boolean)" select="map:merge($blocks ! map { . : true() })" xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
    <ol class="lines" id="page-markup" role="list" tabindex="-1">
      <xsl:for-each-group select="fp:broken(fp:parts($source))" group-starting-with="end">
        <xsl:variable name="number" as="xs:integer" select="position()"/>
        <li id="L{$number}">
          <a href="#L{$number}" data-n="{$number}" aria-label="{f:fill('markup.line', map { 'n': string($number) })}"/>
          <code>
            <xsl:for-each select="current-group()[not(self::end)]">
              <xsl:choose>
                <xsl:when test="@class eq 'value' and $known(substring(., 2, string-length(.) - 2)) and preceding-sibling::*[2] eq 'xml:id'">
                  <a class="value" href="{$page}#{substring(., 2, string-length(.) - 2)}">{.}</a>
                </xsl:when>
                <xsl:when test="@class">
                  <span class="{@class}">{.}</span>
                </xsl:when>
                <xsl:otherwise>{.}</xsl:otherwise>
              </xsl:choose>
            </xsl:for-each>
          </code>
        </li>
      </xsl:for-each-group>
    </ol>
  </xsl:template>

  <!-- The parts of the text of a file, in order, each with its class: remark, instruction, tag, name, value, reference. -->
  <xsl:function name="fp:parts" as="element(part)*">
    <xsl:param name="source" as="xs:string"/>
    <xsl:analyze-string select="$source" flags="s"
      regex="(&lt;!--.*?--&gt;)|(&lt;\?.*?\?&gt;)|(&lt;/?[^\s&gt;/]+)([^&gt;&quot;']*(&quot;[^&quot;]*&quot;[^&gt;&quot;']*|'[^']*'[^&gt;&quot;']*)*&gt;)|(&amp;[^;\s]+;)">
      <xsl:matching-substring>
        <xsl:choose>
          <xsl:when test="regex-group(1)">
            <part class="remark">{.}</part>
          </xsl:when>
          <xsl:when test="regex-group(2)">
            <part class="instruction">{.}</part>
          </xsl:when>
          <xsl:when test="regex-group(3)">
            <part class="tag">{regex-group(3)}</part>
            <xsl:sequence select="fp:attributes(regex-group(4))"/>
          </xsl:when>
          <xsl:otherwise>
            <part class="reference">{.}</part>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:matching-substring>
      <xsl:non-matching-substring>
        <part>{.}</part>
      </xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:function>

  <!-- The attributes of a tag, and the bracket that closes it. -->
  <xsl:function name="fp:attributes" as="element(part)*">
    <xsl:param name="rest" as="xs:string"/>
    <xsl:analyze-string select="$rest" regex="([^\s=&quot;'/&gt;]+)(\s*=\s*)(&quot;[^&quot;]*&quot;|'[^']*')|(/?&gt;)">
      <xsl:matching-substring>
        <xsl:choose>
          <xsl:when test="regex-group(4)">
            <part class="tag">{.}</part>
          </xsl:when>
          <xsl:otherwise>
            <part class="attribute">{regex-group(1)}</part>
            <part>{regex-group(2)}</part>
            <part class="value">{regex-group(3)}</part>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:matching-substring>
      <xsl:non-matching-substring>
        <part>{.}</part>
      </xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:function>

  <!-- The same parts with an element “end” between lines; a part of several lines is divided. What ends the file begins no line. -->
  <xsl:function name="fp:broken" as="element()*">
    <xsl:param name="parts" as="element(part)*"/>
    <xsl:variable name="broken" as="element(lines)">
      <lines>
        <xsl:for-each select="$parts">
          <xsl:variable name="class" as="attribute()?" select="@class"/>
          <xsl:for-each select="tokenize(., '\n')">
            <xsl:if test="position() gt 1">
              <end/>
            </xsl:if>
            <xsl:if test=". ne ''">
              <part>
                <xsl:copy-of select="$class"/>
                <xsl:value-of select="."/>
              </part>
            </xsl:if>
          </xsl:for-each>
        </xsl:for-each>
      </lines>
    </xsl:variable>
    <xsl:sequence select="$broken/*[not(self::end and position() eq last())]"/>
  </xsl:function>

</xsl:stylesheet>
