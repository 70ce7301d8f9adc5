"""Notes below the text: “x/ Pseudonym of I. V. Stalin.”, “[1] Deputy Minister.”, “/1/ Not printed.” and “1. Ante.”.

Their marks stand in the text, most often glued to a word (“Naszkowski,1”, “FILIPPOVx/”). A line is a note only if its
mark is called above it; plain numbers, which might as well count paragraphs, also have to stand below the signature.
What the reader knows to be raised above the line, or to lead to another place of the page, needs no such caution.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from teicable.model.annotation import Basis, Zone
from teicable.model.source import SourceText
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
_LONGEST_MARK = 5
_STOPS = ' \t.,:;!?”"’»)'
_NONE: Mapping[int, Span] = {}
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


def raised(source: SourceText) -> dict[int, Span]:
    """Return by their beginnings the few characters that the file raises, or that lead to another place of it."""
    found = (t.span for t in source.traits if t.kind == "superscript" or (t.kind == "link" and "#" in t.value))
    return {span.start: span for span in found if span.length <= _LONGEST_MARK}


def mark_at(text: str, span: Span, known: Mapping[int, Span]) -> Mark | None:
    """Return the mark that opens a line; what is raised there is one, whatever it is."""
    first = known.get(span.start)
    if first is None or first.end >= span.end or not first.of(text).strip("[]() .").isalnum():
        return mark_of(span.of(text))
    found = mark_of(span.of(text))
    return found or Mark(first.of(text).strip("[]() ."), "raised", first.length)


def calls(text: str, mark: Mark, start: int, stop: int, known: Mapping[int, Span] = _NONE) -> Iterator[Span]:
    """Yield where a mark is called in a stretch of text, the likeliest way of writing it first.

    What is known to be raised is no call of another kind, so that where a mark is raised nothing else calls it.
    """
    there = [s for s in known.values() if start <= s.start and s.end <= stop and s.of(text).strip("[]() ") == mark.name]
    yield from there
    if there or (mark.style == "raised" and mark.name.isascii()):
        return
    # Each pattern begins with the mark itself and looks back over it: what begins with letters is searched fast.
    name = re.escape(mark.name)
    if mark.style == "sign":
        glued = "" if mark.name.startswith("*") else rf"(?<![\d/]{name})"
        yield from _found(rf"{name}{glued}(?<![*/]{name})(?![\w/*])", text, start, stop)
        return
    if mark.style == "raised":
        yield from _found(rf"{name}(?<![⁰¹²³⁴-⁹]{name})(?![⁰¹²³⁴-⁹])", text, start, stop)
        return
    yield from _found(rf"\[{name}\]", text, start, stop)
    if not mark.name.isdigit():
        return
    raised = mark.name.translate(_RAISED)
    yield from _found(rf"{raised}(?<![⁰¹²³⁴-⁹]{raised})(?![⁰¹²³⁴-⁹])", text, start, stop)
    behind_word = rf"(?:(?<=[^\W\d_][^\W\d_]{name})|(?<=[^\W\d_][.,;:”’\"')\]!?]{name}))"
    for span in _found(rf"{name}{behind_word}(?![\w/-]|[.,:]\d)", text, start, stop):
        word = _WORD_BEFORE.search(text[max(0, span.start - 20) : span.start])
        if not word or word.group().casefold() not in _COUNTED.split():
            yield span
    behind_time, behind_year = rf"(?<=\d[:.][0-5]\d{name})(?=\s|$)", rf"(?<=\d[.,;]{name})(?=\s+[^\W\d_a-z])"
    yield from _found(rf"{name}(?:{behind_time}|{behind_year})", text, start, stop)


def take(lines: Sequence[Line], vocabularies: Vocabularies) -> tuple[list[Piece], list[Line]]:
    """Return the notes among the lines of a cable, and the other lines."""
    known = raised(lines[0].source) if lines else {}
    text = lines[0].source.text if lines else ""
    marks = {index: mark for index, line in enumerate(lines) if index and (mark := mark_at(text, line.span, known))}
    marks = dict(list(marks.items())[-_MOST:])
    notes: set[int] = set()
    for index, mark in marks.items():
        sure = mark.style in ("sign", "raised") or lines[index].span.start in known
        if sure and _called(lines, index, mark, known):
            notes.add(index)
    slashed = [index for index, mark in marks.items() if mark.name.startswith("/")]
    if any(index in notes for index in slashed):
        notes.update(slashed)  # the call of one of them may stand in the headline
    for run in _runs(lines, marks):
        below = run[0] and _ends_text(lines[run[0] - 1]) and not any(_signs(line) for line in lines[run[-1] + 1 :])
        bracketed = marks[run[0]].style == "bracket"
        if not below and not bracketed:
            continue
        called = [index for index in run if _called(lines, index, marks[index], known)]
        if called and len(called) * 2 >= len(run):
            notes.update(run if below else called)
    pieces = [_piece(lines[index], marks[index], vocabularies) for index in sorted(notes)]
    rest = [line for index, line in enumerate(lines) if index not in notes]
    return pieces, _unmarked(rest, [(lines[index].span.start, marks[index]) for index in sorted(notes)], known)


def _unmarked(lines: list[Line], notes: Sequence[tuple[int, Mark]], known: Mapping[int, Span]) -> list[Line]:
    """Return the lines as they read without calls of notes at their ends: “STEPANOV[1]” is a signature.

    Within a line a call parts: “Naszkowski,1 Eyes Only”.
    """
    if not notes or not lines:
        return lines
    text = lines[0].source.text
    starts = [line.span.start for line in lines]

    def within(call: Span) -> bool:
        line = lines[bisect_right(starts, call.start) - 1].span
        return line.start < call.start and call.end <= line.end and not text[call.end : line.end].strip(_STOPS)

    found = chosen(text, notes, starts[0], known, within)
    blind = replace(lines[0].source, text=hidden(text, found))
    return [replace(line, source=blind, span=line.span.trimmed(blind.text)) for line in lines]


def chosen(
    text: str, notes: Sequence[tuple[int, Mark]], begin: int, known: Mapping[int, Span], within: Callable[[Span], bool]
) -> list[Span | None]:
    """Return the call of each note: the first free one below the call of the note before it, else the first free."""
    found: list[Span | None] = []
    last: dict[str, int] = {}
    taken: set[Span | None] = set()
    for stop, mark in notes:
        free = [span for span in calls(text, mark, begin, stop, known) if span not in taken and within(span)]
        after = last.get(mark.style, begin)
        call = next((span for span in free if span.start >= after), free[0] if free else None)
        if call is not None:
            last[mark.style] = call.end
        found.append(call)
        taken.add(call)
    return found


def hidden(text: str, spans: Sequence[Span | None]) -> str:
    """Return the text with blanks in the place of some characters, so that every other stays where it is."""
    pieces: list[str] = []
    position = 0
    for span in sorted(span for span in spans if span is not None):
        start, end = max(position, span.start), max(position, span.end)  # “xx/” may be taken for a call of “x/” too
        pieces += [text[position:start], " " * (end - start)]
        position = end
    return "".join([*pieces, text[position:]])


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


def _called(lines: Sequence[Line], index: int, mark: Mark, known: Mapping[int, Span]) -> bool:
    start, stop = lines[0].span.start, lines[index].span.start
    return next(calls(lines[0].source.text, mark, start, stop, known), None) is not None


def _ends_text(line: Line) -> bool:
    """Tell whether a line can be the last above notes: a signature, a date, a drawn rule, a heading “Notes”."""
    if line.rule:
        return True
    return not (line.prose or line.text.endswith((":", ";", "?"))) and len(line.words) <= _SHORT


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
