"""What the pages of a printed telegram repeat between its lines: headings, the grade, the stamp of its release.

``PAGE 02  SEOUL 03127  140922Z`` heads the second page, often in the middle of a sentence. The grade stands at the foot
of one page and at the head of the next; where a telegram was released, a line says so at the foot of each. None of this
was telegraphed with the words it interrupts. A telegram in two sections has the whole form again above the second.
"""

from __future__ import annotations

import re

from teicable.segment.features import Line
from teicable.vocabularies import Vocabularies

_LONGEST = 40
_SECTION = re.compile(r"\bSECTION\b[A-Z0-9 ]{1,20}\bOF\b|\b[A-Z]{3,}[ \t]\d{3,6}$")
_MOST = 8
"""Lines that may stand between the text of one page and the heading of the next."""


def heads(lines: list[Line], vocabularies: Vocabularies) -> frozenset[int]:
    """Return the indexes of headings and feet of pages.

    A grade is part of them next to a heading, and below the text, where it repeats the first line.
    """
    found: set[int] = set()
    end = _end(lines, vocabularies)
    for position, line in enumerate(lines):
        kind = vocabularies["running-head"].whole(line.text)
        if kind is None:
            continue
        found.add(line.index)
        if kind[0] == "section":
            found |= _section(lines[position : position + _LONGEST], vocabularies)
        if kind[0] in ("page", "section"):
            found |= _above(lines[max(1, position - _MOST) : position], vocabularies)
            end = end or len(lines)
    if found and end:
        found |= _below(lines[1:end], lines[0], vocabularies)
    return frozenset(found)


def grade(line: Line, vocabularies: Vocabularies) -> bool:
    """Tell whether a line is a grade and nothing else; the letterspaced one opens the message itself."""
    return vocabularies["classification"].full(line.text) is not None and not line.letterspaced


def _above(lines: list[Line], vocabularies: Vocabularies) -> set[int]:
    found: set[int] = set()
    for line in reversed(lines):
        if not grade(line, vocabularies) and vocabularies["running-head"].whole(line.text) is None:
            break
        found.add(line.index)
    return found


def _section(lines: list[Line], vocabularies: Vocabularies) -> set[int]:
    """Return the lines of the form above a further section, up to its grade and captions; none if it has no end."""
    grade = vocabularies["classification"]
    for position, line in enumerate(lines):
        if position and _SECTION.search(line.text) and grade.match(line.text):
            end = position + 1
            while end < len(lines) and vocabularies["handling"].full(lines[end].text):
                end += 1
            return {line.index for line in lines[:end]}
    return set()


def _below(lines: list[Line], first: Line, vocabularies: Vocabularies) -> set[int]:
    found: set[int] = set()
    for line in reversed(lines):
        repeated = grade(line, vocabularies) and line.text == first.text
        stamped = vocabularies["running-head"].whole(line.text) is not None
        if not repeated and not stamped:
            break
        found.add(line.index)
    return found


def _end(lines: list[Line], vocabularies: Vocabularies) -> int:
    """Return how many lines stand above the sign that ends a telegram (``NNN``), or 0 without one."""
    signs = vocabularies["field"].of("end")
    last = [i for i, line in enumerate(lines[-4:], max(0, len(lines) - 4)) if signs.full(line.text)]
    return last[0] if last else 0
