"""The original beside its translation."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

EXPECTED = Path(__file__).parent / "expected" / "original-and-translation.html"


def rows(tree: html.HtmlElement, side: str) -> dict[str, int]:
    """Return in which row each block of a side stands, by its words."""
    found = {}
    for block in tree.xpath(f"//section[contains(@class, '{side}')]//*[contains(@class, ' row-')]"):
        (row,) = (int(name.removeprefix("row-")) for name in block.get("class").split() if name.startswith("row-"))
        found[" ".join(block.text_content().split())] = row
    return found


@pytest.fixture
def group(page, whole):
    """Make the page of a cable whose text is an original and a translation."""

    def make(original: str, translation: str, kinds=("original", "translation")) -> html.HtmlElement:
        texts = (original, translation)
        made = "".join(
            f'<text type="{kind}"><body><div>{words}</div></body></text>'
            for kind, words in zip(kinds, texts, strict=True)
        )
        before = whole("").decode().partition("<text>")[0]
        return page(f"{before}<text><group>{made}</group></text></TEI>".encode())

    return make


def test_each_side_has_its_heading_its_language_and_the_way_to_the_other(page, sample):
    original, translation = page(sample("original-and-translation")).xpath("//article//section")
    assert (original.get("lang"), original.get("id"), translation.get("id")) == (
        "ru",
        "page-original",
        "page-translation",
    )
    for side, heading, other, name in (
        (original, "Original", "#page-translation", "To the translation"),
        (translation, "Translation", "#page-original", "To the original"),
    ):
        assert side.xpath("string(h2[@id = ../@aria-labelledby])") == heading
        assert side.xpath("h2/@lang") == ["en"]
        assert [(a.get("href"), a.text) for a in side.xpath("p[contains(@class, 'jump')]/a")] == [(other, name)]


def test_blocks_that_correspond_share_a_row(page, sample):
    tree = page(sample("original-and-translation"))
    one, two = rows(tree, "original"), rows(tree, "translation")
    assert list(one.values()) == [2, 3, 5, 6]
    assert list(two.values()) == [2, 3, 4, 5, 6, 7]
    (style,) = tree.xpath("//head/style/text()")
    known = {int(row) for row in re.findall(r"\.row-(\d+)\{grid-row:\1\}", style)}
    assert {*one.values(), *two.values()} <= known


def test_without_corresp_paragraphs_of_one_number_share_a_row(group):
    tree = group(
        '<p xml:id="o1" n="1">a</p><p xml:id="o2" n="2">b</p>',
        '<head>H</head><p xml:id="p1" n="1">A</p><p xml:id="p1a" n="1a">A2</p><p xml:id="p2" n="2">B</p>',
    )
    assert rows(tree, "original") == {"a": 3, "b": 5}
    assert rows(tree, "translation") == {"H": 2, "A": 3, "A2": 4, "B": 5}


def test_what_corresponds_across_is_left_where_it_stands(group):
    tree = group(
        '<p xml:id="o1" corresp="#p2">a</p><p xml:id="o2" corresp="#p1">b</p><p xml:id="o3" corresp="#p3">c</p>',
        '<p xml:id="p1">A</p><p xml:id="p2">B</p><p xml:id="p3">C</p>',
    )
    assert rows(tree, "original") == {"a": 3, "b": 4, "c": 5}
    assert rows(tree, "translation") == {"A": 2, "B": 3, "C": 5}


def test_other_groups_stand_one_after_the_other(group):
    tree = group("<p>a</p>", "<p>b</p>", ("translation", "translation"))
    assert not tree.xpath("//*[contains(@class, 'facing')] | //head/style[contains(., 'row-')]")
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))


def test_the_article_is_what_it_was(page, sample):
    (article,) = page(sample("original-and-translation")).xpath("//article")
    made = re.sub(r">\s*<", ">\n<", html.tostring(article, encoding="unicode", with_tail=False)) + "\n"
    assert made == EXPECTED.read_text(encoding="utf-8")


def test_reading_text_has_both_under_their_headings(renderer, sample):
    text = renderer.render(sample("original-and-translation"), "text").data.decode()
    assert "\n\nOriginal\n\nСекретно\n\nПо Вашему" in text
    assert "РОЩИН\n\nTranslation\n\nSecret\n\nAs instructed" in text
