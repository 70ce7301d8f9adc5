"""Provenance: the library of others reads it, everything that is tied is declared, and nothing in it is made up."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

import pytest
from prov.model import ProvAgent, ProvDocument, ProvElement, ProvRelation

from teicable.deposit.provenance import provenance
from teicable.model.declaration import Declaration
from teicable.render.authorities import authorities
from teicable.render.collection import AT_ONCE
from teicable.render.facts import facts
from teicable.render.rendering import Renderer

FIXTURES = Path(__file__).parent.parent / "transforms" / "fixtures"
SECOND = "cable-1950-07-13-3305"
DOCUMENT = '<document id="{id}" href="{id}" order="{id}" status="approved" lang="en"><title>A</title>{said}</document>'
SAID = """<repository>APRF</repository><shelfmark>fond 45, opis 1</shelfmark><original lang="ru"/>
<source name="orlen to arkadin.txt" sha256="{sum}"/><transcript type="URI">https://example.org/a page?x=1</transcript>
<accessed when="2026-01-09"/><credit share="translation" id="translator">Ann O’Orlen</credit>
<software version="0.9.0"/><change who="teicable" day="2026-01-10">converted</change>
<change who="ed1 guest" day="2026-02">two names corrected</change><change who="teicable">the words changed</change>"""


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer(("facts", "provenance"), authorities=authorities(FIXTURES.glob("authorities/*.xml"))[0])


@pytest.fixture
def told(renderer: Renderer, declared: Declaration) -> ProvDocument:
    """What is told of two documents that were made from one transcript."""
    said = SAID.format(sum="a" * 64)
    made = [DOCUMENT.format(id=name, said=said).encode() for name in ("a", "b")]
    return read(told_of(renderer, made, declared, {"a": {"sha256": "b" * 64, "page-sha256": "c" * 64}}))


def told_of(
    renderer: Renderer,
    facts: list[bytes],
    declaration: Declaration,
    sums: dict[str, dict[str, str]],
    at_once: int = AT_ONCE,
) -> bytes:
    return b"".join(provenance(renderer, facts, declaration, lambda name: sums.get(name, {}), at_once))


def read(made: bytes) -> ProvDocument:
    document = ProvDocument.deserialize(content=made.decode(), format="json")
    assert isinstance(document, ProvDocument)
    return document


def ties(document: ProvDocument, kind: str) -> set[tuple[str, str]]:
    found = (one for one in document.get_records(ProvRelation) if type(one).__name__ == kind)
    return {(str(one.args[0]), str(one.args[1])) for one in found}


def declared_things(document: ProvDocument) -> set[str]:
    return {str(one.identifier) for one in document.get_records(ProvElement)}


def test_everything_that_is_tied_is_declared(told, renderer, found, declared):
    for document in (told, read(told_of(renderer, found, declared, {}))):
        things = declared_things(document)
        relations = list(document.get_records(ProvRelation))
        assert relations
        for one in relations:
            assert {str(one.args[0]), str(one.args[1])} <= things, one
        assert len(things) == len(list(document.get_records(ProvElement)))  # each is declared once


def test_the_library_writes_what_it_read(told):
    assert read(told.serialize(format="json").encode()) == told


def test_a_file_comes_from_its_transcript_and_that_from_page_and_original(told):
    transcript = f"ed:source/{'a' * 64}"
    assert {
        ("ed:tei/a.xml", transcript),
        (transcript, "https://example.org/a%20page?x=1"),
        (transcript, "ed:original/a"),
        ("ed:a.html", "ed:tei/a.xml"),
    } <= ties(told, "ProvDerivation")
    assert "ed:b.html" not in declared_things(told)  # its page is not in the package
    assert (transcript, "ed:translator/Ann%20O%E2%80%99Orlen") in ties(told, "ProvAttribution")


def test_each_change_made_a_state_of_the_file(told):
    assert {
        ("ed:tei/a.xml/1", "ed:history/a/1"),
        ("ed:tei/a.xml/2", "ed:history/a/2"),
        ("ed:tei/a.xml", "ed:history/a/3"),
    } <= ties(told, "ProvGeneration")
    assert {("ed:tei/a.xml/2", "ed:tei/a.xml/1"), ("ed:tei/a.xml", "ed:tei/a.xml/2")} <= ties(told, "ProvDerivation")
    by = ties(told, "ProvAssociation")
    assert {("ed:history/a/2", "ed:agent/ed1"), ("ed:history/a/2", "ed:agent/guest")} <= by
    assert ("ed:history/a/1", "ed:agent/teicable/0.9.0") in by
    assert ("ed:history/a/3", "ed:agent/teicable") in by  # which version noted that, nobody says
    names = {str(one.identifier): str(one.label) for one in told.get_records(ProvAgent)}
    assert names["ed:agent/ed1"] == "Emilia Northcote"
    assert names["ed:agent/guest"] == "ed:agent/guest"  # known by an id alone


def test_days_are_those_that_are_stated_and_no_time_is_made_up(renderer, found, declared):
    made = told_of(renderer, found, declared, {})
    assert b"prov:startTime" not in made
    assert b"prov:endTime" not in made
    assert not re.search(rb"\dT\d", made)
    stated = b"".join(found).decode() + declared.date
    for activity in json.loads(made)["activity"].values():
        if "dcterms:date" in activity:
            assert f'day="{activity["dcterms:date"]["$"]}"' in stated


def test_an_edition_that_says_nothing_of_itself_invents_nobody(renderer):
    document = read(told_of(renderer, [DOCUMENT.format(id="a", said="").encode()], Declaration(title="Bare"), {}))
    assert declared_things(document) == {"ed:edition", "ed:tei/a.xml"}
    (name,) = [one.uri for one in document.get_registered_namespaces() if one.prefix == "ed"]
    assert name.startswith("urn:uuid:")


def test_a_history_may_begin_with_its_end(renderer):
    cable = (FIXTURES / f"{SECOND}.xml").read_bytes()
    later = b'<change who="#ed1" when="2026-12-01">approved</change>'
    first = re.search(rb"<change .*?</change>", cable)[0]
    orders = [facts(renderer, cable.replace(first, pair)).data for pair in (first + later, later + first)]
    for made in orders:
        assert re.findall(rb'<change who="(\w+)" day="[-\d]+">(\w+)', made) == [
            (b"teicable", b"converted"),
            (b"ed1", b"approved"),
        ]


def test_same_bytes_whatever_the_order(renderer, found, declared):
    assert told_of(renderer, found[::-1], declared, {}, at_once=2) == told_of(renderer, found, declared, {})


def test_checksums_are_those_of_the_package(package):
    told = json.loads((package / "data/metadata/provenance.json").read_bytes())
    place = {".xml": "edition", ".html": "site"}
    checked = set()
    for name, entity in told["entity"].items():
        path = Path(name.removeprefix("ed:"))
        if path.suffix in place:  # neither a transcript nor a state of which nothing is left
            whole = package / "data" / place[path.suffix] / path
            assert entity["schema:sha256"] == hashlib.sha256(whole.read_bytes()).hexdigest()
            checked.add(path.suffix)
    assert checked == set(place)
