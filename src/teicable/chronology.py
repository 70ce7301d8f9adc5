"""The grammar of dates and times in cables.

Own work on purpose: general date libraries read ``13.7.50`` as 2050 and complete ``1950`` with today's day, and a date
of a source must never be invented. A two-digit year is read in the century of the document (the twentieth, for
everything this project knows); a missing year stays missing unless the caller knows it from elsewhere.
Forms: see the examples in ``tests/unit/test_chronology.py``; all were met in real transcripts.
"""

from __future__ import annotations

import calendar
import re
from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache
from itertools import compress
from typing import NamedTuple

from teicable.model.span import Span
from teicable.vocabularies import shipped


class Order(StrEnum):
    """Which number comes first in ``4.11.62``: decided once for each document."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


class Moment(NamedTuple):
    """A date, a time, or both, as one stretch of text.

    ``year``, ``month``, ``day`` are 0 where the source does not say; ``time`` is ``hh:mm`` or empty, local as written.
    ``numeric`` tells that the order of day and month had to be decided, ``decided`` that a number over 12 decided it;
    ``zone`` is ``Z`` where the source states Greenwich time.
    ``doubtful`` that a digit had to be read apart (“8:101 a.m.”: 8:10 and the number of a note) or in brackets.
    """

    span: Span
    year: int = 0
    month: int = 0
    day: int = 0
    time: str = ""
    numeric: bool = False
    decided: bool = True
    zone: str = ""
    doubtful: bool = False

    @property
    def date(self) -> str:
        """ISO date, partial where the source is (``1950-07``, ``--08-31``), or an empty string."""
        if self.year and not self.month:
            return f"{self.year:04d}"
        if self.year:
            return f"{self.year:04d}-{self.month:02d}" + (f"-{self.day:02d}" if self.day else "")
        return f"--{self.month:02d}-{self.day:02d}" if self.month and self.day else ""

    @property
    def iso(self) -> str:
        """Value for TEI ``@when``: TEI takes a time only to the second, and none after a partial date."""
        if not self.time:
            return self.date
        if not self.date:
            return f"{self.time}:00"
        return f"{self.date}T{self.time}:00{self.zone}" if self.year and self.day else self.date


_HALF_DAY = re.compile(r"[ap]\.?[ \t]?m\.$", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_LONGEST_MONTH = len("September ,.“")
_ROMAN = {
    "I": 1,
    "II": 2,
    "III": 3,
    "IV": 4,
    "V": 5,
    "VI": 6,
    "VII": 7,
    "VIII": 8,
    "IX": 9,
    "X": 10,
    "XI": 11,
    "XII": 12,
}
# “2[[0]] February”: a digit in doubled brackets is uncertain, but stands there.
_DAY = r"(?P<{0}>[0-3]?(?:\d|\[\[\d\]\]))(?:st|nd|rd|th)?"
_YEAR = r"(?P<{0}>1[89]\d\d|20\d\d)"
_TIME = (
    r"(?:(?:at[ \t]++)?(?P<h{0}>[01]?\d|2[0-4])"
    r"(?:(?::|hs?)(?P<m{0}>[0-5]\d)(?::[0-5]\d|(?P<g{0}>\d)(?=[ \t]*+[ap]\.?m\b))?"
    r"|hs\b"
    r"|\.(?P<n{0}>[0-5]\d)(?=[ \t]*+(?:[ap]\.?m\b|hours?\b|hrs\b|h\b))"
    r"|[ \t]++hours?[ \t]++(?P<o{0}>[0-5]?\d)[ \t]++minutes?"
    r"|(?=[ \t]*+[ap]\.?[ \t]?m\b))"
    r"(?:[ \t]*+(?P<p{0}>[ap])\.?[ \t]?m\b\.?|[ \t]*+(?:hours?|hrs|h)\b\.?)?"
    r"|(?:at[ \t]++|time:[ \t]*+)(?P<q{0}>[01]\d|2[0-3])[.:]?(?P<r{0}>[0-5]\d)\b(?:[ \t]*+(?:hours?|hrs|hs)\b)?"
    r"|(?P<s{0}>[01]\d|2[0-3])(?P<t{0}>[0-5]\d)[ \t]*+(?:hours|hrs|hs)\b)"
)
# No date begins otherwise than with a figure, “at” or a month; asking this first is what keeps long lines fast, and
# blanks are never given back (++): a run of a thousand is read once.
_BEGINNING = r"(?=[“\"«]?\d|at[ \t]|{})"
_ENOUGH = 200_000
_NUMERIC = re.compile(r"[./](?<=\d[./])[ \t]?\d")
_CLOCK = re.compile(r",?[ \t]+(?P<h>[01]\d|2[0-3])\.(?P<m>[0-5]\d)(?=[ \t]*(?:\n|$))")
"""An hour with a full stop behind the day, which ends a labelled line: “Sent: 4 November 1958, 18.30”."""
_EARLIEST = 17
"""Two-digit years below this are no years of these sources."""


@cache
def _pattern() -> re.Pattern[str]:
    months = "|".join(re.escape(form) for form in sorted(_months(), key=len, reverse=True))
    month = rf"(?P<{{0}}>{months})\b\.?"
    roman = r"(?P<x4>XI{0,2}|IX|IV|VI{0,3}|I{1,3}|X)"
    short = r"(?P<{0}>1[89]\d\d|20\d\d|\d\d)"
    dates = [
        rf"[“\"«]?{_DAY.format('d1')}[”\"»]?\.?[ \t]*+(?:of[ \t]++)?{month.format('b1')}"
        rf"(?:,?[ \t]*+\[?{_YEAR.format('y1')}\]?|[ \t]++[’'](?P<z1>\d\d)\b)?",
        rf"{month.format('b2')}[ \t]++{_DAY.format('d2')}(?:,?[ \t]++\[?{_YEAR.format('y2')}\]?)?",
        rf"{month.format('b3')},?[ \t]++{_YEAR.format('y3')}",
        rf"(?P<d4>[0-3]?\d)(?:[./][ \t]?|[ \t]){roman}(?:(?:[./][ \t]*+|[ \t]++){short.format('y4')}(?![\d:]))?(?!\w)",
        # The form of tables and exports: “1956-11-05”; never a part of a longer number such as “1956-11-05-3”.
        rf"(?<!-){_YEAR.format('y8')}-(?P<e8>0\d|1[0-2])-(?P<d8>[0-3]\d)(?!-?\d)",
        rf"(?:{_YEAR.format('y7')}|(?P<z7>[4-9]\d))(?:\.[ \t]|\.(?=\d\d\.\d\d\b))"
        r"(?P<e7>[01]?\d)\.[ \t]?(?P<d7>[0-3]?\d)\b\.?",
        rf"(?P<d5>[0-3]?\d)(?P<s5>[./])[ \t]?(?P<e5>[0-3]?\d)(?:[./-][ \t]?{short.format('y5')})?(?![\d:])(?!\.\d)",
    ]
    # The date-time group of a telegraph office: “R 050142Z NOV 75”.
    dates.append(
        rf"(?P<d6>[0-3]\d)(?P<k6>[01]\d|2[0-3])(?P<l6>[0-5]\d)Z[ \t]++{month.format('b6')}[ \t]++{short.format('y6')}"
    )
    date = "(?:" + "|".join(dates) + ")"
    joint = r"(?:\.?[ \t]*+,?[ \t]*+(?:on|of|at|from)?[ \t]*+|[ \t]*+[-–—][ \t]*+|\.?[ \t]*+\n[ \t]*+)"
    clock = r"(?P<k9>[01]\d|2[0-3])(?P<l9>[0-5]\d)[ \t]++(?=\d{1,2}[ \t]++[A-Z])"
    both = rf"(?:(?:{_TIME.format('1')}{joint}|{clock}))?(?P<date>{date})(?:{joint}{_TIME.format('2')})?"
    beginning = _BEGINNING.format("|".join(sorted({re.escape(form[:3]) for form in _months()})))
    return re.compile(rf"(?<![\w/]){beginning}(?:{both}|{_TIME.format('3')})(?!\w)", re.IGNORECASE)


@cache
def _time_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w/]){_TIME.format('3')}(?!\w)", re.IGNORECASE)


@cache
def _months() -> dict[str, int]:
    return {form: int(entry.meaning) for entry in shipped()["month"].entries for form in entry.forms}


@cache
def _numbers() -> dict[str, int]:
    return {form.casefold(): number for form, number in _months().items()}


def find(text: str, span: Span, order: Order = Order.DAY_FIRST, *, labelled: bool = False) -> Iterator[Moment]:
    """Yield the moments in a stretch of text, in order; impossible dates (``31 June``) are passed over.

    ``labelled`` says that a label announces dates here, so that ``24/3`` and ``31.8`` are some.
    """
    first = _DIGIT.search(text, span.start, span.end)
    if first is None:
        return
    position = max(span.start, first.start() - _LONGEST_MONTH)
    while found := _pattern().search(text, position, span.end):
        moment = _moment(found, order, labelled) or _time_alone(found, order)
        if moment is not None:
            yield moment
            position = moment.span.end
        else:
            # An hour that does not exist says nothing against the date after it.
            date = found.start("date")
            position = date if date > found.start() else found.end()


def _time_alone(found: re.Match[str], order: Order) -> Moment | None:
    """Read as a time what looked like a date and is none: “10.00 a.m.”."""
    time = _time_pattern().match(found.string, found.start(), found.endpos)
    return _moment(time, order) if time else None


def match(
    text: str, position: int, end: int, order: Order = Order.DAY_FIRST, *, labelled: bool = False
) -> Moment | None:
    """Return the moment that begins at ``position``, or ``None``; ``labelled`` as for :func:`find`."""
    found = _pattern().match(text, position, end)
    return _moment(found, order, labelled) or _time_alone(found, order) if found else None


def dated(text: str) -> bool:
    """Tell whether a text has a day, month and year, or a day and month at least."""
    return any(moment.day and moment.month for moment in find(text, Span(0, len(text)), labelled=True))


_DAYS = re.compile(r"ON/(?P<sent>[0-3]?\d)/(?P<received>[0-3]?\d)/(?P<month>[IVX]{1,4})/(?P<year>\d\d)")


def days(text: str, span: Span) -> tuple[Moment, Moment] | None:
    """Read the days of sending and of receipt that Brazilian forms write in one: “ON/26/27/VII/62”.

    Where the second day is smaller, a month ended in between, and the day of sending is left without one.
    """
    found = _DAYS.fullmatch(text, *span)
    if not found or found["month"] not in _ROMAN:
        return None
    year, month = _century(found["year"]), _ROMAN[found["month"]]
    sent, received = int(found["sent"]), int(found["received"])
    if not 1 <= sent <= 31 or not 1 <= received <= _length(year, month):
        return None
    arrival = Moment(Span(found.start("received"), found.end()), year, month, received)
    known = sent <= received
    return Moment(Span(*found.span("sent")), year if known else 0, month if known else 0, sent), arrival


@lru_cache(maxsize=1)
def order_of(text: str) -> tuple[Order, bool]:
    """Decide the order of day and month for a document, and say whether a number over 12 shows it.

    Where numbers disagree among themselves the commoner order wins and the decision counts as not shown.
    """
    first = second = 0
    if not _NUMERIC.search(text, 0, _ENOUGH):
        return Order.DAY_FIRST, False
    for moment in find(text, Span(0, min(len(text), _ENOUGH))):
        if moment.numeric and moment.decided:
            numbers = [int(n) for n in re.findall(r"\d+", text[moment.span.start : moment.span.end])]
            first += moment.day > 12 and moment.day == next((n for n in numbers if n in (moment.day, moment.month)), 0)
            second += moment.day > 12 and moment.month == next(
                (n for n in numbers if n in (moment.day, moment.month)), 0
            )
    order = Order.MONTH_FIRST if second > first else Order.DAY_FIRST
    return order, bool(first) != bool(second)


def _moment(found: re.Match[str], order: Order, labelled: bool = False) -> Moment | None:
    if not labelled and "s5" in found.re.groupindex and found["s5"] == "/" and not found["y5"]:
        return None  # “1/2” is a fraction; asked first, because a page may be full of them
    span = Span(*found.span())
    if found.group().endswith(".") and not _HALF_DAY.search(found.group()):
        span = Span(span.start, span.end - 1)  # the full stop of the sentence
    groups = found.groups()
    parts = dict(zip(compress(found.re.groupindex, groups), filter(None, groups), strict=True))
    time = _time(parts)
    clock = _CLOCK.match(found.string, found.end(), found.endpos) if labelled and "date" in parts and not time else None
    if clock and time is not None:
        span, time = Span(span.start, clock.end("m")), f"{clock['h']}:{clock['m']}"
    named = parts.get("b1") or parts.get("b2") or parts.get("b3") or ""
    if time is None or named[:1].islower():
        return None  # “may 3 people” is no date
    if "date" not in parts:
        return Moment(span, time=time) if time else None
    year, month, day, numeric, decided = 0, 0, 0, False, True
    doubtful = "[[" in parts.get("d1", "") or "g1" in parts or "g2" in parts
    if "b1" in parts:
        year = int(parts.get("y1", 0)) or _century(parts.get("z1", ""))
        month, day = _month(parts["b1"]), int(parts["d1"].replace("[[", "").replace("]]", ""))
    elif "b2" in parts:
        year, month, day = int(parts.get("y2", 0)), _month(parts["b2"]), int(parts["d2"])
    elif "b6" in parts:
        year, month, day = _century(parts["y6"]), _month(parts["b6"]), int(parts["d6"])
        time = f"{parts['k6']}:{parts['l6']}"
    elif "b3" in parts:
        year, month = int(parts["y3"]), _month(parts["b3"])
    elif "e7" in parts:
        year, month, day = int(parts.get("y7", 0)) or _century(parts["z7"]), int(parts["e7"]), int(parts["d7"])
    elif "e8" in parts:
        year, month, day = int(parts["y8"]), int(parts["e8"]), int(parts["d8"])
    elif "x4" in parts:
        if "y4" not in parts and not time:
            return None  # “2 V” alone is no date
        year, month, day = _century(parts.get("y4", "")), _ROMAN[parts["x4"].upper()], int(parts["d4"])
    else:
        one, two = int(parts["d5"]), int(parts["e5"])
        if "y5" not in parts and not time and not labelled:
            return None  # “3.5” alone is as likely a quantity or a paragraph number
        if len(parts.get("y5", "")) == 2 and int(parts["y5"]) < _EARLIEST:
            return None  # “08. 10. 02.”: a slip for 80, or another order; no cable is of 1902
        year, numeric, decided = _century(parts.get("y5", "")), True, max(one, two) > 12 or one == two
        first_is_day = one > 12 or (two <= 12 and order is Order.DAY_FIRST)
        day, month = (one, two) if first_is_day else (two, one)
    if not 1 <= month <= 12 or ("b3" not in parts and not 1 <= day <= _length(year, month)):
        return None
    zone = "Z" if "b6" in parts else ""
    return Moment(span, year, month, day, time, numeric, decided, zone, doubtful)


_CLOCKS = (
    ("k9", ("l9",), ""),
    ("q1", ("r1",), ""),
    ("s1", ("t1",), ""),
    ("h1", ("m1", "n1", "o1"), "p1"),
    ("q2", ("r2",), ""),
    ("s2", ("t2",), ""),
    ("h2", ("m2", "n2", "o2"), "p2"),
    ("q3", ("r3",), ""),
    ("s3", ("t3",), ""),
    ("h3", ("m3", "n3", "o3"), "p3"),
)
"""The groups that hold hours, minutes and, where the hours may be those of half a day, which half."""


def _time(parts: dict[str, str]) -> str | None:
    """Return ``hh:mm``, an empty string without a time, ``None`` for an hour that does not exist."""
    for hours, minutes, half in _CLOCKS:
        if hours in parts:
            stated = next((parts[name] for name in minutes if name in parts), "0")
            return _of_day(int(parts[hours]), int(stated), parts.get(half, "").lower())
    return ""


def _of_day(hour: int, minute: int, half: str) -> str | None:
    if half == "p" and hour < 12:
        hour += 12
    elif half == "a" and hour == 12:
        hour = 0
    return f"{hour:02d}:{minute:02d}" if hour < 24 else None


def _month(name: str) -> int:
    return _numbers()[name.casefold()]


def _century(digits: str) -> int:
    if len(digits) == 2:
        return 1900 + int(digits)
    return int(digits or 0)


@lru_cache(maxsize=1024)
def _length(year: int, month: int) -> int:
    return calendar.monthrange(year or 2000, month)[1]


def in_words(iso: str) -> str:
    """Return an ISO date, partial or not, as ``14 May 1950``; anything else comes back unchanged."""
    found = re.fullmatch(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?", iso)
    if not found:
        return iso
    year, month, day = found.groups()
    name = next((form for form, number in _months().items() if month and number == int(month)), "")
    return " ".join(part for part in (str(int(day)) if day else "", name, year) if part)
