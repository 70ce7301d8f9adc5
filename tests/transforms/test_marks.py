"""The page that says in words what is marked in a document, and what it rests on."""

from __future__ import annotations

import pytest
from lxml import html

from teicable.render.marks import marks
from teicable.render.rendering import Renderer


@pytest.fixture(scope="module")
def both(tree) -> Renderer:
    return Renderer(("html", "marks"), authorities=tree)


@pytest.fixture
def entries(both, whole):
    """The entries of a page on the marks of a text: words and particulars."""

    def read(body: str) -> list[tuple[str, str]]:
        tree = html.document_fromstring(marks(both, whole(body), "cable-x", "E").decode())
        items = tree.xpath("//section[@aria-labelledby='marks-text']//li")
        return [tuple(" ".join(p.text_content().split()) for p in item.findall("p")) for item in items]

    return read


def test_what_a_mark_says_is_said_in_words(entries):
    body = '<p xml:id="p1"><gap reason="illegible" unit="word" quantity="2" resp="#translator"/></p>'
    assert entries(body) == [
        ("p1", "gap · reason: illegible · unit: words · number: 2 · answered for by: Translator"),
    ]


def test_marks_with_the_same_particulars_stand_together(entries):
    names = '<persName>Lind</persName> and <persName cert="low">Orlov</persName> and <persName>Mao</persName>'
    assert entries(f'<p xml:id="p1">{names}</p>') == [
        ("Lind · Mao", "name of a person"),
        ("Orlov", "name of a person · certainty: uncertain"),
    ]


def test_grounds_are_named_as_the_taxonomies_name_them(entries):
    phrase = '<foreign xml:lang="ru-Latn" cert="medium" ana="rule:foreign basis:morphology">pri etom</foreign>'
    ((words, said),) = entries(f'<p xml:id="p1">{phrase}</p>')
    assert words == "pri etom"
    assert said.startswith(
        "words of another language · language: Russian, romanised · certainty: probable · rule: words"
    )
    assert said.endswith("grounds: the form of the words shows it")


def test_words_lead_to_their_paragraph_on_the_page_of_the_document(both, cable):
    page = html.document_fromstring(both.render(cable, "html").data.decode())
    tree = html.document_fromstring(marks(both, cable, "cable-x", "E").decode())
    addresses = set(tree.xpath("//section//a/@href"))
    assert addresses
    assert {address.partition("#")[0] for address in addresses} == {"../cable-x.html"}
    assert {address.partition("#")[2] for address in addresses} <= set(page.xpath("//@id"))


def test_a_long_block_is_named_by_its_first_words(entries):
    ((words, _),) = entries(f'<ab xml:id="ab1" cert="low">{"word " * 40}</ab>')
    assert words == f"{'word ' * 11}…"


def test_the_page_is_complete_and_its_ids_are_its_own(both, cable):
    tree = html.document_fromstring(marks(both, cable, "cable-x", "E").decode())
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert set(tree.xpath("//@aria-labelledby")) <= set(ids)
    assert tree.xpath("string(//h1)") == " ".join(tree.xpath("string(//h1)").split()) != ""
    assert tree.xpath("//body/a[@class='skip']/@href") == ["#page-marks"]
