"""Bytes: the same for the same document, and an infoset that the layout of an XML editor does not change."""

import re

import pytest
from lxml import etree

from teicable.tei.mixed import TEI
from teicable.tei.serialize import holds_elements_only, infoset_digest, serialize


def tree(inner: str) -> etree._Element:
    return etree.fromstring(f'<TEI xmlns="{TEI}"><text><body>{inner}</body></text></TEI>')


def line(inner: str) -> str:
    return next(part.strip() for part in serialize(tree(inner)).decode().split("\n") if part.strip().startswith("<p"))


def test_mixed_content_is_never_indented():
    assert line("<p>a <hi>b</hi> <hi>c</hi>\n d</p>") == "<p>a <hi>b</hi> <hi>c</hi> d</p>"


def test_elements_stand_on_lines_of_their_own():
    assert serialize(tree("<p>a</p><p>b</p>")).decode().count("\n      <p>") == 2


def test_attributes_stand_in_the_order_of_the_schema():
    assert line('<p n="1" xml:id="p1">a</p>') == line('<p xml:id="p1" n="1">a</p>')


@pytest.mark.parametrize(
    ("words", "written"), [("&amp; &lt; &gt;", "&amp; &lt; &gt;"), ("\"'", "\"'"), ("a]]&gt;b", "a]]&gt;b")]
)
def test_escaping_in_text(words, written):
    assert line(f"<p>{words}</p>") == f"<p>{written}</p>"


def test_escaping_in_attributes():
    assert line('<p n="&quot;&lt;&amp;&#10;&#9;">a</p>') == '<p n="&quot;&lt;&amp;&#10;&#9;">a</p>'


def test_comments_and_instructions_stay():
    assert "<!-- why --><?x y?>" in serialize(tree("<p>a<!-- why --><?x y?></p>")).decode()


def test_writing_is_stable():
    once = serialize(tree("<p>a <hi>b</hi></p><p/>"))
    assert serialize(etree.fromstring(once)) == once


def test_an_xml_editor_may_lay_the_file_out_anew(converted):
    text = "The river commission has asked for three boats and the people go. KPA [Korean People’s Army] is here."
    root = etree.fromstring(converted(f"TOP SECRET\n{text}\n1. {text}\n2. {text}\nORLEN").encode())
    before = infoset_digest(root)
    for element in root.iter():
        if isinstance(element.tag, str) and len(element) and holds_elements_only(element):
            element.text = "\n\t\t\t"
            for node in element:
                node.tail = "\n\t\t\t"
    assert infoset_digest(root) == before


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<p>a b</p>", "<p>ab</p>"),
        ("<p>a<hi>b</hi></p>", "<p>a <hi>b</hi></p>"),
        ('<p n="1">a</p>', '<p n="2">a</p>'),
        ("<p>a</p><p>b</p>", "<p>b</p><p>a</p>"),
        ("<p><hi>a</hi></p>", "<p><sic>a</sic></p>"),
    ],
)
def test_what_an_editor_changes_shows(one, other):
    assert infoset_digest(tree(one)) != infoset_digest(tree(other))


@pytest.mark.parametrize(("one", "other"), [("<p>a  b\nc</p>", "<p>a b c</p>"), ("<p>a<!-- x -->b</p>", "<p>ab</p>")])
def test_what_is_layout_does_not(one, other):
    assert infoset_digest(tree(one)) == infoset_digest(tree(other))


def test_the_bytes_of_a_conversion_are_the_same_each_time(converted):
    words = "TOP SECRET\nThe river commission has asked for three boats and the people will come.\nORLEN"
    assert converted(words) == converted(words)
    assert not re.search(r"[ \t]+\n", converted(words))
