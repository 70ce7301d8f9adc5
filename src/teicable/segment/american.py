"""The form of a telegram of the US Department of State, as its central files of the 1970s print it.

Such a telegram is known by its date-time group with the line of origin below it (``R 050142Z NOV 75`` / ``FM AMEMBASSY
SEOUL``). Above stand page heading and offices with their copies (``ACTION EA-10``, ``INFO OCT-01 ISO-00 /054 R``), in
one that the Department sent also who drafted and approved it; below, those it goes to, then the message: grade and
number (``C O N F I D E N T I A L SEOUL 03127``), captions, and labelled lines, of which subject and
references may run on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from teicable.model.annotation import Attributes, Basis, Zone
from teicable.model.span import Span
from teicable.segment import running
from teicable.segment.features import Line, Piece
from teicable.vocabularies import Vocabularies

_FARTHEST = 60
_GROUP = re.compile(r"(?:[ZOPRY][ \t]+){0,4}\d{6}Z[ \t]+[A-Z]{3}[ \t]+\d{2,4}\b")
_PAGE = re.compile(r"(?P<page>PAGE 0?1)\s+(?P<number>[A-Z][A-Z. ]{1,11}?[ \t]*\d{4,6})\b[ \t]*(?P<rest>.*)")
_OFFICE = r"[A-Z][A-Z/]{0,8}-\d\d"
_OFFICES = re.compile(
    rf"(?:(?:ACTION|ORIGIN|INFO)\b[ \t]*(?:{_OFFICE}|/\d{{3}}|ALL|[A-Z]{{1,6}}\b)?.{{0,90}}|{_OFFICE}\b.{{0,90}})"
)
_DASHES = re.compile(r"-{4,}[ \t]*\d{4,6}\b.{0,30}")
_SEND = re.compile(r"(?P<to>TO|INFO|FM)[ \t]+\S")
_SERIAL = re.compile(r"[ \t](?P<n>\d{1,5})$")
_PRECEDENCE = re.compile(r"[ \t](?P<p>(?:NIACT[ \t]+)?(?:FLASH|IMMEDIATE|PRIORITY|ROUTINE))$")
_SECTION = re.compile(r"[ \t]*((?:FINAL[ \t]+)?SECTION[ \t]+(?:\d{1,2}[ \t]+)?OF[ \t]+\d{1,2})\b")
_POST = re.compile(r"[ \t]+([A-Z][A-Z. ]{2,20}[ \t]\d{3,6})\b[ \t]*")
_LABEL = re.compile(r"(?:E\.?O\.?[ \t]*\d{4,5}|TAGS?|SUBJ(?:ECT)?|REFS?|REFTELS?|PASS)\b[ \t]*:")
_RUNS_ON = re.compile(r"(?:TAGS?|SUBJ(?:ECT)?|REFS?)\b")
_NUMBERED = re.compile(r"\(?\d{1,2}[.)]")
_SIGNED = re.compile(r"[.)?!\"]\s+(?P<name>[A-Z][A-Z’'-]{3,19})$")
_WIDE = 40
_MOST = 4
_CAPTIONS = 20


def read(lines: list[Line], vocabularies: Vocabularies) -> dict[int, list[Piece]]:
    """Return the pieces of the form by the index of their line; none where the cable is no such telegram."""
    group = _group(lines)
    if group is None:
        return {}
    found = {line.index: pieces for line, pieces in _above(lines[:group])}
    sent = _GROUP.match(lines[group].text)
    end = lines[group].span.start + (sent.end() if sent else 0)
    found[lines[group].index] = [
        Piece(Span(lines[group].span.start, end), Zone.DATELINE, (("type", "sent"),), Basis.STATED, recogniser="dates"),
        *_rest(lines[group], end),
    ]
    below = lines[group + 1 :]
    grade = next((i for i, line in enumerate(below[:_FARTHEST]) if _graded(line, vocabularies)), None)
    until = grade if grade is not None else next((i for i, line in enumerate(below) if not _SEND.match(line.text)), 0)
    role = ""
    for line in below[:until]:
        label = _SEND.match(line.text)
        role = {"FM": "origin", "TO": "addressee", "INFO": "copy"}[label["to"]] if label else role
        found[line.index] = _address(line, role, vocabularies)
    if grade is not None:
        found[below[grade].index] = _graded(below[grade], vocabularies)
    found.update(_labelled(below[until:]))
    return found


def group(text: str) -> bool:
    """Tell whether a line is a date-time group."""
    return "Z" in text and _GROUP.match(text) is not None


def signed(lines: list[Line], vocabularies: Vocabularies) -> list[Line]:
    """Return the lines with the signature apart that ends the last of the text: “… END FYI. KISSINGER”."""
    if _group(lines) is None:
        return lines
    ends = vocabularies["field"].of("end")
    below = (i for i in reversed(range(len(lines))) if not ends.full(lines[i].text))
    last = next((i for i in below if not running.grade(lines[i], vocabularies)), 0)
    line = lines[last]
    found = _SIGNED.search(line.text)
    if not found or not line.capitals:
        return lines
    middle = line.span.start + found.start("name")
    text = line.spanning(Span(line.span.start, middle).trimmed(line.source.text))
    name = replace(line, span=Span(middle, line.span.end), blank_before=False, interrupted=False)
    return [*lines[:last], text, name, *lines[last + 1 :]]


def _group(lines: list[Line]) -> int | None:
    """Return the index of the date-time group that a line of origin follows."""
    origins = [index for index, line in enumerate(lines[: _FARTHEST + 2]) if line.text.startswith("FM ")]
    above = sorted(index for origin in origins for index in range(max(0, origin - 2), min(origin, _FARTHEST)))
    return next((index for index in above if group(lines[index].text)), None)


def _above(lines: list[Line]) -> Iterator[tuple[Line, list[Piece]]]:
    drafted = False
    for line in lines:
        page = _PAGE.fullmatch(line.text)
        if page:
            yield line, _heading(line, page)
        elif line.text.startswith(("DRAFTED BY", "APPROVED BY")) or (drafted and not _DASHES.fullmatch(line.text)):
            drafted = True
            yield line, [Piece(line.span, Zone.PRODUCTION, (), Basis.VOCABULARY, recogniser="production")]
        elif _OFFICES.fullmatch(line.text):
            yield line, [Piece(line.span, Zone.DISTRIBUTION, (), Basis.VOCABULARY, recogniser="distribution")]
        elif _DASHES.fullmatch(line.text):
            yield line, [Piece(line.span, Zone.FIELD)]


def _heading(line: Line, page: re.Match[str]) -> list[Piece]:
    start = line.span.start
    number = Span(start + page.start("number"), start + page.end("number"))
    return [
        Piece(Span(start, start + page.end("page")), Zone.SHEET, recogniser="numbers"),
        Piece(number, Zone.NUMBER, (("type", "cable"),), Basis.STATED, recogniser="numbers"),
        *_rest(line, number.end),
    ]


def _address(line: Line, role: str, vocabularies: Vocabularies) -> list[Piece]:
    """Read who a telegram goes to, with precedence and the number it has in the series to that post."""
    text, start = line.text, line.span.start
    serial = _SERIAL.search(text) if role == "addressee" else None
    bare = text[: serial.start()].rstrip() if serial else text
    urgent = _PRECEDENCE.search(bare)
    name = bare[: urgent.start()].rstrip() if urgent else bare
    attributes: Attributes = (("role", role),) if role else ()
    pieces = [Piece(Span(start, start + len(name)), Zone.ADDRESS, attributes, Basis.VOCABULARY, recogniser="names")]
    if urgent:
        span = Span(start + urgent.start("p"), start + urgent.end("p"))
        category = vocabularies["handling"].full(urgent["p"]) or "priority"
        pieces.append(Piece(span, Zone.HANDLING, (("category", category),), Basis.VOCABULARY, recogniser="markings"))
    if serial:
        span = Span(start + serial.start("n"), start + serial.end("n"))
        pieces.append(Piece(span, Zone.NUMBER, (("type", "series"),), Basis.LAYOUT, recogniser="numbers"))
    return pieces


def _graded(line: Line, vocabularies: Vocabularies) -> list[Piece]:
    """Read grade and number of the message: “S E C R E T SECTION 01 OF 02 SEOUL 3127”."""
    grade = vocabularies["classification"].match(line.text)
    if grade is None:
        return []
    start = line.span.start
    section = _SECTION.match(line.text, grade[1])
    post = _POST.match(line.text, section.end() if section else grade[1])
    if post is None:
        return []
    attributes: Attributes = (("category", grade[0]),)
    found = [
        Piece(Span(start, start + grade[1]), Zone.CLASSIFICATION, attributes, Basis.VOCABULARY, recogniser="markings")
    ]
    if section:
        found.append(Piece(Span(start + section.start(1), start + section.end(1)), Zone.FIELD))
    number = Span(start + post.start(1), start + post.end(1))
    found.append(Piece(number, Zone.NUMBER, (("type", "cable"),), Basis.STATED, recogniser="numbers"))
    return [*found, *_rest(line, number.end)]


def _labelled(lines: list[Line]) -> dict[int, list[Piece]]:
    """Read the labelled lines above the text; subject and references may take more than one line."""
    found: dict[int, list[Piece]] = {}
    labels = [index for index, line in enumerate(lines[:_CAPTIONS]) if _LABEL.match(line.text)]
    for first, stop in zip(labels, [*labels, len(lines)][1:], strict=True):
        last = first + 1
        while last < min(stop, first + _MOST) and _continues(lines[last - 1], lines[last]):
            last += 1
        if not _RUNS_ON.match(lines[first].text):
            last = first + 1
        for line in lines[first:last]:
            found[line.index] = [Piece(line.span, Zone.FIELD, (), Basis.VOCABULARY, recogniser="markings")]
    return found


def _continues(before: Line, line: Line) -> bool:
    wide = len(before.text) >= _WIDE or before.text.endswith((",", ";"))
    return wide and not line.blank_before and not line.interrupted and not _NUMBERED.match(line.text)


def _rest(line: Line, position: int) -> list[Piece]:
    span = Span(position, line.span.end).trimmed(line.source.text)
    return [Piece(span, Zone.FIELD)] if span else []
