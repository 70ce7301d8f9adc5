"""Judge a start tag and an end tag that are meant to be a pair and bear two names: which of the two is misspelt.

`<persname ref="…">Zhou</persName>`: the name that TEI has wins over the one that it has not, on either side. An editor
who types a name wrong does so throughout: all pairs with the same misspelling are one slip.
"""

from __future__ import annotations

import difflib
import json
from dataclasses import dataclass, field
from functools import cache

from teicable import resources
from teicable.diagnostics import Edit, Fix
from teicable.files import read
from teicable.xml.tagging import Slip

_LIKE = 0.6


@dataclass(slots=True)
class Pairs:
    """The misspelt pairs of a file, by the side (start, end), the name that is written and the right one."""

    found: dict[tuple[str, str, str], list[tuple[int, int]]] = field(default_factory=dict)

    def add(self, side: str, wrong: str, right: str, name: int, line: int) -> None:
        """Keep one more pair: where the misspelt name stands, and the line of its start tag."""
        self.found.setdefault((side, wrong, right), []).append((name, line))

    def slips(self) -> list[Slip]:
        """Return one slip for each misspelling, at the first of its tags, with the repair of all."""
        return [_slip(*key, places) for key, places in self.found.items()]


def misspelt(start: str, end: str, text: str) -> str:
    """Return which side (start, end) is misspelt; an empty string where the two are no pair.

    Args:
        start: the name that was opened.
        end: the name that closes.
        text: of the file: where no tag of it opens the second name, that one is misspelt.
    """
    same = start.casefold() == end.casefold()
    if not same and not _like(start.casefold(), end.casefold()):
        return ""
    known = _elements()
    if end in known and start not in known:
        return "start"
    return "end" if same or end not in known or f"<{end}" not in text else ""


@cache
def _like(one: str, other: str) -> bool:
    return difflib.SequenceMatcher(None, one, other).ratio() >= _LIKE


def _slip(side: str, wrong: str, right: str, places: list[tuple[int, int]]) -> Slip:
    name, line = places[0]
    edits = tuple(Edit(place, place + len(wrong), right) for place, _ in sorted(places))
    more = len(places) - 1
    also = f", and so {'is' if more == 1 else 'are'} {more} more of its kind" if more else ""
    if side == "start":
        message = f"<{wrong}> is closed by </{right}>: the start tag is misspelt{also}"
        return Slip(name - 1, message, f"write <{right}>", Fix(f"write <{right}>", True, edits))
    message = f"<{right}> opened in line {line} is not closed before </{wrong}>, which nothing opened{also}"
    return Slip(name - 2, message, f"write </{right}>", Fix(f"write </{right}>", True, edits))


@cache
def _elements() -> frozenset[str]:
    path = resources.schema("generated/elements.json")
    return frozenset(json.loads(read(path).decode("utf-8")))
