<?xml version="1.0" encoding="UTF-8"?>
<!-- Encoding: the state of the file, what was decided by rule and how surely, the signs used. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Address of the page that says what is marked in the document and what it rests on. -->
  <xsl:param name="marks-href" as="xs:string" select="''"/>

  <!-- The section on the encoding. -->
  <xsl:template match="TEI" mode="m:encoding" as="element(Q{}section)">
    <section class="encoding" aria-labelledby="page-encoding">
      <h2 id="page-encoding">{f:label('encoding')}</h2>
      <dl>
        <xsl:call-template name="m:fact">
          <xsl:with-param name="term" select="f:label('status')"/>
          <xsl:with-param name="value" select="f:label('status.' || (teiHeader/revisionDesc/@status, 'draft')[1])"/>
        </xsl:call-template>
        <xsl:call-template name="m:fact">
          <xsl:with-param name="term" select="f:label('identifier')"/>
          <xsl:with-param name="value" select="string(@xml:id)"/>
        </xsl:call-template>
        <xsl:apply-templates select="teiHeader/profileDesc/langUsage[language], teiHeader/profileDesc//handNotes, teiHeader/encodingDesc/(projectDesc | appInfo/application)" mode="m:fact"/>
      </dl>
      <xsl:apply-templates select="text" mode="m:signs"/>
      <xsl:apply-templates select="text" mode="m:rules"/>
      <xsl:apply-templates select="teiHeader/revisionDesc" mode="m:history"/>
      <xsl:if test="$marks-href">
        <p>
          <a href="{$marks-href}">{f:label('marks')}</a>
        </p>
      </xsl:if>
      <xsl:apply-templates select="teiHeader/encodingDesc" mode="m:declarations"/>
      <xsl:if test="$transcript-href and teiHeader/fileDesc/sourceDesc/bibl[@type = 'transcript']">
        <p class="download">
          <a href="{$transcript-href}">{f:label('transcript.see')}</a>
        </p>
      </xsl:if>
      <xsl:if test="$pdf-href">
        <p class="download">
          <a href="{$pdf-href}" type="application/pdf">{f:label('download.pdf')}</a>
        </p>
      </xsl:if>
      <xsl:if test="$tei-href">
        <p class="download">
          <a href="{$tei-href}" type="application/tei+xml">{f:label('download.tei')}</a>
          <xsl:if test="$markup-href">
            <xsl:text> · </xsl:text>
            <a href="{$markup-href}">{f:label('markup.see')}</a>
          </xsl:if>
        </p>
      </xsl:if>
    </section>
  </xsl:template>

  <!-- The program that made the file. -->
  <xsl:template match="application" mode="m:fact" as="element(Q{}div)">
    <xsl:call-template name="m:fact">
      <xsl:with-param name="term" select="f:label('application')"/>
      <xsl:with-param name="value" select="normalize-space(label[1]) || ' ' || @version"/>
    </xsl:call-template>
  </xsl:template>

  <!-- What happened to the file, in order. -->
  <xsl:template match="revisionDesc[change]" mode="m:history" as="element(Q{}details)">
    <details class="history">
      <summary>{f:label('history')}</summary>
      <ol>
        <xsl:for-each select="change">
          <li>
            <span class="key">{@when ! f:date-in-words(.)}</span>
            <xsl:text> </xsl:text>
            <span lang="{f:language-of(.)}">{normalize-space()}</span>
            <xsl:call-template name="m:qualified">
              <xsl:with-param name="shown" select="'xml:id', 'n', 'when', 'xml:lang'"/>
            </xsl:call-template>
          </li>
        </xsl:for-each>
      </ol>
    </details>
  </xsl:template>

  <!-- Languages of the file, its hands, the project: each in its own words. -->
  <xsl:template match="langUsage | handNotes | projectDesc" mode="m:fact" as="element(Q{}div)">
    <xsl:call-template name="m:fact">
      <xsl:with-param name="term" select="f:label(if (self::langUsage) then 'languages' else if (self::handNotes) then 'hands' else 'project')"/>
      <xsl:with-param name="value" select="if (self::langUsage) then string-join(language/@ident ! f:worded('language.', .), ', ') else * ! normalize-space()"/>
      <xsl:with-param name="language" select="if (self::langUsage) then $lang else f:language-of(.)"/>
    </xsl:call-template>
  </xsl:template>

  <!-- How to read the page: only signs that occur on it. -->
  <xsl:template match="text" mode="m:signs" as="element()*">
    <xsl:variable name="text" as="element(text)" select="."/>
    <xsl:variable name="used" as="xs:string*" select="
      ('foreign'[exists($text//foreign)], 'gap'[exists($text//gap)], 'unclear'[exists($text//unclear)], 'del'[exists($text//del)], 'add'[exists($text//add)],
      'unparsed'[exists(($text//seg, $text//ab)[@type = 'unparsed'])],
      'pseudo'[exists($text//persName[@type = 'pseudo'])],
      'edited'[exists(($text//supplied, $text//ex, $text//corr, $text//reg, $text//expan)[f:is-added(.)])],
      'supplied'[exists(($text//supplied, $text//ex)[not(f:is-edited(.))])],
      'identity'[exists($text//note[@type = 'identity'][not(f:is-edited(.))])],
      'entry'[exists($f:entries)])"/>
    <xsl:variable name="signs" as="xs:string*" select="
      ('foreign', 'supplied', 'edited', 'entry', 'identity', 'pseudo', 'gap', 'unclear', 'del', 'add', 'unparsed')[. = $used]"/>
    <xsl:if test="exists($signs)">
      <h3>{f:label('signs')}</h3>
      <dl class="signs">
        <xsl:for-each select="$signs">
          <div>
            <dt>
              <span class="sign {.}">{f:label('sign.' || .)}</span>
            </dt>
            <dd>{f:label('sign-meaning.' || .)}</dd>
          </div>
        </xsl:for-each>
      </dl>
    </xsl:if>
  </xsl:template>

  <!-- What a machine decided about existing words (@ana), counted by rule and basis. -->
  <xsl:template match="text" mode="m:rules" as="element(Q{}details)?">
    <xsl:variable name="decided" as="element()*" select=".//*[@ana]"/>
    <xsl:if test="exists($decided)">
      <details>
        <summary id="page-rules">{f:fill('rules', map { 'n': string(count($decided)), 'uncertain': string(count($decided[@cert])) })}</summary>
        <p>{f:label('rules.meaning')}</p>
        <!-- A wide table scrolls by itself on a narrow screen; the keyboard reaches it. -->
        <div class="scroll" role="region" tabindex="0" aria-labelledby="page-rules">
          <table>
            <thead>
              <tr>
                <xsl:for-each select="'rule', 'basis', 'count', 'uncertain'">
                  <th scope="col" class="{if (. = ('count', 'uncertain')) then 'number' else 'words'}">{f:label('rules.' || .)}</th>
                </xsl:for-each>
              </tr>
            </thead>
            <tbody>
              <xsl:for-each-group select="$decided" group-by="normalize-space(@ana)">
                <xsl:sort select="current-grouping-key()"/>
                <xsl:variable name="pointers" as="xs:string*" select="tokenize(current-grouping-key())"/>
                <tr>
                  <th scope="row">{string-join($pointers[starts-with(., 'rule:')] ! f:term(.), ', ')}</th>
                  <td>{string-join($pointers[not(starts-with(., 'rule:'))] ! f:term(.), ', ')}</td>
                  <td class="number">{count(current-group())}</td>
                  <td class="number">{count(current-group()[@cert])}</td>
                </tr>
              </xsl:for-each-group>
            </tbody>
          </table>
        </div>
      </details>
    </xsl:if>
  </xsl:template>

  <!-- The editorial declarations, and the lines of the page that were set aside. -->
  <xsl:template match="encodingDesc" mode="m:declarations" as="element(Q{}details)*">
    <xsl:if test="editorialDecl/*">
      <details>
        <summary>{f:label('declarations')}</summary>
        <dl>
          <xsl:for-each select="editorialDecl/*">
            <xsl:call-template name="m:fact">
              <xsl:with-param name="term" select="f:worded('declaration.', local-name())"/>
              <xsl:with-param name="value" select="(p, .[not(p)]) ! normalize-space(.)"/>
              <xsl:with-param name="language" select="f:language-of(.)"/>
            </xsl:call-template>
          </xsl:for-each>
        </dl>
      </details>
    </xsl:if>
    <xsl:if test="samplingDecl/ab">
      <details>
        <summary>{f:label('set-aside')}</summary>
        <ul>
          <xsl:for-each select="samplingDecl/ab">
            <li lang="{f:language-of(.)}">{normalize-space()}</li>
          </xsl:for-each>
        </ul>
      </details>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
