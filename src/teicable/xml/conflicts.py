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
    pieces: list[str] = []
    position = 0
    while mine := _MINE.search(text, position):
        between = _BETWEEN.search(text, mine.end())
        theirs = _THEIRS.search(text, between.end()) if between else None
        if between is None or theirs is None:
            break
        message = f"“{mine[0].strip()}”: two versions of these lines stand in the file, which git could not merge"
        hint = "keep one of the two, and delete the other and the three marks, of which “>>>>>>>” is the last"
        found.append(Slip(mine.start(), message, hint))
        kept = text[mine.end() : between.start()]
        pieces += [text[position : mine.start()], _blank(mine[0]), kept, _blank(text[between.start() : theirs.end()])]
        position = theirs.end()
    return "".join((*pieces, text[position:])), found


def _blank(words: str) -> str:
    return re.sub(r"[^\n]", " ", words)
