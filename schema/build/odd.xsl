<?xml version="1.0" encoding="UTF-8"?>
<!-- What every compiler of the ODD needs: the elements in order, the attributes of an element with those of its
     classes, and content models in which macros are replaced by what they stand for. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:o="urn:teicable:odd"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:key name="spec" match="elementSpec | classSpec | macroSpec | dataSpec" use="@ident"/>

  <!-- The order of attributes is stated once, in the prose of the ODD. -->
  <xsl:variable name="o:order" as="xs:string*" select="//list[@xml:id = 'attribute-order']//att/string()"/>

  <xsl:variable name="o:schema" as="element(schemaSpec)" select="//schemaSpec"/>

  <!-- All elements of the schema, by name: the order of every generated file. -->
  <xsl:function name="o:elements" as="element(elementSpec)*">
    <xsl:perform-sort select="$o:schema//elementSpec">
      <xsl:sort select="@ident" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
    </xsl:perform-sort>
  </xsl:function>

  <!-- The rules, by code. -->
  <xsl:function name="o:constraints" as="element(constraintSpec)*">
    <xsl:perform-sort select="$o:schema//constraintSpec[@scheme = 'schematron']">
      <xsl:sort select="@ident" collation="http://www.w3.org/2005/xpath-functions/collation/codepoint"/>
    </xsl:perform-sort>
  </xsl:function>

  <!-- What a key names. A key that names nothing stops the compilation: it would widen or empty a content model. -->
  <xsl:function name="o:spec" as="element()">
    <xsl:param name="reference" as="element()"/>
    <xsl:variable name="found" as="element()*" select="key('spec', $reference/@key, root($reference))"/>
    <xsl:if test="count($found) ne 1">
      <xsl:sequence select="error(xs:QName('o:error'), name($reference) || ' names “' || $reference/@key || '”, which is specified ' || count($found) || ' times')"/>
    </xsl:if>
    <xsl:sequence select="$found"/>
  </xsl:function>

  <!-- The attributes of an element in the one order, its own before those of the same name in its classes. -->
  <xsl:function name="o:attributes" as="element(attDef)*">
    <xsl:param name="element" as="element(elementSpec)"/>
    <xsl:variable name="own" as="element(attDef)*" select="$element/attList/attDef"/>
    <xsl:variable name="shared" as="element(attDef)*"
                  select="for $class in $element/classes/memberOf return o:spec($class)/attList/attDef"/>
    <xsl:variable name="all" as="element(attDef)*" select="$own, $shared[not(@ident = $own/@ident)]"/>
    <xsl:for-each select="$all[not(@ident = $o:order)]">
      <xsl:sequence select="error(xs:QName('o:error'), '“' || @ident || '” of ' || $element/@ident || ' has no place in the order of attributes')"/>
    </xsl:for-each>
    <xsl:for-each select="for $name in distinct-values($all/@ident) return $name[count($all[@ident = $name]) gt 1]">
      <xsl:sequence select="error(xs:QName('o:error'), $element/@ident || ' has “' || . || '” from two classes')"/>
    </xsl:for-each>
    <xsl:for-each select="$o:order">
      <xsl:sequence select="$all[@ident = current()]"/>
    </xsl:for-each>
  </xsl:function>

  <!-- The content model of an element with macros replaced; an alternative that is an alternation of its own
       without repetition is spread into the one around it, so that the models stay flat. -->
  <xsl:function name="o:content" as="element()">
    <xsl:param name="element" as="element(elementSpec)"/>
    <xsl:apply-templates select="$element/content/*" mode="o:flatten"/>
  </xsl:function>

  <xsl:mode name="o:flatten" on-no-match="shallow-copy"/>

  <xsl:template match="comment() | processing-instruction()" mode="o:flatten"/>

  <xsl:template match="macroRef" mode="o:flatten">
    <xsl:apply-templates select="o:spec(.)/content/*" mode="o:flatten"/>
  </xsl:template>

  <!-- looked up only so that a name without specification stops the compilation -->
  <xsl:template match="elementRef" mode="o:flatten">
    <xsl:copy>
      <xsl:sequence select="@minOccurs, @maxOccurs"/>
      <xsl:attribute name="key" select="o:spec(.)/@ident"/>
    </xsl:copy>
  </xsl:template>

  <xsl:template match="alternate" mode="o:flatten">
    <xsl:variable name="parts" as="element()*">
      <xsl:apply-templates select="*" mode="o:flatten"/>
    </xsl:variable>
    <xsl:variable name="spread" as="element()*"
                  select="for $part in $parts return if ($part/self::alternate and o:once($part)) then $part/* else $part"/>
    <xsl:choose>
      <xsl:when test="count($spread) = 1 and $spread/self::alternate and o:once(.)">
        <xsl:sequence select="$spread"/>
      </xsl:when>
      <xsl:otherwise>
        <xsl:copy>
          <xsl:sequence select="@minOccurs, @maxOccurs, $spread"/>
        </xsl:copy>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- Whether a particle stands exactly once. -->
  <xsl:function name="o:once" as="xs:boolean">
    <xsl:param name="particle" as="element()"/>
    <xsl:sequence select="($particle/@minOccurs, '1')[1] = '1' and ($particle/@maxOccurs, '1')[1] = '1'"/>
  </xsl:function>

  <!-- “mixed”, “text”, “elements” or “empty”. -->
  <xsl:function name="o:kind" as="xs:string">
    <xsl:param name="element" as="element(elementSpec)"/>
    <xsl:variable name="content" as="element()" select="o:content($element)"/>
    <xsl:variable name="text" as="xs:boolean" select="exists($content/descendant-or-self::textNode)"/>
    <xsl:variable name="elements" as="xs:boolean" select="exists($content/descendant-or-self::elementRef)"/>
    <xsl:sequence select="if ($text and $elements) then 'mixed'
                          else if ($text) then 'text'
                          else if ($elements) then 'elements'
                          else 'empty'"/>
  </xsl:function>

  <!-- The words of a desc as one line of plain text. -->
  <xsl:function name="o:gloss" as="xs:string">
    <xsl:param name="described" as="element()"/>
    <xsl:variable name="words" as="xs:string*">
      <xsl:apply-templates select="$described/desc[1]/node()" mode="o:gloss"/>
    </xsl:variable>
    <xsl:sequence select="normalize-space(string-join($words))"/>
  </xsl:function>

  <xsl:mode name="o:gloss" on-no-match="text-only-copy"/>

  <xsl:template match="gi" mode="o:gloss" as="xs:string">
    <xsl:sequence select="'&lt;' || . || '&gt;'"/>
  </xsl:template>

  <xsl:template match="att" mode="o:gloss" as="xs:string">
    <xsl:sequence select="'@' || ."/>
  </xsl:template>

  <xsl:template match="val | q" mode="o:gloss" as="xs:string">
    <xsl:sequence select="'“' || . || '”'"/>
  </xsl:template>

</xsl:stylesheet>
