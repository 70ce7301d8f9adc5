"""What the archive's web page puts round a transcript: headline, summary, labels, rights, neighbouring documents.

Such a page begins with a date and a headline, ends with a summary that has no label, then labels (often without
values), the source, the rights; cards of related documents may stand last. Any part may be missing. A line counts as
furniture only if a vocabulary names it: what is merely odd stays with the cable.
"""

from __future__ import annotations

from dataclasses import dataclass

from teicable.chronology import match
from teicable.model.annotation import Basis, Certainty, Zone
from teicable.segment.features import Line, Piece
from teicable.vocabularies import Vocabularies

_SECTIONS = {"rights": Zone.RIGHTS, "donor": Zone.DONOR, "source": Zone.SOURCE, "summary": Zone.SUMMARY}


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
    top, begin = _top(lines, vocabularies)
    rest = lines[begin:]
    tail, rest = _tail(rest, vocabularies)
    cards, rest = _cards(rest, vocabularies)
    inner = [(line, _sentence(line, vocabularies)) for line in rest]
    cable = [line for line, zone in inner if zone is None]
    stray = [_piece(line, zone) for line, zone in inner if zone is not None]
    pieces = sorted([*top, *tail, *stray], key=lambda piece: piece.span)
    ranges: list[tuple[int, int]] = []
    for card in cards:
        ranges.append((len(pieces), len(pieces) + len(card)))
        pieces.extend(card)
    return Page(pieces, cable, ranges)


def _top(lines: list[Line], vocabularies: Vocabularies) -> tuple[list[Piece], int]:
    """Read site name, date and headline above the cable."""
    pieces: list[Piece] = []
    index = 0
    while index < len(lines) and _label(lines[index], vocabularies) == "top":
        pieces.append(_piece(lines[index], Zone.FURNITURE))
        index += 1
    if index + 1 < len(lines) and _whole_date(lines[index]) and is_title(lines[index + 1], vocabularies):
        pieces.append(_piece(lines[index], Zone.HEADLINE_DATE))
        pieces.append(_piece(lines[index + 1], Zone.HEADLINE))
        index += 2
    elif index + 1 < len(lines) and is_title(lines[index], vocabularies, strict=True):
        pieces.append(_piece(lines[index], Zone.HEADLINE))
        index += 1
        if _whole_date(lines[index]):
            pieces.append(_piece(lines[index], Zone.HEADLINE_DATE))
            index += 1
    while index < len(lines) and (_label(lines[index], vocabularies) == "top" or _sentence(lines[index], vocabularies)):
        pieces.append(_piece(lines[index], _sentence(lines[index], vocabularies) or Zone.FURNITURE))
        index += 1
    return pieces, index


def _tail(lines: list[Line], vocabularies: Vocabularies) -> tuple[list[Piece], list[Line]]:
    """Read everything from the first label that only such a page has; a likely one must stand in the last third."""
    tails = vocabularies["tail"]
    start = next((i for i, line in enumerate(lines) if tails.of("certain").full(line.text) and i), None)
    likely = [i for i, line in enumerate(lines) if tails.of("likely").full(line.text) and i * 3 >= len(lines)]
    start = min([i for i in (start, *likely[:1]) if i is not None], default=None)
    if start is None:
        return [], lines
    pieces: list[Piece] = []
    section = ""
    for line in lines[start:]:
        label = _label(line, vocabularies)
        if label is not None:
            section = label
            pieces.append(_piece(line, Zone.FURNITURE))
        else:
            pieces.append(_piece(line, _sentence(line, vocabularies) or _SECTIONS.get(section, Zone.FURNITURE)))
    return pieces, lines[:start]


def _cards(lines: list[Line], vocabularies: Vocabularies) -> tuple[list[list[Piece]], list[Line]]:
    """Read the cards of related documents that end a page: date, title, summary of one or more paragraphs."""
    starts = [
        i
        for i in range(1, len(lines) - 1)
        if _whole_date(lines[i]) and not lines[i].sentence and is_title(lines[i + 1], vocabularies)
    ]
    if not starts:
        return [], lines
    cards: list[list[Piece]] = []
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=True):
        card = [_piece(lines[start], Zone.RELATED_DATE), _piece(lines[start + 1], Zone.RELATED_TITLE)]
        card += [_piece(line, Zone.RELATED_SUMMARY) for line in lines[start + 2 : end]]
        if any(not line.prose for line in lines[start + 2 : end]):
            return [], lines
        cards.append(card)
    return cards, lines[: starts[0]]


def is_title(line: Line, vocabularies: Vocabularies, *, strict: bool = False) -> bool:
    """Tell whether a line reads like the title that archives give: kind of document, from whom, to whom.

    ``strict`` asks for sender and addressee, for a line that no date introduces.
    """
    if line.capitals and len(line.words) < 4:
        return False
    kind = vocabularies["doctype"].find(line.text)
    words = {word.casefold() for word in line.words}
    route = bool(words & {"to", "from", "between", "with"})
    if strict:
        return kind is not None and kind[1] < 25 and route and "to" in words and not line.sentence and not line.capitals
    return (bool(kind) or route) and not line.text.endswith((".", ":"))


def summary_like(line: Line, vocabularies: Vocabularies) -> bool:
    """Tell whether a paragraph reads like an archive's summary: it speaks of the document, in the third person."""
    return line.prose and vocabularies["summary"].whole(line.text) is not None


def _whole_date(line: Line) -> bool:
    moment = match(line.source.text, line.span.start, line.span.end)
    return bool(moment and moment.span == line.span and moment.year and not moment.time and not moment.numeric)


def _label(line: Line, vocabularies: Vocabularies) -> str | None:
    found = vocabularies["label"].match(line.text)
    return found[0] if found and found[1] == len(line.text) else None


def _sentence(line: Line, vocabularies: Vocabularies) -> Zone | None:
    found = vocabularies["sentence"].whole(line.text)
    return _SECTIONS[found[0]] if found else None


def _piece(line: Line, zone: Zone) -> Piece:
    basis = Basis.LAYOUT if zone in (Zone.HEADLINE, Zone.SUMMARY) else Basis.VOCABULARY
    return Piece(line.span, zone, (), basis, Certainty.HIGH, "page")
