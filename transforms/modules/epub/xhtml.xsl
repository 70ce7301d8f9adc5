<?xml version="1.0" encoding="UTF-8"?>
<!-- XHTML: what the templates of the web pages make, as an e-reader wants it: XML in its namespace, languages said twice, notes known as
     notes, links within the book. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xmlns:h="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Elements of HTML without a namespace, turned into XHTML. -->
  <xsl:mode name="m:xhtml" on-no-match="shallow-copy"/>

  <!-- What a link within a file can lead to. -->
  <xsl:key name="fp:place" match="*[@id]" use="@id"/>

  <!-- What the introduction of the editors is called. -->
  <xsl:function name="f:introduction-title" as="xs:string">
    <xsl:param name="introduction" as="element()"/>
    <xsl:sequence select="
      ($introduction/*:teiHeader/*:fileDesc/*:titleStmt/*:title[1] ! normalize-space(.)[. ne ''], f:label('way.introduction'))[1]"/>
  </xsl:function>

  <!-- A file of the book. -->
  <xsl:template name="m:leaf" as="element(h:html)">
    <!-- Its title. -->
    <xsl:param name="title" as="xs:string"/>
    <!-- What stands in it, in no namespace. -->
    <xsl:param name="content" as="document-node()"/>
    <xsl:variable name="page">
      <html lang="{$lang}">
        <head>
          <meta charset="utf-8"/>
          <title>{$title}</title>
          <link rel="stylesheet" type="text/css" href="css/edition.css"/>
        </head>
        <body>
          <xsl:sequence select="$content"/>
        </body>
      </html>
    </xsl:variable>
    <xsl:apply-templates select="$page/html" mode="m:xhtml"/>
  </xsl:template>

  <!-- An element. -->
  <xsl:template match="Q{}*" mode="m:xhtml" as="element()">
    <xsl:element name="{local-name()}" namespace="http://www.w3.org/1999/xhtml">
      <xsl:namespace name="epub" select="'http://www.idpf.org/2007/ops'"/>
      <xsl:apply-templates select="@*, node()" mode="m:xhtml"/>
    </xsl:element>
  </xsl:template>

  <!-- The language, for HTML and for XML. -->
  <xsl:template match="@lang" mode="m:xhtml" as="attribute()+">
    <xsl:attribute name="lang" select="."/>
    <xsl:attribute name="xml:lang" select="."/>
  </xsl:template>

  <!-- What a link or a note is, for readers that know it by its type. -->
  <xsl:template match="@role[. = ('doc-noteref', 'doc-footnote', 'doc-backlink')]" mode="m:xhtml" as="attribute()+">
    <xsl:attribute name="role" select="."/>
    <xsl:attribute name="epub:type" select="substring-after(., '-')"/>
  </xsl:template>

  <!-- A link to another page leads to a file of the book. -->
  <xsl:template match="a/@href" mode="m:xhtml" as="attribute()">
    <xsl:attribute name="href" select="replace(., '^([^:/#]+)\.html(#|$)', '$1.xhtml$2')"/>
  </xsl:template>

  <!-- A link within the file that leads nowhere is none. -->
  <xsl:template match="a[starts-with(@href, '#')][empty(key('fp:place', substring(@href, 2)))]" mode="m:xhtml" as="element(h:span)">
    <xsl:element name="span" namespace="http://www.w3.org/1999/xhtml">
      <xsl:apply-templates select="@* except (@href, @role, @aria-label), node()" mode="m:xhtml"/>
    </xsl:element>
  </xsl:template>

  <!-- A note at the foot that nothing calls: e-readers show footnotes only where they are called, so it is an ordinary block. -->
  <xsl:template match="aside[@role = 'doc-footnote'][not(a[@role = 'doc-backlink'])]" mode="m:xhtml" as="element(h:div)">
    <xsl:element name="div" namespace="http://www.w3.org/1999/xhtml">
      <xsl:attribute name="role" select="'note'"/>
      <xsl:apply-templates select="@* except @role, node()" mode="m:xhtml"/>
    </xsl:element>
  </xsl:template>

  <!-- The notes of the editors: a list of notes, each with the way back. -->
  <xsl:template match="section[tokenize(@class) = 'editing']/@class" mode="m:xhtml" as="attribute()+">
    <xsl:attribute name="class" select="."/>
    <xsl:attribute name="role" select="'doc-endnotes'"/>
    <xsl:attribute name="epub:type" select="'endnotes'"/>
  </xsl:template>

  <!-- What serves browsers alone: names of lists, what a pointer over a name is told, what scripts and switches read. -->
  <xsl:template match="(ol | ul)/@role[. = 'list'] | @title[not(parent::abbr)] | @tabindex | @*[starts-with(local-name(), 'data-')]" mode="m:xhtml" as="empty-sequence()"/>

</xsl:stylesheet>
