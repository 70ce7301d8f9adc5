<?xml version="1.0" encoding="UTF-8"?>
<!-- CMIF: who wrote to whom, when and where, in the Correspondence Metadata Interchange Format 1.1 of the TEI Correspondence SIG,
     which correspSearch harvests. A person behind a cover name stands under the real name alone. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The index of an edition that may have one. -->
  <xsl:template match="edition" mode="m:cmif" as="xs:string">
    <xsl:variable name="index" as="element()">
      <TEI xmlns="http://www.tei-c.org/ns/1.0">
        <teiHeader>
          <fileDesc>
            <titleStmt>
              <title xml:lang="{$lang}">{f:fill('cmif.title', map { 'title': string(@title) })}</title>
              <xsl:for-each select="f:responsible(.)">
                <editor>
                  <xsl:text>{@name}</xsl:text>
                  <xsl:for-each select="../@contact[. ne ''][current() is f:responsible(..)[1]]">
                    <xsl:text> </xsl:text>
                    <email>{.}</email>
                  </xsl:for-each>
                </editor>
              </xsl:for-each>
            </titleStmt>
            <publicationStmt>
              <publisher>{@publisher}</publisher>
              <idno type="url">{@address}cmif.xml</idno>
              <date when="{f:last-changed(.)}"/>
              <availability>
                <licence target="{$f:cmif-licence}">This file is licensed under the terms of the Creative Commons License CC-BY 4.0</licence>
              </availability>
            </publicationStmt>
            <sourceDesc>
              <bibl type="online">
                <xsl:attribute name="xml:id" select="fp:source(.)"/>
                <xsl:text>{string-join((f:responsible(.)/@name), ', ')}: {string-join((@title, @publisher, @date)[. ne ''], ', ')}. </xsl:text>
                <ref target="{@address}">{@address}</ref>
              </bibl>
            </sourceDesc>
          </fileDesc>
          <profileDesc>
            <xsl:apply-templates select="document" mode="mp:correspondence">
              <xsl:sort select="@order"/>
              <xsl:sort select="@id"/>
            </xsl:apply-templates>
          </profileDesc>
        </teiHeader>
        <text>
          <body>
            <p/>
          </body>
        </text>
      </TEI>
    </xsl:variable>
    <xsl:sequence select="'&lt;?xml version=&quot;1.0&quot; encoding=&quot;UTF-8&quot;?>&#10;' || serialize($index, map { 'method': 'xml', 'indent': true(), 'omit-xml-declaration': true(), 'suppress-indentation': ('editor', 'bibl') ! QName('http://www.tei-c.org/ns/1.0', .) }) || '&#10;'"/>
  </xsl:template>

  <!-- By what the letters point to their edition; letters come first, for an XML id begins with none of the digits. -->
  <xsl:function name="fp:source" as="xs:string">
    <xsl:param name="edition" as="element(edition)"/>
    <xsl:sequence select="'uuid-' || $edition/@uuid"/>
  </xsl:function>

  <!-- A document, and what it encloses. A telegram that passes on a letter is often headed as the letter is: that is one. -->
  <xsl:template match="document" mode="mp:correspondence" as="element()*">
    <xsl:variable name="itself" as="xs:string" select="fp:pair(.)"/>
    <xsl:apply-templates select=".[f:is-sent(.)], enclosed[f:is-sent(.)][fp:pair(.) ne $itself]" mode="mp:correspDesc"/>
  </xsl:template>

  <!-- Who wrote to whom, to be compared. -->
  <xsl:function name="fp:pair" as="xs:string">
    <xsl:param name="unit" as="element()"/>
    <xsl:sequence select="
      string-join(('from', 'to') ! string-join(sort(fp:corresponding($unit, .) ! string((tokenize(@ref)[1], lower-case(.))[1])), ' '), ' > ')"/>
  </xsl:function>

  <!-- Who plays a part: persons before the offices they stand for. -->
  <xsl:function name="fp:corresponding" as="element(party)*">
    <xsl:param name="unit" as="element()"/>
    <xsl:param name="role" as="xs:string"/>
    <xsl:variable name="parties" as="element(party)*" select="$unit/party[@role = $role][not(@kind = 'place')]"/>
    <xsl:sequence select="if ($parties/@kind = 'person') then $parties[@kind = 'person'] else $parties"/>
  </xsl:function>

  <!-- One message: the address of its page, or of the place on the page where it is enclosed. -->
  <xsl:template match="document | enclosed" mode="mp:correspDesc" as="element()">
    <xsl:variable name="document" as="element(document)" select="ancestor-or-self::document"/>
    <xsl:variable name="place" as="xs:string" select="string(self::enclosed/('#' || @id))"/>
    <correspDesc xmlns="http://www.tei-c.org/ns/1.0" key="{$document/@id}{$place}" ref="{f:address($document, f:file($document, 'page'))}{$place}"
      source="#{fp:source($document/parent::edition)}">
      <correspAction type="sent">
        <xsl:sequence select="fp:who(., 'from'), fp:where(., 'from'), fp:when(let $day := self::document/date/@when return (sent[starts-with(@when, string($day))], self::document/date, sent))"/>
      </correspAction>
      <correspAction type="received">
        <xsl:sequence select="fp:who(., 'to'), fp:where(., 'to'), fp:when(received)"/>
      </correspAction>
    </correspDesc>
  </xsl:template>

  <!-- Who it was, each once; “Unknown”, as CMIF wants it, where nobody says, or only a cover name is known. -->
  <xsl:function name="fp:who" as="element()+">
    <xsl:param name="unit" as="element()"/>
    <xsl:param name="role" as="xs:string"/>
    <xsl:variable name="named" as="element()*">
      <xsl:for-each-group select="fp:corresponding($unit, $role)[not(@pseudo) or @name]" group-by="string((tokenize(@ref)[1], .)[1])">
        <xsl:element name="{if (@kind = 'org') then 'orgName' else 'persName'}" namespace="http://www.tei-c.org/ns/1.0">
          <xsl:sequence select="fp:registered-as(.), fp:doubted(., @alternative)"/>
          <xsl:value-of select="f:sorted-name(.)"/>
        </xsl:element>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="unknown" as="element()">
      <persName xmlns="http://www.tei-c.org/ns/1.0">Unknown</persName>
    </xsl:variable>
    <xsl:sequence select="if (exists($named)) then $named else $unknown"/>
  </xsl:function>

  <!-- Where it was sent from, or to. -->
  <xsl:function name="fp:where" as="element()*">
    <xsl:param name="unit" as="element()"/>
    <xsl:param name="role" as="xs:string"/>
    <xsl:for-each-group select="$unit/party[@role = $role][@kind = 'place']" group-by="string((tokenize(@ref)[1], .)[1])">
      <placeName xmlns="http://www.tei-c.org/ns/1.0">
        <xsl:sequence select="fp:registered-as(.), fp:doubted(., ())"/>
        <xsl:value-of select="f:party-name(.)"/>
      </placeName>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The first date of several that CMIF can write: a year at least, and no time of day. -->
  <xsl:function name="fp:when" as="element()?">
    <xsl:param name="dates" as="element()*"/>
    <xsl:variable name="dated" as="element()*">
      <xsl:for-each select="$dates">
        <xsl:variable name="days" as="attribute()*" select="fp:day-of(@when), fp:day-of(@from), fp:day-of(@to), fp:day-of(@notBefore), fp:day-of(@notAfter)"/>
        <!-- Of what excludes each other the surer stands. -->
        <xsl:variable name="stated" as="attribute()*" select="
          if (exists($days[local-name() = 'when'])) then $days[local-name() = 'when']
          else if (exists($days[local-name() = ('from', 'to')])) then $days[local-name() = ('from', 'to')]
          else $days"/>
        <xsl:if test="exists($stated)">
          <date xmlns="http://www.tei-c.org/ns/1.0">
            <xsl:sequence select="$stated, fp:doubted(., ())"/>
          </date>
        </xsl:if>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="$dated[1]"/>
  </xsl:function>

  <!-- A dating without its time of day; nothing where the year is unknown. -->
  <xsl:function name="fp:day-of" as="attribute()?">
    <xsl:param name="dating" as="attribute()?"/>
    <xsl:for-each select="f:calendar-day($dating)">
      <xsl:attribute name="{local-name($dating)}" select="."/>
    </xsl:for-each>
  </xsl:function>

  <!-- The address in a register of names. -->
  <xsl:function name="fp:registered-as" as="attribute()?">
    <xsl:param name="party" as="element(party)"/>
    <xsl:for-each select="$party/@uri">
      <xsl:attribute name="ref" select="."/>
    </xsl:for-each>
  </xsl:function>

  <!-- That it is not sure; CMIF knows one degree of that. -->
  <xsl:function name="fp:doubted" as="attribute()?">
    <xsl:param name="fact" as="element()"/>
    <xsl:param name="either" as="attribute()?"/>
    <xsl:if test="$fact/@cert = ('low', 'medium', 'unknown') or exists($either)">
      <xsl:attribute name="cert" select="'low'"/>
    </xsl:if>
  </xsl:function>

</xsl:stylesheet>
