"""What can be seen of a line without knowing what it is."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import NamedTuple

from teicable import chronology
from teicable.model.annotation import Attributes, Basis, Certainty, Zone
from teicable.model.once import Once
from teicable.model.source import SourceText
from teicable.model.span import Span
from teicable.vocabularies import shipped

_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_RULE = re.compile(r"(?:[_—–=*#~.·•-][ \t]*){3,}")
_CAPITALS = re.compile(r"[^\W\d_a-z]")
_LOWER = re.compile(r"[a-z]")
_LETTERSPACED = re.compile(r"(?:[^\W\d_][ \t]+){2,}[^\W\d_]\b")
_GLOSS = re.compile(r"\[[^\[\]]*\]|\([^()]*\)")
_CONNECTING = frozenset(["of", "the", "and", "for", "in", "at", "to", "on", "th", "st", "nd", "rd"])
_LONGEST_RULE = 400
_BEGINNING = 200
_LONGEST_DATE = 120
_QUOTES = '“”"«»„‟‘'


@dataclass(frozen=True)
class Line:
    """A line with something on it: ``span`` is its content, ``blank_before`` whether an empty line precedes it.

    ``interrupted`` says that the page put something of its own between this line and the one before.
    """

    source: SourceText = field(repr=False)
    span: Span
    index: int
    blank_before: bool = False
    interrupted: bool = False

    def spanning(self, span: Span) -> Line:
        """Return the line with other characters: a part of it, or it with the lines that go on with it."""
        return Line(self.source, span, self.index, self.blank_before, self.interrupted)

    @Once
    def text(self) -> str:
        """The characters, without white space at the ends."""
        return self.span.of(self.source.text)

    @Once
    def words(self) -> list[str]:
        """Words that begin with a letter."""
        return _WORD.findall(self.text)

    @Once
    def moment(self) -> chronology.Moment | None:
        """The date or time that the line begins with, or ``None``; a numeric one is read day first."""
        return chronology.match(self.source.text, self.span.start, self.span.end)

    @Once
    def dated(self) -> bool:
        """Whether the line is a date or time and nothing else."""
        return len(self.text) <= _LONGEST_DATE and self.moment is not None and self.moment.span == self.span

    @Once
    def indented(self) -> bool:
        """Whether the line is set in from the margin by two blanks or more."""
        start = self.span.start
        return start >= 2 and not self.source.text[start - 2 : start].strip(" \t") and start > 0

    @Once
    def rule(self) -> bool:
        """Whether the line is drawn of dashes, asterisks or the like."""
        return len(self.text) <= _LONGEST_RULE and bool(_RULE.fullmatch(self.text))

    @property
    def omission(self) -> bool:
        """Whether the line is drawn of points: “. . . . . .”."""
        return self.rule and not self.text.strip(". \t")

    @Once
    def capitals(self) -> bool:
        """Whether there are letters outside brackets and none of them is small."""
        bare = _GLOSS.sub("", self.text)
        return bool(_CAPITALS.search(bare)) and not _LOWER.search(bare)

    @Once
    def letterspaced(self) -> bool:
        """Whether the line is a word written with blanks between its letters."""
        return letterspaced(self.text)

    @Once
    def sentence(self) -> bool:
        """Whether the line ends as a sentence or a paragraph does."""
        return self.text.rstrip(_QUOTES + ")] ").endswith((".", "?", "!", ":", ";", ",", "…")) or len(self.text) > 160

    @Once
    def function_words(self) -> int:
        """How many function words of English stand in it, in small letters."""
        return _function_words(self.words)

    @Once
    def title(self) -> bool:
        """Whether the line is a name and no sentence: every word but “of”, “the” and the like has a capital."""
        return not self.sentence and all(word[0].isupper() or word in _CONNECTING for word in self.words)

    @Once
    def prose(self) -> bool:
        """Whether the line is running text: it is long, or it has function words of English in small letters.

        Forms and headings of telegrams have neither; capitals throughout (as in American telegrams) count by length.
        """
        if len(self.text) > _BEGINNING:
            # The first words of a paragraph show it already; the last of them may be cut off.
            first = _WORD.findall(self.text, 0, _BEGINNING)[:-1]
            if len(first) >= 12 and _function_words(first) >= 2:
                return True
        small = self.function_words
        if len(self.words) >= 12 and (small >= 2 or self.capitals):
            return True
        return self.sentence and len(self.words) >= 4 and small >= 1


class Piece(NamedTuple):
    """A stretch of one or several lines with the zone it was recognised as."""

    span: Span
    zone: Zone
    attributes: Attributes = ()
    basis: Basis = Basis.LAYOUT
    certainty: Certainty = Certainty.HIGH
    recogniser: str = "layout"


def _function_words(words: list[str]) -> int:
    return sum(map(shipped()["english"].words("words", "function").__contains__, words))


def letterspaced(text: str) -> bool:
    """Tell whether words are written with blanks between their letters: “S H T Y K O V”."""
    return bool(_LETTERSPACED.fullmatch(text.strip(" .")))


def lines_of(source: SourceText) -> list[Line]:
    """Return the lines that are not blank."""
    found: list[Line] = []
    blank = False
    for span in source.lines:
        content = span.trimmed(source.text)
        blank_before, blank = blank, content.start == content.end
        if not blank:
            found.append(Line(source, content, len(found), blank_before))
    return found
