<?xml version="1.0" encoding="UTF-8"?>
<!-- Code: how words become Typst. All is function calls whose words are string literals, so that no word of a cable is ever code or markup. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- A string literal. A byte order mark, which no PDF may hold, is dropped. What cannot be seen is written as an escape, so that the code reads as it runs; and so are the words by which
       Typst loads files, so that whoever sets the code can refuse them wherever they stand. -->
  <xsl:function name="f:literal" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="quoted" as="xs:string" select="
      if (contains($words, '&quot;') or contains($words, '\')) then replace($words, '[\\&quot;]', '\\$0') else $words"/>
    <!-- Words of Latin and Cyrillic signs end here: to look for each kind of sign in all of them would take half the time of a document. -->
    <xsl:sequence select="'&quot;' || (
      if (matches(translate($quoted, ' ,.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ', ''), '[^ -~&#xA1;-&#xAC;&#xAE;-&#x17F;&#x400;-&#x45F;&#x2013;-&#x2026;]') or contains($quoted, 'import') or contains($quoted, 'include')) then fp:escaped($quoted)
      else $quoted) || '&quot;'"/>
  </xsl:function>

  <!-- Words in which something has to be written as an escape. -->
  <xsl:function name="fp:escaped" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:analyze-string select="translate($words, '&#xFEFF;', '')" regex="[\p{{Cc}}\p{{Cf}}\p{{Zl}}\p{{Zp}}]|import|include">
        <xsl:matching-substring>
          <xsl:sequence select="'\u{' || fp:hexadecimal(string-to-codepoints(.)[1]) || '}' || substring(., 2)"/>
        </xsl:matching-substring>
        <xsl:non-matching-substring>
          <xsl:sequence select="."/>
        </xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:function>

  <!-- Words with one blank for any white space. To normalise them takes a tenth of the time of an expression. -->
  <xsl:function name="f:folded" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:variable name="normal" as="xs:string" select="normalize-space($words)"/>
    <xsl:sequence select="
      if ($normal eq $words) then $words
      else if ($normal eq '') then ' '
      else ' '[not(normalize-space(substring($words, 1, 1)))] || $normal || ' '[not(normalize-space(substring($words, string-length($words))))]"/>
  </xsl:function>

  <!-- A call; arguments are code, those that are empty are left out. -->
  <xsl:function name="f:call" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="arguments" as="xs:string*"/>
    <xsl:sequence select="$name || '(' || string-join($arguments[. ne ''], ', ') || ')'"/>
  </xsl:function>

  <!-- A named argument; nothing where there is no value. -->
  <xsl:function name="f:named" as="xs:string?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="code" as="xs:string?"/>
    <xsl:sequence select="$code[. ne ''] ! ($name || ': ' || .)"/>
  </xsl:function>

  <!-- Pieces of content as one. -->
  <xsl:function name="f:body" as="xs:string">
    <xsl:param name="pieces" as="xs:string*"/>
    <xsl:sequence select="
      if (empty($pieces)) then '[]' else if (count($pieces) eq 1) then $pieces else '{' || string-join($pieces, '; ') || '}'"/>
  </xsl:function>

  <!-- Blocks one below the other as one piece of content. -->
  <xsl:function name="f:blocks" as="xs:string">
    <xsl:param name="blocks" as="xs:string*"/>
    <xsl:sequence select="'{&#10;' || string-join($blocks ! (. || '&#10;')) || '}'"/>
  </xsl:function>

  <!-- An array. -->
  <xsl:function name="f:array" as="xs:string">
    <xsl:param name="members" as="xs:string*"/>
    <xsl:sequence select="'(' || string-join($members ! (. || ', ')) || ')'"/>
  </xsl:function>

  <!-- An ISO date as a Typst date; nothing where it is not a whole one. -->
  <xsl:function name="f:datetime" as="xs:string?">
    <xsl:param name="value" as="xs:string?"/>
    <xsl:variable name="day" as="xs:string" select="substring($value, 1, 10)"/>
    <xsl:if test="$day castable as xs:date">
      <xsl:variable name="date" as="xs:date" select="xs:date($day)"/>
      <xsl:sequence select="f:call('datetime', (
        f:named('year', string(year-from-date($date))), f:named('month', string(month-from-date($date))), f:named('day', string(day-from-date($date)))))"/>
    </xsl:if>
  </xsl:function>

  <!-- A piece of content in the language of a code such as ru-Latn; as it is where the code is none that Typst knows. -->
  <xsl:function name="f:in-language" as="xs:string">
    <xsl:param name="code" as="xs:string?"/>
    <xsl:param name="content" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*" select="tokenize(lower-case($code), '-')"/>
    <xsl:sequence select="
      if (not(matches($parts[1], '^[a-z]{2,3}$'))) then $content
      else f:call('text', (
        f:named('lang', f:literal($parts[1])), f:named('script', $parts[matches(., '^[a-z]{4}$')][1] ! f:literal(.)),
        f:named('region', $parts[position() gt 1][matches(., '^[a-z]{2}$')][1] ! f:literal(.)), $content))"/>
  </xsl:function>

  <!-- The hexadecimal number of a code point. -->
  <xsl:function name="fp:hexadecimal" as="xs:string">
    <xsl:param name="code" as="xs:integer"/>
    <xsl:sequence select="(if ($code ge 16) then fp:hexadecimal($code idiv 16) else '') || substring('0123456789abcdef', $code mod 16 + 1, 1)"/>
  </xsl:function>

</xsl:stylesheet>
