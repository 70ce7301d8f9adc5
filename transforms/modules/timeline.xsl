<?xml version="1.0" encoding="UTF-8"?>
<!-- Timeline: how the documents lie in time, drawn above the chronology, which says the same in words. Above the line each
     document stands at its hour or day; below it, as long as the time in which they may lie, those whose day is not known. -->
<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:xs="http://www.w3.org/2001/XMLSchema"
  xmlns:f="teicable:/ns/f" xmlns:fp="teicable:/ns/fp" xmlns:m="teicable:/ns/m" xmlns:mp="teicable:/ns/mp" xmlns="http://www.w3.org/2000/svg"
  xpath-default-namespace="" exclude-result-prefixes="#all" expand-text="yes">

  <!-- Width of the drawing, of which the page makes as much as there is room for, and the height that marks may take. -->
  <xsl:variable name="fp:width" as="xs:integer" select="640"/>
  <xsl:variable name="fp:tall" as="xs:integer" select="150"/>

  <!-- The scales, the finest first: for how many days each is, what the axis begins and ends with, and its ticks. -->
  <xsl:variable name="fp:scales" as="map(xs:string, item())+" select="
    map { 'most': 3.5, 'of': 'hour', 'from': 'day' }, map { 'most': 27, 'of': 'day', 'from': 'day' },
    map { 'most': 250, 'of': 'ten', 'from': 'day' }, map { 'most': 1000, 'of': 'month', 'from': 'month' },
    map { 'most': 1000000, 'of': 'year', 'from': 'year' }"/>

  <!-- The drawing; nothing where there is little to see. -->
  <xsl:template match="edition" mode="m:timeline" as="element(Q{}figure)?">
    <xsl:variable name="times" as="element(time)*">
      <xsl:apply-templates select="document" mode="mp:time">
        <xsl:sort select="@order"/>
        <xsl:sort select="@id"/>
      </xsl:apply-templates>
    </xsl:variable>
    <xsl:variable name="known" as="element(time)*" select="$times[@of ne 'span']"/>
    <xsl:if test="count($times) ge 5 and count(distinct-values($known/@a)) ge 3">
      <!-- A month in which a document lies makes the axis no longer than the known days of that month do. -->
      <xsl:variable name="between" as="xs:double+" select="min($known ! xs:double(@a)), max($known ! xs:double(@b))"/>
      <xsl:variable name="extent" as="element(time)+" select="$known, $times[xs:double(@b) le $between[1] or xs:double(@a) ge $between[2]]"/>
      <xsl:variable name="days" as="xs:double" select="max($extent ! xs:double(@b)) - min($extent ! xs:double(@a))"/>
      <xsl:variable name="scale" as="map(xs:string, item())" select="$fp:scales[?most ge $days][1]"/>
      <xsl:variable name="first" as="xs:date" select="fp:floor(fp:date(min($extent ! xs:double(@a))), $scale?from)"/>
      <xsl:variable name="end" as="xs:date" select="fp:next(fp:floor(fp:date(max($extent ! xs:double(@b)) - 0.001), $scale?from), $scale?from)"/>
      <xsl:variable name="pitch" as="xs:double" select="$fp:width div (fp:days($end) - fp:days($first))"/>
      <xsl:variable name="above" as="element(time)*" select="fp:stacked(fp:placed($known, $first, $pitch))"/>
      <xsl:variable name="below" as="element(time)*" select="fp:stacked(fp:placed($times except $known, $first, $pitch))"/>
      <xsl:variable name="rows" as="xs:integer+" select="(max($above ! xs:integer(@row)), 0)[1], (max($below ! xs:integer(@row)), 0)[1]"/>
      <xsl:variable name="step" as="xs:double" select="min((9, $fp:tall div max($rows)))"/>
      <xsl:variable name="base" as="xs:double" select="ceiling($step * $rows[1]) + 4"/>
      <xsl:variable name="foot" as="xs:double" select="$base + ceiling($step * $rows[2]) + (if ($rows[2]) then 4 else 0)"/>
      <figure class="timeline" xmlns="">
        <svg viewBox="0 0 {$fp:width} {$foot + (if ($scale?of eq 'year') then 24 else 42)}" aria-hidden="true" focusable="false" xmlns="http://www.w3.org/2000/svg">
          <xsl:for-each select="$above, $below">
            <xsl:variable name="wide" as="xs:boolean" select="@of eq 'span'"/>
            <a href="{@href}.html" tabindex="-1">
              <title>{@when}: {.}</title>
              <rect class="{string-join((@of, 'unsure'[current()/@unsure eq 'true']), ' ')}" x="{f:coordinate(@x)}" width="{f:coordinate(@width)}" height="{f:coordinate(max(($step - 1.5, $step * 0.7)))}"
                y="{f:coordinate(if ($wide) then $base + 4 + (@row - 1) * $step else $base - @row * $step)}"/>
            </a>
          </xsl:for-each>
          <path d="M0 {$base}H{$fp:width}"/>
          <xsl:call-template name="mp:axis">
            <xsl:with-param name="scale" select="$scale"/>
            <xsl:with-param name="first" select="$first"/>
            <xsl:with-param name="end" select="$end"/>
            <xsl:with-param name="pitch" select="$pitch"/>
            <xsl:with-param name="base" select="$base"/>
            <xsl:with-param name="foot" select="$foot"/>
          </xsl:call-template>
        </svg>
        <figcaption>
          <xsl:text>{f:label('timeline.marks')}</xsl:text>
          <xsl:if test="exists($below)"> {f:label('timeline.below')}</xsl:if>
          <xsl:if test="$times/@unsure = 'true'"> {f:label('timeline.unsure')}</xsl:if>
          <xsl:if test="count($times) lt count(document)"> {f:fill('timeline.undated', map { 'n': string(count(document) - count($times)) })}</xsl:if>
        </figcaption>
      </figure>
    </xsl:if>
  </xsl:template>

  <!-- When a document was written, in days from a day of old: an hour or a day that is known, or the time in which it lies. -->
  <xsl:template match="document" mode="mp:time" as="element(time)?">
    <xsl:variable name="order" as="xs:string" select="string(@order)"/>
    <xsl:variable name="until" as="xs:string" select="string((date/(@notAfter, @to))[1][not(contains($order, 'T'))])"/>
    <xsl:variable name="from" as="xs:double?" select="fp:begin($order)"/>
    <xsl:variable name="to" as="xs:double?" select="(fp:end($until), fp:end($order))[1]"/>
    <xsl:if test="not(starts-with($order, '9999')) and exists($from) and $to ge $from">
      <time xmlns="" href="{@href}" a="{$from}" b="{$to}" when="{date}" unsure="{date/@cert = 'low'}" of="{
        if (contains($order, 'T')) then 'hour' else if ($to - $from le 1) then 'day' else 'span'}">{title}</time>
    </xsl:if>
  </xsl:template>

  <!-- Where marks begin and how long they are, as far as the axis goes. What takes less room than a mark needs stands in
       the next of its columns, so that what is of about the same time is one pile. -->
  <xsl:function name="fp:placed" as="element(time)*">
    <xsl:param name="times" as="element(time)*"/>
    <xsl:param name="first" as="xs:date"/>
    <xsl:param name="pitch" as="xs:double"/>
    <xsl:for-each select="$times">
      <xsl:variable name="from" as="xs:double" select="max((0, (@a - fp:days($first)) * $pitch))"/>
      <xsl:variable name="to" as="xs:double" select="min(($fp:width, (@b - fp:days($first)) * $pitch))"/>
      <xsl:variable name="small" as="xs:boolean" select="$to - $from lt 6"/>
      <xsl:variable name="middle" as="xs:double" select="min((($from + $to) div 2, $fp:width - 3))"/>
      <xsl:copy>
        <xsl:sequence select="@*"/>
        <xsl:attribute name="x" select="if (not($small)) then $from else if ($pitch lt 12) then floor($middle div 5.5) * 5.5 else max((0, $middle - 2.25))"/>
        <xsl:attribute name="width" select="if ($small) then 4.5 else $to - $from - 1.5"/>
        <xsl:value-of select="."/>
      </xsl:copy>
    </xsl:for-each>
  </xsl:function>

  <!-- Marks in rows so that none covers another: each in the lowest that is free there. -->
  <xsl:function name="fp:stacked" as="element(time)*">
    <xsl:param name="marks" as="element(time)*"/>
    <xsl:iterate select="sort($marks, (), function($mark) { xs:double($mark/@x) })">
      <!-- Where each row is free again. -->
      <xsl:param name="free" as="xs:double*" select="()"/>
      <xsl:variable name="mark" as="element(time)" select="."/>
      <xsl:variable name="row" as="xs:integer" select="((for $i in 1 to count($free) return $i[$free[$i] le xs:double($mark/@x)]), count($free) + 1)[1]"/>
      <xsl:copy>
        <xsl:sequence select="@*"/>
        <xsl:attribute name="row" select="$row"/>
        <xsl:value-of select="."/>
      </xsl:copy>
      <xsl:next-iteration>
        <xsl:with-param name="free" select="$free[position() lt $row], @x + @width + 1, $free[position() gt $row]"/>
      </xsl:next-iteration>
    </xsl:iterate>
  </xsl:function>

  <!-- Ticks with the hour, the day, the month or the year; below them once what they are of. -->
  <xsl:template name="mp:axis" as="element()*">
    <!-- One of the scales. -->
    <xsl:param name="scale" as="map(xs:string, item())"/>
    <!-- The first day. -->
    <xsl:param name="first" as="xs:date"/>
    <!-- The day after the last. -->
    <xsl:param name="end" as="xs:date"/>
    <!-- Width of a day. -->
    <xsl:param name="pitch" as="xs:double"/>
    <!-- Height of the line. -->
    <xsl:param name="base" as="xs:double"/>
    <!-- Height at which labels begin. -->
    <xsl:param name="foot" as="xs:double"/>
    <xsl:variable name="of" as="xs:string" select="$scale?of"/>
    <xsl:variable name="every" as="xs:integer" select="(1, 5, 10, 20, 50, 100)[. * 366 * $pitch ge 42][1]"/>
    <xsl:variable name="all" as="xs:date+" select="for $i in 0 to xs:integer(fp:days($end) - fp:days($first)) return $first + $i * xs:dayTimeDuration('P1D')"/>
    <xsl:variable name="days" as="xs:date*" select="
      if ($of = ('hour', 'day')) then $all
      else if ($of eq 'ten') then $all[day-from-date(.) = (1, 11, 21)]
      else if ($of eq 'month') then $all[day-from-date(.) eq 1]
      else $all[day-from-date(.) eq 1][month-from-date(.) eq 1][year-from-date(.) mod $every eq 0]"/>
    <xsl:variable name="of-what" as="xs:string" select="map { 'hour': '[Y0001]-[M01]-[D01]', 'day': '[Y0001]-[M01]', 'ten': '[Y0001]-[M01]', 'month': '[Y0001]', 'year': '' }($of)"/>
    <xsl:for-each select="$days">
      <xsl:variable name="day" as="xs:date" select="."/>
      <xsl:variable name="at" as="xs:integer" select="position()"/>
      <xsl:for-each select="if ($of eq 'hour') then (0, 6, 12, 18)[$day lt $end or . eq 0] else 0">
        <xsl:variable name="x" as="xs:double" select="(fp:days($day) + . div 24 - fp:days($first)) * $pitch"/>
        <path d="M{f:coordinate($x)} {$base}v4"/>
        <xsl:if test="$x lt $fp:width - 32 and not($of eq 'month' and not(month-from-date($day) = (1, 4, 7, 10)))">
          <text x="{f:coordinate($x + (if ($of eq 'day') then $pitch div 2 else 2))}" y="{$foot + 18}" text-anchor="{if ($of eq 'day') then 'middle' else 'start'}">{
            if ($of eq 'hour') then format-integer(., '00') || ':00' else if ($of eq 'month') then f:label('month-alone.' || format-date($day, '[M01]'))
            else if ($of eq 'year') then year-from-date($day) else day-from-date($day)}</text>
        </xsl:if>
      </xsl:for-each>
      <xsl:variable name="name" as="xs:string" select="format-date($day, $of-what)"/>
      <xsl:if test="$name ne '' and $day lt $end and ($at eq 1 or $name ne format-date($days[$at - 1], $of-what))">
        <xsl:variable name="room" as="xs:double" select="
          (fp:days(min(($end, $days[position() gt $at][format-date(., $of-what) ne $name]))) - fp:days($day)) * $pitch"/>
        <xsl:variable name="words" as="xs:string" select="f:date-in-words($name)"/>
        <xsl:if test="$room gt string-length($words) * 7.5">
          <text class="of" x="{f:coordinate((fp:days($day) - fp:days($first)) * $pitch + 2)}" y="{$foot + 36}">{$words}</text>
        </xsl:if>
      </xsl:if>
    </xsl:for-each>
  </xsl:template>

  <!-- The beginning of a day, month or year as it begins, or the moment itself. -->
  <xsl:function name="fp:begin" as="xs:double?">
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="whole" as="xs:string" select="$value || substring('-01-01', string-length($value) - 3)"/>
    <xsl:sequence select="
      if ($value castable as xs:dateTime) then fp:days(xs:date(substring($value, 1, 10))) + (xs:dateTime($value) - xs:dateTime(substring($value, 1, 10) || 'T00:00:00')) div xs:dayTimeDuration('P1D')
      else if ($whole castable as xs:date) then fp:days(xs:date($whole)) else ()"/>
  </xsl:function>

  <!-- Its end. -->
  <xsl:function name="fp:end" as="xs:double?">
    <xsl:param name="value" as="xs:string"/>
    <xsl:variable name="begin" as="xs:double?" select="fp:begin($value)"/>
    <xsl:sequence select="
      if (contains($value, 'T')) then $begin
      else $begin ! fp:days(fp:next(fp:date(.), map { 4: 'year', 7: 'month' }(string-length($value))))"/>
  </xsl:function>

  <!-- A day as a number. -->
  <xsl:function name="fp:days" as="xs:double">
    <xsl:param name="date" as="xs:date"/>
    <xsl:sequence select="xs:double(($date - xs:date('1900-01-01')) div xs:dayTimeDuration('P1D'))"/>
  </xsl:function>

  <!-- The day of a number. -->
  <xsl:function name="fp:date" as="xs:date">
    <xsl:param name="days" as="xs:double"/>
    <xsl:sequence select="xs:date('1900-01-01') + xs:integer(floor($days)) * xs:dayTimeDuration('P1D')"/>
  </xsl:function>

  <!-- The first day of the year or month that a day is in, or the day. -->
  <xsl:function name="fp:floor" as="xs:date">
    <xsl:param name="date" as="xs:date"/>
    <xsl:param name="unit" as="xs:string"/>
    <xsl:sequence select="xs:date(format-date($date, map { 'year': '[Y0001]-01-01', 'month': '[Y0001]-[M01]-01', 'day': '[Y0001]-[M01]-[D01]' }($unit)))"/>
  </xsl:function>

  <!-- The day on which the next begins. -->
  <xsl:function name="fp:next" as="xs:date">
    <xsl:param name="date" as="xs:date"/>
    <xsl:param name="unit" as="xs:string?"/>
    <xsl:sequence select="
      if ($unit eq 'year') then $date + xs:yearMonthDuration('P1Y')
      else if ($unit eq 'month') then $date + xs:yearMonthDuration('P1M') else $date + xs:dayTimeDuration('P1D')"/>
  </xsl:function>

</xsl:stylesheet>
