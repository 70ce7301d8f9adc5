"""Notes below the text: “x/ Pseudonym of I. V. Stalin.”, “[1] Deputy Minister.”, “/1/ Not printed.” and “1. Ante.”.

Their marks stand in the text, most often glued to a word (“Naszkowski,1”, “FILIPPOVx/”). A line is a note only if its
mark is called above it; plain numbers, which might as well count paragraphs, also have to stand below the signature.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from teicable.model.annotation import Basis, Zone
from teicable.model.span import Span
from teicable.segment.features import Line, Piece
from teicable.vocabularies import Vocabularies

_SIGN = r"/\d{1,3}/|(?:[xXхХ*†]{1,3}|\d{1,2})/|\*{1,3}\)?|[†‡]"
_MARK = re.compile(
    rf"(?P<sign>{_SIGN})\s*(?=[^\s\d/*])|\[(?P<bracket>\d{{1,3}}|[xX*])\]\s*(?=\S)|(?P<raised>[¹²³⁰⁴-⁹]+)\s*(?=\S)"
    r"|(?P<plain>\d{1,3})(?:[.)]\s*|\s+)(?=[^\s\d])"
)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_COUNTED = "no nr n p pp l ll d f op pt copy km m t mig tu il yak la"
"""Words whose number is no call: “No.1”, “km2”, “T34”."""

_WORD_BEFORE = re.compile(r"[^\W\d_]+(?=[^\w\s]?$)")
_SHORT = 8
_LONGEST_NAME = 30
_MOST = 300
"""Lines that may be notes; each is looked for in the whole text above it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark that opens a note: ``name`` without brackets and stops, ``style`` how it is written."""

    name: str
    style: str
    end: int


def mark_of(text: str) -> Mark | None:
    """Return the mark that opens a line, or ``None``."""
    found = _MARK.match(text)
    if not found:
        return None
    style = found.lastgroup or ""
    end = found.end(style) + (1 if style == "bracket" else 0)
    end += 1 if style == "plain" and text[end : end + 1] in ".)" else 0
    return Mark(found[style], style, end)


def calls(text: str, mark: Mark, start: int, stop: int) -> Iterator[Span]:
    """Yield where a mark is called in a stretch of text, the likeliest way of writing it first."""
    name = re.escape(mark.name)
    if mark.style == "sign":
        glued = "" if mark.name.startswith("*") else r"(?<![\d/])"
        yield from _found(rf"{glued}(?<![*/]){name}(?![\w/*])", text, start, stop)
        return
    if mark.style == "raised":
        yield from _found(rf"(?<![⁰¹²³⁴-⁹]){name}(?![⁰¹²³⁴-⁹])", text, start, stop)
        return
    yield from _found(rf"\[{name}\]", text, start, stop)
    if not mark.name.isdigit():
        return
    raised = mark.name.translate(_RAISED)
    yield from _found(rf"(?<![⁰¹²³⁴-⁹]){raised}(?![⁰¹²³⁴-⁹])", text, start, stop)
    for span in _found(
        rf"(?:(?<=[^\W\d_][^\W\d_])|(?<=[^\W\d_][.,;:”’\"')\]!?])){name}(?![\w/-]|[.,:]\d)", text, start, stop
    ):
        word = _WORD_BEFORE.search(text[max(0, span.start - 20) : span.start])
        if not word or word.group().casefold() not in _COUNTED.split():
            yield span
    yield from _found(rf"(?<=\d[:.][0-5]\d){name}(?=\s|$)|(?<=\d[.,;]){name}(?=\s+[^\W\d_a-z])", text, start, stop)


def take(lines: Sequence[Line], vocabularies: Vocabularies) -> tuple[list[Piece], list[Line]]:
    """Return the notes among the lines of a cable, and the other lines."""
    marks = {index: mark for index, line in enumerate(lines) if index and (mark := mark_of(line.text))}
    marks = dict(list(marks.items())[-_MOST:])
    notes: set[int] = set()
    for index, mark in marks.items():
        if mark.style in ("sign", "raised") and _called(lines, index, mark):
            notes.add(index)
    slashed = [index for index, mark in marks.items() if mark.name.startswith("/")]
    if any(index in notes for index in slashed):
        notes.update(slashed)  # the call of one of them may stand in the headline
    for run in _runs(lines, marks):
        below = run[0] and _ends_text(lines[run[0] - 1]) and not any(_signs(line) for line in lines[run[-1] + 1 :])
        bracketed = marks[run[0]].style == "bracket"
        if not below and not bracketed:
            continue
        called = [index for index in run if _called(lines, index, marks[index])]
        if called and len(called) * 2 >= len(run):
            notes.update(run if below else called)
    pieces = [_piece(lines[index], marks[index], vocabularies) for index in sorted(notes)]
    return pieces, [line for index, line in enumerate(lines) if index not in notes]


def _runs(lines: Sequence[Line], marks: dict[int, Mark]) -> Iterator[list[int]]:
    """Yield indexes of neighbouring lines that bracketed or plain numbers count up."""
    run: list[int] = []
    for index in range(len(lines) + 1):
        mark = marks.get(index)
        counted = mark is not None and mark.style in ("bracket", "plain")
        last = marks[run[-1]] if run else None
        goes_on = mark and last and mark.style == last.style and _number(mark) == _number(last) + 1
        if run and not (counted and goes_on):
            yield run
            run = []
        if counted:
            run.append(index)


def _number(mark: Mark) -> int:
    return int(mark.name) if mark.name.isdigit() else -1


def _called(lines: Sequence[Line], index: int, mark: Mark) -> bool:
    start, stop = lines[0].span.start, lines[index].span.start
    return next(calls(lines[0].source.text, mark, start, stop), None) is not None


def _ends_text(line: Line) -> bool:
    """Tell whether a line can be the last above notes: a signature, a date, a drawn rule, a heading “Notes”."""
    return line.rule or (len(line.words) <= _SHORT and not line.prose and not line.text.endswith((":", ";", "?")))


def _signs(line: Line) -> bool:
    """Tell whether a line looks like the signature: notes have none below them."""
    return line.letterspaced or (line.capitals and 3 < sum(map(len, line.words)) <= _LONGEST_NAME)


def _found(pattern: str, text: str, start: int, stop: int) -> Iterator[Span]:
    return (Span(*found.span()) for found in re.compile(pattern).finditer(text, start, stop))


def _piece(line: Line, mark: Mark, vocabularies: Vocabularies) -> Piece:
    words = line.text[mark.end :].strip(" []")
    stated = vocabularies["note"].whole(words, blind=True)
    kind = stated[0] if stated else "authorial" if mark.style == "sign" and mark.name[0] != "/" else "editorial"
    attributes = (("mark", mark.name), ("type", kind))
    return Piece(line.span, Zone.NOTE, attributes, Basis.LAYOUT, recogniser="notes")
