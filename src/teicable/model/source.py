"""The characters of one source, normalised once, with the way back to its file.

Normalised means: line ends are line feeds (form feeds and Unicode line separators too), every other blank of Unicode
except the tab is a space, text is in Normalization Form C, and what no reader sees is gone: byte order marks, soft
hyphens, control, zero-width and directional characters. Nothing else is ever changed.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from teicable.diagnostics import Diagnostic, Location
from teicable.model.once import Once
from teicable.model.span import Span

_LINE_END = re.compile(r"\r\n?|\n|\x0b|\x0c|\x85|\u2028|\u2029")
_SPECIAL = re.compile(r"[^\x20-\x7e\n\t]")
_BLANKS = re.compile(r"\s+")
_JOINING = re.compile(r"[\u1160-\u11ff\u3099\u309a]")


@dataclass(frozen=True, slots=True)
class Trait:
    """What a reader knows of some characters for nothing, because the file says it.

    Attributes:
        span: the characters.
        kind: ``italic``, ``bold``, ``underlined``, ``superscript``, ``subscript``, ``struck``; ``cell`` of a table;
            ``link``; ``page``, from its first character to its last; ``zone``, what kind of line it is;
            ``paragraph-style`` and ``character-style`` of a word processor.
        value: address of a link, number of a page, name of a zone or style.
    """

    span: Span
    kind: str
    value: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in its file the characters from ``offset`` on stand: page, line, column (from 1; 0: not known)."""

    offset: int
    line: int
    column: int = 0
    page: int = 0


@dataclass(frozen=True)
class SourceText:
    """A source as every later stage sees it.

    A file that is more than text (a web page, a word processor's, a PDF) is first *read*: its words are put into lines
    in the order in which a person reads them. “Decoded file” below is then this reading.

    Attributes:
        name: file name as the editor gave it; it stands in diagnostics.
        text: the normalised characters; all offsets count these.
        pieces: ``(offset, origin)`` pairs: from ``offset`` on, characters of ``text`` come one by one from the decoded
            file at ``origin`` on.
        line_starts: where lines begin in the decoded file.
        sha256: of the bytes of the file.
        removed: how many characters normalisation took away (see the module).
        places: where the reading stands in its file, by offset in the reading; empty where both are the same.
        traits: what the reader knows for nothing, with spans in ``text``.
        remarks: what the reader has to report: what it left out, and what an editor should look at.
        stated: facts that the file states outside its words, as pairs of kind (``URI``, ``record``) and value.
        part: which part of the file this is (the row of a table), or an empty string.
        encoding: how the file is encoded, where somebody had to say so.
        share: the lines of the file that it holds (``1-17 40-52``) where the file holds more than this.
    """

    name: str
    text: str
    pieces: tuple[tuple[int, int], ...] = ((0, 0),)
    line_starts: tuple[int, ...] = (0,)
    sha256: str = ""
    removed: int = field(default=0, compare=False)
    places: tuple[Place, ...] = ()
    traits: tuple[Trait, ...] = ()
    remarks: tuple[Diagnostic, ...] = field(default=(), compare=False)
    stated: tuple[tuple[str, str], ...] = ()
    part: str = ""
    share: str = ""
    encoding: str = ""

    @Once
    def offsets(self) -> list[int]:
        """Where the pieces begin in the normalised text."""
        return [offset for offset, _ in self.pieces]

    def origin(self, offset: int) -> int:
        """Return where in the decoded file the character at ``offset`` came from."""
        start, origin = self.pieces[bisect_right(self.offsets, offset) - 1]
        return origin + offset - start

    def line(self, offset: int) -> int:
        """Return the line of the decoded file, from 1."""
        return bisect_right(self.line_starts, self.origin(offset))

    def column(self, offset: int) -> int:
        """Return the column of the decoded file, from 1."""
        return self.origin(offset) - self.line_starts[self.line(offset) - 1] + 1

    def location(self, offset: int, end: int = 0) -> Location:
        """Return where a character stands in its file: page, line and column, as far as they are known.

        ``end`` is where the words end that are spoken of.
        """
        extent = (offset, max(offset, end))
        if not self.places:
            return Location(self.name, self.line(offset), self.column(offset), extent=extent)
        origin = self.origin(offset)
        place = self.places[max(0, bisect_right(self._place_offsets, origin) - 1)]
        column = place.column + max(0, origin - place.offset) if place.column else 0
        return Location(self.name, place.line, column, page=place.page, extent=extent)

    @Once
    def _place_offsets(self) -> list[int]:
        return [place.offset for place in self.places]

    def offset(self, origin: int) -> int:
        """Return where the character at ``origin`` of the decoded file, or the next that was kept, came to stand."""
        index = bisect_right(self._origins, origin) - 1
        start, first = self.pieces[max(0, index)]
        end = self.pieces[index + 1][0] if index + 1 < len(self.pieces) else len(self.text)
        return min(start + max(0, origin - first), end)

    @Once
    def _origins(self) -> list[int]:
        return [origin for _, origin in self.pieces]

    @Once
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


def placed(source: SourceText, places: Iterable[Place], traits: Iterable[Trait]) -> SourceText:
    """Return the text with what its reader knows; ``traits`` come with spans in the reading, as ``places`` do."""
    kept = [replace(t, span=Span(source.offset(t.span.start), source.offset(t.span.end))) for t in traits]
    return replace(source, places=tuple(places), traits=tuple(t for t in kept if t.span))


def excerpt(source: SourceText, spans: Sequence[Span]) -> SourceText:
    """Return whole lines of a source as a source of their own, which still knows where in the file each stands."""
    pieces: list[tuple[int, int]] = []
    chunks: list[str] = []
    lines: list[str] = []
    traits: list[Trait] = []
    length = 0
    for span in spans:
        moved = length - span.start
        for trait in source.traits:
            if not span.disjoint(trait.span):
                part = Span(max(span.start, trait.span.start), min(span.end, trait.span.end))
                traits.append(replace(trait, span=Span(part.start + moved, part.end + moved)))
        pieces.append((length, source.origin(span.start)))
        inside = source.pieces[bisect_right(source.offsets, span.start) : bisect_left(source.offsets, span.end)]
        pieces += [(offset + moved, origin) for offset, origin in inside]
        chunks.append(span.of(source.text))
        length += span.length
        last = span.end - 1 if span.of(source.text).endswith("\n") else span.end
        lines.append(f"{source.line(span.start)}-{source.line(max(span.start, last))}")
    share = " ".join(lines)
    return replace(
        source, text="".join(chunks), pieces=tuple(pieces), removed=0, traits=tuple(traits), remarks=(), share=share
    )


def shared(source: SourceText, share: str) -> SourceText:
    """Return the lines of a source that a share names, or all of it where the share names none of its lines."""
    if not share:
        return source
    found: list[Span] = []
    numbers = [source.line(line.start) for line in source.lines]
    for part in share.split():
        first, _, last = part.partition("-")
        if not (first.isdigit() and last.isdigit()):
            return source
        begin, end = bisect_left(numbers, int(first)), bisect_right(numbers, int(last))
        if begin >= end:
            return source
        stop = source.lines[end].start if end < len(source.lines) else len(source.text)
        found.append(Span(source.lines[begin].start, stop))
    return excerpt(source, found) if found else source


@lru_cache(maxsize=1)
def canonical(text: str) -> str:
    """Fold white space: the one form in which a source and what its TEI gives back are compared.

    Every run of white space becomes one blank, and there is none at the ends. Together with normalisation this is
    all that an encoding may change; ``sha256-canonical`` in the header is the checksum of this form.
    """
    return " ".join(text.split())


def folded(text: str) -> str:
    """Make one blank of every run of white space, also at the ends."""
    # Most lines have nothing to fold, which is seen faster than done.
    return text if text.isprintable() and "  " not in text else _BLANKS.sub(" ", text)


def sha256_canonical(text: str) -> str:
    """Return the SHA-256 of the canonical form in UTF-8, in hexadecimal."""
    return hashlib.sha256(canonical(text).encode("utf-8")).hexdigest()


_Cluster = re.Match[str]


def _clusters(decoded: str) -> Iterator[_Cluster]:
    """Find what normalisation changes: letters with what may combine with them, and the characters it replaces."""
    characters = set(decoded)
    special, combining = sorted(filter(_replaced, characters)), sorted(filter(_combines, characters))
    kinds = [r"\r\n"]
    if combining:
        kinds.append(rf"[^\n\t]{_one_of(combining)}+")
    if special:
        kinds.append(_one_of(special))
    return re.finditer("|".join(kinds), decoded)


@lru_cache(maxsize=4096)
def _replaced(character: str) -> bool:
    return bool(_SPECIAL.fullmatch(character)) and _visible(character) != character


@lru_cache(maxsize=4096)
def _combines(character: str) -> bool:
    return bool(unicodedata.combining(character) or _JOINING.match(character))


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
