<?xml version="1.0" encoding="UTF-8"?>
<!-- RO-Crate 1.2: the payload of the package as a crate. Folders are described, not each of their files. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp" xmlns:j="http://www.w3.org/2005/xpath-functions"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The metadata file of the crate: its own entity, the root, everybody and everything that the root refers to. -->
  <xsl:template match="deposit" mode="m:ro-crate" as="element(j:map)">
    <xsl:variable name="record" as="element(deposit)" select="."/>
    <xsl:variable name="licence" as="element(rights)?" select="rights[@layer = 'encoding'][@uri][1]"/>
    <xsl:variable name="parts" as="element()*" select="f:contents()[not(@path = 'ro-crate-metadata.json')]"/>
    <j:map>
      <xsl:sequence select="f:text-member('@context', 'https://w3id.org/ro/crate/1.2/context')"/>
      <j:array key="@graph">
        <j:map>
          <xsl:sequence select="
            f:text-member('@id', 'ro-crate-metadata.json'), f:text-member('@type', 'CreativeWork'),
            fp:reference('conformsTo', 'https://w3id.org/ro/crate/1.2'), fp:reference('about', './')"/>
        </j:map>
        <j:map>
          <xsl:sequence select="
            f:text-member('@id', './'), f:text-member('@type', 'Dataset'),
            f:text-member('name', title),
            f:text-member('description', (description, f:kind-in-words(.))[1]),
            f:text-member('datePublished', publication/@date),
            f:text-member('version', publication/@version),
            f:text-member('identifier', (identifier[@type = 'DOI'] ! ('https://doi.org/' || .), identifier[@type = 'URL'])[1]),
            f:texts-member('inLanguage', language[@role = 'text']/@code ! string()),
            f:texts-member('keywords', subject ! string()),
            f:text-member('temporalCoverage', date[@type = 'created'] ! f:span(.)),
            $licence ! fp:reference('license', @uri),
            fp:references('author', f:creators(.) ! fp:id(.)),
            fp:references('contributor', f:contributors(.) ! fp:id(.)),
            publication[@publisher] ! fp:reference('publisher', '#publisher'),
            fp:references('contentLocation', place/@uri ! string()),
            fp:references('hasPart', $parts ! fp:path(.))"/>
        </j:map>
        <xsl:for-each select="$licence">
          <j:map>
            <xsl:sequence select="
              f:text-member('@id', @uri), f:text-member('@type', 'CreativeWork'), f:text-member('name', .),
              f:text-member('description', f:rights-in-words(.))"/>
          </j:map>
        </xsl:for-each>
        <xsl:for-each select="publication/@publisher">
          <j:map>
            <xsl:sequence select="f:text-member('@id', '#publisher'), f:text-member('@type', 'Organization'), f:text-member('name', .)"/>
          </j:map>
        </xsl:for-each>
        <xsl:for-each-group select="agent" group-by="fp:id(.)">
          <j:map>
            <xsl:sequence select="
              f:text-member('@id', current-grouping-key()), f:text-member('@type', if (@kind = 'person') then 'Person' else 'Organization'),
              f:text-member('name', @name), f:text-member('affiliation', @affiliation)"/>
          </j:map>
        </xsl:for-each-group>
        <xsl:for-each-group select="place[@uri]" group-by="string(@uri)">
          <j:map>
            <xsl:sequence select="f:text-member('@id', current-grouping-key()), f:text-member('@type', 'Place'), f:text-member('name', .)"/>
          </j:map>
        </xsl:for-each-group>
        <xsl:for-each select="$parts">
          <j:map>
            <xsl:sequence select="
              f:text-member('@id', fp:path(.)), f:text-member('@type', if (self::folder) then 'Dataset' else 'File'),
              f:text-member('name', string(@path)), f:text-member('description', f:label('deposit.path.' || @what)),
              f:text-member('encodingFormat', @type)"/>
          </j:map>
        </xsl:for-each>
      </j:array>
    </j:map>
  </xsl:template>

  <!-- The id of somebody in the crate: an address that identifies them, else one within the crate. -->
  <xsl:function name="fp:id" as="xs:string">
    <xsl:param name="agent" as="element(agent)"/>
    <xsl:sequence select="($agent/@orcid ! ('https://orcid.org/' || .), $agent/@uri, '#' || encode-for-uri(translate($agent/@name, ' ', '-')))[1] ! string()"/>
  </xsl:function>

  <!-- The id of a file or folder: folders end in a stroke. -->
  <xsl:function name="fp:path" as="xs:string">
    <xsl:param name="part" as="element()"/>
    <xsl:sequence select="string($part/@path)"/>
  </xsl:function>

  <!-- A reference to another entity. -->
  <xsl:function name="fp:reference" as="element(j:map)">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="f:object-member($key, f:text-member('@id', $id))"/>
  </xsl:function>

  <!-- References to several. -->
  <xsl:function name="fp:references" as="element(j:array)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="ids" as="xs:string*"/>
    <xsl:variable name="objects" as="element(j:map)*">
      <xsl:for-each select="distinct-values($ids)">
        <j:map>
          <xsl:sequence select="f:text-member('@id', .)"/>
        </j:map>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="f:objects-member($key, $objects)"/>
  </xsl:function>

</xsl:stylesheet>
