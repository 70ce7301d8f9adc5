"""Brackets that explain, complete or supply."""

import pytest

from teicable.model.annotation import Certainty


def found(claims, words: str, **changes) -> set[tuple[str, str]]:
    return set(claims(words, **changes))


@pytest.mark.parametrize(
    ("words", "name", "note"),
    [
        ("Gromov [Orlen]", "Gromov", "[Orlen]"),
        ("GROMOV [ORLEN]", "GROMOV", "[ORLEN]"),
        ("Gromov (Orlen)", "Gromov", "(Orlen)"),
        ("Orlen [Gromov]", "Orlen", "[Gromov]"),
        ("Orlen (Gromov)", "Orlen", "(Gromov)"),
        ("Fen Si [Viktor Orlen]", "Fen Si", "[Viktor Orlen]"),
    ],
)
def test_cover_name_and_person_in_either_order(claims, claim, words, name, note):
    assert {("person", name), ("note", note)} <= found(claims, f"and {words} said")
    assert claim("note", f"and {words} said").get("type") == "identity"


def test_two_glosses_in_one_bracket_are_two_notes(claims):
    assert {("note", "[FEN SI"), ("note", "Orlen]")} <= found(claims, "Gromov [FEN SI; Orlen]")


@pytest.mark.parametrize("words", ["Orlen (Belsky)", "Belsky (Anton Belsky)", "Nobody (Orlen)", "boats (three)"])
def test_parentheses_without_a_cover_name_are_the_senders_own(claims, words):
    assert "note" not in dict(claims(f"and {words} said"))


def test_a_bracket_naming_somebody_else_is_not_believed(claims, reports):
    assert "note" not in dict(claims("and Gromov [Belsky] said"))
    assert [code for code, *_ in reports("and Gromov [Belsky] said")] == ["A002"]


@pytest.mark.parametrize("words", ["Li Yun-ho [Li Yunho]", "Veltava [Weltawa]"])
def test_two_known_spellings_of_one_name(claim, words):
    assert claim("note", f"in {words} then").get("type") == "variant"


def test_an_unknown_spelling_that_sounds_alike_is_less_certain(claim):
    note = claim("note", "and Li Yun-ho [Li Yon Ho] said")
    assert (note.get("type"), note.certainty) == ("variant", Certainty.MEDIUM)


def test_a_name_that_sounds_otherwise_is_no_spelling(claims):
    assert "note" not in dict(claims("in Karsa [Weltawa] then"))


@pytest.mark.parametrize(
    ("words", "whole", "letters"),
    [
        ("c[omrade] Nemo", "c[omrade]", "[omrade]"),
        ("Com[rade] Nemo", "Com[rade]", "[rade]"),
        ("W. R.[ostov] said", "R.[ostov]", "[ostov]"),
        ("com[munist]s", "com[munist]s", "[munist]"),
    ],
)
def test_a_clipped_word_is_expanded(claims, words, whole, letters):
    assert {("expansion", whole), ("letters", letters)} <= found(claims, words)


def test_an_ending_added_to_a_whole_word_is_supplied(claims):
    assert claims("the crane[s] stood") == [("supplied", "[s]")]


@pytest.mark.parametrize(
    ("short", "full"),
    [
        ("KPA", "Korean People’s Army"),
        ("CC", "Central Committee"),
        ("MTS", "machine-tractor station"),
        ("L.A.", "Latin America"),
    ],
)
def test_an_abbreviation_and_its_full_form(claims, short, full):
    assert {("choice", f"{short} [{full}]"), ("full", f"[{full}]")} <= found(claims, f"of the {short} [{full}] there")


@pytest.mark.parametrize(
    "words", ["KPA [Kingdom of Peru]", "the [Central Committee]", "Kpa [Korean People’s Army]", "A [Army]"]
)
def test_initials_that_disagree_expand_nothing(claims, words):
    assert "choice" not in dict(claims(f"men of {words} there"))


@pytest.mark.parametrize("words", ["[Foreign Minister] Pak", "[North] Nemoria", "[Liu] Shaoqi", "[N.V.] Nemo"])
def test_words_supplied_before_a_name(claims, words):
    bracket = words[: words.index("]") + 1]
    assert ("supplied", bracket) in claims(f"said {words} then")


@pytest.mark.parametrize("words", ["Chairman [Nemo]", "Ambassador Jiao [Ruoyu]", "Comrade [Nemo]"])
def test_a_name_supplied_after_a_role(claims, words):
    assert ("supplied", words[words.index("[") :]) in claims(f"and {words} said")


@pytest.mark.parametrize("words", ["river [Ruoyu]", "Long River [Ruoyu Po]"])
def test_a_name_after_no_role_is_a_question_for_an_editor(claims, words):
    assert "supplied" not in dict(claims(f"and {words} said"))


@pytest.mark.parametrize("words", ["7 January [1950]", "April 16 [1950]", "the 22 [November]"])
def test_a_year_or_month_supplied(claims, words):
    assert ("supplied", words[words.index("[") :]) in claims(f"on {words} he left")


@pytest.mark.parametrize("words", ["7 lions [1950]", "in 16 [1950] men"])
def test_a_number_after_no_date_is_not_supplied(claims, words):
    assert "supplied" not in dict(claims(f"and {words} he left"))


@pytest.mark.parametrize(
    "words",
    ["[and]", "[will be]", "[armed forces]", "[to accept the plan]", "[do not]", "[the Minister’s]", "[i.e. the plan]"],
)
def test_english_words_are_supplied(claims, words):
    assert claims(f"they went {words} there") == [("supplied", words)]


@pytest.mark.parametrize("words", ["[grimble]", "[kolkhoz]", "[?!]"])
def test_other_words_are_not(claims, words):
    assert "supplied" not in dict(claims(f"they went {words} there"))
