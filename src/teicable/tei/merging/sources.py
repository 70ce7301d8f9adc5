"""Words that a corrected source has otherwise: they go in where the editor left those words alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy

from lxml import etree

from teicable.tei.merging.alignment import Hunk, align
from teicable.tei.merging.chart import Chart, Placed
from teicable.tei.merging.markup import Texts, refused
from teicable.tei.merging.matching import TICKET, digest, loose
from teicable.tei.merging.records import deleting, filling, remarks
from teicable.tei.merging.surgery import CrossingError, exchange, insert
from teicable.tei.merging.work import Change, Conflict, Work
from teicable.tei.mixed import local, nodes

_READINGS = frozenset(
    {"choice", "sic", "orig", "corr", "unclear", "del", "add", "subst", "q", "quote", "abbr", "expan"}
)
"""Elements by which an editor said something of the very letters."""
CODE = "X201"
"""Code of a source that changed under an edited file."""


def words_changed(texts: Texts) -> Iterator[Change]:
    """Yield what a source has in other words; elements that come or go with words are covered by that."""
    for hunk in texts.to_new.hunks:
        start, end = loose(texts.to_edited, hunk.start, hunk.end)
        old, now = texts.base.text[hunk.start : hunk.end], texts.new.text[hunk.other_start : hunk.other_end]
        if texts.edited.text[start:end] == now != old:
            continue
        yield _change(texts, hunk)


def _change(texts: Texts, hunk: Hunk) -> Change:
    old = _spaced(texts.base, hunk.start, hunk.end)
    now = _spaced(texts.new, hunk.other_start, hunk.other_end)
    what = f"the source has “{_short(now)}” where it had “{_short(old)}”"
    if not old or not now:
        what = f"the source has “{_short(now)}” besides" if now else f"the source no longer has “{_short(old)}”"
    start, end = loose(texts.to_edited, hunk.start, hunk.end)
    mine = _spaced(texts.edited, start, end)
    place = (hunk.other_start, hunk.other_end)
    known = texts.conflict(CODE, f"the source now has “{now}”", *place, f"“{mine}”")
    conflict = Conflict(known.claim, known.value, now or known.after or old, known.before, known.after, f"“{mine}”")
    do = _blocks(texts, hunk) or _content(texts, hunk) or _run(texts, hunk)
    return Change(what, conflict, do or refused, rank=1, certain=do is not None)


def _blocks(texts: Texts, hunk: Hunk) -> Callable[[Work], None] | None:
    """Exchange whole blocks for others, put some in, take some away."""
    gone = _tops(texts.base, hunk.start, hunk.end, set(texts.base_new))
    come = _tops(texts.new, hunk.other_start, hunk.other_end, set(texts.base_new.values()))
    if gone is None or come is None or not (gone or come):
        return None
    mine = [texts.base_edited.get(p.element) for p in gone]
    kept = [e for e, p in zip(mine, gone, strict=True) if e is not None and _pristine(e, p.element)]
    parents = {p.element.getparent() for p in come}
    if len(kept) < len(gone) or len(parents) > 1:
        return None
    home = next((texts.new_edited.get(parent) for parent in parents if parent is not None), None)
    if come and home is None:
        return None
    place = loose(texts.to_edited, hunk.start, hunk.end)[0]
    for placed in gone:
        texts.covered.update(placed.element.iter("*"))
    for placed in come:
        texts.covered.update(placed.element.iter("*"))

    def do(work: Work) -> None:
        moved = align(texts.edited, work.chart()).start(place)
        if moved is None:
            raise CrossingError
        if come and home is not None:
            new = [deepcopy(p.element) for p in come]
            insert(work.chart(), work.find(home.get(TICKET)), moved, new)
            work.refresh()
        for element in kept:
            deleting(element)(work)
            work.refresh()

    return do


def _content(texts: Texts, hunk: Hunk) -> Callable[[Work], None] | None:
    """Give the innermost element round the words what the machine has there, if it has nothing of the editor's."""
    for placed in reversed(texts.base.placed):
        new = texts.base_new.get(placed.element)
        if new is None or not (placed.start <= hunk.start and hunk.end <= placed.end):
            continue
        there = texts.new.by_element[new]
        if not (there.start <= hunk.other_start and hunk.other_end <= there.end) or there.start == there.end:
            continue
        edited = texts.base_edited.get(placed.element)
        if edited is None or not _pristine(edited, placed.element):
            return None
        for element in (placed.element, new):
            texts.covered.update(inner for inner in element.iter("*") if inner is not element)
        return filling(edited, new)
    return None


def _run(texts: Texts, hunk: Hunk) -> Callable[[Work], None] | None:
    """Exchange words that are one run of characters, in what the editor has as in what the machine has."""
    start, end = texts.to_edited.start(hunk.start), texts.to_edited.end(hunk.end)
    first, last = hunk.other_start, hunk.other_end
    if hunk.start == hunk.end:
        # Words that come go to the word before them, or to the one after them, whichever stands in the same run.
        before = _raw(texts.new, first - 1, last)
        after = _raw(texts.new, first, last + 1)
        if before is not None:
            first, start = first - 1, (end or 0) - 1
        elif after is not None:
            last, end = last + 1, (start or 0) + 1
    words = _raw(texts.new, first, last) if first < last else ""
    if words is None or start is None or end is None or not start < end or _read(texts, start, end):
        return None
    wanted = texts.edited.text[start:end]
    origins = texts.edited.origins[start:end]
    if any(origin is None or origin[:2] != (origins[0] or (None,))[:2] for origin in origins):
        return None
    place, finish = start, end

    def do(work: Work) -> None:
        aligned = align(texts.edited, work.chart())
        begin, stop = aligned.start(place), aligned.end(finish)
        if begin is None or stop is None or work.chart().text[begin:stop] != wanted:
            raise CrossingError
        exchange(work.chart(), begin, stop, words)
        work.refresh()

    return do


def _read(texts: Texts, start: int, end: int) -> bool:
    """Tell whether an editor said something of these letters, places counting those of the edited text."""
    known = {*texts.base_edited.values(), *texts.new_edited.values()}
    for placed in texts.edited.placed:
        if placed.element in known or not (placed.start < end and start < placed.end):
            continue
        if local(placed.element) in _READINGS or not (placed.start <= start and end <= placed.end):
            return True
    return False


def _tops(chart: Chart, start: int, end: int, known: set[etree._Element]) -> Sequence[Placed] | None:
    """Return the outermost elements that share a stretch among them, ``None`` if they do not fill it."""
    found: list[Placed] = []
    position = start
    for placed in chart.placed:
        if (
            position < end
            and placed.start == position
            and placed.start < placed.end <= end
            and placed.element not in known
        ):
            found.append(placed)
            position = placed.end
    return found if position == end else None


def _raw(chart: Chart, start: int, end: int) -> str | None:
    """Return characters as they stand in the file, with their blanks, ``None`` if they are no single run."""
    origins = chart.origins[max(0, start) : end]
    if start < 0 or len(origins) < end - start or not origins:
        return None
    first, last = origins[0], origins[-1]
    if first is None or last is None or any(o is None or o[:2] != first[:2] for o in origins):
        return None
    run = list(nodes(first[0]))[first[1]]
    return " ".join(run[first[2] : last[2] + 1].split()) if isinstance(run, str) else None


def _pristine(edited: etree._Element, base: etree._Element) -> bool:
    return digest(edited) == digest(base) and not remarks(edited)


def _spaced(chart: Chart, start: int, end: int) -> str:
    breaks = set(chart.breaks)
    return "".join(f" {c}" if i in breaks and i > start else c for i, c in enumerate(chart.text[start:end], start))


def _short(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59]}…"
