"""Descriptions: what is said of each document that is deposited, kept in files, so that no edition is too long."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from teicable import files
from teicable.deposit.record import record
from teicable.model.declaration import Declaration
from teicable.render.collection import document
from teicable.render.facts import facts
from teicable.render.rendering import Renderer


@dataclass(frozen=True, slots=True)
class Descriptions:
    """The facts and the record of each document, in a folder of their own.

    Attributes:
        folder: where they are.
        names: ids of the documents, in order of time.
        permitted: ids of those whose words may be passed on.
        changed: the last day on which one of them was changed.
    """

    folder: Path
    names: tuple[str, ...]
    permitted: frozenset[str]
    changed: str

    def facts(self) -> Iterator[bytes]:
        """Yield the fact files in order of time."""
        return (files.read(_facts(self.folder, name)) for name in self.names)

    def fact(self, name: str) -> bytes:
        """Return the fact file of a document."""
        return files.read(_facts(self.folder, name))

    def record(self, name: str) -> bytes:
        """Return the record of a document."""
        return files.read(_record(self.folder, name))


def describe(renderer: Renderer, paths: Mapping[str, Path], declaration: Declaration, folder: Path) -> Descriptions:
    """Describe documents, given by id and TEI file, one after another.

    ``renderer`` must have been built with the targets ``facts`` and ``deposit``.

    Raises:
        TeicableError: a description cannot be written.
    """
    order: list[tuple[str, str]] = []
    permitted: set[str] = set()
    changed = ""
    for name, path in paths.items():
        said = facts(renderer, files.read(path), path=str(path)).data
        described = record(renderer, [said], declaration, name)
        files.write(_facts(folder, name), said)
        files.write(_record(folder, name), described)
        root = document(said)
        order.append((root.get("order", ""), name))
        changed = max(changed, root.get("changed", ""))
        if document(described).get("text") == "permitted":
            permitted.add(name)
    return Descriptions(folder, tuple(name for _, name in sorted(order)), frozenset(permitted), changed)


def _facts(folder: Path, name: str) -> Path:
    return folder / "facts" / f"{name}.xml"


def _record(folder: Path, name: str) -> Path:
    return folder / "records" / f"{name}.xml"
