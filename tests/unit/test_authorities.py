"""Authority files: who is called what, and what happens to a file that cannot be read."""

import pytest

from teicable import authorities

BROKEN = b"<TEI xmlns='http://www.tei-c.org/ns/1.0'><standOff>"


def test_a_person_is_found_by_every_name(known):
    for name in ("Viktor Orlen", "ORLEN", "fen  si", "Gromov"):
        assert [entry.key for entry, _ in known.bearers(name)] == ["person:orlen"]


def test_a_cover_name_is_known_as_one(known):
    assert known.bearers("Gromov")[0][1].type == "pseudo"
    assert known.bearers("Orlen")[0][1].type == "variant"


def test_a_name_of_two_people_gives_both(known):
    assert {entry.id for entry, _ in known.bearers("Tarn")} == {"tarn-1", "tarn-2"}


def test_a_kind_can_be_asked_for(known):
    assert known.bearers("Veltava", "person") == ()
    assert [entry.key for entry, _ in known.bearers("Weltawa", "place")] == ["place:veltava"]


@pytest.mark.parametrize("name", ["Vasil'ev", "Vasil’ev", "VASILʹEV"])
def test_apostrophes_of_any_kind_are_one(known, name):
    assert [entry.id for entry, _ in known.bearers(name)] == ["vasilev"]


def test_an_unknown_name_has_no_bearer(known):
    assert known.bearers("Nobody") == known.bearers("") == ()


def test_the_main_name_and_the_key(known):
    entry = known.by_key["person:orlen"]
    assert (entry.main, entry.kind) == ("Viktor Orlen", "person")


def test_a_broken_file_gives_its_diagnostic_and_leaves_the_others():
    good = b"<TEI xmlns='http://www.tei-c.org/ns/1.0'><person xml:id='a'><persName>Ann</persName></person></TEI>"
    found, problems = authorities.read({"a.xml": BROKEN, "b.xml": good})
    assert [(problem.code, problem.location.path) for problem in problems] == [("G001", "a.xml")]
    assert [entry.key for entry in found.entries] == ["person:a"]


def test_a_name_without_characters_is_no_name():
    data = b"<TEI xmlns='http://www.tei-c.org/ns/1.0'><person xml:id='a'><persName> </persName></person></TEI>"
    assert authorities.read({"a.xml": data})[0].entries[0].forms == ()


def test_markup_inside_a_name_does_not_divide_it():
    name = b"<persName><forename>Ann</forename>\n <surname>Roe</surname></persName>"
    data = b"<TEI xmlns='http://www.tei-c.org/ns/1.0'><person xml:id='a'>" + name + b"</person></TEI>"
    assert authorities.read({"a.xml": data})[0].bearers("Ann Roe")


def test_the_digest_depends_on_the_bytes_and_not_on_the_order():
    one, other = b"<a/>", b"<b/>"
    digest = authorities.read({"x": one, "y": other})[0].digest
    assert authorities.read({"y": other, "x": one})[0].digest == digest
    assert authorities.read({"x": one, "y": one})[0].digest != digest


def test_categories_of_taxonomies():
    data = b"<TEI xmlns='http://www.tei-c.org/ns/1.0'><category xml:id='secret'/><category/></TEI>"
    assert authorities.read({"t.xml": data})[0].categories == {"secret"}


def test_another_spelling_of_a_name_has_its_bearers(known):
    assert [entry.key for entry, _ in known.bearers("Bel’skii")] == []
    assert [entry.key for entry, _ in known.bearers("Belskii")] == ["person:belsky"]
    assert [entry.key for entry, _ in known.bearers("Li Yun ho")] == ["person:li"]


def test_a_disputed_cover_name_has_claims():
    relations = (
        '<person xml:id="matveyev"><persName type="main">Matveyev</persName></person>'
        '<person xml:id="a"><persName type="main">A</persName></person></listPerson><listRelation>'
        '<relation name="coverNameOf" active="#matveyev" passive="#a" cert="medium" source="bibl:x"/>'
        '<relation name="coverNameOf" active="person:matveyev" passive="person:b" source="bibl:y"/></listRelation>'
    )
    text = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPerson>{relations}</standOff></TEI>'
    found, problems = authorities.read({"a.xml": text.encode()})
    assert problems == []
    assert found.claims == {"person:matveyev": (("person:a", "medium"), ("person:b", ""))}
