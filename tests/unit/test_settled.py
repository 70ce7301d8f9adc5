"""Settled claims are found by where they stand."""

from dataclasses import replace

import pytest

from teicable.model.annotation import AnnotatedText, Annotation, Basis, Segment, Zone
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


def test_other_claims_on_the_same_segments_are_checked(settled):
    first, other, _ = settled.annotations
    crossing = replace(first, span=Span(3, other.span.start + 1))
    text = AnnotatedText(settled.source, settled.segments, (), (crossing,))
    assert text.claiming([first, other]).annotations == (first, other)
    assert SettledText.of_text(text, settled.annotations) == settled
    with pytest.raises(ValueError, match="crosses"):
        SettledText.of_text(text, [crossing, other])
