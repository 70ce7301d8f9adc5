"""Two complete cables on one page: where the second begins.

Pages sometimes hold a telegram and its answer, each with heading, text, signature and copies: two documents. A page is
divided only where both sides are whole: a decision with the draft it approves, a covering note with what it covers, a
long telegram in parts, a message inside quotation marks stay one. What the archive's page says of itself (headline,
summary, labels, rights) stays with the first; a shelfmark below the copies of a cable is that cable's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from teicable.diagnostics import Diagnostic
from teicable.model.annotation import Zone
from teicable.model.source import SourceText, excerpt
from teicable.model.span import Span
from teicable.segment import american, closer, opening, pages
from teicable.segment.features import Line, Piece
from teicable.segment.letterhead import Form
from teicable.segment.transcript import Transcript, read
from teicable.vocabularies import Vocabularies

_ABOVE = (Zone.OFFICE, Zone.CLASSIFICATION, Zone.HANDLING, Zone.NUMBER, Zone.SHEET)
_BEGINNING = frozenset({Zone.HEAD, Zone.NUMBER, Zone.DATELINE, Zone.ADDRESS, Zone.CLASSIFICATION, Zone.OFFICE})
_KINDS = ("ciphered-telegram", "cable", "telegram")
_ATTACHED = re.compile(
    r"\b(?:draft|attach\w*|appendix|annex\w*|enclos\w*|supplement|text of|part (?:two|ii|2))\b", re.IGNORECASE
)
_SHORT = 120
_MOST = 20


@dataclass(frozen=True)
class Divided:
    """The cables of one source, in order, and what an editor should look at."""

    parts: tuple[Transcript, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


def divide(transcript: Transcript) -> Divided:
    """Return the source, or its whole cables, each with its share of the lines; every line is in one share."""
    source, form, page = transcript.source, transcript.form, transcript.page
    vocabularies = form.vocabularies
    cuts = _cuts(page.cable, form)
    if not cuts or sum(_may_begin(line, vocabularies) for line in transcript.lines) < 2:
        return Divided((transcript,))
    starts = [page.cable[cut].span.start for cut in cuts]
    tail = _tail(source, [*transcript.told, *page.pieces], page.cable[cuts[-1] :], form)
    lines = [source.text.rfind("\n", 0, start) + 1 for start in starts]
    first = [Span(0, lines[0]), *([Span(tail, len(source.text))] if tail < len(source.text) else [])]
    shares = [first, *([Span(begin, end)] for begin, end in zip(lines, [*lines[1:], tail], strict=True))]
    heads = (next(line for line in page.cable[cut:] if _may_begin(line, vocabularies)) for cut in cuts)
    found = tuple(_report(source, head) for head in heads)
    parts = (read(excerpt(source, spans), vocabularies, form.authorities) for spans in shares)
    return Divided(tuple(parts), found)


def _may_begin(line: Line, vocabularies: Vocabularies) -> bool:
    """Tell whether a line can be the heading of a telegram: its kind, in a short line, or a date-time group."""
    if len(line.text) > _SHORT:
        return False
    kind = vocabularies["doctype"].match(line.text)
    return bool(kind and kind[0] in _KINDS and not line.sentence) or american.group(line.text)


def _cuts(cable: list[Line], form: Form) -> list[int]:
    heads = [i for i, line in enumerate(cable) if _may_begin(line, form.vocabularies)][:_MOST]
    found: list[int] = []
    start = 0
    for head in heads[1:]:
        begin = _top(cable, head, start, form)
        stop = next(
            (_top(cable, h, head, form) for h in heads if h > head and _closed(cable[head:h], form)), len(cable)
        )
        own_line = not cable[begin].source.text[: cable[begin].span.start].rpartition("\n")[2].strip()
        above, below = cable[start:begin], cable[begin:stop]
        if (
            own_line
            and _whole(above, form, first=not found)
            and _whole(below, form)
            and not _attached(above, cable[begin : head + 1])
        ):
            found.append(begin)
            start = begin
    return found


def _top(cable: list[Line], head: int, least: int, form: Form) -> int:
    """Return the index of the first line of the form that has its heading at ``head``."""
    top = head
    while top - 1 > least:
        line = cable[top - 1]
        cells = [] if line.rule else form.cover(line)
        labelled = all(c.zone in _ABOVE or (c.zone is Zone.DATELINE and c.attributes) for c in cells)
        titled = pages.is_title(line, form.vocabularies, strict=True) or pages.whole_date(line)
        if not (cells and labelled) and not titled:
            break
        top -= 1
    return top


def _closed(lines: list[Line], form: Form) -> bool:
    lines = _without_summary(lines, form)
    while lines and lines[-1].rule:
        lines = lines[:-1]
    start, closers = closer.read(lines, form) if lines else (0, [])
    return bool(start) and closer.strong(closers)


def _whole(lines: list[Line], form: Form, *, first: bool = False) -> bool:
    """Tell whether lines are a cable by themselves: form, text and closing lines, with no quotation left open."""
    if not _closed(lines, form) or _open_quotation(lines):
        return False
    lines = _without_summary(lines, form)
    while lines[-1].rule:
        lines = lines[:-1]
    end, _ = closer.read(lines, form)
    begin, pieces = opening.read(lines[:end], form)
    zones = {piece.zone for piece in pieces} & _BEGINNING
    text = lines[begin:end]
    return len(zones) >= 2 and Zone.HEAD in zones | _american(lines) and any(line.prose for line in text)


def _american(lines: list[Line]) -> set[Zone]:
    return {Zone.HEAD} if any(american.group(line.text) for line in lines) else set()


def _open_quotation(lines: list[Line]) -> bool:
    text = "\n".join(line.text for line in lines)
    return text.count("“") > text.count("”") or text.count("«") > text.count("»") or text.count('"') % 2 == 1


def _attached(above: list[Line], heading: list[Line]) -> bool:
    """Tell whether what follows is announced as belonging to what stands above it."""
    ending = [line for line in above[-4:] if not line.rule]
    announced = any(line.text.endswith(":") and line.prose for line in ending)
    return announced or any(
        _ATTACHED.search(line.text) for line in [*ending[-1:], *heading, *above[:1]] if len(line.text) < _SHORT
    )


def _without_summary(lines: list[Line], form: Form) -> list[Line]:
    """Leave out paragraphs below the closing lines: mostly an archive's summary, in no case the cable's text."""
    for count in range(1, min(4, len(lines))):
        if not lines[-count].prose:
            break
        _, closers = closer.read(lines[:-count], form)
        if closer.strong(closers):
            return lines[:-count]
    return lines


def _tail(source: SourceText, pieces: list[Piece], last: list[Line], form: Form) -> int:
    """Return where the page goes on below the last cable: behind its closing lines and its shelfmark."""
    kept = _without_summary(last, form)
    end = kept[-1].span.end
    summary = last[len(kept)].span.start if len(kept) < len(last) else len(source.text)
    for piece in sorted(pieces, key=_start):
        if piece.span.start >= end and (piece.zone is not Zone.SOURCE or piece.span.start > summary):
            break
        end = max(end, piece.span.end)
    line = source.text.find("\n", end)
    return line + 1 if line >= 0 else len(source.text)


def _start(piece: Piece) -> int:
    return piece.span.start


def _report(source: SourceText, line: Line) -> Diagnostic:
    shown = line.text if len(line.text) <= 60 else line.text[:59] + "…"
    message = f"a second whole cable has the heading “{shown}”; it was made a document of its own"
    hint = "see whether it stands by itself; a message within the cable above belongs between quotation marks"
    return Diagnostic("S107", message, source.location(line.span.start), hint)
