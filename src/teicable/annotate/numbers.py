"""Numbers of the telegram and of its copies: “Special no. 550”, “CIPHERED TELEGRAM No. 3305”, “5 copies”.

American and Brazilian telegrams open their text with it: “841. Deptel 702, Mar 9.”, “204 – THURSDAY – 18hs15 – …”.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from teicable.annotate.knowledge import Knowledge
from teicable.diagnostics import Diagnostic
from teicable.model.annotation import AnnotatedText, Annotation, Basis, Certainty, Segment, Zone
from teicable.model.span import Span
from teicable.segment import copies

_NUMBERED = (Zone.NUMBER, Zone.HEAD)
_COUNTED = (Zone.TOTAL, Zone.DISTRIBUTION_HEAD, Zone.DISTRIBUTION)
_NUMBER = re.compile(r"(?<!\w)(?:[A-Z]{1,2}[ \t]?)?\d[\d.,]*(?:[-–/][\w.-]+)*")
_OPENS = re.compile(r"(?P<n>[1-9]\d{0,4})\.[ \t]+(?=[\[“\"A-Z])")
_WITH_HOUR = re.compile(
    r"(?P<n>[1-9]\d{0,4})[ \t]*[-–—]+[ \t]*(?:(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)\b", re.IGNORECASE
)


def annotate(text: AnnotatedText, knowledge: Knowledge) -> Iterator[Annotation | Diagnostic]:
    """Claim ``number`` (TEI ``idno``) on numbers of forms and headings, ``total`` (``measure``) on stated copies."""
    yield from _opening(text, knowledge)
    for segment in text.segments:
        if segment.zone in _NUMBERED:
            yield from _numbers(text, segment, text.content(segment), knowledge)
        elif segment.zone in _COUNTED:
            stated = copies.stated(text.text, text.content(segment))
            if stated:
                attributes = (("type", "copies"), ("quantity", str(stated[1])))
                yield Annotation(stated[0], "total", "numbers", Basis.STATED, attributes=attributes)


def _opening(text: AnnotatedText, knowledge: Knowledge) -> Iterator[Annotation]:
    """Claim the number that opens the text, where the form above it has none.

    A number and a full stop could open a list; below a decimal file number of the Department of State, or with
    three figures, it is that of the telegram.
    """
    if any(part.get("type") == "cable" for part in text.of(Zone.NUMBER)):
        return
    if any(any(map(str.isdigit, text.words(part))) for part in text.of(Zone.HEAD)):
        return
    filed = any(knowledge.vocabularies["file"].whole(text.words(part)) for part in text.of(Zone.SOURCE))
    for position, part in enumerate(islice(text.of(Zone.PARAGRAPH), 3)):
        content = text.content(part)
        found = _WITH_HOUR.match(text.text, *content) or (_OPENS.match(text.text, *content) if not position else None)
        if found and (filed or found.re is _WITH_HOUR or len(found["n"]) > 2):
            certainty = Certainty.HIGH if filed or found.re is _WITH_HOUR else Certainty.MEDIUM
            where = Span(*found.span("n"))
            yield Annotation(where, "number", "numbers", Basis.LAYOUT, certainty, (("type", "cable"),))
            return


def _numbers(text: AnnotatedText, segment: Segment, content: Span, knowledge: Knowledge) -> Iterator[Annotation]:
    start = content.start
    table = knowledge.vocabularies["number"]
    label = table.match(text.text, start)
    if segment.zone is Zone.HEAD:
        name = knowledge.vocabularies["doctype"].match(text.text, start)
        if name is None:
            return
        blank = len(text.text[name[1] : content.end]) - len(text.text[name[1] : content.end].lstrip())
        label = table.match(text.text, name[1] + blank)
    if label is None and segment.zone is Zone.HEAD:
        return
    kind = "cable" if segment.zone is Zone.HEAD else segment.get("type", "cable")
    for found in _NUMBER.finditer(text.text, label[1] if label else start, content.end):
        span = Span(found.start(), found.start() + len(found.group().rstrip(".,")))
        yield Annotation(span, "number", "numbers", Basis.STATED, attributes=(("type", kind),))
