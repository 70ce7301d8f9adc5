<?xml version="1.0" encoding="UTF-8"?>
<!-- Calendar: normalised dates in words of the interface; what is missing stays missing. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- A TEI date in words: 1950-05-14T05:30:00 is “14 May 1950, 05:30”. Seconds of 00 are not stated (stdVals). -->
  <xsl:function name="f:date-in-words" as="xs:string" cache="yes">
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="day" as="xs:string" select="fp:day-in-words(substring-before($value || 'T', 'T'))"/>
    <xsl:variable name="time" as="xs:string" select="replace(substring-after($value, 'T'), '^(\d\d:\d\d):00', '$1')"/>
    <xsl:sequence select="string-join(($day, $time)[. ne ''], ', ')"/>
  </xsl:function>

  <!-- The words for the whole of a date element's attributes: a moment, a span, or an earliest and latest. -->
  <xsl:function name="f:dating" as="xs:string">
    <xsl:param name="date" as="element()"/>
    <xsl:variable name="from" as="xs:string?" select="($date/@from, $date/@notBefore)[1]"/>
    <xsl:variable name="to" as="xs:string?" select="($date/@to, $date/@notAfter)[1]"/>
    <xsl:sequence select="
      if ($date/@when) then f:date-in-words($date/@when)
      else if ($from or $to) then string-join(($from, $to) ! f:date-in-words(.), '–')
      else normalize-space($date)"/>
  </xsl:function>

  <!-- A TEI date as HTML's time element accepts it; empty where it does not. -->
  <xsl:function name="f:machine-date" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="short" as="xs:string" select="replace($value, '(T\d\d:\d\d):00', '$1') ! replace(., '^--', '')"/>
    <xsl:sequence select="
      if (matches($short, '^(\d{4}|\d{4}-\d\d|\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+\-]\d\d:\d\d)?)?|\d\d-\d\d|\d\d:\d\d(:\d\d)?)$'))
      then $short else ''"/>
  </xsl:function>

  <!-- Day, month and year of an ISO date in words; what is missing stays missing. -->
  <xsl:function name="fp:day-in-words" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="
      if (not(matches($value, '^(\d{4}|-)(-\d\d){0,2}$'))) then ()
      else if (starts-with($value, '-')) then ('', tail(tail(tokenize($value, '-')))) else tokenize($value, '-')"/>
    <xsl:variable name="pattern" as="xs:string" select="string-join((
      'day'[$parts[3] ne ''], 'month'[$parts[2] ne ''], 'year'[$parts[1] ne '']), '-')"/>
    <xsl:variable name="month" as="xs:string"
      select="if ($parts[2] ne '') then f:label((if ($parts[3] ne '') then 'month.' else 'month-alone.') || $parts[2]) else ''"/>
    <xsl:sequence select="
      if (empty($parts) or not($pattern = ('day-month-year', 'day-month', 'month-year', 'month'))) then $value
      else f:fill('date.' || $pattern, map {
        'day': replace($parts[3], '^0', ''), 'month': $month, 'year': $parts[1] })"/>
  </xsl:function>

</xsl:stylesheet>
