<?xml version="1.0" encoding="UTF-8"?>
<!-- Addresses: names lead to the indexes of the edition, where it has them. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- A person, an organisation or a place has its place in an index; without one, its card on the page serves. -->
  <xsl:template match=".[. instance of xs:string][fp:index(.) ne '']" mode="m:address" as="xs:string" priority="2">
    <xsl:sequence select="fp:index(.) || '#' || substring-after(tokenize(.)[1], ':')"/>
  </xsl:template>

  <!-- The address of the index in which a pointer's bearer stands. -->
  <xsl:function name="fp:index" as="xs:string">
    <xsl:param name="pointer" as="xs:string"/>
    <xsl:sequence select="
      if (starts-with($pointer, 'person:')) then $persons-href
      else if (starts-with($pointer, 'org:')) then $organisations-href
      else if (starts-with($pointer, 'place:')) then $places-href
      else ''"/>
  </xsl:function>

</xsl:stylesheet>
