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
