"""The introduction of an edition: a page where the editors wrote one, and nowhere a trace of it where they did not."""

from __future__ import annotations

import pytest
from lxml import html

PLAIN = ("--no-book", "--no-epub", "--no-search")
WORDS = """<TEI xmlns="http://www.tei-c.org/ns/1.0" xml:lang="en"><teiHeader><fileDesc><titleStmt>
<title>Cables and their masks</title><author>A. Newcomer</author></titleStmt><publicationStmt><p/></publicationStmt>
<sourceDesc><p/></sourceDesc></fileDesc></teiHeader><text><body><div><head>One</head>
<p>See <ref target="tei/cable-1950-01-09-17.xml#p1">the telegram</ref>.<ref target="#n1">1</ref></p></div>
<note xml:id="n1" n="1" place="foot"><p>A note.</p></note></body></text></TEI>"""


@pytest.fixture
def first(edition):
    return lambda: (edition / "build" / "site" / "index.html").read_text(encoding="utf-8")


def test_an_introduction_has_a_page_as_long_as_it_is_there(edition, teicable, first):
    page = edition / "build" / "site" / "introduction.html"
    teicable("build", "ed", *PLAIN)
    assert not page.exists()
    assert "introduction.html" not in first()

    (edition / "introduction.xml").write_text(WORDS, encoding="utf-8")
    teicable("build", "ed", *PLAIN)
    tree = html.document_fromstring(page.read_text(encoding="utf-8"))
    assert tree.xpath("//h1/text() | //p[@class='byline']/text() | //h2/text()") == [
        "Cables and their masks", "A. Newcomer", "One",
    ]  # fmt: skip
    assert tree.xpath("//div[@id='page-content']//a/@href") == ["cable-1950-01-09-17.html#p1", "#n1", "#call-n1"]
    assert 'href="introduction.html"' in first()
    assert "everything is up to date" in teicable("build", "ed", *PLAIN, "--dry-run").stdout

    (edition / "introduction.xml").write_text(WORDS.replace("masks", "veils"), encoding="utf-8")
    teicable("build", "ed", *PLAIN)
    assert "veils" in page.read_text(encoding="utf-8")

    (edition / "introduction.xml").unlink()
    teicable("build", "ed", *PLAIN)
    assert not page.exists()
    assert "introduction.html" not in first()


def test_an_introduction_that_is_not_whole_is_named(edition, teicable):
    (edition / "introduction.xml").write_text(WORDS.replace("</ref>", "", 1), encoding="utf-8")
    assert "introduction.xml" in teicable("build", "ed", *PLAIN, code=2).stderr
