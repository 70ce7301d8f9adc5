"""Normalisation: what changes, what never does, and the way back to line and column of the file."""

import hashlib
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from teicable.model.source import canonical, folded, sha256_canonical, source_text
from teicable.model.span import Span


def at(decoded: str, word: str) -> tuple[int, int]:
    source = source_text("t.txt", decoded)
    place = source.location(source.text.index(word))
    return place.line, place.column


@pytest.mark.parametrize(
    ("decoded", "text"),
    [
        ("\ufeffSent", "Sent"),
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("one\x0cpage", "one\npage"),
        ("a\u2028b\u2029c\x85d\x0be", "a\nb\nc\nd\ne"),
        ("10\u00a0May\u20091950\u3000x", "10 May 1950 x"),
        ("tele\u00adgram", "telegram"),
        ("a\u200bb\u200e\u2060c\u202ed", "abcd"),
        ("a\x07b\x1bc", "abc"),
        ("Zelen\u0301y", "Zele\u0144y"),
        ("\u1112\u1161\u11ab", "\ud55c"),
        ("Ango\u00ad\u0301n", "Ang\u00f3n"),
        ("\u212b", "\u00c5"),
        ("a\tb", "a\tb"),
        ("“x” – № 5 ½", "“x” – № 5 ½"),
        ("", ""),
    ],
)
def test_the_characters_after_normalisation(decoded, text):
    assert source_text("t.txt", decoded).text == text


def test_a_windows_file_with_byte_order_mark_keeps_its_columns():
    assert at("\ufeffSent 1 May\r\nReceived 2 May\r\n", "Sent") == (1, 2)
    assert at("\ufeffSent 1 May\r\nReceived 2 May\r\n", "Received") == (2, 1)
    assert at("\ufeffSent 1 May\r\nReceived 2 May\r\n", "2 May") == (2, 10)


@pytest.mark.parametrize(
    ("decoded", "word", "place"),
    [
        ("tele\u00adgram of May", "of", (1, 11)),
        ("a\u200b\u200b\u200bb here", "here", (1, 7)),
        ("Zelen\u0301y said", "said", (1, 9)),
        ("first\x0csecond", "second", (2, 1)),
        ("first\u2028second third", "third", (2, 8)),
        ("a\rb\r\nc\nd", "d", (4, 1)),
        ("10\u00a0May", "May", (1, 4)),
        ("\n\n  deep", "deep", (3, 3)),
        ("e\u0301e\u0301\u00ade\u0301\r\n\ufeffx\u0301 end", "end", (2, 5)),
    ],
)
def test_a_location_is_that_of_the_file(decoded, word, place):
    assert at(decoded, word) == place


def test_what_is_taken_away_is_counted():
    assert source_text("t.txt", "\ufefftele\u00adgram\u200b\r\n\u00a0e\u0301").removed == 3
    assert source_text("t.txt", "plain\r\ntext").removed == 0


def test_the_checksum_is_that_of_the_bytes():
    assert source_text("t.txt", "\ufeffa", b"\xef\xbb\xbfa").sha256 == hashlib.sha256(b"\xef\xbb\xbfa").hexdigest()


def test_lines_of_the_normalised_text():
    assert source_text("t.txt", "ab\r\n\r\ncd").lines == (Span(0, 2), Span(3, 3), Span(4, 6))


@pytest.mark.parametrize(
    ("words", "same"), [("a b", "a b"), (" a  b\n", " a b "), ("a\xa0b", "a b"), ("a\u200b b", "a\u200b b"), ("", "")]
)
def test_white_space_is_folded_and_kept_at_the_ends(words, same):
    assert folded(words) == same


def test_canonical_text_folds_white_space_and_nothing_else():
    assert canonical("  A  b\n\n\tc . \n") == "A b c ."
    assert sha256_canonical("a  b") == sha256_canonical("a\nb ") != sha256_canonical("ab")


AWKWARD = "aZ \n\r\t\x0c\x07か[“\u00a0\u00ad\u200b\ufeff\u2028\u212b\u0958\U0001d15e"
AWKWARD += "\u0301\u0327\u0344\u3099\u1112\u1161\u11ab"


@given(st.text(st.sampled_from(AWKWARD), max_size=24))
def test_any_mixture_is_normalised_and_every_visible_character_leads_back_to_its_own(decoded):
    source = source_text("t.txt", decoded)
    assert unicodedata.is_normalized("NFC", source.text)
    assert not set(source.text) & set("\r\u00ad\u200b\ufeff\x0c\u00a0\u2028\x07")
    for offset, character in enumerate(source.text):
        if character in "Z[“":
            assert decoded[source.origin(offset)] == character


@given(st.text(st.sampled_from(AWKWARD), max_size=24))
def test_normalising_twice_changes_nothing_more(decoded):
    once = source_text("t.txt", decoded).text
    assert source_text("t.txt", once).text == once
