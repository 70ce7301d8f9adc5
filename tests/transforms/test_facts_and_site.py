"""Facts of a cable, and the first page made from them."""

from __future__ import annotations

import re

import pytest
from lxml import etree, html

from teicable import __version__
from teicable.errors import TeicableError
from teicable.model.declaration import Declaration, Editor
from teicable.render.addresses import PAGES
from teicable.render.collection import gathered
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
    assert tree.xpath("//section[@class='year']/h2/text()") == ["1950", "1951"]
    assert tree.xpath("string(//h1)") == "Korea, 1950"


def test_entry_shows_parties_number_and_marking(files):
    entry = html.document_fromstring(files["index.html"].decode()).xpath("//ol/li")[1]
    assert entry.xpath('string(.//*[@class="when"])') == "13 July 1950"
    parties = " ".join(entry.xpath('string(.//p[@class="parties"])').split())
    assert parties == "Filippov (Joseph Stalin) → to Zhou Enlai or Mao Zedong (via Nikolai Roshchin)"
    assert entry.xpath('string(.//p[@class="terms"])') == "ciphered telegram · No. 3305 · by ciphered telegraph only"


def test_entry_names_the_parties_of_an_enclosed_message(files):
    enclosed = html.document_fromstring(files["index.html"].decode()).xpath('//li//p[@class="parties encloses"]')
    assert " ".join(enclosed[0].text_content().split()) == "encloses: Filippov (Joseph Stalin) → to Mao Zedong"


def test_an_editor_has_no_role_in_brackets(renderer, sample):
    cable = facts(renderer, sample("forms"), "a").data
    people = (Editor("ed1", "Anna Newcomer", "editor"), Editor("ed2", "B. Other", "translator of the notes"))
    page = site(renderer, [cable], Declaration(title="T", editors=people))["index.html"].decode()
    assert "<dd>Anna Newcomer</dd>" in page
    assert "<dd>B. Other (translator of the notes)</dd>" in page


def test_site_has_its_pages_and_its_style_sheet(files):
    assert {name for name in files if not name.startswith(("fonts/", "handbook/"))} == {
        *PAGES.values(),
        "css/edition.css",
        "js/search.js",
        "js/folding.json",
    }
    assert b'href="css/edition.css"' in files["index.html"]


def test_undated_documents_come_last(renderer, sample):
    undated = sample("forms").replace(
        b'<creation><date when="1951-07-21" resp="#teicable" cert="low"/></creation>', b""
    )
    made = [facts(renderer, undated).data, facts(renderer, sample("cable-1950-07-13-3305")).data]
    tree = html.document_fromstring(site(renderer, made, Declaration(title="x"))["index.html"].decode())
    assert tree.xpath("//section[@class='year']/h2/text()") == ["1950", "Undated"]


def test_broken_fact_file_is_refused(renderer):
    with pytest.raises(TeicableError, match="fact file"):
        site(renderer, [b"<document"], Declaration(title="x"))


def parsed(files, name):
    return html.document_fromstring(files[name].decode())


def test_persons_stand_under_their_names_with_cover_names_both_ways(files):
    tree = parsed(files, "persons.html")
    stalin = tree.xpath("//li[@id='stalin']")[0]
    assert stalin.xpath("string(.//strong)") == "Stalin, Joseph"
    assert "cover names: Filippov" in " ".join(stalin.text_content().split())
    see = [" ".join(entry.text_content().split()) for entry in tree.xpath("//li[@class='see']/p[1]")]
    assert "Filippov, see Stalin, Joseph" in see
    assert see == sorted(see)
    filippov = tree.xpath("//li[@class='see'][p/span='Filippov']")[0]
    assert filippov.xpath("p[1]/a/@href") == ["#stalin"]
    assert stalin.xpath(".//span[@class='fact covers']/a/@href")[0] == f"#{filippov.get('id')}"
    assert filippov.xpath("p[2]/a/@href") == [f"{name}.html" for name in NAMES]


def test_an_entry_says_what_part_is_played_how_often_and_under_which_name(files):
    stalin = parsed(files, "persons.html").xpath("//li[@id='stalin']")[0]
    entries = stalin.xpath(".//ul/li")
    assert [entry.xpath("string(.//a/@href)") for entry in entries] == [f"{name}.html" for name in NAMES]
    parts = " ".join(entries[1].xpath("string(.//p)").split())
    assert parts == "sender as Filippov · received a copy · named 3×: FILIPPOV, Stalin"
    assert "sender (enclosed message) as Filippov" in " ".join(entries[0].xpath("string(.//p)").split())


def test_places_and_organisations_have_their_pages(files):
    assert parsed(files, "places.html").xpath("//li[@id='beijing']//strong/text()") == ["Beijing"]
    assert parsed(files, "organisations.html").xpath("//li[@id]")
    assert parsed(files, "places.html").xpath("//a[@aria-current='page']/@href") == ["places.html"]


def test_chronology_goes_to_the_hour(files):
    tree = parsed(files, "chronology.html")
    assert tree.xpath("//h2/text()") == ["1950", "1951"]
    assert tree.xpath("//h3/text()")[:2] == ["14 May 1950", "13 July 1950"]
    day = tree.xpath("//section[@class='day']")[0]
    events = [(item.xpath("string(.//time)"), item.xpath("string(*[@class='event'])")) for item in day.xpath(".//li")]
    assert events == [("", "dated"), ("04:10", "received for encipherment"), ("05:30", "sent")]


def test_first_page_says_what_the_edition_is(renderer, sample):
    declaration = Declaration(
        title="Korea",
        edition="2",
        licence="https://creativecommons.org/licenses/by/4.0/",
        licence_text="CC BY 4.0",
        editors=(Editor("ed", "A. Editor", "translation"),),
    )
    tree = parsed(site(renderer, [facts(renderer, sample(name)).data for name in NAMES[:2]], declaration), "index.html")
    extent = tree.xpath("string((//p[@class='extent'])[1])")
    assert extent == "Documents: 2 · 14 May 1950 – 13 July 1950 · original: Russian · translation: English"
    said = tree.xpath("//section[@class='imprint']//dd/text()[normalize-space()]")
    assert said[:2] == ["A. Editor (translation)", "2"]
    assert said[2].startswith("The words of the documents remain")
    assert said[3] == f"teicable {__version__}"
    assert tree.xpath("//section[@class='imprint']//a/@href") == [declaration.licence]


def words(element) -> str:
    return " ".join(element.text_content().split())


def test_first_page_says_by_whom_it_is_and_how_it_is_cited(renderer, sample):
    made = [facts(renderer, sample(NAMES[1])).data]
    people = (Editor("a", "A. One", "editor"), Editor("b", "B. Two", ""), Editor("c", "C. Three", "translation"))
    declaration = Declaration(
        title="Korea", edition="2", publisher="A Press", date="2026-05", doi="10.1234/abc", editors=people
    )
    tree = parsed(site(renderer, made, declaration), "index.html")
    assert words(tree.xpath("//p[@class='byline']")[0]) == "edited by A. One, B. Two · A Press · May 2026 · Edition 2"
    cited = tree.xpath("//section[@aria-labelledby='page-cite']/p")[0]
    assert words(cited) == "Korea, edited by A. One, B. Two, version 2, A Press, May 2026, https://doi.org/10.1234/abc."
    bare = parsed(site(renderer, made, Declaration(title="Korea")), "index.html")
    assert not bare.xpath("//p[@class='byline'] | //section[@aria-labelledby='page-cite']")
    assert "No licence is stated" in words(bare.xpath("//section[@aria-labelledby='page-imprint']")[0])


def test_first_page_names_the_correspondents_and_leads_on(renderer, sample):
    made = [facts(renderer, sample(name)).data for name in NAMES]
    tree = parsed(
        site(renderer, made, Declaration(title="x"), {"introduction-href": "introduction.html"}), "index.html"
    )
    named = words(tree.xpath("//p[@class='extent'][2]")[0])
    assert named.startswith("Correspondents: Joseph Stalin, ")
    assert tree.xpath("//nav[@class='ways-in']//a/@href")[:4] == [
        "introduction.html",
        "chronology.html",
        "persons.html",
        "network.html",
    ]


ENTRY = (
    '<document id="d{n}" href="d{n}" lang="en" order="{year}-05-14"><title>T</title><date when="{year}-05-14">x</date>'
    '<mention ref="person:p{n}" name="{name}" count="2"><form>{form}</form></mention></document>'
)


def test_long_lists_have_years_and_letters_to_go_to(renderer):
    names = [*(f"{letter}arov" for letter in "BDKLMNOPRSTVZ"), "Árpád", "Łopatka", "Đinh", "“X”", "7th"]
    made = [
        ENTRY.format(n=n, year=1950 + n % 2, name=names[n % len(names)], form=names[n % len(names)]).encode()
        for n in range(48)
    ]
    files = site(renderer, made, Declaration(title="x"))
    for name in ("index.html", "chronology.html"):
        tree = parsed(files, name)
        assert tree.xpath("//nav[@class='letters']//a/@href") == ["#y1950", "#y1951"]
        assert tree.xpath("//section[@class='year']/@id") == ["y1950", "y1951"]
    tree = parsed(files, "persons.html")
    letters = tree.xpath("//nav[@class='letters']//a/text()")
    assert letters == ["#", *"ABDKLMNOPRSTVXZ"]
    assert tree.xpath("//h2/@id") == [f"letter-{letter}" for letter in letters]
    assert words(tree.xpath("//h2[.='L']/following::ol[1]")[0]).count("Łopatka") == 2
    short = parsed(site(renderer, made[:12], Declaration(title="x")), "persons.html")
    assert not short.xpath("//nav[@class='letters'] | //h2")


def test_a_name_is_not_said_twice(renderer):
    made = [
        ENTRY.format(n=n, year=1950, name="Boris Barov", form=form).encode()
        for n, form in enumerate(("Boris Barov", "BAROV"))
    ]
    entries = parsed(site(renderer, made, Declaration(title="x")), "persons.html").xpath("//p[@class='parts']")
    assert [words(entry) for entry in entries] == ["named 2×: BAROV", "named 2×"]


@pytest.mark.parametrize("lang", ["en", "ru"])
def test_pages_of_the_edition_speak_each_language(renderer, sample, lang):
    made = [facts(renderer, sample(name), lang=lang).data for name in NAMES]
    for name, data in site(renderer, made, Declaration(title="x"), {"lang": lang}).items():
        if name.endswith(".html") and "/" not in name:
            tree = html.document_fromstring(data.decode())
            assert tree.get("lang") == lang
            assert not [
                text for text in tree.itertext() if re.fullmatch(r"(part|way|index|edition|time)[.-][a-z.-]+", text)
            ]


def test_an_edition_without_names_says_so(bare, renderer, whole):
    tree = parsed(site(renderer, [facts(bare, whole("<p>No name.</p>")).data], Declaration()), "persons.html")
    assert tree.xpath("string(//div[@id='page-content'])").startswith("The documents name none")


def test_names_without_authorities_stand_under_their_form(bare, renderer, whole):
    data = facts(bare, whole('<p><persName ref="person:x">X of Y</persName></p>')).data
    assert parsed(site(renderer, [data], Declaration()), "persons.html").xpath("//li[@id='x']//strong/text()") == [
        "X of Y"
    ]


def test_names_lead_to_the_indexes_of_an_edition_that_has_them(page):
    name = '<p>To <persName ref="person:stalin">Stalin</persName></p>'
    assert page(name).xpath("//a[contains(@class,'persName')]/@href") == ["#person-stalin"]
    tree = page(name, persons_href="persons.html")
    assert tree.xpath("//a[contains(@class,'persName')]/@href") == ["#person-stalin"]
    assert tree.xpath("//li[@id='person-stalin']//strong/a/@href") == ["persons.html#stalin"]


def test_labels_of_the_form_are_set_apart_and_no_word_is_lost(page):
    tree = page(
        '<opener><seg type="number">Special no. <idno>550</idno></seg> '
        "<address><addrLine>Destination: <placeName>P</placeName> To Whom: <persName>S</persName></addrLine></address> "
        "<dateline>Sent on <date>1950</date></dateline> <dateline>Moscow, <date>1950</date></dateline></opener><p/>"
    )
    labels = [label.text_content().strip() for label in tree.xpath("//span[@class='form-label']")]
    assert labels == ["Special no.", "Destination:", "To Whom:", "Sent on"]
    words = " ".join(tree.xpath("string(//article)").split())
    assert words == "Special no. 550 Destination: P To Whom: S Sent on 1950 Moscow, 1950"


def test_facts_name_the_documents_that_one_answers(renderer, cable):
    refs = (
        '<ref type="replyTo" target="cable-1.xml">your No. 1</ref>'
        '<ref type="replyTo" target="../tei/cable-2.xml#p1">2</ref>'
        '<ref type="replyTo" target="https://example.org/x.xml">x</ref><ref type="replyTo">your No. 3</ref>'
        '<ref type="mentioned" target="cable-4.xml">4</ref>'
    )
    changed = cable.replace(b"</correspDesc>", f"<correspContext>{refs}</correspContext></correspDesc>".encode(), 1)
    facts = etree.fromstring(renderer.render(changed, "facts").data)
    assert facts.xpath("answers/@id") == ["cable-1", "cable-2"]


def test_documents_stand_in_order_of_time_whatever_their_ids():
    facts = [f'<document id="{name}" order="{order}"/>'.encode() for name, order in (("a", "1951"), ("b", "1950"))]
    edition = etree.fromstring(gathered(Declaration(title="Edition"), facts))
    assert edition.xpath("document/@id") == ["b", "a"]
