"""The book of an edition: its documents in order of time, between title page and indexes, as one Typst file.

Like the pages of the site it is made from what was made of each document before: its facts and its Typst call.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from lxml import etree

from teicable.diagnostics import Diagnostic
from teicable.model.declaration import Declaration
from teicable.render import BOOK, TYPST
from teicable.render.collection import declared, document
from teicable.render.rendering import Renderer, Rendering
from teicable.render.typesetting import uncovered
from teicable.render.volume import WHOLE, Volume
from teicable.tei import mixed

TARGETS = ("facts", TYPST, BOOK)
"""What the renderer of a book must have been built with."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What a book needs of one document: its facts, its Typst call (see `part`), and the TEI file to attach."""

    facts: bytes
    call: bytes
    tei: bytes


@dataclass(frozen=True, slots=True)
class Bound:
    """A book as Typst code and as PDF, and what was found on the way."""

    code: bytes
    pdf: bytes
    diagnostics: tuple[Diagnostic, ...] = ()


def part(renderer: Renderer, tei: bytes, parameters: Mapping[str, str] | None = None, path: str = "") -> Rendering:
    """Return the call that sets one document inside a book; empty where the file cannot be read."""
    return renderer.render(tei, TYPST, {**(parameters or {}), "part": "true"}, path)


def bound(
    renderer: Renderer,
    pieces: Iterable[Piece],
    declaration: Declaration,
    parameters: Mapping[str, str] | None = None,
    path: str = "",
    volume: Volume = WHOLE,
) -> Bound:
    """Make the book of ``pieces``, in any order, and set it; ``path`` is how diagnostics call what it is made from.

    ``volume`` says which volume it is, where the edition has several.

    Characters that print cannot show are reported only where no document has them: a document's are reported with it.

    Raises:
        TeicableError: a fact file is not well-formed.
        StylesheetError: the stylesheet failed, or Typst refuses the code.
    """
    edition = declared(declaration)
    edition.extend(volume.elements())
    attached, words = {}, ""
    for piece in pieces:
        root = document(piece.facts)
        mixed.text(etree.SubElement(root, "typst"), piece.call.decode("utf-8"))
        edition.append(root)
        attached[f"{root.get('id')}.xml"] = piece.tei
        words += piece.call.decode("utf-8")
    made = renderer.render(etree.tostring(edition).decode("ascii"), BOOK, parameters, path)
    sheet = renderer.typeset(made.data, attached)
    own = "".join(character for character in sheet.uncovered if character not in words)
    return Bound(made.data, sheet.data, made.diagnostics + uncovered(own, path))
