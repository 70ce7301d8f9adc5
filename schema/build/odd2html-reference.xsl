<?xml version="1.0" encoding="UTF-8"?>
<!-- The reference part of the guidelines: elements, rules, shared attributes, kinds of values, examples. -->
<xsl:stylesheet version="3.0"
    xmlns="http://www.w3.org/1999/xhtml"
    xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
    xmlns:xs="http://www.w3.org/2001/XMLSchema"
    xmlns:sch="http://purl.oclc.org/dsdl/schematron"
    xmlns:o="urn:teicable:odd"
    xmlns:h="urn:teicable:odd2html"
    xmlns:eg="http://www.tei-c.org/ns/Examples"
    xpath-default-namespace="http://www.tei-c.org/ns/1.0"
    expand-text="yes"
    exclude-result-prefixes="#all">

  <xsl:key name="members" match="elementSpec" use="classes/memberOf/@key"/>
  <xsl:key name="parents" match="elementSpec" use="o:content(.)//elementRef/@key"/>

  <xsl:template name="h:elements" as="element()">
    <section id="elements">
      <h2>Elements</h2>
      <xsl:apply-templates select="o:elements()" mode="h:reference"/>
    </section>
  </xsl:template>

  <xsl:mode name="h:reference" on-no-match="fail"/>

  <xsl:template match="elementSpec" mode="h:reference" as="element()">
    <xsl:variable name="inside" as="xs:string*" select="sort(distinct-values(o:content(.)//elementRef/@key))"/>
    <xsl:variable name="parents" as="element(elementSpec)*" select="key('parents', @ident)"/>
    <section class="spec" id="elem.{@ident}">
      <h3><a class="gi" href="#elem.{@ident}">{@ident}</a> <small><xsl:apply-templates select="desc" mode="h:prose"/></small></h3>
      <xsl:apply-templates select="remarks/*" mode="h:prose"/>
      <xsl:apply-templates select="exemplum" mode="h:reference"/>
      <xsl:if test="attList/attDef or classes/memberOf">
        <xsl:call-template name="h:attributes"/>
      </xsl:if>
      <dl>
        <dt>Contains</dt>
        <dd>
          <xsl:choose>
            <xsl:when test="o:kind(.) = 'empty'">nothing</xsl:when>
            <xsl:when test="o:kind(.) = 'text'">text</xsl:when>
            <xsl:otherwise>
              <xsl:text>{if (o:kind(.) = 'mixed') then 'text and ' else ''}</xsl:text>
              <xsl:sequence select="h:links($inside)"/>
            </xsl:otherwise>
          </xsl:choose>
        </dd>
        <dt>Stands in</dt>
        <dd>
          <xsl:sequence select="h:links(sort($parents/@ident ! string()))"/>
          <xsl:text>{if ($parents) then '' else 'nothing: it begins the document'}</xsl:text>
        </dd>
        <xsl:variable name="rules" as="element(constraintSpec)*" select="o:constraints()[h:about(., current()/@ident)]"/>
        <xsl:if test="$rules">
          <dt>Rules</dt>
          <dd>
            <ul class="about">
              <xsl:for-each select="$rules">
                <li><a href="#rule.{@ident}">{@ident}</a><xsl:text> </xsl:text><xsl:apply-templates select="desc" mode="h:prose"/></li>
              </xsl:for-each>
            </ul>
          </dd>
        </xsl:if>
        <dt>In TEI</dt>
        <dd>module {@module}; Guidelines: <xsl:apply-templates select="listRef/ref" mode="h:prose"/></dd>
      </dl>
    </section>
  </xsl:template>

  <!-- Whether a rule is about an element: it stands beside it, or its context names it. -->
  <xsl:function name="h:about" as="xs:boolean">
    <xsl:param name="rule" as="element(constraintSpec)"/>
    <xsl:param name="name" as="xs:string"/>
    <xsl:variable name="contexts" as="xs:string*" select="$rule//sch:rule/@context ! replace(., '\[[^\[\]]*(\[[^\[\]]*\][^\[\]]*)*\]', '')"/>
    <xsl:sequence select="$rule/parent::elementSpec/@ident = $name or (some $context in $contexts satisfies matches($context, 'tei:' || $name || '([ )|]|$)'))"/>
  </xsl:function>

  <xsl:function name="h:links" as="node()*">
    <xsl:param name="names" as="xs:string*"/>
    <xsl:for-each select="$names">
      <a class="gi" href="#elem.{.}">{.}</a>
      <xsl:if test="position() ne last()">
        <xsl:text> </xsl:text>
      </xsl:if>
    </xsl:for-each>
  </xsl:function>

  <!-- Attributes in the order in which they are written; those of classes are named and described once. -->
  <xsl:template name="h:attributes" as="element()+">
    <xsl:variable name="shared" as="element(attDef)*" select="o:attributes(.)[parent::attList/parent::classSpec]"/>
    <xsl:variable name="own" as="element(attDef)*" select="o:attributes(.) except $shared"/>
    <xsl:if test="$own">
      <table>
        <caption>Attributes of {@ident}</caption>
        <tbody>
          <xsl:apply-templates select="$own" mode="h:reference"/>
        </tbody>
      </table>
    </xsl:if>
    <xsl:if test="$shared">
      <p class="shared">
        <xsl:text>Shared attributes: </xsl:text>
        <xsl:for-each select="$shared">
          <a class="att" href="#{h:anchor(.)}">@{@ident}</a>
          <xsl:text>{if (position() = last()) then '' else ' '}</xsl:text>
        </xsl:for-each>
      </p>
    </xsl:if>
  </xsl:template>

  <xsl:template match="attDef" mode="h:reference" as="element()">
    <tr id="{h:anchor(.)}">
      <th scope="row">
        <a class="att" href="#{h:anchor(.)}">@{@ident}</a>
        <xsl:if test="@usage = 'req'">
          <span class="required">required</span>
        </xsl:if>
      </th>
      <td>
        <p>
          <xsl:apply-templates select="desc" mode="h:prose"/>
          <xsl:if test="not(valList)">
            <xsl:variable name="kind" as="element(dataSpec)" select="o:spec(datatype/dataRef)"/>
            <xsl:text> (</xsl:text>
            <a href="#data.{$kind/@ident}">{o:gloss($kind) => replace(':.*|;.*', '')}</a>
            <xsl:text>{if (datatype/@maxOccurs = 'unbounded') then ', or several' else ''})</xsl:text>
          </xsl:if>
        </p>
        <xsl:apply-templates select="remarks/p" mode="h:prose"/>
        <xsl:apply-templates select="valList" mode="h:reference"/>
      </td>
    </tr>
  </xsl:template>

  <!-- The anchor of an attribute: att.note.place of an element, att.att.named.ref of a class. -->
  <xsl:function name="h:anchor" as="xs:string">
    <xsl:param name="attribute" as="element(attDef)"/>
    <xsl:sequence select="'att.' || $attribute/ancestor::*[self::elementSpec or self::classSpec]/@ident || '.' || translate($attribute/@ident, ':', '.')"/>
  </xsl:function>

  <xsl:template match="valList" mode="h:reference" as="element()+">
    <p class="values">{if (@type = 'closed') then 'One of' else 'For instance'}{if (../datatype/@maxOccurs = 'unbounded') then ', or several' else ''}:</p>
    <dl class="values">
      <xsl:for-each select="valItem">
        <dt id="{h:anchor(ancestor::attDef)}.{translate(@ident, ':', '.')}">
          <code>{@ident}</code>
        </dt>
        <dd>
          <xsl:apply-templates select="desc" mode="h:prose"/>
        </dd>
      </xsl:for-each>
    </dl>
  </xsl:template>

  <!-- Rules -->
  <xsl:template name="h:rules" as="element()">
    <section id="rules">
      <h2>Rules</h2>
      <p>What depends on more than one element is a matter of rules. Each has a code; <code>teicable explain V001</code> says what it means, why it matters and what to do.</p>
      <table class="rules">
        <thead>
          <tr>
            <th scope="col">Code</th>
            <th scope="col">Weight</th>
            <th scope="col">Rule, and what to do where it is broken</th>
          </tr>
        </thead>
        <tbody>
          <xsl:for-each select="o:constraints()[constraint/sch:rule]">
            <tr id="rule.{@ident}">
              <th scope="row">
                <a href="#rule.{@ident}">{@ident}</a>
              </th>
              <td class="{.//sch:rule[1]/@role}">{.//sch:rule[1]/@role}</td>
              <td>
                <p>
                  <xsl:apply-templates select="desc" mode="h:prose"/>
                </p>
                <p class="hint">{.//sch:diagnostic[1] => normalize-space()}</p>
              </td>
            </tr>
          </xsl:for-each>
        </tbody>
      </table>
    </section>
  </xsl:template>

  <xsl:template name="h:classes" as="element()">
    <section id="classes">
      <h2>Shared attributes</h2>
      <xsl:for-each select="$o:schema//classSpec">
        <section class="spec" id="class.{@ident}">
          <h3>{@ident}</h3>
          <p>
            <xsl:apply-templates select="desc" mode="h:prose"/>
          </p>
          <table>
            <caption>Attributes of {@ident}</caption>
            <tbody>
              <xsl:apply-templates select="attList/attDef" mode="h:reference"/>
            </tbody>
          </table>
          <dl>
            <dt>Elements</dt>
            <dd>
              <xsl:sequence select="h:links(sort(key('members', @ident)/@ident ! string()))"/>
            </dd>
            <dt>In TEI</dt>
            <dd>Guidelines: <xsl:apply-templates select="listRef/ref" mode="h:prose"/></dd>
          </dl>
        </section>
      </xsl:for-each>
    </section>
  </xsl:template>

  <xsl:template name="h:datatypes" as="element()">
    <section id="datatypes">
      <h2>Kinds of values</h2>
      <dl class="values">
        <xsl:for-each select="$o:schema//dataSpec">
          <dt id="data.{@ident}">
            <code>{@ident}</code>
          </dt>
          <dd>
            <xsl:apply-templates select="desc" mode="h:prose"/>
            <xsl:for-each select=".//dataRef/@restriction">
              <xsl:text>, of the form </xsl:text>
              <code>{.}</code>
            </xsl:for-each>
          </dd>
        </xsl:for-each>
      </dl>
    </section>
  </xsl:template>

</xsl:stylesheet>
