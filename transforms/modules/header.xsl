<?xml version="1.0" encoding="UTF-8"?>
<!-- Header: what the file says about the document, apart from its text and with the name of whoever says it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The heading of the page: kind and number of the document, its title, its markings. -->
  <xsl:template match="teiHeader" mode="m:heading" as="item()*">
    <p class="eyebrow">{string-join(f:identification(.), ' · ')}</p>
    <h1 id="page-title" lang="{f:language-of((fileDesc/titleStmt/title)[1])}">{f:title(.)}</h1>
    <xsl:apply-templates select="profileDesc" mode="m:correspondence"/>
    <xsl:variable name="terms" as="xs:string*"
      select="profileDesc/textClass/catRef[@scheme = ('class:classification', 'class:handling')]/tokenize(@target) ! f:term(.)"/>
    <xsl:if test="exists($terms)">
      <p class="markings"><span class="key">{f:label('markings')}</span> {string-join($terms, ' · ')}</p>
    </xsl:if>
  </xsl:template>

  <!-- All that is said of the document outside its text. -->
  <xsl:template match="TEI" mode="m:about" as="item()*">
    <xsl:apply-templates select="teiHeader/profileDesc/abstract" mode="m:about"/>
    <xsl:apply-templates select="standOff/listBibl[@type = 'related']" mode="m:about"/>
    <xsl:apply-templates select="teiHeader/profileDesc/textClass/keywords" mode="m:about"/>
    <xsl:apply-templates select="." mode="m:cards"/>
    <xsl:apply-templates select="teiHeader/fileDesc/sourceDesc" mode="m:about"/>
  </xsl:template>

  <!-- The summary, attributed: it is not part of the document. -->
  <xsl:template match="abstract" mode="m:about" as="element(Q{}section)">
    <section class="summary" aria-labelledby="page-summary">
      <h2 id="page-summary">{f:label('summary')}</h2>
      <div class="prose" lang="{f:language-of(.)}">
        <xsl:apply-templates mode="m:text"/>
      </div>
      <xsl:call-template name="m:attribution"/>
    </section>
  </xsl:template>

  <!-- Other documents that the archive's page lists. -->
  <xsl:template match="listBibl" mode="m:about" as="element(Q{}section)">
    <section class="related" aria-labelledby="page-related">
      <h2 id="page-related">{f:label('related')}</h2>
      <ul>
        <xsl:for-each select="bibl">
          <li lang="{f:language-of(.)}">
            <xsl:apply-templates select="date | title" mode="m:related"/>
            <xsl:for-each select="note">
              <p>
                <xsl:apply-templates mode="m:text"/>
              </p>
            </xsl:for-each>
          </li>
        </xsl:for-each>
      </ul>
      <xsl:call-template name="m:attribution"/>
    </section>
  </xsl:template>

  <!-- Title of a related document, linked where its address is known. -->
  <xsl:template match="title" mode="m:related" as="element()">
    <xsl:variable name="address" as="xs:string?" select="(../ref/@target, ../idno[@type = 'URL'], @ref)[starts-with(., 'http://') or starts-with(., 'https://')][1]"/>
    <xsl:element name="{if ($address) then 'a' else 'cite'}">
      <xsl:if test="$address">
        <xsl:attribute name="href" select="$address"/>
      </xsl:if>
      <xsl:value-of select="normalize-space()"/>
    </xsl:element>
  </xsl:template>

  <!-- Date of a related document, in its own words. -->
  <xsl:template match="date" mode="m:related" as="item()*">
    <span class="date">{normalize-space()}</span>
    <xsl:text> </xsl:text>
  </xsl:template>

  <!-- Subjects the archive gives. -->
  <xsl:template match="keywords" mode="m:about" as="element(Q{}section)">
    <section class="keywords">
      <h2>{f:label('keywords')}</h2>
      <p>{string-join(term ! normalize-space(.), ' · ')}</p>
      <xsl:call-template name="m:attribution"/>
    </section>
  </xsl:template>

  <!-- Where the document is, where its text came from, and whose rights are said to be in it. -->
  <xsl:template match="sourceDesc" mode="m:about" as="element(Q{}section)">
    <section class="source" aria-labelledby="page-source">
      <h2 id="page-source">{f:label('source')}</h2>
      <dl>
        <xsl:apply-templates select="msDesc/msIdentifier, msDesc/msIdentifier/altIdentifier" mode="m:fact"/>
        <xsl:apply-templates select="msDesc/msContents/msItem/idno, msDesc/msContents/msItem/textLang, msDesc/history/provenance" mode="m:fact"/>
        <xsl:apply-templates select="ancestor::fileDesc/titleStmt/respStmt" mode="m:fact"/>
        <xsl:apply-templates select="bibl[@type = 'transcript']/(idno[not(starts-with(@type, 'sha256'))] | date | ref)" mode="m:fact"/>
        <xsl:apply-templates select="ancestor::teiHeader/profileDesc/correspDesc/correspContext/ref" mode="m:context"/>
        <xsl:apply-templates select="../editionStmt/edition[@n]" mode="m:fact"/>
        <xsl:apply-templates select="../publicationStmt/(publisher[not(@resp = '#teicable')] | idno), ../seriesStmt/title" mode="m:fact"/>
        <xsl:apply-templates select="bibl[@type = 'transcript']/availability, ../publicationStmt/availability" mode="m:fact"/>
      </dl>
    </section>
  </xsl:template>

  <!-- Repository and shelfmark; the shelfmark of another copy, or an earlier one, by itself. -->
  <xsl:template match="msIdentifier | altIdentifier" mode="m:fact" as="element(Q{}div)">
    <xsl:call-template name="m:fact">
      <xsl:with-param name="term" select="if (self::msIdentifier) then f:label('repository') else f:label('repository.' || (@type, 'copy')[1])"/>
      <xsl:with-param name="value" select="string-join((repository ! fp:stated(.), (institution | settlement | country | collection | idno) ! normalize-space()), ', ')"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A number or address of the document or its transcript. -->
  <xsl:template match="idno" mode="m:fact" as="element(Q{}div)">
    <xsl:call-template name="m:fact">
      <xsl:with-param name="term" select="f:worded('number.', @type)"/>
      <xsl:with-param name="value" select="normalize-space()"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Language of the original. -->
  <xsl:template match="textLang" mode="m:fact" as="element(Q{}div)">
    <xsl:call-template name="m:fact">
      <xsl:with-param name="term" select="f:label('language.original')"/>
      <xsl:with-param name="value" select="f:worded('language.', @mainLang) || (if (@cert) then ' (' || f:label('certainty.' || @cert) || ')' else '')"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Who did what. -->
  <xsl:template match="respStmt" mode="m:fact" as="element(Q{}div)">
    <xsl:call-template name="m:fact">
      <xsl:with-param name="term" select="if (f:has-label('resp.' || @xml:id)) then f:label('resp.' || @xml:id) else if (normalize-space(resp[1]) = ('', 'editor')) then f:label('edition.editor') else normalize-space(resp[1])"/>
      <xsl:with-param name="value" select="string-join((persName | orgName | name) ! fp:stated(.), ', ')"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Rights sentences: of the transcript's page, in its words; of our encoding. -->
  <xsl:template match="availability" mode="m:fact" as="element(Q{}div)">
    <xsl:call-template name="m:fact">
      <xsl:with-param name="term" select="f:label(if (parent::bibl) then 'rights.transcript' else 'rights.encoding')"/>
      <xsl:with-param name="value" select="(p[not(@resp = '#teicable')] | licence) ! normalize-space(.), f:label('not-stated')[not(current()/(p[not(@resp = '#teicable')] | licence))]"/>
      <xsl:with-param name="language" select="if (p[not(@resp = '#teicable')] | licence) then f:language-of(.) else $lang"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Which version of the edition the file is part of. -->
  <xsl:template match="editionStmt/edition" mode="m:fact" as="element(Q{}div)">
    <xsl:call-template name="m:fact">
      <xsl:with-param name="term" select="f:label('edition.number')"/>
      <xsl:with-param name="value" select="string(@n)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- Other facts under the name of their element. -->
  <xsl:template match="provenance | date | ref | publisher | title" mode="m:fact" as="element(Q{}div)">
    <xsl:call-template name="m:fact">
      <xsl:with-param name="term" select="f:label('source.' || local-name())"/>
      <xsl:with-param name="value" select="if (self::date) then f:dating(.) else normalize-space()"/>
    </xsl:call-template>
  </xsl:template>

  <!-- A letter or telegram that this one answers or names. -->
  <xsl:template match="correspContext/ref" mode="m:context" as="element(Q{}div)">
    <xsl:call-template name="m:fact">
      <xsl:with-param name="term" select="f:worded('context.', @type)"/>
      <xsl:with-param name="value" select="normalize-space()"/>
      <xsl:with-param name="language" select="f:language-of(.)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- One term with its values. -->
  <xsl:template name="m:fact" as="element(Q{}div)">
    <!-- What is stated. -->
    <xsl:param name="term" as="xs:string"/>
    <!-- What it is; several values are several paragraphs. -->
    <xsl:param name="value" as="xs:string*"/>
    <!-- Language of the value. -->
    <xsl:param name="language" as="xs:string" select="$lang"/>
    <div>
      <dt>{$term}</dt>
      <xsl:for-each select="$value">
        <dd>
          <xsl:if test="$language ne $lang">
            <xsl:attribute name="lang" select="$language"/>
          </xsl:if>
          <xsl:value-of select="."/>
        </dd>
      </xsl:for-each>
    </div>
  </xsl:template>

  <!-- Who answers for the words of the context element. -->
  <xsl:template name="m:attribution" as="element(Q{}p)?">
    <xsl:if test="@resp">
      <p class="attribution">{f:responsible(@resp, root(.))}</p>
    </xsl:if>
  </xsl:template>

  <!-- The name behind a @resp: the archive's, where the file has it, else what it is. -->
  <xsl:function name="f:responsible" as="xs:string">
    <xsl:param name="resp" as="xs:string"/>
    <xsl:param name="file" as="node()"/>
    <xsl:variable name="id" as="xs:string" select="substring-after(tokenize($resp)[1], '#')"/>
    <xsl:variable name="name" as="element()?" select="
      ($file/TEI/teiHeader/fileDesc/titleStmt/respStmt[@xml:id = $id]/(persName | orgName | name)[not(../@resp = '#teicable')])[1]"/>
    <xsl:sequence select="
      if (exists($name)) then f:fill('attributed', map { 'name': normalize-space($name) })
      else if (f:has-label('attributed.' || $id)) then f:label('attributed.' || $id)
      else f:fill('attributed', map { 'name': $id })"/>
  </xsl:function>

  <!-- Title of the document. -->
  <xsl:function name="f:title" as="xs:string">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="titles" as="element(title)*" select="$header/fileDesc/titleStmt/title"/>
    <xsl:sequence select="normalize-space(($titles[@type = 'main'], $titles)[1])"/>
  </xsl:function>

  <!-- Kind, number and date: what a reader calls the document. -->
  <xsl:function name="f:identification" as="xs:string*">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:sequence select="
      $header/profileDesc/textClass/catRef[@scheme = 'class:doctype']/tokenize(@target) ! f:term(.),
      $header/fileDesc/sourceDesc/msDesc[1]/msContents/msItem/(idno[@type = 'cable'], idno)[1] ! f:fill('number', map { 'n': normalize-space(.) }),
      $header/profileDesc/creation/date[1] ! f:dating(.)[. ne '']"/>
  </xsl:function>

  <!-- A name, or the interface's words for one that teicable could only call not stated. -->
  <xsl:function name="fp:stated" as="xs:string">
    <xsl:param name="name" as="element()"/>
    <xsl:sequence select="if ($name/ancestor-or-self::*/@resp = '#teicable') then f:label('not-stated') else normalize-space($name)"/>
  </xsl:function>

</xsl:stylesheet>
