"""Where things stand in a file: lines, columns, offsets."""

import pytest
from lxml import etree

from teicable.xml.parse import parse
from teicable.xml.places import Places, decoded

TEXT = """<?xml version="1.0" encoding="UTF-8"?>
<!-- <p> is no tag here -->
<TEI>
  <p xml:id="p1"
     n='a > b'>A <b/>word<?pi <p>?> <![CDATA[<p>]]>é<lb/> x</p>
  <q rend="one two  three">  late</q>
</TEI>
"""


@pytest.fixture(params=["utf-8", "utf-8-sig", "utf-16"])
def places(request):
    data = TEXT.replace("UTF-8", request.param.removesuffix("-sig")).encode(request.param)
    tree = parse(data)
    assert isinstance(tree, etree._ElementTree)
    assert decoded(data) == TEXT.replace("UTF-8", request.param.removesuffix("-sig"))
    return Places(tree, "a.xml", data)


def at(location):
    return location.line, location.column


def test_elements(places):
    root = places.tree.getroot()
    assert [at(places.of(element)) for element in root.iter("*")] == [(3, 1), (4, 3), (5, 18), (5, 53), (6, 3)]
    assert at(places.end(root[0])) == (5, 60)
    assert at(places.end(root[0][0])) == (5, 18)


def test_attributes_and_the_words_in_them(places):
    p, q = places.tree.getroot()
    assert at(places.attribute(p, "n")) == (5, 6)
    assert at(places.value(p, "n")) == (5, 9)
    assert at(places.value(q, "rend", "three")) == (6, 21)
    assert places.characters[slice(*places.span(q, "rend", "two"))] == "two"
    assert at(places.attribute(q, "absent")) == (6, 3)


def test_words(places):
    p, q = places.tree.getroot()
    assert at(places.words(p, None)) == (5, 16)
    assert at(places.words(p, p[0])) == (5, 22)
    assert at(places.words(p, p[-1])) == (5, 59)
    assert at(places.words(q, None)) == (6, 30)


def test_without_the_bytes_there_are_lines(places):
    bare = Places(places.tree, "a.xml")
    assert [at(bare.of(element)) for element in places.tree.getroot()] == [(5, 0), (6, 0)]


def test_a_file_of_half_a_million_tags_takes_seconds():
    data = b"<TEI>" + b"<p n='1'>x</p>" * 250_000 + b"</TEI>"
    tree = parse(data)
    assert isinstance(tree, etree._ElementTree)
    assert at(Places(tree, "a.xml", data).of(tree.getroot()[-1]))[0] == 1
