"""Where pages of the file begin in the cable, and what stands at their heads and feet.

A reader knows both. The beginning becomes ``pb``; a running head that interrupts the cable stays where it stood, as
``fw``, while one above or below the cable is set aside with the rest of the page.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from teicable.model.annotation import Segment, Zone
from teicable.model.settled import SettledText
from teicable.tei.mixed import Element, child

_NUMBER = re.compile(r"\W*(?:p(?:age|\.)?\s*)?\d{1,4}(?:\s*(?:of|/)\s*\d{1,4})?\W*", re.IGNORECASE)


@dataclass
class Pages:
    """The pages of a source that are still to be written, in order."""

    settled: SettledText
    _due: list[tuple[int, str]] = field(default_factory=list)

    def __post_init__(self) -> None:
        known = [(trait.span.start, trait.value) for trait in self.settled.source.traits if trait.kind == "page"]
        self._due = sorted(known, reverse=True)

    def __bool__(self) -> bool:
        """Tell whether pages are still to be written."""
        return bool(self._due)

    def due(self, offset: int) -> list[tuple[int, str]]:
        """Take the pages that begin up to ``offset``: where, and their numbers."""
        found: list[tuple[int, str]] = []
        while self._due and self._due[-1][0] <= offset:
            found.append(self._due.pop())
        return found

    def begin(self, parent: Element, segment: Segment) -> None:
        """Append ``pb`` for the page that begins up to a segment; of pages without words of the cable, for the last."""
        for _, number in self.due(self.settled.content(segment).start)[-1:] if self else ():
            child(parent, "pb", {"n": number})


def running(settled: SettledText) -> dict[int, str]:
    """Return which segments are running heads, feet or numbers between lines of the cable, with the type of ``fw``."""
    inside = [index for index, segment in enumerate(settled.segments) if not segment.zone.outside]
    starts = sorted(trait.span.start for trait in settled.source.traits if trait.kind == "page")
    found: dict[int, str] = {}
    heading = False
    for index, segment in enumerate(settled.segments):
        while starts and starts[0] <= settled.content(segment).start:
            del starts[0]
            heading = True
        if segment.recogniser != "reader" or segment.zone is not Zone.FURNITURE:
            heading = False
        elif inside[:1] and inside[0] < index < inside[-1]:
            number = _NUMBER.fullmatch(settled.words(segment))
            found[index] = "pageNum" if number else "header" if heading else "footer"
    return found
