<?xml version="1.0" encoding="UTF-8"?>
<!-- Exchanges: who wrote to whom as a page; the drawing, the same as a table, and the documents of each exchange in time. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Documents by their ids. -->
  <xsl:key name="fp:document" match="document" use="@id"/>

  <!-- The page. -->
  <xsl:template match="edition" mode="m:network" as="element()+">
    <xsl:variable name="messages" as="element(message)*">
      <xsl:apply-templates select="." mode="m:messages"/>
    </xsl:variable>
    <xsl:variable name="names" as="map(xs:string, element(party))" select="f:correspondents($messages)"/>
    <xsl:variable name="exchanges" as="element(exchange)*" select="f:exchanges($messages)"/>
    <xsl:variable name="left-out" as="xs:integer" select="count(document[not(@id = $messages/@document)])"/>
    <p class="lead">{f:label(if (exists($messages)) then 'network.about' else 'network.none')}</p>
    <xsl:if test="exists($messages)">
      <xsl:call-template name="m:network">
        <xsl:with-param name="exchanges" select="$exchanges"/>
        <xsl:with-param name="names" select="$names"/>
      </xsl:call-template>
      <xsl:call-template name="mp:table">
        <xsl:with-param name="exchanges" select="$exchanges"/>
        <xsl:with-param name="names" select="$names"/>
      </xsl:call-template>
      <p class="remark">
        <xsl:text>{f:label('network.counting')}</xsl:text>
        <xsl:if test="$left-out gt 0"> {f:fill('network.left-out', map { 'n': string($left-out) })}</xsl:if>
      </p>
      <section class="group">
        <h2>{f:label('network.documents')}</h2>
        <ol class="index" role="list">
          <xsl:apply-templates select="$exchanges" mode="mp:documents">
            <xsl:with-param name="names" select="$names" tunnel="yes"/>
            <xsl:with-param name="edition" select="." tunnel="yes"/>
          </xsl:apply-templates>
        </ol>
      </section>
    </xsl:if>
  </xsl:template>

  <!-- The exchanges as a table: how many messages there and back, by whom they were passed on, in which years. -->
  <xsl:template name="mp:table" as="element(div)">
    <!-- These exchanges. -->
    <xsl:param name="exchanges" as="element(exchange)+"/>
    <!-- How correspondents are called. -->
    <xsl:param name="names" as="map(xs:string, element(party))"/>
    <div class="scroll" id="exchanges" role="region" tabindex="0" aria-labelledby="exchanges-caption">
      <table class="figures exchanges">
        <caption id="exchanges-caption">{f:label('network.table')}</caption>
        <thead>
          <tr>
            <th scope="col">{f:label('network.between')}</th>
            <xsl:for-each select="'there', 'back'">
              <th scope="col" class="number">
                <span class="arrow" aria-hidden="true">{if (. eq 'there') then '→' else '←'}</span>
                <span class="hidden">{f:label('network.' || .)}</span>
              </th>
            </xsl:for-each>
            <th scope="col" class="years">{f:label('network.years')}</th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="$exchanges">
            <xsl:variable name="there" as="element(message)+" select="message[@from eq ../@from]"/>
            <xsl:variable name="years" as="xs:string*" select="message/@order[not(starts-with(., '9999'))] ! substring(., 1, 4)"/>
            <tr>
              <th scope="row">
                <a href="#{encode-for-uri(@id)}">
                  <xsl:apply-templates select="$names(@from)" mode="m:correspondent"/>
                  <xsl:text> – </xsl:text>
                  <xsl:apply-templates select="$names(@to)" mode="m:correspondent"/>
                </a>
                <xsl:text> </xsl:text>
                <xsl:apply-templates select="." mode="mp:relays">
                  <xsl:with-param name="names" select="$names"/>
                </xsl:apply-templates>
              </th>
              <td class="number">{count($there)}</td>
              <td class="number">{(count(message) - count($there))[. gt 0]}</td>
              <td class="years">{distinct-values(($years[1], $years[last()])) => string-join('–')}</td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </div>
  </xsl:template>

  <!-- By whom messages of an exchange were passed on, and how many of them. -->
  <xsl:template match="exchange" mode="mp:relays" as="element(span)?">
    <!-- How correspondents are called. -->
    <xsl:param name="names" as="map(xs:string, element(party))"/>
    <xsl:where-populated>
      <span class="parts">
        <xsl:for-each-group select="message" group-by="tokenize(@via)">
          <xsl:sort select="count(current-group())" order="descending"/>
          <xsl:text>{if (position() eq 1) then f:label('via') else ','} </xsl:text>
          <xsl:apply-templates select="$names(current-grouping-key())" mode="m:correspondent"/>
          <xsl:text>{(' (' || count(current-group()) || ')')[last() gt 1 or count(current-group()) lt count(current()/../message)]}</xsl:text>
        </xsl:for-each-group>
      </span>
    </xsl:where-populated>
  </xsl:template>

  <!-- An exchange and its documents in time. -->
  <xsl:template match="exchange" mode="mp:documents" as="element(li)">
    <!-- How correspondents are called. -->
    <xsl:param name="names" as="map(xs:string, element(party))" tunnel="yes"/>
    <!-- Where the documents are. -->
    <xsl:param name="edition" as="element(edition)" tunnel="yes"/>
    <li id="{@id}">
      <h3 class="bearer">
        <xsl:for-each select="@from, @to">
          <xsl:text>{if (position() eq 2) then ' – ' else ''}</xsl:text>
          <xsl:variable name="name" as="element(span)">
            <xsl:apply-templates select="$names(.)" mode="m:correspondent"/>
          </xsl:variable>
          <xsl:variable name="page" as="xs:string" select="
            string(map { 'person': $persons-href, 'org': $organisations-href, 'place': $places-href }(string($names(.)/@kind)))"/>
          <xsl:choose>
            <xsl:when test="$names(.)/@ref and $page ne ''">
              <a href="{$page}#{substring-after(., ':')}">
                <xsl:sequence select="$name"/>
              </a>
            </xsl:when>
            <xsl:otherwise>
              <xsl:sequence select="$name"/>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
        <xsl:text> </xsl:text>
        <span class="fact">{f:fill('documents.count', map { 'n': string(count(message)) })}</span>
      </h3>
      <ul class="occurrences" role="list">
        <xsl:apply-templates select="message" mode="mp:documents"/>
      </ul>
    </li>
  </xsl:template>

  <!-- One message: the document, and what its entry does not say by itself. -->
  <xsl:template match="message" mode="mp:documents" as="element(li)">
    <!-- How correspondents are called. -->
    <xsl:param name="names" as="map(xs:string, element(party))" tunnel="yes"/>
    <!-- Where the documents are. -->
    <xsl:param name="edition" as="element(edition)" tunnel="yes"/>
    <xsl:variable name="document" as="element(document)" select="key('fp:document', @document, root($edition))[1]"/>
    <li>
      <span class="when">{$document/date}</span>
      <xsl:text> </xsl:text>
      <div>
        <a href="{$document/@href}.html{@enclosed[. ne ''] ! ('#' || .)}" lang="{$document/@lang}">{$document/title}</a>
        <p class="parts">
          <xsl:apply-templates select="$names(@from)" mode="m:correspondent"/>
          <span class="arrow" aria-hidden="true"> → </span>
          <span class="hidden"> {f:label('arrow')} </span>
          <xsl:apply-templates select="$names(@to)" mode="m:correspondent"/>
          <xsl:for-each select="tokenize(@via)">
            <xsl:text>{if (position() eq 1) then ', ' || f:label('via') else ' ' || f:label('and')} </xsl:text>
            <xsl:apply-templates select="$names(.)" mode="m:correspondent"/>
          </xsl:for-each>
          <xsl:text>{(' · ' || f:label('enclosed.short'))[current()/@enclosed ne '']}</xsl:text>
          <xsl:text>{(' · ' || f:label('network.either'))[current()/@either eq 'true']}</xsl:text>
        </p>
      </div>
    </li>
  </xsl:template>

</xsl:stylesheet>
