"""Ways to read a page: addresses of blocks, and the switches above the text."""

from __future__ import annotations

import re
from urllib.parse import unquote

from teicable.render.rendering import style

GLOSSED = """<p xml:id="p1">To <persName type="pseudo" ref="person:stalin" ana="rule:pseudonyms">Filippov</persName>
<note type="identity" resp="#translator" rendition="#lsqb #rsqb"><persName ref="person:stalin">Stalin</persName></note>
went <persName cert="low" ana="rule:names">Gao</persName> on <date cert="medium" ana="rule:dates">12 May</date>
<foreign rendition="#lsqb #rsqb" xml:lang="ru-Latn">12 maia</foreign>.</p>"""


def switches(tree):
    return {box.get("id"): box.get("checked") is not None for box in tree.xpath("//fieldset//input")}


def test_every_block_has_one_link_in_the_margin(page):
    tree = page("""<p xml:id="p1">One.</p><ab xml:id="ab1" type="instruction">Two.</ab>
      <list><label>1.</label><item xml:id="i1"><p xml:id="p2">Three.</p></item></list>
      <list><item xml:id="i2">Four</item></list><note xml:id="n1" place="foot">Five.</note>
      <floatingText xml:id="m1" type="telegram"><body><p xml:id="p3">Six.</p></body></floatingText>""")
    links = [(a.get("href"), a.get("data-n")) for a in tree.xpath("//a[contains(@class, 'permalink')]")]
    assert links == [
        ("#p1", "1"),
        ("#ab1", "ab1"),
        ("#p2", "2"),
        ("#i2", "i2"),
        ("#n1", "n1"),
        ("#m1", "m1"),
        ("#p3", "3"),
    ]
    assert all(a.get("aria-label") and not a.text_content() for a in tree.xpath("//a[contains(@class, 'permalink')]"))


def test_only_switches_that_change_something(page):
    assert switches(page("<p>Nothing to switch.</p>")) == {}
    assert switches(page("""<p>An <supplied rendition="#lsqb #rsqb">added</supplied> word</p>""")) == {
        "reading-insertions": True
    }
    everything = {"reading-bearers": False, "reading-insertions": True, "reading-certainty": False}
    assert switches(page(GLOSSED)) == everything


def test_a_cover_name_carries_its_bearer_not_as_text(page):
    (name,) = page(GLOSSED).xpath("//article//a[contains(@class, 'pseudo')]")
    assert (name.get("data-bearer"), name.text_content()) == ("Joseph Stalin", "Filippov")


def test_degrees_of_certainty_are_classes(page):
    tree = page(GLOSSED)
    assert "machine" in tree.xpath("//span[text() = 'Gao']/@class")[0].split()
    assert "uncertain" in tree.xpath("//span[text() = 'Gao']/@class")[0].split()
    assert "probable" in tree.xpath("//*[text() = '12 May']/@class")[0].split()
    assert tree.xpath("//*[@class='degrees']/span/@class") == ["degree machine", "degree probable", "degree uncertain"]


def test_a_blank_goes_with_a_hidden_insertion_only_before_a_stop(page):
    tree = page("""<p>He came <foreign rendition="#lsqb #rsqb">a</foreign>. He <supplied
      rendition="#lsqb #rsqb">then</supplied> went <note type="sic" rendition="#lsqb #rsqb">sic</note></p>""")
    followers = [blank.getnext().get("class") for blank in tree.xpath("//span[@class='blank']")]
    assert followers == ["foreign", "note sic"]
    assert " ".join(tree.xpath("//article")[0].text_content().split()) == "He came [a]. He [then] went [sic]"


def test_words_of_editors_are_never_hidden():
    (hidden,) = re.findall(r"^main:has\(#reading-insertions:not\(:checked\)\).*$", style(), re.MULTILINE)
    assert ":not(.edited, .edited *)" in hidden


def test_called_notes_know_their_place_beside_the_call(page):
    tree = page("""<p>Yes<ref target="#n1">1</ref> and no<ref target="#n2">2</ref>.</p>
      <note xml:id="n1" place="foot">A</note>
      <note xml:id="n2" place="foot">B</note><note xml:id="n3" place="foot">never called</note>""")
    (address,) = tree.xpath("//head/link[@rel='stylesheet']/@href")
    assert address.startswith("data:text/css,")
    rules = unquote(address)
    assert re.findall(r'\[id="([^"]+)"\]', rules) == ["call-n1", "n1", "call-n2", "n2"]
    assert "--beside:max(anchor(--call-2 top),calc(anchor(--note-1 bottom) + .6rem))" in rules
    assert not page("<p>No notes.</p>").xpath("//link[@rel='stylesheet']")


def test_a_card_leads_on_to_the_index_and_back_to_the_page(page):
    tree = page(GLOSSED, persons_href="persons.html")
    assert set(tree.xpath("//article//a[contains(@class, 'persName')]/@href")) == {"#person-stalin"}
    (card,) = tree.xpath("//li[@id='person-stalin']")
    assert card.xpath(".//a/@href")[:1] == ["persons.html#stalin"]
    assert card.xpath("a[@class='close'][@aria-label]/@href") == ["#page-here"]
