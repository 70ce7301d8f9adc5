<?xml version="1.0" encoding="UTF-8"?>
<xsl:stylesheet xmlns:s="urn:teicable:sch2xslt"
                xmlns:t="urn:teicable:rules"
                xmlns:tei="http://www.tei-c.org/ns/1.0"
                xmlns:xs="http://www.w3.org/2001/XMLSchema"
                xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                version="3.0"
                exclude-result-prefixes="#all">
   <xsl:output method="xml" encoding="UTF-8"/>
   <xsl:key name="t:id" match="*[@xml:id]" use="@xml:id"/>
   <xsl:key name="t:call" match="tei:ref" use="tokenize(@target)"/>
   <xsl:function name="t:delimiters" as="xs:string">
      <xsl:param name="element" as="element()"/>
      <xsl:param name="scope" as="xs:string"/>
      <xsl:sequence select="string-join(tokenize($element/@rendition) ! key('t:id', substring(., 2), root($element))[self::tei:rendition][@scope = $scope] ! t:characters(.))"/>
   </xsl:function>
   <xsl:function name="t:characters" as="xs:string">
      <xsl:param name="rendition" as="element(tei:rendition)"/>
      <xsl:variable name="characters" as="xs:string*">
         <xsl:analyze-string select="replace($rendition, '^\s*content:\s*&#34;(.*)&#34;;?\s*$', '$1', 's')" regex="\\([0-9A-Fa-f]{{1,6}})\s?|\\(.)" flags="s">
            <xsl:matching-substring>
               <xsl:sequence select="if (regex-group(1)) then codepoints-to-string(fold-left(string-to-codepoints(upper-case(regex-group(1))), 0, function($sum, $digit) { 16 * $sum + (if ($digit gt 57) then $digit - 55 else $digit - 48) })) else regex-group(2)"/>
            </xsl:matching-substring>
            <xsl:non-matching-substring>
               <xsl:sequence select="."/>
            </xsl:non-matching-substring>
         </xsl:analyze-string>
      </xsl:variable>
      <xsl:sequence select="string-join($characters)"/>
   </xsl:function>
   <xsl:function name="t:letters" as="xs:string">
      <xsl:param name="words" as="item()"/>
      <xsl:sequence select="lower-case(replace(string($words), '[^\p{L}\p{N}]+', ''))"/>
   </xsl:function>
   <xsl:function name="t:short" as="xs:string">
      <xsl:param name="element" as="element()"/>
      <xsl:variable name="words" as="xs:string" select="normalize-space($element)"/>
      <xsl:sequence select="if (string-length($words) gt 60) then substring($words, 1, 59) || '…' else $words"/>
   </xsl:function>
   <xsl:function name="t:earlier" as="xs:boolean">
      <xsl:param name="one" as="xs:string?"/>
      <xsl:param name="other" as="xs:string?"/>
      <xsl:variable name="length" as="xs:integer" select="min((string-length($one), string-length($other), 19))"/>
      <xsl:sequence select="matches($one, '^[0-9]{4}') and matches($other, '^[0-9]{4}') and substring($one, 1, $length) lt substring($other, 1, $length)"/>
   </xsl:function>
   <xsl:template match="/">
      <findings>
         <xsl:apply-templates select="." mode="s:walk"/>
      </findings>
   </xsl:template>
   <xsl:mode name="s:walk" on-no-match="shallow-skip"/>
   <xsl:template match="tei:titleStmt[root()/tei:TEI/tei:text//tei:div/@type = 'cable'][not(//tei:textLang/@mainLang = /tei:TEI/@xml:lang)]"
                 mode="s:walk"
                 priority="32">
      <xsl:if test="not(tei:respStmt[matches(string-join(tei:resp, ' '), 'translat', 'i')]/(tei:persName | tei:orgName)/normalize-space() != '')">
         <xsl:variable name="s:message"><xsl:text>nothing says who translated the cable</xsl:text></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>add a respStmt with resp “translation”, and “not stated” for the name where the source states none</xsl:text></xsl:variable>
         <finding code="V001"
                  role="error"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:correspDesc" mode="s:walk" priority="31">
      <xsl:variable name="t:of" select="if (@corresp) then ' of ' || @corresp else ''"/>
      <xsl:if test="not(tei:correspAction[@type = 'sent'][tei:persName | tei:orgName])">
         <xsl:variable name="s:message"><xsl:text>the correspondence</xsl:text><xsl:value-of select="$t:of"/><xsl:text> has no sender</xsl:text></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>add a correspAction with persName or orgName; write “not stated” with resp where the source does not say</xsl:text></xsl:variable>
         <finding code="V002"
                  role="error"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:if test="not(tei:correspAction[@type = 'received'][not(@subtype = ('copy', 'encipherment'))][tei:persName | tei:orgName])">
         <xsl:variable name="s:message"><xsl:text>the correspondence</xsl:text><xsl:value-of select="$t:of"/><xsl:text> has no addressee</xsl:text></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>add a correspAction with persName or orgName; write “not stated” with resp where the source does not say</xsl:text></xsl:variable>
         <finding code="V002"
                  role="error"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:correspDesc[tei:correspAction[@type = 'sent']/tei:date[@when]]"
                 mode="s:walk"
                 priority="30">
      <xsl:variable name="t:sent" select="tei:correspAction[@type = 'sent']/tei:date/@when/string()"/>
      <xsl:variable name="t:received" select="tei:correspAction[@type = 'received'][not(@subtype = ('copy', 'encipherment'))]/tei:date/@when/string()"/>
      <xsl:if test="exists($t:sent) and exists($t:received) and (every $r in $t:received satisfies every $s in $t:sent satisfies t:earlier($r, $s))">
         <xsl:variable name="s:message"><xsl:text>received (</xsl:text><xsl:value-of select="$t:received"/><xsl:text>) before it was sent (</xsl:text><xsl:value-of select="$t:sent"/><xsl:text>)</xsl:text></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>nothing, where clocks of two places explain it; where the cipher office received it, write an action of type “transmitted”, subtype “encipherment”</xsl:text></xsl:variable>
         <finding code="V003"
                  role="note"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:*[@xml:lang or @mainLang or @otherLangs][root()//tei:langUsage]"
                 mode="s:walk"
                 priority="29">
      <xsl:variable name="t:undeclared" select="(@xml:lang, tokenize(@mainLang), tokenize(@otherLangs))[not(. = ('und', root(current())//tei:langUsage/tei:language/@ident))]"/>
      <xsl:if test="not(empty($t:undeclared))">
         <xsl:variable name="s:message"><xsl:text>the language “</xsl:text><xsl:value-of select="string-join($t:undeclared, '”, “')"/><xsl:text>” is not declared in langUsage</xsl:text></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>add a language with this ident to langUsage, or correct the code (“en”, “ru”, “ru-Latn”, never the name of the language)</xsl:text></xsl:variable>
         <finding code="V004"
                  role="error"
                  path="{s:path(((@xml:lang, @mainLang, @otherLangs)[tokenize(.) = $t:undeclared], .)[1])}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:abstract/tei:p" mode="s:walk" priority="28">
      <xsl:variable name="t:summary" select="t:letters(.)"/>
      <xsl:if test="string-length($t:summary) gt 60 and (some $p in root()/tei:TEI/tei:text//(tei:p | tei:ab | tei:note | tei:item) satisfies contains(t:letters($p), $t:summary))">
         <xsl:variable name="s:message"><xsl:text>the summary “</xsl:text><xsl:value-of select="t:short(.)"/><xsl:text>” stands in the text as well</xsl:text></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>keep it in the abstract alone: it is the archive’s, not the author’s</xsl:text></xsl:variable>
         <finding code="V005"
                  role="error"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:measure[@type = 'copies'][@quantity]"
                 mode="s:walk"
                 priority="27">
      <xsl:variable name="t:items" select="(ancestor::tei:list[1], ancestor::tei:*[self::tei:div or self::tei:floatingText][1]//tei:list[@type = 'distribution'][not(ancestor::tei:list)])[1]/tei:item"/>
      <xsl:variable name="t:copies" select="sum($t:items ! (if (.//tei:num[@type = 'copies']) then sum(.//tei:num[@type = 'copies']/@value ! number(.)) else 1))"/>
      <xsl:if test="not(empty($t:items) or number(@quantity) = $t:copies or following-sibling::*[1][self::tei:note])">
         <xsl:variable name="s:message"><xsl:text>“</xsl:text><xsl:value-of select="normalize-space()"/><xsl:text>” are stated, and the list names </xsl:text><xsl:value-of select="$t:copies"/></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>compare with the source; where the source itself disagrees, say so in a note directly after the number</xsl:text></xsl:variable>
         <finding code="V006"
                  role="review"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:text//tei:*[@rendition][not(self::tei:lb | self::tei:milestone)]"
                 mode="s:walk"
                 priority="26">
      <xsl:variable name="t:before" select="t:delimiters(., 'before')"/>
      <xsl:variable name="t:after" select="translate(t:delimiters(., 'after'), ' -–—,;:/', '')"/>
      <xsl:variable name="t:shared" select="if ($t:after = '') then following-sibling::*[@rendition][1]/self::tei:note[t:delimiters(., 'after') != '' and t:delimiters(., 'before') = ''] else preceding-sibling::*[@rendition][1]/self::tei:note[t:delimiters(., 'before') != '' and t:delimiters(., 'after') = '']"/>
      <xsl:if test="not(($t:before = '') = ($t:after = '') or @cert = 'low' or @next or @prev or $t:shared)">
         <xsl:variable name="s:message"><xsl:text>“</xsl:text><xsl:value-of select="t:short(.)"/><xsl:text>” has </xsl:text><xsl:value-of select="if ($t:after = '') then $t:before || ' before it and nothing that closes it' else $t:after || ' after it and nothing that opens it'"/></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>add the delimiter that is missing to rendition; if the source lacks it, write cert=“low”; if the element goes on in the next paragraph, tie the parts by next and prev</xsl:text></xsl:variable>
         <finding code="V007"
                  role="error"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:text//tei:*[@rendition][not(self::tei:milestone)]"
                 mode="s:walk"
                 priority="25">
      <xsl:variable name="t:before" select="t:delimiters(., 'before')"/>
      <xsl:variable name="t:after" select="t:delimiters(., 'after')"/>
      <xsl:variable name="t:inner" select="substring(., string-length($t:before) + 1, string-length(.) - string-length($t:before || $t:after))"/>
      <xsl:if test="$t:before || $t:after != '' and ($t:before = '' or ends-with(string(preceding-sibling::node()[1][self::text()]), $t:before)) and ($t:after = '' or starts-with(string(following-sibling::node()[1][self::text()]), $t:after))">
         <xsl:variable name="s:message"><xsl:value-of select="string-join(($t:before, $t:after)[. != ''], ' and ')"/><xsl:text> beside “</xsl:text><xsl:value-of select="t:short(.)"/><xsl:text>” would be printed twice: as characters and by rendition</xsl:text></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>delete the character; rendition prints it</xsl:text></xsl:variable>
         <finding code="V008"
                  role="error"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:if test="$t:before != '' and $t:after != '' and . = $t:before || $t:inner || $t:after and not(contains($t:inner, $t:before) or contains($t:inner, $t:after))">
         <xsl:variable name="s:message"><xsl:value-of select="$t:before"/><xsl:text> and </xsl:text><xsl:value-of select="$t:after"/><xsl:text> round “</xsl:text><xsl:value-of select="t:short(.)"/><xsl:text>” would be printed twice: as characters and by rendition</xsl:text></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>delete the character; rendition prints it</xsl:text></xsl:variable>
         <finding code="V008"
                  role="error"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:seg[@type = ('classification', 'handling')]"
                 mode="s:walk"
                 priority="24">
      <xsl:if test="not(root()//tei:catRef/@scheme = 'class:' || @type)">
         <xsl:variable name="s:message"><xsl:text>the text is marked “</xsl:text><xsl:value-of select="t:short(.)"/><xsl:text>”, and the header has no catRef of class:</xsl:text><xsl:value-of select="@type"/></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>add a catRef with the class of the marking to textClass</xsl:text></xsl:variable>
         <finding code="V009"
                  role="error"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:catRef[@scheme = ('class:classification', 'class:handling')]"
                 mode="s:walk"
                 priority="23">
      <xsl:if test="not(@resp or @source or root()//tei:seg/@type = substring-after(@scheme, 'class:'))">
         <xsl:variable name="s:message"><xsl:text>the header says “</xsl:text><xsl:value-of select="@target"/><xsl:text>”, and no line of the text is such a marking</xsl:text></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>tag the line of the text as seg; where the knowledge comes from elsewhere, say by resp or source from whom</xsl:text></xsl:variable>
         <finding code="V010"
                  role="review"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:text//tei:div//(tei:p | tei:ab | tei:item | tei:note | tei:floatingText)"
                 mode="s:walk"
                 priority="22">
      <xsl:if test="not(@xml:id)">
         <xsl:variable name="s:message"><xsl:text>this </xsl:text><xsl:value-of select="name()"/><xsl:text> has no xml:id and cannot be cited: “</xsl:text><xsl:value-of select="t:short(.)"/><xsl:text>”</xsl:text></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>give it an xml:id that no other element has; between p4 and p5 write p4a</xsl:text></xsl:variable>
         <finding code="V011"
                  role="error"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:ab" mode="s:walk" priority="21">
      <xsl:if test="not((@type = 'setAside') = exists(parent::tei:samplingDecl))">
         <xsl:variable name="s:message"><xsl:text>the block “</xsl:text><xsl:value-of select="t:short(.)"/><xsl:text>” of type “</xsl:text><xsl:value-of select="@type"/><xsl:text>” stands in </xsl:text><xsl:value-of select="name(..)"/></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>lines of the page that are no part of the cable go to samplingDecl as ab of type “setAside”; nothing else does</xsl:text></xsl:variable>
         <finding code="V012"
                  role="error"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:p[@n][not(ancestor::tei:text)] | tei:note[@n][not(ancestor::tei:text)] | tei:ab[@n][not(ancestor::tei:text)]"
                 mode="s:walk"
                 priority="20">
      <xsl:if test="not(every $line in tokenize(@n) satisfies matches($line, '^[0-9]+(\.[0-9]+)?$'))">
         <xsl:variable name="s:message"><xsl:text>n=“</xsl:text><xsl:value-of select="@n"/><xsl:text>” is no line of the source</xsl:text></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>write the numbers of the lines that stand here, with blanks between; leave n out where the words are not from the source</xsl:text></xsl:variable>
         <finding code="V013"
                  role="error"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:text//tei:*[tokenize(@rend) = 'run-on']"
                 mode="s:walk"
                 priority="19">
      <xsl:if test="parent::tei:*/text()[normalize-space()]">
         <xsl:variable name="s:message"><xsl:text>rend=“run-on” says nothing here: “</xsl:text><xsl:value-of select="t:short(.)"/><xsl:text>” stands inside running text, where blanks are written as they are</xsl:text></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>take “run-on” away and write the text without the blank</xsl:text></xsl:variable>
         <finding code="V014"
                  role="error"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:licence" mode="s:walk" priority="18">
      <xsl:if test="not(parent::tei:availability/@status = 'free')">
         <xsl:variable name="s:message"><xsl:text>a licence is given, and the status of the terms is “</xsl:text><xsl:value-of select="../@status"/><xsl:text>”</xsl:text></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>write status=“free”, or put sentences that are no licence into p</xsl:text></xsl:variable>
         <finding code="V015"
                  role="error"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:foreign[not(starts-with(@xml:lang, 'en'))]"
                 mode="s:walk"
                 priority="17">
      <xsl:variable name="t:english" select="tokenize(lower-case(.), '[^\p{L}’]+')[. = ('the', 'of', 'and', 'with', 'that', 'this', 'which', 'from', 'have', 'has', 'been', 'were', 'are', 'not')]"/>
      <xsl:if test="exists($t:english)">
         <xsl:variable name="s:message"><xsl:text>“</xsl:text><xsl:value-of select="t:short(.)"/><xsl:text>” is marked as “</xsl:text><xsl:value-of select="@xml:lang"/><xsl:text>” and contains “</xsl:text><xsl:value-of select="$t:english[1]"/><xsl:text>”</xsl:text></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>if the words are English, they are supplied, or a note; if they are not, nothing</xsl:text></xsl:variable>
         <finding code="V016"
                  role="review"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:persName[@type = 'pseudo'][ancestor::tei:text or ancestor::tei:correspDesc]"
                 mode="s:walk"
                 priority="16">
      <xsl:if test="not(@ref or ancestor::tei:note or following-sibling::*[1][self::tei:note[@type = ('identity', 'variant')] or self::tei:ref])">
         <xsl:variable name="s:message"><xsl:text>the cover name “</xsl:text><xsl:value-of select="t:short(.)"/><xsl:text>” has no ref, and no note beside it says whose it is</xsl:text></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>name the bearer by ref; a bearer whom nobody knows is a person of its own in the authority file</xsl:text></xsl:variable>
         <finding code="V017"
                  role="error"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:note[@type = ('identity', 'variant')]"
                 mode="s:walk"
                 priority="15">
      <xsl:if test="not(preceding-sibling::node()[not(self::text()[not(normalize-space(translate(., ';”»', '')))] | self::comment() | self::processing-instruction() | self::tei:lb | self::tei:pb)][1][self::tei:persName | self::tei:placeName | self::tei:orgName | self::tei:roleName | self::tei:note[@type = ('identity', 'variant')]])">
         <xsl:variable name="s:message"><xsl:text>the note “</xsl:text><xsl:value-of select="t:short(.)"/><xsl:text>” does not follow a name</xsl:text></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>tag the name before it, or give the note another type</xsl:text></xsl:variable>
         <finding code="V018"
                  role="error"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:revisionDesc" mode="s:walk" priority="14">
      <xsl:variable name="t:dates" select="tei:change/@when/string()"/>
      <xsl:if test="not((every $n in 2 to count($t:dates) satisfies not(t:earlier($t:dates[$n], $t:dates[$n - 1]))) or (every $n in 2 to count($t:dates) satisfies not(t:earlier($t:dates[$n - 1], $t:dates[$n]))))">
         <xsl:variable name="s:message"><xsl:text>the changes are not in the order of their dates: </xsl:text><xsl:value-of select="$t:dates"/></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>order them by date, oldest first or newest first</xsl:text></xsl:variable>
         <finding code="V019"
                  role="error"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:revisionDesc[@status = ('approved', 'published')]/tei:change"
                 mode="s:walk"
                 priority="13">
      <xsl:if test="not(@when and @who)">
         <xsl:variable name="s:message"><xsl:text>the file is “</xsl:text><xsl:value-of select="../@status"/><xsl:text>”, and the change “</xsl:text><xsl:value-of select="t:short(.)"/><xsl:text>” lacks </xsl:text><xsl:value-of select="string-join(('when'[not(current()/@when)], 'who'[not(current()/@who)]), ' and ')"/></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>add the date of the change, and who answers for it</xsl:text></xsl:variable>
         <finding code="V020"
                  role="error"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:TEI/tei:text" mode="s:walk" priority="12">
      <xsl:variable name="t:unparsed" select=".//(tei:ab | tei:seg)[@type = 'unparsed']"/>
      <xsl:if test="exists($t:unparsed)">
         <xsl:variable name="s:message"><xsl:value-of select="count($t:unparsed)"/><xsl:text> </xsl:text><xsl:value-of select="if (count($t:unparsed) = 1) then 'part was' else 'parts were'"/><xsl:text> not understood and left as found: “</xsl:text><xsl:value-of select="string-join($t:unparsed[position() le 3] ! t:short(.), '”, “')"/><xsl:text>”</xsl:text><xsl:value-of select="', …'[count($t:unparsed) gt 3]"/></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>look for type=“unparsed” and encode each by hand: as a paragraph, a line of the form, or whatever it is</xsl:text></xsl:variable>
         <finding code="V021"
                  role="note"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:ab[@type = 'unparsed'] | tei:seg[@type = 'unparsed']"
                 mode="s:walk"
                 priority="11">
      <xsl:if test="not(@cert = 'low')">
         <xsl:variable name="s:message"><xsl:text>“</xsl:text><xsl:value-of select="t:short(.)"/><xsl:text>” is of type “unparsed” and lacks cert=“low”</xsl:text></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>add cert=“low”, or the right type</xsl:text></xsl:variable>
         <finding code="V022"
                  role="error"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:note[@type = 'identity'][.//tei:persName/@ref][preceding-sibling::*[1][self::tei:persName]/@ref][not(@cert = 'low')]"
                 mode="s:walk"
                 priority="10">
      <xsl:if test="not(tokenize(preceding-sibling::*[1]/@ref) = .//tei:persName/@ref/tokenize(.))">
         <xsl:variable name="s:message"><xsl:text>“</xsl:text><xsl:value-of select="preceding-sibling::*[1]"/><xsl:text>” is </xsl:text><xsl:value-of select="preceding-sibling::*[1]/@ref"/><xsl:text>, and its note says </xsl:text><xsl:value-of select=".//tei:persName/@ref"/></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>give both the same ref; where the identity is disputed, write cert=“low” on the note</xsl:text></xsl:variable>
         <finding code="V023"
                  role="error"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:floatingText[@type = ('telegram', 'letter', 'message')][@xml:id]"
                 mode="s:walk"
                 priority="9">
      <xsl:variable name="t:signed" select="tei:body/(. | tei:div)/tei:closer/tei:signed//tei:persName[@ref]"/>
      <xsl:variable name="t:author" select="$t:signed/tokenize(@ref)"/>
      <xsl:variable name="t:sender" select="root()//tei:correspDesc[not(@corresp)]/tei:correspAction[@type = 'sent']/tei:persName/tokenize(@ref)"/>
      <xsl:if test="exists($t:author) and exists($t:sender) and not($t:author = $t:sender) and not(root()//tei:correspDesc/tokenize(@corresp) = '#' || @xml:id)">
         <xsl:variable name="s:message"><xsl:text>the enclosed message is signed by “</xsl:text><xsl:value-of select="string-join($t:signed ! t:short(.), ', ')"/><xsl:text>”, not by the sender of the cable, and no correspDesc says so</xsl:text></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>add a correspDesc with corresp=“#…” of this message, with its sender and addressee</xsl:text></xsl:variable>
         <finding code="V024"
                  role="review"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:correspDesc" mode="s:walk" priority="8">
      <xsl:if test="@corresp and not(some $pointer in tokenize(@corresp) satisfies key('t:id', substring($pointer, 2))[self::tei:floatingText | self::tei:text])">
         <xsl:variable name="s:message"><xsl:text>corresp=“</xsl:text><xsl:value-of select="@corresp"/><xsl:text>” leads to no enclosed message</xsl:text></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>write corresp=“#…” with the xml:id of the floatingText</xsl:text></xsl:variable>
         <finding code="V025"
                  role="error"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:if test="not(@corresp) and preceding-sibling::tei:correspDesc[not(@corresp)]">
         <xsl:variable name="s:message"><xsl:text>this is the second correspondence without corresp: only one can be that of the cable</xsl:text></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>write corresp=“#…” with the xml:id of the floatingText</xsl:text></xsl:variable>
         <finding code="V025"
                  role="error"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:*[(@from and @to) or (@notBefore and @notAfter)]"
                 mode="s:walk"
                 priority="7">
      <xsl:if test="t:earlier(@to, @from) or t:earlier(@notAfter, @notBefore)">
         <xsl:variable name="s:message"><xsl:text>the period ends (</xsl:text><xsl:value-of select="(@to, @notAfter)[1]"/><xsl:text>) before it begins (</xsl:text><xsl:value-of select="(@from, @notBefore)[1]"/><xsl:text>)</xsl:text></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>exchange the two dates, or correct one</xsl:text></xsl:variable>
         <finding code="V026"
                  role="error"
                  path="{s:path(((@to, @notAfter)[1], .)[1])}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:text//(tei:corr | tei:supplied | tei:ex)"
                 mode="s:walk"
                 priority="6">
      <xsl:if test="not(@resp or ancestor::*[self::tei:supplied | self::tei:note | self::tei:expan | self::tei:corr]/@resp)">
         <xsl:variable name="s:message"><xsl:text>nobody answers for “</xsl:text><xsl:value-of select="t:short(.)"/><xsl:text>”, which is not a word of the source</xsl:text></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>add resp: “#translator”, “#archive”, or the id of an editor</xsl:text></xsl:variable>
         <finding code="V027"
                  role="error"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:text//tei:note[@place = ('foot', 'end')][@xml:id]"
                 mode="s:walk"
                 priority="5">
      <xsl:if test="not(key('t:call', '#' || @xml:id))">
         <xsl:variable name="s:message"><xsl:text>no call in the text leads to the note “</xsl:text><xsl:value-of select="t:short(.)"/><xsl:text>”</xsl:text></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>tag its mark in the text as ref with target=“#…” of the note</xsl:text></xsl:variable>
         <finding code="V028"
                  role="review"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:*[@when or @from or @to]" mode="s:walk" priority="4">
      <xsl:variable name="t:given" select="for $one in ('when', 'from', 'to', 'notBefore', 'notAfter') return @*[name() = $one]"/>
      <xsl:if test="@when and $t:given[2] or @from and @notBefore or @to and @notAfter">
         <xsl:variable name="s:message"><xsl:text>this </xsl:text><xsl:value-of select="name()"/><xsl:text> is dated in two ways: </xsl:text><xsl:value-of select="string-join($t:given ! (name() || ' ' || .), ', ')"/></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>keep when for a day, from and to for a period, notBefore and notAfter for a day that is not known but lies between</xsl:text></xsl:variable>
         <finding code="V029"
                  role="error"
                  path="{s:path(($t:given[1], .)[1])}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:idno[@type]" mode="s:walk" priority="3">
      <xsl:variable name="t:meant" select="('filename', 'sha256', 'sha256-canonical', 'lines', 'URI', 'record', 'DOI', 'cable', 'special', 'series', 'sender', 'incoming', 'outgoing', 'copy', 'shelfmark', 'fond', 'opis', 'delo', 'list', 'papka', 'VIAF', 'GND', 'Wikidata', 'LC')[lower-case(.) = lower-case(current()/@type)]"/>
      <xsl:if test="not(empty($t:meant) or @type = $t:meant)">
         <xsl:variable name="s:message"><xsl:text>type of idno is “</xsl:text><xsl:value-of select="@type"/><xsl:text>”, and not “</xsl:text><xsl:value-of select="$t:meant"/><xsl:text>” as in the list</xsl:text></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>write it as the list does, capitals and small letters alike</xsl:text></xsl:variable>
         <finding code="V030"
                  role="error"
                  path="{s:path((@type, .)[1])}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:sourceDesc/tei:bibl[tei:idno/@type = ('filename', 'sha256', 'sha256-canonical')]"
                 mode="s:walk"
                 priority="2">
      <xsl:if test="not(@type = 'transcript')">
         <xsl:variable name="s:message"><xsl:text>this bibl names the transcript, and is not of type “transcript”: so the words of the file were not compared with it</xsl:text></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>write type=“transcript”</xsl:text></xsl:variable>
         <finding code="V031"
                  role="error"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:template match="tei:text//tei:persName | tei:text//tei:placeName | tei:text//tei:orgName | tei:text//tei:date"
                 mode="s:walk"
                 priority="1">
      <xsl:if test="not(normalize-space() or *)">
         <xsl:variable name="s:message"><xsl:value-of select="local-name()"/><xsl:text> holds no words; after it stands “</xsl:text><xsl:value-of select="substring(normalize-space(following-sibling::node()[1][self::text()]), 1, 30)"/><xsl:text>”</xsl:text></xsl:variable>
         <xsl:variable name="s:hint"><xsl:text>put its tags round the words that are meant, or delete them</xsl:text></xsl:variable>
         <finding code="V032"
                  role="error"
                  path="{s:path(.)}"
                  hint="{normalize-space($s:hint)}">
            <xsl:value-of select="normalize-space($s:message)"/>
         </finding>
      </xsl:if>
      <xsl:next-match/>
   </xsl:template>
   <xsl:function name="s:path" as="xs:string">
      <xsl:param name="node" as="node()"/>
      <xsl:variable name="steps" as="xs:string*" select="for $e in $node/ancestor-or-self::*                   return '/' || local-name($e) || '[' || (1 + count($e/preceding-sibling::*[local-name() = local-name($e)])) || ']'"/>
      <xsl:sequence select="string-join($steps) || (if ($node instance of attribute()) then '/@' || name($node) else '')"/>
   </xsl:function>
</xsl:stylesheet>
