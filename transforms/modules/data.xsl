<?xml version="1.0" encoding="UTF-8"?>
<!-- Data: what the first page of an edition says to programs, and the section that tells readers of the files for them. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xmlns:j="http://www.w3.org/2005/xpath-functions"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Signposts, the feed, and the edition as schema.org describes a collection. -->
  <xsl:template match="edition" mode="m:edition-metadata" as="element()*">
    <xsl:variable name="doi" as="xs:string?" select="@doi[. ne ''] ! ('https://doi.org/' || .)"/>
    <xsl:for-each select="@address[. ne '']">
      <link rel="canonical" href="{.}"/>
    </xsl:for-each>
    <xsl:for-each select="($doi, @address[. ne ''])[1]">
      <link rel="cite-as" href="{.}"/>
    </xsl:for-each>
    <link rel="type" href="https://schema.org/AboutPage"/>
    <link rel="type" href="https://schema.org/Collection"/>
    <link rel="describedby" type="application/json" href="documents.json"/>
    <link rel="describedby" type="text/csv" href="facts.csv"/>
    <xsl:for-each select="@licence[. ne '']">
      <link rel="license" href="{.}"/>
    </xsl:for-each>
    <xsl:if test="@address ne ''">
      <link rel="linkset" type="application/linkset+json" href="{@address}linkset.json"/>
      <xsl:if test="f:has-feed(.)">
        <link rel="alternate" type="application/atom+xml" href="feed.xml"/>
      </xsl:if>
    </xsl:if>
    <xsl:variable name="described" as="element(j:map)">
      <j:map>
        <xsl:sequence select="
          f:text-member('@context', 'https://schema.org'), f:text-member('@type', 'Collection'),
          f:text-member('@id', ($doi, @address)[1]), f:text-member('url', @address), f:text-member('name', @title),
          f:text-member('version', @number),
          f:objects-member('editor', editor[lower-case(@role) = ('', 'editor')] ! fp:named('Person', @name)),
          f:objects-member('contributor', editor[not(lower-case(@role) = ('', 'editor'))] ! fp:named('Person', @name)),
          f:objects-member('publisher', @publisher[. ne ''] ! fp:named('Organization', .)),
          f:text-member('datePublished', @date),
          f:texts-member('inLanguage', distinct-values(document/@lang ! string())[. ne '']),
          f:text-member('license', @licence)"/>
      </j:map>
    </xsl:variable>
    <script type="application/ld+json">
      <xsl:value-of select="f:json-in-page($described)"/>
    </script>
  </xsl:template>

  <!-- The files for other programs, each with what it is. -->
  <xsl:template match="edition" mode="m:data" as="element(section)">
    <section class="imprint data" aria-labelledby="page-data">
      <h2 id="page-data">{f:label('data')}</h2>
      <p>{f:label('data.about')}</p>
      <dl>
        <xsl:for-each select="
          'documents.json', 'facts.csv', 'persons.json', 'cmif.xml'[f:has-cmif(current())], ('feed.xml'[f:has-feed(current())], 'sitemap.xml', 'linkset.json')[current()/@address ne '']">
          <div>
            <dt>
              <a href="{.}">{.}</a>
            </dt>
            <dd>{f:label('data.' || substring-before(., '.'))}</dd>
          </div>
        </xsl:for-each>
      </dl>
    </section>
  </xsl:template>

  <!-- Somebody by name. -->
  <xsl:function name="fp:named" as="element(j:map)">
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="name" as="xs:string"/>
    <j:map>
      <xsl:sequence select="f:text-member('@type', $type), f:text-member('name', $name)"/>
    </j:map>
  </xsl:function>

</xsl:stylesheet>
