"""Words of a segment and runs of capitalised words, as rules for names see them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from teicable.model.span import Span

_WORD = re.compile(r"([^\W_]++(?:[’'ʹ‘-][^\W_]++)*+)")
_PLAIN = re.compile(r"[\W_]")
_POSSESSIVES = ("’s", "'s", "’S", "'S")
_LONGEST = 40
"""Longest stretch without a blank of which is kept what was seen in it."""
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
        start, end: its first character and the one behind its last, possessive endings left out.
        text: what it is, ``low`` the same in small letters.
        gap: the characters between it and the word before.
        opens: whether a sentence may begin with it.
        joined: whether it may belong to one name with the word before: a blank or a bracket between them, a stop
            after initials.
        capital: whether it begins with a capital letter, or with an Arabic article before one (“al-Shawwaf”).
        initial: whether it is a single capital letter.
    """

    start: int
    end: int
    text: str
    low: str
    gap: str
    opens: bool
    joined: bool
    capital: bool
    initial: bool


class Passage(NamedTuple):
    """A stretch of a text as rules for names see it.

    Attributes:
        words: all words.
        capitals: which of the words have a capital: names begin at no others.
        titles: which of the words begin a title, and where it ends.
        loud: whether it is written in capitals, so that capitals show nothing.
    """

    text: str
    span: Span
    words: tuple[Word, ...]
    capitals: tuple[int, ...]
    titles: Mapping[int, int]
    loud: bool

    def at(self, position: int) -> int | None:
        """Return which word begins at a character."""
        index = bisect_left(self.words, position, key=_START)
        return index if index < len(self.words) and self.words[index].start == position else None

    def gap(self, index: int) -> str:
        """Return the characters between the word before an index and the word there; nothing behind the last word."""
        return self.words[index].gap if index < len(self.words) else ""


_START = attrgetter("start")


def passages(
    text: str, spans: Iterable[Span], openings: Container[str], title: Callable[[str, int, str], int]
) -> Iterator[Passage]:
    """Yield the passages of a text; words and titles are found once, however many rules ask for them.

    ``openings`` are the first words of titles, up to a hyphen; ``title`` tells where one that begins at a character,
    with one of them, ends, or 0.
    """
    for span in spans:
        words: list[Word] = []
        capitals: list[int] = []
        titles: dict[int, int] = {}
        position, gap, initial = span.start, "", ""
        chunks = span.of(text).split(" ")
        known = max(map(len, chunks)) < _LONGEST
        for parts, rest, length in map(_parts if known else _parted, chunks):
            for lead, offset, own, ending, low, capital, is_initial, first in parts:
                start, index = position + offset, len(words)
                gap = gap + lead if words else ""
                # Behind most words stands a blank and nothing else.
                opens, joined = (False, True) if gap == " " and not initial else _between(gap, initial)
                words.append(_new(Word, (start, start + len(own), own, low, gap, opens, joined, capital, is_initial)))
                if capital:
                    capitals.append(index)
                if first in openings and (stop := title(text, start, first)):
                    titles[index] = stop
                gap, initial = ending, own if is_initial else ""
            gap += rest
            position += length
        yield Passage(text, span, tuple(words), tuple(capitals), titles, loud(span.of(text)))


_new = tuple.__new__
"""Makes a word of its values without asking for each by name: there are hundreds in a document."""


_Part = tuple[str, int, str, str, str, bool, bool, str]


def _parted(chunk: str) -> tuple[list[_Part], str, int]:
    """Return the words of what stands between two blanks, what follows the last, and its length, with the blank.

    Of each: what stands before it, behind the word before; its place in the chunk; itself, its possessive ending left
    out; that ending; the word in small letters; whether it has a capital, whether it is an initial (as in ``Word``);
    what stands in small letters before its first hyphen or apostrophe.
    """
    parts: list[_Part] = []
    # What stands between words and the words in turn; of most chunks it is seen at once that they are one word.
    pieces = ["", chunk, ""] if chunk.isalnum() else _WORD.split(chunk)
    place = 0
    for lead, word in zip(pieces[:-1:2], pieces[1::2], strict=True):
        place += len(lead)
        text, ending = (word[:-2], word[-2:]) if word.endswith(_POSSESSIVES) else (word, "")
        capital = text[0].isupper() or ("-" in text and _with_article(text))
        low = text.casefold()
        first = low if low.isalnum() else _PLAIN.split(low)[0]
        parts.append((lead, place, text, ending, low, capital, capital and len(text) == 1, first))
        place += len(word)
    return parts, pieces[-1] + " ", len(chunk) + 1


_parts = lru_cache(maxsize=16384)(_parted)
"""The same, kept: most words of a document, with the comma behind them, have been met before."""


def _with_article(text: str) -> bool:
    return text[:3] in ARTICLES and text[3:4].isupper()


@lru_cache(maxsize=4096)
def _between(gap: str, initial: str) -> tuple[bool, bool]:
    """Tell of what stands between two words whether a sentence may begin behind it, and whether a name may go on.

    ``initial`` is the word before where it is one. Nothing stands before the first word of a passage.
    """
    if not gap:
        return True, False
    apart = gap[2:] if gap.startswith(_POSSESSIVES) else gap  # of “’s ” only “ ” can part sentences
    bare = apart.strip()
    opens = bare in ("(", "[") or (bool(_OPENING.search(apart)) and not (initial and bare == "."))
    if initial and initial != "U":
        return opens, gap in _STOPS
    return opens, gap == " " or bool(_CLOSE.fullmatch(gap))


def loud(text: str) -> bool:
    """Tell whether a stretch is written in capitals, so that capitals show nothing."""
    small = len(text.encode("ascii", "ignore").translate(None, _NO_SMALL))
    if small * 4 >= len(text) - small:
        return False  # whatever else there is: no need to look at each letter
    return sum(map(str.islower, text)) * 4 < sum(map(str.isupper, text))


shouted = lru_cache(maxsize=16384)(loud)
"""Tell of a word whether it is written in capitals; most have been met before."""


@lru_cache(maxsize=8)
def loud_within(text: str, span: Span) -> bool:
    """Tell whether a stretch of a text is written in capitals; asked of one segment for each of its brackets."""
    return loud(span.of(text))


def whole(text: str, run: Sequence[Word]) -> Span | None:
    """Return the span of a run of words with the brackets it fills, or ``None`` if it would cut a bracket."""
    start, end = run[0].start, run[-1].end
    inside = text[start:end]
    opened, closed = inside.count("["), inside.count("]")
    if opened > closed and text[end : end + 1] == "]":
        end, closed = end + 1, closed + 1
    if closed > opened and text[start - 1 : start] == "[":
        start, opened = start - 1, opened + 1
    return Span(start, end) if opened == closed else None
