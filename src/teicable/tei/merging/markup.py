"""What the machine now says otherwise about words that stayed: elements put, taken away, retyped.

A claim is an element round certain characters. Claims of the machine that are new, gone or changed are carried over to
the edited file where no decision of the editor touches them. A decision is an element that an editor put, took away or
gave other attributes; of two that speak of the same words in the same way, the editor's stands.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from teicable.model.decision import value_of
from teicable.tei.decode import delimiters
from teicable.tei.merging.alignment import align
from teicable.tei.merging.chart import Chart, Placed
from teicable.tei.merging.matching import ADDRESSED, TICKET, Pairs, by_place, digest, kin, loose, text_of
from teicable.tei.merging.surgery import CrossingError, trim, unwrap, wrap
from teicable.tei.merging.work import Change, Conflict, Work
from teicable.tei.mixed import attributes, drop, fill, local, put, root
from teicable.tei.serialize import holds_elements_only

_FAMILIES = (
    frozenset({"persName", "placeName", "orgName", "roleName", "name", "rs", "title"}),
    frozenset({"date", "time"}),
    frozenset({"foreign", "supplied", "gap", "note", "expan", "ex", "sic", "del", "add", "unclear", "stamp"}),
    frozenset({"p", "ab", "seg", "head", "item", "label", "dateline", "salute", "signed", "addrLine", "trailer"}),
    frozenset({"num", "measure", "idno"}),
)
"""Elements of which two do not speak of the same words: one who put the one did not want the other."""
_GROUNDS = frozenset({"ana", "cert"})
"""Attributes by which the machine says why: an editor who approves a claim takes them away."""


@dataclass
class Texts:
    """Base, new and edited text, and which elements are which; places count the characters of the new text."""

    base: Chart
    new: Chart
    edited: Chart
    covered: set[etree._Element] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.to_new = align(self.base, self.new)
        self.to_edited = align(self.base, self.edited)
        self.across = align(self.edited, self.new)
        self.base_new = by_place(self.base, self.new, self.to_new)
        self.base_edited = by_place(self.base, self.edited, self.to_edited)
        self.edited_new = by_place(self.edited, self.new, self.across)
        self.new_edited = {new: edited for edited, new in self.edited_new.items()}
        for base, new in self.base_new.items():
            if base in self.base_edited:
                self.new_edited[new] = self.base_edited[base]
        self.kin = {
            **_turned(kin(self.base, self.new, self.to_new, self.base_new), self.base_edited),
            **{n: e for e, n in kin(self.edited, self.new, self.across, _flipped(self.new_edited)).items()},
        }

    @cached_property
    def put(self) -> list[tuple[etree._Element, int, int]]:
        """Elements that an editor put, and that the machine has not, with their places."""
        known = {*self.base_edited.values(), *self.new_edited.values()}
        found = [p for p in self.edited.placed if p.element not in known]
        return [(p.element, *loose(self.across, p.start, p.end)) for p in found]

    @cached_property
    def taken(self) -> list[tuple[etree._Element, int, int]]:
        """Elements of the base that an editor took away."""
        found = [p for p in self.base.placed if p.element not in self.base_edited]
        return [(p.element, *loose(self.to_new, p.start, p.end)) for p in found]

    @property
    def decisions(self) -> int:
        """How many decisions of the editor there are."""
        changed = sum(said(one) != said(other) for one, other in self.base_edited.items())
        return len(self.put) + len(self.taken) + changed

    def spaced(self, start: int, end: int) -> str:
        """Return a stretch of the new text with its blanks."""
        breaks = set(self.new.breaks)
        pieces = (f" {c}" if i in breaks and i > start else c for i, c in enumerate(self.new.text[start:end], start))
        return "".join(pieces)

    def conflict(self, claim: str, value: str, start: int, end: int, editor: str) -> Conflict:
        """Return a conflict about a stretch of the new text."""
        cut = self.spaced(start, end)
        before, after = self.spaced(max(0, start - 30), start), self.spaced(end, end + 30)
        breaks = self.new.breaks
        after = f" {after}" if end in breaks else after
        return Conflict(claim, value, cut, _joined(before, start in breaks), after, editor)


def attributes_changed(texts: Texts, renamed: Mapping[str, str]) -> Iterator[Change]:
    """Yield the attributes that the machine gives otherwise to elements both have, apart from ids ``renamed``."""
    for placed in texts.base.placed:
        base = placed.element
        new, edited = texts.base_new.get(base), texts.base_edited.get(base)
        if new is None or edited is None or new in texts.covered:
            continue
        yield from _three(texts, base, new, edited, renamed)


def _three(
    texts: Texts, base: etree._Element, new: etree._Element, edited: etree._Element, renamed: Mapping[str, str]
) -> Iterator[Change]:
    old, now, has = (said(element) for element in (base, new, edited))
    approved = "ana" in old and "ana" not in has
    given, against = {}, False
    for name in sorted({*old, *now}):
        before, after, mine = old.get(name, ""), now.get(name, ""), has.get(name, "")
        if before == after or mine == after or renamed.get(before) == after:
            continue
        if mine == before and not (approved and name not in _GROUNDS):
            given[name] = after
        elif name not in _GROUNDS:
            against = True
    if not given and not against:
        return
    placed = texts.new.by_element[new]
    words = texts.spaced(placed.start, min(placed.end, placed.start + 60))
    conflict = texts.conflict(local(new), value_of(said(new)) or "none", placed.start, placed.end, shown(edited))
    changed = ", ".join(
        f"{name} {now.get(name, 'no longer')}" for name in sorted({*old, *now}) if old.get(name) != now.get(name)
    )
    what = f"{local(new)} “{words}”: {changed}"
    yield Change(what, conflict, refused if against else giving(edited, given), rank=2, certain=not against)


def elements_changed(texts: Texts) -> Iterator[Change]:
    """Yield elements that the machine puts or no longer puts, those that belong together as one change."""
    gone = [p for p in texts.base.placed if p.element not in texts.base_new and p.element not in texts.covered]
    come = [p for p in texts.new.placed if p.element not in texts.base_new.values() and p.element not in texts.covered]
    for removed, added in _groups(texts, gone, come):
        change = _group(texts, removed, added)
        if change is not None:
            yield change


def _group(texts: Texts, removed: list[Placed], added: list[Placed]) -> Change | None:
    removed = [p for p in removed if p.element in texts.base_edited]
    added = [p for p in added if p.element not in texts.new_edited]
    if not removed and not added:
        return None
    first = added[0] if added else removed[0]
    start, end = (first.start, first.end) if added else loose(texts.to_new, removed[0].start, removed[0].end)
    name = local(first.element)
    value = value_of(said(first.element)) if added else "none"
    words = texts.spaced(start, min(end, start + 60))
    what = f"{_listed(added)} “{words}”" if added else f"no longer {_listed(removed)} “{words}”"
    if added and removed:
        what = f"{_listed(added)} instead of {_listed(removed)} “{words}”"
    against = _against(texts, removed, added)
    editor = against if against is not None else "the same words, marked otherwise"
    conflict = texts.conflict(name, value or name, start, end, editor)
    return Change(what, conflict, _doing(texts, removed, added), rank=3, certain=against is None)


def _against(texts: Texts, removed: list[Placed], added: list[Placed]) -> str | None:
    """Return what an editor decided about the same words, ``None`` where nobody decided anything."""
    for placed in removed:
        edited = texts.base_edited[placed.element]
        if said(edited) != said(placed.element):
            return shown(edited)
    for placed in added:
        family = next((f for f in _FAMILIES if local(placed.element) in f), frozenset({local(placed.element)}))
        around = {texts.new_edited.get(element) for element in placed.element.iterancestors()}
        for element, start, end in texts.put:
            if element in around or not _touch(start, end, placed):
                continue
            crossing = start < placed.start < end < placed.end or placed.start < start < placed.end < end
            blocks = family is _FAMILIES[3] and (start, end) != (placed.start, placed.end)
            if crossing or (local(element) in family and not blocks):
                return shown(element)
        for element, start, end in texts.taken:
            if local(element) in family and _touch(start, end, placed) and family is not _FAMILIES[3]:
                return f"no {local(element)}"
            if local(element) == local(placed.element) and _touch(start, end, placed):
                return f"no {local(element)}"
    return None


def _touch(start: int, end: int, placed: Placed) -> bool:
    return start < placed.end and placed.start < end


def _doing(texts: Texts, removed: list[Placed], added: list[Placed]) -> Callable[[Work], None]:
    def do(work: Work) -> None:
        for placed in removed:
            _remove(texts, work, placed)
        for placed in added:
            _add(texts, work, placed)

    return do


def _remove(texts: Texts, work: Work, base: Placed) -> None:
    edited = texts.base_edited[base.element]
    element = work.find(edited.get(TICKET))
    placed = work.chart().by_element[element]
    if placed.start == placed.end:
        if digest(edited) != digest(base.element):
            raise CrossingError
        fill(element, ())
    unwrap(element, *delimiters(element, work.chart().renditions))
    work.refresh()


def _add(texts: Texts, work: Work, new: Placed) -> None:
    place = align(texts.new, work.chart())
    start, end = place.start(new.start), place.end(new.end)
    if new.start == new.end:
        end = start = place.end(new.start)
    if start is None or end is None or work.chart().text[start:end] != texts.new.text[new.start : new.end]:
        raise CrossingError
    element = deepcopy(new.element) if start == end else root(local(new.element), attributes(new.element))
    within = _counterparts(texts, work, new.element.iterancestors())
    outside = _counterparts(texts, work, new.element.iterdescendants("*"))
    wrap(work.chart(), start, end, element, (new.lead, new.trail), within, outside)
    words = text_of(new.element)
    if new.lead or new.trail:
        # A blank beside a delimiter stands in the element or is part of the delimiter, as the machine has it.
        trim(element, start=words[:1].strip() != "", end=words[-1:].strip() != "")
    work.refresh()


def _counterparts(texts: Texts, work: Work, new: Iterable[etree._Element]) -> set[etree._Element]:
    """Return the elements of the work that are those of the new text."""
    found = set()
    for element in new:
        edited = texts.new_edited.get(element)
        for ticket in (element.get(TICKET), edited.get(TICKET) if edited is not None else None):
            if ticket in work.tickets:
                found.add(work.tickets[ticket])
    return found


def giving(edited: etree._Element, given: Mapping[str, str]) -> Callable[[Work], None]:
    """Return what gives an element other attributes; those that are empty are taken away."""
    ticket = edited.get(TICKET)

    def do(work: Work) -> None:
        element = work.find(ticket)
        for name, value in given.items():
            if value:
                put(element, name, value)
            else:
                drop(element, name)

    return do


def refused(work: Work) -> None:
    """Do nothing: an editor decided otherwise."""
    raise CrossingError


def _groups(texts: Texts, gone: list[Placed], come: list[Placed]) -> list[tuple[list[Placed], list[Placed]]]:
    """Put together what only makes sense together: other elements round the same words, parts of a new whole."""
    places = {p.element: loose(texts.to_new, p.start, p.end) for p in gone}
    places |= {p.element: (p.start, p.end) for p in come}
    leader = {element: element for element in places}

    def lead(element: etree._Element) -> etree._Element:
        while leader[element] is not element:
            element = leader[element]
        return element

    first: dict[tuple[int, int], etree._Element] = {}
    for element, place in places.items():
        if place[0] < place[1]:
            leader[lead(element)] = lead(first.setdefault(place, element))
        parent = element.getparent()
        if parent in places and parent is not None and holds_elements_only(parent):
            leader[lead(element)] = lead(parent)
    for one in gone:
        for other in come:
            (start, end), same = places[one.element], local(one.element) == local(other.element)
            crossing = start < other.start < end < other.end or other.start < start < other.end < end
            if crossing or (same and _touch(start, end, other)):
                leader[lead(other.element)] = lead(one.element)
    groups: dict[etree._Element, tuple[list[Placed], list[Placed]]] = {}
    for placed in come:
        groups.setdefault(lead(placed.element), ([], []))[1].append(placed)
    for placed in gone:
        groups.setdefault(lead(placed.element), ([], []))[0].append(placed)
    return list(groups.values())


def said(element: etree._Element) -> dict[str, str]:
    """Return what an element says of its words: its attributes, without its address."""
    address = {TICKET, "xml:id", *(("n",) if local(element) in ADDRESSED else ())}
    return {name: value for name, value in attributes(element).items() if name not in address}


def shown(element: etree._Element) -> str:
    """Return an element with what it claims, in one line."""
    return f"{local(element)} {value_of(said(element))}".strip()


def _listed(placed: list[Placed]) -> str:
    return ", ".join(dict.fromkeys(shown(p.element) for p in placed[:3])) + (" …" if len(placed) > 3 else "")


def _joined(words: str, blank: bool) -> str:
    return f"{words} " if blank and words else words


def _turned(pairs: Pairs, across: Pairs) -> Pairs:
    """From base to new and base to edited: from new to edited."""
    return {new: across[base] for base, new in pairs.items() if base in across}


def _flipped(pairs: Pairs) -> Pairs:
    return {other: one for one, other in pairs.items()}
