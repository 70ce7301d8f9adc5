"""Every link inside the site leads somewhere, and every page is reached."""

from __future__ import annotations

import posixpath
import re
import shutil
from itertools import pairwise
from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest
from lxml import etree, html

from teicable.edition import run
from teicable.edition.folder import open_edition
from teicable.render.addresses import HARVEST, INTRODUCTION, PAGES, RELEASED

SCAFFOLD = Path(run.__file__).parent / "scaffold"

WAYS = [
    PAGES[name] for name in ("documents", "chronology", "persons", "places", "organisations", "indexes", "search")
] + ["book.pdf"]
BELOW = [
    *(PAGES[name] for name in ("network", "archives", "markings", "phrases", "methods")),
    *RELEASED.values(),
    INTRODUCTION,
]
NAMED = {"author", "canonical", "cite-as", "license", "linkset", "type"} | {
    f"schema.{prefix}" for prefix in ("DC", "DCTERMS", "z", "bib")
}
"""Relations that name a resource, which no browser fetches."""


@pytest.fixture(scope="session")
def pages(site: Path) -> dict[str, etree._Element]:
    """All pages of the site by their address, wherever in it they stand."""
    return {
        path.relative_to(site).as_posix(): html.document_fromstring(path.read_text(encoding="utf-8"))
        for path in sorted(site.rglob("*.html"))
    }


@pytest.fixture(scope="session")
def readable(pages: dict[str, etree._Element]) -> dict[str, etree._Element]:
    """Those that the edition itself consists of; others show its files, or are its handbook."""
    return {name: tree for name, tree in pages.items() if "/" not in name}


def targets(tree: etree._Element) -> list[str]:
    return [str(target) for target in tree.xpath("//@href | //@src") if not target.startswith("data:")]


def leads(name: str, target: str) -> tuple[str, str]:
    """Return page and anchor that a link of a page leads to."""
    address, anchor = urldefrag(unquote(target))
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), address)) if address else name, anchor


def test_no_link_is_dead(site, pages):
    dead = []
    anchors = {name: {str(identifier) for identifier in tree.xpath("//@id")} for name, tree in pages.items()}
    for name, tree in pages.items():
        for target in targets(tree):
            if target.startswith(("https://", "http://")):
                continue
            other, anchor = leads(name, target)
            if not (site / other).is_file() or (anchor and anchor not in anchors[other]):
                dead.append((name, target))
    assert not dead


def test_transcripts_lead_to_their_documents_and_back(site, pages):
    beside = {
        path.name: html.document_fromstring(path.read_bytes().decode()) for path in site.glob("transcript/*.html")
    }
    documents = {name for name in pages if (site / "tei" / name).with_suffix(".xml").is_file()}
    assert beside.keys() == documents
    for name, tree in beside.items():
        assert f"transcript/{name}" in targets(pages[name])
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids)), name
        for target in targets(tree):
            address, anchor = urldefrag(unquote(target))
            other = (site / "transcript" / address).resolve() if address else site / "transcript" / name
            assert other.is_file(), (name, target)
            there = tree if not address else pages.get(other.name)
            assert not anchor or there.xpath("//*[@id=$anchor]", anchor=anchor), (name, target)
        source = site.parents[1] / "source" / pages[name].xpath("string(//dt[.='File of the transcript']/../dd)")
        shown = tree.xpath("//ol[@class='lines']/li")
        lines = [
            "".join(code.text_content() for code in shown if code.xpath("string(a/@data-n)") == str(number))
            for number in range(1, 1 + len(source.read_text(encoding="utf-8").split("\n")))
        ]
        assert [line.split() for line in lines] == [line.split() for line in source.read_text("utf-8").split("\n")]


def test_every_page_is_reached_from_the_first(site, pages):
    reached, waiting = set(), ["index.html"]
    while waiting:
        name = waiting.pop()
        if name not in reached:
            reached.add(name)
            waiting += [other for target in targets(pages[name]) if (other := leads(name, target)[0]) in pages]
    assert reached == set(pages)
    assert set(PAGES.values()) < reached


def test_every_page_leads_to_all_of_the_edition(readable):
    for name, tree in readable.items():
        ways = tree.xpath("//nav[@class='ways']//a")
        assert [way.get("href") for way in ways] == WAYS, name
        here = [(way.get("href"), way.get("aria-current")) for way in ways if way.get("aria-current")]
        expected = [(name, "page")] if name in WAYS else [("indexes.html", "true")] if name in BELOW else []
        assert here == expected


def test_a_page_that_stands_alone_leads_nowhere_in_vain(gallery):
    for path in gallery.glob("*.html"):
        tree = html.document_fromstring(path.read_text(encoding="utf-8"))
        inside = [target for target in targets(tree) if not target.startswith(("https://", "http://", "file:"))]
        assert inside
        assert not [target for target in inside if not tree.xpath("//*[@id=$id]", id=unquote(target).lstrip("#"))]


def test_nothing_is_fetched_and_nothing_runs(site, readable):
    for name, tree in readable.items():
        if name == "search.html":
            assert [script.attrib.pop("src") for script in tree.xpath("//script")] == ["js/search.js"]
            tree.xpath("//script")[0].drop_tree()
        assert not tree.xpath(
            "//script[not(@type='application/ld+json')] | //img | //iframe | //@src | //@style | //@onclick"
        )
        named = {str(link.get("rel")) for link in tree.xpath("//link[starts-with(@href, 'http')]")}
        assert named <= NAMED
    for sheet in site.glob("css/*.css"):
        style = sheet.read_text(encoding="utf-8")
        addresses = re.findall(r'url\("([^"]*)"\)', style)
        assert style.count("url(") == len(addresses) > 0
        assert all((sheet.parent / address).is_file() for address in addresses)
        assert "@import" not in style


def test_pages_of_the_edition_are_in_order(readable):
    for name, tree in readable.items():
        ids = tree.xpath("//@id")
        assert len(ids) == len(set(ids)), name
        levels = [int(heading.tag[1]) for heading in tree.xpath("//h1 | //h2 | //h3 | //h4")]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(later <= earlier + 1 for earlier, later in pairwise(levels))
        first = tree.xpath("//body/*")[0]
        assert (first.get("class"), first.get("href")) in (("skip", "#page-content"), ("skip", "#page-document"))
        assert len(tree.xpath("//main")) == 1
        assert all(link.text_content().strip() or link.get("aria-label") for link in tree.xpath("//a"))


def test_neighbours_know_each_other(pages):
    documents = list(pages["index.html"].xpath("//ol[@class='documents']//a/@href"))
    for earlier, later in pairwise(documents):
        assert pages[earlier].xpath("//a[@rel='next']/@href") == [later]
        assert pages[later].xpath("//a[@rel='prev']/@href") == [earlier]
    assert not pages[documents[0]].xpath("//a[@rel='prev']")
    assert not pages[documents[-1]].xpath("//a[@rel='next']")


def test_every_full_address_is_that_of_a_file(tmp_path):
    """With an address stated, the addresses in sitemap, feed, link set and heads of pages are of files that exist."""
    here = "https://example.org/korea/"
    folder = tmp_path / "edition"
    shutil.copytree(SCAFFOLD, folder)
    manifest = folder / "edition.toml"
    text = manifest.read_text(encoding="utf-8").replace("[edition]\n", f'[edition]\naddress = "{here}"\n', 1)
    manifest.write_text(text, encoding="utf-8")
    run.build(open_edition(folder), jobs=1)
    site = folder / "build" / "site"
    named = set()
    for path in [*site.glob("*.html"), *site.glob("*.json"), *site.glob("*.xml"), *site.glob("*/*.ris")]:
        # A citation in words ends with a full stop.
        named |= set(re.findall(rf"{here}([^\"'<>\s]*?)(?=\.?[\"'<>\s])", path.read_text(encoding="utf-8")))
    assert {"", "linkset.json", "feed.xml", "documents.json"} <= named
    assert not [name for name in named if not (site / (name or "index.html")).is_file()]
    manifest.write_text(text.replace("address =", "# address ="), encoding="utf-8")
    run.build(open_edition(folder), jobs=1)
    assert not [name for name in HARVEST if (site / name).is_file()]
    assert not [path for path in site.glob("*.html") if here in path.read_text(encoding="utf-8")]
