"""Borders of lines and table cells that a copy of a page has lost.

``SOVIET AMBASSADORSent 03:15`` are two cells, ``…Ambassador in PragueMFA USSRTOP SECRETSpecial No. 318`` the head
of a page in one run, ``… the answer.ZORIN5 copiesCopies:1. Vyshinsky2. Zorin`` its end. A border is put between two
characters where words of forms end or begin though no blank does; nothing is put into the text. Sentences that merely
lost the blank between them (``third track.This has``) stay one paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from teicable.model.span import Span
from teicable.segment import copies
from teicable.segment.features import Line
from teicable.segment.letterhead import Form

# A cell begins with a capital or a figure behind no blank: asked first, and the rest afterwards, which is much faster.
_BEGINNINGS = (
    r"(?<=[^\W\d_a-z][^\W\d_])(?=[a-z])"  # SECRET|Making
    r"|(?<=[a-zß-öø-ÿ)\]][^\W\d_])"  # prohibited|Special
    r"|(?<=\d[^\W\d_])(?=[^\W\d_/-])"  # 318|Issuing
    r"|(?<=[^\W\d_]\d)(?=\d?[ \t]cop)"  # ZORIN|5 copies
    r"|(?<=[.!?:;,”\"][^\W\d_])"  # Pyongyang.|Sent
)
_CELL = r"[^\W_a-z](?<!\s[^\W_a-z])"
_SEAM = re.compile(rf"{_CELL}(?:{_BEGINNINGS})")
_GLUED = re.compile(rf"{_CELL}(?:{_BEGINNINGS}|(?<=[^\s\d]\d))")
"""The same, or any figure without a blank before it: where a line has none, nothing in it was run together."""
_TOTAL = re.compile(r"\d{1,2}[ \t]cop(?:y|ies)(?![a-z])")
_PUNCTUATION = '.!?:;,”"'
_NUMBER = re.compile(r"(?P<n>\d(?<=[.:;!?”\"\])]\d)\d?)[.)][ \t]?(?=[^\W\d_]|[\[“\"«])")
_RECIPIENT = re.compile(r"(?P<n>\d(?<=[^\s\d]\d)\d?)(?:[-–](?P<last>\d{1,2}))?(?:[.)]|[ \t]?[-–])[ \t](?=[^\W_])")
_FIRST = re.compile(r"1(?:[.)]|[ \t]?[-–](?=[ \t]))[ \t]?(?=\w)")
_VALUE = re.compile(r"[ \t]*\d")
_NAME = re.compile(
    r"[.!?”\"\])](?P<name>(?![IVX]{1,5}$)[^\W\d_a-z]{3,20}(?:[ \t][^\W\d_a-z]{3,20})?(?:[ \t]\[[^\[\]]{1,40}\])?)$"
)
_SHORTEST = 3
_LONGEST = 200
_MOST = 400
"""Borders that one line may have; a line with more is no page of a cable."""


def part(lines: list[Line], form: Form) -> list[Line]:
    """Return the lines, those that run on divided where their cells begin."""
    found: list[Line] = []
    for line in lines:
        borders = _borders(line, form)
        if not borders and line.index == len(found):
            found.append(line)
            continue
        starts = [line.span.start, *borders]
        for start, end in zip(starts, [*borders, line.span.end], strict=True):
            cell = Span(start, end).trimmed(line.source.text)
            first = start == line.span.start
            blank = line.blank_before if first else True
            found.append(replace(line, span=cell, index=len(found), blank_before=blank))
    return found


def _borders(line: Line, form: Form) -> list[int]:
    if not _GLUED.search(line.source.text, *line.span):
        return []
    cells = _cells(line, form)
    ends = sorted({line.span.start, *cells, line.span.end})
    inner: set[int] = set(cells)
    for start, end in pairwise(ends):
        inner |= set(_items(line.source.text, start, end, form))
    for start, end in pairwise(ends):
        # A name in capitals that closes a cell of the text is the signature if more of the form follows, or nothing.
        text = line.source.text
        closes = end - start > 20 and (text[end - 1].isalnum() or text[end - 1] in "]\n")
        name = _NAME.search(text[max(start, end - 100) : end]) if closes else None
        if name and not line.spanning(Span(start, end)).capitals:
            inner.add(end - len(name["name"]))
    return sorted(inner)


def _cells(line: Line, form: Form) -> list[int]:
    """Return where cells begin: at least two borders are needed, or one that cannot be anything else."""
    text, begin, end = line.source.text, line.span.start, line.span.end
    found: list[int] = []
    strong = 0
    start = begin
    seen = 0
    for seam in _SEAM.finditer(text, begin + 1, end):
        place = seam.start()
        if place - start < _SHORTEST or end - place < _SHORTEST or seen > _MOST:
            continue
        seen += 1
        certain = _certain(text, place, end, form)
        if text[place - 1] in _PUNCTUATION:
            opens = covered = False
        else:
            opens, covered = _opens(text, place, end, form), _covered(line, start, place, form)
        if certain or opens or covered:
            strong += certain or (opens and covered)
            found.append(place)
            start = place
    return found if len(found) > 1 or strong else []


def _covered(line: Line, start: int, end: int, form: Form) -> bool:
    """Tell whether the cell that would end here consists of words of forms."""
    return end - start <= _LONGEST and bool(form.cover(line.spanning(Span(start, end).trimmed(line.source.text))))


def _certain(text: str, place: int, end: int, form: Form) -> bool:
    """Tell whether what begins here can only be a cell: a label with its number, time or colon; a copy list."""
    words = form.vocabularies
    if _TOTAL.match(text, place, end):
        return True
    head = copies.head_of(text[place : place + _LONGEST], words)
    if head and text[place + head - 1] == ":":
        return True
    label = words["label"].match(text, place)
    if (
        label
        and label[1] <= end
        and (text[label[1] - 1] == ":" or label[1] == end or words["label"].match(text, label[1]))
    ):
        return True
    for table in ("address", "dateline", "field"):
        found = words[table].match(text, place)
        if found and found[1] < end and text[found[1] - 1] == ":":
            return True
    timed = words["dateline"].match(text, place) or words["number"].match(text, place)
    return bool(timed and _VALUE.match(text, timed[1], end))


def _opens(text: str, place: int, end: int, form: Form) -> bool:
    """Tell whether a word of forms begins here."""
    words = form.vocabularies
    for table in ("classification", "handling", "doctype", "address", "production", "distribution"):
        found = words[table].match(text, place)
        if found and found[1] <= end and not text[found[1] : found[1] + 1].islower():
            return True
    name = words["office"].of("name").match(text, place)
    return name is not None and name[1] <= end


def _items(text: str, start: int, end: int, form: Form) -> Iterator[int]:
    """Yield where numbered points begin that follow each other without line ends, if they count up from 1.

    In a copy list, any figure behind a name counts; in other text only one behind a stop, for it could call a note.
    """
    head = copies.head_of(text[start : min(end, start + _LONGEST)], form.vocabularies)
    begin = start + head
    opening = _FIRST.match(text, begin, end)
    listed = end - start <= _LONGEST and bool(head or opening)
    wanted = 1 + bool(opening)
    places = [begin] if opening and head else []
    for found in (_RECIPIENT if listed else _NUMBER).finditer(text, begin + bool(opening), end):
        if int(found["n"]) == wanted:
            places.append(found.start())
            last = found.groupdict().get("last")
            wanted = int(last) + 1 if last else wanted + 1
    if wanted > 2:
        yield from (place for place in places if place > start)
