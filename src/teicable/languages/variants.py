"""The other ways in which one name is spelled: “Vyshinskii” for Vyshinsky, “Chou En-lai” for Zhou Enlai.

Translators follow no scheme, and one page may have three spellings of a name. What is yielded here is spelling alone:
names by which somebody was called besides (Kim Ir Sen, Chiang Kai-shek) are for the authority file to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product

from teicable.languages.romanisation import SYLLABLES, stripped, wade

_MOST = 40
_RUSSIAN = (
    (re.compile(r"sk(?:y|ii|iy|yy|yi|ij|i)$"), ("sky", "skii", "skiy", "skyy", "skij", "ski")),
    (re.compile(r"(?<=[aeiou])y?e(?=va?$|vich$)"), ("e", "ye")),
    (re.compile(r"(?<=[aeiou])(?:ks|x)(?=[aeiou])"), ("ks", "x")),
    (re.compile(r"(?<=[^\W\d_]{3})(?<=[aeo])[iy]$"), ("i", "y")),
    (re.compile(r"(?<=[^\W\d_]{3})(?<=[gklmnrtv])(?:y|ii|iy)$"), ("y", "ii", "iy")),
    (re.compile(r"shch"), ("shch", "sch")),
    (re.compile(r"'"), ("'", "")),
)
"""Where Russian names vary in Latin letters, in words of small letters: endings, vowels after vowels, signs."""


def variants(name: str) -> Iterator[str]:
    """Yield other spellings of a folded name (small letters, one kind of apostrophe), itself left out, each once."""
    seen = {name}
    for way in _ways(name):
        if way not in seen and len(seen) <= _MOST:
            seen.add(way)
            yield way


def _ways(name: str) -> Iterator[str]:
    plain = stripped(name)
    yield plain
    for joined in _joined(plain):
        words = [list(islice(_written(word), 8)) for word in joined.split(" ")]
        yield from (" ".join(way) for way in product(*words))
    yield from _older(plain)


def _joined(name: str) -> Iterator[str]:
    """Yield a name with its hyphens, with blanks for them and without either; three short words also with a hyphen."""
    yield name
    if "-" in name:
        yield name.replace("-", " ")
        yield name.replace("-", "")
    words = name.split(" ")
    if len(words) == 3 and all(2 <= len(word) <= 6 and word.isalpha() for word in words):
        yield f"{words[0]} {words[1]}-{words[2]}"
        yield f"{words[0]} {words[1]}{words[2]}"


def _written(word: str) -> Iterator[str]:
    """Yield the ways in which a word that may be Russian is written; first as it is."""
    yield word
    for pattern, ways in _RUSSIAN:
        if pattern.search(word):
            yield from (pattern.sub(way, word) for way in ways)


def _older(name: str) -> Iterator[str]:
    """Yield a Chinese name in pinyin as Wade and Giles wrote it, with and without apostrophes."""
    family, _, given = name.partition(" ")
    parts = _syllables(given.replace("'", ""))
    if family in SYLLABLES and parts:
        older = f"{wade(family)} {'-'.join(wade(part) for part in parts)}".replace("ü", "u")
        yield older
        yield older.replace("'", "")


def _syllables(given: str) -> tuple[str, ...]:
    """Divide a given name of one or two syllables; nothing if it is none, or can be divided in two ways."""
    if given in SYLLABLES:
        return (given,)
    found = [(given[:at], given[at:]) for at in range(1, len(given))]
    whole = [pair for pair in found if pair[0] in SYLLABLES and pair[1] in SYLLABLES]
    return whole[0] if len(whole) == 1 else ()
