<?xml version="1.0" encoding="UTF-8"?>
<!-- Interface words: every word that is ours and not the document's comes from l10n/*.xml through f:label. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Language of the interface: a code for which l10n/ holds labels (en, ru, de; in part zh-Hans, ko). -->
  <xsl:param name="lang" as="xs:string" select="'en'"/>

  <!-- A word for every key, made of the labels in l10n/: in the interface's language, else in English, which stands between
       the signs of f:english where the language is complete only in part; else the key. -->
  <xsl:param name="words" as="map(*)" select="map:merge(doc('../l10n/en.xml')/labels/label ! map { string(@key): string() })"/>

  <!-- The signs between which a word stands that is English because the language of the interface lacks it; no text has them. -->
  <xsl:variable name="f:english" as="xs:string+" select="'&#xE0F0;', '&#xE0F1;'"/>

  <!-- Whether English is marked as such: on HTML pages (f:spoken is there) in a language that lacks words. -->
  <xsl:variable name="f:marks-english" as="xs:boolean" select="
    $lang ne 'en' and exists(function-lookup(xs:QName('f:spoken'), 1)) and exists($words?*[starts-with(., $f:english[1])])"/>

  <!-- The word for a key in the language of the interface; the key itself, so that a gap can be seen, where there is none. -->
  <xsl:function name="f:label" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:variable name="word" as="xs:string" select="($words?($key), $key)[1]"/>
    <xsl:sequence select="if ($lang eq 'en' or $f:marks-english) then $word else f:unmarked($word)"/>
  </xsl:function>

  <!-- Words without the signs of f:english. -->
  <xsl:function name="f:unmarked" as="xs:string">
    <xsl:param name="words" as="xs:string"/>
    <xsl:sequence select="translate($words, string-join($f:english), '')"/>
  </xsl:function>

  <!-- Whether a key has a word in some language. -->
  <xsl:function name="f:has-label" as="xs:boolean">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="map:contains($words, $key)"/>
  </xsl:function>

  <!-- The word of a family for a value, such as certainty.low; the bare value where there is none. -->
  <xsl:function name="f:worded" as="xs:string">
    <xsl:param name="family" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:variable name="key" as="xs:string" select="$family || $value"/>
    <xsl:sequence select="if (f:has-label($key)) then f:label($key) else string($value)"/>
  </xsl:function>

  <!-- A label whose {placeholders} are filled from a map. -->
  <xsl:function name="f:fill" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="map(xs:string, xs:string)"/>
    <xsl:variable name="label" as="xs:string" select="f:label($key)"/>
    <!-- What is filled in is not English because the label is. -->
    <xsl:sequence select="fp:filled($label,
      if (starts-with($label, $f:english[1])) then map:for-each($values, function($name, $value) { map { $name: $f:english[2] || $value || $f:english[1] } }) => map:merge()
      else $values)"/>
  </xsl:function>

  <!-- The same from a text. A placeholder is a word in small letters between braces; braces round anything else are the text's
       own. Without expressions, which would take half the time of a label. -->
  <xsl:function name="fp:filled" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:param name="values" as="map(xs:string, xs:string)"/>
    <xsl:variable name="rest" as="xs:string" select="substring-after($text, '{')"/>
    <xsl:variable name="name" as="xs:string" select="substring-before($rest, '}')"/>
    <xsl:sequence select="
      if ($rest eq '') then $text
      else if ($name ne '' and translate($name, 'abcdefghijklmnopqrstuvwxyz', '') eq '')
      then substring-before($text, '{') || $values?($name) || fp:filled(substring-after($rest, '}'), $values)
      else substring-before($text, '{') || '{' || fp:filled($rest, $values)"/>
  </xsl:function>

  <!-- An editor as the edition names them, with the part taken in the work unless it is that of an editor. -->
  <xsl:function name="f:editor" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="role" as="xs:string?"/>
    <xsl:variable name="part" as="xs:string" select="normalize-space($role)"/>
    <xsl:sequence select="
      if ($part eq '' or lower-case($part) = ('editor', lower-case(f:unmarked(f:label('edition.editor'))))) then $name else $name || ' (' || $part || ')'"/>
  </xsl:function>

</xsl:stylesheet>
