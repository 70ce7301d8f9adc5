<?xml version="1.0" encoding="UTF-8"?>
<!-- The documents of an edition to one Typst book. The source is “edition”: what edition.toml says, its editors, and for each document its
     facts with the Typst call (“typst”) that typst.xsl made of it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="modules/labels.xsl"/>
  <xsl:include href="modules/authorities.xsl"/>
  <xsl:include href="modules/dates.xsl"/>
  <xsl:include href="modules/delimiters.xsl"/>
  <xsl:include href="modules/text.xsl"/>
  <xsl:include href="modules/volumes.xsl"/>
  <xsl:include href="modules/typst/settings.xsl"/>
  <xsl:include href="modules/typst/code.xsl"/>
  <xsl:include href="modules/typst/index.xsl"/>

  <!-- Size of the page, as Typst names it: a5, a4, us-letter, us-trade … -->
  <xsl:param name="paper" as="xs:string" select="'a5'"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <!-- The code: template, title page, contents, documents in order of time, indexes, colophon. -->
  <xsl:template match="/edition" as="text()">
    <xsl:variable name="prologue" as="xs:string">
      <xsl:call-template name="m:typst-prologue"/>
    </xsl:variable>
    <xsl:variable name="documents" as="element(document)*" select="sort(document, (), function($d) { string($d/@order), string($d/@id) })"/>
    <xsl:variable name="issue" as="xs:string" select="string-join((@number[. ne ''] ! f:fill('book.edition', map { 'n': string(.) }), f:volume(volume)), ' · ')"/>
    <xsl:variable name="indexes" as="xs:string*">
      <xsl:apply-templates select="." mode="m:typst-index"/>
    </xsl:variable>
    <xsl:value-of separator="&#10;" select="
      $prologue || '#show: ' || f:call('book.with', f:setting(string-join((@title, f:volume(volume)), '. '), editor/@name ! string(), (@date[. castable as xs:date] ! string(), sort(document/@changed ! string())[last()])[1])),
      '#' || f:call('title-page', (
        f:literal(string(@title)),
        f:named('edition', f:literal($issue)[$issue ne '']),
        f:named('facts', f:array(fp:imprint(.) ! f:array(fp:pair(?term, ?value)))))),
      '#' || f:call('contents', f:literal(f:label('book.contents'))),
      $documents/typst ! string(),
      $indexes ! ('#' || .),
      '#' || f:call('colophon', (f:literal(f:label('book.colophon')), f:array(fp:colophon(.) ! f:literal(.))))"/>
  </xsl:template>

  <!-- Editors, publisher, date and address of the book; what is not stated is said not to be. -->
  <xsl:function name="fp:imprint" as="map(*)*">
    <xsl:param name="edition" as="element(edition)"/>
    <xsl:sequence select="
      $edition/volume ! map { 'term': f:label('way.documents'), 'value': @documents || ', ' || f:span(.) },
      map { 'term': f:label('book.editors'), 'value': string-join($edition/editor ! f:editor(@name, @role), ', ') },
      map { 'term': f:label('source.publisher'), 'value': string($edition/@publisher) },
      map { 'term': f:label('book.date'), 'value': string($edition/@date[. ne ''] ! f:date-in-words(.)) },
      map { 'term': f:label('number.DOI'), 'value': string($edition/@doi) }[$edition/@doi ne '']"/>
  </xsl:function>

  <!-- A term and its value as literals. -->
  <xsl:function name="fp:pair" as="xs:string+">
    <xsl:param name="term" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="f:literal($term), f:literal(($value[. ne ''], f:label('not-stated'))[1])"/>
  </xsl:function>

  <!-- How the book was made, and under which terms. -->
  <xsl:function name="fp:colophon" as="xs:string*">
    <xsl:param name="edition" as="element(edition)"/>
    <xsl:sequence select="
      f:fill('book.made', map { 'version': string($edition/@version), 'n': string(count($edition/document)) }),
      f:label('book.signs'),
      f:label(if ($edition/document/counts/@edited &gt; 0) then 'book.edited' else 'book.untouched'),
      f:fill('book.archive', map { 'name': string($edition/@archive) })[$edition/@archive ne ''],
      if ($edition/@licence ne '') then f:fill('book.licence', map { 'name': string(($edition/@licence-text[. ne ''], $edition/@licence)[1]), 'address': string($edition/@licence) })
      else f:label('book.no-licence'),
      f:label('book.type')"/>
  </xsl:function>

</xsl:stylesheet>
