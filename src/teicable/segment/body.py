"""The text of a telegram: paragraphs, numbered items, instructions to the relay, enclosed messages."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from teicable.diagnostics import Diagnostic
from teicable.model.annotation import Basis, GroupKind, Zone
from teicable.model.span import Span
from teicable.segment import closer
from teicable.segment.features import Line, Piece
from teicable.segment.letterhead import Form

_LABEL = re.compile(r"(?P<label>(?P<number>\d{1,2})(?:[.)]|\.\))|\((?P<inner>\d{1,2})\))(?=[ \t]|[^\W\d_]|[“\"«\[])")
_DIGITS = re.compile(r"\d+")
_LONGEST = 500
"""Lines that an enclosed message may have; it keeps a page of opening marks from being read over and over."""
_WIDEST = 110
"""Characters of the longest line where lines are broken at a fixed width."""
_PRINTED = 130
"""The same of a page that a browser prints."""
_SPACED = 3
_FULL = 0.95
_OPENING = {"“": "”", '"': '"', "«": "»", "„": "“”"}
_NAME = r"(?:[^\W\d_a-z][\w.’'-]*|\[[^\[\]]{1,60}\]|of|the|and)"
_BRACKETED = re.compile(r"\[[^\[\]]{1,60}\]")
_ADDRESS = re.compile(rf"(?:To )?{_NAME}(?:,?[ \t]+{_NAME}){{0,9}}[ \t]*[!:,]*")


@dataclass(frozen=True, slots=True)
class Bond:
    """Pieces that belong together, as the stretch they cover; it becomes a group of segments."""

    kind: GroupKind
    span: Span
    left: int = 0
    right: int = 0


@dataclass
class Body:
    """What reading a text gave, in order of the text."""

    pieces: list[Piece]
    bonds: list[Bond]
    diagnostics: list[Diagnostic]


def read(lines: list[Line], before: Line | None, form: Form) -> Body:
    """Read the lines of a text; ``before`` is the line above it, which may announce an enclosed message."""
    body = Body([], [], [])
    parts: list[tuple[list[Line], bool]] = []
    position = 0
    index = 0
    while index < len(lines):
        end = _message_end(lines, index, lines[index - 1] if index else before, form, body)
        if end is None:
            index += 1
            continue
        parts += [(_joined(lines[position:index]), False), (lines[index : end + 1], True)]
        index = position = end + 1
    parts.append((_joined(lines[position:]), False))
    numbers = _numbering([line for part, message in parts if not message for line in part])
    for part, message in parts:
        if message:
            _message(part, form, body)
        else:
            _paragraphs(part, numbers, form, body)
    return body


def salutation(line: Line, form: Form) -> bool:
    """Tell whether a line greets someone: an honorific or “Dear”, names, and a closing mark."""
    text = line.text.lstrip('“"«„')
    bare = _BRACKETED.sub("", text)
    if (
        len(bare.split()) > 10
        or len(line.words) > 16
        or not text.endswith(("!", ":", ",", "."))
        or not _ADDRESS.fullmatch(text.rstrip("."))
    ):
        return False
    honorific = form.vocabularies["honorific"].find(text)
    return bool(honorific and honorific[1] <= 6) or text.startswith("Dear ") or text.endswith("!")


def label_of(text: str) -> re.Match[str] | None:
    """Return the number that opens a numbered paragraph (behind an opening quotation mark, if any), or ``None``."""
    return _LABEL.match(text)


def _message_end(lines: list[Line], index: int, before: Line | None, form: Form, body: Body) -> int | None:
    """Return the index of the line that closes the enclosed message which opens at ``index``, or ``None``."""
    line = lines[index]
    closing = _OPENING.get(line.text[:1])
    if closing is None:
        return None
    announced = before is not None and (before.text.endswith(":") or _relay(before, form))
    greeting = salutation(line.spanning(Span(line.span.start + 1, line.span.end)), form)
    if not announced and not greeting:
        return None
    depth = 0
    for last in range(index, min(len(lines), index + _LONGEST)):
        text = lines[last].text
        depth += _depth(text, line.text[0], closing, first=last == index)
        if depth <= 0 and text.rstrip(".").endswith(tuple(closing)):
            return last
    if greeting or len(lines) - index > 1:
        quoted = f"“{line.text[:40]}…”" if len(line.text) > 40 else f"“{line.text}”"
        hint = "close the quotation in the source, or mark the end of the message in the TEI"
        message = f"the message that opens with {quoted} is never closed; its text stays in the outer telegram"
        body.diagnostics.append(Diagnostic("S102", message, line.source.location(line.span.start), hint))
    return None


def _depth(text: str, mark: str, closing: str, *, first: bool) -> int:
    if mark == '"':
        return text.count(mark) % 2 if first else -(text.count(mark) % 2)
    if not first and text.startswith(mark):
        text = text[1:]  # an opening mark repeated on each paragraph opens nothing
    return text.count(mark) - sum(text.count(c) for c in closing)


def _relay(line: Line, form: Form) -> bool:
    """Tell whether a line hands something on: an instruction, or an address such as “For Mao Zedong.”."""
    return form.vocabularies["instruction"].whole(line.text) is not None or any(
        piece.zone is Zone.ADDRESS for piece in form.cover(line)
    )


def _message(lines: list[Line], form: Form, body: Body) -> None:
    """Read an enclosed message: its own salutation, text and signature."""
    start, end = lines[0].span.start, lines[-1].span.end
    closes = lines[-1].text[-1:] in tuple(_OPENING[lines[0].text[:1]])
    text = lines[0].source.text  # a mark may stand alone on its line: what is next to it there is the line end
    tight = not text[start + 1 : start + 2].isspace() and not text[end - 2 : end - 1].isspace()
    left = right = 1 if closes and tight and end - start > 2 else 0
    inner = list(lines)
    inner[0] = inner[0].spanning(Span(start + 1, inner[0].span.end).trimmed(inner[0].source.text))
    if closes:
        inner[-1] = inner[-1].spanning(Span(inner[-1].span.start, end - 1).trimmed(inner[-1].source.text))
    inner = [line for line in inner if line.span]
    first = len(body.pieces)
    if inner and salutation(inner[0], form):
        body.pieces.append(Piece(inner[0].span, Zone.SALUTATION))
        inner = inner[1:]
    stop, closers = closer.read(inner, form) if len(inner) > 1 else (len(inner), [])
    if not stop:  # nothing but names: no signature without a text
        stop, closers = len(inner), []
    paragraphs = _joined(inner[:stop])
    _paragraphs(paragraphs, _numbering(paragraphs), form, body)
    body.pieces.extend(closers)
    if len(body.pieces) == first:
        body.pieces.append(Piece(Span(start, end), Zone.PARAGRAPH))
        left = right = 0
    body.pieces[first] = body.pieces[first]._replace(span=Span(start, body.pieces[first].span.end))
    body.pieces[-1] = body.pieces[-1]._replace(span=Span(body.pieces[-1].span.start, end))
    body.bonds.append(Bond(GroupKind.MESSAGE, Span(start, end), left, right))


def _paragraphs(paragraphs: list[Line], numbers: set[Span], form: Form, body: Body) -> None:
    """Read paragraphs, items (``numbers``) and instructions of one text (not of the messages inside it)."""
    items: list[list[Span]] = []
    for index, line in enumerate(paragraphs):
        if line.span in numbers:
            label = label_of(line.text)
            stop = line.span.start + (label.end() if label else 0)
            rest = Span(stop, line.span.end).trimmed(line.source.text)
            body.pieces.append(Piece(Span(line.span.start, stop), Zone.LABEL, (), Basis.STATED, recogniser="numbers"))
            body.pieces.append(Piece(rest, Zone.PARAGRAPH))
            items.append([line.span])
            continue
        begun = body.pieces[-1] if body.pieces else None
        if line.interrupted and index and begun and begun.zone is Zone.PARAGRAPH and not line.rule:
            _go_on(line, begun, items, body)
            continue
        relay = not items and form.vocabularies["instruction"].whole(line.text)
        if line.rule:
            # A line of points between two paragraphs stands for words that a printed edition leaves out.
            zone = Zone.PARAGRAPH if line.omission and 0 < index < len(paragraphs) - 1 else Zone.RULE
            body.pieces.append(Piece(line.span, zone))
        elif line.text[0] in _OPENING and line.text.endswith("!") and salutation(line, form):
            # The message it opens is never closed; the greeting is one all the same.
            body.pieces.append(Piece(line.span, Zone.SALUTATION))
        elif relay or (index == len(paragraphs) - 1 and form.vocabularies["instruction"].whole(line.text)):
            body.pieces.append(Piece(line.span, Zone.INSTRUCTION, (), Basis.VOCABULARY))
        else:
            body.pieces.append(Piece(line.span, Zone.PARAGRAPH))
            if items:
                items[-1].append(line.span)
    _bind(items, body)


def _go_on(line: Line, begun: Piece, items: list[list[Span]], body: Body) -> None:
    """Add to a paragraph what follows the lines of a page that interrupt it."""
    body.pieces.append(Piece(line.span, Zone.PARAGRAPH))
    whole = Span(begun.span.start, line.span.end)
    if body.bonds and body.bonds[-1].kind is GroupKind.PARAGRAPH and body.bonds[-1].span.end == begun.span.end:
        whole = Span(body.bonds.pop().span.start, line.span.end)
    body.bonds.append(Bond(GroupKind.PARAGRAPH, whole))
    if items:
        items[-1][-1] = Span(items[-1][-1].start, line.span.end)


def _bind(items: list[list[Span]], body: Body) -> None:
    """Tie labels and paragraphs to items and items to a list.

    Where no item but the last has several paragraphs, what follows the last item's first is the text that goes on.
    """
    if not items:
        return
    if len(items) > 1 and all(len(item) == 1 for item in items[:-1]):
        items[-1] = items[-1][:1]
    for item in items:
        body.bonds.append(Bond(GroupKind.ITEM, Span(item[0].start, item[-1].end)))
    body.bonds.append(Bond(GroupKind.LIST, Span(items[0][0].start, items[-1][-1].end)))


def _numbering(paragraphs: list[Line]) -> set[Span]:
    """Return the paragraphs whose numbers count up from 1, across messages between them: a lone number is no list.

    A number may come twice (copies of web pages turn a list into “1. 1. 1.”) or be left out (“3.”, “5. [sic]”), if it
    is written like the first.
    """
    labelled = [(line, label) for line in paragraphs if (label := label_of(line.text)) and len(line.text) > label.end()]
    for alike in (True, False):
        found: list[Span] = []
        style, last = "", 0
        for line, label in labelled:
            number = int(label["number"] or label["inner"])
            written = _DIGITS.sub("", label["label"])
            slack = (0, 2) if alike and written == style else (1, 1)
            if (not found and number == 1) or (
                found and slack[0] <= number - last <= slack[1] and (written == style or not alike)
            ):
                style, last = style or written, number
                found.append(line.span)
        if len(found) > 1:
            return set(found)
    return set()


def _joined(lines: list[Line]) -> list[Line]:
    """Join the lines of wrapped paragraphs."""
    wrapped = _wrapped(lines)
    width = max((len(line.text) for line in lines), default=0)
    spaced = width <= _PRINTED and sum(line.blank_before for line in lines) >= _SPACED
    result: list[Line] = []
    for line in lines:
        last = result[-1] if result else None
        if (
            last is not None
            and not line.blank_before
            and not line.rule
            and not last.rule
            and (_goes_on(last, line, wrapped, width) or (spaced and _full(last, line, width)))
        ):
            result[-1] = last.spanning(Span(last.span.start, line.span.end))
        else:
            going = last is not None and line.interrupted and _unfinished(last, line)
            # What has been seen of a line is kept with it: few are to be made anew.
            result.append(line if line.interrupted == going else replace(line, interrupted=going))
    return result


def _unfinished(last: Line, line: Line) -> bool:
    """Tell whether a page ended in the middle of a sentence."""
    ended = last.text.rstrip('”")]')[-1:] in (*".:;!?", "")
    return not last.rule and not label_of(line.text) and (not ended or line.text[:1].islower())


def _goes_on(last: Line, line: Line, wrapped: bool, width: int) -> bool:
    tail = last.text.rsplit("\n", 1)[-1]
    if wrapped:
        return not (label_of(line.text) or (len(tail) < 0.7 * width and tail.rstrip('”"')[-1:] in ".:;!?"))
    return tail[-1:] not in '.:;!?”"' and len(tail) > 30 and line.text[:1].islower()


def _full(last: Line, line: Line, width: int) -> bool:
    """Tell whether a line ended only because the next word did not fit, where blank lines part the paragraphs.

    So in a page printed from a browser: “… on the night of the 23rd and” / “270,000 men are under arms.”
    """
    tail = last.text.rsplit("\n", 1)[-1]
    word = line.text.split(maxsplit=1)[0]
    fits = len(tail) + 1 + len(word) <= _FULL * width
    return not fits and tail[-1:] not in ":;" and not label_of(line.text) and word[0].isalnum()


def _wrapped(lines: list[Line]) -> bool:
    """Tell whether lines are broken at a fixed width: most are of about that length and end in mid-sentence."""
    if len(lines) < 4:
        return False
    lengths = sorted(len(line.text) for line in lines)
    open_ended = sum(line.text.rstrip('”"')[-1:] not in ".:;!?" for line in lines)
    return lengths[-1] <= _WIDEST and lengths[len(lines) // 2] >= 45 and open_ended * 2 >= len(lines)
