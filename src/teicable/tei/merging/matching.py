"""Which element of one tree is which of another: by the characters it covers, or by what it is in the header."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from itertools import product

from lxml import etree

from teicable.tei.merging.alignment import Alignment
from teicable.tei.merging.chart import Chart
from teicable.tei.mixed import attributes, get, local, parts
from teicable.tei.serialize import infoset_digest

TICKET = "ticket"
"""An attribute by which elements are known through copies of a tree; it is on none that is written."""
ADDRESSED = frozenset({"p", "ab", "item", "note", "floatingText"})
"""Elements of the text with an address that is kept for ever."""

Pairs = dict[etree._Element, etree._Element]

_PARTICULARS = ("type", "subtype", "unit", "scheme", "ident", "level", "corresp")


def by_place(one: Chart, other: Chart, aligned: Alignment) -> Pairs:
    """Return the elements of the text that say the same of the same characters."""
    waiting: dict[tuple[str, int, int, int, int], list[etree._Element]] = defaultdict(list)
    for placed in reversed(other.placed):
        waiting[placed.key].append(placed.element)
    pairs = {}
    for placed in one.placed:
        name = local(placed.element)
        starts = {aligned.start(placed.start), aligned.end(placed.start)} - {None}
        ends = {aligned.end(placed.end), aligned.start(placed.end)} - {None}
        for start, end in sorted(product(starts, ends), key=lambda span: (span[0] or 0) - (span[1] or 0)):
            key = (name, start or 0, end or 0, placed.lead, placed.trail)
            if waiting.get(key):
                pairs[placed.element] = waiting[key].pop()
                break
    return pairs


def kin(one: Chart, other: Chart, aligned: Alignment, pairs: Pairs) -> Pairs:
    """Return blocks that cover partly the same characters: those an address passes on to."""
    taken = set(pairs.values())
    free = [p for p in other.placed if p.element not in taken and local(p.element) in ADDRESSED]
    found = {}
    for placed in one.placed:
        if placed.element in pairs or local(placed.element) not in ADDRESSED:
            continue
        start, end = loose(aligned, placed.start, placed.end)
        shares = [
            (min(end, p.end) - max(start, p.start), -p.start, p) for p in free if p.element.tag == placed.element.tag
        ]
        best = max(shares, default=None, key=lambda share: share[:2])
        if best and best[0] > 0:
            found[placed.element] = best[2].element
            free.remove(best[2])
    return found


def loose(aligned: Alignment, start: int, end: int) -> tuple[int, int]:
    """Return about where a stretch stands in the other text, also where its ends were reworded."""
    begin, finish = aligned.start(start), aligned.end(end)
    inside = [hunk for hunk in aligned.hunks if hunk.start <= start < hunk.end]
    begin = inside[0].other_start if begin is None else begin
    inside = [hunk for hunk in aligned.hunks if hunk.start < end <= hunk.end]
    finish = inside[0].other_end if finish is None else finish
    return begin, max(begin, finish)


def children(one: Sequence[etree._Element], other: Sequence[etree._Element]) -> Pairs:
    """Return which of some elements of the header is which of others: the same, or the same with other words.

    First those that say the same, then those with the same words (line numbers may have moved), the same ``xml:id``,
    the same particulars; what is left of one name in its order, if on both sides as many are left.
    """
    pairs: Pairs = {}
    left, right = list(one), list(other)
    for key in (digest, _words, _named, _particulars):
        _pair(pairs, left, right, key)
    for name in {local(element) for element in left}:
        mine, theirs = ([e for e in side if local(e) == name and not get(e, "xml:id")] for side in (left, right))
        if len(mine) == len(theirs) == 1:
            pairs[mine[0]] = theirs[0]
    return pairs


def digest(element: etree._Element) -> str:
    """Return a digest of what an element says, apart from how it is laid out."""
    return infoset_digest(element, (f"@{TICKET}",))


def _pair(
    pairs: Pairs,
    left: list[etree._Element],
    right: list[etree._Element],
    key: Callable[[etree._Element], Hashable],
) -> None:
    waiting: dict[Hashable, list[etree._Element]] = defaultdict(list)
    for element in reversed(right):
        waiting[key(element)].append(element)
    for element in list(left):
        said = key(element)
        if said is not None and waiting.get(said):
            pairs[element] = waiting[said].pop()
            left.remove(element)
            right.remove(pairs[element])


def _words(element: etree._Element) -> Hashable:
    words = " ".join(text_of(element).split())
    return (local(element), words) if words and len(words) > 12 else None


def _named(element: etree._Element) -> Hashable:
    return (local(element), get(element, "xml:id")) if get(element, "xml:id") else None


def _particulars(element: etree._Element) -> Hashable:
    if get(element, "xml:id"):
        return None
    said = attributes(element)
    return (local(element), *((name, said[name]) for name in _PARTICULARS if name in said))


def text_of(element: etree._Element) -> str:
    """Return all characters of an element; comments are passed over."""
    return "".join(part if isinstance(part, str) else text_of(part) for part in parts(element))
