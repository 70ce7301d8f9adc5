<?xml version="1.0" encoding="UTF-8"?>
<!-- Documents: a list by year and day, with parties, numbers and markings, from fact files. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The documents, year by year; what has no year comes last. -->
  <xsl:template match="edition" mode="m:documents" as="element()*">
    <xsl:call-template name="m:years">
      <xsl:with-param name="years" select="document ! substring(@order, 1, 4)"/>
    </xsl:call-template>
    <xsl:for-each-group select="document" group-by="substring(@order, 1, 4)">
      <xsl:sort select="current-grouping-key()"/>
      <xsl:variable name="year" as="xs:string" select="current-grouping-key()"/>
      <section class="year" id="y{$year}">
        <h2>{if ($year eq '9999') then f:label('undated') else $year}</h2>
        <ol class="documents" role="list">
          <xsl:apply-templates select="current-group()" mode="m:documents">
            <xsl:sort select="@order"/>
            <xsl:sort select="@id"/>
          </xsl:apply-templates>
        </ol>
      </section>
    </xsl:for-each-group>
  </xsl:template>

  <!-- The years of a long list, each leading to its place; nothing where that is to be seen at a glance. -->
  <xsl:template name="m:years" as="element(nav)?">
    <!-- The year of each entry, 9999 where there is none. -->
    <xsl:param name="years" as="xs:string*"/>
    <xsl:if test="count($years) gt 20 and count(distinct-values($years)) gt 1">
      <nav class="letters" aria-label="{f:label('years')}">
        <ul role="list">
          <xsl:for-each select="sort(distinct-values($years))">
            <li>
              <a href="#y{.}">{if (. eq '9999') then f:label('undated') else .}</a>
            </li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>

  <!-- One document. -->
  <xsl:template match="document" mode="m:documents" as="element(li)">
    <li>
      <span class="when">{date}</span>
      <xsl:text> </xsl:text>
      <div>
        <a href="{@href}.html" lang="{@lang}">{title}</a>
        <xsl:where-populated>
          <p class="parties">
            <xsl:call-template name="mp:parties"/>
          </p>
        </xsl:where-populated>
        <xsl:for-each select="enclosed[party[@role = ('from', 'to')][not(@kind = 'place')]]">
          <p class="parties encloses">
            <span class="key">{f:label('encloses')}</span>
            <xsl:text> </xsl:text>
            <xsl:call-template name="mp:parties"/>
          </p>
        </xsl:for-each>
        <xsl:variable name="terms" as="xs:string*" select="
          doctype, number[@type = 'cable'] ! f:fill('number', map { 'n': string(.) }), classification, handling"/>
        <xsl:if test="exists($terms)">
          <p class="terms">{string-join($terms, ' · ')}</p>
        </xsl:if>
      </div>
    </li>
  </xsl:template>

  <!-- Sender → addressee (via): the arrow for the eye, a word for the ear. -->
  <xsl:template name="mp:parties" as="item()*">
    <xsl:variable name="to" as="element(party)*" select="party[@role = 'to'][not(@kind = 'place')]"/>
    <xsl:variable name="via" as="element(party)*" select="party[@role = 'via'][not(@kind = 'place')]"/>
    <xsl:variable name="from" as="element(party)*" select="party[@role = 'from'][not(@kind = 'place')]"/>
    <xsl:text>{if (empty($from) and exists($to)) then f:label('not-stated') else fp:names($from)}</xsl:text>
    <xsl:if test="exists($to)">
      <span class="arrow" aria-hidden="true"> → </span>
      <span class="hidden"> {f:label('arrow')} </span>
      <xsl:text>{fp:names($to)}</xsl:text>
    </xsl:if>
    <xsl:if test="exists($via)">
      <xsl:text> ({f:label('via')} {fp:names($via)})</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- The names of some parties: persons before the offices they stand for. -->
  <xsl:function name="fp:names" as="xs:string">
    <xsl:param name="parties" as="element(party)*"/>
    <xsl:variable name="shown" as="element(party)*" select="($parties[@kind = 'person'], $parties[not($parties/@kind = 'person')])"/>
    <xsl:variable name="names" as="xs:string*" select="
      $shown ! (if (@pseudo and @name) then . || ' (' || @name || ')' else string((@name, .)[1]))"/>
    <xsl:sequence select="string-join($names, ' ' || f:label(if ($parties/@alternative) then 'or' else 'and') || ' ')"/>
  </xsl:function>

</xsl:stylesheet>
