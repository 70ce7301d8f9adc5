<?xml version="1.0" encoding="UTF-8"?>
<!-- Notes: the translator's glosses in the line, notes between the blocks, notes at the foot and their calls. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- A note in running text or on a line of the form: an identity, a variant, a sic. -->
  <xsl:template match="note" mode="m:text" as="element()">
    <xsl:element name="{if (f:has-blocks(.) and not(ancestor::p)) then 'div' else 'span'}">
      <xsl:call-template name="m:attributes"/>
      <xsl:call-template name="m:content"/>
      <xsl:call-template name="m:signature"/>
    </xsl:element>
  </xsl:template>

  <!-- A note that stands between the blocks of the text. -->
  <xsl:template match="note[f:is-block(.)]" mode="m:text" as="element(Q{}div)">
    <div role="note">
      <xsl:call-template name="m:attributes"/>
      <xsl:call-template name="m:permalink"/>
      <xsl:call-template name="m:content"/>
      <xsl:call-template name="m:signature"/>
    </div>
  </xsl:template>

  <!-- A note at the foot, with a way back to its call. -->
  <xsl:template match="note[@place = ('foot', 'end')][f:is-block(.)]" mode="m:text" as="element(Q{}aside)" priority="1">
    <aside role="doc-footnote">
      <xsl:call-template name="m:attributes"/>
      <xsl:call-template name="m:permalink"/>
      <xsl:call-template name="m:content"/>
      <xsl:call-template name="m:signature"/>
      <xsl:if test="exists(fp:calls(.))">
        <xsl:text> </xsl:text>
        <a class="apparatus back" role="doc-backlink" href="#call-{@xml:id}" lang="{$lang}"
          aria-label="{f:fill('note.back', map { 'n': string(@n) })}">↩</a>
      </xsl:if>
    </aside>
  </xsl:template>

  <!-- The call of a note. -->
  <xsl:template match="ref[key('fp:note', substring-after(@target, '#'))]" mode="m:text" as="element()" priority="1">
    <xsl:element name="{if (f:is-link(.)) then 'a' else 'span'}">
      <xsl:attribute name="class" select="'ref noteref'"/>
      <xsl:if test="f:is-link(.)">
        <xsl:attribute name="href" select="@target"/>
        <xsl:attribute name="role" select="'doc-noteref'"/>
      </xsl:if>
      <xsl:if test=". is fp:calls(key('fp:note', substring-after(@target, '#'))[1])[1]">
        <xsl:attribute name="id" select="'call-' || substring-after(@target, '#')"/>
      </xsl:if>
      <xsl:call-template name="m:content"/>
    </xsl:element>
  </xsl:template>

  <!-- Any other reference: a link only to the web or within the file. -->
  <xsl:template match="ref" mode="m:text" as="element()">
    <xsl:variable name="link" as="xs:boolean" select="f:is-link(.) and (starts-with(@target, '#') or starts-with(@target, 'http://') or starts-with(@target, 'https://'))"/>
    <xsl:element name="{if ($link) then 'a' else 'span'}">
      <xsl:call-template name="m:attributes"/>
      <xsl:if test="$link">
        <xsl:attribute name="href" select="@target"/>
      </xsl:if>
      <xsl:call-template name="m:content"/>
    </xsl:element>
  </xsl:template>

  <!-- Where each called note stands on a wide screen: beside its call, or below the note before it. The style sheet says what
       is wide; a browser that cannot place a thing beside another leaves the notes at the end. The rules are an address of
       their own, not an element of style: checkers of HTML would take their properties, which are young, for mistakes. -->
  <xsl:template match="text" mode="m:beside" as="element(Q{}link)?">
    <xsl:variable name="notes" as="element(note)*" select=".//note[@place = ('foot', 'end')][f:is-block(.)][exists(fp:calls(.))]"/>
    <xsl:if test="exists($notes)">
      <xsl:variable name="rules" as="xs:string*">
        <xsl:for-each select="$notes">
          <xsl:variable name="call" as="xs:string" select="'anchor(--call-' || position() || ' top)'"/>
          <xsl:variable name="after" as="xs:string" select="
            if (position() eq 1) then $call else 'max(' || $call || ',calc(anchor(--note-' || position() - 1 || ' bottom) + .6rem))'"/>
          <xsl:sequence select="
            '[id=&quot;call-' || @xml:id || '&quot;]{anchor-name:--call-' || position() || '}',
            '[id=&quot;' || @xml:id || '&quot;]{anchor-name:--note-' || position() || ';--beside:' || $after || '}'"/>
        </xsl:for-each>
      </xsl:variable>
      <link rel="stylesheet" href="data:text/css,{encode-for-uri(string-join($rules))}"/>
    </xsl:if>
  </xsl:template>

  <!-- Notes by id. -->
  <xsl:key name="fp:note" match="text//note" use="@xml:id"/>

  <!-- Calls by the id of the note they call. -->
  <xsl:key name="fp:call" match="text//ref" use="substring-after(@target, '#')"/>

  <!-- The calls of a note, in order. -->
  <xsl:function name="fp:calls" as="element(ref)*">
    <xsl:param name="note" as="element(note)"/>
    <xsl:sequence select="$note/@xml:id ! key('fp:call', .)"/>
  </xsl:function>

</xsl:stylesheet>
