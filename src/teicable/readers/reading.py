"""Put the words of a file into lines, and remember of each where it stood and what is known of it.

For readers of files that are more than text. White space is folded as a browser does: runs become one blank, none
stands at the ends of a line; a boundary of blocks becomes a line end or, between paragraphs, an empty line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from teicable.diagnostics import Diagnostic
from teicable.model.source import Place, SourceText, Trait, placed, source_text
from teicable.model.span import Span

_BLANKS = re.compile(r"[ \t\n\r\f]+")


@dataclass
class Reading:
    """The text read so far.

    ``begun`` tells whether the present line holds words; ``label`` is put before the next words (the number of an item
    of a list).
    """

    label: str = ""
    begun: bool = False
    length: int = 0
    _chunks: list[str] = field(default_factory=list)
    _places: list[Place] = field(default_factory=list)
    _traits: list[Trait] = field(default_factory=list)
    _open: list[list[object]] = field(default_factory=list)
    _pages: list[tuple[int, str]] = field(default_factory=list)
    _ends: int = 0
    _blank: bool = False

    def end_line(self, ends: int = 1) -> None:
        """End the present line; 2 leaves an empty line before the next one."""
        self.begun, self._blank = False, False
        if self.length:
            self._ends = max(self._ends, ends)

    def words(self, characters: str, line: int, *, column: int = 0, page: int = 0) -> None:
        """Put characters that begin on a line of the file; line ends among them count on, and are blanks."""
        for number, part in enumerate(characters.split("\n"), line):
            self._words(part if number == line else f" {part}", Place(0, number, column if number == line else 0, page))

    def verbatim(self, characters: str, line: int, *, column: int = 0, page: int = 0) -> None:
        """Put characters whose white space counts."""
        for number, part in enumerate(characters.split("\n"), line):
            if number > line:
                self._ends += 1
                self.begun = False
            if part:
                self._put(part, Place(0, number, column if number == line else 1, page))

    def begin(self, kind: str, value: str = "") -> None:
        """Begin a stretch of which something is known; it starts with the next words."""
        self._open.append([kind, value, -1])

    def finish(self) -> None:
        """End the stretch that was opened last."""
        kind, value, start = self._open.pop()
        if isinstance(start, int) and 0 <= start < self.length:
            self._traits.append(Trait(Span(start, self.length), str(kind), str(value)))

    def page(self, number: str) -> None:
        """Begin a page with the next words; it ends where the next one begins, or with the text."""
        before = [(0, "1")] if not self._pages and self.length else []
        self._pages += [*before, (self.length, number)]

    def _words(self, characters: str, place: Place) -> None:
        folded = _BLANKS.sub(" ", characters)
        core = folded.strip(" ")
        self._blank = self._blank or (folded[:1] == " " and self.begun)
        if not core:
            return
        if self.label and not self.begun:
            label, self.label = self.label, ""
            self._put(f"{label} ", place)
        column = place.column + len(characters) - len(characters.lstrip(" \t\r\f")) if place.column else 0
        lead = " " if self._blank and self.begun else ""
        self._put(core, replace(place, column=column), lead)
        self._blank = folded[-1] == " "

    def _put(self, characters: str, place: Place, lead: str = "") -> None:
        lead = "\n" * self._ends + lead
        self._ends = 0
        self.begun = True
        self._blank = False
        self._chunks.append(lead)
        self.length += len(lead)
        last = self._places[-1] if self._places else None
        if last is None or place.column or (last.line, last.page) != (place.line, place.page):
            self._places.append(replace(place, offset=self.length))
        for known in self._open:
            if known[2] == -1:
                known[2] = self.length
        self._chunks.append(characters)
        self.length += len(characters)

    def text(
        self,
        name: str,
        data: bytes,
        remarks: Iterable[Diagnostic] = (),
        stated: Iterable[tuple[str, str]] = (),
    ) -> SourceText:
        """Return what was read, normalised."""
        read = "".join(self._chunks)
        source = source_text(name, read + "\n" * bool(self.length), data)
        stops = [*(start for start, _ in self._pages), self.length][1:]
        pages = [
            Trait(Span(stop - len(read[start:stop].lstrip()), stop), "page", number)
            for (start, number), stop in zip(self._pages, stops, strict=bool(self._pages))
        ]
        return replace(
            placed(source, self._places, [*self._traits, *pages]),
            remarks=tuple(remarks),
            stated=tuple(dict.fromkeys(stated)),
        )
