<?xml version="1.0" encoding="UTF-8"?>
<!-- Terms: the kinds of documents and their markings, each with its documents, from fact files. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Kinds, degrees of secrecy, handling: what there is of each and how often, then the documents. -->
  <xsl:template match="edition" mode="m:markings" as="element(section)*">
    <xsl:variable name="edition" as="element(edition)" select="."/>
    <xsl:for-each select="'doctype', 'classification', 'handling'">
      <xsl:variable name="scheme" as="xs:string" select="."/>
      <section class="group">
        <h2>{f:label('terms.' || $scheme)}</h2>
        <ol class="index" role="list">
          <xsl:for-each-group select="$edition/document/(*[local-name() eq $scheme], .[empty(*[local-name() eq $scheme])])" group-by="string(@key)">
            <xsl:sort select="current-grouping-key() eq ''"/>
            <xsl:sort select="lower-case(string(self::document/@none | self::*[@key]))" lang="{$lang}"/>
            <xsl:apply-templates select="." mode="m:markings">
              <xsl:with-param name="documents" select="current-group()/ancestor-or-self::document"/>
            </xsl:apply-templates>
          </xsl:for-each-group>
        </ol>
      </section>
    </xsl:for-each>
  </xsl:template>

  <!-- One term and its documents. -->
  <xsl:template match="document/*" mode="m:markings" as="element(li)">
    <!-- The documents that bear it. -->
    <xsl:param name="documents" as="element(document)+"/>
    <li id="{translate(@key, ': ', '--')}">
      <p class="bearer">
        <strong>{.}</strong>
        <xsl:text> </xsl:text>
        <span class="fact">{f:fill('documents.count', map { 'n': string(count($documents)) })}</span>
      </p>
      <!-- What half of the edition is, or bears, needs no list as long as the edition. -->
      <xsl:choose>
        <xsl:when test="count($documents) gt 10">
          <xsl:call-template name="m:days">
            <xsl:with-param name="documents" select="$documents"/>
          </xsl:call-template>
        </xsl:when>
        <xsl:otherwise>
          <ul class="occurrences" role="list">
            <xsl:apply-templates select="$documents" mode="m:entry">
              <xsl:sort select="@order"/>
              <xsl:sort select="@id"/>
            </xsl:apply-templates>
          </ul>
        </xsl:otherwise>
      </xsl:choose>
    </li>
  </xsl:template>

  <!-- Documents that bear none: how many. -->
  <xsl:template match="document" mode="m:markings" as="element(li)">
    <!-- These documents. -->
    <xsl:param name="documents" as="element(document)+"/>
    <li>
      <p class="bearer">
        <span class="key">{f:label('not-stated')}</span>
        <xsl:text> </xsl:text>
        <span class="fact">{f:fill('documents.count', map { 'n': string(count($documents)) })}</span>
      </p>
    </li>
  </xsl:template>

</xsl:stylesheet>
