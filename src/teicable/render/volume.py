"""The volumes of a book: an edition that is too long for one is divided by years, as a press would divide it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby, pairwise

from lxml import etree

MOST = 250
"""Of how many documents a volume is made at most: some five hundred pages, what a binder can bind."""
VOLUMES = "index.html#volumes"
"""Where a page leads that would lead to the book, where that has several volumes."""
_UNDATED = "9999"


@dataclass(frozen=True, slots=True)
class Volume:
    """A book, or one of the volumes of one.

    Attributes:
        documents: ids of what it holds, in order of time.
        number: which volume it is, from 1; 0 where the book has only one.
        first: day of its first dated document (ISO, as exactly as that is known); empty where none has a date.
        last: that of its last.
    """

    documents: tuple[str, ...] = ()
    number: int = 0
    first: str = ""
    last: str = ""

    @property
    def name(self) -> str:
        """What its files are called, without an extension: ``book``, of the second volume ``book-2``."""
        return f"book-{self.number}" if self.number else "book"

    def elements(self, **more: str) -> list[etree._Element]:
        """Return what stylesheets are told of a volume, and ``more`` of it; nothing of the only one."""
        if not self.number:
            return []
        said = {"number": str(self.number), "documents": str(len(self.documents)), "first": self.first}
        return [etree.Element("volume", {**said, "last": self.last, **more})]


WHOLE = Volume()
"""The only volume of a book, whatever it holds."""


@dataclass(frozen=True, slots=True)
class Shelf:
    """The books that the pages of a site lead to.

    Attributes:
        volumes: in which the edition is divided.
        pdf: the names of those that stand there on paper.
        epub: the names of those that stand there for e-readers.
    """

    volumes: tuple[Volume, ...] = ()
    pdf: frozenset[str] = frozenset()
    epub: frozenset[str] = frozenset()

    def address(self, form: str) -> str:
        """Return where a page leads whoever wants the book as ``pdf`` or ``epub``; empty where there is none.

        Several volumes stand together on the first page, each in both forms.
        """
        names: frozenset[str] = getattr(self, form)
        if any(volume.number for volume in self.volumes):
            return VOLUMES if form == "pdf" and (self.pdf or self.epub) else ""
        return "".join(f"{name}.{form}" for name in names)

    def elements(self) -> list[etree._Element]:
        """Return what stylesheets are told of volumes that can be had, with addresses; nothing of the only one."""
        told = []
        for volume in self.volumes:
            forms = {form: getattr(self, form) for form in ("pdf", "epub")}
            had = {form: f"{volume.name}.{form}" for form, names in forms.items() if volume.name in names}
            told += volume.elements(**had) if had else []
        return told


BARE = Shelf()
"""That of a site without books."""


def volumes(documents: Iterable[tuple[str, str]], most: int) -> tuple[Volume, ...]:
    """Divide documents, given by what they are put in order by (see `facts`) and id.

    A volume holds whole years, as many as it can; a year that is too long for one is divided evenly. So a document
    that is added changes its own volume, and others only where that one becomes too long.
    """
    ordered = sorted(documents)
    if len(ordered) <= most:
        return (Volume(tuple(id_ for _, id_ in ordered)),) if ordered else ()
    bound: list[list[tuple[str, str]]] = [[]]
    for _, year in groupby(ordered, key=lambda document: document[0][:4]):
        for part in _evenly(list(year), most):
            if len(bound[-1]) + len(part) > most:
                bound.append([])
            bound[-1] += part
    return tuple(_volume(number, part) for number, part in enumerate(bound, 1))


def _evenly(documents: list[tuple[str, str]], most: int) -> Iterable[list[tuple[str, str]]]:
    """Yield documents in the fewest parts of at most ``most``, all of nearly the same length."""
    parts = -(-len(documents) // most)
    borders = [len(documents) * number // parts for number in range(parts + 1)]
    return (documents[start:stop] for start, stop in pairwise(borders))


def _volume(number: int, documents: list[tuple[str, str]]) -> Volume:
    days = [order.partition("T")[0] for order, _ in documents if not order.startswith(_UNDATED)]
    first, last = (days[0], days[-1]) if days else ("", "")
    return Volume(tuple(id_ for _, id_ in documents), number, first, last)
