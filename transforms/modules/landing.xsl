<?xml version="1.0" encoding="UTF-8"?>
<!-- Landing: the first page of an edition; what it is, its documents, who answers for it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- What the edition is, in a sentence and in the dates and languages it covers. -->
  <xsl:template match="edition" mode="m:introduction" as="element(p)+">
    <xsl:variable name="dates" as="element(date)*" select="sort(document[not(starts-with(@order, '9999'))], (), function($d) { string($d/@order) }) ! date"/>
    <p class="lead">{f:label('edition.about')}</p>
    <p class="extent">
      <xsl:value-of separator=" · " select="
        f:fill('documents.count', map { 'n': string(count(document)) }),
        string-join(distinct-values(($dates[1], $dates[last()]) ! string()), ' – ')[. ne ''],
        fp:languages('edition.original', document/original/@lang),
        fp:languages('edition.translation', document/@lang)"/>
    </p>
    <xsl:if test="$introduction-href or $methods-href or $epub-href">
      <p class="preliminaries">
        <xsl:for-each select="(map { 'key': 'introduction', 'href': $introduction-href }, map { 'key': 'methods', 'href': $methods-href },
            map { 'key': 'epub', 'href': $epub-href })[?href ne '']">
          <xsl:text>{if (position() gt 1) then ' · ' else ''}</xsl:text>
          <a href="{?href}">
            <xsl:if test="?key eq 'epub'">
              <xsl:attribute name="type" select="'application/epub+zip'"/>
              <xsl:attribute name="download" select="''"/>
            </xsl:if>
            <xsl:text>{f:label('way.' || ?key)}</xsl:text>
          </a>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>

  <!-- Who answers for the edition and under which terms, as far as edition.toml says. -->
  <xsl:template match="edition" mode="m:imprint" as="element(section)?">
    <xsl:variable name="facts" as="element(div)*">
      <xsl:apply-templates select="editor, @number[. ne ''], @publisher[. ne ''], @date[. ne ''], @doi[. ne ''], @archive[. ne ''], @licence[. ne '']" mode="m:imprint"/>
    </xsl:variable>
    <xsl:if test="exists($facts)">
      <section class="imprint" aria-labelledby="page-imprint">
        <h2 id="page-imprint">{f:label('edition.imprint')}</h2>
        <dl>
          <xsl:sequence select="$facts"/>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- An editor, with the part taken in the work. -->
  <xsl:template match="editor" mode="m:imprint" as="element(div)">
    <div>
      <dt>{f:label('edition.editor')}</dt>
      <dd>{f:editor(@name, @role)}</dd>
    </div>
  </xsl:template>

  <!-- The licence of the encoding, linked. -->
  <xsl:template match="@licence" mode="m:imprint" as="element(div)">
    <div>
      <dt>{f:label('rights.encoding')}</dt>
      <dd>
        <a href="{.}">{(../@licence-text[. ne ''], .)[1]}</a>
      </dd>
    </div>
  </xsl:template>

  <!-- Any other statement under its label. -->
  <xsl:template match="@*" mode="m:imprint" as="element(div)">
    <div>
      <dt>{f:label('edition.' || local-name())}</dt>
      <dd>{if (local-name() eq 'date') then f:date-in-words(.) else string(.)}</dd>
    </div>
  </xsl:template>

  <!-- A phrase naming some languages. -->
  <xsl:function name="fp:languages" as="xs:string?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="codes" as="attribute()*"/>
    <xsl:variable name="names" as="xs:string*" select="
      distinct-values($codes ! string())[. ne ''] ! (if (f:has-label('language.' || .)) then f:label('language.' || .) else .)"/>
    <xsl:sequence select="f:fill($key, map { 'languages': string-join($names, ', ') })[exists($names)]"/>
  </xsl:function>

</xsl:stylesheet>
