"""The package of an edition: what may go out, staged as an edition of its own, described, and sealed.

The payload holds the folder of an edition, with ``tei/``, ``authorities/`` and ``edition.toml``: whoever gets it can
build it again. Its pages are made from what it holds and from nothing else, so that no page leads to a document,
or names one, that stayed at home.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from teicable import files, resources
from teicable.deposit import bag, conditions, container
from teicable.deposit.crosswalk import CROSSWALKS, crosswalk
from teicable.deposit.dspace import Bitstream, item
from teicable.deposit.provenance import NAME as PROVENANCE
from teicable.deposit.provenance import provenance
from teicable.deposit.record import record
from teicable.diagnostics import Diagnostic, Severity, moved
from teicable.edition import binding, contents, offprints, outputs, run
from teicable.edition.book import BOOK
from teicable.edition.descriptions import Descriptions, describe
from teicable.edition.epub import EPUB
from teicable.edition.folder import Edition, open_edition
from teicable.edition.history import status
from teicable.edition.run import Progress
from teicable.render.addresses import CMIF
from teicable.render.authorities import authorities
from teicable.render.collection import declared
from teicable.render.data import cmif
from teicable.render.identity import uri
from teicable.render.rendering import Renderer

DRAFT = "draft"
_TAKEN = ("edition.toml", "releases.toml", "introduction.xml", "authorities", "transforms", "vocabularies")
"""What is taken from the folder of the edition, besides documents and their transcripts."""
_PLACES = (
    ("README.txt", "readme", "text/plain"),
    ("CITATION.cff", "cff", "application/yaml"),
    ("ro-crate-metadata.json", "ro-crate", "application/ld+json"),
    ("edition/edition.toml", "manifest", "application/toml"),
    ("edition/releases.toml", "releases", "application/toml"),
    ("edition/introduction.xml", "introduction", "application/tei+xml"),
    ("edition/tei/", "tei", ""),
    ("edition/authorities/", "authorities", ""),
    ("edition/source/", "source", ""),
    ("edition/transforms/", "own", ""),
    ("edition/vocabularies/", "vocabularies", ""),
    ("site/", "site", ""),
    ("teicable/", "software", ""),
    ("metadata/", "metadata", ""),
)
_TARGETS = ("facts", "deposit", "crosswalk", "data", "provenance", "html")


@dataclass
class Packed:
    """What was made: the folder, nothing where none was; what is to be told; how many documents; each package."""

    folder: Path | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)
    documents: int = 0
    described: int = 0
    packages: list[Path] = field(default_factory=list)


def pack(
    edition: Edition,
    place: Path,
    progress: Progress = lambda *_: None,
    *,
    each: bool = False,
    items: Path | None = None,
) -> Packed:
    """Make the package of an edition in the folder ``place``; what is there is replaced when the new one is whole.

    Args:
        edition: which.
        place: where the package goes.
        progress: is told how far the work is.
        each: make a package of each document instead, in a folder of its id below ``place``.
        items: where an archive for DSpace goes, if one is wanted: with one item for each package.

    Raises:
        TeicableError: the run is impossible.
    """
    packed = Packed()
    wanted = () if each else outputs.ALL - {outputs.SEARCH}
    with _prepared(edition, packed, wanted, progress) as ready:
        if ready is None:
            return packed
        staged, described, renderer = ready
        if each:
            offprints.fill(edition, staged, described, renderer, place)
        else:
            fill(edition, staged, described, renderer, place)
        packed.folder, packed.documents, packed.described = place, len(described.permitted), len(described.names)
        packed.packages = [place / name for name in described.names] if each else [place]
        if items is not None:
            with files.renewed(items, items.with_name(f".{items.name}.tmp")) as folder:
                if each:
                    offprints.items(described, renderer, place, folder)
                else:
                    whole = record(renderer, described.facts(), edition.manifest.declaration)
                    _item(renderer, whole, place, folder / "edition")
    return packed


Ready = tuple[Path, Descriptions, Renderer]
"""The edition that was staged and built, what is said of its documents and of those that are only described."""


@contextmanager
def _prepared(edition: Edition, packed: Packed, wanted: Collection[str], progress: Progress) -> Iterator[Ready | None]:
    """Stage and build what may go out, and describe all; nothing where ``packed`` tells that it cannot be."""
    declaration = edition.manifest.declaration
    path = str(edition.manifest.path)
    packed.diagnostics += conditions.unmet(declaration, path)
    released = {name: file for name, file in edition.documents().items() if status(files.read(file)) != DRAFT}
    packed.diagnostics += conditions.left_out((name for name in edition.documents() if name not in released), path)
    known = authorities(edition.authority_files())[0]
    renderer = Renderer(_TARGETS, edition.transforms, known, declared(declaration))
    aside = edition.build / ".deposit"
    staged = aside / "edition"
    try:
        files.remove_folder(aside)
        described = describe(renderer, released, declaration, aside / "described")
        packed.diagnostics += conditions.chosen(described.names, described.permitted, path)
        packed.diagnostics += conditions.unindexed(declaration, path)
        if not _failed(packed.diagnostics):
            _stage(edition, staged, (released[name] for name in sorted(described.permitted)))
            packed.diagnostics += _built(staged, edition, wanted, progress)
        yield None if _failed(packed.diagnostics) else (staged, described, renderer)
    finally:
        files.remove_folder(aside)


def fill(edition: Edition, staged: Path, described: Descriptions, renderer: Renderer, place: Path) -> None:
    """Make the package of what was staged and built, and put it in its place; no more is held than a part at a time.

    Raises:
        TeicableError: the place cannot be written to.
    """
    declaration = edition.manifest.declaration
    with files.renewed(place, place.with_name(f".{place.name}.tmp")) as folder:
        payload = folder / bag.PAYLOAD
        _publish(edition, staged, payload, described.permitted)
        listed = contents.present(_PLACES, payload)
        whole = record(renderer, described.facts(), declaration)
        for form, target in CROSSWALKS.items():
            files.write(payload / target.name, crosswalk(renderer, whole, form, listed))
        index = cmif(renderer, described.facts(), declaration, described.changed)
        files.stream(payload / "metadata" / CMIF, index)

        def sums(name: str) -> dict[str, str]:
            return contents.sums(edition.tei / f"{name}.xml", payload / "site" / f"{name}.html")

        files.stream(payload / PROVENANCE, provenance(renderer, described.facts(), declaration, sums))
        for name in described.names:
            said = crosswalk(renderer, described.record(name), "datacite")
            files.write(payload / f"metadata/documents/{name}.xml", said)
        bag.seal(folder, contents.info(edition))


def zipped(folder: Path) -> Path:
    """Write a package as one file beside its folder, and return it."""
    place = folder.with_name(f"{folder.name}.zip")
    container.zipped(folder, place)
    return place


def stored(edition: Edition, folder: Path, place: Path, document: str = "") -> Path:
    """Put a package into an OCFL object at ``place``, and return it; the object is known as the edition is.

    That of a ``document`` is known by the id of the document besides.
    """
    declaration = edition.manifest.declaration
    created = declaration.date + "-01-01"[len(declaration.date) - 4 :] + "T00:00:00Z"
    number = f"edition {declaration.edition}" if declaration.edition else "deposit"
    user = {"name": declaration.publisher, "address": _reached(edition)}
    identifier = uri(declaration) + (f"#{document}" if document else "")
    container.stored(folder, place, identifier, number, user, created)
    return place


def _reached(edition: Edition) -> str:
    """Return an address at which the publisher is reached: that of letters, else that of the edition."""
    declaration = edition.manifest.declaration
    return f"mailto:{declaration.contact}" if declaration.contact else uri(declaration)


def _item(renderer: Renderer, whole: bytes, package: Path, folder: Path) -> None:
    """Make an item for DSpace of a package: it as one file, and what a reader of the catalogue wants at once."""
    together = folder.with_name(f"{package.name}.zip")
    container.zipped(package, together)
    payload = package / bag.PAYLOAD
    forms = (("book", BOOK, "application/pdf"), ("epub", EPUB, "application/epub+zip"))
    books = [(word, path, type_) for word, kind, type_ in forms for path in binding.bound(payload / "site", kind)]
    there = [Bitstream(path.name, word, type_, path) for word, path, type_ in books]
    there.append(Bitstream("README.txt", "readme", "text/plain", payload / "README.txt"))
    item(renderer, whole, folder, [*there, Bitstream(together.name, "package", "application/zip", together)])
    files.remove(together)


def _failed(diagnostics: list[Diagnostic]) -> bool:
    return any(one.severity is Severity.ERROR for one in diagnostics)


def _stage(edition: Edition, staged: Path, documents: Iterable[Path]) -> None:
    """Copy what makes an edition of the documents that may go out."""
    for name in _TAKEN:
        contents.copied(edition.folder / name, staged / name)
    for file in documents:
        files.copy(file, staged / "tei" / file.name)
    files.write(staged / "source" / ".keep", b"")  # an edition has the folder, even without a transcript


def _built(staged: Path, edition: Edition, wanted: Collection[str], progress: Progress) -> list[Diagnostic]:
    """Build what was staged; return what is wrong with it, at the places in the edition."""
    built = run.build(open_edition(staged), wanted=wanted, progress=progress)
    wrong = [one for one in built.diagnostics if one.severity is Severity.ERROR]
    return [moved(one, one.location.path, one.location.path.replace(str(staged), str(edition.folder))) for one in wrong]


def _publish(edition: Edition, staged: Path, payload: Path, given: Collection[str]) -> None:
    """Fill the payload: what was staged, its pages, transcripts of documents that are in it, and the software."""
    for name in (*_TAKEN, "tei"):
        contents.copied(staged / name, payload / contents.EDITION / name)
    for path, _ in contents.transcripts(edition, given):
        files.copy(path, payload / contents.EDITION / path.relative_to(edition.folder))
    contents.copied(staged / "build" / "site", payload / "site")
    contents.copied(resources.schema(), payload / contents.SOFTWARE / "schema")
    contents.copied(resources.transforms(), payload / contents.SOFTWARE / "transforms")
