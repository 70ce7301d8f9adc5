<?xml version="1.0" encoding="UTF-8"?>
<!-- Citation: what a document is called where it is cited, from its facts; the citation in words, and the files for
     programs that keep references. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- What edition.toml says, as an element “edition”; without it what the file says of its edition serves. -->
  <xsl:param name="edition" as="document-node()?" select="()"/>

  <!-- What is said of the edition of a document: by whoever gathered the documents, by the program, by its own file. -->
  <xsl:function name="f:edition-of" as="element()?">
    <xsl:param name="document" as="element(document)"/>
    <xsl:sequence select="($document/parent::edition, $edition/edition, $document/publication)[1]"/>
  </xsl:function>

  <!-- The address of one of the edition's files in full; nothing where the edition states no address. -->
  <xsl:function name="f:address" as="xs:string?">
    <xsl:param name="document" as="element(document)"/>
    <xsl:param name="file" as="xs:string"/>
    <xsl:sequence select="f:edition-of($document)/@address[. ne ''] ! iri-to-uri(. || $file)"/>
  </xsl:function>

  <!-- Where a form of a document stands in the site: page, tei, pdf, text, csl, bibtex or ris. -->
  <xsl:function name="f:file" as="xs:string">
    <xsl:param name="document" as="element(document)"/>
    <xsl:param name="form" as="xs:string"/>
    <xsl:sequence select="
      if ($form eq 'page') then $document/@href || '.html'
      else $form || '/' || $document/@href || '.' || map {
        'tei': 'xml', 'pdf': 'pdf', 'text': 'txt', 'csl': 'json', 'bibtex': 'bib', 'ris': 'ris' }($form)"/>
  </xsl:function>

  <!-- The media type of a form. -->
  <xsl:function name="f:media-type" as="xs:string">
    <xsl:param name="form" as="xs:string"/>
    <xsl:sequence select="map {
      'page': 'text/html', 'tei': 'application/tei+xml', 'pdf': 'application/pdf', 'text': 'text/plain',
      'csl': 'application/vnd.citationstyles.csl+json', 'bibtex': 'application/x-bibtex', 'ris': 'application/x-research-info-systems' }($form)"/>
  </xsl:function>

  <!-- What schema.org calls a document. -->
  <xsl:function name="f:kind" as="xs:string">
    <xsl:param name="document" as="element(document)"/>
    <xsl:sequence select="if (f:is-message($document)) then 'Message' else 'CreativeWork'"/>
  </xsl:function>

  <!-- The address under which a document is cited: of its page, else the DOI of the edition. -->
  <xsl:function name="f:cited-address" as="xs:string?">
    <xsl:param name="document" as="element(document)"/>
    <xsl:sequence select="
      (f:address($document, f:file($document, 'page')), f:edition-of($document)/@doi[. ne ''] ! ('https://doi.org/' || .))[1]"/>
  </xsl:function>

  <!-- Who plays a part in the document itself: persons before the offices they stand for, never places. -->
  <xsl:function name="f:parties" as="element(party)*">
    <xsl:param name="document" as="element(document)"/>
    <xsl:param name="role" as="xs:string"/>
    <xsl:variable name="parties" as="element(party)*" select="$document/party[@role = $role][not(@kind = 'place')]"/>
    <xsl:variable name="persons" as="element(party)*" select="$parties[@kind = 'person']"/>
    <xsl:sequence select="if (exists($persons)) then $persons else $parties"/>
  </xsl:function>

  <!-- The name of a party: that of the person, as far as it is known, not the cover name. -->
  <xsl:function name="f:party-name" as="xs:string">
    <xsl:param name="party" as="element(party)"/>
    <xsl:sequence select="string(($party/@name, $party)[1])"/>
  </xsl:function>

  <!-- The same as a list of references sorts it, “Stalin, Joseph”; undivided where nobody says how it divides. -->
  <xsl:function name="f:sorted-name" as="xs:string">
    <xsl:param name="party" as="element(party)"/>
    <xsl:sequence select="string(($party/@filed, $party/@name, $party)[1])"/>
  </xsl:function>

  <!-- The translators who are named. -->
  <xsl:function name="f:translators" as="xs:string*">
    <xsl:param name="document" as="element(document)"/>
    <xsl:sequence select="$document/credit[@id = 'translator'] ! string()"/>
  </xsl:function>

  <!-- The editors of the edition; not those with another share in it. -->
  <xsl:function name="f:edition-editors" as="xs:string*">
    <xsl:param name="document" as="element(document)"/>
    <xsl:variable name="edition" as="element()?" select="f:edition-of($document)"/>
    <xsl:sequence select="
      if ($edition/self::edition) then $edition/editor[lower-case(@role) = ('', 'editor')]/@name ! string()
      else $document/credit[@id][lower-case(@share) = 'editor'] ! string()"/>
  </xsl:function>

  <!-- Whether a document is a message from somebody to somebody; all else is cited as a manuscript. -->
  <xsl:function name="f:is-message" as="xs:boolean">
    <xsl:param name="document" as="element(document)"/>
    <xsl:variable name="parties" as="element(party)*" select="$document/party[not(@kind = 'place')]"/>
    <xsl:sequence select="$parties/@role = 'from' and $parties/@role = 'to'"/>
  </xsl:function>

  <!-- The day of a document, or the earliest, as year, year and month, or whole date; nothing where the year is unknown. -->
  <xsl:function name="f:day" as="xs:string?">
    <xsl:param name="document" as="element(document)"/>
    <xsl:sequence select="$document/date/(@when, @from, @notBefore, @to, @notAfter)[1] ! substring-before(. || 'T', 'T')[translate(substring(., 1, 4), '0123456789', '0000000000') eq '0000']"/>
  </xsl:function>

  <!-- Repository and shelfmark; nothing where they are not stated. -->
  <xsl:function name="f:held" as="xs:string?">
    <xsl:param name="document" as="element(document)"/>
    <xsl:sequence select="string-join(($document/repository[1], $document/shelfmark), ', ')[. ne '']"/>
  </xsl:function>

  <!-- Names in a row: “A, B and C”. -->
  <xsl:function name="f:names-in-a-row" as="xs:string">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:param name="conjunction" as="xs:string"/>
    <xsl:sequence select="
      string-join((string-join($names[position() lt last()], ', ')[. ne ''], $names[last()]), ' ' || f:label($conjunction) || ' ')"/>
  </xsl:function>

  <!-- The citation in words, after the manner of Chicago: title, number, date, archive, translator, edition, address. -->
  <xsl:function name="f:citation" as="xs:string">
    <xsl:param name="document" as="element(document)"/>
    <xsl:variable name="edition" as="element()?" select="f:edition-of($document)"/>
    <xsl:variable name="number" as="xs:string?" select="($document/number[@type = 'cable'], $document/number)[1] ! string()"/>
    <xsl:variable name="imprint" as="xs:string" select="string-join(($edition/@publisher, $edition/@date ! substring(., 1, 4))[. ne ''], ', ')"/>
    <xsl:variable name="translators" as="xs:string*" select="f:translators($document)"/>
    <xsl:variable name="editors" as="xs:string*" select="f:edition-editors($document)"/>
    <xsl:variable name="title" as="xs:string?" select="($edition/@title ! string())[. ne '']"/>
    <xsl:variable name="whole" as="xs:string?" select="
      if (exists($title)) then string-join((
        f:fill('cite.in', map { 'title': $title }),
        if (exists($editors)) then f:fill('cite.editors', map { 'names': f:names-in-a-row($editors, 'and') }) else (),
        $edition/@number[. ne ''] ! f:fill('cite.version', map { 'n': string(.) })), ', ')
        || (if ($imprint ne '') then ' (' || $imprint || ')' else '')
      else ($imprint)[. ne '']"/>
    <xsl:sequence select="string-join((
      f:fill('cite.title', map { 'title': string($document/title) }),
      $number[not(contains($document/title, .))] ! f:fill('number', map { 'n': . }),
      ($document/date ! string())[. ne '' and not(contains($document/title, .))],
      f:held($document),
      if (exists($translators)) then f:fill('cite.translators', map { 'names': f:names-in-a-row($translators, 'and') }) else (),
      $whole,
      f:cited-address($document)), ', ') || '.'"/>
  </xsl:function>

</xsl:stylesheet>
