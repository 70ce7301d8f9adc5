"""Facts: each from where it stands, and absent where the source is silent."""

import pytest

TEXT = "The river commission has asked for three boats and the people will come tomorrow."


def test_what_the_source_does_not_say_is_absent(described):
    record = described(f"{TEXT}\n")
    assert (record.title, record.date, record.doctype, record.language) == (None, None, None, None)
    assert (record.numbers, record.classification, record.handling) == ((), (), ())


def test_the_headline_date_comes_first(described):
    record = described(f"14 May 1950\nCable, Orlen to Belsky\nSent 5:30 am, 15 May 1950\n{TEXT}\nORLEN")
    assert (record.date.value, record.title.value) == ("1950-05-14", "Cable, Orlen to Belsky")


@pytest.mark.parametrize(
    ("form", "date"),
    [
        ("Received 16.5.50 3:00\nSent 15.5.50 4:00", "1950-05-15"),
        ("Received 16.5.50 3:00", "1950-05-16"),
        ("Sent 31.8 17:27", None),
    ],
)
def test_without_headline_the_date_is_that_of_sending(described, form, date):
    record = described(f"{form}\n{TEXT}\nORLEN")
    assert (record.date.value if record.date else None) == date


def test_numbers_markings_and_kind(described):
    record = described(f"CIPHERED TELEGRAM No. 3305\nTOP SECRET\nSPECIAL\nSpecial no. 550\n{TEXT}\nORLEN")
    assert [(kind, fact.value) for kind, fact in record.numbers] == [("cable", "3305"), ("special", "550")]
    assert [fact.value for fact in (record.doctype, *record.classification, *record.handling)] == [
        "ciphered-telegram",
        "top-secret",
        "special",
    ]


def test_a_marking_stated_twice_is_one_fact(described):
    assert len(described(f"TOP SECRET\nTop Secret\n{TEXT}\nORLEN").classification) == 1


def test_the_kind_may_stand_in_the_headline_only(described):
    record = described(f"14 May 1950\nTelegram from Orlen to Belsky\n{TEXT}\nORLEN")
    assert (record.doctype.value, record.doctype.surface) == ("telegram", "Telegram")


def test_quoted_words_show_the_language_of_the_original(described):
    record = described(f"{TEXT} He spoke of it [pri etom bylo ogovoreno].\nORLEN")
    assert (record.language.value, record.languages) == ("ru", ("ru-Latn",))


def test_two_languages_show_none(described):
    record = described(f"{TEXT} He spoke of it [pri etom bylo ogovoreno] and [안녕].\nORLEN")
    assert record.language is None


def test_the_language_stated_by_credits_comes_before_that_of_quoted_words(described):
    credit = "APRF, f. 3, op. 1. Translated from Polish by Ann Tarn."
    source = f"{TEXT} He spoke of it [pri etom bylo ogovoreno].\nORLEN\n{credit}"
    record = described(source)
    assert (record.language.value, record.language.basis) == ("pl", "stated")


def test_further_shelfmarks_are_those_of_copies(described):
    record = described(f"{TEXT}\nORLEN\nAPRF, f. 3, op. 1, d. 2; AVP RF, f. 7, op. 2, p. 8\n")
    assert [(mark.repository, mark.certainty) for mark in record.shelfmarks] == [("APRF", "high"), ("AVP RF", "high")]
