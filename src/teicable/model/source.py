"""The characters of one source, normalised once, with the way back to its file.

Normalised means: line ends are line feeds (form feeds and Unicode line separators too), every other blank of Unicode
except the tab is a space, text is in Normalization Form C, and what no reader sees is gone: byte order marks, soft
hyphens, control, zero-width and directional characters. Nothing else is ever changed.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from teicable.diagnostics import Location
from teicable.model.span import Span

_LINE_END = re.compile(r"\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]")
_SPECIAL = re.compile(r"[^\x20-\x7e\n\t]")
_JOINING = re.compile(r"[\u1160-\u11ff\u3099\u309a]")


@dataclass(frozen=True)
class SourceText:
    """A source as every later stage sees it.

    Attributes:
        name: file name as the editor gave it; it stands in diagnostics.
        text: the normalised characters; all offsets count these.
        pieces: ``(offset, origin)`` pairs: from ``offset`` on, characters of ``text`` come one by one from the decoded
            file at ``origin`` on.
        line_starts: where lines begin in the decoded file.
        sha256: of the bytes of the file.
        removed: how many characters normalisation took away (see the module).
    """

    name: str
    text: str
    pieces: tuple[tuple[int, int], ...] = ((0, 0),)
    line_starts: tuple[int, ...] = (0,)
    sha256: str = ""
    removed: int = field(default=0, compare=False)

    @cached_property
    def _offsets(self) -> list[int]:
        return [offset for offset, _ in self.pieces]

    def origin(self, offset: int) -> int:
        """Return where in the decoded file the character at ``offset`` came from."""
        start, origin = self.pieces[bisect_right(self._offsets, offset) - 1]
        return origin + offset - start

    def line(self, offset: int) -> int:
        """Return the line of the file, from 1."""
        return bisect_right(self.line_starts, self.origin(offset))

    def location(self, offset: int) -> Location:
        """Return file, line and column (both from 1) of a character."""
        origin = self.origin(offset)
        line = bisect_right(self.line_starts, origin)
        return Location(self.name, line, origin - self.line_starts[line - 1] + 1)

    @cached_property
    def lines(self) -> tuple[Span, ...]:
        """The lines of the normalised text, without their line feeds."""
        spans, start = [], 0
        for line in self.text.split("\n"):
            spans.append(Span(start, start + len(line)))
            start += len(line) + 1
        return tuple(spans)


def source_text(name: str, decoded: str, data: bytes = b"") -> SourceText:
    """Normalise a decoded file; ``data`` are its bytes, for the checksum."""
    starts = (0, *(match.end() for match in _LINE_END.finditer(decoded)))
    pieces: list[tuple[int, int]] = [(0, 0)]
    chunks: list[str] = []
    length = position = removed = 0

    def put(chunk: str, origin: int) -> None:
        nonlocal length
        if pieces[-1][1] - pieces[-1][0] != origin - length:
            pieces.append((length, origin))
        chunks.append(chunk)
        length += len(chunk)

    for cluster in _clusters(decoded):
        if cluster.start() > position:
            put(decoded[position : cluster.start()], position)
        kept = _visible(cluster.group())
        removed += not kept
        if kept:
            put(kept, cluster.start())
        position = cluster.end()
    put(decoded[position:], position)
    text = "".join(chunks)
    if not unicodedata.is_normalized("NFC", text):
        # Letters of two lines never combine, so whole lines are safe units for what the clusters did not foresee.
        return _by_lines(name, text, starts, data, removed)
    return SourceText(name, text, tuple(pieces), starts, hashlib.sha256(data).hexdigest(), removed)


def canonical(text: str) -> str:
    """Fold white space: the one form in which a source and what its TEI gives back are compared.

    Every run of white space becomes one blank, and there is none at the ends. Together with normalisation this is
    all that an encoding may change; ``sha256-canonical`` in the header is the checksum of this form.
    """
    return " ".join(text.split())


def sha256_canonical(text: str) -> str:
    """Return the SHA-256 of the canonical form in UTF-8, in hexadecimal."""
    return hashlib.sha256(canonical(text).encode("utf-8")).hexdigest()


_Cluster = re.Match[str]


def _clusters(decoded: str) -> Iterator[_Cluster]:
    """Find what normalisation changes: letters with what may combine with them, and the characters it replaces."""
    characters = set(decoded)
    special = sorted(c for c in characters if _SPECIAL.fullmatch(c) and _visible(c) != c)
    combining = sorted(c for c in characters if unicodedata.combining(c) or _JOINING.match(c))
    kinds = [r"\r\n"]
    if combining:
        kinds.append(rf"[^\n\t]{_one_of(combining)}+")
    if special:
        kinds.append(_one_of(special))
    return re.finditer("|".join(kinds), decoded)


def _one_of(characters: list[str]) -> str:
    return "[" + "".join(re.escape(character) for character in characters) + "]"


def _visible(cluster: str) -> str:
    if len(cluster) > 1 and cluster != "\r\n":
        return unicodedata.normalize("NFC", "".join(_visible(character) for character in cluster))
    if _LINE_END.fullmatch(cluster):
        return "\n"
    category = unicodedata.category(cluster)
    if category == "Zs":
        return " "
    if category in ("Cc", "Cf", "Cs") or cluster in "\ufffe\uffff":
        return ""
    return unicodedata.normalize("NFC", cluster)


def _by_lines(name: str, text: str, starts: tuple[int, ...], data: bytes, removed: int) -> SourceText:
    lines = [unicodedata.normalize("NFC", line) for line in text.split("\n")]
    pieces, offset = [], 0
    for index, line in enumerate(lines):
        pieces.append((offset, starts[min(index, len(starts) - 1)]))
        offset += len(line) + 1
    checksum = hashlib.sha256(data).hexdigest()
    return SourceText(name, "\n".join(lines), tuple(pieces), starts, checksum, removed)
