"""Every rule reports what its page says, and stays silent where it should."""

from __future__ import annotations

import copy
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from teicable import resources
from teicable.diagnostics import Diagnostic, Severity
from teicable.diagnostics.catalogue import codes, page
from teicable.validation import grammar, remedies, rules
from teicable.xml.parse import parse
from teicable.xml.saxon import Transforms

HERE = Path(__file__).resolve().parent
CASES = tomllib.loads((HERE / "rules.toml").read_text(encoding="utf-8"))
SCH = "{http://purl.oclc.org/dsdl/schematron}"
SCHEMATRON = etree.fromstring(resources.schema("teicable.sch").read_bytes())
ASSERTIONS = [
    (pattern.get("id", ""), number)
    for pattern in SCHEMATRON.iter(f"{SCH}pattern")
    for number, _ in enumerate(pattern.iter(f"{SCH}assert", f"{SCH}report"))
]
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
    for pairs, says in failing(code):
        diagnostics = found(pairs)
        assert code in diagnostics, diagnostics
        assert says in diagnostics[code].message
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
    assert {name.partition("-")[0] for name in named} <= remedies.REMEDIED


# No rule is dead: an assertion that is silenced, or that always speaks, is noticed by a case.


def mutant(code: str, number: int, *, speaks: bool) -> etree._Element:
    """Return the rules with one assertion that always speaks, or never."""
    schematron = copy.deepcopy(SCHEMATRON)
    pattern = schematron.find(f".//{SCH}pattern[@id='{code}']")
    changed_one = list(pattern.iter(f"{SCH}assert", f"{SCH}report"))[number]
    changed_one.set("test", f"{str(speaks == (changed_one.tag == f'{SCH}report')).lower()}()")
    return schematron


def findings(schematron: etree._Element, place: Path, pairs: list[str]) -> list[tuple[str, str]]:
    """Return code and message of what the rules, so written, say about the model document after a change."""
    compiler = Transforms({"sch2xslt": resources.schema("build/sch2xslt.xsl")})
    place.write_text(compiler.run("sch2xslt", etree.tostring(schematron, encoding="unicode")).text, encoding="utf-8")
    result = Transforms({"rules": place}).run("rules", etree.tostring(changed(pairs), encoding="unicode")).text
    tree = parse(result.encode())
    assert isinstance(tree, etree._ElementTree), tree
    return [(finding.get("code", ""), finding.text or "") for finding in tree.getroot()]


def failing(code: str) -> Iterator[tuple[list[str], str]]:
    """Yield every change under which a rule reports, with words of what it says."""
    yield CASES[code]["fails"], CASES[code]["says"]
    for case in CASES[code].get("also", []):
        yield case["fails"], case["says"]


@pytest.mark.parametrize(("code", "number"), ASSERTIONS, ids=str)
def test_a_silenced_assertion_is_noticed(code: str, number: int, tmp_path: Path) -> None:
    rules_without = mutant(code, number, speaks=False)
    heard = [
        any(c == code and says in message for c, message in findings(rules_without, tmp_path / "rules.xsl", pairs))
        for pairs, says in failing(code)
    ]
    assert not all(heard), f"assertion {number + 1} of {code} can be taken away and no case of rules.toml fails"


@pytest.mark.parametrize(("code", "number"), ASSERTIONS, ids=str)
def test_an_assertion_that_always_speaks_is_noticed(code: str, number: int, tmp_path: Path) -> None:
    loud = mutant(code, number, speaks=True)
    found = [findings(loud, tmp_path / "rules.xsl", pairs) for pairs in ([], CASES[code]["passes"])]
    assert any(c == code for heard in found for c, _ in heard), f"assertion {number + 1} of {code} is never silent"
