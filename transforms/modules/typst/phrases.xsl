<?xml version="1.0" encoding="UTF-8"?>
<!-- Phrases in print: names, words of the original, what was struck out, added or cannot be read; notes and their calls. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- A name whose bearer the authorities know: the index finds it, and a link leads to who is meant. -->
  <xsl:template match="persName | placeName | orgName | name | rs" mode="m:typst" as="xs:string">
    <xsl:variable name="content" as="xs:string">
      <xsl:call-template name="m:typst-content"/>
    </xsl:variable>
    <xsl:sequence select="
      if (ancestor::text and exists(f:main-name(@ref)))
      then f:call('name', (f:literal(f:card-id(@ref)), $content)) else $content"/>
  </xsl:template>

  <!-- Words of the original left in the translation. -->
  <xsl:template match="foreign" mode="m:typst" as="xs:string">
    <xsl:variable name="content" as="xs:string">
      <xsl:call-template name="m:typst-content"/>
    </xsl:variable>
    <xsl:sequence select="f:call('foreign', f:in-language(@xml:lang, $content))"/>
  </xsl:template>

  <!-- Two readings beside each other, as the source prints them: April 16 [17]. -->
  <xsl:template match="choice" mode="m:typst" as="xs:string">
    <xsl:variable name="readings" as="xs:string*">
      <xsl:for-each select="*">
        <xsl:sequence select="f:literal(' ')[exists(current()/preceding-sibling::*)]"/>
        <xsl:apply-templates select="." mode="m:typst"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="f:body($readings)"/>
  </xsl:template>

  <!-- Struck out; written in by hand. -->
  <xsl:template match="del | add" mode="m:typst" as="xs:string">
    <xsl:variable name="content" as="xs:string">
      <xsl:call-template name="m:typst-content"/>
    </xsl:variable>
    <xsl:sequence select="f:call(if (self::del) then 'struck' else 'written-in', $content)"/>
  </xsl:template>

  <!-- What is missing: in the words of the source, else in ours. -->
  <xsl:template match="gap" mode="m:typst" as="xs:string">
    <xsl:variable name="words" as="xs:string*">
      <xsl:sequence select="f:opening(.) ! f:literal(.)"/>
      <xsl:apply-templates select="desc/node()" mode="m:typst"/>
      <xsl:sequence select="f:call('apparatus', f:literal(f:label('gap.' || (@reason, 'missing')[1])))[empty(current()/desc)]"/>
      <xsl:sequence select="f:closing(.) ! f:literal(.)"/>
    </xsl:variable>
    <xsl:sequence select="if (f:is-block(.)) then f:call('paragraph', f:body($words)) else f:body($words)"/>
  </xsl:template>

  <!-- Set in a way of its own. -->
  <xsl:template match="hi | emph" mode="m:typst" as="xs:string">
    <xsl:variable name="content" as="xs:string">
      <xsl:call-template name="m:typst-content"/>
    </xsl:variable>
    <xsl:variable name="ways" as="xs:string*" select="tokenize(@rend)"/>
    <xsl:sequence select="
      if ($ways = 'superscript') then f:call('super', $content)
      else if ($ways = 'subscript') then f:call('sub', $content)
      else if ($ways = ('bold', 'italic') and not($ways = 'letterspaced')) then fp:set($ways[. = ('bold', 'italic')], $content)
      else if (self::emph) then f:call('emph', $content)
      else if ($ways = 'letterspaced') then f:call('letterspaced', $content)
      else if ($ways = ('underline', 'underlined')) then f:call('underline', $content)
      else $content"/>
  </xsl:template>

  <!-- Words in bold type, in italics or in both. -->
  <xsl:function name="fp:set" as="xs:string">
    <xsl:param name="ways" as="xs:string*"/>
    <xsl:param name="content" as="xs:string"/>
    <xsl:sequence select="
      if (empty($ways)) then $content
      else f:call(if (head($ways) = 'bold') then 'strong' else 'emph', fp:set(tail($ways), $content))"/>
  </xsl:function>

  <!-- A note in running text or on a line of the form: an identity, a variant, a sic. -->
  <xsl:template match="note" mode="m:typst" as="xs:string">
    <xsl:variable name="content" as="xs:string">
      <xsl:call-template name="m:typst-content"/>
    </xsl:variable>
    <xsl:sequence select="fp:signed(., $content)"/>
  </xsl:template>

  <!-- A note that stands between the blocks of the text. -->
  <xsl:template match="note[f:is-block(.)]" mode="m:typst" as="xs:string">
    <xsl:variable name="content" as="xs:string">
      <xsl:call-template name="m:typst-content"/>
    </xsl:variable>
    <xsl:sequence select="f:call('note', fp:signed(., $content))"/>
  </xsl:template>

  <!-- A note that is called: it goes to the foot of the page on which its call stands. -->
  <xsl:template match="note[fp:is-called(.)]" mode="m:typst" as="empty-sequence()" priority="1"/>

  <!-- The call of a note; the first one brings the note. -->
  <xsl:template match="ref[key('fp:foot', substring-after(@target, '#'))[fp:is-called(.)]]" mode="m:typst" as="xs:string" priority="1">
    <xsl:variable name="note" as="element(note)" select="key('fp:foot', substring-after(@target, '#'))[1]"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates select="$note/node()[not(self::label)]" mode="m:typst"/>
    </xsl:variable>
    <xsl:variable name="body" as="xs:string" select="
      f:body((f:opening($note) ! f:literal(.), replace($words[1], '^&quot; ', '&quot;'), $words[position() gt 1], f:closing($note) ! f:literal(.)))
      ! fp:signed($note, .)"/>
    <xsl:variable name="first" as="xs:boolean" select=". is key('fp:caller', $note/@xml:id)[1]"/>
    <xsl:sequence select="f:call(if ($first) then 'called-note' else 'called-again', (
      f:literal(ancestor::TEI/@xml:id || '-' || $note/@xml:id), f:literal(fp:mark($note)), $body[$first]))"/>
  </xsl:template>

  <!-- Notes by id. -->
  <xsl:key name="fp:foot" match="text//note" use="@xml:id"/>

  <!-- Calls by the id of the note they call. -->
  <xsl:key name="fp:caller" match="text//ref" use="substring-after(@target, '#')"/>

  <!-- Whether a note stands at the foot or end and is called from outside itself. -->
  <xsl:function name="fp:is-called" as="xs:boolean">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="
      f:is-block($note) and $note/@place = ('foot', 'end')
      and exists($note/@xml:id ! key('fp:caller', ., root($note))[1][not(ancestor::note[@place = ('foot', 'end')])])"/>
  </xsl:function>

  <!-- A note with the name of the editor who wrote it; any other as it is. -->
  <xsl:function name="fp:signed" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:param name="content" as="xs:string"/>
    <xsl:variable name="signature" as="xs:string" select="f:signature($note)"/>
    <xsl:sequence select="if ($signature eq '') then $content else f:body(($content, f:call('apparatus', f:literal(' ' || $signature))))"/>
  </xsl:function>

  <!-- The mark of a note as its source prints it. -->
  <xsl:function name="fp:mark" as="xs:string">
    <xsl:param name="note" as="element(note)"/>
    <xsl:variable name="label" as="element(label)?" select="$note/label[1]"/>
    <xsl:sequence select="
      if (exists($label)) then string-join((f:before($label), normalize-space($label), f:after($label))) else string(($note/@n, '*')[1])"/>
  </xsl:function>

</xsl:stylesheet>
