"""Words of a passage, as rules for names see them."""

import pytest

from teicable.annotate.words import Passage, Word, loud
from teicable.model.span import Span


def words(text: str) -> tuple[Word, ...]:
    return Passage(text, Span(0, len(text))).words


def test_words_know_where_they_stand():
    part = Passage("§ Orlen’s aide, [Jan] Nemo", Span(2, 26))
    assert [word.span.of(part.text) for word in part.words] == ["Orlen", "aide", "Jan", "Nemo"]
    assert [word.gap for word in part.words] == ["", "’s ", ", [", "] "]
    assert part.capitals == (0, 2, 3)
    assert part.starts[part.words[2].span.start] == 2
    assert part.gap(4) == ""


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
