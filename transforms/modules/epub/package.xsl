<?xml version="1.0" encoding="UTF-8"?>
<!-- Package: what an EPUB says of itself, the list of its files, and their order. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns="http://www.idpf.org/2007/opf"
  xpath-default-namespace="" exclude-result-prefixes="f fp m mp xs" expand-text="yes">

  <!-- The package document. -->
  <xsl:template match="edition" mode="m:package" as="element()">
    <xsl:variable name="leaves" as="xs:string+" select="f:leaves(.)"/>
    <package version="3.0" unique-identifier="identifier" xml:lang="{$lang}">
      <metadata>
        <xsl:call-template name="mp:description"/>
        <xsl:call-template name="mp:accessibility"/>
      </metadata>
      <manifest>
        <xsl:for-each select="$leaves">
          <item id="leaf-{position()}" href="{encode-for-uri(.)}.xhtml" media-type="application/xhtml+xml">
            <xsl:if test=". eq 'contents'">
              <xsl:attribute name="properties" select="'nav'"/>
            </xsl:if>
          </item>
        </xsl:for-each>
        <xsl:for-each select="resource">
          <item id="resource-{position()}" href="{@path}" media-type="{@type}">
            <xsl:copy-of select="@properties"/>
          </item>
        </xsl:for-each>
      </manifest>
      <spine>
        <xsl:for-each select="$leaves">
          <itemref idref="leaf-{position()}"/>
        </xsl:for-each>
      </spine>
    </package>
  </xsl:template>

  <!-- What the book is, in Dublin Core. -->
  <xsl:template name="mp:description" as="element()+">
    <dc:identifier id="identifier">{@identifier}</dc:identifier>
    <xsl:for-each select="@doi[. ne '']">
      <dc:identifier>https://doi.org/{.}</dc:identifier>
    </xsl:for-each>
    <dc:title>{f:book-title(.)}</dc:title>
    <xsl:for-each select="distinct-values((document/@lang ! tokenize(., '-')[1])[. ne '']), $lang[empty(current()/document/@lang[. ne ''])]">
      <dc:language>{.}</dc:language>
    </xsl:for-each>
    <xsl:for-each select="editor">
      <xsl:variable name="id" as="xs:string" select="'editor-' || position()"/>
      <xsl:element name="dc:{if (lower-case(@role) = ('', 'editor')) then 'creator' else 'contributor'}">
        <xsl:attribute name="id" select="$id"/>
        <xsl:value-of select="@name"/>
      </xsl:element>
      <xsl:if test="lower-case(@role) = ('', 'editor')">
        <meta refines="#{$id}" property="role" scheme="marc:relators">edt</meta>
      </xsl:if>
    </xsl:for-each>
    <xsl:for-each select="@publisher[. ne '']">
      <dc:publisher>{.}</dc:publisher>
    </xsl:for-each>
    <xsl:for-each select="@date[. ne '']">
      <dc:date>{.}</dc:date>
    </xsl:for-each>
    <dc:description>{f:label('edition.about')}</dc:description>
    <dc:rights>{f:rights(.)}</dc:rights>
    <xsl:for-each select="volume">
      <meta property="belongs-to-collection" id="set">{(../@title[. ne ''], f:book-title(..))[1]}</meta>
      <meta refines="#set" property="collection-type">set</meta>
      <meta refines="#set" property="group-position">{@number}</meta>
    </xsl:for-each>
    <meta property="dcterms:modified">{f:modified(.)}T00:00:00Z</meta>
  </xsl:template>

  <!-- What readers can rely on. That the book conforms to a standard is for whoever examined it to say. -->
  <xsl:template name="mp:accessibility" as="element()+">
    <meta property="schema:accessMode">textual</meta>
    <meta property="schema:accessModeSufficient">textual</meta>
    <xsl:for-each select="'tableOfContents', 'readingOrder', 'structuralNavigation', 'displayTransformability', 'index'[exists(f:lists(current()))], 'unlocked'">
      <meta property="schema:accessibilityFeature">{.}</meta>
    </xsl:for-each>
    <meta property="schema:accessibilityHazard">none</meta>
    <meta property="schema:accessibilitySummary">{f:label('epub.summary')}</meta>
  </xsl:template>

  <!-- The day of the book: as chosen, as the edition says, that of the last change of a document. A package has to name
       one: where nobody does, the first that its archive can. -->
  <xsl:function name="f:modified" as="xs:string">
    <xsl:param name="edition" as="element(edition)"/>
    <xsl:sequence select="(($date, $edition/@date ! string(), sort($edition/document/@changed ! string())[last()])[. castable as xs:date], '1980-01-01')[1]"/>
  </xsl:function>

</xsl:stylesheet>
