"""Decisions in ``review/`` reach the TEI files of an edition, and only sources they touch are converted again."""

from __future__ import annotations

DECISION = """format = 1

[[decision]]
verdict = "reject"
claim = "{claim}"
value = "{value}"
quote = "{quote}"
by = "ed1"
when = 2026-11-22
"""


def decide(edition, document, claim, value, quote):
    path = edition / "review" / f"{document}.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(DECISION.format(claim=claim, value=value, quote=quote), encoding="utf-8")


def test_only_the_touched_source_is_converted_again(edition, teicable, another):
    another("two.txt")
    teicable("build", "ed")
    decide(edition, "cable-1950-01-09-17", "S101", "", "three")
    result = teicable("build", "ed", "-v")
    assert "converted cable-1950-01-09-17" in result.stderr
    assert "converted cable-1950-01-09-18" not in result.stderr
    assert "converted" not in teicable("build", "ed", "-v").stderr.replace("0 documents converted", "")


def test_a_decision_that_lost_its_place_is_told_at_every_build(built, teicable):
    decide(built, "cable-1950-01-09-17", "persName", "ref=person:x", "words that are nowhere")
    for _ in range(2):
        result = teicable("build", "ed", "-q")
        assert "A011 of “words that are nowhere”" in result.stderr
        assert "teicable review ed" in result.stderr


def test_a_file_of_decisions_that_cannot_be_read_stops_the_run(edition, teicable):
    (edition / "review").mkdir()
    (edition / "review" / "x.toml").write_text("format = 1\n[[decisions]]\n", encoding="utf-8")
    assert "did you mean “decision”?" in teicable("build", "ed", code=2).stderr


def test_a_conversion_into_another_folder_keeps_to_the_decisions_too(edition, teicable):
    teicable("build", "ed", "-q", "--no-book")
    name = "cable-1950-01-09-17"
    tei = (edition / "tei" / f"{name}.xml").read_text(encoding="utf-8")
    assert '<persName type="pseudo" ref="person:orlov"' in tei
    decide(edition, name, "persName", "type=pseudo ref=person:orlov", "Captain Lind")
    teicable("convert", next((edition / "source").glob("*.txt")), "-e", "ed", "-o", "out")
    assert '<persName type="pseudo" ref="person:orlov" ana' not in (edition.parent / "out" / f"{name}.xml").read_text(
        "utf-8"
    )
