<?xml version="1.0" encoding="UTF-8"?>
<!-- DataCite Metadata Schema 4.6. Translators and translations have terms of their own from this version on. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp" xmlns="http://datacite.org/schema/kernel-4"
  xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The record. Without a DOI the identifier is “to be assigned”, as appendix 3 of the schema has it. -->
  <xsl:template match="deposit" mode="m:datacite" as="element()">
    <resource xsi:schemaLocation="http://datacite.org/schema/kernel-4 https://schema.datacite.org/meta/kernel-4.6/metadata.xsd">
      <identifier identifierType="DOI">{(identifier[@type = 'DOI'], ':tba')[1]}</identifier>
      <creators>
        <xsl:apply-templates select="f:creators(.)" mode="mp:creator"/>
      </creators>
      <titles>
        <title xml:lang="{publication/@lang}">{title}</title>
      </titles>
      <publisher>{publication/@publisher}</publisher>
      <publicationYear>{substring(publication/@date, 1, 4)}</publicationYear>
      <resourceType resourceTypeGeneral="Text">{f:kind-in-words(.)}</resourceType>
      <xsl:where-populated>
        <subjects>
          <xsl:for-each select="subject, person, organisation">
            <subject>
              <xsl:if test="@uri">
                <xsl:attribute name="valueURI" select="@uri"/>
              </xsl:if>
              <xsl:text>{.}</xsl:text>
            </subject>
          </xsl:for-each>
        </subjects>
      </xsl:where-populated>
      <xsl:where-populated>
        <contributors>
          <xsl:apply-templates select="f:contributors(.)" mode="mp:contributor"/>
        </contributors>
      </xsl:where-populated>
      <dates>
        <xsl:for-each select="publication/@date">
          <date dateType="Issued">{.}</date>
        </xsl:for-each>
        <xsl:for-each select="date[@type = 'created'][exists(f:span(.))]">
          <date dateType="Created" dateInformation="{f:label('deposit.created')}">{f:span(.)}</date>
        </xsl:for-each>
      </dates>
      <xsl:for-each select="publication/@lang">
        <language>{.}</language>
      </xsl:for-each>
      <xsl:where-populated>
        <alternateIdentifiers>
          <xsl:for-each select="identifier[not(@type = 'DOI')]">
            <alternateIdentifier alternateIdentifierType="{if (@type = 'URL') then 'URL' else f:label('number.' || @of)}">{.}</alternateIdentifier>
          </xsl:for-each>
          <xsl:for-each select="@id">
            <alternateIdentifier alternateIdentifierType="{f:label('deposit.id')}">{.}</alternateIdentifier>
          </xsl:for-each>
        </alternateIdentifiers>
      </xsl:where-populated>
      <xsl:where-populated>
        <relatedIdentifiers>
          <xsl:for-each select="relation[@kind = ('DOI', 'URL')]">
            <relatedIdentifier relatedIdentifierType="{@kind}" relationType="{@type}">{@identifier}</relatedIdentifier>
          </xsl:for-each>
          <xsl:for-each select="part/@address">
            <relatedIdentifier relatedIdentifierType="URL" relationType="HasPart">{.}</relatedIdentifier>
          </xsl:for-each>
        </relatedIdentifiers>
      </xsl:where-populated>
      <formats>
        <format>application/tei+xml</format>
      </formats>
      <xsl:for-each select="publication/@version">
        <version>{.}</version>
      </xsl:for-each>
      <rightsList>
        <xsl:for-each select="rights">
          <rights xml:lang="{../publication/@lang}">
            <xsl:if test="@uri">
              <xsl:attribute name="rightsURI" select="@uri"/>
            </xsl:if>
            <xsl:for-each select="f:spdx(@uri)">
              <xsl:attribute name="rightsIdentifier" select="."/>
              <xsl:attribute name="rightsIdentifierScheme" select="'SPDX'"/>
              <xsl:attribute name="schemeURI" select="'https://spdx.org/licenses/'"/>
            </xsl:for-each>
            <xsl:text>{f:rights-in-words(.)}</xsl:text>
          </rights>
        </xsl:for-each>
      </rightsList>
      <xsl:where-populated>
        <descriptions>
          <xsl:for-each select="description">
            <description descriptionType="Abstract" xml:lang="{../publication/@lang}">{.}</description>
          </xsl:for-each>
          <xsl:for-each select="f:originals(.)">
            <description descriptionType="Other">{.}</description>
          </xsl:for-each>
        </descriptions>
      </xsl:where-populated>
      <xsl:where-populated>
        <geoLocations>
          <xsl:for-each select="place">
            <geoLocation>
              <geoLocationPlace>{.}</geoLocationPlace>
            </geoLocation>
          </xsl:for-each>
        </geoLocations>
      </xsl:where-populated>
      <xsl:where-populated>
        <relatedItems>
          <xsl:for-each select="relation[@kind = 'shelfmark']">
            <relatedItem relatedItemType="Text" relationType="{@type}">
              <titles>
                <title>{@identifier}</title>
              </titles>
            </relatedItem>
          </xsl:for-each>
        </relatedItems>
      </xsl:where-populated>
    </resource>
  </xsl:template>

  <!-- A creator. -->
  <xsl:template match="agent" mode="mp:creator" as="element()">
    <creator>
      <creatorName nameType="{if (@kind = 'person') then 'Personal' else 'Organizational'}">{f:listed-name(.)}</creatorName>
      <xsl:sequence select="fp:datacite-agent(.)"/>
    </creator>
  </xsl:template>

  <!-- A contributor. -->
  <xsl:template match="agent" mode="mp:contributor" as="element()">
    <contributor contributorType="{(map { 'editor': 'Editor', 'translator': 'Translator', 'addressee': 'RelatedPerson', 'sender': 'RelatedPerson' }(@role), 'Other')[1]}">
      <contributorName nameType="{if (@kind = 'person') then 'Personal' else 'Organizational'}">{f:listed-name(.)}</contributorName>
      <xsl:sequence select="fp:datacite-agent(.)"/>
    </contributor>
  </xsl:template>

  <!-- What is known of somebody besides the name. -->
  <xsl:function name="fp:datacite-agent" as="element()*">
    <xsl:param name="agent" as="element(agent)"/>
    <xsl:variable name="names" as="xs:string*" select="f:divided($agent)"/>
    <xsl:if test="exists($names)">
      <givenName>{$names[2]}</givenName>
      <familyName>{$names[1]}</familyName>
    </xsl:if>
    <xsl:for-each select="$agent/@orcid">
      <nameIdentifier nameIdentifierScheme="ORCID" schemeURI="https://orcid.org">https://orcid.org/{.}</nameIdentifier>
    </xsl:for-each>
    <xsl:for-each select="$agent/@uri[contains(., 'wikidata.org')]">
      <nameIdentifier nameIdentifierScheme="Wikidata" schemeURI="https://www.wikidata.org">{.}</nameIdentifier>
    </xsl:for-each>
    <xsl:for-each select="$agent/@affiliation">
      <affiliation>{.}</affiliation>
    </xsl:for-each>
  </xsl:function>

</xsl:stylesheet>
