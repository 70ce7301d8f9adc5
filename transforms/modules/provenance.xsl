<?xml version="1.0" encoding="UTF-8"?>
<!-- Provenance: what the files of a package were made from, by whom and how, in terms of W3C PROV. Only what the files state:
     where a day is known and no time, none is made up; who is not named has no share. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xmlns:j="http://www.w3.org/2005/xpath-functions"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Vocabularies besides that of the edition itself; https and http make qualified names of addresses. -->
  <xsl:variable name="fp:vocabularies" as="map(xs:string, xs:string)" select="map {
    'dcterms': 'http://purl.org/dc/terms/', 'schema': 'https://schema.org/', 'https': 'https:', 'http': 'http:' }"/>

  <!-- Relations, and what each ties to what. -->
  <xsl:variable name="fp:relations" as="map(xs:string, xs:string+)" select="map {
    'used': ('activity', 'entity'), 'wasGeneratedBy': ('entity', 'activity'), 'wasDerivedFrom': ('generatedEntity', 'usedEntity'),
    'wasAttributedTo': ('entity', 'agent'), 'wasAssociatedWith': ('activity', 'agent'), 'hadMember': ('collection', 'entity') }"/>

  <!-- All of it: things, each once, then what ties them. -->
  <xsl:template match="edition" mode="m:provenance" as="element(j:map)">
    <xsl:variable name="said" as="element()*">
      <xsl:apply-templates select="." mode="mp:provenance"/>
      <xsl:apply-templates select="document" mode="mp:provenance">
        <xsl:sort select="@order"/>
        <xsl:sort select="@id"/>
      </xsl:apply-templates>
    </xsl:variable>
    <j:map>
      <j:map key="prefix">
        <j:string key="ed">{(@address[. ne ''], 'urn:uuid:' || @uuid || ':')[1]}</j:string>
        <xsl:for-each select="'dcterms', 'schema', 'https', 'http'">
          <j:string key="{.}">{$fp:vocabularies?(.)}</j:string>
        </xsl:for-each>
      </j:map>
      <xsl:for-each select="'entity', 'activity', 'agent'">
        <xsl:variable name="kind" as="xs:string" select="."/>
        <j:map key="{$kind}">
          <xsl:for-each-group select="$said[self::thing][@kind eq $kind]" group-by="string(@id)">
            <j:map key="{current-grouping-key()}">
              <xsl:sequence select="*"/>
            </j:map>
          </xsl:for-each-group>
        </j:map>
      </xsl:for-each>
      <xsl:for-each-group select="$said[self::tie]" group-by="string(@kind)">
        <xsl:sort select="current-grouping-key()"/>
        <xsl:variable name="ends" as="xs:string+" select="$fp:relations?(current-grouping-key())"/>
        <j:map key="{current-grouping-key()}">
          <xsl:for-each-group select="current-group()" group-by="@a || ' ' || @b">
            <j:map key="_:{position()}">
              <j:string key="prov:{$ends[1]}">{@a}</j:string>
              <j:string key="prov:{$ends[2]}">{@b}</j:string>
              <xsl:sequence select="*"/>
            </j:map>
          </xsl:for-each-group>
        </j:map>
      </xsl:for-each-group>
    </j:map>
  </xsl:template>

  <!-- The edition, those who answer for it, and the program that makes its pages. -->
  <xsl:template match="edition" mode="mp:provenance" as="element()*">
    <xsl:sequence select="fp:thing('entity', 'ed:edition', (
      fp:typed('prov:type', 'prov:Collection', 'prov:QUALIFIED_NAME'), f:text-member('prov:label', @title), f:text-member('schema:version', @number),
      f:text-member('schema:datePublished', @date), @doi[. ne ''] ! f:text-member('schema:sameAs', 'https://doi.org/' || .)))"/>
    <xsl:for-each select="editor">
      <xsl:sequence select="
        fp:thing('agent', fp:agent(@id), (
          fp:typed('prov:type', 'prov:Person', 'prov:QUALIFIED_NAME'), f:text-member('prov:label', @name),
          @orcid[. ne ''] ! f:text-member('schema:sameAs', 'https://orcid.org/' || .))),
        fp:tie('wasAttributedTo', 'ed:edition', fp:agent(@id), f:text-member('schema:roleName', (@role[. ne ''], 'editor')[1]))"/>
    </xsl:for-each>
    <xsl:for-each select="@publisher[. ne '']">
      <xsl:sequence select="
        fp:thing('agent', 'ed:publisher', (fp:typed('prov:type', 'prov:Organization', 'prov:QUALIFIED_NAME'), f:text-member('prov:label', .))),
        fp:tie('wasAttributedTo', 'ed:edition', 'ed:publisher', f:text-member('schema:roleName', 'publisher'))"/>
    </xsl:for-each>
    <xsl:if test="document/@page-sha256">
      <xsl:sequence select="
        fp:thing('activity', 'ed:rendering', f:text-member('prov:label', 'pages were made')),
        fp:program(@version), fp:tie('wasAssociatedWith', 'ed:rendering', fp:version(@version), ())"/>
    </xsl:if>
  </xsl:template>

  <!-- A document: its file, what that was made from, what was done to it, and its page. -->
  <xsl:template match="document" mode="mp:provenance" as="element()*">
    <xsl:variable name="file" as="xs:string" select="fp:file(.)"/>
    <xsl:sequence select="
      fp:thing('entity', $file, (f:text-member('prov:label', title), f:text-member('dcterms:identifier', @id), f:text-member('schema:sha256', @sha256))),
      fp:tie('hadMember', 'ed:edition', $file, ())"/>
    <xsl:apply-templates select="source[@sha256], transcript[@type = ('URI', 'URL')], .[f:held(.)]/(repository | shelfmark)[1], credit[@id = 'translator'], change" mode="mp:origin"/>
    <xsl:for-each select="@page-sha256">
      <xsl:variable name="page" as="xs:string" select="'ed:' || f:file(.., 'page')"/>
      <xsl:sequence select="
        fp:thing('entity', $page, f:text-member('schema:sha256', .)), fp:tie('wasDerivedFrom', $page, $file, ()),
        fp:tie('wasGeneratedBy', $page, 'ed:rendering', ()), fp:tie('used', 'ed:rendering', $file, ())"/>
    </xsl:for-each>
  </xsl:template>

  <!-- The transcript from which the file was made. -->
  <xsl:template match="source" mode="mp:origin" as="element()+">
    <xsl:sequence select="
      fp:thing('entity', fp:words(..), (f:text-member('prov:label', @name), f:text-member('schema:sha256', @sha256))),
      fp:tie('wasDerivedFrom', fp:file(..), fp:words(..), ())"/>
  </xsl:template>

  <!-- The page that brought the transcript, known by its own address. -->
  <xsl:template match="transcript" mode="mp:origin" as="element()*">
    <xsl:variable name="accessed" as="attribute()?" select="../accessed[1]/@when"/>
    <xsl:variable name="words" as="xs:string" select="fp:words(..)"/>
    <xsl:for-each select="iri-to-uri(.)[matches(., '^https?://\S+$')]">
      <xsl:sequence select="
        fp:thing('entity', ., ()),
        fp:tie('wasDerivedFrom', $words, ., $accessed ! fp:day('dcterms:dateAccepted', .))"/>
    </xsl:for-each>
  </xsl:template>

  <!-- The original, which an archive keeps. -->
  <xsl:template match="repository | shelfmark" mode="mp:origin" as="element()+">
    <xsl:variable name="original" as="xs:string" select="'ed:original/' || ../@id"/>
    <xsl:sequence select="
      fp:thing('entity', $original, (f:text-member('prov:label', f:held(..)), f:text-member('dcterms:language', ../original[1]/@lang))),
      fp:tie('wasDerivedFrom', fp:words(..), $original, ())"/>
  </xsl:template>

  <!-- A translator: the words are theirs. -->
  <xsl:template match="credit" mode="mp:origin" as="element()+">
    <xsl:variable name="translator" as="xs:string" select="'ed:translator/' || encode-for-uri(.)"/>
    <xsl:sequence select="
      fp:thing('agent', $translator, (fp:typed('prov:type', 'prov:Person', 'prov:QUALIFIED_NAME'), f:text-member('prov:label', .))),
      fp:tie('wasAttributedTo', fp:words(..), $translator, f:text-member('schema:roleName', 'translator'))"/>
  </xsl:template>

  <!-- What was done to the file; the first is its conversion, where the program says so. The last made the file as it is,
       each before it a state of which nothing is left. -->
  <xsl:template match="change" mode="mp:origin" as="element()+">
    <xsl:variable name="change" as="element(change)" select="."/>
    <xsl:variable name="document" as="element(document)" select=".."/>
    <xsl:variable name="number" as="xs:integer" select="count(preceding-sibling::change) + 1"/>
    <xsl:variable name="doing" as="xs:string" select="'ed:history/' || ../@id || '/' || $number"/>
    <xsl:variable name="state" as="xs:string" select="fp:state(.)"/>
    <xsl:variable name="before" as="element(change)?" select="preceding-sibling::change[1]"/>
    <xsl:sequence select="
      fp:thing('activity', $doing, (f:text-member('prov:label', .), @day ! fp:day('dcterms:date', .))),
      fp:thing('entity', $state, ()), fp:tie('wasGeneratedBy', $state, $doing, ()),
      $before ! (fp:tie('used', $doing, fp:state(.), ()), fp:tie('wasDerivedFrom', $state, fp:state(.), fp:typed('prov:type', 'prov:Revision', 'prov:QUALIFIED_NAME')))"/>
    <xsl:for-each select="tokenize(@who)">
      <xsl:choose>
        <xsl:when test=". ne 'teicable'">
          <xsl:variable name="who" as="xs:string" select="."/>
          <xsl:sequence select="
            fp:thing('agent', fp:agent(.), f:text-member('prov:label', ($document/parent::edition/editor[@id = $who]/@name, $document/credit[@id = $who])[1])),
            fp:tie('wasAssociatedWith', $doing, fp:agent(.), ())"/>
        </xsl:when>
        <!-- The file says which version converted it, not which noted what came after. -->
        <xsl:when test="$number eq 1 and $document/software/@version">
          <xsl:sequence select="fp:program($document/software/@version), fp:tie('wasAssociatedWith', $doing, fp:version($document/software/@version), ())"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:sequence select="fp:program(''), fp:tie('wasAssociatedWith', $doing, fp:version(''), ())"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:if test=". eq 'teicable' and $number eq 1 and $document/source/@sha256">
        <xsl:sequence select="fp:tie('used', $doing, fp:words($document), ())"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- The file of a document. -->
  <xsl:function name="fp:file" as="xs:string">
    <xsl:param name="document" as="element(document)"/>
    <xsl:sequence select="'ed:' || f:file($document, 'tei')"/>
  </xsl:function>

  <!-- What bears its words: the transcript, known by its checksum; where none is stated, the file. -->
  <xsl:function name="fp:words" as="xs:string">
    <xsl:param name="document" as="element(document)"/>
    <xsl:sequence select="($document/source/@sha256 ! ('ed:source/' || .), fp:file($document))[1]"/>
  </xsl:function>

  <!-- The file as a change left it. -->
  <xsl:function name="fp:state" as="xs:string">
    <xsl:param name="change" as="element(change)"/>
    <xsl:sequence select="
      if ($change/following-sibling::change) then fp:file($change/..) || '/' || (count($change/preceding-sibling::change) + 1) else fp:file($change/..)"/>
  </xsl:function>

  <!-- Somebody by the id under which files name them. -->
  <xsl:function name="fp:agent" as="xs:string">
    <xsl:param name="id" as="xs:string"/>
    <xsl:sequence select="'ed:agent/' || $id"/>
  </xsl:function>

  <!-- A version of this program, or the program, where none is stated. -->
  <xsl:function name="fp:version" as="xs:string">
    <xsl:param name="number" as="xs:string"/>
    <xsl:sequence select="string-join(('ed:agent/teicable', $number[. ne '']), '/')"/>
  </xsl:function>

  <!-- The same as an agent. -->
  <xsl:function name="fp:program" as="element(thing)">
    <xsl:param name="number" as="xs:string"/>
    <xsl:sequence select="
      fp:thing('agent', fp:version($number), (
        fp:typed('prov:type', 'prov:SoftwareAgent', 'prov:QUALIFIED_NAME'), f:text-member('prov:label', 'teicable'), f:text-member('schema:softwareVersion', $number)))"/>
  </xsl:function>

  <!-- An entity, an activity or an agent. -->
  <xsl:function name="fp:thing" as="element(thing)">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="id" as="xs:string"/>
    <xsl:param name="members" as="element()*"/>
    <thing kind="{$kind}" id="{$id}">
      <xsl:sequence select="$members"/>
    </thing>
  </xsl:function>

  <!-- What ties two of them. -->
  <xsl:function name="fp:tie" as="element(tie)">
    <xsl:param name="kind" as="xs:string"/>
    <xsl:param name="one" as="xs:string"/>
    <xsl:param name="other" as="xs:string"/>
    <xsl:param name="members" as="element()*"/>
    <tie kind="{$kind}" a="{$one}" b="{$other}">
      <xsl:sequence select="$members"/>
    </tie>
  </xsl:function>

  <!-- A value with its type. -->
  <xsl:function name="fp:typed" as="element(j:map)">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:param name="type" as="xs:string"/>
    <j:map key="{$key}">
      <j:string key="$">{$value}</j:string>
      <j:string key="type">{$type}</j:string>
    </j:map>
  </xsl:function>

  <!-- A day, a month or a year, as it is stated. -->
  <xsl:function name="fp:day" as="element(j:map)">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="day" as="xs:string"/>
    <xsl:sequence select="
      fp:typed($key, $day, if (matches($day, '^\d{4}-\d\d-\d\d$')) then 'xsd:date' else if (matches($day, '^\d{4}-\d\d$')) then 'xsd:gYearMonth' else if (matches($day, '^\d{4}$')) then 'xsd:gYear' else 'xsd:string')"/>
  </xsl:function>

</xsl:stylesheet>
