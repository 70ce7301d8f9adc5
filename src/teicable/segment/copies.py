"""Copy lists, above the text of a telegram or below it: heads, lines with all recipients, recipients one by one."""

from __future__ import annotations

import re
from functools import lru_cache

from teicable.model.annotation import Basis, Zone
from teicable.model.span import Span
from teicable.segment.features import Line, Piece
from teicable.vocabularies import Vocabularies

FIGURE = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)"
TOTAL = re.compile(
    rf"(?:(?:Printed|Produced|Made|Typed|Issued|Sent|Executed)(?: in)?[ \t]+)?"
    rf"{FIGURE}[ \t]+cop(?:y|ies)\b[^:]{{0,40}}:?"
    r"|(?:Number of copies(?: made)?|Total(?: copies)?)[ \t]*[-–:][ \t]*\d{1,3}\.?"
    rf"|\[?(?:A[ \t]+)?(?:Total|In all)(?:[ \t]+of)?:?\]?[ \t]+{FIGURE}[ \t]+cop(?:y|ies)\b\.?",
    re.IGNORECASE,
)
_STATED = re.compile(
    rf"(?P<word>{FIGURE})[ \t]+cop(?:y|ies)\b|(?:copies(?: made)?|total)[ \t]*[-–:][ \t]*(?P<figure>\d{{1,3}})",
    re.IGNORECASE,
)
_WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
_SIGN = r"(?:No\.?|Nº|N°|№)"
_NUMBERS = r"\d{1,2}(?:[ \t]*(?:,|and|-|–)[ \t]*\d{1,2})?"
_RECIPIENT = re.compile(
    rf"(?P<label>{_NUMBERS}(?:[.)]|[ \t]*[-–]{{1,2}}(?=[ \t])|-?(?:st|nd|rd|th)[ \t]*[-–]?)?"
    rf"|[-–•*](?=[ \t])"
    rf"|(?:Cop(?:y|ies)[ \t]+)?{_SIGN}?[ \t]?{_NUMBERS}[ \t]*[-–:]|{_SIGN}[ \t]?{_NUMBERS}(?=[ \t]+to[ \t]))"
    r"[ \t]*(?P<name>(?:[^\W\d_]|\d{1,2}(?:st|nd|rd|th)\b).{0,80})"
)
_HEADED = re.compile(
    rf"(?:[^\W\d_][^:\d]{{0,40}}[ \t]*[-–][ \t]*|(?:Printed|Produced|Made|Typed)[ \t]+in[ \t]+)?"
    rf"{FIGURE}[ \t]+copies[ \t]*:(?=[ \t]*\S)",
    re.IGNORECASE,
)
# “Minister ........ 1”: name and number of copies with a dotted line between them.
_LED = re.compile(r"[“\"]?[^\W_].{0,60}?[ \t]*(?:\.{3,}|…+|_{3,}|(?:\.[ \t]){3,})[ \t]*\d{1,3}")
# “Two copies printed. Nº 1 to …”, “7 copies: 1 – …”: a total that goes on with the recipients on its line.
_TOTAL_OPENS = re.compile(
    rf"(?:(?:Printed|Produced|Made|Typed|Issued|Sent|Executed)(?:[ \t]+in)?[ \t]+)?{FIGURE}[ \t]+cop(?:y|ies)"
    r"(?:[ \t]+(?:were[ \t]+)?(?:printed|produced|made|typed|issued))?[ \t]*[.:;][ \t]+(?=\S)",
    re.IGNORECASE,
)
_SEVERAL = r"\d{1,2}(?:st|nd|rd|th)?(?:[ \t]*(?:,|and|-|–)[ \t]*\d{1,2}(?:st|nd|rd|th)?)?"
_ENTRY = re.compile(
    rf"(?P<label>(?:{_SIGN}[ \t]?)?(?P<n>{_SEVERAL})(?:[ \t]*[-–—]{{1,2}}|[.)])"
    rf"|{_SIGN}[ \t]?(?P<to>{_SEVERAL})(?=[ \t]+to[ \t]))"
    r"[ \t]+(?=[^\W\d_]|\d{1,2}(?:st|nd|rd|th)[ \t])"
)
_LISTED = re.compile(r"\bcop(?:y|ies)\b|\bdistribution\b", re.IGNORECASE)
_LONGEST = 400
_MOST_WORDS = 7
_MOST_NAMES = 6


def distribution(line: Line, vocabularies: Vocabularies) -> Piece | None:
    """Read the head of a copy list, or a line that holds the whole list: “Copies: Stalin (2), Molotov”."""
    text = line.text
    end = head_of(text, vocabularies)
    if not end or len(text) > _LONGEST:
        return None
    listed = end >= len(text) or bool(_HEADED.match(text)) or _names(text[end:])
    if line.prose and not listed:
        names = line.spanning(Span(line.span.start + end, line.span.end).trimmed(line.source.text))
        if names.prose or not names.span:
            return None  # “To be seen by: Comrade Orlen, Comrade Nemo T.” has small words in its head only
    zone = Zone.DISTRIBUTION_HEAD if end >= len(text) else Zone.DISTRIBUTION
    return Piece(line.span, zone, (), Basis.VOCABULARY, recogniser="distribution")


def _names(words: str) -> bool:
    """Tell whether words are names parted by commas, each with a capital: “Mr. Tarn (2), Division of Waters”."""
    names = [name.strip(" .") for name in words.split(",")]
    return len(names) > 2 and all(name[:1].isupper() and len(name.split()) <= _MOST_WORDS for name in names)


@lru_cache(maxsize=256)
def head_of(text: str, vocabularies: Vocabularies) -> int:
    """Return where the head of a copy list that opens a text ends, colon included, or 0."""
    counted = _HEADED.match(text) if ":" in text else None
    if counted:
        return counted.end()
    found = vocabularies["distribution"].match(text)
    if found is None or not text[0].isalpha():
        return 0
    end = found[1]
    if text[end - 1] != ":":
        end += len(text[end:]) - len(text[end:].lstrip())
        end = end + 1 if text[end : end + 1] == ":" else end if end == len(text) else 0
    return end


def parted(line: Line, vocabularies: Vocabularies) -> list[Piece]:
    """Read a copy list on one line with numbered recipients: “4 copies: 1 – Peking; 2 and 3 – Cde. Pak; 4 – file.”."""
    text = line.text
    total = _TOTAL_OPENS.match(text)
    head = total.end() if total else head_of(text, vocabularies)
    if not head or len(text) > _LONGEST:
        return []
    begin = head + len(text[head:]) - len(text[head:].lstrip())
    entries = [e for e in _ENTRY.finditer(text, begin) if e.start() == begin or text[: e.start()].rstrip()[-1] in ";,."]
    numbers = [int(re.findall(r"\d+", e["n"] or e["to"])[0]) for e in entries]
    if not entries or entries[0].start() != begin or numbers != sorted(set(numbers)):
        return []
    start = line.span.start
    pieces = [Piece(Span(start, start + head).trimmed(line.source.text), Zone.DISTRIBUTION_HEAD)]
    for entry, end in zip(entries, [*(e.start() for e in entries[1:]), len(text)], strict=True):
        pieces.append(Piece(Span(start + entry.start(), start + entry.end("label")), Zone.LABEL))
        pieces.append(Piece(Span(start + entry.end(), start + end).trimmed(line.source.text), Zone.RECIPIENT))
    return [_piece(piece.span, piece.zone) for piece in pieces]


def stated(text: str, span: Span) -> tuple[Span, int] | None:
    """Return where a stretch of text states a number of copies, and the number: “Produced in 4 copies:”."""
    found = _STATED.search(text, *span)
    if found is None:
        return None
    word = (found["word"] or found["figure"]).lower()
    return Span(*found.span()), _WORDS.index(word) if word in _WORDS else int(word)


def recipient(line: Line, above: list[Line], vocabularies: Vocabularies) -> list[Piece]:
    """Read one recipient with its number, or, right below the head of a list, without one."""
    if line.text.endswith((":", ";", "?")) or line.prose or line.dated:
        return []
    found = _RECIPIENT.fullmatch(line.text)
    if found and _below_head(above, vocabularies, numbered=True):
        label = Span(line.span.start, line.span.start + found.end("label"))
        name = Span(line.span.start + found.start("name"), line.span.end)
        return [_piece(label, Zone.LABEL), _piece(name, Zone.RECIPIENT)]
    named = len(line.words) <= _MOST_NAMES and (
        vocabularies["honorific"].match(line.text) or _named(line) or _led(line)
    )
    if named and _below_head(above, vocabularies, numbered=False):
        return [_piece(line.span, Zone.RECIPIENT)]
    return []


def _below_head(above: list[Line], vocabularies: Vocabularies, *, numbered: bool) -> bool:
    """Tell whether an unbroken run of recipients leads up to the head of a copy list."""
    for line in reversed(above[-40:]):
        head = head_of(line.text, vocabularies) >= len(line.text) > 0
        if head or TOTAL.fullmatch(line.text):
            return head or numbered
        if len(line.text) > 100:
            return False
        if numbered and _LISTED.search(line.text):
            return True
        if not numbered and not (_named(line) or _led(line) or vocabularies["honorific"].match(line.text)):
            return False
    return False


def _named(line: Line) -> bool:
    """Tell whether a line can be the name of one recipient: set in, or a few words that all have a capital."""
    return line.text[0].isupper() and (line.indented or (len(line.words) <= 4 and line.title and not line.dated))


def _led(line: Line) -> bool:
    """Tell whether a dotted line leads from a name to the number of its copies, with which the line ends."""
    return line.text[-1].isdecimal() and _LED.fullmatch(line.text) is not None


def _piece(span: Span, zone: Zone) -> Piece:
    return Piece(span, zone, (), Basis.VOCABULARY, recogniser="distribution")
