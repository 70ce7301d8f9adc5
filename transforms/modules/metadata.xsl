<?xml version="1.0" encoding="UTF-8"?>
<!-- Metadata: what the head of a document page says to programs, and the section from which a reader cites it.

     Looked up in Zotero's translators “Embedded Metadata” and “RDF” (zotero/translators): z:itemType decides the type of
     the item, above what citation_title lets it guess (a journal article); DC.type then becomes the kind of letter or
     manuscript. A name is divided at a comma. DC.creator gives authors, z:recipients and bib:contributors those who
     received and translated a letter, z:translators those who translated a manuscript; but any citation_author throws all
     of these away. So citation_author stands only where there is nobody else to lose; Google Scholar reads DC.creator too.
     DC.contributor without DC.creator would make a translator the author. Of several rights the first is taken.

     Links: FAIR Signposting (signposting.org/FAIR), level 1 as link elements, level 2 in linkset.json. Full addresses only
     where edition.toml states one; a DOI of the edition is not that of a document. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xmlns:j="http://www.w3.org/2005/xpath-functions"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Address of the reference as CSL-JSON. -->
  <xsl:param name="csl-href" as="xs:string" select="''"/>

  <!-- Address of the reference as BibTeX. -->
  <xsl:param name="bibtex-href" as="xs:string" select="''"/>

  <!-- Address of the reference as RIS. -->
  <xsl:param name="ris-href" as="xs:string" select="''"/>

  <!-- Address of the plain text, for the download link. -->
  <xsl:param name="text-href" as="xs:string" select="''"/>

  <!-- What a page says of its document to programs. -->
  <xsl:template match="*:TEI" mode="m:metadata" as="item()*">
    <!-- The facts of its header. -->
    <xsl:param name="facts" as="element(document)" select="f:facts(.)"/>
    <xsl:apply-templates select="$facts" mode="mp:zotero"/>
    <xsl:apply-templates select="$facts" mode="mp:highwire"/>
    <xsl:apply-templates select="$facts" mode="mp:dublin-core"/>
    <xsl:apply-templates select="$facts" mode="mp:signposts"/>
    <xsl:variable name="described" as="element(j:map)">
      <xsl:apply-templates select="$facts" mode="mp:schema-org"/>
    </xsl:variable>
    <script type="application/ld+json">
      <xsl:value-of select="f:json-in-page($described)"/>
    </script>
  </xsl:template>

  <!-- The facts of the header. -->
  <xsl:function name="f:facts" as="element(document)">
    <xsl:param name="file" as="element()"/>
    <xsl:apply-templates select="$file" mode="m:facts">
      <xsl:with-param name="whole" select="false()"/>
    </xsl:apply-templates>
  </xsl:function>

  <!-- A meta element; none where there is nothing to say. -->
  <xsl:function name="fp:meta" as="element(meta)?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="content" as="xs:string?"/>
    <xsl:if test="$content">
      <meta name="{$name}" content="{$content}"/>
    </xsl:if>
  </xsl:function>

  <!-- What kind of item Zotero makes of it, and who has a share in it besides the author. -->
  <xsl:template match="document" mode="mp:zotero" as="element()*">
    <link rel="schema.z" href="http://www.zotero.org/namespaces/export#"/>
    <link rel="schema.bib" href="http://purl.org/net/biblio#"/>
    <xsl:variable name="message" as="xs:boolean" select="f:is-message(.)"/>
    <xsl:sequence select="
      fp:meta('z:itemType', if ($message) then 'letter' else 'manuscript'),
      f:parties(., 'to')[$message] ! fp:meta('z:recipients', f:sorted-name(.)),
      f:translators(.) ! fp:meta(if ($message) then 'bib:contributors' else 'z:translators', .)"/>
  </xsl:template>

  <!-- Highwire Press. -->
  <xsl:template match="document" mode="mp:highwire" as="element()*">
    <xsl:variable name="pdf" as="xs:string?" select="f:address(., $pdf-href)[$pdf-href ne '']"/>
    <xsl:variable name="page" as="xs:string?" select="f:address(., f:file(., 'page'))"/>
    <xsl:variable name="alone" as="xs:boolean" select="not(f:is-message(.)) and empty(f:translators(.))"/>
    <xsl:sequence select="
      fp:meta('citation_title', title),
      f:parties(., 'from')[$alone] ! fp:meta('citation_author', f:sorted-name(.)),
      fp:meta('citation_date', f:day(.)),
      fp:meta('citation_publisher', f:edition-of(.)/@publisher),
      fp:meta('citation_language', @lang),
      fp:meta('citation_public_url', $page),
      fp:meta('citation_fulltext_html_url', $page),
      fp:meta('citation_pdf_url', $pdf)"/>
  </xsl:template>

  <!-- Dublin Core. -->
  <xsl:template match="document" mode="mp:dublin-core" as="element()*">
    <link rel="schema.DC" href="http://purl.org/dc/elements/1.1/"/>
    <link rel="schema.DCTERMS" href="http://purl.org/dc/terms/"/>
    <xsl:variable name="authors" as="element(party)*" select="f:parties(., 'from')"/>
    <xsl:variable name="edition" as="element()?" select="f:edition-of(.)"/>
    <xsl:sequence select="
      fp:meta('DC.title', title),
      $authors ! fp:meta('DC.creator', f:sorted-name(.)),
      f:translators(.)[exists($authors)] ! fp:meta('DC.contributor', .),
      fp:meta('DC.date', f:day(.)),
      fp:meta('DC.type', string-join(doctype, ', ')),
      fp:meta('DC.language', @lang),
      fp:meta('DC.identifier', (f:address(., f:file(., 'page')), @id)[1]),
      fp:meta('DC.publisher', $edition/@publisher),
      fp:meta('DC.source', f:held(.)),
      fp:meta('DC.relation', $edition/@title),
      subject ! fp:meta('DC.subject', .),
      rights ! fp:meta('DC.rights', .),
      fp:meta('DCTERMS.license', $edition/@licence),
      fp:meta('DCTERMS.abstract', summary)"/>
  </xsl:template>

  <!-- Signposts. -->
  <xsl:template match="document" mode="mp:signposts" as="element(link)*">
    <xsl:for-each select="f:address(., f:file(., 'page'))">
      <link rel="canonical" href="{.}"/>
      <link rel="cite-as" href="{.}"/>
    </xsl:for-each>
    <link rel="type" href="https://schema.org/AboutPage"/>
    <link rel="type" href="https://schema.org/{f:kind(.)}"/>
    <xsl:for-each select="distinct-values(f:parties(., 'from')/@uri)">
      <link rel="author" href="{.}"/>
    </xsl:for-each>
    <xsl:for-each select="map { 'name': 'csl', 'href': $csl-href }, map { 'name': 'bibtex', 'href': $bibtex-href }, map { 'name': 'ris', 'href': $ris-href }">
      <xsl:if test="?href ne ''">
        <link rel="describedby" type="{f:media-type(?name)}" href="{?href}"/>
      </xsl:if>
    </xsl:for-each>
    <xsl:for-each select="map { 'name': 'tei', 'href': $tei-href }, map { 'name': 'pdf', 'href': $pdf-href }, map { 'name': 'text', 'href': $text-href }">
      <xsl:if test="?href ne ''">
        <link rel="item" type="{f:media-type(?name)}" href="{?href}"/>
      </xsl:if>
    </xsl:for-each>
    <xsl:if test="$index-href ne ''">
      <link rel="collection" type="text/html" href="{$index-href}"/>
    </xsl:if>
    <xsl:for-each select="f:edition-of(.)/@licence[. ne '']">
      <link rel="license" href="{.}"/>
    </xsl:for-each>
    <xsl:for-each select="f:address(., 'linkset.json')">
      <link rel="linkset" type="application/linkset+json" href="{.}"/>
    </xsl:for-each>
  </xsl:template>

  <!-- schema.org: the translation, the document in the archive of which it is one, the edition of which it is part. -->
  <xsl:template match="document" mode="mp:schema-org" as="element(j:map)">
    <xsl:variable name="edition" as="element()?" select="f:edition-of(.)"/>
    <xsl:variable name="message" as="xs:boolean" select="f:is-message(.)"/>
    <xsl:variable name="translated" as="xs:boolean" select="exists(original[not(@lang = ('', 'und', ../@lang))])"/>
    <xsl:variable name="archival" as="element()*" select="
      f:object-member('holdingArchive', repository[1] ! (f:text-member('@type', 'ArchiveOrganization'), f:text-member('name', .))),
      f:text-member('itemLocation', string-join(shelfmark, ', '))"/>
    <xsl:variable name="kind" as="xs:string" select="f:kind(.)"/>
    <j:map>
      <xsl:sequence select="
        f:text-member('@context', 'https://schema.org'),
        if ($translated) then f:text-member('@type', $kind) else f:texts-member('@type', ('ArchiveComponent', $kind)),
        f:text-member('@id', f:address(., f:file(., 'page'))),
        f:text-member('url', f:address(., f:file(., 'page'))),
        f:text-member('identifier', @id),
        f:text-member('name', title),
        f:text-member('genre', string-join(doctype, ', ')),
        f:text-member('abstract', summary),
        f:objects-member(if ($message) then 'sender' else 'author', f:parties(., 'from') ! fp:agent(.)),
        f:objects-member('recipient', f:parties(., 'to')[$message] ! fp:agent(.)),
        f:text-member(if ($message) then 'dateSent' else 'dateCreated', (sent/@when[$message], f:day(.))[1]),
        f:text-member('dateReceived', received/@when[$message][1]),
        f:text-member('inLanguage', @lang),
        f:objects-member('translator', f:translators(.) ! fp:named('Person', .)),
        f:object-member('translationOfWork', (
          f:texts-member('@type', ('ArchiveComponent', $kind)), f:text-member('inLanguage', original[1]/@lang), $archival)[$translated]),
        $archival[not($translated)],
        f:object-member('isPartOf', $edition/@title[. ne ''] ! (
          f:text-member('@type', 'Collection'), f:text-member('name', .), f:text-member('version', ../@number[. ne '']), f:text-member('url', ../@address),
          f:text-member('identifier', ../@doi[. ne ''] ! ('https://doi.org/' || .)))),
        f:object-member('publisher', $edition/@publisher[. ne ''] ! (f:text-member('@type', 'Organization'), f:text-member('name', .))),
        f:text-member('license', $edition/@licence)"/>
    </j:map>
  </xsl:template>

  <!-- A party as schema.org knows one, with the name under which the message was signed where that is another. -->
  <xsl:function name="fp:agent" as="element(j:map)">
    <xsl:param name="party" as="element(party)"/>
    <j:map>
      <xsl:sequence select="
        f:text-member('@type', if ($party/@kind = 'org') then 'Organization' else 'Person'),
        f:text-member('name', f:party-name($party)),
        f:text-member('alternateName', $party[@name ne .]),
        f:text-member('sameAs', $party/@uri)"/>
    </j:map>
  </xsl:function>

  <!-- Somebody of whom only the name is known. -->
  <xsl:function name="fp:named" as="element(j:map)">
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="name" as="xs:string"/>
    <j:map>
      <xsl:sequence select="f:text-member('@type', $type), f:text-member('name', $name)"/>
    </j:map>
  </xsl:function>

  <!-- The section from which a reader cites the document. -->
  <xsl:template match="*:TEI" mode="m:cite" as="element(section)">
    <!-- The facts of its header. -->
    <xsl:param name="facts" as="element(document)" select="f:facts(.)"/>
    <xsl:variable name="ways" as="map(xs:string, xs:string)*" select="(
      map { 'name': 'csl', 'href': $csl-href }, map { 'name': 'bibtex', 'href': $bibtex-href }, map { 'name': 'ris', 'href': $ris-href })[?href ne '']"/>
    <section class="cite" aria-labelledby="page-cite">
      <h2 id="page-cite">{f:label('cite')}</h2>
      <p class="citation">{f:citation($facts)}</p>
      <xsl:for-each select="$facts ! f:address(., f:file(., 'page'))">
        <p class="address">
          <span class="key">{f:label('cite.address')}</span>
          <xsl:text> </xsl:text>
          <a href="{.}">{.}</a>
          <xsl:text> {f:label('cite.blocks')}</xsl:text>
        </p>
      </xsl:for-each>
      <xsl:if test="exists($ways)">
        <p class="downloads">
          <xsl:text>{f:label('cite.files')}</xsl:text>
          <xsl:for-each select="$ways">
            <xsl:text>{if (position() gt 1) then ' · ' else ' '}</xsl:text>
            <a href="{?href}" type="{f:media-type(?name)}" download="">{f:label('cite.' || ?name)}</a>
          </xsl:for-each>
        </p>
      </xsl:if>
      <xsl:if test="$versions-href ne ''">
        <p class="downloads">
          <a href="{$versions-href}#{$facts/@id}">{f:label('cite.versions')}</a>
        </p>
      </xsl:if>
      <xsl:if test="$text-href ne ''">
        <p class="downloads">
          <a href="{$text-href}" type="text/plain">{f:label('cite.text')}</a>
        </p>
      </xsl:if>
    </section>
  </xsl:template>

</xsl:stylesheet>
