"""Places and statesmen by name: tables beside this module.

``places.tsv`` holds countries, waters and period forms, ``gazetteer.tsv`` cities, ``landscape.tsv`` rivers, islands,
mountains, regions: one place a line, its names parted by tabs. A “?” before a name says that it is also a word or a
personal name. ``settlements.txt.gz`` holds folded names of small places, which count only where a place is expected;
``statesmen.txt`` and ``leaders.txt`` names of people who governed or negotiated. No identifiers: which place or person
is meant is for the authority files of an edition to say.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from teicable import resources
from teicable.languages.lines import Lines
from teicable.languages.variants import variants

MOST_WORDS = 5
_BLANKS = re.compile(r"  +")
_FOLDED = str.maketrans({"-": " ", "ł": "l"} | dict.fromkeys("'’‘ʹʻ."))


@dataclass(frozen=True, slots=True)
class Named:
    """What bears a name: numbers of places, whether the name is nothing but a place, whether it is an abbreviation."""

    places: frozenset[int]
    certain: bool
    short: bool


@dataclass(frozen=True)
class Gazetteer:
    """Places by folded name: number of the line, and the name as it stands there."""

    names: Mapping[str, list[tuple[int, str]]]

    def get(self, name: str) -> Named | None:
        """Return what bears a name; an abbreviation must stand in capitals."""
        key = fold(name)
        if key not in self.names:
            return None
        found = self._found.get(key) or self._found.setdefault(key, _named(self.names[key]))
        return None if found.short and not name.isupper() else found

    @cached_property
    def openings(self) -> frozenset[str]:
        """The first words of the names, folded."""
        return frozenset(name.partition(" ")[0] for name in self.names)

    @cached_property
    def _found(self) -> dict[str, Named]:
        return {}

    def same(self, one: str, other: str) -> bool:
        """Tell whether two names are of one place."""
        first, second = self.get(one), self.get(other)
        return bool(first and second and first.places & second.places)


def _named(forms: list[tuple[int, str]]) -> Named:
    certain = not any(form.startswith("?") for _, form in forms)
    last = forms[-1][1].removeprefix("?")
    return Named(frozenset(number for number, _ in forms), certain, last.isupper() and len(last) <= 5)


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """Fold case, drop marks, dots and apostrophes; a hyphen counts as a blank."""
    return " ".join(_plain(name).split())


def _plain(text: str) -> str:
    """Fold all but blanks, in a name or in a whole table."""
    letters = text.casefold()
    if not text.isascii():
        letters = unicodedata.normalize("NFD", letters)
        for mark in filter(unicodedata.combining, set(letters)):
            letters = letters.replace(mark, "")
    return letters.translate(_FOLDED)


def load(tables: Iterable[str]) -> Gazetteer:
    """Read tables; a name that an earlier table has is as it is there."""
    names: dict[str, list[tuple[int, str]]] = {}
    number = 0
    for table in tables:
        found: dict[str, list[tuple[int, str]]] = {}
        folded = _BLANKS.sub(" ", _plain(table.replace("?", "")))
        for line, plain in zip(table.split("\n"), folded.split("\n"), strict=True):
            number += 1
            if line and line[0] != "#":
                for form, key in zip(line.split("\t"), plain.split("\t"), strict=True):
                    found.setdefault(key, []).append((number, form))
        names = found | names
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
def _settlements() -> Lines:
    return Lines(resources.vocabulary("settlements.txt.gz"))


def settlement(name: str) -> bool:
    """Tell whether a small place bears a name."""
    key = fold(name)
    return bool(key) and key in _settlements()
