<?xml version="1.0" encoding="UTF-8"?>
<!-- Shelfmarks: the archives that hold the originals, with fonds, inventories, files and sheets, from fact files. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The archives by name, the shelfmarks of each as a tree; documents whose transcripts name no archive come last. -->
  <xsl:template match="edition" mode="m:archives" as="element()*">
    <p class="lead">{f:label('archives.about')}</p>
    <xsl:for-each-group select="document" group-by="string(repository[1])">
      <xsl:sort select="current-grouping-key() eq ''"/>
      <xsl:sort select="current-grouping-key()" collation="{$fp:natural}"/>
      <section class="group">
        <h2>{(current-grouping-key()[. ne ''], f:label('archives.none'))[1]}</h2>
        <xsl:variable name="places" as="map(xs:string, item()*)*" select="current-group() ! fp:places(.)"/>
        <xsl:call-template name="mp:level">
          <xsl:with-param name="places" select="$places[exists(?steps)]"/>
        </xsl:call-template>
        <xsl:if test="exists($places[empty(?steps)])">
          <xsl:if test="current-grouping-key() ne ''">
            <p class="shelf key">{f:label('archives.no-shelfmark')}</p>
          </xsl:if>
          <xsl:call-template name="mp:held">
            <xsl:with-param name="places" select="$places[empty(?steps)]"/>
          </xsl:call-template>
        </xsl:if>
      </section>
    </xsl:for-each-group>
  </xsl:template>

  <!-- One level of the tree: what stands below a fond, an inventory, a file. -->
  <xsl:template name="mp:level" as="element(ol)?">
    <!-- Documents with what is left of their shelfmarks. -->
    <xsl:param name="places" as="map(xs:string, item()*)*"/>
    <xsl:if test="exists($places)">
      <ol class="shelves" role="list">
        <xsl:for-each-group select="$places" group-by="string(?steps[1])">
          <xsl:sort select="current-grouping-key()" collation="{$fp:natural}"/>
          <xsl:variable name="depth" as="xs:integer" select="fp:common(current-group(), 1)"/>
          <xsl:variable name="below" as="map(xs:string, item()*)*" select="
            current-group() ! map { 'document': ?document, 'sheets': ?sheets, 'steps': subsequence(?steps, $depth + 1) }"/>
          <li>
            <p class="shelf">{string-join(subsequence(?steps, 1, $depth), ', ')}</p>
            <xsl:call-template name="mp:held">
              <xsl:with-param name="places" select="$below[empty(?steps)]"/>
            </xsl:call-template>
            <xsl:call-template name="mp:level">
              <xsl:with-param name="places" select="$below[exists(?steps)]"/>
            </xsl:call-template>
          </li>
        </xsl:for-each-group>
      </ol>
    </xsl:if>
  </xsl:template>

  <!-- The documents of one file, in the order of their sheets. -->
  <xsl:template name="mp:held" as="element(ul)?">
    <!-- The documents, with their sheets. -->
    <xsl:param name="places" as="map(xs:string, item()*)*"/>
    <xsl:if test="exists($places)">
      <ul class="occurrences" role="list">
        <xsl:for-each select="$places">
          <xsl:sort select="?sheets" collation="{$fp:natural}"/>
          <xsl:sort select="?document/@order"/>
          <xsl:sort select="?document/@id"/>
          <xsl:apply-templates select="?document" mode="m:entry">
            <xsl:with-param name="beside" select="?sheets"/>
          </xsl:apply-templates>
        </xsl:for-each>
      </ul>
    </xsl:if>
  </xsl:template>

  <!-- Where a document is held: of “f. 45, op. 1, d. 347, ll. 12-13” the steps to the file, and its sheets apart. -->
  <xsl:function name="fp:places" as="map(xs:string, item()*)+">
    <xsl:param name="document" as="element(document)"/>
    <xsl:for-each select="$document/shelfmark">
      <xsl:variable name="steps" as="xs:string+" select="tokenize(., ',\s+')"/>
      <xsl:variable name="has-sheets" as="xs:boolean" select="
        count($steps) gt 1 and matches($steps[last()], '^((ll?|pp?|fols?|ff|list|sheets?|pages?|лл?|с|стр)\.?\s*)?\d+[a-zа-я]*(\s*[\-–—]\s*\d+[a-zа-я]*)?$', 'i')"/>
      <xsl:sequence select="map {
        'document': $document, 'steps': if ($has-sheets) then $steps[position() lt last()] else $steps,
        'sheets': if ($has-sheets) then $steps[last()] else '' }"/>
    </xsl:for-each>
    <xsl:if test="empty($document/shelfmark)">
      <xsl:sequence select="map { 'document': $document, 'steps': (), 'sheets': '' }"/>
    </xsl:if>
  </xsl:function>

  <!-- How many steps, at least so many, all these documents share. -->
  <xsl:function name="fp:common" as="xs:integer">
    <xsl:param name="places" as="map(xs:string, item()*)+"/>
    <xsl:param name="known" as="xs:integer"/>
    <xsl:variable name="next" as="xs:string*" select="distinct-values($places ! string(?steps[$known + 1]))"/>
    <xsl:sequence select="if (count($next) eq 1 and $next ne '') then fp:common($places, $known + 1) else $known"/>
  </xsl:function>

  <!-- The order of shelfmarks: d. 9 before d. 10. -->
  <xsl:variable name="fp:natural" as="xs:string" select="'http://www.w3.org/2013/collation/UCA?numeric=yes;lang=' || $lang"/>

</xsl:stylesheet>
