"""Words of the edition's editors: read in the text, told apart from the translator's, accounted for in an apparatus."""

from __future__ import annotations

import pytest
from lxml import etree

PERSONS = """<respStmt xml:id="translator"><resp>translation</resp><persName>T</persName></respStmt>
<respStmt xml:id="ed1"><resp>editor</resp><persName>Anna Newcomer</persName></respStmt></titleStmt>"""
BRACKETS = 'rendition="#lsqb #rsqb"'
CORRECTION = '<p>We have <choice><sic>recieved</sic><corr resp="#ed1">received</corr></choice> it.</p>'


@pytest.fixture
def edited(whole):
    return lambda body: whole(body).replace(b"</titleStmt>", PERSONS.encode())


@pytest.fixture
def reading(renderer, edited):
    """The reading text of the body of a cable."""
    return lambda body: renderer.render(edited(body), "text").data.decode().partition("\n\n\n")[2].strip()


@pytest.fixture
def article(page, edited):
    def make(body):
        tree = page(edited(body))
        return tree, tree.xpath("string(//article//p)")

    return make


def test_a_correction_is_read_and_accounted_for(article):
    tree, words = article(CORRECTION)
    assert words == "We have receiveda it."
    (span,) = tree.xpath('//article//span[contains(@class, "edited")]')
    assert span.get("title") == "corrected by Anna Newcomer; source: recieved"
    (call,) = tree.xpath('//article//a[@role="doc-noteref"]')
    assert call.get("aria-label") == "Note a of this edition: corrected by Anna Newcomer; source: recieved"
    (entry,) = tree.xpath('//section[@class="editing"]//li')
    assert (f"#{entry.get('id')}", entry.xpath("a/@href")) == (call.get("href"), [f"#{call.get('id')}"])
    assert entry.text_content() == "a received — corrected by Anna Newcomer; source: recieved"


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ('<choice><sic>recieved</sic><corr resp="#ed1">received</corr></choice>', "received [source: recieved]"),
        (f'<choice><sic>16</sic><corr {BRACKETS} resp="#translator">17</corr></choice>', "16 [17]"),
        (f"<choice><sic>16</sic><corr {BRACKETS}>17</corr></choice>", "16 [17]"),
        ('<choice><sic>16</sic><corr resp="#nobody">17</corr></choice>', "16 17"),
        ('<choice><orig>Corea</orig><reg resp="#ed1">Korea</reg></choice>', "Korea [source: Corea]"),
        ('<choice><abbr>KPA</abbr><expan resp="#ed1">Army</expan></choice>', "Army [source: KPA]"),
        ('<supplied resp="#ed1">the</supplied>', "⟨the⟩"),
        (f'<supplied resp="#ed1" {BRACKETS}>the</supplied>', "⟨the⟩"),
        (f'<supplied resp="#translator" {BRACKETS}>the</supplied>', "[the]"),
        ('<expan>K<ex resp="#ed1">orean</ex></expan>', "K⟨orean⟩"),
        ('x<note resp="#ed1">See there.</note>', "x⟨See there.⟩"),
    ],
)
def test_reading_text(reading, markup, expected):
    assert reading(f"<p>{markup}</p>") == expected


def test_the_translators_correction_is_printed_as_the_source_has_it(article):
    tree, words = article(f'<p><choice><sic>16</sic><corr {BRACKETS} resp="#translator">17</corr></choice></p>')
    assert words == "16 [17]"
    assert not tree.xpath('//section[@class="editing"]')


def test_added_words_are_told_apart_from_the_translators(article):
    body = f'<p><supplied resp="#ed1">the</supplied> <supplied {BRACKETS} resp="#translator">a</supplied></p>'
    tree, words = article(body)
    assert words == "⟨the⟩ [a]"
    (ours,) = tree.xpath('//article//span[contains(@class, "edited")]')
    assert ours.get("title") == "added by Anna Newcomer, not in the source"
    assert tree.xpath('//dl[@class="signs"]//span/@class') == ["sign supplied", "sign edited"]


def test_a_note_in_running_text_goes_to_the_apparatus(article):
    tree, words = article('<p>army<note xml:id="n1" resp="#ed1">See <hi rend="italic">there</hi>.</note>.</p>')
    assert words == "armya."
    (entry,) = tree.xpath('//section[@class="editing"]//li')
    assert entry.text_content() == "a See there. (Anna Newcomer, editor of this edition)"
    assert tree.xpath("count(//*[@id='n1'])") == 1


def test_a_note_between_blocks_is_signed(page, edited, reading):
    body = '<p>x</p><note resp="#ed1">Seen.</note>'
    expected = "Seen. (Anna Newcomer, editor of this edition)"
    assert page(edited(body)).xpath("string(//article//*[@role='note'])") == expected
    assert reading(body).split("\n")[-1] == expected


def test_letters_run_through_the_document(page, edited):
    tree = page(edited(CORRECTION * 28))
    assert tree.xpath('//article//a[@role="doc-noteref"]/text()')[-3:] == ["z", "aa", "ab"]


def test_in_a_link_the_letter_is_none(page, edited):
    name = '<persName ref="person:mao"><choice><sic>Moa</sic><corr resp="#ed1">Mao</corr></choice></persName>'
    tree = page(edited(f"<p>{name}</p>"))
    assert not tree.xpath("//a//a")


def test_facts_hold_the_corrected_name(renderer, edited):
    name = '<persName ref="person:mao"><choice><sic>Moa</sic><corr resp="#ed1">Mao</corr></choice></persName>'
    root = etree.fromstring(renderer.render(edited(f"<p>{name} came.</p>"), "facts").data)
    assert root.xpath("string(mention/form)") == "Mao"
    assert (root.xpath("string(counts/@words)"), root.xpath("string(counts/@edited)")) == ("2", "1")
