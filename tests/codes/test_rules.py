"""Every rule reports what its page says, and stays silent where it should."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from lxml import etree

from teicable import resources
from teicable.diagnostics import Diagnostic, Severity
from teicable.diagnostics.catalogue import codes, page
from teicable.validation import grammar, rules
from teicable.xml.parse import parse

HERE = Path(__file__).resolve().parent
CASES = tomllib.loads((HERE / "rules.toml").read_text(encoding="utf-8"))
QUIET = {"V021"}
"""Rules that report of the unchanged document, which holds what they list."""


def changed(pairs: list[str]) -> etree._ElementTree:
    text = (HERE / "base.xml").read_text(encoding="utf-8")
    for old, new in zip(pairs[::2], pairs[1::2], strict=True):
        assert text.count(old) == 1, f"{old} stands {text.count(old)} times in base.xml"
        text = text.replace(old, new)
    tree = parse(text.encode(), "base.xml")
    assert isinstance(tree, etree._ElementTree), tree
    return tree


def found(pairs: list[str]) -> dict[str, Diagnostic]:
    return {diagnostic.code: diagnostic for diagnostic in rules.check(changed(pairs), "base.xml")}


def test_the_base_is_valid_and_silent() -> None:
    assert grammar.check(changed([]), "base.xml") == []
    assert set(found([])) == QUIET


@pytest.mark.parametrize("code", CASES)
def test_a_rule_reports(code: str) -> None:
    diagnostics = found(CASES[code]["fails"])
    assert code in diagnostics, diagnostics
    assert CASES[code]["says"] in diagnostics[code].message
    assert diagnostics[code].hint
    assert diagnostics[code].location.line > 1


@pytest.mark.parametrize("code", CASES)
def test_a_rule_stays_silent(code: str) -> None:
    assert code not in found(CASES[code]["passes"])


def test_every_rule_is_tried_and_has_a_page_of_its_severity() -> None:
    schematron = etree.fromstring((resources.schema("teicable.sch")).read_bytes())
    rule = "{http://purl.oclc.org/dsdl/schematron}rule"
    roles = {parent.getparent().get("id"): parent.get("role") for parent in schematron.iter(rule)}
    assert list(roles) == sorted(CASES) == [code for code in codes() if code.startswith("V")]
    assert {code: page(code).severity for code in roles} == roles


def test_the_line_is_that_of_the_element() -> None:
    lines = (HERE / "base.xml").read_text(encoding="utf-8").splitlines()
    diagnostic = found(CASES["V006"]["fails"])["V006"]
    assert "<measure" in lines[diagnostic.location.line - 1]
    assert diagnostic.location.xpath == "TEI/text/body/div/closer/measure"


@pytest.mark.parametrize(
    "path", sorted((HERE.parent / "schema" / "fixtures").rglob("*.xml")), ids=lambda path: path.stem
)
def test_examples_have_no_error(path: Path) -> None:
    tree = parse(path.read_bytes(), path.name)
    assert isinstance(tree, etree._ElementTree)
    assert [d for d in rules.check(tree, path.name) if d.severity is Severity.ERROR] == []


def test_a_file_that_is_not_valid_is_no_obstacle() -> None:
    pairs = ['quantity="3"', 'quantity="three"', 'when="2026-02-02"', 'when="soon"']
    assert "V006" in found(pairs)


def test_every_quick_fix_is_there() -> None:
    """An assertion names its repair by id; an editor offers what it finds."""
    fix = "{http://www.schematron-quickfix.com/validator/process}fix"
    schematron = etree.fromstring((resources.schema("teicable.sch")).read_bytes())
    named = {name for element in schematron.iter("*") for name in (element.get(fix) or "").split()}
    assert named == {element.get("id") for element in schematron.iter(fix)} != set()
