"""Half-open stretches of characters."""

from __future__ import annotations

from typing import NamedTuple


class Span(NamedTuple):
    """Characters ``start`` up to but not including ``end``, counted in the normalised text of one source."""

    start: int
    end: int

    def __bool__(self) -> bool:
        """Tell whether there is any character in it."""
        return self.end > self.start

    @property
    def length(self) -> int:
        """Number of characters."""
        return self.end - self.start

    def contains(self, other: Span) -> bool:
        """Tell whether ``other`` lies wholly inside (equal spans do)."""
        return self.start <= other.start and other.end <= self.end

    def disjoint(self, other: Span) -> bool:
        """Tell whether no character is shared."""
        return self.end <= other.start or other.end <= self.start

    def crosses(self, other: Span) -> bool:
        """Tell whether characters are shared and neither lies inside the other: XML cannot hold such a pair."""
        return not (self.disjoint(other) or self.contains(other) or other.contains(self))

    def of(self, text: str) -> str:
        """Return the characters."""
        return text[self.start : self.end]

    def trimmed(self, text: str) -> Span:
        """Return the span without white space at its ends (empty, at ``start``, if there is nothing else)."""
        content = text[self.start : self.end]
        bare = content.strip()
        if len(bare) == len(content):
            return self
        start = self.start + (len(content) - len(content.lstrip()) if bare else 0)
        return Span(start, start + len(bare))
