"""Long sorted tables, of which a cable needs a few lines: read where they are asked for, and nowhere else.

A table of a hundred thousand words takes longer to be made a set of than a cable to be converted. The text of the file
is kept as it is; the lines that begin with two letters are taken out when something with these letters is first asked.
"""

from __future__ import annotations

import gzip
from pathlib import Path

HEAD = 2
"""So many letters say which lines are taken out together."""


class Lines:
    """The lines of a packed file, which are sorted."""

    def __init__(self, path: Path) -> None:
        """Unpack a file that ends with a line feed."""
        self._text = gzip.decompress(path.read_bytes()).decode("utf-8")
        self._near: dict[str, frozenset[str]] = {}

    def __contains__(self, line: str) -> bool:
        """Tell whether there is such a line."""
        head = line[:HEAD]
        if head not in self._near:
            self._near[head] = frozenset(self.beginning(head))
        return line in self._near[head]

    def first(self) -> str:
        """Return the first line."""
        return self._text.partition("\n")[0]

    def beginning(self, head: str) -> list[str]:
        """Return the lines that begin with some letters."""
        start = self._place(head)
        return self._text[start : self._place(head + "\U0010ffff", start)].split("\n")[:-1]

    def _place(self, head: str, low: int = 0) -> int:
        """Return where the first line begins that does not sort before ``head``."""
        text, high = self._text, len(self._text)
        while low < high:  # both are beginnings of lines, or the end
            start = text.rfind("\n", low, (low + high) // 2) + 1 or low
            end = text.find("\n", start)
            low, high = (end + 1, high) if text[start:end] < head else (low, start)
        return low
