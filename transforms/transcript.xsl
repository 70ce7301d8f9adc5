<?xml version="1.0" encoding="UTF-8"?>
<!-- One cable to a page that sets its transcript beside its text: each line as it came, and what became of it. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:import href="html.xsl"/>
  <xsl:include href="modules/zones.xsl"/>
  <xsl:include href="modules/parallel.xsl"/>

  <!-- The lines of the transcript: the text of an XML element “transcript” that holds a “run” for all words of a line that
       one block has; n is the number of the line (0: not known), at the number of the block among all elements of the
       file, continued says that the line does not begin here. -->
  <xsl:param name="transcript" as="xs:string" select="''"/>

  <!-- Address of the document's page. -->
  <xsl:param name="page-href" as="xs:string" select="''"/>

  <!-- The page. -->
  <xsl:template match="/" as="element(Q{}html)">
    <xsl:call-template name="m:spoken-page"/>
  </xsl:template>

  <!-- The page as it is made. -->
  <xsl:template match="/" mode="m:page" as="element(Q{}html)">
    <xsl:variable name="title" as="xs:string" select="f:title(TEI/teiHeader)"/>
    <html lang="{$lang}">
      <head>
        <xsl:call-template name="m:head">
          <xsl:with-param name="title" select="string-join((f:label('transcript'), $title, $edition-title)[. ne ''], ' — ')"/>
        </xsl:call-template>
      </head>
      <body>
        <a class="skip" href="#page-content">{f:label('skip.content')}</a>
        <xsl:call-template name="m:banner"/>
        <main class="wide">
          <header class="heading">
            <p class="eyebrow">{f:label('transcript')}</p>
            <h1 lang="{f:language-of(TEI)}">{$title}</h1>
            <p>{f:label('transcript.lead')}</p>
            <p>
              <a href="{$page-href}">{f:label('markup.page')}</a>
            </p>
          </header>
          <div id="page-content" class="parallel" tabindex="-1">
            <xsl:apply-templates select="TEI" mode="m:parallel"/>
          </div>
          <div class="about">
            <xsl:apply-templates select="TEI" mode="m:apparatus"/>
          </div>
        </main>
      </body>
    </html>
  </xsl:template>

</xsl:stylesheet>
