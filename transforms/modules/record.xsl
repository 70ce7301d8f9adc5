<?xml version="1.0" encoding="UTF-8"?>
<!-- Record: a document as the search knows it; its facts as pagefind's attributes, its words without notes of the edition. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The record; its words are those of the document alone, in blocks that have the ids they have on its page. -->
  <xsl:template match="TEI" mode="m:record" as="element(Q{}html)">
    <xsl:variable name="facts" as="element(Q{}document)">
      <xsl:apply-templates select="." mode="m:facts"/>
    </xsl:variable>
    <html lang="{$lang}">
      <head>
        <title>{f:title(teiHeader)}</title>
        <meta name="foreign" content="{string-join(text//(foreign | *[ends-with(@xml:lang, '-Latn')]) ! f:reading(.), ' ')}"/>
      </head>
      <body data-pagefind-body="">
        <xsl:apply-templates select="$facts" mode="m:record"/>
        <meta data-pagefind-meta="names[content]" content="{string-join(fp:other-names(.), ' ‖ ')}"/>
        <xsl:for-each select="text//*[f:is-leaf(.)][not(ancestor::*[f:is-leaf(.)])][normalize-space()]">
          <xsl:variable name="words" as="text()*">
            <xsl:apply-templates select="." mode="m:plain"/>
          </xsl:variable>
          <p>
            <xsl:if test="@xml:id">
              <xsl:attribute name="id" select="@xml:id"/>
            </xsl:if>
            <xsl:value-of select="normalize-space(string-join($words))"/>
          </p>
        </xsl:for-each>
      </body>
    </html>
  </xsl:template>

  <!-- What is shown of a document found, what narrows a search, and the keys of its order; enclosed messages have parties too. -->
  <xsl:template match="Q{}document" mode="m:record" as="element(Q{}meta)+">
    <xsl:variable name="parties" as="element(Q{}party)*" select="Q{}party[not(@kind = 'place')]"/>
    <xsl:variable name="all" as="element(Q{}party)*" select=".//Q{}party[not(@kind = 'place')]"/>
    <xsl:variable name="dated" as="xs:boolean" select="not(starts-with(@order, '9999'))"/>
    <xsl:sequence select="
      fp:shown('title', Q{}title), fp:shown('lang', @lang), fp:shown('date', Q{}date),
      fp:shown('from', string-join($parties[@role = 'from'] ! fp:party(.), ', ')),
      fp:shown('to', string-join($parties[@role = 'to'] ! fp:party(.), ', ')),
      fp:shown('number', string-join(Q{}number, ', ')),
      distinct-values($all[@role = 'from'] ! string((@name, .)[1])) ! fp:facet('sender', .),
      distinct-values($all[@role = 'to'] ! string((@name, .)[1])) ! fp:facet('addressee', .),
      fp:facet('year', if ($dated) then substring(@order, 1, 4) else f:label('undated')),
      distinct-values(Q{}repository ! string()) ! fp:facet('archive', .),
      distinct-values((Q{}classification, Q{}handling) ! string()) ! fp:facet('marking', .),
      distinct-values(Q{}original/@lang ! string())[. ne ''] ! fp:facet('language', f:worded('language.', .)),
      distinct-values(Q{}doctype ! string()) ! fp:facet('kind', .),
      fp:sorting('oldest', @order), fp:sorting('newest', if ($dated) then @order else '0000')"/>
  </xsl:template>

  <!-- All names of those whom the text or the correspondence names, also those that stand nowhere in the document: of
       someone who appears under a cover name too. One string for each, in it the name the edition uses first. -->
  <xsl:function name="fp:other-names" as="xs:string*">
    <xsl:param name="file" as="element(TEI)"/>
    <xsl:variable name="pointers" as="xs:string*" select="
      distinct-values(($file/text | $file/teiHeader/profileDesc/correspDesc)//(persName | placeName | orgName | name | rs)/@ref ! tokenize(.))"/>
    <xsl:sequence select="
      $pointers[exists(f:entry(.))] ! string-join(distinct-values((f:main-name(.), f:entry(.)/(persName | placeName | orgName) ! normalize-space(.)))[. ne ''], ' · ')"/>
  </xsl:function>

  <!-- A party as a result shows it: a cover name with the name behind it. -->
  <xsl:function name="fp:party" as="xs:string">
    <xsl:param name="party" as="element(Q{}party)"/>
    <xsl:sequence select="
      if ($party/@pseudo and $party/@name) then $party || ' (' || $party/@name || ')' else string(($party/@name, $party)[1])"/>
  </xsl:function>

  <!-- Something that a result shows, and that is looked through as well. -->
  <xsl:function name="fp:shown" as="element(Q{}meta)?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:if test="$value">
      <meta data-pagefind-meta="{$name}[content]" content="{$value}"/>
    </xsl:if>
  </xsl:function>

  <!-- Something by which a search is narrowed. -->
  <xsl:function name="fp:facet" as="element(Q{}meta)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <meta data-pagefind-filter="{$name}[content]" content="{$value}"/>
  </xsl:function>

  <!-- A key by which results are put in order. -->
  <xsl:function name="fp:sorting" as="element(Q{}meta)">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string"/>
    <meta data-pagefind-sort="{$name}[content]" content="{$value}"/>
  </xsl:function>

</xsl:stylesheet>
