"""List what one document leaves to its editors: claims the machine is not sure of, findings, conflicts, decisions."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace

from teicable.conversion import Reading
from teicable.diagnostics import Diagnostic, Severity
from teicable.model.annotation import Annotation, Basis, Certainty
from teicable.model.decision import Decision, Item, Open, Subject, value_of
from teicable.model.elements import ELEMENTS
from teicable.model.quotation import Quotable
from teicable.model.span import Span
from teicable.resolve.decisions import words_of
from teicable.review.log import Log

LOST = "A011"
"""Code of a decision that cannot be applied."""
_GLOSS = "pseudonyms"
_NAMES = frozenset({"persName", "placeName", "orgName"})
_SILENT = frozenset({"choice", "divided", "letterspaced", "page", "label", "call"})
"""Kinds that carry no decision of their own."""


def items(document: str, reading: Reading, log: Log, still: Collection[tuple[str, str]] | None = None) -> list[Item]:
    """Return what is to be decided and what is decided of a document, in the order of its text.

    A finding about words that are claimed is told with the claim. What editors have decided is listed as they saw it.
    Of an edited file, ``still`` are the claims of the machine that its editor left there, as element and words: what
    else is open in it is its editor's.
    """
    listing = _Listing(document, reading, log)
    decided = listing.decisions()
    taken = {span for span, item in decided if item.code != LOST}
    opened = listing.conflicts()
    taken |= {span for span, _ in opened}
    claims = [(span, item) for span, item in listing.claims() if span not in taken]
    if still is not None:
        claims = [pair for pair in claims if (pair[1].subject.claim, pair[1].subject.quote.exact) in still]
    claimed = {span for span, _ in claims}
    claims = list(_together(claims, reading.settled.text))
    findings = [] if still is not None else listing.findings(taken | claimed)
    found = [*decided, *opened, *claims, *findings]
    return [item for _, item in sorted(found, key=lambda pair: (pair[0], pair[1].subject.claim, pair[1].key))]


def due(item: Item) -> bool:
    """Tell whether an item waits for a person: it is undecided and not sure, or its decision does not hold any more."""
    if item.decision is not None:
        return item.code == LOST
    return item.certainty is not Certainty.HIGH


def alike(item: Item, items: Iterable[Item]) -> list[Item]:
    """Return the undecided items with the same words and the same claim, the item itself among them."""
    subject = item.subject
    return [
        other
        for other in items
        if (other.subject.claim, other.subject.value, other.subject.quote.exact)
        == (subject.claim, subject.value, subject.quote.exact)
        and (other.decision is None or other.key == item.key)
    ]


def each(listed: Iterable[Item]) -> Iterator[Item]:
    """Yield items, and those that stand and fall with them."""
    for item in listed:
        yield item
        yield from item.companions


def _together(claims: list[tuple[Span, Item]], text: str) -> Iterator[tuple[Span, Item]]:
    """Yield claims, those of a gloss as one: of “Filippov [Stalin]” the name with the bracket and the name in it."""
    ordered = sorted(claims, key=lambda pair: (pair[0].start, -pair[0].end))
    position = 0
    while position < len(ordered):
        span, item = ordered[position]
        position += 1
        found: list[Item] = []
        end = span.end
        while position < len(ordered) and item.subject.claim in _NAMES and _glosses(ordered[position], item, end, text):
            note, companion = ordered[position]
            position += 1
            found.append(companion)
            end = max(end, note.end)
        yield span, replace(item, companions=tuple(found))


def _glosses(pair: tuple[Span, Item], item: Item, end: int, text: str) -> bool:
    """Tell whether a claim is the bracket behind a name, or stands in it, and is as sure as the name."""
    span, other = pair
    if (other.rule, other.certainty, item.rule) != (_GLOSS, item.certainty, _GLOSS):
        return False
    behind = other.subject.claim == "note" and span.start >= end and not text[end : span.start].strip()
    return behind or span.end <= end


class _Listing:
    def __init__(self, document: str, reading: Reading, log: Log) -> None:
        self._document, self._log = document, log
        self._settled, self._found, self._lost = reading.settled, reading.found, reading.lost
        self._quotable = Quotable(reading.settled.text)

    def claims(self) -> Iterator[tuple[Span, Item]]:
        """Yield the claims of the machine, each with what was found about its words."""
        found = {words_of(d, self._settled.text): d for d in self._reviews()}
        for claim in self._settled.annotations:
            if claim.kind in _SILENT or claim.kind not in ELEMENTS or claim.get("prev"):
                continue
            if claim.basis is Basis.EDITOR:
                continue
            span = self._whole(claim)
            subject = Subject(ELEMENTS[claim.kind], value_of(dict(claim.attributes)), self._quotable.quote(span))
            item = self._item(subject, span, claim.certainty, found.get(span))
            yield span, replace(item, rule=claim.recogniser, basis=str(claim.basis))

    def findings(self, claimed: set[Span]) -> list[tuple[Span, Item]]:
        """Return what was found about words that nothing else here is about."""
        listed = []
        for diagnostic in self._reviews():
            span = words_of(diagnostic, self._settled.text)
            if span and span not in claimed:
                subject = Subject(diagnostic.code, diagnostic.proposes, self._quotable.quote(span))
                listed.append((span, self._item(subject, span, Certainty.LOW, diagnostic)))
        return listed

    def decisions(self) -> list[tuple[Span, Item]]:
        """Return what was decided; what cannot be applied any more with its finding."""
        return [self._decided(decision) for decision in self._log.decisions]

    def conflicts(self) -> list[tuple[Span, Item]]:
        """Return the conflicts between the machine and an edited file."""
        return [self._opened(conflict) for conflict in self._log.open]

    def _reviews(self) -> Iterator[Diagnostic]:
        for diagnostic in self._found:
            if diagnostic.severity is Severity.REVIEW and diagnostic.location.line and diagnostic.code != LOST:
                yield diagnostic

    def _decided(self, decision: Decision) -> tuple[Span, Item]:
        span = self._quotable.find(decision.subject.quote) or Span(0, 0)
        lost = next((diagnostic for other, diagnostic in self._lost if other == decision), None)
        return span, replace(self._item(decision.subject, span, Certainty.HIGH, lost), decision=decision)

    def _opened(self, conflict: Open) -> tuple[Span, Item]:
        span = self._quotable.find(conflict.subject.quote) or Span(0, 0)
        return span, replace(self._item(conflict.subject, span, Certainty.LOW, None), editor=conflict.editor)

    def _item(self, subject: Subject, span: Span, certainty: Certainty, found: Diagnostic | None) -> Item:
        quote, source = subject.quote, self._settled.source
        before, _, after = self._quotable.shown(span) if span else (quote.prefix, "", quote.suffix)
        code, message, hint = (found.code, found.message, found.hint) if found else ("", "", "")
        place = f"source/{source.location(span.start)}" if span else f"source/{source.name}"
        return Item(self._document, subject, place, certainty, code, message, hint, "", "", before, after)

    def _whole(self, claim: Annotation) -> Span:
        """Return the whole of a claim that was divided at the border of lines or paragraphs."""
        end = claim
        while following := end.get("next"):
            after = (c for c in self._settled.annotations if c.get("xml:id") == following.removeprefix("#"))
            end = next(after, replace(end, attributes=()))
        return Span(claim.span.start, end.span.end)
