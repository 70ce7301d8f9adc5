<?xml version="1.0" encoding="UTF-8"?>
<!-- Facts: what a file says of its document, each fact one element without a namespace (README.md lists them). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="foreign.xsl"/>

  <!-- Base name of the document's files; its id unless told otherwise. -->
  <xsl:param name="href" as="xs:string" select="''"/>

  <!-- The document. -->
  <xsl:template match="TEI" mode="m:facts" as="element(Q{}document)">
    <!-- Whether the text is read too, for indexes and counts, and of the header what only other pages ask for. -->
    <xsl:param name="whole" as="xs:boolean" select="true()"/>
    <xsl:variable name="header" as="element(teiHeader)" select="teiHeader"/>
    <xsl:variable name="item" as="element()*" select="$header/fileDesc/sourceDesc/msDesc/msContents/msItem"/>
    <document id="{@xml:id}" href="{($href[. ne ''], @xml:id)[1]}" status="{($header/revisionDesc/@status, 'draft')[1]}" lang="{@xml:lang}">
      <xsl:if test="$whole">
        <xsl:attribute name="order" select="fp:order($header)"/>
        <xsl:for-each select="sort($header/revisionDesc//change/@when ! string())[last()]">
          <xsl:attribute name="changed" select="."/>
        </xsl:for-each>
      </xsl:if>
      <title>{f:title($header)}</title>
      <xsl:apply-templates select="$header/profileDesc/creation/date[1]" mode="m:facts"/>
      <xsl:apply-templates select="$item/idno" mode="m:facts"/>
      <xsl:apply-templates select="$header/profileDesc/textClass/catRef[if ($whole) then starts-with(@scheme, 'class:') else @scheme eq 'class:doctype']" mode="m:facts"/>
      <xsl:apply-templates select="$header/profileDesc/correspDesc[$whole or not(@corresp)], $header/profileDesc[$whole]/correspDesc/correspContext/ref[@type = 'replyTo']" mode="m:facts"/>
      <xsl:apply-templates select="$item/textLang, $header/profileDesc[$whole]/langUsage/language" mode="m:facts"/>
      <xsl:apply-templates select="$header/fileDesc/sourceDesc/msDesc[1]/msIdentifier" mode="m:facts"/>
      <xsl:apply-templates select="$header/fileDesc/sourceDesc/bibl[@type = 'transcript']" mode="m:facts"/>
      <xsl:apply-templates select="$header/fileDesc/titleStmt/respStmt" mode="m:facts"/>
      <xsl:if test="$whole">
        <xsl:apply-templates select="$header/encodingDesc/appInfo/application[@ident = 'teicable'], fp:history($header/revisionDesc)" mode="m:facts"/>
      </xsl:if>
      <xsl:apply-templates select="$header/fileDesc/publicationStmt" mode="m:facts"/>
      <xsl:apply-templates select="$header/profileDesc/textClass/keywords/term, $header/profileDesc/abstract" mode="m:facts"/>
      <xsl:if test="$whole">
        <xsl:apply-templates select="text" mode="m:mentions"/>
        <xsl:apply-templates select="text" mode="m:phrases"/>
        <xsl:apply-templates select="text" mode="m:decided"/>
        <xsl:apply-templates select="$header/encodingDesc/editorialDecl/*" mode="m:facts"/>
        <xsl:apply-templates select="text" mode="m:counts"/>
        <xsl:apply-templates select="(text, standOff)//choice[sic or orig][f:edited-reading(.)]" mode="m:facts"/>
      </xsl:if>
    </document>
  </xsl:template>

  <!-- What documents are put in order by: the moment of sending where it is of the document's day, else the date; 9999
       before one without a year. -->
  <xsl:function name="fp:order" as="xs:string">
    <xsl:param name="header" as="element(teiHeader)"/>
    <xsl:variable name="date" as="xs:string" select="string($header/profileDesc/creation/date[1]/(@when, @notBefore, @from)[1])"/>
    <xsl:variable name="sent" as="xs:string*" select="
      $header/profileDesc/correspDesc[not(@corresp)]/correspAction[@type = 'sent']/date/@when[$date ne '' and starts-with(., $date)] ! string()"/>
    <xsl:sequence select="if (translate(substring($date, 1, 4), '0123456789', '0000000000') eq '0000') then ($sent[1], $date)[1] else '9999' || $date"/>
  </xsl:function>

  <!-- Date of the document. -->
  <xsl:template match="creation/date" mode="m:facts" as="element(Q{}date)">
    <date>
      <xsl:copy-of select="@when | @notBefore | @notAfter | @from | @to | @cert"/>
      <xsl:value-of select="f:dating(.)"/>
    </date>
  </xsl:template>

  <!-- A number of the document. -->
  <xsl:template match="idno" mode="m:facts" as="element(Q{}number)">
    <number type="{@type}">{normalize-space()}</number>
  </xsl:template>

  <!-- Kind, marking or handling, named as the taxonomies name it. -->
  <xsl:template match="catRef" mode="m:facts" as="element()">
    <xsl:element name="{substring-after(@scheme, ':')}">
      <xsl:attribute name="key" select="tokenize(@target)[1]"/>
      <xsl:value-of select="tokenize(@target) ! f:term(.)" separator=", "/>
    </xsl:element>
  </xsl:template>

  <!-- Parties and times of the document itself. -->
  <xsl:template match="correspDesc" mode="m:facts" as="element()*">
    <xsl:apply-templates select="correspAction" mode="m:facts"/>
  </xsl:template>

  <!-- An enclosed message, with its own. -->
  <xsl:template match="correspDesc[@corresp]" mode="m:facts" as="element(Q{}enclosed)">
    <enclosed id="{substring-after(@corresp, '#')}">
      <xsl:apply-templates select="correspAction" mode="m:facts"/>
    </enclosed>
  </xsl:template>

  <!-- A document of the edition that this one answers; none where nobody says which file it is. -->
  <xsl:template match="correspContext/ref" mode="m:facts" as="element(Q{}answers)?">
    <xsl:if test="matches(@target, '^(\.\./tei/)?[^/#:]+\.xml(#|$)')">
      <answers id="{replace(@target, '^(.*/)?([^/#]+)\.xml(#.*)?$', '$2')}">{normalize-space()}</answers>
    </xsl:if>
  </xsl:template>

  <!-- Who took part in one action, as far as the source says it; when it happened. -->
  <xsl:template match="correspAction" mode="m:facts" as="element()*">
    <xsl:apply-templates select="(persName | orgName | name | placeName)[not(@resp = '#teicable')]" mode="m:facts"/>
    <xsl:for-each select="date[@when]">
      <xsl:element name="{f:event(..)}">
        <xsl:copy-of select="@when | @cert"/>
        <xsl:value-of select="f:date-in-words(@when)"/>
      </xsl:element>
    </xsl:for-each>
  </xsl:template>

  <!-- One party: its words, its pointer, whether a cover name, and the name the edition knows. -->
  <xsl:template match="correspAction/*" mode="m:facts" as="element(Q{}party)">
    <xsl:variable name="known" as="xs:string?" select="f:main-name(@ref)"/>
    <party role="{(f:leg(..), 'encipherment')[1]}" kind="{if (self::orgName) then 'org' else if (self::placeName) then 'place' else 'person'}">
      <xsl:copy-of select="@ref | @cert"/>
      <xsl:if test="@type = 'pseudo'">
        <xsl:attribute name="pseudo" select="'true'"/>
      </xsl:if>
      <xsl:if test="../note[@type = 'alternative']">
        <xsl:attribute name="alternative" select="'true'"/>
      </xsl:if>
      <xsl:if test="exists($known)">
        <xsl:attribute name="name" select="$known"/>
        <xsl:for-each select="f:filed-name(@ref)[. ne $known]">
          <xsl:attribute name="filed" select="."/>
        </xsl:for-each>
        <xsl:for-each select="fp:registered(@ref)">
          <xsl:attribute name="uri" select="."/>
        </xsl:for-each>
      </xsl:if>
      <xsl:value-of select="normalize-space()"/>
    </party>
  </xsl:template>

  <!-- Registers that give addresses for good, and how these begin. -->
  <xsl:variable name="fp:registers" as="map(xs:string, xs:string)" select="map {
    'GND': 'https://d-nb.info/gnd/', 'VIAF': 'http://viaf.org/viaf/', 'LC': 'http://id.loc.gov/authorities/names/',
    'Wikidata': 'http://www.wikidata.org/entity/', 'GeoNames': 'https://www.geonames.org/' }"/>

  <!-- The address of a pointer's bearer in a register that gives addresses for good. Those that libraries keep come first:
       by their addresses other editions and correspSearch know whom they have in common. A place has its number in GeoNames. -->
  <xsl:function name="fp:registered" as="xs:string?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:sequence select="
      let $entry := f:entry($pointer)
      return (for $register in ('GeoNames', 'GND', 'VIAF', 'LC', 'Wikidata') return $entry/idno[@type = $register] ! ($fp:registers?($register) || normalize-space(.)))[1]"/>
  </xsl:function>

  <!-- Where the transcript came from, and what its page says of rights. -->
  <xsl:template match="bibl[@type = 'transcript']" mode="m:facts" as="element()*">
    <xsl:if test="idno[@type = ('filename', 'sha256')]">
      <source>
        <xsl:for-each select="idno[@type = 'filename'][1]">
          <xsl:attribute name="name" select="normalize-space()"/>
        </xsl:for-each>
        <xsl:for-each select="idno[@type = 'sha256'][1]">
          <xsl:attribute name="sha256" select="normalize-space()"/>
        </xsl:for-each>
      </source>
    </xsl:if>
    <xsl:for-each select="idno[@type = ('URI', 'URL', 'record')]">
      <transcript type="{@type}">{normalize-space()}</transcript>
    </xsl:for-each>
    <xsl:for-each select="date[@type = 'accessed'][@when]">
      <accessed when="{@when}">{f:dating(.)}</accessed>
    </xsl:for-each>
    <xsl:for-each select="availability/p[not(@resp = '#teicable')]">
      <rights>
        <xsl:copy-of select="../@status"/>
        <xsl:value-of select="normalize-space()"/>
      </rights>
    </xsl:for-each>
  </xsl:template>

  <!-- The program that converted it. -->
  <xsl:template match="application" mode="m:facts" as="element(Q{}software)">
    <software version="{@version}"/>
  </xsl:template>

  <!-- What was done to the file, in time, whichever end its history begins with. -->
  <xsl:function name="fp:history" as="element(change)*">
    <xsl:param name="revision" as="element(revisionDesc)?"/>
    <xsl:variable name="changes" as="element(change)*" select="$revision//change"/>
    <xsl:variable name="dates" as="xs:string*" select="$changes/@when ! string()"/>
    <xsl:sequence select="if ($dates[1] gt $dates[last()]) then reverse($changes) else $changes"/>
  </xsl:function>

  <!-- One thing that was done, when and by whom. -->
  <xsl:template match="change" mode="m:facts" as="element(Q{}change)">
    <change who="{tokenize(@who) ! (if (starts-with(., '#')) then substring(., 2) else .)}">
      <!-- Not “when”: that is the time of what happened to the document itself. -->
      <xsl:for-each select="@when">
        <xsl:attribute name="day" select="."/>
      </xsl:for-each>
      <xsl:value-of select="normalize-space()"/>
    </change>
  </xsl:template>

  <!-- Who has a share in the file; nobody where that is not stated. -->
  <xsl:template match="respStmt" mode="m:facts" as="element(Q{}credit)*">
    <xsl:for-each select="(persName | orgName | name)[not(ancestor-or-self::*/@resp = '#teicable')]">
      <credit share="{normalize-space(../resp[1])}">
        <xsl:for-each select="../@xml:id">
          <xsl:attribute name="id" select="."/>
        </xsl:for-each>
        <xsl:value-of select="normalize-space()"/>
      </credit>
    </xsl:for-each>
  </xsl:template>

  <!-- What the file says of the edition that it is part of. -->
  <xsl:template match="publicationStmt" mode="m:facts" as="element(Q{}publication)?">
    <xsl:variable name="said" as="attribute()*">
      <xsl:attribute name="title" select="normalize-space(../seriesStmt[1]/title[1])"/>
      <xsl:attribute name="number" select="string(../editionStmt[1]/edition[1]/@n)"/>
      <xsl:attribute name="publisher" select="normalize-space(publisher[not(@resp = '#teicable')][1])"/>
      <xsl:attribute name="date" select="string(date[1]/@when)"/>
      <xsl:attribute name="doi" select="normalize-space(idno[@type = 'DOI'][1])"/>
      <xsl:attribute name="licence" select="string(availability[1]/licence[1]/@target)"/>
    </xsl:variable>
    <xsl:if test="exists($said[. ne ''])">
      <publication>
        <xsl:sequence select="$said[. ne '']"/>
      </publication>
    </xsl:if>
  </xsl:template>

  <!-- A subject that the archive gives. -->
  <xsl:template match="term" mode="m:facts" as="element(Q{}subject)">
    <subject>{normalize-space()}</subject>
  </xsl:template>

  <!-- Language of the original. -->
  <xsl:template match="textLang" mode="m:facts" as="element(Q{}original)">
    <original lang="{@mainLang}"/>
  </xsl:template>

  <!-- A language of the file. -->
  <xsl:template match="language" mode="m:facts" as="element(Q{}language)">
    <language ident="{@ident}">{normalize-space()}</language>
  </xsl:template>

  <!-- Where the original is; nothing where that is not stated. -->
  <xsl:template match="msIdentifier" mode="m:facts" as="element()*">
    <xsl:for-each select="repository[not(@resp = '#teicable')], idno">
      <xsl:element name="{if (self::repository) then 'repository' else 'shelfmark'}">{normalize-space()}</xsl:element>
    </xsl:for-each>
  </xsl:template>

  <!-- The summary. -->
  <xsl:template match="abstract" mode="m:facts" as="element(Q{}summary)">
    <summary resp="{@resp}">{f:reading(.)}</summary>
  </xsl:template>

  <!-- Who and what is named in the text, how often and in which forms: the base of indexes. -->
  <xsl:template match="text" mode="m:mentions" as="element(Q{}mention)*">
    <xsl:for-each-group select=".//(persName | placeName | orgName | name | rs)[@ref]" group-by="tokenize(@ref)">
      <xsl:sort select="current-grouping-key()"/>
      <xsl:variable name="known" as="xs:string?" select="f:main-name(current-grouping-key())"/>
      <mention ref="{current-grouping-key()}" count="{count(current-group())}">
        <xsl:if test="exists($known)">
          <xsl:attribute name="name" select="$known"/>
          <xsl:for-each select="fp:registered(current-grouping-key())">
            <xsl:attribute name="uri" select="."/>
          </xsl:for-each>
        </xsl:if>
        <xsl:for-each-group select="current-group()" group-by="f:reading(.) || '|' || @type">
          <form>
            <xsl:if test="@type = 'pseudo'">
              <xsl:attribute name="pseudo" select="'true'"/>
            </xsl:if>
            <xsl:value-of select="f:reading(.)"/>
          </form>
        </xsl:for-each-group>
      </mention>
    </xsl:for-each-group>
  </xsl:template>

  <!-- What was decided about words of the text, by rule and by the grounds for it, and how surely. -->
  <xsl:template match="text" mode="m:decided" as="element(Q{}decided)*">
    <xsl:for-each-group select=".//*[@ana]" group-by="normalize-space(@ana)">
      <xsl:sort select="current-grouping-key()"/>
      <decided ana="{current-grouping-key()}" count="{count(current-group())}" medium="{count(current-group()[@cert = 'medium'])}" low="{count(current-group()[@cert = 'low'])}"/>
    </xsl:for-each-group>
  </xsl:template>

  <!-- A principle that the file declares. -->
  <xsl:template match="editorialDecl/*" mode="m:facts" as="element(Q{}principle)">
    <principle of="{local-name()}" lang="{f:language-of(.)}">{normalize-space()}</principle>
  </xsl:template>

  <!-- A word that an editor of the edition corrected or normalised: both readings, who answers for it, in which block. -->
  <xsl:template match="choice" mode="m:facts" as="element(Q{}correction)">
    <correction source="{f:source-reading(.)}" by="{f:editor-names(f:edited-reading(.))}" lang="{f:language-of(.)}">
      <xsl:for-each select="ancestor::*[self::p or self::ab or self::item or self::note][@xml:id][1]/@xml:id">
        <xsl:attribute name="in" select="."/>
      </xsl:for-each>
      <xsl:value-of select="f:reading(f:edited-reading(.))"/>
    </correction>
  </xsl:template>

  <!-- How much of what the text holds. -->
  <xsl:template match="text" mode="m:counts" as="element(Q{}counts)">
    <counts words="{count(tokenize(f:reading(.)))}" brackets="{count(.//*[tokenize(@rendition) = '#lsqb'])}" foreign="{count(.//foreign)}" supplied="{count(.//(supplied | ex))}" edited="{count(.//*[f:is-edited(.)])}" notes="{count(.//note)}"
      gaps="{count(.//gap)}" unclear="{count(.//unclear)}" unparsed="{count(.//(seg | ab)[@type = 'unparsed'])}"
      enclosed="{count(.//floatingText)}" decided="{count(.//*[@ana])}" uncertain="{count(.//*[@cert = 'low'])}"/>
  </xsl:template>

</xsl:stylesheet>
