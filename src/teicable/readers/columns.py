"""Columns of a page: which lines stand in which, and in what order one reads them.

The text layer of a scan often has its words line by line across the whole sheet, so that what is read of a page in two
columns goes to and fro between them. Columns are known by the gutter: a strip in the inner part of the page in which no
word stands but those of headings. One reads what stands above a heading first, and in each such band the left column
before the right one. The lines of columns are full, and many: cells of a form are neither, and keep their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from teicable.readers.sheet import Row

_INNER = (0.25, 0.75)
_FEWEST = 6
"""Lines that a column has at least."""
_MOST = 1000
"""Lines of a page; what has more is none."""
_FULL = 0.6
"""How much of the width of its column the middle one of its lines fills."""
_CROSSING = 0.2
"""How many of the lines may be headings over both columns."""
_TRIED = 60


def columns(rows: Sequence[Row]) -> list[list[Row]]:
    """Return the lines of a page column by column, in the order in which one reads them."""
    gutter = _gutter(rows)
    if gutter is None:
        return [list(rows)] if rows else []
    found: list[list[Row]] = []
    band: list[Row] = []
    for row in [*sorted(_parted(rows, gutter), key=lambda row: -row.base), None]:
        if row is not None and not _crosses(row, gutter):
            band.append(row)
            continue
        for side in ([r for r in band if r.right <= gutter], [r for r in band if r.left >= gutter]):
            found += columns(side)
        band = []
        if row is not None:
            found.append([row])
    return found


def _parted(rows: Sequence[Row], gutter: float) -> Iterator[Row]:
    """Yield the lines, those that leave the gutter free on either side of it as two."""
    for row in rows:
        free = next((gap for gap in row.gaps if gap[1] <= gutter <= gap[2]), None)
        if free is None:
            yield row
            continue
        stop, left, right = free
        before = tuple(one for one in row.raised if one[1] <= stop)
        gaps = tuple(gap for gap in row.gaps if gap[0] < stop)
        yield replace(row, words=row.words[:stop], right=left, gaps=gaps, raised=before)
        rest = row.words[stop:]
        lead = stop + len(rest) - len(rest.lstrip())
        later = tuple((start - lead, a, b) for start, a, b in row.gaps if start > stop)
        after = tuple((first - lead, end - lead) for first, end in row.raised if first >= lead)
        yield replace(row, words=rest.lstrip(), left=right, gaps=later, raised=after)


def _gutter(rows: Sequence[Row]) -> float | None:
    """Return the middle of the gutter, ``None`` where the page has no columns."""
    if not _FEWEST <= len(rows) <= _MOST:
        return None
    begin, end = min(row.left for row in rows), max(row.right for row in rows)
    first, last = (begin + share * (end - begin) for share in _INNER)
    edges = [(row.right, row.right) for row in rows] + [(row.left, row.left) for row in rows]
    gaps = [(left, right) for row in rows for _, left, right in row.gaps]
    middles = sorted({round((a + b) / 2, 0) for a, b in (*gaps, *_between(edges))})
    tried = [x for x in middles if first <= x <= last]
    tried = tried[:: max(1, len(tried) // _TRIED)]
    best = min(tried, key=lambda x: (sum(_crosses(row, x) for row in rows), abs(x - (begin + end) / 2)), default=None)
    return best if best is not None and _stand_in_columns(rows, best) else None


def _between(edges: Sequence[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Yield the strips between one line's end and the beginning of the next to the right."""
    places = sorted({round(edge, 0) for edge, _ in edges})
    yield from ((a, b) for a, b in pairwise(places) if b - a > 2)


def _stand_in_columns(rows: Sequence[Row], gutter: float) -> bool:
    parts = list(_parted(rows, gutter))
    crossing = [row for row in parts if _crosses(row, gutter)]
    sides = [[row for row in parts if row.right <= gutter], [row for row in parts if row.left >= gutter]]
    if len(crossing) > _CROSSING * len(parts) or any(len(side) < _FEWEST for side in sides):
        return False
    for side in sides:
        width = max(row.right for row in side) - min(row.left for row in side)
        filled = median(row.right - row.left for row in side)
        if filled < _FULL * width or sum(row.words.count(" ") for row in side) < 2 * len(side):
            return False
    low, high = (max(min(row.base for row in side) for side in sides), min(max(r.base for r in side) for side in sides))
    return high - low > _FEWEST / 2 * median(row.height for row in rows)


def _crosses(row: Row, gutter: float) -> bool:
    return row.left < gutter < row.right and not any(left <= gutter <= right for _, left, right in row.gaps)
