<?xml version="1.0" encoding="UTF-8"?>
<!-- Foreign: words of the original that the text keeps, each with the words it stands after, as facts. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Every phrase of the original language in a text, block by block, so that each block is read once. -->
  <xsl:template match="text" mode="m:phrases" as="element(Q{}phrase)*">
    <xsl:for-each-group select=".//foreign" group-by="generate-id((ancestor::*[@xml:id][1], ..)[1])">
      <xsl:variable name="block" as="element()" select="(ancestor::*[@xml:id][1], ..)[1]"/>
      <xsl:iterate select="$block//(foreign | text()[fp:is-read(., $block)])">
        <!-- What stands before, as far as it can be shown. -->
        <xsl:param name="before" as="xs:string" select="''"/>
        <xsl:choose>
          <xsl:when test="self::foreign">
            <xsl:if test="(ancestor::*[@xml:id][1], ..)[1] is $block">
              <xsl:call-template name="mp:phrase">
                <xsl:with-param name="before" select="$before"/>
                <xsl:with-param name="at" select="$block/@xml:id"/>
              </xsl:call-template>
            </xsl:if>
          </xsl:when>
          <xsl:otherwise>
            <xsl:next-iteration>
              <xsl:with-param name="before" select="substring($before || ., string-length($before || .) - 160)"/>
            </xsl:next-iteration>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:iterate>
    </xsl:for-each-group>
  </xsl:template>

  <!-- One phrase: its language, how sure that is, the block it stands in, the words before it. -->
  <xsl:template name="mp:phrase" as="element(Q{}phrase)">
    <!-- The words before it. -->
    <xsl:param name="before" as="xs:string"/>
    <!-- Id of its block. -->
    <xsl:param name="at" as="xs:string?"/>
    <phrase lang="{@xml:lang}" before="{fp:tail($before)}">
      <xsl:copy-of select="@cert"/>
      <xsl:if test="$at">
        <xsl:attribute name="at" select="$at"/>
      </xsl:if>
      <xsl:value-of select="f:reading(.)"/>
    </phrase>
  </xsl:template>

  <!-- Whether a text node belongs to what a reader has before a phrase: not another phrase, a note of its own, or the
       reading that an editor replaced. -->
  <xsl:function name="fp:is-read" as="xs:boolean">
    <xsl:param name="text" as="text()"/>
    <xsl:param name="block" as="element()"/>
    <xsl:sequence select="empty($text/ancestor::*[. >> $block][self::foreign or self::note or self::sic/parent::choice or self::orig/parent::choice])"/>
  </xsl:function>

  <!-- The last words of a text: six at most, none from before the end of a sentence. -->
  <xsl:function name="fp:tail" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="sentence" as="xs:string" select="string(tokenize($text, '[.?!]\s+')[normalize-space()][last()])"/>
    <xsl:variable name="words" as="xs:string*" select="tokenize(replace($sentence, '\s+([,;:])', '$1'))"/>
    <xsl:sequence select="string-join(('…'[count($words) gt 6], $words[position() gt last() - 6]), ' ')"/>
  </xsl:function>

</xsl:stylesheet>
