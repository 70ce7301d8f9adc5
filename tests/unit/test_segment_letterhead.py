"""The form above the text, cell by cell."""

import pytest

TEXT = "The river commission has asked for three boats and the people will come tomorrow."


@pytest.fixture
def cells(zones):
    """Zone and words of what stands above the text."""
    return lambda form: zones(f"{form}\n{TEXT}\nORLEN\n")[:-2]


@pytest.mark.parametrize(
    ("line", "zone"),
    [
        ("MFA USSR", "office"),
        ("Tenth Department", "office"),
        ("River Commission", "office"),
        ("TOP SECRET", "classification"),
        ("T O P S E C R E T", "classification"),
        ("Making copies is prohibited", "handling"),
        ("SPECIAL", "handling"),
        ("CIPHERED TELEGRAM No. 3305", "head"),
        ("CABLE Nº 2220", "head"),
        ("Special no. 550", "number"),
        ("Spec. No. 1643-1644", "number"),
        ("Copy No. 1", "number"),
        ("Received:", "field"),
        ("Sent 5:30 am, 14 May 1950", "dateline"),
        ("Received 31.8 17:27", "dateline"),
        ("VELTAVA", "address"),
        ("Destination: VELTAVA", "address"),
        ("To Comrade Belsky", "address"),
        ("TO THE SOVIET AMBASSADOR", "address"),
        ("*****", "rule"),
        ("113", "sheet"),
        ("8th Department of the General Staff of the Armed Forces of the USSR", "office"),
        ("3RD UNIT", "office"),
        ("From Correspondent 20", "address"),
        ("- D D D -", "handling"),
        ("To be burned after reading", "handling"),
        ("(Special Folder)", "handling"),
        ("Decoded: 25.10.1962", "dateline"),
        ("Telegram Number 163/64", "number"),
        ("[Incoming] No. 2071", "number"),
        ("Typed by Orlova on 10/14/50 at 13:30 p.m.", "production"),
        ("Excerpts to: Cdes. Belsky, Nemo", "distribution"),
        ("DATE: 21/8/65 TIME: 1840", "dateline"),
        ("“22” October 1957", "dateline"),
        ("TO: MINKAR [Ministry of Karsa], Veltava, for Comrade Minister [R. Orlen] – copy “M”", "address"),
        ("Moscow – Ambassador", "address"),
        ("Pyongyang. To Comrade Shtykov.", "address"),
        ("BEIJING--", "address"),
        ("NEWSFLASH!", "head"),
        ("Special Nos. 604-605", "number"),
        ("Copy Nº only", "number"),
        ("To my [telegram] No. 2967 (vkh. No. 20757)", "field"),
        ("In addition to my Nº 2390", "field"),
        ("Our ref.: 512", "field"),
        ("Sent to the 8th Department of the General Staff 31.8 17:35", "dateline"),
        ("Arrived at the 8D/GS on 31.8.50 at 17:40", "dateline"),
        ("Came into the Deciphering Department on 10.24.1962 at 9:00", "dateline"),
        ("26.X 62. at 07.00 (?)", "dateline"),
        ("Distributed 12.8.56", "dateline"),
        ("Distributed to: Comrade Belsky, file", "distribution"),
        ("DDD", "handling"),
        ("D", "handling"),
        ("Out of turn", "handling"),
    ],
)
def test_lines_of_a_form(cells, line, zone):
    assert cells(f"TOP SECRET\n{line}")[1:] == [(zone, line)]


def test_cells_of_one_line(cells):
    assert cells("VELTAVA Only by ciphered telegraph") == [
        ("address", "VELTAVA"),
        ("handling", "Only by ciphered telegraph"),
    ]


def test_cells_run_together_after_a_full_stop(cells):
    assert cells("From Veltava.Sent 31.8.50 11:32") == [
        ("address", "From Veltava."),
        ("dateline", "Sent 31.8.50 11:32"),
    ]


def test_cells_of_a_lost_table_fall_apart_where_a_known_word_begins(cells):
    assert cells("SOVIET AMBASSADORSent 03:15") == [("address", "SOVIET AMBASSADOR"), ("dateline", "Sent 03:15")]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("From Pyongyang To Belsky", [("address", "From Pyongyang"), ("address", "To Belsky")]),
        (
            "From…Saigon……dispatched on 29.5.63 at 6:50 hours",
            [("address", "From…Saigon……"), ("dateline", "dispatched on 29.5.63 at 6:50 hours")],
        ),
        (
            "to Cde. Molotov (by cipher), 3rd unit",
            [("address", "to Cde. Molotov (by cipher),"), ("office", "3rd unit")],
        ),
        ("CONFIDENTIAL—URGENT", [("classification", "CONFIDENTIAL—"), ("handling", "URGENT")]),
    ],
)
def test_cells_of_other_lines(cells, line, expected):
    assert cells(f"TOP SECRET\n{line}")[1:] == expected


def test_a_time_and_the_date_alone_on_the_next_line_are_one(cells):
    assert cells("Sent 03:15\n13.7.50") == [("dateline", "Sent 03:15 13.7.50")]


def test_a_dated_line_is_not_joined_to_the_next(cells):
    assert [zone for zone, _ in cells("Sent 03:15 12.7.50\n13.7.50")] == ["dateline", "dateline"]


def test_several_numbers_of_one_text(cells):
    line = "Ciphered Telegrams No. 50450, 50470, and 50490"
    assert cells(line) == [("head", line)]


def test_a_line_no_word_of_which_is_known_is_left_to_an_editor(divided):
    _, found = divided(f"TOP SECRET\nUnheard line of form\nSent 5:30\n{TEXT}\nORLEN\n")
    assert [(d.code, d.location.line, d.location.column) for d in found] == [("S101", 2, 1)]


def test_a_cable_may_begin_with_its_salutation(zones):
    assert zones(f"Comrade Belsky!\n{TEXT}")[0] == ("salutation", "Comrade Belsky!")


def test_a_grade_with_an_exclamation_mark_is_no_salutation(cells):
    assert cells("Strictly Confidential!") == [("classification", "Strictly Confidential!")]


def test_the_form_ends_where_a_sentence_begins(zones):
    assert [zone for zone, _ in zones(f"TOP SECRET\n{TEXT}\nSECRET boats are none of ours.\nORLEN")][:3] == [
        "classification",
        "paragraph",
        "paragraph",
    ]


def test_a_wrapped_paragraph_directly_below_the_form(zones):
    wrapped = (
        "The commission has asked us for three boats of the\nlarger kind, and the people are to come to the town.\n"
    )
    found = zones(f"TOP SECRET\n{wrapped}{TEXT}\nORLEN")
    assert "unparsed" not in [zone for zone, _ in found]


def test_the_first_line_of_a_wrapped_paragraph_is_no_office(zones):
    text = (
        "To Comrade Belsky\n\nI report that the people of the harbour administration have inspected\n"
        "the boats together with our own men, and that two of them will have to be\n"
        "brought to the other side of the river before the ice comes down, for the\n"
        "administration has no place where they could be repaired in winter.\n\nORLEN\n"
    )
    assert [zone for zone, _ in zones(text)] == ["address", "paragraph", "signature"]


def test_a_day_behind_a_number_is_no_second_number(cells):
    assert cells("No. 885, 2 November 1956") == [("number", "No. 885,"), ("dateline", "2 November 1956")]
    assert cells("Sent: 4 November 1958, 18.30") == [("dateline", "Sent: 4 November 1958, 18.30")]


def test_a_title_that_names_an_office_is_none(cells):
    line = "517. Telegram From the Embassy in Karsa to the Department of State"
    assert cells(f"TOP SECRET\n{line}") == [("classification", "TOP SECRET"), ("unparsed", line)]
