"""Dates and times: “4:10 am, 14 May 1950”, “13.7.50”, “31.8 17:27”.

Labelled lines of the form give the kind of date (sent, received …). In running text only what names a month, or has
day, month and year, is taken: “3.5” is as likely a quantity. A year the line leaves out is taken over only on labelled
lines, only if the page states one single year, and is marked as less certain.
"""

from __future__ import annotations

from collections.abc import Iterator

from teicable.annotate.knowledge import Knowledge
from teicable.chronology import Moment, days, find
from teicable.diagnostics import Diagnostic
from teicable.model.annotation import OUTSIDE, AnnotatedText, Annotation, Attributes, Basis, Certainty, Segment, Zone
from teicable.model.span import Span

_LABELLED = (Zone.DATELINE, Zone.DATE)
_SILENT = OUTSIDE | {Zone.NUMBER, Zone.SHEET, Zone.LABEL, Zone.RULE, Zone.HANDLING, Zone.CLASSIFICATION}


def annotate(text: AnnotatedText, knowledge: Knowledge) -> Iterator[Annotation | Diagnostic]:
    """Claim ``date`` with ``when`` (local, as written) and, on labelled lines, ``type``."""
    for segment in text.besides(_SILENT):
        content = text.content(segment)
        if segment.get("type") == "days":
            yield from _days(text.text, content)
            continue
        for moment in find(text.text, content, knowledge.order, labelled=segment.zone is Zone.DATELINE):
            claim = _claim(moment, segment, knowledge)
            if claim is not None:
                yield claim


def _days(text: str, content: Span) -> Iterator[Annotation]:
    """Claim the days of sending and receipt written in one."""
    for kind, moment in zip(("sent", "received"), days(text, content) or (), strict=False):
        if moment.date:
            attributes: Attributes = (("type", kind), ("when", moment.date))
            yield Annotation(moment.span, "date", "dates", Basis.STATED, attributes=attributes)


def _turned(moment: Moment) -> Moment:
    """Return a date written with numbers as the other order of day and month has it."""
    return moment._replace(month=moment.day, day=moment.month)


def _claim(moment: Moment, segment: Segment, knowledge: Knowledge) -> Annotation | None:
    labelled = segment.zone in _LABELLED
    if not labelled and not moment.date:
        return None
    basis, certainty = Basis.STATED, Certainty.HIGH
    if labelled and moment.month and not moment.year and knowledge.year:
        moment, basis, certainty = moment._replace(year=knowledge.year), Basis.LAYOUT, Certainty.MEDIUM
    if moment.numeric and not moment.decided and not knowledge.order_shown:
        certainty = Certainty.MEDIUM
    if labelled and moment.numeric and not moment.decided and _turned(moment).date == knowledge.day != moment.date:
        # “dispatched on 11.05.1964” below the headline “November 5, 1964”, though the text writes the day first.
        moment, basis, certainty = _turned(moment), Basis.LAYOUT, Certainty.MEDIUM
    if moment.doubtful:
        certainty = Certainty.LOW
    attributes: Attributes = (("when", moment.iso),)
    if segment.zone is Zone.DATELINE and segment.get("type"):
        attributes = (("type", segment.get("type")), *attributes)
    return Annotation(moment.span, "date", "dates", basis, certainty, attributes)
