"""The page that shows a TEI file as it is written."""

from __future__ import annotations

import time

import pytest
from lxml import html

from teicable.render.markup import markup
from teicable.render.rendering import Renderer

ODD = """<?xml version="1.0"?>
<!-- a remark <p> of
two lines -->
<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id='c'
  xml:lang="en"><teiHeader/>

<text><body><p xml:id="p1" rend="a > b" n='"'>1 &lt; 2 &amp; “3”</p><lb /></body></text></TEI>
"""


@pytest.fixture(scope="module")
def shown():
    renderer = Renderer(("markup",))
    return lambda tei: html.document_fromstring(markup(renderer, tei, "c", "Edition").decode())


def lines(tree):
    return [code.text_content() for code in tree.xpath("//ol[@class='lines']/li/code")]


def test_what_is_shown_is_the_file_to_the_letter(shown, cable):
    assert "\n".join(lines(shown(cable))) + "\n" == cable.decode()
    assert "\n".join(lines(shown(ODD.encode()))) + "\n" == ODD


@pytest.mark.parametrize(
    "tei",
    [
        ODD.replace("<!-- a remark <p> of\ntwo lines -->\n", ""),  # without a remark a file is cut where tags begin
        ODD.replace("<!-- a remark <p> of\ntwo lines -->", "<?keep if a < b ?>"),
        ODD.replace("<lb />", '<lb\n  n = \'1\'\n  rend="it\'s" ed="two\nlines"\n/><![CDATA[ <b> & ]]>'),
    ],
)
def test_any_file_is_shown_to_the_letter(shown, tei):
    assert "\n".join(lines(shown(tei.encode()))) + "\n" == tei


def test_parts_of_the_markup_are_told_apart(shown):
    tree = shown(ODD.encode())
    classes = {kind: tree.xpath(f"//code/*[@class='{kind}']/text()") for kind in ("instruction", "remark", "reference")}
    assert classes["instruction"] == ['<?xml version="1.0"?>']
    assert classes["remark"] == ["<!-- a remark <p> of", "two lines -->"]
    assert classes["reference"] == ["&lt;", "&amp;"]
    assert tree.xpath("//span[@class='attribute']/text()")[-3:] == ["xml:id", "rend", "n"]
    assert tree.xpath("//*[@class='value']/text()")[-3:] == ['"p1"', '"a > b"', "'\"'"]


def test_lines_have_addresses_and_blocks_lead_to_the_page(shown):
    tree = shown(ODD.encode())
    assert tree.xpath("//li/@id") == [f"L{number}" for number in range(1, 8)]
    assert tree.xpath("//li/a/@href") == [f"#L{number}" for number in range(1, 8)]
    assert tree.xpath("//code/a/@href") == ["../c.html#p1"]


def test_a_long_file_is_shown_in_time_that_grows_with_it(shown):
    begun = time.process_time()
    whole = ODD.replace("<lb />", "<lb n='1'/> words &amp; words\n" * 4000)
    assert len(lines(shown(whole.encode()))) == 4007
    assert time.process_time() - begun < 20
