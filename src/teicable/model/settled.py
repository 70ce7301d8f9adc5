"""Claims among which no conflict is left: what can be encoded, always."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from teicable.model.annotation import AnnotatedText, Annotation, check_nesting
from teicable.model.span import Span

_START = attrgetter("span.start")


@dataclass(frozen=True)
class SettledText(AnnotatedText):
    """An annotated text whose annotations are nested or disjoint, each within the content of one segment.

    Annotations stand in document order, an enclosing one before what it encloses.

    Raises:
        ValueError: two annotations cross, or one leaves its segment, or has no characters between its delimiters.
    """

    @classmethod
    def of_text(cls, text: AnnotatedText, annotations: Sequence[Annotation]) -> SettledText:
        """Return a text with settled claims: only these are checked, its segments have been."""
        settled = cls.__new__(cls)
        settled.__dict__.update(text.__dict__, annotations=tuple(annotations))
        settled._check()
        return settled

    def __post_init__(self) -> None:
        super().__post_init__()
        self._check()

    def _check(self) -> None:
        check_nesting([annotation.span for annotation in self.annotations])
        contents = iter(self.segments)
        segment = next(contents, None)
        for annotation in sorted(self.annotations, key=lambda a: a.span):
            while segment is not None and segment.span.end <= annotation.span.start:
                segment = next(contents, None)
            if segment is None or not self.content(segment).contains(annotation.span) or not annotation.span:
                raise ValueError(f"{annotation.kind} {tuple(annotation.span)} leaves its segment")
            if annotation.left + annotation.right > annotation.span.length:
                raise ValueError(f"{annotation.kind} {tuple(annotation.span)} is shorter than its delimiters")

    def within(self, span: Span, *kinds: str) -> list[Annotation]:
        """Return the claims that lie in a span, of all or of some kinds, in order."""
        first = bisect_left(self.annotations, span.start, key=_START)
        near = self.annotations[first : bisect_right(self.annotations, span.end, first, key=_START)]
        return [claim for claim in near if claim.span.end <= span.end and (not kinds or claim.kind in kinds)]
