"""Bind the documents of an edition: which books there are of it, in how many volumes, and which of these are due.

A book is made from what the build keeps of each document. Volumes are made each in a process of its own, so that an
edition of ten thousand documents takes the memory of one volume for each core, and not that of all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from teicable import files
from teicable.diagnostics import Diagnostic
from teicable.edition import introduction, plan
from teicable.edition.folder import Edition
from teicable.edition.pool import apart
from teicable.model.declaration import Declaration
from teicable.render import volume
from teicable.render.collection import document
from teicable.render.volume import Volume

_NAME = re.compile(r"book(-[0-9]+)?")


@dataclass(frozen=True, slots=True)
class Sheets:
    """All that a volume is made of.

    Attributes:
        volume: which.
        documents: of each document, the files that it is made of (see `Kind`).
        declaration: what the edition says of itself.
        authorities: the authority files.
        transforms: the edition's own stylesheets.
        introduction: that of the editors, where there is one.
        path: how diagnostics call what the book is made from.
    """

    volume: Volume
    documents: tuple[tuple[Path, ...], ...]
    declaration: Declaration
    authorities: tuple[Path, ...]
    transforms: Path | None
    introduction: Path | None
    path: str

    def key(self, edition: Edition, tools: str) -> str:
        """Return the key of the volume: all that it is made from, what it is called, and when it begins and ends."""
        read = [path for paths in self.documents for path in paths]
        content = plan.digest([*read, *([self.introduction] if self.introduction else [])])
        said = repr((self.declaration, self.volume))
        return plan.key(tools, said, edition.authorities[0].digest, content)


Bound = tuple[Mapping[str, bytes], tuple[Diagnostic, ...]]
"""What was made of sheets: files by extension; and what was found."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of book.

    Attributes:
        parts: places below ``build/``, and endings, of what it is made of for each document.
        published: how the file ends that is also one of the site.
        kept: how those end that stay in ``build/``.
        bind: makes one, in whatever process.
        introduced: whether it begins with the introduction of the editors.
    """

    parts: tuple[tuple[str, str], ...]
    published: str
    kept: tuple[str, ...]
    bind: Callable[[Sheets], Bound]
    introduced: bool = False

    def sources(self, edition: Edition, name: str) -> tuple[Path, ...]:
        """Return the files that a document's part of it is made of."""
        return tuple(edition.build / place / f"{name}{ending}" for place, ending in self.parts)

    def places(self, edition: Edition, name: str) -> dict[Path, str]:
        """Return where the files of a volume go, each with its ending."""
        ours = {edition.build / f"{name}{ending}": ending for ending in (self.published, *self.kept)}
        return {**ours, edition.site / f"{name}{self.published}": self.published}


def divided(edition: Edition) -> tuple[Volume, ...]:
    """Return the volumes of an edition, from the facts that the build keeps; none where it has no document."""
    facts = sorted((edition.build / "facts").glob("*.xml"))
    if len(facts) <= volume.MOST:
        # The only volume has all of them; its stylesheet puts them in order.
        return volume.volumes((("", path.stem) for path in facts), volume.MOST)
    return volume.volumes(((document(files.read(path)).get("order", ""), path.stem) for path in facts), volume.MOST)


def offered(edition: Edition, kind: Kind, volumes: Iterable[Volume], *, wanted: bool) -> frozenset[str]:
    """Return the volumes that pages can lead to: all where they are ``wanted``, else those of an earlier build."""
    names = (one.name for one in volumes)
    return frozenset(name for name in names if wanted or (edition.site / f"{name}{kind.published}").is_file())


def bind(
    edition: Edition,
    kind: Kind,
    volumes: Iterable[Volume],
    known: Mapping[str, str],
    tools: str,
    jobs: int = 0,
    progress: Callable[[int, int], None] = lambda *_: None,
) -> Iterator[tuple[dict[str, str], list[Diagnostic]]]:
    """Make the volumes that are not current, and take away those that are no more.

    Yield after each, and at the end, the keys of those that are current by now, and what was found on the way.

    Args:
        edition: which.
        kind: of book.
        volumes: in which it is divided.
        known: by name of a volume, the key under which it was made before.
        tools: digest of all that makes pages.
        jobs: how many processes may run at once; 0 for one on each core.
        progress: is told how many of how many are made.

    Raises:
        TeicableError: a volume cannot be made or written, or its process died.
    """
    current: dict[str, str] = {}
    stand: set[Path] = set()
    due: list[tuple[Sheets, str]] = []
    for one in volumes:
        sheets = _sheets(edition, kind, one)
        if not sheets.documents:
            continue
        key, places = sheets.key(edition, tools), kind.places(edition, one.name)
        stand |= places.keys()
        if key == known.get(one.name) and all(place.is_file() for place in places):
            current[one.name] = key
        else:
            due.append((sheets, key))
    progress(0, len(due))
    volumes_made = apart(kind.bind, [sheets for sheets, _ in due], jobs)
    for number, ((sheets, key), (made, found)) in enumerate(zip(due, volumes_made, strict=True), 1):
        name = sheets.volume.name
        for place, ending in kind.places(edition, name).items():
            files.write(place, made[ending])
        # What a book could not show is said in every build until it is mended.
        current[name] = "" if found else key
        yield dict(current), list(found)
        progress(number, len(due))
    endings = {edition.build: (kind.published, *kind.kept), edition.site: (kind.published,)}
    for place in {path for folder, some in endings.items() for ending in some for path in _volumes(folder, ending)}:
        if place not in stand:
            files.remove(place)
    yield current, []


def bound(folder: Path, kind: Kind) -> list[Path]:
    """Return the volumes of a kind that stand in a folder, in order."""
    return sorted(_volumes(folder, kind.published), key=lambda path: (len(path.name), path.name))


def _volumes(folder: Path, ending: str) -> list[Path]:
    return [path for path in folder.glob(f"book*{ending}") if _NAME.fullmatch(path.name.removesuffix(ending))]


def _sheets(edition: Edition, kind: Kind, one: Volume) -> Sheets:
    sources = (kind.sources(edition, name) for name in one.documents)
    return Sheets(
        one,
        tuple(paths for paths in sources if all(path.is_file() for path in paths)),
        edition.manifest.declaration,
        tuple(edition.authority_files()),
        edition.transforms,
        introduction.source(edition) if kind.introduced else None,
        str(edition.manifest.path),
    )
