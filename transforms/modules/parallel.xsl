<?xml version="1.0" encoding="UTF-8"?>
<!-- Parallel: the lines of a transcript beside the blocks that they became, a row for each block. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The runs of the transcript. -->
  <xsl:variable name="fp:runs" as="element(Q{}run)*" select="if ($transcript) then parse-xml($transcript)/Q{}transcript/Q{}run else ()"/>

  <!-- All elements of the file, by which runs name their blocks. -->
  <xsl:variable name="fp:elements" as="element()*" select="//*"/>

  <!-- The first run of each block that has a row, by generated ids. -->
  <xsl:variable name="fp:rows" as="map(xs:string, xs:string)" select="
    map:merge($fp:runs ! map { generate-id(fp:row(.)): generate-id(.) }, map { 'duplicates': 'use-first' })"/>

  <!-- The last run of each, in the same way. -->
  <xsl:variable name="fp:ends" as="map(xs:string, xs:string)" select="
    map:merge($fp:runs ! map { generate-id(fp:row(.)): generate-id(.) }, map { 'duplicates': 'use-last' })"/>

  <!-- The generated ids of these blocks, and of all that they stand in. -->
  <xsl:variable name="fp:holders" as="map(xs:string, xs:boolean)" select="
    map:merge($fp:runs/fp:row(.)/ancestor-or-self::* ! map { generate-id(.): true() })"/>

  <!-- Blocks that editors of the edition put into the text. -->
  <xsl:variable name="fp:added" as="element()*" select="/TEI/text//*[f:is-edited(.)][f:is-leaf(.)][not(fp:holds-row(.))]"/>

  <!-- The rows of a document. -->
  <xsl:template match="TEI" mode="m:parallel" as="element()+">
    <xsl:choose>
      <xsl:when test="empty($fp:runs)">
        <p>{f:label('transcript.none')}</p>
      </xsl:when>
      <xsl:otherwise>
        <xsl:if test="every $run in $fp:runs satisfies $run/@n = '0'">
          <p class="legend">{f:label('transcript.rebuilt')}</p>
        </xsl:if>
        <div class="sides">
          <h2 id="page-transcript">{f:label('transcript.source')}</h2>
          <h2 id="page-edition">{f:label('transcript.edition')}</h2>
        </div>
        <ol class="rows" role="list">
          <xsl:for-each-group select="$fp:runs" group-adjacent="fp:key(.)">
            <xsl:call-template name="mp:row">
              <xsl:with-param name="runs" select="current-group()"/>
            </xsl:call-template>
          </xsl:for-each-group>
        </ol>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- One row: its lines, and the block that they became; after it, what editors put there. -->
  <xsl:template name="mp:row" as="element(Q{}li)+">
    <!-- The runs of the row. -->
    <xsl:param name="runs" as="element(Q{}run)+"/>
    <xsl:variable name="row" as="element()" select="fp:row($runs[1])"/>
    <xsl:variable name="inside" as="xs:boolean" select="exists($row/ancestor::text)"/>
    <xsl:variable name="again" as="xs:boolean" select="$inside and map:get($fp:rows, generate-id($row)) ne generate-id($runs[1])"/>
    <xsl:variable name="zones" as="xs:string" select="f:zones($row)"/>
    <xsl:variable name="numbers" as="xs:string*" select="distinct-values($runs[normalize-space()]/@n)[. ne '0']"/>
    <li class="row {if ($inside) then 'inside' else 'outside'}{if ($row/ancestor::floatingText) then ' within' else ''}">
      <ol class="lines" role="list" lang="{(root($row)/TEI/@xml:lang, 'en')[1]}" aria-labelledby="page-transcript">
        <xsl:for-each-group select="$runs" group-adjacent="@n || '-'[current()/@n eq '0'] || position()[current()/@n eq '0']">
          <xsl:call-template name="mp:line">
            <xsl:with-param name="runs" select="current-group()"/>
          </xsl:call-template>
        </xsl:for-each-group>
      </ol>
      <div class="became" lang="{f:language-of($row)}">
        <p class="zone" lang="{$lang}">
          <xsl:variable name="words" as="xs:string" select="if ($again) then f:fill('transcript.part', map { 'zone': $zones }) else $zones"/>
          <xsl:choose>
            <xsl:when test="$again and $row/@xml:id">
              <a href="#{$row/@xml:id}">{$words}</a>
            </xsl:when>
            <xsl:when test="$inside and $row/@xml:id and $page-href">
              <a href="{$page-href}#{$row/@xml:id}">{$words}</a>
            </xsl:when>
            <xsl:otherwise>{$words}</xsl:otherwise>
          </xsl:choose>
          <xsl:if test="exists($numbers)">
            <xsl:text>, </xsl:text>
            <a href="#L{$numbers[1]}">{
              if (count($numbers) eq 1) then f:fill('transcript.line', map { 'n': $numbers })
              else f:fill('transcript.lines', map { 'from': $numbers[1], 'to': $numbers[last()] })
            }</a>
          </xsl:if>
        </p>
        <xsl:if test="$inside and not($again)">
          <xsl:apply-templates select="$row" mode="m:row">
            <xsl:with-param name="row" select="$row" tunnel="yes"/>
          </xsl:apply-templates>
        </xsl:if>
      </div>
    </li>
    <xsl:if test="map:get($fp:ends, generate-id($row)) = $runs ! generate-id(.)">
      <xsl:for-each select="$fp:added[fp:before(.) is $row]">
        <li class="row inside added">
          <div class="became" lang="{f:language-of(.)}">
            <p class="zone" lang="{$lang}">{f:label('transcript.not-there')}</p>
            <xsl:apply-templates select="." mode="m:row">
              <xsl:with-param name="row" select="." tunnel="yes"/>
            </xsl:apply-templates>
          </div>
        </li>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- A line, or the part of it that this row has. -->
  <xsl:template name="mp:line" as="element(Q{}li)">
    <!-- The runs of the line. -->
    <xsl:param name="runs" as="element(Q{}run)+"/>
    <xsl:variable name="number" as="xs:string?" select="$runs[1]/@n[. ne '0']"/>
    <xsl:variable name="continued" as="xs:boolean" select="exists($runs[1]/@continued)"/>
    <li>
      <xsl:if test="$number and not($continued)">
        <xsl:attribute name="id" select="'L' || $number"/>
      </xsl:if>
      <xsl:if test="$number">
        <a href="#L{$number}" data-n="{$number}" aria-label="{f:fill(if ($continued) then 'transcript.continued' else 'markup.line', map { 'n': $number })}"/>
      </xsl:if>
      <code>{string-join($runs)}</code>
    </li>
  </xsl:template>

  <!-- The block of a row as the document page sets it; with the printed number, if it begins an item. -->
  <xsl:template match="*" mode="m:row" as="node()*">
    <xsl:variable name="label" as="element(label)?" select="
      ancestor-or-self::item[1][f:first-block(.) is current()]/preceding-sibling::*[1]/self::label"/>
    <xsl:choose>
      <xsl:when test="$label">
        <div class="with-label">
          <xsl:apply-templates select="$label, ." mode="m:text"/>
        </div>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="." mode="m:text"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A part of the form, as a line. -->
  <xsl:template match="opener/* | closer/*" mode="m:row" as="element(Q{}div)">
    <div class="form {local-name(..)}">
      <xsl:apply-templates select="." mode="m:line"/>
    </div>
  </xsl:template>

  <!-- Inside a row, what has a row of its own is not shown again. -->
  <xsl:template match="*[fp:holds-row(.)]" mode="m:text" as="node()*" priority="20">
    <!-- The block of the row. -->
    <xsl:param name="row" as="element()?" select="()" tunnel="yes"/>
    <xsl:if test=". is $row or empty($row)">
      <xsl:next-match/>
    </xsl:if>
  </xsl:template>

  <!-- The document page has the addresses to cite; here each row leads there. -->
  <xsl:template name="m:permalink" as="empty-sequence()"/>

  <!-- A name leads to the index of the edition; without one, to its card on the document's page. -->
  <xsl:template match="persName | placeName | orgName | name | rs" mode="m:text" as="element()" priority="15">
    <xsl:variable name="made" as="element()">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:variable name="address" as="xs:string?">
      <xsl:apply-templates select="@ref ! string()" mode="m:address"/>
    </xsl:variable>
    <xsl:for-each select="$made">
      <xsl:copy>
        <xsl:copy-of select="@*"/>
        <xsl:if test="@href">
          <xsl:attribute name="href" select="if (starts-with($address, '#')) then $page-href || $address else $address"/>
        </xsl:if>
        <xsl:copy-of select="node()"/>
      </xsl:copy>
    </xsl:for-each>
  </xsl:template>

  <!-- By what adjacent runs make one row: their block; of lines outside the document, what they are. -->
  <xsl:function name="fp:key" as="xs:string">
    <xsl:param name="run" as="element(Q{}run)"/>
    <xsl:variable name="row" as="element()" select="fp:row($run)"/>
    <xsl:sequence select="if ($row/ancestor::text) then generate-id($row) else f:zones($row)"/>
  </xsl:function>

  <!-- The element that a row shows for a run: its block; a whole part of the form; for the number of an item, the item's
       first block. -->
  <xsl:function name="fp:row" as="element()">
    <xsl:param name="run" as="element(Q{}run)"/>
    <xsl:variable name="block" as="element()" select="$fp:elements[xs:integer($run/@at)]"/>
    <xsl:sequence select="
      ($block/ancestor-or-self::*[parent::opener or parent::closer][1],
        $block/self::label[parent::list]/following-sibling::*[1]/self::item ! f:first-block(.), $block)[1]"/>
  </xsl:function>

  <!-- The first block in a container, or the block itself. -->
  <xsl:function name="f:first-block" as="element()">
    <xsl:param name="container" as="element()"/>
    <xsl:sequence select="($container/descendant::*[f:is-leaf(.)][not(self::label)], $container)[1]"/>
  </xsl:function>

  <!-- Whether an element is the block of a row, or holds one. -->
  <xsl:function name="fp:holds-row" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="map:contains($fp:holders, generate-id($element))"/>
  </xsl:function>

  <!-- The block of the transcript that stands before one that an editor put into the text. -->
  <xsl:function name="fp:before" as="element()?">
    <xsl:param name="added" as="element()"/>
    <xsl:sequence select="$added/preceding::*[map:contains($fp:rows, generate-id(.))][1]"/>
  </xsl:function>

</xsl:stylesheet>
