"""What the archive's page puts round a cable, and what must stay with the cable."""

from teicable.model.annotation import Zone

TEXT = "The river commission has asked for three boats and the people will come tomorrow."


def test_headline_and_donor_above_the_text(zones):
    page = (
        "14 May 1950\nCiphered Telegram, Orlen to Belsky\nThis document was made possible with support from the Fund\n"
    )
    assert [zone for zone, _ in zones(page + TEXT)] == ["headline-date", "headline", "donor", "paragraph"]


def test_the_date_may_stand_below_the_headline(zones):
    page = "Telegram from Orlen to Belsky\n14 May 1950\n"
    assert [zone for zone, _ in zones(page + TEXT)] == ["headline", "headline-date", "paragraph"]


def test_a_date_without_headline_is_the_dateline_of_the_form(zones):
    assert zones(f"14 May 1950\nTOP SECRET\n{TEXT}")[0] == ("dateline", "14 May 1950")


def test_the_tail_of_a_page(zones):
    tail = (
        "Author(s):\nOrlen\nSource\nVRA, f. 1, op. 2\nRights\n"
        "The History and Public Policy Program welcomes reuse of this material.\n"
    )
    assert zones(f"{TEXT}\nORLEN\n{tail}")[1:] == [
        ("signature", "ORLEN"),
        ("furniture", "Author(s):"),
        ("furniture", "Orlen"),
        ("furniture", "Source"),
        ("source", "VRA, f. 1, op. 2"),
        ("furniture", "Rights"),
        ("rights", "The History and Public Policy Program welcomes reuse of this material."),
    ]


def test_a_word_such_as_source_early_in_the_text_does_not_end_it(zones):
    found = zones(f"Source\n{TEXT}\n{TEXT}\n{TEXT}\n{TEXT}\nORLEN")
    assert [zone for zone, _ in found].count("paragraph") == 4


def test_a_summary_below_the_signature(zones):
    summary = "The telegram reports that the river commission asks for boats."
    assert zones(f"{TEXT}\nORLEN\n{summary}")[-1] == ("summary", summary)


def test_prose_below_the_signature_that_is_no_summary_is_left_to_an_editor(zones, divided):
    found = zones(f"{TEXT}\nORLEN\nAll of the boats had to be kept in the harbour for two of the weeks.")
    assert found[-1][0] == "unparsed"


def test_a_summary_without_closing_lines_above_it_is_doubted(divided):
    source = f"{TEXT}\n{TEXT}\nThe telegram reports that the river commission asks for boats.\nAuthor(s):\n"
    text, found = divided(source)
    assert [(d.code, d.location.line) for d in found] == [("S103", 3), ("S105", 1)]
    assert [str(s.certainty) for s in text.segments if s.zone == "summary"] == ["low"]


CARDS = (
    "15 May 1950\nTelegram from Belsky to Orlen\nThe telegram says that the boats have been sent to the river.\n"
    "16 May 1950\nCable, Belsky to Orlen\nThe cable says that it is the end of the story.\n"
)


def test_related_cards_at_the_end(zones, groups):
    found = zones(f"{TEXT}\nORLEN\n{CARDS}")
    assert [zone for zone, _ in found[2:]] == ["related-date", "related-title", "related-summary"] * 2
    assert len(groups(f"{TEXT}\nORLEN\n{CARDS}", "related")) == 2


def test_lines_that_are_no_summary_make_no_card(zones):
    found = zones(f"{TEXT}\nORLEN\n15 May 1950\nTelegram from Belsky to Orlen\nVELTAVA\n")
    assert not [zone for zone, _ in found if zone.startswith("related")]


def test_a_page_without_text_is_reported(divided):
    text, found = divided("CIPHERED TELEGRAM No. 7\nORLEN\n")
    assert [d.code for d in found] == ["S104"]
    assert "".join(s.span.of(text.text) for s in text.segments) == text.text


def test_every_character_belongs_to_one_segment(divided):
    source = f"\n\n 14 May 1950 \n\nCable, Orlen to Belsky\n\n{TEXT}\n\n\nORLEN\n\n{CARDS}\n\n"
    text, _ = divided(source)
    assert "".join(s.span.of(text.text) for s in text.segments) == text.text


def test_who_translated_stands_at_the_end_of_a_bare_transcript(divided):
    source = f"TOP SECRET\n{TEXT}\nORLEN\nTranslated from the Russian by M. Harrow.\n"
    zoned, _ = divided(source)
    assert [zoned.words(part) for part in zoned.of(Zone.SOURCE)] == ["Translated from the Russian by M. Harrow."]
