"""Numbers of the telegram and of its copies: “Special no. 550”, “CIPHERED TELEGRAM No. 3305”, “5 copies”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teicable.annotate.knowledge import Knowledge
from teicable.diagnostics import Diagnostic
from teicable.model.annotation import AnnotatedText, Annotation, Basis, Segment, Zone
from teicable.model.span import Span

_NUMBER = re.compile(r"(?:[A-Z]{1,2}[ \t]?)?\d[\d.,]*(?:[-–/][\w.-]+)*")
_COPIES = re.compile(
    r"(?P<word>\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)[ \t]+cop(?:y|ies)\b"
    r"|(?:copies(?: made)?|total)[ \t]*[-–:][ \t]*(?P<figure>\d{1,3})",
    re.IGNORECASE,
)
_WORDS = {
    w: i for i, w in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])
}


def annotate(text: AnnotatedText, knowledge: Knowledge) -> Iterator[Annotation | Diagnostic]:
    """Claim ``number`` (TEI ``idno``) on numbers of forms and headings, ``total`` (``measure``) on stated copies."""
    for segment in text.segments:
        content = text.content(segment)
        if segment.zone in (Zone.NUMBER, Zone.HEAD):
            yield from _numbers(text, segment, content, knowledge)
        elif segment.zone in (Zone.TOTAL, Zone.DISTRIBUTION_HEAD, Zone.DISTRIBUTION):
            found = _COPIES.search(text.text, *content)
            if found:
                word = (found["word"] or found["figure"]).lower()
                attributes = (("type", "copies"), ("quantity", str(_WORDS.get(word, word))))
                yield Annotation(Span(*found.span()), "total", "numbers", Basis.STATED, attributes=attributes)


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
