"""Where the elements of a cable stand in the characters of its source.

Places count the characters of ``text`` without blanks: so it makes no difference how a file is laid out, where blocks
end, or which brackets have become markup (“[pristupit]” has eleven characters, also where
``foreign`` records the two by ``#lsqb #rsqb``).
Words that an editor answers for have no place: they are in no source.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise

from lxml import etree

from teicable.tei.decode import delimiters, own_words, renditions
from teicable.tei.mixed import TEI, get, local, nodes

Origin = tuple[etree._Element, int, int]
"""Where a character stands in the tree: its element, which of the nodes of it, which character of that node."""


@dataclass(frozen=True, slots=True)
class Placed:
    """An element with the stretch of characters it covers, and how many of them are delimiters at either end."""

    element: etree._Element
    start: int
    end: int
    lead: int
    trail: int
    depth: int

    @property
    def key(self) -> tuple[str, int, int, int, int]:
        """What is claimed of which characters, and which of them are delimiters."""
        return local(self.element), self.start, self.end, self.lead, self.trail

    @property
    def inner(self) -> tuple[int, int]:
        """The stretch without delimiters."""
        return self.start + self.lead, self.end - self.trail


@dataclass
class Chart:
    """The characters below one element, and the elements in document order."""

    root: etree._Element
    renditions: dict[str, tuple[str, str]]
    characters: list[str] = field(default_factory=list)
    origins: list[Origin | None] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    breaks: list[int] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._walk(self.root, 0)
        self.by_element = {one.element: one for one in self.placed}

    @cached_property
    def text(self) -> str:
        """The characters."""
        return "".join(self.characters)

    @cached_property
    def words(self) -> list[tuple[int, int]]:
        """The words, as stretches of characters."""
        return list(pairwise(sorted({0, *self.breaks, len(self.characters)})))

    def under(self, start: int, end: int) -> Iterator[Placed]:
        """Yield the elements that hold a stretch between their delimiters, outer before inner."""
        return (one for one in self.placed if one.inner[0] <= start and end <= one.inner[1])

    def _walk(self, element: etree._Element, depth: int) -> None:
        if own_words(element):
            return
        name = local(element)
        lead, trail = ("".join(ends.split()) for ends in delimiters(element, self.renditions))
        aside = (name == "milestone" and get(element, "unit") == "setAside") or get(element, "type") == "missing"
        start, position = len(self.characters), len(self.placed)
        self.placed.append(Placed(element, start, start, 0, 0, depth))
        self._emit(lead)
        for index, node in enumerate(() if aside else nodes(element)):
            if isinstance(node, str):
                for offset, character in enumerate(node):
                    if character.isspace():
                        self.breaks.append(len(self.characters))
                    else:
                        self.characters.append(character)
                        self.origins.append((element, index, offset))
            elif isinstance(node.tag, str):
                self._walk(node, depth + 1)
        self._emit(trail)
        self.placed[position] = Placed(element, start, len(self.characters), len(lead), len(trail), depth)

    def _emit(self, characters: str) -> None:
        self.characters.extend(characters)
        self.origins.extend([None] * len(characters))


def chart(root: etree._Element) -> Chart:
    """Return the chart of the ``text`` of a document."""
    text = root.find(f"{{{TEI}}}text")
    assert text is not None
    return Chart(text, renditions(root))
