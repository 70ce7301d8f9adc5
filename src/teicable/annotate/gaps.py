"""Gaps that no bracket marks: “<illegible>”, “<...>”, groups that could not be deciphered (“***** of the border”).

What stands between angle brackets is a gap only if a vocabulary says so: the rest may be anything that was pasted in.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from teicable.annotate.knowledge import Knowledge
from teicable.diagnostics import Diagnostic
from teicable.model.annotation import OUTSIDE, AnnotatedText, Annotation, Basis, Zone
from teicable.model.span import Span

_SILENT = OUTSIDE | {Zone.RULE}
_ANGLE = re.compile(r"<([^<>\n]{1,60})>")
_GARBLED = re.compile(r"(?<![*\w])\*{4,}(?![*\w])|(?<=\s)(?:\* ){3,}\*(?=\s)")


def annotate(text: AnnotatedText, knowledge: Knowledge) -> Iterator[Annotation | Diagnostic]:
    """Claim ``gap`` with its delimiters."""
    if "<" not in text.text and "*" not in text.text:
        return
    for segment in text.besides(_SILENT):
        for found in _ANGLE.finditer(text.text, *text.content(segment)):
            said = knowledge.vocabularies["gap"].whole(found[1].strip(), blind=True)
            if said:
                reason = (("reason", said[0]),)
                yield Annotation(
                    Span(*found.span()), "gap", "brackets", Basis.VOCABULARY, attributes=reason, left=1, right=1,
                    resp="translator",
                )  # fmt: skip
        for found in _GARBLED.finditer(text.text, *text.content(segment)):
            reason = (("reason", "illegible"),)
            yield Annotation(Span(*found.span()), "gap", "brackets", Basis.LAYOUT, attributes=reason, resp="translator")
