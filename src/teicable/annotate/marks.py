"""Brackets with a fixed vocabulary: gaps, sic, doubt, stamps, handwriting, notes, page marks, corrections.

“[1 word illegible]”, “Gorgarin [sic]”, “07.00 [?]”, “[stamp: Incoming Nº 1397/shs]”, “[Page 157]”, “April 16 [17]”.
"""

from __future__ import annotations

import re

from teicable import chronology
from teicable.annotate.bracket import Bracket, Claims
from teicable.annotate.knowledge import Knowledge
from teicable.model.annotation import Annotation, Attributes, Basis, Certainty
from teicable.model.span import Span
from teicable.vocabularies import Phrases

_WORDS = {
    w: str(i)
    for i, w in enumerate(["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"])
}
_SAID = re.compile(r"\b(?:trans|translator|ed|editor|tr|our|author)\b", re.IGNORECASE)
_LONGEST_DATE = 24
_UNITS = {"sign": "character", "letter": "character"}


def page(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read a page mark of a printed edition."""
    found = _whole(knowledge.vocabularies["page"], bracket)
    if not found:
        return None
    number = next((value for value in found[1].groupdict().values() if value), "")
    return [bracket.claim("page", "pages", Basis.VOCABULARY, resp="", attributes=(("n", number),))]


def gap(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read words that stand for what is illegible, missing, withheld or left out."""
    found = _whole(knowledge.vocabularies["gap"], bracket)
    if not found:
        return None
    parts = {key.rstrip("2"): value.lower() for key, value in found[1].groupdict().items() if value}
    attributes: Attributes = (("reason", found[0]),)
    if "unit" in parts:
        attributes = (*attributes, ("unit", _UNITS.get(parts["unit"], parts["unit"])))
        quantity = _WORDS.get(parts.get("quantity", ""), parts.get("quantity", ""))
        if quantity.isdigit():
            attributes = (*attributes, ("quantity", quantity))
    return [bracket.claim("gap", "brackets", Basis.VOCABULARY, attributes=attributes)]


def sic(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read “[sic]”, which vouches for the word before it."""
    if not _whole(knowledge.vocabularies["sic"], bracket):
        return None
    return _about(bracket, "sic", "sic")


def doubt(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read “[?]”, which doubts the reading of the word before it."""
    if not _whole(knowledge.vocabularies["doubt"], bracket):
        return None
    return _about(bracket, "unclear", "unclear")


def stamp(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read the description of a stamp."""
    if not _whole(knowledge.vocabularies["stamp"], bracket):
        return None
    return [bracket.claim("stamp", "brackets", Basis.VOCABULARY)]


def handwriting(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read what was added by hand; a bracket that only announces it (“[handwritten:]”) is a note."""
    if not _whole(knowledge.vocabularies["handwriting"], bracket):
        return None
    if bracket.content.rstrip().endswith(":") or bracket.content.rstrip().casefold() == "handwritten":
        return [_note(bracket, "editorial")]
    return [bracket.claim("handwritten", "brackets", Basis.VOCABULARY, attributes=(("hand", "#hand1"),))]


def note(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read a note that says whose it is."""
    found = _whole(knowledge.vocabularies["note"], bracket)
    return [_note(bracket, found[0])] if found else None


def correction(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read a number that corrects the number before it: “April 16 [17]”."""
    before = bracket.word_before
    if not before or not re.fullmatch(r"\d{1,4}", bracket.content) or not before.of(bracket.text).isdigit():
        return None
    if len(bracket.content) != before.length or bracket.before[-1:] != " ":
        return None
    whole = before._replace(end=bracket.span.end)
    basis = Basis.VOCABULARY
    return [
        *_corrected(bracket, before, knowledge),
        Annotation(whole, "choice", "brackets", basis),
        Annotation(before, "sic", "brackets", basis),
        bracket.claim("corr", "brackets", basis),
    ]


def _corrected(bracket: Bracket, before: Span, knowledge: Knowledge) -> list[Annotation]:
    """Claim the date whose day or year is corrected; it is what the translator says it is."""
    around = Span(max(bracket.segment.start, before.start - _LONGEST_DATE), before.end)
    number = int(bracket.content)
    for moment in chronology.find(bracket.text, around, knowledge.order):
        if moment.span.end != before.end or not moment.day:
            continue
        right = moment._replace(day=number) if number < 32 else moment._replace(year=number)
        span = Span(moment.span.start, bracket.span.end)
        attributes: Attributes = (("when", right.date),)
        return [Annotation(span, "date", "dates", Basis.STATED, attributes=attributes)] if right.date else []
    return []


def in_parentheses(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read what is an editor's or translator's even in parentheses: “(?)”, “(sic)”, “(illegible)”, “(… – Ed.)”."""
    found = _whole(knowledge.vocabularies["gap"], bracket)
    if found and found[0] in ("illegible", "missing"):
        return gap(bracket, knowledge)
    stated = _whole(knowledge.vocabularies["note"], bracket)
    if stated and _SAID.search(bracket.content):
        return note(bracket, knowledge)
    return sic(bracket, knowledge) or doubt(bracket, knowledge)


def struck(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read doubled brackets: struck-out words, or an uncertain letter inside a word. Neither is certain."""
    if bracket.width != 2:
        return None
    inside = bracket.before[-1:].isalnum() or bracket.after[:1].isalnum()
    if inside and len(bracket.content) <= 3:
        attributes: Attributes = (("reason", "doubleBrackets"),)
        return [bracket.claim("uncertain", "brackets", Basis.LAYOUT, Certainty.LOW, "", attributes)]
    return [bracket.claim("deleted", "brackets", Basis.LAYOUT, Certainty.LOW)]


def _about(bracket: Bracket, kind: str, type_: str) -> Claims:
    """Claim the word before the bracket, and the bracket as a note on it."""
    claims = [bracket.claim("note", "brackets", Basis.VOCABULARY, attributes=(("type", type_),))]
    before = bracket.word_before
    if before is not None:
        certainty = Certainty.LOW if kind == "unclear" else Certainty.HIGH
        claims.append(Annotation(before, kind, "brackets", Basis.VOCABULARY, certainty))
    return claims


def _note(bracket: Bracket, type_: str) -> Annotation:
    resp = "" if type_ == "authorial" else "translator"
    return bracket.claim("note", "brackets", Basis.VOCABULARY, resp=resp, attributes=(("type", type_),))


def _whole(table: Phrases, bracket: Bracket) -> tuple[str, re.Match[str]] | None:
    return table.whole(bracket.content.strip(), blind=True) if bracket.content.strip() else None
