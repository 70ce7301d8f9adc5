<?xml version="1.0" encoding="UTF-8"?>
<!-- Methods: how the edition was made; what the program decided, what editors decided, how far the documents have come. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Address of the handbook of the encoding. -->
  <xsl:param name="handbook-href" as="xs:string" select="''"/>

  <!-- The whole page. -->
  <xsl:template match="edition" mode="m:methods" as="element()+">
    <p class="lead">{f:fill('methods.about', map { 'version': string(@version) })}</p>
    <xsl:apply-templates select="." mode="mp:state"/>
    <xsl:apply-templates select="." mode="mp:measure"/>
    <xsl:apply-templates select="." mode="mp:program"/>
    <xsl:apply-templates select="." mode="mp:editors"/>
    <xsl:apply-templates select=".[document/principle]" mode="mp:principles"/>
    <xsl:if test="$handbook-href">
      <section class="group">
        <h2>{f:label('methods.handbook')}</h2>
        <p>
          <xsl:text>{f:label('methods.handbook.about')} </xsl:text>
          <a href="{$handbook-href}" lang="en" hreflang="en">{f:label('methods.handbook.link')}</a>
        </p>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- How many documents have come how far. -->
  <xsl:template match="edition" mode="mp:state" as="element(section)">
    <xsl:variable name="edition" as="element(edition)" select="."/>
    <section class="group">
      <h2>{f:label('methods.state')}</h2>
      <p>{f:label('methods.state.about')}</p>
      <dl class="measures">
        <xsl:for-each select="'draft', 'candidate', 'approved', 'published'">
          <xsl:call-template name="mp:measure">
            <xsl:with-param name="term" select="f:label('status.' || .)"/>
            <xsl:with-param name="n" select="count($edition/document[@status = current()])"/>
          </xsl:call-template>
        </xsl:for-each>
      </dl>
    </section>
  </xsl:template>

  <!-- How much the documents hold of what. -->
  <xsl:template match="edition" mode="mp:measure" as="element(section)">
    <xsl:variable name="counts" as="element(counts)*" select="document/counts"/>
    <section class="group">
      <h2>{f:label('methods.measure')}</h2>
      <dl class="measures">
        <xsl:call-template name="mp:measure">
          <xsl:with-param name="term" select="f:label('documents')"/>
          <xsl:with-param name="n" select="count(document)"/>
        </xsl:call-template>
        <xsl:for-each select="'words', 'enclosed', 'brackets', 'foreign', 'supplied', 'notes', 'gaps', 'unclear', 'unparsed'">
          <xsl:call-template name="mp:measure">
            <xsl:with-param name="term" select="f:label('methods.' || .)"/>
            <xsl:with-param name="n" select="xs:integer(sum($counts/@*[local-name() eq current()]))"/>
          </xsl:call-template>
        </xsl:for-each>
      </dl>
    </section>
  </xsl:template>

  <!-- What was decided by rule, and on which grounds. -->
  <xsl:template match="edition" mode="mp:program" as="element(section)">
    <xsl:variable name="decided" as="element(decided)*" select="document/decided"/>
    <section class="group">
      <h2>{f:label('methods.program')}</h2>
      <p>{f:fill('methods.program.about', map {
        'n': f:number(xs:integer(sum($decided/@count))), 'medium': f:number(xs:integer(sum($decided/@medium))), 'low': f:number(xs:integer(sum($decided/@low))) })}</p>
      <xsl:if test="exists($decided)">
        <xsl:for-each select="'rule', 'basis'">
          <xsl:variable name="kind" as="xs:string" select="."/>
          <div class="scroll" role="region" tabindex="0" aria-labelledby="by-{.}">
            <table class="figures">
              <caption id="by-{.}">{f:label('methods.by-' || .)}</caption>
              <thead>
                <tr>
                  <th scope="col">{f:label('rules.' || .)}</th>
                  <xsl:for-each select="'high', 'medium', 'low'">
                    <th scope="col" class="number">{f:label('certainty.' || .)}</th>
                  </xsl:for-each>
                  <th scope="col" class="number">{f:label('methods.all')}</th>
                </tr>
              </thead>
              <tbody>
                <xsl:for-each-group select="$decided" group-by="tokenize(@ana)[starts-with(., $kind || ':')]">
                  <xsl:sort select="sum(current-group()/@count)" order="descending"/>
                  <xsl:sort select="current-grouping-key()"/>
                  <xsl:variable name="figures" as="xs:integer+" select="(sum(current-group()/@count), sum(current-group()/@medium), sum(current-group()/@low)) ! xs:integer(.)"/>
                  <tr>
                    <th scope="row">{f:term(current-grouping-key())}</th>
                    <xsl:for-each select="$figures[1] - $figures[2] - $figures[3], $figures[2], $figures[3], $figures[1]">
                      <td class="number">{f:number(.)}</td>
                    </xsl:for-each>
                  </tr>
                </xsl:for-each-group>
              </tbody>
            </table>
          </div>
        </xsl:for-each>
      </xsl:if>
    </section>
  </xsl:template>

  <!-- What editors decided, and what they wrote. -->
  <xsl:template match="edition" mode="mp:editors" as="element(section)">
    <section class="group">
      <h2>{f:label('methods.editors')}</h2>
      <p>{f:label('methods.editors.about')}</p>
      <dl class="measures">
        <xsl:call-template name="mp:measure">
          <xsl:with-param name="term" select="f:label('methods.editors.decided')"/>
          <xsl:with-param name="n" select="xs:integer(sum(document/decided[tokenize(@ana) = 'basis:editor']/@count))"/>
        </xsl:call-template>
        <xsl:call-template name="mp:measure">
          <xsl:with-param name="term" select="f:label('methods.editors.wrote')"/>
          <xsl:with-param name="n" select="xs:integer(sum(document/counts/@edited))"/>
        </xsl:call-template>
      </dl>
    </section>
  </xsl:template>

  <!-- The principles that the files declare; where they differ, each with the number of its documents. -->
  <xsl:template match="edition" mode="mp:principles" as="element(section)">
    <section class="group">
      <h2>{f:label('methods.principles')}</h2>
      <dl>
        <xsl:for-each-group select="document/principle" group-by="@of">
          <div>
            <dt>{f:worded('declaration.', current-grouping-key())}</dt>
            <xsl:for-each-group select="current-group()" group-by="string()">
              <xsl:sort select="count(current-group())" order="descending"/>
              <dd>
                <span lang="{@lang}">{.}</span>
                <xsl:if test="last() gt 1">
                  <xsl:text> ({f:fill('documents.count', map { 'n': string(count(current-group())) })})</xsl:text>
                </xsl:if>
              </dd>
            </xsl:for-each-group>
          </div>
        </xsl:for-each-group>
      </dl>
    </section>
  </xsl:template>

  <!-- One line: what, and how many. -->
  <xsl:template name="mp:measure" as="element(div)">
    <!-- What is counted. -->
    <xsl:param name="term" as="xs:string"/>
    <!-- How many there are. -->
    <xsl:param name="n" as="xs:integer"/>
    <div>
      <dt>{$term}</dt>
      <dd>{f:number($n)}</dd>
    </div>
  </xsl:template>

  <!-- A number with its thousands set apart. -->
  <xsl:function name="f:number" as="xs:string">
    <xsl:param name="n" as="xs:integer"/>
    <xsl:sequence select="translate(format-integer($n, '#,##0'), ',', '&#x202f;')"/>
  </xsl:function>

</xsl:stylesheet>
