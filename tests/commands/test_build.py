"""teicable build: what is due and nothing else; an editor's work is safe."""

import json
import os
import re
import subprocess
import sys
import time

import pytest
from lxml import html

from teicable.edition import plan
from teicable.render.addresses import PAGES

SAMPLE = "cable-1950-01-09-17"
PLAIN = ("--no-book", "--no-epub", "--no-search")
"""What a build leaves out where a test looks at documents and their pages only."""


def test_a_new_edition_builds(edition, teicable, snapshot):
    result = teicable("build", "ed")
    assert "1 document converted, 1 page made" in result.stderr
    assert result.stdout.splitlines() == [
        f"pages: {os.path.join('ed', 'build', 'site', 'index.html')}",
        f"book:  {os.path.join('ed', 'build', 'book.pdf')}",
        f"EPUB:  {os.path.join('ed', 'build', 'book.epub')}",
        f"TEI:   {os.path.join('ed', 'tei')}",
    ]
    made = snapshot(edition)
    assert {
        "ids.toml",
        "tei/LEDGER",
        f"tei/{SAMPLE}.xml",
        f"build/facts/{SAMPLE}.xml",
        f"build/site/{SAMPLE}.html",
        f"build/site/tei/{SAMPLE}.xml",
        f"build/site/pdf/{SAMPLE}.pdf",
        f"build/site/text/{SAMPLE}.txt",
        f"build/site/markup/{SAMPLE}.html",
        f"build/site/marks/{SAMPLE}.html",
        f"build/site/transcript/{SAMPLE}.html",
        f"build/site/csl/{SAMPLE}.json",
        f"build/site/bibtex/{SAMPLE}.bib",
        f"build/site/ris/{SAMPLE}.ris",
        "build/book.pdf",
        "build/book.typ",
        "build/book.epub",
        "build/site/index.html",
        "build/site/css/edition.css",
    } <= set(made)
    assert made[f"build/site/tei/{SAMPLE}.xml"] == made[f"tei/{SAMPLE}.xml"]


def test_a_second_build_has_nothing_to_do(edition, teicable):
    teicable("build", "ed")
    before = {path: path.stat().st_mtime_ns for path in edition.rglob("*") if path.is_file() and path.name != ".lock"}
    assert "everything is up to date" in teicable("build", "ed", "--dry-run").stdout
    assert "0 documents converted, 0 pages made" in teicable("build", "ed").stderr
    after = {path: path.stat().st_mtime_ns for path in edition.rglob("*") if path.is_file() and path.name != ".lock"}
    assert before == after


def test_the_result_does_not_depend_on_workers_place_or_history(edition, teicable, another, place, snapshot):
    for number in range(18, 24):
        another(f"{number}.txt", number)
    teicable("build", "ed", "-j", 1)
    one = snapshot(edition)
    edition.rename(place / "elsewhere")
    for name in ("build", "tei"):
        import shutil

        shutil.rmtree(place / "elsewhere" / name)
    teicable("build", "elsewhere", "-j", 2)
    assert snapshot(place / "elsewhere") == one


def test_only_what_changed_is_done_again(edition, teicable, another):
    path = another("b.txt")
    teicable("build", "ed", *PLAIN)
    path.write_text(path.read_text(encoding="utf-8").replace("three", "four"), encoding="utf-8")
    result = teicable("build", "ed", *PLAIN, "-v")
    assert "1 document converted, 1 page made" in result.stderr
    assert "converted cable-1950-01-09-18" in result.stderr
    assert b"four days" in (edition / "tei" / "cable-1950-01-09-18.xml").read_bytes()


def test_a_new_title_reaches_the_neighbours_and_nobody_else(edition, teicable, another):
    for number in range(18, 22):
        another(f"{number}.txt", number)
    teicable("build", "ed")
    site = edition / "build" / "site"
    files = (path for path in site.rglob("*") if path.is_file() and "pagefind" not in path.parts)
    before = {path: path.stat().st_mtime_ns for path in files}
    tei = edition / "tei" / "cable-1950-01-09-19.xml"
    tei.write_text(re.sub(r"(<title [^>]*main[^>]*>)", r"\1Anew: ", tei.read_text(encoding="utf-8")), encoding="utf-8")
    preview = teicable("build", "ed", "--dry-run").stdout
    assert preview.splitlines() == ["would check and render cable-1950-01-09-19"]
    # The word that was put in stands in no source, which validation says.
    assert "0 documents converted, 3 pages made" in teicable("build", "ed", code=1).stderr
    changed = {path.relative_to(site).as_posix() for path, time_ in before.items() if path.stat().st_mtime_ns != time_}
    pages = {f"cable-1950-01-09-{number}.html" for number in (18, 19, 20)}
    own = {*PAGES.values(), "documents.json", "facts.csv"}
    forms = ("tei/{}.xml", "markup/{}.html", "transcript/{}.html", "pdf/{}.pdf", "text/{}.txt", "csl/{}.json")
    forms += ("bibtex/{}.bib", "ris/{}.ris", "marks/{}.html")
    alone = {"book.pdf", "book.epub", *(form.format("cable-1950-01-09-19") for form in forms)}
    assert pages < changed <= pages | own | alone
    assert "Anew: " in (site / "cable-1950-01-09-18.html").read_text(encoding="utf-8")
    assert "everything is up to date" in teicable("build", "ed", "--dry-run").stdout


def test_a_new_document_comes_between_its_neighbours(edition, teicable, another):
    another("19.txt", 19)
    teicable("build", "ed", *PLAIN)
    another("18.txt", 18)
    assert "1 document converted, 3 pages made" in teicable("build", "ed", *PLAIN).stderr
    page = (edition / "build" / "site" / f"{SAMPLE}.html").read_text(encoding="utf-8")
    assert 'rel="next" href="cable-1950-01-09-18.html"' in page


def test_who_leaves_an_exchange_is_passed_over_by_the_pages_of_the_others(edition, teicable, another):
    for number in range(18, 21):
        another(f"{number}.txt", number)
    teicable("build", "ed", *PLAIN)
    page = edition / "build" / "site" / "cable-1950-01-09-18.html"
    assert exchanged(page) == [("prev", f"{SAMPLE}.html"), ("next", "cable-1950-01-09-19.html")]
    tei = edition / "tei" / "cable-1950-01-09-19.xml"
    tei.write_text(tei.read_text(encoding="utf-8").replace("person:vetrov", "person:orlov"), encoding="utf-8")
    # Of its neighbours in time only the exchange has changed.
    assert "3 pages made" in teicable("build", "ed", *PLAIN).stderr
    assert exchanged(page) == [("prev", f"{SAMPLE}.html"), ("next", "cable-1950-01-09-20.html")]
    assert "everything is up to date" in teicable("build", "ed", *PLAIN, "--dry-run").stdout


def exchanged(page):
    tree = html.document_fromstring(page.read_text(encoding="utf-8"))
    return [(a.get("class"), a.get("href")) for a in tree.xpath("//nav[@class='neighbours exchange']/a")]


def test_the_transcript_beside_the_text_follows_the_source(edition, teicable, another):
    source = another("18.txt", 18)
    teicable("build", "ed", *PLAIN)
    page = edition / "build" / "site" / "transcript" / "cable-1950-01-09-18.html"
    assert line(page, "L9") == "To Comrade Vetrov."
    # Blank lines are no words: the TEI file stays as it is, but its lines stand elsewhere.
    source.write_text("\n\n" + source.read_text(encoding="utf-8"), encoding="utf-8")
    teicable("build", "ed", *PLAIN)
    assert line(page, "L11") == "To Comrade Vetrov."
    assert "everything is up to date" in teicable("build", "ed", *PLAIN, "--dry-run").stdout
    source.unlink()
    teicable("build", "ed", *PLAIN)
    assert line(page, "L11") == ""
    assert "To Comrade Vetrov." in page.read_text(encoding="utf-8")


def line(page, identifier):
    return html.document_fromstring(page.read_text(encoding="utf-8")).xpath(f"string(//li[@id='{identifier}']/code)")


def test_what_nobody_wants_is_not_made_and_made_up_later(edition, teicable):
    parts = [
        edition / "build" / name
        for name in (f"parts/{SAMPLE}.typ", f"chapters/{SAMPLE}.xhtml", f"search/{SAMPLE}.html")
    ]
    spare = ("--no-book", "--no-epub", "--no-search")
    teicable("build", "ed", *spare)
    assert not any(part.exists() for part in parts)
    assert "everything is up to date" in teicable("build", "ed", "--dry-run", *spare).stdout
    teicable("build", "ed")
    assert all(part.exists() for part in parts)
    path = edition / "tei" / f"{SAMPLE}.xml"
    path.write_text(path.read_text(encoding="utf-8") + "<!-- looked through -->\n", encoding="utf-8")
    teicable("build", "ed", "--no-epub")
    assert [part.exists() for part in parts] == [True, False, True]


def test_pages_lead_to_a_book_only_where_there_is_one(edition, teicable):
    site = edition / "build" / "site"
    teicable("build", "ed", "--no-book")
    assert "book.pdf" not in (site / "index.html").read_text(encoding="utf-8")
    teicable("build", "ed")
    for name in ("index.html", f"{SAMPLE}.html"):
        assert 'href="book.pdf"' in (site / name).read_text(encoding="utf-8")
    assert (site / "book.pdf").read_bytes() == (edition / "build" / "book.pdf").read_bytes()
    assert "0 pages made" in teicable("build", "ed", "--no-book").stderr


def test_an_edited_file_is_kept_and_its_page_made(built, teicable):
    tei = built / "tei" / f"{SAMPLE}.xml"
    edited = tei.read_text(encoding="utf-8").replace('cert="medium"', 'cert="low"')
    assert edited != tei.read_text(encoding="utf-8")
    tei.write_text(edited, encoding="utf-8")
    assert "0 documents converted, 1 page made" in teicable("build", "ed", *PLAIN).stderr
    (built / "build" / "state.json").unlink()
    assert "1 edited file kept" in teicable("build", "ed", *PLAIN).stderr
    assert tei.read_text(encoding="utf-8") == edited


def test_a_source_that_changed_under_an_edited_file_is_a_review(built, teicable):
    tei = built / "tei" / f"{SAMPLE}.xml"
    edited = tei.read_text(encoding="utf-8").replace('cert="medium"', 'cert="low"')
    tei.write_text(edited, encoding="utf-8")
    source = next((built / "source").glob("*.txt"))
    source.write_text(source.read_text(encoding="utf-8").replace("three days", "four days"), encoding="utf-8")
    for _ in range(2):
        assert "X201" in teicable("build", "ed", *PLAIN).stderr
    teicable("build", "ed", *PLAIN, "--strict", code=1)
    assert tei.read_text(encoding="utf-8") == edited
    one = f"teicable convert ed/source/{source.name} -e ed --force"
    assert one in teicable("build", "ed", *PLAIN).stderr
    said = teicable(*one.split()[1:]).stderr
    assert "X201" not in said
    assert f"X205 it had been edited and was converted anew; what you had is kept as tei/{SAMPLE}.xml.edited" in said
    assert b"four days" in tei.read_bytes()
    assert tei.with_name(f"{SAMPLE}.xml.edited").read_text(encoding="utf-8") == edited
    assert "nothing to report" in teicable("build", "ed", *PLAIN).stderr


def test_white_space_is_no_edit(built, teicable):
    tei = built / "tei" / f"{SAMPLE}.xml"
    written = tei.read_bytes()
    tei.write_bytes(written.replace(b"\n  <teiHeader>", b"\n      <teiHeader>"))
    assert tei.read_bytes() != written
    (built / "build" / "state.json").unlink()
    teicable("build", "ed", *PLAIN)
    assert tei.read_bytes() == written


def test_two_sources_of_one_cable_get_letters(edition, teicable, another):
    another("a.txt", 17, "four")
    teicable("build", "ed", *PLAIN)
    assert {path.name for path in (edition / "tei").glob("*.xml")} == {f"{SAMPLE}-a.xml", f"{SAMPLE}-b.xml"}
    assert f'xml:id="{SAMPLE}-b"'.encode() in (edition / "tei" / f"{SAMPLE}-b.xml").read_bytes()


def test_a_renamed_source_keeps_its_document(built, teicable):
    source = next((built / "source").glob("*.txt"))
    source.rename(source.with_name("renamed.txt"))
    assert "X203" not in teicable("build", "ed", *PLAIN).stderr
    assert [path.name for path in (built / "tei").glob("*.xml")] == [f"{SAMPLE}.xml"]
    assert b"renamed.txt" in (built / "tei" / f"{SAMPLE}.xml").read_bytes()


def test_what_has_no_source_is_reported_and_what_has_no_document_is_removed(edition, teicable, another, snapshot):
    path = another("b.txt")
    teicable("build", "ed")
    path.unlink()
    result = teicable("build", "ed")
    assert "cable-1950-01-09-18.xml: X203" in result.stderr
    assert (edition / "build" / "site" / "cable-1950-01-09-18.html").is_file()
    (edition / "tei" / "cable-1950-01-09-18.xml").unlink()
    assert "would remove site/cable-1950-01-09-18.html" in teicable("build", "ed", "--dry-run").stdout
    assert "removed site/tei/cable-1950-01-09-18.xml" in teicable("build", "ed", "-v").stderr
    assert not [name for name in snapshot(edition / "build") if "18" in name.rpartition("/")[2]]
    assert b"cable-1950-01-09-18" not in (edition / "build" / "site" / "index.html").read_bytes()
    assert b"cable-1950-01-09-18" in (edition / "ids.toml").read_bytes()


def test_an_edition_that_lost_everything_is_empty_and_current(built, teicable):
    for path in [*(built / "source").glob("*.txt"), *(built / "tei").glob("*.xml")]:
        path.unlink()
    teicable("build", "ed")
    assert not list((built / "build" / "site").glob("cable-*"))
    assert json.loads((built / "build" / "state.json").read_text(encoding="utf-8"))["pages"] == {}
    assert "everything is up to date" in teicable("build", "ed", "--dry-run").stdout


def test_a_refused_source_fails_the_build_and_hinders_nothing_else(edition, teicable):
    (edition / "source" / "a.txt").write_bytes(b"\x80\x81 no text")
    for _ in range(2):
        result = teicable("build", "ed", code=1)
        assert f"{os.path.join('ed', 'source', 'a.txt')}" in result.stderr
    assert (edition / "build" / "site" / f"{SAMPLE}.html").is_file()
    assert b"a.txt" not in (edition / "ids.toml").read_bytes()


def test_every_edited_file_that_force_replaces_is_named_and_kept(built, teicable):
    tei = built / "tei" / f"{SAMPLE}.xml"
    written = tei.read_text(encoding="utf-8")
    for certainty, name in (("low", "edited"), ("high", "edited-2"), ("low", "edited")):
        edited = written.replace('cert="medium"', f'cert="{certainty}"')
        tei.write_text(edited, encoding="utf-8")
        assert f"tei/{SAMPLE}.xml.{name}\n" in teicable("build", "ed", *PLAIN, "--force").stderr
        assert tei.read_text(encoding="utf-8") == written
        assert tei.with_name(f"{SAMPLE}.xml.{name}").read_text(encoding="utf-8") == edited
    assert "X205" not in teicable("build", "ed", *PLAIN, "--force").stderr


def test_a_change_carried_over_is_no_longer_a_review_of_the_source(built, teicable):
    tei = built / "tei" / f"{SAMPLE}.xml"
    source = next((built / "source").glob("*.txt"))
    source.write_text(source.read_text(encoding="utf-8").replace("three days", "four days"), encoding="utf-8")
    tei.write_text(tei.read_text(encoding="utf-8").replace("three days", "four days"), encoding="utf-8")
    said = teicable("build", "ed", *PLAIN).stderr
    assert "X201" not in said
    assert "F002" in said
    assert "“sha256-canonical”" in said


def test_open_places_of_a_source_are_the_editors_once_the_file_is_edited(edition, teicable):
    source = next((edition / "source").glob("*.txt"))
    odd = "Top Secret\nQuux of the 3rd line grimbled"
    source.write_text(source.read_text(encoding="utf-8").replace("Top Secret", odd), encoding="utf-8")
    said = teicable("build", "ed", *PLAIN).stderr
    assert "S101" in said
    assert "V021" not in said
    tei = edition / "tei" / f"{SAMPLE}.xml"
    written = tei.read_text(encoding="utf-8")
    tei.write_text(written.replace('cert="medium"', 'cert="low"'), encoding="utf-8")
    for _ in range(2):
        said = teicable("build", "ed", *PLAIN).stderr
        assert "S101" not in said
        assert "V021" in said
        assert "1 edited file kept" in said
    tei.write_text(written, encoding="utf-8")
    said = teicable("build", "ed", *PLAIN).stderr
    assert "S101" in said
    assert "kept" not in said


def test_a_broken_tei_file_keeps_its_last_page(built, teicable, snapshot):
    tei = built / "tei" / f"{SAMPLE}.xml"
    before = snapshot(built / "build")
    tei.write_bytes(tei.read_bytes()[:-20])
    for _ in range(2):
        said = teicable("build", "ed", code=1).stderr
        assert "G001" in said
        assert "its page is still that of the last version that could be read" in said
    after = snapshot(built / "build")
    assert {name: data for name, data in after.items() if name != "state.json"} == {
        name: data for name, data in before.items() if name != "state.json"
    }


def test_a_tei_file_that_could_never_be_read_has_no_page(edition, teicable):
    (edition / "tei").mkdir(exist_ok=True)
    (edition / "tei" / "letter.xml").write_bytes(b"<TEI")
    said = teicable("build", "ed", code=1).stderr
    assert "G001" in said
    assert "its page" not in said
    assert not (edition / "build" / "site" / "letter.html").exists()


def test_an_authority_file_that_cannot_be_read_halts_the_build(built, teicable, snapshot, another):
    another("b.txt")
    before = snapshot(built)
    persons = built / "authorities" / "listperson.xml"
    whole = persons.read_bytes()
    persons.write_bytes(whole[:-20])
    for command in (("build", "ed"), ("convert", "ed/source/b.txt", "-e", "ed"), ("build", "ed", "--force")):
        said = teicable(*command, code=1).stderr
        assert "listperson.xml" in said
        assert "nothing was converted" in said
    persons.write_bytes(whole)
    assert snapshot(built) == before
    assert "1 document converted" in teicable("build", "ed").stderr


def test_a_dry_run_writes_nothing(edition, teicable, snapshot):
    before = snapshot(edition)
    result = teicable("build", "ed", "--dry-run")
    assert "would convert 1950-01-09_sample_17.txt" in result.stdout
    assert snapshot(edition) == before


def test_what_is_no_edition_cannot_be_built(teicable, place):
    assert "holds no edition.toml" in teicable("build", ".", code=2).stderr
    assert "there is no folder" in teicable("build", "nowhere", code=2).stderr
    (place / "ed").mkdir()
    (place / "ed" / "edition.toml").write_text('format = 1\n[edition]\ntitle = "K"\n', encoding="utf-8")
    assert "has no folder source" in teicable("build", "ed", code=2).stderr


def test_two_builds_keep_apart(edition, teicable):
    from teicable import files

    with files.locked(edition / "build" / ".lock", "is building"):
        result = teicable("build", "ed", code=2)
    assert f"process {os.getpid()} is already building ed" in result.stderr


@pytest.mark.skipif(sys.platform == "win32", reason="signals differ")
def test_an_interrupted_build_leaves_nothing_half_written(edition, teicable, another, snapshot):
    import signal

    for number in range(18, 36):
        another(f"{number}.txt", number)
    command = [sys.executable, "-m", "teicable", "build", str(edition), "-j", "2", *PLAIN]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        deadline = time.monotonic() + 60
        while not list((edition / "tei").glob("*.xml")) and process.poll() is None and time.monotonic() < deadline:
            time.sleep(0.005)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=60)
    assert "Traceback" not in errors
    assert process.returncode in (0, 130), errors
    for name, data in snapshot(edition).items():
        assert not name.endswith(".tmp")
        if name.startswith("tei/") and name.endswith(".xml"):
            assert data.rstrip().endswith(b"</TEI>")
    teicable("build", "ed", *PLAIN)
    assert len(list((edition / "build" / "site").glob("cable-*.html"))) == 19


def test_the_state_holds_no_place(built, teicable, place):
    state = (built / "build" / "state.json").read_text(encoding="utf-8")
    assert str(place) not in state
    assert json.loads(state)["format"] == plan.FORMAT


def test_the_sample_edition_builds_without_error(korea, teicable):
    result = teicable("build", "korea-1950")
    assert {path.name for path in (korea / "tei").glob("*.xml")} == {
        "cable-1950-05-14-8600.xml",
        "cable-1950-07-13-3305.xml",
    }
    assert "error" not in result.stderr.splitlines()[-1]
    teicable("validate", "korea-1950")


TWO = """\
Secret
Ciphered Telegram No. 415
From STOCKHOLM, 16.IV.57, 12:00
To Comrade GROMYKO
The director of the railway board asked me whether we would object to the ferry being extended by one call.
GREBNEV
Copies: Gromyko, Zorin

Top Secret
Ciphered Telegram No. 229
Sent 20.IV.57 at 23:15
STOCKHOLM, SOVIET AMBASSADOR
Tell him that we have no objection and that the call should be tried in the summer.
GROMYKO
Copies: Mikoyan, Zorin
"""


def test_a_source_of_two_cables_is_two_documents(edition, teicable):
    source = edition / "source" / "two.txt"
    source.write_text(TWO, encoding="utf-8")
    assert "S107" in teicable("build", "ed", *PLAIN).stderr
    documents = {path.stem for path in (edition / "tei").glob("cable-1957*.xml")}
    assert documents == {"cable-1957-04-16-415", "cable-1957-04-20-229"}
    assert 'further = ["cable-1957-04-20-229"]' in (edition / "ids.toml").read_text(encoding="utf-8")
    assert {path.stem for path in (edition / "build" / "site").glob("cable-1957*.html")} == documents
    validated = teicable("validate", "ed")
    assert "F00" not in validated.stdout + validated.stderr
    done = teicable("build", "ed", *PLAIN, "-v")
    assert "cable-1957" not in done.stdout


def test_a_changed_line_is_reported_for_the_cable_that_has_it(edition, teicable):
    source = edition / "source" / "two.txt"
    source.write_text(TWO, encoding="utf-8")
    teicable("build", "ed", *PLAIN)
    source.write_text(TWO.replace("in the summer", "in the autumn"), encoding="utf-8")
    told = teicable("validate", "ed")
    lines = [line for line in (told.stdout + told.stderr).splitlines() if "F002" in line]
    assert len(lines) == 2
    assert sum("not in its words" in line for line in lines) == 1


def test_each_row_of_a_table_is_a_document_that_keeps_its_id(teicable, place):
    teicable("init", "e")
    (place / "e" / "source" / "1950-01-09_sample_17.txt").unlink(missing_ok=True)
    rows = [
        "7,Cable from Arkadin to Yelagin,The boats have come to Wonsan.",
        "8,Cable from Arkadin to Yelagin,And gone.",
    ]
    table = place / "e" / "source" / "cables.csv"
    table.write_text("id,title,Words\n" + "\n".join(rows) + "\n9,,\n")
    manifest = place / "e" / "edition.toml"
    manifest.write_text(manifest.read_text() + '\n[columns]\ntext = "Words"\n')
    done = teicable("build", "e", *PLAIN, code=1)
    assert "source/cables.csv:4: R013" in done.stderr
    ids = (place / "e" / "ids.toml").read_text()
    assert '["cables.csv#7"]' in ids
    made = {path.name: path.read_bytes() for path in (place / "e" / "tei").glob("*.xml")}
    table.write_text("id,title,Words\n6,,A new one.\n" + "\n".join(reversed(rows)) + "\n")
    teicable("build", "e", *PLAIN)
    now = {path.name: path.read_bytes() for path in (place / "e" / "tei").glob("*.xml")}
    assert made.items() <= now.items()
    assert len(now) == len(made) + 1
    assert "F00" not in teicable("validate", "e").stdout
    teicable("convert", str(table), "-e", "e", "-o", "out")
    assert {path.name for path in (place / "out").glob("*.xml")} == set(now) - {"cable-1950-01-09-17.xml"}


def test_what_is_stated_beside_a_source_enters_its_document(teicable, place):
    teicable("init", "e")
    source = next((place / "e" / "source").glob("*.txt"))
    manifest = place / "e" / "edition.toml"
    manifest.write_text(manifest.read_text() + '\n[[editor]]\nid = "ed1"\nname = "E. Northcote"\n')
    teicable("build", "e", *PLAIN)
    beside = source.with_suffix(".toml")
    beside.write_text('addres = "https://x.example/1"\n')
    assert "did you mean “address”?" in teicable("build", "e", *PLAIN, code=2).stderr
    beside.write_text('address = "https://x.example/1"\naccessed = 2026-01-15\n')
    teicable("build", "e", *PLAIN)
    (tei,) = (place / "e" / "tei").glob("*.xml")
    assert '<idno type="URI" resp="#ed1">https://x.example/1</idno>' in tei.read_text()
    assert '<date type="accessed" when="2026-01-15" resp="#ed1"/>' in tei.read_text()


def test_the_last_line_names_what_was_not_converted(edition, teicable):
    (edition / "source" / "old.txt").write_bytes(b"Caf\xe9")
    lines = teicable("build", "ed", *PLAIN, code=1).stderr.splitlines()
    assert "1 source not converted (old.txt)" in lines[-1]


def test_pages_speak_the_language_of_the_interface(edition, teicable):
    manifest = edition / "edition.toml"
    teicable("build", edition, "-q", "--no-search")
    document = next((edition / "tei").glob("*.xml"))
    before = document.read_bytes()
    manifest.write_text(manifest.read_text("utf-8").replace('interface = "en"', 'interface = "de"'), "utf-8")
    teicable("build", edition, "-q", "--no-search")
    site = edition / "build" / "site"
    for name, word in {
        f"{document.stem}.html": "9. Januar 1950",
        f"marks/{document.stem}.html": "Im Text ausgezeichnet",
        f"markup/{document.stem}.html": "Die TEI-Datei",
        "index.html": "9. Januar 1950",
        "persons.html": "Personen",
        "methods.html": "Wie diese Edition entstand",
    }.items():
        page = (site / name).read_text("utf-8")
        assert '<html lang="de">' in page, name
        assert word in page, name
    assert document.read_bytes() == before
