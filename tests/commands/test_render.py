"""teicable render and inspect: what is made of TEI files."""

import csv
import io
import json

import pytest

SAMPLE = "cable-1950-01-09-17"


@pytest.fixture
def edition(built):
    return built


@pytest.fixture
def tei(edition):
    return edition / "tei" / f"{SAMPLE}.xml"


def test_one_file_goes_to_standard_output_and_is_complete(teicable, tei):
    page = teicable("render", tei).stdout
    assert page.lower().startswith("<!doctype html>")
    assert "<style" in page
    assert "Northport" in page


def test_text(teicable, tei):
    text = teicable("render", tei, "-t", "text").stdout
    assert "Northport" in text
    assert "<" not in text


def test_a_file_and_a_folder(teicable, tei, place):
    teicable("render", tei, "-o", "page.html")
    assert (place / "page.html").is_file()
    teicable("render", tei, tei, "-o", "pages", "-t", "text", "-v")
    assert (place / "pages" / f"{SAMPLE}.txt").is_file()
    assert "need a folder" in teicable("render", tei, tei, code=2).stderr


def test_an_edition_goes_to_its_build_folder(teicable, tei, edition):
    teicable("render", "ed", "-t", "text")
    assert (edition / "build" / "text" / f"{SAMPLE}.txt").is_file()


def test_parameters(teicable, tei):
    assert "lang" in teicable("render", "--list-params").stdout
    assert 'lang="ru"' in teicable("render", tei, "-p", "lang=ru").stdout
    assert "did you mean “lang”" in teicable("render", tei, "-p", "lnag=ru", code=2).stderr
    assert "NAME=VALUE" in teicable("render", tei, "-p", "lang", code=2).stderr


def test_a_stylesheet_of_ones_own(teicable, tei, place):
    own = place / "own" / "text.xsl"
    own.parent.mkdir()
    own.write_text(
        '<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"><xsl:output method="text"/>'
        '<xsl:template match="/">my own words</xsl:template></xsl:stylesheet>',
        encoding="utf-8",
    )
    assert teicable("render", tei, "-t", "text", "--stylesheet", own).stdout == "my own words\n"
    assert "is not called html.xsl" in teicable("render", tei, "--stylesheet", own, code=2).stderr
    assert "there is no file" in teicable("render", tei, "--stylesheet", "none.xsl", code=2).stderr


def test_wrong_input(teicable, place):
    assert "outputs: html, text" in teicable("render", "x.xml", "-t", "docx", code=2).stderr
    assert "cannot read x.xml" in teicable("render", "x.xml", code=2).stderr
    assert "no file is named" in teicable("render", code=2).stderr
    (place / "x.xml").write_text("<TEI>", encoding="utf-8")
    result = teicable("render", "x.xml", code=1)
    assert result.stdout == ""
    assert "G001" in result.stderr


def test_facts_as_a_table(teicable, tei):
    lines = teicable("inspect", tei).stdout.splitlines()
    assert lines[0] == SAMPLE
    assert "  date      1950-01-09" in lines


def test_facts_for_a_spreadsheet(teicable, tei):
    (row,) = csv.DictReader(io.StringIO(teicable("inspect", "--csv", "ed").stdout))
    assert row["id"] == SAMPLE
    assert row["date"] == "1950-01-09"
    assert "cable 17" in row["numbers"]


def test_facts_as_json(teicable, tei):
    (facts,) = json.loads(teicable("inspect", "--json", tei).stdout)
    assert facts["id"] == SAMPLE
    assert facts["title"][0]["text"]


def test_claims_of_the_machine_to_read(teicable, tei):
    shown = teicable("inspect", "--claims", tei).stdout
    assert shown.startswith(str(tei))
    assert "high certainty)" in shown
    assert "foreign xml:lang=ru-Latn" in shown


def test_claims_of_the_machine_for_other_programs(teicable, tei):
    rows = json.loads(teicable("inspect", "--claims", "--json", tei).stdout)
    table = list(csv.DictReader(io.StringIO(teicable("inspect", "--claims", "--csv", tei).stdout)))
    assert len(rows) == len(table) > 5
    assert set(rows[0]) == set(table[0])
    assert all(row["rule"] and row["basis"] and row["certainty"] for row in rows)


def test_claims_of_what_is_no_tei(teicable, place):
    (place / "x.xml").write_text("<TEI>", encoding="utf-8")
    assert "G001" in teicable("inspect", "--claims", "x.xml", code=1).stderr


def test_facts_of_what_is_no_tei(teicable, place):
    (place / "x.xml").write_text("<TEI>", encoding="utf-8")
    assert "G001" in teicable("inspect", "x.xml", code=1).stderr
    assert "--json or --csv" in teicable("inspect", "--json", "--csv", "x.xml", code=2).stderr
    assert "cannot read none.xml" in teicable("inspect", "none.xml", code=2).stderr
