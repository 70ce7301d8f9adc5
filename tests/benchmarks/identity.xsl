<?xml version="1.0" encoding="UTF-8"?>
<!-- The unit of measurement: copy a file as it is. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform">
  <xsl:output method="xml" indent="no"/>
  <xsl:mode on-no-match="shallow-copy"/>
</xsl:stylesheet>
