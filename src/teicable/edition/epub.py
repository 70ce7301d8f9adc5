"""The EPUB of an edition, a target of its own: made again only when something that stands in it changed."""

from __future__ import annotations

from teicable import files
from teicable.diagnostics import Diagnostic
from teicable.edition import introduction, plan
from teicable.edition.folder import Edition
from teicable.render.addresses import EPUB

PACKED = "book.epub"
"""The EPUB below ``build/``; it is also a file of the site."""


def make(edition: Edition, made: str, tools: str) -> tuple[str, list[Diagnostic]]:
    """Make the EPUB unless it is current; return the key under which it is, and what was found.

    It is made from the facts and the chapters that the build keeps, and from the introduction. An edition without
    documents has no EPUB.
    """
    places = [edition.build / PACKED, edition.site / EPUB]
    documents = sorted(path.stem for path in (edition.build / "chapters").glob("*.xhtml"))
    if not documents:
        for place in places:
            files.remove(place)
        return "", []
    sources = [
        (edition.build / "facts" / f"{document}.xml", edition.build / "chapters" / f"{document}.xhtml")
        for document in documents
    ]
    words = introduction.source(edition)
    declaration = edition.manifest.declaration
    content = plan.digest([*(path for paths in sources for path in paths), *([words] if words else [])])
    key = plan.key(tools, repr(declaration), edition.authorities[0].digest, content)
    if key == made and all(place.is_file() for place in places):
        return key, []
    from teicable.render.authorities import authorities
    from teicable.render.epub import TARGETS, Leaf, packed
    from teicable.render.rendering import Renderer

    bearers = authorities(edition.authority_files())[0]
    renderer = Renderer(TARGETS, edition.transforms, bearers, lang=declaration.interface)
    leaves = (Leaf(*map(files.read, paths)) for paths in sources)
    own = files.read(words) if words else b""
    book = packed(renderer, leaves, declaration, own, override=edition.transforms, path=str(edition.manifest.path))
    for place in places:
        files.write(place, book.data)
    return ("" if book.diagnostics else key), list(book.diagnostics)
