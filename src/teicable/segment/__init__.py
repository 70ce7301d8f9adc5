"""Divide a source into zones: a cascade from the page inwards, so that each step sees less of what is not its own.

0. ``told`` takes away what the reader of the file knows to be none of the cable (it and the next in ``transcript``),
1. ``editorial`` takes away what the archive's page put round the cable,
2. ``closer`` reads the end of the cable upwards, ``opening`` its form downwards (line by line in ``letterhead``),
3. ``body`` reads the text between them, with the messages enclosed in it.

The result partitions the source: each segment runs to the beginning of the next, so no character can be lost.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from teicable import chronology
from teicable.diagnostics import Diagnostic
from teicable.model.annotation import AnnotatedText, Basis, Certainty, Group, GroupKind, Segment, Zone
from teicable.model.source import SourceText
from teicable.model.span import Span
from teicable.segment import american, body, brackets, closer, editorial, footnotes, opening, told
from teicable.segment.body import Bond
from teicable.segment.features import Line, Piece
from teicable.segment.letterhead import Form
from teicable.segment.transcript import Transcript

_DATED = (Zone.DATELINE, Zone.DATE)
_TRAILING = 6
"""Most lines of a summary, of notes and stamps below the closing lines."""
_NAMES = 120
"""Longest line of names that continues a list of recipients."""


def segment(transcript: Transcript) -> tuple[AnnotatedText, list[Diagnostic]]:
    """Return a transcript in zones, and what an editor should look at (codes ``S…``)."""
    source, form, page = transcript.source, transcript.form, transcript.page
    vocabularies = form.vocabularies
    notes, cable = footnotes.take(brackets.joined(american.signed(page.cable, vocabularies)), vocabularies)
    ending, closers, summaries = _ending(cable, form)
    beginning, above = opening.read(cable[:ending], form)
    text = body.read(cable[beginning:ending], cable[beginning - 1] if beginning else None, form)
    pieces = [*transcript.told, *page.pieces, *above, *text.pieces, *closers, *summaries, *notes]
    pieces = told.heard(pieces, source, vocabularies)
    bonds = [*text.bonds, *_copies([*text.pieces, *closers, *above])]
    bonds += [Bond(GroupKind.RELATED, _cover(page.pieces[first:last])) for first, last in page.cards]
    annotated = _partition(source, _continued(source, sorted(pieces, key=lambda piece: piece.span)), bonds)
    return annotated, [*text.diagnostics, *_reviews(annotated)]


def _ending(cable: list[Line], form: Form) -> tuple[int, list[Piece], list[Piece]]:
    """Find where the text ends; a summary without label stands below the closing lines."""
    for count in range(min(_TRAILING, len(cable))):
        last = len(cable) - count
        trailing = cable[last:]
        if any(not (line.prose or _bracketed(line)) for line in trailing):
            break
        start, closers = closer.read(cable[:last], form)
        if closer.strong(closers):
            likely = bool(trailing) and editorial.summary_like(trailing[0], form.vocabularies)
            zone = Zone.SUMMARY if likely else Zone.UNPARSED
            certainty = Certainty.HIGH if likely else Certainty.LOW
            below = (
                (_bracketed(line) and form.cover(line)) or [Piece(line.span, zone, (), Basis.LAYOUT, certainty, "page")]
                for line in trailing
            )
            return start, closers, [piece for pieces in below for piece in pieces]
    if len(cable) > 2 and editorial.summary_like(cable[-1], form.vocabularies) and _of_document(cable[-1], form):
        start, closers = closer.read(cable[:-1], form)
        summary = Piece(cable[-1].span, Zone.SUMMARY, (), Basis.LAYOUT, Certainty.LOW, "page")
        return start, closers, [summary]
    start, closers = closer.read(cable, form)
    return start, closers, []


def _bracketed(line: Line) -> bool:
    """Tell whether a line is one bracket: a stamp, a hand, a note of whoever edited the source."""
    return line.text.startswith("[") and line.text.endswith("]")


def _of_document(line: Line, form: Form) -> bool:
    return form.vocabularies["summary"].of("document").whole(line.text) is not None


def _continued(source: SourceText, pieces: list[Piece]) -> list[Piece]:
    """Join what goes on on the next line: “Sent 03:15” / “13.7.50”; “Copies: Stalin (2), Molotov,” / “Bulganin”."""
    result: list[Piece] = []
    for piece in pieces:
        last = result[-1] if result else None
        if last is not None and (_names_go_on(source.text, last, piece) or _date_follows(source.text, last, piece)):
            result[-1] = last._replace(span=Span(last.span.start, piece.span.end))
        else:
            result.append(piece)
    return result


def _date_follows(text: str, last: Piece, piece: Piece) -> bool:
    """Tell whether a date stands alone below a time without one."""
    dated = piece.zone in _DATED and not piece.attributes
    return dated and last.zone is Zone.DATELINE and _dateless(text, last.span)


def _names_go_on(text: str, last: Piece, piece: Piece) -> bool:
    """Tell whether a line of names continues the list of recipients above it, which ends with a comma."""
    if last.zone is not Zone.DISTRIBUTION or not last.span.of(text).endswith((",", " and")):
        return False
    return piece.zone in (Zone.UNPARSED, Zone.SIGNATURE, Zone.ADDRESS, Zone.OFFICE) and piece.span.length < _NAMES


def _dateless(text: str, span: Span) -> bool:
    return not any(moment.date for moment in chronology.find(text, span))


def _copies(pieces: list[Piece]) -> list[Bond]:
    """Tie the head, numbers and names of each copy list."""
    parts = (Zone.DISTRIBUTION_HEAD, Zone.LABEL, Zone.RECIPIENT)
    bonds: list[Bond] = []
    run: list[Piece] = []
    for piece in [*sorted(pieces, key=lambda p: p.span), None]:
        starts = piece is not None and piece.zone is Zone.DISTRIBUTION_HEAD
        if run and (piece is None or starts or piece.zone not in parts):
            if any(member.zone is Zone.RECIPIENT for member in run):
                bonds.append(Bond(GroupKind.COPIES, _cover(run)))
            run = []
        if piece is not None and piece.zone in parts and (run or starts or piece.recogniser == "distribution"):
            run.append(piece)
    return bonds


def _cover(pieces: list[Piece]) -> Span:
    return Span(pieces[0].span.start, pieces[-1].span.end)


def _partition(source: SourceText, pieces: list[Piece], bonds: list[Bond]) -> AnnotatedText:
    """Let every piece run to the beginning of the next, and turn bonds into groups of segments."""
    starts = [0, *(piece.span.start for piece in pieces[1:])]
    ends = [*starts[1:], len(source.text)]
    segments = tuple(
        Segment(Span(start, end), p.zone, p.attributes, p.basis, p.certainty, p.recogniser)
        for p, start, end in zip(pieces, starts, ends, strict=True)
    )
    begins, finishes = [piece.span.start for piece in pieces], [piece.span.end for piece in pieces]
    groups: list[Group] = []
    for bond in bonds:
        first, last = bisect_right(finishes, bond.span.start), bisect_left(begins, bond.span.end)
        groups.append(Group(bond.kind, first, last, bond.left, bond.right))
    groups.sort(key=lambda group: (group.first, -group.last))
    return AnnotatedText(source, segments, tuple(groups))


def _reviews(annotated: AnnotatedText) -> list[Diagnostic]:
    """List what no rule understood, and what was decided on weak grounds."""
    found: list[Diagnostic] = []
    for part in annotated.of(Zone.UNPARSED, Zone.SUMMARY):
        words = annotated.words(part)
        where = annotated.source.location(*annotated.content(part))
        shown = words if len(words) <= 60 else words[:59] + "…"
        if part.zone is Zone.UNPARSED:
            hint = "encode it by hand, or add the form to a vocabulary"
            found.append(Diagnostic("S101", f"“{shown}” is not understood and stays as it is", where, hint))
        elif part.zone is Zone.SUMMARY and part.certainty is Certainty.LOW:
            message = f"“{shown}” is taken for the archive's summary, though no closing lines stand above it"
            found.append(Diagnostic("S103", message, where, "move it into the text if the telegram itself says it"))
    where = annotated.source.location(0)
    zones = {part.zone for part in annotated.segments if not part.zone.outside}
    if Zone.PARAGRAPH not in zones:
        message = "no text of a cable was found, only what surrounds one"
        found.append(Diagnostic("S104", message, where, "check the source"))
    elif not zones - {Zone.PARAGRAPH, Zone.LABEL, Zone.RULE, Zone.UNPARSED, Zone.SHEET}:
        message = "nothing here is of a telegram: no heading, number, date, address, salutation or signature"
        found.append(Diagnostic("S105", message, where, "check that the file is the transcript of a cable"))
    return found
