"""Keep addresses: what the machine would number anew gets the ``xml:id`` under which others cite it.

A paragraph that was not there before is called after the one before it (``p4a``); a number that is gone is not given
again. Delimiters that two files declare under different names get the name the edited file has.
"""

from __future__ import annotations

import itertools
import string
from collections.abc import Iterator, Mapping

from lxml import etree

from teicable.tei.decode import renditions
from teicable.tei.merging.chart import Chart
from teicable.tei.merging.matching import ADDRESSED, TICKET, Pairs
from teicable.tei.mixed import TEI, attributes, get, local, put

_POINTERS = frozenset(
    {"target", "corresp", "rendition", "resp", "next", "prev", "who", "hand", "source", "sameAs", "ana"}
)


def settle(new: Chart, known: Pairs, document: etree._Element, taken: set[str]) -> None:
    """Rename the addresses of a machine's tree.

    Args:
        new: chart of its text.
        known: elements of it that the edited file has too.
        document: its root; pointers in it follow.
        taken: all ids of the edited file and its base.
    """
    names: dict[str, str] = {}
    chosen: set[str] = set()
    changed: list[tuple[etree._Element, str, str]] = []
    for placed in new.placed:
        element, own = placed.element, get(placed.element, "xml:id")
        before = get(known[element], "xml:id") if element in known else ""
        if own and before:
            changed.append((element, before, get(known[element], "n")))
            names[own] = before
            chosen.add(before)
    last: dict[str, str] = {}
    for placed in new.placed:
        element, own = placed.element, get(placed.element, "xml:id")
        if not own or local(element) not in ADDRESSED:
            continue
        prefix = own[: len(own) - len(own.lstrip(string.ascii_lowercase))]
        if own not in names:
            names[own] = own
            if own in taken | chosen:
                names[own] = _inserted(last.get(prefix, f"{prefix}0"), taken | chosen)
                number = names[own][len(prefix) :]
                changed.append((element, names[own], number if get(element, "n") == own[len(prefix) :] else ""))
            chosen.add(names[own])
        last[prefix] = names[own]
    for element, name, number in changed:
        put(element, "xml:id", name)
        if number:
            put(element, "n", number)
    _follow(document, {f"#{old}": f"#{new}" for old, new in names.items() if old != new})


def declare(document: etree._Element, others: tuple[etree._Element, ...]) -> None:
    """Give the delimiters that a machine's tree declares the names they have in other trees."""
    known: dict[str, tuple[str, str]] = {}
    for other in others:
        known |= renditions(other)
    names = {}
    own = renditions(document)
    for name, content in own.items():
        if known.get(name, content) != content:
            same = next((n for n, c in known.items() if c == content), None)
            names[name] = same or next(n for n in _numbered(name) if n not in known and n not in own)
        elif name not in known:
            same = next((n for n, c in known.items() if c == content and n.startswith("rule")), None)
            names[name] = same or name
    for element in document.iter(f"{{{TEI}}}rendition"):
        put(element, "xml:id", names.get(get(element, "xml:id"), get(element, "xml:id")))
    _follow(document, {f"#{old}": f"#{new}" for old, new in names.items() if old != new})


def pointers(root: etree._Element) -> set[str]:
    """Return all ids of its own that a document points to."""
    said = (value for element in root.iter("*") for name, value in attributes(element).items() if name in _POINTERS)
    return {pointer[1:] for value in said for pointer in value.split() if pointer.startswith("#")}


def ids(root: etree._Element) -> set[str]:
    """Return all ids of a document."""
    return {get(element, "xml:id") for element in root.iter("*") if get(element, "xml:id")}


def _follow(document: etree._Element, names: Mapping[str, str]) -> None:
    if not names:
        return
    for element in document.iter("*"):
        for name, value in attributes(element).items():
            if "#" in value and name in _POINTERS and name != TICKET:
                put(element, name, " ".join(names.get(pointer, pointer) for pointer in value.split()))


def _inserted(after: str, taken: set[str]) -> str:
    stem = after.rstrip(string.ascii_lowercase)
    return next(name for name in _lettered(stem) if name not in taken)


def _lettered(stem: str) -> Iterator[str]:
    for length in itertools.count(1):
        for letters in itertools.product(string.ascii_lowercase, repeat=length):
            yield stem + "".join(letters)


def _numbered(name: str) -> Iterator[str]:
    stem = name.rstrip(string.digits)
    return (f"{stem}{number}" for number in itertools.count(2))
