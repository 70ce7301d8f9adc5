"""Words of a passage, as rules for names see them."""

import pytest

from teicable.annotate.words import Passage, Word, loud, passages
from teicable.model.span import Span


def passage(text: str, start: int = 0) -> Passage:
    return next(passages(text, [Span(start, len(text))], frozenset(), lambda *_: 0))


def words(text: str) -> tuple[Word, ...]:
    return passage(text).words


def test_words_know_where_they_stand():
    part = passage("§ Orlen’s aide, [Jan] Nemo", 2)
    assert [part.text[word.start : word.end] for word in part.words] == ["Orlen", "aide", "Jan", "Nemo"]
    assert [word.gap for word in part.words] == ["", "’s ", ", [", "] "]
    assert part.capitals == (0, 2, 3)
    assert (part.at(part.words[2].start), part.at(part.words[2].start + 1)) == (2, None)
    assert part.gap(4) == ""


def test_a_passage_knows_nothing_of_the_one_before():
    text = "Orlen’s\n-\nNemo’s aide"
    found = list(passages(text, [Span(0, 7), Span(8, 9), Span(10, len(text))], frozenset(), lambda *_: 0))
    assert [[(word.text, word.gap, word.opens) for word in part.words] for part in found] == [
        [("Orlen", "", True)],
        [],
        [("Nemo", "", True), ("aide", "’s ", False)],
    ]


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("He left. Then we", [True, False, True, False]),
        ("V. S. Orlen", [True, False, False]),
        ("to [Nemo] we", [True, True, False]),
        ("Nemo: we", [True, True]),
    ],
)
def test_where_a_sentence_may_begin(text, opens):
    assert [word.opens for word in words(text)] == opens


@pytest.mark.parametrize(
    ("text", "joined"),
    [("V. Orlen", True), ("V Orlen", False), ("Jan Nemo", True), ("[Jan] Nemo", True), ("Jan, Nemo", False)],
)
def test_what_may_be_one_name(text, joined):
    assert words(text)[1].joined is joined


@pytest.mark.parametrize(
    ("text", "is_loud"),
    [("THE FLEET LEFT AT NOON", True), ("The fleet left", False), ("ÄÖÜ ŁÓ", True), ("źle", False), ("1950", False)],
)
def test_capitals(text, is_loud):
    assert loud(text) is is_loud
