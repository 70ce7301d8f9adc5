<?xml version="1.0" encoding="UTF-8"?>
<!-- Harvestable: what an edition must state, and its documents, for a file that harvesters ask for. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Whether the edition has a feed: it states its address, and a document the day of its last change. -->
  <xsl:function name="f:has-feed" as="xs:boolean">
    <xsl:param name="edition" as="element(edition)"/>
    <xsl:sequence select="$edition/@address ne '' and exists($edition/document/@changed[matches(., '^\d{4}-\d\d-\d\d$')])"/>
  </xsl:function>

  <!-- The only licence that CMIF knows. -->
  <xsl:variable name="f:cmif-licence" as="xs:string" select="'https://creativecommons.org/licenses/by/4.0/'"/>

  <!-- Whether an edition has an index of correspondence: it is licensed as CMIF demands, says where it stands, who answers for it, who
       publishes it and when it was changed; and a document of it was sent or received by somebody. -->
  <xsl:function name="f:has-cmif" as="xs:boolean">
    <xsl:param name="edition" as="element(edition)"/>
    <xsl:sequence select="
      matches($edition/@licence, '^https?://creativecommons\.org/licenses/by/4\.0(/(deed|legalcode)(\.\w+)?)?/?$')
      and $edition/@address ne '' and $edition/@publisher ne '' and exists(f:responsible($edition)) and exists(f:last-changed($edition))
      and exists($edition/document/(., enclosed)[f:is-sent(.)])"/>
  </xsl:function>

  <!-- The editors. -->
  <xsl:function name="f:responsible" as="element(editor)*">
    <xsl:param name="edition" as="element(edition)"/>
    <xsl:sequence select="$edition/editor[lower-case(@role) = ('', 'editor')]"/>
  </xsl:function>

  <!-- The last day on which a document was changed, also one that is not at hand, else the date of the edition. -->
  <xsl:function name="f:last-changed" as="xs:string?">
    <xsl:param name="edition" as="element(edition)"/>
    <xsl:sequence select="(max($edition/(@changed, document/@changed) ! f:calendar-day(.)), f:calendar-day($edition/@date))[1]"/>
  </xsl:function>

  <!-- Whether somebody is known who sent or received it. -->
  <xsl:function name="f:is-sent" as="xs:boolean">
    <xsl:param name="unit" as="element()"/>
    <xsl:sequence select="exists($unit/party[@role = ('from', 'to')][not(@kind = 'place')])"/>
  </xsl:function>

  <!-- Year, year and month, or whole date. -->
  <xsl:function name="f:calendar-day" as="xs:string?">
    <xsl:param name="dating" as="xs:string?"/>
    <xsl:sequence select="substring-before($dating || 'T', 'T')[matches(., '^\d{4}(-\d\d(-\d\d)?)?$')]"/>
  </xsl:function>

</xsl:stylesheet>
