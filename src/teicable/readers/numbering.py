"""Numbers of ordered lists, which a browser or a word processor makes and the file does not hold as characters."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

_WHOLE = re.compile(r"-?\d{1,6}")
_ROMAN = dict(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ["M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"],
        strict=True,
    )
)


@dataclass
class Numbering:
    """One ordered list: its next number, the step to the one after, and how numbers are written."""

    next: int = 1
    step: int = 1
    form: str = "1"

    @classmethod
    def of(cls, element: etree._Element) -> Numbering | None:
        """Return the numbering of an ``ol``; ``None`` where the page shows no numbers."""
        if re.search(r"list-style(?:-type)?\s*:\s*none", element.get("style", "")):
            return None
        backwards = element.get("reversed") is not None
        start = element.get("start", "")
        items = sum(child.tag == "li" for child in element)
        first = int(start) if _WHOLE.fullmatch(start) else (items if backwards else 1)
        return cls(first, -1 if backwards else 1, element.get("type", "1"))

    def label(self, element: etree._Element) -> str:
        """Return the label of an item, such as ``3.``."""
        stated = element.get("value", "")
        number = int(stated) if _WHOLE.fullmatch(stated) else self.next
        self.next = number + self.step
        return f"{written(number, self.form)}."


def written(number: int, form: str) -> str:
    """Return a number in digits, letters (``a``, ``A``) or Roman numerals (``i``, ``I``)."""
    if form in ("a", "A") and number > 0:
        letters = ""
        while number:
            number, rest = divmod(number - 1, 26)
            letters = chr(ord("a") + rest) + letters
        return letters if form == "a" else letters.upper()
    if form in ("i", "I") and 0 < number < 4000:
        roman = ""
        for value, sign in _ROMAN.items():
            roman += sign * (number // value)
            number %= value
        return roman.lower() if form == "i" else roman
    return str(number)
