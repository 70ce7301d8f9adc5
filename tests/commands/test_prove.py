"""teicable prove: one line a file, and where a proof fails, the place."""

import hashlib
import json

import pytest

SAMPLE = "cable-1950-01-09-17"
PLAIN = ("--no-book", "--no-epub", "--no-search")


@pytest.fixture
def edition(built):
    return built


@pytest.fixture
def tei(edition):
    return edition / "tei" / f"{SAMPLE}.xml"


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_an_edition_is_proved(tei, teicable):
    result = teicable("prove", "ed")
    assert result.stdout.split() == ["proved", str(tei.relative_to(tei.parents[2]))]
    assert result.stderr == "1 proved\n"
    assert teicable("prove", "-q", "ed").output == ""


def test_a_changed_word_is_shown_in_its_place(tei, teicable):
    change(tei, "three days", "four days")
    said = teicable("prove", "ed", code=1).stdout.splitlines()
    assert said[0].startswith("differs         ")
    assert "source line 11: " in said[1]
    assert "four days" in said[2]
    assert said[1][said[3].index("^") :].startswith("three days")
    assert said[2][said[3].index("^") :].startswith("four days")
    assert "<sic>three</sic>" in said[4]
    one = json.loads(teicable("prove", "--json", "ed", code=1).stdout)[0]
    assert (one["verdict"], one["place"]["line"]) == ("differs", 11)
    assert one["difference"]["here"].startswith("four days")


def test_the_text_can_be_had(tei, teicable, place):
    text = teicable("prove", "--text", tei).stdout_bytes
    assert hashlib.sha256(text).hexdigest() in tei.read_text(encoding="utf-8")
    teicable("prove", "--text", "ed", "-o", "rebuilt")
    assert (place / "rebuilt" / f"{SAMPLE}.txt").read_bytes() == text
    teicable("prove", "-o", "x", "ed", code=2)


def test_a_source_that_no_file_holds_is_told(tei, another, teicable):
    another("b.txt")
    said = teicable("prove", "ed", code=1).stdout
    assert "F005 no TEI file is made of it" in said
    assert "teicable build ed" in said


def test_a_divided_source_is_held_whole(edition, teicable):
    form = (
        "CIPHERED TELEGRAM No. {}\nTop Secret\nTo Comrade Vetrov.\nThe delegation has come to the port today.\nORLOV\n"
    )
    (edition / "source" / "two.txt").write_text(form.format(31) + "\n\n" + form.format(32), encoding="utf-8")
    teicable("build", "ed", *PLAIN)
    files = [path for path in (edition / "tei").glob("*.xml") if 'type="lines"' in path.read_text(encoding="utf-8")]
    assert len(files) == 2
    teicable("prove", "ed")
    files[1].unlink()
    assert "lines of it stand in no TEI file" in teicable("prove", "ed", code=1).stdout


def test_what_cannot_be_told_is_no_error_and_what_cannot_be_read_is(tei, teicable):
    assert "cannot be told" in teicable("prove", "ed/authorities/listperson.xml").stdout
    change(tei, "</closer>", "")
    said = teicable("prove", "ed", code=1)
    assert "not well-formed" in said.stdout
    assert "F005" not in said.stdout


def test_without_the_transcript_what_conversion_wrote_shows_the_place(tei, edition, teicable):
    next((edition / "source").glob("*.txt")).unlink()
    teicable("prove", "ed")
    change(tei, "three days", "four days")
    said = teicable("prove", "ed", code=1).stdout
    assert "the TEI gives back" in said
    assert "    source:       … " in said
    assert "<sic>three</sic>" in said
