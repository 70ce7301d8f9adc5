"""Make claims about what stands inside the segments of a cable.

An annotator is a function of text and knowledge that yields claims and diagnostics. Annotators do not see each
other's claims; conflicts are settled afterwards, in one place (``resolve``). To add one: a module, and a line below.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace

from teicable import chronology
from teicable.annotate import (
    beginnings,
    brackets,
    dates,
    distribution,
    footnotes,
    gaps,
    lines,
    names,
    numbers,
    organisations,
    origins,
    salutations,
    typography,
    unlisted,
)
from teicable.annotate.knowledge import Knowledge
from teicable.authorities import Authorities
from teicable.diagnostics import Diagnostic
from teicable.model.annotation import AnnotatedText, Annotation, Zone
from teicable.segment.footnotes import hidden
from teicable.vocabularies import Vocabularies

Annotator = Callable[[AnnotatedText, Knowledge], "Iterable[Annotation | Diagnostic]"]

ANNOTATORS: dict[str, Annotator] = {
    "footnotes": footnotes.annotate,  # the first: the others read the text without the calls that it finds
    "beginnings": beginnings.annotate,
    "brackets": brackets.annotate,
    "dates": dates.annotate,
    "distribution": distribution.annotate,
    "gaps": gaps.annotate,
    "lines": lines.annotate,
    "names": names.annotate,
    "numbers": numbers.annotate,
    "organisations": organisations.annotate,
    "salutations": salutations.annotate,
    "typography": typography.annotate,
    "unlisted": unlisted.annotate,
}

_LONGEST = 1_000_000
_CAPITAL = re.compile(r"\b[A-Z]")
_MOST = 50_000
"""Claims in one source. The longest cables have some hundreds; what has more is no cable, and would fill the memory."""


def annotate(text: AnnotatedText, knowledge: Knowledge) -> tuple[AnnotatedText, list[Diagnostic]]:
    """Return the text with the claims of all annotators, and what they leave to an editor (codes ``A…``)."""
    claims: list[Annotation] = []
    diagnostics: list[Diagnostic] = []
    if len(text.text) > _MOST and _overfull(text):
        return text, [_too_much(text)]
    unmarked = text
    for annotator in ANNOTATORS.values():
        for found in annotator(text if annotator is footnotes.annotate else unmarked, knowledge):
            if isinstance(found, Diagnostic):
                diagnostics.append(found)
            else:
                claims.append(found)
            if len(claims) + len(diagnostics) > _MOST:
                return text, [_too_much(text)]
        if annotator is footnotes.annotate:
            unmarked = _unmarked(text, claims)
    return text.claiming(claims), diagnostics


def _overfull(text: AnnotatedText) -> bool:
    """Tell whether there are more brackets or capitals than a cable has: counted before what takes longer."""
    brackets_there = text.text.count("[") + text.text.count("(")
    capitals_there = sum(1 for _ in _CAPITAL.finditer(text.text))
    longest = max((part.span.length for part in text.segments), default=0)
    return brackets_there > _MOST or capitals_there > _MOST or longest > _LONGEST


def _unmarked(text: AnnotatedText, claims: Iterable[Annotation]) -> AnnotatedText:
    """Return the text as it reads without the calls of notes: “STEPANOV[1]” is a name."""
    calls = [claim.span for claim in claims if claim.kind == "call"]
    return replace(text, source=replace(text.source, text=hidden(text.text, calls))) if calls else text


def _too_much(text: AnnotatedText) -> Diagnostic:
    message = (
        f"more than {_MOST} names, dates and brackets, or more than {_LONGEST} characters in one paragraph: "
        "none of them was marked"
    )
    return Diagnostic("A006", message, text.source.location(0), "see whether it is one cable; divide it if it is not")


def knowledge_of(
    text: AnnotatedText, vocabularies: Vocabularies, authorities: Authorities, original: str = ""
) -> Knowledge:
    """Decide what holds for the document as a whole."""
    order, shown = chronology.order_of(text.text)
    own = text.of(Zone.HEADLINE_DATE, Zone.DATELINE, Zone.DATE)
    moments = [(part.zone, m) for part in own for m in chronology.find(text.text, part.span, order)]
    years = {m.year for _, m in moments if m.year}
    year = years.pop() if len(years) == 1 else 0
    day = next((m.date for zone, m in moments if zone is Zone.HEADLINE_DATE and m.decided), "")
    likely = origins.likely(text, vocabularies)
    return Knowledge(vocabularies, authorities, order, shown, year, day, original, likely)
