"""The EPUB in a build and on the command line: made anew only when something that stands in it changed."""

from __future__ import annotations

import zipfile

import pytest
from click.testing import CliRunner

from teicable.cli import main
from teicable.edition import run
from teicable.edition.folder import open_edition


@pytest.fixture
def edition(scaffold):
    folder = scaffold()
    build(folder)
    return folder


def build(folder, **chosen):
    run.build(open_edition(folder), **{"wanted": {"epub"}, **chosen})


def teicable(*arguments: object) -> None:
    done = CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)
    assert done.exit_code == 0, done.output


def test_it_is_offered_on_the_first_page(edition):
    site = edition / "build" / "site"
    assert 'href="book.epub"' in (site / "index.html").read_text(encoding="utf-8")
    assert (site / "book.epub").read_bytes() == (edition / "build" / "book.epub").read_bytes()
    page = next(site.glob("cable-*.html"))
    before = page.stat().st_mtime_ns
    for path in (site / "book.epub", edition / "build" / "book.epub"):
        path.unlink()
    build(edition, wanted=())
    assert "book.epub" not in (site / "index.html").read_text(encoding="utf-8")
    assert page.stat().st_mtime_ns == before


def test_nothing_changed(edition):
    path = edition / "build" / "book.epub"
    before = path.read_bytes(), path.stat().st_mtime_ns
    build(edition)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    build(edition, force=True)
    assert path.read_bytes() == before[0]


def test_a_title_and_an_introduction_are_in_it_when_they_are_there(edition):
    manifest, path = edition / "edition.toml", edition / "build" / "book.epub"
    text = manifest.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("title"))
    manifest.write_text(text.replace(line, 'title = "Another title"'), encoding="utf-8")
    (edition / "introduction.xml").write_text(
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><p>First words.</p></body></text></TEI>',
        encoding="utf-8",
    )
    build(edition)
    with zipfile.ZipFile(path) as archive:
        assert b"Another title" in archive.read("EPUB/title.xhtml")
        assert b"First words." in archive.read("EPUB/introduction.xhtml")
    (edition / "introduction.xml").unlink()
    build(edition)
    with zipfile.ZipFile(path) as archive:
        assert "EPUB/introduction.xhtml" not in archive.namelist()


def test_an_edition_without_documents_has_none(edition):
    for path in [*(edition / "source").glob("*.txt"), *(edition / "tei").glob("*.xml")]:
        path.unlink()
    build(edition)
    assert not list((edition / "build").rglob("book.epub"))


def test_render_makes_the_same(edition, tmp_path):
    teicable("render", edition, "-t", "epub")
    made = (edition / "build" / "epub" / "book.epub").read_bytes()
    assert made == (edition / "build" / "book.epub").read_bytes()
    tei = next((edition / "tei").glob("*.xml"))
    teicable("render", tei, "-t", "epub", "-o", tmp_path / "one.epub", "-p", "lang=ru", "-p", "date=2026-05-14")
    with zipfile.ZipFile(tmp_path / "one.epub") as archive:
        package = archive.read("EPUB/package.opf").decode()
    assert "2026-05-14T00:00:00Z" in package
    assert 'xml:lang="ru"' in package


def test_rules_of_the_edition_come_after_ours(edition):
    own = edition / "transforms" / "css" / "epub.css"
    own.parent.mkdir(parents=True)
    own.write_text(".foreign { font-style: normal; }", encoding="utf-8")
    build(edition)
    with zipfile.ZipFile(edition / "build" / "book.epub") as archive:
        assert archive.read("EPUB/css/edition.css").decode().rstrip().endswith("{ font-style: normal; }")
