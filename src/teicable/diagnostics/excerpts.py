"""Show the line of a file that a diagnostic speaks of, with the place marked."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from typing import NamedTuple

from teicable.diagnostics import Location

_BEFORE, _AFTER = 40, 60


class Excerpt(NamedTuple):
    """Part of a line: what stands before the place, the word or tag at it, what follows; “…” where more is cut off."""

    before: str
    at: str
    after: str

    @property
    def indent(self) -> int:
        """How many cells of a terminal stand before the place."""
        return sum(map(_cells, self.before))


class Sources:
    """The files that diagnostics speak of, each read once; a file that cannot be read has no lines."""

    def __init__(self, read: Callable[[str], str] = lambda path: "") -> None:
        self._read = read
        self._lines: dict[str, list[str]] = {}

    def excerpt(self, location: Location) -> Excerpt | None:
        """Return what stands at a place; ``None`` where that is not known."""
        if not location.line or location.page or not location.path:
            return None
        if location.path not in self._lines:
            self._lines[location.path] = self._read(location.path).split("\n")
        lines = self._lines[location.path]
        line = lines[location.line - 1].rstrip("\r") if location.line <= len(lines) else ""
        if not line.strip():
            return None
        column = min(max(location.column - 1, 0), len(line)) if location.column else len(line) - len(line.lstrip())
        start = 0 if column <= _BEFORE else column - _BEFORE
        end = min(len(line), column + _AFTER)
        stop = column + _length(line[column:end]) if location.column else column
        before = ("…" if start else "") + line[start:column]
        after = line[stop:end] + ("…" if end < len(line) else "")
        return Excerpt(*map(_shown, (before if start else before.lstrip(), line[column:stop], after)))


def _length(words: str) -> int:
    """Return how many characters of a line a mark covers: a tag, or the word that begins there."""
    if words.startswith("<"):
        return words.find(">") + 1 or len(words)
    covered = next((i for i, character in enumerate(words) if character.isspace() or character in "\"'<>"), len(words))
    return max(covered, 1)


def _shown(words: str) -> str:
    return "".join(" " if character == "\t" else "�" if character < " " else character for character in words)


def _cells(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
