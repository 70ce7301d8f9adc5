"""House rules of transforms/: everything typed and documented, nothing long, functions that others build on exact."""

from __future__ import annotations

import re

import pytest
from lxml import etree

from teicable import resources
from teicable.render.labels import labels, words
from teicable.xml.saxon import Entries, Transforms

XSL = "{http://www.w3.org/1999/XSL/Transform}"
STYLESHEETS = sorted(resources.transforms().rglob("*.xsl"))
PROBE = """<xsl:stylesheet version="3.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns:f="teicable:/ns/f"
  xmlns:m="teicable:/ns/m" xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <xsl:import href="teicable:/transforms/html.xsl"/>
  <xsl:param name="value" as="xs:string" select="''"/>
  <xsl:output method="text"/>
  <xsl:template match="/"><xsl:value-of select="{function}($value)"/></xsl:template>
</xsl:stylesheet>"""


@pytest.mark.parametrize("path", STYLESHEETS, ids=lambda path: path.stem)
def test_typed_and_documented(path):
    root = etree.parse(path).getroot()
    for element in root.iter(f"{XSL}param", f"{XSL}function", f"{XSL}template"):
        where = f"{path.name}:{element.sourceline}"
        assert element.get("as"), where
        inside_function = element.getparent().tag == f"{XSL}function"
        if not inside_function:
            assert isinstance(element.getprevious(), etree._Comment), where
    assert len(path.read_text(encoding="utf-8").splitlines()) < 400


@pytest.mark.parametrize("path", STYLESHEETS, ids=lambda path: path.stem)
def test_private_names_stay_in_their_module(path):
    """A name in fp: or mp: is used only where it is declared."""
    text = path.read_text(encoding="utf-8")
    declared = {
        e.get("name") for e in etree.fromstring(text.encode()).iter(f"{XSL}function", f"{XSL}template", f"{XSL}key")
    }
    for name in set(re.findall(r"\bfp:[a-z-]+(?=\()|'fp:[a-z-]+'|name=\"mp:[a-z-]+\"", text)):
        bare = name.strip("'").removeprefix('name="').strip('"')
        assert bare in declared, (path.name, bare)


def probe(tmp_path, function, values):
    path = tmp_path / "probe.xsl"
    path.write_text(PROBE.replace("{function}", function))
    transforms = Transforms({"probe": path})
    english = Entries(words(labels(), "en"))
    return [transforms.run("probe", "<x/>", {"value": value, "words": english}).text for value in values]


def test_content_strings_of_css(tmp_path):
    cases = {
        'content: "[";': "[",
        'content: "\\201C";': "“",
        'content: "\\201C x"': "“x",
        'content: "\\000027";': "'",
        'content:"\\"";': '"',
        "content: 'a\"b'": 'a"b',
        'color: red; content: "\\AB " "\\BB"; ': "«",
        'content: "\\1F4A9"': "\U0001f4a9",
        'content: "\\0"': "\ufffd",
        "font-style: italic": "",
        "content: none": "",
    }
    assert dict(zip(cases, probe(tmp_path, "f:content-string", cases), strict=True)) == cases


def test_dates_in_words(tmp_path):
    cases = {
        "1950-05-14T05:30:00": "14 May 1950, 05:30",
        "1950-05-14T05:30:20": "14 May 1950, 05:30:20",
        "1950-05-04": "4 May 1950",
        "1950-05": "May 1950",
        "1950": "1950",
        "--08-31": "31 August, year not stated",
        "spring": "spring",
    }
    assert dict(zip(cases, probe(tmp_path, "f:date-in-words", cases), strict=True)) == cases


def test_every_page_marks_the_english_in_it():
    """A stylesheet that makes a whole page ends in f:spoken, or a language without all labels would be misspoken."""
    for path in STYLESHEETS:
        text = path.read_text(encoding="utf-8")
        if "<html " in text and path.parent == resources.transforms():
            assert "f:spoken($made)" in text or "m:spoken-page" in text, path.name
