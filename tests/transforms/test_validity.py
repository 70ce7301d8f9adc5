"""What makes a page valid, accessible and the same on every run."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from lxml import html

from teicable.render.rendering import Renderer, style

VOID = {"meta", "link", "hr", "br", "img", "input"}
PHRASING_ONLY = {
    "p",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "span",
    "i",
    "b",
    "em",
    "a",
    "time",
    "abbr",
    "del",
    "ins",
    "dt",
}
BLOCKS = {"p", "div", "section", "ul", "ol", "li", "aside", "h1", "h2", "h3", "h4", "blockquote", "table", "dl", "hr"}


@pytest.fixture(params=["en", "ru"])
def text(request, renderer, cable) -> str:
    parameters = {
        "lang": request.param,
        "tei-href": "x.xml",
        "css-href": "x.css",
        "edition-title": "E",
        "next-href": "n",
    }
    return renderer.render(cable, "html", parameters).data.decode()


def test_character_set_comes_first(text):
    assert re.match(r'<!DOCTYPE HTML><html lang="(en|ru)"><head><meta charset="utf-8">', text)
    assert "http-equiv" not in text


def test_ids_are_unique_and_pointers_resolve(text):
    tree = html.document_fromstring(text)
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert not {href[1:] for href in tree.xpath("//a/@href") if href.startswith("#")} - set(ids)
    assert not set(tree.xpath("//@aria-labelledby")) - set(ids)


def test_no_attribute_twice(text):
    for tag in re.findall(r"<[a-z][^>]*>", text):
        names = re.findall(r'\s([a-z-]+)="', tag)
        assert len(names) == len(set(names)), tag


def test_every_element_is_closed_in_order(text):
    open_: list[str] = []
    for close, name in re.findall(r"<(/?)([a-z][a-z0-9]*)[^>]*>", text):
        if close:
            assert open_.pop() == name
        elif name not in VOID:
            open_.append(name)
    assert open_ == []


def test_blocks_never_stand_in_phrases(text):
    open_: list[str] = []
    for close, name in re.findall(r"<(/?)([a-z][a-z0-9]*)[^>]*>", text):
        if close:
            open_.pop()
            continue
        if name in BLOCKS:
            assert not PHRASING_ONLY & set(open_), (name, open_)
        if name not in VOID:
            open_.append(name)


def test_headings_descend_one_by_one(text):
    levels = [int(h.tag[1]) for h in html.document_fromstring(text).xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


def test_landmarks_and_skip_link(text):
    tree = html.document_fromstring(text)
    assert len(tree.xpath("//main")) == 1
    first = tree.xpath("//body/*")[0]
    assert (first.get("class"), first.get("href")) == ("skip", "#page-document")
    assert all(link.text_content().strip() or link.get("aria-label") for link in tree.xpath("//a"))


def test_the_skip_link_hides_by_its_own_height():
    """Moved by the width of the window, a link wider than the window would show its end."""
    hidden, shown = re.findall(r"\.skip(?::focus)? \{([^}]*)\}", style())[:2]
    assert "translateY(-1" in hidden
    assert "transform: none" in shown


def test_languages_are_marked(text):
    tree = html.document_fromstring(text)
    assert tree.xpath("//article/@lang") == ["en"]
    for ours in tree.xpath('//article//*[contains(@class, "apparatus")]'):
        assert ours.get("lang") == tree.get("lang")
    assert all(run.get("lang") for run in tree.xpath("//i[@class='foreign']"))


def test_no_styling_attributes_and_no_script(text):
    assert " style=" not in text
    assert text.count("<script") == text.count('<script type="application/ld+json">') == 1


def test_one_file_can_stand_alone(renderer, cable):
    text = renderer.render(cable, "html", {"css-inline": style()}).data.decode()
    assert "<style>" in text
    assert 'content: "¶"' in text
    sheets = html.document_fromstring(text).xpath("//link[@rel = 'stylesheet']/@href")
    assert all(address.startswith("data:") for address in sheets)  # where notes stand beside their calls


@pytest.mark.parametrize("target", ["html", "text", "facts"])
def test_same_bytes_on_every_run(renderer, tree, cable, target):
    first = renderer.render(cable, target).data
    assert renderer.render(cable, target).data == first
    assert Renderer((target,), authorities=tree).render(cable, target).data == first
    assert first.endswith(b"\n")
    assert b"\r" not in first


def _luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_colours_have_enough_contrast():
    schemes = re.findall(r":root \{([^}]*--paper[^}]*)\}", style())[:2]
    assert len(schemes) == 2
    for scheme in schemes:
        colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", scheme))
        for name in ("ink", "muted", "accent"):
            for ground in ("paper", "panel"):
                light, dark = sorted((_luminance(colours[name]), _luminance(colours[ground])), reverse=True)
                assert (light + 0.05) / (dark + 0.05) >= 4.5, (name, ground)
