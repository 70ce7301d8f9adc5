"""Know when something that an edition is made from changed: by names, times and sizes, without reading a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from teicable import resources
from teicable.edition import ids, manifest

FOLDERS = ("source", "tei", "authorities", "vocabularies", "review", "transforms")
FILES = (manifest.NAME, ids.NAME)

Stamps = Mapping[str, tuple[int, int]]
"""Time of modification and size by path."""


def stamps(folder: Path) -> Stamps:
    """Return the stamps of all that the pages of the edition in ``folder`` are made from, our stylesheets included."""
    own = (path for name in FOLDERS for path in _files(folder / name))
    ours = _files(resources.transforms())
    return {str(path): stamp(path) for path in (*own, *ours, *(folder / name for name in FILES))}


def stamp(path: Path) -> tuple[int, int]:
    """Return the stamp of one file; of one that is not there, nothing but zeros."""
    try:
        known = path.stat()
    except OSError:
        return 0, 0
    return known.st_mtime_ns, known.st_size


class Watch:
    """Calls ``build`` when something changed since the last time, and ``told`` when the state of the site did.

    What a build itself writes counts as changed once: the next build then finds nothing to do, and what an editor
    saved while it ran is not overlooked.
    """

    def __init__(self, folder: Path, build: Callable[[], None] | None, told: Callable[[], None]) -> None:
        self._folder, self._build, self._told = folder, build, told
        self._seen: Stamps = {}
        self._state = stamp(self._place)

    def look(self) -> None:
        """Look once."""
        if self._build is not None and (now := stamps(self._folder)) != self._seen:
            self._build()
            self._seen = now
        if (state := stamp(self._place)) != self._state:
            self._state = state
            self._told()

    @property
    def _place(self) -> Path:
        return self._folder / "build" / "state.json"


def _files(folder: Path) -> Iterator[Path]:
    found = sorted(folder.rglob("*"))
    return (path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts))
