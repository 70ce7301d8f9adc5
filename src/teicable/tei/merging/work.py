"""The tree that is merged into, and the single changes made to it.

A change is tried on a copy of the editor's tree; elements are known through copies by a ticket. What cannot be done
raises `CrossingError`, and is then a conflict.
"""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from teicable.tei.merging.chart import Chart, chart
from teicable.tei.merging.matching import TICKET
from teicable.tei.merging.surgery import CrossingError
from teicable.tei.mixed import drop, local


@dataclass(frozen=True, slots=True)
class Conflict:
    """What the machine would have changed and was not merged, because an editor decided otherwise, or it is not sure.

    Attributes:
        claim: the element in question.
        value: what the machine now claims, as ``ref=person:stalin``; ``none`` where it no longer claims anything.
        words: the words in question.
        before: what stands before them.
        after: what stands after them.
        editor: what the edited file has.
    """

    claim: str
    value: str
    words: str
    before: str = ""
    after: str = ""
    editor: str = ""


@dataclass(frozen=True)
class Change:
    """One change of the machine's that belongs together: done whole or not at all.

    Attributes:
        said: what it is, in a line for the editor.
        conflict: what is to be decided if it cannot be done.
        do: does it.
        rank: changes are made in this order.
        certain: the conflict was found beforehand: not to be tried.
        telling: whether an editor is asked where it cannot be done.
    """

    said: str
    conflict: Conflict
    do: Callable[[Work], None]
    rank: int = 0
    certain: bool = True
    telling: bool = True


@dataclass
class Work:
    """A copy of the editor's tree with what was changed so far."""

    root: etree._Element
    tickets: dict[str, etree._Element] = field(default_factory=dict)
    _chart: Chart | None = None

    def __post_init__(self) -> None:
        self.refresh()

    def refresh(self) -> None:
        """Take note that the tree changed."""
        self.tickets = {element.get(TICKET, ""): element for element in self.root.iter("*") if element.get(TICKET)}
        self._chart = None

    def chart(self) -> Chart:
        """Return the chart of the text as it is now."""
        if self._chart is None:
            self._chart = chart(self.root)
        return self._chart

    def find(self, ticket: str | None) -> etree._Element:
        """Return the element that has a ticket.

        Raises:
            CrossingError: it is gone.
        """
        if not ticket or ticket not in self.tickets:
            raise CrossingError
        return self.tickets[ticket]

    def done(self, change: Change) -> bool:
        """Make one change, or leave all as it was and return false."""
        before = deepcopy(self.root)
        try:
            change.do(self)
        except CrossingError:
            self.root = before
            self.refresh()
            return False
        self.refresh()
        return True


def ticketed(root: etree._Element, letter: str) -> etree._Element:
    """Return a copy of a tree in which every element has a ticket."""
    copy = deepcopy(root)
    for number, element in enumerate(copy.iter("*")):
        element.set(TICKET, f"{letter}{number}")
    return copy


def unticketed(root: etree._Element) -> etree._Element:
    """Return the tree without tickets."""
    for element in root.iter("*"):
        drop(element, TICKET)
    return root


def name_of(element: etree._Element | None) -> str:
    """Return the name of an element, nothing for none."""
    return local(element) if element is not None else ""
