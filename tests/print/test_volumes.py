"""An edition that is too long for one book has volumes: on paper, for e-readers, and on its first page."""

from __future__ import annotations

import io
import json
import shutil
import zipfile
from pathlib import Path

import pikepdf
import pytest
from lxml import etree, html

from teicable import resources
from teicable.edition import binding, run
from teicable.edition.folder import open_edition
from teicable.errors import TeicableError
from teicable.render import volume


@pytest.fixture(scope="module")
def three(tmp_path_factory) -> Path:
    """An edition of three documents of three years, of which a volume holds two at most."""
    folder = tmp_path_factory.mktemp("volumes") / "edition"
    shutil.copytree(resources.scaffold(), folder)
    (source,) = (folder / "source").glob("*.txt")
    text = source.read_text(encoding="utf-8")
    assert "1950" in text
    for year in ("1951", "1952"):
        (folder / "source" / f"{year}.txt").write_text(text.replace("1950", year), encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(volume, "MOST", 2)
        build(folder)
    return folder


@pytest.fixture
def edition(three, tmp_path, monkeypatch) -> Path:
    """A copy of it: each volume is made in a process of its own, which takes its time to begin."""
    monkeypatch.setattr(volume, "MOST", 2)
    return Path(shutil.copytree(three, tmp_path / "edition"))


def build(folder: Path, wanted=frozenset({"book", "epub"})) -> None:
    run.build(open_edition(folder), wanted=wanted)


def books(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("book*")}


def keys(folder: Path) -> dict[str, str]:
    """Return what the build remembers of the volumes on paper."""
    return json.loads((folder / "build" / "state.json").read_bytes())["books"]["book"]


def offered(folder: Path) -> list[str]:
    page = html.document_fromstring((folder / "build" / "site" / "index.html").read_bytes())
    return page.xpath("//section[@class='volumes']//a/@href")


def test_volumes_stand_where_the_book_would(edition):
    assert books(edition / "build" / "site") == {"book-1.pdf", "book-2.pdf", "book-1.epub", "book-2.epub"}
    assert books(edition / "build") == books(edition / "build" / "site") | {"book-1.typ", "book-2.typ"}


def test_the_first_page_has_them_and_all_others_lead_there(edition):
    assert offered(edition) == ["book-1.pdf", "book-1.epub", "book-2.pdf", "book-2.epub"]
    for path in (edition / "build" / "site").glob("*.html"):
        page = html.document_fromstring(path.read_bytes())
        assert page.xpath("//nav[@class='ways']//a[contains(@href, 'volumes')]/@href") == ["index.html#volumes"], path
        assert not page.xpath("//a[@href = 'book.pdf' or @href = 'book.epub']"), path


def test_a_volume_says_which_it_is_and_attaches_its_own_documents(edition, words):
    front = " ".join(words((edition / "build" / "book-2.pdf").read_bytes(), "-l", "1").split())
    assert "Volume 2" in front
    assert "1952" in front
    assert "1950" not in front
    names = []
    for number in (1, 2):
        with pikepdf.open(edition / "build" / f"book-{number}.pdf") as pdf:
            names.append(set(pdf.attachments))
            assert str(pdf.docinfo["/Title"]).endswith(f"Volume {number}")
    assert [len(some) for some in names] == [2, 1]
    assert names[0].isdisjoint(names[1])


def test_a_volume_for_e_readers_is_one_of_a_set(edition):
    identifiers = set()
    for number in (1, 2):
        with zipfile.ZipFile(io.BytesIO((edition / "build" / f"book-{number}.epub").read_bytes())) as archive:
            package = etree.fromstring(archive.read("EPUB/package.opf"))
        assert package.xpath("string(//*[@property = 'group-position'])") == str(number)
        assert package.xpath("string(//*[local-name() = 'title'])").endswith(f"Volume {number}")
        identifiers.add(package.xpath("string(//*[local-name() = 'identifier'])"))
    assert len(identifiers) == 2


def test_others_find_nothing_wrong_with_them(three, epubcheck, vnu):
    assert vnu(sorted((three / "build" / "site").glob("*.html"))) == []
    assert epubcheck(three / "build" / "book-1.epub") == ""


def test_only_the_volume_that_changed_is_set_again(edition):
    places = {path: path.stat().st_mtime_ns for path in (edition / "build").glob("book*")}
    source = edition / "source" / "1952.txt"
    source.write_text(source.read_text(encoding="utf-8") + "\nA last line.\n", encoding="utf-8")
    build(edition)
    changed = {path.stem for path, before in places.items() if path.stat().st_mtime_ns != before}
    assert changed == {"book-2"}


def test_what_was_set_before_an_interruption_is_not_set_again(edition, monkeypatch):
    """The second volume cannot be written; of the first, the next build knows that it is made."""
    known = keys(edition)
    for path in (edition / "build").glob("book*"):
        path.unlink()
    whole = binding.files.write

    def write(path, data):
        if path.name == "book-2.pdf":
            raise TeicableError("the disk is full")
        return whole(path, data)

    with monkeypatch.context() as patch:
        patch.setattr(binding.files, "write", write)
        with pytest.raises(TeicableError):
            build(edition, wanted={"book"})
    assert keys(edition) == {"book-1": known["book-1"]}
    before = (edition / "build" / "book-1.pdf").stat().st_mtime_ns
    build(edition, wanted={"book"})
    assert keys(edition) == known
    assert (edition / "build" / "book-1.pdf").stat().st_mtime_ns == before


def test_they_give_way_to_one_book_and_come_back(edition, monkeypatch):
    monkeypatch.setattr(volume, "MOST", 3)
    build(edition)
    assert books(edition / "build" / "site") == {"book.pdf", "book.epub"}
    assert offered(edition) == []
    monkeypatch.setattr(volume, "MOST", 2)
    build(edition, wanted=())
    assert offered(edition) == []
    build(edition)
    assert offered(edition) == ["book-1.pdf", "book-1.epub", "book-2.pdf", "book-2.epub"]
    assert "book.pdf" not in books(edition / "build")


def test_volumes_of_an_earlier_build_stay_offered(edition):
    (edition / "build" / "site" / "book-1.epub").unlink()
    build(edition, wanted=())
    assert offered(edition) == ["book-1.pdf", "book-2.pdf", "book-2.epub"]
