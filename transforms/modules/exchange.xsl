<?xml version="1.0" encoding="UTF-8"?>
<!-- Exchange: the reference to a document in the formats that programs for references read, from its facts: CSL-JSON
     (after csl-data.json of the Citation Style Language), BibTeX (fields of BibTeX and of BibLaTeX), RIS (tags as Zotero
     and EndNote read them for a letter, PCOMM, and a manuscript, MANSCPT).
     A DOI of the edition is not written as one of the document. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xmlns:j="http://www.w3.org/2005/xpath-functions"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- CSL-JSON: a list of this one reference. -->
  <xsl:template match="document" mode="m:csl" as="xs:string">
    <xsl:variable name="edition" as="element()?" select="f:edition-of(.)"/>
    <xsl:variable name="reference" as="element(j:map)">
      <j:map>
        <xsl:sequence select="
          f:text-member('id', @id),
          f:text-member('type', if (f:is-message(.)) then 'personal_communication' else 'manuscript'),
          f:text-member('title', title),
          f:text-member('genre', string-join(doctype, ', ')),
          f:text-member('number', (number[@type = 'cable'], number)[1]),
          f:objects-member('author', f:parties(., 'from') ! fp:csl-name(f:sorted-name(.))),
          f:objects-member('recipient', f:parties(., 'to') ! fp:csl-name(f:sorted-name(.))),
          f:objects-member('translator', f:translators(.) ! fp:csl-literal(.)),
          f:objects-member('editor', f:edition-editors(.) ! fp:csl-literal(.)),
          fp:csl-date(.),
          f:text-member('archive', repository[1]),
          f:text-member('archive_location', string-join(shelfmark, ', ')),
          f:text-member('container-title', $edition/@title),
          f:text-member('version', $edition/@number),
          f:text-member('publisher', $edition/@publisher),
          f:text-member('language', @lang),
          f:text-member('abstract', summary),
          f:text-member('URL', f:cited-address(.))"/>
      </j:map>
    </xsl:variable>
    <xsl:sequence select="f:json-lines($reference)"/>
  </xsl:template>

  <!-- A name that is divided as “Stalin, Joseph”, or stands as it is. -->
  <xsl:function name="fp:csl-name" as="element(j:map)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="contains($name, ', ')">
        <j:map>
          <xsl:sequence select="f:text-member('family', substring-before($name, ', ')), f:text-member('given', substring-after($name, ', '))"/>
        </j:map>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="fp:csl-literal($name)"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- A name as it is; nobody says how it divides. -->
  <xsl:function name="fp:csl-literal" as="element(j:map)">
    <xsl:param name="name" as="xs:string"/>
    <j:map>
      <xsl:sequence select="f:text-member('literal', $name)"/>
    </j:map>
  </xsl:function>

  <!-- The date: a day or a span of days, “circa” where it is not certain; in words where the year is not known. -->
  <xsl:function name="fp:csl-date" as="element(j:map)?">
    <xsl:param name="document" as="element(document)"/>
    <xsl:variable name="date" as="element(date)?" select="$document/date"/>
    <xsl:variable name="days" as="xs:string*" select="
      ($date/@when, ($date/@from, $date/@notBefore)[1], ($date/@to, $date/@notAfter)[1]) ! substring-before(. || 'T', 'T')[translate(substring(., 1, 4), '0123456789', '0000000000') eq '0000']"/>
    <xsl:variable name="parts" as="element(j:array)*">
      <xsl:for-each select="$days[position() le 2]">
        <j:array>
          <xsl:for-each select="tokenize(., '-')">
            <j:number>{number(.)}</j:number>
          </xsl:for-each>
        </j:array>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="unsure" as="element(j:boolean)?">
      <xsl:if test="$date/(@cert[. = 'low'], @notBefore, @notAfter) and exists($days)">
        <j:boolean key="circa">true</j:boolean>
      </xsl:if>
    </xsl:variable>
    <xsl:sequence select="f:object-member('issued', (
      f:objects-member('date-parts', $parts), $unsure, f:text-member('literal', $date[empty($days)])))"/>
  </xsl:function>

  <!-- BibTeX: @misc, which old and new styles know; what they have no field for stands in note. -->
  <xsl:template match="document" mode="m:bibtex" as="xs:string">
    <xsl:variable name="edition" as="element()?" select="f:edition-of(.)"/>
    <xsl:variable name="day" as="xs:string*" select="f:day(.) ! tokenize(., '-')"/>
    <xsl:variable name="to" as="element(party)*" select="f:parties(., 'to')"/>
    <xsl:variable name="in" as="xs:string" select="string-join((
      $edition/@title, $edition/@number[. ne ''] ! f:fill('cite.version', map { 'n': string(.) }), $edition/@publisher, $edition/@date ! substring(., 1, 4))[. ne ''], ', ')"/>
    <xsl:variable name="note" as="xs:string*" select="
      f:fill('cite.to', map { 'names': f:names-in-a-row($to ! f:party-name(.), if ($to/@alternative) then 'or' else 'and') })[exists($to)],
      f:held(.), f:fill('cite.in', map { 'title': $in })[$in ne '']"/>
    <xsl:variable name="fields" as="xs:string*" select="
      fp:field('author', string-join(f:parties(., 'from') ! fp:bibtex-name(f:sorted-name(.)), ' and ')),
      fp:field('title', fp:braced(title)),
      fp:field('howpublished', fp:tex(string-join((doctype, (number[@type = 'cable'], number)[1] ! f:fill('number', map { 'n': string(.) })), ', '))),
      fp:field('translator', string-join(f:translators(.) ! fp:braced(.), ' and ')),
      fp:field('year', $day[1]),
      (for $month in $day[2] return 'month = ' || ('jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec')[position() eq xs:integer($month)]),
      fp:field('day', $day[3] ! string(xs:integer(.))),
      fp:field('note', fp:tex(string-join($note, '; '))),
      fp:field('language', @lang),
      fp:field('url', f:cited-address(.) ! replace(., '[{{}}\\]', ''))"/>
    <xsl:sequence select="'@misc{' || @id || ',' || string-join($fields ! ('&#10;  ' || . || ',')) || '&#10;}'"/>
  </xsl:template>

  <!-- A field of BibTeX around text that is TeX already; none where it is empty. -->
  <xsl:function name="fp:field" as="xs:string?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="($name || ' = {' || $value || '}')[$value]"/>
  </xsl:function>

  <!-- A divided name as BibTeX sorts it; any other in braces, so that it stays whole. -->
  <xsl:function name="fp:bibtex-name" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="if (contains($name, ', ')) then fp:tex($name) else fp:braced($name)"/>
  </xsl:function>

  <!-- Words whose capitals and limits BibTeX is to leave alone. -->
  <xsl:function name="fp:braced" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="'{' || fp:tex($words) || '}'"/>
  </xsl:function>

  <!-- Text as TeX: its special characters escaped, all others as they are. -->
  <xsl:function name="fp:tex" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:analyze-string select="$text" regex="[\\{{}}#$%&amp;_~^]">
        <xsl:matching-substring>
          <xsl:sequence select="(map { '\': '\textbackslash{}', '~': '\textasciitilde{}', '^': '\textasciicircum{}' }(.), '\' || .)[1]"/>
        </xsl:matching-substring>
        <xsl:non-matching-substring>
          <xsl:sequence select="."/>
        </xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:function>

  <!-- RIS: a line for each value, TY first and ER last. -->
  <xsl:template match="document" mode="m:ris" as="xs:string">
    <xsl:variable name="edition" as="element()?" select="f:edition-of(.)"/>
    <xsl:variable name="day" as="xs:string?" select="f:day(.)"/>
    <xsl:variable name="lines" as="xs:string*" select="
      fp:line('TY', if (f:is-message(.)) then 'PCOMM' else 'MANSCPT'),
      fp:line('ID', @id),
      f:parties(., 'from') ! fp:line('AU', f:sorted-name(.)),
      f:parties(., 'to') ! fp:line('A2', f:sorted-name(.)),
      f:translators(.) ! fp:line('A4', .),
      fp:line('TI', title),
      fp:line('T2', $edition/@title),
      fp:line('ET', $edition/@number),
      fp:line('M3', string-join(doctype, ', ')),
      fp:line('PY', substring($day, 1, 4)),
      fp:line('DA', $day ! string-join((tokenize(., '-'), '', '', '')[position() le 3], '/') ! (. || '/')),
      fp:line('PB', $edition/@publisher),
      fp:line('DB', repository[1]),
      fp:line('AN', string-join(shelfmark, ', ')),
      fp:line('LA', @lang),
      subject ! fp:line('KW', .),
      fp:line('AB', summary),
      fp:line('UR', f:cited-address(.)),
      fp:line('L1', f:address(., f:file(., 'pdf')))"/>
    <xsl:sequence select="string-join(($lines, 'ER  - '), '&#10;')"/>
  </xsl:template>

  <!-- A line of RIS; none where there is nothing to say. -->
  <xsl:function name="fp:line" as="xs:string?">
    <xsl:param name="tag" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="($tag || '  - ' || normalize-space($value))[normalize-space($value)]"/>
  </xsl:function>

</xsl:stylesheet>
