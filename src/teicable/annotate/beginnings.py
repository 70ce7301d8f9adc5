"""Number and hour that open the text: “346 – FRIDAY – 1800hs – The President …” (see ``segment.beginnings``)."""

from __future__ import annotations

from collections.abc import Iterator

from teicable.annotate.knowledge import Knowledge
from teicable.diagnostics import Diagnostic
from teicable.model.annotation import AnnotatedText, Annotation, Basis, Zone
from teicable.segment import beginnings


def annotate(text: AnnotatedText, knowledge: Knowledge) -> Iterator[Annotation | Diagnostic]:
    """Claim ``number`` (of the cable) and ``date`` (the hour of sending) in the first paragraph."""
    first = next(text.of(Zone.PARAGRAPH), None)
    found = beginnings.hour(text.text, text.content(first), knowledge.vocabularies) if first else None
    if found:
        yield Annotation(found.number, "number", "numbers", Basis.LAYOUT, attributes=(("type", "cable"),))
        when = (("type", "sent"), ("when", found.hour.iso))
        yield Annotation(found.hour.span, "date", "dates", Basis.LAYOUT, attributes=when)
