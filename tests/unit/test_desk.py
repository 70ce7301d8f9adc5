"""The authority desk: entries and references change at their places, and nothing else does."""

import pytest

from teicable.desk.add import Wish, add
from teicable.desk.papers import Papers, key
from teicable.desk.rename import rename
from teicable.errors import DeskError

PERSONS = """<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><standOff>
<listPerson>
  <!-- sorted by id; refer to person:belov -->
  <person xml:id="belov">
    <persName type="main" xml:lang="en">Ivan Belov</persName>
    <persName type="pseudo" corresp="#orlen  #vetrov">Sokol</persName>
  </person>
  <person xml:id="orlen">
    <persName type="main" xml:lang="en">Viktor Orlen</persName> <!-- so in the register -->
    <persName type='variant'>Orlen</persName>
    <affiliation ref="place:northport" from="1949"><roleName>consul</roleName></affiliation>
  </person> <!-- died young -->
  <person xml:id="vetrov"><persName type="main">Vetrov</persName></person>
  <listRelation>
    <relation name="coverNameOf" active="#belov" passive="person:orlen" source="bibl:x"/>
  </listRelation>
</listPerson></standOff></TEI>
"""
PLACES = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><standOff><listPlace>
    <place xml:id="northport" type="town"><placeName type="main" xml:lang="en">Northport</placeName></place>
</listPlace></standOff></TEI>"""
CABLE = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p ana='x' >
 <persName  ref = 'person:belov person:orlen'>B &amp; O</persName><!-- person:orlen -->
 <persName ref="../authorities/listperson.xml#orlen" n="person:orlen">person:orlen</persName>
 <persName ref="person:orlen-b"/><persName ref="person:&#111;rlen"/><note corresp="#orlen" xml:id="orlen"/>
</p></body></text></TEI>"""
DECISIONS = """# person:orlen was looked up
[[decision]]
value = "ref=person:orlen type=pseudo"  # person:orlen
replacement = "person:orlen, person:orlen-b; person:orlen."
note = "person:orlen is meant"
"""
WORDS = '[[x]]\nforms = ["person:orlen", "my person:orlen"]\n'


@pytest.fixture
def papers():
    texts = {
        "authorities/listperson.xml": PERSONS,
        "authorities/listplace.xml": PLACES,
        "tei/a.xml": CABLE,
        "tei/.written/a.xml": CABLE,
        "review/a.toml": DECISIONS,
        "vocabularies/own.toml": WORDS,
    }
    return Papers({path: text.encode() for path, text in texts.items()})


def text(papers, path):
    return papers.files[path].decode()


def test_renaming_changes_every_reference_and_nothing_else(papers):
    change = rename(papers, key("person:orlen"), key("person:orlen-v"))
    persons = PERSONS.replace('"orlen"', '"orlen-v"').replace("#orlen ", "#orlen-v ")
    assert text(change.papers, "authorities/listperson.xml") == persons.replace("person:orlen", "person:orlen-v")
    cable = text(change.papers, "tei/a.xml")
    assert cable == CABLE.replace("'person:belov person:orlen'", "'person:belov person:orlen-v'").replace(
        "listperson.xml#orlen", "listperson.xml#orlen-v"
    ).replace("person:&#111;rlen", "person:orlen-v")
    assert text(change.papers, "tei/.written/a.xml") == cable
    assert text(change.papers, "review/a.toml") == (
        DECISIONS.replace("ref=person:orlen ", "ref=person:orlen-v ")
        .replace('= "person:orlen,', '= "person:orlen-v,')
        .replace("person:orlen.", "person:orlen-v.")
    )
    assert text(change.papers, "vocabularies/own.toml") == WORDS.replace("orlen", "orlen-v")
    assert change.said == ("person:orlen is now person:orlen-v", "changed 13 references in 5 files")
    assert change.last == "authorities/listperson.xml"


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("person:nobody", "person:x", "there is no entry person:nobody"),
        ("person:orlem", "person:x", "there is no entry person:orlem"),
        ("person:orlen", "person:belov", "person:belov is there already, “Ivan Belov”"),
        ("person:orlen", "person:1950", "“1950” cannot be an id"),
        ("person:orlen", "person:a:b", "“a:b” cannot be an id"),
        ("person:orlen", "person:Орлен", "“Орлен” is not made of small letters"),
        ("person:orlen", "place:orlen", "are of different kinds"),
        ("person:orlen", "orlen", "“orlen” is no reference to an entry"),
        ("class:secret", "class:open", "“class:secret” is no reference to an entry"),
    ],
)
def test_what_cannot_be_renamed_is_refused(papers, old, new, message):
    with pytest.raises(DeskError, match=message):
        rename(papers, key(old), key(new))


def test_a_file_that_cannot_be_read_stops_the_change(papers):
    broken = Papers({**papers.files, "tei/b.xml": b'<p ref="person:orlen">'})
    with pytest.raises(DeskError, match=r"tei/b\.xml.* cannot be read: .*") as raised:
        rename(broken, key("person:orlen"), key("person:orlen-v"))
    assert "nothing was changed" in raised.value.hint


@pytest.mark.parametrize(
    ("name", "after", "before"),
    [
        ("aalto", "refer to person:belov -->\n  ", '\n  <person xml:id="belov">'),
        ("karsky", "</person>", '\n  <person xml:id="orlen">'),
        ("petrov", "<!-- died young -->", '\n  <person xml:id="vetrov">'),
        ("zorin", '<person xml:id="vetrov"><persName type="main">Vetrov</persName></person>', "\n  <listRelation>"),
    ],
)
def test_an_entry_stands_where_the_order_of_the_file_wants_it(papers, name, after, before):
    change = add(papers, Wish(key(f"person:{name}"), name.title()))
    entry = f'<person xml:id="{name}">\n    <persName type="main">{name.title()}</persName>\n  </person>'
    lead = "" if name == "aalto" else "\n  "
    made = text(change.papers, "authorities/listperson.xml")
    assert f"{after}{lead}{entry}{before}" in made
    assert made.replace(f"{lead}{entry}" if lead else f"{entry}\n  ", "") == PERSONS
    assert not change.found


def test_an_entry_says_what_was_given(papers):
    wish = Wish(key("place:dandong"), "Dandong", ("Andong", "Андун@ru", "Andong"), (), ("Near <the> river & sea",))
    change = add(papers, wish, like=key("place:northport"))
    assert text(change.papers, "authorities/listplace.xml") == PLACES.replace(
        "    <place xml",
        '    <place xml:id="dandong" type="town"><placeName type="main" xml:lang="en">Dandong</placeName>'
        '<placeName type="variant">Andong</placeName><placeName type="variant" xml:lang="ru">Андун</placeName>'
        "<note>Near &lt;the&gt; river &amp; sea</note></place>\n    <place xml",
    )


def test_a_file_in_no_order_gets_its_entry_last():
    entries = "".join(f'\n <org xml:id="{name}"><orgName type="main">{name}</orgName></org>' for name in "dgacbfe")
    papers = Papers({"authorities/listorg.xml": f"<TEI xmlns='{NS}'><listOrg>{entries}\n</listOrg></TEI>".encode()})
    change = add(papers, Wish(key("org:b2"), "B2"))
    assert text(change.papers, "authorities/listorg.xml").endswith(
        '<org xml:id="b2"><orgName type="main">B2</orgName></org>\n</listOrg></TEI>'
    )


NS = "http://www.tei-c.org/ns/1.0"


def test_a_file_sorted_by_name_stays_so():
    entries = "".join(
        f'\n <org xml:id="o{9 - number}"><orgName type="main">{name}</orgName></org>'
        for number, name in enumerate("ABDEF")
    )
    papers = Papers({"authorities/listorg.xml": f"<TEI xmlns='{NS}'><listOrg>{entries}\n</listOrg></TEI>".encode()})
    change = add(papers, Wish(key("org:z"), "C"))
    assert '">B</orgName></org>\n <org xml:id="z">' in text(change.papers, "authorities/listorg.xml")


@pytest.mark.parametrize(
    ("wish", "message"),
    [
        (Wish(key("person:x"), "Orlen"), "person:orlen has the same variant: “Orlen”"),
        (Wish(key("person:x"), "X", ("viktor orlen",)), "person:orlen has nearly the same name: “Viktor Orlen”"),
        (Wish(key("person:x"), "X", (), ("Sokol",)), "person:belov has the same cover name: “Sokol”"),
        (Wish(key("person:or-len"), "X"), "person:orlen is called nearly like person:or-len"),
    ],
)
def test_what_may_be_there_already_is_refused_unless_it_is_wanted(papers, wish, message):
    (found,) = add(papers, wish).found
    assert (found.code, found.severity) == ("X401", "error")
    assert message in found.message
    assert not add(papers, wish, anyway=True).found
    assert not add(papers, Wish(key("place:x"), "Orlen")).found


def test_empty_names_are_refused(papers):
    with pytest.raises(DeskError, match="empty"):
        add(papers, Wish(key("person:x"), " "))
