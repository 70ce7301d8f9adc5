"""Marks of typewriter and line break.

Letterspacing (“S H T Y K O V”), words divided at a line end (“wag-/ons”), a line of points where words are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teicable.annotate.knowledge import Knowledge
from teicable.diagnostics import Diagnostic
from teicable.model.annotation import AnnotatedText, Annotation, Basis, Zone
from teicable.model.span import Span

_LETTERSPACED = re.compile(r"(?<![\w.])[^\W\d_](?: [^\W\d_]){2,}(?![\w.])")
_OMITTED = re.compile(r"(?:\.[ \t]*){3,}")
_DIVIDED = re.compile(r"(?<=[a-z])-[ \t]*\n[ \t]*(?=[a-z])")


def annotate(text: AnnotatedText, knowledge: Knowledge) -> Iterator[Annotation | Diagnostic]:
    """Claim ``letterspaced`` on words and ``divided`` on hyphen and line break; “A B C” and “D D D” are no words."""
    for segment in text.segments:
        if segment.zone.outside or segment.zone is Zone.RULE:
            continue
        content = text.content(segment)
        if segment.zone is Zone.PARAGRAPH and _OMITTED.fullmatch(text.text, *content):
            yield Annotation(content, "gap", "lines", Basis.LAYOUT, attributes=(("reason", "editorial"),))
        for found in _LETTERSPACED.finditer(text.text, *content):
            letters = found.group().split(" ")
            if len(set(letters)) > 1 and letters != sorted(letters):
                yield Annotation(Span(*found.span()), "letterspaced", "lines", Basis.LAYOUT)
        for found in _DIVIDED.finditer(text.text, *content):
            yield Annotation(Span(*found.span()), "divided", "lines", Basis.LAYOUT)
