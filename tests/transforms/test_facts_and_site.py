"""Facts of a cable, and the first page made from them."""

from __future__ import annotations

import pytest
from lxml import etree, html

from teicable.errors import TeicableError
from teicable.model.declaration import Declaration, Editor
from teicable.render.addresses import PAGES
from teicable.render.facts import facts
from teicable.render.site import site

NAMES = ("cable-1950-05-14-8600", "cable-1950-07-13-3305", "forms")


def read(renderer, data: bytes) -> etree._Element:
    return etree.fromstring(facts(renderer, data).data)


def test_facts_of_a_cable(renderer, sample):
    found = read(renderer, sample("cable-1950-07-13-3305"))
    assert dict(found.attrib) == {
        "id": "cable-1950-07-13-3305",
        "href": "cable-1950-07-13-3305",
        "status": "draft",
        "lang": "en",
        "order": "1950-07-13T03:15:00",
        "changed": "2026-11-22",
    }
    assert found.findtext("title").startswith("Ciphered telegram, Filippov [Stalin]")
    assert found.find("date").get("when") == "1950-07-13"
    assert found.find("number[@type='cable']").text == "3305"
    sender = found.find("party[@role='from']")
    assert (sender.text, sender.get("ref"), sender.get("pseudo"), sender.get("name")) == (
        "Filippov",
        "person:stalin",
        "true",
        "Joseph Stalin",
    )
    assert [party.text for party in found.findall("party[@role='to'][@kind='person']")] == ["Zhou Enlai", "Mao Zedong"]
    assert found.find("party[@role='via']").text == "Roshchin"
    assert found.find("sent").get("when") == "1950-07-13T03:15:00"
    assert found.find("handling").get("key") == "class:cipher-only"
    assert found.find("original").get("lang") == "ru"


def test_counts(renderer, sample):
    counts = read(renderer, sample("forms")).find("counts")
    assert {key: counts.get(key) for key in ("foreign", "supplied", "unparsed", "gaps", "enclosed")} == {
        "foreign": "1",
        "supplied": "3",
        "unparsed": "1",
        "gaps": "1",
        "enclosed": "1",
    }


def test_mentions_feed_indexes(renderer, sample):
    stalin = read(renderer, sample("forms")).find("mention[@ref='person:stalin']")
    assert stalin.get("name") == "Joseph Stalin"
    assert {form.text for form in stalin} == {"Stalin", "FILIPPOV", "I.V. Stalin"}


def test_facts_without_authorities(bare, sample):
    sender = read(bare, sample("cable-1950-07-13-3305")).find("party[@role='from']")
    assert (sender.text, sender.get("name")) == ("Filippov", None)


@pytest.fixture
def files(renderer, sample):
    made = [facts(renderer, sample(name), href=name).data for name in reversed(NAMES)]
    return site(renderer, made, Declaration(title="Korea, 1950"))


def test_first_page_is_chronological(files):
    tree = html.document_fromstring(files["index.html"].decode())
    assert tree.xpath("//ol/li//a/@href") == [f"{name}.html" for name in NAMES]
    assert tree.xpath("//h2/text()") == ["1950", "1951"]
    assert tree.xpath("string(//h1)") == "Korea, 1950"


def test_entry_shows_parties_number_and_marking(files):
    entry = html.document_fromstring(files["index.html"].decode()).xpath("//ol/li")[1]
    assert entry.xpath('string(.//*[@class="when"])') == "13 July 1950"
    parties = " ".join(entry.xpath('string(.//p[@class="parties"])').split())
    assert parties == "Filippov (Joseph Stalin) → to Zhou Enlai or Mao Zedong (via Nikolai Roshchin)"
    assert entry.xpath('string(.//p[@class="terms"])') == "ciphered telegram · No. 3305 · by ciphered telegraph only"


def test_site_has_its_pages_and_its_style_sheet(files):
    assert set(files) == {*PAGES.values(), "css/edition.css"}
    assert b'href="css/edition.css"' in files["index.html"]


def test_undated_documents_come_last(renderer, sample):
    undated = sample("forms").replace(
        b'<creation><date when="1951-07-21" resp="#teicable" cert="low"/></creation>', b""
    )
    made = [facts(renderer, undated).data, facts(renderer, sample("cable-1950-07-13-3305")).data]
    tree = html.document_fromstring(site(renderer, made, Declaration(title="x"))["index.html"].decode())
    assert tree.xpath("//h2/text()") == ["1950", "Undated"]


def test_broken_fact_file_is_refused(renderer):
    with pytest.raises(TeicableError, match="fact file"):
        site(renderer, [b"<document"], Declaration(title="x"))
