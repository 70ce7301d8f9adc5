"""Words that the translator left in the text, where a bracket or an announcement says what they are.

“the obkhodchiki [track walkers]”: the word before the bracket is of another language, the English in it explains it.
“(in the original: se igent, se nemet)” and “[Russian: na meste]” announce what they quote.
"""

from __future__ import annotations

import re
from dataclasses import replace

from teicable.annotate import foreign, supplied
from teicable.annotate.bracket import Bracket, Claims
from teicable.annotate.knowledge import Knowledge
from teicable.model.annotation import Annotation, Basis, Certainty
from teicable.model.span import Span

_SMALL = re.compile(r"(?<![\w’'-])(?:[^\W\d_A-Z][\w’'-]*[ \n]){0,4}[^\W\d_A-Z][\w’'-]*$")
_MOST = 6
"""More words than that expression takes."""
_NOUN = re.compile(r"(?<=[^.!?:;\s] )[^\W\d_a-z][^\W\d_A-Z]{4,}$")
_QUOTES = {"”": "“", '"': '"', "»": "«", "’": "‘"}
_ANNOUNCED = re.compile(
    r"(?:literally )?(?:in )?(?:the )?(?P<tongue>original|[A-Z][a-z]{3,11}(?:-[A-Z][a-z]+)?)"
    r"(?: (?:text|words?|term|original))?(?::| is| has| reads)\s+[“‘\"«]?(?P<words>[^“”\"«»]{3,200}?)[”’\"»]?\s*"
)


def explained(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read English in a bracket after a word of another language that stands in the text."""
    if bracket.round or bracket.inside or bracket.before[-1:] not in (" ", "\n") or len(bracket.plain) < 3:
        return None
    words = _left(bracket, knowledge)
    if words is None:
        return None
    span, code = words
    english = supplied.words(bracket, knowledge) or supplied.plain(bracket, knowledge)
    if english is None:
        return None
    left = Annotation(
        span, "foreign", "foreign", Basis.GLOSS, Certainty.MEDIUM, (("xml:lang", code),), resp="translator"
    )
    return [left, *english]


def announced(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read words of the original that the bracket announces, in parentheses too."""
    found = _ANNOUNCED.fullmatch(bracket.content)
    if found is None:
        return None
    tongue, words = found["tongue"], found["words"].rstrip(" .")
    named = "" if tongue == "original" else knowledge.vocabularies["tongue"].full(tongue)
    read = foreign.read(words, replace(knowledge, original=named) if named else knowledge)
    if named is None or read is None or (named and named.partition("-")[0] != read[0].partition("-")[0]):
        return None
    start = bracket.inner.start + found.start("words")
    span = Span(start, start + len(words))
    return [Annotation(span, "foreign", "foreign", Basis.STATED, attributes=(("xml:lang", read[0]),))]


def _left(bracket: Bracket, knowledge: Knowledge) -> tuple[Span, str] | None:
    """Return the words directly before a bracket that are of another language, and that language."""
    lead = bracket.before[:-1]
    end = bracket.span.start - 1
    opening = _QUOTES.get(lead[-1:])
    if opening is not None:
        start = lead[:-1].rfind(opening)
        words = lead[start + 1 : -1] if start >= 0 else ""
        end -= 1
        read = foreign.read(words, knowledge) if words and words.islower() else None
        return (Span(end - len(words), end), read[0]) if read else None
    run = _SMALL.search(" ".join(lead.split(" ")[-_MOST:]))
    if run is None:
        noun = _NOUN.search(lead)
        read = foreign.read(noun.group(), knowledge) if noun else None
        return (Span(end - len(noun.group()), end), read[0]) if noun and read and read[0] == "de" else None
    strange = list(re.finditer(r"\S+", run.group()))
    while strange and foreign.english(strange[0].group().casefold(), knowledge.vocabularies):
        strange.pop(0)
    if not strange:
        return None
    words = run.group()[strange[0].start() :]
    read = foreign.read(words, knowledge)
    return (Span(end - len(words), end), read[0]) if read else None
