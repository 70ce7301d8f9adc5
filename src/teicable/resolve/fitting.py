"""What is only set off gives way to every other claim: its words are divided where those begin or end.

“*the representative Mao* Zedong”: the name stays whole, and each part of what is set off stands outside or inside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from teicable.model.annotation import Annotation
from teicable.model.span import Span
from teicable.resolve.rank import CLOSED

SET_OFF = "set-off"
_SHUT = CLOSED | {"choice"}
_APART = frozenset({"label", "call", "recipient", "list-head"})
_SAYS = re.compile(r"\w")


def fitted(text: str, claim: Annotation, rivals: Sequence[Annotation]) -> Iterator[Annotation]:
    """Yield the parts of a claim that nest with all its rivals."""
    parts: list[Span] = []
    waiting = [claim.span]
    while waiting:
        part = waiting.pop()
        pieces = next((pieces for rival in rivals if (pieces := _cut(part, rival)) != [part]), None)
        if pieces is None:
            parts.append(part)
        else:
            waiting += reversed(pieces)
    for part in parts:
        trimmed = part.trimmed(text)
        if _SAYS.search(trimmed.of(text)) and not any(_said(claim, trimmed, rival) for rival in rivals):
            yield replace(claim, span=trimmed, left=0, right=0)


def _cut(part: Span, rival: Annotation) -> list[Span]:
    if part.disjoint(rival.span) or (part.contains(rival.span) and rival.kind not in _APART):
        return [part]
    before, after = Span(part.start, rival.span.start), Span(rival.span.end, part.end)
    inside = Span(max(part.start, rival.inner.start), min(part.end, rival.inner.end))
    return [piece for piece in (before, Span(0, 0) if rival.kind in _SHUT | _APART else inside, after) if piece]


def _said(claim: Annotation, part: Span, rival: Annotation) -> bool:
    """Tell whether the rival says as much: words of the original stand in italics, and are shown so."""
    if rival.kind == SET_OFF:
        return rival.span == part and rival.attributes == claim.attributes
    return rival.kind == "foreign" and claim.get("rend") == "italic" and part in (rival.span, rival.inner)
