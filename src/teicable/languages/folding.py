"""One key for the many spellings of one word, by which a search finds them all.

“obedineniiu”, “ob"edineniiu”, “ob'yedineniyu” and “объединению” are one word; so are Vyshinsky, Vyshinskii and
Вышинский. A key is no word and is never shown: it begins with letters no language begins a word with, so that the
spelling of a name is never taken for an English word that happens to fold alike.

The browser folds what a reader types by the same table: `table` is its whole content, and a test compares both.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from teicable.languages.romanisation import LIBRARY
from teicable.languages.variants import variants

MARK = "qx"
"""What a key begins with."""

_LETTERS = {
    **LIBRARY,
    "ё": "e",
    "ъ": "",
    "ь": "",
    "і": "i",
    "ї": "i",
    "є": "e",
    "ґ": "g",
    "ł": "l",
    "đ": "d",
    "ß": "ss",
}
_PAIRS = (
    ("shch", "sch"),
    ("kh", "h"),
    ("tz", "ts"),
    ("ph", "f"),
    ("w", "v"),
    ("x", "ks"),
    ("y", "i"),
    ("j", "i"),
)
_VOWELS = (("ie", "e"), ("io", "e"))
"""What is written “ye”, “ie”, “e”, and “yo”, “io”, “e”: the soft vowels after all i have become one."""


def table() -> dict[str, object]:
    """Return all that folding knows, as the script of the search page reads it: in the order of its use."""
    return {"mark": MARK, "letters": _LETTERS, "pairs": _PAIRS, "vowels": _VOWELS}


def key(word: str) -> str:
    """Return the key of a word, empty for one that is not of letters that can be written in Latin ones."""
    letters = "".join(_LETTERS.get(letter, letter) for letter in unicodedata.normalize("NFC", word).lower())
    bare = "".join(c for c in unicodedata.normalize("NFD", letters) if c.isalnum())
    for written, one in _PAIRS:
        bare = bare.replace(written, one)
    bare = _single(bare)
    for written, one in _VOWELS:
        bare = bare.replace(written, one)
    return f"{MARK}{_single(bare)}" if bare.isascii() and bare.isalpha() else ""


def keys(text: str) -> Iterator[str]:
    """Yield the keys of the words of a text; of a word with hyphens, its own and those of its parts."""
    for word in text.split():
        parts = [part for part in word.replace("‐", "-").replace("‑", "-").split("-") if part]
        found = [key(word), *(map(key, parts) if len(parts) > 1 else ())]
        yield from (one for one in found if one)


def spellings(names: Iterable[str]) -> list[str]:
    """Return all keys by which names are looked for, in any spelling, also an older one of Chinese, sorted."""
    found: set[str] = set()
    for name in names:
        found.update(keys(name))
        for way in variants(name.lower().replace("’", "'")):
            found.update(keys(way))
    return sorted(found)


def is_spelt(word: str) -> bool:
    """Tell whether a word of running English may be spelt otherwise: a name, or a word of another language.

    Such a word begins with a capital letter, is not in Latin letters, or has a sign inside (ob"edineniiu).
    """
    bare = word.strip("\"'’“”‘().,;:!?[]⟨⟩«»")
    signs = not bare.isascii() or any(sign in bare for sign in "\"'’`")
    return any(map(str.isalpha, bare)) and (bare[0].isupper() or signs)


def _single(word: str) -> str:
    """Write each letter once that is doubled: Filippov and Filipov, “ii” and “iy”."""
    return "".join(letter for at, letter in enumerate(word) if word[at - 1 : at] != letter)
