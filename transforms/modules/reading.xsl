<?xml version="1.0" encoding="UTF-8"?>
<!-- Reading: the ways to read a page, a few switches above the text; what they show and hide is the style sheet's affair. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The switches of a page: only those that would change something. They need no script. -->
  <xsl:template match="text" mode="m:reading" as="element(Q{}fieldset)?">
    <!-- A path to one name is far quicker than one to several, and their order does not matter here. -->
    <xsl:variable name="text" as="element(text)" select="."/>
    <xsl:variable name="ways" as="xs:string*" select="
      'bearers'[exists($text//persName[f:bearer(.)])],
      'insertions'[exists(($text//supplied, $text//foreign, $text//ex, $text//note, $text//expan, $text//corr)[f:is-insertion(.)])],
      'certainty'[exists(($text//persName, $text//placeName, $text//orgName, $text//date)[@ana])]"/>
    <xsl:if test="exists($ways)">
      <fieldset class="reading">
        <legend>{f:label('reading')}</legend>
        <xsl:for-each select="$ways">
          <label>
            <input type="checkbox" id="reading-{.}">
              <xsl:if test=". eq 'insertions'">
                <xsl:attribute name="checked" select="'checked'"/>
              </xsl:if>
            </input>
            <xsl:text> {f:label('reading.' || .)}</xsl:text>
          </label>
        </xsl:for-each>
        <xsl:if test="$ways = 'certainty'">
          <p class="degrees">
            <xsl:for-each select="'machine', 'probable', 'uncertain'">
              <xsl:text> </xsl:text>
              <span class="degree {.}">{f:label('degree.' || .)}</span>
            </xsl:for-each>
          </p>
        </xsl:if>
      </fieldset>
    </xsl:if>
  </xsl:template>

  <!-- The person behind a cover name, as the edition knows them; empty for any other name. -->
  <xsl:function name="f:bearer" as="xs:string?">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="$name[@type = 'pseudo'] ! f:main-name(@ref)"/>
  </xsl:function>

  <!-- Whether an element is a word of the translator in the line: an addition, a gloss, a word of the original kept. What
       stands in the cable's own words, and what editors of the edition added, is none. -->
  <xsl:function name="f:is-insertion" as="xs:boolean">
    <xsl:param name="node" as="node()?"/>
    <xsl:sequence select="
      exists($node[@rendition]/(self::supplied | self::foreign | self::ex | self::note[not(f:is-block(.))]
        | self::expan[parent::choice] | self::corr[parent::choice]))
      and not(f:is-edited($node))"/>
  </xsl:function>

  <!-- The blank before an insertion goes with it where no blank is wanted: at the end, or before a comma or full stop. -->
  <xsl:template match="text()[ends-with(., ' ')][following-sibling::node()[1]/@rendition][f:is-insertion(following-sibling::node()[1])][fp:closes-up(following-sibling::node()[2])]"
    mode="m:text" as="node()*">
    <xsl:value-of select="substring(., 1, string-length(.) - 1)"/>
    <span class="blank">
      <xsl:text> </xsl:text>
    </span>
  </xsl:template>

  <!-- Whether no blank stands before what follows an insertion. -->
  <xsl:function name="fp:closes-up" as="xs:boolean">
    <xsl:param name="next" as="node()?"/>
    <xsl:sequence select="empty($next) or contains('.,;:!?)]’”»', substring($next, 1, 1)) and string($next) ne ''"/>
  </xsl:function>

</xsl:stylesheet>
