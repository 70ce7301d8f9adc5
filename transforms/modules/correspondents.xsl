<?xml version="1.0" encoding="UTF-8"?>
<!-- Correspondents: who wrote to whom, and by whom it was passed on, as the fact files say; the base of table and drawing. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- All messages of an edition, in time. -->
  <xsl:template match="edition" mode="m:messages" as="element(message)*">
    <xsl:apply-templates select="document" mode="m:messages">
      <xsl:sort select="@order"/>
      <xsl:sort select="@id"/>
    </xsl:apply-templates>
  </xsl:template>

  <!-- Those of a document and of what it encloses: one for each sender and addressee, with the parties as children. -->
  <xsl:template match="document" mode="m:messages" as="element(message)*">
    <xsl:variable name="document" as="element(document)" select="."/>
    <xsl:variable name="said" as="element(message)*">
      <xsl:for-each select="., enclosed">
        <xsl:variable name="enclosed" as="attribute()?" select="self::enclosed/@id"/>
        <xsl:variable name="from" as="element(party)*" select="fp:correspondents(., 'from')"/>
        <xsl:variable name="to" as="element(party)*" select="fp:correspondents(., 'to')"/>
        <xsl:variable name="via" as="element(party)*" select="fp:correspondents(., 'via')"/>
        <xsl:for-each select="for $sender in $from, $addressee in $to return [$sender, $addressee]">
          <message document="{$document/@id}" order="{$document/@order}" from="{f:correspondent(?1)}" to="{f:correspondent(?2)}"
            via="{sort(distinct-values($via ! f:correspondent(.)))}" enclosed="{$enclosed}" either="{exists((?1, ?2)/@alternative)}">
            <xsl:sequence select="?1, ?2, $via"/>
          </message>
        </xsl:for-each>
      </xsl:for-each>
    </xsl:variable>
    <!-- A telegram that passes on a letter is often headed as the letter is: that is one message, not two. -->
    <xsl:for-each-group select="$said" group-by="@from || ' ' || @to">
      <xsl:sequence select="(current-group()[@via ne ''], current-group())[1]"/>
    </xsl:for-each-group>
  </xsl:template>

  <!-- Who plays a part: persons; where none is named the offices; where no office is, the places. -->
  <xsl:function name="fp:correspondents" as="element(party)*">
    <xsl:param name="unit" as="element()"/>
    <xsl:param name="role" as="xs:string"/>
    <xsl:variable name="parties" as="element(party)*" select="$unit/party[@role eq $role]"/>
    <xsl:sequence select="
      for $kind in ('person', 'org', 'place')[. = $parties/@kind][1] return $parties[@kind eq $kind]"/>
  </xsl:function>

  <!-- By what a correspondent is known: the pointer to the authorities, whatever name is used; else that name. -->
  <xsl:function name="f:correspondent" as="xs:string">
    <xsl:param name="party" as="element(party)"/>
    <xsl:sequence select="string((tokenize($party/@ref)[1], $party/@kind || ':_' || translate(lower-case(normalize-space($party)), ' ', '_'))[1])"/>
  </xsl:function>

  <!-- For each correspondent the party that names it best: as the authorities do, else not in capitals. -->
  <xsl:function name="f:correspondents" as="map(xs:string, element(party))">
    <xsl:param name="messages" as="element(message)*"/>
    <xsl:map>
      <xsl:for-each-group select="$messages/party" group-by="f:correspondent(.)">
        <xsl:map-entry key="current-grouping-key()" select="(current-group()[@name], current-group()[. ne upper-case(.)], current-group())[1]"/>
      </xsl:for-each-group>
    </xsl:map>
  </xsl:function>

  <!-- The exchanges, those of most messages first: all that two correspondents wrote to each other, in time. The first
       of the two is who wrote more of it, or wrote first. -->
  <xsl:function name="f:exchanges" as="element(exchange)*">
    <xsl:param name="messages" as="element(message)*"/>
    <xsl:for-each-group select="$messages" group-by="string-join(sort((@from, @to) ! string()), ' ')">
      <xsl:sort select="count(current-group())" order="descending"/>
      <xsl:variable name="back" as="element(message)*" select="current-group()[@from ne current-group()[1]/@from]"/>
      <xsl:variable name="first" as="element(message)" select="if (count($back) * 2 gt count(current-group())) then $back[1] else ."/>
      <exchange id="{translate($first/@from || '--' || $first/@to, ':', '-')}" from="{$first/@from}" to="{$first/@to}">
        <xsl:sequence select="current-group()"/>
      </exchange>
    </xsl:for-each-group>
  </xsl:function>

  <!-- The name of a correspondent, in its language; a place that stands for somebody unknown says so. -->
  <xsl:template match="party" mode="m:correspondent" as="element(span)">
    <span class="correspondent {@kind}" lang="{if (@name) then (f:entry(@ref) ! f:language-of(.), $lang)[1] else 'en'}">{f:correspondent-name(.)}</span>
  </xsl:template>

  <!-- That name alone. -->
  <xsl:function name="f:correspondent-name" as="xs:string">
    <xsl:param name="party" as="element(party)"/>
    <xsl:variable name="name" as="xs:string" select="string(($party/@name, normalize-space($party))[1])"/>
    <xsl:sequence select="if ($party/@kind eq 'place') then f:fill('network.place', map { 'place': $name }) else $name"/>
  </xsl:function>

</xsl:stylesheet>
