"""What stands inside a line or paragraph: one literal table from kinds of claims to TEI elements."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field

from teicable.model.annotation import Annotation, Basis, Certainty
from teicable.model.elements import ELEMENTS
from teicable.model.settled import SettledText
from teicable.model.source import folded
from teicable.model.span import Span
from teicable.resolve.rank import CLOSED, READINGS
from teicable.tei.delimiters import Renditions
from teicable.tei.mixed import Element, child, local, put, text
from teicable.tei.pages import Pages

_FIXED = {
    "letterspaced": {"rend": "letterspaced"},
    "salutation": {"type": "salutation"},
    "page": {"type": "pageNum"},
}


@dataclass
class Addresses:
    """The ``xml:id`` and ``n`` that addressable elements get, counted in document order."""

    counts: dict[str, int] = field(default_factory=dict)

    def give(self, element: Element, prefix: str, mark: str = "") -> None:
        """Give the next address of a kind: p, ab, i (item), n (note), m (message); a printed mark takes the number."""
        number = self.counts[prefix] = self.counts.get(prefix, 0) + 1
        put(element, "xml:id", f"{prefix}{number}")
        put(element, "n", mark or str(number))


class Inline:
    """Writes stretches of settled text as mixed content."""

    def __init__(self, settled: SettledText, renditions: Renditions, addresses: Addresses) -> None:
        self._settled = settled
        self.characters = settled.text
        self.calls: list[Element] = []
        self._starts = [claim.span.start for claim in settled.annotations]
        self._renditions = renditions
        self._addresses = addresses
        self.pages = Pages(settled)

    def fill(self, parent: Element, span: Span) -> None:
        """Append the characters of a span with the claims inside it; white space is folded."""
        self._write(parent, span, list(self.within(span)))

    def fill_inside(self, parent: Element, claim: Annotation) -> None:
        """Append what lies between the delimiters of a claim whose element stands already."""
        self._write(parent, claim.inner, [c for c in self.within(claim.inner) if c is not claim])

    def within(self, span: Span) -> Iterator[Annotation]:
        """Yield the claims that lie in a span, enclosing before enclosed."""
        claims = self._settled.annotations
        for index in range(bisect_left(self._starts, span.start), len(claims)):
            if claims[index].span.start >= span.end:
                return
            if span.contains(claims[index].span):
                yield claims[index]

    def element(self, parent: Element, claim: Annotation) -> Element:
        """Append the element of one claim, without its content."""
        characters = self._settled.text
        attributes = dict(_FIXED.get(claim.kind, {})) | dict(claim.attributes)
        ends = [
            *([self._renditions.left(characters[claim.span.start : claim.inner.start])] if claim.left else []),
            *([self._renditions.right(characters[claim.inner.end : claim.span.end])] if claim.right else []),
        ]
        attributes["rendition"] = " ".join(ends)
        attributes["resp"] = f"#{claim.resp}" if claim.resp else ""
        attributes |= evidence(claim.recogniser, claim.basis, claim.certainty)
        element = child(parent, ELEMENTS[claim.kind], attributes)
        if claim.kind == "call":
            self.calls.append(element)
        if claim.kind == "note":
            self._addresses.give(element, "n")
        return element

    def _write(self, parent: Element, span: Span, claims: list[Annotation]) -> None:
        position = span.start
        first = 0
        while first < len(claims):
            claim, after = claims[first], first + 1
            while after < len(claims) and claim.span.contains(claims[after].span):
                after += 1
            self._words(parent, position, claim.span.start)
            listed = self._listed(claims, first) if claim.kind == "list-head" else []
            if listed:
                before = self._settled.text[position : claim.span.start]
                position = self._list(parent, listed, glued=bool(before) and not before[-1].isspace())
                first = next((i for i in range(first, len(claims)) if claims[i].span.start >= position), len(claims))
                continue
            self._claim(parent, claim, claims[first + 1 : after])
            position = claim.span.end
            first = after
        self._words(parent, position, span.end)

    def _words(self, parent: Element, start: int, end: int) -> None:
        """Append characters, with the beginnings of pages among them."""
        for offset, number in self.pages.due(end) if self.pages and local(parent) != "choice" else ():
            text(parent, folded(self._settled.text[start : max(start, offset)]))
            child(parent, "pb", {"n": number})
            start = max(start, offset)
        text(parent, folded(self._settled.text[start:end]))

    def _listed(self, claims: list[Annotation], first: int) -> list[Annotation]:
        """Return a head and the recipients that follow it with nothing between them, or an empty list."""
        found = [claims[first]]
        for claim in claims[first + 1 :]:
            if claim.kind == "recipient" and self._settled.text[found[-1].span.end : claim.span.start].isspace():
                found.append(claim)
        return found if len(found) > 1 else []

    def _list(self, parent: Element, claims: list[Annotation], *, glued: bool) -> int:
        """Append a list of recipients that a note tells; return where it ends.

        ``glued`` says that no blank stands before it: “[Translator’s note:Distribution is as follows: …]”.
        """
        copies = child(parent, "list", {"type": "distribution"})
        for claim in claims:
            entry = child(copies, "head" if claim.kind == "list-head" else "item")
            if claim.kind == "recipient":
                self._addresses.give(entry, "i")
            if glued and claim is claims[0]:
                put(entry, "rend", "run-on")
            self.fill(entry, claim.span)
        return claims[-1].span.end

    def _claim(self, parent: Element, claim: Annotation, inside: list[Annotation]) -> None:
        characters = claim.inner.of(self._settled.text)
        if claim.kind == "choice":
            self._choice(parent, claim, inside)
        elif claim.kind == "divided":
            pointer = self._renditions.left("-")
            ground = evidence(claim.recogniser, claim.basis, claim.certainty)
            child(parent, "lb", {"break": "no", "rendition": pointer} | ground)
        elif claim.kind == "letterspaced":
            text(self.element(parent, claim), re.sub(r"\s", "", characters))
        elif claim.kind == "gap":
            child(self.element(parent, claim), "desc", text=folded(characters))
        elif claim.kind == "page":
            child(parent, "pb", {"n": claim.get("n")} | evidence(claim.recogniser, claim.basis, claim.certainty))
            mark = self.element(parent, claim)
            del mark.attrib["n"]
            text(mark, folded(characters))
        elif claim.kind not in ELEMENTS:  # head and items of a copy list have meaning only there
            self._write(parent, claim.span, inside)
        elif claim.kind in CLOSED:
            text(self.element(parent, claim), folded(characters))
        else:
            self._write(self.element(parent, claim), claim.inner, inside)

    def _choice(self, parent: Element, claim: Annotation, inside: list[Annotation]) -> None:
        """Write two readings of the same words; the blank between them comes back when the file is decoded."""
        choice = child(parent, "choice")
        for reading in (c for c in inside if c.kind in READINGS and not any(_holds(o, c) for o in inside)):
            self._write(choice, reading.span, [c for c in inside if reading.span.contains(c.span)])


def _holds(outer: Annotation, claim: Annotation) -> bool:
    return outer is not claim and outer.kind in READINGS and outer.span.contains(claim.span)


def evidence(recogniser: str, basis: str, certainty: Certainty) -> dict[str, str]:
    """Return ``@cert`` and ``@ana`` of a machine decision; what an editor decided carries neither."""
    if basis == Basis.EDITOR:
        return {}
    return {
        "cert": "" if certainty is Certainty.HIGH else str(certainty),
        "ana": f"rule:{recogniser} basis:{basis}",
    }
