"""Nothing that the schema lets an editor encode is lost to a reader: it is on a page, under a label.

``survival/survival.toml`` has an entry for each element, and for each attribute on every element that has it. What is
new in the schema fails here until it is listed, with its place or with the reason why it has none.
"""

from __future__ import annotations

import json
import tomllib
from collections import Counter
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from teicable import resources
from teicable.render.authorities import authorities
from teicable.render.rendering import Renderer

FOLDER = Path(__file__).parent / "survival"
TABLE: Mapping[str, Any] = tomllib.loads((FOLDER / "survival.toml").read_text(encoding="utf-8"))
SCHEMA: Mapping[str, Any] = json.loads(resources.schema("generated/elements.json").read_text(encoding="utf-8"))
TEI = "{http://www.tei-c.org/ns/1.0}"
WORD = "Quorble"
BLOCKS = " | ".join(
    f"//{tag}"
    for tag in [
        "li",
        "p",
        "dl/div",
        "tr",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "summary",
        "aside",
        "blockquote",
        "article//div",
    ]
)

Seen = Callable[[str, str, str], Counter[str]]
PAGES = ("marks", "html")


@pytest.fixture(scope="module")
def seen() -> Seen:
    """What is to be read on a page of the frame with a snippet in it, block by block."""
    bearers = etree.tostring(authorities([FOLDER / "authorities.xml"])[0])
    frame = (FOLDER / "frame.xml").read_bytes()
    renderer = Renderer(PAGES, authorities=etree.fromstring(bearers))
    inside = {etree.QName(element).localname for element in etree.fromstring(frame).iter(f"{TEI}*")}

    @cache
    def read(page: str, place: str, snippet: str) -> Counter[str]:
        known = bearers if place in inside else put(bearers, place, snippet)
        document = put(frame, place, snippet) if place in inside else frame
        # One set of compiled stylesheets for all; only the tree of the authorities is another.
        renderer._trees["authorities"] = etree.fromstring(known)
        return Counter(blocks(renderer.render(document, page).data))

    return read


def put(data: bytes, place: str, snippet: str) -> bytes:
    """Add a snippet to the first element of a name; in a part of the header it takes the place of what is there."""
    root = etree.fromstring(data)
    parent = root.find(f".//{TEI}{place}" if place != "bibl" else f".//{TEI}sourceDesc/{TEI}bibl")
    part = etree.fromstring(f'<x xmlns="http://www.tei-c.org/ns/1.0">{snippet}</x>')
    for old in parent.findall(part[0].tag) if place.endswith(("Header", "Desc")) and len(part) else ():
        parent.remove(old)
    if part.text:
        parent[-1].tail = f"{parent[-1].tail or ''}{part.text}"
    parent.extend(part)
    return etree.tostring(root)


def blocks(page: bytes) -> list[str]:
    """The words of each block of a page, blanks folded."""
    body = html.document_fromstring(page.decode()).find("body")
    return [" ".join(block.text_content().split()) for block in body.xpath(BLOCKS)]


def lost(seen: Seen, row: Mapping[str, str], before: str, after: str, wanted: Mapping[str, str]) -> str:
    """Say that what is wanted is on no page, in no block that the change of a snippet has changed; else nothing."""
    shown, label, told = wanted.get("shown", WORD), wanted.get("label", ""), set[str]()
    for page in PAGES:
        new = seen(page, row["in"], after) - seen(page, row["in"], before)
        if any(shown in block and label in block for block in new):
            return ""
        told |= set(new)
    return f"“{shown}” with “{label}” is not in {sorted(told)}"


def attributes(element: str) -> list[str]:
    return list(SCHEMA[element]["attributes"])


def entry(element: str, attribute: str) -> Mapping[str, str] | None:
    """The entry for an attribute on an element: the one that names the element, else the one for all others."""
    rows = TABLE["attribute"].get(attribute, ())
    named = [row for row in rows if element in row.get("elements", ())]
    assert len(named) < 2, f"{element}/@{attribute} has {len(named)} entries"
    return next(iter(named + [row for row in rows if "elements" not in row]), None)


def test_every_element_and_attribute_of_the_schema_is_listed():
    assert sorted(TABLE["element"]) == sorted(SCHEMA)
    pairs = [(element, attribute) for element in SCHEMA for attribute in attributes(element)]
    listed = [pair for pair in pairs if "exempt" in TABLE["element"][pair[0]] or entry(*pair)]
    assert [pair for pair in pairs if pair not in listed] == []


def test_no_entry_is_idle():
    for attribute, rows in TABLE["attribute"].items():
        for row in rows:
            assert not [e for e in row.get("elements", ()) if attribute not in attributes(e)], (attribute, row)


def test_every_exemption_has_its_reason():
    rows = [*TABLE["element"].values(), *(row for rows in TABLE["attribute"].values() for row in rows)]
    for row in rows:
        assert len(row.get("exempt", row.get("self", row.get("label", "")))) > (15 if "exempt" in row else 1), row


@pytest.mark.parametrize("element", [name for name, row in TABLE["element"].items() if "exempt" not in row])
def test_element(seen, element):
    row = TABLE["element"][element]
    bare = row["tei"].replace("@", "", 1)
    found = [lost(seen, row, "", bare, row)]
    for attribute in attributes(element):
        wanted = entry(element, attribute)
        assert wanted is not None
        if "exempt" not in wanted:
            stated = row["tei"].replace("@", f' {attribute}="{wanted["value"]}"', 1)
            found += [missing and f"@{attribute}: {missing}" for missing in [lost(seen, row, bare, stated, wanted)]]
    assert not any(found), "\n".join(filter(None, found))


def test_every_value_has_words(renderer):
    """A closed value is shown by its label; only what programs alone read has none."""
    known = {label.get("key") for label in etree.parse(resources.transforms("l10n/en.xml")).iter("label")}
    values = json.loads(resources.schema("generated/values.json").read_text(encoding="utf-8"))
    families = ("value.", "certainty.", "status.", "number.")
    for element, attributed in values.items():
        for attribute, row in attributed.items():
            if "exempt" in TABLE["element"][element] or attribute == "ident" or element == "idno":
                continue
            unworded = [value for value in row["values"] if not known & {family + value for family in families}]
            assert unworded == [], f"{element}/@{attribute}: add labels value.NAME to l10n/en.xml, ru.xml and de.xml"


def test_terms_of_the_taxonomies_are_what_readers_read(page, sample):
    assert page(sample("forms")).xpath('string(//p[@class="markings"])') == "Marking secret"


def test_what_authorities_qualify_is_in_the_index_too():
    tree, _ = authorities([FOLDER / "authorities.xml"])
    claim = '<relation name="coverNameOf" active="#lind" passive="#orlov" cert="low" source="bibl:survey"/>'
    known = etree.fromstring(put(etree.tostring(tree), "listRelation", claim))
    made = Renderer(("site", "facts"), authorities=known)
    facts = made.render((FOLDER / "frame.xml").read_bytes(), "facts", {"href": "x"}).data
    edition = b"<edition title='t'>" + facts.partition(b"?>")[2] + b"</edition>"
    page = made.render(edition, "site", {"page": "persons"}).data
    (entry_,) = html.document_fromstring(page.decode()).xpath('//li[@id="orlov"]')
    assert "cover name of: Captain Lind; bearer: Pavel Orlov; certainty: uncertain; source: Survey" in " ".join(
        entry_.text_content().split()
    )
