"""Everything valid for us is valid TEI: by the examples, by random documents, by the rules embedded in TEI."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest
from lxml import etree

from teicable.validation import grammar
from teicable.xml.parse import parse
from teicable.xml.saxon import Transforms

from .generate import RNG, Grammar

Judge = Callable[[Path, Iterable[Path]], list[str]]


def test_examples_are_valid_for_lxml(example: Path) -> None:
    tree = parse(example.read_bytes(), example.name)
    assert isinstance(tree, etree._ElementTree)
    assert grammar.check(tree, example.name) == []


def test_examples_are_valid_for_jing(schema: Path, examples: list[Path], jing: Judge) -> None:
    assert jing(schema / "teicable.rng", examples) == []


def test_examples_are_valid_tei(examples: list[Path], tei_all: Path, jing: Judge) -> None:
    assert jing(tei_all, examples) == []


def test_the_odd_and_the_customization_are_valid_tei(schema: Path, tei_all: Path, jing: Judge) -> None:
    assert jing(tei_all, [schema / "teicable.odd", schema / "teicable.customization.odd"]) == []


def test_the_examples_in_the_odd_are_valid(schema: Path) -> None:
    rng = etree.parse(schema / "teicable.rng").getroot()
    start = rng.find(f"{RNG}start")
    start[:] = [etree.Element(f"{RNG}choice")]
    start[0].extend(etree.Element(f"{RNG}ref", name=define.get("name")) for define in rng.iter(f"{RNG}define"))
    any_element = etree.RelaxNG(rng)
    examples = (schema / "teicable.odd").read_text(encoding="utf-8").replace("/ns/Examples", "/ns/1.0")
    shown = list(etree.fromstring(examples.encode()).iter("{http://www.tei-c.org/ns/1.0}egXML"))
    assert len(shown) > 10
    for element in (element for example in shown for element in example):
        any_element.assertValid(etree.fromstring(etree.tostring(element, with_tail=False)))


def test_random_documents_are_valid_tei(schema: Path, tei_all: Path, jing: Judge, tmp_path: Path) -> None:
    """The proof that we only restrict. TEICABLE_GENERATED sets how many documents are drawn."""
    drawn = Grammar(etree.parse(schema / "teicable.rng").getroot())
    seen: set[str] = set()
    paths = []
    for seed in range(int(os.environ.get("TEICABLE_GENERATED", "100"))):
        document = drawn.document(seed)
        seen.update(etree.QName(element).localname for element in document.iter())
        paths.append(tmp_path / f"{seed}.xml")
        paths[-1].write_bytes(etree.tostring(document, encoding="UTF-8"))
    assert jing(schema / "teicable.rng", paths) == []
    assert jing(tei_all, paths) == []
    assert seen == set(drawn.elements), "some elements were never drawn"


@pytest.fixture(scope="module")
def tei_rules(schema: Path, tei_all: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], list[str]]:
    """The Schematron rules embedded in TEI, as a function from a document to what they report."""
    here = Path(__file__).resolve().parent
    making = Transforms({"extract": here / "schematron-in-rng.xsl", "compile": schema / "build" / "sch2xslt.xsl"})
    schematron = making.run("extract", tei_all.read_text(encoding="utf-8")).text
    stylesheet = tmp_path_factory.mktemp("rules") / "tei.xsl"
    stylesheet.write_text(making.run("compile", schematron).text, encoding="utf-8")
    rules = Transforms({"rules": stylesheet})

    def judge(document: str) -> list[str]:
        findings = etree.fromstring(rules.run("rules", document).text.encode())
        return [f"{finding.get('path')}: {finding.text}" for finding in findings]

    return judge


def test_no_rule_of_tei_reports_the_examples(example: Path, tei_rules: Callable[[str], list[str]]) -> None:
    assert tei_rules(example.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("name", ["teicable.odd", "teicable.customization.odd"])
def test_no_rule_of_tei_reports_the_odd(name: str, schema: Path, tei_rules: Callable[[str], list[str]]) -> None:
    assert tei_rules((schema / name).read_text(encoding="utf-8")) == []


def test_the_rules_of_tei_do_report(tei_rules: Callable[[str], list[str]]) -> None:
    found = tei_rules('<TEI xmlns="http://www.tei-c.org/ns/1.0"><p>a<lb/><seg subtype="x">b</seg><s><s/></s></p></TEI>')
    assert len(found) == 2
    assert found[0].startswith("/TEI[1]/p[1]/seg[1]: ")
