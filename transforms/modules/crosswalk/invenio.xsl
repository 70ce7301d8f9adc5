<?xml version="1.0" encoding="UTF-8"?>
<!-- The record as InvenioRDM (and Zenodo, which runs on it) takes it. Vocabularies are in lower case, languages in
     ISO 639-3; a licence has either an id or words, never both. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp" xmlns:j="http://www.w3.org/2005/xpath-functions"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The record. -->
  <xsl:template match="deposit" mode="m:invenio" as="element(j:map)">
    <j:map>
      <xsl:sequence select="
        f:object-member('access', (f:text-member('record', 'public'), f:text-member('files', if (@text = 'permitted') then 'public' else 'restricted')))"/>
      <j:map key="files">
        <j:boolean key="enabled">true</j:boolean>
      </j:map>
      <xsl:for-each select="identifier[@type = 'DOI']">
        <xsl:sequence select="f:object-member('pids', f:object-member('doi', (f:text-member('identifier', .), f:text-member('provider', 'external'))))"/>
      </xsl:for-each>
      <j:map key="metadata">
        <xsl:sequence select="
          fp:term('resource_type', 'publication-other'),
          f:text-member('title', title),
          f:text-member('publication_date', publication/@date),
          f:text-member('publisher', publication/@publisher),
          f:objects-member('creators', f:creators(.) ! fp:invenio-agent(.)),
          f:objects-member('contributors', f:contributors(.) ! fp:invenio-agent(.)),
          f:text-member('description', description[1]),
          f:objects-member('additional_descriptions', f:originals(.) ! fp:object((f:text-member('description', .), fp:term('type', 'other')))),
          f:objects-member('languages', distinct-values(language[@role = 'text']/@code ! f:iso639-3(.)) ! fp:object(f:text-member('id', .))),
          f:objects-member('subjects', distinct-values((subject, person, organisation, place) ! string()) ! fp:object(f:text-member('subject', .))),
          f:objects-member('dates', date[@type = 'created'][exists(f:span(.))] ! fp:object((
            f:text-member('date', f:span(.)), fp:term('type', 'created'), f:text-member('description', f:label('deposit.created'))))),
          f:text-member('version', publication/@version),
          f:objects-member('identifiers', identifier[@type = 'URL'] ! fp:object((f:text-member('identifier', .), f:text-member('scheme', 'url')))),
          f:objects-member('related_identifiers', relation[@kind = ('DOI', 'URL')] ! fp:object((
            f:text-member('identifier', @identifier), f:text-member('scheme', lower-case(@kind)), fp:term('relation_type', lower-case(@type))))),
          f:objects-member('rights', rights ! fp:invenio-rights(.)),
          f:texts-member('formats', 'application/tei+xml')"/>
      </j:map>
    </j:map>
  </xsl:template>

  <!-- A person or an organisation, with role and what identifies it. A name that nobody divided stands whole. -->
  <xsl:function name="fp:invenio-agent" as="element(j:map)">
    <xsl:param name="agent" as="element(agent)"/>
    <xsl:variable name="names" as="xs:string*" select="f:divided($agent)"/>
    <xsl:variable name="who" as="element()*" select="
      if ($agent/@kind = 'person')
      then (f:text-member('type', 'personal'), f:text-member('family_name', ($names[1], string($agent/@name))[1]), f:text-member('given_name', $names[2]))
      else (f:text-member('type', 'organizational'), f:text-member('name', $agent/@name))"/>
    <xsl:variable name="identified" as="element(j:map)*" select="
      $agent/@orcid ! fp:object((f:text-member('scheme', 'orcid'), f:text-member('identifier', .))),
      $agent/@uri[contains(., 'd-nb.info/gnd/')] ! fp:object((f:text-member('scheme', 'gnd'), f:text-member('identifier', substring-after(., 'gnd/'))))"/>
    <xsl:sequence select="fp:object((
      f:object-member('person_or_org', ($who, f:objects-member('identifiers', $identified))),
      map { 'editor': 'editor', 'translator': 'translator', 'addressee': 'relatedperson', 'contributor': 'other' }(string($agent/@role)) ! fp:term('role', .),
      f:objects-member('affiliations', $agent/@affiliation ! fp:object(f:text-member('name', .)))))"/>
  </xsl:function>

  <!-- One layer of the rights. -->
  <xsl:function name="fp:invenio-rights" as="element(j:map)">
    <xsl:param name="rights" as="element(rights)"/>
    <xsl:variable name="known" as="xs:string?" select="f:spdx($rights/@uri) ! lower-case(.)"/>
    <xsl:sequence select="fp:object(
      if (exists($known)) then f:text-member('id', $known)
      else (
        f:object-member('title', f:text-member('en', f:label('deposit.rights.' || $rights/@layer))),
        f:object-member('description', f:text-member('en', $rights)),
        f:text-member('link', $rights/@uri)))"/>
  </xsl:function>

  <!-- A term of a vocabulary, as an object with its id. -->
  <xsl:function name="fp:term" as="element(j:map)">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="f:object-member($key, f:text-member('id', $id))"/>
  </xsl:function>

  <!-- An object of a list. -->
  <xsl:function name="fp:object" as="element(j:map)">
    <xsl:param name="members" as="element()*"/>
    <j:map>
      <xsl:sequence select="$members"/>
    </j:map>
  </xsl:function>

</xsl:stylesheet>
