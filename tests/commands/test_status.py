"""teicable status: how far documents have come; an editor's word that conversion keeps."""

import json

import pytest

SAMPLE = "cable-1950-01-09-17"
PLAIN = ("--no-book", "--no-epub", "--no-search")
EDITOR = '\n[[editor]]\nid = "ed1"\nname = "Ada Quill"\n'
TODAY = "2026-02-02"


@pytest.fixture
def edition(once, place, teicable):
    """A built edition that names an editor."""

    def declared():
        teicable("init", "ed", "-q")
        manifest = place / "ed" / "edition.toml"
        lines = [line for line in manifest.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
        manifest.write_text("\n".join(lines) + EDITOR, encoding="utf-8")
        teicable("build", "ed", *PLAIN)
        return place / "ed"

    return once(declared)


@pytest.fixture
def tei(edition):
    """The file of the sample."""
    return edition / "tei" / f"{SAMPLE}.xml"


def reword(edition, old="three days", new="four days"):
    source = next((edition / "source").glob("*_17.txt"))
    text = source.read_text(encoding="utf-8")
    assert old in text
    source.write_text(text.replace(old, new), encoding="utf-8")


def approve(teicable, *more):
    return teicable("status", "-e", "ed", SAMPLE, "approved", "--by", "ed1", *more)


def test_states_are_a_table(tei, teicable, another):
    another("b.txt")
    teicable("build", "ed", *PLAIN)
    approve(teicable, "-m", "compared with the page")
    result = teicable("status", "ed")
    assert result.stdout.splitlines() == [
        f"{SAMPLE}  approved   {TODAY}  ed1       compared with the page",
        f"cable-1950-01-09-18  draft      {TODAY}  teicable  converted",
    ]
    assert result.stderr == "1 draft, 1 approved\n"
    said = json.loads(teicable("status", "--json", "ed").stdout)
    assert [one["status"] for one in said] == ["approved", "draft"]


def test_a_state_is_set_and_nothing_else_changes(tei, teicable, monkeypatch, edition):
    before = tei.read_text(encoding="utf-8")
    assert approve(teicable).stderr == "1 document is approved now\n"
    after = tei.read_text(encoding="utf-8")
    assert after == before.replace('status="draft"', 'status="approved"').replace(
        "converted</change>",
        f'converted</change>\n      <change who="#ed1" when="{TODAY}">approved now</change>',
    )
    assert "0 documents are approved now, 1 was so before" in approve(teicable).stderr
    assert tei.read_text(encoding="utf-8") == after
    teicable("validate", "ed", "--strict")
    monkeypatch.chdir(edition)
    teicable("status", SAMPLE, "published", "--by", "ed1")
    assert tei.read_text(encoding="utf-8").count("<change") == 3


def test_newest_first_stays_newest_first(tei, teicable):
    text = tei.read_text(encoding="utf-8")
    old = '<change who="#ed1" when="2025-01-01">begun</change>'
    tei.write_text(text.replace("converted</change>", f"converted</change>{old}"), encoding="utf-8")
    approve(teicable)
    history = tei.read_text(encoding="utf-8").partition("<revisionDesc")[2].partition("</revisionDesc>")[0]
    assert history.index("approved now") < history.index("converted") < history.index("begun")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((SAMPLE, "approved"), "--by ed1 (Ada Quill)"),
        ((SAMPLE, "approved", "--by", "ed2"), "names no editor “ed2”"),
        ((SAMPLE, "aproved", "--by", "ed1"), "did you mean “approved”?"),
        ((f"{SAMPLE[:-1]}8", "approved", "--by", "ed1"), f"did you mean “{SAMPLE}”?"),
        ((SAMPLE, "approved", "--by", "ed1", "--date", "14 May"), "write it as 2026-05-14"),
        ((SAMPLE, "approved", "--by", "ed1", "--date", "2999-01-01"), "is not yet"),
    ],
)
def test_what_cannot_be_is_refused(tei, teicable, arguments, message):
    before = tei.read_bytes()
    assert message in teicable("status", "-e", "ed", *arguments, code=2).stderr
    assert tei.read_bytes() == before


def test_the_history_stays_in_order(tei, teicable):
    said = teicable("status", "-e", "ed", SAMPLE, "approved", "--by", "ed1", "--date", "2025-01-01", code=1).stderr
    assert f"X210 a change of 2025-01-01 cannot follow one of {TODAY}" in said


def test_an_error_that_a_state_brings_is_told_and_nothing_written(tei, teicable):
    tei.write_text(
        tei.read_text(encoding="utf-8").replace(f' when="{TODAY}">converted', ">converted"), encoding="utf-8"
    )
    before = tei.read_bytes()
    assert "V020" in approve_fails(teicable)
    assert tei.read_bytes() == before


def approve_fails(teicable):
    return teicable("status", "-e", "ed", SAMPLE, "approved", "--by", "ed1", code=1).stderr


def test_a_new_editor_is_named_first(tei, teicable, edition):
    manifest = edition / "edition.toml"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace("ed1", "ed9"), encoding="utf-8")
    order = ("status", "-e", "ed", SAMPLE, "approved", "--by", "ed9")
    assert "teicable build ed" in teicable(*order, code=1).stderr
    # A file that was edited is not converted anew: there the name is written beside the state.
    tei.write_text(tei.read_text(encoding="utf-8").replace('cert="medium"', 'cert="low"'), encoding="utf-8")
    teicable(*order)
    assert '<respStmt xml:id="ed9">' in tei.read_text(encoding="utf-8")
    teicable("validate", "ed")


def test_a_state_is_no_edit_and_is_kept(tei, teicable, edition):
    approve(teicable)
    (edition / "build" / "state.json").unlink()
    before = tei.read_bytes()
    assert "edited" not in teicable("build", "ed", *PLAIN).stderr
    assert tei.read_bytes() == before
    manifest = edition / "edition.toml"
    manifest.write_text(manifest.read_text(encoding="utf-8").replace("Ada Quill", "Ada Quill-Pen"), encoding="utf-8")
    said = teicable("build", "ed", *PLAIN).stderr
    assert "1 document converted" in said
    assert "X209" not in said
    text = tei.read_text(encoding="utf-8")
    assert "Quill-Pen" in text
    assert 'status="approved"' in text
    assert "approved now" in text


def test_an_approved_document_whose_words_change_falls_back(tei, teicable, edition):
    approve(teicable)
    reword(edition)
    for _ in range(2):
        said = teicable("build", "ed", *PLAIN).stderr
        assert "X209 it was approved, and its words changed" in said
        assert f"teicable status -e ed {SAMPLE} approved --by" in said
    text = tei.read_text(encoding="utf-8")
    assert 'status="candidate"' in text
    assert 'who="#teicable" when="2026-02-02">the words changed with the transcript; approved before' in text
    teicable("validate", "ed")
    approve(teicable)
    assert "nothing to report" in teicable("build", "ed", *PLAIN).stderr


def test_a_draft_does_not_fall(tei, teicable, edition):
    reword(edition)
    assert "X209" not in teicable("build", "ed", *PLAIN).stderr
    assert tei.read_text(encoding="utf-8").count("<change") == 1


def test_approving_an_edited_file_and_converting_it_by_force(tei, teicable):
    tei.write_text(tei.read_text(encoding="utf-8").replace('cert="medium"', 'cert="low"'), encoding="utf-8")
    approve(teicable)
    assert "1 edited file kept" in teicable("build", "ed", *PLAIN).stderr
    said = teicable("build", "ed", *PLAIN, "--force").stderr
    assert "X205" in said
    assert "X209" in said
    assert 'status="candidate"' in tei.read_text(encoding="utf-8")


def test_only_what_has_come_far_enough_is_published(tei, teicable, another, edition, snapshot):
    another("18.txt", 18)
    another("19.txt", 19)
    teicable("build", "ed")
    approve(teicable)
    teicable("status", "-e", "ed", "cable-1950-01-09-19", "published", "--by", "ed1")
    preview = teicable("build", "ed", "--min-status", "approved", "--dry-run").stdout
    assert "would remove site/cable-1950-01-09-18.html" in preview
    said = teicable("build", "ed", "--min-status", "approved").stderr
    assert "1 document left out, not yet approved" in said
    built = snapshot(edition / "build")
    assert not [name for name in built if "01-09-18" in name]
    site = {name: data for name, data in built.items() if name.endswith((".html", ".xml", ".json"))}
    assert not [name for name, data in site.items() if b"01-09-18" in data and "state" not in name]
    page = built[f"site/{SAMPLE}.html"]
    assert b'rel="next" href="cable-1950-01-09-19.html"' in page
    assert b"01-09-18" not in built["book.typ"]
    assert "0 pages made" in teicable("build", "ed", "--min-status", "approved").stderr
    # What is left out is checked all the same.
    draft = edition / "tei" / "cable-1950-01-09-18.xml"
    draft.write_text(
        draft.read_text(encoding="utf-8").replace('ref="person:orlov"', 'ref="person:orlow"'), encoding="utf-8"
    )
    assert "person:orlow" in teicable("build", "ed", "--min-status", "approved", code=1).stderr
    assert "left out" not in teicable("build", "ed", code=1).stderr
    assert (edition / "build" / "site" / "cable-1950-01-09-18.html").is_file()


def test_the_manifest_says_what_is_published(tei, teicable, edition):
    manifest = edition / "edition.toml"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace("[edition]", '[edition]\nmin-status = "approved"'), encoding="utf-8")
    said = teicable("build", "ed")
    assert "0 documents converted" in said.stderr
    assert "1 document left out, not yet approved" in said.stderr
    assert "book:" not in said.stdout
    index = (edition / "build" / "site" / "index.html").read_text(encoding="utf-8")
    assert "book.pdf" not in index
    assert SAMPLE not in index
    approve(teicable)
    assert "1 page made: " in teicable("build", "ed").stderr
    manifest.write_text(text.replace("[edition]", '[edition]\nmin-status = "aproved"'), encoding="utf-8")
    assert "min-status is one of draft, candidate, approved, published" in teicable("build", "ed", code=2).stderr


def test_a_file_outside_an_edition_keeps_its_state(teicable, edition, place):
    source = next((edition / "source").glob("*.txt"))
    teicable("convert", source, "-o", "out")
    made = place / "out" / f"{SAMPLE}.xml"
    text = made.read_text(encoding="utf-8").replace('status="draft"', 'status="approved"')
    made.write_text(text, encoding="utf-8")
    teicable("convert", source, "-o", "out")
    assert made.read_text(encoding="utf-8") == text


def test_ledgers_of_earlier_versions_are_understood(tei, teicable, edition):
    import shutil

    from teicable.edition.worker import infoset

    ledger = edition / "tei" / "LEDGER"
    ledger.write_text(f"{infoset(tei.read_bytes(), history=True)}  {tei.name}\n", encoding="utf-8")
    shutil.rmtree(edition / "tei" / ".written")
    (edition / "build" / "state.json").unlink()
    assert "edited" not in teicable("build", "ed", *PLAIN).stderr
    assert ledger.read_text(encoding="utf-8").startswith(infoset(tei.read_bytes()))
