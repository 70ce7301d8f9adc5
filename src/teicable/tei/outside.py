"""Place source lines that are not the cable's outside ``text``.

Each stands verbatim exactly once in the header or in ``standOff``, with its line number in ``@n``; ``decode`` reads
them back by these numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from teicable.model.annotation import GroupKind, Segment, Zone
from teicable.model.settled import SettledText
from teicable.tei.blocks import glued, line_key
from teicable.tei.mixed import child

HOLDERS = frozenset({"title", "date", "ab", "p", "abstract", "bibl", "note"})
"""Elements of the header and of standOff that can hold source lines; with ``@n`` they do."""

_RELATED = {Zone.RELATED_DATE: "date", Zone.RELATED_TITLE: "title", Zone.RELATED_SUMMARY: "note"}


class Outside:
    """Hands out the lines of each zone, once each."""

    def __init__(self, settled: SettledText) -> None:
        self._settled = settled
        self._cards = [g for g in settled.groups if g.kind is GroupKind.RELATED and self._is_card(g.first, g.last)]
        carded = {index for card in self._cards for index in range(card.first, card.last)}
        self._waiting = [i for i, s in enumerate(settled.segments) if s.zone.outside and i not in carded]

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

    def write(
        self, parent: etree._Element, name: str, index: int, attributes: dict[str, str] | None = None
    ) -> etree._Element:
        """Append an element with the words of a segment, white space folded, and its line number."""
        segment = self._settled.segments[index]
        ground = {
            "n": line_key(self._settled, index),
            "rend": "run-on" if index and glued(self._settled, index) else "",
            "cert": "" if segment.certainty == "high" else str(segment.certainty),
        }
        return child(parent, name, ground | (attributes or {}), self._settled.words(segment))

    def cards(self, parent: etree._Element) -> None:
        """Append a ``bibl`` for each related document."""
        for card in self._cards:
            indexes = range(card.first, card.last)
            bibl = child(parent, "bibl", {"n": " ".join(line_key(self._settled, i) for i in indexes)})
            for index in indexes:
                self._card_line(bibl, index, self._settled.segments[index])

    def has_cards(self) -> bool:
        """Tell whether the page lists related documents."""
        return bool(self._cards)

    def _card_line(self, bibl: etree._Element, index: int, segment: Segment) -> None:
        attributes = {"type": "summary"} if segment.zone is Zone.RELATED_SUMMARY else {}
        if segment.zone is Zone.RELATED_DATE:
            attributes = dict(_when(self._settled, segment))
        if index and glued(self._settled, index):
            attributes["rend"] = "run-on"
        child(bibl, _RELATED[segment.zone], attributes, self._settled.words(segment))


def _when(settled: SettledText, segment: Segment) -> Iterator[tuple[str, str]]:
    from teicable.chronology import find

    for moment in find(settled.text, settled.content(segment)):
        yield "when", moment.date
        return
