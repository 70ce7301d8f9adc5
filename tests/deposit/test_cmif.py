"""The index of correspondence: taken by CMIF's own schema and rules, nothing in it invented."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from teicable.model.declaration import Declaration
from teicable.render.authorities import authorities
from teicable.render.collection import AT_ONCE
from teicable.render.data import cmif, data
from teicable.render.facts import facts
from teicable.render.rendering import Renderer

FIXTURES = Path(__file__).parent.parent / "transforms" / "fixtures"
TEI = {"t": "http://www.tei-c.org/ns/1.0"}
SECOND = "cable-1950-07-13-3305"
UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"
DOCUMENT = (
    """<document id="{id}" href="{id}" order="{id}" status="approved" lang="en"><title>A</title>{said}</document>"""
)


def index_of(renderer: Renderer, facts: list[bytes], declaration: Declaration, at_once: int = AT_ONCE) -> bytes:
    return b"".join(cmif(renderer, facts, declaration, at_once=at_once))


@pytest.fixture(scope="module")
def renderer() -> Renderer:
    return Renderer(("facts", "data", "site"), authorities=authorities(FIXTURES.glob("authorities/*.xml"))[0])


@pytest.fixture(scope="module")
def index(renderer: Renderer, found: list[bytes], declared: Declaration) -> bytes:
    return index_of(renderer, found, declared)


@pytest.fixture
def harvested(renderer: Renderer, declared: Declaration) -> Callable[..., dict[str, list[tuple[str, dict[str, str]]]]]:
    """Return a function: what a harvester finds in the one entry of a document that says this of itself."""

    def harvest(*said: str) -> dict[str, list[tuple[str, dict[str, str]]]]:
        made = index_of(renderer, [DOCUMENT.format(id="a", said="".join(said)).encode()], declared)
        (entry,) = etree.fromstring(made).iterfind(".//t:correspDesc", TEI)
        return {
            action.get("type", ""): [
                (" ".join([etree.QName(one).localname, *(one.text or "").split()]), dict(one.attrib)) for one in action
            ]
            for action in entry
        }

    return harvest


def test_the_schema_and_the_rules_of_cmif_take_it(index, judge, cmif_rules):
    grammar = etree.RelaxNG(etree.parse(str(judge("cmif/cmi-customization.rng"))))
    grammar.assertValid(etree.fromstring(index))
    assert cmif_rules(index) == []


def test_the_rules_of_cmif_do_report(index, cmif_rules):
    assert any("[E0002]" in one for one in cmif_rules(index.replace(b'type="received"', b'type="sent"')))
    assert any("[E0003]" in one for one in cmif_rules(index.replace(b'source="#', b'source="#x')))
    assert any("[W0001]" in one for one in cmif_rules(re.sub(rb'xml:id="[^"]+"', b'xml:id="a"', index)))


def test_every_message_has_its_place_on_the_site(index):
    root = etree.fromstring(index)
    entries = {entry.get("key"): entry for entry in root.iterfind(".//t:correspDesc", TEI)}
    assert list(entries) == [
        "cable-1950-05-14-8600",
        "cable-1950-05-14-8600#m1",
        SECOND,
        "cable-1951-07-21-291ag",
        "cable-1951-07-21-291ag#m1",
    ]
    assert entries[SECOND].get("ref") == f"https://example.org/korea/{SECOND}.html"
    assert entries["cable-1951-07-21-291ag#m1"].get("ref").endswith("/cable-1951-07-21-291ag.html#m1")
    (source,) = root.iterfind(".//t:sourceDesc/t:bibl", TEI)
    name = source.get("{http://www.w3.org/XML/1998/namespace}id")
    assert re.fullmatch(f"uuid-{UUID}", name)
    assert {entry.get("source") for entry in entries.values()} == {f"#{name}"}
    for entry in entries.values():
        assert [action.get("type") for action in entry] == ["sent", "received"]
        assert all(action.find("t:persName", TEI) is not None for action in entry)


def test_the_person_behind_a_cover_name_and_no_other(index):
    root = etree.fromstring(index)
    (sender,) = root.iterfind(f".//t:correspDesc[@key='{SECOND}']/t:correspAction[@type='sent']/t:persName", TEI)
    assert (sender.text, sender.get("ref")) == ("Stalin, Joseph", "http://www.wikidata.org/entity/Q855")
    assert not [one.text for one in root.iter("{*}persName") if "filippov" in one.text.lower()]
    addressees = root.iterfind(f".//t:correspDesc[@key='{SECOND}']/t:correspAction[@type='received']/t:persName", TEI)
    assert {(one.text, one.get("cert")) for one in addressees} == {("Zhou Enlai", "low"), ("Mao Zedong", "low")}  # or


def test_whom_nobody_knows_is_unknown(harvested):
    known = '<party role="to" kind="person" ref="person:a" name="Ann Orlen" filed="Orlen, Ann">Orlen</party>'
    cover = '<party role="from" kind="person" pseudo="true">ARKADIN</party>'
    both = {"sent": [("persName Unknown", {})], "received": [("persName Orlen, Ann", {})]}
    assert harvested(known) == harvested(cover, known) == both


def test_an_office_stands_for_somebody_who_is_not_named(harvested):
    office = (
        '<party role="to" kind="org" ref="org:mid" name="Foreign Ministry" uri="https://d-nb.info/gnd/1-1">MID</party>'
    )
    place = '<party role="to" kind="place" ref="place:moscow" name="Moscow" cert="low">MOSCOW</party>'
    person = '<party role="to" kind="person" ref="person:a" name="Ann Orlen">Orlen</party>'
    where = ("placeName Moscow", {"cert": "low"})
    assert harvested(office, place)["received"] == [
        ("orgName Foreign Ministry", {"ref": "https://d-nb.info/gnd/1-1"}),
        where,
    ]
    assert harvested(office, place, person)["received"] == [("persName Ann Orlen", {}), where]


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ('<date when="1950-07-13"/><sent when="1950-07-13T03:15:00"/>', {"when": "1950-07-13"}),
        ('<date when="1950-07"/><sent when="1950-07-13T03:15:00"/>', {"when": "1950-07-13"}),
        ('<date when="1950-07-13"/><sent when="1950-07-14T03:15:00"/>', {"when": "1950-07-13"}),
        ('<date when="--07-13"/><sent when="1950-07-13"/>', {"when": "1950-07-13"}),
        (
            '<date notBefore="1950-07" notAfter="1950-08-02T10:00:00"/>',
            {"notBefore": "1950-07", "notAfter": "1950-08-02"},
        ),
        ('<date from="1950-07-01" to="1950-07-03" notBefore="1950"/>', {"from": "1950-07-01", "to": "1950-07-03"}),
        ('<date when="1950" cert="medium"/>', {"when": "1950", "cert": "low"}),
        ('<date when="--07-13"/>', None),
        ("", None),
    ],
)
def test_dates_have_a_year_and_no_time(harvested, said, written):
    sent = harvested('<party role="from" kind="person">Orlen</party>', said)["sent"]
    assert sent[1:] == ([("date", written)] if written else [])


def test_what_was_no_message_has_no_entry(renderer, declared):
    place = '<party role="to" kind="place" ref="place:moscow" name="Moscow">MOSCOW</party>'
    made = [DOCUMENT.format(id=name, said=said).encode() for name, said in (("a", ""), ("b", place))]
    assert index_of(renderer, made, declared) == b""


def test_a_letter_that_is_passed_on_under_its_own_heading_is_one_message(renderer, declared):
    sides = (("from", "a"), ("to", "b"))
    pair = "".join(f'<party role="{role}" kind="person" ref="person:{name}">X</party>' for role, name in sides)
    made = index_of(
        renderer, [DOCUMENT.format(id="a", said=f'{pair}<enclosed id="m1">{pair}</enclosed>').encode()], declared
    )
    assert made.count(b"<correspDesc") == 1


@pytest.mark.parametrize(
    ("changed", "has"),
    [
        ({}, True),
        ({"licence": "http://creativecommons.org/licenses/by/4.0"}, True),
        ({"licence": "https://creativecommons.org/licenses/by/4.0/deed.de"}, True),
        ({"licence": "https://creativecommons.org/licenses/by-sa/4.0/"}, False),
        ({"licence": "https://creativecommons.org/licenses/by/3.0/"}, False),
        ({"licence": ""}, False),
        ({"address": ""}, False),
        ({"publisher": ""}, False),
        ({"editors": ()}, False),
        ({"date": ""}, True),  # the last change of a document is known
    ],
)
def test_an_edition_has_one_where_its_licence_allows_it(renderer, found, declared, changed, has):
    from teicable.deposit.conditions import unindexed
    from teicable.render.site import site

    said = replace(declared, **changed)
    assert ("cmif.xml" in data(renderer, found, said)) is has
    first = site(renderer, found, said, {})["index.html"]
    assert (b'href="cmif.xml"' in first) is has
    if "publisher" not in changed and "editors" not in changed:  # the package asks for these before
        assert [one.code for one in unindexed(said, "edition.toml")] == ([] if has else ["D008"])


def test_registers_of_libraries_come_first(declared, tmp_path):
    people = (FIXTURES / "authorities/listperson.xml").read_bytes()
    more = people.replace(
        b'<idno type="Wikidata">Q855</idno>',
        b'<idno type="Wikidata">Q855</idno><idno type="VIAF">101010101</idno><idno type="GND">118540238</idno>',
    )
    (tmp_path / "listperson.xml").write_bytes(more)
    renderer = Renderer(("facts", "data"), authorities=authorities([tmp_path / "listperson.xml"])[0])
    again = [facts(renderer, (FIXTURES / f"{SECOND}.xml").read_bytes()).data]
    (sender,) = etree.fromstring(index_of(renderer, again, declared)).iterfind(".//t:persName[@ref][1]", TEI)
    assert sender.get("ref") == "https://d-nb.info/gnd/118540238"


def test_a_place_has_its_number_in_geonames_where_the_authority_file_states_it(declared, tmp_path):
    places = (FIXTURES / "authorities/listplace.xml").read_text(encoding="utf-8")
    name = re.search(r'<place xml:id="beijing">.*?</place>', places, re.DOTALL)[0]
    stated = name.replace("</place>", '<idno type="GeoNames">1</idno></place>')
    (tmp_path / "listplace.xml").write_text(places.replace(name, stated), encoding="utf-8")
    renderer = Renderer(("facts", "data"), authorities=authorities([tmp_path / "listplace.xml"])[0])
    made = facts(renderer, (FIXTURES / "cable-1950-05-14-8600.xml").read_bytes()).data
    named = etree.fromstring(made).findall(".//*[@ref='place:beijing']")
    assert named
    assert {one.get("uri") for one in named} == {"https://www.geonames.org/1"}
    root = etree.fromstring(index_of(renderer, [made], declared))
    assert [one.get("ref") for one in root.iterfind(".//t:placeName[@ref]", TEI)][:1] == ["https://www.geonames.org/1"]


def test_told_some_at_a_time_it_is_the_same(renderer, declared, found):
    whole = data(renderer, found, declared)["cmif.xml"]
    changed = max(re.findall(rb'changed="([^"]+)"', b"".join(found))).decode()
    assert b"".join(cmif(renderer, found, declared, changed, at_once=1)) == whole
    unsent = [DOCUMENT.format(id=name, said="").encode() for name in ("0", "z")]
    assert b"".join(cmif(renderer, [unsent[0], *found, unsent[1]], declared, changed, at_once=1)) == whole


def test_the_same_bytes_whatever_the_order(renderer, found, declared, index):
    assert index_of(renderer, found[::-1], declared) == index
    later = replace(declared, edition="2.0", doi="10.1234/other")
    name = re.compile(rf'xml:id="uuid-{UUID}"'.encode())
    assert name.search(index_of(renderer, found, later))[0] == name.search(index)[0]  # a new DOI makes no other edition
