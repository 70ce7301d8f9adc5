"""What stands below the text: signature, copies, who typed it."""

import pytest

TEXT = "The river commission has asked for three boats and the people will come tomorrow."


@pytest.fixture
def closing(zones):
    """Zone and words of what stands below two paragraphs."""
    return lambda end: zones(f"{TEXT}\n{TEXT}\n{end}")[2:]


@pytest.mark.parametrize(
    "line",
    ["GROMOV", "Gromov [Orlen]", "GROMOV [FEN SI; Orlen]", "G R O M O V", "Josef Nemo.", "[Orlen]"],
)
def test_signatures(closing, line):
    assert closing(line) == [("signature", line)]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("Signed: N. Popa", [("field", "Signed:"), ("signature", "N. Popa")]),
        ("/-/ Nemo", [("field", "/-/"), ("signature", "Nemo")]),
        ("Nemo 308", [("signature", "Nemo"), ("number", "308")]),
        ("24.5.51 NEMO", [("date", "24.5.51"), ("signature", "NEMO")]),
        ("13/5-50. Nemo", [("date", "13/5-50."), ("signature", "Nemo")]),
        ("Nemo 13.6.51", [("signature", "Nemo"), ("date", "13.6.51")]),
        ("6.XII.62 A. NEMO", [("date", "6.XII.62"), ("signature", "A. NEMO")]),
    ],
)
def test_what_stands_beside_a_signature(closing, line, cells):
    assert closing(line) == cells


@pytest.mark.parametrize(
    "line",
    [
        "G R O M O V E T S K I (R. Nemo)",
        "G R O M O V [NEMO)",
        "– 166 Orlen –",
        "– 12 chargés d’affaires –",
        "N. Nemo, m.p.",
    ],
)
def test_rarer_signatures(closing, line):
    assert closing(line) == [("signature", line)]


def test_office_and_name_on_one_line(closing):
    assert closing("Minister: (R. Nemo)") == [("field", "Minister:"), ("signature", "(R. Nemo)")]


def test_two_sentences_in_capitals_are_no_signature(closing):
    assert "signature" not in [zone for zone, _ in closing("THE FERRIES SAILED. END COMMENT.")]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("3 copies: 1 – Karsa; 2 and 3 – file.", ["3 copies:", "1 –", "Karsa;", "2 and 3 –", "file."]),
        ("Printed in 2 copies: Nº 1 – to the addressee, Nº 2 – to file", None),
        ("Two copies printed. No. 1 to Cde. Belsky. No. 2 to file.", None),
        ("Typed in two copies. Nº 2 to file.", ["Typed in two copies.", "Nº 2", "to file."]),
        ("Distribution: 1. Cde. Belsky, 2. Nemo, 3-4. file", None),
    ],
)
def test_a_copy_list_within_one_line(closing, line, cells):
    found = closing(f"NEMO\n{line}")[1:]
    zones = [zone for zone, _ in found]
    assert zones == ["distribution-head"] + ["label", "recipient"] * (len(zones) // 2)
    assert cells is None or [words for _, words in found] == cells


def test_numbers_that_do_not_count_up_are_no_copy_list(closing):
    assert "recipient" not in [zone for zone, _ in closing("NEMO\n3 copies: 2 – Karsa; 1 – file.")]


def test_closing_lines_above_notes_and_stamps(zones):
    below = "Spravka: The boats were sent to the commission on 2 February by the works in Karsa.\n[stamp: read]"
    found = zones(f"{TEXT}\n{TEXT}\nNEMO\n2 copies\n1 – Cde. Belsky\n2 – to file\n{below}")
    assert [zone for zone, _ in found[2:5]] == ["signature", "distribution-head", "label"]
    assert found[-1] == ("field", "[stamp: read]")


def test_small_words_in_the_head_of_a_list_only(closing):
    assert closing("NEMO\nTo be seen by: Comrade Orlen, Comrade Nagy T.")[1][0] == "distribution"


def test_initials_of_typists_are_no_recipient(closing):
    assert closing("NEMO\n2 copies: 1 – Karsa; 2 – file\n1 - HS/ok")[-1] == ("production", "1 - HS/ok")


def test_recipients_with_dotted_lines(closing):
    assert closing("NEMO\nDISTRIBUTION:\nMinister ........ 1\n“M” ........ 2")[2:] == [
        ("recipient", "Minister ........ 1"),
        ("recipient", "“M” ........ 2"),
    ]


def test_an_institution_signs_where_nobody_does(closing):
    assert closing("[Veltavan] Embassy in Karsa\n12 October 1956") == [
        ("signature", "[Veltavan] Embassy in Karsa"),
        ("date", "12 October 1956"),
    ]


def test_an_office_below_a_signature_does_not_sign(closing):
    assert [zone for zone, _ in closing("NEMO\nRiver Commission")] == ["signature", "office"]


def test_a_rank_above_or_below_a_signature(closing):
    assert closing("Minister plenipotentiary\n(B. Nemo)") == [
        ("field", "Minister plenipotentiary"),
        ("signature", "(B. Nemo)"),
    ]
    assert closing("Nemo\nAmbassador")[1] == ("field", "Ambassador")


@pytest.mark.parametrize("line", ["THE AMBASSADOR,", "Ambassador of the USSR in the DPRK", "Minister-Counsellor"])
def test_ranks(closing, line):
    assert closing(f"Nemo\n{line}")[1] == ("field", line)


def test_a_person_named_like_a_town_signs(closing):
    assert closing("SOKOLOV") == [("signature", "SOKOLOV")]


def test_place_and_date_below_the_text_are_no_sending(divided):
    text, _ = divided(f"{TEXT}\n{TEXT}\nNEMO\nBEIJING, 3 May 1951")
    assert (str(text.segments[-1].zone), text.segments[-1].attributes) == ("date", ())


def test_recipients_without_comrade_below_a_head_without_colon(closing):
    assert closing("NEMO\nSeen by\nPéter\nPuja")[1:] == [
        ("distribution-head", "Seen by"),
        ("recipient", "Péter"),
        ("recipient", "Puja"),
    ]


def test_names_of_recipients_go_on_below_a_comma(closing):
    assert closing("ORLEN\nCopies: Orlen (2), Belsky,\nNemo")[1:] == [
        ("distribution", "Copies: Orlen (2), Belsky, Nemo")
    ]


def test_a_sentence_is_no_signature(zones):
    assert zones(f"{TEXT}\nThey have left.")[-1] == ("paragraph", "They have left.")


def test_a_signature_date_and_copies(closing):
    assert closing("ORLEN\n13.1.51\n5 copies\nCopies: Orlen (2), Belsky\nTyped by Bantova\n") == [
        ("signature", "ORLEN"),
        ("date", "13.1.51"),
        ("total", "5 copies"),
        ("distribution", "Copies: Orlen (2), Belsky"),
        ("production", "Typed by Bantova"),
    ]


def test_a_numbered_copy_list_below_its_total(closing, groups):
    end = "ORLEN\n5 copies\n1. Comr. Orlen\n2. Comr. Belsky\n3. Copy\n"
    assert closing(end) == [
        ("signature", "ORLEN"),
        ("distribution-head", "5 copies"),
        ("label", "1."),
        ("recipient", "Comr. Orlen"),
        ("label", "2."),
        ("recipient", "Comr. Belsky"),
        ("label", "3."),
        ("recipient", "Copy"),
    ]
    assert groups(f"{TEXT}\n{end}", "copies") == ["5 copies / 1. / Comr. Orlen / 2. / Comr. Belsky / 3. / Copy"]


def test_a_copy_list_below_a_head(closing):
    assert closing("ORLEN\nCopies:\n1 - to Cde. Belsky\n2 - to file\n")[1:3] == [
        ("distribution-head", "Copies:"),
        ("label", "1 -"),
    ]


def test_the_day_of_a_date_is_no_number_of_a_copy(closing):
    assert closing("ORLEN\n6 copies\n22 March 1949\n") == [
        ("signature", "ORLEN"),
        ("total", "6 copies"),
        ("date", "22 March 1949"),
    ]


def test_a_numbered_paragraph_without_copies_above_it_is_text(zones):
    assert "recipient" not in [zone for zone, _ in zones(f"{TEXT}\n1. The first.\n2. The second.\nORLEN\n")]


def test_a_complimentary_close(closing):
    assert closing("With Bolshevik greetings.\nOrlen") == [
        ("salutation", "With Bolshevik greetings."),
        ("signature", "Orlen"),
    ]


def test_an_instruction_below_the_signature(closing):
    assert closing("ORLEN\nTelegraph fulfillment.") == [
        ("signature", "ORLEN"),
        ("instruction", "Telegraph fulfillment."),
    ]


def test_an_instruction_without_signature_belongs_to_the_text(zones):
    found = zones(f"{TEXT}\nTelegraph fulfillment.")
    assert found[-1] == ("instruction", "Telegraph fulfillment.")


def test_an_unknown_line_between_known_ones_is_left_to_an_editor(closing):
    assert closing("ORLEN\nRegistered under 5 by hand\n5 copies\n") == [
        ("signature", "ORLEN"),
        ("unparsed", "Registered under 5 by hand"),
        ("total", "5 copies"),
    ]


def test_initials_of_the_typist(closing):
    assert closing("ORLEN\nsm/MB")[-1] == ("production", "sm/MB")


@pytest.mark.parametrize(
    "remark",
    [
        "Spravka: The boats were sent to Veltava on 2 February by the Ministry of Waters. Nemo. 15.IV.57",
        "Note by the translator: the list is typed on a slip that was glued to the first page.",
        "Translator’s note: the list is typed on a slip.",
        "NOTE OF DCA: Telegram No. 609 has not arrived.",
        "Resolution: Comrade Tarn is to look into the matter of the boats.",
    ],
)
def test_remarks_without_brackets_below_the_signature(closing, converted, remark):
    found = closing(f"GROMOV\n{remark}\n[stamp: filed]")
    assert found == [("signature", "GROMOV"), ("note", remark), ("field", "[stamp: filed]")]
    assert f">{remark[:20]}" in converted(f"{TEXT}\nGROMOV\n{remark}\n").partition("<note ")[2]


def test_a_remark_of_the_text_itself_stays_there(zones):
    remark = "Resolution: the boats are to be sent to all of the people at once."
    assert zones(f"{TEXT}\n{remark}")[1] == ("paragraph", remark)


def test_a_copy_list_with_offices_is_no_sentence(closing):
    listed = "Copy also to: Mr. Tarn’s secretariat (2), Mr. Nemo, Division of the Waters, Embassy Karsa, Board"
    assert closing(f"GROMOV\nOriginal to: Head of the Department\n{listed}")[2] == ("distribution", listed)
