<?xml version="1.0" encoding="UTF-8"?>
<!-- Landing: the first page of an edition; what it is, its documents, who answers for it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- By whom the edition is, what it is, what it covers, and who wrote most of it. -->
  <xsl:template match="edition" mode="m:introduction" as="element(p)+">
    <xsl:variable name="dates" as="element(date)*" select="sort(document[not(starts-with(@order, '9999'))], (), function($d) { string($d/@order) }) ! date"/>
    <xsl:variable name="imprint" as="xs:string*" select="
      fp:editors(.), @publisher[. ne ''], @date[. ne ''] ! f:date-in-words(.), @number[. ne ''] ! f:fill('book.edition', map { 'n': string(.) })"/>
    <xsl:if test="exists($imprint)">
      <p class="byline">{string-join($imprint, ' · ')}</p>
    </xsl:if>
    <p class="lead">{(@description[normalize-space()], f:label('edition.about'))[1]}</p>
    <p class="extent">
      <xsl:value-of separator=" · " select="
        f:fill('documents.count', map { 'n': string(count(document)) }),
        string-join(distinct-values(($dates[1], $dates[last()]) ! string()), ' – ')[. ne ''],
        fp:languages('edition.original', document/original/@lang),
        fp:languages('edition.translation', document/@lang)"/>
    </p>
    <xsl:where-populated>
      <p class="extent">
        <xsl:apply-templates select="." mode="mp:correspondents"/>
      </p>
    </xsl:where-populated>
  </xsl:template>

  <!-- Those who wrote and got most, and how many there are besides. -->
  <xsl:template match="edition" mode="mp:correspondents" as="item()*">
    <xsl:variable name="messages" as="element(message)*">
      <xsl:apply-templates select="." mode="m:messages"/>
    </xsl:variable>
    <xsl:variable name="names" as="map(xs:string, element(party))" select="f:correspondents($messages)"/>
    <xsl:variable name="keys" as="xs:string*">
      <xsl:for-each-group select="$messages/(@from, @to)" group-by="string()">
        <xsl:sort select="count(current-group())" order="descending"/>
        <xsl:sequence select="current-grouping-key()"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:if test="exists($keys)">
      <xsl:text>{f:label('edition.correspondents')} </xsl:text>
      <xsl:for-each select="$keys[position() le 6]">
        <xsl:text>{if (position() eq 1) then '' else ', '}</xsl:text>
        <xsl:apply-templates select="$names(.)" mode="m:correspondent"/>
      </xsl:for-each>
      <xsl:if test="count($keys) gt 6">
        <xsl:text> </xsl:text>
        <a href="{$network-href}">{f:fill('edition.others', map { 'n': string(count($keys) - 6) })}</a>
      </xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- The ways into the edition, each with what is found there. -->
  <xsl:template match="edition" mode="m:ways-in" as="element(nav)?">
    <xsl:variable name="ways" as="map(xs:string, xs:string)*" select="
      map { 'key': 'introduction', 'href': $introduction-href }, map { 'key': 'chronology', 'href': $chronology-href },
      map { 'key': 'persons', 'href': $persons-href }, map { 'key': 'network', 'href': $network-href },
      map { 'key': 'search', 'href': $search-href }, map { 'key': 'indexes', 'href': $indexes-href },
      map { 'key': 'book', 'href': $book-href }, map { 'key': 'epub', 'href': $epub-href },
      map { 'key': 'methods', 'href': $methods-href }, map { 'key': 'errata', 'href': $errata-href }"/>
    <xsl:variable name="volumes" as="xs:integer" select="count(volume)"/>
    <xsl:variable name="types" as="map(xs:string, xs:string)" select="map { 'book': 'application/pdf', 'epub': 'application/epub+zip' }"/>
    <xsl:if test="exists($ways[?href ne ''])">
      <nav class="ways-in" aria-label="{f:label('edition.ways')}">
        <ul class="contents" role="list">
          <xsl:for-each select="$ways[?href ne '']">
            <li>
              <a href="{?href}">
                <xsl:for-each select="$types(?key)[not(contains(current()?href, '#'))]">
                  <xsl:attribute name="type" select="."/>
                </xsl:for-each>
                <xsl:if test="?key eq 'epub'">
                  <xsl:attribute name="download" select="''"/>
                </xsl:if>
                <xsl:text>{f:label('way.' || ?key)}</xsl:text>
              </a>
              <p>{if (ends-with(?href, '#volumes')) then f:fill('contents.volumes', map { 'n': string($volumes) }) else f:label('contents.' || ?key)}</p>
            </li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- The volumes of its book, each with the time it covers, on paper and for e-readers. -->
  <xsl:template match="edition" mode="m:volumes" as="element(section)">
    <section class="volumes" aria-labelledby="volumes">
      <h2 id="volumes">{f:label('volumes')}</h2>
      <ol class="contents" role="list">
        <xsl:for-each select="volume">
          <li>
            <span class="volume">{f:volume(.)}</span>
            <span class="extent">{f:extent(.)}</span>
            <span class="forms">
              <xsl:for-each select="@pdf, @epub">
                <xsl:variable name="form" as="xs:string" select="upper-case(local-name())"/>
                <a href="{.}" type="{map { 'PDF': 'application/pdf', 'EPUB': 'application/epub+zip' }($form)}" aria-label="{f:volume(..)}, {$form}">
                  <xsl:if test="$form eq 'EPUB'">
                    <xsl:attribute name="download" select="''"/>
                  </xsl:if>
                  <xsl:text>{$form}</xsl:text>
                </a>
              </xsl:for-each>
            </span>
          </li>
        </xsl:for-each>
      </ol>
    </section>
  </xsl:template>

  <!-- How the edition as a whole is cited; nothing where it says too little of itself. -->
  <xsl:template match="edition" mode="m:cite-edition" as="element(section)?">
    <xsl:variable name="address" as="xs:string?" select="(@doi[. ne ''] ! ('https://doi.org/' || .), @address[. ne ''])[1]"/>
    <xsl:if test="@title ne '' and ($address or @publisher ne '')">
      <section class="imprint" aria-labelledby="page-cite">
        <h2 id="page-cite">{f:label('cite.edition')}</h2>
        <p>
          <cite>{@title}</cite>
          <xsl:for-each select="fp:editors(.), @number[. ne ''] ! f:fill('cite.version', map { 'n': string(.) }), @publisher[. ne ''], @date[. ne ''] ! f:date-in-words(.)">
            <xsl:text>, {.}</xsl:text>
          </xsl:for-each>
          <xsl:for-each select="$address">
            <xsl:text>, </xsl:text>
            <a href="{.}">{.}</a>
          </xsl:for-each>
          <xsl:text>.</xsl:text>
        </p>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- Who edited it, in words. -->
  <xsl:function name="fp:editors" as="xs:string?">
    <xsl:param name="edition" as="element(edition)"/>
    <xsl:variable name="names" as="xs:string*" select="$edition/editor[lower-case(@role) = ('', 'editor')]/@name ! string()"/>
    <xsl:sequence select="f:fill('cite.editors', map { 'names': string-join($names, ', ') })[exists($names)]"/>
  </xsl:function>

  <!-- Who answers for the edition and under which terms, as far as edition.toml says. -->
  <xsl:template match="edition" mode="m:imprint" as="element(section)">
    <xsl:variable name="facts" as="element(div)*">
      <xsl:apply-templates select="editor, @number[. ne ''], @publisher[. ne ''], @date[. ne ''], @doi[. ne ''], @archive[. ne '']" mode="m:imprint"/>
      <xsl:apply-templates select="@licence, @version" mode="m:imprint"/>
    </xsl:variable>
    <section class="imprint" aria-labelledby="page-imprint">
      <h2 id="page-imprint">{f:label('edition.imprint')}</h2>
      <dl>
        <xsl:sequence select="$facts"/>
      </dl>
    </section>
  </xsl:template>

  <!-- An editor, with the part taken in the work. -->
  <xsl:template match="editor" mode="m:imprint" as="element(div)">
    <div>
      <dt>{f:label('edition.editor')}</dt>
      <dd>{f:editor(@name, @role)}</dd>
    </div>
  </xsl:template>

  <!-- The licence of the encoding, linked; that none is granted; and what holds for the words of the documents. -->
  <xsl:template match="@licence" mode="m:imprint" as="element(div)">
    <div>
      <dt>{f:label('rights.encoding')}</dt>
      <xsl:choose>
        <xsl:when test=". eq ''">
          <dd>{f:label('book.no-licence')}</dd>
        </xsl:when>
        <xsl:otherwise>
          <dd>
            <a href="{.}">{(../@licence-text[. ne ''], .)[1]}</a>
          </dd>
          <dd>{(../@document-rights[normalize-space()], f:label('rights.documents'))[1]}</dd>
        </xsl:otherwise>
      </xsl:choose>
    </div>
  </xsl:template>

  <!-- The program that made the pages. -->
  <xsl:template match="@version" mode="m:imprint" as="element(div)">
    <div>
      <dt>{f:label('edition.version')}</dt>
      <dd>{f:fill('edition.program', map { 'version': string(.) })}</dd>
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
      distinct-values($codes ! string())[. ne ''] ! f:worded('language.', .)"/>
    <xsl:sequence select="f:fill($key, map { 'languages': string-join($names, ', ') })[exists($names)]"/>
  </xsl:function>

</xsl:stylesheet>
