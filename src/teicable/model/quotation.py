"""Words of a document, quoted so that they are found again when the document around them has changed.

A quotation is what the Web Annotation Data Model calls a TextQuoteSelector: the words, and some before and after them.
It counts the text in canonical form, so that it holds for the transcript and for the TEI file alike, whatever line the
words stand in. Offsets would not survive a line inserted above; a quotation does.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from teicable.model.source import canonical
from teicable.model.span import Span

CONTEXT = 32
"""Characters quoted on either side; more where they do not tell the place from another."""
_MOST = 1024
_WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document in canonical form, with what stands before and after them."""

    exact: str
    prefix: str = ""
    suffix: str = ""


class Quotable:
    """One text in which words are quoted, and quotations found."""

    def __init__(self, text: str) -> None:
        self._text = canonical(text)
        self._origins = [word.start() for word in _WORD.finditer(text)]
        self._starts: list[int] = []
        position = 0
        for word in _WORD.finditer(text):
            self._starts.append(position)
            position += word.end() - word.start() + 1

    def quote(self, span: Span) -> Quote:
        """Quote the words of a span, with as much round them as tells them from the same words elsewhere."""
        start, end = self._folded(span.start), self._folded(span.end)
        exact, context = self._text[start:end], CONTEXT
        while True:
            quote = Quote(exact, self._text[max(0, start - context) : start], self._text[end : end + context])
            if context >= _MOST or self.find(quote) is not None:
                return quote
            context *= 2

    def find(self, quote: Quote) -> Span | None:
        """Return where the words stand now, or ``None`` if that is nowhere, or cannot be told.

        The place with both contexts is the one; else the only one with either; else the only one there is.
        """
        places = list(self._places(quote))
        before = {start for start in places if self._before(start, quote)}
        after = {start for start in places if self._after(start, quote)}
        for chosen in (before & after, before | after, set(places)):
            if chosen:
                return self._span(chosen.pop(), quote) if len(chosen) == 1 else None
        return None

    def shown(self, span: Span, around: int = 60) -> tuple[str, str, str]:
        """Return the words of a span and what is to be shown before and after them, cut at blanks."""
        start, end = self._folded(span.start), self._folded(span.end)
        before, after = self._text[max(0, start - around) : start], self._text[end : end + around]
        if start > around:
            before = "…" + before[before.find(" ") + 1 :]
        if end + around < len(self._text):
            after = after[: after.rfind(" ") + 1].rstrip() + " …" if " " in after else after + "…"
        return before, self._text[start:end], after

    def _places(self, quote: Quote) -> Iterator[int]:
        start = self._text.find(quote.exact) if quote.exact else -1
        while start >= 0:
            if self._whole(start, quote):
                yield start
            start = self._text.find(quote.exact, start + 1)

    def _whole(self, start: int, quote: Quote) -> bool:
        """Tell whether words are whole words where they were, and parts of words where they were that."""
        end = start + len(quote.exact)
        left = _glued(self._text[max(0, start - 1) : start], quote.exact[:1]) == _glued(
            quote.prefix[-1:], quote.exact[:1]
        )
        right = _glued(quote.exact[-1:], self._text[end : end + 1]) == _glued(quote.exact[-1:], quote.suffix[:1])
        return left and right

    def _before(self, start: int, quote: Quote) -> bool:
        return self._text.endswith(quote.prefix, 0, start) if quote.prefix else start == 0

    def _after(self, start: int, quote: Quote) -> bool:
        end = start + len(quote.exact)
        return self._text.startswith(quote.suffix, end) if quote.suffix else end == len(self._text)

    def _span(self, start: int, quote: Quote) -> Span:
        last = self._origin(start + len(quote.exact) - 1)
        return Span(self._origin(start), last + 1)

    def _folded(self, offset: int) -> int:
        """Return where a character of the text stands in its canonical form."""
        index = bisect_right(self._origins, offset) - 1
        if index < 0:
            return 0
        following = self._starts[index + 1] - 1 if index + 1 < len(self._starts) else len(self._text)
        return min(self._starts[index] + offset - self._origins[index], following)

    def _origin(self, place: int) -> int:
        """Return where a character of the canonical form stands in the text."""
        index = bisect_right(self._starts, place) - 1
        return self._origins[index] + place - self._starts[index]


def _glued(left: str, right: str) -> bool:
    return left.isalnum() and right.isalnum()
