"""The book of an edition on paper: set again only when something that stands in it changed."""

from __future__ import annotations

from teicable import files
from teicable.edition.binding import Bound, Kind, Sheets

CODE, SET = ".typ", ".pdf"
"""How a volume ends: as Typst code that compiles as it stands, and set; set, it is also a file of the site."""


def bind(sheets: Sheets) -> Bound:
    """Set a volume from the facts and the Typst calls of its documents, with the TEI files attached.

    Raises:
        TeicableError: a fact file is not well-formed, or a file cannot be read.
        StylesheetError: the stylesheet failed, or Typst refuses the code.
    """
    from teicable.render.authorities import authorities
    from teicable.render.book import TARGETS, Piece, bound
    from teicable.render.rendering import Renderer

    declaration = sheets.declaration
    bearers = authorities(sheets.authorities)[0]
    renderer = Renderer(TARGETS, sheets.transforms, bearers, lang=declaration.interface)
    pieces = (Piece(*map(files.read, paths)) for paths in sheets.documents)
    book = bound(renderer, pieces, declaration, path=sheets.path, volume=sheets.volume)
    return {CODE: book.code, SET: book.pdf}, book.diagnostics


BOOK = Kind((("facts", ".xml"), ("parts", ".typ"), ("site/tei", ".xml")), SET, (CODE,), bind)
