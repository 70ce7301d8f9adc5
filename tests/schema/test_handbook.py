"""The guidelines teach: nothing in the schema lacks its explanation, and every example is encoded as they demand."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import etree

from teicable.diagnostics import Severity
from teicable.validation import grammar, rules
from teicable.xml.parse import parse

PROJECT = Path(__file__).resolve().parents[2]
FIXTURES = Path(__file__).resolve().parent / "fixtures"
TEI, EG = "{http://www.tei-c.org/ns/1.0}", "{http://www.tei-c.org/ns/Examples}"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
SECTION = r"https://tei-c\.org/release/doc/tei-p5-doc/en/html/[A-Z]{2}\.html#\w[\w-]+"
ODD = etree.parse(PROJECT / "schema" / "teicable.odd")
EXAMPLES = list(ODD.iter(f"{EG}egXML"))
DECLARED = {"#lsqb", "#rsqb", "#ldsqb", "#rdsqb", "#ldquo", "#rdquo", "#hyphen", "#teicable", "#unknown-lind"}
"""What examples point at and no example shows."""


def named(kind: str) -> list[object]:
    return [pytest.param(spec, id=spec.get("ident")) for spec in ODD.iter(f"{TEI}{kind}")]


def words(element: etree._Element | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def shown(element: str) -> list[etree._Element]:
    """Return the elements of a name in all examples."""
    return [found for example in EXAMPLES for found in example.iter(f"{EG}{element}")]


@pytest.mark.parametrize("spec", named("elementSpec"))
def test_an_element_is_explained(spec: etree._Element) -> None:
    assert words(spec.find(f"{TEI}desc"))
    assert spec.get("module")
    remarks = spec.find(f"{TEI}remarks")
    assert remarks is not None, "no explanation: add remarks"
    assert len(words(remarks.find(f"{TEI}p"))) > 15
    said = {part.get("type"): words(part) for part in remarks.iterfind(f"{TEI}ab")}
    assert list(said) == ["when", "not", "mistake"]
    assert all(len(text) > 8 and text.endswith(".") for text in said.values()), said
    section = spec.find(f"{TEI}listRef/{TEI}ref")
    assert section is not None, "no section of the TEI Guidelines: add listRef"
    assert re.fullmatch(SECTION, section.get("target"))
    assert words(section)
    examples = spec.findall(f"{TEI}exemplum/{EG}egXML")
    assert any(example.find(f".//{EG}{spec.get('ident')}") is not None for example in examples), "no example shows it"


@pytest.mark.parametrize("spec", named("elementSpec"))
def test_an_attribute_is_explained_and_shown(spec: etree._Element) -> None:
    for attribute in spec.iter(f"{TEI}attDef"):
        name = attribute.get("ident")
        assert words(attribute.find(f"{TEI}desc")), name
        assert len(words(attribute.find(f"{TEI}remarks/{TEI}p"))) > 15, f"no explanation of {name}"
        written = name.replace("xml:", "{http://www.w3.org/XML/1998/namespace}")
        assert any(written in element.attrib for element in shown(spec.get("ident"))), f"no example shows {name}"


@pytest.mark.parametrize("spec", named("classSpec"))
def test_a_shared_attribute_is_explained_and_shown(spec: etree._Element) -> None:
    assert spec.find(f"{TEI}listRef/{TEI}ref") is not None
    for attribute in spec.iter(f"{TEI}attDef"):
        assert len(words(attribute.find(f"{TEI}remarks/{TEI}p"))) > 15, attribute.get("ident")
        name = attribute.get("ident").replace("xml:", "{http://www.w3.org/XML/1998/namespace}")
        assert any(name in element.attrib for example in EXAMPLES for element in example.iter("*")), name


@pytest.mark.parametrize("spec", named("elementSpec"))
def test_a_value_is_glossed(spec: etree._Element) -> None:
    for value in spec.iter(f"{TEI}valItem"):
        gloss = words(value.find(f"{TEI}desc"))
        assert gloss, value.get("ident")
        assert gloss.casefold().rstrip("s") != value.get("ident").casefold(), f"“{gloss}” only repeats the value"


def test_the_chapters_are_there() -> None:
    chapters = {div.get(XML_ID) for div in ODD.iter(f"{TEI}div")}
    asked = "header correspondence names delimiters languages markings messages lists dates unsure correcting"
    assert {*asked.split(), "annotating"} <= chapters


def test_ids_occur_once_and_pointers_of_examples_lead_somewhere() -> None:
    ids = ODD.xpath("//@xml:id")
    assert len(ids) == len(set(ids))
    pointing = ("rendition", "resp", "target", "corresp", "next", "prev", "hand", "who", "active", "passive")
    pointers = {
        token for e in EXAMPLES for n in e.iter("*") for key in pointing for token in (n.get(key) or "").split()
    }
    local = {pointer for pointer in pointers if pointer.startswith("#")}
    assert {pointer for pointer in local - DECLARED if pointer[1:] not in ids} == set()


def test_values_of_examples_are_listed(schema: Path) -> None:
    listed = json.loads((schema / "generated" / "values.json").read_text(encoding="utf-8"))
    for element in (found for example in EXAMPLES for found in example.iter(f"{EG}*")):
        for name, value in element.attrib.items():
            known = listed.get(etree.QName(element).localname, {}).get(name)
            assert known is None or set(value.split()) <= set(known["values"]), (element.tag, name, value)


def test_examples_quote_no_document_of_an_edition() -> None:
    def runs(text: str) -> set[tuple[str, ...]]:
        found = re.findall(r"\w+", text.casefold())
        return {tuple(found[at : at + 5]) for at in range(len(found) - 4)}

    sources = list((PROJECT / "editions").glob("*/source/*.txt"))
    if not sources:
        pytest.skip("no edition beside the project")
    ours = set().union(*(runs(" ".join(example.itertext())) for example in EXAMPLES))
    assert ours & set().union(*(runs(path.read_text(encoding="utf-8")) for path in sources)) == set()


def hosts() -> list[etree._ElementTree]:
    """Return valid invented documents, in which an example takes the place of an element of the same name."""
    paths = [FIXTURES / "valid" / name for name in ("forms.xml", "rarer-forms.xml")]
    made = [parse(path.read_bytes()) for path in [*paths, *sorted((FIXTURES / "valid" / "authorities").glob("*.xml"))]]
    assert all(isinstance(tree, etree._ElementTree) for tree in made)
    return made


HOSTS = hosts()


def as_tei(example: etree._Element, taken: set[str]) -> etree._Element:
    """Return a copy of an example in the namespace of documents, with other ids where the document has them already."""
    copied = copy.deepcopy(example)
    for element in copied.iter(f"{EG}*"):
        element.tag = TEI + etree.QName(element).localname
        if element.get(XML_ID) in taken:
            element.set(XML_ID, "eg." + element.get(XML_ID))
    return copied


def wrapped(example: etree._Element) -> Iterator[tuple[etree._ElementTree, etree._Element]]:
    """Put an example in the place of each element that has the name of its first one; give its first element too."""
    first = TEI + etree.QName(example[0]).localname
    for host in HOSTS:
        for number, _ in enumerate(host.iter(first)):
            made = copy.deepcopy(host)
            place = list(made.iter(first))[number]
            body = list(as_tei(example, set(made.xpath("//@xml:id"))))
            if place.getparent() is None:
                yield etree.ElementTree(body[0]), body[0]
                continue
            body[-1].tail = place.tail
            parent, at = place.getparent(), place.getparent().index(place)
            place.tail = None
            parent[at : at + 1] = body
            yield made, body[0]


def objections(tree: etree._ElementTree, example: etree._Element) -> list[str]:
    """Return what the grammar says against the document, else what the rules say against the example in it."""
    found = grammar.check(tree, "example")
    if not found:
        found = [d for d in rules.check(tree, "example") if located(tree, d.location.xpath) in set(example.iter("*"))]
    return [f"{d.code} {d.message}" for d in found if d.severity is Severity.ERROR]


def located(tree: etree._ElementTree, path: str) -> etree._Element | None:
    """Return the element at a path of local names, as diagnostics show it."""
    steps = "/".join(f"t:{step}" if not step.startswith("@") else "." for step in path.split("/"))
    found = tree.xpath("/" + steps, namespaces={"t": TEI[1:-1]})
    return found[0] if found else None


@pytest.mark.parametrize("egxml", EXAMPLES, ids=lambda e: f"{etree.QName(e[0]).localname}-{e.sourceline}")
def test_an_example_stands_in_a_valid_document(egxml: etree._Element) -> None:
    found: list[str] = ["no document has such an element"]
    for tree, first in wrapped(egxml):
        found = objections(tree, first)
        if not found:
            return
    pytest.fail("; ".join(found))
