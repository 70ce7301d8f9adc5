"""What translators put in brackets, decided one bracket at a time.

The order of questions matters: closed vocabularies first (“[sic]”, “[1 word illegible]”), then script, then the place
of the bracket (inside a word, after a name, before a name), then English, then the language of the original. Supplied
words are by far the commonest and foreign phrases among the rarest, so English words decide before Russian endings do.
What no question settles stays in the text, bracket and all, and is listed for review.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from teicable.annotate import foreign, glosses, marks
from teicable.annotate.bracket import Bracket, Claims, brackets_in
from teicable.annotate.knowledge import Knowledge
from teicable.diagnostics import Diagnostic
from teicable.model.annotation import AnnotatedText, Annotation, Zone

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
    glosses.expansion,
    glosses.supplied_before_name,
    glosses.supplied_after_title,
    glosses.supplied_date,
    glosses.supplied_english,
    foreign.romanised,
)
"""Asked in this order; the first that answers is believed."""

_SILENT = (Zone.RULE, Zone.LABEL, Zone.SHEET)


def annotate(text: AnnotatedText, knowledge: Knowledge) -> Iterator[Annotation | Diagnostic]:
    """Claim what each bracket is; report (``A002``) those that stay open questions and (``A003``) lone delimiters."""
    for segment in text.segments:
        if segment.zone.outside or segment.zone in _SILENT:
            continue
        brackets, odd = brackets_in(text.text, text.content(segment))
        for bracket in brackets:
            yield from _decide(bracket, text, knowledge)
        for position in odd:
            around = " ".join(text.text[max(0, position - 20) : position + 20].split())
            message = f"the bracket “{text.text[position]}” in “{around}” has no partner; it stays as it is"
            yield Diagnostic("A003", message, text.source.location(position), "add the missing bracket in the source")


def _decide(bracket: Bracket, text: AnnotatedText, knowledge: Knowledge) -> Iterator[Annotation | Diagnostic]:
    if bracket.round:
        # Parentheses are the sender's own, unless the authority files say that they explain a cover name.
        yield from glosses.identity(bracket, knowledge) or []
        return
    for question in QUESTIONS:
        claims = question(bracket, knowledge)
        if claims is not None:
            yield from claims
            return
    shown = " ".join(text.text[bracket.span.start : bracket.span.end].split())
    shown = shown if len(shown) <= 60 else shown[:59] + "…"
    hint = "say in the TEI what it is: foreign, supplied, note, or part of the text"
    message = f"“{shown}” is not understood; it stays in the text with its brackets"
    yield Diagnostic("A002", message, text.source.location(bracket.span.start), hint)
