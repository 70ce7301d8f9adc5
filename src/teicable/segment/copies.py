"""Copy lists, above the text of a telegram or below it: heads, lines with all recipients, recipients one by one."""

from __future__ import annotations

import re

from teicable import chronology
from teicable.model.annotation import Basis, Zone
from teicable.model.span import Span
from teicable.segment.features import Line, Piece
from teicable.vocabularies import Vocabularies

FIGURE = r"(?:\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)"
TOTAL = re.compile(
    rf"(?:(?:Printed|Produced|Made|Typed|Issued|Sent|Executed)(?: in)?[ \t]+)?"
    rf"{FIGURE}[ \t]+cop(?:y|ies)\b[^:]{{0,40}}:?"
    r"|(?:Number of copies(?: made)?|Total(?: copies)?)[ \t]*[-–:][ \t]*\d{1,3}\.?",
    re.IGNORECASE,
)
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
_LONGEST = 400
_MOST_WORDS = 7


def distribution(line: Line, vocabularies: Vocabularies) -> Piece | None:
    """Read the head of a copy list, or a line that holds the whole list: “Copies: Stalin (2), Molotov”."""
    text = line.text
    end = head_of(text, vocabularies)
    if (
        not end
        or len(text) > _LONGEST
        or (line.prose and end < len(text) and not _HEADED.match(text) and not _names(text[end:]))
    ):
        return None
    zone = Zone.DISTRIBUTION_HEAD if end >= len(text) else Zone.DISTRIBUTION
    return Piece(line.span, zone, (), Basis.VOCABULARY, recogniser="distribution")


def _names(words: str) -> bool:
    """Tell whether words are names parted by commas, each with a capital: “Mr. Tarn (2), Division of Waters”."""
    names = [name.strip(" .") for name in words.split(",")]
    return len(names) > 2 and all(name[:1].isupper() and len(name.split()) <= _MOST_WORDS for name in names)


def head_of(text: str, vocabularies: Vocabularies) -> int:
    """Return where the head of a copy list that opens a text ends, colon included, or 0."""
    counted = _HEADED.match(text)
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


def recipient(line: Line, above: list[Line], vocabularies: Vocabularies) -> list[Piece]:
    """Read one recipient with its number, or, right below the head of a list, without one."""
    found = _RECIPIENT.fullmatch(line.text)
    plain = not line.prose and not _dated(line) and not line.text.endswith((":", ";", "?"))
    if found and plain and _below_head(above, vocabularies, numbered=True):
        label = Span(line.span.start, line.span.start + found.end("label"))
        name = Span(line.span.start + found.start("name"), line.span.end)
        return [_piece(label, Zone.LABEL), _piece(name, Zone.RECIPIENT)]
    honorific = vocabularies["honorific"].match(line.text)
    named = honorific or _named(line)
    if named and plain and len(line.words) <= 6 and _below_head(above, vocabularies, numbered=False):
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
        if not numbered and not (_named(line) or vocabularies["honorific"].match(line.text)):
            return False
        if numbered and re.search(r"\bcop(?:y|ies)\b|\bdistribution\b", line.text, re.IGNORECASE):
            return True
    return False


def _named(line: Line) -> bool:
    """Tell whether a line can be the name of one recipient: set in, or a few words that all have a capital."""
    return line.text[0].isupper() and (line.indented or (len(line.words) <= 4 and line.title and not _dated(line)))


def _dated(line: Line) -> bool:
    """Tell whether a line is a date: the day is no number in a list."""
    moment = chronology.match(line.source.text, line.span.start, line.span.end)
    return moment is not None and moment.span == line.span


def _piece(span: Span, zone: Zone) -> Piece:
    return Piece(span, zone, (), Basis.VOCABULARY, recogniser="distribution")
