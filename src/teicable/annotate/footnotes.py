"""Marks of notes below the text, and who is meant by a name that a note explains.

“… whether Fyn Si x/ had been informed” and below it “x/ Pseudonym of I. V. Stalin.”: the mark in the text calls the
note, and the note says who bears the cover name.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping

from teicable.annotate.bearers import bare_name
from teicable.annotate.knowledge import Knowledge
from teicable.annotate.spellings import akin
from teicable.diagnostics import Diagnostic
from teicable.model.annotation import OUTSIDE, AnnotatedText, Annotation, Attributes, Basis, Segment, Zone
from teicable.model.span import Span
from teicable.segment.footnotes import Mark, chosen, mark_at, mark_of, raised

_SHUT = OUTSIDE | {Zone.NOTE}
_NAMES_BEFORE = re.compile(r"(?:[^\W\d_a-z][\w’'.-]*[ \t]+){0,3}[^\W\d_a-z][\w’'.-]*$")


def annotate(text: AnnotatedText, knowledge: Knowledge) -> Iterator[Annotation | Diagnostic]:
    """Claim ``label`` on the mark of each note, ``call`` where the text calls it, ``person`` on who is explained."""
    for claim in _marked(text):
        yield claim
        if claim.kind == "call":
            note = next(s for s in text.segments if str(s.span.start) == claim.get("target"))
            yield from _bearer(text, text.content(note), claim.span, knowledge)


def _marked(text: AnnotatedText) -> Iterator[Annotation]:
    """Claim the mark of each note, and where the text calls it."""
    begin = next((text.content(s).start for s in text.segments if not s.zone.outside), 0)
    known = raised(text.source)
    notes = _notes(text, known)
    for segment, mark in notes:
        yield _label(text, segment, mark)
    shut = [segment.span for segment in text.of(*_SHUT)]
    starts = [span.start for span in shut]

    def open_at(call: Span) -> bool:
        """Tell whether a call stands in the text itself; segments follow one another, so that one can hold it."""
        before = bisect_left(starts, call.end) - 1
        return before < 0 or call.disjoint(shut[before])

    places = [(text.content(segment).start, mark) for segment, mark in notes]
    found = chosen(text.text, places, begin, known, open_at)
    for (segment, _), call in zip(notes, found, strict=True):
        if call is not None:
            sides = 1 if text.text[call.start] == "[" else 0
            target: Attributes = (("target", str(segment.span.start)),)
            yield Annotation(call, "call", "notes", Basis.LAYOUT, attributes=target, left=sides, right=sides)


def _notes(text: AnnotatedText, known: Mapping[int, Span]) -> list[tuple[Segment, Mark]]:
    """Return the notes that have a mark; a numbered line above all text is none, for nothing could have called it."""
    below = next((s.span.end for s in text.of(Zone.PARAGRAPH)), len(text.text))
    segments = [segment for segment in text.of(Zone.NOTE) if segment.span.start >= below]
    marks = (mark_at(text.text, text.content(segment), known) for segment in segments)
    return [(segment, mark) for segment, mark in zip(segments, marks, strict=True) if mark is not None]


def _label(text: AnnotatedText, segment: Segment, mark: Mark) -> Annotation:
    start = text.content(segment).start
    sides = 1 if mark.style == "bracket" else 0
    return Annotation(Span(start, start + mark.end), "label", "notes", Basis.LAYOUT, left=sides, right=sides)


def marks(text: AnnotatedText) -> frozenset[Span]:
    """Return where marks of notes below the text stand in brackets."""
    labels = (_label(text, segment, mark) for segment, mark in _notes(text, raised(text.source)))
    return frozenset(label.span for label in labels if label.left)


def _bearer(text: AnnotatedText, note: Span, call: Span, knowledge: Knowledge) -> Iterator[Annotation]:
    """Claim the cover name before the call and its bearer in the note, if the note says that it is one."""
    mark = mark_of(note.of(text.text))
    inside = Span(note.start + (mark.end if mark else 0), note.end).trimmed(text.text)
    found = knowledge.vocabularies["cover"].whole(inside.of(text.text), blind=False)
    if not found or not found[1]["bearer"]:
        return
    segment = _around(text, call)
    lead = text.text[text.content(segment).start : call.start].rstrip() if segment else ""
    run = _NAMES_BEFORE.search(lead[-80:].rstrip(",.;:”’")) if segment else None
    if segment is None or run is None:
        return
    end = text.content(segment).start + len(lead) - (len(lead[-80:]) - run.end())
    surface = bare_name(text.text, Span(end - len(run.group()), end), knowledge)
    start, stop = found[1].span("bearer")
    bearer = Span(inside.start + start, inside.start + stop)
    said = found[1].groupdict()
    name = said.get("name") or said.get("name2")
    if surface is None or (name and not akin(surface.of(text.text), name)):
        return  # “Fyn Si – I. V. Stalin.” explains “Fyn Si” and no other name
    for span, pseudo in ((surface, True), (bearer, False)):
        known = knowledge.authorities.bearers(span.of(text.text), "person")
        reference: Attributes = (("ref", known[0][0].key),) if len(known) == 1 else ()
        kind: Attributes = (("type", "pseudo"),) if pseudo and reference else ()
        yield Annotation(span, "person", "pseudonyms", Basis.STATED, attributes=(*kind, *reference))


def _around(text: AnnotatedText, span: Span) -> Segment | None:
    return next((s for s in text.segments if s.span.contains(span)), None)
