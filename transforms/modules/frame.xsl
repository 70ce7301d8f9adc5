<?xml version="1.0" encoding="UTF-8"?>
<!-- Frame: what all pages of an edition share; their head, and the line above them. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Address of the style sheet. -->
  <xsl:param name="css-href" as="xs:string" select="''"/>

  <!-- Text of a style sheet to stand in the page itself, so that one file is complete. -->
  <xsl:param name="css-inline" as="xs:string" select="''"/>

  <!-- Title of the edition, above the page and in its window title. -->
  <xsl:param name="edition-title" as="xs:string" select="''"/>

  <!-- Address of the edition's first page. -->
  <xsl:param name="index-href" as="xs:string" select="''"/>

  <!-- Address of the chronology. -->
  <xsl:param name="chronology-href" as="xs:string" select="''"/>

  <!-- Address of the index of persons; links from persons lead there instead of to their cards. -->
  <xsl:param name="persons-href" as="xs:string" select="''"/>

  <!-- Address of the index of organisations. -->
  <xsl:param name="organisations-href" as="xs:string" select="''"/>

  <!-- Address of the index of places. -->
  <xsl:param name="places-href" as="xs:string" select="''"/>

  <!-- Address of the page that says who wrote to whom. -->
  <xsl:param name="network-href" as="xs:string" select="''"/>

  <!-- Address of the page that leads to all indexes. -->
  <xsl:param name="indexes-href" as="xs:string" select="''"/>

  <!-- Address of the index of archives and shelfmarks. -->
  <xsl:param name="archives-href" as="xs:string" select="''"/>

  <!-- Address of the index of kinds and markings. -->
  <xsl:param name="markings-href" as="xs:string" select="''"/>

  <!-- Address of the index of words of the original languages. -->
  <xsl:param name="phrases-href" as="xs:string" select="''"/>

  <!-- Address of the page that says how the edition was made. -->
  <xsl:param name="methods-href" as="xs:string" select="''"/>

  <!-- Address of the introduction of the editors, where the edition has one. -->
  <xsl:param name="introduction-href" as="xs:string" select="''"/>

  <!-- Address of the page that has the versions of each document, where the edition has been released. -->
  <xsl:param name="versions-href" as="xs:string" select="''"/>

  <!-- Address of the page that says what each version changed. -->
  <xsl:param name="errata-href" as="xs:string" select="''"/>

  <!-- Address of the search. -->
  <xsl:param name="search-href" as="xs:string" select="''"/>

  <!-- Address of the book of the edition. -->
  <xsl:param name="book-href" as="xs:string" select="''"/>

  <!-- Address of the edition as a book for e-readers. -->
  <xsl:param name="epub-href" as="xs:string" select="''"/>

  <!-- What every page has in its head; the character set first. -->
  <xsl:template name="m:head" as="element()*">
    <!-- Title of the window. -->
    <xsl:param name="title" as="xs:string"/>
    <meta charset="utf-8"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <title>{$title}</title>
    <xsl:if test="$css-href">
      <link rel="stylesheet" href="{$css-href}"/>
    </xsl:if>
    <xsl:if test="$css-inline">
      <style>{$css-inline}</style>
    </xsl:if>
  </xsl:template>

  <!-- The line above the page: the edition, and the ways into it. -->
  <xsl:template name="m:banner" as="element(Q{}header)?">
    <!-- The address of this page, where it is one of the edition's own. -->
    <xsl:param name="here" as="xs:string" select="''"/>
    <xsl:if test="$edition-title or $index-href">
      <header class="banner">
        <xsl:choose>
          <xsl:when test="$index-href ne $here">
            <a class="edition" href="{$index-href}">{($edition-title[.], f:label('index'))[1]}</a>
          </xsl:when>
          <xsl:when test="$here eq ''">
            <span class="edition">{$edition-title}</span>
          </xsl:when>
        </xsl:choose>
        <xsl:variable name="ways" as="map(xs:string, xs:string)*" select="
          map { 'key': 'documents', 'href': $index-href }, map { 'key': 'chronology', 'href': $chronology-href },
          map { 'key': 'persons', 'href': $persons-href }, map { 'key': 'places', 'href': $places-href },
          map { 'key': 'organisations', 'href': $organisations-href }, map { 'key': 'indexes', 'href': $indexes-href },
          map { 'key': 'search', 'href': $search-href }, map { 'key': 'book', 'href': $book-href }"/>
        <xsl:if test="$chronology-href or $persons-href or $book-href">
          <nav class="ways" aria-label="{f:label('ways')}">
            <ul role="list">
              <xsl:for-each select="$ways[?href ne '']">
                <li>
                  <a href="{?href}">
                    <xsl:if test="?key eq 'book' and ends-with(?href, '.pdf')">
                      <xsl:attribute name="type" select="'application/pdf'"/>
                    </xsl:if>
                    <xsl:choose>
                      <xsl:when test="?href eq $here">
                        <xsl:attribute name="aria-current" select="'page'"/>
                      </xsl:when>
                      <xsl:when test="?key eq 'indexes' and $here = ($network-href, $archives-href, $markings-href, $phrases-href, $methods-href, $versions-href, $errata-href, $introduction-href)[. ne '']">
                        <xsl:attribute name="aria-current" select="'true'"/>
                      </xsl:when>
                    </xsl:choose>
                    <xsl:text>{f:label('way.' || ?key)}</xsl:text>
                  </a>
                </li>
              </xsl:for-each>
            </ul>
          </nav>
        </xsl:if>
      </header>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
