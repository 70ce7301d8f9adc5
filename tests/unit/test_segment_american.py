"""Telegrams of the US Department of State: their form, and what their pages put inside sentences."""

HEAD = """\
CONFIDENTIAL

PAGE 01        STATE  181655

66
ORIGIN EA-10

INFO  OCT-01  ISO-00  SS-15  /042 R

DRAFTED BY EA/K:JDHALLORAN:MLB
APPROVED BY EA:RMCARVER
                     --------------------- 044107
O R 010157Z AUG 75
FM SECSTATE WASHDC
TO AMEMBASSY SEOUL NIACT IMMEDIATE 8812
INFO AMEMBASSY TOKYO
CINCPAC
C O N F I D E N T I A L SECTION 01 OF 02 STATE 181655

LIMDIS

E.O. 11652: GDS
SUBJECT: APPROACH BY NORTH KOREAN OBSERVER ABOUT THE RETURN OF
THE FISHING VESSEL
REFS: A) SEOUL 5518; B) TOKYO 10211;
C) STATE 177102

"""
PAGE = (
    "CONFIDENTIAL\n\nSheryl P. Walter Declassified/Released US Department of State EO Systematic Review 20 Mar 2014\n\n"
)
PAGE += "CONFIDENTIAL\n\nPAGE 02        STATE  181655\n\n"
TEXT = """\
1. YOU SHOULD INFORM FOREIGN MINISTER THAT WE HAVE RECEIVED NO
APPROACH OF THE KIND DESCRIBED REF A. IF HE PRESSES, YOU MAY SAY
"""
REST = "THAT WE WOULD TELL HIM AT ONCE.\n\n"
REST += "2. WE DO NOT WISH TO DISCUSS TIMING. END FYI. KISSINGER\n\n\nCONFIDENTIAL\n\nNNN\n"


def test_every_line_of_the_form(zones):
    found = zones(HEAD + TEXT + REST)
    assert found[: found.index(("label", "1."))] == [
        ("classification", "CONFIDENTIAL"),
        ("sheet", "PAGE 01"),
        ("number", "STATE 181655"),
        ("sheet", "66"),
        ("distribution", "ORIGIN EA-10"),
        ("distribution", "INFO OCT-01 ISO-00 SS-15 /042 R"),
        ("production", "DRAFTED BY EA/K:JDHALLORAN:MLB"),
        ("production", "APPROVED BY EA:RMCARVER"),
        ("field", "--------------------- 044107"),
        ("dateline", "O R 010157Z AUG 75"),
        ("address", "FM SECSTATE WASHDC"),
        ("address", "TO AMEMBASSY SEOUL"),
        ("handling", "NIACT IMMEDIATE"),
        ("number", "8812"),
        ("address", "INFO AMEMBASSY TOKYO"),
        ("address", "CINCPAC"),
        ("classification", "C O N F I D E N T I A L"),
        ("field", "SECTION 01 OF 02"),
        ("number", "STATE 181655"),
        ("handling", "LIMDIS"),
        ("field", "E.O. 11652: GDS"),
        ("field", "SUBJECT: APPROACH BY NORTH KOREAN OBSERVER ABOUT THE RETURN OF"),
        ("field", "THE FISHING VESSEL"),
        ("field", "REFS: A) SEOUL 5518; B) TOKYO 10211;"),
        ("field", "C) STATE 177102"),
    ]


def test_a_signature_at_the_end_of_the_last_line(zones):
    assert zones(HEAD + TEXT + REST)[-4:] == [
        ("paragraph", "WE DO NOT WISH TO DISCUSS TIMING. END FYI."),
        ("signature", "KISSINGER"),
        ("classification", "CONFIDENTIAL"),
        ("field", "NNN"),
    ]


def test_a_paragraph_goes_on_after_the_head_of_a_page(zones, groups):
    source = HEAD + TEXT + PAGE + REST
    assert [zone for zone, _ in zones(source)].count("furniture") == 5
    assert len(groups(source, "paragraph")) == 1
    assert len(groups(source, "item")) == 2


def test_the_paragraph_is_one_and_nothing_of_the_page_is_in_it(converted):
    tei = converted(HEAD + TEXT + PAGE + REST)
    assert tei.count("<p xml:id") == 2
    assert "IF HE PRESSES, YOU MAY SAY<milestone" in tei
    assert "/> THAT WE WOULD TELL HIM AT ONCE.</p>" in tei
    assert ' type="setAside" resp="#archive">PAGE 02 STATE 181655</ab>' in tei


def test_a_page_that_ends_with_a_sentence_ends_a_paragraph(groups):
    assert groups(HEAD + TEXT + "SO.\n" + PAGE + "WE WOULD TELL HIM AT ONCE.\nCARVER\n", "paragraph") == []


def test_a_paragraph_that_two_pages_interrupt(groups):
    source = HEAD + TEXT + PAGE + "THAT WE WOULD TELL\n" + PAGE.replace("02", "03") + REST
    assert len(groups(source, "paragraph")) == 1


def test_facts(described):
    record = described(HEAD + TEXT + PAGE + REST)
    sent, to, copies = record.correspondences[0].actions
    assert [party.name for party in sent.parties] == ["KISSINGER", "SECSTATE WASHDC"]
    assert sent.date is not None
    assert sent.date.value == "1975-08-01T01:57:00Z"
    assert [party.name for party in to.parties if party.kind == "org"] == ["AMEMBASSY SEOUL"]
    assert [party.name for party in copies.parties] == ["AMEMBASSY TOKYO", "CINCPAC"]
    assert [fact.value for kind, fact in record.numbers if kind == "cable"] == ["181655"]


def test_without_page_heading_and_letterspaced_grade(zones):
    source = "R 050142Z NOV 75\nFM AMCONSUL HONG KONG\nTO SECSTATE WASHDC\nUNCLAS HONG KONG 13077\nSUBJ: PRESS\n" + TEXT
    assert [zone for zone, _ in zones(source)][:6] == [
        "dateline", "address", "address", "classification", "number", "field"
    ]  # fmt: skip


def test_a_date_time_group_without_origin_is_no_such_form(zones):
    assert ("dateline", "050142Z NOV 75") not in zones("R 050142Z NOV 75\nThe boats have come to the town, he said.\n")


def test_a_sentence_in_capitals_is_no_signature(zones):
    assert zones(HEAD + TEXT + "WE WOULD BE GRATEFUL FOR VIEWS.\nCARVER\n")[-1] == ("signature", "CARVER")


def test_the_form_above_a_second_section_interrupts_too(groups, zones):
    form = HEAD.replace("PAGE 01        STATE  181655", "PAGE 01        STATE  181655  02 OF 02  010201Z")
    form = form.replace("SECTION 01 OF 02", "FINAL SECTION OF 02")[: form.index("E.O.")]
    source = HEAD + TEXT + form + "\n" + REST
    assert len(groups(source, "paragraph")) == 1
    assert [words for zone, words in zones(source) if zone == "signature"] == ["KISSINGER"]
    assert [zone for zone, _ in zones(source)].count("dateline") == 1


def test_two_sentences_in_capitals_are_no_signature(zones):
    source = HEAD + TEXT + "SO IT IS, WOULD APPRECIATE COMMENTS,\nESPECIALLY ON FERRIES. END COMMENT.\nCARVER\n"
    assert [words for zone, words in zones(source) if zone == "signature"] == ["CARVER"]


def test_a_form_without_labelled_lines(zones):
    source = "R 050142Z NOV 75\nFM AMCONSUL HONG KONG\nTO SECSTATE WASHDC\nUNCLAS HONG KONG 13077\n" + TEXT
    assert [zone for zone, _ in zones(source)][:5] == ["dateline", "address", "address", "classification", "number"]


def test_words_glued_to_a_line_of_the_page_stay_glued(converted):
    stamp = "\nDeclassified/Released US Department of State EO Systematic Review 04 MAY 2006CONFIDENTIALPAGE 01 STATE\n"
    tei = converted(HEAD + TEXT + stamp + "\nCONFIDENTIAL\n\n" + PAGE + REST)
    assert "/>CONFIDENTIALPAGE 01 STATE" in tei
