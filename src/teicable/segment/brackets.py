"""Brackets over several lines: the transcript of a stamp, a long note.

“[faded USSR MFA stamp: SECRETARIAT” / “Incoming Nº 0866-gs” / “20 March 1956]” is one thing on three lines.
"""

from __future__ import annotations

from collections.abc import Sequence

from teicable.model.span import Span
from teicable.segment.features import Line

_MOST = 10
_LONGEST = 2000


def joined(lines: Sequence[Line]) -> list[Line]:
    """Return the lines, those joined that one bracket covers from the beginning of the first to the end of the last."""
    result: list[Line] = []
    index = 0
    while index < len(lines):
        last = _last(lines, index) if lines[index].text.startswith("[") else index
        line = lines[index]
        result.append(line.spanning(Span(line.span.start, lines[last].span.end)) if last > index else line)
        index = last + 1
    return result


def _last(lines: Sequence[Line], first: int) -> int:
    """Return the index of the line that closes the bracket which opens a line, or that line's own."""
    depth = 0
    for index in range(first, min(len(lines), first + _MOST)):
        text = lines[index].text
        if lines[index].span.end - lines[first].span.start > _LONGEST:
            break
        for position, mark in enumerate(text):
            depth += (mark == "[") - (mark == "]")
            if depth == 0:
                return index if position == len(text.rstrip(".")) - 1 else first
    return first
