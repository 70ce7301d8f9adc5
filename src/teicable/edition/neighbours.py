"""Which document precedes and which follows another, from their fact files: the way from page to page.

In time, and in the exchange of two correspondents: what went between them in either direction, whatever cover names
they used, in letters of their own or in messages that others passed on. Only persons and bodies that the authority
files know can be told to be the same; a name alone proves nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import pairwise, product

from lxml import etree

from teicable.render.collection import document

_KNOWN = ("person:", "org:")

Correspondents = tuple[tuple[str, str], tuple[str, str]]
"""Two correspondents, each a pointer and the name that the edition knows, in the order of the pointers."""


@dataclass(frozen=True, slots=True, order=True)
class Neighbour:
    """A document as its neighbours name it; ``order`` is what documents are put in order by, then ``id``.

    ``exchanges`` are the pairs that it went between, ``answers`` the ids of the documents that it says it answers.
    """

    order: str
    id: str
    title: str
    lang: str
    exchanges: tuple[Correspondents, ...] = field(default=(), compare=False)
    answers: tuple[str, ...] = field(default=(), compare=False)


def neighbour(facts: bytes) -> Neighbour:
    """Read a document's place in the order, its title and language, and its correspondents from its fact file.

    Raises:
        TeicableError: the file is not well-formed.
    """
    root = document(facts)
    between = {pair for message in (root, *root.findall("enclosed")) for pair in _pairs(message)}
    return Neighbour(
        root.get("order", ""),
        root.get("id", ""),
        root.findtext("title") or "",
        root.get("lang", ""),
        tuple(sorted(between)),
        tuple(dict.fromkeys(reply.get("id", "") for reply in root.findall("answers"))),
    )


def links(documents: Iterable[Neighbour]) -> dict[str, dict[str, str]]:
    """Return, by document id, the parameters that lead its page to its neighbours, in time and in exchanges."""
    ordered = sorted(documents)
    found: dict[str, dict[str, str]] = {known.id: {} for known in ordered}
    for earlier, later in pairwise(ordered):
        found[earlier.id] |= _link("next", later)
        found[later.id] |= _link("prev", earlier)
    for identifier, exchange in _exchanges(ordered).items():
        found[identifier]["exchange"] = etree.tostring(exchange, encoding="unicode")
    return found


def _link(side: str, other: Neighbour) -> dict[str, str]:
    return {f"{side}-href": f"{other.id}.html", f"{side}-title": other.title, f"{side}-lang": other.lang}


def _exchanges(ordered: list[Neighbour]) -> dict[str, etree._Element]:
    """Return, by document id, its place in the exchanges it is part of; none for one that stands alone in them."""
    lines: dict[Correspondents, list[Neighbour]] = {}
    for known in ordered:
        for pair in known.exchanges:
            lines.setdefault(pair, []).append(known)
    beside: dict[str, dict[tuple[tuple[str, Neighbour], ...], list[Correspondents]]] = {}
    for pair, line in lines.items():
        for before, known, after in zip([None, *line[:-1]], line, [*line[1:], None], strict=True):
            ways = tuple((side, other) for side, other in (("prev", before), ("next", after)) if other)
            if ways:
                beside.setdefault(known.id, {}).setdefault(ways, []).append(pair)
    found = {identifier: _element(ways) for identifier, ways in beside.items()}
    for relation, known, other in _answers({known.id: known for known in ordered}):
        parent = found.setdefault(known.id, etree.Element("exchange"))
        _document(etree.SubElement(parent, relation), "", other)
    return found


def _element(ways: Mapping[tuple[tuple[str, Neighbour], ...], list[Correspondents]]) -> etree._Element:
    exchange = etree.Element("exchange")
    for documents, pairs in ways.items():
        between = etree.SubElement(exchange, "between")
        for (_, one), (_, other) in pairs:
            etree.SubElement(between, "pair", one=one, other=other)
        for side, other_document in documents:
            _document(between, side, other_document)
    return exchange


def _answers(known: Mapping[str, Neighbour]) -> Iterable[tuple[str, Neighbour, Neighbour]]:
    for answer in known.values():
        for question in (known[identifier] for identifier in answer.answers if identifier in known):
            yield "answers", answer, question
            yield "answered", question, answer


def _document(parent: etree._Element, side: str, other: Neighbour) -> None:
    at = {"side": side} if side else {}
    etree.SubElement(parent, "document", {**at, "href": f"{other.id}.html", "lang": other.lang, "title": other.title})


def _pairs(message: etree._Element) -> Iterable[Correspondents]:
    """Yield who wrote and who was written to, each sender with each addressee; nobody writes to himself."""
    sides: dict[str, list[tuple[str, str]]] = {"from": [], "to": []}
    for party in message.findall("party"):
        pointer = (party.get("ref", "").split() or [""])[0]
        name = party.get("name", "")
        if pointer.startswith(_KNOWN) and name and party.get("role") in sides:
            sides[party.get("role", "")].append((pointer, name))
    for one, other in product(sides["from"], sides["to"]):
        if one != other:
            yield (one, other) if one < other else (other, one)
