"""Words that the file sets off from those beside them: “Do *not* inform the commandant”, underlined in the original.

The reader knows it for nothing. A whole paragraph in bold is the layout of a page and says nothing of its words; raised
letters after a number (“14th”) are the habit of a word processor. What is raised and calls a note is a call.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from teicable.annotate.knowledge import Knowledge
from teicable.diagnostics import Diagnostic
from teicable.model.annotation import AnnotatedText, Annotation, Basis, Segment, Zone
from teicable.model.span import Span

_WAYS = ("bold", "italic", "underlined", "superscript", "subscript")
_ZONES = (Zone.PARAGRAPH, Zone.INSTRUCTION, Zone.NOTE, Zone.UNPARSED)
_SAYS = re.compile(r"\w")
_ORDINAL = re.compile(r"(?i:st|nd|rd|th)")


def annotate(text: AnnotatedText, knowledge: Knowledge) -> Iterator[Annotation | Diagnostic]:
    """Claim ``set-off`` on words in running text, with the ways in which they are."""
    segments = [segment for segment in text.segments if segment.zone in _ZONES]
    starts = [segment.span.start for segment in segments]
    styles = knowledge.vocabularies["character-style"]
    known = [(trait.kind, trait.span) for trait in text.source.traits]
    known += [(styles.full(t.value) or "", t.span) for t in text.source.traits if t.kind == "character-style"]
    ways: dict[Span, list[str]] = {}
    for way in _WAYS:
        for span in _joined(text.text, [span for kind, span in known if kind == way]):
            for part in _parts(text, segments[max(0, bisect_right(starts, span.start) - 1) :], span):
                if way != "superscript" or not _ORDINAL.fullmatch(part.of(text.text)):
                    ways.setdefault(part, []).append(way)
    for span, found in ways.items():
        yield Annotation(span, "set-off", "lines", Basis.STATED, attributes=(("rend", " ".join(found)),))


def _joined(text: str, spans: Sequence[Span]) -> Iterator[Span]:
    """Yield stretches of one way; those with nothing but blanks of one line between them are one."""
    last: Span | None = None
    for span in sorted(spans):
        if last is not None and not text[last.end : span.start].strip(" \t"):
            last = Span(last.start, max(last.end, span.end))
            continue
        if last is not None:
            yield last
        last = span
    if last is not None:
        yield last


def _parts(text: AnnotatedText, segments: Sequence[Segment], span: Span) -> Iterator[Span]:
    """Yield what of a stretch is part of a segment, and says something."""
    for segment in segments:
        if segment.span.start >= span.end:
            return
        content = text.content(segment)
        part = Span(max(span.start, content.start), min(span.end, content.end)).trimmed(text.text)
        rest = text.text[content.start : part.start] + text.text[part.end : content.end]
        if part and _SAYS.search(part.of(text.text)) and _SAYS.search(rest):
            yield part
