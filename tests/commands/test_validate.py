"""teicable validate: findings on standard output, exit codes, filters."""

import json
import shutil

import pytest

BROKEN = (
    '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><div>'
    '<p xml:id="p1" ana="rule:x">a</p><p xml:id="p1">b</p></div></body></text></TEI>'
)


@pytest.fixture
def broken(place):
    path = place / "broken.xml"
    path.write_text(BROKEN, encoding="utf-8")
    return path


def test_a_built_edition_is_valid(built, teicable):
    result = teicable("validate", "ed")
    assert result.stdout == ""
    assert "checked 5 files: nothing to report" in result.stderr


def test_errors_are_printed_on_standard_output(broken, teicable):
    result = teicable("validate", "broken.xml", code=1)
    assert ": X101 the id “p1” is given twice" in result.stdout
    assert "hint: " in result.stdout
    assert "\033[" not in result.stdout
    assert "X101" not in result.stderr
    assert "checked 1 file: " in result.stderr


def test_codes_can_be_selected_and_ignored(broken, teicable):
    codes = {
        line.split()[1]
        for line in teicable("validate", "broken.xml", "--select", "x", code=1).stdout.splitlines()
        if not line.startswith(" ")
    }
    assert codes == {"X101", "X104"}
    assert "X101" not in teicable("validate", "broken.xml", "--select", "X", "--ignore", "X101", code=1).stdout
    teicable("validate", "broken.xml", "--ignore", "X,G")


def test_quiet_says_only_what_needs_doing(broken, teicable):
    assert teicable("validate", "-q", "--select", "X101", "broken.xml", code=1).stderr == ""


@pytest.mark.parametrize("name", ["json", "sarif"])
def test_formats_for_programs_are_whole(broken, teicable, name):
    assert json.loads(teicable("validate", "--output-format", name, "broken.xml", code=1).stdout)


def test_a_review_fails_only_when_strict(edition, teicable, monkeypatch):
    from teicable.diagnostics import Diagnostic, Location
    from teicable.validation import references

    teicable("build", "ed")
    monkeypatch.setattr(references, "check", lambda *_: [Diagnostic("X201", "a review", Location("a"))])
    teicable("validate", "ed/tei")
    teicable("validate", "ed/tei", "--strict", code=1)


def test_a_file_outside_an_edition_gets_one_note(built, teicable, place):
    (place / "alone").mkdir()
    for path in (built / "tei").glob("*.xml"):
        (place / "alone" / path.name).write_bytes(path.read_bytes())
    result = teicable("validate", "alone")
    assert [line.split()[1] for line in result.stdout.splitlines() if line.startswith("alone")] == ["X106"]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00\x01",
        b"plain text",
        b"<TEI>",
        b"<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>",
        b"<x xmlns='y'/>",
        b"\xff\xfe<",
    ],
)
def test_what_is_no_tei_is_a_finding_and_no_accident(teicable, place, data):
    (place / "x.xml").write_bytes(data)
    assert teicable("validate", "x.xml", code=1).stdout.startswith("x.xml:1")


def test_paths_that_lead_nowhere(teicable, place):
    assert "there is no file or folder none.xml" in teicable("validate", "none.xml", code=2).stderr
    (place / "empty").mkdir()
    assert "holds no XML file" in teicable("validate", "empty", code=2).stderr
    assert "Usage" in teicable("validate", code=2).stderr


def test_the_sample_edition_breaks_no_rule(korea, teicable):
    teicable("build", "korea-1950", "--no-book", "--no-epub", "--no-search")
    result = teicable("validate", "korea-1950", "--strict")
    assert result.stdout == ""


def test_the_xml_schema_instead_of_the_grammar(built, teicable):
    path = next((built / "tei").glob("*.xml"))
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('status="draft"', 'status="drafty"'), encoding="utf-8")
    assert "G202" in teicable("validate", "--grammar", "xsd", path, code=1).stdout
    assert "G104" in teicable("validate", path, code=1).stdout


def test_documents_of_an_edition_are_compared(built, teicable, place):
    (document,) = (place / "ed" / "tei").glob("*.xml")
    twin = document.with_name("twin.xml")
    twin.write_bytes(document.read_bytes())
    assert "X301 it has the same words as" in teicable("validate", "ed").stdout
    assert "X301" not in teicable("validate", twin).stdout


def test_codes_that_do_not_exist_are_refused(broken, teicable):
    assert "no code begins with “Q”" in teicable("validate", "broken.xml", "--select", "Q", code=2).stderr


def test_an_authority_file_that_cannot_be_read_is_told_once(tmp_path, teicable):
    teicable("init", "ed")
    persons = tmp_path / "ed" / "authorities" / "listperson.xml"
    persons.write_text("<TEI", encoding="utf-8")
    assert "1 error in 1 file" in teicable("validate", "ed", code=1).stderr


def test_an_edition_without_authority_files_is_told_what_is_missing(built, teicable):
    shutil.rmtree(built / "authorities")
    result = teicable("validate", "ed/tei")
    assert "X106" in result.stdout
    assert "not followed: ed/authorities, where they belong, holds no XML file or is not there" in result.stdout
    assert "in no edition" not in result.stdout


def test_a_broken_manifest_is_told_with_what_was_not_checked(built, teicable):
    path = built / "edition.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("title =", "titel =", 1), encoding="utf-8")
    result = teicable("validate", "ed", code=1)
    line = next(line for line in result.stdout.splitlines() if "X109" in line)
    assert line.startswith("ed/edition.toml:")
    assert "edition.toml has an unknown key “titel”" in line
    assert "neither whom it names as editors nor how its tables are to be read" in line
    assert result.stdout.count("X109") == 1
    path.write_bytes(b"format = 1\ntitle = Korea\n")
    assert "ed/edition.toml:2: X109 edition.toml is not TOML" in teicable("validate", "ed", code=1).stdout


INTRODUCTION = """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><fileDesc><titleStmt><title>Masks</title>
<author>Emilia Northcote</author></titleStmt><publicationStmt><p/></publicationStmt><sourceDesc><p/></sourceDesc>
</fileDesc></teiHeader><text><body><div><head>Forms</head><p>{words}</p></div></body></text></TEI>"""


def test_an_introduction_is_no_cable(built, teicable):
    """It holds any TEI; what is asked of it is that its references arrive."""
    document = next((built / "tei").glob("*.xml")).name
    path = built / "introduction.xml"
    path.write_text(INTRODUCTION.format(words=f'See <ref target="tei/{document}#p1">it</ref>.'), encoding="utf-8")
    assert (teicable("validate", built, "--select", "G,V,X").stdout, path.is_file()) == ("", True)
    astray = 'See <ref target="tei/cable-0.xml">it</ref> by <persName ref="person:nobody">Nobody</persName>.'
    path.write_text(INTRODUCTION.format(words=astray), encoding="utf-8")
    result = teicable("validate", built, code=1)
    assert "X107 target=“tei/cable-0.xml” names a file that is not in the folder tei" in result.stdout
    assert "X103 ref=“person:nobody” is in no authority file" in result.stdout
    assert result.stdout.count("error:") == 2
