"""Organisations: “KPA”, “VKP(b)”, “Ministry of Foreign Trade”, “State Planning Commission”, “8th Route Army”.

Names of the word list are sure. A name made of capitalised words and one that names a body is an organisation with
medium certainty. The name of a place at its beginning is left outside: “Shanghai Party Committee” begins with one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from ahocorasick_rs import AhoCorasick

from teicable.annotate import names
from teicable.annotate.knowledge import Knowledge
from teicable.annotate.words import loud
from teicable.model.annotation import AnnotatedText, Annotation, Basis, Certainty, Segment, Zone
from teicable.model.span import Span
from teicable.vocabularies import Vocabularies
from teicable.vocabularies.gazetteer import shipped

RUNNING = (Zone.PARAGRAPH, Zone.INSTRUCTION)
_CAPITAL = r"[A-ZČŠŽ][\w-]*(?:[’'][a-z]*)?"
_MOST = 5
_WORD = re.compile(r"\S+")


def annotate(text: AnnotatedText, knowledge: Knowledge) -> Iterator[Annotation]:
    """Claim ``org`` in running text, without ``ref``."""
    for claims in found(text, knowledge).values():
        yield from claims


@lru_cache(maxsize=1)
def found(text: AnnotatedText, knowledge: Knowledge) -> dict[Segment, list[Annotation]]:
    """Return the organisations of each segment; those of the authority files are left to ``names``."""
    return {segment: _claims(text, segment, knowledge) for segment in text.of(*RUNNING)}


def _claims(text: AnnotatedText, segment: Segment, knowledge: Knowledge) -> list[Annotation]:
    content = text.content(segment)
    taken = [known.span for known in names.found(text, knowledge)[segment]]
    found: list[Annotation] = []
    listed, made, bodies = _patterns(knowledge.vocabularies)
    for match in listed.finditer(text.text, content.start, content.end):
        found.append(Annotation(Span(*match.span()), "org", "names", Basis.VOCABULARY))
    words = content.of(text.text)
    if bodies.find_matches_as_indexes(words) and not loud(words):
        for match in made.finditer(text.text, content.start, content.end):
            span = _own(text.text, Span(*match.span()), knowledge)
            if span and not any(_meets(span, claim.span) and not _within(claim.span, span) for claim in found):
                found = [claim for claim in found if not _within(claim.span, span)]
                found.append(Annotation(span, "org", "names", Basis.VOCABULARY, Certainty.MEDIUM))
    return [claim for claim in found if not any(_meets(claim.span, span) for span in taken)]


@lru_cache(maxsize=4)
def _patterns(vocabularies: Vocabularies) -> tuple[re.Pattern[str], re.Pattern[str], AhoCorasick]:
    """Return expressions for listed names and for those made of words, and the words one of which the latter have."""
    table = vocabularies["organisation"]
    forms = sorted((form for entry in table.entries for form in entry.forms), key=len, reverse=True)
    alike: dict[str, list[str]] = {}
    for form in forms:
        alike.setdefault(re.escape(form[0]), []).append(re.escape(form[1:]).replace(r"\ ", r"\s").replace("’", "[’']"))
    # What begins with a letter is searched fast; what stands before it is asked of those it is found at.
    choices = "|".join(rf"{first}(?<![\w-]{first})(?:{'|'.join(rests)})" for first, rests in alike.items())
    listed = re.compile(rf"(?:{choices})(?![\w-]|[’'][^\Ws])(?! \(?b\))")
    bodies = AhoCorasick(sorted(table.words("words", "head") | table.words("words", "opening")))
    heads, openings = ("|".join(map(re.escape, sorted(table.words("words", key)))) for key in ("head", "opening"))
    body = rf"(?:{_CAPITAL}\s){{1,{_MOST}}}(?:{heads})\b"
    continued = rf"(?:{_CAPITAL}\s){{0,3}}(?:{openings})\s(?:of|for|on)\s(?:the\s)?{_CAPITAL}(?:\s{_CAPITAL}){{0,3}}"
    continued += rf"(?:\sand\s{_CAPITAL}(?:\s{_CAPITAL}){{0,2}})?"
    whole = rf"{body}(?:\sof\sthe\s{body})?"
    named = re.compile(rf"(?<![\w’'-])(?:\d{{1,3}}(?:st|nd|rd|th)\s)?(?:{continued}|{whole})(?![\w-])")
    return listed, named, bodies


def _own(text: str, span: Span, knowledge: Knowledge) -> Span | None:
    """Return the span without the words at its beginning that are no part of the name, or ``None``."""
    function = knowledge.vocabularies["english"].words("words", "function")
    gazetteer = shipped()
    words = [Span(span.start + m.start(), span.start + m.end()) for m in _WORD.finditer(span.of(text))]
    while words and (words[0].of(text).casefold() in function or gazetteer.get(words[0].of(text))):
        words = words[1:]
    if len(words) < 2 or any(gazetteer.get(word.of(text)) for word in words[1:]):
        return None
    return Span(words[0].start, span.end)


def _meets(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _within(inner: Span, outer: Span) -> bool:
    return outer.start <= inner.start and inner.end <= outer.end
