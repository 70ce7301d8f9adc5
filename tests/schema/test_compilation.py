"""The ODD is the one source: what is committed beside it is what it compiles to."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import etree

from teicable.errors import TeicableError
from teicable.odd import PRODUCTS, compile_odd

from .determinism import ambiguous

RNG = "{http://relaxng.org/ns/structure/1.0}"


@pytest.fixture(scope="module")
def compiled(schema: Path) -> dict[str, bytes]:
    return compile_odd(schema / "teicable.odd")


@pytest.mark.parametrize("path", [product.path for product in PRODUCTS])
def test_regeneration_is_a_no_op(compiled: dict[str, bytes], schema: Path, path: str) -> None:
    assert compiled[path] == (schema / path).read_bytes(), "run `teicable schema build` and commit what it writes"


def test_nothing_but_the_products_is_generated(schema: Path) -> None:
    found = {path.relative_to(schema).as_posix() for path in (schema / "generated").rglob("*") if path.is_file()}
    assert found == {product.path for product in PRODUCTS if product.path.startswith("generated/")}


def test_files_end_in_one_line_feed(compiled: dict[str, bytes]) -> None:
    for path, data in compiled.items():
        assert data.endswith(b"\n"), path
        assert not data.endswith(b"\n\n"), path
        assert b"\r" not in data, path


def test_the_grammar_is_flat(compiled: dict[str, bytes]) -> None:
    """A reference to anything but an element makes libxml2 take minutes instead of a tenth of a second."""
    grammar = etree.fromstring(compiled["teicable.rng"])
    defines = grammar.findall(f"{RNG}define")
    assert all([child.tag for child in define] == [f"{RNG}element"] for define in defines)
    assert {ref.get("name") for ref in grammar.iter(f"{RNG}ref")} == {define.get("name") for define in defines}
    assert not grammar.findall(f".//{RNG}interleave")
    assert len(compiled["teicable.rng"]) < 1_000_000
    etree.RelaxNG(grammar)


def test_alternations_are_spread(compiled: dict[str, bytes]) -> None:
    grammar = etree.fromstring(compiled["teicable.rng"])
    assert not grammar.findall(f".//{RNG}choice/{RNG}choice")
    assert not grammar.findall(f".//{RNG}attribute//{RNG}ref")


def test_content_models_are_deterministic(compiled: dict[str, bytes]) -> None:
    """XML Schema refuses a model in which an element could be read at two places."""
    grammar = etree.fromstring(compiled["teicable.rng"])
    found = {element.get("name"): ambiguous(element) for element in grammar.iter(f"{RNG}element")}
    assert {name: names for name, names in found.items() if names} == {}


def test_an_ambiguous_model_is_found() -> None:
    model = '<optional><ref name="a"/></optional><ref name="a"/>'
    assert ambiguous(etree.fromstring(f'<element xmlns="{RNG[1:-1]}">{model}</element>')) == {"a"}


def test_elements_and_values_agree_with_the_grammar(compiled: dict[str, bytes]) -> None:
    grammar = etree.fromstring(compiled["teicable.rng"])
    elements = json.loads(compiled["generated/elements.json"])
    values = json.loads(compiled["generated/values.json"])
    assert list(elements) == sorted(elements)
    for define in grammar.iter(f"{RNG}define"):
        name = define.get("name")
        assert elements[name]["attributes"] == [a.get("name") for a in define.iter(f"{RNG}attribute")]
        for attribute in define.iter(f"{RNG}attribute"):
            listed = values.get(name, {}).get(attribute.get("name"), {"closed": False})
            closed = [value.text for value in attribute.iter(f"{RNG}value")]
            assert closed == (list(listed["values"]) if listed["closed"] else []), (name, attribute.get("name"))


def test_attributes_are_in_one_order(schema: Path, examples: list[Path]) -> None:
    elements = json.loads((schema / "generated" / "elements.json").read_text(encoding="utf-8"))
    for path in examples:
        for element in etree.parse(path).iter("*"):
            tag = etree.QName(element).localname
            written = [re.sub(r"\{.*\}", "xml:", str(name)) for name in element.attrib]
            known = elements[tag]["attributes"]
            assert written == [name for name in known if name in written], (path.name, element.sourceline)


def test_every_description_is_there(schema: Path) -> None:
    odd = etree.parse(schema / "teicable.odd")
    tei = "{http://www.tei-c.org/ns/1.0}"
    for kind in ("elementSpec", "classSpec", "macroSpec", "dataSpec", "attDef", "valItem"):
        for spec in odd.iter(f"{tei}{kind}"):
            assert (spec.findtext(f"{tei}desc") or "").strip(), (kind, spec.get("ident"), spec.sourceline)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('<elementRef key="persName"/>', '<elementRef key="persNom"/>', "persNom"),
        ('<macroRef key="teicable.line"/>', '<macroRef key="teicable.lime"/>', "teicable.lime"),
        ('<memberOf key="att.named"/>', '<memberOf key="att.nomen"/>', "att.nomen"),
        ("<att>reason</att>, ", "", "reason"),
    ],
)
def test_a_reference_to_nothing_stops_the_compilation(
    schema: Path, tmp_path: Path, old: str, new: str, message: str
) -> None:
    text = (schema / "teicable.odd").read_text(encoding="utf-8")
    assert old in text
    broken = tmp_path / "broken.odd"
    broken.write_text(text.replace(old, new), encoding="utf-8")
    with pytest.raises(TeicableError, match=message):
        compile_odd(broken)
