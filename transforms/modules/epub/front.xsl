<?xml version="1.0" encoding="UTF-8"?>
<!-- Front: the leaves of an EPUB that are no document: cover, title page, imprint, lists; and their order. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- All leaves of the book in order: what stands before the documents, these, the lists. -->
  <xsl:function name="f:leaves" as="xs:string+">
    <xsl:param name="edition" as="element(edition)"/>
    <xsl:sequence select="
      'title', 'imprint', 'contents', 'introduction'[exists($edition/introduction)], f:in-order($edition) ! string(@href), f:lists($edition)"/>
  </xsl:function>

  <!-- The leaves that are made here and of no TEI file. -->
  <xsl:function name="f:own-leaves" as="xs:string+">
    <xsl:param name="edition" as="element(edition)"/>
    <xsl:sequence select="'title', 'imprint', 'contents', f:lists($edition)"/>
  </xsl:function>

  <!-- The lists that have something in them. -->
  <xsl:function name="f:lists" as="xs:string*">
    <xsl:param name="edition" as="element(edition)"/>
    <xsl:variable name="pointers" as="xs:string*" select="distinct-values($edition/document//(mention | party)/tokenize(@ref)[1] ! substring-before(., ':'))"/>
    <xsl:sequence select="
      'persons'['person' = $pointers], 'organisations'['org' = $pointers], 'places'['place' = $pointers], 'archives'[exists($edition/document/repository)]"/>
  </xsl:function>

  <!-- The documents in order of time. -->
  <xsl:function name="f:in-order" as="element(document)*">
    <xsl:param name="edition" as="element(edition)"/>
    <xsl:sequence select="sort($edition/document, (), function($d) { string($d/@order), string($d/@id) })"/>
  </xsl:function>

  <!-- The title of the book, with its volume; that of its first document where the edition has none. -->
  <xsl:function name="f:book-title" as="xs:string">
    <xsl:param name="edition" as="element(edition)"/>
    <xsl:sequence select="string-join((($edition/@title[. ne ''], f:in-order($edition)[1]/title)[1], f:volume($edition/volume)), '. ')"/>
  </xsl:function>

  <!-- The title page. -->
  <xsl:template match="edition" mode="m:own-leaf" as="element(h:html)">
    <!-- Which leaf. -->
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="edition" as="element(edition)" select="."/>
    <xsl:variable name="heading" as="xs:string" select="if ($name eq 'title') then f:book-title(.) else f:leaf-title(., $name)"/>
    <xsl:call-template name="m:leaf">
      <xsl:with-param name="title" select="$heading"/>
      <xsl:with-param name="content">
        <xsl:choose>
          <xsl:when test="$name eq 'contents'">
            <xsl:apply-templates select="." mode="m:navigation"/>
          </xsl:when>
          <xsl:otherwise>
            <section class="{$name}" aria-labelledby="page-title">
              <xsl:attribute name="epub:type" select="map { 'title': 'titlepage', 'imprint': 'imprint' }($name), 'index'[not($name = ('title', 'imprint'))]"/>
              <xsl:if test="not($name = ('title', 'imprint'))">
                <xsl:attribute name="role" select="'doc-index'"/>
              </xsl:if>
              <h1 id="page-title">{$heading}</h1>
              <xsl:apply-templates select="$edition" mode="m:leaf-content">
                <xsl:with-param name="name" select="$name"/>
              </xsl:apply-templates>
            </section>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- What stands on a leaf below its heading. -->
  <xsl:template match="edition" mode="m:leaf-content" as="node()*">
    <!-- Which leaf. -->
    <xsl:param name="name" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="$name eq 'title'">
        <xsl:call-template name="mp:title"/>
      </xsl:when>
      <xsl:when test="$name eq 'imprint'">
        <xsl:call-template name="mp:imprint"/>
      </xsl:when>
      <xsl:when test="$name eq 'archives'">
        <xsl:apply-templates select="." mode="m:archives"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:apply-templates select="." mode="m:index">
          <xsl:with-param name="kind" select="map { 'persons': 'person', 'organisations': 'org', 'places': 'place' }($name)"/>
        </xsl:apply-templates>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Below the title: which edition, by whom, what span of time. -->
  <xsl:template name="mp:title" as="element(p)*">
    <xsl:if test="@number ne ''">
      <p class="number">{f:fill('book.edition', map { 'n': string(@number) })}</p>
    </xsl:if>
    <xsl:if test="editor">
      <p class="editors">{string-join(editor ! f:editor(@name, @role), ', ')}</p>
    </xsl:if>
    <xsl:variable name="dated" as="element(document)*" select="f:in-order(.)[not(starts-with(@order, '9999'))]"/>
    <p class="extent">
      <xsl:value-of separator=" · " select="
        f:fill('documents.count', map { 'n': string(count(document)) }),
        string-join(distinct-values(($dated[1], $dated[last()]) ! string(date)), ' – ')[. ne '']"/>
    </p>
    <xsl:if test="@publisher ne ''">
      <p class="publisher">{@publisher}</p>
    </xsl:if>
  </xsl:template>

  <!-- Who answers for the book, how it was made, and whose the words are; what is not stated is said not to be. -->
  <xsl:template name="mp:imprint" as="element()*">
    <dl>
      <xsl:for-each select="
        map { 'term': f:label('book.editors'), 'value': string-join(editor ! f:editor(@name, @role), ', ') },
        map { 'term': f:label('source.publisher'), 'value': string(@publisher) },
        map { 'term': f:label('book.date'), 'value': string(@date[. ne ''] ! f:date-in-words(.)) },
        map { 'term': f:label('number.DOI'), 'value': string(@doi) }[current()/@doi ne ''],
        map { 'term': f:label('epub.address'), 'value': string(@address) }[current()/@address ne '']">
        <div>
          <dt>{?term}</dt>
          <dd>{(?value[. ne ''], f:label('not-stated'))[1]}</dd>
        </div>
      </xsl:for-each>
    </dl>
    <h2>{f:label('epub.rights')}</h2>
    <xsl:for-each select="f:rights(.), @archive[. ne ''] ! f:fill('book.archive', map { 'name': string(.) })">
      <p>{.}</p>
    </xsl:for-each>
    <h2>{f:label('book.colophon')}</h2>
    <xsl:for-each select="
      f:fill('epub.made', map { 'version': string(@version), 'n': string(count(document)) }), f:label('book.signs'),
      f:label(if (document/counts/@edited &gt; 0) then 'epub.edited' else 'book.untouched'), f:label('epub.summary'), f:label('epub.type')">
      <p>{.}</p>
    </xsl:for-each>
  </xsl:template>

  <!-- The rights in a sentence. -->
  <xsl:function name="f:rights" as="xs:string">
    <xsl:param name="edition" as="element(edition)"/>
    <xsl:sequence select="
      if ($edition/@licence ne '') then f:fill('book.licence', map { 'name': string(($edition/@licence-text[. ne ''], $edition/@licence)[1]), 'address': string($edition/@licence) })
      else f:label('book.no-licence')"/>
  </xsl:function>

</xsl:stylesheet>
