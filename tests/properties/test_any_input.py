"""Any bytes at all: a valid file that gives its text back, or a reasoned refusal; and always the same answer."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from teicable.conversion import Context, convert
from teicable.diagnostics import Diagnostic, Severity
from teicable.model.declaration import Declaration
from teicable.model.source import canonical, shared
from teicable.readers import read
from teicable.segment import segment, transcript
from teicable.tei.decode import decode
from teicable.validation import grammar
from teicable.validation.layers import identifier
from teicable.vocabularies import shipped
from teicable.xml.parse import parse

CONTEXT = Context(declaration=Declaration(original="ru"))
LINES = st.sampled_from((Path(__file__).parent / "lines.txt").read_text(encoding="utf-8").split("\n"))


def answer(data, context=CONTEXT):
    """Convert, and check what holds for every input."""
    result = convert("any.txt", data, context)
    if not result.files:
        assert any(diagnostic.severity is Severity.ERROR for diagnostic in result.diagnostics)
    for document, tei in result.files.items():
        tree = parse(tei, document)
        assert not isinstance(tree, Diagnostic), tree
        assert grammar.check(tree, document) == []
        source = read("any.txt", data, context.reads)
        assert decode(tree.getroot()).text == canonical(shared(source, identifier(tree.getroot(), "lines")).text)
    return result


@given(st.binary(max_size=300))
@settings(max_examples=150, deadline=None)
def test_any_bytes(data):
    answer(data)


@given(st.text(max_size=300))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text(text):
    answer(text.encode("utf-8", "surrogatepass"))


@given(st.lists(LINES, min_size=1, max_size=30), st.sampled_from(["\n", "\r\n", "\n\n", " "]))
@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_order_of_the_lines_that_telegrams_have(lines, end):
    result = answer(end.join(lines).encode())
    assert result.files or not "".join(lines).strip()
    assert convert("any.txt", end.join(lines).encode(), CONTEXT) == result


@given(st.lists(LINES, min_size=1, max_size=20))
@settings(max_examples=200, deadline=None)
def test_zones_keep_every_character_in_its_place(lines):
    source = read("any.txt", "\n".join(lines).encode())
    if isinstance(source, list):
        return
    zoned, _ = segment(transcript.read(source, shipped(), CONTEXT.authorities))
    assert "".join(part.span.of(source.text) for part in zoned.segments) == source.text


CASES = {
    "prose that is no cable": (b"It was a dark and stormy night; the rain fell in torrents.\n", "S105 files"),
    "an empty file": (b"", "R003"),
    "blanks only": (b" \n\t\n", "R003"),
    "a binary file": (bytes(range(256)) * 40, "R001"),
    "a PDF": (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", "R008"),
    "a word processor file": (b"PK\x03\x04" + b"word/document.xml", "R008"),
    "invalid UTF-8": (b"Top Secret\nCaf\xe9 au lait\n", "R002"),
    "UTF-16": ("\ufeffTop Secret".encode("utf-16-le"), "S104 files"),
    "UTF-16 that does not say so": ("Top Secret".encode("utf-16-le"), "R001"),
    "control characters": (b"Top\x07 Secret\x00\nWe agree with the plan of the friends.\n", "R005 files"),
    "markup": (b"<cable><p>We agree with the plan of the friends &amp; allies.</p></cable>\n<!-- x -->]]>\n", "files"),
}


@pytest.mark.parametrize("case", CASES)
def test_awkward_files(case):
    data, expected = CASES[case]
    result = answer(data)
    codes = {diagnostic.code for diagnostic in result.diagnostics}
    wanted = set(expected.split()) - {"files"}
    assert wanted <= codes
    assert bool(result.files) == ("files" in expected)


def test_a_source_above_the_limit_is_refused_with_its_size():
    result = convert("big.txt", b"x" * 101, Context(max_size=100))
    assert [d.code for d in result.diagnostics] == ["R004"]
    assert "101 bytes" in result.diagnostics[0].message


def test_a_very_long_line_is_converted():
    result = answer(b"We agree [with] the plan of 14 May 1950, and so on. " * 2_000)
    assert result.files
