<?xml version="1.0" encoding="UTF-8"?>
<!-- Table: the facts of all documents as CSV (RFC 4180), one row a document; several values stand with “; ” between them. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The rows under their heading; the program that writes the file ends lines as the RFC wants them. -->
  <xsl:template match="edition" mode="m:table" as="xs:string">
    <xsl:variable name="nothing" as="element(document)">
      <document/>
    </xsl:variable>
    <xsl:variable name="rows" as="xs:string+" select="
      string-join(fp:cells($nothing)/@name, ','), document ! string-join(fp:cells(.) ! fp:quoted(.), ',')"/>
    <xsl:sequence select="string-join($rows, '&#10;')"/>
  </xsl:template>

  <!-- The cells of a row, each with the name of its column. -->
  <xsl:function name="fp:cells" as="element(cell)+">
    <xsl:param name="document" as="element(document)"/>
    <xsl:for-each select="$document">
      <cell name="id">{@id}</cell>
      <cell name="title">{title}</cell>
      <cell name="page">{(f:address(., f:file(., 'page')), f:file(., 'page'))[1]}</cell>
      <cell name="status">{@status}</cell>
      <cell name="changed">{@changed}</cell>
      <cell name="language">{@lang}</cell>
      <cell name="original_language">{original/@lang}</cell>
      <cell name="date">{date/@when}</cell>
      <cell name="date_earliest">{date/(@from, @notBefore)[1]}</cell>
      <cell name="date_latest">{date/(@to, @notAfter)[1]}</cell>
      <cell name="date_certainty">{date/@cert}</cell>
      <cell name="date_in_words">{date}</cell>
      <cell name="numbers">{fp:list(number ! (@type || ' ' || .))}</cell>
      <cell name="kind">{fp:list(doctype)}</cell>
      <cell name="classification">{fp:list(classification)}</cell>
      <cell name="handling">{fp:list(handling)}</cell>
      <xsl:for-each select="('from', 'via', 'to', 'copy', 'encipherment')">
        <xsl:variable name="parties" as="element(party)*" select="$document/party[@role eq current()]"/>
        <cell name="{.}">{fp:list($parties[not(@kind = 'place')])}</cell>
        <cell name="{.}_names">{fp:list($parties[not(@kind = 'place')] ! f:party-name(.))}</cell>
        <cell name="{.}_refs">{fp:list($parties[not(@kind = 'place')]/@ref)}</cell>
        <cell name="{.}_places">{fp:list($parties[@kind = 'place'] ! f:party-name(.))}</cell>
      </xsl:for-each>
      <cell name="times">{fp:list(*[@when][not(self::date or self::accessed)] ! (local-name() || ' ' || @when))}</cell>
      <cell name="enclosed">{fp:list(enclosed ! (@id || ': ' || string-join((party[@role = 'from'], '→', party[@role = 'to']), ' ')))}</cell>
      <cell name="repository">{fp:list(repository)}</cell>
      <cell name="shelfmark">{fp:list(shelfmark)}</cell>
      <cell name="transcript_address">{fp:list(transcript[@type = ('URI', 'URL')])}</cell>
      <cell name="transcript_record">{fp:list(transcript[@type = 'record'])}</cell>
      <cell name="accessed">{accessed/@when}</cell>
      <cell name="translators">{fp:list(f:translators(.))}</cell>
      <cell name="credits">{fp:list(credit[not(@id = 'translator')] ! (. || ' (' || @share || ')'))}</cell>
      <cell name="rights">{string-join(rights, ' ')}</cell>
      <cell name="subjects">{fp:list(subject)}</cell>
      <cell name="summary">{summary}</cell>
      <cell name="persons_named">{fp:list(mention[starts-with(@ref, 'person:')]/@ref)}</cell>
      <cell name="organisations_named">{fp:list(mention[starts-with(@ref, 'org:')]/@ref)}</cell>
      <cell name="places_named">{fp:list(mention[starts-with(@ref, 'place:')]/@ref)}</cell>
      <xsl:for-each select="('words', 'foreign', 'supplied', 'edited', 'notes', 'gaps', 'unclear', 'unparsed', 'enclosed', 'decided', 'uncertain')">
        <cell name="count_{.}">{$document/counts/@*[local-name() eq current()]}</cell>
      </xsl:for-each>
    </xsl:for-each>
  </xsl:function>

  <!-- Several values in one cell. -->
  <xsl:function name="fp:list" as="xs:string">
    <xsl:param name="values" as="item()*"/>
    <xsl:sequence select="string-join($values ! normalize-space(.), '; ')"/>
  </xsl:function>

  <!-- A cell as CSV has it. -->
  <xsl:function name="fp:quoted" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="if (matches($value, '[,&quot;&#10;&#13;]')) then '&quot;' || replace($value, '&quot;', '&quot;&quot;') || '&quot;' else $value"/>
  </xsl:function>

</xsl:stylesheet>
