"""Place source lines that are not the cable's outside ``text``.

Each stands verbatim exactly once in the header or in ``standOff``, with its line number in ``@n``; ``decode`` reads
them back by these numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from teicable.model.annotation import Group, GroupKind, Segment, Zone
from teicable.model.settled import SettledText
from teicable.tei.mixed import Element, child
from teicable.tei.nesting import glued, line_key
from teicable.tei.pages import running

HOLDERS = frozenset({"title", "date", "ab", "p", "abstract", "bibl", "note"})
"""Elements of the header and of standOff that can hold source lines; with ``@n`` they do."""

_RELATED = {Zone.RELATED_DATE: "date", Zone.RELATED_TITLE: "title", Zone.RELATED_SUMMARY: "note"}


class Outside:
    """Hands out the lines of each zone, once each."""

    def __init__(self, settled: SettledText) -> None:
        self._settled = settled
        self._cards: list[Group] = []
        for group in sorted(settled.groups, key=lambda g: (g.first, -g.last)):
            apart = not self._cards or group.first >= self._cards[-1].last
            if apart and group.kind is GroupKind.RELATED and self._is_card(group.first, group.last):
                self._cards.append(group)
        carded = {index for card in self._cards for index in range(card.first, card.last)}
        passed = {*carded, *running(settled)}
        self._waiting = [i for i, s in enumerate(settled.segments) if s.zone.outside and i not in passed]

    def _is_card(self, first: int, last: int) -> bool:
        return all(segment.zone in _RELATED for segment in self._settled.segments[first:last])

    def take(self, zone: Zone, most: int = 0) -> list[int]:
        """Return the indexes of the segments of a zone that are not handed out yet, at most ``most`` if given."""
        chosen = [i for i in self._waiting if self._settled.segments[i].zone is zone]
        chosen = chosen[:most] if most else chosen
        self._waiting = [i for i in self._waiting if i not in set(chosen)]
        return chosen

    def rest(self) -> list[int]:
        """Return all that nobody took: furniture, and lines that found no place of their own."""
        chosen, self._waiting = self._waiting, []
        return chosen

    def write(self, parent: Element, name: str, index: int, attributes: dict[str, str] | None = None) -> Element:
        """Append an element with the words of a segment, white space folded, and its line number."""
        segment = self._settled.segments[index]
        ground = {
            "n": line_key(self._settled, index),
            "rend": self._run_on(index),
            "cert": "" if segment.certainty == "high" else str(segment.certainty),
        }
        return child(parent, name, ground | (attributes or {}), self._settled.words(segment))

    def cards(self, parent: Element) -> None:
        """Append a ``bibl`` for each related document."""
        for card in self._cards:
            indexes = range(card.first, card.last)
            lines = " ".join(line_key(self._settled, index) for index in indexes)
            bibl = child(parent, "bibl", {"n": lines})
            for index in indexes:
                self._card_line(bibl, index)

    def has_cards(self) -> bool:
        """Tell whether the page lists related documents."""
        return bool(self._cards)

    def _run_on(self, index: int) -> str:
        return "run-on" if index and glued(self._settled, index) else ""

    def _card_line(self, bibl: Element, index: int) -> None:
        segment = self._settled.segments[index]
        attributes = {"type": "summary"} if segment.zone is Zone.RELATED_SUMMARY else {}
        if segment.zone is Zone.RELATED_DATE:
            attributes = dict(_when(self._settled, segment))
        attributes["rend"] = self._run_on(index)
        child(bibl, _RELATED[segment.zone], attributes, self._settled.words(segment))


def _when(settled: SettledText, segment: Segment) -> Iterator[tuple[str, str]]:
    from teicable.chronology import find

    for moment in find(settled.text, settled.content(segment)):
        yield "when", moment.date
        return
