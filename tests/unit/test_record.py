"""What the search looks through of a cable: its facts, its words, the keys of its names and foreign words."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from teicable.render.authorities import authorities
from teicable.render.record import record
from teicable.render.rendering import Renderer

FIXTURES = Path(__file__).parents[1] / "transforms" / "fixtures"


@pytest.fixture(scope="module")
def tree():
    renderer = Renderer(("record",), authorities=authorities(FIXTURES.glob("authorities/*.xml"))[0])
    made = record(renderer, (FIXTURES / "cable-1950-07-13-3305.xml").read_bytes())
    assert not made.diagnostics
    return html.document_fromstring(made.data.decode())


def content(tree, kind, name):
    return tree.xpath(f"//meta[@data-pagefind-{kind} = '{name}[content]']/@content")


def test_facets_come_from_the_header(tree):
    facets = {name: content(tree, "filter", name) for name in ("sender", "addressee", "year", "kind", "language")}
    assert facets == {
        "sender": ["Joseph Stalin"],
        "addressee": ["Zhou Enlai", "Mao Zedong"],
        "year": ["1950"],
        "kind": ["ciphered telegram"],
        "language": ["Russian"],
    }
    assert content(tree, "sort", "oldest") == content(tree, "sort", "newest") == ["1950-07-13T03:15:00"]


def test_the_words_are_those_of_the_document_in_its_blocks(tree):
    blocks = tree.xpath("//body//p")
    assert all(block.text_content().strip() for block in blocks)
    assert "FILIPPOV [Stalin]" in [block.text_content() for block in blocks]
    assert tree.xpath("//p[@id = 'p2']")[0].text_content().startswith("The English ask")
    assert not tree.xpath("//body//text()[contains(., 'Joseph')]")


def test_other_names_are_found_and_not_shown(tree):
    (names,) = content(tree, "meta", "names")
    bearers = [each.split(" · ") for each in names.split(" ‖ ")]
    stalin = next(each for each in bearers if each[0] == "Joseph Stalin")
    assert {"Filippov", "Stalin"} < set(stalin)
    (keys,) = content(tree, "meta", "folded")
    assert {"qxfilipov", "qxroschin", "qxtsetung", "qxzedong"} < set(keys.split())
