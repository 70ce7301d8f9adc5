<?xml version="1.0" encoding="UTF-8"?>
<!-- Search: the page on which js/search.js works; without it, the ways that lead to the documents all the same. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- By what a search is narrowed, in the order of the page; the names are those of modules/record.xsl. -->
  <xsl:variable name="fp:facets" as="xs:string+" select="'sender', 'addressee', 'year', 'kind', 'marking', 'archive', 'language'"/>

  <!-- Address of the script of the page. -->
  <xsl:param name="search-script" as="xs:string" select="'js/search.js'"/>

  <!-- The page: why there is no search where there is none; field, facets and results, shown by the script. -->
  <xsl:template match="edition" mode="m:search" as="element()+">
    <div id="search-without" class="without">
      <noscript>
        <p>{f:label('search.noscript')}</p>
      </noscript>
      <p id="search-file" hidden="hidden">{f:label('search.file')}</p>
      <p id="search-missing" hidden="hidden">{f:label('search.missing')}</p>
      <p>
        <xsl:text>{f:label('search.instead')}</xsl:text>
        <xsl:variable name="ways" as="map(xs:string, xs:string)*" select="
          map { 'key': 'documents', 'href': $index-href }, map { 'key': 'chronology', 'href': $chronology-href },
          map { 'key': 'persons', 'href': $persons-href }, map { 'key': 'places', 'href': $places-href }"/>
        <xsl:for-each select="$ways[?href ne '']">
          <xsl:text>{if (position() gt 1) then ' · ' else ' '}</xsl:text>
          <a href="{?href}">{f:label('way.' || ?key)}</a>
        </xsl:for-each>
      </p>
    </div>
    <form id="search" class="search" role="search" hidden="hidden" autocomplete="off" data-found="{f:label('search.found')}"
      data-none="{f:label('search.none')}" data-many="{f:label('documents.count')}" data-arrow="{f:label('arrow')}" data-name="{f:label('search.name')}" data-named="{f:label('search.named')}" data-waiting="{f:label('search.waiting')}">
      <p class="field">
        <label for="search-words">{f:label('search.words')}</label>
        <input id="search-words" type="search" name="q" aria-describedby="search-help" enterkeyhint="search" spellcheck="false"/>
      </p>
      <p id="search-help" class="help">{f:label('search.help')}</p>
      <details id="search-facets" class="facets">
        <summary>{f:label('search.narrow')} <span id="search-chosen"/></summary>
        <div class="columns">
          <xsl:for-each select="$fp:facets">
            <fieldset data-facet="{.}" hidden="hidden">
              <legend>{f:label('facet.' || .)}</legend>
              <ul role="list"/>
            </fieldset>
          </xsl:for-each>
        </div>
        <p>
          <button id="search-clear" type="button" hidden="hidden">{f:label('search.clear')}</button>
        </p>
      </details>
      <p class="order">
        <label for="search-order">{f:label('search.order')}</label>
        <select id="search-order" name="sort">
          <xsl:for-each select="'', 'oldest', 'newest'">
            <option value="{.}">{f:label('search.order.' || (.[. ne ''], 'best')[1])}</option>
          </xsl:for-each>
        </select>
      </p>
    </form>
    <p id="search-count" class="count" role="status" aria-live="polite"/>
    <ol id="search-results" class="documents results" role="list"/>
    <p>
      <button id="search-more" type="button" hidden="hidden">{f:label('search.more')}</button>
    </p>
    <script src="{$search-script}" defer="defer"/>
  </xsl:template>

</xsl:stylesheet>
