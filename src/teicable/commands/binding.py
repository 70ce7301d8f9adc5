"""How ``teicable render`` makes one book of many files: set as PDF or its code, or packed as EPUB."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from teicable.diagnostics import Diagnostic
from teicable.edition import introduction, manifest
from teicable.files import read
from teicable.model.declaration import Declaration
from teicable.render import BOOK
from teicable.render.book import Bound, Piece, bound, part
from teicable.render.epub import Leaf, Packed, chapter, packed
from teicable.render.facts import facts
from teicable.render.rendering import Renderer


def book(renderer: Renderer, edition: Path, paths: list[Path], values: dict[str, str]) -> Bound:
    """Make the book of an edition from its files; empty where none can be read."""
    manifest_ = manifest.read(edition)
    known = {parameter.name for parameter in renderer.parameters(BOOK)}
    shared = {name: value for name, value in values.items() if name in known}
    own = {name: value for name, value in values.items() if name not in known or name in ("lang", "every-script")}
    pieces = []
    for path in paths:
        tei = read(path)
        fact = facts(renderer, tei, path.stem, shared.get("lang", "en"), str(path)).data
        if fact:
            pieces.append(Piece(fact, part(renderer, tei, own, str(path)).data, tei))
    return bound(renderer, pieces, manifest_.declaration, shared, str(manifest_.path)) if pieces else Bound(b"", b"")


def epub(
    renderer: Renderer,
    edition: Path | None,
    paths: list[Path],
    values: dict[str, str],
    *,
    whole: bool,
    progress: Callable[[str, int, int], None],
) -> Packed:
    """Make the EPUB of files, of an edition or not; empty where none can be read.

    One that is ``whole`` has its name and its introduction. A part of an edition is not that edition: it is called as
    its first document.
    """
    declaration = manifest.read(edition).declaration if edition else Declaration()
    if not whole:
        declaration = replace(declaration, title="", edition="", doi="", address="")
    lang = values.get("lang", "en")
    leaves: list[Leaf] = []
    found: list[Diagnostic] = []
    for number, path in enumerate(paths, 1):
        tei = read(path)
        made = chapter(renderer, tei, {"lang": lang}, str(path))
        found += made.diagnostics
        if made.data:
            leaves.append(Leaf(facts(renderer, tei, path.stem, lang, str(path)).data, made.data))
        progress("rendering", number, len(paths))
    if not leaves:
        return Packed(b"", tuple(found))
    place = edition / introduction.NAME if edition and whole else None
    words = read(place) if place and place.is_file() else b""
    own = edition / "transforms" if edition else None
    result = packed(renderer, leaves, declaration, words, values, own, str(edition or ""))
    return replace(result, diagnostics=(*found, *result.diagnostics))
