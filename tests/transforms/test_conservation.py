"""Nothing of the cable is lost or added: the article's words, without what is marked as ours, are the source's."""

from __future__ import annotations

import re

from lxml import etree, html

TEI = "{http://www.tei-c.org/ns/1.0}"
JOINED = {"lb"}


def source_words(data: bytes) -> str:
    """Rebuild the text of a cable, delimiters included, without white space."""
    root = etree.fromstring(data)
    declared = {}
    for rendition in root.iter(f"{TEI}rendition"):
        string = re.search(r'"((?:[^"\\]|\\.)*)"', rendition.text).group(1)
        string = re.sub(r"\\([0-9A-F]{2,6})", lambda m: chr(int(m[1], 16)), string)
        name = "#" + rendition.get("{http://www.w3.org/XML/1998/namespace}id")
        declared[name] = (rendition.get("scope"), re.sub(r"\\(.)", r"\1", string))

    def walk(element) -> str:
        if not isinstance(element.tag, str):
            return ""
        marks = [declared[name] for name in element.get("rendition", "").split() if name in declared]
        if element.tag == f"{TEI}lb" and element.get("break") == "no":
            marks = []
        text = "".join(string for scope, string in marks if scope == "before") + (element.text or "")
        text += "".join(walk(child) + (child.tail or "") for child in element)
        return text + "".join(string for scope, string in marks if scope == "after")

    return re.sub(r"\s+", "", walk(root.find(f"{TEI}text")))


def test_the_page_shows_the_words_of_the_source_and_no_others(renderer, cable):
    tree = html.document_fromstring(renderer.render(cable, "html").data.decode())
    (article,) = tree.xpath("//article")
    for ours in article.xpath('.//*[contains(@class, "apparatus")]'):
        ours.drop_tree()
    assert re.sub(r"\s+", "", article.text_content()) == source_words(cable)


def test_the_chapter_of_an_epub_shows_them_too(renderer, cable):
    tree = etree.fromstring(renderer.render(cable, "chapter").data)
    (text,) = tree.xpath("//*[@class='document']")
    words = text.xpath('.//text()[not(ancestor::*[contains(@class, "apparatus")])]')
    assert re.sub(r"\s+", "", "".join(words)) == source_words(cable)


def test_the_reading_text_too(renderer, cable):
    text = renderer.render(cable, "text").data.decode()
    _, _, body = text.partition("\n\n\n")
    assert re.sub(r"\s+", "", body).replace("———", "") == source_words(cable)


def test_words_do_not_run_together(renderer, sample):
    text = renderer.render(sample("forms"), "text").data.decode()
    assert "[Page 241] The boxes were [[broken]] opened by Gorgarin [sic], by Ivanov [?] and" in text
    tree = html.document_fromstring(renderer.render(sample("forms"), "html").data.decode())
    assert "[Page 241] The boxes were [[broken]] opened by Gorgarin [sic], by Ivanov" in tree.text_content()
