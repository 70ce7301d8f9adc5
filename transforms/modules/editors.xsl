<?xml version="1.0" encoding="UTF-8"?>
<!-- Editors: which words are those of the editors of the edition, who they are, and what the source has instead. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Those who answer for something in the file, by id. -->
  <xsl:key name="fp:respondent" match="titleStmt/respStmt" use="@xml:id"/>

  <!-- What stands in the apparatus of the edition, in order: readings the editors changed, notes of theirs in running text. -->
  <xsl:variable name="f:entries" as="element()*" select="
    (root()//choice[f:edited-reading(.)] | root()//note[f:is-edited(.)][not(parent::*[f:is-container(.)])])[ancestor::text or ancestor::abstract or ancestor::standOff]"/>

  <!-- The editors of the edition to whom @resp of an element points: neither translator nor archive nor teicable. -->
  <xsl:function name="f:editors" as="element(respStmt)*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      (tokenize($element/@resp) ! substring-after(., '#'))[not(. = ('', 'translator', 'archive', 'teicable'))]
      ! key('fp:respondent', ., root($element))[1]"/>
  </xsl:function>

  <!-- Whether an element is the work of an editor of the edition. -->
  <xsl:function name="f:is-edited" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      exists($element/@resp) and not($element/@resp = ('#translator', '#archive', '#teicable')) and exists(f:editors($element))"/>
  </xsl:function>

  <!-- The names of the editors who answer for an element. -->
  <xsl:function name="f:editor-names" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="string-join(f:editors($element) ! ((persName | orgName | name)[1] ! normalize-space(.)[. ne ''], @xml:id ! string())[1], ', ')"/>
  </xsl:function>

  <!-- The reading that an editor put into the text of the edition: correction, regular spelling or expansion. -->
  <xsl:function name="f:edited-reading" as="element()?">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:sequence select="$choice/(corr | reg | expan)[f:is-edited(.)][1]"/>
  </xsl:function>

  <!-- What the source has where an editor put another reading. -->
  <xsl:function name="f:source-reading" as="xs:string">
    <xsl:param name="choice" as="element(choice)"/>
    <xsl:sequence select="string-join($choice/(sic | orig | abbr) ! f:reading(.), ', ')"/>
  </xsl:function>

  <!-- The words of an element as the edition reads them: without what the apparatus holds. -->
  <xsl:function name="f:reading" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="aside" as="element()*" select="$element//choice/*[fp:is-set-aside(.)] | $element//note[fp:is-set-aside(.)]"/>
    <xsl:sequence select="normalize-space(if (exists($aside)) then string-join($element//text() except $aside//text()) else $element)"/>
  </xsl:function>

  <!-- Whether an element adds words of an editor, which no character of the source delimits; they stand in angle brackets. -->
  <xsl:function name="f:is-added" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      exists($element/@resp)
      and exists($element/(self::supplied | self::ex | (self::corr | self::reg | self::expan)[not(parent::choice)] | self::note[not(parent::*[f:is-container(.)])]))
      and f:is-edited($element)"/>
  </xsl:function>

  <!-- The letter under which an element stands in the apparatus: a, b … z, aa. -->
  <xsl:function name="f:entry-letter" as="xs:string">
    <xsl:param name="entry" as="element()"/>
    <xsl:sequence select="format-integer(count($f:entries[. &lt;&lt; $entry]) + 1, 'a')"/>
  </xsl:function>

  <!-- What an editor did: corrected, normalised, expanded, supplied, wrote a note; with the source's reading where there is one. -->
  <xsl:function name="f:remark" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:variable name="reading" as="element()" select="($element/self::choice ! f:edited-reading(.), $element)[1]"/>
    <xsl:variable name="kind" as="xs:string" select="
      if ($reading/parent::choice) then local-name($reading) else if ($reading/self::note) then 'note' else 'supplied'"/>
    <xsl:sequence select="f:fill('edited.' || $kind, map {
      'name': f:editor-names($reading), 'reading': string($reading/parent::choice ! f:source-reading(.)) })"/>
  </xsl:function>

  <!-- Who signs a note between the blocks of the text; nothing but the editors of the edition do. -->
  <xsl:function name="f:signature" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      if ($element/self::note[parent::*[f:is-container(.)]] and f:is-edited($element))
      then f:fill('edited.signature', map { 'name': f:editor-names($element) }) else ''"/>
  </xsl:function>

  <!-- Whether the words of an element are in the apparatus and not in the text: the reading that an editor replaced, a note. -->
  <xsl:function name="fp:is-set-aside" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      exists($element/parent::choice[f:edited-reading(.)]) and not($element is f:edited-reading($element/..))
      or exists($element/self::note) and f:is-edited($element)"/>
  </xsl:function>

</xsl:stylesheet>
