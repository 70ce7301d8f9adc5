<?xml version="1.0" encoding="UTF-8"?>
<!-- JSON-LD in the terms of schema.org. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp" xmlns:j="http://www.w3.org/2005/xpath-functions"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The edition as a collection, a document as a message or a work. -->
  <xsl:template match="deposit" mode="m:schema-org" as="element(j:map)">
    <j:map>
      <xsl:sequence select="f:text-member('@context', 'https://schema.org'), fp:schema-org(.)"/>
    </j:map>
  </xsl:template>

  <!-- What is said of it, without the context. -->
  <xsl:function name="fp:schema-org" as="element()*">
    <xsl:param name="record" as="element(deposit)"/>
    <xsl:for-each select="$record">
      <xsl:sequence select="
        f:text-member('@type', if (@scope = 'edition') then 'Collection' else if (agent[@role = 'sender'] and agent[@role = 'addressee']) then 'Message' else 'CreativeWork'),
        f:text-member('@id', (identifier[@type = 'DOI'] ! ('https://doi.org/' || .), identifier[@type = 'URL'])[1]),
        f:text-member('url', identifier[@type = 'URL'][1]),
        f:text-member('name', title),
        f:text-member('description', description[1]),
        f:text-member('datePublished', publication/@date),
        f:text-member('version', publication/@version),
        f:texts-member('inLanguage', language[@role = 'text']/@code ! string()),
        f:text-member('dateCreated', date[@type = 'created'][@when]/@when),
        f:text-member('temporalCoverage', date[@type = 'created'] ! f:span(.)),
        f:objects-member('sender', agent[@role = 'sender'] ! fp:thing(.)),
        f:objects-member('recipient', agent[@role = 'addressee'] ! fp:thing(.)),
        f:objects-member('editor', agent[@role = 'editor'] ! fp:thing(.)),
        f:objects-member('translator', agent[@role = 'translator'] ! fp:thing(.)),
        f:objects-member('contributor', agent[@role = 'contributor'] ! fp:thing(.)),
        f:objects-member('publisher', publication/@publisher ! fp:named-thing('Organization', ., ())),
        f:texts-member('keywords', subject ! string()),
        f:objects-member('mentions', (person ! fp:named-thing('Person', ., @uri), organisation ! fp:named-thing('Organization', ., @uri))),
        f:objects-member('contentLocation', place ! fp:named-thing('Place', ., @uri)),
        f:text-member('license', rights[@layer = 'encoding']/@uri),
        f:text-member('usageInfo', string-join(rights[not(@layer = 'encoding')] ! f:rights-in-words(.), ' ')[. ne '']),
        f:text-member('isBasedOn', relation[@type = 'IsDerivedFrom'][1]/@identifier),
        f:objects-member('isPartOf', relation[@type = 'IsPartOf'] ! fp:named-thing('Collection', ., @identifier ! (if (../@kind = 'DOI') then 'https://doi.org/' || . else string())))"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Somebody. -->
  <xsl:function name="fp:thing" as="element(j:map)">
    <xsl:param name="agent" as="element(agent)"/>
    <xsl:sequence select="
      fp:named-thing(if ($agent/@kind = 'person') then 'Person' else 'Organization', $agent/@name, ($agent/@orcid ! ('https://orcid.org/' || .), $agent/@uri)[1])"/>
  </xsl:function>

  <!-- Anything with a name. -->
  <xsl:function name="fp:named-thing" as="element(j:map)">
    <xsl:param name="type" as="xs:string"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="id" as="xs:string?"/>
    <j:map>
      <xsl:sequence select="f:text-member('@type', $type), f:text-member('@id', $id), f:text-member('name', $name)"/>
    </j:map>
  </xsl:function>

</xsl:stylesheet>
