"""The book in a build: made anew only when something that stands in it changed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from teicable import resources
from teicable.edition import run
from teicable.edition.folder import open_edition


@pytest.fixture
def edition(tmp_path) -> Path:
    folder = tmp_path / "edition"
    shutil.copytree(resources.scaffold(), folder)
    run.build(open_edition(folder))
    return folder


def book(folder: Path) -> tuple[bytes, int]:
    path = folder / "build" / "book.pdf"
    return path.read_bytes(), path.stat().st_mtime_ns


def test_nothing_changed(edition):
    before = book(edition)
    run.build(open_edition(edition))
    assert book(edition) == before


def test_title_changed(edition):
    before = book(edition)
    manifest = edition / "edition.toml"
    text = manifest.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if line.startswith("title"))
    manifest.write_text(text.replace(line, 'title = "Another title"'), encoding="utf-8")
    run.build(open_edition(edition))
    assert book(edition)[0] != before[0]


def test_left_out_on_request(edition):
    for path in (edition / "build").glob("book.*"):
        path.unlink()
    run.build(open_edition(edition), wanted=())
    assert not (edition / "build" / "book.pdf").exists()


def test_an_edition_without_documents_has_no_book(edition):
    for path in [*(edition / "source").glob("*.txt"), *(edition / "tei").glob("*.xml")]:
        path.unlink()
    run.build(open_edition(edition))
    assert not (edition / "build" / "book.pdf").exists()


def test_the_page_links_the_pdf(edition):
    page = next((edition / "build" / "site").glob("cable-*.html"))
    assert f'href="pdf/{page.stem}.pdf"' in page.read_text(encoding="utf-8")
    assert (edition / "build" / "site" / "pdf" / f"{page.stem}.pdf").read_bytes().startswith(b"%PDF")
