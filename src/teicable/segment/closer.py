"""What stands below the text of a telegram: signature, date, number of copies, recipients, who typed it.

Read from the end upwards, so that the last paragraph of the text is where reading stops.
"""

from __future__ import annotations

import re

from teicable import chronology
from teicable.model.annotation import Basis, Certainty, Zone
from teicable.model.span import Span
from teicable.segment import copies
from teicable.segment.features import Line, Piece, letterspaced
from teicable.segment.letterhead import Form
from teicable.vocabularies import shipped

_NAME = r"(?:[^\W\d_a-z](?:\.|[\w’'.-]*)|\[[^\[\]]{1,60}\]|\([^()]{1,60}\)|de|von|van|of|the|and|for|in|at|to)"
_SIGNATURE = re.compile(
    rf"[“\"]?(?:[Ss]igned:?[ \t]+|/[-–sS]/[ \t]*)?{_NAME}(?:,?[ \t]+{_NAME}){{0,7}}"
    r"(?:,?[ \t]+\(?m\.[ \t]?p\.\)?)?[.”\"]*(?:[xX]/)?(?:[ \t]+\d{1,4})?"
)
# “– 166 charges d’affaires –”: who signs by number and rank stands between dashes.
_DASHED = re.compile(r"[-–—]{1,2}[ \t]*\d{1,4}[ \t]+[^\W\d_][\w’'. -]{2,40}[ \t][-–—]{1,2}")
_GLOSS = re.compile(r"[ \t]*[\[(][^\[\]()]{1,60}[\])]")
# “Signed: N. Popa”, “/-/ Kulesza”: the words that announce a signature, then, after it, the sender’s own number.
_ANNOUNCED = re.compile(r"(?:[Ss]igned(?:[ \t]+by)?:?|SIGNED:?|/?[-–sS]/|\(-\))[ \t]+(?=\S)")
_RANK = re.compile(r"(?:[-–][A-Z]\w+)?(?:,?[ \t]+(?:of|in|to|for|at)\b.{2,60})?[.,]?")
_OWN_NUMBER = re.compile(r"(?<=[^\W\d_.])[ \t]+(?P<number>\d{1,4})")
_UNKNOWN = 2
_STOP = re.compile(r"[^\W\d_]{3,}\. [^\W\d_a-z]")
_FUNCTION = shipped()["english"].words("words", "function") - {"of", "the", "and", "for", "in", "at", "to", "by"}
_MOST_NAMES = 5
_TYPED = re.compile(r"\d{1,2}[ \t]*[-–][ \t]*[A-Za-z]{1,3}/[A-Za-z]{1,3}")
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
    if line.capitals and _STOP.search(line.text):
        return False  # “ESPECIALLY ON FERRIES. END COMMENT.”: two sentences
    if not _SIGNATURE.fullmatch(line.text) or len(line.words) > 8:
        return letterspaced(_GLOSS.sub("", line.text))  # “F I L I P P O V (I. Stalin)”
    bare = re.sub(r"[\[(].*?[\])]", "", text).strip(' .“"')
    known = form.authorities.bearers(bare, "person") or form.authorities.bearers(bare, "org")
    glossed = "[" in text or "(" in text
    return bool(known) or line.capitals or glossed or text.lower().startswith("signed") or len(line.words) <= 3


def _cells(line: Line, above: list[Line], form: Form) -> list[Piece]:
    text = line.text
    if line.rule:
        return [Piece(line.span, Zone.RULE)]
    parted = copies.parted(line, form.vocabularies)
    if parted:
        return parted
    if copies.TOTAL.fullmatch(text):
        return [_piece(line.span, Zone.TOTAL, "distribution")]
    if form.vocabularies["field"].of("end").full(text):
        return [Piece(line.span, Zone.FIELD, (), Basis.VOCABULARY, recogniser="markings")]
    remark = form.vocabularies["remark"].whole(text)
    if remark:
        return [Piece(line.span, Zone.NOTE, (("type", remark[0]),), Basis.VOCABULARY, recogniser="notes")]
    if _TYPED.fullmatch(text):
        return [_piece(line.span, Zone.PRODUCTION, "production", Certainty.LOW)]  # “1 - AS/yus”
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
    if form.vocabularies["compliment"].whole(text):
        return [Piece(line.span, Zone.SALUTATION, (("role", "close"),), Basis.VOCABULARY)]
    role = form.vocabularies["role"].match(text)
    if role and _RANK.fullmatch(text, role[1]):
        return [Piece(line.span, Zone.FIELD, (("type", "rank"),), Basis.VOCABULARY, recogniser="names")]
    if _DASHED.fullmatch(text):
        return [Piece(line.span, Zone.SIGNATURE)]
    ranked = _ranked(line, role[1], form) if role else []
    if ranked:
        return ranked
    cells = [_as_closing(cell) for cell in form.cover(line)]
    if _name_and_date(cells):
        return _dated(line, form) or cells
    if cells and not (len(cells) == 1 and (cells[0].zone is Zone.SIGNATURE or _place_alone(cells[0]))):
        return cells
    signed = _signed(line, form)
    if signed:
        return signed
    if _INITIALS.fullmatch(text):
        return [_piece(line.span, Zone.PRODUCTION, "production", Certainty.LOW)]
    return []


def _ranked(line: Line, end: int, form: Form) -> list[Piece]:
    """Read office and signature on one line: “Minister: (F. Kozovski)”."""
    colon = re.compile(r"[ \t]*:[ \t]*(?=\S)").match(line.text, end)
    name = line.spanning(Span(line.span.start + colon.end(), line.span.end)) if colon else line
    if colon is None or not signature(name, form):
        return []
    rank = Span(line.span.start, line.span.start + colon.end()).trimmed(line.source.text)
    office = Piece(rank, Zone.FIELD, (("type", "rank"),), Basis.VOCABULARY, recogniser="names")
    return [office, Piece(name.span, Zone.SIGNATURE)]


def _place_alone(cell: Piece) -> bool:
    """Tell whether a cell is but a place of the gazetteer: below a text, “SOKOLOV” is a person named like a town."""
    return cell.attributes == (("role", "place"),) and cell.basis is not Basis.AUTHORITY


def _name_and_date(cells: list[Piece]) -> bool:
    """Tell whether cells are a word in capitals, which no list knows for a place, and a date: “NEMO 3.VI.49”."""
    names = [cell for cell in cells if cell.zone is not Zone.DATE]
    return len(cells) == 2 and len(names) == 1 and _place_alone(names[0]) and names[0].basis is Basis.LAYOUT


def _signed(line: Line, form: Form) -> list[Piece]:
    """Read a signature with what stands beside it: “Signed:”, “/-/”, the sender’s number, the date before or after."""
    text, start, end = line.source.text, line.span.start, line.span.end
    announced = _ANNOUNCED.match(text, start, end)
    name = line.spanning(Span(announced.end(), end)) if announced else line
    numbers = list(_OWN_NUMBER.finditer(text, name.span.start, end))
    own = numbers[-1] if numbers and numbers[-1].end() == end else None
    if own:
        name = name.spanning(Span(name.span.start, own.start()))
    if signature(name, form):
        label = [Piece(Span(start, announced.end()).trimmed(text), Zone.FIELD)] if announced else []
        number = Span(*own.span("number")) if own else None
        numbered = [Piece(number, Zone.NUMBER, (("type", "sender"),), recogniser="numbers")] if number else []
        return [*label, Piece(name.span, Zone.SIGNATURE, (), Basis.LAYOUT, Certainty.HIGH), *numbered]
    return _dated(line, form)


def _dated(line: Line, form: Form) -> list[Piece]:
    """Read date and signature side by side, in either order: “24.5.51 ROSHCHIN”, “13/5-50. Roshchin”."""
    text, (start, end) = line.source.text, line.span
    if len(line.words) > _MOST_NAMES:
        return []
    for moment in chronology.find(text, line.span):
        before, after = Span(start, moment.span.start).trimmed(text), _past_stop(text, Span(moment.span.end, end))
        if not moment.day or (before and after) or not (before or after):
            continue
        name = line.spanning(before or after)
        named = any(len(word) > 2 for word in name.words) and len(name.words) <= _MOST_NAMES
        if named and not moment.zone and signature(name, form) and not form.cover(name):
            date = Piece(moment.span, Zone.DATE, (), Basis.STATED, recogniser="dates")
            signed = Piece(name.span, Zone.SIGNATURE)
            return [signed, date] if before else [date, signed]
    return []


def _past_stop(text: str, span: Span) -> Span:
    """Leave out the full stop or comma after a date."""
    lead = len(span.of(text)) - len(span.of(text).lstrip(" \t.,"))
    return Span(min(span.start + lead, span.end), span.end).trimmed(text)


def _as_closing(cell: Piece) -> Piece:
    """Turn a cell of the form into what it is below the text: a date without label is the date of signing."""
    if cell.zone is Zone.DATELINE and (not cell.attributes or cell.basis is Basis.LAYOUT):
        return cell._replace(zone=Zone.DATE, attributes=())
    return cell


def _settle(found: list[tuple[int, list[Piece]]]) -> list[tuple[int, list[Piece]]]:
    """Give back to the text what reading upwards took too much of.

    An instruction is a closing line only below a signature, an unknown line only below a known one; of many
    name-like lines only the last can be the signature.
    """
    while found and _of_text(found[0][1][0]):
        found = found[1:]
    zones = [cells[0].zone for _, cells in found]
    signed = any(cell.zone is Zone.SIGNATURE for _, cells in found for cell in cells)
    if not signed and Zone.OFFICE in zones:
        # “[Chinese] Embassy in Burma”: an institution signs where nobody does.
        index = zones.index(Zone.OFFICE)
        line, cells = found[index]
        found[index] = (line, [cells[0]._replace(zone=Zone.SIGNATURE, recogniser="layout"), *cells[1:]])
    zones = [cells[0].zone for _, cells in found]
    if zones.count(Zone.SIGNATURE) > 3:
        first = max(i for i, zone in enumerate(zones) if zone is Zone.SIGNATURE)
        found = found[first:]
    return found


def _of_text(piece: Piece) -> bool:
    """Tell whether a line closes nothing by itself: an instruction, an office's remark, a number, what is unknown."""
    remark = piece.zone is Zone.NOTE and dict(piece.attributes).get("type") == "authorial"
    return remark or piece.zone in (Zone.INSTRUCTION, Zone.UNPARSED, Zone.SHEET)


def _with_heads(pieces: list[Piece]) -> list[Piece]:
    """Take a total for the head of the copy list where the list has no other."""
    result = list(pieces)
    for index, piece in enumerate(result[1:], 1):
        opens = piece.zone is Zone.LABEL and result[index - 1].zone is Zone.TOTAL
        if opens:
            result[index - 1] = result[index - 1]._replace(zone=Zone.DISTRIBUTION_HEAD)
    return result


def _piece(span: Span, zone: Zone, recogniser: str, certainty: Certainty = Certainty.HIGH) -> Piece:
    return Piece(span, zone, (), Basis.VOCABULARY, certainty, recogniser)
