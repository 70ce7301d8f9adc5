"""Typical mistakes are refused, with the code and the words that help to mend them."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest
from lxml import etree

from teicable.diagnostics import Diagnostic, Severity
from teicable.diagnostics.catalogue import codes, page
from teicable.validation import grammar
from teicable.xml.parse import parse

FORMS = Path(__file__).resolve().parent / "fixtures" / "valid" / "forms.xml"


class Mistake(NamedTuple):
    """A change to the valid document, the code expected, and words of its message or hint."""

    name: str
    code: str
    words: str
    changes: tuple[tuple[str, str], ...]


def mistake(name: str, code: str, words: str, *changes: str) -> Mistake:
    return Mistake(name, code, words, tuple(zip(changes[::2], changes[1::2], strict=True)))


PUBLISHER = '<publisher resp="#teicable">publisher not stated</publisher>'
MISTAKES = [
    mistake(
        "unknown-element",
        "G102",
        "did you mean <postscript>?",
        "<postscript>",
        "<postscriptum>",
        "</postscript>",
        "</postscriptum>",
    ),
    mistake(
        "wrong-capitals",
        "G102",
        "did you mean <persName>?",
        '<persName role="typist"',
        '<persname role="typist"',
        "Bantsekina</persName>",
        "Bantsekina</persname>",
    ),
    mistake("other-namespace", "G102", "not in the namespace of TEI", "<head>Copies:", '<head xmlns="urn:x">Copies:'),
    mistake("unknown-attribute", "G103", "<p> has no attribute “type”", '<p xml:id="p1"', '<p type="x" xml:id="p1"'),
    mistake("misspelt-attribute", "G103", "did you mean “hand”?", '<add hand="#hand1"', '<add hnad="#hand1"'),
    mistake("value-not-in-list", "G104", "did you mean “classification”?", '"classification"', '"clasification"'),
    mistake("second-value-not-in-list", "G104", "“letterspaced”?", '"letterspaced"', '"run-on letter-spaced"'),
    mistake("certainty-in-words", "G104", "did you mean “low”?", '<p xml:id="p1"', '<p cert="lo" xml:id="p1"'),
    mistake("date-not-iso", "G104", "such as “1950-05-14”", 'when="1950-06-10"', 'when="10.6.50"'),
    mistake("time-without-seconds", "G104", "cannot be", 'when="1950-06-10"', 'when="1950-06-10T10:00"'),
    mistake("number-in-words", "G104", "a number in figures", 'value="2"', 'value="two"'),
    mistake("id-with-a-blank", "G104", "a name: letters", 'xml:id="hand1"', 'xml:id="hand 1"'),
    mistake("line-number-in-words", "G104", "of the form", "<text>", '<text n="first">'),
    mistake("version-of-two-parts", "G104", "of the form", 'version="0.1.0"', 'version="0.1"'),
    mistake("text-in-opener", "G105", "<opener> has text directly in it", "<opener>\n", "<opener>Top Secret\n"),
    mistake("text-in-choice", "G105", "<choice> has text directly in it", "<choice><abbr", "<choice>the <abbr"),
    mistake(
        "text-in-milestone", "G105", "stays empty", '<milestone unit="rule"/>', '<milestone unit="rule">_</milestone>'
    ),
    mistake(
        "ab-in-opener", "G105", "<ab> is not allowed in <opener>", "<opener>\n", '<opener><ab type="form">x</ab>\n'
    ),
    mistake(
        "salute-in-p", "G105", "<salute> is not allowed in <p>", "To my <supplied", "<salute>Sir!</salute> <supplied"
    ),
    mistake(
        "head-in-opener", "G105", "move it out of <opener>, into <div>", "<opener>\n", "<opener><head>TELEGRAM</head>\n"
    ),
    mistake("correction-alone", "G105", "<corr> is not allowed in <p>", "To my <supplied", "<corr>x</corr> <supplied"),
    mistake("p-after-closer", "G105", "after <closer>", "<postscript>", '<p xml:id="px">x</p><postscript>'),
    mistake(
        "two-headers", "G105", "after <teiHeader>", "</teiHeader>", "</teiHeader><teiHeader><fileDesc/></teiHeader>"
    ),
    mistake("missing-attribute", "G106", "one of: illegible", '<gap reason="illegible" ', "<gap "),
    mistake("missing-publisher", "G106", "lacks <publisher> before <availability>", PUBLISHER, ""),
    mistake("missing-language", "G106", "<TEI> lacks the attribute “xml:lang”", ' xml:lang="en">', ">"),
    mistake(
        "missing-label",
        "G106",
        "<list> lacks <label> before <item>",
        "<head>Copies:</head> <item",
        "<head>Copies:</head> <label>1</label> <item",
    ),
    mistake("no-address-line", "G106", "<address> lacks <addrLine>", "<address>", "<address/><address>"),
    mistake(
        "readings-in-wrong-order",
        "G105",
        "<corr> stands before <sic>",
        "<choice><sic",
        "<choice><corr>17</corr><sic>16</sic></choice> <choice><sic",
    ),
    mistake("same-id-twice", "G107", "is taken: line", 'xml:id="p2"', 'xml:id="p1"'),
]


def diagnose(text: str) -> list[Diagnostic]:
    tree = parse(text.encode(), "forms.xml")
    assert isinstance(tree, etree._ElementTree), tree
    return grammar.check(tree, "forms.xml")


@pytest.mark.parametrize("case", MISTAKES, ids=[case.name for case in MISTAKES])
def test_a_mistake_is_named(case: Mistake) -> None:
    text = FORMS.read_text(encoding="utf-8")
    for old, new in case.changes:
        assert old in text
        text = text.replace(old, new, 1)
    found = diagnose(text)
    named = [d for d in found if d.code == case.code and case.words in f"{d.message} {d.hint}"]
    assert named, found
    assert all(d.location.line and d.location.xpath.startswith("TEI") for d in found)


@pytest.mark.parametrize("case", MISTAKES, ids=[case.name for case in MISTAKES])
def test_nothing_but_the_mistake_is_named(case: Mistake) -> None:
    text = FORMS.read_text(encoding="utf-8")
    for old, new in case.changes:
        text = text.replace(old, new, 1)
    allowed = 3 if case.name == "two-headers" else 1
    assert len(diagnose(text)) <= allowed


ALLOWED = [
    ("page without text", '<div type="cable"><head>TELEGRAM</head><gap reason="missing"/></div>'),
    ("body without division", '<p xml:id="p1" n="1">The taxonomies stand in the header.</p>'),
    ("letter in an item", '<list><item><floatingText type="letter"><body><p/></body></floatingText></item></list>'),
    (
        "head between openers",
        '<div type="cable"><opener/><head>A</head><milestone unit="rule"/><opener/><p>x</p></div>',
    ),
    ("several closers", '<div type="cable"><p>x</p><closer/><note type="editorial">y</note><closer/><trailer/></div>'),
    ("time without date", '<p><date type="received" when="13:55:00">13:55</date></p>'),
    ("brackets over a line end", '<p><foreign rendition="#lsqb" xml:id="a" next="#b">x</foreign><lb break="no"/>y</p>'),
    ("stamp of two lines", '<p><stamp rendition="#lsqb">Incoming<lb/><date when="1950">1950</date></stamp></p>'),
    ("abbreviation in brackets", "<p><choice><expan>Army</expan><abbr rend='run-on'>A</abbr></choice></p>"),
]


@pytest.mark.parametrize("body", [row[1] for row in ALLOWED], ids=[row[0].replace(" ", "-") for row in ALLOWED])
def test_what_cables_need_is_allowed(body: str) -> None:
    text = FORMS.read_text(encoding="utf-8")
    start, end = text.index("<body>") + len("<body>"), text.rindex("</body>")
    assert diagnose(text[:start] + body + text[end:]) == []


def test_a_file_that_is_not_tei() -> None:
    found = diagnose('<?xml version="1.0"?>\n<html><p/></html>')
    assert {d.code for d in found} == {"G102"}
    assert found[0].location.line == 2


def test_a_fragment() -> None:
    assert [d.code for d in diagnose('<p xmlns="http://www.tei-c.org/ns/1.0">x</p>')] == ["G105"]


def test_line_of_the_mistake() -> None:
    lines = FORMS.read_text(encoding="utf-8").splitlines()
    number = next(i for i, line in enumerate(lines, 1) if 'type="classification"' in line)
    text = "\n".join(lines).replace('"classification"', '"clasification"')
    assert [d.location.line for d in diagnose(text)] == [number]


def test_checking_twice_says_the_same() -> None:
    text = FORMS.read_text(encoding="utf-8")
    assert diagnose(text) == diagnose(text) == []
    broken = text.replace('xml:id="p2"', 'xml:id="p1"')
    assert diagnose(broken) == diagnose(broken) != []


@pytest.mark.parametrize("code", [code for code in codes() if code.startswith("G")])
def test_pages_of_the_codes(code: str) -> None:
    found = page(code)
    assert found.severity == Severity.ERROR
    headings = [line for line in found.body.splitlines() if line.startswith("## ")]
    assert headings == ["## What it means", "## Why it matters", "## Example", "## What to do"]
