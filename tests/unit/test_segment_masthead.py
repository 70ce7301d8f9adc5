"""What older pages and text layers of PDFs have above the cable."""

import pytest

TEXT = "The river commission has asked for three boats and the people will come tomorrow."
CITATION = (
    '"Cable, Orlen to Belsky," June 03, 1949, History and Public Policy Program Digital Archive, '
    "APRF: F. 3, Op. 1, D. 2, L. 4. Translated by Ann Tarn. https://example.org/document/1"
)
OLD = (
    "Search in\nADD SEARCH FILTER CANCEL SEARCH FILTER\nJune 03, 1949\nCABLE, ORLEN TO BELSKY [GROMOV]\n"
    "CITATION SHARE DOWNLOAD\n• Citation\nget citation\nOrlen tells Belsky of the boats and of the people.\n"
    f"{CITATION}\nshare document\nVIEW DOCUMENT IN\nEnglish HTML\n"
)
LAYER = (
    "Digital Archive\nJune 3, 1949\nTelegram from Orlen to Belsky\nCitation:\n"
    "“Telegram from Orlen to Belsky,” June 3, 1949, History and\n"
    "Public Policy Program Digital Archive, APRF, f. 3, op. 1.\n"
    "Translated by Ann Tarn.\nhttps://example.org/document/1\n"
    "Summary:\nOrlen tells Belsky of the boats\nand of the people.\n"
    "Credits:\nThis document was made possible with support from the Fund\nOriginal Language:\nPolish\nContents:\n"
    "English Translation\n"
)


def test_an_old_page(zones):
    found = [zone for zone, _ in zones(f"{OLD}{TEXT}\nORLEN")]
    assert found == [
        *["furniture"] * 2,
        *["headline-date", "headline"],
        *["furniture"] * 3,
        *["summary", "source"],
        *["furniture"] * 3,
        *["paragraph", "signature"],
    ]


def test_a_text_layer(zones):
    found = [zone for zone, _ in zones(f"{LAYER}{TEXT}\nORLEN")]
    assert found == [
        *["furniture", "headline-date", "headline", "furniture"],
        *["source"] * 4,
        *["furniture", "summary", "summary", "furniture", "donor"],
        *["furniture"] * 4,
        *["paragraph", "signature"],
    ]


@pytest.mark.parametrize("page", [OLD, LAYER])
def test_facts_from_a_citation(described, page):
    record = described(f"{page}{TEXT}\nORLEN")
    assert [mark.repository for mark in record.shelfmarks] == ["APRF"]
    assert [fact.value for fact in record.translators] == ["Ann Tarn"]
    assert [(kind, fact.value) for kind, fact in record.page] == [("URI", "https://example.org/document/1")]


def test_page_numbers_of_a_text_layer(zones):
    found = zones(f"{LAYER}{TEXT}\n2\n{TEXT}\n3\n{TEXT}\nORLEN")
    assert [zone for zone, _ in found[-6:]] == ["paragraph", "furniture"] * 2 + ["paragraph", "signature"]


def test_numbers_that_do_not_count_up_stay(zones):
    found = zones(f"{LAYER}{TEXT}\n113\n{TEXT}\n9\n{TEXT}\nORLEN")
    assert not [words for zone, words in found if zone == "furniture" and words in ("113", "9")]


def test_a_file_number_and_the_headline_below_it(zones):
    found = zones(f"795.00/6–2550: Telegram\nThe Ambassador in Karsa (Orlen) to the Secretary of State\n{TEXT}\nOrlen")
    assert [zone for zone, _ in found[:2]] == ["source", "headline"]


def test_a_label_without_its_kind_of_value_stays_with_the_cable(zones):
    found = zones(f"14 May 1950\nCable, Orlen to Belsky\nSummary:\nVELTAVA\n{TEXT}\nORLEN")
    assert ("furniture", "Summary:") not in found


def test_a_shelfmark_needs_no_label(zones):
    assert zones(f"{TEXT}\nORLEN\nAPRF, f. 3, op. 1, d. 2, l. 4")[-1][0] == "source"


def test_cards_below_the_source(zones):
    cards = (
        "15 May 1950\nTelegram from Belsky to Orlen\nThe telegram says that the boats have been sent to the river.\n"
    )
    found = zones(f"{TEXT}\nORLEN\nSource\nAPRF, f. 3, op. 1\n{cards}")
    assert [zone for zone, _ in found[-4:]] == ["source", "related-date", "related-title", "related-summary"]


def test_the_language_of_the_page(described):
    record = described(f"{TEXT}\nORLEN\nDocument Information\nSource\nMOL\nLanguage\nHungarian\nRecord ID\n900001\n")
    assert (record.language.value, record.language.certainty) == ("hu", "high")
    assert [(kind, fact.value) for kind, fact in record.page] == [("record", "900001")]


def test_two_cables_on_a_page_make_the_shelfmark_doubtful(described, converted):
    source = f"{TEXT}\nORLEN\nAPRF, f. 3, op. 1, d. 2, l. 4\n\n{TEXT}\nBELSKY\nAPRF, f. 3, op. 1, d. 2, l. 5\n"
    (mark,) = described(source).shelfmarks
    assert (dict(mark.parts)["list"], mark.certainty) == ("4", "medium")
    assert '<repository cert="medium">APRF</repository>' in converted(source)


def test_the_header_has_shelfmark_copy_and_provenance(converted):
    found = converted(
        f"{TEXT}\nORLEN\nSource\nAPRF, fond 3, opis 1, listy 4-5; AVP RF, f. 7, op. 2, p. 8, d. 9; "
        "copy courtesy of the Fund. "
        "Obtained by Bo Tarn and translated by Ann Tarn and Li Yun.\n"
    )
    assert (
        '<idno type="shelfmark">f. <idno type="fond">3</idno>, op. <idno type="opis">1</idno>, '
        'll. <idno type="list">4-5</idno></idno>'
    ) in found
    assert '<altIdentifier type="copy">' in found
    assert '<provenance resp="#archive">copy courtesy of the Fund</provenance>' in found
    assert [f"<persName>{name}</persName>" in found for name in ("Ann Tarn", "Li Yun", "Bo Tarn")] == [True] * 3


def test_running_heads_of_a_printed_telegram(zones):
    page = "SECRET\nPAGE 02  KARSA 03127  140922Z\n"
    found = zones(f"SECRET\nPAGE 01  KARSA 03127  140922Z\n{TEXT}\nSECRET\n\n{page}{TEXT}\nORLEN")
    assert [zone for zone, _ in found[-6:]] == ["paragraph", *["furniture"] * 3, "paragraph", "signature"]


def test_a_grade_apart_from_a_running_head_stays(zones):
    found = zones(f"SECRET\n{TEXT}\nSECRET\n{TEXT}\nORLEN")
    assert "furniture" not in [zone for zone, _ in found]


def test_series_year_and_volume_of_a_printed_edition(zones):
    top = "FOREIGN RELATIONS OF THE UNITED STATES\n1948\nVolume VI\n740.00119 Control (Korea)/6–948: Telegram\n"
    top += "The Ambassador in Korea (Orlen) to the Secretary of State/1/\nsecret\n"
    text = "458. The boats of the river commission/1/ are late and the people of the town wait for them.\nORLEN\n"
    found = [zone for zone, _ in zones(top + text + "/1/ Repeated to Karsa.\n")]
    assert found[:6] == [*["furniture"] * 3, "source", "headline", "classification"]
    assert found[6:] == ["paragraph", "signature", "note"]


@pytest.mark.parametrize(
    "stray",
    [
        " and asks for two boats.",
        "and for\nall of the people.\nSkip to content",
        "The envoy asks for two of the boats.",
    ],
)
def test_the_end_of_another_summary_above_the_headline(zones, stray):
    found = zones(f"{stray}\n3 June 1949\nCable, Orlen to Belsky\n{TEXT}\nORLEN")
    assert [zone for zone, _ in found[-4:]] == ["headline-date", "headline", "paragraph", "signature"]
    assert {zone for zone, _ in found[:-4]} == {"furniture"}


def test_a_sentence_above_a_date_of_the_text_is_no_stray_line(zones):
    found = zones(f"{TEXT}\n3 June 1949\nThe boats of the commission.\n{TEXT}\nORLEN")
    assert "furniture" not in {zone for zone, _ in found}


PRESENT = CITATION.replace("History and Public Policy Program Digital Archive", "Wilson Center Digital Archive")


def test_the_citation_of_today(zones):
    page = f"June 3, 1949\nCable, Orlen to Belsky\nCitation:\n{PRESENT}\nSummary:\nOrlen tells Belsky of boats.\n"
    found = [zone for zone, _ in zones(f"{page}Contents:\nEnglish Translation\nTOP SECRET\n{TEXT}\nORLEN")]
    assert found == [
        *["headline-date", "headline", "furniture", "source", "furniture", "summary", "furniture", "furniture"],
        *["classification", "paragraph", "signature"],
    ]


def test_buttons_and_headings_without_colon(zones):
    page = f"June 3, 1949\nCable, Orlen to Belsky\nEnglish Russian Download PDF\nCitation\n{PRESENT}\n"
    found = zones(f"{page}Summary\nOrlen tells Belsky of the three boats.\nTOP SECRET\n{TEXT}\n{TEXT}\nORLEN")
    assert [zone for zone, _ in found] == [
        *["headline-date", "headline", "furniture", "furniture", "source", "furniture", "summary"],
        *["classification", "paragraph", "paragraph", "signature"],
    ]


def test_a_heading_without_colon_may_be_the_first_word_of_a_telegram(zones):
    found = [zone for zone, _ in zones(f"June 3, 1949\nCable, Orlen to Belsky\nTOP SECRET\nSummary\n{TEXT}\nORLEN")]
    assert "summary" not in found
