"""English words that a translator supplied."""

import pytest


@pytest.mark.parametrize(
    "words",
    [
        "volunteers",
        "draft",
        "Vietnamese",
        "proposed",
        "bicycle",
        "spinning",
        "a second",
        "idle chatter",
        "Burmese",
        "though",
    ],
)
@pytest.mark.parametrize("origin", ["", "ru", "pl"])
def test_english_words_are_supplied(claims, words, origin):
    assert ("supplied", f"[{words}]") in claims(f"they saw the [{words}] there", likely=origin)


@pytest.mark.parametrize(
    "words",
    [
        "rod",
        "pod",
        "Stone",
        "Zedong",
        "kolkhoz",
        "modus vivendi",
        "underlined",
        "laughter",
        "Northern Star",
        "vol.",
        "x",
    ],
)
def test_names_remarks_and_short_words_stay_open(claims, words):
    assert "supplied" not in dict(claims(f"they saw the [{words}] there"))


def test_a_capital_opens_a_sentence(claims):
    assert ("supplied", "[Volunteers]") in claims("They went. [Volunteers] came back.")
    assert "supplied" not in dict(claims("they saw [Volunteers], they said"))


@pytest.mark.parametrize(
    "words",
    [
        "the Soviet [co-chairman’s representative, Ambassador Ivan] Nemoff is for it",
        "the Canadian [colleague, George] Nemo waits",
        "only [Politburo member] Nemo came",
        "then [Colonel Abd al-Nemo] al-Quast came",
        "the ambassador, [Roger] du Quast, has it",
        "they march with the [neo-]royalists",
        "[GRADE:] URGENT",
        "What [Nemek] said was this. Nemek is old.",
        "Our view: [Nemek’s] mood was warm. Nemek is old.",
        "the points of Fidel [Castro] again",
    ],
)
def test_who_somebody_is_and_names_that_the_text_has(claims, words):
    assert "supplied" in dict(claims(words))


def test_an_abbreviation_made_of_first_letters_is_expanded(claims):
    assert "choice" in dict(claims("they told MINKOM [Ministry of Communications] so"))


def test_a_name_that_looks_english_is_not_supplied(claims):
    assert "supplied" not in dict(claims("The ambassador, Ho Ying [He Ying], left"))
