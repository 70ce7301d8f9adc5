"""Whatever is decided about whatever words, conversion goes through and loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from teicable.conversion import Context, convert
from teicable.model.decision import Decision, Subject, Verdict
from teicable.model.declaration import Assignment
from teicable.model.elements import ELEMENTS, WRITABLE
from teicable.model.quotation import Quotable
from teicable.model.source import source_text
from teicable.model.span import Span
from teicable.resolve.decisions import LINES

GOLD = Path(__file__).parents[1] / "evaluation" / "gold"
CLAIMS = st.sampled_from([*ELEMENTS.values(), "S101", "A001", "A002", "A010", "nonsense"])
VALUES = st.sampled_from(["", "type=pseudo", "ref=person:x", "xml:lang=ru-Latn", "when=1950-05-14", "reason='a b'"])
REPLACEMENTS = st.sampled_from([*WRITABLE, *LINES, "persName ref=person:x", "type=pseudo", "nonsense", "choice", ""])


@pytest.mark.parametrize("number", ["010", "030", "040"])
@settings(max_examples=15, deadline=None)
@given(data=st.data())
def test_any_decision_keeps_the_words(number, data):
    written = (GOLD / f"{number}.txt").read_bytes()
    text = source_text("x.txt", written.decode(), written).text
    quotable = Quotable(text)
    decisions = []
    for _ in range(data.draw(st.integers(1, 6))):
        start = data.draw(st.integers(0, len(text) - 1))
        span = Span(start, min(len(text), start + data.draw(st.integers(1, 80)))).trimmed(text)
        if data.draw(st.booleans()):  # a whole line, as a finding names it
            begin, end = text.rfind("\n", 0, start) + 1, text.find("\n", start)
            span = Span(begin, end if end >= 0 else len(text)).trimmed(text)
        subject = Subject(data.draw(CLAIMS), data.draw(VALUES), quotable.quote(span))
        decisions.append(Decision(data.draw(st.sampled_from(Verdict)), subject, data.draw(REPLACEMENTS), "ed1"))
    context = Context(assignment=Assignment("c"), decisions={"c": tuple(decisions)})
    result = convert("x.txt", written, context)
    assert not [d for d in result.diagnostics if d.code == "F001"]
    assert result.files
