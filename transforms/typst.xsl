<?xml version="1.0" encoding="UTF-8"?>
<!-- One TEI cable to Typst, from which a PDF is set. An edition imports this file and overrides templates in mode m:typst (README.md). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="modules/labels.xsl"/>
  <xsl:include href="modules/authorities.xsl"/>
  <xsl:include href="modules/delimiters.xsl"/>
  <xsl:include href="modules/text.xsl"/>
  <xsl:include href="modules/form.xsl"/>
  <xsl:include href="modules/names.xsl"/>
  <xsl:include href="modules/dates.xsl"/>
  <xsl:include href="modules/correspondence.xsl"/>
  <xsl:include href="modules/header.xsl"/>
  <xsl:include href="modules/typst/settings.xsl"/>
  <xsl:include href="modules/typst/code.xsl"/>
  <xsl:include href="modules/typst/text.xsl"/>
  <xsl:include href="modules/typst/structure.xsl"/>
  <xsl:include href="modules/typst/phrases.xsl"/>
  <xsl:include href="modules/typst/apparatus.xsl"/>
  <xsl:include href="modules/typst/about.xsl"/>

  <!-- Size of the page, as Typst names it: a5, a4, us-letter, us-trade … -->
  <xsl:param name="paper" as="xs:string" select="'a4'"/>

  <!-- Whether to write only the call that sets the document, as a book wants it. -->
  <xsl:param name="part" as="xs:boolean" select="false()"/>

  <!-- Title of the edition, in the running heads. -->
  <xsl:param name="edition-title" as="xs:string" select="''"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- The code. -->
  <xsl:template match="/TEI" as="text()">
    <xsl:variable name="setting" as="xs:string*" select="
      f:setting(f:title(teiHeader), (), sort(teiHeader/revisionDesc//change/@when ! string())[last()]), f:named('edition', f:literal($edition-title))"/>
    <xsl:variable name="prologue" as="xs:string">
      <xsl:call-template name="m:typst-prologue"/>
    </xsl:variable>
    <xsl:variable name="call" as="xs:string">
      <xsl:apply-templates select="." mode="m:typst-document"/>
    </xsl:variable>
    <xsl:value-of select="if ($part) then '#' || $call else $prologue || '#show: ' || f:call('single.with', $setting) || '&#10;#' || $call"/>
  </xsl:template>

  <!-- The call that sets a document: its heading, its text, and what is said of it. -->
  <xsl:template match="TEI" mode="m:typst-document" as="xs:string">
    <xsl:variable name="header" as="element(teiHeader)" select="teiHeader"/>
    <xsl:variable name="parties" as="xs:string*">
      <xsl:apply-templates select="$header/profileDesc" mode="m:typst-parties"/>
    </xsl:variable>
    <xsl:variable name="markings" as="xs:string*"
      select="$header/profileDesc/textClass/catRef[@scheme = ('class:classification', 'class:handling')]/tokenize(@target) ! f:term(.)"/>
    <xsl:variable name="text" as="xs:string*">
      <xsl:apply-templates select="text" mode="m:typst"/>
    </xsl:variable>
    <xsl:variable name="about" as="xs:string*">
      <xsl:apply-templates select="." mode="m:typst-about"/>
      <xsl:if test="not($part)">
        <xsl:apply-templates select="." mode="m:typst-cards"/>
        <xsl:apply-templates select="." mode="m:typst-encoding"/>
      </xsl:if>
    </xsl:variable>
    <xsl:sequence select="f:call('cable', (
      f:named('id', f:literal(string(@xml:id))),
      f:named('lang', tokenize(lower-case(@xml:lang), '-')[1][matches(., '^[a-z]{2,3}$')] ! f:literal(.)),
      f:named('title', f:in-language(f:language-of(($header/fileDesc/titleStmt/title)[1]), f:literal(f:title($header)))),
      f:named('running', f:literal(string-join(f:identification($header)[position() gt count($header/profileDesc/textClass/catRef[@scheme = 'class:doctype']/tokenize(@target))], ' · '))),
      f:named('kind', f:literal(string-join(f:identification($header), ' · '))),
      f:named('parties', f:array($parties)),
      f:named('markings', f:literal(string-join((f:label('markings'), string-join($markings, ' · ')), ' '))[exists($markings)]),
      f:named('about', f:blocks($about)),
      f:blocks($text)))"/>
  </xsl:template>

</xsl:stylesheet>
