<?xml version="1.0" encoding="UTF-8"?>
<!-- Records: documents and persons as JSON, one object a line; only what is known has a key. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xmlns:j="http://www.w3.org/2005/xpath-functions"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The documents. -->
  <xsl:template match="edition" mode="m:documents-json" as="xs:string">
    <xsl:variable name="documents" as="element(j:map)*">
      <xsl:apply-templates select="document" mode="mp:record"/>
    </xsl:variable>
    <xsl:sequence select="f:json-lines($documents)"/>
  </xsl:template>

  <!-- The persons who are in documents. -->
  <xsl:template match="edition" mode="m:persons-json" as="xs:string">
    <xsl:variable name="persons" as="element(j:map)*">
      <xsl:for-each-group select="document//(party | mention)" group-by="tokenize(@ref)[starts-with(., 'person:')]">
        <xsl:sort select="current-grouping-key()"/>
        <xsl:sequence select="fp:person(current-grouping-key(), current-group())"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="f:json-lines($persons)"/>
  </xsl:template>

  <!-- One document: all its facts. -->
  <xsl:template match="document" mode="mp:record" as="element(j:map)">
    <j:map>
      <xsl:sequence select="
        f:text-member('id', @id),
        f:text-member('title', title),
        ('page', 'tei', 'pdf', 'text') ! f:text-member(., f:file(current(), .)),
        f:text-member('address', f:address(., f:file(., 'page'))),
        f:text-member('status', @status),
        f:text-member('changed', @changed),
        f:text-member('language', @lang),
        f:text-member('originalLanguage', original[1]/@lang),
        f:object-member('date', date ! (@* ! f:text-member(local-name(), .), f:text-member('words', .))),
        f:objects-member('numbers', number ! fp:object((f:text-member('type', @type), f:text-member('number', .)))),
        for $key in ('doctype', 'classification', 'handling') return fp:terms($key, *[local-name() eq $key]),
        fp:exchange(.),
        f:objects-member('enclosed', enclosed ! fp:object((f:text-member('id', @id), fp:exchange(.)))),
        f:text-member('repository', repository[1]),
        f:texts-member('shelfmarks', shelfmark),
        f:object-member('transcript', (transcript ! f:text-member(lower-case(@type), .), f:text-member('accessed', accessed/@when))),
        f:objects-member('credits', credit ! fp:object((f:text-member('name', .), f:text-member('share', @share)))),
        f:texts-member('rights', rights),
        f:texts-member('subjects', subject),
        f:text-member('summary', summary),
        f:objects-member('names', mention ! fp:object((
          f:text-member('ref', @ref), f:text-member('name', @name), fp:number('times', @count), f:texts-member('as', form)))),
        f:object-member('counts', counts/@* ! fp:number(local-name(), .))"/>
    </j:map>
  </xsl:template>

  <!-- Terms of one taxonomy under its name. -->
  <xsl:function name="fp:terms" as="element(j:array)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="terms" as="element()*"/>
    <xsl:sequence select="f:objects-member($key, $terms ! fp:object((f:text-member('key', @key), f:text-member('name', .))))"/>
  </xsl:function>

  <!-- Parties and times, of a document or of a message enclosed in it. -->
  <xsl:function name="fp:exchange" as="element(j:array)*">
    <xsl:param name="message" as="element()"/>
    <xsl:sequence select="
      f:objects-member('parties', $message/party ! fp:object((
        f:text-member('role', @role), f:text-member('kind', @kind), f:text-member('as', .), f:text-member('name', @name),
        f:text-member('ref', @ref), f:text-member('uri', @uri), fp:true('coverName', @pseudo), fp:true('alternative', @alternative),
        f:text-member('certainty', @cert)))),
      f:objects-member('times', $message/*[@when][not(self::date or self::accessed)] ! fp:object((
        f:text-member('event', local-name()), f:text-member('when', @when), f:text-member('certainty', @cert))))"/>
  </xsl:function>

  <!-- A person: what the authority files say, and the documents with the parts played in each. -->
  <xsl:function name="fp:person" as="element(j:map)">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:param name="places" as="element()+"/>
    <xsl:variable name="entry" as="element()?" select="f:entry($pointer)"/>
    <xsl:variable name="documents" as="element(j:map)+">
      <xsl:for-each-group select="$places" group-by="string(ancestor::document/@id)">
        <xsl:sequence select="fp:object((
          f:text-member('id', current-grouping-key()),
          f:texts-member('parts', distinct-values(current-group()/self::party[parent::document]/@role ! string())),
          f:texts-member('partsEnclosed', distinct-values(current-group()/self::party[parent::enclosed]/@role ! string())),
          fp:number('named', sum(current-group()/self::mention/@count)[. gt 0] ! string()),
          f:texts-member('as', distinct-values(current-group()/(self::party | form) ! string()))))"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:sequence select="fp:object((
      f:text-member('id', substring-after($pointer, ':')),
      f:text-member('name', (f:main-name($pointer), $places[1]/(self::party, form[1])[1])[1] ! string()),
      f:text-member('filed', f:filed-name($pointer)[. ne f:main-name($pointer)]),
      f:objects-member('variants', $entry/*:persName[@type = 'variant'] ! fp:name(.)),
      f:objects-member('coverNames', $entry/*:persName[@type = 'pseudo'] ! fp:name(.)),
      f:objects-member('offices', $entry/*:affiliation ! fp:object((
        f:text-member('office', normalize-space(.)), f:text-member('from', (@notBefore, @from)[1]), f:text-member('to', (@notAfter, @to)[1])))),
      f:object-member('identifiers', fp:identifiers($entry)),
      f:objects-member('documents', $documents)))"/>
  </xsl:function>

  <!-- A form of a name in its language, with the time and the correspondent that it was used with. -->
  <xsl:function name="fp:name" as="element(j:map)">
    <xsl:param name="form" as="element()"/>
    <xsl:sequence select="fp:object((
      f:text-member('name', normalize-space($form)), f:text-member('language', f:language-of($form)),
      f:text-member('from', $form/(@notBefore, @from)[1]), f:text-member('to', $form/(@notAfter, @to)[1]),
      f:texts-member('with', tokenize($form/@corresp) ! substring-after(., '#'))))"/>
  </xsl:function>

  <!-- Numbers in registers by the name of the register, the first of each. -->
  <xsl:function name="fp:identifiers" as="element(j:string)*">
    <xsl:param name="entry" as="element()?"/>
    <xsl:for-each-group select="$entry/*:idno[@type]" group-by="string(@type)">
      <xsl:sequence select="f:text-member(current-grouping-key(), normalize-space(.))"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- An object of some members. -->
  <xsl:function name="fp:object" as="element(j:map)">
    <xsl:param name="members" as="element()*"/>
    <j:map>
      <xsl:sequence select="$members"/>
    </j:map>
  </xsl:function>

  <!-- A number under a key. -->
  <xsl:function name="fp:number" as="element(j:number)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:if test="$value">
      <j:number key="{$key}">{$value}</j:number>
    </xsl:if>
  </xsl:function>

  <!-- What is so, under a key; nothing where it is not. -->
  <xsl:function name="fp:true" as="element(j:boolean)?">
    <xsl:param name="key" as="xs:string"/>
    <xsl:param name="value" as="xs:string?"/>
    <xsl:if test="$value = 'true'">
      <j:boolean key="{$key}">true</j:boolean>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
