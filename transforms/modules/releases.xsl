<?xml version="1.0" encoding="UTF-8"?>
<!-- Releases: the versions of each document, and what each version of the edition changed; what editors corrected. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- What releases did to a document, the oldest last. -->
  <xsl:key name="fp:changes" match="releases/release/change" use="@id"/>

  <!-- The documents of the edition. -->
  <xsl:key name="fp:present" match="edition/document" use="@id"/>

  <!-- The versions of each document. -->
  <xsl:template match="edition" mode="m:versions" as="element()+">
    <p class="lead">{f:label('versions.about')}</p>
    <ul class="versions" role="list">
      <xsl:for-each select="document">
        <li id="{@id}">
          <a href="{@href}.html" lang="{@lang}">{title}</a>
          <xsl:text>{date[. ne '' and not(contains(current()/title, .))] ! (', ' || .)}</xsl:text>
          <ul>
            <xsl:apply-templates select="key('fp:changes', @id)" mode="mp:version"/>
            <xsl:if test="empty(key('fp:changes', @id))">
              <li>{f:label('versions.none')}</li>
            </xsl:if>
          </ul>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <!-- What one version of the edition brought to a document. -->
  <xsl:template match="change" mode="mp:version" as="element(li)">
    <li>
      <a href="{$errata-href}#version-{../@number}">{../@number}</a>
      <xsl:text>, {f:date-in-words(../@date)}: {f:label('release.' || @kind)}</xsl:text>
      <xsl:apply-templates select="." mode="mp:places"/>
    </li>
  </xsl:template>

  <!-- Where words changed; a paragraph that still stands is linked. -->
  <xsl:template match="change" mode="mp:places" as="item()*">
    <xsl:variable name="page" as="xs:string?" select="key('fp:present', @id)[1] ! (@href || '.html')"/>
    <xsl:for-each select="in">
      <xsl:text>{if (position() eq 1) then ' (' else ', '}</xsl:text>
      <xsl:choose>
        <xsl:when test="$page and @stands = 'true'">
          <a href="{$page}#{@id}">{@id}</a>
        </xsl:when>
        <xsl:otherwise>{@id}</xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <xsl:text>{if (in) then ')' else ''}</xsl:text>
  </xsl:template>

  <!-- What each version changed, and what the editors corrected. -->
  <xsl:template match="edition" mode="m:errata" as="element()+">
    <p class="lead">
      <xsl:text>{f:label('errata.about')} </xsl:text>
      <a href="{$versions-href}">{f:label('way.versions')}</a>
    </p>
    <xsl:apply-templates select="releases/release" mode="mp:release"/>
    <xsl:apply-templates select=".[document/correction]" mode="mp:corrections"/>
  </xsl:template>

  <!-- One version: when, by whom, why, and what it did to which documents. -->
  <xsl:template match="release" mode="mp:release" as="element(section)">
    <section class="group" aria-labelledby="version-{@number}">
      <h2 id="version-{@number}">{f:fill('release.number', map { 'n': string(@number) })}</h2>
      <p>{string-join((f:date-in-words(@date), @by, @why)[. ne ''], ' · ')}</p>
      <xsl:variable name="first" as="xs:boolean" select="empty(following-sibling::release)"/>
      <xsl:for-each-group select="change[not($first)]" group-by="@kind">
        <h3>{f:label('release.' || current-grouping-key())}</h3>
        <ul>
          <xsl:apply-templates select="current-group()" mode="mp:changed"/>
        </ul>
      </xsl:for-each-group>
      <xsl:if test="empty(change) or $first">
        <p>{if (empty(change)) then f:label('release.none') else f:fill('documents.count', map { 'n': string(count(change)) })}</p>
      </xsl:if>
    </section>
  </xsl:template>

  <!-- A document that a version changed; one that is gone has a page that says so. -->
  <xsl:template match="change" mode="mp:changed" as="element(li)">
    <xsl:variable name="document" as="element(document)?" select="key('fp:present', @id)[1]"/>
    <li>
      <a href="{($document/@href, @id)[1]}.html" lang="{($document/@lang, /edition/@lang)[1]}">{($document/title, @title)[1]}</a>
      <xsl:apply-templates select="." mode="mp:places"/>
      <xsl:for-each select="@why[. ne '']">
        <xsl:text>: {.}</xsl:text>
      </xsl:for-each>
    </li>
  </xsl:template>

  <!-- The corrections of the editors, document by document: what the source has, what the edition reads, who says so. -->
  <xsl:template match="edition" mode="mp:corrections" as="element(section)">
    <section class="group" aria-labelledby="corrections">
      <h2 id="corrections">{f:label('errata.corrections')}</h2>
      <p>{f:label('errata.corrections.about')}</p>
      <xsl:for-each select="document[correction]">
        <h3>
          <a href="{@href}.html" lang="{@lang}">{title}</a>
        </h3>
        <ul>
          <xsl:for-each select="correction">
            <li>
              <del lang="{@lang}">{@source}</del>
              <xsl:text> → </xsl:text>
              <ins lang="{@lang}">{.}</ins>
              <xsl:text>{@by[. ne ''] ! (' · ' || .)}</xsl:text>
              <xsl:for-each select="@in">
                <xsl:text> · </xsl:text>
                <a href="{../../@href}.html#{.}">{.}</a>
              </xsl:for-each>
            </li>
          </xsl:for-each>
        </ul>
      </xsl:for-each>
    </section>
  </xsl:template>

</xsl:stylesheet>
