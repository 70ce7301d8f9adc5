"""The package: an archive that is always the same, in which everything that is there is named and found."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from dataclasses import replace
from urllib.parse import unquote

import pytest
from lxml import etree

from teicable.model.declaration import Declaration
from teicable.render.epub import identifier, packed

XHTML = "{http://www.w3.org/1999/xhtml}"
OPS = "{http://www.idpf.org/2007/ops}"
OPF = {"o": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.fixture(scope="module")
def package(files) -> etree._Element:
    return etree.fromstring(files["EPUB/package.opf"])


@pytest.fixture(scope="module")
def pages(files) -> dict[str, etree._Element]:
    return {name: etree.fromstring(data) for name, data in files.items() if name.endswith(".xhtml")}


def metadata(package, name: str) -> list[str]:
    return package.xpath(f"//o:meta[@property='{name}']/text()", namespaces=OPF)


def test_the_archive_begins_with_its_type_stored(book):
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        entries = archive.infolist()
    assert (entries[0].filename, entries[0].compress_type, entries[0].extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert book[30:58] == b"mimetypeapplication/epub+zip"
    names = [entry.filename for entry in entries[1:]]
    assert names == sorted(names)
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_bytes_whatever_the_order(renderer, leaves, declaration, book):
    again = packed(renderer, leaves, declaration).data
    assert packed(renderer, reversed(leaves), declaration).data == again
    assert again != book  # which has an introduction


def test_everything_is_named_and_everything_named_is_there(files, package):
    named = {f"EPUB/{unquote(href)}" for href in package.xpath("//o:item/@href", namespaces=OPF)}
    assert named == {name for name in files if name.startswith("EPUB/")} - {"EPUB/package.opf"}
    assert set(files) - named == {"mimetype", "META-INF/container.xml", "EPUB/package.opf"}


def test_the_order_of_reading(package):
    items = {item.get("id"): item.get("href") for item in package.xpath("//o:item", namespaces=OPF)}
    spine = [items[ref].removesuffix(".xhtml") for ref in package.xpath("//o:itemref/@idref", namespaces=OPF)]
    assert spine == [
        *("title", "imprint", "contents", "introduction"),
        *("cable-1950-05-14-8600", "original-and-translation", "cable-1950-07-13-3305", "cable-1951-07-21-291ag"),
        *("persons", "organisations", "places"),
    ]


def test_every_link_leads_somewhere(pages):
    places = {name: set(page.xpath("//@id")) for name, page in pages.items()}
    links = [(name, href) for name, page in pages.items() for href in page.xpath("//@href")]
    for name, href in links:
        if re.match(r"[a-z]+:", href) or href.endswith(".css"):
            continue
        path, _, place = href.partition("#")
        target = posixpath.join("EPUB", path) if path else name
        assert target in pages, (name, href)
        assert not place or place in places[target], (name, href)
    for name, page in pages.items():
        assert len(page.xpath("//@id")) == len(places[name]), name


def test_names_lead_to_the_list_of_persons_in_the_book(pages):
    text = pages["EPUB/cable-1950-05-14-8600.xhtml"]
    assert "persons.xhtml#stalin" in text.xpath("//*[@id='p1']//@href")
    entry = pages["EPUB/persons.xhtml"].xpath("//*[@id='stalin']")[0]
    assert "Filippov" in "".join(entry.itertext())


def test_notes_are_notes_with_ways_there_and_back(pages):
    calls = [
        (name, call)
        for name, page in pages.items()
        for call in page.iter(f"{XHTML}a")
        if call.get(f"{OPS}type") == "noteref"
    ]
    assert calls
    for name, call in calls:
        assert call.get("role") == "doc-noteref"
        note = pages[name].xpath(f"//*[@id='{call.get('href')[1:]}']")[0]
        backs = [a.get("href") for a in note.iter(f"{XHTML}a") if a.get("role") == "doc-backlink"]
        assert len(backs) == 1, name
        assert pages[name].xpath(f"//*[@id='{backs[0][1:]}']"), name
    for page in pages.values():
        for note in page.iter(f"{XHTML}aside"):
            # What an e-reader shows only at its call has one.
            assert note.get(f"{OPS}type") == "footnote"
            assert page.xpath(f"//*[@href='#{note.get('id')}']")


def test_the_introduction_leads_only_where_something_is(pages):
    page = pages["EPUB/introduction.xhtml"]
    assert page.xpath("string(//*[local-name()='h1'])") == "Cables and their masks"
    links = page.xpath("//*[@class='introduction']//*[@class='ref']/@href")
    assert links == ["cable-1950-07-13-3305.xhtml#p1", "cable-1950-07-13-3305.xhtml"]
    assert "persons.xhtml#stalin" in page.xpath("//@href")
    assert not [href for href in page.xpath("//@href") if "nobody" in href]


def test_languages_are_said_for_both(pages):
    for page in pages.values():
        for element in page.xpath("//*[@lang or @xml:lang]"):
            assert element.get("lang") == element.get(LANG)
    foreign = pages["EPUB/cable-1950-05-14-8600.xhtml"].xpath("//*[local-name()='i'][@lang='ru-Latn']")
    assert foreign


def test_nothing_that_only_a_page_can_do(pages):
    for name, page in pages.items():
        assert not list(page.iter(f"{XHTML}script", f"{XHTML}input", f"{XHTML}style", f"{XHTML}details")), name
        assert not page.xpath("//@*[starts-with(name(), 'data-')] | //@tabindex | //*[@class='permalink apparatus']")


def test_contents_and_landmarks(pages):
    contents, landmarks = pages["EPUB/contents.xhtml"].iter(f"{XHTML}nav")
    assert contents.get(f"{OPS}type") == "toc"
    entries = [" ".join("".join(a.itertext()).split()) for a in contents.iter(f"{XHTML}a")]
    assert entries[:2] == ["Imprint", "Cables and their masks"]
    assert entries[-3:] == ["Persons", "Organisations", "Places"]
    assert [a.get(f"{OPS}type") for a in landmarks.iter(f"{XHTML}a")] == [
        *("titlepage", "toc", "introduction", "bodymatter"), *["index"] * 3,
    ]  # fmt: skip


def test_what_it_says_of_itself(package, declaration):
    def stated(name: str) -> list[str]:
        return package.xpath(f"//dc:{name}/text()", namespaces=OPF)

    assert stated("identifier") == [identifier(declaration, ()), "https://doi.org/10.1234/abc"]
    assert stated("title") == ["A book of “cables” & more"]
    assert (stated("creator"), stated("contributor")) == (["A. Newcomer"], ["B. Reader"])
    assert stated("language") == ["en"]
    assert "No licence is stated" in stated("rights")[0]
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", metadata(package, "dcterms:modified")[0])
    assert metadata(package, "schema:accessibilityHazard") == ["none"]
    assert metadata(package, "schema:accessMode") == ["textual"]
    assert "tableOfContents" in metadata(package, "schema:accessibilityFeature")
    assert not metadata(package, "dcterms:conformsTo")  # nobody has examined it


def test_its_day_is_that_of_the_edition(renderer, leaves, declaration):
    def day(**stated: str) -> str:
        data = packed(renderer, leaves, replace(declaration, **stated)).data
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return metadata(etree.fromstring(archive.read("EPUB/package.opf")), "dcterms:modified")[0]

    assert day(date="2026-05-14") == "2026-05-14T00:00:00Z"
    assert day(date="2026") == day()


def test_an_edition_is_known_by_what_stays():
    edition = Declaration(title="A", edition="1", address="https://example.org/a/")
    assert identifier(edition, ["x"]) == identifier(replace(edition, title="B", publisher="C"), ["x", "y"])
    assert identifier(edition, ["x"]) != identifier(replace(edition, edition="2"), ["x"])
    assert identifier(Declaration(), ["x"]) != identifier(Declaration(), ["y"])


def test_the_typeface_goes_with_its_licence(files):
    assert b"SIL OPEN FONT LICENSE" in files["EPUB/fonts/OFL.txt"].upper()
    css = files["EPUB/css/edition.css"].decode()
    for path in re.findall(r"url\(\"?([^)\"]+)", css):
        assert posixpath.normpath(posixpath.join("EPUB/css", path)) in files


def test_no_colour_is_set(files):
    """A reader’s dark or sepia mode sets paper and text; a book that sets one of the two is not to be read there."""
    rules = re.sub(r"/\*.*?\*/", "", files["EPUB/css/edition.css"].decode(), flags=re.DOTALL)
    assert not re.search(r"#[0-9a-f]{3,6}\b|\brgba?\(|background|(?<![-\w])color\s*:(?!\s*inherit)", rules)
    assert "small-caps" not in rules
