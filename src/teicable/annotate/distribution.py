"""Who got copies, on one line: “Copies: Stalin (2), Molotov”; and who typed or drafted: “Typed by Bantsekina”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teicable.annotate.knowledge import Knowledge
from teicable.diagnostics import Diagnostic
from teicable.model.annotation import AnnotatedText, Annotation, Basis, Certainty, GroupKind, Segment, Zone
from teicable.model.span import Span
from teicable.segment import copies

_ZONES = (Zone.DISTRIBUTION, Zone.NOTE, Zone.FIELD, Zone.LABEL, Zone.RECIPIENT, Zone.PRODUCTION)
_ITEM = re.compile(r"[^,;]+(?:[,;]|$)")
_FIGURE = re.compile(
    r"[(\[](?P<copies>\d{1,3})(?:[ \t]+cop(?:y|ies))?[)\]]|[-–][ \t]*(?P<dash>\d{1,3})(?=[,;. ]*$)"
    r"|(?:\.{3,}|…|_{3,}|\.[ \t]\.)[ \t]*(?P<led>\d{1,3})$"
)
_SEVERAL = re.compile(r"(?P<first>\d{1,2})[ \t]*(?P<to>,|and|-|–)[ \t]*(?P<last>\d{1,2})(?!\d)")
_COUNT = re.compile(r"(?P<n>\d{1,2})[ \t]*[-–—]{1,2}")
_GAP = re.compile(r"\[[.… ]*\]\d{0,2}[.,;]?")
_LONGEST = 600
_NAME_AT_MOST = 60
_NAME = re.compile(r"[^\W\d_a-z][\w’'-]+(?:[ \t]+[^\W\d_a-z][\w’'-]+)*")


def annotate(text: AnnotatedText, knowledge: Knowledge) -> Iterator[Annotation | Diagnostic]:
    """Claim ``list-head``, ``recipient`` and ``copies`` in copy lines, ``person`` with a role in production lines."""
    for group in text.groups:
        if group.kind is GroupKind.COPIES:
            yield from _counted(text, text.segments[group.first : group.last])
    for segment in text.of(*_ZONES):
        content = text.content(segment)
        if segment.zone is Zone.DISTRIBUTION:
            head = content.start + copies.head_of(content.of(text.text), knowledge.vocabularies)
            if not content.start < head < content.end:
                continue
            several = (
                knowledge.vocabularies["honorific"].of("several").match(text.text, head + _blanks(text.text, head))
            )
            head = several[1] if several and several[1] < content.end else head  # “Excerpts to: Cdes. Orlen, Nemo”
            yield _claim(Span(content.start, head), "list-head")
            for found in _ITEM.finditer(text.text, head, content.end):
                span = Span(*found.span()).trimmed(text.text)
                if span and not _GAP.fullmatch(text.text, *span):
                    yield _claim(span, "recipient")
                    yield from _copies(text.text, span)
        elif segment.zone in (Zone.NOTE, Zone.FIELD):
            yield from _told(text.text, content, knowledge)
        elif segment.zone is Zone.LABEL:
            yield from _several(text.text, content)
        elif segment.zone is Zone.RECIPIENT:
            yield from _copies(text.text, content)
        elif segment.zone is Zone.PRODUCTION:
            yield from _maker(text.text, content, knowledge)


def _copies(text: str, span: Span) -> Iterator[Annotation]:
    found = _FIGURE.search(text, *span)
    if found:
        name = found.lastgroup or ""
        attributes = (("type", "copies"), ("value", found[name]))
        yield Annotation(Span(*found.span(name)), "copies", "numbers", Basis.STATED, attributes=attributes)


def _told(text: str, content: Span, knowledge: Knowledge) -> Iterator[Annotation]:
    """Claim the recipients that a note lists: “[Translator’s note: Distribution for this cable is as follows: …]”."""
    words = content.of(text)
    found = knowledge.vocabularies["distribution"].of("told").find(words) if len(words) <= _LONGEST else None
    if found is None:
        return
    closed = words.startswith("[") and words.endswith("]") and words.count("[") == words.count("]")
    start, end = content.start + found[1], content.end - closed
    head = content.start + found[2]
    several = knowledge.vocabularies["honorific"].of("several").match(text, head + _blanks(text, head))
    head = several[1] if several and several[1] < end else head
    items = [Span(*item.span()).trimmed(text) for item in _ITEM.finditer(text, head, end)]
    items = [item for item in items if item]
    if not items or any(item.length > _NAME_AT_MOST for item in items):
        return
    yield _claim(Span(start, head), "list-head")
    for item in items:
        yield _claim(item, "recipient")
        yield from _copies(text, item)


def _counted(text: AnnotatedText, parts: tuple[Segment, ...]) -> Iterator[Annotation]:
    """Claim the figures before recipients as copies where they are no numbers of a list but add up to the total.

    “Produced in 4 copies: / 1 – Comrade Orlen / 2 – Comrade Nemo / 1 – Comrade Tarn”.
    """
    labels = [_COUNT.fullmatch(text.words(part)) for part in parts if part.zone is Zone.LABEL]
    heads = [part for part in parts if part.zone is Zone.DISTRIBUTION_HEAD]
    stated = copies.stated(text.text, text.content(heads[0])) if heads else None
    figures = [int(label["n"]) for label in labels if label]
    if len(figures) < max(2, len(labels)) or figures == sorted(set(figures)) or not stated or sum(figures) != stated[1]:
        return
    for part in parts:
        if part.zone is Zone.LABEL:
            figure = _COUNT.match(text.text, *text.content(part))
            where = Span(*figure.span("n")) if figure else text.content(part)
            attributes = (("type", "copies"), ("value", where.of(text.text)))
            yield Annotation(where, "copies", "numbers", Basis.STATED, attributes=attributes)


def _blanks(text: str, position: int) -> int:
    return len(text[position : position + 20]) - len(text[position : position + 20].lstrip(" \t"))


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
