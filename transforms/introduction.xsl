<?xml version="1.0" encoding="UTF-8"?>
<!-- The introduction of the editors, a TEI file, to a page of the edition; its text is set as that of the documents. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:import href="html.xsl"/>

  <!-- The whole page. -->
  <xsl:template match="/" as="element(Q{}html)">
    <xsl:variable name="statement" as="element(titleStmt)?" select="TEI/teiHeader/fileDesc/titleStmt"/>
    <xsl:variable name="title" as="xs:string" select="($statement/title[1] ! normalize-space(.)[. ne ''], f:label('way.introduction'))[1]"/>
    <xsl:variable name="language" as="xs:string" select="(TEI/@xml:lang, $lang)[1]"/>
    <xsl:variable name="made" as="element(Q{}html)">
      <html lang="{$lang}">
        <head>
          <xsl:call-template name="m:head">
            <xsl:with-param name="title" select="string-join(($title, $edition-title)[. ne ''], ' — ')"/>
          </xsl:call-template>
        </head>
        <body>
          <a class="skip" href="#page-content">{f:label('skip.content')}</a>
          <xsl:call-template name="m:banner">
            <xsl:with-param name="here" select="$introduction-href"/>
          </xsl:call-template>
          <main>
            <header class="heading">
              <h1 lang="{$language}">{$title}</h1>
              <xsl:if test="$statement/author">
                <p class="byline">{string-join($statement/author ! normalize-space(.), ' · ')}</p>
              </xsl:if>
            </header>
            <div id="page-content" class="prose introduction" tabindex="-1" lang="{$language}">
              <xsl:apply-templates select="TEI/text" mode="m:text"/>
            </div>
          </main>
        </body>
      </html>
    </xsl:variable>
    <xsl:sequence select="f:spoken($made)"/>
  </xsl:template>

  <!-- A reference to a document of the edition, tei/cable-1950-07-13-3305.xml#p2, leads to its page. -->
  <xsl:template match="ref[matches(@target, '^tei/[^/#]+\.xml(#|$)')]" mode="m:text" as="element(Q{}a)" priority="2">
    <a class="ref" href="{replace(@target, '^tei/([^/#]+)\.xml', '$1.html')}">
      <xsl:call-template name="m:content"/>
    </a>
  </xsl:template>

</xsl:stylesheet>
