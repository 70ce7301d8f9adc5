"""Line ends that the text layer of a PDF has lost: a whole page run into a few long lines.

``Digital Archive International History Declassified May 08, 1959 Telegram from Orlen to Belsky Citation: “…” Summary: …
Contents: English Translation`` is the head of such a page, ``CIPHERED TELEGRAM Secret From KARSA Nº 118 To Cde. BELSKY
The boats have …`` its form with the text, ``… of Asia. A. ORLEN 8.V.59 Two copies printed. Nº 1 to Cde. Belsky.`` its
end. Borders are put where these parts begin; only a source whose first line runs on behind
the site's name is divided so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import pairwise

from teicable import chronology
from teicable.model.span import Span
from teicable.segment import closer, pages
from teicable.segment.features import Line
from teicable.segment.letterhead import Form

_WORD = re.compile(r"(?<=\s)(?=\S)")
_LONGEST_HEAD = 4000
_LONGEST_FORM = 200
_MOST_PARTS = 4
_MOST_WORDS = 24
_LONGEST_END = 600
_PARTS = ("citation", "summary", "language", "top")
_SIGNED = re.compile(
    r"(?<=[.!?”\"\])])\s+(?P<name>(?:[^\W\d_a-z]\.\s?){0,3}[^\W\d_a-z]{3,20}(?:[ -][^\W\d_a-z]{3,20})?"
    r"(?:\s\[[^\[\]]{1,40}\])?)(?=\s+(?:\d|N[oº°]|\[|[A-Z][a-z]+\s)|\s*$)"
)
_STOP = re.compile(r"(?<![.\s][A-Z]\.)(?<!Cde\.)(?<!Comr\.)(?<!Com\.)(?<!No\.)(?<=[.\]])\s+(?=[\[\dA-Z])|\s+(?=\[)")
_FOOT = re.compile(r"\s(?P<site>\S+\.\S+)\s+(?P<number>\d{1,3})$")


def part(lines: list[Line], form: Form) -> list[Line]:
    """Return the lines, those of a page that has lost its line ends divided."""
    head = _head(lines[0], form) if lines else []
    if not head:
        return lines
    above = _divided(lines[0], head)
    body = [above.pop(), *lines[1:]] if _is_text(above, form) else lines[1:]
    if body:
        body = [*_divided(body[0], _forms(body[0], form)), *body[1:]]
        body = [cell for line in body for cell in _divided(line, _feet(line, form))]
        last = next((i for i in reversed(range(len(body))) if len(body[i].words) > 3), 0)
        body = [*body[:last], *_divided(body[last], _ends(body[last], form)), *body[last + 1 :]]
    return [replace(line, index=index) for index, line in enumerate([*above, *body])]


def _divided(line: Line, borders: Iterable[int]) -> list[Line]:
    text, (begin, end) = line.source.text, line.span
    places = [begin, *sorted({place for place in borders if begin < place < end}), end]
    cells = [Span(a, b).trimmed(text) for a, b in pairwise(places)]
    return [replace(line, span=cell, blank_before=line.blank_before or i > 0) for i, cell in enumerate(cells) if cell]


def _head(line: Line, form: Form) -> list[int]:
    """Return where the parts of a page's head begin; none if the line is no head that runs on to its end."""
    text, words = line.source.text, form.vocabularies
    end = min(line.span.end, line.span.start + _LONGEST_HEAD)
    found: list[int] = []
    position = line.span.start
    while (label := words["label"].of("top").match(text, position)) and label[1] < end:
        position = _past(text, label[1])
        found.append(position)
    date = chronology.match(text, position, end) if found else None
    if date is None or not date.year or date.time:
        return []
    title = _past(text, date.span.end)
    found.append(title)
    known = False
    for place in (word.start() for word in _WORD.finditer(text, title, end)):
        label = words["label"].match(text, place)
        if not label or text[label[1] - 1] != ":" or label[0] not in _PARTS:
            continue
        if not known and not pages.is_title(line.spanning(Span(title, place).trimmed(text)), words):
            return []
        known = True
        after = _past(text, label[1])
        found += [place, after]
        if label[0] == "language" and (tongue := words["tongue"].match(text, after)):
            found.append(_past(text, tongue[1]))
        if label[0] == "top" and (buttons := list(_buttons(text, after, end, form))):
            return [*found, *buttons]
    closed = found and known and words["tongue"].full(text[found[-1] : line.span.end].strip()) is not None
    return found if closed or (known and line.span.end - found[-1] < _LONGEST_END) else []


def _buttons(text: str, position: int, end: int, form: Form) -> Iterator[int]:
    """Yield the ends of “English Translation” and the like, which close the head."""
    while (label := form.vocabularies["label"].of("top").match(text, position)) and label[1] <= end:
        position = _past(text, label[1])
        yield position


def _is_text(cells: list[Line], form: Form) -> bool:
    """Tell whether the last cell of the first line begins the cable: a button or a language stands before it."""
    tongue = form.vocabularies["tongue"]
    named = [pages.label(cell, form.vocabularies) or tongue.full(cell.text) for cell in cells[-2:]]
    return len(named) == 2 and bool(named[0]) and not named[1] and not cells[-2].text.endswith(":")


def _forms(line: Line, form: Form) -> list[int]:
    """Return where the text begins behind words of a form that cover the line so far, in several steps if long."""
    text, end = line.source.text, line.span.end
    function = form.vocabularies["english"].words("words", "function")
    found: list[int] = []
    start = line.span.start
    for _ in range(_MOST_PARTS):
        places = [w.start() for w in _WORD.finditer(text, start + 1, min(end, start + _LONGEST_FORM))]
        for place in reversed(places[:_MOST_WORDS]):
            words = text[start:place].split()
            if text[place].islower() or words[-1].casefold() in function or words[-1] == "I":
                continue
            if form.cover(line.spanning(Span(start, place).trimmed(text))):
                found.append(place)
                start = place
                break
        else:
            break
    return found


def _ends(line: Line, form: Form) -> list[int]:
    """Return where signature, copies and notes begin at the end of the text."""
    text, (begin, end) = line.source.text, line.span
    signed = [
        name
        for name in _SIGNED.finditer(text, max(begin, end - _LONGEST_END), end)
        if closer.signature(line.spanning(Span(*name.span("name"))), form)
    ]
    if not signed:
        return []
    start, after = signed[-1].start("name"), _past(text, signed[-1].end("name"))
    date = chronology.match(text, after, end)
    after = _past(text, date.span.end) if date else after
    return [start, after, *(stop.end() for stop in _STOP.finditer(text, after, end))]


def _feet(line: Line, form: Form) -> list[int]:
    """Return where the foot of a page begins, the site's address and the number of the page, and the number in it."""
    foot = _FOOT.search(line.source.text, max(line.span.start, line.span.end - _LONGEST_FORM), line.span.end)
    if foot is None or form.vocabularies["label"].of("top").full(foot["site"]) is None:
        return []
    return [foot.start("site"), foot.start("number")]


def _past(text: str, position: int) -> int:
    """Return the position behind blanks."""
    return position + len(text[position : position + 40]) - len(text[position : position + 40].lstrip())
