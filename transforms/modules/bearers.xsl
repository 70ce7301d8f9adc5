<?xml version="1.0" encoding="UTF-8"?>
<!-- Bearers: what the authority files say of a person, a place, an organisation. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="particulars.xsl"/>

  <!-- An office someone held, with the years as far as the authority file states them. -->
  <xsl:template match="affiliation" mode="m:card" as="element(Q{}span)">
    <xsl:variable name="dates" as="xs:string*" select="(@notBefore, @from)[1], (@notAfter, @to)[1]"/>
    <span class="fact">
      <span lang="{f:language-of(.)}">{normalize-space()}</span>
      <xsl:if test="exists($dates)">
        <xsl:text> ({string-join(((@notBefore, @from, '')[1], (@notAfter, @to, '')[1]) ! (if (. eq '') then '' else f:date-in-words(.)), '–')})</xsl:text>
      </xsl:if>
      <xsl:call-template name="m:qualified">
        <xsl:with-param name="shown" select="'xml:lang', 'xml:id', 'notBefore', 'from', 'notAfter', 'to'"/>
      </xsl:call-template>
    </span>
  </xsl:template>

  <!-- A register number, linked where the register has a stable address. -->
  <xsl:template match="idno" mode="m:card" as="element(Q{}span)">
    <xsl:variable name="register" as="xs:string?" select="map {
      'Wikidata': 'https://www.wikidata.org/wiki/', 'VIAF': 'https://viaf.org/viaf/',
      'GND': 'https://d-nb.info/gnd/', 'LC': 'https://id.loc.gov/authorities/names/', 'GeoNames': 'https://www.geonames.org/' }(string(@type))"/>
    <span class="fact">
      <span class="key">{@type}</span>
      <xsl:text> </xsl:text>
      <xsl:choose>
        <xsl:when test="exists($register)">
          <a href="{$register}{.}">{.}</a>
        </xsl:when>
        <xsl:otherwise>{.}</xsl:otherwise>
      </xsl:choose>
      <xsl:call-template name="m:qualified"/>
    </span>
  </xsl:template>

  <!-- A remark of the authority file. -->
  <xsl:template match="note" mode="m:card" as="element(Q{}span)">
    <span class="fact">
      <span lang="{f:language-of(.)}">{normalize-space(.)}</span>
      <xsl:call-template name="m:qualified">
        <xsl:with-param name="shown" select="'xml:lang', 'type'[not(current()/@type = 'alternative')]"/>
      </xsl:call-template>
    </span>
  </xsl:template>

  <!-- Birth, death, where a place is: under the name of the element. -->
  <xsl:template match="birth | death | country | settlement | geo" mode="m:card" as="element(Q{}span)">
    <span class="fact">
      <span class="key">{f:worded('element.', local-name())}</span>
      <xsl:text> </xsl:text>
      <xsl:if test="normalize-space()">
        <span lang="{f:language-of(.)}">{normalize-space()}</span>
      </xsl:if>
      <xsl:call-template name="m:qualified"/>
    </span>
  </xsl:template>

  <!-- A location is what stands in it. -->
  <xsl:template match="location" mode="m:card" as="element(Q{}span)*">
    <xsl:apply-templates select="*" mode="m:card"/>
    <xsl:call-template name="m:qualified"/>
  </xsl:template>

  <!-- A claim about a cover name: whose, how sure, on whose word. -->
  <xsl:template match="relation" mode="m:card" as="element(Q{}span)">
    <span class="fact">
      <span class="key">{f:worded('element.', local-name())}</span>
      <xsl:call-template name="m:qualified">
        <xsl:with-param name="shown" select="'xml:id', 'xml:lang'"/>
      </xsl:call-template>
    </span>
  </xsl:template>

  <!-- All that the authorities know of a bearer beside names, in the order of a card. -->
  <xsl:function name="f:known" as="element()*">
    <xsl:param name="bearer" as="element()?"/>
    <xsl:sequence select="
      $bearer/(affiliation, birth, death, (country | settlement | location), idno, note),
      $bearer/@xml:id ! key('fp:claim', ., root())"/>
  </xsl:function>

  <!-- Claims about a cover name, by the ids of whom they are about. -->
  <xsl:key name="fp:claim" match="relation" use="(@active, @passive) ! tokenize(.) ! replace(., '^.*[:#]', '')"/>

  <!-- Further forms of a name under one label, each in its language. -->
  <xsl:template name="m:forms" as="element(Q{}span)?">
    <!-- Key of the label. -->
    <xsl:param name="key" as="xs:string"/>
    <!-- The forms. -->
    <xsl:param name="forms" as="element()*"/>
    <xsl:if test="exists($forms)">
      <span class="fact">
        <span class="key">{f:label($key)}</span>
        <xsl:for-each select="$forms">
          <xsl:text>{if (position() gt 1) then ', ' else ' '}</xsl:text>
          <span lang="{f:language-of(.)}">{normalize-space(.)}</span>
          <xsl:call-template name="m:qualified"/>
        </xsl:for-each>
      </span>
    </xsl:if>
  </xsl:template>

</xsl:stylesheet>
