<?xml version="1.0" encoding="UTF-8"?>
<!-- Harvest: what search engines, feed readers and harvesters look for: sitemap (sitemaps.org), Atom feed (RFC 4287), link
     set (RFC 9264, FAIR Signposting level 2). Times are those of the last change that the TEI files state, never the
     clock's. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xmlns:j="http://www.w3.org/2005/xpath-functions"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The sitemap. -->
  <xsl:template match="edition" mode="m:sitemap" as="xs:string">
    <!-- Addresses of the pages beside those of the documents. -->
    <xsl:param name="pages" as="xs:string*"/>
    <xsl:variable name="sitemap" as="element()">
      <urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <xsl:variable name="address" as="xs:string" select="@address"/>
        <xsl:for-each select="$pages">
          <url>
            <loc>{$address}{.[. ne 'index.html']}</loc>
          </url>
        </xsl:for-each>
        <xsl:for-each select="document">
          <url>
            <loc>{f:address(., f:file(., 'page'))}</loc>
            <xsl:for-each select="@changed">
              <lastmod>{.}</lastmod>
            </xsl:for-each>
          </url>
        </xsl:for-each>
      </urlset>
    </xsl:variable>
    <xsl:sequence select="fp:serialised($sitemap)"/>
  </xsl:template>

  <!-- The feed; none where no document states the day of its last change. -->
  <xsl:template match="edition" mode="m:feed" as="xs:string?">
    <xsl:variable name="dated" as="element(document)*" select="document[@changed[matches(., '^\d{4}-\d\d-\d\d$')]]"/>
    <xsl:if test="exists($dated)">
      <xsl:sequence select="fp:serialised(fp:feed(., $dated))"/>
    </xsl:if>
  </xsl:template>

  <!-- The link set. -->
  <xsl:template match="edition" mode="m:linkset" as="xs:string">
    <xsl:variable name="linkset" as="element(j:map)">
      <j:map>
        <xsl:sequence select="f:objects-member('linkset', (fp:links-of-edition(.), document ! fp:links-of-document(.)))"/>
      </j:map>
    </xsl:variable>
    <xsl:sequence select="f:json($linkset)"/>
  </xsl:template>

  <!-- A tree as a file. -->
  <xsl:function name="fp:serialised" as="xs:string">
    <xsl:param name="tree" as="element()"/>
    <xsl:sequence select="'&lt;?xml version=&quot;1.0&quot; encoding=&quot;UTF-8&quot;?>&#10;' || serialize($tree, map { 'method': 'xml', 'indent': true(), 'omit-xml-declaration': true() })"/>
  </xsl:function>

  <!-- The feed: the documents that were changed last, at most fifty. -->
  <xsl:function name="fp:feed" as="element()">
    <xsl:param name="edition" as="element(edition)"/>
    <xsl:param name="documents" as="element(document)+"/>
    <xsl:variable name="latest" as="element(document)+">
      <xsl:perform-sort select="$documents">
        <xsl:sort select="@changed" order="descending"/>
        <xsl:sort select="@order"/>
        <xsl:sort select="@id"/>
      </xsl:perform-sort>
    </xsl:variable>
    <xsl:variable name="title" as="xs:string" select="($edition/@title[. ne ''], f:label('documents'))[1]"/>
    <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{$lang}">
      <id>{$edition/@address}</id>
      <title>{$title}</title>
      <updated>{fp:moment($latest[1])}</updated>
      <link rel="self" type="application/atom+xml" href="{$edition/@address}feed.xml"/>
      <link rel="alternate" type="text/html" href="{$edition/@address}"/>
      <xsl:for-each select="$edition/editor/@name, ($edition/@publisher[. ne ''], $title)[1][empty($edition/editor)]">
        <author>
          <name>{.}</name>
        </author>
      </xsl:for-each>
      <xsl:for-each select="$latest[position() le 50]">
        <entry xml:lang="{@lang}">
          <id>{f:address(., f:file(., 'page'))}</id>
          <title>{title}</title>
          <updated>{fp:moment(.)}</updated>
          <link rel="alternate" type="text/html" href="{f:address(., f:file(., 'page'))}"/>
          <xsl:for-each select="summary">
            <summary>{.}</summary>
          </xsl:for-each>
        </entry>
      </xsl:for-each>
    </feed>
  </xsl:function>

  <!-- The day of the last change as Atom writes a moment. -->
  <xsl:function name="fp:moment" as="xs:string">
    <xsl:param name="document" as="element(document)"/>
    <xsl:sequence select="$document/@changed || 'T00:00:00Z'"/>
  </xsl:function>

  <!-- Links of the first page. -->
  <xsl:function name="fp:links-of-edition" as="element(j:map)">
    <xsl:param name="edition" as="element(edition)"/>
    <xsl:variable name="address" as="xs:string" select="$edition/@address"/>
    <j:map>
      <xsl:sequence select="
        f:text-member('anchor', $address),
        f:objects-member('cite-as', ($edition/@doi[. ne ''] ! ('https://doi.org/' || .), $address)[1] ! fp:target(., '')),
        f:objects-member('type', ('AboutPage', 'Collection') ! fp:target('https://schema.org/' || ., '')),
        f:objects-member('describedby', (
          fp:target($address || 'documents.json', 'application/json'), fp:target($address || 'persons.json', 'application/json'),
          fp:target($address || 'facts.csv', 'text/csv'),
          fp:target($address || 'cmif.xml', 'application/tei+xml')[f:has-cmif($edition)])),
        f:objects-member('license', $edition/@licence[. ne ''] ! fp:target(., '')),
        f:objects-member('item', $edition/document ! fp:target(f:address(., f:file(., 'page')), 'text/html'))"/>
    </j:map>
  </xsl:function>

  <!-- Links of a document: of its page, then of its forms and of the references to it back to the page. -->
  <xsl:function name="fp:links-of-document" as="element(j:map)+">
    <xsl:param name="document" as="element(document)"/>
    <xsl:variable name="page" as="xs:string" select="f:address($document, f:file($document, 'page'))"/>
    <xsl:variable name="forms" as="element(j:map)+" select="('tei', 'pdf', 'text') ! fp:target(f:address($document, f:file($document, .)), f:media-type(.))"/>
    <xsl:variable name="references" as="element(j:map)+" select="('csl', 'bibtex', 'ris') ! fp:target(f:address($document, f:file($document, .)), f:media-type(.))"/>
    <j:map>
      <xsl:sequence select="
        f:text-member('anchor', $page),
        f:objects-member('cite-as', fp:target($page, '')),
        f:objects-member('type', ('AboutPage', f:kind($document)) ! fp:target('https://schema.org/' || ., '')),
        f:objects-member('author', distinct-values(f:parties($document, 'from')/@uri) ! fp:target(., '')),
        f:objects-member('describedby', $references),
        f:objects-member('item', $forms),
        f:objects-member('collection', fp:target($document/parent::edition/@address, 'text/html')),
        f:objects-member('license', $document/parent::edition/@licence[. ne ''] ! fp:target(., ''))"/>
    </j:map>
    <xsl:for-each select="$forms, $references">
      <j:map>
        <xsl:sequence select="
          f:text-member('anchor', j:string[@key = 'href']),
          f:objects-member(if (. intersect $forms) then 'collection' else 'describes', fp:target($page, 'text/html'))"/>
      </j:map>
    </xsl:for-each>
  </xsl:function>

  <!-- The target of a link, with its media type where that is known. -->
  <xsl:function name="fp:target" as="element(j:map)">
    <xsl:param name="address" as="xs:string"/>
    <xsl:param name="type" as="xs:string"/>
    <j:map>
      <xsl:sequence select="f:text-member('href', $address), f:text-member('type', $type)"/>
    </j:map>
  </xsl:function>

</xsl:stylesheet>
