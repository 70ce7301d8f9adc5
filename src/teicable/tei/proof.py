"""Compare what a TEI file gives back with its source: the proof that nothing was lost or added."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from teicable.model.source import canonical


@dataclass(frozen=True, slots=True)
class Difference:
    """The first place where two texts part.

    Attributes:
        message: both readings, quoted with what precedes them.
        position: in the canonical text that was decoded.
        offset: in the normalised source text.
    """

    HINT: ClassVar[str] = "mark a change with choice, sic and corr, and say with @resp which editor made it"

    message: str
    position: int
    offset: int


def difference(decoded: str, source: str) -> Difference | None:
    """Return where canonical text from a TEI file departs from its source (normalised), or ``None``."""
    wanted = canonical(source)
    if decoded == wanted:
        return None
    parts = (i for i, (one, other) in enumerate(zip(decoded, wanted, strict=False)) if one != other)
    at = next(parts, min(len(decoded), len(wanted)))
    begin = max(0, wanted.rfind(" ", 0, max(0, at - 15)) + 1)
    there, here = wanted[begin : at + 25].strip(), decoded[begin : at + 25].strip()
    message = f"the source has “{there}”, the TEI gives back “{here}”"
    return Difference(message, at, _offset(source, at))


def _offset(text: str, position: int) -> int:
    """Return where in a text the character stands that has a given place in its canonical form."""
    length = 0
    for word in re.finditer(r"\S+", text):
        if length + len(word.group()) >= position:
            return word.start() + max(0, position - length)
        length += len(word.group()) + 1
    return max(0, len(text) - 1)
