<?xml version="1.0" encoding="UTF-8"?>
<!-- Volumes of a book: which one it is, what time it covers, and the list of those that can be had. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:m="teicable:/ns/m" xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- What a volume is called; nothing of a book that has only one. -->
  <xsl:function name="f:volume" as="xs:string?">
    <xsl:param name="volume" as="element(volume)?"/>
    <xsl:sequence select="$volume ! f:fill('book.volume', map { 'n': string(@number) })"/>
  </xsl:function>

  <!-- The time that a volume covers, and how many documents it holds. -->
  <xsl:function name="f:extent" as="xs:string">
    <xsl:param name="volume" as="element(volume)"/>
    <xsl:sequence select="string-join((f:span($volume), f:fill('documents.count', map { 'n': string($volume/@documents) })), ' · ')"/>
  </xsl:function>

  <!-- From the day of its first document to that of its last; that none has a date, where none has. -->
  <xsl:function name="f:span" as="xs:string">
    <xsl:param name="volume" as="element(volume)"/>
    <xsl:variable name="days" as="xs:string*" select="distinct-values(($volume/@first, $volume/@last)[. ne '']) ! f:date-in-words(.)"/>
    <xsl:sequence select="(string-join($days, ' – ')[. ne ''], f:label('undated'))[1]"/>
  </xsl:function>

</xsl:stylesheet>
