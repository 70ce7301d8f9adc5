"""Spellings of one word fold to one key; the key is never a word."""

from __future__ import annotations

import pytest

from teicable.languages.folding import MARK, is_spelt, key, keys, spellings, table

WORDS = [
    "obedineniiu ob\"edineniiu ob'edineniiu ob’edineniiu ob'yedineniyu объединению Объединению",
    "Vyshinsky Vyshinskii Vyshinskiy Vishinsky VYSHINSKY, Вышинский",
    "Khrushchev Khruschev Khrushchyov Хрущёв Хрущев",
    "Filippov Filipov Филиппов [Filippov]",
    "Dmitriev Dmitriyev Dmitrijev Дмитриев",
    "Yeltsin Eltsin Ельцин",
    "Aleksei Alexei Alexey Алексей",
    "Gottwald Gotwald",
]


@pytest.mark.parametrize("words", WORDS)
def test_spellings_of_a_word_meet(words):
    assert len({key(word) for word in words.split()}) == 1
    assert key(words.split()[0]).startswith(MARK)


@pytest.mark.parametrize(
    ("one", "other"), [("Molotov", "Malenkov"), ("Roshchin", "Rashin"), ("Kim", "Kem"), ("Shtykov", "Stykov")]
)
def test_names_that_differ_stay_apart(one, other):
    assert key(one) != key(other)


def test_what_cannot_be_folded_has_no_key():
    assert [key(word) for word in ("1950", "13.7.50", "—", "周恩来", "", "'")] == [""] * 6


def test_words_with_hyphens_have_the_keys_of_their_parts():
    assert list(keys("Mao Tse-tung")) == ["qxmao", "qxtsetung", "qxtse", "qxtung"]


def test_names_are_found_in_older_spellings():
    assert {"qxmao", "qxzedong", "qxtsetung"} < set(spellings(["Mao Zedong"]))
    assert {"qxchou", "qxenlai"} < set(spellings(["Zhou Enlai"]))
    assert set(spellings(["Vyshinsky"])) == {key("Vyshinskii")}


def test_which_words_may_be_spelt_otherwise():
    assert all(map(is_spelt, ["Filippov", "[Stalin]", 'ob"edineniiu', "ispolneniie’s", "müde"]))
    assert not any(map(is_spelt, ["country", "[in", "well-known", "“the", "—", "38th", ""]))


def test_the_table_is_all_that_folding_knows():
    """Folding by the table alone, as the script does it, gives the same."""
    known = table()
    assert set(known) == {"mark", "letters", "pairs", "vowels"}
    assert key("ЩУКА") == "qxschuka"
