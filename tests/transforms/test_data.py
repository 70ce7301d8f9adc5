"""Data of an edition for other programs: JSON, table, sitemap, feed, link set."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace

import pytest
from lxml import etree, html

from teicable.model.declaration import Declaration, Editor
from teicable.render.addresses import CONDITIONAL, FILES, HARVEST, PAGES
from teicable.render.data import data
from teicable.render.facts import facts
from teicable.render.rendering import Renderer
from teicable.render.site import site

NAMES = ("cable-1950-05-14-8600", "cable-1950-07-13-3305", "forms")
HERE = "https://example.org/korea/"
PLAIN = Declaration(title="Korea, “1950”", doi="10.1234/abc", editors=(Editor("ed1", "Ada Editor"),))
PUBLISHED = replace(PLAIN, address=HERE, licence="https://creativecommons.org/licenses/by/4.0/")
WITH_FILES = [
    (PLAIN, ()),
    (PUBLISHED, (*HARVEST, "feed.xml")),
    (replace(PUBLISHED, publisher="Institute"), (*HARVEST, *CONDITIONAL)),
]
ATOM = {"a": "http://www.w3.org/2005/Atom"}
SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture(scope="module")
def gatherer(tree) -> Renderer:
    return Renderer(("facts", "data", "site"), authorities=tree)


@pytest.fixture
def made(gatherer, sample) -> list[bytes]:
    return [facts(gatherer, sample(name)).data for name in reversed(NAMES)]


@pytest.fixture
def files(gatherer, made) -> dict[str, bytes]:
    return data(gatherer, made, PUBLISHED)


def test_without_an_address_nothing_is_made_that_needs_one(gatherer, made):
    found = data(gatherer, made, PLAIN)
    assert set(found) == set(FILES)
    assert b"http://example" not in b"".join(found.values())
    assert {row["page"] for row in table(found)} == {f"{row['id']}.html" for row in table(found)}


def test_an_edition_without_documents_has_whole_files(gatherer):
    found = data(gatherer, [], PUBLISHED)
    assert set(found) == {*FILES, *HARVEST}
    assert json.loads(found["documents.json"]) == json.loads(found["persons.json"]) == []
    assert found["facts.csv"].count(b"\r\n") == 1


def test_same_bytes_whatever_the_order(gatherer, made, files):
    assert data(gatherer, made[::-1], PUBLISHED) == files


def test_documents_have_all_their_facts(files):
    documents = {document["id"]: document for document in json.loads(files["documents.json"])}
    assert list(documents) == ["cable-1950-05-14-8600", "cable-1950-07-13-3305", "cable-1951-07-21-291ag"]
    cable = documents["cable-1950-07-13-3305"]
    assert cable["address"] == f"{HERE}cable-1950-07-13-3305.html"
    assert (cable["page"], cable["tei"]) == ("cable-1950-07-13-3305.html", "tei/cable-1950-07-13-3305.xml")
    assert cable["date"] == {"when": "1950-07-13", "words": "13 July 1950"}
    assert cable["doctype"] == [{"key": "class:ciphered-telegram", "name": "ciphered telegram"}]
    assert cable["handling"][0]["key"] == "class:cipher-only"
    assert cable["parties"][0] == {
        "role": "from",
        "kind": "person",
        "as": "Filippov",
        "name": "Joseph Stalin",
        "ref": "person:stalin",
        "uri": "http://www.wikidata.org/entity/Q855",
        "coverName": True,
    }
    assert cable["times"] == [{"event": "sent", "when": "1950-07-13T03:15:00"}]
    assert cable["counts"]["words"] == 295
    assert documents["cable-1950-05-14-8600"]["enclosed"][0]["parties"][0]["name"] == "Joseph Stalin"


def test_one_object_stands_on_a_line(files):
    for name in ("documents.json", "persons.json"):
        lines = files[name].decode().splitlines()
        assert [lines[0], lines[-1]] == ["[", "]"]
        assert all(isinstance(json.loads(line.removesuffix(",")), dict) for line in lines[1:-1])


def test_persons_have_their_names_and_the_documents_they_are_in(files):
    persons = {person["id"]: person for person in json.loads(files["persons.json"])}
    stalin = persons["stalin"]
    assert (stalin["name"], stalin["filed"]) == ("Joseph Stalin", "Stalin, Joseph")
    assert stalin["coverNames"][0] == {"name": "Filippov", "language": "en", "with": ["mao", "zhou-enlai"]}
    assert stalin["identifiers"] == {"Wikidata": "Q855"}
    assert stalin["documents"][1] == {
        "id": "cable-1950-07-13-3305",
        "parts": ["from", "copy"],
        "named": 3,
        "as": ["Filippov", "Stalin", "FILIPPOV"],
    }
    assert stalin["documents"][0]["partsEnclosed"] == ["from"]
    assert "filed" not in persons["mao"]


def table(files: dict[str, bytes]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files["facts.csv"].decode(), newline=""), strict=True))


def test_the_table_has_a_row_for_each_document(files):
    rows = table(files)
    assert [row["id"] for row in rows] == ["cable-1950-05-14-8600", "cable-1950-07-13-3305", "cable-1951-07-21-291ag"]
    assert all(None not in row and None not in row.values() for row in rows)
    cable = rows[1]
    assert cable["title"].startswith("Ciphered telegram, Filippov [Stalin]")
    assert (cable["from"], cable["from_names"], cable["from_refs"]) == ("Filippov", "Joseph Stalin", "person:stalin")
    assert (cable["to_names"], cable["via_places"]) == ("Zhou Enlai; Mao Zedong", "Beijing")
    assert cable["times"] == "sent 1950-07-13T03:15:00"
    assert '"the Korean question."' in cable["summary"]
    lines = files["facts.csv"].split(b"\r\n")
    assert len(lines) == 5
    assert b"\n" not in b"".join(lines)


def test_a_title_with_marks_of_csv_and_json_is_kept(gatherer, whole):
    title = 'a "b", c; {d} \\ e'
    made = facts(gatherer, whole("<p>x</p>").replace(b">A cable<", f">{title}<".encode())).data
    found = data(gatherer, [made], PUBLISHED)
    assert table(found)[0]["title"] == json.loads(found["documents.json"])[0]["title"] == title


def test_the_sitemap_has_every_page_and_no_day_of_today(files):
    tree = etree.fromstring(files["sitemap.xml"])
    addresses = tree.xpath("//s:loc/text()", namespaces=SITEMAP)
    documents = [f"{HERE}{row['id']}.html" for row in table(files)]
    assert addresses == [f"{HERE}{page.replace('index.html', '')}" for page in PAGES.values()] + documents
    assert set(tree.xpath("//s:lastmod/text()", namespaces=SITEMAP)) == {"2026-11-22"}


def test_the_sitemap_has_the_introduction_where_there_is_one(gatherer, made, files):
    assert b"introduction.html" not in files["sitemap.xml"]
    assert b"introduction.html" in data(gatherer, made, PUBLISHED, ["introduction.html"])["sitemap.xml"]


def test_the_feed_is_one_that_readers_accept(files):
    tree = etree.fromstring(files["feed.xml"])
    for element in (tree, *tree.findall("a:entry", ATOM)):
        assert all(len(element.findall(f"a:{name}", ATOM)) == 1 for name in ("id", "title", "updated"))
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", element.findtext("a:updated", "", ATOM))
    assert tree.findtext("a:author/a:name", "", ATOM) == "Ada Editor"
    assert tree.findtext("a:title", "", ATOM) == PUBLISHED.title
    assert len(tree.findall("a:entry", ATOM)) == 3


def test_the_feed_puts_the_latest_first_and_ends_after_fifty(gatherer, sample):
    cable = sample("forms")
    made = [
        facts(gatherer, cable.replace(b"2026-11-22", f"2026-10-{n % 28 + 1:02}".encode()), href=f"d{n}").data
        for n in range(55)
    ]
    days = etree.fromstring(data(gatherer, made, PUBLISHED)["feed.xml"]).xpath("//a:entry/a:updated", namespaces=ATOM)
    found = [day.text for day in days]
    assert len(found) == 50
    assert found == sorted(found, reverse=True)


def test_without_days_of_change_there_is_no_feed(gatherer, whole):
    found = data(gatherer, [facts(gatherer, whole("<p>x</p>")).data], PUBLISHED)
    assert "feed.xml" not in found
    assert b"lastmod" not in found["sitemap.xml"]


def test_the_link_set_ties_pages_and_files_both_ways(files):
    (links,) = json.loads(files["linkset.json"]).values()
    by_anchor = {link["anchor"]: link for link in links}
    assert len(by_anchor) == len(links) == 1 + 3 * 7
    assert by_anchor[HERE]["cite-as"] == [{"href": "https://doi.org/10.1234/abc"}]
    page = f"{HERE}cable-1950-07-13-3305.html"
    assert by_anchor[page]["cite-as"] == [{"href": page}]
    assert {target["type"] for target in by_anchor[page]["item"]} == {
        "application/tei+xml",
        "application/pdf",
        "text/plain",
    }
    for target in by_anchor[page]["item"]:
        assert by_anchor[target["href"]]["collection"] == [{"href": page, "type": "text/html"}]
    for target in by_anchor[page]["describedby"]:
        assert by_anchor[target["href"]]["describes"] == [{"href": page, "type": "text/html"}]


@pytest.mark.parametrize(("declaration", "extra"), WITH_FILES)
def test_the_first_page_lists_the_files_that_there_are(gatherer, made, declaration, extra):
    page = html.document_fromstring(site(gatherer, made, declaration)["index.html"].decode())
    listed = page.xpath("//section[@aria-labelledby='page-data']//dt/a/@href")
    assert set(listed) == set(data(gatherer, made, declaration)) == {*FILES, *extra}
    assert all(dd.text_content() and not dd.text_content().startswith("data.") for dd in page.xpath("//dl//dd"))
    feeds = page.xpath("//link[@rel='alternate']/@href")
    assert feeds == (["feed.xml"] if extra else [])


def test_the_first_page_is_described_as_a_collection(gatherer, made):
    page = html.document_fromstring(site(gatherer, made, PUBLISHED)["index.html"].decode())
    links = {(link.get("rel"), link.get("href")) for link in page.iter("link")}
    assert {("canonical", HERE), ("cite-as", "https://doi.org/10.1234/abc"), ("license", PUBLISHED.licence)} <= links
    described = json.loads(page.xpath("string(//head/script)"))
    assert (described["@type"], described["name"], described["url"]) == ("Collection", PUBLISHED.title, HERE)
    assert not html.document_fromstring(site(gatherer, made, PUBLISHED)["persons.html"].decode()).xpath("//script")
