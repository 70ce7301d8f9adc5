"""The book: title page, contents, documents in order of time, running heads, indexes with page numbers."""

from __future__ import annotations

import io
import re

import pikepdf
import pytest


@pytest.fixture
def pages(book, words) -> list[str]:
    return [" ".join(page.split()) for page in words(book.pdf, "-layout").split("\f")[:-1]]


def test_title_page_says_what_is_unknown(pages):
    assert "A book of “cables”" in pages[0]
    assert "Edition 2" in pages[0]
    assert "Editors not stated" in pages[0]
    assert "A press" in pages[0]


def test_contents_in_order_of_time(pages):
    contents = next(page for page in pages if page.startswith("Contents"))
    places = [contents.index(words) for words in ("8600", "3305", "The rarer forms", "Index of persons", "Colophon")]
    assert places == sorted(places)
    number = int(re.search(r"invented text (\d+)", contents).group(1))
    assert "The rarer forms" in pages[number - 1]


def test_running_heads(pages):
    second = next(k for k, page in enumerate(pages) if "Vyshinsky to Mao Zedong, 14 May" in page and k > 2) + 1
    head = pages[second][:60]
    assert head.startswith(("No. 8600 · 14 May 1950", "A book of “cables”"))
    assert any(page.startswith("No. ") for page in pages)


def test_index_has_cover_names_and_pages(pages):
    index = next(page for page in pages if "Index of persons" in page and "Contents" not in page)
    assert "Filippov, see Stalin, Joseph" in index
    shown = re.search(r"Roshchin, Nikolai,\s([\d, –]+)", index).group(1)
    first = int(re.match(r"\d+", shown).group())
    assert "Roshchin" in pages[first - 1] or "ROSHCHIN" in pages[first - 1]


def test_colophon(pages):
    assert "No licence is stated" in pages[-1]
    assert "An archive" in pages[-1]


def test_all_tei_attached_and_same_bytes(book, renderer, declaration):
    with pikepdf.open(io.BytesIO(book.pdf)) as pdf:
        cables = ("cable-1950-05-14-8600", "cable-1950-07-13-3305", "cable-1951-07-21-291ag")
        assert set(pdf.attachments) == {f"{name}.xml" for name in (*cables, "original-and-translation")}
        assert str(pdf.docinfo["/Title"]) == declaration.title
        with pdf.open_outline() as outline:
            titles = [item.title for item in outline.root]
    assert titles[0] == "Contents"
    assert any("rarer forms" in title for title in titles)
    assert renderer.typeset(book.code).data == renderer.typeset(book.code).data


def test_a_book_reports_only_its_own_characters(renderer, whole, declaration):
    from dataclasses import replace

    from teicable.render.book import Piece, bound, part
    from teicable.render.facts import facts

    tei = whole("<p>毛</p>")
    pieces = [Piece(facts(renderer, tei).data, part(renderer, tei).data, tei)]
    assert not bound(renderer, pieces, declaration).diagnostics
    found = bound(renderer, pieces, replace(declaration, title="韓"), path="edition.toml").diagnostics
    assert [(d.code, d.location.path) for d in found] == [("T003", "edition.toml")]
