"""What the documents of one edition owe each other."""

import pytest

from teicable.validation import agreement
from teicable.validation.agreement import Alias, Related, Statement
from teicable.xml.parse import parse

TEI = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="cable-1950-05-14-8600"><teiHeader><fileDesc>
<titleStmt><title type="main">From  Vetrov to Orlov</title></titleStmt>
<sourceDesc><bibl type="transcript"><idno type="sha256-canonical">abc</idno></bibl>
<msDesc><msContents><msItem><idno type="special">7</idno><idno type="cable">188/Sh</idno></msItem></msContents></msDesc>
</sourceDesc></fileDesc><profileDesc><creation><date when="1950-05-14T05:30:00"/></creation></profileDesc></teiHeader>
<standOff>
<listBibl type="related"><bibl><date when="1950-05-13"/><title>Orlov to Vetrov</title></bibl></listBibl></standOff>
<text><body><p><persName type="pseudo" ref="person:a">Filin</persName>
<persName type="pseudo" ref="person:a">FILIN</persName> <persName ref="person:b">B</persName></p></body></text></TEI>"""


def said(document: str, **facts: object) -> Statement:
    facts = {"date": "1950-05-14", "number": "", "title": "", "words": "", "aliases": (), "related": ()} | facts
    twin = document[-2:] in ("-a", "-b")
    return Statement(path=f"ed/tei/{document}.xml", document=document, translation=twin, **facts)


def codes(*statements: Statement) -> list[str]:
    return [found.code for found in agreement.check(statements)]


def test_a_file_says_what_others_may_say_too():
    assert agreement.stated(parse(TEI.encode()).getroot(), "a.xml") == Statement(
        path="a.xml",
        document="cable-1950-05-14-8600",
        date="1950-05-14",
        number="188/sh",
        title="from vetrov to orlov",
        words="abc",
        translation=False,
        aliases=(Alias("Filin", "person:a", 8),),
        related=(Related("1950-05-13", "orlov to vetrov", 7, linked=False),),
    )


def test_an_authority_file_says_nothing():
    assert agreement.stated(parse(b'<TEI xmlns="http://www.tei-c.org/ns/1.0"/>').getroot(), "a.xml") is None


@pytest.mark.parametrize(
    "same", [{"number": "8600"}, {"words": "abc", "number": "1"}], ids=["date and number", "words"]
)
def test_one_cable_twice_is_reported_once(same):
    (found,) = agreement.check([said("x", **same), said("y", **same)])
    assert found.code == "X301"
    assert found.location.path == "ed/tei/y.xml"
    assert "as x" in found.message


def test_what_is_no_twin():
    assert codes(said("x", number="1"), said("y", number="2"), said("z")) == []
    assert codes(said("x", number="1"), said("y", number="1", date="1950-05-15")) == []
    assert codes(said("x-a", number="1"), said("x-b", number="1")) == []


def test_a_cover_name_with_two_bearers_is_reported_where_it_changes():
    early = said("x", date="1950-01-01", aliases=(Alias("Matveyev", "person:zakharov", 30),))
    late = said("y", date="1950-02-01", aliases=(Alias("MATVEYEV", "person:razuvayev", 40),))
    (found,) = agreement.check([late, early])
    assert (found.code, found.location.line) == ("X302", 40)
    assert found.message == "“MATVEYEV” is person:razuvayev here, person:zakharov in x"
    assert codes(early, said("z", aliases=early.aliases)) == []


def test_a_related_document_of_the_edition_wants_a_link():
    there = said("y", date="1950-05-13", title="orlov to vetrov")
    (found,) = agreement.check([said("x", related=(Related("1950-05-13", "orlov to vetrov", 9, linked=False),)), there])
    assert found.code == "X303"
    assert '<ref target="y.xml"/>' in found.hint
    assert codes(said("x", related=(Related("1950-05-13", "orlov to vetrov", 9, linked=True),)), there) == []
    assert codes(said("x", related=(Related("1950-05-12", "orlov to vetrov", 9, linked=False),)), there) == []
