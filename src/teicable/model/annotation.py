"""Claims about the text: segments that partition it, groups that nest them, annotations inside them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from teicable.model.once import Once
from teicable.model.source import SourceText
from teicable.model.span import Span

Attributes = tuple[tuple[str, str], ...]


class Certainty(StrEnum):
    """How sure a machine decision is; anything but ``high`` shows in the TEI as ``@cert``."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Basis(StrEnum):
    """What a decision rests on: the categories of the taxonomy ``basis``."""

    STATED = "stated"
    GLOSS = "bracketed-gloss"
    AUTHORITY = "authority"
    VOCABULARY = "vocabulary"
    MORPHOLOGY = "morphology"
    LAYOUT = "layout"
    EDITOR = "editor"


class Zone(StrEnum):
    """What kind of line or paragraph a segment is. The first group stands outside the cable, on its archive page."""

    FURNITURE = "furniture"
    HEADLINE = "headline"
    HEADLINE_DATE = "headline-date"
    SUMMARY = "summary"
    RIGHTS = "rights"
    SOURCE = "source"
    DONOR = "donor"
    RELATED_DATE = "related-date"
    RELATED_TITLE = "related-title"
    RELATED_SUMMARY = "related-summary"

    OFFICE = "office"
    CLASSIFICATION = "classification"
    HANDLING = "handling"
    NUMBER = "number"
    SHEET = "sheet"
    FIELD = "field"
    DATELINE = "dateline"
    ADDRESS = "address"
    HEAD = "head"
    RULE = "rule"
    SALUTATION = "salutation"
    PARAGRAPH = "paragraph"
    LABEL = "label"
    INSTRUCTION = "instruction"
    SIGNATURE = "signature"
    DATE = "date"
    TOTAL = "total"
    DISTRIBUTION = "distribution"
    DISTRIBUTION_HEAD = "distribution-head"
    RECIPIENT = "recipient"
    PRODUCTION = "production"
    NOTE = "note"
    UNPARSED = "unparsed"

    @Once
    def outside(self) -> bool:
        """Whether such lines belong to the archive page and not to the cable."""
        return self in OUTSIDE


OUTSIDE = frozenset(list(Zone)[: list(Zone).index(Zone.OFFICE)])
"""Zones of lines that belong to the archive page and not to the cable."""


class GroupKind(StrEnum):
    """What a run of segments forms together; a ``PARAGRAPH`` is one that lines of the page interrupt."""

    MESSAGE = "message"
    LIST = "list"
    ITEM = "item"
    PARAGRAPH = "paragraph"
    COPIES = "copies"
    RELATED = "related"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the source that is one line or paragraph of one kind.

    ``attributes`` say more about the kind (``type`` of a dateline). ``recogniser`` names the rule.
    """

    span: Span
    zone: Zone
    attributes: Attributes = ()
    basis: Basis = Basis.LAYOUT
    certainty: Certainty = Certainty.HIGH
    recogniser: str = "layout"

    def get(self, name: str, default: str = "") -> str:
        """Return an attribute."""
        return dict(self.attributes).get(name, default)


@dataclass(frozen=True, slots=True)
class Group:
    """Segments ``first`` up to but not including ``last`` that belong together.

    ``left`` and ``right`` count delimiter characters (quotation marks round an enclosed message) at the start of the
    first and the end of the last segment, white space not counted; only a message whose first and last segments are
    lines of the text has them.
    """

    kind: GroupKind
    first: int
    last: int
    left: int = 0
    right: int = 0


@dataclass(frozen=True, slots=True)
class Annotation:
    """A claim about a stretch inside one segment.

    Attributes:
        span: the characters, delimiters included.
        kind: a key of the encoder's table: ``person``, ``date``, ``foreign``, ``identity`` …
        attributes: what the TEI element carries beside ``ana``, ``cert`` and ``rendition``.
        left, right: number of delimiter characters at either end (``[`` and ``]``); they become ``@rendition``.
        resp: who answers for the words (``translator``, ``archive``), or an empty string.
    """

    span: Span
    kind: str
    recogniser: str
    basis: Basis
    certainty: Certainty = Certainty.HIGH
    attributes: Attributes = ()
    left: int = 0
    right: int = 0
    resp: str = ""

    @property
    def inner(self) -> Span:
        """The characters between the delimiters."""
        return Span(self.span.start + self.left, self.span.end - self.right) if self.left or self.right else self.span

    def get(self, name: str, default: str = "") -> str:
        """Return an attribute."""
        return dict(self.attributes).get(name, default)

    def having(self, **attributes: str) -> Annotation:
        """Return the same claim with attributes added or replaced."""
        return replace(self, attributes=tuple((dict(self.attributes) | attributes).items()))


@dataclass(frozen=True)
class AnnotatedText:
    """A source and the claims made about it so far.

    Raises:
        ValueError: the segments do not partition the text, or groups do not nest.
    """

    source: SourceText
    segments: tuple[Segment, ...] = ()
    groups: tuple[Group, ...] = ()
    annotations: tuple[Annotation, ...] = ()

    def __post_init__(self) -> None:
        position = 0
        for segment in self.segments:
            if segment.span.start != position or not segment.span:
                raise ValueError(f"segment {segment.span} does not continue at {position}")
            position = segment.span.end
        if self.segments and position != len(self.source.text):
            raise ValueError(f"segments end at {position}, the text at {len(self.source.text)}")
        check_nesting([Span(group.first, group.last) for group in self.groups])
        for group in self.groups:
            if (group.left or group.right) and not self._delimitable(group):
                raise ValueError(f"{group.kind} {group.first}-{group.last} cannot have delimiters")

    def _delimitable(self, group: Group) -> bool:
        """Tell whether a group is a message whose delimiters stand close to words of the cable."""
        first, last = self.segments[group.first], self.segments[group.last - 1]
        if group.kind is not GroupKind.MESSAGE or any(e.zone.outside or e.zone is Zone.RULE for e in (first, last)):
            return False
        left, right = self.delimiters[group.first][0], self.delimiters[group.last - 1][1]
        opening, closing = self.content(first).of(self.text), self.content(last).of(self.text)
        return (
            not (opening[left : left + 1] or " ").isspace()
            and not (closing[: len(closing) - right] or " ")[-1].isspace()
        )

    def claiming(self, annotations: Iterable[Annotation]) -> AnnotatedText:
        """Return the same segments with other claims: what was checked and found of them needs no second look."""
        other = object.__new__(AnnotatedText)
        other.__dict__.update(self.__dict__, annotations=tuple(annotations))
        return other

    def __hash__(self) -> int:
        """Return a number by which rules find again what they have found in a text."""
        return hash(self.source.text)

    @Once
    def text(self) -> str:
        """The characters."""
        return self.source.text

    def of(self, *zones: Zone) -> Iterator[Segment]:
        """Yield the segments of some zones, in order."""
        return (segment for segment in self.segments if segment.zone in zones)

    def besides(self, zones: Collection[Zone]) -> Iterator[Segment]:
        """Yield the segments of all zones but some, in order."""
        return (segment for segment in self.segments if segment.zone not in zones)

    def content(self, segment: Segment) -> Span:
        """Return the span of a segment without the white space round it."""
        known = self._contents.get(segment.span)
        return segment.span.trimmed(self.text) if known is None else known

    @Once
    def _contents(self) -> dict[Span, Span]:
        return {segment.span: segment.span.trimmed(self.text) for segment in self.segments}

    @Once
    def delimiters(self) -> Mapping[int, tuple[int, int]]:
        """How many characters delimiters of groups have in a segment, by its index: at its start, at its end."""
        found: dict[int, tuple[int, int]] = {}
        for group in self.groups:
            for index, left, right in ((group.first, group.left, 0), (group.last - 1, 0, group.right)):
                before = found.get(index, (0, 0))
                found[index] = before[0] + left, before[1] + right
        return found

    def words(self, segment: Segment) -> str:
        """Return the characters of a segment with white space folded."""
        return " ".join(segment.span.of(self.text).split())


def check_nesting(spans: list[Span]) -> None:
    """Raise ``ValueError`` if two spans share characters and neither lies inside the other."""
    open_spans: list[Span] = []
    for span in sorted(spans, key=lambda s: (s.start, -s.end)):
        while open_spans and open_spans[-1].end <= span.start:
            open_spans.pop()
        if open_spans and span.end > open_spans[-1].end:
            raise ValueError(f"{tuple(span)} crosses {tuple(open_spans[-1])}")
        open_spans.append(span)
