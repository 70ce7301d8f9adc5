"""How diagnostics are printed."""

import json
from xml.etree import ElementTree as Etree

import pytest

from teicable.diagnostics import Diagnostic, Fix, Location, formats

ERROR = Diagnostic("X103", "ref=“person:x” is in no authority file", Location("tei/a.xml", 4, 7), "add it")
REVIEW = Diagnostic("X201", "it changed", Location("source/a, b.txt"), "", Fix("take it over", True))
NOTE = Diagnostic("X106", "100% of\nthem", Location("", 0, 0, "TEI/text"))
ALL = [ERROR, REVIEW, NOTE]


def test_text_gives_place_code_message_and_hint():
    assert formats.text(ALL) == (
        "tei/a.xml:4:7: X103 ref=“person:x” is in no authority file\n"
        "  hint: add it\n"
        "source/a, b.txt: X201 it changed\n"
        "-: X106 100% of\nthem\n"
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
