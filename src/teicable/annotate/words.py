"""Words of a segment and runs of capitalised words, as rules for names see them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import NamedTuple

from teicable.model.span import Span

_WORD = re.compile(r"([^\W_]+(?:[’'ʹ‘-][^\W_]+)*)")
_POSSESSIVES = ("’s", "'s", "’S", "'S")
_STOPS = (".", ". ", ".\n")
_CLOSE = re.compile(r" |\n| \n|[ \t]{2}|\] ?| ?\[| ?\[\]? ?")
_OPENING = re.compile(r"[.!?:;“\"—–\n]")
_NO_SMALL = bytes(set(range(256)) - set(b"abcdefghijklmnopqrstuvwxyz"))
PARTICLES = frozenset(
    (
        "de",
        "da",
        "do",
        "dos",
        "del",
        "della",
        "di",
        "du",
        "la",
        "le",
        "el",
        "al",
        "von",
        "van",
        "der",
        "den",
        "ten",
        "bin",
        "ibn",
        "ben",
        "y",
        "e",
    )
)


ARTICLES = frozenset(("al-", "el-", "as-", "ad-", "ar-", "an-", "at-", "az-", "ul-"))


class Word(NamedTuple):
    """A word, and how it stands beside the word before it in its passage.

    Attributes:
        span: its characters without possessive ending; ``text`` what they are, ``low`` in small letters.
        gap: the characters between it and the word before.
        opens: whether a sentence may begin with it.
        capital: whether it begins with a capital letter, or with an Arabic article before one (“al-Shawwaf”).
        initial: whether it is a single capital letter.
        joined: whether it may belong to one name with the word before: a blank or a bracket between them, a stop
            after initials.
    """

    span: Span
    text: str
    low: str
    gap: str
    opens: bool
    capital: bool
    initial: bool
    joined: bool


@dataclass(frozen=True)
class Passage:
    """A stretch of a text as rules for names see it: its words are found once, however many rules ask for them."""

    text: str
    span: Span

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words."""
        return tuple(_words(self.text, self.span))

    @cached_property
    def capitals(self) -> tuple[int, ...]:
        """Which of the words have a capital: names begin at no others."""
        return tuple(index for index, word in enumerate(self.words) if word.capital)

    @cached_property
    def starts(self) -> dict[int, int]:
        """Which word begins at a character."""
        return {word.span.start: index for index, word in enumerate(self.words)}

    @cached_property
    def loud(self) -> bool:
        """Whether it is written in capitals, so that capitals show nothing."""
        return loud(self.span.of(self.text))

    def gap(self, index: int) -> str:
        """Return the characters between the word before an index and the word there; nothing behind the last word."""
        return self.words[index].gap if index < len(self.words) else ""


def _words(text: str, content: Span) -> Iterator[Word]:
    before: Word | None = None
    pieces = _WORD.split(content.of(text))  # what stands between words and the words in turn
    end = content.start
    for apart, bare in zip(pieces[:-1:2], pieces[1::2], strict=True):
        start = end + len(apart)
        end = start + len(bare)
        if bare.endswith(_POSSESSIVES):
            bare = bare[:-2]
        if before is None:
            gap, opens, joined = "", True, False
        elif apart == " " and before.span.end + 1 == start and not before.initial:
            gap, opens, joined = apart, False, True
        else:
            gap = text[before.span.end : start]  # “’s ”, but what parts sentences is “ ”
            opens = apart != " " and _opens(apart, before)
            joined = _joined(gap, before)
        low = bare.casefold()
        capital = bare[0].isupper() or ("-" in bare and bare[:3] in ARTICLES and bare[3:4].isupper())
        before = Word(
            Span(start, start + len(bare)), bare, low, gap, opens, capital, capital and len(bare) == 1, joined
        )
        yield before


def _opens(gap: str, before: Word) -> bool:
    """Tell whether a sentence may begin behind what stands after a word."""
    bare = gap.strip()
    return bare in ("(", "[") or (bool(_OPENING.search(gap)) and not (before.initial and bare == "."))


def _joined(gap: str, before: Word) -> bool:
    """Tell whether a name may go on behind what stands after a word."""
    if before.initial and before.text != "U":
        return gap in _STOPS
    return gap == " " or bool(_CLOSE.fullmatch(gap))


def loud(text: str) -> bool:
    """Tell whether a stretch is written in capitals, so that capitals show nothing."""
    small = len(text.encode("ascii", "ignore").translate(None, _NO_SMALL))
    if small * 4 >= len(text) - small:
        return False  # whatever else there is: no need to look at each letter
    return sum(map(str.islower, text)) * 4 < sum(map(str.isupper, text))


@lru_cache(maxsize=8)
def loud_within(text: str, span: Span) -> bool:
    """Tell whether a stretch of a text is written in capitals; asked of one segment for each of its brackets."""
    return loud(span.of(text))


def whole(text: str, run: Sequence[Word]) -> Span | None:
    """Return the span of a run of words with the brackets it fills, or ``None`` if it would cut a bracket."""
    start, end = run[0].span.start, run[-1].span.end
    inside = text[start:end]
    opened, closed = inside.count("["), inside.count("]")
    if opened > closed and text[end : end + 1] == "]":
        end, closed = end + 1, closed + 1
    if closed > opened and text[start - 1 : start] == "[":
        start, opened = start - 1, opened + 1
    return Span(start, end) if opened == closed else None
