"""The neutral record: all that repositories are told comes from here, so nothing in it may be concluded or lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from lxml import etree

from teicable.deposit.record import record
from teicable.errors import TeicableError
from teicable.model.declaration import Declaration

FIRST, SECOND, FORMS = "cable-1950-05-14-8600", "cable-1950-07-13-3305", "cable-1951-07-21-291ag"


def agents(made: etree._Element, role: str) -> list[str]:
    return [agent.get("name", "") for agent in made.iterfind(f"agent[@role='{role}']")]


def test_an_edition_is_described_with_all_its_documents(records):
    made = records[""]
    assert made.get("scope") == "edition"
    assert [part.get("id") for part in made.iterfind("part")] == [FIRST, SECOND, FORMS]
    assert dict(made.find("date[@type='created']").attrib) == {
        "type": "created",
        "from": "1950-05-14",
        "to": "1951-07-21",
    }
    assert agents(made, "editor") == ["Emilia Northcote"]
    assert made.find("agent[@role='editor']").get("orcid") == "0000-0002-1825-0097"
    assert made.find("agent[@role='contributor']").get("share") == "encoding"
    assert [subject.text for subject in made.iterfind("subject")][:2] == ["Korean War", "diplomacy"]


def test_rights_stand_in_three_layers(records):
    layers = [rights.get("layer") for rights in records[""].iterfind("rights")]
    assert list(dict.fromkeys(layers)) == ["document", "translation", "encoding"]
    assert records[""].find("rights[@layer='encoding']").get("uri") == "https://creativecommons.org/licenses/by/4.0/"


def test_the_person_behind_a_cover_name_is_named_with_the_words_of_the_cable(records):
    sender = records[SECOND].find("agent[@role='sender']")
    assert (sender.get("name"), sender.get("sort"), sender.get("as")) == ("Joseph Stalin", "Stalin, Joseph", "Filippov")
    assert agents(records[SECOND], "addressee") == ["Zhou Enlai", "Mao Zedong"]


def test_a_translator_who_is_not_stated_is_not_invented(records):
    assert agents(records[SECOND], "translator") == []


def test_a_document_is_part_of_its_edition(records):
    relation = records[SECOND].find("relation[@type='IsPartOf']")
    assert (relation.get("kind"), relation.get("identifier"), relation.text) == ("DOI", "10.1234/korea", "Korea 1950")


def test_words_of_a_restricted_document_stay_here(depositor, found, restricted):
    made = etree.fromstring(record(depositor, found, restricted, SECOND))
    assert made.get("text") == "restricted"
    assert made.find("description") is None  # the archive's summary is its text, too


def test_what_nobody_stated_leaves_no_element(depositor, found):
    made = etree.fromstring(record(depositor, found, Declaration(title="Bare")))
    assert {"identifier", "description", "agent"}.isdisjoint(child.tag for child in made)
    assert made.find("rights[@layer='encoding']") is None
    assert made.find("publication").get("publisher") is None


def test_same_bytes_whatever_the_order(depositor, found, declared):
    assert record(depositor, found[::-1], declared) == record(depositor, found, declared)


@pytest.mark.parametrize("at_once", [1, 2])
def test_told_some_at_a_time_it_is_the_same(depositor, found, declared, restricted, at_once):
    for said in (declared, restricted):
        assert record(depositor, found, said, at_once=at_once) == record(depositor, found, said)


def test_of_many_documents_each_alone_says_what_is_its_own(depositor, declared):
    said = """<document id="d{0}" href="d{0}" order="{0:03}" status="approved" lang="en"><title>A</title>
      <date when="1950-01-{1:02}"/><party role="from" kind="person" ref="person:p{1}" name="P {1}">x</party>
      <repository>Archive {2}</repository><shelfmark>no. {0}</shelfmark><original lang="ru"/>
      <credit share="translation" id="translator">T {2}</credit></document>"""
    many = [said.format(number, number % 28 + 1, number % 2).encode() for number in range(101)]
    few, made = (etree.fromstring(record(depositor, some, declared)) for some in (many[:100], many))
    assert (few.get("documents"), len(few.findall("part")), len(few.findall("held"))) == ("100", 100, 100)
    assert (made.get("documents"), made.findall("part"), made.findall("relation")) == ("101", [], [])
    assert [(held.get("repository"), held.text) for held in made.findall("held")] == [
        ("Archive 0", None),
        ("Archive 1", None),
    ]
    for role in ("person", "language", "date", "agent"):
        assert [dict(one.attrib) for one in made.findall(role)] == [dict(one.attrib) for one in few.findall(role)]


def test_a_document_that_is_not_there_is_refused(depositor, found, declared):
    with pytest.raises(TeicableError, match="no document “cable-x”"):
        record(depositor, found, replace(declared), "cable-x")
