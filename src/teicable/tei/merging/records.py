"""Header and cards: facts, each in an element of its own, merged element by element.

What only the machine changed follows it; what an editor changed stays. The history of the file is the editor's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from copy import deepcopy

from lxml import etree

from teicable.model.decision import value_of
from teicable.tei.merging.markup import giving, refused, said, shown
from teicable.tei.merging.matching import TICKET, children, digest, text_of
from teicable.tei.merging.surgery import Content, CrossingError
from teicable.tei.merging.work import Change, Conflict, Work
from teicable.tei.mixed import attributes, fill, local, nodes, parts
from teicable.tei.serialize import holds_elements_only

_EDITORS = frozenset({"revisionDesc", "text"})
"""Parts that are not merged here."""


def changes(
    base: etree._Element, new: etree._Element, edited: etree._Element, renamed: Mapping[str, str]
) -> Iterator[Change]:
    """Yield what the machine changed in an element outside the text, from its attributes to its last descendant.

    Ids that are ``renamed`` everywhere are no change of an element.
    """
    if local(base) in _EDITORS or digest(base) == digest(new):
        return
    yield from _attributes(base, new, edited, renamed)
    if holds_elements_only(base) and holds_elements_only(new) and holds_elements_only(edited):
        yield from _parts(base, new, edited, renamed)
    elif _content(base) != _content(new) != _content(edited):
        if _content(base) == _content(edited) and not remarks(edited):
            yield Change(f"{shown(new)}: “{_words(new)}”", _conflict(new, edited), filling(edited, new), rank=5)
        else:
            yield Change(f"{shown(new)}: “{_words(new)}”", _conflict(new, edited), refused, certain=False)


def _attributes(
    base: etree._Element, new: etree._Element, edited: etree._Element, renamed: Mapping[str, str]
) -> Iterator[Change]:
    old, now, has = (_all(element) for element in (base, new, edited))
    given, against = {}, False
    for name in sorted({*old, *now}):
        before, after, mine = old.get(name, ""), now.get(name, ""), has.get(name, "")
        if before == after or mine == after or renamed.get(before) == after:
            continue
        if mine == before:
            given[name] = after
        elif name not in ("cert", "xml:id"):
            against = True
    if given or against:
        change = ", ".join(f"{name} {now.get(name) or 'none'}" for name in sorted({*old, *now}) if name in given)
        do = refused if against else giving(edited, given)
        yield Change(f"{shown(edited)}: {change}", _conflict(new, edited), do, rank=5, certain=not against)


def _parts(
    base: etree._Element, new: etree._Element, edited: etree._Element, renamed: Mapping[str, str]
) -> Iterator[Change]:
    old, now, has = ([node for node in element if isinstance(node.tag, str)] for element in (base, new, edited))
    to_new, to_edited = children(old, now), children(old, has)
    added = [element for element in now if element not in to_new.values()]
    put_in = [element for element in has if element not in to_edited.values()]
    both = children(added, put_in)
    counterparts = {new_: to_edited[old_] for old_, new_ in to_new.items() if old_ in to_edited} | both
    for element in old:
        mine = to_edited.get(element)
        if mine is None:
            continue
        if element in to_new:
            yield from changes(element, to_new[element], mine, renamed)
        elif local(element) not in _EDITORS:
            if digest(mine) == digest(element) and not remarks(mine):
                conflict = _conflict(None, mine)
                what = f"no longer {shown(mine)} “{_words(mine)}”"
                yield Change(what, conflict, deleting(mine), rank=6, telling=False)
            else:
                yield Change(f"no longer {shown(element)}", _conflict(None, mine), refused, certain=False)
    for element in added:
        if element in both:
            if digest(both[element]) != digest(element):
                yield Change(f"{shown(element)}", _conflict(element, both[element]), refused, certain=False)
            continue
        after = [counterparts[e] for e in now[: now.index(element)] if e in counterparts]
        before = [e for e in now[: now.index(element)] if e not in both and e in added]
        rank = 1 if local(element) in ("rendition", "tagsDecl") else 5
        conflict = _conflict(element, None)
        yield Change(
            f"{shown(element)} “{_words(element)}”", conflict, _inserting(edited, element, before, after), rank=rank
        )


def filling(edited: etree._Element, new: etree._Element) -> Callable[[Work], None]:
    """Return what gives an element the content of another."""
    ticket = edited.get(TICKET)

    def do(work: Work) -> None:
        fill(work.find(ticket), nodes(deepcopy(new)))

    return do


def deleting(edited: etree._Element) -> Callable[[Work], None]:
    """Return what takes an element away with all it holds."""
    ticket = edited.get(TICKET)

    def do(work: Work) -> None:
        element = work.find(ticket)
        parent = element.getparent()
        if parent is None:
            raise CrossingError
        content: Content = list(nodes(parent))
        at = next(index for index, node in enumerate(content) if node is element)
        layout = at > 0 and isinstance(content[at - 1], str) and not str(content[at - 1]).strip()
        fill(parent, [*content[: at - layout], *content[at + 1 :]])

    return do


def _inserting(
    edited: etree._Element, new: etree._Element, siblings: Sequence[etree._Element], known: Sequence[etree._Element]
) -> Callable[[Work], None]:
    ticket = edited.get(TICKET)
    earlier = [e.get(TICKET) for e in (*known, *siblings)]

    def do(work: Work) -> None:
        parent = work.find(ticket)
        content: Content = list(nodes(parent))
        places = {node: index for index, node in enumerate(content) if not isinstance(node, str)}
        here = [places[work.tickets[t]] for t in earlier if t in work.tickets and work.tickets[t] in places]
        at = max(here, default=-1)
        indent = content[at - 1] if at > 0 else (content[0] if content else "")
        layout = [indent] if isinstance(indent, str) and indent and not indent.strip() else []
        fill(parent, [*content[: at + 1], *layout, deepcopy(new), *content[at + 1 :]])

    return do


def _conflict(new: etree._Element | None, edited: etree._Element | None) -> Conflict:
    one = new if new is not None else edited
    assert one is not None
    value = "none" if new is None else (value_of(said(new)) or _words(new))
    mine = "nothing of the kind" if edited is None else f"{shown(edited)} “{_words(edited)}”"
    words = _words(edited) if edited is not None else ""
    return Conflict(local(one), value, words or _words(one) or local(one), editor=mine)


def _all(element: etree._Element) -> dict[str, str]:
    return {name: value for name, value in attributes(element).items() if name != TICKET}


def _content(element: etree._Element) -> list[str]:
    """Return what stands in an element, its layout apart."""
    apart = holds_elements_only(element)
    found = [" ".join(part.split()) if isinstance(part, str) else digest(part) for part in parts(element)]
    return [part for part in found if part or not apart]


def remarks(element: etree._Element) -> bool:
    """Tell whether an editor wrote comments or instructions to programs into an element."""
    return any(not isinstance(node.tag, str) for node in element.iter())


def _words(element: etree._Element) -> str:
    words = " ".join(text_of(element).split())
    return words if len(words) <= 60 else f"{words[:59]}…"
