"""The proof that a TEI file holds its source: it survives an editor's work, and fails where a word was changed."""

import re
from copy import deepcopy
from pathlib import Path

import pytest
from lxml import etree

from teicable.conversion import Context, convert
from teicable.tei.mixed import TEI
from teicable.tei.proof import difference
from teicable.validation.proofs import Verdict, advice, coverage, prove
from teicable.validation.suspects import suspects
from teicable.xml.parse import parse

GOLD = sorted((Path(__file__).parents[1] / "evaluation" / "gold").glob("[0-9]*.txt"))
NS = {"t": TEI}


def run(root: etree._Element, path: Path | None = None):
    data = path.read_bytes() if path else None
    return prove(etree.tostring(root, encoding="utf-8"), "t.xml", lambda name: data)


def blocks(root: etree._Element) -> list[etree._Element]:
    return [p for p in root.findall(".//t:text//t:p", NS) if (p.text or "").strip()]


def correct(root: etree._Element) -> None:
    """Correct the first word of a paragraph."""
    for p in blocks(root)[:1]:
        word, blank, rest = p.text.lstrip().partition(" ")
        p.text = ""
        choice = etree.SubElement(p, f"{{{TEI}}}choice")
        p.insert(0, choice)
        etree.SubElement(choice, f"{{{TEI}}}sic").text = word
        etree.SubElement(choice, f"{{{TEI}}}corr", resp="#ed1").text = "Corrected"
        choice.tail = blank + rest


def annotate(root: etree._Element) -> None:
    for p in blocks(root)[:1]:
        note = etree.SubElement(p, f"{{{TEI}}}note", resp="#ed1", type="editorial")
        note.text = "Not printed."


def divide(root: etree._Element) -> None:
    """Make two paragraphs of one, at a blank."""
    for p in [p for p in blocks(root) if " " in p.text.strip() and not p.get("rendition")][:1]:
        before, _, after = p.text.strip().partition(" ")
        new = etree.Element(f"{{{TEI}}}p")
        new.text, p.text = before, after + (" " if p.text[-1:].isspace() else "")
        p.addprevious(new)


def reorder(root: etree._Element) -> None:
    for element in root.iter(etree.Element):
        items = sorted(element.attrib.items(), reverse=True)
        element.attrib.clear()
        element.attrib.update(items)


def lay_out(root: etree._Element) -> None:
    """Wrap lines within text as an XML editor does, and add comments."""
    for element in root.find("t:text", NS).iter(etree.Element):
        element.text = re.sub(r" ", "\n\t\t ", element.text) if element.text else element.text
        element.tail = re.sub(r" ", "\n\t\t ", element.tail) if element.tail else element.tail
    root.insert(0, etree.Comment(" checked "))


def retag(root: etree._Element) -> None:
    """Say of names that they are others, and tag one more word."""
    for name in list(root.find("t:text", NS).iter(f"{{{TEI}}}persName")):
        name.tag = f"{{{TEI}}}orgName"
        name.attrib.pop("ref", None)
    for p in blocks(root)[:1]:
        word, blank, rest = p.text.lstrip().partition(" ")
        p.text = ""
        hi = etree.Element(f"{{{TEI}}}hi")
        hi.text, hi.tail = word, blank + rest
        p.insert(0, hi)


def approve(root: etree._Element) -> None:
    root.find(".//t:revisionDesc", NS).set("status", "approved")


EDITS = (correct, annotate, divide, reorder, lay_out, retag, approve)


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_an_editors_work_does_not_touch_the_proof_and_a_change_does(path):
    for data in convert(path.name, path.read_bytes(), Context()).files.values():
        root = etree.fromstring(data)
        assert run(root, path).verdict is Verdict.PROVED
        assert not suspects(parse(data), "t.xml")
        for edit in EDITS:
            copy = deepcopy(root)
            edit(copy)
            assert run(copy).verdict is Verdict.PROVED, edit.__name__
        whole = deepcopy(root)
        for edit in EDITS:
            edit(whole)
        assert run(whole, path).verdict is Verdict.PROVED
        shown(root, path)


def shown(root: etree._Element, path: Path) -> None:
    """Change a word, drop a paragraph, swap two: each is found, and told where."""
    text = blocks(root)
    if not text:
        return
    changed = deepcopy(root)
    block = blocks(changed)[-1]
    block.text = f"Xylophone {block.text.lstrip().partition(' ')[2]}"
    proof = run(changed, path)
    assert (proof.verdict, run(changed).verdict) == (Verdict.DIFFERS, Verdict.DIFFERS)
    assert "Xylophone" in proof.parted.here
    assert proof.there.line or proof.there.page
    dropped = deepcopy(root)
    block = blocks(dropped)[0]
    block.getparent().remove(block)
    proof = run(dropped, path)
    assert proof.verdict is Verdict.DIFFERS
    assert proof.found[0].location.line > 1
    if len(text) > 1 and text[0].getnext() is text[1]:
        one, other = text[:2]
        one.addprevious(other)
        assert run(root, path).verdict is Verdict.DIFFERS
        alone = run(root).suspects[0][1]
        assert "was one of them moved?" in alone or "is not there" in alone


CABLE = "TOP SECRET\nThe commission asks for three boats.\nThe crew will come in May.\nReport.\nORLEN\n"


def test_the_rebuilt_text_is_the_canonical_one(converted):
    proof = prove(converted(CABLE).encode(), "t.xml")
    assert proof.text == " ".join(CABLE.split())
    assert proof.rebuilt == proof.stated["sha256-canonical"]


@pytest.mark.parametrize(
    ("old", "new", "message", "hint"),
    [
        ("three boats", "four boats", "the source has “commission asks for three boats.", "<sic>three</sic>"),
        ("for three boats. ", "", "3 words of the source are missing: “for three boats.”", "put the words back"),
        ("asks", "asks again", "1 word stands here that the source lacks: “again”", "resp"),
        ("The crew", "A & B crew", "the source has", '<corr resp="#ed1">A &amp; B</corr>'),
    ],
)
def test_what_happened_to_the_words_is_told(old, new, message, hint):
    text = "The commission asks for three boats. The crew will come in May."
    found = difference(text.replace(old, new), text)
    assert found.message.startswith(message)
    assert hint in found.hint


def test_words_in_another_order_are_told():
    one, other = "The commission asks for three boats and oars.", "The crew will come in May, and a doctor."
    found = difference(f"{other} {one} End.", f"{one} {other} End.")
    assert found.message.startswith("the words stand in another order: ")
    assert (found.before, found.position) == ("The ", 5)


@pytest.mark.parametrize(
    ("pattern", "new", "message"),
    [
        (r'<p xml:id="p2".*?</p>', "", "“p2” should stand before “p3”, and is not there"),
        (r"three boats", "three <note>large</note> boats", "“large” in <note> has no resp"),
        (r"three boats", 'three <corr resp="#ed1">ships</corr>', "“ships” in <corr> stands alone"),
        (r"three boats", "three <bote>ships</bote>", "<bote> is no element of these files"),
    ],
)
def test_without_the_source_the_file_tells_what_may_be_wrong(pattern, new, message, converted):
    tei = converted(CABLE.replace("Report.", "The doctor will bring his tools with him from the city."))
    text = tei.partition("<text")
    edited = re.sub(pattern, new, text[2], count=1)
    assert edited != text[2]
    proof = prove(f"{text[0]}<text{edited}".encode(), "t.xml")
    assert proof.verdict is not Verdict.PROVED
    assert message in " ".join(one for _, one in proof.suspects)


def test_a_file_that_states_nothing_cannot_be_told(converted):
    bare = re.sub(r'<idno type="sha256-canonical">.*?</idno>', "", converted(CABLE))
    proof = prove(bare.encode(), "t.xml")
    assert (proof.verdict, proof.found[0].code) == (Verdict.UNTOLD, "F003")
    assert prove(b"<TEI", "t.xml").verdict is Verdict.UNTOLD


def test_a_transcript_that_changed_does_not_touch_the_proof(converted):
    proof = prove(converted(CABLE).encode(), "t.xml", lambda name: CABLE.replace("three", "four").encode())
    assert (proof.verdict, [one.code for one in proof.found]) == (Verdict.PROVED, ["F002"])


def test_a_change_carried_over_by_hand_asks_for_the_new_checksum(converted):
    edited = converted(CABLE).replace("three", "four").encode()
    proof = prove(edited, "t.xml", lambda name: CABLE.replace("three", "four").encode())
    assert (proof.verdict, [one.code for one in proof.found]) == (Verdict.DIFFERS, ["F002"])
    assert "sha256-canonical" in advice(proof)
    assert not proof.suspects


def test_what_conversion_wrote_shows_where_words_were_changed(converted):
    tei = converted(CABLE)
    proof = prove(tei.replace("three", "four").encode(), "t.xml", copy=tei.encode())
    assert "three boats" in proof.parted.there
    assert proof.found[0].location.line > 1
    assert "earlier version" in advice(prove(tei.replace("three", "four").encode(), "t.xml"))


TWO = b"One line.\nAnother line.\n\nThird line.\n"


@pytest.mark.parametrize(
    ("holders", "message"),
    [
        ({"a.xml": ""}, ""),
        ({"a.xml": "1-2", "b.xml": "4-4"}, ""),
        ({"a.xml": "1-2"}, "1 line of it stands in no TEI file: “Third line.”"),
        ({"a.xml": "1-2", "b.xml": "2-4"}, "“Another line.” stands in a.xml and in b.xml"),
        ({}, "no TEI file is made of it"),
    ],
)
def test_files_share_out_their_source(holders, message):
    found = coverage("two.txt", TWO, holders)
    assert [one.code for one in found] == ["F005"] * bool(message)
    assert message in " ".join(one.message for one in found)
