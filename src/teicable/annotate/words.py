"""Words of a segment and runs of capitalised words, as rules for names see them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from teicable.model.span import Span

_WORD = re.compile(r"[^\W_]+(?:[’'ʹ‘-][^\W_]+)*")
_POSSESSIVE = re.compile(r"[’'][sS]$")
_CLOSE = re.compile(r" |\n| \n|[ \t]{2}|\] ?| ?\[| ?\[\]? ?")
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


@dataclass(frozen=True, slots=True)
class Word:
    """A word: its characters without possessive ending; ``opens`` if a sentence may begin with it."""

    span: Span
    text: str
    opens: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter, or with an Arabic article before one (“al-Shawwaf”)."""
        return self.text[0].isupper() or (self.text[:3] in ARTICLES and self.text[3:4].isupper())

    @property
    def initial(self) -> bool:
        """Whether it is a single capital letter."""
        return len(self.text) == 1 and self.capital


def words_of(text: str, content: Span) -> list[Word]:
    """Return the words of a stretch of text."""
    return list(_words_of(text, content))


@lru_cache(maxsize=512)
def _words_of(text: str, content: Span) -> tuple[Word, ...]:
    """Find the words, which several rules ask for in turn."""
    found: list[Word] = []
    end = content.start
    for match in _WORD.finditer(text, content.start, content.end):
        bare = _POSSESSIVE.sub("", match.group())
        gap = text[end : match.start()]
        abbreviated = bool(found) and found[-1].initial and gap.strip() == "."
        opens = (
            not found or (any(mark in gap for mark in '.!?:;“"—–\n') and not abbreviated) or gap.strip() in ("(", "[")
        )
        found.append(Word(Span(match.start(), match.start() + len(bare)), bare, opens))
        end = match.end()
    return tuple(found)


def joined(text: str, one: Word, other: Word) -> bool:
    """Tell whether two words may belong to one name: a blank or a bracket between them, a stop after initials."""
    gap = text[one.span.end : other.span.start]
    if one.initial and one.text != "U":
        return gap in (".", ". ", ".\n")
    return bool(_CLOSE.fullmatch(gap))


def loud(text: str) -> bool:
    """Tell whether a stretch is written in capitals, so that capitals show nothing."""
    return sum(map(str.islower, text)) * 4 < sum(map(str.isupper, text))


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
