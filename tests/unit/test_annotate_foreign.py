"""Words of the original: few, and never an English phrase among them."""

import pytest

from teicable.annotate.foreign import verdict
from teicable.vocabularies import shipped

ENGLISH = [
    "to accept the plan",
    "on the other hand",
    "do not",
    "to be",
    "plan",
    "pod",
    "most",
    "a most generous one",
    "zone",
    "shifts",
    "kolkhoz",
    "reconnaissance",
    "anti-tank guns",
    "Moscow time",
    "unofficial",
    "tie-ups",
    "state-owned shops",
    "six months’ supply",
    "railways",
    "yesterday's",
    "kitchens",
    "shipyards at Karsa",
    "trusts",
    "military-political",
]


@pytest.mark.parametrize("words", ENGLISH)
@pytest.mark.parametrize("original", ["", "ru", "pl", "de"])
def test_english_never_becomes_foreign(claims, words, original):
    assert "foreign" not in dict(claims(f"they went [{words}] there", original=original))


@pytest.mark.parametrize(
    "words",
    ["pristupit k obiednineniiu", "obiedinenie", "pri etom bylo ogovoreno", "pod’yekhal", "ispolneniie", "chto delat’"],
)
def test_romanised_russian(claim, words):
    assert claim("foreign", f"they went [{words}] there", original="ru").get("xml:lang") == "ru-Latn"


@pytest.mark.parametrize(
    ("words", "code"),
    [("Привет", "ru"), ("안녕", "ko"), ("中国 人民", "zh"), ("ひらがな", "ja"), ("и так далее", "ru")],
)
def test_script_decides(claim, words, code):
    assert claim("foreign", f"they said [{words}] then").get("xml:lang") == code


def test_cyrillic_is_that_of_the_original(claim):
    assert claim("foreign", "they said [здравей] then", original="bg").get("xml:lang") == "bg"


def test_a_foreign_word_among_english_ones_is_not_a_foreign_phrase(claims):
    assert "foreign" not in dict(claims("they said [Привет or hello to all of them] then"))


@pytest.mark.parametrize("words", ["Nemo Nikto", "Sovkhoz", "3 pristupit", "rod", "12"])
def test_names_numbers_and_single_short_words_are_left_to_an_editor(claims, words):
    assert "foreign" not in dict(claims(f"they said [{words}] then", original="ru"))


def test_the_language_of_the_document_weighs_more():
    words = ("obiedinenie",)
    plain, own = (verdict(words, shipped(), origin) for origin in ("", "ru"))
    assert plain is not None
    assert own is not None
    assert (plain.code, own.code) == ("ru-Latn", "ru-Latn")
    assert own.over_english > plain.over_english
    assert own.over_second > plain.over_second


def test_only_square_brackets_quote_the_original(claims):
    assert "foreign" not in dict(claims("they went (pristupit k obiednineniiu) there", original="ru"))
