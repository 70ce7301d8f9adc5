"""Two spellings of one name: “PAK HEON-YEONG [Pak Hon Yong]”, “P’eng Te-huai [Peng Dehuai]”, “Smirnow [Smirnov]”.

Romanisations differ in vowels, in voiced and unvoiced consonants, in h and y. What sounds of one name they keep is the
row of its consonants: “Krasnov” and “Krasovsky” have many letters in common and are two names.
"""

from __future__ import annotations

import re
import unicodedata
from difflib import SequenceMatcher
from functools import lru_cache

_ALIKE = 0.72
_WHOLE = 0.5
_FEW = 3
_SPELLINGS = (
    ("dzh", "j"),
    ("kh", "h"),
    ("tch", "ch"),
    ("ye", "e"),
    ("ya", "a"),
    ("yu", "u"),
    ("w", "v"),
    ("y", "i"),
    ("eo", "o"),
)
"""Letters that romanisations write differently."""

_SOUNDS = (
    ("ks", re.compile(r"(?<=[aeiou])x(?=[aeiou])")),
    ("C", re.compile(r"shch|sch|dzh|tsch|tch|ch|zh|dz|ts|tz|cz|q|j|z|c(?=[eiy])")),
    ("S", re.compile(r"sh|hs|sz|x|s")),
    ("N", re.compile(r"ng|n")),
    ("", re.compile(r"kh")),
    ("K", re.compile(r"ck|k|g|c")),
    ("T", re.compile(r"th|t|d")),
    ("P", re.compile(r"ph(?=[aeiou])|p|b")),
    ("R", re.compile(r"rh|r|l")),
    ("V", re.compile(r"f|v|w")),
    ("", re.compile(r"[aeiouyh]")),
)
"""Consonants of one sound, longest first, and what stands for it; vowels, y and h are no sounds of their own."""


@lru_cache(maxsize=4096)
def akin(one: str, other: str) -> bool:
    """Tell whether two romanisations may be of one name: like letters, and the same consonants in the same order."""
    first, second = _bare(one), _bare(other)
    rows = _skeleton(one), _skeleton(other)
    if not first or not second or (first[0] != second[0] and rows[0][:1] != rows[1][:1]):
        return False
    likeness = SequenceMatcher(None, first, second).ratio()
    if rows[0] == rows[1]:
        return likeness >= _WHOLE or min(len(one.split()), len(other.split())) > 1
    return first[0] == second[0] and likeness >= _ALIKE and _one_apart(*rows)


def _one_apart(one: str, other: str) -> bool:
    """Tell whether one sound at most is added, left out or changed; of short names none may be."""
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) > 1 or len(short) < _FEW:
        return False
    same = next((i for i, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    rest = short[same:] if len(short) < len(long) else short[same + 1 :]
    return rest == long[same + 1 :]


def _skeleton(name: str) -> str:
    letters = _letters(name)
    for sound, spelt in _SOUNDS:
        letters = spelt.sub(sound, letters)
    return re.sub(r"(.)\1+", r"\1", letters)


def _bare(name: str) -> str:
    bare = _letters(name)
    for spelling, plain in _SPELLINGS:
        bare = bare.replace(spelling, plain)
    return bare


_SURNAMES = re.compile(r"^(?:yi|lee|rhee|ri|i)(?=[ -])")
"""One Korean surname."""


def _letters(name: str) -> str:
    folded = _SURNAMES.sub("li", unicodedata.normalize("NFD", name.casefold()))
    folded = folded.replace("ł", "l").replace("đ", "d")
    return "".join(letter for letter in folded if letter.isalpha())
