<?xml version="1.0" encoding="UTF-8"?>
<!-- Apparatus: the editors' words in the text, told apart from the translator's, and the section that says what they changed. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Where an editor put another reading: that reading, with the source's in reach; a letter leads to the apparatus. -->
  <xsl:template match="choice[f:edited-reading(.)]" mode="m:text" as="element(Q{}span)+" priority="1">
    <span>
      <xsl:call-template name="m:attributes">
        <xsl:with-param name="class" select="'edited'"/>
      </xsl:call-template>
      <xsl:attribute name="title" select="f:remark(.)"/>
      <xsl:apply-templates select="f:edited-reading(.)" mode="m:text"/>
    </span>
    <xsl:call-template name="mp:call"/>
  </xsl:template>

  <!-- Words an editor added, in angle brackets. -->
  <xsl:template match="(supplied | ex | corr | reg | expan)[f:is-added(.)]" mode="m:text" as="element(Q{}span)" priority="1">
    <span>
      <xsl:call-template name="m:attributes">
        <xsl:with-param name="class" select="'edited'"/>
      </xsl:call-template>
      <xsl:attribute name="title" select="f:remark(.)"/>
      <xsl:call-template name="m:content"/>
    </span>
  </xsl:template>

  <!-- An editor's note in running text: its letter; the note stands in the apparatus. -->
  <xsl:template match="note[f:is-added(.)]" mode="m:text" as="element(Q{}span)" priority="2">
    <xsl:call-template name="mp:call"/>
  </xsl:template>

  <!-- An editor's note between the blocks is signed. -->
  <xsl:template name="m:signature" as="element(Q{}span)?">
    <xsl:variable name="signature" as="xs:string" select="f:signature(.)"/>
    <xsl:if test="$signature ne ''">
      <span class="apparatus signature" lang="{$lang}"> {$signature}</span>
    </xsl:if>
  </xsl:template>

  <!-- The letter of an entry: a link, unless it stands in one. -->
  <xsl:template name="mp:call" as="element(Q{}span)">
    <xsl:variable name="letter" as="xs:string" select="f:entry-letter(.)"/>
    <span class="apparatus editor-call" lang="{$lang}">
      <xsl:choose>
        <xsl:when test="some $outer in ancestor::* satisfies f:is-link($outer)">{$letter}</xsl:when>
        <xsl:otherwise>
          <a id="editor-call-{$letter}" href="#editor-note-{$letter}" role="doc-noteref"
            aria-label="{f:fill('edited.call', map { 'n': $letter })}: {f:remark(.)}">{$letter}</a>
        </xsl:otherwise>
      </xsl:choose>
    </span>
  </xsl:template>

  <!-- The apparatus of the edition: every entry with its letter, the reading of the edition, what was done and by whom. -->
  <xsl:template match="TEI" mode="m:apparatus" as="element(Q{}section)?">
    <xsl:if test="exists($f:entries)">
      <section class="editing" aria-labelledby="page-editing">
        <h2 id="page-editing">{f:label('edited')}</h2>
        <ol role="list">
          <xsl:apply-templates select="$f:entries" mode="m:apparatus"/>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- One entry. -->
  <xsl:template match="choice | note" mode="m:apparatus" as="element(Q{}li)">
    <xsl:variable name="letter" as="xs:string" select="f:entry-letter(.)"/>
    <li id="editor-note-{$letter}">
      <a class="mark" role="doc-backlink" href="#editor-call-{$letter}" aria-label="{f:fill('note.back', map { 'n': $letter })}">{$letter}</a>
      <xsl:text> </xsl:text>
      <xsl:choose>
        <xsl:when test="self::choice">
          <span class="lemma" lang="{f:language-of(.)}">{self::choice ! f:edited-reading(.) ! f:reading(.)}</span>
          <xsl:text> — {f:remark(.)}</xsl:text>
        </xsl:when>
        <xsl:otherwise>
          <span lang="{f:language-of(.)}">
            <xsl:if test="@xml:id">
              <xsl:attribute name="id" select="@xml:id"/>
            </xsl:if>
            <xsl:apply-templates mode="m:text"/>
          </span>
          <xsl:text> {f:fill('edited.signature', map { 'name': f:editor-names(.) })}</xsl:text>
        </xsl:otherwise>
      </xsl:choose>
    </li>
  </xsl:template>

</xsl:stylesheet>
