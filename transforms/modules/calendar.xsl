<?xml version="1.0" encoding="UTF-8"?>
<!-- Calendar: normalised dates in words of the interface; what is missing stays missing. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- A TEI date in words: 1950-05-14T05:30:00 is “14 May 1950, 05:30”. Seconds of 00 are not stated (stdVals). -->
  <xsl:function name="f:date-in-words" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="
      if (contains($value, 'T')) then string-join((fp:day-in-words(substring-before($value, 'T')), fp:without-seconds(substring-after($value, 'T')))[. ne ''], ', ')
      else fp:day-in-words($value)"/>
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
    <xsl:variable name="short" as="xs:string" select="
      if (contains($value, 'T')) then substring-before($value, 'T') || 'T' || fp:without-seconds(substring-after($value, 'T'))
      else if (starts-with($value, '--')) then substring($value, 3)
      else $value"/>
    <xsl:sequence select="
      if (fp:shape($short) = ('0000-00-00', '0000-00-00T00:00', '0000-00', '0000')
        or matches($short, '^(\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+\-]\d\d:\d\d)?)?|\d\d-\d\d|\d\d:\d\d(:\d\d)?)$'))
      then $short else ''"/>
  </xsl:function>

  <!-- Day, month and year of an ISO date in words; what is missing stays missing. -->
  <xsl:function name="fp:day-in-words" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="shape" as="xs:string" select="fp:shape($value)"/>
    <xsl:sequence select="
      if ($shape eq '0000-00-00') then f:fill('date.day-month-year', map {
        'day': fp:numeral(substring($value, 9)), 'month': f:label('month.' || substring($value, 6, 2)), 'year': substring($value, 1, 4) })
      else if ($shape eq '0000-00') then f:fill('date.month-year', map {
        'month': f:label('month-alone.' || substring($value, 6)), 'year': substring($value, 1, 4) })
      else if ($shape eq '--00-00') then f:fill('date.day-month', map {
        'day': fp:numeral(substring($value, 6)), 'month': f:label('month.' || substring($value, 3, 2)) })
      else if ($shape eq '--00') then f:fill('date.month', map { 'month': f:label('month-alone.' || substring($value, 3)) })
      else $value"/>
  </xsl:function>

  <!-- A day of the month as it is read: 9 for 09. -->
  <xsl:function name="fp:numeral" as="xs:string">
    <xsl:param name="digits" as="xs:string"/>
    <xsl:sequence select="if (starts-with($digits, '0')) then substring($digits, 2) else $digits"/>
  </xsl:function>

  <!-- A time of day without seconds of 00, which are not stated. -->
  <xsl:function name="fp:without-seconds" as="xs:string">
    <xsl:param name="time" as="xs:string"/>
    <xsl:sequence select="
      if (substring($time, 6, 3) eq ':00' and fp:shape(substring($time, 1, 5)) eq '00:00') then substring($time, 1, 5) || substring($time, 9) else $time"/>
  </xsl:function>

  <!-- What a date looks like, 0 for each of its digits: a comparison of strings is far quicker than an expression. -->
  <xsl:function name="fp:shape" as="xs:string">
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="translate($value, '123456789', '000000000')"/>
  </xsl:function>

</xsl:stylesheet>
