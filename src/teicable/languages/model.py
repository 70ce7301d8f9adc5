"""How well a few words fit a language: groups of two to four letters, and a list of English words.

The costs are those of a naive Bayes model: minus the logarithm of the probability of each group of letters. The
tables are read at the first question and kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from teicable import resources
from teicable.languages.lines import HEAD, Lines

ENGLISH = "en"
FLOOR = 11.5
"""Cost of a group of letters that is rare or unknown in a language."""

STEP = 0.25
"""Costs are kept in steps of this size."""

_LENGTHS = (2, 3, 4)
_DOUBLED = re.compile(r"(.)\1+")
_SHORTEST_SLIP = 6
_PREFIXES = "anti counter inter mis non over post pre pro re semi sub super trans ultra un under out"
_DROPPED = "'s ists ist ism ness ites ite ward wards like less ly s ers er ed ing"
_ENDINGS = dict.fromkeys(_DROPPED.split(), "") | {
    "s'": "s",
    "ization": "ize",
    "isation": "ise",
    "ified": "ify",
    "ification": "ify",
    "able": "e",
}


def grams(word: str) -> list[str]:
    """Return the groups of letters of a word, its bounds marked; a hyphen is a bound."""
    found: list[str] = []
    for part in word.split("-"):
        bounded = f"^{part}$"
        found += [bounded[i : i + n] for n in _LENGTHS for i in range(len(bounded) - n + 1)] if part else []
    return found


def costs(words: Iterable[str]) -> dict[str, float]:
    """Return what the words cost in each language, in natural logarithms; the lowest fits best.

    Groups overlap, so that each letter is counted about once for each length; the sum is divided by their number.
    """
    codes, unknown = _codes()
    rows = [_near(gram[:HEAD]).get(gram, unknown) for word in words for gram in grams(word)]
    if not rows:
        return dict.fromkeys(codes, 0.0)
    scale = STEP / len(_LENGTHS)
    return {
        code: (sum(column) - 48 * len(rows)) * scale
        for code, column in zip(codes, zip(*rows, strict=True), strict=True)
    }


@lru_cache(maxsize=4096)
def english(word: str) -> bool:
    """Tell whether a word in small letters is English: listed, derived from a listed one, or made of such."""
    words = _english()
    if not word or word in words:
        return True
    if "-" in word:
        return all(english(part) for part in word.split("-") if part)
    if len(word) > _SHORTEST_SLIP:
        single = single_letters(word)
        if (len(single) > _SHORTEST_SLIP and single in words) or single in _slips():
            return True
    for ending, stem in _ENDINGS.items():
        if word.endswith(ending) and len(word) - len(ending) > 3 and word[: -len(ending)] + stem in words:
            return True
    return any(word.startswith(p) and len(word) - len(p) > 3 and word[len(p) :] in words for p in _PREFIXES.split())


def single_letters(word: str) -> str:
    """Return a word with doubled letters written once, as typists do by mistake: “comission”."""
    return _DOUBLED.sub(r"\1", word)


def slips(words: Iterable[str]) -> set[str]:
    """Return how typists write long words, each doubled letter once, where that is no long word of the list."""
    long = {word for word in words if len(word) > _SHORTEST_SLIP}
    return {single_letters(word) for word in long} - long


@cache
def _codes() -> tuple[tuple[str, ...], bytes]:
    """Return the codes of the languages, and what a group of letters costs in them that the table has not."""
    codes = tuple(_ngrams().first().split())
    return codes, bytes([48 + round(FLOOR / STEP)]) * len(codes)


@cache
def _near(head: str) -> dict[str, bytes]:
    """Return the groups of letters that begin alike, with their costs: a step a character, “0” for none."""
    parted = (line.partition("\t") for line in _ngrams().beginning(head))
    return {gram: levels.encode() for gram, _, levels in parted}


@cache
def _ngrams() -> Lines:
    return Lines(resources.languages("ngrams.tsv.gz"))


@cache
def _english() -> Lines:
    return Lines(resources.languages("english.txt.gz"))


@cache
def _slips() -> Lines:
    return Lines(resources.languages("slips.txt.gz"))
