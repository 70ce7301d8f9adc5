"""The form above the text, its lines understood by their neighbours."""

import pytest

TEXT = "The river commission has asked for three boats and the people will come tomorrow."


@pytest.fixture
def cells(zones):
    """Zone and words of what stands above the text."""
    return lambda form: zones(f"{form}\n{TEXT}\nORLEN\n")[:-2]


@pytest.fixture
def kinds(divided):
    """Words and attribute of what stands above the text."""

    def read(form: str):
        text, _ = divided(f"{form}\n{TEXT}\nORLEN\n")
        return {text.words(part): dict(part.attributes) for part in text.segments[:-2]}

    return read


def test_an_address_on_several_lines(cells):
    form = "SECRET\nTo\nMinistry of Waters\nMinister B e l s k y\nB e r l i n\nRe: boats"
    assert cells(form)[1:] == [
        ("address", "To"),
        ("address", "Ministry of Waters"),
        ("address", "Minister B e l s k y"),
        ("address", "B e r l i n"),
        ("field", "Re: boats"),
    ]


def test_an_office_goes_on_below_and_has_a_street(cells):
    assert cells("Embassy of the Republic of Karsa\nin the Union of Veltava\n14 Melchett Street, Veltava\nSECRET")[
        :2
    ] == [
        ("office", "Embassy of the Republic of Karsa in the Union of Veltava"),
        ("field", "14 Melchett Street, Veltava"),
    ]


def test_a_labelled_time_with_rooms_after_it(cells):
    assert cells("SECRET\nProcessed: 11.VIII.56 21:00 Office of the President, G, Ku, 4")[1:] == [
        ("dateline", "Processed: 11.VIII.56 21:00"),
        ("field", "Office of the President, G, Ku, 4"),
    ]


def test_who_drafted_and_checked_above_the_text(cells):
    assert cells("SECRET\nCreated by Se 14.30\nChecked by [unknown signature]")[1:] == [
        ("production", "Created by Se 14.30"),
        ("production", "Checked by [unknown signature]"),
    ]


def test_the_sending_office_with_its_number(kinds):
    found = kinds("SECRET\nSent by: Karsan Embassy in Veltava, No. 518")
    assert found["Sent by: Karsan Embassy in Veltava,"] == {"role": "origin"}
    assert found["No. 518"] == {"type": "cable"}


def test_the_number_it_came_in_by_is_its_number_if_it_has_no_other(kinds):
    assert kinds("SECRET\nIncoming No. 27")["Incoming No. 27"] == {"type": "cable"}
    assert kinds("CIPHERED TELEGRAM No. 5\nIncoming No. 27")["Incoming No. 27"] == {"type": "incoming"}


def test_a_date_after_the_place_of_origin_is_that_of_sending(kinds):
    assert kinds("SECRET\nFrom Veltava. 20 February 1948")["20 February 1948"] == {"type": "sent"}


def test_a_greeting_with_a_comma_right_above_the_text(zones):
    assert zones(f"SECRET\nComrade Belsky,\n{TEXT}\nORLEN")[1] == ("salutation", "Comrade Belsky,")


def test_an_address_above_further_lines_is_no_greeting(cells):
    assert cells("SECRET\nComrade Belsky,\nURGENT")[1] == ("address", "Comrade Belsky,")


def test_number_weekday_and_hour_open_the_text(zones, described):
    form = "TELEGRAM\nRECEIVED\nFROM THE EMBASSY IN KARSA\nON/26/27/VII/62\nCONFIDENTIAL–URGENT\nDAC/DAS/DPo/600.(20)"
    source = f"{form}\nVisit of the President. Boats.\n204 – THURSDAY – 18hs15 – {TEXT}\nJOSEF NEMO"
    assert [zone for zone, _ in zones(source)] == [
        *("head", "field", "address", "dateline", "classification", "handling", "field", "field"),
        *("paragraph", "signature"),
    ]
    record = described(source)
    actions = {action.type: action for action in record.correspondences[0].actions}
    assert actions["sent"].date.value == "1962-07-26T18:15:00"
    assert actions["received"].date.value == "1962-07-27"
    assert [(kind, fact.value) for kind, fact in record.numbers] == [("cable", "204")]


@pytest.mark.parametrize("line", ["80. 10. 02.", "17 November 1953"])
def test_the_one_date_on_a_line_of_its_own_is_that_of_sending(kinds, line):
    assert kinds(f"SECRET\n{line}\nURGENT")[line] == {"type": "sent"}
    assert kinds(f"SECRET\nSent 3 May 1950\n{line}\nURGENT")[line] == {}


def test_a_letterspaced_place_before_a_date(kinds):
    assert kinds("SECRET\nP y o n g y a n g, 9 February 1968")["P y o n g y a n g, 9 February 1968"] == {"type": "sent"}


def test_roman_month_at_the_end_of_a_line_is_no_signature(cells):
    assert cells("SECRET\nN 91, sent 23:10 7.XII")[1:] == [("number", "N 91,"), ("dateline", "sent 23:10 7.XII")]


def test_a_day_in_quotation_marks_opens_no_text(zones):
    found = zones(f"“22” October 1957\nTo Comrade Belsky\n{TEXT}\nORLEN")
    assert found[0] == ("dateline", "“22” October 1957")


@pytest.mark.parametrize(
    "sentence",
    [
        "The sheet is to be given back to the Secretariat within seven days.",
        "[Translator’s note: " + "In the letters of this summer another name stands for him. " * 5 + "]",
    ],
)
def test_a_sentence_above_the_head_of_a_telegram_is_of_the_form(zones, sentence):
    found = zones(f"{sentence}\nTOP SECRET\nCIPHERED TELEGRAM No. 3\n{TEXT}\nORLEN")
    assert [zone for zone, _ in found] == [found[0][0], "classification", "head", "paragraph", "signature"]
    assert found[0][0] in ("unparsed", "field")


def test_a_sentence_above_an_address_is_the_text(zones):
    found = zones(f"{TEXT}\nTo Comrade Belsky\n{TEXT}\nORLEN")
    assert found[0] == ("paragraph", TEXT)


@pytest.mark.parametrize(
    "line",
    [
        "Excerpt from protocol No. 83 of the meeting of the Politburo of the CC",
        "Decision of 27 September 1951",
        "EXTRACT FROM MINUTES No. 4",
    ],
)
def test_the_head_of_a_decision(cells, line):
    assert cells(f"TOP SECRET\n{line}")[1] == ("field", line)


def test_recipients_above_the_text_go_on_on_the_next_line(cells):
    lines = "Distribution: Orlen - 2, Belsky - 1,\nTarn - 1, file of 8th."
    assert cells(f"SECRET\n{lines}")[1] == ("distribution", " ".join(lines.split()))
