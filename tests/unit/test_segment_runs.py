"""Pages of a PDF that have lost their line ends."""

import pytest

HEAD = (
    "Digital Archive International History Declassified June 03, 1949 Telegram from Orlen to Belsky on Boats Citation: "
    "“Telegram from Orlen to Belsky on Boats,” June 03, 1949, History and Public Policy Program Digital Archive, APRF, "
    "f. 3, op. 1, d. 2, l. 4. Translated by Ann Tarn. https://example.org/document/1 Summary: Orlen tells of boats. "
    "Credits: This document was made possible with support from the Fund Original Language: Russian Contents: "
    "English Translation"
)
PARTS = [
    *["furniture", "headline-date", "headline", "furniture", "source", "furniture", "summary", "furniture", "donor"],
    *["furniture"] * 4,
]
FORM = "TOP SECRET CIPHERED TELEGRAM No. 318 From KARSA Sent 07:35 3.VI.49 To Comrade BELSKY"
TEXT = "The river commission has asked for three boats, as I told you. The people will come to the house of A. Tarn."


def test_a_page_in_one_line(zones):
    found = zones(f"{HEAD} {FORM} {TEXT} NEMO 3.VI.49 2 copies printed. No. 1 to Cde. Belsky. [stamp: filed]")
    assert [zone for zone, _ in found[: len(PARTS)]] == PARTS
    assert [zone for zone, _ in found[len(PARTS) :]] == [
        *["classification", "head", "address", "dateline", "address"],
        *["paragraph", "signature", "date", "distribution-head", "label", "recipient", "field"],
    ]
    assert ("paragraph", TEXT) in found


def test_a_page_in_a_few_lines(zones):
    first, last = TEXT.split(" The ")
    found = zones(f"{HEAD}\n{FORM} {first} of the\n2\nThe {last} A. NEMO 3.VI.49 digitalarchive.wilsoncenter.org 3")
    below = found[len(PARTS) + 5 :]
    assert [zone for zone, _ in below] == [
        *["paragraph", "furniture", "paragraph", "signature", "date", "furniture", "furniture"]
    ]


def test_a_text_without_form(zones):
    found = zones(f"{HEAD} {TEXT}")
    assert found[len(PARTS) :] == [("paragraph", TEXT)]


@pytest.mark.parametrize(
    "line",
    [
        "Digital Archive of the river commission in June 3, 1949 has three boats to show to the people.",
        f"TOP SECRET To Comrade BELSKY {TEXT} NEMO 3.VI.49",
    ],
)
def test_other_long_lines_stay_whole(zones, line):
    assert zones(line) == [("paragraph", line)]


@pytest.mark.parametrize("words", ["Digital Archive ", "TOP SECRET ", "A. NEMO 3.VI.49 ", "Contents: ", "[ "])
def test_dividing_ends_soon(zones, words):
    assert zones(f"{HEAD} {words * 3000}")
