"""Brackets within brackets, slips of the typewriter, figures, names after common words, marks in other delimiters."""

import pytest

from teicable.annotate.bracket import brackets_in
from teicable.model.annotation import Zone
from teicable.model.span import Span
from teicable.segment import brackets, features


def spans(words):
    found, odd = brackets_in(words, Span(0, len(words)))
    return [bracket.span.of(words) for bracket in found if not bracket.round], [words[at] for at in odd]


def test_a_parenthesis_closes_what_nothing_else_closes():
    assert spans("he asked [for our view) of it") == (["[for our view)"], ["[", ")"])
    assert spans("he asked [1) for boats; 2) for men] there") == (["[1) for boats; 2) for men]"], [")", ")"])
    assert spans("he asked [for our view) of it] now") == (["[for our view) of it]"], [")"])


def test_an_open_bracket_ends_with_its_sentence():
    assert spans("an answer [before the end of the month.") == (["[before the end of the month"], ["["])
    assert spans("an [answer (to it) before the end.") == ([], ["["])
    assert spans(f"an answer [{'very ' * 30}late.") == ([], ["["])


@pytest.mark.parametrize(
    ("words", "bracket"),
    [
        ("ours of [30] July", "[30]"),
        ("the first half of [1962] there", "[1962]"),
        ("in 19[50] there", "[50]"),
        ("on 24.10 [24 October] there", "[24 October]"),
        ("with [14] tons of iron", "[14]"),
        ("the man there [Benerdzhi] was fed", "[Benerdzhi]"),
        ("together with [a note on] the boats", "[a note on]"),
        (
            "the president [Anton Belsky [trans. note: “the old man”]] listened",
            "[Anton Belsky [trans. note: “the old man”]]",
        ),
        ("he asked [for our view) of it", "[for our view)"),
        ("an answer [before the end of the month.", "[before the end of the month"),
    ],
)
def test_supplied(claims, words, bracket):
    assert ("supplied", bracket) in claims(words)


@pytest.mark.parametrize(
    "words", ["the man [Ruoyu] was fed", "the letter [A] is a class", "a state [Staatsgrenze] there"]
)
def test_not_supplied(claims, words):
    assert "supplied" not in dict(claims(words))


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("he said <illegible> there", "illegible"),
        ("he said <...> there", "editorial"),
        ("he said ***** there", "illegible"),
        ("he said (rest unreadable) there", "illegible"),
        ("checked by [unknown signature]", "illegible"),
        ("he said [torn] there", "missing"),
    ],
)
def test_gaps(claim, words, reason):
    assert claim("gap", words).get("reason") == reason


@pytest.mark.parametrize(
    "words", ["he said <b>this</b> there", "he said (it is not far) there", "he said *this* there"]
)
def test_no_gaps(claims, words):
    assert "gap" not in dict(claims(words))


@pytest.mark.parametrize(
    ("words", "type_"),
    [
        ("he left [In English in the original] then", "editorial"),
        ("he left [emphasis in original] then", "editorial"),
        ("he left [Translator’s comment: a pun] then", "translator"),
        ("he left (in May—our note) then", "authorial"),
        ("he left (the first. – Ed.) then", "editorial"),
        ("at 07.00 (?) then", "unclear"),
        ("men (sic) then", "sic"),
        ("in Karsa [or Karsava] then", "alternative"),
    ],
)
def test_notes(claim, words, type_):
    assert claim("note", words).get("type") == type_


def test_a_corrected_date_is_one_date(claims, reports):
    found = claims("he left on April 16 [17] for home")
    assert ("date", "April 16 [17]") in found
    assert ("corr", "[17]") in found


def test_an_abbreviation_may_be_described(claims):
    assert ("full", "[Veltavan news agency]") in claims("so the VTK [Veltavan news agency] said")
    assert "full" not in dict(claims("the US [military] aid came"))


@pytest.mark.parametrize("zone", [Zone.PARAGRAPH, Zone.SIGNATURE, Zone.ADDRESS])
def test_a_cover_name_that_is_also_a_town(claims, zone):
    assert ("note", "[NEMO]") in claims("To Comrade GORKY [NEMO]", zone)


def test_a_stamp_over_several_lines(zones):
    stamp = "[faded stamp: SECRETARIAT\nIncoming No. 8\n20 March 1956]"
    assert zones(f"{stamp}\nSECRET\nThe boats have come to the town.")[0][1] == " ".join(stamp.split())


def test_a_bracket_that_ends_within_a_line_joins_nothing(divided):
    text, _ = divided("[even by\nthose who] would go.\n")
    lines = features.lines_of(text.source)
    assert brackets.joined(lines) == lines


@pytest.mark.parametrize(
    ("headline", "gloss"),
    [
        ("Cable, Sever [Malin] to Orlen", "Malin"),
        ("Cable, Sever (Malin) to Orlen", "Malin"),
        ("Cable, Mao [Zedong] to Orlen", ""),
        ("Cable, Malin [Mahlin] to Orlen", ""),
        ("Telegram from the Veltavan Embassy in Moscow (Malin), 3 May", ""),
        ("Cable, Malin [Moscow] to Orlen", ""),
    ],
)
def test_a_headline_tells_another_name(converted, headline, gloss):
    page = f"May 3, 1951\n{headline}\nTOP SECRET\nThe boats have come to the town and the people are there.\nSEVER\n"
    header = converted(page).partition("<correspDesc>")[2].partition("</correspDesc>")[0]
    assert ("identity" in header) == bool(gloss)
    assert gloss in header


@pytest.mark.parametrize(
    ("before", "named"),
    [
        ("he told Nemo ", True),
        ("he told “Nemo”, ", True),
        ("said al-Nemo\n", True),
        ("w mieście łódź ", True),
        ("the volunteers ", False),
        ("Nemo left the ", False),
        ("in 1950 ", False),
        ("", False),
    ],
)
def test_a_name_can_stand_before_a_bracket_only_where_a_capital_does(before, named):
    words = f"{before}[Tarn]"
    ((bracket,), _) = brackets_in(words, Span(0, len(words)))
    assert bracket.capital_before is named
