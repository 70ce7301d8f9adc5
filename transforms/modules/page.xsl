<?xml version="1.0" encoding="UTF-8"?>
<!-- Page: a document page; its regions, its relations to other files, the way to its neighbours. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="frame.xsl"/>
  <xsl:include href="addresses.xsl"/>
  <xsl:include href="between.xsl"/>

  <!-- Address of the TEI file, for the download link. -->
  <xsl:param name="tei-href" as="xs:string" select="''"/>

  <!-- Address of the page that shows the TEI file. -->
  <xsl:param name="markup-href" as="xs:string" select="''"/>

  <!-- Address of the page that shows the transcript beside the text. -->
  <xsl:param name="transcript-href" as="xs:string" select="''"/>

  <!-- Address of the PDF, for the download link. -->
  <xsl:param name="pdf-href" as="xs:string" select="''"/>

  <!-- Address of the preceding document. -->
  <xsl:param name="prev-href" as="xs:string" select="''"/>

  <!-- Title of the preceding document. -->
  <xsl:param name="prev-title" as="xs:string" select="''"/>

  <!-- Language of that title. -->
  <xsl:param name="prev-lang" as="xs:string" select="''"/>

  <!-- Address of the following document. -->
  <xsl:param name="next-href" as="xs:string" select="''"/>

  <!-- Title of the following document. -->
  <xsl:param name="next-title" as="xs:string" select="''"/>

  <!-- Language of that title. -->
  <xsl:param name="next-lang" as="xs:string" select="''"/>

  <!-- The page of one cable. -->
  <xsl:template match="TEI" mode="m:page" as="element(Q{}html)">
    <xsl:variable name="facts" as="element(Q{}document)" select="f:facts(.)"/>
    <html lang="{$lang}">
      <head>
        <xsl:call-template name="m:head">
          <xsl:with-param name="title" select="string-join((f:title(teiHeader), $edition-title)[. ne ''], ' — ')"/>
        </xsl:call-template>
        <xsl:apply-templates select="." mode="m:links"/>
        <xsl:apply-templates select="." mode="m:metadata">
          <xsl:with-param name="facts" select="$facts"/>
        </xsl:apply-templates>
        <xsl:apply-templates select="text" mode="m:beside"/>
        <xsl:apply-templates select="text/group" mode="m:facing"/>
      </head>
      <body>
        <a class="skip" href="#page-document">{f:label('skip')}</a>
        <xsl:call-template name="m:banner"/>
        <main>
          <header class="heading">
            <xsl:apply-templates select="teiHeader" mode="m:heading"/>
          </header>
          <xsl:apply-templates select="text" mode="m:reading"/>
          <article id="page-document" class="document" tabindex="-1" aria-labelledby="page-title" lang="{(@xml:lang, 'en')[1]}">
            <xsl:apply-templates select="text" mode="m:text"/>
          </article>
          <div class="about">
            <xsl:if test="text//*[@type = 'unparsed']">
              <p class="legend"><span class="sign unparsed">{f:label('sign.unparsed')}</span> {f:label('unparsed')}</p>
            </xsl:if>
            <xsl:apply-templates select="." mode="m:apparatus"/>
            <xsl:apply-templates select="." mode="m:about"/>
            <xsl:apply-templates select="." mode="m:cite">
              <xsl:with-param name="facts" select="$facts"/>
            </xsl:apply-templates>
            <xsl:apply-templates select="." mode="m:encoding"/>
          </div>
        </main>
        <xsl:call-template name="m:navigation"/>
        <xsl:call-template name="m:between"/>
      </body>
    </html>
  </xsl:template>

  <!-- Relations of a document page for browsers and harvesters. -->
  <xsl:template match="TEI" mode="m:links" as="element()*">
    <xsl:if test="$tei-href">
      <link rel="alternate" type="application/tei+xml" href="{$tei-href}"/>
    </xsl:if>
    <xsl:if test="$pdf-href">
      <link rel="alternate" type="application/pdf" href="{$pdf-href}"/>
    </xsl:if>
    <xsl:if test="$prev-href">
      <link rel="prev" href="{$prev-href}"/>
    </xsl:if>
    <xsl:if test="$next-href">
      <link rel="next" href="{$next-href}"/>
    </xsl:if>
  </xsl:template>

  <!-- The way to the neighbours. -->
  <xsl:template name="m:navigation" as="element(Q{}nav)?">
    <xsl:if test="$prev-href or $next-href">
      <nav class="neighbours" aria-label="{f:label('navigation')}">
        <xsl:if test="$prev-href">
          <a class="prev" rel="prev" href="{$prev-href}">
            <span class="key">{f:label('prev')}</span>
            <xsl:text> </xsl:text>
            <span lang="{($prev-lang[. ne ''], $lang)[1]}">{$prev-title}</span>
          </a>
        </xsl:if>
        <xsl:if test="$next-href">
          <a class="next" rel="next" href="{$next-href}">
            <span class="key">{f:label('next')}</span>
            <xsl:text> </xsl:text>
            <span lang="{($next-lang[. ne ''], $lang)[1]}">{$next-title}</span>
          </a>
        </xsl:if>
      </nav>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
