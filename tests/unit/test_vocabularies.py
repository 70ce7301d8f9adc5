"""Word lists: how forms match, and what a table of one's own adds."""

import pytest

from teicable.vocabularies import load, shipped

OWN = '[[handling]]\ncategory = "by-boat"\nforms = ["By boat", "By boat only"]\n'


def test_the_longest_form_wins():
    assert load([OWN])["handling"].match("By boat only.") == ("by-boat", 12)


@pytest.mark.parametrize("words", ["BY BOAT", "by  boat", "By\tboat", "By boat!", "By boat."])
def test_case_blanks_and_a_closing_mark_do_not_count(words):
    assert load([OWN])["handling"].full(words) == "by-boat"


@pytest.mark.parametrize("words", ["By boat and rail", "By boats", "Byboat", ""])
def test_a_form_with_more_than_that_is_not_the_form(words):
    assert load([OWN])["handling"].full(words) is None


def test_a_form_is_found_at_word_boundaries_only():
    table = load([OWN])["handling"]
    assert table.find("sent by boat to them") == ("by-boat", 5, 12)
    assert table.find("standby boat") is None
    assert table.find("by boats") is None


@pytest.mark.parametrize(
    ("words", "meaning", "end"),
    [
        ("a boat", "one", 6),
        ("A  BOATMAN", "two", 10),
        ("№ 5", "sign", 3),
        ("n 5", "sign", 3),
        ("a", None, 0),
        ("", None, 0),
    ],
)
def test_forms_that_begin_alike_with_short_words_or_a_sign_for_number(words, meaning, end):
    forms = {"one": "a boat", "two": "a boatman", "sign": "{no} 5"}
    rows = "".join(f'[[handling]]\ncategory = "{name}"\nforms = ["{form}"]\n' for name, form in forms.items())
    table = load([rows])["handling"]
    assert table.match(words) == ((meaning, end) if meaning else None)
    assert table.find(f"({words})") == ((meaning, 1, end + 1) if meaning else None)


def test_what_is_kept_of_letter_pairs_does_not_grow_without_bound():
    table = load([OWN])["handling"]
    for number in range(10_000):
        assert table.match(chr(0x4E00 + number) + "–") is None
    assert len(table._heads) <= 4000
    assert table.find("sent by boat to them") == ("by-boat", 5, 12)


def test_a_form_is_found_behind_one_that_ends_inside_a_word():
    assert load([OWN])["handling"].find("by boats and by boat") == ("by-boat", 13, 20)


def test_first_words_of_forms():
    assert load(['[[handling]]\ncategory = "x"\nforms = ["Vice-consul", "d’Affaires", "{no} 5", "• by hand"]'])[
        "handling"
    ].first_words == {"vice", "d"}


@pytest.mark.parametrize("sign", ["No.", "no", "Nos.", "№", "Nº", "N°", "Nr.", "#", "N."])
def test_every_sign_for_number(sign):
    assert shipped()["number"].match(f"Special {sign} 550") is not None


def test_a_table_of_an_edition_joins_the_shipped_one():
    both = load([OWN, '[[handling]]\ncategory = "urgent"\nforms = ["Urgent"]\n'])["handling"]
    assert (both.full("Urgent"), both.full("By boat")) == ("urgent", "by-boat")
    assert both.of("urgent").full("By boat") is None


def test_a_change_of_words_changes_the_digest():
    assert load([OWN]).digest != load([OWN.replace("boat", "rail")]).digest


def test_a_pattern_covers_the_whole_text():
    table = load(['[[sic]]\ntype = "sic"\npatterns = ["sic!?"]\n'])["sic"]
    assert table.whole("sic!") is not None
    assert table.whole("sick") is None
    assert table.whole("SIC") is None
    assert table.whole("SIC", blind=True) is not None


@pytest.mark.parametrize("further", ["(a)(b)", r"(x)\1", "(?i)zz", "(?P<n>q)(?P=n)"])
def test_the_first_pattern_counts_that_covers_the_text(further):
    more = "[[sic]]\ntype = 'no'\npatterns = ['5.*']"
    table = load([f"[[sic]]\ntype = 'sic'\npatterns = ['(?P<n>\\d+)a?', '{further}']\n{more}"])["sic"]
    meaning, found = table.whole("55a")
    assert (meaning, found["n"]) == ("sic", "55")
    assert table.whole("5th")[0] == "no"
    assert table.whole("th") is None


def test_a_pattern_may_refer_to_its_own_groups():
    table = load(["[[sic]]\ntype = 'sic'\npatterns = ['(a)b', '(.)x\\1']"])["sic"]
    assert table.whole("qxq") is not None
    assert table.whole("qxp") is None


def test_words_of_one_meaning_and_of_all():
    english = shipped()["english"]
    assert "the" in english.words("words", "function")
    assert "ambassador" not in english.words("words", "function")
    assert "ambassador" in english.words()


@pytest.mark.parametrize("word", ["to", "on", "do", "no", "by", "plan", "pod"])
def test_words_common_in_other_languages_too_do_not_make_a_bracket_english(word):
    assert word not in shipped()["english"].words("words", "function")


@pytest.mark.parametrize(
    ("words", "category"),
    [("T O P S E C R E T", "top-secret"), ("strictly confidential", "strictly-confidential"), ("SECRET", "secret")],
)
def test_grades(words, category):
    assert shipped()["classification"].full(words) == category
