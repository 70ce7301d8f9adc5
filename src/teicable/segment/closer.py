"""What stands below the text of a telegram: signature, date, number of copies, recipients, who typed it.

Read from the end upwards, so that the last paragraph of the text is where reading stops.
"""

from __future__ import annotations

import re
from dataclasses import replace

from teicable import chronology
from teicable.model.annotation import Basis, Certainty, Zone
from teicable.model.span import Span
from teicable.segment import copies
from teicable.segment.features import Line, Piece
from teicable.segment.letterhead import Form
from teicable.vocabularies import shipped

_NAME = r"(?:[^\W\d_a-z](?:\.|[\w’'.-]*)|\[[^\[\]]{1,60}\]|\([^()]{1,60}\)|de|von|van|of|the|and|for|in|at|to)"
_SIGNATURE = re.compile(
    rf"[“\"]?(?:[Ss]igned:?[ \t]+|/[-–sS]/[ \t]*)?{_NAME}(?:,?[ \t]+{_NAME}){{0,7}}"
    r"[.”\"]*(?:[xX]/)?(?:[ \t]+\d{1,4})?"
)
_COMPLIMENT = re.compile(
    r"(?:With (?:\w+ ){0,2}(?:greetings|regards|respect)|Greetings to\b.{0,40}"
    r"|(?:Yours )?(?:[Rr]espectfully|[Dd]evotedly|[Ss]incerely|[Ff]aithfully)(?: yours)?)[.,!]*"
)
_UNKNOWN = 2
_FUNCTION = shipped()["english"].words("words", "function") - {"of", "the", "and", "for", "in", "at", "to", "by"}
_INITIALS = re.compile(r"[a-z]{1,3}/[A-Za-z]{1,3}|Nos?\.?[ \t]*[\d/a-z-]+", re.IGNORECASE)


def read(lines: list[Line], form: Form) -> tuple[int, list[Piece]]:
    """Return how many lines belong to the text, and the pieces of the lines after it, in order."""
    found: list[tuple[int, list[Piece]]] = []
    unknown = 0
    for index in range(len(lines) - 1, -1, -1):
        line = lines[index]
        if ends_quotation(line.text):
            break  # the signature of an enclosed message, not of this one
        cells = _cells(line, lines[:index], form)
        unknown = 0 if cells else unknown + 1
        if not cells and (unknown > _UNKNOWN or line.sentence or line.prose or len(line.text) > 80):
            break
        found.append((index, cells or [Piece(line.span, Zone.UNPARSED, (), Basis.LAYOUT, Certainty.LOW)]))
    found.reverse()
    found = _settle(found)
    start = found[0][0] if found else len(lines)
    return start, _with_heads([piece for _, cells in found for piece in cells])


def ends_quotation(text: str) -> bool:
    """Tell whether a line ends with a closing quotation mark that it does not open."""
    bare = text.rstrip(". ")
    if bare.endswith(("”", "»")):
        opening = {"”": "“„", "»": "«"}[bare[-1]]
        return sum(text.count(mark) for mark in opening) < text.count(bare[-1])
    return bare.endswith('"') and text.count('"') % 2 == 1


def strong(pieces: list[Piece]) -> bool:
    """Tell whether pieces show that the text of a telegram has ended above them."""
    zones = {piece.zone for piece in pieces}
    return bool(zones & {Zone.SIGNATURE, Zone.TOTAL, Zone.DISTRIBUTION, Zone.DISTRIBUTION_HEAD, Zone.PRODUCTION})


def signature(line: Line, form: Form) -> bool:
    """Tell whether a line can be a signature: names only, in capitals, letterspaced, glossed or known."""
    text = line.text.rstrip('”"’.')
    if line.capitals and sum(word.casefold() in _FUNCTION for word in line.words) > 1:
        return False  # “WE WOULD BE GRATEFUL FOR VIEWS.”: a sentence of a telegram in capitals
    if not _SIGNATURE.fullmatch(line.text) or len(line.words) > 8:
        return line.letterspaced
    bare = re.sub(r"[\[(].*?[\])]", "", text).strip(' .“"')
    known = form.authorities.bearers(bare, "person") or form.authorities.bearers(bare, "org")
    glossed = "[" in text or "(" in text
    return bool(known) or line.capitals or glossed or text.lower().startswith("signed") or len(line.words) <= 3


def _cells(line: Line, above: list[Line], form: Form) -> list[Piece]:
    text = line.text
    if line.rule:
        return [Piece(line.span, Zone.RULE)]
    if copies.TOTAL.fullmatch(text):
        return [_piece(line.span, Zone.TOTAL, "distribution")]
    if form.vocabularies["field"].of("end").full(text):
        return [Piece(line.span, Zone.FIELD, (), Basis.VOCABULARY, recogniser="markings")]
    listed = copies.distribution(line, form.vocabularies)
    if listed:
        return [listed]
    named = copies.recipient(line, above, form.vocabularies)
    if named:
        return named
    if form.vocabularies["production"].match(text) and len(text) < 200:
        return [_piece(line.span, Zone.PRODUCTION, "production")]
    if form.vocabularies["instruction"].whole(text) and not text.endswith(":"):
        return [_piece(line.span, Zone.INSTRUCTION, "layout")]
    if _COMPLIMENT.fullmatch(text):
        return [Piece(line.span, Zone.SALUTATION, (("role", "close"),), Basis.VOCABULARY)]
    cells = [_as_closing(cell) for cell in form.cover(line)]
    if cells and not (len(cells) == 1 and cells[0].zone is Zone.SIGNATURE):
        return cells
    if signature(line, form):
        return [Piece(line.span, Zone.SIGNATURE, (), Basis.LAYOUT, Certainty.HIGH)]
    moment = chronology.match(line.source.text, line.span.start, line.span.end)
    after = replace(line, span=Span(moment.span.end, line.span.end).trimmed(line.source.text)) if moment else line
    if moment and after.span and after.capitals and signature(after, form):
        # “24.5.51 ROSHCHIN”: date and signature side by side.
        return [Piece(moment.span, Zone.DATE, (), Basis.STATED, recogniser="dates"), Piece(after.span, Zone.SIGNATURE)]
    if _INITIALS.fullmatch(text):
        return [_piece(line.span, Zone.PRODUCTION, "production", Certainty.LOW)]
    return []


def _as_closing(cell: Piece) -> Piece:
    """Turn a cell of the form into what it is below the text: a date without label is the date of signing."""
    if cell.zone is Zone.DATELINE and not cell.attributes:
        return replace(cell, zone=Zone.DATE)
    return cell


def _settle(found: list[tuple[int, list[Piece]]]) -> list[tuple[int, list[Piece]]]:
    """Give back to the text what reading upwards took too much of.

    An instruction is a closing line only below a signature, an unknown line only below a known one; of many
    name-like lines only the last can be the signature.
    """
    while found and found[0][1][0].zone in (Zone.INSTRUCTION, Zone.UNPARSED, Zone.SHEET):
        found = found[1:]
    zones = [cells[0].zone for _, cells in found]
    if zones.count(Zone.SIGNATURE) > 3:
        first = max(i for i, zone in enumerate(zones) if zone is Zone.SIGNATURE)
        found = found[first:]
    return found


def _with_heads(pieces: list[Piece]) -> list[Piece]:
    """Take a total for the head of the copy list where the list has no other."""
    result = list(pieces)
    for index, piece in enumerate(result[1:], 1):
        opens = piece.zone is Zone.LABEL and result[index - 1].zone is Zone.TOTAL
        if opens:
            result[index - 1] = replace(result[index - 1], zone=Zone.DISTRIBUTION_HEAD)
    return result


def _piece(span: Span, zone: Zone, recogniser: str, certainty: Certainty = Certainty.HIGH) -> Piece:
    return Piece(span, zone, (), Basis.VOCABULARY, certainty, recogniser)
