"""Code names in quotation marks or capitals, and who is behind them: “BOCIAN” [Henryk Tarka], SOKOL (Zakharov)."""

from __future__ import annotations

import re

from teicable.annotate import glosses
from teicable.annotate.bracket import Bracket, Claims
from teicable.annotate.knowledge import Knowledge
from teicable.annotate.words import loud
from teicable.model.annotation import Annotation, Basis, Certainty
from teicable.model.span import Span
from teicable.vocabularies import gazetteer

_QUOTED = re.compile(r"[“\"](?P<name>[^\W\d_a-z][\w’-]*(?: [^\W\d_a-z][\w’-]*){0,2})[”\"] $")
_SHOUTED = re.compile(r"(?:^|[a-z,.:;“(] )(?P<name>[^\W\d_a-z]{3,}) $")


def coded(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read who is behind a name in quotation marks or capitals: “BOCIAN” [Henryk Tarka], SOKOL (Zakharov).

    Words before and after the name in the bracket say who that is, and are no part of the name.
    """
    quoted = _QUOTED.search(bracket.before)
    shouted = _SHOUTED.search(bracket.before) if not quoted and not loud(bracket.segment.of(bracket.text)) else None
    mark = quoted or shouted
    found = knowledge.vocabularies["bearer"].whole(bracket.plain)
    if mark is None or found is None or not bracket.content.startswith(bracket.plain):
        return None
    start = bracket.inner.start + found[1].start("bearer")
    bearer = Span(start, bracket.inner.start + found[1].end("bearer"))
    base = bracket.span.start - len(bracket.before)
    surface = Span(base + mark.start("name"), base + mark.end("name"))
    names = surface.of(bracket.text), bearer.of(bracket.text)
    known = [knowledge.authorities.bearers(name) for name in names]
    placed = gazetteer.shipped().get(names[1]) or (shouted and gazetteer.shipped().get(names[0]))
    if (
        placed
        or known[0]
        or any(not glosses.personal(word, knowledge) for word in names[1].split() if word[0].isupper())
    ):
        return None
    if names[1].isupper() and not names[0].isupper():
        return None
    if shouted and glosses.akin(*names):
        return None
    side = 1 if quoted else 0
    whole = Span(surface.start - side, surface.end + side)
    known_as = glosses.reference(known[1]) if len(known[1]) == 1 else ()
    basis, medium = Basis.GLOSS, Certainty.MEDIUM
    return [
        Annotation(whole, "person", "pseudonyms", basis, medium, (), side, side),
        bracket.claim("note", "pseudonyms", basis, medium, attributes=(("type", "identity"),)),
        Annotation(bearer, "person", "pseudonyms", basis, medium, known_as),
    ]
