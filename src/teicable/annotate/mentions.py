"""Persons shown by their part in a sentence: “Suslov agreed”, “talks with Nehru”, “Beshchev’s deputy”, “Gerő and Eden”.

So are statesmen of the years 1945 to 1990 by name, and surnames with a Slavic or Romanian ending. All of it has low
certainty: governments agree and hold talks as well, and ships and streets are named after statesmen.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from typing import TYPE_CHECKING

from teicable.annotate.words import PARTICLES, Passage, Word
from teicable.languages.model import english
from teicable.model.annotation import Basis
from teicable.vocabularies.gazetteer import fold, settlement, statesmen

if TYPE_CHECKING:
    from teicable.annotate.persons import Reader

_SHORTEST = 4
_LONGEST = 3
_SPEECH = 2


def persons(part: Passage, reader: Reader, known: Iterable[str]) -> Iterator[tuple[list[Word], Basis]]:
    """Yield names of persons that no title shows, and what shows them; ``known`` are those already established."""
    known, end = set(known), 0
    for position in part.capitals:
        if position < end:
            continue
        run = _run(part, position, reader)
        particle = bool(run) and run[0].low in PARTICLES
        if len(run) > 1 and run[0].opens and _english(run[0]) and not particle:
            run = []
        if not run:
            continue
        basis = _basis(part, position, run, reader, known)
        if basis:
            known.add(_key(run))
            yield run, basis
        end = position + len(run)


def _run(part: Passage, first: int, reader: Reader) -> list[Word]:
    """Return the words of a name: a statesman’s whole name first, else what may be one."""
    words = part.words
    before = words[first - 1] if first else None
    if before and before.capital and not part.loud and words[first].joined and not before.opens:
        particle = before.low in PARTICLES
        titled = part.titles.get(first - 1) == before.end
        if (reader.personal(before) or particle) and not titled and not _english(before):
            return []
    if fold(words[first].text).partition(" ")[0] in _openings():
        for size in range(_LONGEST, 0, -1):
            run = list(words[first : first + size])
            if len(run) == size and all(word.joined for word in run[1:]) and statesmen().get(_key(run)):
                return run
    return reader.run(words, first, part.loud)


@cache
def _openings() -> frozenset[str]:
    """Return the first words of the names of statesmen."""
    return frozenset(name.partition(" ")[0] for name in statesmen())


def _basis(part: Passage, first: int, run: Sequence[Word], reader: Reader, known: Set[str]) -> Basis | None:
    words, loud = part.words, part.loud
    key, last = _key(run), first + len(run)
    after = words[last] if last < len(words) else None
    gap = part.gap(last)
    if after is not None and after.capital and not loud and gap == " ":
        return None
    if any(word.low in reader.ships for word in words[max(0, first - _SPEECH) : first]):
        return None
    if statesmen().get(key):
        return Basis.VOCABULARY
    if not _namely(run, reader):
        return None
    if not loud and len(run) == 1 and reader.surname(run[0]) and not _framed(words, first):
        return Basis.MORPHOLOGY
    following = after.low if after else ""
    if gap == " " and (following in reader.actions or following in reader.verbs):
        return Basis.LAYOUT
    if gap == " " and following in _PASSIVE and _suffers(words, last, reader):
        return Basis.LAYOUT
    if not loud and len(run) == 1 and _CODE.fullmatch(run[0].text) and _code(part.text, words, first, run[0]):
        return Basis.MORPHOLOGY
    if gap == ", " and following in _RELATIVE:
        return Basis.LAYOUT
    if gap in ("’s ", "'s ") and following in reader.belongings:
        return Basis.LAYOUT
    before = " ".join(word.low for word in words[max(0, first - 3) : first])
    if words[first].gap == " " and any(form in reader.before for form in _ends(before)):
        return None if settlement(" ".join(w.text for w in run)) else Basis.LAYOUT
    return Basis.LAYOUT if _beside(part, first, len(run), known) else None


def _suffers(words: Sequence[Word], first: int, reader: Reader) -> bool:
    """Tell whether what follows “was” happens to persons only: “was not informed”."""
    for word in words[first + 1 : first + 4]:
        if word.low in reader.passives:
            return True
        if word.low not in _BETWEEN:
            return False
    return False


_PASSIVE = frozenset(("was", "were", "is", "are", "has", "have", "had", "be"))


def _code(text: str, words: Sequence[Word], first: int, word: Word) -> bool:
    """Tell whether a word in capitals stands in a sentence as a code name does: “from SOKOL”, “SOKOL [Nemo]”."""
    if _GLOSSED.match(text, word.end):
        return True
    return bool(first) and "\n" not in word.gap and words[first - 1].text in _NEXT


_CODE = re.compile(r"(?=[^AEIOUY]*[AEIOUY][^AEIOUY]*[AEIOUY])[^\W\d_a-z]{5,}")
_GLOSSED = re.compile(r"”? [\[(]")
_NEXT = frozenset(("from", "to", "by", "with", "that", "and", "for", "of", "through", "which", "tell", "told", "then"))
_RELATIVE = frozenset(("who", "whom"))
_BETWEEN = frozenset(("not", "also", "been", "both", "then", "very", "even", "still"))


def _ends(before: str) -> list[str]:
    parts = before.split()
    return [" ".join(parts[-size:]) for size in range(1, len(parts) + 1)]


def _namely(run: Sequence[Word], reader: Reader) -> bool:
    """Tell whether words may be a name at all: no English word, no abbreviation, no place."""
    if len(run) > _LONGEST or (_key(run) not in statesmen() and any(reader.place(word) for word in run)):
        return False
    if "-" in run[0].text and run[0].low.endswith(reader.place_endings):
        return False
    full = [word for word in run if not word.initial and word.low not in PARTICLES]
    if not full or any(len(w.text) < _SHORTEST and not reader.eastern(w) for w in full[-1:]):
        return False
    return not any(_english(word) or word.low.removesuffix("s") in reader.nations for word in full)


def _english(word: Word) -> bool:
    return english(word.low.replace("’", "'"))


def _framed(words: Sequence[Word], first: int) -> bool:
    """Tell whether the word before makes a name that ends like a surname the name of a place."""
    return bool(first) and words[first - 1].low in ("in", "near", "at")


def _beside(part: Passage, first: int, size: int, known: Set[str]) -> bool:
    """Tell whether a known person stands beside, joined by “and” or a comma."""
    words, last = part.words, first + size
    before, after = words[max(0, first - _SPEECH) : first], words[last : last + _SPEECH]
    if len(before) == _SPEECH and before[1].text == "and" and _key(before[:1]) in known:
        return before[1].gap in (" ", ", ") and words[first].gap == " "
    if before and _key(before[-1:]) in known and words[first].gap == ", ":
        return bool(after) and (after[0].text == "and" or after[0].capital)
    if after and _key(after[:1]) in known and after[0].gap == ", ":
        return True
    if len(after) == _SPEECH and after[0].text == "and" and _key(after[1:]) in known:
        return after[0].gap == after[1].gap == " "
    return False


def _key(run: Sequence[Word]) -> str:
    return fold(" ".join(word.text for word in run))
