<?xml version="1.0" encoding="UTF-8"?>
<!-- Navigation: the contents of an EPUB, for readers and for their programs. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xmlns:epub="http://www.idpf.org/2007/ops"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The contents, the documents below their years where there are several; then the landmarks, for programs alone. -->
  <xsl:template match="edition" mode="m:navigation" as="element(nav)+">
    <xsl:variable name="edition" as="element(edition)" select="."/>
    <xsl:variable name="documents" as="element(document)*" select="f:in-order(.)"/>
    <nav epub:type="toc" role="doc-toc" id="toc" aria-labelledby="page-title">
      <h1 id="page-title">{f:label('book.contents')}</h1>
      <ol>
        <xsl:for-each select="'imprint', 'introduction'[exists($edition/introduction)], 'documents', f:lists(.)">
          <xsl:choose>
            <xsl:when test=". eq 'documents'">
              <xsl:for-each-group select="$documents" group-adjacent="substring(@order, 1, 4)">
                <xsl:choose>
                  <xsl:when test="last() eq 1">
                    <xsl:apply-templates select="current-group()" mode="m:navigation"/>
                  </xsl:when>
                  <xsl:otherwise>
                    <li>
                      <span>{if (current-grouping-key() eq '9999') then f:label('undated') else current-grouping-key()}</span>
                      <ol>
                        <xsl:apply-templates select="current-group()" mode="m:navigation"/>
                      </ol>
                    </li>
                  </xsl:otherwise>
                </xsl:choose>
              </xsl:for-each-group>
            </xsl:when>
            <xsl:otherwise>
              <li>
                <a href="{.}.html">{f:leaf-title($edition, .)}</a>
              </li>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </ol>
    </nav>
    <nav epub:type="landmarks" hidden="hidden" aria-labelledby="landmarks">
      <h2 id="landmarks">{f:label('epub.landmarks')}</h2>
      <ol>
        <xsl:for-each select="
          map { 'type': 'titlepage', 'to': 'title', 'text': f:label('epub.title-page') },
          map { 'type': 'toc', 'to': 'contents', 'text': f:label('book.contents') },
          map { 'type': 'introduction', 'to': 'introduction', 'text': f:leaf-title(., 'introduction') }[exists($edition/introduction)],
          $documents[1] ! map { 'type': 'bodymatter', 'to': string(@href), 'text': f:label('way.documents') },
          f:lists(.) ! map { 'type': 'index', 'to': ., 'text': f:leaf-title($edition, .) }">
          <li>
            <a epub:type="{?type}" href="{?to}.html">{?text}</a>
          </li>
        </xsl:for-each>
      </ol>
    </nav>
  </xsl:template>

  <!-- A document in the contents. -->
  <xsl:template match="document" mode="m:navigation" as="element(li)">
    <li>
      <a href="{@href}.html" lang="{@lang}">{title}</a>
    </li>
  </xsl:template>

  <!-- What a leaf is called that is no document. -->
  <xsl:function name="f:leaf-title" as="xs:string">
    <xsl:param name="edition" as="element(edition)"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:sequence select="
      if ($name eq 'introduction') then ($edition/introduction/*[1] ! f:introduction-title(.), f:label('way.introduction'))[1]
      else if ($name eq 'contents') then f:label('book.contents')
      else if ($name eq 'imprint') then f:label('epub.imprint')
      else f:label('way.' || $name)"/>
  </xsl:function>

</xsl:stylesheet>
