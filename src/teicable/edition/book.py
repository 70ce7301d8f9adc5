"""The book of an edition, a target of its own: set again only when something that stands in it changed."""

from __future__ import annotations

from teicable import files
from teicable.diagnostics import Diagnostic
from teicable.edition import plan
from teicable.edition.folder import Edition
from teicable.render.addresses import BOOK

CODE, SET = "book.typ", "book.pdf"
"""The book below ``build/``: as Typst code that compiles as it stands, and set; set, it is also a file of the site."""


def make(edition: Edition, made: str, tools: str) -> tuple[str, list[Diagnostic]]:
    """Make the book unless it is current; return the key under which it is, and what was found.

    It is made from the facts and the Typst calls that the build keeps, with the TEI files attached. An edition without
    documents has no book.
    """
    places = [edition.build / SET, edition.build / CODE, edition.site / BOOK]
    documents = sorted(path.stem for path in (edition.build / "parts").glob("*.typ"))
    if not documents:
        for place in places:
            files.remove(place)
        return "", []
    sources = {
        document: (
            edition.build / "facts" / f"{document}.xml",
            edition.build / "parts" / f"{document}.typ",
            edition.site / "tei" / f"{document}.xml",
        )
        for document in documents
    }
    declaration = edition.manifest.declaration
    content = plan.digest(path for paths in sources.values() for path in paths)
    key = plan.key(tools, repr(declaration), edition.authorities[0].digest, content)
    if key == made and all(place.is_file() for place in places):
        return key, []
    from teicable.render.authorities import authorities
    from teicable.render.book import TARGETS, Piece, bound
    from teicable.render.rendering import Renderer

    bearers = authorities(edition.authority_files())[0]
    renderer = Renderer(TARGETS, edition.transforms, bearers, lang=declaration.interface)
    pieces = (Piece(*map(files.read, paths)) for paths in sources.values())
    book = bound(renderer, pieces, declaration, path=str(edition.manifest.path))
    files.write(edition.build / CODE, book.code)
    files.write(edition.build / SET, book.pdf)
    files.write(edition.site / BOOK, book.pdf)
    # What print could not show is said in every build until it is mended.
    return ("" if book.diagnostics else key), list(book.diagnostics)
