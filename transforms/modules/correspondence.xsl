<?xml version="1.0" encoding="UTF-8"?>
<!-- Correspondence: who wrote to whom, by whose hand, with copies to whom, and when. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The sentences under the title: the parties, then the times. -->
  <xsl:template match="profileDesc" mode="m:correspondence" as="element(Q{}p)*">
    <xsl:variable name="actions" as="element(correspAction)*" select="correspDesc[not(@corresp)]/correspAction"/>
    <xsl:where-populated>
      <p class="correspondence">
        <xsl:for-each-group select="$actions" group-by="f:leg(.)">
          <xsl:sort select="index-of(('from', 'via', 'to', 'copy'), current-grouping-key())"/>
          <xsl:text>{if (position() gt 1) then ' ' else ''}</xsl:text>
          <span class="leg {current-grouping-key()}">
            <span class="key">{f:label('leg.' || current-grouping-key())}</span>
            <xsl:text> </xsl:text>
            <xsl:for-each select="current-group()">
              <xsl:text>{if (position() gt 1) then '; ' else ''}</xsl:text>
              <xsl:apply-templates select="." mode="m:parties"/>
            </xsl:for-each>
          </span>
        </xsl:for-each-group>
      </p>
    </xsl:where-populated>
    <xsl:where-populated>
      <p class="times">
        <xsl:for-each select="$actions[date[@when]]">
          <xsl:sort select="date[1]/@when"/>
          <xsl:text>{if (position() gt 1) then ' · ' else ''}</xsl:text>
          <xsl:text>{f:worded('time.', f:event(.))} </xsl:text>
          <time datetime="{f:machine-date(date[1]/@when)}">{f:date-in-words(date[1]/@when)}</time>
        </xsl:for-each>
      </p>
    </xsl:where-populated>
  </xsl:template>

  <!-- The parties of an enclosed message, after its caption. -->
  <xsl:template match="correspDesc" mode="m:enclosed-parties" as="item()*">
    <xsl:for-each select="correspAction[f:leg(.) = ('from', 'to')]">
      <xsl:text>{if (position() eq 1) then ': ' else ' '}</xsl:text>
      <xsl:text>{f:label('leg-inline.' || f:leg(.))} </xsl:text>
      <xsl:apply-templates select="." mode="m:parties"/>
    </xsl:for-each>
  </xsl:template>

  <!-- The names of one action: persons and offices, then the place; “X or Y” as the source leaves it open. -->
  <xsl:template match="correspAction" mode="m:parties" as="item()*">
    <xsl:variable name="conjunction" as="xs:string" select="if (note[@type = 'alternative']) then 'or' else 'and'"/>
    <xsl:for-each select="persName | name | orgName[not(../persName) or f:leg(..) = 'copy']">
      <xsl:text>{if (position() eq 1) then '' else if (position() eq last()) then ' ' || f:label($conjunction) || ' ' else ', '}</xsl:text>
      <xsl:apply-templates select="." mode="m:party"/>
    </xsl:for-each>
    <xsl:if test="f:leg(.) != 'copy'">
      <xsl:variable name="named" as="xs:boolean" select="exists(persName | name | orgName)"/>
      <xsl:for-each select="orgName[../persName], placeName">
        <xsl:text>{if ($named or position() gt 1) then ', ' else ''}</xsl:text>
        <xsl:apply-templates select="." mode="m:party"/>
      </xsl:for-each>
    </xsl:if>
  </xsl:template>

  <!-- One party: the name the edition knows; for a cover name that name with the bearer after it. -->
  <xsl:template match="persName | name | orgName | placeName" mode="m:party" as="item()*">
    <xsl:variable name="known" as="xs:string?" select="f:main-name(@ref)"/>
    <xsl:variable name="surface" as="xs:string" select="normalize-space(.)"/>
    <xsl:variable name="address" as="xs:string?">
      <xsl:apply-templates select="@ref[exists($known)] ! string()" mode="m:address"/>
    </xsl:variable>
    <xsl:choose>
      <xsl:when test="@resp = '#teicable'">
        <span class="key">{f:label('not-stated')}</span>
      </xsl:when>
      <xsl:when test="empty($known)">
        <span class="{local-name()}" lang="{f:language-of(.)}">{$surface}</span>
      </xsl:when>
      <xsl:when test="@type = 'pseudo'">
        <a class="{local-name()} name pseudo" href="{$address}" lang="{f:language-of(.)}">{$surface}</a>
        <xsl:text> ({$known})</xsl:text>
      </xsl:when>
      <xsl:otherwise>
        <a class="{local-name()} name" href="{$address}" lang="{f:language-of(.)}">{$known}</a>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The part an action plays for the reader: from, via, to, copy; none for a cipher office. -->
  <xsl:function name="f:leg" as="xs:string?">
    <xsl:param name="action" as="element(correspAction)"/>
    <xsl:sequence select="
      if ($action/@type = 'sent') then 'from'
      else if ($action/@type = 'forwarded') then 'via'
      else if ($action/@type = 'received') then (if ($action/@subtype = 'copy') then 'copy' else 'to')
      else ()"/>
  </xsl:function>

  <!-- What an action's date is the date of; a key of the labels time.*. -->
  <xsl:function name="f:event" as="xs:string">
    <xsl:param name="action" as="element(correspAction)"/>
    <xsl:sequence select="if ($action/@subtype = 'encipherment') then 'encipherment' else string(($action/@type, 'sent')[1])"/>
  </xsl:function>

</xsl:stylesheet>
