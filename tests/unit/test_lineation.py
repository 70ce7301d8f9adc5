"""Which words of a transcript became which block, line by line."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from teicable.conversion import Context, convert
from teicable.model.source import SourceText, source_text
from teicable.tei.lineation import Run, lineation

GOLD = sorted((Path(__file__).parents[1] / "evaluation" / "gold").glob("0*.txt"))
HEAD = '<tagsDecl><rendition xml:id="ldquo" scope="before">content: "“";</rendition></tagsDecl>'


def runs(header: str, text: str, source: str | None) -> list[tuple[int, str, str]]:
    tei = f'<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader>{HEAD}{header}</teiHeader>{text}</TEI>'
    found = lineation(etree.fromstring(tei), source_text("a.txt", source) if source is not None else None)
    return [told(run) for run in found]


def told(run: Run) -> tuple[int, str, str]:
    block = run.block
    assert block is not None
    return run.line, run.words, block.get("{http://www.w3.org/XML/1998/namespace}id") or etree.QName(block).localname


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_every_line_of_a_transcript_is_there_as_it_stands(path):
    data = path.read_bytes()
    decoded = data.decode("utf-8-sig")
    source = source_text(path.name, decoded, data)
    for tei in convert(path.name, data, Context()).files.values():
        root = etree.fromstring(tei)
        if root.findtext(".//{*}idno[@type='lines']"):
            continue
        found = lineation(root, source)
        lines: list[str] = []
        for run in found:
            lines[len(lines) if run.first else -1 :] = [run.words if run.first else lines[-1] + run.words]
        assert "\n".join(lines) == source.text
        assert [run.line for run in found if run.first] == [source.line(span.start) for span in source.lines]
        check_words(root, found, source)


def check_words(root: etree._Element, found: tuple[Run, ...], source: SourceText) -> None:
    """A paragraph has the words of its lines; delimiters and hyphens, which are markup, apart."""
    for paragraph in root.iterfind(".//{*}text//{*}p"):
        if paragraph.find(".//{*}note") is not None or paragraph.find(".//{*}floatingText") is not None:
            continue
        mine = "".join(run.words for run in found if run.block is paragraph)
        letters = "".join(filter(str.isalnum, "".join(paragraph.itertext())))
        assert "".join(filter(str.isalnum, mine)) == letters


def test_lines_are_divided_where_blocks_begin_and_blank_ones_belong_to_the_block_before():
    text = (
        '<text n="2"><body><div><opener><seg>A b</seg><seg>c</seg></opener><p xml:id="p1">d e</p></div></body></text>'
    )
    header = '<ab n="1">Site</ab><ab n="6">End</ab>'
    assert runs(header, text, " Site\nA b   c\n\nd\ne\nEnd") == [
        (1, " Site", "ab"),
        (2, "A b   ", "seg"),
        (2, "c", "seg"),
        (3, "", "seg"),
        (4, "d", "p1"),
        (5, "e", "p1"),
        (6, "End", "ab"),
    ]


def test_a_paragraph_goes_on_behind_what_interrupts_it():
    message = '<floatingText rendition="#ldquo"><body><p xml:id="p2">b</p></body></floatingText>'
    text = f'<text n="1"><body><p xml:id="p1">a {message} c<milestone unit="setAside" n="3"/> d</p></body></text>'
    assert runs('<ab n="3">Page 2</ab>', text, "a\n“b c\nPage 2\nd") == [
        (1, "a", "p1"),
        (2, "“b ", "p2"),
        (2, "c", "p1"),
        (3, "Page 2", "ab"),
        (4, "d", "p1"),
    ]


def test_readings_and_gaps_are_words_of_their_line():
    line = (
        '<choice><sic>16</sic><corr resp="#ed1">17</corr></choice> <gap reason="missing"><desc>x y</desc></gap> <lb/>z'
    )
    assert runs("", f'<text n="1"><body><p xml:id="p1">{line}</p></body></text>', "16 x y\nz") == [
        (1, "16 x y", "p1"),
        (2, "z", "p1"),
    ]


@pytest.mark.parametrize("source", [None, "quite another text"])
def test_without_its_transcript_each_block_is_a_line(source):
    text = '<text n="1"><body><head>A</head><p xml:id="p1">b c</p></body></text>'
    assert runs("", text, source) == [(0, "A", "head"), (0, "b c", "p1")]
    assert runs("", "<text><body><p>b</p></body></text>", source) == []
