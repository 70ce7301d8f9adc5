"""Draw the facts of a cable from settled claims, each with its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from teicable import chronology, route
from teicable.annotate.knowledge import Knowledge
from teicable.model.annotation import Annotation, Basis, Certainty, Segment, Zone
from teicable.model.record import CableRecord, Fact
from teicable.model.settled import SettledText
from teicable.model.span import Span


def describe(settled: SettledText, knowledge: Knowledge) -> CableRecord:
    """Return the facts; what the source does not say stays absent."""
    headline = next(settled.of(Zone.HEADLINE), None)
    title = Fact(settled.words(headline), settled.words(headline), settled.content(headline)) if headline else None
    return CableRecord(
        title=title,
        date=_date(settled, knowledge),
        doctype=_doctype(settled, title, knowledge),
        numbers=tuple(_numbers(settled)),
        classification=tuple(_categories(settled, Zone.CLASSIFICATION)),
        handling=tuple(_categories(settled, Zone.HANDLING)),
        language=_language(settled, knowledge),
        languages=tuple(sorted({claim.get("xml:lang") for claim in settled.annotations if claim.get("xml:lang")})),
        correspondences=route.correspondences(settled, title.value if title else "", knowledge),
    )


def claims_in(settled: SettledText, span: Span, *kinds: str) -> list[Annotation]:
    """Return the claims of some kinds that lie in a span, in order."""
    return [c for c in settled.annotations if c.kind in kinds and span.contains(c.span)]


def _date(settled: SettledText, knowledge: Knowledge) -> Fact | None:
    """Return the date of the document: the headline's, else that of sending, of signing, of any other line."""
    headline = next(settled.of(Zone.HEADLINE_DATE), None)
    if headline is not None:
        span = settled.content(headline)
        moment = next(chronology.find(settled.text, span, knowledge.order), None)
        if moment is not None and moment.date:
            return Fact(moment.date, settled.words(headline), span)
    lines = list(settled.of(Zone.DATELINE, Zone.DATE))
    lines.sort(key=lambda line: (line.get("type") != "sent", line.zone is not Zone.DATE, line.span))
    for line in lines:
        for claim in claims_in(settled, line.span, "date"):
            day = claim.get("when").partition("T")[0]
            if day[:1].isdigit() and day.count("-") == 2:
                return Fact(day, claim.span.of(settled.text), claim.span, claim.basis, claim.certainty)
    return None


def _doctype(settled: SettledText, title: Fact | None, knowledge: Knowledge) -> Fact | None:
    head = next((part for part in settled.of(Zone.HEAD) if part.get("category")), None)
    if head is not None:
        return Fact(head.get("category"), settled.words(head), settled.content(head), Basis.VOCABULARY)
    found = knowledge.vocabularies["doctype"].find(title.value) if title else None
    if title is None or found is None:
        return None
    return Fact(found[0], title.value[found[1] : found[2]], title.evidence, Basis.VOCABULARY)


def _numbers(settled: SettledText) -> Iterator[tuple[str, Fact]]:
    seen: set[tuple[str, str]] = set()
    for claim in settled.annotations:
        value = claim.span.of(settled.text)
        if claim.kind == "number" and (claim.get("type"), value) not in seen:
            seen.add((claim.get("type"), value))
            yield claim.get("type"), Fact(value, value, claim.span)


def _categories(settled: SettledText, zone: Zone) -> Iterator[Fact]:
    seen: set[str] = set()
    for part in settled.of(zone):
        if part.get("category") not in seen:
            seen.add(part.get("category"))
            yield _marking(settled, part)


def _marking(settled: SettledText, part: Segment) -> Fact:
    return Fact(part.get("category"), settled.words(part), settled.content(part), Basis.VOCABULARY)


def _language(settled: SettledText, knowledge: Knowledge) -> Fact | None:
    """Return the language of the original: that of quoted words, else what the edition says of all its documents."""
    found = {c.get("xml:lang").partition("-")[0] for c in settled.annotations if c.kind == "foreign"}
    if len(found) == 1:
        return Fact(found.pop(), basis=Basis.MORPHOLOGY)
    if knowledge.original:
        return Fact(knowledge.original, basis=Basis.EDITOR, certainty=Certainty.MEDIUM)
    return None
