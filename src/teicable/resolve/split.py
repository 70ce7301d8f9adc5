"""Claims that cross the border of a segment: “[” in one paragraph, “]” in the next.

A bracket is cut at the border, its parts tied by ``@next`` and ``@prev``; each part keeps the delimiter it has. Any
other kind of claim would have to guess which part is meant, and is given up.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace

from teicable.diagnostics import Diagnostic
from teicable.model.annotation import OUTSIDE, AnnotatedText, Annotation, Zone
from teicable.model.span import Span
from teicable.resolve.rank import SHAPES

_KEPT = OUTSIDE | {Zone.RULE}
DIVISIBLE = frozenset({"foreign", "supplied", "note", "stamp", "handwritten", "deleted"})


def at_borders(text: AnnotatedText, contents: list[Span]) -> tuple[list[Annotation], list[Diagnostic]]:
    """Return claims each within the content of one segment, and reviews (``A005``) for those given up."""
    result: list[Annotation] = []
    diagnostics: list[Diagnostic] = []
    pairs = list(zip(contents, text.segments, strict=True))
    outside = {content for content, segment in pairs if segment.zone in _KEPT}
    ends = [segment.span.end for segment in text.segments]
    marks = {content.start for content, segment in pairs if segment.zone is Zone.NOTE}
    for number, claim in enumerate(text.annotations):
        if claim.kind == "label" and claim.span.start not in marks:
            continue  # the mark of a note opens it
        touched = _touched(contents, ends, claim.span)
        if not outside.isdisjoint(touched):
            continue  # lines of the archive's page are kept as they are
        if len(touched) == 1 and touched[0].contains(claim.span):
            shape = SHAPES.get(claim.kind)
            bare = claim.left + claim.right == 0
            fits = shape is None or (bare and shape.fullmatch(claim.span.of(text.text)))
            if claim.kind == "divided" and claim.span.length == 1:
                fits = fits and claim.span.end == touched[0].end and _goes_on(text, ends, claim.span.end)
            if fits and claim.left + claim.right <= claim.span.length:
                result.append(claim)
            continue
        parts = _cut(claim, touched, number) if claim.kind in DIVISIBLE else []
        if parts:
            result.extend(parts)
        elif touched:
            shown = " ".join(claim.span.of(text.text).split())[:60]
            message = f"“{shown}” runs over the end of a line or paragraph and is not marked as {claim.kind}"
            where = text.source.location(*claim.span)
            diagnostics.append(Diagnostic("A005", message, where, "encode it by hand"))
    return result, diagnostics


def _goes_on(text: AnnotatedText, ends: list[int], end: int) -> bool:
    """Tell whether what follows the end of a segment, and each line of the page there, stands on a line of its own."""
    for index in range(bisect_right(ends, end - 1) + 1, len(text.segments)):
        if not text.text[end : end + 1].isspace():
            return False
        if not text.segments[index].zone.outside:
            return True
        end = text.content(text.segments[index]).end
    return False


def _touched(contents: list[Span], ends: list[int], span: Span) -> list[Span]:
    """Return the contents that share characters with a span; ``ends`` are where their segments end."""
    found: list[Span] = []
    for index in range(bisect_right(ends, span.start), len(contents)):
        if contents[index].start >= span.end:
            break
        if contents[index] and not contents[index].disjoint(span):
            found.append(contents[index])
    return found


def _cut(claim: Annotation, touched: list[Span], number: int) -> list[Annotation]:
    pieces = [Span(max(c.start, claim.span.start), min(c.end, claim.span.end)) for c in touched]
    if len(pieces) < 2 or pieces[0].start != claim.span.start or pieces[-1].end != claim.span.end:
        return []
    if pieces[0].length < claim.left or pieces[-1].length < claim.right:
        return []
    result = []
    for index, piece in enumerate(pieces):
        last = index == len(pieces) - 1
        ties = {"xml:id": f"part{number + 1}.{index + 1}"}
        if index:
            ties["prev"] = f"#part{number + 1}.{index}"
        if not last:
            ties["next"] = f"#part{number + 1}.{index + 2}"
        part = replace(claim, span=piece, left=claim.left if index == 0 else 0, right=claim.right if last else 0)
        result.append(part.having(**ties))
    return result
