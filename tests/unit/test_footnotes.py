"""Notes below the text, what calls them, and who is meant by a name that a note explains."""

import pytest
from lxml import etree

from teicable.model.span import Span
from teicable.segment.footnotes import hidden

TEXT = "The river commission has asked for three boats{} and the people will come tomorrow."
BOATS = "The boats went to Vostok x/ for the people of the river.\nGROMOV\n"


@pytest.fixture
def notes(converted):
    """Where each note is called, as ``word before + call``, and its words with its mark."""

    def read(text):
        root = etree.XML(converted(text).encode())
        tei = {"t": "http://www.tei-c.org/ns/1.0"}
        found = {}
        for note in root.xpath("//t:note[@place='foot']", namespaces=tei):
            name = note.get("{http://www.w3.org/XML/1998/namespace}id")
            calls = root.xpath(f"//t:ref[@target='#{name}']", namespaces=tei)
            assert len(calls) <= 1
            found["".join(note.itertext())] = "".join(calls[0].itertext()) if calls else ""
        return found

    return read


@pytest.mark.parametrize(
    ("call", "mark"),
    [
        (" x/", "x/"),
        ("x/", "x/"),
        (" */", "*/"),
        ("*", "*"),
        ("1/", "1/"),
        ("/1/", "/1/"),
        ("²", "²"),
        ("1", "[1]"),
        ("[1]", "[1]"),
        (",1", "1."),
        ("¹", "1"),
        (" at 8:101", "[1]"),
    ],
)
def test_a_note_and_its_call(notes, call, mark):
    found = notes(f"{TEXT.format(call)}\nGROMOV\n{mark} They were given back.\n")
    assert list(found) == [f"{mark.strip('[]')} They were given back."]
    assert all(found.values())


@pytest.mark.parametrize(
    "text",
    [
        f"{TEXT.format('')}\nGROMOV\nx/ They were given back.\n",
        f"{TEXT.format('')}\nGROMOV\n[1] They were given back.\n",
        f"{TEXT.format(' No.1')}\nGROMOV\n1. Comr. Belsky\n2. Comr. Orlen\n",
        f"{TEXT.format('1')}\n1. They were given back to the people.\n2. The boats were given back.\nGROMOV\n",
    ],
)
def test_no_note(notes, text):
    assert notes(text) == {}


def test_several_notes_are_called_in_order(notes):
    text = f"{TEXT.format('1')} {TEXT.format(',2')}\nGROMOV3\n1. Built of oak.\n2. Not printed.\n3. Later a minister.\n"
    assert notes(text) == {"1. Built of oak.": "1", "2. Not printed.": "2", "3. Later a minister.": "3"}


@pytest.mark.parametrize(
    "words",
    [
        "Pseudonym of Anton Belsky.",
        "In the nineteen-twenties a pen name of Anton Belsky.",
        "Vostok – Anton Belsky.",
        "Vostok [lit. “east”] - conventional name of Anton Belsky.",
        "Under the name “Vostok” there worked Captain Anton Belsky.",
        "Code name of Anton Belsky.",
        "The code-name for Comrade Anton Belsky; he used it until May.",
        "Anton Belsky’s pseudonym.",
        "“Vostok” was Anton Belsky’s code name.",
        "That is, Anton Belsky.",
        "Pseudonym of Anton Belsky. [Ed. note: in the original.]",
    ],
)
def test_a_note_tells_who_bears_a_cover_name(converted, words):
    root = etree.XML(converted(f"{BOATS}x/ {words}\n").encode())
    tei = {"t": "http://www.tei-c.org/ns/1.0"}
    assert root.xpath("string(//t:ref/preceding-sibling::t:persName[1])", namespaces=tei) == "Vostok"
    (real,) = root.xpath("//t:note[@place='foot']/t:persName[contains(@ana, 'rule:pseudonyms')]", namespaces=tei)
    assert real.text == "Anton Belsky"
    assert real.get("ref") == "person:belsky"


def test_a_note_that_explains_an_office_names_no_bearer(converted):
    root = etree.XML(converted(f"{BOATS}x/ A town on the river.\n").encode())
    assert not root.xpath("//*[contains(@ana, 'rule:pseudonyms')]")


def test_numbered_points_above_a_signature_are_no_notes(notes):
    assert not notes(
        f"Copies: Orlen - 2, Tarn-1, Nemo-2\nTo No.4.\n1. {TEXT.format('')}\n2. {TEXT.format('')}\nGROMOV\n"
    )


def test_a_numbered_line_above_all_text_is_no_note():
    from teicable.conversion import Context, convert
    from teicable.validation import grammar
    from teicable.xml.parse import parse

    for text in ("From: [Ambassador Viktor] Orlen2\n[2] Ambassador In Veltava, 1957–1962.", BOATS):
        for tei in convert("a.txt", text.encode(), Context()).files.values():
            assert grammar.check(parse(tei), "a.xml") == []


def test_hidden_characters_leave_all_others_where_they_are():
    assert hidden("ALYOSHIN xx/ has", [Span(10, 12), None, Span(9, 12)]) == "ALYOSHIN     has"
