<?xml version="1.0" encoding="UTF-8"?>
<!-- The form: what stands above and below the text of a telegram, line by line in source order. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <!-- An opener or closer: each child is a line; one that runs on shares the line before it. -->
  <xsl:template match="opener | closer" mode="m:text" as="element(Q{}div)">
    <div>
      <xsl:call-template name="m:attributes">
        <xsl:with-param name="class" select="'form'"/>
      </xsl:call-template>
      <xsl:for-each-group select="node()[self::*[not(self::lb)] or self::text()[normalize-space()]]" group-starting-with="node()[not(f:runs-on(.))]">
        <xsl:apply-templates select="." mode="m:line">
          <xsl:with-param name="line" select="current-group()"/>
        </xsl:apply-templates>
      </xsl:for-each-group>
    </div>
  </xsl:template>

  <!-- One line of the form, headed by the context node; its class names every element and type on it. -->
  <xsl:template match="node()" mode="m:line" as="node()*">
    <!-- The nodes that share the line. -->
    <xsl:param name="line" as="node()+" select="."/>
    <xsl:element name="{if (some $part in $line satisfies f:has-blocks($part)) then 'div' else 'p'}">
      <xsl:choose>
        <xsl:when test="empty(tail($line)) and @type ne local-name()">
          <xsl:attribute name="class" select="'line line-' || local-name() || ' line-' || @type"/>
        </xsl:when>
        <xsl:otherwise>
          <xsl:attribute name="class" select="string-join(distinct-values(('line', $line/self::* ! (local-name(), @type) ! ('line-' || .))), ' ')"/>
        </xsl:otherwise>
      </xsl:choose>
      <xsl:apply-templates select="$line" mode="m:text"/>
    </xsl:element>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- The address: its lines. -->
  <xsl:template match="address" mode="m:text" as="element(Q{}span)">
    <span>
      <xsl:call-template name="m:attributes"/>
      <xsl:apply-templates mode="m:text"/>
    </span>
  </xsl:template>

  <!-- Parts of the form that are a line or stand in one. -->
  <xsl:template match="addrLine | salute | signed | dateline" mode="m:text" as="element(Q{}span)">
    <span>
      <xsl:call-template name="m:attributes"/>
      <xsl:call-template name="m:content"/>
    </span>
  </xsl:template>

  <!-- Office, marking, handling, number, field, sheet, production, distribution; what no rule understood says so. -->
  <xsl:template match="seg" mode="m:text" as="element()">
    <xsl:element name="{if (f:has-blocks(.)) then 'div' else 'span'}">
      <xsl:call-template name="m:attributes"/>
      <xsl:if test="@type = 'unparsed'">
        <xsl:attribute name="title" select="f:label('unparsed')"/>
      </xsl:if>
      <xsl:call-template name="m:content"/>
    </xsl:element>
  </xsl:template>

  <!-- A part of the form that begins with its label, or has several (Destination: … To Whom: …): each label and what
       is stated under it can be set apart. -->
  <xsl:template match="(seg | dateline | addrLine)[fp:is-label(node()[1])][not(f:has-blocks(.))]" mode="m:text" as="element(Q{}span)" priority="1">
    <span>
      <xsl:call-template name="m:attributes">
        <xsl:with-param name="class" select="'labelled'"/>
      </xsl:call-template>
      <xsl:if test="@type = 'unparsed'">
        <xsl:attribute name="title" select="f:label('unparsed')"/>
      </xsl:if>
      <xsl:call-template name="m:delimiters">
        <xsl:with-param name="characters" select="f:opening(.)"/>
      </xsl:call-template>
      <xsl:for-each-group select="node()" group-starting-with="text()[fp:is-label(.)]">
        <span class="pair">
          <span class="form-label">
            <xsl:apply-templates select="current-group()[1]" mode="m:text"/>
          </span>
          <span class="form-value">
            <xsl:apply-templates select="tail(current-group())" mode="m:text"/>
          </span>
        </span>
      </xsl:for-each-group>
      <xsl:call-template name="m:delimiters">
        <xsl:with-param name="characters" select="f:closing(.)"/>
      </xsl:call-template>
    </span>
  </xsl:template>

  <!-- Whether a text is a label: the words before a number, a date or a copy count, or any that end with a colon; always
       with something after them. A comma ends a place, no label. -->
  <xsl:function name="fp:is-label" as="xs:boolean">
    <xsl:param name="node" as="node()?"/>
    <xsl:variable name="sign" as="xs:string?" select="$node/self::text()[following-sibling::node()[1][self::*]] ! f:last-sign(.)"/>
    <xsl:sequence select="
      $sign ne '' and $sign ne ','
      and ($sign eq ':'
        or empty($node/preceding-sibling::node()) and exists($node/following-sibling::*[1][self::idno or self::date or self::num])
          and exists($node/(parent::dateline | parent::seg[@type = ('number', 'field', 'sheet', 'production')])))"/>
  </xsl:function>

  <!-- Whether a part of the form continues the line before it: said by @rend, or by no blank between the two. -->
  <xsl:function name="f:runs-on" as="xs:boolean">
    <xsl:param name="part" as="node()"/>
    <xsl:variable name="before" as="node()?" select="$part/preceding-sibling::node()[not(self::comment())][1]"/>
    <xsl:sequence select="
      tokenize($part[self::*]/@rend) = 'run-on'
      or exists($before) and not($before/self::lb)
         and not($before/self::text() and not(normalize-space($before)))"/>
  </xsl:function>

</xsl:stylesheet>
