"""Find content models in which a name could be read at two places (Unique Particle Attribution in XML Schema)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from lxml import etree

RNG = "{http://relaxng.org/ns/structure/1.0}"
Place = tuple[int, str]


@dataclass
class _Model:
    """Glushkov's sets: can it be empty, which places begin it, which end it."""

    empty: bool
    first: frozenset[Place]
    last: frozenset[Place]


def ambiguous(element: etree._Element) -> set[str]:
    """Return the names that could be read at two places of the content model of an RNG ``element``."""
    follow: dict[Place, set[Place]] = {}
    model = _model(element, follow)
    return {
        name
        for places in [model.first, *follow.values()]
        for name, count in Counter(name for _, name in places).items()
        if count > 1
    }


def _model(pattern: etree._Element, follow: dict[Place, set[Place]]) -> _Model:
    kind = etree.QName(pattern).localname
    if kind == "ref":
        place = (len(follow), pattern.get("name"))
        follow[place] = set()
        return _Model(False, frozenset({place}), frozenset({place}))
    parts = [_model(part, follow) for part in pattern.iterchildren(f"{RNG}*") if part.tag != f"{RNG}attribute"]
    if kind == "choice":
        return _Model(
            any(part.empty for part in parts),
            frozenset().union(*(part.first for part in parts)),
            frozenset().union(*(part.last for part in parts)),
        )
    whole = _Model(True, frozenset(), frozenset())
    if kind not in ("optional", "zeroOrMore", "oneOrMore", "group", "element"):
        return whole  # text, data, value and empty take no part: what they say is not about names
    for part in [part for part in parts if part.first]:
        for place in whole.last:
            follow[place] |= part.first
        whole = _Model(
            whole.empty and part.empty,
            whole.first | part.first if whole.empty else whole.first,
            part.last | whole.last if part.empty else part.last,
        )
    if kind in ("zeroOrMore", "oneOrMore"):
        for place in whole.last:
            follow[place] |= whole.first
    return _Model(whole.empty or kind in ("optional", "zeroOrMore"), whole.first, whole.last)
