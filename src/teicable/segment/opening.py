"""The form above the text as a whole: where it ends, and what its lines are to each other.

Line by line the form is read in ``letterhead``. Here a line is understood by its neighbours: an address written on
several lines, the street below an office, the subject above the words that open the text.
"""

from __future__ import annotations

import re
from itertools import pairwise

from teicable import chronology
from teicable.model.annotation import Basis, Certainty, Zone
from teicable.model.span import Span
from teicable.segment import american, beginnings, body, closer
from teicable.segment.features import Line, Piece
from teicable.segment.letterhead import Form

_OF_ADDRESS = (Zone.UNPARSED, Zone.OFFICE, Zone.ADDRESS)
_LOOK_AHEAD = 8
_LONGEST_ADDRESS = 6
_LONGEST_REMARK = 200
_LONGEST_LIST = 120
_NEAR = 3
_CONTINUES = re.compile(r"(?:in|of|to|at|for|near|with) (?:the )?[A-Z]")
_STREET = re.compile(
    r"\d{1,4}[a-z]?,? [^\W\d_].{3,60}|[^\W\d_].{3,50},? (?:[Nn]o\. ?)?\d{1,4}(?:, [^\W\d_][\w .]{2,30})?"
)


def read(cable: list[Line], form: Form) -> tuple[int, list[Piece]]:
    """Return the index of the first line of the text, and the pieces above it."""
    count, pieces = _lines(cable, form)
    for settle in (_offices, _addressees, _addressed, _dated, _numbered):
        pieces = settle(pieces, cable[:count], form)
    return count, pieces


def _lines(cable: list[Line], form: Form) -> tuple[int, list[Piece]]:
    """Read the form line by line until the text begins."""
    pieces: list[Piece] = []
    known = american.read(cable, form.vocabularies)
    for index, line in enumerate(cable):
        if line.index in known:
            pieces += known[line.index]
            continue
        quoted = line.text[:1] in '“"«„' and not line.dated  # “22” October 1957
        opens = quoted or form.vocabularies["instruction"].whole(line.text)
        numbered = body.label_of(line.text) and len(line.words) > 3
        begins = beginnings.hour(line.source.text, line.span, form.vocabularies)
        if begins:
            return index, _subjects(pieces)
        cells = [] if opens or numbered else form.cover(line)
        below = cable[index + 1 : index + 1 + _LOOK_AHEAD]
        if not opens and _greets(line, cells, below, form):
            return index + 1, [*pieces, Piece(line.span, Zone.SALUTATION)]
        if cells:
            pieces += cells
            continue
        goes_on = line.sentence or _runs_on(line, below)
        titled = _subject_of_hour(line, below, form) or _above_heading(line, below, form) or _listed(line, pieces)
        if opens or numbered or ((line.prose or (goes_on and not _form_follows(below, form))) and not titled):
            return index, pieces
        pieces.append(Piece(line.span, Zone.UNPARSED, (), Basis.LAYOUT, Certainty.LOW))
    return len(cable), pieces


def _greets(line: Line, cells: list[Piece], below: list[Line], form: Form) -> bool:
    """Tell whether a line greets and does not address: “Comrade Hysni,” right above the text."""
    if not body.salutation(line, form):
        return False
    if not cells:
        return True
    if any(cell.zone is not Zone.ADDRESS for cell in cells) or form.vocabularies["address"].match(line.text):
        return False
    text_follows = bool(below) and (below[0].prose or below[0].sentence) and not form.cover(below[0])
    return line.text.endswith("!") or (line.text.endswith((",", ":")) and text_follows)


def _subject_of_hour(line: Line, below: list[Line], form: Form) -> bool:
    """Tell whether a line stands right above number, weekday and hour: it is the subject of the telegram."""
    if not below or len(line.text) > 200:
        return False
    return beginnings.hour(line.source.text, below[0].span, form.vocabularies) is not None


def _above_heading(line: Line, below: list[Line], form: Form) -> bool:
    """Tell whether a sentence is part of the form, for the head of a telegram follows: its grade, number or times.

    “To be returned to the Secretariat within seven days.” stands above “TOP SECRET” and cannot be the text.
    """
    if len(line.text) > _LONGEST_REMARK or line.text.endswith(":"):
        return False
    for following in below[:_NEAR]:
        cells = form.cover(following)
        if any(_heads(cell) for cell in cells):
            return True
        if following.prose or not cells:
            return False
    return False


def _heads(cell: Piece) -> bool:
    labelled = cell.zone in (Zone.NUMBER, Zone.DATELINE) and bool(cell.attributes) and cell.basis is Basis.VOCABULARY
    return cell.zone in (Zone.HEAD, Zone.CLASSIFICATION) or labelled


def _listed(line: Line, pieces: list[Piece]) -> bool:
    """Tell whether a line goes on with the recipients of the line above, which ends with a comma."""
    last = pieces[-1] if pieces else None
    listed = last is not None and last.zone is Zone.DISTRIBUTION and len(line.text) <= _LONGEST_LIST
    return listed and last is not None and last.span.of(line.source.text).endswith((",", ";", " and"))


def _subjects(pieces: list[Piece]) -> list[Piece]:
    """Take a line that no rule understood, above number, weekday and hour, for the subject of the telegram."""
    last = pieces[-1] if pieces else None
    if last is None or last.zone is not Zone.UNPARSED:
        return pieces
    subject = last._replace(zone=Zone.FIELD, attributes=(("type", "subject"),), certainty=Certainty.MEDIUM)
    return [*pieces[:-1], subject]


def _runs_on(line: Line, below: list[Line]) -> bool:
    """Tell whether a line is the first of a wrapped paragraph: the next goes on in small letters."""
    following = below[0] if below and not below[0].blank_before else None
    return following is not None and line.function_words > 1 and following.text[:1].islower()


def _form_follows(lines: list[Line], form: Form) -> bool:
    """Tell whether more of the form stands below, before any running text."""
    for line in lines:
        if line.prose:
            return False
        if form.cover(line):
            return True
    return False


def _offices(pieces: list[Piece], cable: list[Line], form: Form) -> list[Piece]:
    """Join to an office what goes on below it: “in the People’s Republic of China”; keep its street as a field."""
    result: list[Piece] = []
    for piece in pieces:
        last = result[-1] if result else None
        below = last is not None and piece.zone is Zone.UNPARSED
        text = _words(piece, cable) if below else ""
        if below and last is not None and last.zone is Zone.OFFICE and _CONTINUES.match(text):
            result[-1] = last._replace(span=Span(last.span.start, piece.span.end))
        elif below and last is not None and last.zone is Zone.OFFICE and _STREET.fullmatch(text):
            place = (("type", "address"),)
            result.append(piece._replace(zone=Zone.FIELD, attributes=place, certainty=Certainty.MEDIUM))
        else:
            result.append(piece)
    return result


def _addressees(pieces: list[Piece], cable: list[Line], form: Form) -> list[Piece]:
    """Read an address on several lines: “To” or “TO:” alone, then office, name and place, each on its line."""
    result: list[Piece] = []
    role = ""
    count = 0
    for piece in pieces:
        text = _words(piece, cable) if piece.zone is Zone.UNPARSED else ""
        found = form.vocabularies["address"].match(text) if text else None
        label = found[0] if found and not text[found[1] :].strip(" :") else ""
        part = piece.zone in _OF_ADDRESS and count < _LONGEST_ADDRESS
        if label:
            role, count = label, 0
        elif not part:
            role = ""
        count += 1
        if role:
            basis = (("role", role),)
            piece = piece._replace(zone=Zone.ADDRESS, attributes=basis, certainty=Certainty.HIGH, recogniser="names")
        elif piece.zone is Zone.UNPARSED and _spaced(piece, cable):
            # “B e i j i n g” by itself: where the telegram was written.
            piece = piece._replace(zone=Zone.ADDRESS, attributes=(("role", "place"),), recogniser="names")
        result.append(piece)
    return result


def _addressed(pieces: list[Piece], cable: list[Line], form: Form) -> list[Piece]:
    """Take a line of names right above the text, below other lines of the form, for the addressee."""
    last = pieces[-1] if len(pieces) > 1 else None
    if last is None or last.zone is not Zone.UNPARSED or not cable or cable[-1].span != last.span:
        return pieces
    if not cable[-1].capitals or not closer.signature(cable[-1], form):
        return pieces
    role = (("role", "addressee"),)
    return [*pieces[:-1], last._replace(zone=Zone.ADDRESS, attributes=role, recogniser="names")]


def _dated(pieces: list[Piece], cable: list[Line], form: Form) -> list[Piece]:
    """Take a date that follows the place of origin on its line for that of sending: “From Nanjing. 20 February”."""
    result = list(pieces)
    for index, (before, piece) in enumerate(pairwise(pieces), 1):
        origin = before.zone is Zone.ADDRESS and dict(before.attributes).get("role") == "origin"
        dated = origin and piece.zone is Zone.DATELINE and not piece.attributes
        if dated and any(line.span.contains(before.span) and line.span.contains(piece.span) for line in cable):
            result[index] = piece._replace(attributes=(("type", "sent"),), basis=Basis.LAYOUT)
    return _date_line(result, cable)


def _date_line(pieces: list[Piece], cable: list[Line]) -> list[Piece]:
    """Take the one date that stands alone on a line of the form, below no time, for that of sending."""
    stated = {dict(piece.attributes).get("type") for piece in pieces if piece.zone is Zone.DATELINE}
    alone = [
        index
        for index, piece in enumerate(pieces)
        if piece.zone is Zone.DATELINE
        and not piece.attributes
        and not (index and pieces[index - 1].zone is Zone.DATELINE)
        and any(line.span == piece.span for line in cable)
        and chronology.dated(_words(piece, cable))
    ]
    if len(alone) != 1 or stated & {"sent", "dispatched", "days"}:
        return pieces
    sent = pieces[alone[0]]._replace(attributes=(("type", "sent"),), basis=Basis.LAYOUT, certainty=Certainty.MEDIUM)
    return [*pieces[: alone[0]], sent, *pieces[alone[0] + 1 :]]


def _numbered(pieces: list[Piece], cable: list[Line], form: Form) -> list[Piece]:
    """Take a bare “No. 714”, or the number it came in by, for the number of the cable, if its heading has none."""
    heading = any(piece.zone is Zone.HEAD and piece.recogniser == "numbers" for piece in pieces)
    kinds = {dict(piece.attributes).get("type") for piece in pieces if piece.zone is Zone.NUMBER}
    if heading or "cable" in kinds:
        return pieces
    plain = (("type", "sender" if "sender" in kinds else "incoming"),)
    numbers = [p for p in pieces if p.zone is Zone.NUMBER and p.attributes == plain and not _stamped(p, cable)]
    return [p._replace(attributes=(("type", "cable"),)) if p in numbers else p for p in pieces]


def _stamped(piece: Piece, cable: list[Line]) -> bool:
    """Tell whether a number stands in a stamp of several lines: its line has a bracket that it does not open."""
    line = next((line for line in cable if line.span.contains(piece.span)), None)
    before = next((above for above in cable if line is not None and above.index == line.index - 1), None)
    return before is not None and before.text.count("[") > before.text.count("]")


def _spaced(piece: Piece, cable: list[Line]) -> bool:
    return any(line.span == piece.span and line.letterspaced for line in cable)


def _words(piece: Piece, cable: list[Line]) -> str:
    line = next((line for line in cable if line.span.contains(piece.span)), None)
    return piece.span.of(line.source.text) if line is not None else ""
