<?xml version="1.0" encoding="UTF-8"?>
<!-- About, in print: what the header says of a document, apart from its text. The words are those of the web page, set by mode m:typst-page. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- What the web page says, piece by piece, as Typst. -->
  <xsl:mode name="m:typst-page" on-no-match="shallow-skip"/>

  <!-- Words of the page. -->
  <xsl:template match="text()" mode="m:typst-page" as="xs:string?">
    <xsl:sequence select="f:folded(.)[. ne ''] ! f:literal(.)"/>
  </xsl:template>

  <!-- A phrase; one that links to a card is a name. -->
  <xsl:template match="Q{}span | Q{}a | Q{}time | Q{}cite" mode="m:typst-page" as="xs:string">
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates mode="m:typst-page"/>
    </xsl:variable>
    <xsl:variable name="content" as="xs:string" select="f:in-language(@lang[. ne $lang], f:body($words))"/>
    <xsl:sequence select="
      if (@class = 'key') then f:call('key', $content)
      else if (starts-with(@href, '#')) then f:call('name', (f:literal(substring(@href, 2)), $content))
      else if (matches(@href, '^https?://')) then f:call('link', (f:literal(@href), $content))
      else if (self::Q{}cite) then f:call('emph', $content)
      else if (tokenize(@class) = 'copy') then f:body(('linebreak()', $content))
      else $content"/>
  </xsl:template>

  <!-- A paragraph. -->
  <xsl:template match="Q{}p" mode="m:typst-page" as="xs:string">
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates mode="m:typst-page"/>
    </xsl:variable>
    <xsl:sequence select="f:body($words)"/>
  </xsl:template>

  <!-- A term with its values. -->
  <xsl:template match="Q{}div[Q{}dt]" mode="m:typst-page" as="xs:string">
    <xsl:sequence select="f:call('fact', (
      f:literal(normalize-space(Q{}dt)), f:array(Q{}dd ! f:in-language(@lang, f:literal(normalize-space(.))))))"/>
  </xsl:template>

  <!-- The parties and times under the title. -->
  <xsl:template match="profileDesc" mode="m:typst-parties" as="xs:string*">
    <xsl:variable name="page" as="element(Q{}p)*">
      <xsl:apply-templates select="." mode="m:correspondence"/>
    </xsl:variable>
    <xsl:apply-templates select="$page" mode="m:typst-page"/>
  </xsl:template>

  <!-- All that is said of the document outside its text. -->
  <xsl:template match="TEI" mode="m:typst-about" as="xs:string*">
    <xsl:apply-templates select="teiHeader/profileDesc/abstract, standOff/listBibl[@type = 'related'],
      teiHeader/profileDesc/textClass/keywords, teiHeader/fileDesc/sourceDesc" mode="m:typst-about"/>
  </xsl:template>

  <!-- The summary, attributed: it is not part of the document. -->
  <xsl:template match="abstract" mode="m:typst-about" as="xs:string">
    <xsl:variable name="blocks" as="xs:string*">
      <xsl:apply-templates mode="m:typst"/>
    </xsl:variable>
    <xsl:sequence select="fp:section('summary', ., f:in-language(f:language-of(.), f:blocks($blocks)))"/>
  </xsl:template>

  <!-- Other documents that the archive's page lists. -->
  <xsl:template match="listBibl" mode="m:typst-about" as="xs:string">
    <xsl:variable name="entries" as="xs:string*">
      <xsl:for-each select="bibl">
        <xsl:variable name="notes" as="xs:string*">
          <xsl:apply-templates select="note/node()" mode="m:typst"/>
        </xsl:variable>
        <xsl:sequence select="f:in-language(f:language-of(.), f:call('related', (
          f:literal(string-join(date ! normalize-space(.), ', ')), f:literal(string-join(title ! normalize-space(.), '. ')), f:body($notes))))"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="fp:section('related', ., f:call('items', f:array($entries)))"/>
  </xsl:template>

  <!-- Subjects the archive gives. -->
  <xsl:template match="keywords" mode="m:typst-about" as="xs:string">
    <xsl:sequence select="fp:section('keywords', ., f:call('paragraph', f:literal(string-join(term ! normalize-space(.), ' · '))))"/>
  </xsl:template>

  <!-- Where the document is, where its text came from, and whose rights are said to be in it. -->
  <xsl:template match="sourceDesc" mode="m:typst-about" as="xs:string">
    <xsl:variable name="page" as="element(Q{}section)">
      <xsl:apply-templates select="." mode="m:about"/>
    </xsl:variable>
    <!-- What is the same for all documents stands once, in the colophon of the book. -->
    <xsl:variable name="of-the-edition" as="xs:string*" select="('source.title', 'source.publisher', 'edition.number', 'rights.encoding', 'number.filename') ! f:label(.)"/>
    <xsl:variable name="facts" as="xs:string*">
      <xsl:apply-templates select="$page/Q{}dl/Q{}div[not($part and Q{}dt = $of-the-edition)]" mode="m:typst-page"/>
    </xsl:variable>
    <xsl:sequence select="fp:section('source', ., f:call(if ($part) then 'facts-run-in' else 'facts', f:array($facts)))"/>
  </xsl:template>

  <!-- Who is who in this document: the cards of the web page; for a PDF that stands alone. -->
  <xsl:template match="TEI" mode="m:typst-cards" as="xs:string*">
    <xsl:variable name="page" as="element(Q{}section)?">
      <xsl:apply-templates select="." mode="m:cards"/>
    </xsl:variable>
    <xsl:variable name="cards" as="xs:string*">
      <xsl:for-each select="$page//Q{}li">
        <xsl:variable name="facts" as="xs:string*">
          <xsl:for-each select="Q{}span[f:is-set(normalize-space(.))]">
            <xsl:variable name="words" as="xs:string*">
              <xsl:apply-templates mode="m:typst-page"/>
            </xsl:variable>
            <xsl:sequence select="f:body($words)"/>
          </xsl:for-each>
        </xsl:variable>
        <xsl:sequence select="f:call('card', (f:literal(@id), f:in-language(Q{}strong/@lang, f:literal(string(Q{}strong))), f:array($facts)))"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:if test="exists($cards)">
      <xsl:sequence select="f:call('section', (f:literal(f:label('names')), f:blocks($cards)))"/>
    </xsl:if>
  </xsl:template>

  <!-- The state of the file and who made it; for a PDF that stands alone. -->
  <xsl:template match="TEI" mode="m:typst-encoding" as="xs:string">
    <xsl:variable name="facts" as="xs:string*" select="
      fp:fact('status', f:label('status.' || (teiHeader/revisionDesc/@status, 'draft')[1])),
      fp:fact('identifier', string(@xml:id)),
      teiHeader/encodingDesc/appInfo/application ! fp:fact('application', normalize-space(label[1]) || ' ' || @version)"/>
    <xsl:sequence select="f:call('section', (f:literal(f:label('encoding')), f:blocks((
      f:call('facts', f:array($facts)), f:call('attached-note', f:literal(f:label('print.attached')))))))"/>
  </xsl:template>

  <!-- Whether print sets words: a name in a script for which the bundled fonts have no letters only when asked to. -->
  <xsl:function name="f:is-set" as="xs:boolean">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="$every-script or matches($words, '^[&#x20;-&#x52F;&#x1E00;-&#x206F;]*$')"/>
  </xsl:function>

  <!-- One fact under its label. -->
  <xsl:function name="fp:fact" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="f:call('fact', (f:literal(f:label($key)), f:array(f:literal($value))))"/>
  </xsl:function>

  <!-- A section apart from the text, with the name of whoever answers for its words. -->
  <xsl:function name="fp:section" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="element" as="element()"/>
    <xsl:param name="content" as="xs:string"/>
    <xsl:sequence select="f:call('section', (
      f:literal(f:label($key)), f:named('attribution', $element/@resp ! f:literal(f:responsible(., root($element)))), $content))"/>
  </xsl:function>

</xsl:stylesheet>
