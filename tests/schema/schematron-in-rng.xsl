<?xml version="1.0" encoding="UTF-8"?>
<!-- The Schematron rules that stand inside a RELAX NG grammar, as one Schematron schema. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron">

  <xsl:output method="xml" encoding="UTF-8"/>

  <xsl:template match="/">
    <sch:schema queryBinding="xslt2">
      <xsl:copy-of select="//sch:ns" copy-namespaces="no"/>
      <xsl:copy-of select="//sch:pattern" copy-namespaces="no"/>
    </sch:schema>
  </xsl:template>

</xsl:stylesheet>
