<?xml version="1.0" encoding="UTF-8"?>
<!-- Events: the chronology of an edition to the hour, from fact files; what happened to which document on which day. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The chronology, year by year and day by day; days without a year and documents without a date come last. -->
  <xsl:template match="edition" mode="m:chronology" as="element()*">
    <xsl:call-template name="m:years">
      <xsl:with-param name="years" select="document/(date, *[@when] except date, enclosed/*[@when]) ! fp:year(.)"/>
    </xsl:call-template>
    <xsl:for-each-group select="document/(date, *[@when] except date, enclosed/*[@when])" group-by="fp:year(.)">
      <xsl:sort select="current-grouping-key()"/>
      <section class="year" id="y{current-grouping-key()}">
        <h2>{if (current-grouping-key() eq '9999') then f:label('undated') else current-grouping-key()}</h2>
        <xsl:for-each-group select="current-group()" group-by="fp:day(.)">
          <xsl:sort select="current-grouping-key()"/>
          <xsl:variable name="heading" as="xs:string" select="fp:heading(current-group()[1])"/>
          <section class="day">
            <xsl:if test="$heading ne ''">
              <h3>{$heading}</h3>
            </xsl:if>
            <ol class="events" role="list">
              <xsl:for-each-group select="current-group()" group-by="ancestor::document/@id, fp:hour(.)" composite="yes">
                <xsl:sort select="fp:hour(.)"/>
                <xsl:sort select="ancestor::document/@order"/>
                <xsl:sort select="ancestor::document/@id"/>
                <xsl:apply-templates select="." mode="m:chronology">
                  <xsl:with-param name="events" select="current-group()"/>
                </xsl:apply-templates>
              </xsl:for-each-group>
            </ol>
          </section>
        </xsl:for-each-group>
      </section>
    </xsl:for-each-group>
  </xsl:template>

  <!-- What happened to a document in one hour, or on one day where no hour is known. -->
  <xsl:template match="document//*" mode="m:chronology" as="element(li)">
    <!-- These events. -->
    <xsl:param name="events" as="element()+" select="."/>
    <xsl:variable name="document" as="element(document)" select="ancestor::document"/>
    <xsl:variable name="hour" as="xs:string" select="fp:hour(.)"/>
    <li>
      <span class="hour">
        <xsl:if test="$hour ne ''">
          <time datetime="{f:machine-date(@when)}">{$hour}</time>
        </xsl:if>
      </span>
      <xsl:text> </xsl:text>
      <span class="event">{distinct-values($events ! fp:what(.)) => string-join(', ')}</span>
      <xsl:text> </xsl:text>
      <a href="{$document/@href}.html" lang="{$document/@lang}">{$document/title}</a>
    </li>
  </xsl:template>

  <!-- What happened, in words; that it is of an enclosed message, or uncertain, said so. -->
  <xsl:function name="fp:what" as="xs:string">
    <xsl:param name="event" as="element()"/>
    <xsl:variable name="remarks" as="xs:string*" select="
      f:label('enclosed.short')[$event/parent::enclosed], f:label('certainty.low')[$event/@cert = 'low']"/>
    <xsl:sequence select="
      f:worded('time.', local-name($event)) || (' (' || string-join($remarks, ', ') || ')')[exists($remarks)]"/>
  </xsl:function>

  <!-- The ISO day, month or year an event begins with. -->
  <xsl:function name="fp:day" as="xs:string">
    <xsl:param name="event" as="element()"/>
    <xsl:sequence select="replace(string(($event/@when, $event/@notBefore, $event/@from)[1]), 'T.*$', '')"/>
  </xsl:function>

  <!-- Its year; 9999 where there is none. -->
  <xsl:function name="fp:year" as="xs:string">
    <xsl:param name="event" as="element()"/>
    <xsl:sequence select="(fp:day($event)[matches(., '^\d{4}')] ! substring(., 1, 4), '9999')[1]"/>
  </xsl:function>

  <!-- Its hour; seconds of 00 are not stated. -->
  <xsl:function name="fp:hour" as="xs:string">
    <xsl:param name="event" as="element()"/>
    <xsl:sequence select="replace(substring-after($event/@when, 'T'), '^(\d\d:\d\d):00', '$1')"/>
  </xsl:function>

  <!-- The day in words. -->
  <xsl:function name="fp:heading" as="xs:string">
    <xsl:param name="event" as="element()"/>
    <xsl:sequence select="if ($event/@when) then f:date-in-words(fp:day($event)) else f:dating($event)"/>
  </xsl:function>

</xsl:stylesheet>
