"""Settled claims are found by where they stand."""

import pytest

from teicable.model.annotation import Annotation, Basis, Segment, Zone
from teicable.model.settled import SettledText
from teicable.model.source import source_text
from teicable.model.span import Span

TEXT = "Orlen told Nemo of Tarn"
PLACES = {"Orlen": "person", "Nemo": "person", "Tarn": "place"}


@pytest.fixture
def settled() -> SettledText:
    def claim(name: str, kind: str) -> Annotation:
        start = TEXT.index(name)
        return Annotation(Span(start, start + len(name)), kind, "names", Basis.VOCABULARY)

    segments = (Segment(Span(0, len(TEXT)), Zone.PARAGRAPH),)
    return SettledText(source_text("a.txt", TEXT), segments, (), tuple(claim(*pair) for pair in PLACES.items()))


@pytest.mark.parametrize(
    ("span", "kinds", "names"),
    [
        (Span(0, 23), (), ["Orlen", "Nemo", "Tarn"]),
        (Span(0, 23), ("person",), ["Orlen", "Nemo"]),
        (Span(0, 15), (), ["Orlen", "Nemo"]),
        (Span(1, 14), (), []),
        (Span(11, 23), ("place", "org"), ["Tarn"]),
    ],
)
def test_claims_within_a_span(settled, span, kinds, names):
    assert [claim.span.of(TEXT) for claim in settled.within(span, *kinds)] == names
