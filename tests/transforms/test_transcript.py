"""The page that sets a transcript beside its text."""

from __future__ import annotations

import pytest
from lxml import etree, html

from teicable.model.source import source_text
from teicable.render.rendering import Renderer
from teicable.render.transcript import transcript
from teicable.tei.lineation import lineation

HEADER = (
    '<samplingDecl><ab n="1" type="setAside">Digital Archive</ab><ab n="2" type="setAside">Print</ab>'
    '<ab n="10" type="setAside">Page 2</ab></samplingDecl>'
)
TEXT = """<text n="3"><body><div type="cable">
<opener><seg type="office">MFA</seg><seg type="classification" rend="run-on">Secret</seg>
<dateline>9 May</dateline></opener>
<p xml:id="p1" n="1">To <persName ref="person:stalin">Stalin</persName>:</p>
<floatingText xml:id="m1" rendition="#ldquo #rdquo"><body><list rend="numbered"><label>1.</label>
<item><p xml:id="p2" n="2">One.</p><p xml:id="p3" n="3">Two.</p></item></list></body></floatingText>
<p xml:id="p4" n="4">Said at<milestone unit="setAside" n="10"/> last <ref target="#n1">1</ref>.</p>
<note xml:id="n9" resp="#ed1">Ours.</note>
<note xml:id="n1" n="1" place="foot"><label>1</label> Not printed.</note>
</div></body></text>"""
SOURCE = (
    "Digital Archive\nPrint\nMFASecret\n\n9 May\nTo Stalin:\n“1. One.\nTwo.”\nSaid at\nPage 2\nlast 1.\n"
    "1 Not printed.\n"
)


@pytest.fixture(scope="module")
def made(tree):
    renderer = Renderer(("transcript",), authorities=tree)

    def make(tei: bytes, source: str | None) -> html.HtmlElement:
        root = etree.fromstring(tei)
        runs = lineation(root, source_text("a.txt", source) if source is not None else None)
        return html.document_fromstring(transcript(renderer, tei, root, runs, "c", "Edition").decode())

    return make


@pytest.fixture
def cable(whole) -> bytes:
    tei = whole("").decode()
    editor = '<respStmt xml:id="ed1"><resp>editor</resp><persName>A. Editor</persName></respStmt></titleStmt>'
    tei = tei.replace("<tagsDecl>", HEADER + "<tagsDecl>").replace("</titleStmt>", editor)
    return (tei.partition("<text>")[0] + TEXT + "</TEI>").encode()


def rows(tree: html.HtmlElement) -> list[tuple[list[str], str, str]]:
    found = []
    for row in tree.xpath("//ol[@class='rows']/li"):
        lines = [code.text_content() for code in row.xpath("ol[@class='lines']/li/code")]
        (zone,) = row.xpath("div/p[@class='zone']")
        words = " ".join(" ".join(part.text_content() for part in zone.itersiblings()).split())
        found.append((lines, " ".join(zone.text_content().split()), words))
    return found


def test_each_block_stands_beside_its_lines(made, cable):
    assert rows(made(cable, SOURCE)) == [
        (["Digital Archive", "Print"], "Set aside: furniture of the page, lines 1–2", ""),
        (["MFA"], "Office, line 3", "MFA"),
        (["Secret", ""], "Marking, line 3", "Secret"),
        (["9 May"], "Date and time, line 5", "9 May"),
        (["To Stalin:"], "Paragraph 1, line 6", "To Stalin:"),
        (["“1. One."], "Paragraph 2 · enclosed message, line 7", "“1. One."),
        (["Two.”"], "Paragraph 3 · enclosed message, line 8", "Two.”"),
        (["Said at"], "Paragraph 4, line 9", "Said at last 1."),
        (["Page 2"], "Set aside: furniture of the page, line 10", ""),
        (["last 1."], "Paragraph 4, continued, line 11", ""),
        ([], "Not in the transcript", "Ours. (A. Editor, editor of this edition)"),
        (["1 Not printed.", ""], "Note, line 12", "1 Not printed. ↩"),
    ]


def test_lines_and_blocks_lead_to_each_other_and_to_the_page(made, cable):
    tree = made(cable, SOURCE)
    assert tree.xpath("//ol[@class='lines']/li/@id") == [f"L{number}" for number in range(1, 14)]
    assert tree.xpath("//li[@class='row inside'][.//*[@id='p1']]//p[@class='zone']/a/@href") == ["../c.html#p1", "#L6"]
    again = tree.xpath("//p[@class='zone'][contains(., 'continued')]/a/@href")
    assert again == ["#p4", "#L11"]
    ids = tree.xpath("//@id")
    assert len(ids) == len(set(ids))
    within = [address[1:] for address in tree.xpath("//@href") if address.startswith("#")]
    assert set(within) <= set(ids)
    assert tree.xpath("//a[@class='persName name']/@href") == ["../persons.html#stalin"]
    names = [a.get("aria-label") or a.text_content() for a in tree.xpath("//a")]
    assert all(name.strip() for name in names)
    assert "Line 3, continued" in names


def test_the_page_says_where_the_transcript_is_not_at_hand(made, cable, whole):
    tree = made(cable, None)
    assert "not at hand" in tree.xpath("string(//p[@class='legend'])")
    assert not tree.xpath("//ol[@class='lines']/li/@id")
    assert (["To Stalin:"], "Paragraph 1", "To Stalin:") in rows(tree)
    assert "keeps no line" in made(whole("<p>x</p>"), None).xpath("string(//div[@id='page-content'])")


@pytest.mark.parametrize("name", ["cable-1950-05-14-8600", "cable-1950-07-13-3305", "forms"])
def test_all_that_the_page_of_a_document_shows_stands_beside_its_lines(made, renderer, sample, name):
    page = html.document_fromstring(renderer.render(sample(name), "html").data.decode())
    tree = made(sample(name).replace(b"<text>", b'<text n="1">'), None)
    for zone in tree.xpath("//p[@class='zone']"):
        zone.drop_tree()
    for part in (page, tree):
        for apart in part.xpath("//*[contains(@class, 'apparatus')]"):
            apart.drop_tree()
    shown = "".join(cell.text_content() for cell in tree.xpath("//div[@class='became']"))
    assert "".join(shown.split()) == "".join(page.xpath("string(//article)").split())
