"""Know the marks that git leaves in a file where two editors changed the same lines, and it could not decide.

A line “<<<<<<< HEAD”, the lines of one, a line “=======”, the lines of the other, a line “>>>>>>> review”.
"""

from __future__ import annotations

import re

from teicable.xml.tagging import Slip

_MINE = re.compile(r"^<{7}(?: [^\n]*)?$", re.MULTILINE)
_BETWEEN = re.compile(r"^={7}\r?$", re.MULTILINE)
_THEIRS = re.compile(r"^>{7}(?: [^\n]*)?$", re.MULTILINE)


def unmerged(text: str) -> tuple[str, list[Slip]]:
    """Return a text with blanks for the marks and for the second reading of each conflict, and a slip for each."""
    found: list[Slip] = []
    position = 0
    while mine := _MINE.search(text, position):
        between = _BETWEEN.search(text, mine.end())
        theirs = _THEIRS.search(text, between.end()) if between else None
        if between is None or theirs is None:
            break
        last = text.count("\n", 0, theirs.start()) + 1
        message = f"“{mine[0].strip()}”: two versions of these lines stand in the file, which git could not merge"
        hint = (
            f"keep one of the two, and delete the other and the marks “<<<<<<<”, “=======” and “>>>>>>>” (line {last})"
        )
        found.append(Slip(mine.start(), message, hint))
        text = _blank(_blank(text, *mine.span()), between.start(), theirs.end())
        position = theirs.end()
    return text, found


def _blank(text: str, start: int, end: int) -> str:
    return text[:start] + re.sub(r"[^\n]", " ", text[start:end]) + text[end:]
