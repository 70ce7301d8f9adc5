<?xml version="1.0" encoding="UTF-8"?>
<!-- One TEI file to a page that shows it as it is written: numbered lines, the parts of the markup told apart. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="modules/labels.xsl"/>
  <xsl:include href="modules/spoken.xsl"/>
  <xsl:include href="modules/frame.xsl"/>
  <xsl:include href="modules/markup.xsl"/>

  <!-- The text of the file, to the letter. -->
  <xsl:param name="source" as="xs:string" select="''"/>

  <!-- Address of the file itself. -->
  <xsl:param name="tei-href" as="xs:string" select="''"/>

  <!-- Address of the document's page. -->
  <xsl:param name="page-href" as="xs:string" select="''"/>

  <xsl:output method="html" version="5.0" encoding="UTF-8" indent="no" include-content-type="no"/>

  <!-- The page. -->
  <xsl:template match="/" as="element(Q{}html)">
    <xsl:call-template name="m:spoken-page"/>
  </xsl:template>

  <!-- The page as it is made. -->
  <xsl:template match="/" mode="m:page" as="element(Q{}html)">
    <xsl:variable name="title" as="xs:string" select="normalize-space((//titleStmt/title)[1])"/>
    <html lang="{$lang}">
      <head>
        <xsl:call-template name="m:head">
          <xsl:with-param name="title" select="string-join((f:label('markup'), $title, $edition-title)[. ne ''], ' — ')"/>
        </xsl:call-template>
      </head>
      <body>
        <a class="skip" href="#page-markup">{f:label('skip.content')}</a>
        <xsl:call-template name="m:banner"/>
        <main class="wide">
          <header class="heading">
            <p class="eyebrow">{f:label('markup')}</p>
            <h1 lang="{(TEI/@xml:lang, 'en')[1]}">{$title}</h1>
            <p>
              <a href="{$page-href}">{f:label('markup.page')}</a>
              <xsl:text> · </xsl:text>
              <a href="{$tei-href}" type="application/tei+xml">{f:label('download.tei')}</a>
            </p>
          </header>
          <xsl:call-template name="m:lines">
            <xsl:with-param name="source" select="$source"/>
            <xsl:with-param name="blocks" select="TEI/text//(p | ab | item | note | floatingText)/@xml:id ! string()"/>
            <xsl:with-param name="page" select="$page-href"/>
          </xsl:call-template>
        </main>
      </body>
    </html>
  </xsl:template>

</xsl:stylesheet>
