<?xml version="1.0" encoding="UTF-8"?>
<!-- Dataset JSON of Dataverse, block “citation”. Dataverse wants the address of a contact: without one there is no file. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp" xmlns:j="http://www.w3.org/2005/xpath-functions"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The dataset. -->
  <xsl:template match="deposit" mode="m:dataverse" as="element(j:map)">
    <xsl:variable name="licence" as="element(rights)?" select="rights[@layer = 'encoding'][exists(f:spdx(@uri))][1]"/>
    <xsl:variable name="terms" as="xs:string" select="string-join((rights except $licence) ! f:rights-in-words(.), ' ')"/>
    <xsl:variable name="fields" as="element(j:map)*" select="
      fp:one('title', title),
      fp:several('author', f:creators(.) ! fp:compound((
        fp:one('authorName', f:listed-name(.)), fp:one('authorAffiliation', @affiliation),
        @orcid ! (fp:chosen('authorIdentifierScheme', 'ORCID'), fp:one('authorIdentifier', .))))),
      fp:several('datasetContact', publication/@contact ! fp:compound((fp:one('datasetContactName', ../@publisher), fp:one('datasetContactEmail', .)))),
      fp:several('dsDescription', (description, f:kind-in-words(.)) [1] ! fp:compound(fp:one('dsDescriptionValue', .))),
      fp:chosen-several('subject', 'Arts and Humanities'),
      fp:several('keyword', distinct-values((subject, person, organisation, place) ! string()) ! fp:compound(fp:one('keywordValue', .))),
      fp:several('contributor', f:contributors(.) ! fp:compound((
        fp:chosen('contributorType', (map { 'editor': 'Editor', 'addressee': 'Related Person' }(string(@role)), 'Other')[1]), fp:one('contributorName', f:listed-name(.))))),
      fp:several('otherId', identifier ! fp:compound((fp:one('otherIdAgency', @type), fp:one('otherIdValue', .)))),
      fp:one('alternativeURL', identifier[@type = 'URL'][1]),
      fp:one('distributionDate', publication/@date),
      fp:several('timePeriodCovered', date[@type = 'created'][exists(f:span(.))] ! fp:compound((
        fp:one('timePeriodCoveredStart', tokenize(f:span(.), '/')[1]), fp:one('timePeriodCoveredEnd', tokenize(f:span(.), '/')[last()])))),
      fp:texts('relatedMaterial', relation ! (@identifier, .)[. ne ''][1] ! string()),
      fp:one('originOfSources', f:originals(.))"/>
    <j:map>
      <j:map key="datasetVersion">
        <xsl:for-each select="$licence">
          <xsl:sequence select="f:object-member('license', (
            f:text-member('name', replace(f:spdx(@uri), '^CC-(.+)-(\d\.\d)$', 'CC $1 $2')), f:text-member('uri', replace(@uri, '^https:|/$', '') ! ('http:' || replace(., '^http:', '')))))"/>
        </xsl:for-each>
        <xsl:sequence select="f:text-member('termsOfUse', $terms[. ne ''])"/>
        <j:map key="metadataBlocks">
          <j:map key="citation">
            <xsl:sequence select="f:text-member('displayName', 'Citation Metadata'), f:objects-member('fields', $fields)"/>
          </j:map>
        </j:map>
      </j:map>
    </j:map>
  </xsl:template>

  <!-- A field with one text; nothing where there is none. -->
  <xsl:function name="fp:one" as="element(j:map)?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="fp:field($name, 'primitive', false(), f:text-member('value', $value))"/>
  </xsl:function>

  <!-- A field with several texts. -->
  <xsl:function name="fp:texts" as="element(j:map)?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:sequence select="fp:field($name, 'primitive', true(), f:texts-member('value', $values))"/>
  </xsl:function>

  <!-- A field with a term of a list. -->
  <xsl:function name="fp:chosen" as="element(j:map)?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="fp:field($name, 'controlledVocabulary', false(), f:text-member('value', $value))"/>
  </xsl:function>

  <!-- A field with terms of a list. -->
  <xsl:function name="fp:chosen-several" as="element(j:map)?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="xs:string*"/>
    <xsl:sequence select="fp:field($name, 'controlledVocabulary', true(), f:texts-member('value', $values))"/>
  </xsl:function>

  <!-- A field with several groups of fields. -->
  <xsl:function name="fp:several" as="element(j:map)?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="values" as="element(j:map)*"/>
    <xsl:sequence select="fp:field($name, 'compound', true(), f:objects-member('value', $values))"/>
  </xsl:function>

  <!-- Fields as one group. -->
  <xsl:function name="fp:compound" as="element(j:map)">
    <xsl:param name="fields" as="element(j:map)*"/>
    <j:map>
      <xsl:for-each select="$fields">
        <j:map key="{j:string[@key = 'typeName']}">
          <xsl:sequence select="*"/>
        </j:map>
      </xsl:for-each>
    </j:map>
  </xsl:function>

  <!-- A field of any kind; nothing where it has no value. -->
  <xsl:function name="fp:field" as="element(j:map)?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="class" as="xs:string"/>
    <xsl:param name="multiple" as="xs:boolean"/>
    <xsl:param name="value" as="element()?"/>
    <xsl:if test="exists($value)">
      <j:map>
        <xsl:sequence select="f:text-member('typeName', $name), f:text-member('typeClass', $class)"/>
        <j:boolean key="multiple">{$multiple}</j:boolean>
        <xsl:sequence select="$value"/>
      </j:map>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
