"""Which characters of one text are which of another, where a source was corrected between two conversions."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import takewhile

from teicable.tei.merging.chart import Chart


@dataclass(frozen=True, slots=True)
class Hunk:
    """A stretch of one text that another has in other words; either may be empty."""

    start: int
    end: int
    other_start: int
    other_end: int

    @property
    def shift(self) -> int:
        """How far what follows has moved."""
        return self.other_end - self.end


@dataclass(frozen=True)
class Alignment:
    """All differences between two texts, in order."""

    hunks: tuple[Hunk, ...] = ()

    def start(self, place: int) -> int | None:
        """Return where what begins at a place begins in the other text, ``None`` inside what differs."""
        return self._at(place, begins=True)

    def end(self, place: int) -> int | None:
        """Return where what ends at a place ends in the other text."""
        return self._at(place, begins=False)

    def _at(self, place: int, *, begins: bool) -> int | None:
        index = bisect_right([hunk.start for hunk in self.hunks], place) - 1
        if index < 0:
            return place
        hunk = self.hunks[index]
        if hunk.start == hunk.end == place:
            # Words were put in here: what begins here begins after them, what ends here ends before them.
            return hunk.other_end if begins else hunk.other_start
        if place == hunk.start:
            if begins:
                return hunk.other_start
            previous = self.hunks[index - 1].shift if index else 0
            return hunk.start + previous
        if place < hunk.end:
            return None
        return place + hunk.shift


def align(one: Chart, other: Chart) -> Alignment:
    """Return what differs between the texts of two charts, word by word."""
    if one.text == other.text:
        return Alignment()
    words = [[chart.text[a:b] for a, b in chart.words] for chart in (one, other)]
    same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(*words, strict=False)))
    ends = [w[same:][::-1] for w in words]
    tail = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(*ends, strict=False)))
    middle = [w[same : len(w) - tail] for w in words]
    hunks = []
    for code, a, b, c, d in SequenceMatcher(None, middle[0], middle[1], autojunk=False).get_opcodes():
        if code != "equal":
            hunk = Hunk(_at(one, same + a), _at(one, same + b), _at(other, same + c), _at(other, same + d))
            if one.text[hunk.start : hunk.end] != other.text[hunk.other_start : hunk.other_end]:
                hunks.append(hunk)
    return Alignment(tuple(hunks))


def _at(chart: Chart, word: int) -> int:
    return chart.words[word][0] if word < len(chart.words) else len(chart.characters)
