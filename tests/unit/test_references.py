"""References lead somewhere, to a thing of the right kind."""

import pytest

from teicable.authorities import Authorities, Entry, Form
from teicable.validation import layers, references
from teicable.xml.parse import parse

KNOWN = Authorities(
    (
        Entry("person", "stalin", (Form("Stalin", "main"), Form("Filippov", "pseudo"))),
        Entry("person", "mao", (Form("Mao Zedong", "main"),)),
        Entry("place", "beijing", (Form("Beijing", "main"),)),
    ),
    frozenset({"top-secret", "names", "authority"}),
    frozenset({"classification"}),
)
HEAD = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><encodingDesc>
<tagsDecl><rendition xml:id="lsqb" scheme="css">content</rendition></tagsDecl>
<listPrefixDef><prefixDef ident="person" matchPattern="([a-z]+)"/><prefixDef ident="place" matchPattern="x"/>
<prefixDef ident="class" matchPattern="x"/><prefixDef ident="rule" matchPattern="x"/></listPrefixDef>
</encodingDesc></teiHeader><text><body>
"""


def check(body, authorities=KNOWN, neighbours=None):
    tree = parse(f"{HEAD}{body}</body></text></TEI>".encode())
    return references.check(tree, "a.xml", authorities, neighbours)


@pytest.mark.parametrize(
    "body",
    [
        '<p xml:id="p1" ana="rule:names class:top-secret"><persName ref="person:stalin">S</persName></p>',
        '<ref target="#p1"/><p xml:id="p1" rendition="#lsqb"/>',
        '<ref target="https://example.org/a#b mailto:a@example.org urn:isbn:1"/>',
        '<catRef scheme="class:classification" target="class:top-secret"/>',
        "<!-- a comment --><?pi ref='#none'?><p/>",
    ],
)
def test_what_is_right_is_passed_in_silence(body):
    assert check(body) == []


@pytest.mark.parametrize(
    ("body", "code", "message", "hint"),
    [
        ('<p xml:id="p1"/>\n<ab xml:id="p1"/>', "X101", "“p1” is given twice, first in line 6 (to p)", "this ab"),
        ('<ref target="#n1"/><note xml:id="n2"/>', "X102", "target=“#n1”", "did you mean “#n2”?"),
        ('<p rendition="#lsqbb"/>', "X102", "rendition=“#lsqbb”", "“#lsqb”"),
        ('<persName ref="person:stallin">S</persName>', "X103", "is in no authority file", "“person:stalin”"),
        ('<persName ref="person:unknown">Filippov</persName>', "X103", "no authority file", "“person:stalin”"),
        ('<persName ref="person:qqq">Q</persName>', "X103", "no authority", "add “qqq” to authorities/listperson.xml"),
        ('<p ana="rule:nams"/>', "X103", "names no category", "“rule:names”"),
        ('<persName ref="persn:stalin"/>', "X104", "prefix “persn:”", "“person:stalin”"),
        ('<persName ref="bibl:x"/>', "X104", "prefix “bibl:”", ""),
        ('<persName ref="person:beijing"/>', "X105", "should name a person; “beijing” is a place", "“place:beijing”"),
        ('<p xml:id="p1" rendition="#p1"/>', "X105", "points to a p (line 6), not to a rendition", ""),
    ],
)
def test_what_is_wrong_is_named_with_a_way_out(body, code, message, hint):
    (found,) = check(body)
    assert found.code == code
    assert message in found.message
    assert hint in found.hint
    assert found.location.path == "a.xml"
    assert found.location.line >= 6


def test_each_of_several_pointers_is_followed():
    assert [d.code for d in check('<p ana="rule:names rule:x1 class:x2"/>')] == ["X103", "X103"]


def test_outside_an_edition_one_note_stands_for_all():
    (found,) = check('<persName ref="person:a"/><persName ref="person:b"/><p ana="rule:c"/>', authorities=None)
    assert found.code == "X106"
    assert found.message.startswith("3 references")
    assert found.severity == "note"


def test_documents_of_the_same_folder_are_looked_for():
    body = '<ref target="cable-1.xml#p1"/><ref target="cable-2.xml"/><ref target="../other/x.xml"/>'
    (found,) = check(body, neighbours={"cable-1.xml"})
    assert found.code == "X107"
    assert "“cable-1.xml”" in found.hint
    assert check(body) == []


def test_a_forgotten_number_sign_is_recognised():
    (found,) = check('<p xml:id="archive"/><p resp="archive"/>', neighbours=set())
    assert (found.code, found.hint) == ("X107", "did you mean “#archive”?")


def test_layers_stop_where_nothing_more_can_be_said():
    assert [d.code for d in layers.validate(b"<TEI><p>", "a.xml")] == ["G001"]
    assert [d.code for d in layers.validate(b"<html/>", "a.xml")] == ["X108"]
    assert [d.code for d in layers.validate(b"<TEI/>", "a.xml")] == ["X108"]
    data = f'{HEAD}<p xml:id="a"/><p xml:id="a"/></body></text></TEI>'.encode()
    assert [d.code for d in layers.validate(data, "a.xml", layers=("references",))] == ["X101"]


def test_the_transcript_is_found_in_the_header():
    head = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><sourceDesc><bibl type="transcript">'
        '<idno type="filename">a.txt</idno><idno type="sha256">12</idno></bibl>'
        "</sourceDesc></fileDesc></teiHeader></TEI>"
    )
    root = parse(head.encode()).getroot()
    assert (layers.transcript(root), layers.checksum(root)) == ("a.txt", "12")
    assert layers.transcript(parse(b"<TEI/>").getroot()) == ""


def test_a_reference_that_resembles_nothing_is_told_in_which_forms_one_can_be_written():
    (found,) = check('<persName ref="zzz"/>', neighbours=set())
    assert found.code == "X107"
    assert "“#…”" in found.hint
    assert "“person:…”" in found.hint
