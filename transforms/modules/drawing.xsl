<?xml version="1.0" encoding="UTF-8"?>
<!-- Drawing: what the drawings of the edition's pages share. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" exclude-result-prefixes="#all">

  <!-- A coordinate, to a tenth. -->
  <xsl:function name="f:coordinate" as="xs:string">
    <xsl:param name="value" as="xs:double"/>
    <xsl:sequence select="string(round($value * 10) div 10)"/>
  </xsl:function>

</xsl:stylesheet>
