"""Write random documents that a flat RELAX NG grammar allows.

A document is drawn pattern by pattern. Every choice is free while the document is small; once it has grown, the
shortest way to an end is taken, so that every document is finite. The same seed gives the same document.
"""

from __future__ import annotations

import random
from functools import cache, cached_property

from lxml import etree

RNG = "{http://relaxng.org/ns/structure/1.0}"
XML = "{http://www.w3.org/XML/1998/namespace}"

WORDS = ("Peking", "No. 8600", "[sic]", "приступить", "to the 38th parallel", " ", "毛泽东", "—", "“Filippov”")

BY_PATTERN = {
    r"[^\p{C}\p{Z}]+": ("word", "run-on", "8th-MDGS", "№", "Stalin(2)"),
    r"[a-z][a-z0-9\-]*": ("person", "class", "x-1"),
    ".+": (":", " / "),
    r"[0-9]+\.[0-9]+\.[0-9]+": ("0.1.0", "12.30.4"),
    r"[0-9]+(\.[0-9]+)?": ("1", "37", "12.31"),
}
BY_TYPE = {
    "string": ("4a", "x/", "", "two words", "@xml:id"),
    "Name": ("teicable", "a.b", "_x"),
    "anyURI": ("#n1", "person:stalin", "https://example.org/a?b=c#d", "rule:names", "../authorities/listperson.xml"),
    "language": ("en", "ru-Latn", "zh-Hans", "und"),
    "decimal": ("2", "-1", "0.5"),
    "nonNegativeInteger": ("0", "12"),
    "date": ("1950-05-14", "1951-12-31"),
    "time": ("13:55:00",),
    "gYear": ("1950",),
    "gYearMonth": ("1950-05",),
    "gMonthDay": ("--08-31",),
    "gMonth": ("--08",),
    "gDay": ("---31",),
    "dateTime": ("1950-05-14T05:30:00", "1950-05-14T05:30:00Z"),
}


class Grammar:
    """A flat grammar: one define for each element, referring to elements only."""

    def __init__(self, rng: etree._Element) -> None:
        self.namespace = rng.get("ns", "")
        self.start = rng.find(f"{RNG}start/{RNG}ref").get("name")
        self.elements = {define.get("name"): define.find(f"{RNG}element") for define in rng.iter(f"{RNG}define")}

    @cached_property
    def heights(self) -> dict[str, int]:
        """How many levels the smallest document below each element needs."""
        heights = dict.fromkeys(self.elements, 10**6)
        while True:
            shorter = {name: 1 + self._height(element, heights) for name, element in self.elements.items()}
            if shorter == heights:
                return heights
            heights = shorter

    def _height(self, pattern: etree._Element, heights: dict[str, int]) -> int:
        kind = etree.QName(pattern).localname
        if kind == "ref":
            return heights[pattern.get("name")]
        if kind in ("optional", "zeroOrMore", "text", "empty", "data", "value", "attribute"):
            return 0
        below = [self._height(part, heights) for part in patterns(pattern)]
        return min(below) if kind == "choice" else max(below, default=0)

    def document(self, seed: int, size: int = 200) -> etree._Element:
        """Return one valid document; ``size`` is the number of elements after which it is brought to an end."""
        return _Draw(self, random.Random(seed), size).document(self.start)


@cache
def patterns(pattern: etree._Element) -> list[etree._Element]:
    """Return the patterns that a pattern consists of, without annotations."""
    return [child for child in pattern if isinstance(child.tag, str) and child.tag.startswith(RNG)]


class _Draw:
    def __init__(self, grammar: Grammar, chance: random.Random, size: int) -> None:
        self.grammar, self.chance, self.left, self.ids = grammar, chance, size, 0
        self.waiting: list[etree._Element] = []
        self.drawn: set[str] = set()

    def document(self, name: str) -> etree._Element:
        """Draw the elements in any order, not depth first: else the first note would use up the whole size."""
        root = self.element(name)
        while self.waiting:
            made = self.waiting.pop(self.chance.randrange(len(self.waiting)))
            for part in patterns(self.grammar.elements[etree.QName(made).localname]):
                self.fill(made, part)
        return root

    def element(self, name: str) -> etree._Element:
        self.left -= 1
        self.drawn.add(name)
        made = etree.Element(f"{{{self.grammar.namespace}}}{name}", nsmap={None: self.grammar.namespace})
        self.waiting.append(made)
        return made

    def fill(self, parent: etree._Element, pattern: etree._Element) -> None:
        kind = etree.QName(pattern).localname
        parts = patterns(pattern)
        if kind == "ref":
            parent.append(self.element(pattern.get("name")))
        elif kind == "text":
            self.text(parent)
        elif kind == "attribute":
            parent.set(pattern.get("name").replace("xml:", XML), " ".join(self.value(parts[0])))
        elif kind == "choice":
            self.fill(parent, self.one_of(parts))
        else:
            for _ in range(self.times(kind, bool(pattern.findall(f"{RNG}attribute")))):
                for part in parts:
                    self.fill(parent, part)

    def times(self, kind: str, attribute: bool) -> int:
        more = self.left > 0
        if kind == "optional":
            return int(self.chance.random() < (0.3 if attribute else 0.5)) if more or attribute else 0
        if kind == "zeroOrMore":
            return self.chance.randint(0, 4) if more else 0
        if kind == "oneOrMore":
            return self.chance.randint(1, 3) if more else 1
        return 1

    def one_of(self, parts: list[etree._Element]) -> etree._Element:
        if self.left > 0:
            # every second time something that this document does not have yet: rare elements are drawn often enough
            new = [part for part in parts if part.tag == f"{RNG}ref" and part.get("name") not in self.drawn]
            return self.chance.choice(new if new and self.chance.random() < 0.5 else parts)
        heights = self.grammar.heights
        return min(parts, key=lambda part: self.grammar._height(part, heights))

    def text(self, parent: etree._Element) -> None:
        words = self.chance.choice(WORDS)
        if len(parent):
            parent[-1].tail = (parent[-1].tail or "") + words
        else:
            parent.text = (parent.text or "") + words

    def value(self, pattern: etree._Element) -> list[str]:
        kind = etree.QName(pattern).localname
        if kind == "value":
            return [pattern.text]
        if kind == "data":
            return [self.data(pattern)]
        parts = patterns(pattern)
        if kind == "choice":
            return self.value(self.chance.choice(parts))
        times = self.chance.randint(1, 3) if kind == "oneOrMore" else 1
        return [token for _ in range(times) for part in parts for token in self.value(part)]

    def data(self, pattern: etree._Element) -> str:
        if pattern.get("type") == "ID":
            self.ids += 1
            return f"x{self.ids}"
        param = pattern.findtext(f"{RNG}param")
        return self.chance.choice(BY_PATTERN[param] if param else BY_TYPE[pattern.get("type")])
