"""The form above (and below) the text of a telegram, read cell by cell.

A line belongs to the form if the form's own words cover it: a grade, a ban, a label with its number or time, an
office, a place, a role. So ``BEIJING Only by ciphered telegraph`` is an address and a handling instruction, and
``SOVIET AMBASSADORSent 03:15`` (two cells of a lost table) falls apart where a known word begins inside a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from teicable import chronology
from teicable.authorities import Authorities
from teicable.model.annotation import Attributes, Basis, Certainty, Zone
from teicable.model.once import Once
from teicable.model.span import Span
from teicable.segment import copies
from teicable.segment.features import Line, Piece
from teicable.vocabularies import Vocabularies, gazetteer

_SEPARATOR = re.compile(
    r"[ \t]*(?:[.…_]{2,}|…|[,;.:|/!][ \t]*[-–—]?|[-–—]{1,2}|and(?=[ \t])|\([a-z ]{1,30}\)|\(\?\))?[ \t]*"
)
_NUMBER = re.compile(
    r"[ \t:]*(?P<n>(?:[A-Z]{1,2}[ \t]?)?\d(?:[.,]?\d)*(?:[-–/][\w.-]+)*|_{2,}|only\b)(?:[ \t]*\[[^\]]*\])?"
)
_RANGE = re.compile(r"(?:,?[ \t]+and|,|[ \t]*[-–])[ \t]*(?P<next>\d+)")
_TO = re.compile(r"T[oO][ \t:](?=[ \t]*\S)")
_SERIAL = re.compile(r"[A-Z]{1,2}[ \t]\d{1,5}/\d{2,4}")
_SHEET = re.compile(r"\[?\d{1,4}\]?|\[page\]", re.IGNORECASE)
_NAME = r"(?:[^\W\d_a-z][\w’'-]*\.?|\[[^\[\]]{1,60}\])"
_BETWEEN = r",?[ \t]+(?:(?:and|or|of|the|in|for|at|to)[ \t]+){0,2}"
_NAMES = re.compile(
    rf"(?:the[ \t]+)?{_NAME}(?:{_BETWEEN}{_NAME}){{0,7}}(?:[ \t]*\([^()]{{1,60}}\))?"
    r"(?:[xX]/|,?\d{1,2}(?!\d)|(?<=\w)[ \t]\d{1,3}$)?"
)
_BLANK = re.compile(r"[ \t:]*(?:…+[ \t]*|\.{3,}[ \t]*)?")
_ORDINAL = re.compile(r"\d{1,2}(?:st|nd|rd|th)[ \t](?:unit|section|department|dept\.?)\b", re.IGNORECASE)
_CAPITALS = re.compile(r"[^\W\d_a-z]{3,}(?:[ \t][^\W\d_a-z]{3,})?(?=[ \t.,]|[A-Z][a-z])")
_FILLER = re.compile(r"[ \t]*(?:from|in|by|to|at|the|for)\b[^\n;]{1,70}")
_PLACE_DATE = re.compile(rf"(?:{_NAME}(?:[ \t]{_NAME}){{0,2}}|[^\W\d_a-z](?:[ \t][^\W\d_]){{2,20}}),[ \t]+")
_NOTE = re.compile(r"\[(?:[^\[\]]|\[[^\[\]]*\])*\]")
_ENTRY = re.compile(r"\d{1,4}\.[ \t]+")
"""The number that a printed edition puts before a title."""
_FROM = re.compile(r"[ \t]+from[ \t]", re.IGNORECASE)
_WORDS = re.compile(r"[\w’'-]+")
_NAMED = re.compile(r"[^\W\d_][\w’'-]+")
_COPIES = re.compile(r"(?:Copies|Copy|INFO)\b")
_LIMIT = 200
_LONGEST_NOTE = 2000
_SHORT = 120
_LONGEST_ROUTE = 60
_MOST_WORDS = 16
_LONGEST_PLACE = 40
_MOST_OF_NAME, _MOST_OF_PLACE = 5, 3
"""Words that a name of the authority files, or of the gazetteer, may have at the beginning of a cell."""


@dataclass(frozen=True)
class Form:
    """The words of telegram forms: vocabularies and the names of places and offices an edition knows."""

    vocabularies: Vocabularies
    authorities: Authorities
    order: chronology.Order = chronology.Order.DAY_FIRST

    def cover(self, line: Line) -> list[Piece]:
        """Return the cells of a line if they cover it, else an empty list."""
        if line.span not in self._covers:
            self._covers[line.span] = self._cover(line)
        return self._covers[line.span]

    @Once
    def _covers(self) -> dict[Span, list[Piece]]:
        return {}

    def _cover(self, line: Line) -> list[Piece]:
        if line.rule:
            return [Piece(line.span, Zone.RULE)]
        if len(line.text) > _LIMIT:
            described = len(line.text) <= _LONGEST_NOTE and self._described(line.text)
            return [Piece(line.span, Zone.FIELD, (), Basis.VOCABULARY, recogniser="brackets")] if described else []
        if _SHEET.fullmatch(line.text):
            return [Piece(line.span, Zone.SHEET, certainty=Certainty.LOW, recogniser="numbers")]
        if chronology.days(line.source.text, line.span):
            return [_piece(line.span.start, line.span.end, Zone.DATELINE, "type", "days", "dates")]
        listed = copies.parted(line, self.vocabularies) or copies.distribution(line, self.vocabularies)
        if listed:
            return listed if isinstance(listed, list) else [listed]
        fields = self.vocabularies["field"]
        field = fields.match(line.text)
        if (field and line.text[field[1] - 1] in ":.") or fields.whole(line.text):
            return [Piece(line.span, Zone.FIELD, (), Basis.VOCABULARY, recogniser="markings")]
        if self._described(line.text):
            return [Piece(line.span, Zone.FIELD, (), Basis.VOCABULARY, recogniser="brackets")]
        if self.vocabularies["handling"].whole(line.text.rstrip(".!")):
            return [Piece(line.span, Zone.HANDLING, self._handled(line), Basis.VOCABULARY, recogniser="markings")]
        office = self._office(line)
        if office:
            return [office]
        cells = self._cells(line, line.span.start, 0)
        if cells:
            return _joined(cells)
        if line.prose:
            made = len(line.text) < _SHORT and chronology.dated(line.text)
            return (self._made(line) if made else []) or self._headed(line)
        return self._made(line) or self._routed(line) or self._headed(line)

    def _headed(self, line: Line) -> list[Piece]:
        """Read an address behind a label with a colon, however long: “TO: MINREX, Havana, for Comrade Minister”."""
        found = self.vocabularies["address"].match(line.text)
        labelled = found is not None and line.text[found[1] - 1] == ":" and line.text[found[1] :].strip()
        if not found or not labelled or line.sentence or len(line.text) > _SHORT:
            return []
        return [_piece(*line.span, Zone.ADDRESS, "role", found[0], "names")]

    def _made(self, line: Line) -> list[Piece]:
        """Read who drafted, typed or checked it, where the form above the text says so: “Checked by [unknown …]”."""
        made = self.vocabularies["production"].match(line.text)
        if not made or line.text[made[1] : made[1] + 1].isalnum():
            return []
        return [Piece(line.span, Zone.PRODUCTION, (), Basis.VOCABULARY, recogniser="production")]

    def _routed(self, line: Line) -> list[Piece]:
        """Read a labelled time with rooms and initials after it: “Processed: 11.VIII.56 21:00 Office, G, Ku, 4”."""
        text, end = line.source.text, line.span.end
        for piece in self._time(text, line.span.start, end):
            rest = Span(_past_blank(text, piece.span.end), end)
            if piece.attributes and rest and text[rest.start - 1].isspace() and rest.length < _LONGEST_ROUTE:
                field = Piece(rest, Zone.FIELD, (("type", "routing"),), Basis.LAYOUT, Certainty.LOW, "markings")
                return [piece, field]
        return []

    def _described(self, text: str) -> bool:
        """Tell whether a line is one bracket that describes the page: a stamp, handwriting, a note, a gap."""
        if not _NOTE.fullmatch(text):
            return False
        tables = ("stamp", "handwriting", "note", "gap")
        return any(self.vocabularies[table].whole(text[1:-1].strip(), blind=True) for table in tables)

    def _handled(self, line: Line) -> Attributes:
        found = self.vocabularies["handling"].whole(line.text.rstrip(".!"))
        return (("category", found[0]),) if found else ()

    def _cells(self, line: Line, position: int, depth: int) -> list[Piece] | None:
        """Cover the rest of a line from ``position``; the first way that reaches the end is taken."""
        text, end = line.source.text, line.span.end
        if position >= end:
            return []
        if depth > 8:
            return None
        for piece in self._starting(text, position, end):
            separator = _SEPARATOR.match(text, piece.span.end, end)
            after = separator.end() if separator else piece.span.end
            if after == piece.span.end and after < end and not _falls_apart(text, after):
                continue
            rest = self._cells(line, after, depth + 1)
            if rest is not None:
                whole = Span(position, after).trimmed(text)
                return [piece if piece.span == whole else piece._replace(span=whole), *rest]
        return None

    def _starting(self, text: str, start: int, end: int) -> Iterator[Piece]:
        if text[start] in "([":
            # A cell in brackets of its own: “(Secret)”, “[Received March 12]”.
            close = text.find({"(": ")", "[": "]"}[text[start]], start, end)
            for find in (self._time, self._marking):
                for piece in find(text, start + 1, max(close, start + 1)):
                    if piece.span.end == close:
                        yield piece._replace(span=Span(start, close + 1))
        for find in (
            self._heading,
            self._time,
            self._numbered,
            self._marking,
            self._housed,
            self._addressed,
            self._placed,
        ):
            yield from find(text, start, end)

    def _marking(self, text: str, start: int, end: int) -> Iterator[Piece]:
        for table, zone in (("classification", Zone.CLASSIFICATION), ("handling", Zone.HANDLING)):
            found = self.vocabularies[table].match(text, start)
            if found and found[1] <= end and not text[found[1] : min(end, found[1] + 1)].islower():
                yield _piece(start, found[1], zone, "category", found[0], "markings")

    def _heading(self, text: str, start: int, end: int) -> Iterator[Piece]:
        found = self.vocabularies["doctype"].match(text, start)
        if not found or found[1] > end:
            return
        sign = self.vocabularies["number"].match(text, _past_blank(text, found[1]))
        number = _NUMBER.match(text, sign[1], end) if sign else None
        if number:
            yield _piece(start, _ranges(text, number.end(), end), Zone.HEAD, "category", found[0], "numbers")
        yield _piece(start, found[1], Zone.HEAD, "category", found[0], "markings")

    def _time(self, text: str, start: int, end: int) -> Iterator[Piece]:
        found = self.vocabularies["dateline"].match(text, start)
        if found and found[1] <= end:
            kind = found[0]
            moment = chronology.match(text, _past_blank(text, found[1]), end, self.order, labelled=True)
            if not moment:
                rest = chronology.find(text, Span(found[1], end), self.order, labelled=True)
                moment = next(rest, None)
                filler = _FILLER.fullmatch(text, found[1], moment.span.start) if moment else None
                moment = moment if filler else None
                if filler and kind in ("sent", "dispatched") and self._houses(filler.group()):
                    kind = "transmitted"  # “Sent to the 8th Department 17:35”: to those who encipher it
            if moment:
                yield _piece(start, moment.span.end, Zone.DATELINE, "type", kind, "dates")
            alone = start == 0 or text[start - 1] == "\n"
            if found[1] == end and (text[found[1] - 1] == ":" or alone):
                yield _piece(start, end, Zone.FIELD, "type", found[0], "dates")
        moment = chronology.match(text, start, end, self.order)
        if moment:
            yield Piece(moment.span, Zone.DATELINE, (), Basis.STATED, recogniser="dates")
        place = _PLACE_DATE.match(text, start, end)
        dated = chronology.match(text, place.end(), end, self.order) if place else None
        if dated and dated.day and not self.vocabularies["address"].match(text, start):
            # “Beijing, 22 October 1959”: where and when a telegram was handed in.
            yield Piece(
                Span(start, dated.span.end), Zone.DATELINE, (("type", "sent"),), Basis.LAYOUT, recogniser="dates"
            )

    def _numbered(self, text: str, start: int, end: int) -> Iterator[Piece]:
        found = self.vocabularies["number"].match(text, start)
        number = _NUMBER.match(text, found[1], end) if found else None
        if found and number:
            yield _piece(start, _ranges(text, number.end(), end), Zone.NUMBER, "type", found[0], "numbers")
        bare = _SERIAL.match(text, start, end)
        if bare and bare.end() == end:
            yield _piece(start, end, Zone.NUMBER, "type", "sender", "numbers")

    def _housed(self, text: str, start: int, end: int) -> Iterator[Piece]:
        """Read an office as a cell among others: “to Cde. Molotov (by cipher), 3rd unit”."""
        named = self.vocabularies["office"].of("name").match(text, start)
        ordinal = _ORDINAL.match(text, start, end)
        stop = ordinal.end() if ordinal else named[1] if named else start
        if start < stop <= end and not text[stop : stop + 1].isalnum():
            yield Piece(Span(start, stop), Zone.OFFICE, (), Basis.VOCABULARY, recogniser="markings")

    def _houses(self, words: str) -> bool:
        offices = self.vocabularies["office"]
        return any(offices.of(kind).find(words) for kind in ("name", "word"))

    def _addressed(self, text: str, start: int, end: int) -> Iterator[Piece]:
        found = self.vocabularies["address"].match(text, start)
        if not found or found[1] > end:
            return
        begin = _past_blank(text, found[1])
        if begin == found[1] and text[begin - 1 : begin] not in (":", "]"):
            return
        for stop in self._named(text, begin, end):
            yield _piece(start, stop, Zone.ADDRESS, "role", found[0], "names")

    def _placed(self, text: str, start: int, end: int) -> Iterator[Piece]:
        for stop in self._known(text, start, end, "place"):
            yield Piece(Span(start, stop), Zone.ADDRESS, (("role", "place"),), Basis.AUTHORITY, recogniser="names")
        for stop in self._charted(text, start, end):
            attributes: Attributes = (("role", "place"),)
            yield Piece(Span(start, stop), Zone.ADDRESS, attributes, Basis.VOCABULARY, Certainty.MEDIUM, "names")
        role = self.vocabularies["role"].match(text, start)
        if role and role[1] <= end:
            yield _piece(start, role[1], Zone.ADDRESS, "role", "addressee", "names")
        capitals = _CAPITALS.match(text, start, end)
        if capitals and not role:
            # A place the edition does not know yet: capitals in front of other cells of the form.
            low = Certainty.LOW
            yield Piece(Span(start, capitals.end()), Zone.ADDRESS, (("role", "place"),), Basis.LAYOUT, low, "names")
        honorific = self.vocabularies["honorific"].match(text, start)
        if honorific and honorific[1] <= end:
            for stop in self._named(text, start, end):
                yield _piece(start, stop, Zone.ADDRESS, "role", "addressee", "names")

    def _named(self, text: str, start: int, end: int) -> list[int]:
        """Return where a name, role or place that begins at ``start`` may end, longest first."""
        stops = set(self._known(text, start, end, "place")) | set(self._known(text, start, end, "person"))
        honorific = self.vocabularies["honorific"].match(text, start)
        begin = _past_blank(text, honorific[1]) if honorific and honorific[1] <= end else start
        role = self.vocabularies["role"].match(text, begin)
        if role and role[1] <= end:
            stops.add(role[1])
        names = _NAMES.match(text, begin, end)
        for word in re.finditer(r"\S+", names.group()) if names else ():
            if word.start() and self._labelled(text, begin + word.start()):
                break  # “From PEKING Sent 18:50”, “From Pyongyang To Vyshinsky”: the next cell begins
            stops.add(begin + word.end())
        return sorted(stops, reverse=True)

    def _labelled(self, text: str, position: int) -> bool:
        tables = ("dateline", "number")
        return bool(_TO.match(text, position)) or any(self.vocabularies[t].match(text, position) for t in tables)

    def _charted(self, text: str, start: int, end: int) -> list[int]:
        """Return the ends of names that the gazetteer gives to places and to nothing else, longest first."""
        if not text[start].isupper():
            return []
        near = text[start : min(end, start + _LONGEST_PLACE)]
        stops = [word.end() for word in islice(_NAMED.finditer(near), _MOST_OF_PLACE)]
        found = ((start + stop, gazetteer.shipped().get(near[:stop])) for stop in reversed(stops))
        return [stop for stop, place in found if place and place.certain]

    def _known(self, text: str, start: int, end: int, kind: str) -> list[int]:
        """Return the ends of names from the authority files that begin at ``start``, longest first."""
        first = _WORDS.search(text, start, end)
        if first is None or not self.authorities.begins(text[start : first.end()]):
            return []
        stops = [word.end() for word in islice(_WORDS.finditer(text, first.start(), end), _MOST_OF_NAME)]
        return [stop for stop in reversed(stops) if self.authorities.bearers(text[start:stop], kind)]

    def _office(self, line: Line) -> Piece | None:
        """Recognise a line that is the name of an office: known, or short with a word that only offices have.

        “517. Telegram From the Embassy in Burma to the Department of State” names offices and is the name of none.
        """
        bare = line.text.strip(" .:,")
        if self.authorities.bearers(bare, "org"):
            return Piece(line.span, Zone.OFFICE, (), Basis.AUTHORITY, recogniser="names")
        names, words = (self.vocabularies["office"].of(kind) for kind in ("name", "word"))
        part, _, whole = bare.partition(" of the ")
        within = whole and names.full(whole) and words.find(part)
        if not (within or names.full(bare) or (words.find(bare) and self._short(line, bare))):
            return None
        if any(self.vocabularies[table].match(bare) for table in ("dateline", "production")) or self._entitled(bare):
            return None
        return Piece(line.span, Zone.OFFICE, (), Basis.VOCABULARY, recogniser="markings")

    def _short(self, line: Line, bare: str) -> bool:
        """Tell whether a line can be a name: “I report that the harbour administration has inspected” begins a text."""
        if len(line.words) > _MOST_WORDS or (line.prose and not line.title) or self._opens_address(bare):
            return False
        return self.vocabularies["predicate"].find(bare) is None

    def _entitled(self, text: str) -> bool:
        """Tell whether words are the title of a document: its kind, and from whom it is."""
        numbered = _ENTRY.match(text)
        start = numbered.end() if numbered else 0
        kind = self.vocabularies["doctype"].match(text, start)
        return kind is not None and _FROM.match(text, kind[1]) is not None

    def _opens_address(self, text: str) -> bool:
        found = self.vocabularies["address"].match(text)
        addressed = found is not None and not text[found[1] : found[1] + 1].isalnum()
        return addressed or bool(_COPIES.match(text))


def _piece(start: int, end: int, zone: Zone, name: str, value: str, recogniser: str) -> Piece:
    return Piece(Span(start, end), zone, ((name, value),), Basis.VOCABULARY, recogniser=recogniser)


def _past_blank(text: str, position: int) -> int:
    found = _BLANK.match(text, position)
    return found.end() if found else position


def _ranges(text: str, position: int, end: int) -> int:
    """Extend a number by what continues it: “50450, 50470, and 50490”, “1643-1644”; not “No. 885, 2 November 1956”."""
    found = _RANGE.match(text, position, end)
    if not found:
        return position
    day = chronology.match(text, found.start("next"), end)
    return position if day and day.month else _ranges(text, found.end(), end)


def _falls_apart(text: str, position: int) -> bool:
    """Tell whether a word ends at ``position`` although no blank follows: a capital and a small letter come next."""
    return text[position].isupper() and text[position + 1 : position + 2].islower()


def _joined(cells: list[Piece]) -> list[Piece]:
    """Join neighbouring cells of an address: place and office of one addressee. Where it came from stays apart."""
    found: list[Piece] = []
    for cell in cells:
        roles = [dict(piece.attributes).get("role", "") for piece in (*found[-1:], cell) if piece.zone is Zone.ADDRESS]
        if len(roles) == 2 and all(roles) and (roles[0] == "origin") == (roles[1] == "origin"):
            role = "addressee" if roles == ["place", "addressee"] else roles[0]
            span = Span(found[-1].span.start, cell.span.end)
            found[-1] = found[-1]._replace(span=span, attributes=(("role", role),))
        else:
            found.append(cell)
    return found
