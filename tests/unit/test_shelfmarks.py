"""Statements of source: what is a shelfmark, what is a credit, and what stays prose."""

import pytest

from teicable import shelfmarks
from teicable.vocabularies import shipped


def read(words):
    return shelfmarks.read(words, shipped())


def parts(mark):
    return (mark.repository, *(f"{kind} {value}" for kind, value in mark.parts))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("APRF, fond 45, opis 1, delo 334, listy 55", ("APRF", "fond 45", "opis 1", "delo 334", "list 55")),
        ("APRF: F. 39, Op. 1, D. 31, Ll. 50-55.", ("APRF", "fond 39", "opis 1", "delo 31", "list 50-55")),
        ("AP RF, f. 45, op. 1, d. 3, ll.0055", ("AP RF", "fond 45", "opis 1", "delo 3", "list 0055")),
        ("RGASPI F. 558. Op. 11. D. 90. L. 119.", ("RGASPI", "fond 558", "opis 11", "delo 90", "list 119")),
        ("RGANI, Fond 5, Opis 28, Delo 4, ll. 2-3, 9ob", ("RGANI", "fond 5", "opis 28", "delo 4", "list 2-3, 9ob")),
        (
            "AVP RF, f. 059a, op. 5a, d. 3, p. 11, l. 1",
            ("AVP RF", "fond 059a", "opis 5a", "delo 3", "papka 11", "list 1"),
        ),
        ("APRF, f. 45, op. 1, Papka 11, l. 7", ("APRF", "fond 45", "opis 1", "papka 11", "list 7")),
        (
            "Presidential Archive of the Russian Federation, f. 3",
            ("Presidential Archive of the Russian Federation", "fond 3"),
        ),
    ],
)
def test_shelfmarks_of_russian_archives(words, expected):
    (mark,) = read(words).shelfmarks
    assert parts(mark) == expected
    assert (mark.rest, mark.certainty) == ("", "high")


def test_p_is_a_folder_only_where_the_archive_has_folders():
    (mark,) = read("APRF, f. 45, op. 1, d. 3, p. 7").shelfmarks
    assert parts(mark) == ("APRF", "fond 45", "opis 1", "delo 3")
    assert (mark.rest, mark.certainty) == ("p. 7", "medium")


@pytest.mark.parametrize("joint", ["; ", " and ", "; and ", ", and "])
def test_joined_shelfmarks(joint):
    marks = read(f"APRF, f. 45, op. 1, d. 3, l. 5{joint}AVP RF, f. 059, op. 5, d. 3, p. 11, l. 107").shelfmarks
    assert [mark.repository for mark in marks] == ["APRF", "AVP RF"]


def test_a_second_shelfmark_without_archive_is_of_the_same():
    marks = read("APRF, f. 45, op. 1, d. 3, l. 5 and f. 3, op. 2, d. 4, l. 6").shelfmarks
    assert [parts(mark)[:2] for mark in marks] == [("APRF", "fond 45"), ("APRF", "fond 3")]


def test_a_second_shelfmark_has_folders_as_the_first():
    marks = read("AVP RF, f. 059, op. 5, p. 11; f. 07, op. 2, p. 8, d. 9").shelfmarks
    assert parts(marks[1]) == ("AVP RF", "fond 07", "opis 2", "papka 8", "delo 9")


@pytest.mark.parametrize(
    ("words", "repository", "rest"),
    [
        ("PRC FMA 105-00307-04, 18-20", "PRC FMA", "105-00307-04, 18-20"),
        ("PRC FMA 206-1; original Record No. 206-Y2", "PRC FMA", "206-1; original Record No. 206-Y2"),
        ("“Boats and Rivers,” AMAE, box 3 and box 4", "AMAE", "“Boats and Rivers,” box 3 and box 4"),
        ("MNL OL XIX-J-1-j Korea 25", "MNL OL", "XIX-J-1-j Korea 25"),
        ("Polish Foreign Ministry Archive (AMSZ), Warsaw", "Polish Foreign Ministry Archive (AMSZ), Warsaw", ""),
        ("Szyfrogramy 6/77, AMSZ, Warsaw", "AMSZ, Warsaw", "Szyfrogramy 6/77"),
        ("Central State Archive, Tirana, AQ 1961, f. 4", "Central State Archive, Tirana", "AQ 1961, f. 4"),
    ],
)
def test_other_archives_keep_their_own_way(words, repository, rest):
    (mark,) = read(words).shelfmarks
    assert (mark.repository, mark.parts, mark.rest) == (repository, (), rest)


def test_an_archive_that_is_not_listed_is_doubted():
    (mark,) = read("Veltava River Archive, box 3").shelfmarks
    assert (mark.repository, mark.rest, mark.certainty) == ("Veltava River Archive", "box 3", "medium")


@pytest.mark.parametrize(
    "words",
    [
        "Provided by the archive of the family; photocopy given to the translator in 1999",
        "given by Orlen to Belsky and made available to the project by the embassy",
        "found in the papers of Orlen, who had it from the APRF, f. 3",
        "Papers of the mol, box 2",
        "Karsa Digital Archive",
    ],
)
def test_prose_names_no_archive(words):
    assert (read(words).shelfmarks, read(words).provenance) == ((), words)


@pytest.mark.parametrize(
    ("credit", "translators", "contributors", "language"),
    [
        ("Translated by Ann Orlen.", ("Ann Orlen",), (), ""),
        ("Translated for CWIHP from Russian by Ann Orlen.", ("Ann Orlen",), (), "ru"),
        ("Obtained by James G. Orlen and translated by Eva K. Belska.", ("Eva K. Belska",), ("James G. Orlen",), ""),
        ("Obtained and translated for NKIDP by Jan de Vries.", ("Jan de Vries",), ("Jan de Vries",), ""),
        ("Contributed by Ann Orlen and translated by Bo Tarn and Li Yun.", ("Bo Tarn", "Li Yun"), ("Ann Orlen",), ""),
        ("Translated by Ann Orlen, Bo Tarn, and Li Yun.", ("Ann Orlen", "Bo Tarn", "Li Yun"), (), ""),
        ("Translated by Ann Orlen for the project.", ("Ann Orlen",), (), ""),
        ("Translation: Ann Orlen.", ("Ann Orlen",), (), ""),
        ("Trans. A. Orlen", ("A. Orlen",), (), ""),
        ("Transl. from German: Ann Orlen", ("Ann Orlen",), (), "de"),
        ("English translation from the German original by Ann Orlen", ("Ann Orlen",), (), "de"),
        ("Document obtained by Bo Tarn, translated by Ann Orlen.", ("Ann Orlen",), ("Bo Tarn",), ""),
        ("[Translated from the Russian by Ann Orlen, revised by Bo Tarn]", ("Ann Orlen",), (), "ru"),
        ("Reprinted in Orlen, p. 378.", (), (), ""),
    ],
)
def test_credits(credit, translators, contributors, language):
    found = read(f"APRF, f. 45, op. 1, d. 3, l. 5. {credit}")
    assert (found.translators, found.contributors, found.language) == (translators, contributors, language)
    assert (len(found.shelfmarks), found.shelfmarks[0].rest, found.provenance) == (1, "", "")


def test_a_credit_may_come_first():
    found = read("Translated by Ann Orlen. RGASPI, F. 1, Op. 2")
    assert (parts(found.shelfmarks[0]), found.translators) == (("RGASPI", "fond 1", "opis 2"), ("Ann Orlen",))


def test_a_citation_ends_with_its_source():
    words = (
        '"Cable, A to B," June 03, 1949, History and Public\nPolicy Program Digital Archive, APRF: F. 39, Op. 1, D. 2. '
        "Translated by Ann Orlen.\nhttps://example.org/document/1"
    )
    found = read(words)
    assert parts(found.shelfmarks[0]) == ("APRF", "fond 39", "opis 1", "delo 2")
    assert (found.translators, found.address) == (("Ann Orlen",), "https://example.org/document/1")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (
            "Central State Archives, Tirana (AQSH), F. 14, Dos. 2",
            ("Central State Archives, Tirana (AQSH)", "F. 14, Dos. 2"),
        ),
        (
            "State Archives, Prague, Archive of the River Board, box 8",
            ("State Archives, Prague", "Archive of the River Board, box 8"),
        ),
        ("AMSZ, Havana 1962, box 3", ("AMSZ", "Havana 1962, box 3")),
    ],
)
def test_the_town_of_an_archive_belongs_to_its_name(words, expected):
    (mark,) = read(words).shelfmarks
    assert (mark.repository, mark.rest) == expected


def test_initials_with_a_fond_are_an_archive():
    marks = read("APRF, f. 3, op. 2; TsGANTI F. 7. Op. 2. D. 31").shelfmarks
    assert [mark.repository for mark in marks] == ["APRF", "TsGANTI"]


def test_a_decimal_file_names_no_archive():
    (mark,) = read("795.00/6–2550: Telegram").shelfmarks
    assert (mark.repository, mark.rest) == ("", "795.00/6–2550")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("AVP RF, f. 021, op. 11, p. 8, d. 33, l. 5", True),
        ("RGANI, Fond 5, Opis 28, Delo 3. Translated by Ann Orlen.", True),
        ("RGANI keeps the list", False),
        ("The file is in APRF, f. 3, op. 2", False),
        ("APRF, f. 3, op. 2 was taken from the shelf", False),
        ("PRC FMA 105-00307-04", True),
        ("PRC FMA 105-00307-04; original Record No. 3, 12. Obtained by Ann Orlen and translated by Bo Tarn.", True),
        ("Maço 9, Ministry of External Relations Archives, Brasilia. Translated by Ann Orlen.", True),
        ("TsGANTI F. 7. Op. 2. D. 31. L. 4.", True),
        ("APRF, f. 3, op. 2, d. 1, l. 4.Translated by Ann Orlen.", True),
        ("APRF, f. 3, op. 2, d. 1, l. 4 [translated by Ann Orlen]", True),
        ("Source: APRF, f. 3, op. 2, d. 1, l. 4. Trans. Ann Orlen", True),
        ("[Translated from German by Ann Orlen.]", True),
        ("(Translated by A. Orlen)", True),
        ("Translator: Ann Orlen", True),
        ("Comrade Orlen asked that the letter be translated by Bo Tarn.", False),
        ("The note, translated by Bo Tarn, was handed over at noon.", False),
        ("Translated by hand into three languages.", False),
        ("Translation: see below.", False),
        ("AMSZ asks for the return of 12 files", False),
        ("The Archive of Karsa asks for 12 files", False),
        ("MID asks in its letter f. 3", False),
    ],
)
def test_only_a_whole_shelfmark_is_a_statement_without_label(words, expected):
    assert shelfmarks.is_statement(words, shipped()) is expected


@pytest.mark.parametrize(
    "words", ["by " * 3000, "f. 1, " * 900, "APRF; " * 900, "l. 1" + ", 1" * 2000, "(" * 4000, "x of; " * 700]
)
def test_reading_ends_soon(words):
    assert read(words) is not None


def test_an_address_broken_at_a_line_end_is_read_whole():
    words = "AVP RF, f. 1, op. 2, d. 3. https://archive.example.org/\ndocument/999"
    assert shelfmarks.read(words, shipped()).address == "https://archive.example.org/document/999"
    apart = "https://archive.example.org/1. Translated by\nEmilia Northcote"
    assert shelfmarks.read(apart, shipped()).address == "https://archive.example.org/1"
