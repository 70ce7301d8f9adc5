<?xml version="1.0" encoding="UTF-8"?>
<!-- Indexes of a book: persons with their cover names, organisations, places, made from facts and authorities. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- One index for each kind of name that occurs. -->
  <xsl:template match="edition" mode="m:typst-index" as="xs:string*">
    <xsl:variable name="edition" as="element(edition)" select="."/>
    <xsl:for-each select="'person', 'org', 'place'">
      <xsl:variable name="pointers" as="xs:string*" select="
        distinct-values($edition/document//(mention | party)[@name]/tokenize(@ref)[1][starts-with(., current() || ':')])"/>
      <xsl:variable name="entries" as="map(*)*" select="$pointers ! f:entries(., $edition)"/>
      <xsl:if test="exists($entries)">
        <xsl:sequence select="f:call('index', (
          f:literal(f:label('book.index.' || .)),
          f:array(sort($entries, 'http://www.w3.org/2013/collation/UCA?lang=' || $lang, function($e) { $e?sort }) ! ?code)))"/>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- The entries of one bearer: the entry itself, and one that leads to it from each cover name. -->
  <xsl:function name="f:entries" as="map(*)*">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="edition" as="element(edition)"/>
    <xsl:variable name="name" as="xs:string" select="f:index-name($pointer)"/>
    <xsl:variable name="forms" as="element()*" select="$edition/document/mention[tokenize(@ref) = $pointer]/form"/>
    <xsl:variable name="covers" as="xs:string*" select="fp:distinct(($forms, $edition/document//party[tokenize(@ref) = $pointer])[@pseudo = 'true'] ! normalize-space())"/>
    <xsl:sequence select="
      map { 'sort': $name, 'code': f:call('entry', (
        f:literal(f:card-id($pointer)), f:literal($name),
        f:named('covers', f:literal(f:fill('book.covers', map { 'names': string-join($covers, ', ') }))[exists($covers)]))) },
      $covers[not(starts-with($name, .))] ! map { 'sort': ., 'code': f:call('see', (
        f:literal(.), f:literal(f:label('book.see')), f:literal(f:card-id($pointer)), f:literal($name))) }"/>
  </xsl:function>

  <!-- A name as an index sorts it: of Joseph Stalin, whom the authorities also know as Stalin, “Stalin, Joseph”; any other as it is, for
       no name is divided by guessing. -->
  <xsl:function name="f:index-name" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:variable name="whole" as="xs:string" select="string(f:main-name($pointer))"/>
    <xsl:variable name="last" as="xs:string?" select="
      (f:entry($pointer)/*:persName[@type = 'variant'] ! normalize-space(.))[. ne ''][ends-with($whole, ' ' || .)][1]"/>
    <xsl:sequence select="
      if (exists($last)) then $last || ', ' || substring($whole, 1, string-length($whole) - string-length($last) - 1) else $whole"/>
  </xsl:function>

  <!-- Names without their repetitions in capitals: of FILIPPOV and Filippov the second. -->
  <xsl:function name="fp:distinct" as="xs:string*">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:for-each-group select="$names" group-by="lower-case(.)">
      <xsl:sequence select="(sort(current-group()[. ne upper-case(.)]), current-group())[1]"/>
    </xsl:for-each-group>
  </xsl:function>

</xsl:stylesheet>
