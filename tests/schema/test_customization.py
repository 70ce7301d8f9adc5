"""The customisation for Roma restricts as the grammar does: elements, required attributes, closed lists."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from lxml import etree

TEI, RNG = "{http://www.tei-c.org/ns/1.0}", "{http://relaxng.org/ns/structure/1.0}"


@pytest.fixture(scope="module")
def customization(schema: Path) -> etree._ElementTree:
    return etree.parse(schema / "teicable.customization.odd")


@pytest.fixture(scope="module")
def grammar(schema: Path) -> dict[str, dict[str, tuple[bool, list[str]]]]:
    """Return for each element its attributes: whether required, and the values of a closed list."""
    return {
        define.get("name"): {
            attribute.get("name"): (
                not any(parent.tag == f"{RNG}optional" for parent in attribute.iterancestors()),
                [value.text for value in attribute.iter(f"{RNG}value")],
            )
            for attribute in define.iter(f"{RNG}attribute")
        }
        for define in etree.parse(schema / "teicable.rng").iter(f"{RNG}define")
    }


def test_it_includes_the_elements_of_the_grammar(customization: etree._ElementTree, schema: Path) -> None:
    known = json.loads((schema / "generated" / "elements.json").read_text(encoding="utf-8"))
    modules = {m.get("key"): (m.get("include") or "").split() for m in customization.iter(f"{TEI}moduleRef")}
    assert modules.pop("tei") == []
    assert {name: module for module, names in modules.items() for name in names} == {
        name: facts["module"] for name, facts in known.items()
    }


def test_it_demands_what_the_grammar_demands(customization: etree._ElementTree, grammar: dict) -> None:
    demanded = {
        (spec.get("ident"), attribute.get("ident"))
        for spec in customization.iter(f"{TEI}elementSpec")
        for attribute in spec.iter(f"{TEI}attDef")
        if attribute.get("usage") == "req"
    }
    assert demanded == {(e, name) for e, attributes in grammar.items() for name, (req, _) in attributes.items() if req}


def test_it_closes_the_lists_that_the_grammar_closes(customization: etree._ElementTree, grammar: dict) -> None:
    closed = {}
    for spec in customization.iter(f"{TEI}elementSpec"):
        assert spec.get("mode") == "change"
        for attribute in spec.iter(f"{TEI}attDef"):
            assert attribute.get("mode") == "change"
            for values in attribute.iterfind(f"{TEI}valList[@type='closed']"):
                assert values.get("mode") == "replace"
                key = (spec.get("ident"), attribute.get("ident"))
                closed[key] = [value.get("ident") for value in values.iter(f"{TEI}valItem")]
    assert closed == {
        (e, name): values for e, attributes in grammar.items() for name, (_, values) in attributes.items() if values
    }
