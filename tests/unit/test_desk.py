"""The authority desk: entries and references change at their places, and nothing else does."""

import pytest

from teicable.desk.add import Wish, add
from teicable.desk.merge import merge
from teicable.desk.papers import Papers, key
from teicable.desk.rename import rename
from teicable.desk.split import Chosen, split
from teicable.desk.unused import unused
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
    assert change.said == ("person:orlen is now person:orlen-v", "changed 10 references in 4 files")
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


OTHER = """
  <person xml:id="orlov" source="bibl:y">
    <!-- from the card file -->
    <persName type="main" xml:lang="en">Viktor Orlov</persName>
    <persName>Orlen</persName><persName type='variant'  xml:lang="ru">Орлов</persName> <!-- so in the copies -->
    <persName type="pseudo" corresp="#orlen">Falke</persName>
    <birth when="1899">1899</birth>
    <idno type="GND">1</idno>
    <note>Consul.</note>
  </person>"""


def doubled(persons=PERSONS, other=OTHER, cable=CABLE):
    texts = {
        "authorities/listperson.xml": persons.replace("<!-- died young -->", f"<!-- died young -->{other}").replace(
            'active="#belov"', 'active="#orlov"'
        ),
        "tei/a.xml": cable,
    }
    return Papers({path: text.encode() for path, text in texts.items()})


def test_merging_unites_what_two_entries_say():
    change = merge(doubled(), key("person:orlen"), key("person:orlov"))
    assert not change.found
    assert """  <person xml:id="orlen" source="bibl:y">
    <persName type="main" xml:lang="en">Viktor Orlen</persName> <!-- so in the register -->
    <persName type='variant'>Orlen</persName>
    <persName type="variant" xml:lang="en">Viktor Orlov</persName>
    <persName type='variant'  xml:lang="ru">Орлов</persName> <!-- so in the copies -->
    <persName type="pseudo">Falke</persName>
    <birth when="1899">1899</birth>
    <affiliation ref="place:northport" from="1949"><roleName>consul</roleName></affiliation>
    <idno type="GND">1</idno>
    <note>Consul.</note>
    <!-- from the card file -->
  </person> <!-- died young -->
  <person xml:id="vetrov">""" in text(change.papers, "authorities/listperson.xml")
    assert "listRelation" not in text(change.papers, "authorities/listperson.xml")
    assert change.said == (
        "person:orlov is now person:orlen",
        "took over 3 names; changed 1 reference in 1 file",
        "dropped a relation coverNameOf of person:orlen to itself",
        "“Falke” is no longer a name used with person:orlen itself",
    )


def test_all_references_go_to_the_entry_that_is_kept_once_each():
    cable = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><p>
<persName ref="person:orlov  person:orlen">a</persName><persName ref=" person:x person:orlov ">b</persName>
<persName ref="person:orlen person:x person:orlov">c</persName></p></TEI>"""
    change = merge(doubled(cable=cable), key("person:orlen"), key("person:orlov"))
    assert text(change.papers, "tei/a.xml") == cable.replace("person:orlov  person:orlen", "person:orlen").replace(
        " person:x person:orlov ", " person:x person:orlen "
    ).replace("person:orlen person:x person:orlov", "person:orlen person:x")


def test_contradictions_are_told_and_settled_only_by_an_editor():
    persons = PERSONS.replace("    <affiliation", '    <birth when="1901"/><idno type="GND">2</idno>\n    <affiliation')
    papers = doubled(persons)
    change = merge(papers, key("person:orlen"), key("person:orlov"))
    assert change.papers == papers
    assert [(found.code, found.message) for found in change.found] == [
        ("X402", "birth: person:orlen says “when=1901”, person:orlov says “1899”"),
        ("X402", "idno GND: person:orlen says “2”, person:orlov says “1”"),
    ]
    assert {found.severity for found in change.found} == {"error"}
    for prefer, left, gone in (("orlen", "1901", "1899"), ("orlov", "1899", "1901")):
        change = merge(papers, key("person:orlen"), key("person:orlov"), key(f"person:{prefer}"))
        made = text(change.papers, "authorities/listperson.xml")
        assert left in made
        assert gone not in made
        assert made.count("<idno") == 1
    with pytest.raises(DeskError, match="is neither of the two"):
        merge(papers, key("person:orlen"), key("person:orlov"), key("person:belov"))


@pytest.mark.parametrize(
    ("kept", "gone", "message"),
    [
        ("person:orlen", "person:orlen", "are the same entry"),
        ("person:orlen", "place:northport", "are of different kinds"),
        ("person:orlen", "person:orlo", "there is no entry person:orlo"),
    ],
)
def test_what_cannot_be_merged_is_refused(papers, kept, gone, message):
    with pytest.raises(DeskError, match=message):
        merge(papers, key(kept), key(gone))


SPLIT = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><creation><date when="DATE"/></creation>
<correspDesc who="person:orlen"/></profileDesc></teiHeader><text>
<persName ref="person:orlen">Viktor Orlen</persName> <persName ref="person:x person:orlen">ORLEN</persName>
<persName type="pseudo" ref="person:orlen">Falke</persName> <persName ref="person:orlen">he</persName>
<persName ref="person:orlen">Falke</persName> <note type="identity"><persName ref="person:orlen">he</persName></note>
</text></TEI>"""


@pytest.fixture
def two():
    persons = PERSONS.replace(
        "    <affiliation", '    <persName type="pseudo" xml:lang="de">Falke</persName>\n    <affiliation'
    )
    return Papers(
        {
            "authorities/listperson.xml": persons.encode(),
            "tei/a.xml": SPLIT.replace("DATE", "1950-05-14").encode(),
            "tei/b.xml": SPLIT.replace("DATE", "1951-01-02T10:00:00").encode(),
            "review/d.toml": b'value = "ref=person:orlen"',
        }
    )


def left(change):
    return [(one.location.path, one.message.replace(" still refers to person:orlen", "")) for one in change.found]


def test_a_split_moves_what_names_decide_and_lists_the_rest(two):
    change = split(two, key("person:orlen"), key("person:falke"), ["Falke"], Chosen(), main="Bearer of Falke")
    moved = SPLIT.replace('<persName type="pseudo" ref="person:orlen">', '<persName type="pseudo" ref="person:falke">')
    assert text(change.papers, "tei/a.xml") == moved.replace("DATE", "1950-05-14")
    assert """  <person xml:id="falke">
    <persName type="main">Bearer of Falke</persName>
    <persName type="pseudo" xml:lang="de">Falke</persName>
  </person>
""" in text(change.papers, "authorities/listperson.xml")
    assert text(change.papers, "authorities/listperson.xml").count("Falke</") == 2
    torn = "“Falke”: the name beside it is explained as the same"
    assert left(change) == [
        ("tei/a.xml", torn),
        ("tei/b.xml", torn),
        ("authorities/listperson.xml", "this"),
        ("authorities/listperson.xml", "this"),
        ("review/d.toml", "this"),
    ]
    assert not change.derived


@pytest.mark.parametrize(
    "chosen", [Chosen(("b",)), Chosen((), "1951", "1951-06-30"), Chosen((), "1951-01-02", "1951-01-02")]
)
def test_in_chosen_documents_shared_names_move_too(two, chosen):
    change = split(two, key("person:orlen"), key("person:o2"), (), chosen, both=["orlen"], main="Orlen the Younger")
    assert text(change.papers, "tei/a.xml") == text(two, "tei/a.xml")
    assert text(change.papers, "tei/b.xml") == text(two, "tei/b.xml").replace('person:orlen">ORLEN', 'person:o2">ORLEN')
    assert [one for one in left(change) if one[0] == "tei/b.xml"] == [
        ("tei/b.xml", "who=“person:orlen”: it stands at no name"),
        ("tei/b.xml", "“Viktor Orlen”: it is a name of person:orlen alone"),
        ("tei/b.xml", "“Falke”: it is a name of person:orlen alone"),
        ("tei/b.xml", "“he”: it is a name of neither"),
        ("tei/b.xml", "“Falke”: it is a name of person:orlen alone"),
        ("tei/b.xml", "“he”: it is a name of neither"),
    ]
    assert [one for one in left(change) if one[0] == "tei/a.xml"] == [("tei/a.xml", "“ORLEN”: both have this name")]


@pytest.mark.parametrize(
    ("names", "both", "main", "documents", "message"),
    [
        ((), (), "", (), "the new entry has no name"),
        (("Viktor Orlen",), (), "", (), "“Viktor Orlen” is the main name of person:orlen"),
        (("Falke",), (), "", (), "“Falke” is a cover name"),
        (("X",), ("Nobody",), "", (), "person:orlen has no name “Nobody” to share"),
        (("X",), (), "", ("c",), "there is no document “c”"),
    ],
)
def test_what_cannot_be_split_is_refused(two, names, both, main, documents, message):
    with pytest.raises(DeskError, match=message):
        split(two, key("person:orlen"), key("person:x"), names, Chosen(documents), both=both, main=main)


def test_entries_and_references_without_each_other_are_listed(papers):
    cable = f'<TEI xmlns="{NS}"><teiHeader><prefixDef ident="person"/></teiHeader>\n<persName ref="person:belo"/></TEI>'
    more = Papers(
        {
            **papers.files,
            "tei/a.xml": cable.encode(),
            "tei/.written/a.xml": cable.encode(),
            "review/b.toml": b'value = "person:vetro"',
        }
    )
    found = [(one.location.path, one.code, one.message) for one in unused(more)]
    assert ("tei/a.xml", "X103", "ref=“person:belo” is in no authority file") in found
    assert ("review/b.toml", "X103", "“person:vetro” is in no authority file") in found
    assert not [one for one in found if "X404" in one]
    alone = Papers({path: data for path, data in papers.files.items() if path.startswith("auth")})
    assert [one.message for one in unused(alone)] == []
    lonely = alone.changed("authorities/listperson.xml", [])
    lonely = Papers({**lonely.files, "authorities/listperson.xml": PERSONS.replace(" #vetrov", " ").encode()})
    assert [one.message for one in unused(lonely) if one.code == "X404"] == [
        "nothing refers to person:vetrov, “Vetrov”"
    ]


def test_other_files_that_name_the_entry_are_told(papers):
    more = Papers(
        {**papers.files, "transforms/html.xsl": b"<x match=\"*[@ref = 'person:orlen']\"/>\n<!-- person:orlen-b -->"}
    )
    (found,) = rename(more, key("person:orlen"), key("person:orlen-v")).found
    assert (found.code, found.location.path, found.location.line, found.location.column) == (
        "X407",
        "transforms/html.xsl",
        1,
        21,
    )


def test_who_looked_an_identifier_up_is_kept():
    persons = PERSONS.replace("    <affiliation", '    <idno type="GND">1</idno>\n    <affiliation')
    papers = doubled(persons, OTHER.replace('<idno type="GND">', '<idno type="GND" resp="#ed1">'))
    made = text(merge(papers, key("person:orlen"), key("person:orlov")).papers, "authorities/listperson.xml")
    assert made.count('<idno type="GND" resp="#ed1">1</idno>') == made.count("<idno") == 1


def test_what_is_no_date_is_refused(two):
    with pytest.raises(DeskError, match="“May 1951” is no date"):
        split(two, key("person:orlen"), key("person:x"), ["X"], Chosen((), "May 1951", "1952"))


def test_names_that_one_bracket_explains_stay_together(two):
    """FENG XI [FYN SI; Stalin]: a name and two notes behind it."""
    cable = f'''<TEI xmlns="{NS}"><signed><persName ref="person:orlen">FALKE</persName>
    <note type="identity"><persName ref="person:orlen">Falke</persName></note>;
    <note type="identity"><persName ref="person:orlen">Orlen</persName></note></signed></TEI>'''
    papers = Papers({**two.files, "tei/a.xml": cable.encode()})
    change = split(papers, key("person:orlen"), key("person:x"), ["Falke"], Chosen(("a",)), main="X")
    assert text(change.papers, "tei/a.xml") == cable
    assert [message.partition(":")[0] for path, message in left(change) if path == "tei/a.xml"] == [
        "“Orlen”",
        "“FALKE”",
        "“Falke”",
    ]


def test_entries_may_stand_in_several_files(papers):
    more = Papers({**papers.files, "authorities/listperson-2.xml": PERSONS.replace('"orlen"', '"lind"').encode()})
    orlen = split(more, key("person:lind"), key("person:zorn"), ["Orlen"], Chosen())
    made = text(orlen.papers, "authorities/listperson-2.xml")
    assert made.index('<person xml:id="lind"') < made.index('<person xml:id="vetrov"') < made.index('xml:id="zorn"')
    assert orlen.papers.files["authorities/listperson.xml"] == papers.files["authorities/listperson.xml"]
    gone = merge(more, key("person:orlen"), key("person:lind"))
    assert "person:orlen" in text(gone.papers, "authorities/listperson-2.xml")
    assert "lind" not in text(gone.papers, "authorities/listperson-2.xml")


def test_files_of_other_encodings_keep_theirs(papers):
    cable = CABLE.replace("<TEI", '<?xml version="1.0" encoding="UTF-16"?><TEI')
    more = Papers({**papers.files, "tei/u.xml": cable.encode("utf-16")})
    made = rename(more, key("person:orlen"), key("person:orlen-v")).papers.files["tei/u.xml"]
    assert made.startswith(b"\xff\xfe")
    assert '"../authorities/listperson.xml#orlen-v"' in made.decode("utf-16")
    two = split(more, key("person:orlen"), key("person:x"), ["X"], Chosen(("u",)))
    assert [one for one in left(two) if one[0] == "tei/u.xml"]
