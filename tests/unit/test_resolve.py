"""Claims that conflict: which stays, and that what results can always be encoded."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teicable.model.annotation import AnnotatedText, Annotation, Basis, Certainty, Group, GroupKind, Segment, Zone
from teicable.model.declaration import Assignment, Declaration
from teicable.model.record import CableRecord
from teicable.model.settled import SettledText
from teicable.model.source import canonical, source_text
from teicable.model.span import Span
from teicable.resolve import content_of, settle
from teicable.resolve.rank import STRENGTH
from teicable.tei.decode import decode
from teicable.tei.encode import encode
from teicable.tei.serialize import serialize
from teicable.xml.parse import parse

WORDS = "abcde fghij klmno pqrst\nuvwxy zabcd efghi"


def claim(start: int, end: int, kind: str = "person", **more) -> Annotation:
    return Annotation(Span(start, end), kind, "names", more.pop("basis", Basis.AUTHORITY), **more)


def text(*claims: Annotation, words: str = WORDS, groups: tuple[Group, ...] = ()) -> AnnotatedText:
    border = words.find("\n") + 1 or len(words)
    spans = [span for span in (Span(0, border), Span(border, len(words))) if span]
    return AnnotatedText(
        source_text("t.txt", words), tuple(Segment(span, Zone.PARAGRAPH) for span in spans), groups, claims
    )


def settled(*claims: Annotation) -> tuple[list[tuple[str, str]], list[str]]:
    result, found = settle(text(*claims))
    return [(c.kind, c.span.of(result.text)) for c in result.annotations], [d.code for d in found]


def test_claims_apart_or_nested_all_stay():
    nested = settled(claim(1, 5), claim(6, 10), claim(0, 11, "supplied", left=1, right=1))
    assert nested == ([("supplied", "abcde fghij"), ("person", "bcde"), ("person", "fghi")], [])


def test_of_two_that_cross_the_stronger_kind_stays_and_the_other_is_reported():
    assert settled(claim(0, 11), claim(6, 17, "date")) == ([("date", "fghij klmno")], ["A004"])


def test_of_one_kind_the_more_certain_then_the_longer_stays():
    assert settled(claim(0, 11, certainty=Certainty.LOW), claim(6, 17))[0] == [("person", "fghij klmno")]
    assert settled(claim(0, 8), claim(6, 23))[0] == [("person", "fghij klmno pqrst")]


def test_an_editors_claim_outranks_all():
    assert settled(claim(0, 11, basis=Basis.EDITOR), claim(6, 17, "choice"))[0] == [("person", "abcde fghij")]


def test_a_name_in_a_name_is_dropped_without_a_report():
    assert settled(claim(0, 11), claim(6, 11, "place")) == ([("person", "abcde fghij")], [])


def test_equal_spans_enclose_each_other_in_a_fixed_order():
    assert settled(claim(0, 5, "role"), claim(0, 5))[0] == [("person", "abcde"), ("role", "abcde")]
    assert settled(claim(0, 5, "date"), claim(0, 5, "supplied"))[0] == [("supplied", "abcde"), ("date", "abcde")]


def test_the_same_claim_twice_is_one():
    assert settled(claim(0, 5), claim(0, 5)) == ([("person", "abcde")], [])


def test_a_claim_without_reference_gives_way_to_one_with(known):
    with_reference = claim(0, 5, attributes=(("ref", "person:a"),))
    result, _ = settle(text(claim(0, 5, basis=Basis.LAYOUT), with_reference))
    assert [c.get("ref") for c in result.annotations] == ["person:a"]


def test_what_holds_characters_only_holds_no_claim():
    assert settled(claim(0, 11, "gap"), claim(6, 11)) == ([("gap", "abcde fghij")], [])


def test_a_claim_that_reaches_into_delimiters_is_given_up():
    assert settled(claim(0, 11, "note", left=1, right=1), claim(0, 5)) == ([("note", "abcde fghij")], [])


def test_a_bracket_over_a_border_is_cut_and_tied():
    result, found = settle(text(claim(18, 29, "supplied", left=1, right=1)))
    assert found == []
    assert [(c.span.of(result.text), c.left, c.right, c.get("next"), c.get("prev")) for c in result.annotations] == [
        ("pqrst", 1, 0, "#part1.2", ""),
        ("uvwxy", 0, 1, "", "#part1.1"),
    ]


def test_a_name_over_a_border_is_given_up():
    assert settled(claim(18, 29)) == ([], ["A005"])


def test_a_claim_on_white_space_vanishes():
    assert settled(claim(5, 6, "supplied", left=1, right=1)) == ([], [])


def test_the_report_names_both_and_the_place():
    _, (found,) = settle(text(claim(0, 11), claim(6, 17, "date")))
    assert ("abcde fghij" in found.message, "fghij klmno" in found.message) == (True, True)
    assert (found.location.line, found.location.column) == (1, 1)


def test_the_quotation_marks_of_a_message_are_no_content():
    words = "“abcde\nfghij”"
    group = Group(GroupKind.MESSAGE, 0, 2, 1, 1)
    enclosed = text(words=words, groups=(group,))
    assert [content_of(enclosed, i).of(words) for i in (0, 1)] == ["abcde", "fghij"]


def test_settled_text_refuses_what_cannot_be_encoded():
    for claims in ((claim(0, 8), claim(6, 11)), (claim(18, 29),), (claim(0, 1, left=1, right=1),)):
        bad = text(*claims)
        with pytest.raises(ValueError, match=r"crosses|leaves its segment|shorter than"):
            SettledText(bad.source, bad.segments, bad.groups, bad.annotations)


def test_segments_must_partition_the_text():
    source = source_text("t.txt", "abcdef")
    for spans in ((Span(0, 3), Span(4, 6)), (Span(0, 3),), (Span(1, 6),), (Span(0, 4), Span(3, 6))):
        with pytest.raises(ValueError, match="segment"):
            AnnotatedText(source, tuple(Segment(span, Zone.PARAGRAPH) for span in spans))


LETTERED = "“ab [cd] ef, gh\nij (kl) — mn”op\n\nqr & <st> uv"
# The others say how their characters look, so they cannot stand on any stretch.
FREE = [kind for kind in STRENGTH if kind not in ("letterspaced", "divided", "page")]
ENDS = st.integers(0, len(LETTERED))
CLAIMS = st.builds(
    lambda a, b, kind, left, right, certainty: Annotation(
        Span(min(a, b), max(a, b)), kind, "names", Basis.LAYOUT, certainty, (), left, right
    ),
    ENDS,
    ENDS,
    st.sampled_from(FREE),
    st.integers(0, 2),
    st.integers(0, 2),
    st.sampled_from(Certainty),
)


@given(st.lists(CLAIMS, max_size=8))
def test_any_claims_settle_encode_and_give_the_source_back(claims):
    source = source_text("t.txt", LETTERED)
    cuts = [0, 16, 31, len(source.text)]
    segments = tuple(Segment(Span(a, b), Zone.PARAGRAPH) for a, b in itertools.pairwise(cuts))
    result, _ = settle(AnnotatedText(source, segments, (), tuple(claims)))
    written = serialize(encode(result, CableRecord(), Declaration(), Assignment("x")))
    tree = parse(written)
    assert decode(tree.getroot()).text == canonical(source.text)  # type: ignore[union-attr]
