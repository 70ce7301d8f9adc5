<?xml version="1.0" encoding="UTF-8"?>
<!-- The reference to what is deposited, for programs that keep references: CSL-JSON and BibTeX. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp" xmlns:j="http://www.w3.org/2005/xpath-functions"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- CSL-JSON. -->
  <xsl:template match="deposit" mode="m:csl" as="element(j:array)">
    <j:array>
      <j:map>
        <xsl:sequence select="
          f:text-member('id', (@id, identifier[@type = 'DOI'], 'edition')[1]),
          f:text-member('type', if (@scope = 'edition') then 'book' else if (agent[@role = 'sender']) then 'personal_communication' else 'manuscript'),
          f:text-member('title', title),
          f:objects-member('author', agent[@role = 'sender'] ! fp:csl-name(.)),
          f:objects-member('recipient', agent[@role = 'addressee'] ! fp:csl-name(.)),
          f:objects-member('editor', agent[@role = 'editor'] ! fp:csl-name(.)),
          f:objects-member('translator', agent[@role = 'translator'] ! fp:csl-name(.)),
          fp:csl-date('issued', if (@scope = 'edition') then publication/@date else date[@type = 'created']/(@when, @from, @notBefore)[1]),
          f:text-member('publisher', publication/@publisher),
          f:text-member('version', publication/@version),
          f:text-member('container-title', relation[@type = 'IsPartOf']),
          f:text-member('archive', held[1]/@repository),
          f:text-member('archive_location', held[1][. ne '']),
          f:text-member('DOI', identifier[@type = 'DOI']),
          f:text-member('URL', identifier[@type = 'URL'][1]),
          f:text-member('language', publication/@lang)"/>
      </j:map>
    </j:array>
  </xsl:template>

  <!-- BibTeX. -->
  <xsl:template match="deposit" mode="m:bibtex" as="xs:string">
    <xsl:variable name="fields" as="xs:string*" select="
      fp:bibtex('author', string-join(agent[@role = 'sender'] ! fp:braced(.), ' and ')),
      fp:bibtex('editor', string-join(agent[@role = 'editor'] ! fp:braced(.), ' and ')),
      fp:bibtex('translator', string-join(agent[@role = 'translator'] ! fp:braced(.), ' and ')),
      fp:bibtex('title', '{' || fp:escaped(title) || '}'),
      fp:bibtex('booktitle', relation[@type = 'IsPartOf'] ! fp:escaped(.)),
      fp:bibtex('publisher', publication/@publisher ! fp:escaped(.)),
      fp:bibtex('year', substring((if (@scope = 'edition') then publication/@date else date[@type = 'created']/(@when, @from, @notBefore)[1], '')[1], 1, 4)),
      fp:bibtex('version', publication/@version ! fp:escaped(.)),
      fp:bibtex('doi', identifier[@type = 'DOI']),
      fp:bibtex('url', identifier[@type = 'URL'][1])"/>
    <xsl:sequence select="
      (if (@scope = 'edition') then '@book{' else '@misc{') || (@id, 'edition')[1] || ',&#10;' || string-join($fields, ',&#10;') || '&#10;}&#10;'"/>
  </xsl:template>

  <!-- A name: divided where somebody says how, else whole. -->
  <xsl:function name="fp:csl-name" as="element(j:map)">
    <xsl:param name="agent" as="element(agent)"/>
    <xsl:variable name="names" as="xs:string*" select="f:divided($agent)"/>
    <j:map>
      <xsl:sequence select="
        if (exists($names)) then (f:text-member('family', $names[1]), f:text-member('given', $names[2])) else f:text-member('literal', $agent/@name)"/>
    </j:map>
  </xsl:function>

  <!-- A date in parts. -->
  <xsl:function name="fp:csl-date" as="element(j:map)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="date" as="xs:string?"/>
    <xsl:if test="matches($date, '^\d{4}')">
      <j:map key="{$key}">
        <j:array key="date-parts">
          <j:array>
            <xsl:for-each select="tokenize(substring-before($date || 'T', 'T'), '-')">
              <j:number>{xs:integer(.)}</j:number>
            </xsl:for-each>
          </j:array>
        </j:array>
      </j:map>
    </xsl:if>
  </xsl:function>

  <!-- A field; nothing where it is empty. -->
  <xsl:function name="fp:bibtex" as="xs:string?">
    <xsl:param name="name" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:sequence select="('  ' || $name || ' = {' || $value || '}')[$value ne '']"/>
  </xsl:function>

  <!-- A name that BibTeX shall not divide by itself stands in braces. -->
  <xsl:function name="fp:braced" as="xs:string">
    <xsl:param name="agent" as="element(agent)"/>
    <xsl:sequence select="if (exists(f:divided($agent))) then fp:escaped($agent/@sort) else '{' || fp:escaped($agent/@name) || '}'"/>
  </xsl:function>

  <!-- Characters that BibTeX reads as commands. -->
  <xsl:function name="fp:escaped" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="replace(translate($text, '{}\', '()/'), '([&amp;%$#_])', '\\$1')"/>
  </xsl:function>

</xsl:stylesheet>
