"""Say where an element is at home that may not stand where it does, and take it there without moving a word.

`<seg type="classification">` after `</opener>`, `<signed>` before `<closer>`, `<item>` without a list round it.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from lxml import etree

from teicable.authorities import TEI, XML_ID
from teicable.diagnostics import Fix
from teicable.validation import advice, edits, spelling
from teicable.validation.patterns import Rule, holders, rules
from teicable.validation.repair import matches
from teicable.xml.places import Places

CITED = frozenset({"p", "ab", "item", "note"})
"""Blocks that need an id, by a rule."""
_MOST_CHILDREN = 150


def belonging(child: etree._Element, parent: etree._Element) -> str:
    """Say where an element belongs that may not stand in ``parent``: near by, if it may stand near by."""
    name = str(etree.QName(child).localname)
    tag = etree.QName(parent).localname
    right = spelling.instead(name, tag)
    if right:
        return f"write {right}"
    if name == tag:
        return f"write </{name}> before it: one <{name}> cannot hold another"
    side, home = host(child)
    if home is not None:
        return f"move it into the <{etree.QName(home).localname}> {side} it"
    above = [etree.QName(one).localname for one in parent.iterancestors() if isinstance(one.tag, str)]
    out = next((one for one in above if one in rules() and name in rules()[one].children), "")
    if out:
        return f"move it out of <{tag}>, into <{out}>"
    possible = [one for one in holders(name) if one not in advice.ANYWHERE]
    wraps = [one for one in possible if tag in rules() and one in rules()[tag].children]
    if wraps:
        return f"put it into {advice.listed(wraps, 'or')}"
    beside = [one for one in possible if any(one in rules()[up].children for up in above if up in rules())]
    return f"it belongs in {advice.listed(beside or possible or holders(name), 'or')}" if holders(name) else "remove it"


def move(rule: Rule, symbols: Sequence[str], index: int) -> str:
    """Say before or after which of its neighbours a child would be right, or nothing."""
    side, other = neighbour(rule, symbols, index)
    return f"move it {side} <{symbols[other]}>" if side else ""


def neighbour(rule: Rule, symbols: Sequence[str], index: int) -> tuple[str, int]:
    """Return on which side (before, after) of which of its neighbours a child would be right; else an empty string."""
    if len(symbols) > _MOST_CHILDREN:
        return "", -1
    name, rest = symbols[index], [*symbols[:index], *symbols[index + 1 :]]
    for place in sorted(range(len(rest) + 1), key=lambda place: abs(place - index)):
        if place != index and matches(rule.model, [*rest[:place], name, *rest[place:]]):
            side, other = ("before", place) if place < index else ("after", place)
            return (side, other) if symbols[other] in rules() else ("", -1)
    return "", -1


def host(child: etree._Element) -> tuple[str, etree._Element | None]:
    """Return the neighbour (before, after) that holds elements rather than words and would take this child at its end.

    Where both would, nobody knows which.
    """
    found = []
    for side, other in (("before", child.getprevious()), ("after", child.getnext())):
        between = (other if side == "before" else child).tail if other is not None else ""
        rule = _rule(other)
        if other is None or rule is None or rule.mixed or (between or "").strip():
            continue
        name, inside = _name(child), [_name(one) for one in other.iterchildren(etree.Element)]
        if matches(rule.model, [*inside, name] if side == "before" else [name, *inside]):
            found.append((side, other))
    return found[0] if len(found) == 1 else ("", None)


def fix(
    places: Places,
    rule: Rule,
    symbols: Sequence[str],
    elements: Sequence[etree._Element | None],
    index: int,
    taken: Collection[str],
) -> Fix | None:
    """Propose how a child that stands in the wrong place comes to stand right without a word being moved.

    Args:
        places: of the file.
        rule: of its parent.
        symbols: what the grammar calls the children of its parent.
        elements: these children; ``None`` for words.
        index: of the child.
        taken: the ids of the file.
    """
    child, name = elements[index], symbols[index]
    assert child is not None
    write = spelling.instead(name, rule.name)
    if write.startswith("<") and name not in rule.children:
        return edits.renamed(places, child, write.strip("<>"))
    before, parent = child.getprevious(), child.getparent()
    if name == "corr" and before is not None and _name(before) == "sic" and not (before.tail or ""):
        pair = edits.wrapped(places, before, child, "choice")
        return pair if child.get("resp") else edits.unsure(pair)
    if name == rule.name and parent is not None and child is parent[-1] and not (child.tail or "").strip():
        alone = len(parent) == 1 and not child.attrib and not (parent.text or "").strip()
        return edits.unwrapped(places, child) if alone else edits.parted(places, parent, child)
    if not len(child) and not (child.text or "").strip():
        side, other = neighbour(rule, symbols, index)
        near = elements[other] if side else None
        if near is not None:
            return edits.moved(places, child, near, before=side == "before")
    if name in rule.children:
        return None
    side, home = host(child)
    if home is not None:
        moved = edits.housed(places, child, home, last=side == "before")
        # In the header a neighbour says something of its own: a second name would make another statement of it.
        return moved if next(child.iterancestors(f"{{{TEI}}}text"), None) is not None else edits.unsure(moved)
    return _wrapped(places, rule, symbols, child, index, taken)


def _wrapped(
    places: Places, rule: Rule, symbols: Sequence[str], child: etree._Element, index: int, taken: Collection[str]
) -> Fix | None:
    """Put a child into the one element that may stand in its place and holds it; no neighbour may be one like that."""
    if len(symbols) > _MOST_CHILDREN:
        return None
    name = symbols[index]
    fitting = [
        one
        for one in holders(name)
        if one in rule.children
        and one not in advice.ANYWHERE
        and matches(rules()[one].model, [name])
        and matches(rule.model, [*symbols[:index], one, *symbols[index + 1 :]])
    ]
    near = {_name(one) for one in (child.getprevious(), child.getnext()) if one is not None and _rule(one)}
    if len(fitting) != 1 or fitting[0] in near:
        return None
    start = fitting[0]
    start += f' xml:id="{edits.next_id(start, child, set(taken))}"' if start in CITED else ""
    fix = edits.wrapped(places, child, child, start)
    if fix is None or name not in CITED or child.get(XML_ID):
        return fix
    also = edits.given(places, child, "xml:id", edits.next_id(name, child, set(taken)))
    return replace(fix, edits=tuple(sorted((*fix.edits, *also.edits)))) if also else fix


def _rule(element: etree._Element | None) -> Rule | None:
    if element is None or not isinstance(element.tag, str) or etree.QName(element).namespace != TEI:
        return None
    return rules().get(_name(element))


def _name(element: etree._Element) -> str:
    return str(etree.QName(element).localname) if isinstance(element.tag, str) else ""
