<?xml version="1.0" encoding="UTF-8"?>
<!-- Interface words: every word that is ours and not the document's comes from l10n/*.xml through f:label. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Language of the interface: a code for which l10n/ holds labels (en, ru). -->
  <xsl:param name="lang" as="xs:string" select="'en'"/>

  <!-- Labels: one labels element, or l10n wrapping several; where two define a key for a language the first wins. -->
  <xsl:param name="l10n" as="document-node()" select="doc('../l10n/en.xml')"/>

  <!-- Labels by key. -->
  <xsl:key name="fp:label" match="label" use="@key"/>

  <!-- The word for a key in the language of the interface. -->
  <xsl:function name="f:label" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="f:label($key, $lang)"/>
  </xsl:function>

  <!-- The word for a key in a language; else in English; else the key itself, so that a gap can be seen. -->
  <xsl:function name="f:label" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="language" as="xs:string"/>
    <xsl:variable name="found" as="element(label)*" select="key('fp:label', $key, $l10n)"/>
    <xsl:sequence
      select="string(($found[fp:language(.) = $language], $found[fp:language(.) = 'en'], $key)[1])"/>
  </xsl:function>

  <!-- Whether a key has a word in some language. -->
  <xsl:function name="f:has-label" as="xs:boolean">
    <xsl:param name="key" as="xs:string"/>
    <xsl:sequence select="exists(key('fp:label', $key, $l10n))"/>
  </xsl:function>

  <!-- A label whose {placeholders} are filled from a map. -->
  <xsl:function name="f:fill" as="xs:string">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="values" as="map(xs:string, xs:string)"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:analyze-string select="f:label($key)" regex="\{{([a-z]+)\}}">
        <xsl:matching-substring>
          <xsl:sequence select="string($values(regex-group(1)))"/>
        </xsl:matching-substring>
        <xsl:non-matching-substring>
          <xsl:sequence select="."/>
        </xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:function>

  <!-- An editor as the edition names them, with the part taken in the work unless it is that of an editor. -->
  <xsl:function name="f:editor" as="xs:string">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="role" as="xs:string?"/>
    <xsl:variable name="part" as="xs:string" select="normalize-space($role)"/>
    <xsl:sequence select="
      if ($part eq '' or lower-case($part) = ('editor', lower-case(f:label('edition.editor')))) then $name else $name || ' (' || $part || ')'"/>
  </xsl:function>

  <!-- The language a label is written in. -->
  <xsl:function name="fp:language" as="xs:string">
    <xsl:param name="label" as="element(label)"/>
    <xsl:sequence select="string($label/ancestor-or-self::*[@xml:lang][1]/@xml:lang)"/>
  </xsl:function>

</xsl:stylesheet>
