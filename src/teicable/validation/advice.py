"""Say what to do with what the grammar refuses: what may stand somewhere, and where something may stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from lxml import etree

from teicable.validation import spelling
from teicable.validation.patterns import RNG, TEXT, Rule, rules

ANYWHERE = ("note", "gap", "milestone", "pb", "lb", "fw")
"""Elements that may stand nearly everywhere, and so say little of a place."""
_FAMILIES = {"a name": ("persName", "placeName", "orgName", "roleName")}
_ENTRIES = {"persName": "person", "placeName": "place", "orgName": "org"}
_ID = re.compile(r"[a-z0-9-]+")
_MOST = 5


def listed(names: Iterable[str], conjunction: str = "and") -> str:
    """List names, the most usual first, as the specification orders them; families together, and not all of many."""
    known = list(dict.fromkeys(names))
    ordered = [one for one in known if one not in (*ANYWHERE, TEXT)] or [one for one in known if one != TEXT]
    words = ["text"] if TEXT in known else []
    for family, members in _FAMILIES.items():
        if len(ordered) > _MOST and all(member in ordered for member in members):
            ordered = [one for one in ordered if one not in members]
            words.append(f"{family} (<{'>, <'.join(members)}>)")
    words += [f"<{one}>" for one in ordered[:_MOST]]
    more = len(ordered[_MOST:])
    if more:
        words.append(f"{more} more")
    return f" {conjunction} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def attribute(element: etree._Element, rule: Rule, name: str, value: str, free: Sequence[str]) -> tuple[str, str]:
    """Return which attribute was meant by an unknown one, if that is certain, and what to do."""
    right = spelling.attribute(name, free)
    if spelling.elsewhere("attribute", name).get("type") == right or right.casefold() == name.casefold():
        return right, f"did you mean “{right}”?"
    parent = element.getparent()
    above = rules().get(etree.QName(parent).localname) if parent is not None else None
    taking = [one for one in (above.children if above else ()) if one in rules() and _takes(rules()[one], name, value)]
    if taking:
        return "", f"write <{taking[0]} {name}=“{value}”>, if that is meant"
    if away := spelling.elsewhere("without", name):
        return "", str(away["write"])
    if right:
        return right, f"did you mean “{right}”?"
    return "", f"it may have: {', '.join(free)}" if free else "it has no attributes"


def _takes(rule: Rule, name: str, value: str) -> bool:
    known = rule.attributes.get(name)
    return known is not None and value in [one.text for one in known.iter(f"{RNG}value")]


def entry(element: str, attribute: str, value: str) -> str:
    """Return how the entry of an authority file is named, for a value of TEI P4 or ``key`` that is its bare id."""
    prefix = _ENTRIES.get(element)
    return f"{prefix}:{value}" if prefix and attribute == "ref" and _ID.fullmatch(value) else ""
