"""Which claim wins, and which stands outside where two cover the same characters: two literal tables."""

from __future__ import annotations

import re
from collections.abc import Sequence

from teicable.model.annotation import Annotation, Basis, Certainty

STRENGTH = (
    "choice",
    "sic",
    "corr",
    "abbreviation",
    "full",
    "expansion",
    "letters",
    "label",
    "call",
    "recipient",
    "list-head",
    "note",
    "foreign",
    "supplied",
    "gap",
    "page",
    "stamp",
    "handwritten",
    "deleted",
    "uncertain",
    "unclear",
    "divided",
    "letterspaced",
    "salutation",
    "date",
    "number",
    "total",
    "copies",
    "person",
    "org",
    "place",
    "role",
    "set-off",
)
"""Kinds, the strongest first: delimiters of a bracket cannot be argued away, a name from a list can."""

OUTSIDE = (
    "set-off",
    "salutation",
    "recipient",
    "list-head",
    "total",
    "supplied",
    "date",
    "place",
    "org",
    "person",
    "role",
)
"""Kinds that enclose others on the same characters, the outermost first; all others stand inside them."""

CLOSED = frozenset({"gap", "number", "copies", "divided", "letterspaced", "page", "letters", "label", "call"})
"""Kinds that hold characters only."""

PAIRS = (("sic", "corr"), ("abbreviation", "full"))
"""The two readings of a choice, in source order."""

READINGS = frozenset(kind for pair in PAIRS for kind in pair)
"""Kinds of reading."""

SHAPES = {"divided": re.compile(r"-\s*"), "letterspaced": re.compile(r"\S(?:\s+\S)+")}
"""Kinds whose characters are rebuilt from the element alone, and what those characters must therefore look like."""

NAMES = frozenset({"person", "place", "org"})
"""Kinds that do not stand in one another."""

_BASIS = (Basis.EDITOR, Basis.STATED, Basis.GLOSS, Basis.AUTHORITY, Basis.VOCABULARY, Basis.MORPHOLOGY, Basis.LAYOUT)
_CERTAINTY = (Certainty.HIGH, Certainty.MEDIUM, Certainty.LOW)


def _places(names: Sequence[str]) -> dict[str, int]:
    return {name: place for place, name in enumerate(names)}


_STRENGTH, _OUTSIDE, _BASES, _CERTAINTIES = map(_places, (STRENGTH, OUTSIDE, _BASIS, _CERTAINTY))


def rank(claim: Annotation) -> tuple[int, int, int, int, int, int, str]:
    """Sort key: an editor's claim first, then by kind, certainty, basis; the longer one before the shorter."""
    basis = _BASES[claim.basis]
    return (
        min(basis, 1),
        _STRENGTH.get(claim.kind, len(STRENGTH)),
        _CERTAINTIES[claim.certainty],
        basis,
        -claim.span.length,
        claim.span.start,
        str(claim.attributes),
    )


def nesting(claim: Annotation) -> tuple[int, int, bool, int, int]:
    """Sort key for document order, enclosing claims first; on the same characters delimiters are innermost."""
    # Nothing stands between a choice and its readings.
    place = -1 if claim.kind in READINGS else _OUTSIDE.get(claim.kind, len(OUTSIDE))
    strength = _STRENGTH.get(claim.kind, len(STRENGTH))
    return (claim.span.start, -claim.span.end, claim.left + claim.right > 0, place, strength)
