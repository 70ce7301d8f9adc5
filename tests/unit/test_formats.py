"""How diagnostics are printed."""

import json
from xml.etree import ElementTree as Etree

import pytest
from lxml import etree

from teicable.diagnostics import Diagnostic, Edit, Fix, Location, Severity, formats
from teicable.diagnostics.excerpts import Sources

ERROR = Diagnostic("X103", "ref=“person:x” is in no authority file", Location("tei/a.xml", 4, 7), "add it")
REVIEW = Diagnostic("X201", "it changed", Location("source/a, b.txt"), "", Fix("take it over", True))
NOTE = Diagnostic("X106", "100% of\nthem", Location("", 0, 0, "TEI/text"))
ALL = [ERROR, REVIEW, NOTE]


def test_text_gives_place_code_message_and_hint():
    assert formats.text(ALL) == (
        "tei/a.xml:4:7: X103 ref=“person:x” is in no authority file\n"
        "  error: Reference that no authority file answers\n"
        "  hint: add it\n"
        "source/a, b.txt: X201 it changed\n"
        "  warning: Source changed under an edited file\n"
        "-: X106 100% of\nthem\n"
        "  info: Not checked: authority files or transcript missing\n"
    )
    assert "\033[31mX103" in formats.text(ALL, colour=True)
    assert formats.text([]) == ""


def test_json_says_everything_and_comes_back():
    found = json.loads(formats.json_text(ALL))
    assert found[0]["severity"] == "error"
    assert found[0]["location"] == {"path": "tei/a.xml", "line": 4, "column": 7}
    assert [formats.from_dict(entry) for entry in found] == ALL


def test_sarif_has_rules_levels_and_regions():
    run = json.loads(formats.sarif(ALL))["runs"][0]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["X103", "X106", "X201"]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "note"]
    place = run["results"][0]["locations"][0]["physicalLocation"]
    assert place == {"artifactLocation": {"uri": "tei/a.xml"}, "region": {"startLine": 4, "startColumn": 7}}


def test_github_escapes_what_would_end_a_command():
    lines = formats.github(ALL).splitlines()
    assert lines[0] == "::error file=tei/a.xml,line=4,col=7,title=X103::ref=“person:x” is in no authority file%0Aadd it"
    assert lines[1].startswith("::warning file=source/a%2C b.txt,title=X201::")
    assert lines[2] == "::notice title=X106::100%25 of%0Athem"


def test_junit_counts_errors_as_failures():
    suites = Etree.fromstring(formats.junit(ALL).encode())  # our own output
    assert [(suite.get("tests"), suite.get("failures")) for suite in suites] == [("1", "1"), ("1", "0"), ("1", "0")]


@pytest.mark.parametrize("name", formats.FORMATS)
def test_every_format_can_say_nothing(name):
    assert isinstance(formats.FORMATS[name]([]), str)


@pytest.mark.parametrize(
    ("diagnostics", "line"),
    [
        ([], "nothing to report"),
        ([ERROR], "1 error in 1 file"),
        ([ERROR, ERROR, REVIEW], "2 errors, 1 review in 2 files"),
        (ALL, "1 error, 1 review, 1 note in 3 files"),
    ],
)
def test_the_last_line_counts(diagnostics, line):
    assert formats.summary(diagnostics) == line


def test_a_diagnostic_of_another_shape_is_refused():
    with pytest.raises((KeyError, TypeError)):
        formats.from_dict({"code": "X103"})
    with pytest.raises(TypeError):
        formats.from_dict({"code": "X103", "message": "m", "location": "here"})


def test_a_hint_is_said_once_for_each_code():
    one, two = (Diagnostic("S101", f"line {n}", Location("a.txt", n), "add the form") for n in (1, 2))
    other = Diagnostic("A002", "x", Location("a.txt", 3), "add the form")
    assert formats.text([one, two, other]).count("hint: add the form") == 2


LINE = '\t<p>Café <persName ref="person:x">Lind</persName> &amp; 東京 <date when="1">now</date></p>'
SOURCES = Sources(lambda path: f"one\r\n{LINE}\r\n" if path == "a.xml" else "")


def at(column: int, path: str = "a.xml", line: int = 2, page: int = 0) -> Location:
    return Location(path, line, column, page=page)


def test_text_shows_the_line_and_points_at_the_place():
    found = [
        Diagnostic("X103", "no entry", at(LINE.index("person:x") + 1), "add it"),
        Diagnostic("X106", "m", at(1, "b")),
    ]
    first, shown, mark, hint, _, second = formats.text(found, SOURCES).splitlines()
    assert (first, hint) == ("a.xml:2:25: X103 no entry", "  hint: add it")
    assert shown.startswith('  error: <p>Café <persName ref="person:x">Lind')
    assert shown[mark.index("^") :].startswith("person:x")
    assert mark.strip() == "^^^^^^^^"
    assert second == "  info: Not checked: authority files or transcript missing"
    assert "\033]8;;file:///" in formats.text(
        [Diagnostic("G104", "m", at(9), "h", None, "guidelines.html#elem.date")], colour=True
    )


def test_a_mark_stands_below_its_place_where_letters_are_wide():
    excerpt = SOURCES.excerpt(at(LINE.index("<date") + 1))
    assert excerpt is not None
    assert excerpt.at == '<date when="1">'
    assert excerpt.indent == len(excerpt.before) + 2


@pytest.mark.parametrize("where", [at(5, line=9), at(5, page=2), at(5, "b.xml"), Location("a.xml"), at(5, line=3)])
def test_where_the_line_is_not_known_none_is_shown(where):
    assert SOURCES.excerpt(where) is None


def test_a_column_beyond_the_line_is_no_accident():
    assert SOURCES.excerpt(at(9999)) is not None


MENDED = Diagnostic(
    "G104", "<b> & so", at(25), "write", Fix("write it", True, (Edit(3, 5, "x"),)), "guidelines.html#elem.date"
)


def test_sarif_has_what_the_specification_demands():
    """The required properties and closed lists of SARIF 2.1.0, for all that is written."""
    log = json.loads(formats.sarif([MENDED, *ALL, Diagnostic("V011", "m", Location("/abs/ä b.xml", 1))], SOURCES))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert run["columnKind"] in ("utf16CodeUnits", "unicodeCodePoints")
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in ("none", "note", "warning", "error")
        assert result["message"]["text"]
        for location in result["locations"]:
            region = location.get("physicalLocation", {}).get("region", {"startLine": 1})
            assert min(region[name] for name in region if name != "snippet") >= 1
        for fix in result.get("fixes", []):
            (change,) = fix["artifactChanges"]
            assert change["artifactLocation"]["uri"] == "a.xml"
            assert change["replacements"] == [
                {"deletedRegion": {"charOffset": 3, "charLength": 2}, "insertedContent": {"text": "x"}}
            ]
    assert sum("fixes" in result for result in run["results"]) == 1
    uris = [
        one["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for one in run["results"]
        if one["locations"][0].get("physicalLocation")
    ]
    assert "source/a%2C%20b.txt" in uris
    assert "file:///abs/%C3%A4%20b.xml" in uris
    for rule in rules:
        assert rule["help"]["markdown"].startswith("## What it means")
        assert rule["defaultConfiguration"]["level"] in ("note", "warning", "error")
        assert rule.get("helpUri", "file:///").startswith("file:///")
    assert [rule["id"] for rule in rules if "helpUri" in rule] == ["V011"]


def test_junit_survives_what_xml_does_not_allow():
    words = formats.junit([Diagnostic("X103", "a\x02<b>", at(1), "say & do")])
    assert Etree.fromstring(words.encode())[0][0][0].text == "say & do"


def test_the_page_for_an_editor_is_whole():
    words = formats.html(sorted([MENDED, *ALL], key=lambda one: one.location.path), SOURCES)
    page = etree.HTML(words)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert {f"#{one}" for one in ids} >= {one for one in page.xpath("//@href") if one.startswith("#")}
    assert len(page.xpath("//article")) == 4
    assert page.xpath("string(//article//mark)") == "person:x"
    assert "<b> & so" in page.xpath("string(//main)")
    assert page.xpath("//h3[@id='X103']/following-sibling::h4[1]/text()") == ["What it means"]
    assert "teicable validate --fix" in page.xpath("//code/text()")
    assert page.xpath("normalize-space(//header/p[1])") == "2 errors, 1 place to review and 1 note in 4 documents."
    assert page.xpath("string(//nav[1]//li[1])") == "the edition 1"
    assert page.xpath("//script | //img | //link") == []
    (handbook,) = [one for one in page.xpath("//article//a/@href") if not one.startswith("#")]
    assert handbook.endswith("guidelines.html#elem.date")
    assert page.xpath("count(//h1)") == 1
    assert "prefers-color-scheme: dark" in words
    assert "@media print" in words


def test_the_page_says_that_there_is_nothing():
    assert "Nothing to report." in formats.html([])
    assert Severity.REVIEW.value not in etree.HTML(formats.html([])).xpath("string(//body)")
