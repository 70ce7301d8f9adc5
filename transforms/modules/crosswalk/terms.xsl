<?xml version="1.0" encoding="UTF-8"?>
<!-- Terms that several formats share: who counts as a creator, what kind of thing is deposited, what a licence is called. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- What stands in the package: a line each, with path (of a folder with a stroke at its end), key of what it is, media
       type, parted by tabulators. -->
  <xsl:param name="contents" as="xs:string" select="''"/>

  <!-- The same as elements “file” and “folder”. -->
  <xsl:function name="f:contents" as="element()*">
    <xsl:for-each select="tokenize($contents, '\n')">
      <xsl:variable name="cells" as="xs:string*" select="tokenize(., '\t')"/>
      <xsl:element name="{if (ends-with($cells[1], '/')) then 'folder' else 'file'}">
        <xsl:attribute name="path" select="$cells[1]"/>
        <xsl:attribute name="what" select="$cells[2]"/>
        <xsl:if test="$cells[3] ne ''">
          <xsl:attribute name="type" select="$cells[3]"/>
        </xsl:if>
      </xsl:element>
    </xsl:for-each>
  </xsl:function>

  <!-- The creators: of a document its senders, else whoever edits; of an edition its editors. -->
  <xsl:function name="f:creators" as="element(agent)*">
    <xsl:param name="record" as="element(deposit)"/>
    <xsl:variable name="senders" as="element(agent)*" select="$record/agent[@role = 'sender']"/>
    <xsl:sequence select="if (exists($senders)) then $senders else $record/agent[@role = 'editor']"/>
  </xsl:function>

  <!-- All others who had a part in what is deposited. -->
  <xsl:function name="f:contributors" as="element(agent)*">
    <xsl:param name="record" as="element(deposit)"/>
    <xsl:sequence select="$record/agent except f:creators($record)"/>
  </xsl:function>

  <!-- The name as a list has it; undivided where nobody says how it divides. -->
  <xsl:function name="f:listed-name" as="xs:string">
    <xsl:param name="agent" as="element(agent)"/>
    <xsl:sequence select="string(($agent/@sort, $agent/@name)[1])"/>
  </xsl:function>

  <!-- Family name and given names, where somebody says how a name divides. -->
  <xsl:function name="f:divided" as="xs:string*">
    <xsl:param name="agent" as="element(agent)"/>
    <xsl:sequence select="$agent[@kind = 'person']/@sort[contains(., ', ')] ! (substring-before(., ', '), substring-after(., ', '))"/>
  </xsl:function>

  <!-- What is deposited, in words. -->
  <xsl:function name="f:kind-in-words" as="xs:string">
    <xsl:param name="record" as="element(deposit)"/>
    <xsl:sequence select="
      if ($record/@scope = 'edition') then f:label('deposit.edition')
      else f:fill('deposit.document', map { 'kind': string(($record/term[@of = 'doctype'], f:label('deposit.cable'))[1]) })"/>
  </xsl:function>

  <!-- A span of time as ISO 8601 and RKMS have it: one day, or first and last with a stroke; repositories take none that is
       open on one side. -->
  <xsl:function name="f:span" as="xs:string?">
    <xsl:param name="date" as="element(date)"/>
    <xsl:variable name="from" as="xs:string?" select="($date/@from, $date/@notBefore)[1]"/>
    <xsl:variable name="to" as="xs:string?" select="($date/@to, $date/@notAfter)[1]"/>
    <xsl:sequence select="
      if ($date/@when) then string($date/@when)
      else if ($from eq $to) then $from
      else if (exists($from) and exists($to)) then $from || '/' || $to
      else ()"/>
  </xsl:function>

  <!-- The short name that SPDX gives a licence of Creative Commons; nothing for others. -->
  <xsl:function name="f:spdx" as="xs:string?">
    <xsl:param name="uri" as="xs:string?"/>
    <xsl:analyze-string select="string($uri)" regex="^https?://creativecommons\.org/(licenses|publicdomain)/([a-z-]+)/(\d\.\d)/?(legalcode|deed)?(\.[a-z]+)?$">
      <xsl:matching-substring>
        <xsl:sequence select="
          if (regex-group(2) eq 'zero') then 'CC0-' || regex-group(3)
          else if (regex-group(1) eq 'licenses') then 'CC-' || upper-case(regex-group(2)) || '-' || regex-group(3)
          else ()"/>
      </xsl:matching-substring>
    </xsl:analyze-string>
  </xsl:function>

  <!-- A language by the three letters of ISO 639-3; nothing for one that is not listed here. -->
  <xsl:function name="f:iso639-3" as="xs:string?">
    <xsl:param name="code" as="xs:string"/>
    <xsl:sequence select="map {
      'en': 'eng', 'ru': 'rus', 'de': 'deu', 'fr': 'fra', 'es': 'spa', 'pt': 'por', 'it': 'ita', 'pl': 'pol', 'cs': 'ces', 'sk': 'slk', 'hu': 'hun',
      'ro': 'ron', 'bg': 'bul', 'sr': 'srp', 'hr': 'hrv', 'sq': 'sqi', 'uk': 'ukr', 'be': 'bel', 'zh': 'zho', 'ko': 'kor', 'ja': 'jpn', 'vi': 'vie', 'mn': 'mon',
      'ar': 'ara', 'fa': 'fas', 'tr': 'tur', 'nl': 'nld', 'sv': 'swe', 'fi': 'fin', 'da': 'dan', 'no': 'nor', 'el': 'ell', 'he': 'heb', 'id': 'ind'
      }(tokenize($code, '-')[1])"/>
  </xsl:function>

  <!-- Rights in words, with the layer that they hold for. -->
  <xsl:function name="f:rights-in-words" as="xs:string">
    <xsl:param name="rights" as="element(rights)"/>
    <xsl:sequence select="f:label('deposit.rights.' || $rights/@layer) || ': ' || $rights"/>
  </xsl:function>

  <!-- Where the originals are, in words. -->
  <xsl:function name="f:originals" as="xs:string?">
    <xsl:param name="record" as="element(deposit)"/>
    <xsl:variable name="places" as="xs:string*" select="$record/held ! string-join((@repository, .[. ne '']), ', ')"/>
    <xsl:sequence select="f:fill('deposit.originals', map { 'places': string-join($places, '; ') })[exists($places)]"/>
  </xsl:function>

</xsl:stylesheet>
