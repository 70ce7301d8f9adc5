"""teicable update: what conversion gives now comes into a file that was edited, and nothing of the editor's goes."""

import re
import shutil

import pytest

SAMPLE = "cable-1950-01-09-17"
PLAIN = ("--no-book", "--no-epub", "--no-search")
NOTE = '<note xml:id="n9" n="9" type="editorial" resp="#ed1">They left earlier.</note>'


@pytest.fixture
def edition(once, place, teicable):
    """A built edition that names an editor."""

    def declared():
        teicable("init", "ed", "-q")
        manifest = place / "ed" / "edition.toml"
        manifest.write_text(manifest.read_text("utf-8") + '\n[[editor]]\nid = "ed1"\nname = "E. Ditor"\n', "utf-8")
        teicable("build", "ed", *PLAIN)
        return place / "ed"

    return once(declared)


@pytest.fixture
def built(edition):
    """An edition whose one cable was edited: a note, a corrected reading, a comment, the history."""
    edit(
        edition,
        (r"(three days\.)", rf"\1{NOTE}"),
        (r" stay ", ' <choice><sic>stay</sic><corr resp="#ed1">remain</corr></choice> '),
        (r"</signed>", "</signed> <!-- see the facsimile -->"),
        (r'status="draft"', 'status="candidate"'),
    )
    return edition


def tei(edition):
    return edition / "tei" / f"{SAMPLE}.xml"


def edit(edition, *edits):
    text = tei(edition).read_text("utf-8")
    for pattern, replacement in edits:
        text, count = re.subn(pattern, replacement, text, count=1)
        assert count, pattern
    tei(edition).write_text(text, "utf-8")


def source(edition, old, new):
    path = next((edition / "source").glob("*.txt"))
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def rename(edition):
    """Give a person another id, in the authority file alone."""
    path = edition / "authorities" / "listperson.xml"
    path.write_text(path.read_text("utf-8").replace('"vetrov"', '"vetrov-a"'), "utf-8")


def test_nothing_is_to_be_done_where_conversion_gives_the_same(built, teicable):
    before = tei(built).read_bytes()
    assert "no edited file differs" in teicable("update", "ed").stderr
    assert tei(built).read_bytes() == before


def test_a_renamed_person_and_a_corrected_source_come_in(built, teicable):
    rename(built)
    source(built, "has arrived", "had arrived")
    assert f"teicable update ed {SAMPLE}" in teicable("build", "ed", *PLAIN, code=1).stderr
    result = teicable("update", "ed")
    assert f"{SAMPLE}: " in result.stdout
    assert "person:vetrov is now called person:vetrov-a (2 places)" in result.stdout
    assert "the source has “had” where it had “has”" in result.stdout
    text = tei(built).read_text("utf-8")
    for word in (NOTE, '<corr resp="#ed1">remain</corr>', "<!-- see the facsimile -->", 'status="candidate"'):
        assert word in text
    assert 'ref="person:vetrov-a"' in text
    assert "The delegation had arrived" in text
    assert "1 proved" in teicable("prove", "ed").stderr
    assert "X201" not in teicable("build", "ed", *PLAIN).stderr


def test_the_file_still_counts_as_edited_and_a_second_update_changes_nothing(built, teicable):
    rename(built)
    teicable("update", "ed")
    before = {path: path.read_bytes() for path in (built / "tei").rglob("*") if path.is_file()}
    assert "no edited file differs" in teicable("update", "ed").stderr
    assert "1 edited file kept" in teicable("build", "ed", *PLAIN).stderr
    assert {path: path.read_bytes() for path in before} == before
    assert (built / "tei" / ".written" / f"{SAMPLE}.xml").read_bytes() != tei(built).read_bytes()


def test_the_diff_and_the_dry_run_write_nothing(built, teicable, snapshot):
    rename(built)
    before = snapshot(built)
    assert (
        '+            <addrLine>To Comrade <persName ref="person:vetrov-a"' in teicable("update", "ed", "--diff").stdout
    )
    assert "would go in" in teicable("update", "ed", SAMPLE, "--dry-run").stdout
    assert snapshot(built) == before


def test_a_decision_stands_against_the_machine_and_stays_open(built, teicable):
    edit(built, (r'<persName ref="person:vetrov" ana="[^"]*">Vetrov</persName>', "<orgName>Vetrov</orgName>"))
    source(built, "will stay", "will rest")
    result = teicable("update", "ed")
    assert "X207" in result.stderr
    assert "the source now has “rest”" in result.stderr
    text = tei(built).read_text("utf-8")
    assert "<sic>stay</sic>" in text
    assert "<orgName>Vetrov</orgName>" in text
    log = (built / "review" / f"{SAMPLE}.toml").read_text("utf-8")
    assert "[[open]]" in log
    assert "rest" in log
    teicable("update", "ed")
    assert (built / "review" / f"{SAMPLE}.toml").read_text("utf-8") == log


def test_an_open_question_is_listed_and_closed_by_its_editor(built, teicable):
    source(built, "will stay", "will rest")
    teicable("update", "ed")
    listed = teicable("review", "ed").stdout
    assert "▸rest◂ for three days" in listed
    assert "the source now has “rest”\n    your file has: “stay”" in listed
    (key,) = re.findall(r"^  (\w{7})  .*\n.*▸rest◂", listed, re.MULTILINE)
    before = tei(built).read_bytes()
    refused = teicable("review", "ed", "--accept", key, code=2).stderr
    assert "no decision changes a file you edited" in refused
    assert f"tei/{SAMPLE}.xml" in refused
    told = teicable("review", "ed", "--reject", key, "--why", "the facsimile has it").stderr
    assert "1 question is closed" in told
    log = (built / "review" / f"{SAMPLE}.toml").read_text("utf-8")
    assert "[[open]]" not in log
    assert 'editor = "“stay”"' in log
    assert "▸rest◂" not in teicable("review", "ed").stdout
    # Conversion passes over it, also where the file is converted anew.
    assert "A011" not in teicable("build", "ed", *PLAIN, "--force").stderr
    assert tei(built).read_bytes() != before
    teicable("update", "ed")
    assert "[[open]]" not in (built / "review" / f"{SAMPLE}.toml").read_text("utf-8")


def test_build_says_which_edited_files_could_be_brought_forward(built, teicable):
    assert "X206" not in teicable("build", "ed", *PLAIN).stderr
    rename(built)
    told = teicable("build", "ed", *PLAIN, code=1).stderr
    assert "X206" in told
    assert f"teicable update ed {SAMPLE} --diff" in told
    teicable("update", "ed")
    assert "X206" not in teicable("build", "ed", *PLAIN).stderr


def test_without_a_base_nothing_is_merged_and_it_is_said_how_to_get_one(built, teicable, snapshot):
    base = (built / "tei" / ".written" / f"{SAMPLE}.xml").read_bytes()
    shutil.rmtree(built / "tei" / ".written")
    rename(built)
    before = snapshot(built / "tei")
    told = teicable("update", "ed").stderr
    assert "X208" in told
    assert f"tei/.written/{SAMPLE}.xml" in told
    assert snapshot(built / "tei") == before
    (built / "tei" / ".written").mkdir()
    (built / "tei" / ".written" / f"{SAMPLE}.xml").write_bytes(base)
    assert "person:vetrov is now called person:vetrov-a" in teicable("update", "ed").stdout


def test_a_run_that_was_interrupted_is_taken_up(built, teicable):
    ledger, base = (built / "tei" / "LEDGER").read_bytes(), (built / "tei" / ".written" / f"{SAMPLE}.xml").read_bytes()
    rename(built)
    teicable("update", "ed")
    merged = tei(built).read_bytes()
    (built / "tei" / "LEDGER").write_bytes(ledger)
    (built / "tei" / ".written" / f"{SAMPLE}.xml").write_bytes(base)
    teicable("update", "ed")
    assert tei(built).read_bytes() == merged
    assert "no edited file differs" in teicable("update", "ed").stderr


def test_an_id_that_is_none(built, teicable):
    assert "there is no document “cable-1”" in teicable("update", "ed", "cable-1", code=2).stderr


def test_convert_shows_what_it_would_change_and_writes_nothing(built, teicable, another, snapshot):
    another("b.txt", 18)
    teicable("build", "ed", *PLAIN)
    rename(built)
    before = snapshot(built)
    shown = teicable("convert", "-e", "ed", "--diff").stdout
    assert shown.count("+++ ") == 2
    assert '-            <addrLine>To Comrade <persName ref="person:vetrov"' in shown
    one = teicable("convert", "-e", "ed", "--diff", "ed/source/b.txt").stdout
    assert one.count("+++ ") == 1
    assert snapshot(built) == before
    assert "--diff goes with -e" in teicable("convert", "--diff", "ed/source/b.txt", code=2).stderr
    assert "SOURCE" in teicable("convert", code=2).stderr
