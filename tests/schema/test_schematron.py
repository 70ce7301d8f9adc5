"""The Schematron compiler: what each construct does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from lxml import etree

from teicable.errors import StylesheetError
from teicable.validation import rules as our_rules
from teicable.xml.saxon import Transforms, Value

from .generate import Grammar

DOCUMENT = '<d xmlns="urn:d"><p n="1">one</p><p>two</p><q n="x"><p n="3"/></q></d>'
Run = Callable[..., list[tuple[str, str, str, str]]]


@pytest.fixture
def run(schema: Path, tmp_path: Path) -> Run:
    """Return a function from rules (and parameters) to the findings in ``DOCUMENT``: code, role, path, message."""

    def judge(rules: str, **parameters: Value) -> list[tuple[str, str, str, str]]:
        schematron = (
            '<sch:schema xmlns:sch="http://purl.oclc.org/dsdl/schematron" queryBinding="xslt3">'
            f'<sch:ns prefix="d" uri="urn:d"/>{rules}</sch:schema>'
        )
        making = Transforms({"compile": schema / "build" / "sch2xslt.xsl"})
        stylesheet = tmp_path / "rules.xsl"
        stylesheet.write_text(making.run("compile", schematron).text, encoding="utf-8")
        result = Transforms({"rules": stylesheet}).run("rules", DOCUMENT, parameters)
        findings = etree.fromstring(result.text.encode())
        return [(f.get("code"), f.get("role"), f.get("path"), f.text or "") for f in findings]

    return judge


def test_assert_and_report(run: Run) -> None:
    rules = """<sch:pattern><sch:rule context="d:p">
      <sch:assert id="V1" test="@n">no n</sch:assert>
      <sch:report id="V2" role="review" test="not(node())">empty</sch:report>
    </sch:rule></sch:pattern>"""
    assert run(rules) == [
        ("V1", "error", "/d[1]/p[2]", "no n"),
        ("V2", "review", "/d[1]/q[1]/p[1]", "empty"),
    ]


def test_the_first_matching_rule_of_a_pattern_wins(run: Run) -> None:
    rules = """<sch:pattern>
      <sch:rule context="d:q/d:p"><sch:report id="V1" test="true()">inner</sch:report></sch:rule>
      <sch:rule context="d:p[@n]"><sch:report id="V2" test="true()">numbered</sch:report></sch:rule>
      <sch:rule context="d:*"><sch:report id="V3" test="self::d:p">any</sch:report></sch:rule>
    </sch:pattern>
    <sch:pattern>
      <sch:rule context="d:q/d:p"><sch:report id="V4" test="true()">again</sch:report></sch:rule>
    </sch:pattern>"""
    assert [finding[0] for finding in run(rules)] == ["V2", "V3", "V4", "V1"]


def test_messages_quote_the_document(run: Run) -> None:
    rules = """<sch:pattern id="V9"><sch:rule context="d:p[1]">
      <sch:let name="n" value="string(@n)"/>
      <sch:report test="$n = '1'">the <sch:name/> in <sch:name path=".."/> is
        <sch:emph>number</sch:emph> <sch:value-of select="$n"/></sch:report>
    </sch:rule></sch:pattern>"""
    assert run(rules) == [("V9", "error", "/d[1]/p[1]", "the p in d is number 1")]


def test_rules_about_attributes(run: Run) -> None:
    rules = """<sch:pattern><sch:rule context="@n">
      <sch:assert id="V1" test=". castable as xs:integer">no number: <sch:value-of select="."/></sch:assert>
    </sch:rule></sch:pattern>"""
    assert run(rules) == [("V1", "error", "/d[1]/q[1]/@n", "no number: x")]


def test_current_is_the_node_of_the_rule(run: Run) -> None:
    rules = """<sch:pattern><sch:rule context="d:q">
      <sch:report id="V1" test="//d:p[. &lt;&lt; current()][@n = '1']">after</sch:report>
    </sch:rule></sch:pattern>"""
    assert [finding[0] for finding in run(rules)] == ["V1"]


def test_abstract_rules(run: Run) -> None:
    rules = """<sch:pattern>
      <sch:rule abstract="true" id="numbered"><sch:assert id="V1" test="@n">no n</sch:assert></sch:rule>
      <sch:rule context="d:p"><sch:extends rule="numbered"/></sch:rule>
    </sch:pattern>"""
    assert [finding[2] for finding in run(rules)] == ["/d[1]/p[2]"]


def test_an_abstract_rule_that_is_not_there(run: Run) -> None:
    with pytest.raises(StylesheetError, match="names “absent”"):
        run('<sch:pattern><sch:rule context="d:p"><sch:extends rule="absent"/></sch:rule></sch:pattern>')


def test_a_let_of_the_schema_is_a_parameter(run: Run) -> None:
    rules = """<sch:let name="known" value="''"/><sch:pattern><sch:rule context="d:p[@n]">
      <sch:assert id="V1" test="@n = tokenize($known)">unknown <sch:value-of select="@n"/></sch:assert>
    </sch:rule></sch:pattern>"""
    assert [finding[3] for finding in run(rules)] == ["unknown 1", "unknown 3"]
    assert [finding[3] for finding in run(rules, known="1 2")] == ["unknown 3"]


def test_keys_and_functions(run: Run) -> None:
    rules = """<xsl:key xmlns:xsl="http://www.w3.org/1999/XSL/Transform" name="by-n" match="d:p" use="@n"/>
    <sch:pattern><sch:rule context="d:d">
      <sch:report id="V1" test="key('by-n', '3')">found</sch:report>
    </sch:rule></sch:pattern>"""
    assert [finding[0] for finding in run(rules)] == ["V1"]


def test_a_rule_about_the_document(run: Run) -> None:
    rule = """<sch:rule context="/"><sch:report id="V1" test="d:d">there</sch:report></sch:rule>"""
    assert run(f"<sch:pattern>{rule}</sch:pattern>") == [("V1", "error", "", "there")]


def test_our_rules_can_be_asked_of_any_valid_document(schema: Path) -> None:
    """Whatever the grammar allows, the rules answer, and every answer has a line."""
    drawn = Grammar(etree.parse(schema / "teicable.rng").getroot())
    for seed in range(20):
        tree = etree.fromstring(etree.tostring(drawn.document(seed))).getroottree()
        assert all(diagnostic.location.line for diagnostic in our_rules.check(tree, "drawn.xml")), seed
