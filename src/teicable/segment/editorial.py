"""What the archive's web page puts round a transcript: headline, summary, labels, rights, neighbouring documents.

Such a page begins with a date and a headline, ends with a summary that has no label, then labels (often without
values), the source, the rights; cards of related documents may stand last. Older pages and the text layers of their
PDFs have citation, summary, credits and language above the text (``masthead``). Any part may be missing. A line counts
as furniture only if a vocabulary names it: what is merely odd stays with the cable.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from teicable.model.annotation import Zone
from teicable.segment import masthead, pages, running
from teicable.segment.features import Line, Piece
from teicable.vocabularies import Vocabularies


@dataclass(frozen=True)
class Page:
    """A page taken apart: ``pieces`` outside the cable, the ``cable``'s own lines, and where related cards begin.

    ``cards`` are index ranges into ``pieces``, one for each related document.
    """

    pieces: list[Piece]
    cable: list[Line]
    cards: list[tuple[int, int]]


def take_apart(lines: list[Line], vocabularies: Vocabularies) -> Page:
    """Separate the lines of the page from those of the cable, which keep their order."""
    top, begin = masthead.read(lines, vocabularies)
    rest = lines[begin:]
    cards, rest = _cards(rest, vocabularies)
    tail, rest = _tail(rest, vocabularies)
    if tail and not cards:
        cards, rest = _cards(rest, vocabularies)
    numbers = masthead.page_numbers(rest) if any(piece.zone is Zone.FURNITURE for piece in top) else frozenset()
    numbers |= running.heads(rest, vocabularies)
    printed = {line.text for line in lines[:begin] if pages.label(line, vocabularies) == "top"}
    numbers |= masthead.feet(rest, vocabularies) if printed else frozenset()
    cable: list[Line] = []
    stray: list[Piece] = []
    before: Zone | None = None
    for line in rest:
        zone = Zone.FURNITURE if line.index in numbers else pages.statement(line, vocabularies)
        if zone is None:
            between = before is Zone.FURNITURE and bool(cable)
            cable.append(replace(line, blank_before=True, interrupted=between) if before else line)
        else:
            stray.append(pages.of_page(line, zone))
        before = zone
    pieces = sorted([*top, *tail, *stray], key=lambda piece: piece.span)
    ranges: list[tuple[int, int]] = []
    for card in cards:
        ranges.append((len(pieces), len(pieces) + len(card)))
        pieces.extend(card)
    return Page(pieces, cable, ranges)


def _tail(lines: list[Line], vocabularies: Vocabularies) -> tuple[list[Piece], list[Line]]:
    """Read everything from the first label that only such a page has; a likely one must stand in the last third."""
    certain, likely_one = (vocabularies["tail"].of(kind) for kind in ("certain", "likely"))
    start = next((i for i, line in enumerate(lines) if i and certain.full(line.text)), None)
    likely = [i for i, line in enumerate(lines) if i * 3 >= len(lines) and likely_one.full(line.text)]
    start = min([i for i in (start, *likely[:1]) if i is not None], default=None)
    if start is None:
        return [], lines
    pieces: list[Piece] = []
    section = ""
    for line in lines[start:]:
        label = pages.label(line, vocabularies)
        if label is not None:
            section = label
            pieces.append(pages.of_page(line, Zone.FURNITURE))
        else:
            zone = pages.statement(line, vocabularies) or pages.SECTIONS.get(section, Zone.FURNITURE)
            pieces.append(pages.of_page(line, zone, section))
    return pieces, lines[:start]


def _cards(lines: list[Line], vocabularies: Vocabularies) -> tuple[list[list[Piece]], list[Line]]:
    """Read the cards of related documents that end a page: date, title, summary of one or more paragraphs."""
    starts = [
        i
        for i in range(1, len(lines) - 1)
        if pages.whole_date(lines[i]) and not lines[i].sentence and pages.is_title(lines[i + 1], vocabularies)
    ]
    if not starts:
        return [], lines
    cards: list[list[Piece]] = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        card = [pages.of_page(lines[start], Zone.RELATED_DATE), pages.of_page(lines[start + 1], Zone.RELATED_TITLE)]
        card += [pages.of_page(line, Zone.RELATED_SUMMARY) for line in lines[start + 2 : end]]
        if any(not line.prose for line in lines[start + 2 : end]):
            return [], lines
        cards.append(card)
    return cards, lines[: starts[0]]


def summary_like(line: Line, vocabularies: Vocabularies) -> bool:
    """Tell whether a paragraph reads like an archive's summary: it speaks of the document, in the third person."""
    return line.prose and vocabularies["summary"].whole(line.text) is not None
