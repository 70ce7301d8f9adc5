"""The book of an edition: its documents in order of time, between title page and indexes, as one Typst file.

Like the pages of the site it is made from what was made of each document before (its facts, its Typst call), never from all TEI.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from lxml import etree

from teicable import __version__
from teicable.errors import TeicableError
from teicable.model.declaration import Declaration
from teicable.render import BOOK, TYPST
from teicable.render.rendering import Renderer, Rendering
from teicable.xml.parse import parse

TARGETS = ("facts", TYPST, BOOK)
"""What the renderer of a book must have been built with."""


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
