"""Compare what a TEI file gives back with its source: the proof that nothing was lost or added."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.sax.saxutils import escape

from teicable.model.source import canonical

_SHOWN = 60
_CONTEXT = 40
UNSHOWN = "mark a change with choice, sic and corr, and say with resp which editor made it"
_ADDED = (
    "if they are an editor’s, say so: note, supplied or corr with resp and the id of the editor; else take them out"
)


@dataclass(frozen=True, slots=True)
class Difference:
    """The first place where two texts part.

    Attributes:
        message: what is missing, added, changed or moved, quoted.
        hint: what to do.
        position: in the canonical text that was decoded.
        offset: in the normalised source text.
        before: the words that both have before it.
        there: how the source goes on.
        here: how the TEI goes on.
    """

    message: str
    hint: str
    position: int
    offset: int
    before: str = ""
    there: str = ""
    here: str = ""


def difference(decoded: str, source: str) -> Difference | None:
    """Return where canonical text from a TEI file departs from its source (normalised), or ``None``."""
    wanted = canonical(source)
    if decoded == wanted:
        return None
    at = _shared(decoded, wanted)
    ends = {text[at : at + 1] for text in (wanted, decoded)} <= {"", " "}
    start = min(at + 1, len(wanted)) if ends else wanted.rfind(" ", 0, at) + 1
    lost, gained = _apart(wanted, decoded, start)
    before = wanted[max(0, start - _CONTEXT) : start]
    before = before if len(before) == start else "… " + before.partition(" ")[2]
    message, hint = _told(wanted, decoded, at, lost, gained)
    there, here = _first(wanted[start:]), _first(decoded[start:])
    return Difference(message, hint, at, _offset(source, at), before, there, here)


def _apart(wanted: str, decoded: str, start: int) -> tuple[str, str]:
    """Return the words of both texts from where they part, at ``start``, to where they are the same again."""
    one, other = wanted[start:][::-1], decoded[start:][::-1]
    end = _shared(one, other)
    if end < min(len(one), len(other)) or {one[end : end + 1], other[end : end + 1]} - {"", " "}:
        end = one.rfind(" ", 0, end) + 1
    return one[end:][::-1].strip(), other[end:][::-1].strip()


def _shared(one: str, other: str) -> int:
    """Return how many characters two texts begin with in common."""
    parted = (i for i, (here, there) in enumerate(zip(one, other, strict=False)) if here != there)
    return next(parted, min(len(one), len(other)))


def _told(wanted: str, decoded: str, at: int, lost: str, gained: str) -> tuple[str, str]:
    """Return what happened to the words, and what to do."""
    if not gained:
        message = f"{_counted(lost)} of the source {_verb(lost, 'is', 'are')} missing: “{_short(lost)}”"
        return message, "put the words back; words that are struck stand in sic, beside a corr with your resp"
    if not lost:
        stand = f"{_verb(gained, 'stands', 'stand')} here that the source lacks"
        return f"{_counted(gained)} {stand}: “{_short(gained)}”", _ADDED
    begin = max(0, wanted.rfind(" ", 0, max(0, at - 15)) + 1)
    there, here = (_whole(text, begin, at + 25) for text in (wanted, decoded))
    message = f"the source has “{there}”, the TEI gives back “{here}”"
    if len(lost) > _SHOWN and sorted(lost.split()) == sorted(gained.split()):
        return f"the words stand in another order: {message}", "put the blocks back into the order of the source"
    if max(len(lost), len(gained)) > _SHOWN:
        return message, UNSHOWN
    example = f'<choice><sic>{escape(lost)}</sic><corr resp="#ed1">{escape(gained)}</corr></choice>'
    return message, f"to correct it, write {example}, with the id of the editor who does"


def _whole(text: str, begin: int, end: int) -> str:
    """Return part of a text up to the end of a word."""
    stop = text.find(" ", end)
    return text[begin : stop if 0 <= stop < end + 20 else end].strip()


def _counted(words: str) -> str:
    count = len(words.split())
    return f"{count} word{'' if count == 1 else 's'}"


def _verb(words: str, one: str, several: str) -> str:
    return one if " " not in words else several


def _short(words: str) -> str:
    """Return words as a quotation that fits into a line."""
    half = _SHOWN // 2
    if len(words) <= _SHOWN:
        return words
    return f"{words[:half].rpartition(' ')[0] or words[:half]} … {words[-half:].partition(' ')[2] or words[-half:]}"


def _first(words: str) -> str:
    """Return the beginning of words."""
    return words if len(words) <= _CONTEXT else (words[:_CONTEXT].rpartition(" ")[0] or words[:_CONTEXT]) + " …"


def _offset(text: str, position: int) -> int:
    """Return where in a text the character stands that has a given place in its canonical form."""
    length = 0
    for word in re.finditer(r"\S+", text):
        if length + len(word.group()) >= position:
            return word.start() + max(0, position - length)
        length += len(word.group()) + 1
    return max(0, len(text) - 1)
