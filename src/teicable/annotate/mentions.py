"""Persons shown by their part in a sentence: “Suslov agreed”, “talks with Nehru”, “Beshchev’s deputy”, “Gerő and Eden”.

So are statesmen of the years 1945 to 1990 by name, and surnames with a Slavic or Romanian ending. All of it has low
certainty: governments agree and hold talks as well, and ships and streets are named after statesmen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from teicable.annotate.words import PARTICLES, Word, joined
from teicable.languages.model import english
from teicable.model.annotation import Basis
from teicable.vocabularies.gazetteer import fold, settlement, statesmen

if TYPE_CHECKING:
    from teicable.annotate.persons import Reader

_SHORTEST = 4
_LONGEST = 3
_SPEECH = 2


def persons(
    text: str, words: Sequence[Word], reader: Reader, known: frozenset[str], loud: bool
) -> Iterator[tuple[list[Word], Basis]]:
    """Yield names of persons that no title shows, and what shows them; ``known`` are those already established."""
    position = 0
    shown: set[str] = set()
    while position < len(words):
        run = _run(text, words, position, reader, loud) if words[position].capital else []
        particle = bool(run) and run[0].text.casefold() in PARTICLES
        if len(run) > 1 and run[0].opens and _english(run[0]) and not particle:
            run = []
        if not run:
            position += 1
            continue
        basis = _basis(text, words, position, run, reader, known | shown, loud)
        if basis:
            shown.add(_key(run))
            yield run, basis
        position += len(run)


def _run(text: str, words: Sequence[Word], first: int, reader: Reader, loud: bool) -> list[Word]:
    """Return the words of a name: a statesman’s whole name first, else what may be one."""
    if (
        not loud
        and first
        and words[first - 1].capital
        and joined(text, words[first - 1], words[first])
        and not words[first - 1].opens
    ):
        before = words[first - 1]
        particle = before.text.casefold() in PARTICLES
        titled = reader.title(text, before) == before.span.end
        if (reader.personal(before) or particle) and not titled and not _english(before):
            return []
    for size in range(_LONGEST, 0, -1):
        run = list(words[first : first + size])
        close = all(joined(text, one, other) for one, other in pairwise(run))
        if len(run) == size and close and statesmen().get(_key(run)):
            return run
    return reader.run(text, words, first, loud)


def _basis(
    text: str,
    words: Sequence[Word],
    first: int,
    run: Sequence[Word],
    reader: Reader,
    known: frozenset[str],
    loud: bool,
) -> Basis | None:
    key = _key(run)
    after = words[first + len(run)] if first + len(run) < len(words) else None
    if after is not None and after.capital and not loud and text[run[-1].span.end : after.span.start] == " ":
        return None
    if any(word.text.casefold() in reader.ships for word in words[max(0, first - _SPEECH) : first]):
        return None
    if statesmen().get(key):
        return Basis.VOCABULARY
    if not _namely(run, reader):
        return None
    if not loud and len(run) == 1 and reader.surname(run[0]) and not _framed(words, first, reader):
        return Basis.MORPHOLOGY
    gap = text[run[-1].span.end : after.span.start] if after else ""
    following = after.text.casefold() if after else ""
    if gap == " " and (following in reader.actions or following in reader.verbs):
        return Basis.LAYOUT
    if gap == " " and following in _PASSIVE and _suffers(words, first + len(run), reader):
        return Basis.LAYOUT
    if not loud and len(run) == 1 and _CODE.fullmatch(run[0].text) and _code(text, words, first, run[0]):
        return Basis.MORPHOLOGY
    if gap == ", " and following in _RELATIVE:
        return Basis.LAYOUT
    if gap in ("’s ", "'s ") and following in reader.belongings:
        return Basis.LAYOUT
    before = " ".join(word.text.casefold() for word in words[max(0, first - 3) : first])
    ahead = text[words[first - 1].span.end : run[0].span.start] if first else ""
    if ahead == " " and any(form in reader.before for form in _ends(before)):
        return None if settlement(" ".join(w.text for w in run)) else Basis.LAYOUT
    return Basis.LAYOUT if _beside(text, words, first, run, known) else None


def _suffers(words: Sequence[Word], first: int, reader: Reader) -> bool:
    """Tell whether what follows “was” happens to persons only: “was not informed”."""
    for word in words[first + 1 : first + 4]:
        if word.text.casefold() in reader.passives:
            return True
        if word.text.casefold() not in _BETWEEN:
            return False
    return False


_PASSIVE = frozenset(("was", "were", "is", "are", "has", "have", "had", "be"))


def _code(text: str, words: Sequence[Word], first: int, word: Word) -> bool:
    """Tell whether a word in capitals stands in a sentence as a code name does: “from SOKOL”, “SOKOL [Nemo]”."""
    if _GLOSSED.match(text, word.span.end):
        return True
    if not first or "\n" in text[words[first - 1].span.end : word.span.start]:
        return False
    return words[first - 1].text in _NEXT


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
    if "-" in run[0].text and run[0].text.casefold().endswith(reader.place_endings):
        return False
    full = [word for word in run if not word.initial and word.text.casefold() not in PARTICLES]
    if not full or any(len(w.text) < _SHORTEST and not reader.eastern(w) for w in full[-1:]):
        return False
    return not any(_english(word) or word.text.casefold().removesuffix("s") in reader.nations for word in full)


def _english(word: Word) -> bool:
    return english(word.text.casefold().replace("’", "'"))


def _framed(words: Sequence[Word], first: int, reader: Reader) -> bool:
    """Tell whether the word before makes a name that ends like a surname the name of a place."""
    return bool(first) and words[first - 1].text.casefold() in ("in", "near", "at")


def _beside(text: str, words: Sequence[Word], first: int, run: Sequence[Word], known: frozenset[str]) -> bool:
    """Tell whether a known person stands beside, joined by “and” or a comma."""
    last = first + len(run)
    if first >= _SPEECH and words[first - 1].text == "and" and _key([words[first - 2]]) in known:
        return text[words[first - 2].span.end : run[0].span.start] in (" and ", ", and ")
    if first and _key([words[first - 1]]) in known and text[words[first - 1].span.end : run[0].span.start] == ", ":
        return last < len(words) and (words[last].text == "and" or words[last].capital)
    if last < len(words) and _key([words[last]]) in known and text[run[-1].span.end : words[last].span.start] == ", ":
        return True
    if last + 1 < len(words) and words[last].text == "and" and _key([words[last + 1]]) in known:
        return text[run[-1].span.end : words[last + 1].span.start] == " and "
    return False


def _key(run: Sequence[Word]) -> str:
    return fold(" ".join(word.text for word in run))
