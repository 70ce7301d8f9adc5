"""A bracket and its surroundings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from teicable.model.annotation import Annotation, Attributes, Basis, Certainty
from teicable.model.once import Once
from teicable.model.span import Span

Claims = list[Annotation] | None
"""What a question answers: claims, or ``None`` if the bracket is not its business."""

_NAME_WORD = r"[^\W\d_a-z](?:[\w’'.-]*)"
_NAMES_BEFORE = re.compile(rf"(?:{_NAME_WORD}[ \t]+){{0,3}}{_NAME_WORD}$")
_TOKEN_BEFORE = re.compile(r"[\w’'.-]*\w[.’']?$")
_TOKEN = re.compile(r"[\w'”\"ʺ-]+")
_APOSTROPHES = str.maketrans("’‘ʹ′", "''''")
_NAME_AFTER = re.compile(rf"[ \t]?{_NAME_WORD}")
_MARKS = re.compile(r"[\[\]()]")
_PAIRS = {"[": "]", "(": ")"}
_DEEPEST = 8
_ITEM = re.compile(r"(?:[\s\[(])\w$")
_STOP = re.compile(r"[.,;:!?”\"\s]*$")
_LONGEST_OPEN = 100

ENGLISH_APOSTROPHES = ("'s", "s'", "n't", "'ll", "'re", "'ve", "'d", "'m", "o'clock")
"""Ends of words whose apostrophe is English and no soft sign."""


@dataclass(frozen=True)
class Bracket:
    """One pair of brackets within a segment.

    Attributes:
        text: the whole source text.
        segment: content of the segment it stands in.
        span: with its delimiters; ``width`` characters each (2 for ``[[ ]]``).
        round: whether the delimiters are parentheses.
        inside: whether it stands in another bracket.
        closed: whether it is; an open one ends with the sentence or line, and has no second delimiter.
    """

    text: str
    segment: Span
    span: Span
    width: int = 1
    round: bool = False
    inside: bool = False
    closed: bool = True

    @Once
    def content(self) -> str:
        """The words between the delimiters."""
        return self.inner.of(self.text)

    @Once
    def plain(self) -> str:
        """The same without brackets in it: “Chiang Kai-shek [trans. note: …]” is “Chiang Kai-shek”."""
        return ("".join(_outer(self.content)) if "[" in self.content else self.content).strip()

    @Once
    def head(self) -> Span:
        """Span of the words before the first bracket in it."""
        before = self.content.partition("[")[0]
        return Span(self.inner.start, self.inner.start + len(before)).trimmed(self.text)

    @Once
    def before(self) -> str:
        """What stands before it in its segment, at most 80 characters."""
        return self.text[max(self.segment.start, self.span.start - 80) : self.span.start]

    @Once
    def after(self) -> str:
        """What stands after it in its segment, at most 80 characters."""
        return self.text[self.span.end : min(self.segment.end, self.span.end + 80)]

    @Once
    def inner(self) -> Span:
        """Span of the content."""
        return Span(self.span.start + self.width, self.span.end - (self.width if self.closed else 0))

    @Once
    def word_before(self) -> Span | None:
        """The token that stands directly before, with at most one blank between, or ``None``."""
        lead = self.before
        bare = lead[:-1] if lead[-1:] in (" ", "\n", "\t") else lead
        found = _TOKEN_BEFORE.search(bare, bare.rfind(" ") + 1)
        if not found or not found.group():
            return None
        end = self.span.start - (len(lead) - len(bare))
        return Span(end - len(found.group()), end)

    @Once
    def capital_before(self) -> bool:
        """Whether the word before it has a capital, or a letter that is none of a to z: else no name stands there."""
        lead = self.before.rstrip(' \n,”"»')
        word = lead[max(lead.rfind(" "), lead.rfind("\n")) + 1 :]
        return not (word.isascii() and word == word.lower())

    @Once
    def names_before(self) -> Span | None:
        """The run of capitalised words that ends directly before, at most four of them, or ``None``."""
        lead = self.before
        if lead[-1:] not in (" ", "\n") or not self.capital_before:
            return None
        found = _NAMES_BEFORE.search(lead[:-1])
        return Span(self.span.start - 1 - len(found.group()), self.span.start - 1) if found else None

    @Once
    def name_after(self) -> bool:
        """Whether a capitalised word follows directly."""
        return bool(_NAME_AFTER.match(self.after)) and self.after[:1] == " "

    def claim(
        self,
        kind: str,
        recogniser: str,
        basis: Basis,
        certainty: Certainty = Certainty.HIGH,
        resp: str = "translator",
        attributes: Attributes = (),
    ) -> Annotation:
        """Return a claim on the whole bracket, whose delimiters become renditions."""
        right = self.width if self.closed else 0
        weaker = certainty if self.closed else Certainty.LOW
        return Annotation(self.span, kind, recogniser, basis, weaker, attributes, self.width, right, resp)


def brackets_in(text: str, segment: Span) -> tuple[list[Bracket], list[int]]:
    """Return the brackets of a segment, outer before inner, and where brackets stand that have no partner.

    Doubled square brackets that open and close together count as one. A parenthesis closes a square bracket that
    nothing else closes (a slip of the typewriter). A last bracket that is never closed ends with its sentence. What is
    nested deeper than any translator nests is no bracket of its own, so that the elements made of brackets never nest
    deeper than XML parsers accept.
    """
    found: list[Bracket] = []
    odd: list[int] = []
    stack: list[tuple[str, int]] = []
    squares = 0
    content = segment.of(text)
    if not any(map(content.__contains__, "[]()")):
        return [], []
    marks = [(match.group(), segment.start + match.start()) for match in _MARKS.finditer(content)]
    closes = _closes(marks)
    for index, (mark, position) in enumerate(marks):
        if mark in _PAIRS:
            stack.append((mark, position))
            squares += mark == "["
            continue
        slip = mark == ")" and bool(stack) and stack[-1][0] == "[" and not closes[index]
        slip = slip and not _ITEM.search(text, max(segment.start, position - 3), position)
        if not stack or (_PAIRS[stack[-1][0]] != mark and not slip):
            if mark == "]" or squares:
                odd.append(position)
            continue
        opening, start = stack.pop()
        squares -= opening == "["
        odd += [start, position] if slip else []
        if len(stack) < _DEEPEST:
            found.append(Bracket(text, segment, Span(start, position + 1), 1, opening == "(", squares > 0))
    odd.extend(position for opening, position in stack if opening == "[")
    if stack and marks[-1] == stack[-1] and stack[-1][0] == "[":
        stop = _STOP.search(content)
        end = segment.end - (len(stop[0]) if stop else 0)
        if 2 < end - stack[-1][1] <= _LONGEST_OPEN:
            found.append(Bracket(text, segment, Span(stack[-1][1], end), closed=False))
    return _doubled(sorted(found, key=lambda b: (b.span.start, -b.span.end))), sorted(odd)


def _closes(marks: list[tuple[str, int]]) -> list[bool]:
    """Tell of each mark whether the next square bracket after it closes one."""
    found: list[bool] = []
    closing = False
    for mark, _ in reversed(marks):
        found.append(closing)
        closing = mark == "]" or (closing and mark != "[")
    return found[::-1]


def _outer(content: str) -> Iterator[str]:
    depth = 0
    for letter in content:
        depth += letter == "["
        if not depth:
            yield letter
        depth -= letter == "]" and depth > 0


def _doubled(brackets: list[Bracket]) -> list[Bracket]:
    """Join an outer bracket and an inner one that fills it: ``[[Two]]``."""
    result: list[Bracket] = []
    squares = {bracket.span for bracket in brackets if not bracket.round}
    skip: set[Span] = set()
    for outer in brackets:
        if outer.span in skip:
            continue
        inside = Span(outer.span.start + 1, outer.span.end - 1)
        if not outer.round and inside in squares:
            skip.add(inside)
            result.append(Bracket(outer.text, outer.segment, outer.span, 2, False, outer.inside))
        else:
            result.append(outer)
    return result


def tokens(text: str) -> Iterator[str]:
    """Yield words in small letters, apostrophes of any kind written as ``'``."""
    for word in _TOKEN.findall(text.translate(_APOSTROPHES)):
        bare = word.casefold().strip('-"”')
        if bare:
            yield bare
