<?xml version="1.0" encoding="UTF-8"?>
<!-- Authorities: what is known of persons, places, organisations and of the terms of the taxonomies. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The authority files of the edition under one element “authorities”; without it names stand without cards. -->
  <xsl:param name="authorities" as="document-node()?" select="()"/>

  <!-- Entries by prefix and id, because a person and a place may share an id. -->
  <xsl:key name="fp:entry" match="person | personGrp" use="'person:' || @xml:id"/>
  <xsl:key name="fp:entry" match="place" use="'place:' || @xml:id"/>
  <xsl:key name="fp:entry" match="org" use="'org:' || @xml:id"/>
  <xsl:key name="fp:entry" match="listBibl/bibl" use="'bibl:' || @xml:id"/>
  <xsl:key name="fp:entry" match="category" use="('basis', 'rule', 'class')[. = current()/ancestor::taxonomy/@xml:id or not(current()/ancestor::taxonomy/@xml:id = ('basis', 'rule'))] ! (. || ':' || current()/@xml:id)"/>

  <!-- The authority entry for a pointer such as person:stalin (the first of several). -->
  <xsl:function name="f:entry" as="element()?">
    <xsl:param name="pointer" as="xs:string?"/>
    <xsl:sequence select="
      if (exists($authorities) and $pointer) then key('fp:entry', tokenize($pointer)[1], $authorities)[1] else ()"/>
  </xsl:function>

  <!-- The name under which the edition knows a pointer's bearer; empty without authorities. -->
  <xsl:function name="f:main-name" as="xs:string?">
    <xsl:param name="pointer" as="xs:string?"/>
    <xsl:sequence select="if ($pointer and exists($authorities)) then fp:main-name($pointer) else ()"/>
  </xsl:function>

  <!-- The same, looked for once. -->
  <xsl:function name="fp:main-name" as="xs:string?" cache="yes">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:variable name="names" as="element()*"
      select="f:entry($pointer)/(persName | placeName | orgName | title)"/>
    <xsl:sequence select="($names[@type = 'main'][@xml:lang = $lang], $names[@type = 'main'], $names)[1] ! normalize-space(.)"/>
  </xsl:function>

  <!-- What a term of a taxonomy (class:top-secret) is called: catDesc in the language of the interface, else the label
       of that key, else any catDesc, else its id with blanks for hyphens. -->
  <xsl:function name="f:term" as="xs:string" cache="yes">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:variable name="descriptions" as="element(catDesc)*" select="f:entry($pointer)/catDesc"/>
    <xsl:variable name="described" as="element(catDesc)?" select="$descriptions[f:language-of(.) = $lang][1]"/>
    <xsl:variable name="key" as="xs:string" select="translate($pointer, ':', '.')"/>
    <xsl:sequence select="normalize-space(
      if (exists($described)) then $described
      else if (f:has-label($key)) then f:label($key)
      else ($descriptions, translate(substring-after($pointer, ':'), '-', ' '))[1])"/>
  </xsl:function>

  <!-- The id a name's card has on the page: person-stalin for person:stalin. -->
  <xsl:function name="f:card-id" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:sequence select="translate(tokenize($pointer)[1], ':', '-')"/>
  </xsl:function>

  <!-- Where a link from a name leads: to its card on the page, unless another module knows better. -->
  <xsl:template match=".[. instance of xs:string]" mode="m:address" as="xs:string">
    <xsl:sequence select="'#' || f:card-id(.)"/>
  </xsl:template>

  <!-- A name as an index files it: of Joseph Stalin, whom the authorities also know as Stalin, “Stalin, Joseph”; any
       other as it is, for no name is divided by guessing. -->
  <xsl:function name="f:filed-name" as="xs:string?">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:variable name="whole" as="xs:string?" select="f:main-name($pointer)"/>
    <xsl:variable name="last" as="xs:string?" select="
      (f:entry($pointer)/persName[@type = 'variant'] ! normalize-space(.))[. ne ''][ends-with($whole, ' ' || .)][1]"/>
    <xsl:sequence select="
      if (exists($last)) then $last || ', ' || substring($whole, 1, string-length($whole) - string-length($last) - 1) else $whole"/>
  </xsl:function>

  <!-- The language an element is written in. -->
  <xsl:function name="f:language-of" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="string($element/ancestor-or-self::*[@xml:lang][1]/@xml:lang)"/>
  </xsl:function>

</xsl:stylesheet>
