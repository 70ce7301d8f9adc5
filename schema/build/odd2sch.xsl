<?xml version="1.0" encoding="UTF-8"?>
<!-- The rules of the ODD as one ISO Schematron schema. Each constraintSpec that is named by a diagnostic code becomes a
     pattern; one without a rule of its own (`rules`) gives keys and functions that the others use. -->
<xsl:stylesheet version="3.0"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:sqf="http://www.schematron-quickfix.com/validator/process"
    xmlns:t="urn:teicable:rules"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:o="urn:teicable:odd"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    expand-text="yes"
    exclude-result-prefixes="o">

  <xsl:include href="odd.xsl"/>

  <xsl:output method="xml" indent="yes" encoding="UTF-8"
              suppress-indentation="sch:assert sch:report sch:diagnostic sch:p sch:title sqf:title"/>

  <xsl:mode on-no-match="fail"/>

  <xsl:variable name="constraints" as="element(constraint)*" select="o:constraints() ! constraint"/>

  <xsl:template match="/" as="node()+">
    <xsl:comment> Made from teicable.odd by `teicable schema build`: change that file, not this one. </xsl:comment>
    <sch:schema queryBinding="xslt3">
      <sch:title>{normalize-space($o:schema/desc)}</sch:title>
      <sch:ns prefix="tei" uri="{$o:schema/@ns}"/>
      <sch:ns prefix="t" uri="urn:teicable:rules"/>
      <sch:ns prefix="xs" uri="http://www.w3.org/2001/XMLSchema"/>
      <xsl:copy-of select="$constraints/(xsl:key | xsl:function)" copy-namespaces="no"/>
      <xsl:apply-templates select="$constraints[sch:rule]"/>
      <sch:diagnostics>
        <xsl:copy-of select="$constraints/sch:diagnostics/sch:diagnostic" copy-namespaces="no"/>
      </sch:diagnostics>
    </sch:schema>
  </xsl:template>

  <xsl:template match="constraint" as="element(sch:pattern)">
    <sch:pattern id="{../@ident}">
      <sch:title>{normalize-space(../desc)}</sch:title>
      <xsl:copy-of select="sch:rule" copy-namespaces="no"/>
    </sch:pattern>
  </xsl:template>

</xsl:stylesheet>
