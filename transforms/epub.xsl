<?xml version="1.0" encoding="UTF-8"?>
<!-- The documents of an edition to the files of an EPUB, all but its chapters (chapter.xsl). The source is “edition”: what edition.toml says,
     “resource” for each font and picture, the introduction in TEI (“introduction”), and the facts of each document. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="modules/labels.xsl"/>
  <xsl:include href="modules/authorities.xsl"/>
  <xsl:include href="modules/calendar.xsl"/>
  <xsl:include href="modules/entries.xsl"/>
  <xsl:include href="modules/index.xsl"/>
  <xsl:include href="modules/shelfmarks.xsl"/>
  <xsl:include href="modules/volumes.xsl"/>
  <xsl:include href="modules/epub/xhtml.xsl"/>
  <xsl:include href="modules/epub/front.xsl"/>
  <xsl:include href="modules/epub/navigation.xsl"/>
  <xsl:include href="modules/epub/package.xsl"/>

  <!-- Date of the EPUB (ISO); where empty, that of the edition, else the day on which a document was last changed. -->
  <xsl:param name="date" as="xs:string" select="''"/>

  <!-- How files are written. -->
  <xsl:variable name="fp:page" as="map(xs:string, item())" select="
    map { 'method': 'xhtml', 'html-version': 5, 'indent': false(), 'include-content-type': false(), 'omit-xml-declaration': false() }"/>
  <xsl:variable name="fp:data" as="map(xs:string, item())" select="map { 'method': 'xml', 'indent': true(), 'omit-xml-declaration': false() }"/>

  <xsl:output method="xml" encoding="UTF-8" indent="no"/>

  <!-- The files, each as text under its path. -->
  <xsl:template match="/edition" as="element(files)">
    <xsl:variable name="container" as="element()">
      <container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
        <rootfiles>
          <rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
        </rootfiles>
      </container>
    </xsl:variable>
    <xsl:variable name="package" as="element()">
      <xsl:apply-templates select="." mode="m:package"/>
    </xsl:variable>
    <xsl:variable name="edition" as="element(edition)" select="."/>
    <files>
      <file path="META-INF/container.xml">{serialize($container, $fp:data)}</file>
      <file path="EPUB/package.opf">{serialize($package, $fp:data)}</file>
      <xsl:for-each select="f:own-leaves(.)">
        <xsl:variable name="leaf" as="element()">
          <xsl:apply-templates select="$edition" mode="m:own-leaf">
            <xsl:with-param name="name" select="."/>
          </xsl:apply-templates>
        </xsl:variable>
        <file path="EPUB/{.}.xhtml">{serialize($leaf, $fp:page)}</file>
      </xsl:for-each>
    </files>
  </xsl:template>

</xsl:stylesheet>
