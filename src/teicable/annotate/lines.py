"""Marks of typewriter and line break.

Letterspacing (“S H T Y K O V”), words divided at a line end (“wag-/ons”), a line of points where words are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from teicable.annotate.knowledge import Knowledge
from teicable.diagnostics import Diagnostic
from teicable.model.annotation import OUTSIDE, AnnotatedText, Annotation, Basis, GroupKind, Zone
from teicable.model.span import Span

_SILENT = OUTSIDE | {Zone.RULE}
_LETTERSPACED = re.compile(r"(?<![\w.])[^\W\d_](?: [^\W\d_]){2,}(?![\w.])")
_SINGLE = re.compile(r" [^\W\d_] [^\W\d_](?!\w)")
"""Found where letters are spaced, and sooner: most blanks stand before words."""
_OMITTED = re.compile(r"(?:\.[ \t]*){3,}")
_HYPHEN = re.compile(r"[a-z]-$")
_DIVIDED = re.compile(r"(?<=[a-z])-[ \t]*\n[ \t]*(?=[a-z])")


def annotate(text: AnnotatedText, knowledge: Knowledge) -> Iterator[Annotation | Diagnostic]:
    """Claim ``letterspaced`` on words and ``divided`` on hyphen and line break; “A B C” and “D D D” are no words."""
    for segment in text.besides(_SILENT):
        content = text.content(segment)
        drawn = text.text.startswith(".", content.start) and segment.zone is Zone.PARAGRAPH
        if drawn and _OMITTED.fullmatch(text.text, *content):
            yield Annotation(content, "gap", "lines", Basis.LAYOUT, attributes=(("reason", "editorial"),))
        letterspaced = _SINGLE.search(text.text, *content)
        for found in _LETTERSPACED.finditer(text.text, *content) if letterspaced else ():
            letters = found.group().split(" ")
            if len(set(letters)) > 1 and letters != sorted(letters):
                yield Annotation(Span(*found.span()), "letterspaced", "lines", Basis.LAYOUT)
        broken = text.text.find("\n", *content) >= 0
        for found in _DIVIDED.finditer(text.text, *content) if broken else ():
            yield Annotation(Span(*found.span()), "divided", "lines", Basis.LAYOUT)
    yield from _at_page_ends(text)


def _at_page_ends(text: AnnotatedText) -> Iterator[Annotation]:
    """Claim ``divided`` on the hyphen of a word that goes on behind the head of the next page."""
    for group in text.groups:
        if group.kind is not GroupKind.PARAGRAPH:
            continue
        lines = [text.content(s) for s in text.segments[group.first : group.last] if s.zone is Zone.PARAGRAPH]
        for line, after in pairwise(lines):
            if _HYPHEN.search(line.of(text.text)) and "a" <= text.text[after.start] <= "z":
                yield Annotation(Span(line.end - 1, line.end), "divided", "lines", Basis.LAYOUT)
