"""Places and statesmen by name: tables beside this module.

``places.tsv`` holds countries, waters and period forms, ``gazetteer.tsv`` cities, ``landscape.tsv`` rivers, islands,
mountains, regions: one place a line, its names parted by tabs. A “?” before a name says that it is also a word or a
personal name. ``settlements.txt.xz`` holds folded names of small places, which count only where a place is expected;
``statesmen.txt`` and ``leaders.txt`` names of people who governed or negotiated. No identifiers: which place or person
is meant is for the authority files of an edition to say.
"""

from __future__ import annotations

import lzma
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from teicable import resources
from teicable.languages.variants import variants

MOST_WORDS = 5
_DROPPED = frozenset("'’‘ʹʻ.")


@dataclass(frozen=True, slots=True)
class Named:
    """What bears a name: numbers of places, whether the name is nothing but a place, whether it is an abbreviation."""

    places: frozenset[int]
    certain: bool
    short: bool


@dataclass(frozen=True)
class Gazetteer:
    """Places by folded name."""

    names: Mapping[str, Named]

    def get(self, name: str) -> Named | None:
        """Return what bears a name; an abbreviation must stand in capitals."""
        found = self.names.get(fold(name))
        return None if found and found.short and not name.isupper() else found

    def same(self, one: str, other: str) -> bool:
        """Tell whether two names are of one place."""
        first, second = self.get(one), self.get(other)
        return bool(first and second and first.places & second.places)


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """Fold case, drop marks, dots and apostrophes; a hyphen counts as a blank."""
    if name.isascii():
        letters = name.casefold()
    else:
        marked = unicodedata.normalize("NFD", name.casefold())
        letters = "".join(c for c in marked if not unicodedata.combining(c)).replace("ł", "l")
    return " ".join("".join(c for c in letters if c not in _DROPPED).replace("-", " ").split())


def load(tables: Iterable[str]) -> Gazetteer:
    """Read tables; a name that an earlier table marks certain or doubtful stays so."""
    names: dict[str, Named] = {}
    number = 0
    for table in tables:
        earlier = frozenset(names)
        for line in table.splitlines():
            if not line or line.startswith("#"):
                continue
            number += 1
            for form in line.split("\t"):
                name = form.removeprefix("?")
                key, places = fold(name), frozenset({number})
                known = names.get(key)
                certain = form == name and (known is None or known.certain)
                if known and key in earlier:
                    continue
                short = name.isupper() and len(name) <= 5
                names[key] = Named(places | (known.places if known else frozenset()), certain, short)
    return Gazetteer(names)


_PEOPLE = 2
"""So many of the tables, the last ones, hold people."""


def tables() -> tuple[str, ...]:
    """Return the texts of the installed tables."""
    names = ("places.tsv", "gazetteer.tsv", "landscape.tsv", "statesmen.txt", "leaders.txt")
    return tuple(resources.vocabulary(name).read_text(encoding="utf-8") for name in names)


@cache
def shipped() -> Gazetteer:
    """Return the gazetteer of the installation."""
    return load(tables()[:-_PEOPLE])


@cache
def statesmen() -> Mapping[str, bool]:
    """Return folded names of statesmen, full and surnames, and whether a name is nothing but one.

    Their other spellings are among them: “Chou En-lai”, “Vyshinskii”.
    """
    found: dict[str, bool] = {}
    for line in (line for table in tables()[-_PEOPLE:] for line in table.splitlines()):
        if line and not line.startswith("#"):
            name, certain = line.removeprefix("?"), not line.startswith("?")
            for way in (name, *variants(name.casefold())):
                key = fold(way)
                found[key] = found.get(key, True) and certain
    return found


@cache
def _settlements() -> str:
    packed = resources.vocabulary("settlements.txt.xz").read_bytes()
    return lzma.decompress(packed).decode("ascii")


@lru_cache(maxsize=16384)
def settlement(name: str) -> bool:
    """Tell whether a small place bears a name. The table is read when first asked, and kept as one text (3.5 MB)."""
    key, names = fold(name), _settlements()
    low, high = 0, len(names) - 1
    while low < high:  # both stand at line ends
        start = names.rfind("\n", 0, (low + high) // 2 + 1)
        end = names.find("\n", start + 1)
        line = names[start + 1 : end]
        if line == key:
            return bool(key)
        low, high = (end, high) if line < key else (low, start)
    return False
