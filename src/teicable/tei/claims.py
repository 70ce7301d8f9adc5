"""Read back what the machine decided about the words of a cable, and on what grounds.

Conversion records each decision on the element that carries it: ``@ana="rule:pseudonyms basis:bracketed-gloss"``, and
``@cert`` where it was not sure. An editor who approves one takes ``@ana`` away, so what is found here is still open to
doubt.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from teicable.model.annotation import Certainty
from teicable.model.decision import TELLING, value_of
from teicable.tei.decode import Verbatim
from teicable.tei.mixed import TEI, get, local, source_line

_BLOCKS = ("p", "ab", "item", "note", "floatingText")


@dataclass(frozen=True, slots=True)
class Claim:
    """One decision of the machine.

    Attributes:
        line: of the TEI file, from 1; 0 in a tree that was never a file.
        block: ``xml:id`` of the paragraph, item, note or message it stands in, empty in the form of the cable itself.
        element: local name.
        value: what is claimed of the words, as ``ref=person:stalin type=pseudo``.
        words: the words of the source, with their delimiters.
        rule: the recogniser.
        basis: its grounds, a category of the taxonomy ``basis``.
        certainty: ``high`` where the file says nothing.
    """

    line: int
    block: str
    element: str
    value: str
    words: str
    rule: str
    basis: str
    certainty: str


def claims(root: etree._Element) -> Iterator[Claim]:
    """Yield the decisions that ``text`` still bears, in document order."""
    words = Verbatim(root)
    for text in root.iterchildren(f"{{{TEI}}}text"):
        for element in text.iter(f"{{{TEI}}}*"):
            grounds = grounds_of(element)
            if grounds.get("rule"):
                value = value_of({name: get(element, name) for name in TELLING})
                yield Claim(
                    source_line(element),
                    _block(element),
                    local(element),
                    value,
                    words(element),
                    grounds["rule"],
                    grounds.get("basis", ""),
                    get(element, "cert") or Certainty.HIGH,
                )


def grounds_of(element: etree._Element) -> dict[str, str]:
    """Return the pointers of ``@ana`` by prefix: ``rule`` and ``basis``."""
    return {prefix: name for prefix, _, name in (pointer.partition(":") for pointer in get(element, "ana").split())}


def _block(element: etree._Element) -> str:
    """Return the id of the nearest block that has one, the message itself if the element is of its form."""
    within = (element, *element.iterancestors(*(f"{{{TEI}}}{name}" for name in _BLOCKS)))
    return next((get(e, "xml:id") for e in within if get(e, "xml:id")), "")
