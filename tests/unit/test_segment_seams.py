"""Cells and lines that run into each other."""

import pytest

HEAD = (
    "June 2, 1951Cable No. 20417, Orlen to the Soviet Ambassador in VeltavaMFA USSRTenth DepartmentTOP SECRET"
    "Making copies is prohibitedSpecial No. 318Issuing No. 20417Sent 13:05 2.VI.1951CIPHERED TELEGRAM"
    "Destination: VELTAVATo Whom: SOVIET AMBASSADOROut of turn\n"
)
TEXT = "Say to him that the boats will come to the town in the summer of the next year.\n"


def test_a_header_in_one_run(zones):
    assert zones(HEAD + TEXT + "ORLEN\n") == [
        ("headline-date", "June 2, 1951"),
        ("headline", "Cable No. 20417, Orlen to the Soviet Ambassador in Veltava"),
        ("office", "MFA USSR"),
        ("office", "Tenth Department"),
        ("classification", "TOP SECRET"),
        ("handling", "Making copies is prohibited"),
        ("number", "Special No. 318"),
        ("number", "Issuing No. 20417"),
        ("dateline", "Sent 13:05 2.VI.1951"),
        ("head", "CIPHERED TELEGRAM"),
        ("address", "Destination: VELTAVA"),
        ("address", "To Whom: SOVIET AMBASSADOR"),
        ("handling", "Out of turn"),
        ("paragraph", TEXT.strip()),
        ("signature", "ORLEN"),
    ]


def test_the_characters_stay_as_they_are(converted):
    tei = converted(HEAD + TEXT)
    assert 'type="main" rend="run-on" resp="#archive">Cable No. 20417' in tei


def test_the_end_of_a_telegram_in_one_run(zones):
    found = zones(
        "TOP SECRET\n"
        + TEXT
        + "Tell me when they are here.ORLEN5 copiesCopies:1. Belsky2. Orlen3. Tarn4-5. 10th dept.\n"
    )
    assert found[2:] == [
        ("paragraph", "Tell me when they are here."),
        ("signature", "ORLEN"),
        ("total", "5 copies"),
        ("distribution-head", "Copies:"),
        ("label", "1."),
        ("recipient", "Belsky"),
        ("label", "2."),
        ("recipient", "Orlen"),
        ("label", "3."),
        ("recipient", "Tarn"),
        ("label", "4-5."),
        ("recipient", "10th dept."),
    ]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        ("From Karsa.Sent 31.8.50 11:32", ["From Karsa.", "Sent 31.8.50 11:32"]),
        ("SOVIET AMBASSADORSent 03:15", ["SOVIET AMBASSADOR", "Sent 03:15"]),
        ("Received 31.8 17:27URGENT", ["Received 31.8 17:27", "URGENT"]),
    ],
)
def test_two_cells(zones, line, cells):
    assert [words for _, words in zones(f"TOP SECRET\n{line}\n{TEXT}")][1:-1] == cells


def test_points_without_line_ends(groups):
    source = (
        "TOP SECRET\nSay the following to him:1. The boats are late.2. The town waits.It is cold.3. I am here.\nORLEN\n"
    )
    assert groups(source, "item") == [
        "1. / The boats are late.", "2. / The town waits.It is cold.", "3. / I am here."
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    [
        "The train stood on the third track.This has not been done by the people of the town.",
        "He went to McKinley and to DeGaulle and to the NATOcountries with the SovAmbassador.",
        "They asked Orlen1. He did not answer to Belsky2. So it was left to the town of Karsa3.",
        "The ship is late.To this end he will speak to the people of the town.From there he will go.",
        "He said to the people:1. That was all of it.",
    ],
)
def test_what_stays_one_line(zones, line):
    assert zones(f"TOP SECRET\n{line}\n\nORLEN\n")[1] == ("paragraph", line)
