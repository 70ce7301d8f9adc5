"""Layout: what an XML editor did to it is undone to the byte, and nothing else is touched."""

import re
from pathlib import Path

import pytest
from lxml import etree

from teicable.conversion import Context, convert
from teicable.diagnostics import Diagnostic
from teicable.tei.layout import laid_out
from teicable.tei.mixed import TEI
from teicable.tei.serialize import holds_elements_only, infoset_digest
from teicable.xml.parse import parse

GOLD = sorted((Path(__file__).parents[1] / "evaluation" / "gold").glob("[0-9]*.txt"))


def as_an_editor_saves(tei: bytes) -> bytes:
    """Wrap lines within text, indent with tabs, turn attributes round, end lines as Windows does."""
    root = parse(tei).getroot()
    for element in root.iter(etree.Element):
        items = sorted(element.attrib.items(), reverse=True)
        element.attrib.clear()
        element.attrib.update(items)
        block = element.getparent() is not None and holds_elements_only(element.getparent())
        for node, name in [(element, "text"), *((child, "tail") for child in element)]:
            text = getattr(node, name)
            if holds_elements_only(element) and len(element):
                setattr(node, name, "\n\t\t\t")
            elif text and element.tag != f"{{{TEI}}}rendition":
                setattr(node, name, text.replace(" ", "\n\t\t\t "))
        wrapped = (
            block
            and element.tag != f"{{{TEI}}}rendition"
            and not holds_elements_only(element)
            and (element.text or "").strip()
        )
        if wrapped and element.getparent().tag != f"{{{TEI}}}gap" and "rendition" not in element.attrib:
            element.text = f"\n\t\t{element.text}"
    saved = etree.tostring(root.getroottree(), encoding="UTF-8", xml_declaration=True)
    return saved.replace(b"\n", b"\r\n")


@pytest.mark.parametrize("path", GOLD, ids=lambda path: path.stem)
def test_what_an_xml_editor_did_to_the_layout_is_undone(path):
    for tei in convert(path.name, path.read_bytes(), Context()).files.values():
        assert laid_out(tei) == tei
        saved = as_an_editor_saves(tei)
        assert saved != tei
        assert infoset_digest(parse(saved).getroot()) == infoset_digest(parse(tei).getroot())
        assert laid_out(saved) == tei


def line(inner: str) -> str:
    made = laid_out(f'<TEI xmlns="{TEI}"><text><body>{inner}</body></text></TEI>'.encode())
    assert isinstance(made, bytes), made
    assert laid_out(made) == made
    body = made.decode().partition("<body>\n")[2].partition("    </body>")[0]
    return re.sub(r"^ {6}", "", body, flags=re.MULTILINE).rstrip("\n")


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("<p>\n  a\n  <hi>b</hi>\n  c\n</p>", "<p>a <hi>b</hi> c</p>"),
        ("<p>a<hi> b </hi>c</p>", "<p>a<hi> b </hi>c</p>"),
        ('<ab rendition="#lsqb"> a </ab>', '<ab rendition="#lsqb"> a </ab>'),
        (
            "<p><choice>\n <sic>a</sic>\n <corr>b</corr>\n</choice></p>",
            "<p><choice><sic>a</sic><corr>b</corr></choice></p>",
        ),
        ("<p>a<!-- why\n  so --> b<?x y?></p>", "<p>a<!-- why\n  so --> b<?x y?></p>"),
        ("<!-- above --><p>a</p>", "<!-- above -->\n<p>a</p>"),
        ("<p><![CDATA[a < b & c]]></p>", "<p>a &lt; b &amp; c</p>"),
        ('<p xml:space="preserve">a\n  <hi>b  c</hi> </p>', '<p xml:space="preserve">a\n  <hi>b  c</hi> </p>'),
        ("<p>e\u0301</p>", "<p>\u00e9</p>"),
        ("<p>a\u00a0 b</p>", "<p>a\u00a0 b</p>"),
        ('<p n="1" xml:id="p1">a</p>', '<p xml:id="p1" n="1">a</p>'),
        ("<p>a</p>\n\n\n<p/>", "<p>a</p>\n<p/>"),
        (
            "<figure>\n<graphic url='a'/>\n<head>b</head>\n</figure>",
            '<figure>\n  <graphic url="a"/>\n  <head>b</head>\n</figure>',
        ),
        ("<tagsDecl><rendition>a  b</rendition></tagsDecl>", "<tagsDecl>\n  <rendition>a  b</rendition>\n</tagsDecl>"),
        ("<p><eg>a\n   b</eg></p>", "<p><eg>a\n   b</eg></p>"),
        (
            '<p><m:math xmlns:m="urn:m"><m:mi m:x="1">a</m:mi></m:math></p>',
            '<p><m:math xmlns:m="urn:m"><m:mi m:x="1">a</m:mi></m:math></p>',
        ),
        ('<p><other xmlns=""><x/></other></p>', '<p><other xmlns=""><x/></other></p>'),
    ],
)
def test_layout(written, expected):
    assert line(written) == expected


def test_what_stands_around_the_outermost_element_stays():
    tei = f'<?xml-model href="a.rng"?><!-- by hand --><TEI xmlns="{TEI}"><text/></TEI><?end it?>'
    made = laid_out(tei.encode()).decode().splitlines()
    assert made[1:3] == ['<?xml-model href="a.rng"?>', "<!-- by hand -->"]
    assert made[-1] == "<?end it?>"


def test_other_encodings_become_utf_8():
    tei = f'<?xml version="1.0" encoding="UTF-16"?><TEI xmlns="{TEI}"><text n="Ж"/></TEI>'
    made = laid_out(tei.encode("utf-16"))
    assert made.startswith(b'<?xml version="1.0" encoding="UTF-8"?>')
    assert 'n="Ж"' in made.decode()


@pytest.mark.parametrize(
    ("tei", "code"), [(b"<TEI>", "G001"), (b"<html/>", "X108"), (b"<!DOCTYPE TEI><TEI/>", "G002"), (b"", "G001")]
)
def test_what_cannot_be_read_is_told(tei, code):
    found = laid_out(tei, "t.xml")
    assert isinstance(found, Diagnostic)
    assert found.code == code


def test_authority_files_are_laid_out_too():
    root = Path(__file__).parents[2]
    for path in [
        *root.glob("editions/*/authorities/*.xml"),
        *root.glob("src/teicable/edition/scaffold/authorities/*.xml"),
    ]:
        made = laid_out(path.read_bytes(), str(path))
        assert isinstance(made, bytes)
        assert infoset_digest(parse(made).getroot()) == infoset_digest(parse(path.read_bytes()).getroot())
