"""What translators put in brackets, decided one bracket at a time.

The order of questions matters: closed vocabularies first (“[sic]”, “[1 word illegible]”), then script, then the place
of the bracket (inside a word, after a name, before a name), then English, then the language of the original. Supplied
words are by far the commonest and foreign phrases among the rarest, so English words decide before Russian endings do.
What no question settles stays in the text, bracket and all, and is listed for review.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from teicable.annotate import covers, footnotes, foreign, glosses, marks, supplied, untranslated
from teicable.annotate.bracket import Bracket, Claims, brackets_in
from teicable.annotate.knowledge import Knowledge
from teicable.diagnostics import Diagnostic
from teicable.model.annotation import OUTSIDE, AnnotatedText, Annotation, Certainty, Zone
from teicable.model.span import Span

Question = Callable[[Bracket, Knowledge], Claims]

QUESTIONS: tuple[Question, ...] = (
    marks.page,
    marks.gap,
    marks.sic,
    marks.doubt,
    marks.stamp,
    marks.handwriting,
    marks.note,
    marks.correction,
    marks.struck,
    foreign.other_script,
    glosses.inside_word,
    glosses.identity,
    covers.marked,
    glosses.two_places,
    glosses.expansion,
    glosses.supplied_before_name,
    supplied.role,
    supplied.surname,
    glosses.supplied_after_title,
    glosses.completion,
    glosses.supplied_date,
    glosses.supplied_number,
    glosses.alternative,
    untranslated.announced,
    untranslated.explained,
    supplied.repeated,
    supplied.words,
    covers.stated,
    glosses.supplied_name,
    foreign.romanised,
)
"""Asked in this order; the first that answers is believed."""

_SILENT = OUTSIDE | {Zone.RULE, Zone.LABEL, Zone.SHEET}
_LONGEST = 4000
_MOST = 50
_SMALL = re.compile(r"\[([^\W\d_A-Z][^\[\]\d]{3,80})\]")
_CAPITALISED = re.compile(r"([^\W\d_a-z][\w’'-]*(?: [^\W\d_a-z][\w’'-]*){0,2}) ?$")


def annotate(text: AnnotatedText, knowledge: Knowledge) -> Iterator[Annotation | Diagnostic]:
    """Claim what each bracket is; report (``A002``) those that stay open questions and (``A003``) lone delimiters.

    Of a paragraph that is full of them, which no transcript of a cable is, the first are reported and the rest counted.
    """
    headlines = " ".join(text.words(segment) for segment in text.of(Zone.HEADLINE))
    pairs = covers.pairs(text.text, headlines)
    announced = covers.pairs("", headlines)
    called = footnotes.marks(text)
    if not (knowledge.original or knowledge.likely):
        knowledge = replace(knowledge, likely=foreign.spoken(_quoted(text), knowledge.vocabularies))
    told: set[tuple[str, str]] = set()
    for segment in text.besides(_SILENT):
        brackets, odd = brackets_in(text.text, text.content(segment))
        unknown: list[int] = []
        phrase = Span(0, 0)
        for bracket in brackets:
            if bracket.span in called:
                continue
            claims = _decide(bracket, knowledge, pairs, announced)
            if claims is None:
                unknown.append(bracket.span.start)
                if len(unknown) <= _MOST:
                    yield _not_understood(bracket, text, knowledge)
            elif not (bracket.span.end <= phrase.end and any(claim.kind == "foreign" for claim in claims)):
                # What is added inside a phrase, in its language, is a part of it: “brosaia mashiny [i tiagachi]”.
                yield from claims
                if claims and claims[0].kind == "foreign" and claims[0].span == bracket.span:
                    phrase = bracket.span
                pair = _doubtful(claims, bracket)
                if pair and pair not in told:
                    told.add(pair)
                    yield _to_confirm(bracket, text, claims[0])
        for position in odd[:_MOST]:
            around = " ".join(text.text[max(0, position - 20) : position + 20].split())
            message = f"the bracket “{text.text[position]}” in “{around}” has no partner; it stays as it is"
            yield Diagnostic(
                "A003", message, text.source.location(position, position + 1), "add the missing bracket in the source"
            )
        for code, places, what in (("A002", unknown, "is not understood"), ("A003", odd, "has no partner")):
            if len(places) > _MOST:
                message = f"so it is with {len(places) - _MOST} more in this paragraph: each {what} and stays as it is"
                yield Diagnostic(code, message, text.source.location(places[_MOST]), "look at the source")


def _quoted(text: AnnotatedText) -> Iterator[str]:
    """Yield what stands in square brackets in small letters."""
    for segment in text.besides(_SILENT):
        yield from _SMALL.findall(text.text, *text.content(segment))


def _doubtful(claims: list[Annotation], bracket: Bracket) -> tuple[str, str] | None:
    """Return the two names of a gloss on identity that no authority file confirms, or ``None``."""
    for claim in claims:
        if claim.kind == "note" and claim.get("type") == "identity" and claim.certainty is not Certainty.HIGH:
            return claims[0].span.of(bracket.text).casefold(), bracket.content.casefold()
    return None


def _decide(
    bracket: Bracket,
    knowledge: Knowledge,
    pairs: frozenset[tuple[str, str]],
    announced: frozenset[tuple[str, str]] = frozenset(),
) -> Claims:
    """Return the claims of the first question that answers, or ``None`` if the bracket stays an open question."""
    if bracket.round:
        # Parentheses are the sender's own, unless authority files, headline or a square bracket say that they explain.
        stated = covers.stated(bracket, knowledge, confirmed=True) if covers.in_pairs(bracket, pairs) else None
        return (
            glosses.identity(bracket, knowledge)
            or stated
            or covers.marked(bracket, knowledge)
            or marks.in_parentheses(bracket, knowledge)
            or untranslated.announced(bracket, knowledge)
            or []
        )
    if bracket.span.length > _LONGEST:
        return None  # whole paragraphs between brackets are none of the forms that the questions know
    for question in QUESTIONS:
        if question is covers.stated and covers.in_pairs(bracket, announced):
            claims = covers.stated(bracket, knowledge, confirmed=True)
        else:
            claims = question(bracket, knowledge)
        if claims is not None:
            return claims
    return None


def _to_confirm(bracket: Bracket, text: AnnotatedText, name: Annotation) -> Diagnostic:
    surface, other = name.span.of(text.text), bracket.content.strip()
    message = f"by the bracket “{surface}” and “{other}” are one person; no authority file knows either name"
    hint = "confirm who is meant; add the person with the cover name to listperson.xml and convert again"
    return Diagnostic("A008", message, text.source.location(*name.span), hint)


def _not_understood(bracket: Bracket, text: AnnotatedText, knowledge: Knowledge) -> Diagnostic:
    words = text.text[bracket.span.start : min(bracket.span.end, bracket.span.start + _LONGEST)]
    shown = " ".join(words.split())
    shown = shown if len(shown) <= 60 else shown[:59] + "…"
    hint = "say in the TEI what it is: foreign, supplied, note, or part of the text"
    perhaps = foreign.leaning(bracket, knowledge)
    if perhaps is not None:
        hint = f"{hint} (its letters look like {' or '.join(filter(None, (perhaps.code, perhaps.second)))})"
    before = _CAPITALISED.search(text.text[max(0, bracket.span.start - 60) : bracket.span.start])
    if before and shown.strip("[]()").strip()[:1].isupper():
        behind = f"if it is the name behind “{before[1]}”"
        hint = f"{behind}, add both to authorities/listperson.xml and build again; else {hint}"
    message = f"“{shown}” is not understood; it stays in the text with its brackets"
    return Diagnostic("A002", message, text.source.location(*bracket.span), hint)
