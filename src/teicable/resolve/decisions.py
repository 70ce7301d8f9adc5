"""Apply what editors decided: an approved claim stands before all others, a rejected one is never made.

A decision names words and what they were taken for, not a rule or an offset, so it holds when rules, word lists,
authority files or other lines of the transcript have changed. One whose words cannot be found any more, or which
refers to an entry that is gone, is reported (``A011``) and kept: only its editor can say what becomes of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from teicable.authorities import Authorities
from teicable.diagnostics import Diagnostic, Location, Severity
from teicable.model.annotation import AnnotatedText, Annotation, Basis, Segment, Zone
from teicable.model.decision import TELLING, Decision, Verdict, attributes_of, value_of
from teicable.model.elements import BRACKETED, ELEMENTS, WRITABLE
from teicable.model.quotation import Quotable
from teicable.model.record import CableRecord, Correspondence, Party
from teicable.model.settled import SettledText
from teicable.model.source import SourceText
from teicable.model.span import Span
from teicable.resolve.rank import NAMES

LINES = frozenset(
    {
        *(Zone.OFFICE, Zone.NUMBER, Zone.SHEET, Zone.FIELD, Zone.DATELINE, Zone.ADDRESS, Zone.HEAD, Zone.SALUTATION),
        *(Zone.PARAGRAPH, Zone.INSTRUCTION, Zone.SIGNATURE, Zone.DATE, Zone.DISTRIBUTION, Zone.PRODUCTION),
    }
)
"""What an editor can say of a line that no rule understood."""
LINE, OFFICE = "S101", "A010"
"""Findings whose replacement is no element: what line it is, who held an office."""
_PAIRS = {"[": "]", "(": ")", "{": "}"}


class Placed(NamedTuple):
    """A decision and the words it is about, as they stand now."""

    decision: Decision
    span: Span


class Lost(NamedTuple):
    """A decision that cannot be applied, and what is told of it."""

    decision: Decision
    diagnostic: Diagnostic


def place(source: SourceText, decisions: Sequence[Decision]) -> tuple[list[Placed], list[Lost]]:
    """Find the words of each decision, and report those that are gone; passed over is what is of an edited file."""
    decisions = [decision for decision in decisions if not decision.editor]
    if not decisions:
        return [], []
    quotable = Quotable(source.text)
    found = [(decision, quotable.find(decision.subject.quote)) for decision in decisions]
    placed = [Placed(decision, span) for decision, span in found if span is not None]
    why = "and these words are not found any more, or in several places"
    return placed, [_failed(source.name, decision, why) for decision, span in found if span is None]


def lines(text: AnnotatedText, placed: Sequence[Placed]) -> tuple[AnnotatedText, list[Lost]]:
    """Return the text with lines being what an editor said they are."""
    if not placed:
        return text, []
    said = {span: decision for decision, span in placed if _of_line(decision)}
    segments: list[Segment] = []
    for segment in text.segments:
        decision = said.pop(text.content(segment), None) if said and not segment.zone.outside else None
        name, attributes = form(decision.replacement) if decision else ("", {})
        if name in LINES:
            segment = replace(segment, zone=Zone(name), attributes=tuple(attributes.items()), basis=Basis.EDITOR)
        segments.append(segment)
    why = "and this is no line of the cable any more"
    lost = [_failed(text.source.name, decision, why, text.source.location(*span)) for span, decision in said.items()]
    return replace(text, segments=tuple(segments)), lost


def claims(text: AnnotatedText, placed: Sequence[Placed], authorities: Authorities) -> tuple[AnnotatedText, list[Lost]]:
    """Return the text with the claims that editors approved or made, and without those that they rejected."""
    if not placed:
        return text, []
    made, lost = list(text.annotations), []
    for decision, span in placed:
        subject = decision.subject
        if subject.finding and (decision.verdict is not Verdict.REPLACE or subject.claim in (LINE, OFFICE)):
            continue
        if decision.verdict is Verdict.REJECT:
            made = [c for c in made if not (_on(c, span, subject.claim) and _value(c) == subject.value)]
            continue
        name, attributes = wanted(decision)
        before = [claim for claim in made if _on(claim, span, subject.claim)]
        likewise = [claim for claim in made if _on(claim, span, name)]
        same = [claim for claim in likewise if _value(claim) == value_of(attributes)]
        claim = _claim(text, span, name, attributes, next(iter([*same, *likewise, *before]), None))
        missing = unknown(attributes, authorities)
        if claim is None or missing:
            why = f"and no authority file has {missing} any more" if missing else f"and <{name}> cannot be written here"
            lost.append(_failed(text.source.name, decision, why, text.source.location(*span)))
            continue
        rivals = [c for c in made if c.span == span and c.kind in NAMES] if claim.kind in NAMES else []
        gone = {id(other) for other in (*before, *likewise, *rivals)}
        made = [*(other for other in made if id(other) not in gone), claim]
    return text.claiming(made), lost


def unwritten(annotated: AnnotatedText, settled: SettledText, placed: Sequence[Placed]) -> Iterator[Lost]:
    """Report the approved claims that did not find their place among others."""
    if not placed:
        return
    written = [claim.span for claim in settled.annotations if claim.basis is Basis.EDITOR]
    for claim in annotated.annotations:
        if claim.basis is not Basis.EDITOR or any(claim.span.contains(span) for span in written):
            continue
        decision = next(decision for decision, span in placed if span.contains(claim.span))
        why = "and it cannot stand here beside other decisions, or runs over the end of a line"
        yield _failed(settled.source.name, decision, why, settled.source.location(*claim.span))


def parties(record: CableRecord, placed: Sequence[Placed], authorities: Authorities) -> CableRecord:
    """Return the facts with those who an editor says held an office."""
    known = [(d.subject.quote.exact, *_holder(d)) for d, _ in placed if d.subject.claim == OFFICE]
    holders = [(words, ref, by) for words, ref, by in known if ref in authorities.by_key]

    def named(party: Party) -> Party:
        found = [(ref, by) for words, ref, by in holders if party.name and party.name in words]
        return replace(party, ref=found[0][0], resp=found[0][1]) if found and not party.ref else party

    def way(correspondence: Correspondence) -> Correspondence:
        actions = (replace(a, parties=tuple(map(named, a.parties))) for a in correspondence.actions)
        return replace(correspondence, actions=tuple(actions))

    return replace(record, correspondences=tuple(map(way, record.correspondences))) if holders else record


def findings(found: Iterable[Diagnostic], source: SourceText, placed: Sequence[Placed]) -> list[Diagnostic]:
    """Return what was found, and of what an editor has decided that he did."""
    by_span: dict[Span, list[Decision]] = {}
    for decision, span in placed:
        by_span.setdefault(span, []).append(decision)

    def told(diagnostic: Diagnostic) -> Diagnostic:
        if not by_span or diagnostic.severity is not Severity.REVIEW:
            return diagnostic
        for decision in by_span.get(words_of(diagnostic, source.text), ()):
            subject = decision.subject
            if not subject.finding or (subject.claim == diagnostic.code and subject.value == diagnostic.proposes):
                return replace(diagnostic, decided=decision.by or "an editor")
        return diagnostic

    return list(map(told, found))


def words_of(diagnostic: Diagnostic, text: str) -> Span:
    """Return the words that a finding is about: those it names, else the line it names, else the first."""
    span = Span(*diagnostic.location.extent).trimmed(text)
    if span:
        return span
    start = span.start + len(text[span.start :]) - len(text[span.start :].lstrip())
    end = text.find("\n", start)
    begin = text.rfind("\n", 0, start) + 1
    return Span(begin, end if end >= 0 else len(text)).trimmed(text)


def form(replacement: str) -> tuple[str, dict[str, str]]:
    """Return the name and the attributes of a replacement: “placeName ref=place:beijing”; the name may be missing.

    Raises:
        ValueError: a quotation mark is not closed.
    """
    name = replacement.split(maxsplit=1)[0] if replacement.split() else ""
    return ("" if "=" in name else name), attributes_of(replacement)


def wanted(decision: Decision) -> tuple[str, dict[str, str]]:
    """Return the element and the attributes that stand round the words by a decision."""
    if decision.verdict is not Verdict.REPLACE:
        return decision.subject.claim, attributes_of(decision.subject.value)
    name, attributes = form(decision.replacement)
    return name or decision.subject.claim, attributes


def unknown(attributes: dict[str, str], authorities: Authorities) -> str:
    """Return the reference that no authority file has, or an empty string."""
    ref = attributes.get("ref", "")
    return ref if ref and ref not in authorities.by_key else ""


def _of_line(decision: Decision) -> bool:
    return decision.subject.claim == LINE and decision.verdict is Verdict.REPLACE


def _holder(decision: Decision) -> tuple[str, str]:
    rejected = decision.verdict is Verdict.REJECT
    stated = decision.replacement if decision.verdict is Verdict.REPLACE else decision.subject.value
    return ("" if rejected else attributes_of(stated).get("ref", "")), decision.by


def _on(claim: Annotation, span: Span, element: str) -> bool:
    return claim.span == span and ELEMENTS.get(claim.kind) == element


def _value(claim: Annotation) -> str:
    return value_of(dict(claim.attributes))


def _claim(
    text: AnnotatedText, span: Span, name: str, attributes: dict[str, str], model: Annotation | None
) -> Annotation | None:
    """Return the claim of an editor, like ``model`` where that claims the same element; ``None`` if nobody can."""
    alike = model is not None and ELEMENTS[model.kind] == name
    kind = model.kind if model is not None and alike else WRITABLE.get(name, "")
    if not kind:
        return None
    left, right = _brackets(span.of(text.text))
    resp = "translator" if left else ""
    if model is not None and alike:
        left, right, resp = model.left, model.right, model.resp
        attributes = attributes | {key: value for key, value in model.attributes if key not in TELLING}
    elif kind not in BRACKETED:
        span, left, right, resp = Span(span.start + left, span.end - right).trimmed(text.text), 0, 0, ""
    stated = tuple(attributes.items())
    return Annotation(span, kind, "review", Basis.EDITOR, attributes=stated, left=left, right=right, resp=resp)


def _brackets(words: str) -> tuple[int, int]:
    """Count the brackets that open and close some words: “[sic]” has one each, “[[2]]” two."""
    width = 0
    while width < 2 and 2 * (width + 1) < len(words) and _PAIRS.get(words[width], " ") == words[-width - 1]:
        width += 1
    return width, width


def _failed(name: str, decision: Decision, why: str, where: Location | None = None) -> Lost:
    subject = decision.subject
    quote = subject.quote
    said = f"{decision.verdict} {decision.replacement or f'{subject.claim} {subject.value}'.rstrip()}"
    who = " by ".join(filter(None, ("decided", decision.by))) + (f" on {decision.when}" if decision.when else "")
    shown = quote.exact if len(quote.exact) <= 60 else f"{quote.exact[:59]}…"
    message = f"of “{shown}” (it stood in “{quote.prefix}{shown}{quote.suffix}”) it was {who}: {said}, {why}"
    hint = "look what became of it with `teicable review EDITION`; decide anew, or take the decision back with --undo"
    return Lost(decision, Diagnostic("A011", message, where or Location(name), hint))
