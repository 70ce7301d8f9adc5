<?xml version="1.0" encoding="UTF-8"?>
<!-- What needs a person's decision, to one page that can be worked through without a network. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="modules/labels.xsl"/>
  <xsl:include href="modules/spoken.xsl"/>

  <!-- Text of the style sheet. -->
  <xsl:param name="css-inline" as="xs:string" select="''"/>

  <!-- Text of the script. -->
  <xsl:param name="script-inline" as="xs:string" select="''"/>

  <xsl:output method="html" version="5.0" encoding="UTF-8" indent="no" include-content-type="no"/>

  <!-- The page. -->
  <xsl:template match="/review" as="element(html)">
    <xsl:variable name="made" as="element(html)">
      <html lang="{$lang}">
        <head>
          <meta charset="utf-8"/>
          <meta name="viewport" content="width=device-width, initial-scale=1"/>
          <meta name="color-scheme" content="light dark"/>
          <title>{string-join((f:label('review'), @title[. ne '']), ' — ')}</title>
          <style>{$css-inline}</style>
          <!-- Before anything is drawn, so that nothing moves when the tools come. -->
          <script>document.documentElement.classList.add("working");</script>
        </head>
        <body data-edition="{@title}" data-count="{f:label('review.count')}" data-saved="{f:label('review.saved')}"
          data-nothing="{f:label('review.nothing')}" data-missing="{f:label('review.missing')}">
          <a class="skip" href="#items">{f:label('review.skip')}</a>
          <header class="banner">
            <span class="edition">{@title}</span>
          </header>
          <main class="review">
            <header class="heading">
              <h1>{f:label('review')}</h1>
              <p>{f:label('review.about')}</p>
              <p class="keys">{f:label('review.keys')}</p>
              <noscript>
                <p>{f:label('review.noscript')}</p>
              </noscript>
            </header>
            <form id="review" autocomplete="off">
              <xsl:call-template name="mp:tools"/>
              <datalist id="elements">
                <xsl:for-each select="choice">
                  <option value="{@value}">{@label}</option>
                </xsl:for-each>
              </datalist>
              <datalist id="lines">
                <xsl:for-each select="line">
                  <option value="{@value}"/>
                </xsl:for-each>
              </datalist>
              <div id="items" tabindex="-1">
                <xsl:apply-templates select="document"/>
              </div>
              <p id="none" hidden="hidden">{f:label('review.none')}</p>
            </form>
          </main>
          <script>{$script-inline}</script>
        </body>
      </html>
    </xsl:variable>
    <xsl:sequence select="f:spoken($made)"/>
  </xsl:template>

  <!-- What narrows the list, how far the work is, and the file to save. -->
  <xsl:template name="mp:tools" as="element(div)">
    <div class="tools">
      <div class="filters" role="group" aria-label="{f:label('review.filters')}">
        <xsl:call-template name="mp:filter">
          <xsl:with-param name="name" select="'document'"/>
          <xsl:with-param name="values" select="document/@id/string()"/>
        </xsl:call-template>
        <xsl:call-template name="mp:filter">
          <xsl:with-param name="name" select="'code'"/>
          <xsl:with-param name="values" select="sort(distinct-values(document/item/@code[. ne '']))"/>
        </xsl:call-template>
        <xsl:call-template name="mp:filter">
          <xsl:with-param name="name" select="'certainty'"/>
          <xsl:with-param name="values" select="('low', 'medium', 'high')[. = current()/document/item/@certainty]"/>
          <xsl:with-param name="labels" select="'review.certainty.'"/>
        </xsl:call-template>
        <xsl:call-template name="mp:filter">
          <xsl:with-param name="name" select="'state'"/>
          <xsl:with-param name="values" select="'open', 'decided'"/>
          <xsl:with-param name="labels" select="'review.state.'"/>
        </xsl:call-template>
      </div>
      <div class="saving">
        <p id="count" role="status">{f:fill('review.count', map { 'done': '0', 'all': string(count(document/item)) })}</p>
        <xsl:if test="count(editor) gt 1">
          <label>
            <span>{f:label('review.by')}</span>
            <select id="by">
              <xsl:for-each select="editor">
                <option value="{@id}">{@name}</option>
              </xsl:for-each>
            </select>
          </label>
        </xsl:if>
        <button type="button" id="save">{f:label('review.save')}</button>
      </div>
      <p id="told" role="status"/>
    </div>
  </xsl:template>

  <!-- One choice that narrows the list. -->
  <xsl:template name="mp:filter" as="element(label)">
    <!-- Which of the data of an item it is about. -->
    <xsl:param name="name" as="xs:string"/>
    <!-- What can be chosen. -->
    <xsl:param name="values" as="xs:string*"/>
    <!-- Beginning of the keys under which the values have labels. -->
    <xsl:param name="labels" as="xs:string" select="''"/>
    <label>
      <span>{f:label('review.filter.' || $name)}</span>
      <select data-filter="{$name}">
        <option value="">{f:label('review.all')}</option>
        <xsl:for-each select="$values">
          <option value="{.}">{if ($labels) then f:label($labels || .) else .}</option>
        </xsl:for-each>
      </select>
    </label>
  </xsl:template>

  <!-- A document and its items. -->
  <xsl:template match="document" as="element(section)">
    <section aria-labelledby="d-{@id}">
      <h2 id="d-{@id}">{@id}</h2>
      <xsl:apply-templates select="item"/>
    </section>
  </xsl:template>

  <!-- One item: the words, what is thought of them, and the choice. -->
  <xsl:template match="item" as="element(article)">
    <article id="k-{@key}" data-key="{@key}" data-document="{../@id}" data-words="{words}" data-code="{@code}" data-certainty="{@certainty}"
      tabindex="-1" aria-labelledby="w-{@key}">
      <p class="place">
        <span>{@place}</span>
        <code>{@key}</code>
      </p>
      <p class="context" id="w-{@key}">{before}<mark>{words}</mark>{after}</p>
      <p class="thought">
        <xsl:if test="not(@finding)">
          <code class="claim">{string-join((@claim, @value[. ne '']), ' ')}</code>
        </xsl:if>
        <xsl:if test="@basis ne ''">
          <span class="grounds">{f:fill('review.grounds', map { 'basis': f:label('basis.' || @basis), 'certainty': f:label('review.certainty.' || @certainty) })}</span>
        </xsl:if>
      </p>
      <xsl:for-each select="with">
        <p class="thought">
          <span>{f:fill('review.together', map { 'words': string(.) })} </span>
          <code class="claim">{string-join((@claim, @value[. ne '']), ' ')}</code>
        </p>
      </xsl:for-each>
      <xsl:for-each select="editor">
        <p class="found">{f:fill('review.editor', map { 'what': string(.) })}</p>
      </xsl:for-each>
      <xsl:for-each select="message">
        <p class="found">
          <code>{../@code}</code>
          <xsl:text> {.}</xsl:text>
        </p>
      </xsl:for-each>
      <fieldset>
        <legend>{f:fill('review.legend', map { 'words': string(words) })}</legend>
        <xsl:variable name="key" as="xs:string" select="@key"/>
        <xsl:variable name="finding" as="xs:string" select="if (@claim eq 'A010') then '.office' else if (@finding) then '.finding' else ''"/>
        <div class="verdicts">
          <xsl:for-each select="'open', tokenize(@verdicts)">
            <label>
              <input type="radio" name="v-{$key}" value="{if (. eq 'open') then '' else .}">
                <xsl:if test=". eq 'open'">
                  <xsl:attribute name="checked" select="'checked'"/>
                </xsl:if>
              </input>
              <span>{f:label('review.' || . || (if (. eq 'accept') then $finding else ''))}</span>
            </label>
          </xsl:for-each>
        </div>
        <xsl:if test="tokenize(@verdicts) = 'replace'">
          <label class="with" hidden="hidden">
            <span>{f:label('review.with')}</span>
            <input type="text" data-part="replacement" list="{if (@claim eq 'S101') then 'lines' else 'elements'}" spellcheck="false" placeholder="{@example}"/>
          </label>
        </xsl:if>
        <label class="why" hidden="hidden">
          <span>{f:label('review.why')}</span>
          <input type="text" data-part="why"/>
        </label>
      </fieldset>
    </article>
  </xsl:template>

</xsl:stylesheet>
