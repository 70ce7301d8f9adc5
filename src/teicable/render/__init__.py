"""Publication outputs: from TEI on everything is XSLT, and this package only chooses stylesheets and passes values.

``TARGETS`` is the whole list of outputs that ``teicable render -t`` knows: a further one is one line here and one
stylesheet in ``transforms/``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """One output of a cable.

    Attributes:
        stylesheet: file name in ``transforms/``; an edition overrides it by a file of the same name in its own folder.
        extension: of the files made, with the dot.
        media_type: as a server should announce them.
        description: one phrase for the command line.
        typeset: whether what the stylesheet makes is Typst code, to be set as a PDF.
    """

    stylesheet: str
    extension: str
    media_type: str
    description: str
    typeset: bool = False


TARGETS: dict[str, Target] = {
    "html": Target("html.xsl", ".html", "text/html; charset=utf-8", "a web page that stands alone"),
    "text": Target("text.xsl", ".txt", "text/plain; charset=utf-8", "a reading text without markup"),
    "typst": Target("typst.xsl", ".typ", "text/plain; charset=utf-8", "Typst code that sets the PDF"),
    "pdf": Target(
        "typst.xsl", ".pdf", "application/pdf", "a PDF for print and screen, with the TEI attached", typeset=True
    ),
    "epub": Target("epub.xsl", ".epub", "application/epub+zip", "one book for e-readers, of all files"),
}
"""Outputs of ``teicable render`` by name."""

TYPST = "typst"
"""Name of the target that makes Typst code of one cable."""

PDF = "pdf"
"""Name of the target that sets that code."""

EPUB = "epub"
"""Name of the target that makes the files of an EPUB, all but its chapters."""

CHAPTER = "chapter"
"""Name of the target that makes the chapter of one cable in an EPUB; not an output of its own."""

FACTS = "facts"
"""Name of the target that extracts the facts of one cable; not an output of its own."""

SITE = "site"
"""Name of the target that makes the pages of an edition from facts; not an output of its own."""

INTRODUCTION = "introduction"
"""Name of the target that makes the page of the editors' introduction; not an output of its own."""

BOOK = "book"
"""Name of the target that makes a book of facts and of the code of its documents; not an output of its own."""

RECORD = "record"
"""Name of the target that makes of one cable what the search looks through; not an output of its own."""

CITE = "cite"
"""Name of the target that makes the reference to one cable from its facts; not an output of its own."""

DATA = "data"
"""Name of the target that makes the data files of an edition from facts; not an output of its own."""

DEPOSIT = "deposit"
"""Name of the target that makes the neutral record of what is deposited from facts; not an output of its own."""

CROSSWALK = "crosswalk"
"""Name of the target that makes the format of a repository from that record; not an output of its own."""

PROVENANCE = "provenance"
"""Name of the target that tells from facts what a package was made of; not an output of its own."""

MARKUP = "markup"
"""Name of the target that makes a page of the text of one TEI file; not an output of its own."""

MARKS = "marks"
"""Name of the target that says of one TEI file in words what is marked in it; not an output of its own."""

TRANSCRIPT = "transcript"
"""Name of the target that sets the transcript of one cable beside its text; not an output of its own."""

GONE = "gone"
"""Name of the target that makes the page at the address of a document that is gone; not an output of its own."""

REVIEW = "review"
"""Name of the target that makes the page of decisions from items; not an output of its own."""

INTERNAL: dict[str, Target] = {
    FACTS: Target("facts.xsl", ".facts.xml", "application/xml", "the facts of one cable"),
    CHAPTER: Target("chapter.xsl", ".xhtml", "application/xhtml+xml", "the chapter of one cable in an EPUB"),
    SITE: Target("site.xsl", ".html", "text/html; charset=utf-8", "the pages of an edition"),
    RECORD: Target("record.xsl", ".html", "text/html; charset=utf-8", "what the search looks through"),
    CITE: Target("cite.xsl", ".json", "text/plain; charset=utf-8", "the reference to one cable"),
    DATA: Target("data.xsl", ".json", "text/plain; charset=utf-8", "the data files of an edition"),
    INTRODUCTION: Target("introduction.xsl", ".html", "text/html; charset=utf-8", "the introduction of an edition"),
    MARKUP: Target("markup.xsl", ".html", "text/html; charset=utf-8", "the text of one TEI file, as a page"),
    MARKS: Target("marks.xsl", ".html", "text/html; charset=utf-8", "what is marked in one TEI file, in words"),
    TRANSCRIPT: Target(
        "transcript.xsl", ".html", "text/html; charset=utf-8", "the transcript of one cable beside its text"
    ),
    GONE: Target("gone.xsl", ".html", "text/html; charset=utf-8", "the page of a document that is gone"),
    REVIEW: Target("review.xsl", ".html", "text/html; charset=utf-8", "what is to be decided, as a page"),
    DEPOSIT: Target("deposit.xsl", ".xml", "application/xml", "the record of what is deposited"),
    CROSSWALK: Target("crosswalk.xsl", ".xml", "application/xml", "the record in the format of a repository"),
    PROVENANCE: Target("provenance.xsl", ".json", "application/json", "what a package was made of, and by whom"),
    BOOK: Target("book.xsl", ".typ", "text/plain; charset=utf-8", "the book of an edition"),
}
"""Stylesheets that serve other commands; overridden in the same way."""
