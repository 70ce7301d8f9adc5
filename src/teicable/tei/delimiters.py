"""Delimiters of the source as ``@rendition``: each character once, as markup, never twice, never lost."""

from __future__ import annotations

import re
from functools import lru_cache

_BEFORE = {
    "[": "lsqb",
    "[[": "ldsqb",
    "(": "lpar",
    "“": "ldquo",
    "„": "bdquo",
    "«": "laquo",
    '"': "lquot",
    "'": "lapos",
}
_BEFORE |= {"-": "hyphen"}
_AFTER = {"]": "rsqb", "]]": "rdsqb", ")": "rpar", "”": "rdquo", "“": "ldquo-after", "»": "raquo", '"': "rquot"}
_AFTER |= {"'": "rapos"}


_HEXADECIMAL = "0123456789ABCDEFabcdef \t\n"


class Renditions:
    """The renditions one file declares, in order of first use (``tagsDecl/rendition``)."""

    def __init__(self) -> None:
        self.declared: dict[str, tuple[str, str]] = {}

    def left(self, characters: str) -> str:
        """Return a pointer to the rendition that prints characters before an element."""
        return self._pointer(characters, "before")

    def right(self, characters: str) -> str:
        """Return a pointer to the rendition that prints characters after an element."""
        return self._pointer(characters, "after")

    def rule(self, characters: str) -> str:
        """Return a pointer to the rendition that holds the characters of a drawn rule."""
        for name, (_, content) in self.declared.items():
            if name.startswith("rule") and content == characters:
                return f"#{name}"
        number = sum(name.startswith("rule") for name in self.declared) + 1
        self.declared[f"rule{number}"] = ("before", characters)
        return f"#rule{number}"

    def _pointer(self, characters: str, scope: str) -> str:
        name = (_BEFORE if scope == "before" else _AFTER).get(characters)
        if name is None:
            name = "-".join([scope, *(f"{ord(character):04x}" for character in characters)])
        self.declared.setdefault(name, (scope, characters))
        return f"#{name}"


@lru_cache(maxsize=256)
def css(characters: str) -> str:
    """Return the CSS declaration that prints characters; beyond ASCII they are escaped."""
    escaped = ""
    for character, following in zip(characters, [*characters[1:], ""], strict=True):
        if character in '"\\':
            escaped += "\\" + character
        elif " " <= character <= "~":
            escaped += character
        else:
            # A blank ends the escape where the next character could be read as part of it.
            escaped += f"\\{ord(character):04X}" + (" " if following in _HEXADECIMAL and following else "")
    return f'content: "{escaped}";'


@lru_cache(maxsize=256)
def characters_of(declaration: str) -> str:
    """Read the characters back from a CSS declaration."""
    found = re.search(r'content:\s*"((?:[^"\\]|\\.)*)"', declaration, re.DOTALL)
    if not found:
        return ""
    return re.sub(r"\\([0-9A-Fa-f]{1,6})[ \t\n]?|\\(.)", _unescape, found.group(1), flags=re.DOTALL)


def _unescape(found: re.Match[str]) -> str:
    return chr(int(found[1], 16)) if found[1] else found[2]
