"""The package of an edition: what may go out, staged as an edition of its own, described, and sealed.

The payload holds the folder of an edition, with ``tei/``, ``authorities/`` and ``edition.toml``: whoever gets it can
build it again. Its pages are made from what it holds and from nothing else, so that no page leads to a document,
or names one, that stayed at home.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from teicable import files, resources
from teicable.deposit import bag, conditions, container
from teicable.deposit.crosswalk import CROSSWALKS, crosswalk
from teicable.deposit.provenance import NAME as PROVENANCE
from teicable.deposit.provenance import provenance
from teicable.deposit.record import record
from teicable.diagnostics import Diagnostic, Severity, moved
from teicable.edition import ids, run, volumes
from teicable.edition.descriptions import Descriptions, describe
from teicable.edition.folder import Edition, open_edition
from teicable.edition.history import status
from teicable.edition.run import Progress
from teicable.model.declaration import Declaration
from teicable.render.addresses import CMIF
from teicable.render.authorities import authorities
from teicable.render.data import cmif
from teicable.render.rendering import Renderer

DRAFT = "draft"
EDITION = Path("edition")
"""Where the edition stands in the payload."""
PROFILE = "teicable:/schema/bagit-profile.json"
"""What our bags promise; the profile is among the schemas that each carries."""
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
"""What may stand in a payload, in the order in which README and crate list it."""
_MADE = ("README.txt", "CITATION.cff", "ro-crate-metadata.json", "metadata/")
"""What is made from the list itself."""


@dataclass
class Packed:
    """A package: its folder, nothing where none was made; what is to be told; how many documents are in it."""

    folder: Path | None = None
    diagnostics: list[Diagnostic] = field(default_factory=list)
    documents: int = 0
    described: int = 0


def pack(edition: Edition, place: Path, progress: Progress = lambda *_: None) -> Packed:
    """Make the package of an edition in the folder ``place``; one that is there is replaced when the new one is whole.

    Raises:
        TeicableError: the run is impossible.
    """
    declaration = edition.manifest.declaration
    path = str(edition.manifest.path)
    packed = Packed(diagnostics=conditions.unmet(declaration, path))
    released = {name: file for name, file in edition.documents().items() if status(files.read(file)) != DRAFT}
    packed.diagnostics += conditions.left_out((name for name in edition.documents() if name not in released), path)
    renderer = Renderer(
        ("facts", "deposit", "crosswalk", "data", "provenance"),
        edition.transforms,
        authorities(edition.authority_files())[0],
    )
    aside = edition.build / ".deposit"
    try:
        files.remove_folder(aside)
        described = describe(renderer, released, declaration, aside / "described")
        packed.diagnostics += conditions.chosen(described.names, described.permitted, path)
        packed.diagnostics += conditions.unindexed(declaration, path)
        if _failed(packed.diagnostics):
            return packed
        staged = aside / "edition"
        _stage(edition, staged, (released[name] for name in sorted(described.permitted)))
        packed.diagnostics += _built(staged, edition, progress)
        if _failed(packed.diagnostics):
            return packed
        fill(edition, staged, described, renderer, place)
    finally:
        files.remove_folder(aside)
    packed.folder, packed.documents, packed.described = place, len(described.permitted), len(described.names)
    return packed


def fill(edition: Edition, staged: Path, described: Descriptions, renderer: Renderer, place: Path) -> None:
    """Make the package of what was staged and built, and put it in its place; no more is held than a part at a time.

    Raises:
        TeicableError: the place cannot be written to.
    """
    declaration = edition.manifest.declaration
    with files.renewed(place, place.with_name(f".{place.name}.tmp")) as folder:
        payload = folder / bag.PAYLOAD
        _publish(edition, staged, payload, described.permitted)
        contents = [one for one in _PLACES if one[0] in _MADE or (payload / one[0]).exists()]
        whole = record(renderer, described.facts(), declaration)
        for form, target in CROSSWALKS.items():
            files.write(payload / target.name, crosswalk(renderer, whole, form, contents))
        index = cmif(renderer, described.facts(), declaration, described.changed)
        files.stream(payload / "metadata" / CMIF, index)

        def sums(name: str) -> dict[str, str]:
            return _sums(edition.tei / f"{name}.xml", payload / "site" / f"{name}.html")

        files.stream(payload / PROVENANCE, provenance(renderer, described.facts(), declaration, sums))
        for name in described.names:
            said = crosswalk(renderer, described.record(name), "datacite")
            files.write(payload / f"metadata/documents/{name}.xml", said)
        bag.seal(folder, _info(edition))


def zipped(folder: Path) -> Path:
    """Write a package as one file beside its folder, and return it."""
    place = folder.with_name(f"{folder.name}.zip")
    container.zipped(folder, place)
    return place


def stored(edition: Edition, folder: Path, place: Path) -> Path:
    """Put a package into an OCFL object at ``place``, and return it; the object is known as the edition is."""
    declaration = edition.manifest.declaration
    created = declaration.date + "-01-01"[len(declaration.date) - 4 :] + "T00:00:00Z"
    number = f"edition {declaration.edition}" if declaration.edition else "deposit"
    user = {"name": declaration.publisher, "address": _reached(declaration)}
    container.stored(folder, place, declaration.uri, number, user, created)
    return place


def _reached(declaration: Declaration) -> str:
    """Return an address at which the publisher is reached: that of letters, else that of the edition."""
    return f"mailto:{declaration.contact}" if declaration.contact else declaration.uri


def _failed(diagnostics: list[Diagnostic]) -> bool:
    return any(one.severity is Severity.ERROR for one in diagnostics)


def _stage(edition: Edition, staged: Path, documents: Iterable[Path]) -> None:
    """Copy what makes an edition of the documents that may go out."""
    for name in _TAKEN:
        for path in _files(edition.folder / name):
            files.copy(path, staged / path.relative_to(edition.folder))
    for file in documents:
        files.copy(file, staged / "tei" / file.name)
    files.write(staged / "source" / ".keep", b"")  # an edition has the folder, even without a transcript


def _built(staged: Path, edition: Edition, progress: Progress) -> list[Diagnostic]:
    """Build what was staged, without the search index; return what is wrong with it, at the places in the edition."""
    built = run.build(open_edition(staged), wanted=volumes.ALL - {volumes.SEARCH}, progress=progress)
    wrong = [one for one in built.diagnostics if one.severity is Severity.ERROR]
    return [moved(one, one.location.path, one.location.path.replace(str(staged), str(edition.folder))) for one in wrong]


def _publish(edition: Edition, staged: Path, payload: Path, given: Collection[str]) -> None:
    """Fill the payload: what was staged, its pages, transcripts of documents that are in it, and the software."""
    for name in (*_TAKEN, "tei"):
        for path in _files(staged / name):
            files.copy(path, payload / EDITION / path.relative_to(staged))
    for path in _transcripts(edition, given):
        files.copy(path, payload / EDITION / path.relative_to(edition.folder))
    site = staged / "build" / "site"
    software = Path("teicable")
    for source, target in (
        (site, Path("site")),
        (resources.schema(), software / "schema"),
        (resources.transforms(), software / "transforms"),
    ):
        for path in _files(source):
            files.copy(path, payload / target / path.relative_to(source))


def _transcripts(edition: Edition, given: Collection[str]) -> Iterator[Path]:
    """Yield the transcripts from which nothing was made that stays at home; rows of tables do not go out singly."""
    for name, address in ids.read(edition.ids).addresses.items():
        path = edition.source / name
        if all(document in given for document in address.documents) and path.is_file():
            yield path


def _sums(file: Path, page: Path) -> dict[str, str]:
    """Return the checksums of the file of a document, and of its page if that is passed on."""
    sums = files.digests(file, ("sha256",))
    return {**sums, "page-sha256": files.digests(page, ("sha256",))["sha256"]} if page.is_file() else sums


def _files(place: Path) -> Iterator[Path]:
    """Yield a file, or all files below a folder, sorted; hidden ones are passed over."""
    if place.is_file():
        yield place
    yield from (path for path in files.inside(place, hidden=False) if "__pycache__" not in path.parts)


def _info(edition: Edition) -> dict[str, str]:
    """Return the lines of ``bag-info.txt``."""
    declaration = edition.manifest.declaration
    return {
        "BagIt-Profile-Identifier": PROFILE,
        "Source-Organization": declaration.publisher,
        "Contact-Name": "; ".join(editor.name for editor in declaration.editors),
        "Contact-Email": declaration.contact,
        "External-Description": declaration.description or declaration.title,
        "Bagging-Date": declaration.date if len(declaration.date) == len("2026-05-14") else "",
        "External-Identifier": f"https://doi.org/{declaration.doi}" if declaration.doi else declaration.address,
        "Internal-Sender-Identifier": declaration.edition,
    }
