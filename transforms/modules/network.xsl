<?xml version="1.0" encoding="UTF-8"?>
<!-- Network: the ways that messages took, drawn: senders to the left, addressees to the right, relays between. Ranked
     lists joined by lines are read where a cloud of nodes is not: every name is whole, direction needs no arrow heads, and
     the same facts give the same drawing, without any layout that would have to be computed elsewhere. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp" xmlns="http://www.w3.org/2000/svg"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- The most ways that are drawn; of further ones the fullest are chosen, and the page says so. -->
  <xsl:param name="network-most" as="xs:integer" select="36"/>

  <!-- Where names end and begin, and where relays stand, of 960 units of width. -->
  <xsl:variable name="fp:left" as="xs:integer" select="284"/>
  <xsl:variable name="fp:middle" as="xs:integer" select="480"/>
  <xsl:variable name="fp:right" as="xs:integer" select="676"/>

  <!-- Height of a line of a name, and the space between two names. -->
  <xsl:variable name="fp:line" as="xs:integer" select="19"/>
  <xsl:variable name="fp:gap" as="xs:integer" select="9"/>

  <!-- The drawing with what is to be said of it. -->
  <xsl:template name="m:network" as="element(figure)">
    <!-- All exchanges. -->
    <xsl:param name="exchanges" as="element(exchange)+"/>
    <!-- How correspondents are called. -->
    <xsl:param name="names" as="map(xs:string, element(party))"/>
    <xsl:variable name="all" as="element(way)+" select="fp:ways($exchanges)"/>
    <xsl:variable name="ways" as="element(way)+" select="$all[position() le $network-most]"/>
    <xsl:variable name="fullest" as="xs:integer" select="max((fp:totals($ways/@from), fp:totals($ways/@to)) ! ?n)"/>
    <xsl:variable name="unit" as="xs:double" select="min((7, 260 div $fullest))"/>
    <xsl:variable name="senders" as="element(place)+" select="fp:column(fp:together(fp:totals($ways/@from), $ways), $names, $unit)"/>
    <xsl:variable name="addressees" as="element(place)+" select="fp:column(fp:near(fp:totals($ways/@to), $ways, $senders), $names, $unit)"/>
    <xsl:variable name="laid" as="element(way)+" select="fp:laid($ways, $senders, $addressees, $unit)"/>
    <xsl:variable name="relays" as="element(place)*" select="fp:relays($laid, $unit)"/>
    <xsl:variable name="height" as="xs:double" select="max(($senders, $addressees, $relays) ! (@y + @height)) + 6"/>
    <figure class="network" xmlns="">
      <p>
        <a class="skip-drawing" href="#exchanges">{f:label('network.skip')}</a>
      </p>
      <div class="scroll" role="region" tabindex="0" aria-label="{f:label('network.drawing')}">
        <svg viewBox="0 0 960 {f:coordinate($height)}" role="group" aria-labelledby="network-title network-about" xmlns="http://www.w3.org/2000/svg">
          <title id="network-title">{f:label('way.network')}</title>
          <desc id="network-about">{f:label('network.legend')}</desc>
          <xsl:for-each-group select="$laid" group-by="@from">
            <g class="sender">
              <xsl:apply-templates select="current-group()" mode="mp:way">
                <xsl:with-param name="names" select="$names"/>
                <xsl:with-param name="relays" select="$relays"/>
                <xsl:with-param name="unit" select="$unit"/>
              </xsl:apply-templates>
              <xsl:apply-templates select="$senders[@key = current-grouping-key()]" mode="mp:place">
                <xsl:with-param name="party" select="$names(current-grouping-key())"/>
                <xsl:with-param name="x" select="$fp:left"/>
              </xsl:apply-templates>
            </g>
          </xsl:for-each-group>
          <xsl:for-each select="$addressees">
            <xsl:apply-templates select="." mode="mp:place">
              <xsl:with-param name="party" select="$names(@key)"/>
              <xsl:with-param name="x" select="$fp:right"/>
            </xsl:apply-templates>
          </xsl:for-each>
          <xsl:for-each select="$relays">
            <g class="relay">
              <rect x="{$fp:middle - 2}" y="{@y}" width="4" height="{@height}"/>
              <text x="{$fp:middle}" y="{f:coordinate(@y - 5)}" text-anchor="middle">{tokenize(@key) ! f:correspondent-name($names(.)) => string-join(' + ')}</text>
            </g>
          </xsl:for-each>
        </svg>
      </div>
      <figcaption>
        <xsl:text>{f:label('network.legend')}</xsl:text>
        <xsl:if test="count($all) gt count($ways)"> {f:fill('network.shown', map { 'n': string(count($ways)), 'all': string(count($all)) })}</xsl:if>
      </figcaption>
    </figure>
  </xsl:template>

  <!-- The ways, the fullest first; of equals those whose ends wrote and got most. -->
  <xsl:function name="fp:ways" as="element(way)+">
    <xsl:param name="exchanges" as="element(exchange)+"/>
    <xsl:variable name="ways" as="element(way)+">
      <xsl:for-each-group select="$exchanges/message" group-by="@from, @via, @to" composite="yes">
        <way from="{@from}" via="{@via}" to="{@to}" n="{count(current-group())}" exchange="{../@id}" xmlns=""/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:variable name="ends" as="map(xs:string, xs:integer)" select="
      map:merge((fp:totals($ways/@from), fp:totals($ways/@to)) ! map:entry(?key, ?n), map { 'duplicates': 'combine' })
      => map:for-each(function($key, $n) { map:entry($key, xs:integer(sum($n))) }) => map:merge()" xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
    <xsl:perform-sort select="$ways">
      <xsl:sort select="xs:integer(@n)" order="descending"/>
      <xsl:sort select="$ends(@from) + $ends(@to)" order="descending"/>
    </xsl:perform-sort>
  </xsl:function>

  <!-- Who stands at these ends of ways, and of how many messages; the most first. -->
  <xsl:function name="fp:totals" as="map(xs:string, item())*">
    <xsl:param name="ends" as="attribute()*"/>
    <xsl:for-each-group select="$ends" group-by="string()">
      <xsl:sort select="sum(current-group()/../@n)" order="descending"/>
      <xsl:sequence select="map { 'key': current-grouping-key(), 'n': xs:integer(sum(current-group()/../@n)) }"/>
    </xsl:for-each-group>
  </xsl:function>

  <!-- Senders of as many messages: those who wrote to the same addressee, the fullest first, stand together. -->
  <xsl:function name="fp:together" as="map(xs:string, item())+">
    <xsl:param name="totals" as="map(xs:string, item())+"/>
    <xsl:param name="ways" as="element(way)+"/>
    <xsl:variable name="ranks" as="xs:string+" select="fp:totals($ways/@to) ! string(?key)"/>
    <xsl:sequence select="sort($totals, (), function($one) { -$one?n, min($ways[@from eq $one?key]/@to ! index-of($ranks, string())) })"/>
  </xsl:function>

  <!-- The same addressees in the order of those who wrote to them, with the height at which each is best placed. -->
  <xsl:function name="fp:near" as="map(xs:string, item())+">
    <xsl:param name="totals" as="map(xs:string, item())+"/>
    <xsl:param name="ways" as="element(way)+"/>
    <xsl:param name="senders" as="element(place)+"/>
    <xsl:variable name="middle" as="map(xs:string, xs:double)" select="
      map:merge($senders ! map:entry(string(@key), @y + @height div 2))" xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
    <xsl:variable name="placed" as="map(xs:string, item())+">
      <xsl:for-each select="$totals">
        <xsl:variable name="one" as="map(xs:string, item())" select="."/>
        <xsl:sequence select="map:put($one, 'at', sum($ways[@to eq $one?key] ! ($middle(@from) * @n)) div $one?n)" xmlns:map="http://www.w3.org/2005/xpath-functions/map"/>
      </xsl:for-each>
    </xsl:variable>
    <xsl:sequence select="sort($placed, (), function($one) { $one?at })"/>
  </xsl:function>

  <!-- A column of names, each as high as its lines of words and its messages want, and as near to where it is best placed
       as those above leave room. -->
  <xsl:function name="fp:column" as="element(place)+">
    <xsl:param name="totals" as="map(xs:string, item())+"/>
    <xsl:param name="names" as="map(xs:string, element(party))"/>
    <xsl:param name="unit" as="xs:double"/>
    <xsl:iterate select="$totals">
      <!-- Where the column is free. -->
      <xsl:param name="free" as="xs:double" select="4"/>
      <xsl:variable name="lines" as="xs:string+" select="fp:lines(tokenize(f:correspondent-name($names(?key))))"/>
      <xsl:variable name="height" as="xs:double" select="max((count($lines) * $fp:line, ?n * $unit))"/>
      <xsl:variable name="y" as="xs:double" select="max(($free, ?at ! (. - $height div 2)))"/>
      <place key="{?key}" rank="{position()}" y="{f:coordinate($y)}" height="{f:coordinate($height)}" messages="{f:coordinate(?n * $unit)}" xmlns="">
        <xsl:for-each select="$lines">
          <line>{.}</line>
        </xsl:for-each>
      </place>
      <xsl:next-iteration>
        <xsl:with-param name="free" select="$y + $height + $fp:gap"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- The ways with the heights at which they leave and arrive, so that those of one name lie side by side. -->
  <xsl:function name="fp:laid" as="element(way)+">
    <xsl:param name="ways" as="element(way)+"/>
    <xsl:param name="senders" as="element(place)+"/>
    <xsl:param name="addressees" as="element(place)+"/>
    <xsl:param name="unit" as="xs:double"/>
    <xsl:variable name="ranked" as="element(way)+">
      <xsl:for-each select="$ways">
        <xsl:copy>
          <xsl:sequence select="@*"/>
          <xsl:attribute name="a" select="$senders[@key = current()/@from]/@rank"/>
          <xsl:attribute name="b" select="$addressees[@key = current()/@to]/@rank"/>
        </xsl:copy>
      </xsl:for-each>
    </xsl:variable>
    <xsl:variable name="ordered" as="element(way)+" select="sort($ranked, (), function($way) { xs:integer($way/@a), xs:integer($way/@b), string($way/@via) })"/>
    <xsl:for-each select="$ordered">
      <xsl:variable name="way" as="element(way)" select="."/>
      <xsl:variable name="i" as="xs:integer" select="position()"/>
      <xsl:variable name="from" as="element(place)" select="$senders[@key = $way/@from]"/>
      <xsl:variable name="to" as="element(place)" select="$addressees[@key = $way/@to]"/>
      <xsl:variable name="before" as="element(way)*" select="$ordered[position() lt $i]"/>
      <xsl:copy>
        <xsl:sequence select="@*"/>
        <xsl:attribute name="y1" select="$from/@y + ($from/@height - $from/@messages) div 2 + $unit * (sum($before[@from = $way/@from]/@n) + @n div 2)"/>
        <xsl:attribute name="y2" select="$to/@y + ($to/@height - $to/@messages) div 2 + $unit * (sum($before[@to = $way/@to]/@n) + @n div 2)"/>
      </xsl:copy>
    </xsl:for-each>
  </xsl:function>

  <!-- The relays, each as near to the middle of its ways as those above leave room for it and its name. -->
  <xsl:function name="fp:relays" as="element(place)*">
    <xsl:param name="ways" as="element(way)+"/>
    <xsl:param name="unit" as="xs:double"/>
    <xsl:variable name="wanted" as="map(xs:string, item())*">
      <xsl:for-each-group select="$ways[@via ne '']" group-by="@via">
        <xsl:variable name="height" as="xs:double" select="max((4, $unit * sum(current-group()/@n)))"/>
        <xsl:sequence select="map { 'key': current-grouping-key(), 'height': $height, 'y': avg(current-group() ! ((@y1 + @y2) div 2)) - $height div 2 }"/>
      </xsl:for-each-group>
    </xsl:variable>
    <xsl:iterate select="sort($wanted, (), function($relay) { $relay?y, $relay?key })">
      <!-- Where there is room. -->
      <xsl:param name="free" as="xs:double" select="18"/>
      <xsl:variable name="y" as="xs:double" select="max(($free, ?y))"/>
      <place key="{?key}" y="{f:coordinate($y)}" height="{f:coordinate(?height)}" xmlns=""/>
      <xsl:next-iteration>
        <xsl:with-param name="free" select="$y + ?height + $fp:line + 4"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- A way: a line as thick as it is full, which leads to the documents. -->
  <xsl:template match="way" mode="mp:way" as="element(Q{http://www.w3.org/2000/svg}a)">
    <!-- How correspondents are called. -->
    <xsl:param name="names" as="map(xs:string, element(party))"/>
    <!-- Where the relays stand. -->
    <xsl:param name="relays" as="element(place)*"/>
    <!-- The thickness of one message. -->
    <xsl:param name="unit" as="xs:double"/>
    <xsl:variable name="relay" as="element(place)?" select="$relays[@key = current()/@via]"/>
    <xsl:variable name="beside" as="element(way)*" select="preceding-sibling::way[@via = current()/@via]"/>
    <xsl:variable name="x1" as="xs:integer" select="$fp:left + 6"/>
    <xsl:variable name="x2" as="xs:integer" select="$fp:right - 6"/>
    <xsl:variable name="path" as="xs:string" select="
      if ($relay) then fp:curve($x1, @y1, $fp:middle, $relay/@y + $relay/@height div 2) || ' ' || fp:curve($fp:middle, $relay/@y + $relay/@height div 2, $x2, @y2)
      else fp:curve($x1, @y1, $x2, @y2)"/>
    <xsl:variable name="values" as="map(xs:string, xs:string)" select="map {
      'from': f:correspondent-name($names(@from)), 'to': f:correspondent-name($names(@to)), 'n': string(@n),
      'via': tokenize(@via) ! f:correspondent-name($names(.)) => string-join(' ' || f:label('and') || ' ') }"/>
    <a href="#{encode-for-uri(@exchange)}">
      <title>{f:fill(if ($relay) then 'network.way-via' else 'network.way', $values)}</title>
      <path class="reach" d="{$path}"/>
      <path class="way" d="{$path}" stroke-width="{f:coordinate(max((1.2, @n * $unit)))}"/>
    </a>
  </xsl:template>

  <!-- A name beside its bar; linked to the index where the edition knows who it is. -->
  <xsl:template match="place" mode="mp:place" as="element()+">
    <!-- Who it is. -->
    <xsl:param name="party" as="element(party)"/>
    <!-- Where the bar is; names to its left end there. -->
    <xsl:param name="x" as="xs:integer"/>
    <xsl:variable name="to-left" as="xs:boolean" select="$x lt $fp:middle"/>
    <xsl:variable name="middle" as="xs:double" select="@y + @height div 2"/>
    <xsl:variable name="text" as="element(Q{http://www.w3.org/2000/svg}text)">
      <text class="{$party/@kind}" text-anchor="{if ($to-left) then 'end' else 'start'}">
        <xsl:for-each select="line">
          <tspan x="{if ($to-left) then $x - 8 else $x + 8}" y="{f:coordinate($middle + 5.5 + (position() - (last() + 1) div 2) * $fp:line)}">{.}</tspan>
        </xsl:for-each>
      </text>
    </xsl:variable>
    <xsl:variable name="page" as="xs:string" select="
      string(map { 'person': $persons-href, 'org': $organisations-href, 'place': $places-href }(string($party/@kind)))"/>
    <xsl:choose>
      <xsl:when test="$party/@ref and $page ne ''">
        <a href="{$page}#{substring-after(@key, ':')}">
          <xsl:sequence select="$text"/>
        </a>
      </xsl:when>
      <xsl:otherwise>
        <xsl:sequence select="$text"/>
      </xsl:otherwise>
    </xsl:choose>
    <rect x="{if ($to-left) then $x else $x - 5}" y="{f:coordinate($middle - @messages div 2)}" width="5" height="{@messages}"/>
  </xsl:template>

  <!-- A curve that leaves and arrives level. -->
  <xsl:function name="fp:curve" as="xs:string">
    <xsl:param name="x1" as="xs:double"/>
    <xsl:param name="y1" as="xs:double"/>
    <xsl:param name="x2" as="xs:double"/>
    <xsl:param name="y2" as="xs:double"/>
    <xsl:variable name="x" as="xs:double" select="($x1 + $x2) div 2"/>
    <xsl:sequence select="'M' || string-join(($x1, $y1) ! f:coordinate(.), ' ') || 'C' || string-join(($x, $y1, $x, $y2, $x2, $y2) ! f:coordinate(.), ' ')"/>
  </xsl:function>

  <!-- The words of a name in lines that fit beside the drawing. -->
  <xsl:function name="fp:lines" as="xs:string+">
    <xsl:param name="words" as="xs:string+"/>
    <xsl:iterate select="tail($words)">
      <!-- The line so far. -->
      <xsl:param name="line" as="xs:string" select="head($words)"/>
      <xsl:on-completion select="$line"/>
      <xsl:variable name="fits" as="xs:boolean" select="string-length($line || .) lt 32"/>
      <xsl:sequence select="$line[not($fits)]"/>
      <xsl:next-iteration>
        <xsl:with-param name="line" select="if ($fits) then $line || ' ' || . else string(.)"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

</xsl:stylesheet>
