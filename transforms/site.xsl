<?xml version="1.0" encoding="UTF-8"?>
<!-- Facts of all documents to one page of the edition: its first page, its chronology, or one of its indexes. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="modules/labels.xsl"/>
  <xsl:include href="modules/spoken.xsl"/>
  <xsl:include href="modules/authorities.xsl"/>
  <xsl:include href="modules/calendar.xsl"/>
  <xsl:include href="modules/frame.xsl"/>
  <xsl:include href="modules/volumes.xsl"/>
  <xsl:include href="modules/landing.xsl"/>
  <xsl:include href="modules/documents.xsl"/>
  <xsl:include href="modules/events.xsl"/>
  <xsl:include href="modules/drawing.xsl"/>
  <xsl:include href="modules/timeline.xsl"/>
  <xsl:include href="modules/correspondents.xsl"/>
  <xsl:include href="modules/network.xsl"/>
  <xsl:include href="modules/exchanges.xsl"/>
  <xsl:include href="modules/index.xsl"/>
  <xsl:include href="modules/contents.xsl"/>
  <xsl:include href="modules/shelfmarks.xsl"/>
  <xsl:include href="modules/terms.xsl"/>
  <xsl:include href="modules/phrases.xsl"/>
  <xsl:include href="modules/methods.xsl"/>
  <xsl:include href="modules/releases.xsl"/>
  <xsl:include href="modules/json.xsl"/>
  <xsl:include href="modules/data.xsl"/>
  <xsl:include href="modules/harvestable.xsl"/>
  <xsl:include href="modules/search.xsl"/>

  <!-- Which page: documents, chronology, persons, organisations, places, network, indexes, archives, markings, phrases, methods, search; versions and errata of an edition that was released. -->
  <xsl:param name="page" as="xs:string" select="'documents'"/>

  <xsl:output method="html" version="5.0" encoding="UTF-8" indent="no" include-content-type="no"/>

  <!-- Prefix of the pointers that an index page collects. -->
  <xsl:variable name="fp:kind" as="xs:string?" select="map { 'persons': 'person', 'organisations': 'org', 'places': 'place' }($page)"/>

  <!-- Address of the page. -->
  <xsl:variable name="fp:here" as="xs:string" select="
    string(map { 'documents': $index-href, 'chronology': $chronology-href, 'persons': $persons-href,
      'organisations': $organisations-href, 'places': $places-href, 'network': $network-href, 'indexes': $indexes-href, 'archives': $archives-href,
      'markings': $markings-href, 'phrases': $phrases-href, 'methods': $methods-href,
      'versions': $versions-href, 'errata': $errata-href, 'search': $search-href }($page))"/>

  <!-- The page. -->
  <xsl:template match="/edition" as="element(html)">
    <xsl:variable name="title" as="xs:string" select="if ($page eq 'documents') then string((@title[. ne ''], f:label('documents'))[1]) else f:label('way.' || $page)"/>
    <xsl:variable name="made" as="element(html)">
      <html lang="{$lang}">
        <head>
          <xsl:call-template name="m:head">
            <xsl:with-param name="title" select="string-join(($title, @title[$page ne 'documents'][. ne '']), ' — ')"/>
          </xsl:call-template>
          <xsl:apply-templates select=".[$page eq 'documents']" mode="m:edition-metadata"/>
        </head>
        <body>
          <a class="skip" href="#page-content">{f:label(if ($page eq 'documents') then 'skip.list' else 'skip.content')}</a>
          <xsl:call-template name="m:banner">
            <xsl:with-param name="here" select="$fp:here"/>
          </xsl:call-template>
          <main>
            <header class="{if ($page eq 'documents') then 'heading front' else 'heading'}">
              <h1>{$title}</h1>
              <xsl:apply-templates select=".[$page eq 'documents']" mode="m:introduction"/>
            </header>
            <div id="page-content" tabindex="-1">
              <xsl:apply-templates select="." mode="mp:content"/>
            </div>
          </main>
        </body>
      </html>
    </xsl:variable>
    <xsl:sequence select="f:spoken($made)"/>
  </xsl:template>

  <!-- The first page: the ways in, the list of documents, the volumes of the book, how to cite, the imprint, the data. -->
  <xsl:template match="edition" mode="mp:content" as="element()*">
    <xsl:apply-templates select="." mode="m:ways-in"/>
    <xsl:apply-templates select="." mode="m:documents"/>
    <xsl:apply-templates select=".[volume]" mode="m:volumes"/>
    <xsl:apply-templates select="." mode="m:cite-edition"/>
    <xsl:apply-templates select="." mode="m:imprint"/>
    <xsl:apply-templates select="." mode="m:data"/>
  </xsl:template>

  <!-- The chronology. -->
  <xsl:template match="edition[$page eq 'chronology']" mode="mp:content" as="element()*">
    <xsl:apply-templates select="." mode="m:timeline"/>
    <xsl:apply-templates select="." mode="m:chronology"/>
  </xsl:template>

  <!-- Who wrote to whom. -->
  <xsl:template match="edition[$page eq 'network']" mode="mp:content" as="element()*">
    <xsl:apply-templates select="." mode="m:network"/>
  </xsl:template>

  <!-- The search. -->
  <xsl:template match="edition[$page eq 'search']" mode="mp:content" as="element()*">
    <xsl:apply-templates select="." mode="m:search"/>
  </xsl:template>

  <!-- The page that leads to the indexes. -->
  <xsl:template match="edition[$page eq 'indexes']" mode="mp:content" as="element()*">
    <xsl:apply-templates select="." mode="m:contents"/>
    <xsl:apply-templates select="." mode="m:further"/>
  </xsl:template>

  <!-- Archives and shelfmarks. -->
  <xsl:template match="edition[$page eq 'archives']" mode="mp:content" as="element()*">
    <xsl:apply-templates select="." mode="m:archives"/>
  </xsl:template>

  <!-- Kinds and markings. -->
  <xsl:template match="edition[$page eq 'markings']" mode="mp:content" as="element()*">
    <xsl:apply-templates select="." mode="m:markings"/>
  </xsl:template>

  <!-- Words of the original languages. -->
  <xsl:template match="edition[$page eq 'phrases']" mode="mp:content" as="element()*">
    <xsl:apply-templates select="." mode="m:phrases"/>
  </xsl:template>

  <!-- How the edition was made. -->
  <xsl:template match="edition[$page eq 'methods']" mode="mp:content" as="element()*">
    <xsl:apply-templates select="." mode="m:methods"/>
  </xsl:template>

  <!-- The versions of each document. -->
  <xsl:template match="edition[$page eq 'versions']" mode="mp:content" as="element()*">
    <xsl:apply-templates select="." mode="m:versions"/>
  </xsl:template>

  <!-- What each version changed. -->
  <xsl:template match="edition[$page eq 'errata']" mode="mp:content" as="element()*">
    <xsl:apply-templates select="." mode="m:errata"/>
  </xsl:template>

  <!-- An index of names. -->
  <xsl:template match="edition[exists($fp:kind)]" mode="mp:content" as="element()*">
    <xsl:apply-templates select="." mode="m:index">
      <xsl:with-param name="kind" select="$fp:kind"/>
    </xsl:apply-templates>
  </xsl:template>

</xsl:stylesheet>
