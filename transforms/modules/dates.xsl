<?xml version="1.0" encoding="UTF-8"?>
<!-- Dates: as the cable writes them in the text, with the normalised value for machines. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="http://www.tei-c.org/ns/1.0" exclude-result-prefixes="#all" expand-text="yes">

  <xsl:include href="calendar.xsl"/>

  <!-- A date or time of the cable: its own words, with the normalised value for machines. -->
  <xsl:template match="date | time" mode="m:text" as="element()">
    <xsl:variable name="value" as="xs:string?" select="(@when ! f:machine-date(.))[. ne '']"/>
    <xsl:element name="{if (exists($value)) then 'time' else 'span'}">
      <xsl:call-template name="m:attributes">
        <xsl:with-param name="class" select="'machine'[current()/@ana]"/>
      </xsl:call-template>
      <xsl:if test="exists($value)">
        <xsl:attribute name="datetime" select="$value"/>
      </xsl:if>
      <xsl:call-template name="m:content"/>
    </xsl:element>
  </xsl:template>

</xsl:stylesheet>
