<?xml version="1.0" encoding="UTF-8"?>
<!-- The ODD as one page to read: the guidelines, every element with its attributes, values and examples, and the rules.
     Anchors are stable: #elem.persName, #att.note.place, #att.note.place.foot, #class.att.named, #att.att.named.ref,
     #data.teidata.word, #rule.V003, and the ids of the chapters. -->
<xsl:stylesheet version="3.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:o="urn:teicable:odd"
    xmlns:h="urn:teicable:odd2html"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    expand-text="yes"
    exclude-result-prefixes="#all">

  <xsl:include href="odd.xsl"/>
  <xsl:include href="odd2html-reference.xsl"/>
  <xsl:include href="odd2html-examples.xsl"/>
  <xsl:include href="odd2html-style.xsl"/>

  <xsl:output method="html" version="5" encoding="UTF-8" indent="no" include-content-type="no"/>

  <xsl:mode on-no-match="fail"/>

  <xsl:variable name="title" as="xs:string" select="string(/TEI/teiHeader/fileDesc/titleStmt/title)"/>
  <xsl:variable name="chapters" as="element(div)*" select="/TEI/text/body/div[not(.//schemaSpec)]"/>

  <xsl:template match="/" as="element()">
    <html lang="{/TEI/@xml:lang}">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title>{$title}</title>
        <style>{$h:css}</style>
      </head>
      <body>
        <nav aria-label="Contents">
          <xsl:call-template name="h:contents"/>
        </nav>
        <main>
          <header>
            <h1>{$title}</h1>
          </header>
          <xsl:apply-templates select="$chapters" mode="h:prose"/>
          <xsl:call-template name="h:elements"/>
          <xsl:call-template name="h:rules"/>
          <xsl:call-template name="h:classes"/>
          <xsl:call-template name="h:datatypes"/>
        </main>
      </body>
    </html>
  </xsl:template>

  <xsl:template name="h:contents" as="element()+">
    <h2>Contents</h2>
    <ul>
      <xsl:for-each select="$chapters">
        <li>
          <a href="#{@xml:id}">{head}</a>
        </li>
      </xsl:for-each>
      <li>
        <a href="#elements">Elements</a>
      </li>
      <li>
        <a href="#rules">Rules</a>
      </li>
      <li>
        <a href="#classes">Shared attributes</a>
      </li>
      <li>
        <a href="#datatypes">Kinds of values</a>
      </li>
    </ul>
    <div class="elements">
      <h2>Elements</h2>
      <ul class="names">
        <xsl:for-each select="o:elements()">
          <li>
            <a href="#elem.{@ident}">{@ident}</a>
          </li>
        </xsl:for-each>
      </ul>
    </div>
  </xsl:template>

  <!-- Prose -->
  <xsl:mode name="h:prose" on-no-match="fail"/>

  <xsl:template match="div" mode="h:prose" as="element()">
    <section id="{@xml:id}">
      <xsl:apply-templates mode="h:prose"/>
    </section>
  </xsl:template>

  <xsl:template match="div/head" mode="h:prose" as="element()">
    <h2>
      <xsl:apply-templates mode="h:prose"/>
    </h2>
  </xsl:template>

  <xsl:template match="p" mode="h:prose" as="element()">
    <p>
      <xsl:apply-templates mode="h:prose"/>
    </p>
  </xsl:template>

  <xsl:template match="list" mode="h:prose" as="element()">
    <ul>
      <xsl:apply-templates select="item" mode="h:prose"/>
    </ul>
  </xsl:template>

  <xsl:template match="item" mode="h:prose" as="element()">
    <li>
      <xsl:apply-templates mode="h:prose"/>
    </li>
  </xsl:template>

  <!-- When to use an element, when not, and what is often done wrong. -->
  <xsl:template match="remarks/ab" mode="h:prose" as="element()">
    <p class="{@type}">
      <strong>{map{'when': 'When to use it', 'not': 'When not', 'mistake': 'Common mistake'}(@type)}</strong>
      <xsl:text> </xsl:text>
      <xsl:apply-templates mode="h:prose"/>
    </p>
  </xsl:template>

  <xsl:template match="table" mode="h:prose" as="element()">
    <table class="prose">
      <thead>
        <xsl:apply-templates select="row[@role = 'label']" mode="h:prose"/>
      </thead>
      <tbody>
        <xsl:apply-templates select="row[not(@role)]" mode="h:prose"/>
      </tbody>
    </table>
  </xsl:template>

  <xsl:template match="row" mode="h:prose" as="element()">
    <tr>
      <xsl:apply-templates select="cell" mode="h:prose"/>
    </tr>
  </xsl:template>

  <xsl:template match="row[@role = 'label']/cell" mode="h:prose" as="element()">
    <th scope="col">
      <xsl:apply-templates mode="h:prose"/>
    </th>
  </xsl:template>

  <xsl:template match="cell" mode="h:prose" as="element()">
    <td>
      <xsl:apply-templates mode="h:prose"/>
    </td>
  </xsl:template>

  <xsl:template match="ref" mode="h:prose" as="element()">
    <a href="{@target}">
      <xsl:apply-templates mode="h:prose"/>
    </a>
  </xsl:template>

  <xsl:template match="desc | gloss" mode="h:prose" as="node()*">
    <xsl:apply-templates mode="h:prose"/>
  </xsl:template>

  <!-- An element that this schema has is linked; others are only named. -->
  <xsl:template match="gi" mode="h:prose" as="element()">
    <xsl:choose>
      <xsl:when test="key('spec', .)/self::elementSpec">
        <a class="gi" href="#elem.{.}">{.}</a>
      </xsl:when>
      <xsl:otherwise>
        <code class="gi">{.}</code>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="att" mode="h:prose" as="element()">
    <code class="att">@{.}</code>
  </xsl:template>

  <xsl:template match="val" mode="h:prose" as="element()">
    <code>{.}</code>
  </xsl:template>

  <xsl:template match="code | ident" mode="h:prose" as="element()">
    <code>{.}</code>
  </xsl:template>

  <xsl:template match="hi" mode="h:prose" as="element()">
    <em>
      <xsl:apply-templates mode="h:prose"/>
    </em>
  </xsl:template>

  <xsl:template match="q" mode="h:prose" as="element()">
    <q>
      <xsl:apply-templates mode="h:prose"/>
    </q>
  </xsl:template>

  <!-- The code of a rule is linked. -->
  <xsl:template match="text()" mode="h:prose" as="node()*">
    <xsl:variable name="schema" as="document-node()" select="root(.)"/>
    <xsl:analyze-string select="." regex="V[0-9]{{3}}">
      <xsl:matching-substring>
        <xsl:choose>
          <xsl:when test="$schema//constraintSpec/@ident = .">
            <a href="#rule.{.}">{.}</a>
          </xsl:when>
          <xsl:otherwise>{.}</xsl:otherwise>
        </xsl:choose>
      </xsl:matching-substring>
      <xsl:non-matching-substring>{.}</xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:template>

</xsl:stylesheet>
