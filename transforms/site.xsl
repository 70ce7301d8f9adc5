<?xml version="1.0" encoding="UTF-8"?>
<!-- A list of facts to the first page of the edition: its documents in order of time. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="modules/labels.xsl"/>
  <xsl:include href="modules/chronology.xsl"/>

  <!-- Address of the style sheet. -->
  <xsl:param name="css-href" as="xs:string" select="'css/edition.css'"/>

  <xsl:output method="html" version="5.0" encoding="UTF-8" indent="no" include-content-type="no"/>

  <!-- The page. -->
  <xsl:template match="/edition" as="element(html)">
    <xsl:variable name="title" as="xs:string" select="string((@title, f:label('documents'))[1])"/>
    <html lang="{$lang}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="color-scheme" content="light dark"/>
        <title>{$title}</title>
        <link rel="stylesheet" href="{$css-href}"/>
      </head>
      <body>
        <a class="skip" href="#page-documents">{f:label('skip.list')}</a>
        <main>
          <header class="heading">
            <p class="eyebrow">{f:fill('documents.count', map { 'n': string(count(document)) })}</p>
            <h1>{$title}</h1>
          </header>
          <div id="page-documents" tabindex="-1">
            <xsl:apply-templates select="." mode="m:chronology"/>
          </div>
        </main>
      </body>
    </html>
  </xsl:template>

</xsl:stylesheet>
