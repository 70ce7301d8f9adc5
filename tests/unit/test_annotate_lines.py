"""Dates, numbers, copies, salutations, letterspacing and words divided at a line end."""

import pytest

from teicable.annotate import dates, distribution
from teicable.model.annotation import AnnotatedText, Attributes, Basis, Certainty, Segment, Zone
from teicable.model.source import source_text
from teicable.model.span import Span


def when(knowledge, words: str, zone: Zone, attributes: Attributes = (), **changes) -> list[tuple[str, str, Certainty]]:
    text = AnnotatedText(source_text("t.txt", words), (Segment(Span(0, len(words)), zone, attributes),))
    found = list(dates.annotate(text, knowledge(**changes)))
    return [(claim.get("type"), claim.get("when"), claim.certainty) for claim in found]


def test_a_labelled_line_says_what_happened(knowledge):
    sent = (("type", "sent"),)
    assert when(knowledge, "Sent 31.8.50 11:32", Zone.DATELINE, sent) == [
        ("sent", "1950-08-31T11:32:00", Certainty.HIGH)
    ]


def test_a_missing_year_is_taken_from_the_page_with_less_certainty(knowledge):
    assert when(knowledge, "31.8 17:27", Zone.DATELINE, year=1950) == [("", "1950-08-31T17:27:00", Certainty.MEDIUM)]


def test_without_such_a_year_it_stays_missing(knowledge):
    assert when(knowledge, "31.8 17:27", Zone.DATELINE) == [("", "--08-31", Certainty.HIGH)]


def test_in_running_text_the_year_of_the_page_is_never_added(knowledge):
    assert when(knowledge, "he left on 31 August", Zone.PARAGRAPH, year=1950) == [("", "--08-31", Certainty.HIGH)]


def test_a_date_that_fits_the_headline_only_the_other_way_round_is_turned(knowledge):
    line = "Dispatched on 11.05.1964 at 16:20"
    assert when(knowledge, line, Zone.DATELINE, day="1964-11-05") == [("", "1964-11-05T16:20:00", Certainty.MEDIUM)]
    assert when(knowledge, line, Zone.DATELINE, day="1964-05-11") == [("", "1964-05-11T16:20:00", Certainty.HIGH)]
    assert when(knowledge, "on 11.05.1964", Zone.PARAGRAPH, day="1964-11-05")[0][1] == "1964-05-11"


def test_a_time_behind_a_label_of_its_own(knowledge):
    assert when(knowledge, "DATE: 21/8/65     TIME: 1840", Zone.DATELINE)[0][1] == "1965-08-21T18:40:00"


def test_figures_that_add_up_to_the_total_count_copies(divided, knowledge):
    def counted(figures: str) -> list[str]:
        lines = "\n".join(f"{n} – Comrade {name}" for n, name in zip(figures, ("Orlen", "Nemo", "Tarn"), strict=True))
        text = divided(f"The river commission has asked for three boats.\nNEMO\nProduced in 4 copies:\n{lines}")[0]
        return [c.get("value") for c in distribution.annotate(text, knowledge()) if c.kind == "copies"]

    assert counted("121") == ["1", "2", "1"]
    assert counted("123") == []
    assert counted("131") == []


def test_recipients_that_a_note_lists(claims):
    words = (
        "[Translator’s note: Distribution for this cable is as follows: Comrades Orlen, Nemo (2 copies), Section V.]"
    )
    found = [pair for pair in claims(words, Zone.FIELD) if pair[0] in ("list-head", "recipient", "copies")]
    assert found == [
        ("list-head", "Distribution for this cable is as follows: Comrades"),
        ("recipient", "Orlen,"),
        ("recipient", "Nemo (2 copies),"),
        ("copies", "2"),
        ("recipient", "Section V."),
    ]


def test_a_note_that_goes_on_behind_its_list_claims_no_recipients(claims):
    words = "[Note: Distribution list: Orlen, Nemo. On the back of the second page all names of boats are noted.]"
    assert "recipient" not in [kind for kind, _ in claims(words, Zone.FIELD)]


def test_an_order_that_nothing_shows_makes_a_date_less_certain(knowledge):
    assert when(knowledge, "4.11.62", Zone.DATE, order_shown=False)[0][2] is Certainty.MEDIUM
    assert when(knowledge, "14.11.62", Zone.DATE, order_shown=False)[0][2] is Certainty.HIGH


def test_a_time_alone_counts_on_labelled_lines_only(knowledge):
    assert when(knowledge, "Sent 5:30", Zone.DATELINE)[0][1] == "05:30:00"
    assert when(knowledge, "he left at 5:30", Zone.PARAGRAPH) == []


@pytest.mark.parametrize("zone", [Zone.NUMBER, Zone.SHEET, Zone.RULE, Zone.HEADLINE])
def test_zones_without_dates(knowledge, zone):
    assert when(knowledge, "14.5.50", zone) == []


@pytest.mark.parametrize(
    ("words", "zone", "numbers"),
    [
        ("CIPHERED TELEGRAM No. 3305", Zone.HEAD, ["3305"]),
        ("Ciphered Telegrams No. 50450, 50470, and 50490", Zone.HEAD, ["50450", "50470", "50490"]),
        ("CABLE Nº 2220.", Zone.HEAD, ["2220"]),
        ("Special no. 550", Zone.NUMBER, ["550"]),
        ("Spec. No. 1643-1644", Zone.NUMBER, ["1643-1644"]),
        ("# 600428/sh", Zone.NUMBER, ["600428/sh"]),
        ("No. 10.815", Zone.NUMBER, ["10.815"]),
        ("RECORD OF A CONVERSATION", Zone.HEAD, []),
        ("he has 550 boats", Zone.PARAGRAPH, []),
    ],
)
def test_numbers(claims, words, zone, numbers):
    assert [found for kind, found in claims(words, zone) if kind == "number"] == numbers


@pytest.mark.parametrize(
    ("words", "quantity"),
    [("5 copies", "5"), ("Four copies printed", "4"), ("Number of copies made - 10", "10"), ("1 copy", "1")],
)
def test_a_stated_total(claim, words, quantity):
    assert claim("total", words, Zone.TOTAL).get("quantity") == quantity


def test_recipients_of_one_line(claims):
    assert list(claims("Copies: Nemo (2), Popa - 3, File", Zone.DISTRIBUTION)) == [
        ("list-head", "Copies:"),
        ("recipient", "Nemo (2),"),
        ("copies", "2"),
        ("recipient", "Popa - 3,"),
        ("copies", "3"),
        ("recipient", "File"),
    ]


def test_an_item_without_number_has_no_number_of_copies(claims):
    assert "copies" not in dict(claims("Comr. Nemo", Zone.RECIPIENT))


def test_who_typed_it(claim):
    found = claim("person", "Typed by Bantova on 14.10.50", Zone.PRODUCTION)
    assert (found.get("role"), found.basis) == ("typist", Basis.LAYOUT)


def test_nobody_typed_it(claims):
    assert "person" not in dict(claims("Typed by 5/MB", Zone.PRODUCTION))


def test_a_salutation_run_on_in_a_paragraph(claims):
    assert ("salutation", "Comrade Nemo!") in claims("Comrade Nemo! The boats are here.")


@pytest.mark.parametrize(
    "words", ["Three boats! They are here.", "Comrade Nemo!", "comrade Nemo has come! He is here."]
)
def test_no_salutation(claims, words):
    assert "salutation" not in dict(claims(words))


@pytest.mark.parametrize("words", ["S H T Y K O V", "B e r l i n"])
def test_letterspacing(claims, words):
    assert claims(words, Zone.SIGNATURE) == [("letterspaced", words)]


@pytest.mark.parametrize("words", ["A B C", "D D D", "A b", "I a m.x"])
def test_no_letterspacing(claims, words):
    assert "letterspaced" not in dict(claims(words, Zone.SIGNATURE))


def test_a_word_divided_at_a_line_end(claims):
    assert claims("the wag-\nons came") == [("divided", "-\n")]


@pytest.mark.parametrize("words", ["the anti-\nTank gun", "the boats -\nthree", "anti-tank", "1950-\n1951"])
def test_no_divided_word(claims, words):
    assert "divided" not in dict(claims(words))


def test_a_line_of_points_between_paragraphs_is_a_gap(converted):
    tei = converted("The boats are here and they wait.\n\n. . . . . .\n\nThe people will come to the town.\n\nORLEN\n")
    assert '<gap reason="editorial" ana="rule:lines basis:layout"><desc>. . . . . .</desc></gap>' in tei


@pytest.mark.parametrize(
    ("source", "number"),
    [
        (
            "795B.00/3–1251: Telegram\nThe Ambassador in Korea (Orlen) to the Secretary of State\n41. Saw him today.",
            "41",
        ),
        ("TELEGRAM\n346 – FRIDAY – 1800hs – The minister has asked for the boats and the people.", "346"),
        ("SECRET\n2077. The minister has asked for the boats and the people.", "2077"),
        ("SECRET\n1. The minister has asked for the boats and the people.", ""),
        ("CIPHERED TELEGRAM No. 12\n2077. The minister has asked for the boats and the people.", "12"),
    ],
)
def test_the_number_that_opens_the_text(described, source, number):
    found = [fact.value for kind, fact in described(source).numbers if kind == "cable"]
    assert found == ([number] if number else [])
