"""Contents: what of an edition goes into a package, and what a package says of itself."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from teicable import files
from teicable.edition import ids
from teicable.edition.folder import Edition

EDITION = Path("edition")
"""Where the edition stands in a payload."""
SOFTWARE = Path("teicable")
"""Where schema and stylesheets stand in a payload."""
PROFILE = "teicable:/schema/bagit-profile.json"
"""What our bags promise; the profile is among the schemas that each carries."""
Places = Sequence[tuple[str, str, str]]
"""What may stand in a payload, in the order in which README and crate list it: path, key of what it is, media type."""
_MADE = ("README.txt", "CITATION.cff", "ro-crate-metadata.json", "metadata/")
"""What is made from the list itself."""


def present(places: Places, payload: Path) -> Places:
    """Return what stands in a payload, or is still to be made for it."""
    return [one for one in places if one[0] in _MADE or (payload / one[0]).exists()]


def inside(place: Path) -> Iterator[Path]:
    """Yield a file, or all files below a folder, sorted; hidden ones are passed over."""
    if place.is_file():
        yield place
    yield from (path for path in files.inside(place, hidden=False) if "__pycache__" not in path.parts)


def copied(source: Path, target: Path) -> None:
    """Copy a file, or a folder with all that is in it, to ``target``; nothing where there is none.

    Raises:
        TeicableError: a file cannot be read, or the place cannot be written to.
    """
    for path in inside(source):
        files.copy(path, target if path == source else target / path.relative_to(source))


def transcripts(edition: Edition, given: Collection[str]) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Yield the transcripts from which nothing was made that stays at home, each with its documents.

    Rows of tables do not go out singly.
    """
    for name, address in ids.read(edition.ids).addresses.items():
        path = edition.source / name
        if all(document in given for document in address.documents) and path.is_file():
            yield path, address.documents


def sums(file: Path, page: Path) -> dict[str, str]:
    """Return the checksums of the file of a document, and of its page if that is passed on."""
    said = files.digests(file, ("sha256",))
    return {**said, "page-sha256": files.digests(page, ("sha256",))["sha256"]} if page.is_file() else said


def info(edition: Edition) -> dict[str, str]:
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
