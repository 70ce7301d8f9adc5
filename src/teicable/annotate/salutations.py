"""Salutations that run on in a paragraph: “Comrade Stalin! I received your telegram …”."""

from __future__ import annotations

import re
from collections.abc import Iterator

from teicable.annotate.knowledge import Knowledge
from teicable.diagnostics import Diagnostic
from teicable.model.annotation import AnnotatedText, Annotation, Basis, Zone
from teicable.model.span import Span

_GREETING = re.compile(r"[“\"«]?(?P<greeting>[^.!?\n]{3,60}!)[ \t]+(?=[^\W\d_a-z])")


def annotate(text: AnnotatedText, knowledge: Knowledge) -> Iterator[Annotation | Diagnostic]:
    """Claim ``salutation`` on a greeting that opens a paragraph and has text after it on the same line."""
    verbs = knowledge.vocabularies["english"].words("words", "function") - {"of", "the", "and"}
    for segment in text.of(Zone.PARAGRAPH):
        content = text.content(segment)
        found = _GREETING.match(text.text, content.start, content.end)
        if not found or verbs & set(found["greeting"].split()):
            continue
        if knowledge.vocabularies["honorific"].match(found["greeting"]) or found["greeting"].startswith("Dear "):
            yield Annotation(Span(*found.span("greeting")), "salutation", "names", Basis.LAYOUT)
