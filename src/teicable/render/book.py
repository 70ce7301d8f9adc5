"""The book of an edition: its documents in order of time, between title page and indexes, as one Typst file.

Like the pages of the site it is made from what was made of each document before (its facts, its Typst call), never from all TEI.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from teicable import __version__
from teicable.diagnostics import Diagnostic
from teicable.errors import TeicableError
from teicable.model.declaration import Declaration
from teicable.render import BOOK, TYPST
from teicable.render.rendering import Renderer, Rendering
from teicable.render.typesetting import uncovered
from teicable.xml.parse import parse

TARGETS = ("facts", TYPST, BOOK)
"""What the renderer of a book must have been built with."""


@dataclass(frozen=True, slots=True)
class Bound:
    """A book as Typst code and as PDF, and what was found on the way."""

    code: bytes
    pdf: bytes
    diagnostics: tuple[Diagnostic, ...] = ()


def part(renderer: Renderer, tei: bytes, parameters: Mapping[str, str] | None = None, path: str = "") -> Rendering:
    """Return the call that sets one document inside a book; empty where the file cannot be read."""
    return renderer.render(tei, TYPST, {**(parameters or {}), "part": "true"}, path)


def book(
    renderer: Renderer,
    documents: Iterable[tuple[bytes, bytes]],
    declaration: Declaration,
    parameters: Mapping[str, str] | None = None,
) -> Rendering:
    """Return the book as Typst code; ``documents`` are pairs of facts and part, in any order.

    Raises:
        TeicableError: a fact file is not well-formed.
    """
    edition = etree.Element(
        "edition",
        title=declaration.title,
        number=declaration.edition,
        publisher=declaration.publisher,
        date=declaration.date,
        doi=declaration.doi,
        licence=declaration.licence,
        archive=declaration.archive,
        version=__version__,
    )
    edition.set("licence-text", declaration.licence_text)
    for editor in declaration.editors:
        etree.SubElement(edition, "editor", name=editor.name, role=editor.role)
    for facts, code in documents:
        tree = parse(facts)
        if not isinstance(tree, etree._ElementTree):
            raise TeicableError(f"a fact file cannot be read: {tree.message}", "build the edition anew")
        document = tree.getroot()
        etree.SubElement(document, "typst").text = code.decode("utf-8")
        edition.append(document)
    return renderer.render(etree.tostring(edition), BOOK, parameters)


def bound(
    renderer: Renderer,
    documents: Sequence[tuple[bytes, bytes]],
    declaration: Declaration,
    attached: Mapping[str, bytes],
    parameters: Mapping[str, str] | None = None,
    path: str = "",
) -> Bound:
    """Make the book and set it with the TEI files ``attached``; ``path`` is how diagnostics call what it is made from.

    Characters that print cannot show are reported only where no document has them: those of a document are reported with it.

    Raises:
        TeicableError: a fact file is not well-formed.
        StylesheetError: the stylesheet failed, or Typst refuses the code.
    """
    made = book(renderer, documents, declaration, parameters)
    sheet = renderer.typeset(made.data, attached)
    texts = [code.decode("utf-8") for _, code in documents]
    own = "".join(character for character in sheet.uncovered if not any(character in text for text in texts))
    return Bound(made.data, sheet.data, made.diagnostics + uncovered(own, path))
