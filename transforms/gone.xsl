<?xml version="1.0" encoding="UTF-8"?>
<!-- What is to be said of a document that is gone, an element “gone”, to the page at its address: that it was withdrawn, when and
     why, and where the earlier version is to be had; of one with another id, a page that leads there. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="modules/labels.xsl"/>
  <xsl:include href="modules/spoken.xsl"/>
  <xsl:include href="modules/calendar.xsl"/>
  <xsl:include href="modules/frame.xsl"/>

  <xsl:output method="html" version="5.0" encoding="UTF-8" indent="no" include-content-type="no"/>

  <!-- The page. -->
  <xsl:template match="/gone" as="element(html)">
    <xsl:variable name="heading" as="xs:string" select="f:label('gone.' || @kind)"/>
    <xsl:variable name="made" as="element(html)">
      <html lang="{$lang}">
        <head>
          <xsl:call-template name="m:head">
            <xsl:with-param name="title" select="string-join(($heading, @title, $edition-title)[. ne ''], ' — ')"/>
          </xsl:call-template>
          <meta name="robots" content="noindex"/>
          <xsl:for-each select="@to">
            <meta http-equiv="refresh" content="0; url={.}.html"/>
            <link rel="canonical" href="{../@address}{.}.html"/>
          </xsl:for-each>
        </head>
        <body>
          <a class="skip" href="#page-content">{f:label('skip.content')}</a>
          <xsl:call-template name="m:banner"/>
          <main>
            <header class="heading">
              <p class="eyebrow">{$heading}</p>
              <h1 lang="{@lang}">{(@title, @id)[1]}</h1>
            </header>
            <div id="page-content" class="prose" tabindex="-1">
              <p>{f:fill('gone.' || @kind || '.about', map {
                'n': string(@number), 'date': string(@date ! f:date-in-words(.)),
                'had': string(@had), 'day': string(@had-date ! f:date-in-words(.)) })}</p>
              <xsl:for-each select="@why">
                <p>{f:fill('gone.why', map { 'why': string(.) })}</p>
              </xsl:for-each>
              <xsl:for-each select="@to">
                <p>
                  <a href="{.}.html" lang="{../@lang}">{(../@title, .)[1]}</a>
                </p>
              </xsl:for-each>
              <xsl:apply-templates select=".[not(@to)]" mode="mp:earlier"/>
            </div>
          </main>
        </body>
      </html>
    </xsl:variable>
    <xsl:sequence select="f:spoken($made)"/>
  </xsl:template>

  <!-- Where the version that has the document is to be had, as far as the edition says. -->
  <xsl:template match="gone" mode="mp:earlier" as="element(p)+">
    <p>{f:fill('gone.earlier', map { 'n': string(@had) })}</p>
    <xsl:for-each select="@doi ! ('https://doi.org/' || .)">
      <p>
        <xsl:text>{f:label('gone.kept')} </xsl:text>
        <a href="{.}">{.}</a>
      </p>
    </xsl:for-each>
    <xsl:for-each select="@contact">
      <p>
        <xsl:text>{f:label('gone.ask')} </xsl:text>
        <a href="mailto:{.}">{.}</a>
      </p>
    </xsl:for-each>
    <xsl:if test="$errata-href">
      <p>
        <a href="{$errata-href}">{f:label('way.errata')}</a>
      </p>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
