<?xml version="1.0" encoding="UTF-8"?>
<!-- Particulars: what the attributes of an element say, in words of the interface: kind, certainty, grounds, who says it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The particulars of an element, each with its label: “certainty: uncertain”, “hand: hand not identified”. -->
  <xsl:function name="f:particulars" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:apply-templates select="$element/@*" mode="m:particular"/>
  </xsl:function>

  <!-- Any attribute: its label, and its value as the interface calls it. -->
  <xsl:template match="@*" mode="m:particular" as="xs:string">
    <xsl:sequence select="f:particular(name(), f:worded('value.', .))"/>
  </xsl:template>

  <!-- What only addresses, counts or lays out an element states nothing of it; brackets are read where they stand. -->
  <xsl:template match="@xml:id | @n | @rendition" mode="m:particular" as="empty-sequence()"/>

  <!-- Where the words of a statement stand in the transcript. -->
  <xsl:template match="teiHeader//@n | standOff//@n" mode="m:particular" as="xs:string" priority="1">
    <xsl:sequence select="f:particular('lines', .)"/>
  </xsl:template>

  <!-- The number of an edition is a number. -->
  <xsl:template match="edition/@n" mode="m:particular" as="xs:string" priority="2">
    <xsl:sequence select="f:particular('n', .)"/>
  </xsl:template>

  <!-- How sure it is. -->
  <xsl:template match="@cert" mode="m:particular" as="xs:string">
    <xsl:sequence select="f:particular('cert', f:worded('certainty.', .))"/>
  </xsl:template>

  <!-- A language, by its name. -->
  <xsl:template match="@xml:lang | @mainLang | @otherLangs | language/@ident" mode="m:particular" as="xs:string">
    <xsl:sequence select="f:particular(name(), string-join(tokenize(.) ! f:worded('language.', .), ', '))"/>
  </xsl:template>

  <!-- What decided, and on which grounds. -->
  <xsl:template match="@ana" mode="m:particular" as="xs:string*">
    <xsl:variable name="pointers" as="xs:string*" select="tokenize(.)"/>
    <xsl:variable name="rules" as="xs:string*" select="$pointers[starts-with(., 'rule:')]"/>
    <xsl:sequence select="
      (f:particular('rule', string-join($rules ! f:term(.), ', ')))[exists($rules)],
      (f:particular('basis', string-join($pointers[not(. = $rules)] ! f:term(.), ', ')))[exists($pointers[not(. = $rules)])]"/>
  </xsl:template>

  <!-- A day or hour. -->
  <xsl:template match="@when | @notBefore | @notAfter | @from | @to" mode="m:particular" as="xs:string">
    <xsl:sequence select="f:particular(name(), f:date-in-words(.))"/>
  </xsl:template>

  <!-- Who or what is pointed at. -->
  <xsl:template match="@ref | @target | @source | @corresp | @next | @prev | @active | @passive | @hand | @resp | @who" mode="m:particular" as="xs:string">
    <xsl:variable name="file" as="node()" select="root()"/>
    <xsl:sequence select="f:particular(name(), string-join(tokenize(.) ! f:pointed(., $file), ', '))"/>
  </xsl:template>

  <!-- To whom a cover name was used. -->
  <xsl:template match="person/persName/@corresp" mode="m:particular" as="xs:string" priority="1">
    <xsl:variable name="file" as="node()" select="root()"/>
    <xsl:sequence select="f:particular('used-with', string-join(tokenize(.) ! f:pointed(., $file), ', '))"/>
  </xsl:template>

  <!-- One particular: the label of an attribute and what it says. -->
  <xsl:function name="f:particular" as="xs:string" cache="yes">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <xsl:sequence select="f:worded('attribute.', $name) || f:label('colon') || $value"/>
  </xsl:function>

  <!-- What a pointer means to a reader: a name, a term, a reference, a hand, one who answers; else the id or address. -->
  <xsl:function name="f:pointed" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="file" as="node()"/>
    <xsl:choose>
      <xsl:when test="starts-with($pointer, '#')">
        <xsl:variable name="id" as="xs:string" select="substring($pointer, 2)"/>
        <xsl:variable name="found" as="element()?" select="key('fp:pointed', $id, $file)[1]"/>
        <xsl:sequence select="
          (($found/self::respStmt/(persName | orgName | name)[not(ancestor-or-self::*/@resp = '#teicable')] | $found/self::handNote) ! normalize-space()[. ne ''],
            $found/(persName | placeName | orgName)[1][not($found/self::respStmt)] ! normalize-space(),
            f:label('resp.' || $id)[f:has-label('resp.' || $id)], $id)[1]"/>
      </xsl:when>
      <xsl:when test="starts-with($pointer, 'bibl:') and exists(f:entry($pointer))">
        <xsl:sequence select="f:entry($pointer) ! string-join(* ! normalize-space()[. ne ''], ', ')"/>
      </xsl:when>
      <xsl:when test="substring-before($pointer, ':') = ('class', 'rule', 'basis')">
        <xsl:sequence select="f:term($pointer)"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="(f:main-name($pointer), $pointer)[1]"/>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:function>

  <!-- What can be pointed at and has a name or words to show for it. Not id(): in the authority files a reference or a term
       may have the id of a person. -->
  <xsl:key name="fp:pointed" match="respStmt | handNote | person | place | org" use="@xml:id"/>

  <!-- What qualifies a statement of an authority file, in brackets after it; its kind is said by its place. -->
  <xsl:template name="m:qualified" as="element(Q{}span)?">
    <!-- Names of attributes that are shown otherwise. -->
    <xsl:param name="shown" as="xs:string*" select="'type', 'xml:lang'"/>
    <xsl:variable name="said" as="xs:string*">
      <xsl:apply-templates select="@*[not(name() = $shown)]" mode="m:particular"/>
    </xsl:variable>
    <xsl:if test="exists($said)">
      <span class="qualified" lang="{$lang}"> ({string-join($said, '; ')})</span>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
