"""Who got copies, on one line: “Copies: Stalin (2), Molotov”; and who typed or drafted: “Typed by Bantsekina”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teicable.annotate.knowledge import Knowledge
from teicable.diagnostics import Diagnostic
from teicable.model.annotation import AnnotatedText, Annotation, Basis, Certainty, Zone
from teicable.model.span import Span
from teicable.segment import copies

_ITEM = re.compile(r"[^,;]+(?:[,;]|$)")
_FIGURE = re.compile(r"[(\[](?P<copies>\d{1,3})[)\]]|[-–][ \t]*(?P<dash>\d{1,3})(?=[,;. ]*$)")
_SEVERAL = re.compile(r"(?P<first>\d{1,2})[ \t]*(?P<to>,|and|-|–)[ \t]*(?P<last>\d{1,2})(?!\d)")
_NAME = re.compile(r"[^\W\d_a-z][\w’'-]+(?:[ \t]+[^\W\d_a-z][\w’'-]+)*")


def annotate(text: AnnotatedText, knowledge: Knowledge) -> Iterator[Annotation | Diagnostic]:
    """Claim ``list-head``, ``recipient`` and ``copies`` in copy lines, ``person`` with a role in production lines."""
    for segment in text.segments:
        content = text.content(segment)
        if segment.zone is Zone.DISTRIBUTION:
            head = content.start + copies.head_of(content.of(text.text), knowledge.vocabularies)
            if not content.start < head < content.end:
                continue
            yield _claim(Span(content.start, head), "list-head")
            for found in _ITEM.finditer(text.text, head, content.end):
                span = Span(*found.span()).trimmed(text.text)
                if span:
                    yield _claim(span, "recipient")
                    yield from _copies(text.text, span)
        elif segment.zone is Zone.LABEL:
            yield from _several(text.text, content)
        elif segment.zone is Zone.RECIPIENT:
            yield from _copies(text.text, content)
        elif segment.zone is Zone.PRODUCTION:
            yield from _maker(text.text, content, knowledge)


def _copies(text: str, span: Span) -> Iterator[Annotation]:
    found = _FIGURE.search(text, *span)
    if found:
        name = "copies" if found["copies"] else "dash"
        attributes = (("type", "copies"), ("value", found[name]))
        yield Annotation(Span(*found.span(name)), "copies", "numbers", Basis.STATED, attributes=attributes)


def _several(text: str, label: Span) -> Iterator[Annotation]:
    """Claim how many copies a label counts: “Nº 3 and 4 - to file”, “4-5. 10th department”."""
    found = _SEVERAL.search(text, *label)
    first, last = (int(found["first"]), int(found["last"])) if found else (0, 0)
    if found and first < last:
        count = last - first + 1 if found["to"] in "-–" else 2
        attributes = (("type", "copies"), ("value", str(count)))
        yield Annotation(Span(*found.span()), "copies", "numbers", Basis.STATED, attributes=attributes)


def _maker(text: str, content: Span, knowledge: Knowledge) -> Iterator[Annotation]:
    label = knowledge.vocabularies["production"].match(text, content.start)
    name = _NAME.search(text, label[1], content.end) if label else None
    if label and name and not text[label[1] : name.start()].strip(" :["):
        attributes = (("role", label[0]),)
        yield Annotation(Span(*name.span()), "person", "production", Basis.LAYOUT, Certainty.HIGH, attributes)


def _claim(span: Span, kind: str) -> Annotation:
    return Annotation(span, kind, "distribution", Basis.VOCABULARY)
