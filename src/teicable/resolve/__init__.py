"""Settle claims: of two that conflict one stays, and an editor is told about the other.

This is the only place where claims meet. What loses is not lost: its characters stay in the text.
"""

from __future__ import annotations

from collections.abc import Sequence

from teicable.diagnostics import Diagnostic
from teicable.model.annotation import AnnotatedText, Annotation, Basis
from teicable.model.settled import SettledText
from teicable.model.span import Span
from teicable.resolve import fitting, split
from teicable.resolve.rank import CLOSED, NAMES, PAIRS, READINGS, nesting, rank

_BLOCK = 512


def settle(text: AnnotatedText) -> tuple[SettledText, list[Diagnostic]]:
    """Return the text with claims that nest, and a review item (``A004``) for each claim given up in a conflict."""
    contents = [content_of(text, index) for index in range(len(text.segments))]
    claims, diagnostics = split.at_borders(text, contents)
    kept: list[Annotation] = []
    placed: dict[int, list[Annotation]] = {}
    taken: dict[Span, list[Annotation]] = {}
    for claim in sorted(claims, key=rank):
        near = {id(o): o for block in _blocks(claim.span) for o in placed.get(block, ())}
        rivals = [other for other in near.values() if not other.span.disjoint(claim.span)]
        if claim.kind == fitting.SET_OFF:
            kept += (fits := list(fitting.fitted(text.text, claim, rivals)))
            for part in fits:
                for block in _blocks(part.span):
                    placed.setdefault(block, []).append(part)
            continue
        same = taken.get(claim.span, [])
        if any(_equivalent(claim, other) for other in same):
            continue
        rival = next((other for other in rivals if _excludes(other, claim)), None) if rivals else None
        if rival is None:
            kept.append(claim)
            for block in _blocks(claim.span):
                placed.setdefault(block, []).append(claim)
            taken.setdefault(claim.span, []).append(claim)
        elif (
            rival.basis is not Basis.EDITOR
            and not _absorbed(claim, rival)
            and not any(_wider(other, claim) for other in rivals)
        ):
            diagnostics.append(_given_up(text, claim, rival))
    kept.sort(key=nesting)
    kept = _paired(text.text, kept)
    return SettledText.of_text(text, kept), diagnostics


def _blocks(span: Span) -> range:
    """Return the blocks of characters a span touches: only claims in a common block can conflict."""
    return range(span.start // _BLOCK, (span.end - 1) // _BLOCK + 1)


def content_of(text: AnnotatedText, index: int) -> Span:
    """Return the content of a segment without the delimiters of the groups that begin or end with it."""
    span = text.content(text.segments[index])
    left, right = text.delimiters.get(index, (0, 0))
    start = min(span.start + left, span.end)
    return Span(start, max(start, span.end - right)).trimmed(text.text) if left or right else span


def _paired(text: str, claims: list[Annotation]) -> list[Annotation]:
    """Drop choices that lost a reading or have anything but a blank between the two.

    With them go corrections outside a choice and supplied letters outside an expansion.
    """
    sound: list[Annotation] = []
    readings: set[int] = set()
    for position, claim in enumerate(claims):
        if claim.kind != "choice":
            continue
        inside = [c for c in _inside(claims, position) if c.kind in READINGS]
        direct = [c for c in inside if not any(o is not c and o.span.contains(c.span) for o in inside)]
        if tuple(c.kind for c in direct) in PAIRS and _fill(text, claim, *direct) and len(inside) == 2:
            sound.append(claim)
            readings.update(id(c) for c in direct)
    chosen = {id(c) for c in sound} | readings
    kept = [c for c in claims if c.kind not in ("choice", "corr") or id(c) in chosen]
    clipped = [c.span for c in kept if c.kind == "expansion"]
    kept = [c for c in kept if c.kind != "letters" or any(span.contains(c.span) for span in clipped)]
    letters = [c.span for c in kept if c.kind == "letters"]
    return [c for c in kept if not _between(c, clipped, letters)] if letters else kept


def _between(claim: Annotation, clipped: Sequence[Span], letters: Sequence[Span]) -> bool:
    """Tell whether a claim parts supplied letters from the word they complete: “Comrade[Nicolae]Gavrilescu”."""
    if claim.kind in ("expansion", "letters"):
        return False
    words = [word for word in clipped if word.contains(claim.span) and word != claim.span]
    return bool(words) and any(claim.span.contains(part) for part in letters)


def _inside(claims: list[Annotation], position: int) -> list[Annotation]:
    found = []
    for claim in claims[position + 1 :]:
        if claim.span.start >= claims[position].span.end:
            break
        found.append(claim)
    return found


def _fill(text: str, choice: Annotation, first: Annotation, second: Annotation) -> bool:
    whole = (first.span.start, second.span.end) == tuple(choice.span)
    return whole and text[first.span.end : second.span.start].isspace()


def _excludes(winner: Annotation, claim: Annotation) -> bool:
    """Tell whether a claim cannot stand beside one that outranks it."""
    if winner.span.crosses(claim.span):
        return True
    for outer, inner in ((winner, claim), (claim, winner)):
        if inner.kind == "label" and outer.span.contains(inner.span):
            return True  # the mark of a note stands in nothing but the note
        if outer.inner.contains(inner.span) and outer.span != inner.span:
            return outer.kind in CLOSED or (outer.kind in NAMES and inner.kind in NAMES)
    if winner.span == claim.span:
        enclosing = min(winner, claim, key=nesting)
        shut = enclosing.kind in CLOSED or _delimited(enclosing)
        return shut or (winner.kind in NAMES and claim.kind in NAMES)
    return True  # one reaches into the delimiters of the other


def _delimited(claim: Annotation) -> bool:
    return claim.left + claim.right > 0


def _equivalent(claim: Annotation, other: Annotation) -> bool:
    """Tell whether two claims on the same characters say the same, so that the weaker one adds nothing."""
    return claim.kind == other.kind and (claim.get("ref") == other.get("ref") or not claim.get("ref"))


def _absorbed(claim: Annotation, rival: Annotation) -> bool:
    """Tell whether giving a claim up loses no information: it lies inside words that were understood as a whole."""
    return rival.span.contains(claim.span)


def _wider(other: Annotation, claim: Annotation) -> bool:
    """Tell whether a claim of the same kind covers more: “April 16 [17]” is one date."""
    return other.kind == claim.kind and other.span.contains(claim.span)


def _given_up(text: AnnotatedText, claim: Annotation, rival: Annotation) -> Diagnostic:
    one, other = (" ".join(a.span.of(text.text).split())[:60] for a in (claim, rival))
    message = f"“{one}” is not marked as {claim.kind}: it conflicts with {rival.kind} “{other}”"
    return Diagnostic("A004", message, text.source.location(*claim.span), "encode it by hand if it matters")
