"""The XML Schema is the grammar once more: two engines accept it, and it accepts what the grammar accepts."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
import xmlschema
from lxml import etree

from teicable.validation import xsd
from teicable.xml.parse import parse

from .generate import Grammar
from .test_grammar import ALLOWED, FORMS, MISTAKES

Judge = Callable[[etree._ElementTree], bool]


class Difference(NamedTuple):
    """What RELAX NG accepts and XML Schema 1.0 cannot, or the reverse: changes of the valid document, and why."""

    name: str
    changes: tuple[tuple[str, str], ...]
    grammar: bool
    why: str


DIFFERENCES = [
    Difference(
        "white-space-in-an-empty-element",
        (('<milestone unit="rule"/>', '<milestone unit="rule"> </milestone>'),),
        True,
        "the content type “empty” excludes white space too",
    ),
    Difference(
        "schema-location",
        (
            (
                ' xml:lang="en">',
                ' xml:lang="en" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="a b">',
            ),
        ),
        False,
        "attributes of that namespace are always allowed; ours is not looked for where they say",
    ),
]


@pytest.fixture(scope="module")
def libxml2(schema: Path) -> etree.XMLSchema:
    return etree.XMLSchema(etree.parse(schema / "teicable.xsd"))


@pytest.fixture(scope="module")
def strict(schema: Path) -> Any:
    return xmlschema.XMLSchema10(str(schema / "teicable.xsd"), validation="strict", allow="local", defuse="always")


@pytest.fixture(scope="module")
def judges(schema: Path, libxml2: etree.XMLSchema, strict: Any) -> dict[str, Judge]:
    rng = etree.RelaxNG(etree.parse(schema / "teicable.rng"))
    return {"grammar": rng.validate, "libxml2": libxml2.validate, "xmlschema": strict.is_valid}


def verdicts(judges: dict[str, Judge], tree: etree._ElementTree) -> dict[str, bool]:
    return {name: judge(tree) for name, judge in judges.items()}


def document(*changes: tuple[str, str]) -> etree._ElementTree:
    text = FORMS.read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new, 1)
    tree = parse(text.encode(), "forms.xml")
    assert isinstance(tree, etree._ElementTree), tree
    return tree


def test_both_engines_accept_the_schema(libxml2: etree.XMLSchema, strict: Any) -> None:
    assert libxml2 is not None
    assert strict.validity == "valid"
    assert list(strict.elements) == ["TEI"], "any other element could begin a document"


def test_the_schema_loads_nothing_from_elsewhere(schema: Path, strict: Any) -> None:
    places = {Path(str(source.url).removeprefix("file://")) for source in strict.maps.iter_schemas() if source.url}
    assert {path.name for path in places if path.parent == schema} == {"teicable.xsd", "xml.xsd"}
    assert all(path.exists() for path in places), places


def test_examples(example: Path, judges: dict[str, Judge]) -> None:
    tree = parse(example.read_bytes(), example.name)
    assert isinstance(tree, etree._ElementTree)
    assert set(verdicts(judges, tree).values()) == {True}
    assert xsd.check(tree, example.name) == []
    assert xsd.check(tree, example.name, quick=True) == []


@pytest.mark.parametrize("case", MISTAKES, ids=[case.name for case in MISTAKES])
def test_mistakes(case: Any, judges: dict[str, Judge]) -> None:
    tree = document(*case.changes)
    assert set(verdicts(judges, tree).values()) == {False}
    found = xsd.check(tree, "forms.xml")
    assert xsd.check(tree, "forms.xml", quick=True) == found
    assert {d.code for d in found} <= {"G201", "G202", "G203"}
    assert all(d.location.line and d.location.xpath.startswith("TEI") for d in found)
    assert not [d for d in found if "{http" in d.message + d.hint or "tei:" in d.message + d.hint]


@pytest.mark.parametrize("body", [row[1] for row in ALLOWED], ids=[row[0].replace(" ", "-") for row in ALLOWED])
def test_what_cables_need(body: str, judges: dict[str, Judge]) -> None:
    text = FORMS.read_text(encoding="utf-8")
    start, end = text.index("<body>") + len("<body>"), text.rindex("</body>")
    tree = etree.fromstring((text[:start] + body + text[end:]).encode()).getroottree()
    assert set(verdicts(judges, tree).values()) == {True}


@pytest.mark.parametrize("case", DIFFERENCES, ids=[case.name for case in DIFFERENCES])
def test_known_differences(case: Difference, judges: dict[str, Judge]) -> None:
    expected = {"grammar": case.grammar, "libxml2": not case.grammar, "xmlschema": not case.grammar}
    assert verdicts(judges, document(*case.changes)) == expected, case.why


def test_random_documents(schema: Path, judges: dict[str, Judge]) -> None:
    """TEICABLE_GENERATED sets how many documents are drawn; each is also tried with one element taken out."""
    drawn = Grammar(etree.parse(schema / "teicable.rng").getroot())
    for seed in range(int(os.environ.get("TEICABLE_GENERATED", "50"))):
        root = drawn.document(seed)
        tree = etree.fromstring(etree.tostring(root)).getroottree()
        assert set(verdicts(judges, tree).values()) == {True}, (
            seed,
            list(judges["xmlschema"].__self__.iter_errors(tree)),
        )
        elements = [element for element in tree.iter() if element.getparent() is not None]
        removed = elements[seed * 7919 % len(elements)]
        removed.getparent().remove(removed)
        assert len(set(verdicts(judges, tree).values())) == 1, (seed, removed.tag)
