<?xml version="1.0" encoding="UTF-8"?>
<!-- What programs look up in the ODD, as two JSON files: `elements` (kind of content, attributes in order, module) and
     `values` (value lists with their glosses). One line for each element or attribute, so that a change reads well. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:o="urn:teicable:odd"
    xmlns:j="urn:teicable:odd2json"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    exclude-result-prefixes="#all">

  <xsl:include href="odd.xsl"/>

  <xsl:output method="text" encoding="UTF-8"/>

  <xsl:mode on-no-match="fail"/>

  <!-- Which of the two: `elements` or `values`. -->
  <xsl:param name="part" as="xs:string" required="yes"/>

  <xsl:template match="/" as="xs:string">
    <xsl:variable name="entries" as="xs:string*"
                  select="if ($part = 'values') then o:elements() ! j:values(.) else o:elements() ! j:element(.)"/>
    <xsl:sequence select="'{&#10;' || string-join($entries, ',&#10;') || '&#10;}&#10;'"/>
  </xsl:template>

  <!-- "p": {"content": "mixed", "attributes": ["xml:id", …], "module": "core"} -->
  <xsl:function name="j:element" as="xs:string">
    <xsl:param name="element" as="element(elementSpec)"/>
    <xsl:variable name="fields" as="xs:string+" select="
        j:string('content') || ': ' || j:string(o:kind($element)),
        j:string('attributes') || ': [' || string-join(o:attributes($element) ! j:string(@ident), ', ') || ']',
        j:string('module') || ': ' || j:string($element/@module)"/>
    <xsl:sequence select="'  ' || j:string($element/@ident) || ': {' || string-join($fields, ', ') || '}'"/>
  </xsl:function>

  <!-- "gap": { "reason": {"closed": true, "values": {"illegible": "illegible", …}} } -->
  <xsl:function name="j:values" as="xs:string?">
    <xsl:param name="element" as="element(elementSpec)"/>
    <xsl:variable name="lists" as="xs:string*" select="o:attributes($element)[valList] ! j:list(.)"/>
    <xsl:if test="exists($lists)">
      <xsl:sequence select="'  ' || j:string($element/@ident) || ': {&#10;' || string-join($lists, ',&#10;') || '&#10;  }'"/>
    </xsl:if>
  </xsl:function>

  <xsl:function name="j:list" as="xs:string">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:variable name="values" as="xs:string+"
                  select="$attribute/valList/valItem ! (j:string(@ident) || ': ' || j:string(o:gloss(.)))"/>
    <xsl:sequence select="'    ' || j:string($attribute/@ident) || ': {&quot;closed&quot;: ' || ($attribute/valList/@type = 'closed')
                          || ', &quot;values&quot;: {' || string-join($values, ', ') || '}}'"/>
  </xsl:function>

  <!-- A JSON string. No ident or gloss holds control characters, so two escapes suffice. -->
  <xsl:function name="j:string" as="xs:string">
    <xsl:param name="text" as="xs:string"/>
    <xsl:sequence select="'&quot;' || replace($text, '([\\&quot;])', '\\$1') || '&quot;'"/>
  </xsl:function>

</xsl:stylesheet>
