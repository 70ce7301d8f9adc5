<?xml version="1.0" encoding="UTF-8"?>
<!-- One TEI cable, or the editors' introduction, to one chapter of an EPUB. The words are those of the web page; what only a page can do is left out. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:import href="html.xsl"/>
  <xsl:include href="modules/epub/xhtml.xsl"/>

  <!-- Where names of persons lead. -->
  <xsl:param name="persons-href" as="xs:string" select="'persons.html'"/>

  <!-- Where names of organisations lead. -->
  <xsl:param name="organisations-href" as="xs:string" select="'organisations.html'"/>

  <!-- Where names of places lead. -->
  <xsl:param name="places-href" as="xs:string" select="'places.html'"/>

  <!-- What the chapter is: chapter or introduction. -->
  <xsl:param name="kind" as="xs:string" select="'chapter'"/>

  <!-- What an introduction can lead to, parted by blanks: documents, places in them, and who is in the lists of the book:
       cable-1950-07-13-3305 cable-1950-07-13-3305#p2 person:stalin. -->
  <xsl:param name="reached" as="xs:string" select="''"/>

  <!-- English in place of a word that the interface lacks is not marked here: a chapter is turned into XHTML piece by piece. -->
  <xsl:variable name="f:marks-english" as="xs:boolean" select="false()"/>

  <xsl:output method="xhtml" version="1.0" html-version="5" encoding="UTF-8" indent="no" include-content-type="no" omit-xml-declaration="no"/>

  <!-- The chapter. -->
  <xsl:template match="/" as="element(h:html)">
    <xsl:apply-templates select="TEI" mode="m:chapter"/>
  </xsl:template>

  <!-- A document: its heading, its text, and what is said of it. -->
  <xsl:template match="TEI" mode="m:chapter" as="element(h:html)">
    <xsl:call-template name="m:leaf">
      <xsl:with-param name="title" select="f:title(teiHeader)"/>
      <xsl:with-param name="content">
        <section epub:type="chapter" role="doc-chapter" aria-labelledby="page-title">
          <header class="heading">
            <xsl:apply-templates select="teiHeader" mode="m:heading"/>
          </header>
          <div class="document" lang="{(@xml:lang, 'en')[1]}">
            <xsl:apply-templates select="text" mode="m:text"/>
          </div>
          <div class="about">
            <xsl:if test="text//*[@type = 'unparsed']">
              <p class="legend"><span class="unparsed">{f:label('sign.unparsed')}</span> {f:label('unparsed')}</p>
            </xsl:if>
            <xsl:apply-templates select="." mode="m:apparatus"/>
            <xsl:apply-templates select="teiHeader/profileDesc/abstract, standOff/listBibl[@type = 'related'],
              teiHeader/profileDesc/textClass/keywords, teiHeader/fileDesc/sourceDesc" mode="m:about"/>
          </div>
        </section>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- The introduction. -->
  <xsl:template match="TEI[$kind eq 'introduction']" mode="m:chapter" as="element(h:html)">
    <xsl:variable name="title" as="xs:string" select="f:introduction-title(.)"/>
    <xsl:call-template name="m:leaf">
      <xsl:with-param name="title" select="$title"/>
      <xsl:with-param name="content">
        <section epub:type="introduction" role="doc-introduction" aria-labelledby="page-title" lang="{(@xml:lang, $lang)[1]}">
          <header class="heading">
            <h1 id="page-title">{$title}</h1>
            <xsl:for-each select="teiHeader/fileDesc/titleStmt[author]">
              <p class="byline">{string-join(author ! normalize-space(.), ' · ')}</p>
            </xsl:for-each>
          </header>
          <div class="introduction">
            <xsl:apply-templates select="text" mode="m:text"/>
          </div>
        </section>
      </xsl:with-param>
    </xsl:call-template>
  </xsl:template>

  <!-- A name leads to the list of the book; in an introduction only to one that is there. -->
  <xsl:template match="(persName | placeName | orgName | name | rs)[f:is-link(.)][$kind eq 'chapter' or tokenize(@ref)[1] = tokenize($reached)]" mode="m:text" as="element()">
    <xsl:variable name="name" as="element()">
      <xsl:next-match/>
    </xsl:variable>
    <xsl:variable name="address" as="xs:string">
      <xsl:apply-templates select="string(@ref)" mode="m:address"/>
    </xsl:variable>
    <xsl:copy select="$name">
      <xsl:copy-of select="@*"/>
      <xsl:attribute name="href" select="$address"/>
      <xsl:copy-of select="node()"/>
    </xsl:copy>
  </xsl:template>

  <!-- A reference of the introduction to a document of the book, tei/cable-1950-07-13-3305.xml#p2. -->
  <xsl:template match="ref[matches(@target, '^tei/[^/#]+\.xml(#|$)')]" mode="m:text" as="element()" priority="2">
    <xsl:variable name="place" as="xs:string" select="replace(@target, '^tei/([^/#]+)\.xml', '$1')"/>
    <xsl:variable name="found" as="xs:string?" select="($place, substring-before($place, '#'))[. = tokenize($reached)][1]"/>
    <xsl:element name="{if (exists($found)) then 'a' else 'span'}">
      <xsl:attribute name="class" select="'ref'"/>
      <xsl:if test="exists($found)">
        <xsl:attribute name="href" select="replace($found, '^([^#]+)', '$1.html')"/>
      </xsl:if>
      <xsl:call-template name="m:content"/>
    </xsl:element>
  </xsl:template>

  <!-- No links in the margin: a book is not cited by the addresses of its blocks. -->
  <xsl:template name="m:permalink" as="empty-sequence()"/>

  <!-- What is the same for all documents stands once, in the imprint. -->
  <xsl:template match="publicationStmt/(publisher | availability) | seriesStmt/title | bibl/idno[@type = 'filename']" mode="m:fact" as="empty-sequence()" priority="1"/>

</xsl:stylesheet>
