<?xml version="1.0" encoding="UTF-8"?>
<!-- Delimiters: brackets and quotation marks that became markup are printed from their declarations (ENCODING.md, principle 3). -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp" xmlns:map="http://www.w3.org/2005/xpath-functions/map"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="editors.xsl"/>

  <!-- The characters of renditions that the header declares, by pointer and scope: “#lsqb before”. -->
  <xsl:variable name="fp:characters" as="map(xs:string, xs:string)" select="
    map:merge(root()/TEI/teiHeader/encodingDesc/tagsDecl/rendition ! map { '#' || @xml:id || ' ' || @scope: f:content-string(.) })"/>

  <!-- The blocks with which a container begins or ends that has characters of its own (the message in quotation marks).
       They are few, and found once. -->
  <xsl:variable name="f:edges" as="element()*" select="
    for $container in root()//*[@rendition][f:is-container(.)]
    return (1, -1) ! fp:edge($container, .)/ancestor::*[. &gt;&gt; $container][f:is-leaf(.)]"/>

  <!-- Elements in which blocks stand side by side and no running text: they leave their delimiters to their blocks. -->
  <xsl:function name="f:is-container" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="
      exists($element/(self::text | self::group | self::front | self::body | self::back | self::div | self::floatingText | self::opener
        | self::closer | self::address | self::postscript | self::list))
      or exists($element/(self::item | self::note | self::trailer | self::quote | self::seg)
        [p or ab or list or floatingText][not(text()[normalize-space()])])"/>
  </xsl:function>

  <!-- Whether an element is a block with text of its own: a paragraph, a line of the form, a heading. -->
  <xsl:function name="f:is-leaf" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/parent::*[f:is-container(.)]) and not(f:is-container($element))"/>
  </xsl:function>

  <!-- Whether an element stands between blocks, not on a line of the form or in running text. -->
  <xsl:function name="f:is-block" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="exists($element/parent::*[f:is-container(.)][not(self::opener or self::closer or self::address)])"/>
  </xsl:function>

  <!-- Whether an element holds blocks, so that no p or span may enclose it in HTML. -->
  <xsl:function name="f:has-blocks" as="xs:boolean">
    <xsl:param name="node" as="node()"/>
    <xsl:sequence select="
      exists($node/(self::floatingText, self::list)) or exists($node/descendant::*[self::p or self::ab or self::list or self::floatingText])"/>
  </xsl:function>

  <!-- Whether a list stands on one line (Copies: Stalin (2), Molotov), and not one item a line: a part of the form whose
       items are parted by the source's own commas. -->
  <xsl:function name="f:is-inline" as="xs:boolean">
    <xsl:param name="list" as="element(list)"/>
    <xsl:sequence select="
      exists($list/parent::seg) and empty($list/label)
      and (every $item in $list/item[following-sibling::item] satisfies f:last-sign($item) = (',', ';') or $item/following-sibling::item[1]/@rend = 'run-on')"/>
  </xsl:function>

  <!-- The last sign of a node that is more than white space. -->
  <xsl:function name="f:last-sign" as="xs:string">
    <xsl:param name="node" as="node()"/>
    <xsl:variable name="words" as="xs:string" select="normalize-space($node)"/>
    <xsl:sequence select="substring($words, string-length($words))"/>
  </xsl:function>

  <!-- The characters an element declares before itself; angle brackets before words an editor of the edition added. -->
  <xsl:function name="f:before" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (f:is-added($element)) then '⟨' else fp:declared($element, 'before')"/>
  </xsl:function>

  <!-- The characters an element declares after itself. -->
  <xsl:function name="f:after" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (f:is-added($element)) then '⟩' else fp:declared($element, 'after')"/>
  </xsl:function>

  <!-- What to print where an element begins: its own characters and, in the first block of an enclosing container
       (the message in quotation marks), those of the container, outermost first. -->
  <xsl:function name="f:opening" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (fp:may-be-delimited($element)) then fp:delimiting($element, 1) ! f:before(.)[. ne ''] else ()"/>
  </xsl:function>

  <!-- What to print where an element ends, innermost first; the counterpart of f:opening. -->
  <xsl:function name="f:closing" as="xs:string*">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="if (fp:may-be-delimited($element)) then reverse(fp:delimiting($element, -1)) ! f:after(.)[. ne ''] else ()"/>
  </xsl:function>

  <!-- Whether it is worth while to look; it is not for most elements. -->
  <xsl:function name="fp:may-be-delimited" as="xs:boolean">
    <xsl:param name="element" as="element()"/>
    <xsl:sequence select="$element/@rendition or $element/@resp or exists($f:edges[. is $element])"/>
  </xsl:function>

  <!-- The elements whose characters stand at the beginning (1) or end (-1) of an element: the containers of which it is
       the first or last block, and itself unless it leaves that to its own blocks. -->
  <xsl:function name="fp:delimiting" as="element()*">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="end" as="xs:integer"/>
    <xsl:sequence select="
      $element[. intersect $f:edges]/ancestor::*[@rendition][f:is-container(.)][exists(fp:edge(., $end)/ancestor::*[. is $element])],
      $element[@rendition or f:is-added(.)][not(f:is-container(.))]"/>
  </xsl:function>

  <!-- The string that a CSS declaration such as content: "\201C" prints; escapes resolved, other properties ignored. Nearly
       all are content: "["; or one escape and no more, which is seen without an expression. -->
  <xsl:function name="f:content-string" as="xs:string">
    <xsl:param name="css" as="xs:string"/>
    <xsl:variable name="plain" as="xs:string" select="substring-before(substring-after($css, 'content: &quot;'), '&quot;')"/>
    <xsl:sequence select="
      if ($css ne 'content: &quot;' || $plain || '&quot;;') then fp:printed($css)
      else if (not(contains($plain, '\'))) then $plain
      else if (starts-with($plain, '\') and translate(substring($plain, 2, 6), '0123456789ABCDEF', '') eq '' and string-length($plain) = (2 to 7))
      then fp:character(substring($plain, 2))
      else fp:printed($css)"/>
  </xsl:function>

  <!-- The same of any declaration. -->
  <xsl:function name="fp:printed" as="xs:string">
    <xsl:param name="css" as="xs:string"/>
    <xsl:variable name="value" as="xs:string?" select="
      if (matches($css, '(^|[;{\s])content\s*:')) then replace($css, '^(.*[;{\s])?content\s*:', '', 's') else ()"/>
    <xsl:variable name="strings" as="xs:string*">
      <xsl:analyze-string select="string($value)" regex="^\s*(&quot;(([^&quot;\\]|\\.)*)&quot;|'(([^'\\]|\\.)*)')" flags="s">
        <xsl:matching-substring>
          <xsl:sequence select="fp:unescaped(regex-group(2) || regex-group(4))"/>
        </xsl:matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($strings)"/>
  </xsl:function>

  <!-- First (1) or last (-1) text of an element that is more than white space. -->
  <xsl:function name="fp:edge" as="text()?">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="end" as="xs:integer"/>
    <xsl:sequence select="
      if ($end eq 1) then ($element/descendant::text()[normalize-space()])[1]
      else reverse($element/descendant::text())[normalize-space()][1]"/>
  </xsl:function>

  <!-- The declared characters of one scope, in the order of @rendition. -->
  <xsl:function name="fp:declared" as="xs:string">
    <xsl:param name="element" as="element()"/>
    <xsl:param name="scope" as="xs:string"/>
    <!-- The reading an editor put into the text has no characters of the source round it. -->
    <xsl:sequence select="
      if (empty($element/@rendition) or $element/parent::choice and f:is-edited($element)) then ''
      else string-join(tokenize($element/@rendition) ! $fp:characters?(. || ' ' || $scope))"/>
  </xsl:function>

  <!-- A CSS string with its escapes resolved: \" is a quotation mark, \201C (and one blank after it) a code point. -->
  <xsl:function name="fp:unescaped" as="xs:string">
    <xsl:param name="string" as="xs:string"/>
    <xsl:variable name="parts" as="xs:string*">
      <xsl:analyze-string select="$string" regex="\\([0-9A-Fa-f]{{1,6}})\s?|\\(.)" flags="s">
        <xsl:matching-substring>
          <xsl:sequence select="if (regex-group(1)) then fp:character(regex-group(1)) else regex-group(2)"/>
        </xsl:matching-substring>
        <xsl:non-matching-substring>
          <xsl:sequence select="."/>
        </xsl:non-matching-substring>
      </xsl:analyze-string>
    </xsl:variable>
    <xsl:sequence select="string-join($parts)"/>
  </xsl:function>

  <!-- The character of a hexadecimal code point; U+FFFD where XML has none, as in CSS. -->
  <xsl:function name="fp:character" as="xs:string">
    <xsl:param name="hexadecimal" as="xs:string"/>
    <xsl:variable name="code" as="xs:integer" select="
      fold-left(string-to-codepoints(upper-case($hexadecimal)), 0,
        function($sum, $digit) { 16 * $sum + $digit - (if ($digit gt 57) then 55 else 48) })"/>
    <xsl:variable name="legal" as="xs:boolean" select="
      $code = (9, 10, 13) or $code ge 32 and $code le 55295 or $code ge 57344 and $code le 65533
      or $code ge 65536 and $code le 1114111"/>
    <xsl:sequence select="codepoints-to-string(if ($legal) then $code else 65533)"/>
  </xsl:function>

</xsl:stylesheet>
