"""The EPUB of an edition: its documents in order of time, between title page and lists of names, as one file.

Like the book it is made from what was made of each document before: its facts and its chapter.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from teicable.diagnostics import Diagnostic
from teicable.model.declaration import Declaration
from teicable.render import CHAPTER, EPUB, FACTS
from teicable.render.collection import declared, document
from teicable.render.identity import identity, known
from teicable.render.rendering import Renderer, Rendering, fonts, style
from teicable.render.volume import WHOLE, Volume
from teicable.xml.parse import parse

TARGETS = (FACTS, CHAPTER, EPUB)
"""What the renderer of an EPUB must have been built with."""
_STYLE = "css/edition.css"
_TYPES = {".css": "text/css", ".woff2": "font/woff2", ".woff": "font/woff", ".otf": "font/otf", ".ttf": "font/ttf"}
_PLAIN = "text/plain"
_COMPRESSED = (".woff2", ".woff", ".png", ".jpg")
_REFERENCE = re.compile(r"tei/([^/#]+)\.xml(?:#(.+))?")
_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The first moment that an archive can name; all its files bear it."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """What an EPUB needs of one document: its facts and its chapter (see `chapter`)."""

    facts: bytes
    chapter: bytes


@dataclass(frozen=True, slots=True)
class Packed:
    """An EPUB, and what was found on the way."""

    data: bytes
    diagnostics: tuple[Diagnostic, ...] = ()


def chapter(renderer: Renderer, tei: bytes, parameters: Mapping[str, str] | None = None, path: str = "") -> Rendering:
    """Return the chapter of one document; empty where the file cannot be read."""
    return renderer.render(tei, CHAPTER, parameters, path)


def packed(
    renderer: Renderer,
    leaves: Iterable[Leaf],
    declaration: Declaration,
    introduction: bytes = b"",
    parameters: Mapping[str, str] | None = None,
    override: Path | None = None,
    path: str = "",
    volume: Volume = WHOLE,
) -> Packed:
    """Make the EPUB of ``leaves``, in any order, with the ``introduction`` of the editors where there is one.

    ``override`` is the edition's folder of stylesheets; ``path`` is how diagnostics call what it is made from;
    ``volume`` says which volume it is, where the edition has several.

    Raises:
        TeicableError: a fact file is not well-formed.
        StylesheetError: a stylesheet failed.
    """
    edition = declared(declaration)
    edition.extend(volume.elements())
    chapters: dict[str, bytes] = {}
    named: set[str] = set()
    for leaf in leaves:
        root = document(leaf.facts)
        edition.append(root)
        chapters[root.get("href", "")] = leaf.chapter
        named |= {element.get("ref", "").split(" ")[0] for element in root.iter("mention", "party")}
    edition.set("identifier", identifier(declaration, chapters, volume))
    bundled = {f"fonts/{name}": data for name, data in fonts(override).items()}
    bundled[_STYLE] = style(override, faces=True, sheet="epub").encode()
    for name in sorted(bundled):
        etree.SubElement(edition, "resource", path=name, type=_TYPES.get(Path(name).suffix, _PLAIN))
    found: tuple[Diagnostic, ...] = ()
    tree = parse(introduction, "introduction.xml") if introduction else None
    if isinstance(tree, Diagnostic):
        found = (tree,)
    elif tree is not None:
        given = {
            **(parameters or {}),
            "kind": "introduction",
            "reached": " ".join([*reached(tree.getroot(), chapters), *sorted(named)]),
        }
        given.pop("date", None)
        rendering = chapter(renderer, introduction, given, path)
        found, chapters["introduction"] = rendering.diagnostics, rendering.data
        etree.SubElement(edition, "introduction").append(tree.getroot())
    made = renderer.render(etree.tostring(edition).decode("ascii"), EPUB, parameters, path)
    files = {element.get("path", ""): (element.text or "").encode() for element in document(made.data)}
    files |= {f"EPUB/{name}.xhtml": data for name, data in chapters.items()}
    files |= {f"EPUB/{name}": data for name, data in bundled.items()}
    return Packed(archive(files), found + made.diagnostics)


def identifier(declaration: Declaration, documents: Iterable[str], volume: Volume = WHOLE) -> str:
    """Return by what an edition is known for good: its DOI, else its address, else its title; else its documents.

    Each numbered edition is a book of its own, and so is each of its volumes.
    """
    names = (known(declaration) or " ".join(sorted(documents)), declaration.edition)
    return identity(*names, *([volume.name] if volume.number else ())).urn


def reached(introduction: etree._Element, chapters: Mapping[str, bytes]) -> list[str]:
    """Return the documents and the places in them that an introduction refers to and the chapters have."""
    found = set()
    for element in introduction.iter("{*}ref"):
        reference = _REFERENCE.fullmatch(element.get("target", ""))
        if reference and reference[1] in chapters:
            found.add(reference[1])
            if reference[2] and f'id="{reference[2]}"'.encode() in chapters[reference[1]]:
                found.add(f"{reference[1]}#{reference[2]}")
    return sorted(found)


def archive(files: Mapping[str, bytes]) -> bytes:
    """Return the ZIP archive that an EPUB is: first its type, stored as it is, then its files by name."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        for name, data in (("mimetype", b"application/epub+zip"), *sorted(files.items())):
            entry = zipfile.ZipInfo(name, _EARLIEST)
            stored = name == "mimetype" or name.endswith(_COMPRESSED)
            entry.compress_type = zipfile.ZIP_STORED if stored else zipfile.ZIP_DEFLATED
            # Not the system on which it is made, nor the rights of its files there.
            entry.create_system, entry.external_attr = 0, 0
            target.writestr(entry, data)
    return stream.getvalue()
