"""Draw the facts of a cable from settled claims, each with its evidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from teicable import chronology, route, shelfmarks
from teicable.annotate.knowledge import Knowledge
from teicable.model.annotation import AnnotatedText, Basis, Certainty, Segment, Zone
from teicable.model.record import CableRecord, Fact, Shelfmark
from teicable.model.settled import SettledText
from teicable.model.span import Span
from teicable.vocabularies import Vocabularies

_STATED = (Zone.SOURCE,)
_NUMBER = re.compile(r"[ \t]*(?P<n>(?:[A-Z]{1,2}[ \t]?)?\d(?:[.,]?\d)*(?:[-–/][\w.-]+)*)")


def describe(settled: SettledText, knowledge: Knowledge) -> CableRecord:
    """Return the facts; what the source does not say stays absent."""
    headline = next(settled.of(Zone.HEADLINE), None)
    title = Fact(settled.words(headline), settled.words(headline), settled.content(headline)) if headline else None
    statements = list(_statements(settled, knowledge.vocabularies))
    marks = _shelfmarks(statements)
    return CableRecord(
        title=title,
        date=_date(settled, knowledge),
        doctype=_doctype(settled, title, knowledge),
        numbers=tuple(_numbers(settled)) or tuple(_headed_numbers(title, knowledge)),
        classification=tuple(_categories(settled, Zone.CLASSIFICATION, title, knowledge)),
        handling=tuple(_categories(settled, Zone.HANDLING, title, knowledge)),
        language=_language(settled, knowledge),
        languages=tuple(sorted({claim.get("xml:lang") for claim in settled.annotations if claim.get("xml:lang")})),
        correspondences=route.correspondences(settled, title.value if title else "", knowledge),
        shelfmarks=marks,
        provenance=_distinct((stated.provenance, where) for stated, where in statements),
        translators=_distinct((name, where) for stated, where in statements for name in stated.translators),
        contributors=_distinct((name, where) for stated, where in statements for name in stated.contributors),
        page=tuple(_page(settled, statements)),
    )


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
        for claim in settled.within(line.span, "date"):
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
        # “SEOUL 03127” in the heading of a page and “SEOUL 3127” in the message are one number.
        if claim.kind == "number" and (claim.get("type"), value.lstrip("0")) not in seen:
            seen.add((claim.get("type"), value.lstrip("0")))
            yield claim.get("type"), Fact(value, value, claim.span)


def _headed_numbers(title: Fact | None, knowledge: Knowledge) -> Iterator[tuple[str, Fact]]:
    """Read the number that only the headline has: “Telegram from Jakarta to Bucharest, TOP SECRET, No. 41.307”."""
    for part in _title_parts(title):
        kind = knowledge.vocabularies["doctype"].match(part)
        begin = kind[1] + len(part[kind[1] :]) - len(part[kind[1] :].lstrip()) if kind else 0
        label = knowledge.vocabularies["number"].match(part, begin)
        number = _NUMBER.match(part, label[1]) if label and label[0] in ("cable", "sender") else None
        if number:
            yield "cable", Fact(number["n"], number["n"], title.evidence if title else None)
            return


def _categories(settled: SettledText, zone: Zone, title: Fact | None, knowledge: Knowledge) -> Iterator[Fact]:
    """Yield each marking once: those of the cable, or, where it has none, those that the headline names."""
    seen: set[str] = set()
    for part in settled.of(zone):
        if part.get("category") not in seen:
            seen.add(part.get("category"))
            yield _marking(settled, part)
    if seen:
        return
    for words in _title_parts(title):
        category = knowledge.vocabularies[str(zone)].full(words)
        if category and category not in seen:
            seen.add(category)
            yield Fact(category, words, title.evidence if title else None, Basis.VOCABULARY)


def _title_parts(title: Fact | None) -> list[str]:
    """Return the parts of a headline between commas."""
    return [part.strip() for part in title.value.split(",")] if title else []


def _marking(settled: SettledText, part: Segment) -> Fact:
    return Fact(part.get("category"), settled.words(part), settled.content(part), Basis.VOCABULARY)


def _statements(text: AnnotatedText, vocabularies: Vocabularies) -> Iterator[tuple[shelfmarks.Statement, Span]]:
    """Read each statement of source, that of several lines as one; with where it stands."""
    numbered = [(i, s) for i, s in enumerate(text.segments) if s.zone in _STATED]
    for _, group in groupby(enumerate(numbered), key=lambda pair: pair[1][0] - pair[0]):
        run = [segment for _, (_, segment) in group]
        where = Span(text.content(run[0]).start, text.content(run[-1]).end)
        stated = shelfmarks.read(where.of(text.text), vocabularies)
        marks = tuple(replace(mark, evidence=where) for mark in stated.shelfmarks)
        yield replace(stated, shelfmarks=marks), where


def _shelfmarks(statements: list[tuple[shelfmarks.Statement, Span]]) -> tuple[Shelfmark, ...]:
    """Return the shelfmarks of the first statement that has some.

    A page with two cables states each: another statement is no copy of the first, but makes it doubtful.
    """
    stated = [statement.shelfmarks for statement, _ in statements if statement.shelfmarks]
    if not stated:
        return ()
    places = {tuple((mark.repository, mark.parts, mark.rest) for mark in marks) for marks in stated}
    doubtful = len(places) > 1
    return tuple(replace(m, certainty=Certainty.MEDIUM) if doubtful else m for m in stated[0])


def _distinct(found: Iterator[tuple[str, Span]]) -> tuple[Fact, ...]:
    facts: dict[str, Fact] = {}
    for value, where in found:
        if value:
            facts.setdefault(value, Fact(value, value, where))
    return tuple(facts.values())


def _page(settled: SettledText, statements: list[tuple[shelfmarks.Statement, Span]]) -> Iterator[tuple[str, Fact]]:
    """Yield address and record number of the page: those that stand in its words, else those that the file states."""
    found: dict[str, Fact] = {}
    for stated, where in statements:
        if stated.address:
            found.setdefault("URI", Fact(stated.address, stated.address, where))
    for part in settled.of(Zone.FURNITURE):
        if part.get("of") == "record":
            found.setdefault("record", Fact(settled.words(part), settled.words(part), settled.content(part)))
    for kind, value in settled.source.stated:
        found.setdefault(kind, Fact(value))
    yield from ((kind, found[kind]) for kind in ("URI", "record") if kind in found)


def page_language(text: AnnotatedText, vocabularies: Vocabularies) -> Fact | None:
    """Return the language of the original that the page states, by a label or in “translated from Russian”."""
    for part in text.of(Zone.FURNITURE):
        code = vocabularies["tongue"].full(text.words(part)) if part.get("of") == "language" else None
        if code:
            return Fact(code, text.words(part), text.content(part))
    stated = ((found.language, where) for found, where in _statements(text, vocabularies) if found.language)
    return next((Fact(language, "", where) for language, where in stated), None)


def _language(settled: SettledText, knowledge: Knowledge) -> Fact | None:
    """Return the language of the original: that of the page, of quoted words, or of all documents of the edition."""
    stated = page_language(settled, knowledge.vocabularies)
    if stated is not None:
        return stated
    sure = (c for c in settled.annotations if c.kind == "foreign" and c.certainty is Certainty.HIGH)
    found = {claim.get("xml:lang").partition("-")[0] for claim in sure}
    if len(found) == 1:
        return Fact(found.pop(), basis=Basis.MORPHOLOGY)
    if knowledge.original:
        return Fact(knowledge.original, basis=Basis.EDITOR, certainty=Certainty.MEDIUM)
    return None
