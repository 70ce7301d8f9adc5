"""Lines of a PDF's pages as they stand on the sheet: where paragraphs begin, and what every page repeats.

A text layer knows no paragraphs, only places. A line begins one if more than the usual space stands above it or if it
is set in. What stands at the head or foot of pages in the same place, in the same words (figures apart), is of the page
and not of the document; so are figures that count the pages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from teicable.vocabularies import shipped

_NUMBER = re.compile(r"[-–—.\s\[(]*(?:p(?:age|\.)?\s*)?(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?[-–—.\s\])]*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_EDGE = 2
"""How many lines from the edge of a page a running head may stand."""
_WIDER = 1.25
_NEAR = 4.0
_SHORT = 0.15
_FEW = 5


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a page: its words, left edge, base and height in points, right edge.

    ``gaps`` are the blanks wide enough to part columns: where in the words, and their edges; ``raised`` are the
    characters that stand above the line, first and last.
    """

    words: str
    left: float
    base: float
    height: float
    right: float = 0
    gaps: tuple[tuple[int, float, float], ...] = ()
    raised: tuple[tuple[int, int], ...] = ()


def lines(rows: Iterable[Row]) -> list[Row]:
    """Return the lines whole: a text layer makes one of its own of what is raised, and another of what follows it.

    What is raised is small, few characters, begins where the line ends and stands on no line of its own.
    """
    found: list[Row] = []
    for row in rows:
        last = found[-1] if found else None
        if last is not None and len(row.words) <= _FEW and _above(last, row):
            found[-1] = _joined(last, row, raised=True)
        elif last is not None and len(last.words) <= _FEW and not last.raised and _above(row, last, before=True):
            found[-1] = replace(
                _joined(replace(last, raised=((0, len(last.words)),)), row), base=row.base, height=row.height
            )
        elif last is not None and last.raised and last.raised[-1][1] == len(last.words) and _beside(last, row):
            found[-1] = _joined(last, row)
        else:
            found.append(row)
    return found


def _above(line: Row, mark: Row, *, before: bool = False) -> bool:
    """Tell whether a mark is raised at the end of a line, or before its beginning."""
    over = 0.1 * line.height < mark.base - line.base < 0.9 * line.height
    gap = line.left - mark.right if before else mark.left - line.right
    return over and mark.height < 0.95 * line.height and -1 < gap < 0.6 * line.height


def _beside(last: Row, row: Row) -> bool:
    level = abs(row.base - last.base) < 0.1 * last.height
    return level and -1 < row.left - last.right < last.height


def _joined(last: Row, row: Row, *, raised: bool = False) -> Row:
    blank = "" if raised or row.left - last.right < 0.15 * last.height else " "
    start = len(last.words) + len(blank)
    later = [(first + start, end + start) for first, end in row.raised]
    return replace(
        last,
        words=f"{last.words}{blank}{row.words}",
        right=row.right,
        gaps=(*last.gaps, *((place + start, a, b) for place, a, b in row.gaps)),
        raised=(*last.raised, *([(start, start + len(row.words))] if raised else later)),
    )


def paragraphs(rows: Sequence[Row], usual: float, before: Sequence[Row] = ()) -> set[int]:
    """Return the indexes of lines of a column that begin a paragraph, given the usual distance of lines.

    The first one does if it is set in, or if the column ``before`` it ends with a line that is not full.
    """
    if not rows:
        return set()
    margin = Counter(round(row.left) for row in rows).most_common(1)[0][0]
    found: set[int] = set()
    inset = rows[0].left - margin > rows[0].height * 0.8
    if before and (inset or _ends(before)):
        found.add(0)
    for index in range(1, len(rows)):
        last, row = rows[index - 1], rows[index]
        distance = last.base - row.base
        moved = row.left - margin > row.height * 0.8 and abs(row.left - last.left) > 1
        if distance > usual * _WIDER or (distance > 0 and moved):
            found.add(index)
    return found


def _ends(rows: Sequence[Row]) -> bool:
    """Tell whether a column ends with the last line of a paragraph."""
    width = max(row.right for row in rows) - min(row.left for row in rows)
    short = max(row.right for row in rows) - rows[-1].right > _SHORT * width
    return short and len(rows) > 1 and rows[-1].words.rstrip('”"’») ').endswith((".", "!", "?", ":"))


def usual_distance(pages: Sequence[Sequence[Row]]) -> float:
    """Return the distance of the lines of one paragraph: the smallest that is common."""
    distances = sorted(
        last.base - row.base
        for rows in pages
        for last, row in pairwise(rows)
        if 0.5 * row.height < last.base - row.base < 4 * row.height
    )
    return distances[len(distances) // 5] if distances else 1e9


def furniture(pages: Sequence[Sequence[Row]]) -> set[tuple[int, int]]:
    """Return page and index of the lines that belong to the pages.

    A grade is repeated on every page too; on the first it is the document's own.
    """
    if len(pages) < 2:
        return set()
    edges = [(page, index) for page, rows in enumerate(pages) for index in _at_edges(rows)]
    repeated: dict[tuple[str, int], list[tuple[int, int]]] = {}
    counting: dict[int, list[tuple[int, int]]] = {}
    for page, index in edges:
        row = pages[page][index]
        number = _NUMBER.fullmatch(row.words)
        if number:
            counting.setdefault(int(number.group(1)) - page, []).append((page, index))
        else:
            shape = _DIGITS.sub("0", " ".join(row.words.casefold().split()))
            repeated.setdefault((shape, round(row.base / _NEAR)), []).append((page, index))
    found: set[tuple[int, int]] = set()
    for places in counting.values():
        if len({page for page, _ in places}) > 1:
            found.update(places)
    for (_, _), places in repeated.items():
        on = {page for page, _ in places}
        if len(on) > 1 and 2 * len(on) >= len(pages) - 1:
            found.update(place for place in places if place[0] or not _grade(pages[0][place[1]].words))
    return found


def first_number(pages: Sequence[Sequence[Row]], apart: Collection[tuple[int, int]]) -> int:
    """Return the number that the first page has by those printed at heads and feet; 1 where none are."""
    numbers = ((page, _NUMBER.fullmatch(pages[page][index].words)) for page, index in apart)
    counted = Counter(int(number.group(1)) - page for page, number in numbers if number)
    return max(sorted(counted), key=lambda first: counted[first], default=1)


def _at_edges(rows: Sequence[Row]) -> list[int]:
    """Return the indexes of the lines nearest to the head and the foot of a page, cells of one line together."""
    bases = sorted({round(row.base / _NEAR) for row in rows})
    outer = {*bases[:_EDGE], *bases[-_EDGE:]}
    return [index for index, row in enumerate(rows) if round(row.base / _NEAR) in outer]


def _grade(words: str) -> bool:
    return any(shipped()[table].full(words) is not None for table in ("classification", "handling"))
