<?xml version="1.0" encoding="UTF-8"?>
<!-- Deposit: the record of an edition or a document, in terms of no repository (README.md lists its elements). What is not
     known leaves no element: a repository is told nothing that nobody stated. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Of how many documents the record of their edition says what is of each alone: its page, its shelfmark, what it was
       made from. Of more than these, only the record of each says so. -->
  <xsl:variable name="fp:listed" as="xs:integer" select="100"/>

  <!-- The edition: what is said of it, and of its documents together. They may come some at a time; then the record of those
       before stands behind them. -->
  <xsl:template match="edition" mode="m:deposit" as="element(deposit)">
    <xsl:variable name="before" as="element(deposit)?" select="deposit"/>
    <xsl:variable name="days" as="xs:string*" select="sort((document ! f:day(.), $before/date[@type = 'created']/(@from, @to) ! string()))"/>
    <xsl:variable name="documents" as="xs:integer" select="sum((count(document), $before/@documents)) ! xs:integer(.)"/>
    <xsl:variable name="restricted" as="xs:integer" select="sum((count(document[not(fp:may-be-passed-on(.))]), $before/@restricted)) ! xs:integer(.)"/>
    <xsl:variable name="all" as="xs:boolean" select="$documents le $fp:listed"/>
    <deposit scope="edition" text="{if ($restricted lt $documents) then 'permitted' else 'restricted'}" documents="{$documents}" restricted="{$restricted}">
      <xsl:sequence select="fp:publication(.)"/>
      <xsl:for-each select="@doi[. ne '']">
        <identifier type="DOI">{.}</identifier>
      </xsl:for-each>
      <xsl:for-each select="@address[. ne '']">
        <identifier type="URL">{.}</identifier>
      </xsl:for-each>
      <title>{@title}</title>
      <xsl:for-each select="@description[. ne '']">
        <description>{.}</description>
      </xsl:for-each>
      <xsl:sequence select="fp:editors(.)"/>
      <xsl:sequence select="fp:united(($before/agent[@role = 'translator'], fp:credited(document)[@role = 'translator']), true())"/>
      <xsl:sequence select="fp:united(($before/agent[@credited], fp:credited(document)[@credited]), true())"/>
      <xsl:if test="exists($days)">
        <date type="created" from="{$days[1]}" to="{$days[last()]}"/>
      </xsl:if>
      <xsl:sequence select="fp:united(($before/language, fp:languages(document))[@role = 'text'], true())"/>
      <xsl:sequence select="fp:united(($before/language, fp:languages(document))[@role = 'original'], true())"/>
      <xsl:sequence select="fp:subjects((tokenize(@keywords, ';\s*'), $before/subject ! string(), document/subject ! string()))"/>
      <xsl:sequence select="fp:entities((document, $before))"/>
      <xsl:for-each-group select="($before/rights, fp:rights(., document))" group-by="@layer">
        <xsl:sort select="index-of(('document', 'translation', 'encoding'), @layer)"/>
        <xsl:sequence select="fp:united(current-group(), false())"/>
      </xsl:for-each-group>
      <xsl:sequence select="fp:united(($before/held, fp:held(document)) ! fp:kept(., $all), true())"/>
      <xsl:sequence select="if ($all) then ($before/relation, fp:relations(document)) => fp:united(false()) else ()"/>
      <xsl:sequence select="if ($all) then ($before/part, fp:parts(document)) else ()"/>
    </deposit>
  </xsl:template>

  <!-- One document, as part of its edition. -->
  <xsl:template match="document" mode="m:deposit" as="element(deposit)">
    <xsl:variable name="edition" as="element(edition)" select="parent::edition"/>
    <deposit scope="document" id="{@id}" href="{@href}" status="{@status}" text="{if (fp:may-be-passed-on(.)) then 'permitted' else 'restricted'}">
      <xsl:sequence select="fp:publication($edition)"/>
      <xsl:for-each select="f:address(., f:file(., 'page'))">
        <identifier type="URL">{.}</identifier>
      </xsl:for-each>
      <xsl:for-each select="number">
        <identifier type="number" of="{@type}">{.}</identifier>
      </xsl:for-each>
      <title>{title}</title>
      <!-- The archive's summary is the archive's text. -->
      <xsl:for-each select="summary[fp:may-be-passed-on(..) or not(@resp = '#archive')]">
        <description resp="{@resp}">{.}</description>
      </xsl:for-each>
      <xsl:for-each select="doctype, classification, handling">
        <term of="{local-name()}" key="{@key}">{.}</term>
      </xsl:for-each>
      <xsl:for-each select="f:parties(., 'from')">
        <xsl:sequence select="fp:party(., 'sender')"/>
      </xsl:for-each>
      <xsl:for-each select="f:parties(., 'to')">
        <xsl:sequence select="fp:party(., 'addressee')"/>
      </xsl:for-each>
      <xsl:sequence select="fp:editors($edition), fp:credited(.)"/>
      <xsl:for-each select="date">
        <date type="created">
          <xsl:copy-of select="@when | @notBefore | @notAfter | @from | @to"/>
          <xsl:value-of select="."/>
        </date>
      </xsl:for-each>
      <xsl:for-each select="sent[1], received[1]">
        <date type="{local-name()}" when="{@when}">{.}</date>
      </xsl:for-each>
      <xsl:sequence select="fp:languages(.), fp:subjects((tokenize($edition/@keywords, ';\s*'), subject ! string()))"/>
      <xsl:sequence select="fp:entities(.), fp:rights($edition, .), fp:held(.), fp:relations(.)"/>
      <relation type="IsPartOf">
        <xsl:for-each select="($edition/@doi[. ne ''], $edition/@address[. ne ''])[1]">
          <xsl:attribute name="kind" select="if (. is $edition/@doi) then 'DOI' else 'URL'"/>
          <xsl:attribute name="identifier" select="."/>
        </xsl:for-each>
        <xsl:value-of select="$edition/@title"/>
      </relation>
    </deposit>
  </xsl:template>

  <!-- The documents, in order of time. -->
  <xsl:function name="fp:parts" as="element(part)*">
    <xsl:param name="documents" as="element(document)*"/>
    <xsl:for-each select="$documents">
      <xsl:sort select="@order"/>
      <xsl:sort select="@id"/>
      <part id="{@id}" href="{@href}" status="{@status}" text="{if (fp:may-be-passed-on(.)) then 'permitted' else 'restricted'}">
        <xsl:for-each select="f:day(.)">
          <xsl:attribute name="date" select="."/>
        </xsl:for-each>
        <xsl:for-each select="f:address(., f:file(., 'page'))">
          <xsl:attribute name="address" select="."/>
        </xsl:for-each>
        <xsl:value-of select="title"/>
      </part>
    </xsl:for-each>
  </xsl:function>

  <!-- Statements, each once; sorted by what they say, or in the order in which they came. -->
  <xsl:function name="fp:united" as="element()*">
    <xsl:param name="statements" as="element()*"/>
    <xsl:param name="sorted" as="xs:boolean"/>
    <xsl:variable name="each" as="element()*">
      <xsl:for-each-group select="$statements" group-by="string-join((local-name(), sort(@* ! (name() || '=' || .)), string()), '&#9;')">
        <xsl:sequence select="."/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="if ($sorted) then sort($each, (), function($one) { string-join(($one/(@repository, @name, @code, @ref), string($one)), '&#9;') }) else $each"/>
  </xsl:function>

  <!-- Where originals are kept, with their shelfmarks or without them. -->
  <xsl:function name="fp:kept" as="element(held)?">
    <xsl:param name="held" as="element(held)"/>
    <xsl:param name="in-full" as="xs:boolean"/>
    <xsl:choose>
      <xsl:when test="$in-full">
        <xsl:sequence select="$held"/>
      </xsl:when>
      <xsl:when test="$held/@repository">
        <held repository="{$held/@repository}"/>
      </xsl:when>
    </xsl:choose>
  </xsl:function>

  <!-- Whether the words of a document may be passed on: the edition says so of all, or its own file of itself. -->
  <xsl:function name="fp:may-be-passed-on" as="xs:boolean">
    <xsl:param name="document" as="element(document)"/>
    <xsl:sequence select="$document/parent::edition/@text = 'permitted' or $document/rights/@status = 'free'"/>
  </xsl:function>

  <!-- Who publishes, when, which version, made by which program. -->
  <xsl:function name="fp:publication" as="element(publication)">
    <xsl:param name="edition" as="element(edition)"/>
    <publication edition="{$edition/@title}" lang="{$edition/@lang}" software="{$edition/@version}">
      <xsl:for-each select="$edition/(@publisher, @date, @contact)[. ne '']">
        <xsl:copy-of select="."/>
      </xsl:for-each>
      <xsl:for-each select="$edition/@number[. ne '']">
        <xsl:attribute name="version" select="."/>
      </xsl:for-each>
    </publication>
  </xsl:function>

  <!-- Those who answer for the edition. -->
  <xsl:function name="fp:editors" as="element(agent)*">
    <xsl:param name="edition" as="element(edition)"/>
    <xsl:for-each select="$edition/editor">
      <agent role="{if (lower-case(@role) = ('', 'editor')) then 'editor' else 'contributor'}" kind="person" name="{@name}">
        <xsl:copy-of select="(@sort, @orcid, @affiliation)[. ne '']"/>
        <xsl:if test="not(lower-case(@role) = ('', 'editor'))">
          <xsl:attribute name="share" select="@role"/>
        </xsl:if>
      </agent>
    </xsl:for-each>
  </xsl:function>

  <!-- Translators and contributors whom documents name, each once. -->
  <xsl:function name="fp:credited" as="element(agent)*">
    <xsl:param name="documents" as="element(document)*"/>
    <xsl:for-each-group select="$documents/credit[@id = 'translator']" group-by="string()">
      <xsl:sort select="current-grouping-key()"/>
      <agent role="translator" kind="person" name="{current-grouping-key()}"/>
    </xsl:for-each-group>
    <xsl:for-each-group select="$documents/credit[not(@id)]" group-by="string()">
      <xsl:sort select="current-grouping-key()"/>
      <agent role="contributor" kind="person" name="{current-grouping-key()}" share="{@share}" credited="true"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Who sent or received a document: the person behind a cover name, with the words of the document. -->
  <xsl:function name="fp:party" as="element(agent)">
    <xsl:param name="party" as="element(party)"/>
    <xsl:param name="role" as="xs:string"/>
    <agent role="{$role}" kind="{if ($party/@kind = 'org') then 'organisation' else 'person'}" name="{f:party-name($party)}">
      <xsl:if test="f:sorted-name($party) ne f:party-name($party)">
        <xsl:attribute name="sort" select="f:sorted-name($party)"/>
      </xsl:if>
      <xsl:copy-of select="$party/(@ref, @uri, @cert)"/>
      <xsl:if test="string($party) ne f:party-name($party)">
        <xsl:attribute name="as" select="$party"/>
      </xsl:if>
    </agent>
  </xsl:function>

  <!-- Languages of the texts, and those they were translated from. -->
  <xsl:function name="fp:languages" as="element(language)*">
    <xsl:param name="documents" as="element(document)*"/>
    <xsl:for-each select="sort(distinct-values($documents/@lang ! string())[. ne ''])">
      <language role="text" code="{.}"/>
    </xsl:for-each>
    <xsl:for-each select="sort(distinct-values($documents/original/@lang ! string())[. ne ''])">
      <language role="original" code="{.}"/>
    </xsl:for-each>
  </xsl:function>

  <!-- Subjects, each once, in their order. -->
  <xsl:function name="fp:subjects" as="element(subject)*">
    <xsl:param name="words" as="xs:string*"/>
    <xsl:for-each select="distinct-values($words ! normalize-space(.))[. ne '']">
      <subject>{.}</subject>
    </xsl:for-each>
  </xsl:function>

  <!-- Persons, organisations and places that the edition knows: corresponding or named in the text. -->
  <xsl:function name="fp:entities" as="element()*">
    <xsl:param name="documents" as="element()*"/>
    <xsl:for-each-group select="$documents/(party[@name] | mention[@name] | person | organisation | place)" group-by="tokenize(@ref)[1]">
      <xsl:sort select="current-grouping-key()"/>
      <xsl:variable name="kind" as="xs:string" select="substring-before(current-grouping-key(), ':')"/>
      <xsl:if test="$kind = ('person', 'org', 'place')">
        <xsl:element name="{if ($kind eq 'org') then 'organisation' else $kind}">
          <xsl:attribute name="ref" select="current-grouping-key()"/>
          <xsl:for-each select="(current-group()/@uri)[1]">
            <xsl:attribute name="uri" select="."/>
          </xsl:for-each>
          <xsl:value-of select="(@name, .)[1]"/>
        </xsl:element>
      </xsl:if>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Rights in three layers: in the documents, in their translations, in the encoding. -->
  <xsl:function name="fp:rights" as="element(rights)*">
    <xsl:param name="edition" as="element(edition)"/>
    <xsl:param name="documents" as="element(document)*"/>
    <xsl:for-each select="$edition/@document-rights[. ne '']">
      <rights layer="document">{.}</rights>
    </xsl:for-each>
    <xsl:for-each-group select="$documents/rights" group-by="string()">
      <rights layer="document">
        <xsl:copy-of select="@status"/>
        <xsl:value-of select="."/>
      </rights>
    </xsl:for-each-group>
    <xsl:for-each select="$edition/@translation-rights[. ne '']">
      <rights layer="translation">{.}</rights>
    </xsl:for-each>
    <xsl:for-each select="$edition/@licence[. ne '']">
      <rights layer="encoding" uri="{.}">{($edition/@licence-text[. ne ''], .)[1]}</rights>
    </xsl:for-each>
  </xsl:function>

  <!-- Where the originals are kept. -->
  <xsl:function name="fp:held" as="element(held)*">
    <xsl:param name="documents" as="element(document)*"/>
    <xsl:for-each-group select="$documents[repository or shelfmark]" group-by="string-join((repository[1], shelfmark), ', ')">
      <xsl:sort select="current-grouping-key()"/>
      <held>
        <xsl:for-each select="repository[1]">
          <xsl:attribute name="repository" select="."/>
        </xsl:for-each>
        <xsl:value-of select="shelfmark" separator=", "/>
      </held>
    </xsl:for-each-group>
  </xsl:function>

  <!-- What the texts were made from: the page of the transcript, and the original, which has no address. -->
  <xsl:function name="fp:relations" as="element(relation)*">
    <xsl:param name="documents" as="element(document)*"/>
    <xsl:for-each-group select="$documents/transcript[@type = ('URI', 'URL')]" group-by="string()">
      <xsl:sort select="current-grouping-key()"/>
      <relation type="IsDerivedFrom" kind="URL" identifier="{current-grouping-key()}"/>
    </xsl:for-each-group>
    <xsl:for-each-group select="$documents[original][shelfmark]" group-by="f:held(.)">
      <xsl:sort select="current-grouping-key()"/>
      <relation type="IsTranslationOf" kind="shelfmark" identifier="{current-grouping-key()}"/>
    </xsl:for-each-group>
  </xsl:function>

</xsl:stylesheet>
