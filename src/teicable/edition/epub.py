"""The book of an edition for e-readers: packed again only when something that stands in it changed."""

from __future__ import annotations

from teicable import files
from teicable.edition.binding import Bound, Kind, Sheets

PACKED = ".epub"
"""How a volume ends; it is also a file of the site."""


def bind(sheets: Sheets) -> Bound:
    """Pack a volume from the facts and the chapters of its documents, and from the introduction.

    Raises:
        TeicableError: a fact file is not well-formed, or a file cannot be read.
        StylesheetError: the stylesheet failed.
    """
    from teicable.render.authorities import authorities
    from teicable.render.epub import TARGETS, Leaf, packed
    from teicable.render.rendering import Renderer

    declaration = sheets.declaration
    bearers = authorities(sheets.authorities)[0]
    renderer = Renderer(TARGETS, sheets.transforms, bearers, lang=declaration.interface)
    leaves = (Leaf(*map(files.read, paths)) for paths in sheets.documents)
    own = files.read(sheets.introduction) if sheets.introduction else b""
    book = packed(
        renderer, leaves, declaration, own, override=sheets.transforms, path=sheets.path, volume=sheets.volume
    )
    return {PACKED: book.data}, book.diagnostics


EPUB = Kind((("facts", ".xml"), ("chapters", ".xhtml")), PACKED, (), bind, introduced=True)
