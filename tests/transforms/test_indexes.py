"""Indexes of archives, of markings, of words of the originals, and the page that leads to all of them."""

from __future__ import annotations

import re

import pytest
from lxml import etree, html

from teicable.model.declaration import Declaration
from teicable.render.facts import facts
from teicable.render.site import site

STATED = '<repository resp="#teicable">not stated</repository>'


def words(element) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture
def pages(renderer, sample):
    """The pages of an edition; each argument is the name of a sample and its archive with shelfmarks."""

    def make(*documents: tuple[str, str]) -> dict[str, html.HtmlElement]:
        made = []
        for number, (name, held) in enumerate(documents):
            own = rf'\1"d{number}"'
            tei = re.sub('(<TEI[^>]* xml:id=)"[^"]*"', own, sample(name).decode()).replace(STATED, held or STATED)
            made.append(facts(renderer, tei.encode()).data)
        files = site(renderer, made, Declaration(title="Korea"))
        return {name: html.document_fromstring(data.decode()) for name, data in files.items() if name.endswith("html")}

    return make


def held(*shelfmarks: str, archive: str = "APRF") -> tuple[str, str]:
    marks = "".join(f'<idno type="shelfmark">{mark}</idno>' for mark in shelfmarks)
    return "cable-1950-07-13-3305", f"<repository>{archive}</repository>{marks}"


def test_shelfmarks_are_a_tree_in_natural_order(pages):
    tree = pages(
        held("f. 45, op. 1, d. 10, ll. 5-6"),
        held("f. 45, op. 1, d. 9, l. 77"),
        held("f. 5, op. 28, d. 391, ll. 44-45"),
        held("f. 45, op. 1, d. 9, l. 8"),
    )["archives.html"]
    assert [words(shelf) for shelf in tree.xpath("//p[@class='shelf']")] == [
        "f. 5, op. 28, d. 391",
        "f. 45, op. 1",
        "d. 9",
        "d. 10",
    ]
    of_nine = tree.xpath("//li[p='d. 9']/ul/li")
    assert [entry.xpath("string(.//span[@class='beside'])") for entry in of_nine] == [" · l. 8", " · l. 77"]


def test_other_countries_have_other_shelfmarks(pages):
    tree = pages(held("893.50/10–2048", archive="NARA"), held("105-00307-04, 18-20", archive="PRC FMA"))[
        "archives.html"
    ]
    assert [heading.text for heading in tree.xpath("//h2")] == ["NARA", "PRC FMA"]
    assert [words(shelf) for shelf in tree.xpath("//p[@class='shelf']")] == ["893.50/10–2048", "105-00307-04"]
    assert words(tree.xpath("//section[2]//div")[0]).endswith("· 18-20")


def test_what_no_transcript_says_of_archives_is_not_guessed(pages):
    tree = pages(("forms", ""), held())["archives.html"]
    assert [heading.text for heading in tree.xpath("//h2")] == ["APRF", "Archive not stated"]
    assert tree.xpath("//section[1]/p/text()") == ["shelfmark not stated"]
    assert tree.xpath("//section[2]//a/@href") == ["d0.html"]


def test_markings_lead_to_their_documents(pages):
    tree = pages(("cable-1950-05-14-8600", ""), ("cable-1950-07-13-3305", ""), ("forms", ""))["markings.html"]
    assert [heading.text for heading in tree.xpath("//h2")] == ["Kinds of documents", "Degrees of secrecy", "Handling"]
    assert tree.xpath("//li[@id='class-top-secret']//a/@href") == ["d0.html"]
    assert tree.xpath("//li[@id='class-ciphered-telegram']//a/@href") == ["d0.html", "d1.html"]
    assert words(tree.xpath("//section[2]/ol/li[last()]/p")[0]) == "not stated Documents: 1"


def test_what_many_documents_bear_lists_their_days_alone(pages):
    tree = pages(*[held()] * 11)["markings.html"]
    days = tree.xpath("//section[1]/ol/li[1]/p[@class='parts days']")[0]
    assert words(days) == ", ".join(["13 July 1950"] * 11)
    assert days.xpath("a/@href") == sorted(f"d{n}.html" for n in range(11))
    assert not tree.xpath("//section[1]/ol/li[1]/ul")


def test_a_phrase_stands_with_the_words_before_it_and_leads_to_its_paragraph(renderer, pages, whole):
    body = (
        '<p xml:id="p1">First. So a <sic>x</sic> movement '
        '<note>of <foreign xml:lang="ru-Latn">odin</foreign></note> toward reunification '
        '<foreign xml:lang="ru-Latn" rendition="#lsqb #rsqb">pristupit k obiedineniiu</foreign>, then '
        '<foreign xml:lang="ru-Latn" cert="medium">dva</foreign>.</p>'
    )
    found = etree.fromstring(facts(renderer, whole(body)).data).findall("phrase")
    assert [(phrase.text, phrase.get("before"), phrase.get("at")) for phrase in found] == [
        ("odin", "So a x movement", "p1"),
        ("pristupit k obiedineniiu", "So a x movement toward reunification", "p1"),
        ("dva", "… a x movement toward reunification, then", "p1"),
    ]
    tree = pages(("cable-1950-05-14-8600", ""))["phrases.html"]
    entry = tree.xpath("//ol[@class='index phrases']/li[.//i='ispolneniie telegraf’te']")[0]
    assert entry.xpath(".//i/@lang") == ["ru-Latn", "ru-Latn"]
    assert words(entry.xpath(".//q")[0]) == "Telegraph the fulfillment [ispolneniie telegraf’te]"
    assert entry.xpath(".//a/@href") == ["d0.html#ab1"]
    assert tree.xpath("//h2/text()") == ["Russian, romanised"]


def test_an_edition_without_such_words_says_so(renderer, whole):
    made = site(renderer, [facts(renderer, whole("<p>x</p>")).data], Declaration())
    assert "keep no words of an original language" in made["phrases.html"].decode()


def test_one_page_leads_to_all_indexes_and_says_how_much_each_holds(pages):
    tree = pages(("cable-1950-05-14-8600", ""), held("f. 45"))["indexes.html"]
    listed = {link.get("href"): link.getnext().text for link in tree.xpath("(//ul[@class='contents'])[1]/li/a")}
    assert list(listed) == [
        "persons.html", "places.html", "organisations.html", "network.html", "archives.html", "markings.html",
        "phrases.html",
    ]  # fmt: skip
    assert listed["archives.html"] == "1"


@pytest.mark.parametrize("name", ["indexes", "archives", "markings", "phrases", "persons"])
def test_ids_are_unique_and_headings_descend(pages, name):
    tree = pages(("cable-1950-05-14-8600", ""), held("f. 45, op. 1, d. 2"), ("forms", ""))[f"{name}.html"]
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert not {href[1:] for href in tree.xpath("//a/@href") if href.startswith("#")} - set(ids)
    assert not [
        text for text in tree.itertext() if re.fullmatch(r"(way|contents|terms|phrases|archives)\.[a-z.-]+", text)
    ]
