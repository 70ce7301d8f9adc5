"""Half-open stretches of characters: the arithmetic that decides what XML can hold."""

import pytest

from teicable.model.span import Span


def test_an_empty_span_is_false():
    assert not Span(3, 3)
    assert Span(3, 4)
    assert Span(3, 7).length == 4


@pytest.mark.parametrize(
    ("one", "other", "contains", "disjoint", "crosses"),
    [
        (Span(0, 5), Span(0, 5), True, False, False),
        (Span(0, 5), Span(1, 4), True, False, False),
        (Span(1, 4), Span(0, 5), False, False, False),
        (Span(0, 5), Span(5, 9), False, True, False),
        (Span(0, 5), Span(4, 9), False, False, True),
        (Span(4, 9), Span(0, 5), False, False, True),
    ],
)
def test_two_spans_nest_lie_apart_or_cross(one, other, contains, disjoint, crosses):
    assert (one.contains(other), one.disjoint(other), one.crosses(other)) == (contains, disjoint, crosses)


def test_the_characters_of_a_span():
    assert Span(2, 5).of("abcdefg") == "cde"


@pytest.mark.parametrize(
    ("words", "trimmed"), [("  ab \n", Span(2, 4)), ("ab", Span(0, 2)), (" \n\t", Span(0, 0)), ("", Span(0, 0))]
)
def test_trimming_drops_white_space_at_the_ends(words, trimmed):
    assert Span(0, len(words)).trimmed(words) == trimmed


def test_a_blank_stretch_trims_to_nothing_where_it_begins():
    assert Span(2, 4).trimmed("ab  cd") == Span(2, 2)
