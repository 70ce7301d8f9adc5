"""Brackets with a fixed vocabulary, each with a form that looks like it and is not."""

import pytest

from teicable.model.annotation import Certainty


def attributes(claim) -> dict[str, str]:
    return dict(claim.attributes)


@pytest.mark.parametrize(
    ("words", "number"), [("[Page 157]", "157"), ("[page 12a]", "12a"), ("[p. 12]", "12"), ("[p.7]", "7")]
)
def test_page(claim, words, number):
    assert attributes(claim("page", f"the boats {words} came")) == {"n": number}


@pytest.mark.parametrize("words", ["[Pages of history]", "[page]", "[pp. 3]", "[Page 157 is missing]"])
def test_no_page(claims, words):
    assert "page" not in dict(claims(f"the boats {words} came"))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[1 word illegible]", {"reason": "illegible", "unit": "word", "quantity": "1"}),
        ("[two lines illegible]", {"reason": "illegible", "unit": "line", "quantity": "2"}),
        ("[illegible]", {"reason": "illegible"}),
        ("[several words illegible]", {"reason": "illegible", "unit": "word"}),
        ("[illegible signature]", {"reason": "illegible"}),
        ("[one sign illegible]", {"reason": "illegible", "unit": "character", "quantity": "1"}),
        ("[3 lines not declassified]", {"reason": "redacted", "unit": "line", "quantity": "3"}),
        ("[page missing]", {"reason": "missing", "unit": "page"}),
        ("[…]", {"reason": "editorial"}),
        ("[. . .]", {"reason": "editorial"}),
        ("[text omitted]", {"reason": "editorial"}),
    ],
)
def test_gap(claim, words, expected):
    assert attributes(claim("gap", f"he said {words} and left")) == expected


@pytest.mark.parametrize("words", ["[an illegible man]", "[illegible to all but him]", "[the missing man]", "[..]"])
def test_no_gap(claims, words):
    assert "gap" not in dict(claims(f"he said {words} and left"))


@pytest.mark.parametrize("mark", ["[sic]", "[SIC]", "[sic!]"])
def test_sic_vouches_for_the_word_before_it(claims, mark):
    assert claims(f"the word Gorgarin {mark} is") == [("sic", "Gorgarin"), ("note", mark)]


def test_sic_without_a_word_before_it_is_a_note_alone(claims):
    assert claims("[sic] the boats") == [("note", "[sic]")]


@pytest.mark.parametrize("words", ["[sick]", "[sic transit]"])
def test_no_sic(claims, words):
    assert "sic" not in dict(claims(f"the man {words} lay"))


def test_doubt_makes_the_word_before_it_unclear(claims, claim):
    assert claims("it was ten [?] men") == [("unclear", "ten"), ("note", "[?]")]
    assert claim("unclear", "it was ten [??] men").certainty is Certainty.LOW


def test_a_question_is_no_doubt(claims):
    assert "unclear" not in dict(claims("the man [who?] came"))


@pytest.mark.parametrize("words", ["[stamp: Incoming No. 7]", "[Round stamp: VRA]", "[seal of the ministry]"])
def test_stamp(claims, words):
    assert claims(f"so it is {words}") == [("stamp", words)]


@pytest.mark.parametrize("words", ["[stamp collection]", "[stamps: three]", "[sealed]"])
def test_no_stamp(claims, words):
    assert "stamp" not in dict(claims(f"so it is {words}"))


def test_handwriting(claim):
    assert attributes(claim("handwritten", "[handwritten: 291/ag]")) == {"hand": "#hand1"}


@pytest.mark.parametrize("words", ["[handwritten:]", "[Handwritten]"])
def test_an_announcement_of_handwriting_is_a_note(claim, words):
    assert attributes(claim("note", f"{words} 291/ag")) == {"type": "editorial"}


def test_a_hand_is_no_handwriting(claims):
    assert "handwritten" not in dict(claims("it went [by hand] there"))


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("[trans. note--‘Nemo’ was a cover name]", "translator"),
        ("[Translator’s note: there are two]", "translator"),
        ("[in the evening–trans.]", "translator"),
        ("[Ed. note: not found]", "editorial"),
        ("[in a column of 25 October-ed.]", "editorial"),
        ("[signature]", "editorial"),
        ("[see document 3]", "editorial"),
    ],
)
def test_note(claim, words, kind):
    assert attributes(claim("note", f"he said {words} so"))["type"] == kind


@pytest.mark.parametrize("words", ["[noted by all]", "[the translator]", "[see them]", "[signatures of all]"])
def test_no_note(claims, words):
    assert "note" not in dict(claims(f"he said {words} so"))


def test_correction_of_a_number(claims):
    assert set(claims("on the 16 [17] he left")) == {("choice", "16 [17]"), ("sic", "16"), ("corr", "[17]")}


@pytest.mark.parametrize("words", ["16 [170] men", "16[17]", "sixteen [17] men", "16 [x7]", "16 and [17]"])
def test_no_correction(claims, words):
    assert "corr" not in dict(claims(words))


def test_doubled_brackets_hold_what_was_struck_out(claim):
    found = claim("deleted", "[[Two]] Four boats")
    assert (found.left, found.right, found.certainty) == (2, 2, Certainty.LOW)


@pytest.mark.parametrize(("words", "letters"), [("2[[0]] February", "[[0]]"), ("Dash[[r]]ov", "[[r]]")])
def test_doubled_brackets_inside_a_word_are_an_uncertain_letter(claims, words, letters):
    assert ("uncertain", letters) in claims(words)


def test_brackets_that_only_touch_are_not_doubled(claims):
    assert "deleted" not in dict(claims("[[Two] and] Four boats"))


def test_a_lone_bracket_is_reported_where_it_stands(reports):
    assert reports("the boats\nare ] there") == [("A003", 2, 5)]
    assert reports("the [ boats") == [("A003", 1, 5)]
    assert reports("the [boats) went") == [("A003", 1, 5), ("A003", 1, 11)]


def test_a_lone_parenthesis_is_nobodys_business(reports):
    assert reports("a) the boats (of them") == []


def test_a_bracket_that_no_rule_understands_is_reported(reports):
    assert reports("the boats [grimble] went") == [("A002", 1, 11)]


def test_many_of_them_are_counted(reports):
    found = reports("[grimble] " * 80)
    assert [code for code, *_ in found] == ["A002"] * 51


def test_brackets_nested_out_of_all_measure_do_not_stop_a_conversion(converted):
    assert "[and " * 12 in converted("The boats are here. " + "[and " * 40 + "]" * 40 + " of the town.")
