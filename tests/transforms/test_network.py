"""Who wrote to whom: the drawing, the same as a table, and the documents of each exchange."""

from __future__ import annotations

import pytest
from lxml import html

from teicable.model.declaration import Declaration
from teicable.render.facts import facts
from teicable.render.site import site

DOCUMENT = (
    '<document id="{id}" href="{id}" lang="en" order="{day}"><title>{id}</title><date>{day}</date>{rest}</document>'
)
STALIN = '<party role="{}" kind="person" ref="person:stalin" name="Joseph Stalin" pseudo="true">Filippov</party>'
MAO = '<party role="{}" kind="person" ref="person:mao" name="Mao Zedong">Mao</party>'
ROSHCHIN = '<party role="via" kind="person">ROSHCHIN</party>'
MINISTRY = '<party role="{}" kind="org">Foreign Ministry</party>'
PRAGUE = '<party role="{}" kind="place" ref="place:prague" name="Prague">Praha</party>'


def words(element) -> str:
    return " ".join(element.text_content().split())


@pytest.fixture
def page(renderer):
    """The page for documents of these parties, each a day after the other."""

    def make(*documents: str, lang: str = "en", **parameters: str) -> html.HtmlElement:
        made = [
            DOCUMENT.format(id=f"d{n}", day=f"1950-05-{n:02}", rest=rest).encode()
            for n, rest in enumerate(documents, 1)
        ]
        files = site(renderer, reversed(made), Declaration(title="x"), {"lang": lang, **parameters})
        return html.document_fromstring(files["network.html"].decode())

    return make


def rows(tree) -> list[list[str]]:
    return [[words(cell) for cell in row] for row in tree.xpath("//table[contains(@class, 'exchanges')]/tbody/tr")]


def ways(tree) -> list[tuple[str, str]]:
    """What each drawn way is, and how thick."""
    drawn = tree.xpath("//*[local-name()='a'][*[@class='way']]")
    return [(way.xpath("string(*[1])"), way.xpath("string(*[@class='way']/@stroke-width)")) for way in drawn]


def test_messages_of_two_correspondents_are_one_exchange_whoever_wrote(page):
    tree = page(
        STALIN.format("from") + MAO.format("to"),
        MAO.format("from") + STALIN.format("to") + ROSHCHIN,
        MAO.format("from") + STALIN.format("to"),
    )
    assert rows(tree) == [["Mao Zedong – Joseph Stalin via ROSHCHIN (1)", "2", "1", "1950"]]
    assert [link.get("href") for link in tree.xpath("//ol[@class='index']//li/div/a")] == [
        "d1.html",
        "d2.html",
        "d3.html",
    ]
    said = [words(parts) for parts in tree.xpath("//ol[@class='index']//li/div/p")]
    assert said == [
        "Joseph Stalin → to Mao Zedong",
        "Mao Zedong → to Joseph Stalin, via ROSHCHIN",
        "Mao Zedong → to Joseph Stalin",
    ]


def test_each_way_is_drawn_by_its_relay_and_as_thick_as_it_is_full(page):
    tree = page(
        STALIN.format("from") + MAO.format("to"),
        STALIN.format("from") + MAO.format("to"),
        STALIN.format("from") + MAO.format("to") + ROSHCHIN,
    )
    assert ways(tree) == [
        ("Joseph Stalin to Mao Zedong: 2", "14"),
        ("Joseph Stalin to Mao Zedong, via ROSHCHIN: 1", "7"),
    ]
    target = tree.xpath("//*[local-name()='a'][*[@class='way']]/@href")
    assert set(target) == {"#person-stalin--person-mao"}
    assert tree.xpath("//li[@id='person-stalin--person-mao']")


def test_an_office_stands_where_no_person_is_named_and_a_place_where_nobody_is(page):
    tree = page(
        PRAGUE.format("from") + MINISTRY.format("to") + PRAGUE.format("to"),
        PRAGUE.format("from") + MINISTRY.format("from") + MAO.format("from") + STALIN.format("to"),
    )
    assert rows(tree) == [
        ["Prague (place) – Foreign Ministry", "1", "", "1950"],
        ["Mao Zedong – Joseph Stalin", "1", "", "1950"],
    ]
    assert tree.xpath("//table//span[contains(@class, 'place')]/text()") == ["Prague (place)"]
    assert tree.xpath("//h3/a/@href") == ["places.html#prague", "persons.html#mao", "persons.html#stalin"]


def test_an_enclosed_message_counts_by_itself_and_once(page):
    inner = f'<enclosed id="m1">{STALIN.format("from")}{MAO.format("to")}</enclosed>'
    tree = page(MINISTRY.format("from") + PRAGUE.format("to") + inner, STALIN.format("from") + MAO.format("to") + inner)
    assert [row[:2] for row in rows(tree)] == [
        ["Joseph Stalin – Mao Zedong", "2"],
        ["Foreign Ministry – Prague (place)", "1"],
    ]
    entries = tree.xpath("//ol[@class='index']//li[div]")
    assert entries[0].xpath(".//a/@href") == ["d1.html#m1"]
    assert words(entries[0].xpath(".//p")[0]).endswith("Mao Zedong · enclosed message")
    assert entries[1].xpath(".//a/@href") == ["d2.html"]


def test_what_a_document_does_not_say_is_not_made_up(page, renderer, whole):
    tree = page(STALIN.format("from"), STALIN.format("from") + MAO.format("to"))
    assert "left out: 1." in words(tree.xpath("//p[@class='remark']")[0])
    unnamed = whole("<p>x</p>").replace(
        b"</fileDesc>",
        b'</fileDesc><profileDesc><correspDesc><correspAction type="sent"><persName resp="#teicable">not stated'
        b'</persName><date when="1950-05-14"/></correspAction></correspDesc></profileDesc>',
    )
    assert b"<party" not in facts(renderer, unnamed).data
    nobody = page(STALIN.format("from"))
    assert "No document names both" in words(nobody.xpath("//main")[0])
    assert not nobody.xpath("//*[local-name()='svg'] | //table")


def test_one_addressee_or_the_other_is_said_to_be_so(page):
    other = MAO.format("to").replace("kind=", 'alternative="true" kind=')
    tree = page(MINISTRY.format("from") + STALIN.format("to") + other)
    assert [words(parts)[-14:] for parts in tree.xpath("//ol[@class='index']//li/div/p")][-1] == "one of the two"
    assert len(rows(tree)) == 2


def test_of_many_ways_the_fullest_are_drawn_and_the_page_says_how_many(page):
    many = [
        STALIN.format("from") + f'<party role="to" kind="person">Envoy {n}</party>' for n in (7, 1, 2, 3, 4, 7, 5, 6)
    ]
    tree = page(*many, **{"network-most": "3"})
    assert [name for name, _ in ways(tree)] == [
        f"Joseph Stalin to Envoy {n}" + (": 2" if n == 7 else ": 1") for n in (7, 1, 2)
    ]
    assert "Drawn are 3 of 7 ways" in words(tree.xpath("//figcaption")[0])
    assert len(rows(tree)) == 7
    assert "Drawn" not in words(page(*many).xpath("//figcaption")[0])


def test_the_drawing_has_a_name_and_every_link_of_it_one_and_a_place_to_go(page):
    tree = page(STALIN.format("from") + MAO.format("to") + ROSHCHIN, MINISTRY.format("from") + PRAGUE.format("to"))
    drawing = tree.xpath("//*[local-name()='svg']")[0]
    ids = drawing.get("aria-labelledby").split()
    assert [words(drawing.xpath(f"//*[@id='{one}']")[0])[:19] for one in ids] == [
        "Who wrote to whom",
        "Senders on the left",
    ]
    ids = set(tree.xpath("//@id"))
    assert len(ids) == len(tree.xpath("//@id"))
    for link in drawing.xpath(".//*[local-name()='a']"):
        assert words(link)
        address = link.get("href")
        assert address.startswith(("persons.html#", "places.html#")) or address[1:] in ids


def test_the_order_of_the_fact_files_does_not_matter(page):
    documents = [STALIN.format("from") + MAO.format("to"), MAO.format("from") + MINISTRY.format("to")] * 2
    assert html.tostring(page(*documents)) == html.tostring(page(*documents))


def test_it_speaks_russian(page):
    tree = page(STALIN.format("from") + MAO.format("to") + ROSHCHIN, lang="ru")
    assert words(tree.xpath("//h1")[0]) == "Кто кому писал"
    assert ways(tree)[0][0] == "Joseph Stalin — Mao Zedong, через: ROSHCHIN: 1"
