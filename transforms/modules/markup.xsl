<?xml version="1.0" encoding="UTF-8"?>
<!-- Markup: the text of an XML file in numbered lines; names, attributes, values, references and comments told apart. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The lines of a file, each with an address; no character is added to what can be copied. -->
  <xsl:template name="m:lines" as="element(ol)">
    <!-- The text of the file. -->
    <xsl:param name="source" as="xs:string"/>
    <!-- Ids of the blocks that the page of the document shows. -->
    <xsl:param name="blocks" as="xs:string*"/>
    <!-- Address of that page; ids lead there. -->
    <xsl:param name="page" as="xs:string"/>
    <xsl:variable name="known" as="map(xs:string, xs:boolean)" select="map:merge($blocks ! map { . : true() })" xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
    <xsl:variable name="parts" as="element(parts)">
      <parts>
        <xsl:call-template name="mp:parts">
          <xsl:with-param name="source" select="$source"/>
          <xsl:with-param name="known" select="$known" tunnel="yes"/>
          <xsl:with-param name="page" select="$page" tunnel="yes"/>
        </xsl:call-template>
      </parts>
    </xsl:variable>
    <!-- What is said of a line, without its number, for there are hundreds. -->
    <xsl:variable name="said" as="xs:string+" select="tokenize(f:fill('markup.line', map { 'n': '&#xE000;' }), '&#xE000;')"/>
    <ol class="lines" id="page-markup" role="list" tabindex="-1">
      <!-- What ends the file begins no line. -->
      <xsl:for-each-group select="$parts/node()[not(self::end and position() eq last())]" group-starting-with="end">
        <xsl:variable name="number" as="xs:integer" select="position()"/>
        <li id="L{$number}">
          <a href="#L{$number}" data-n="{$number}" aria-label="{string-join($said, string($number))}"/>
          <code>
            <xsl:sequence select="current-group()[not(self::end)]"/>
          </code>
        </li>
      </xsl:for-each-group>
    </ol>
  </xsl:template>

  <!-- The parts of the text of a file, in order, each as the page shows it: remark, instruction, tag, name, value, reference;
       an element “end” between lines. A file is cut where a tag begins; cutting is fast, regular expressions are not. They
       are for what is rare: remarks, instructions, single quotation marks, a bracket in a value. -->
  <xsl:template name="mp:parts" as="node()*">
    <!-- The text of the file. -->
    <xsl:param name="source" as="xs:string"/>
    <xsl:variable name="pieces" as="xs:string*" select="tokenize($source, '&lt;')"/>
    <xsl:choose>
      <xsl:when test="exists($pieces[starts-with(., '!') or starts-with(., '?') and not(contains(., '?&gt;'))])">
        <xsl:call-template name="mp:matched">
          <xsl:with-param name="source" select="$source"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="mp:text">
          <xsl:with-param name="words" select="string($pieces[1])"/>
        </xsl:call-template>
        <xsl:for-each select="tail($pieces)">
          <xsl:variable name="tag" as="xs:string" select="substring-before(., '&gt;')"/>
          <xsl:variable name="cut" as="xs:string*" select="tokenize($tag, '&quot;')"/>
          <xsl:choose>
            <xsl:when test="starts-with(., '?') or contains($tag, &quot;'&quot;) or count($cut) mod 2 eq 0">
              <xsl:call-template name="mp:matched">
                <xsl:with-param name="source" select="'&lt;' || ."/>
              </xsl:call-template>
            </xsl:when>
            <xsl:otherwise>
              <xsl:call-template name="mp:tag">
                <xsl:with-param name="pieces" select="$cut"/>
              </xsl:call-template>
              <xsl:call-template name="mp:text">
                <xsl:with-param name="words" select="substring-after(., '&gt;')"/>
              </xsl:call-template>
            </xsl:otherwise>
          </xsl:choose>
        </xsl:for-each>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A tag without its brackets, cut at quotation marks: name of the element, then a name and a value in turn. -->
  <xsl:template name="mp:tag" as="node()*">
    <!-- The pieces. -->
    <xsl:param name="pieces" as="xs:string+"/>
    <xsl:variable name="first" as="xs:string" select="$pieces[1]"/>
    <xsl:variable name="word" as="xs:string" select="tokenize($first)[1]"/>
    <xsl:variable name="name" as="xs:string" select="if (ends-with($word, '/')) then substring($word, 1, string-length($word) - 1) else $word"/>
    <span class="tag">&lt;{$name}</span>
    <xsl:variable name="rest" as="xs:string+" select="substring-after($first, $name), tail($pieces)"/>
    <xsl:for-each select="$rest">
      <xsl:choose>
        <xsl:when test="position() eq last()">
          <xsl:variable name="end" as="xs:string" select="if (ends-with(., '/')) then '/' else ''"/>
          <xsl:call-template name="mp:part">
            <xsl:with-param name="words" select="substring(., 1, string-length(.) - string-length($end))"/>
          </xsl:call-template>
          <span class="tag">{$end}&gt;</span>
        </xsl:when>
        <xsl:when test="position() mod 2 eq 1">
          <xsl:variable name="attribute" as="xs:string" select="normalize-space(substring-before(., '='))"/>
          <xsl:variable name="number" as="xs:integer" select="position()"/>
          <xsl:call-template name="mp:part">
            <xsl:with-param name="words" select="substring-before(., $attribute)"/>
          </xsl:call-template>
          <span class="attribute">{$attribute}</span>
          <xsl:call-template name="mp:part">
            <xsl:with-param name="words" select="substring-after(., $attribute)"/>
          </xsl:call-template>
          <xsl:call-template name="mp:value">
            <xsl:with-param name="attribute" select="$attribute"/>
            <xsl:with-param name="value" select="'&quot;' || $rest[$number + 1] || '&quot;'"/>
          </xsl:call-template>
        </xsl:when>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

  <!-- A value in its quotation marks; an id of a block leads there. -->
  <xsl:template name="mp:value" as="node()*">
    <!-- The attribute. -->
    <xsl:param name="attribute" as="xs:string"/>
    <!-- The value. -->
    <xsl:param name="value" as="xs:string"/>
    <!-- Ids that lead to a block of the page. -->
    <xsl:param name="known" as="map(xs:string, xs:boolean)" tunnel="yes"/>
    <!-- Address of that page. -->
    <xsl:param name="page" as="xs:string" tunnel="yes"/>
    <xsl:variable name="id" as="xs:string" select="if ($attribute eq 'xml:id') then substring($value, 2, string-length($value) - 2) else ''"/>
    <xsl:choose>
      <xsl:when test="$id ne '' and $known($id)">
        <a class="value" href="{$page}#{$id}">{$value}</a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="mp:part">
          <xsl:with-param name="words" select="$value"/>
          <xsl:with-param name="class" select="'value'"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- What stands between tags: text with its references. -->
  <xsl:template name="mp:text" as="node()*">
    <!-- The characters. -->
    <xsl:param name="words" as="xs:string"/>
    <xsl:choose>
      <xsl:when test="contains($words, '&amp;')">
        <xsl:call-template name="mp:matched">
          <xsl:with-param name="source" select="$words"/>
        </xsl:call-template>
      </xsl:when>
      <xsl:otherwise>
        <xsl:call-template name="mp:part">
          <xsl:with-param name="words" select="$words"/>
        </xsl:call-template>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The same of anything that XML allows. -->
  <xsl:template name="mp:matched" as="node()*">
    <!-- The text. -->
    <xsl:param name="source" as="xs:string"/>
    <xsl:analyze-string select="$source" flags="s"
      regex="(&lt;!--.*?--&gt;)|(&lt;\?.*?\?&gt;)|(&lt;/?[^\s&gt;/]+)([^&gt;&quot;']*(&quot;[^&quot;]*&quot;[^&gt;&quot;']*|'[^']*'[^&gt;&quot;']*)*&gt;)|(&amp;[^;\s]+;)">
      <xsl:matching-substring>
        <xsl:choose>
          <xsl:when test="regex-group(3)">
            <span class="tag">{regex-group(3)}</span>
            <xsl:analyze-string select="regex-group(4)" regex="([^\s=&quot;'/&gt;]+)(\s*=\s*)(&quot;[^&quot;]*&quot;|'[^']*')|(/?&gt;)">
              <xsl:matching-substring>
                <xsl:choose>
                  <xsl:when test="regex-group(4)">
                    <span class="tag">{.}</span>
                  </xsl:when>
                  <xsl:otherwise>
                    <span class="attribute">{regex-group(1)}</span>
                    <xsl:call-template name="mp:part">
                      <xsl:with-param name="words" select="regex-group(2)"/>
                    </xsl:call-template>
                    <xsl:call-template name="mp:value">
                      <xsl:with-param name="attribute" select="regex-group(1)"/>
                      <xsl:with-param name="value" select="regex-group(3)"/>
                    </xsl:call-template>
                  </xsl:otherwise>
                </xsl:choose>
              </xsl:matching-substring>
              <xsl:non-matching-substring>
                <xsl:call-template name="mp:part">
                  <xsl:with-param name="words" select="."/>
                </xsl:call-template>
              </xsl:non-matching-substring>
            </xsl:analyze-string>
          </xsl:when>
          <xsl:otherwise>
            <xsl:call-template name="mp:part">
              <xsl:with-param name="words" select="."/>
              <xsl:with-param name="class" select="if (regex-group(1)) then 'remark' else if (regex-group(2)) then 'instruction' else 'reference'"/>
            </xsl:call-template>
          </xsl:otherwise>
        </xsl:choose>
      </xsl:matching-substring>
      <xsl:non-matching-substring>
        <xsl:call-template name="mp:part">
          <xsl:with-param name="words" select="."/>
        </xsl:call-template>
      </xsl:non-matching-substring>
    </xsl:analyze-string>
  </xsl:template>

  <!-- A part, divided where it runs over several lines. -->
  <xsl:template name="mp:part" as="node()*">
    <!-- Its characters. -->
    <xsl:param name="words" as="xs:string"/>
    <!-- What it is; empty for the text of the file. -->
    <xsl:param name="class" as="xs:string" select="''"/>
    <xsl:for-each select="if (contains($words, '&#10;')) then tokenize($words, '\n') else $words">
      <xsl:if test="position() gt 1">
        <end/>
      </xsl:if>
      <xsl:choose>
        <xsl:when test=". eq ''"/>
        <xsl:when test="$class eq ''">
          <xsl:value-of select="."/>
        </xsl:when>
        <xsl:otherwise>
          <span class="{$class}">{.}</span>
        </xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
  </xsl:template>

</xsl:stylesheet>
