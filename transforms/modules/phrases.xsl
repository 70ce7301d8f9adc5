<?xml version="1.0" encoding="UTF-8"?>
<!-- Phrases: the words of the original languages that translators kept, each with its context, from fact files. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The phrases, language by language, each language in its own alphabet. -->
  <xsl:template match="edition" mode="m:phrases" as="element()*">
    <p class="lead">{f:label(if (document/phrase) then 'phrases.about' else 'phrases.none')}</p>
    <xsl:for-each-group select="document/phrase" group-by="string(@lang)">
      <xsl:sort select="f:language(current-grouping-key())" lang="{$lang}"/>
      <xsl:variable name="language" as="xs:string" select="current-grouping-key()"/>
      <section class="group">
        <h2>{f:language($language)}</h2>
        <ol class="index phrases" role="list">
          <xsl:for-each-group select="current-group()" group-by="lower-case(.)">
            <xsl:sort select="current-grouping-key()" collation="http://www.w3.org/2013/collation/UCA?lang={tokenize($language, '-')[1]}"/>
            <xsl:sort select="current-grouping-key()"/>
            <li>
              <p class="bearer">
                <i class="foreign" lang="{$language}">{.}</i>
                <xsl:if test="current-group()/@cert">
                  <xsl:text> </xsl:text>
                  <span class="fact">{f:label('phrases.uncertain')}</span>
                </xsl:if>
              </p>
              <ul class="occurrences" role="list">
                <xsl:apply-templates select="current-group()" mode="m:phrases">
                  <xsl:sort select="../@order"/>
                  <xsl:sort select="../@id"/>
                </xsl:apply-templates>
              </ul>
            </li>
          </xsl:for-each-group>
        </ol>
      </section>
    </xsl:for-each-group>
  </xsl:template>

  <!-- One occurrence: the words before it, and the paragraph it stands in. -->
  <xsl:template match="phrase" mode="m:phrases" as="element(li)">
    <xsl:variable name="quotation" as="element(q)">
      <q class="context" lang="{../@lang}">{@before}{' '[current()/@before ne '']}[<i class="foreign" lang="{@lang}">{.}</i>]</q>
    </xsl:variable>
    <xsl:apply-templates select=".." mode="m:entry">
      <xsl:with-param name="anchor" select="@at"/>
      <xsl:with-param name="beside" select="$quotation"/>
    </xsl:apply-templates>
  </xsl:template>

</xsl:stylesheet>
