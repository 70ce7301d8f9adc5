"""Read the source back from the TEI alone.

The text of the cable is what ``text`` holds, delimiters from ``@rendition`` put back; lines that stood outside it are
the elements of header and ``standOff`` with line numbers in ``@n``. Words that an editor of the edition answers for are
left out. What comes back is the canonical form (``model.source.canonical``), and where each inline element stood in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from lxml import etree

from teicable.model.source import folded
from teicable.tei.delimiters import characters_of
from teicable.tei.mixed import TEI, get, local, parts, source_line
from teicable.tei.outside import HOLDERS
from teicable.tei.serialize import kind_of, stands_apart

_OWN = frozenset({"#translator", "#archive", "#teicable", "#sender"})
_EDITORIAL = frozenset({"note", "corr", "reg", "supplied", "ex", "expan", "orig", "gap"})
_PLACES = frozenset({"milestone", "ab"})
_KEYS = re.compile(r"\d+(?:\.\d+)?(?: \d+(?:\.\d+)?)*")


class Mark(NamedTuple):
    """An inline element: name, reference or type, and the words it holds (without delimiters)."""

    name: str
    value: str
    words: str


@dataclass(frozen=True, slots=True)
class Decoded:
    """What a TEI file says its source was: canonical text, and the inline elements in the order of their ends."""

    text: str = ""
    marks: tuple[Mark, ...] = ()
    lines: tuple[tuple[int, int], ...] = ()

    def line(self, position: int) -> int:
        """Return the line of the TEI file that holds a character of the text."""
        return [1, *(line for start, line in self.lines if start <= position)][-1]


def decode(root: etree._Element) -> Decoded:
    """Return the canonical text of the source, and the inline elements of ``text``."""
    writer = _written(root)
    return Decoded(writer.text, tuple(writer.marks), tuple(writer.starts()))


def source_of(root: etree._Element) -> str:
    """Return the canonical text of the source alone."""
    return _written(root, traced=False).text


def _written(root: etree._Element, *, traced: bool = True) -> _Writer:
    writer = _Writer(renditions(root), _outside(root), traced)
    text = root.find(f"{{{TEI}}}text")
    begin = _key(get(text, "n")) if text is not None and get(text, "n") else None
    writer.lines(before=begin)
    if text is not None and begin is not None:
        writer.element(text, block=True)
    writer.lines()
    return writer


def stretches(root: etree._Element) -> tuple[str, list[tuple[int, etree._Element]]]:
    """Return the canonical text of the source, and where in it the words of each block begin.

    Places count the characters other than blanks. A block is the innermost element on lines of its own: a paragraph, a
    line of the form, a line from outside the cable. One that others interrupt begins again behind them.
    """
    writer = _written(root)
    before = [0, *accumulate(len("".join(words.split())) for words in writer.out)]
    found: list[tuple[int, etree._Element]] = []
    opened: int | None = None
    for count, block in writer.blocks:
        start = before[min(count, len(writer.out))]
        if block is None:
            # A quotation mark before an enclosed message stands with the first of its blocks.
            opened = start if opened is None else opened
            continue
        start, opened = start if opened is None else opened, None
        while found and found[-1][0] >= start:
            found.pop()
        found.append((start, block))
    return writer.text, found


class Verbatim:
    """Gives the words that the source has for any element of a document, white space folded."""

    def __init__(self, root: etree._Element) -> None:
        self._renditions = renditions(root)

    def __call__(self, element: etree._Element, *, delimiters: bool = True) -> str:
        """Return the words of an element, by default with the delimiters it records."""
        writer = _Writer(self._renditions)
        writer.element(element, block=True)
        words = writer.text
        lead, trail = self._around(element)
        return words if delimiters else words.removeprefix(lead).removesuffix(trail).strip()

    def _around(self, element: etree._Element) -> tuple[str, str]:
        return delimiters(element, self._renditions)


_Key = tuple[int, int]


@dataclass
class _Writer:
    """Puts characters together; blanks come from the boundaries of blocks, not from the layout of the file.

    ``traced`` says that it is kept where elements stand: ``marks``, ``numbers`` and ``blocks``. ``pending`` says that
    a blank is due before the next character, ``divided`` that it comes after the hyphen of a divided word, ``opened``
    how much had been written when the innermost block began: blocks that begin at the same place share one boundary,
    which is none if one of them runs on.
    """

    renditions: Mapping[str, tuple[str, str]]
    outside: dict[_Key, etree._Element] = field(default_factory=dict)
    traced: bool = False
    out: list[str] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    pending: bool = False
    divided: bool = False
    opened: int = -1
    numbers: list[tuple[int, int]] = field(default_factory=list)
    blocks: list[tuple[int, etree._Element | None]] = field(default_factory=list)
    block: etree._Element | None = None

    @property
    def text(self) -> str:
        """The canonical text of what was written."""
        return " ".join("".join(self.out).split())

    def starts(self) -> Iterator[tuple[int, int]]:
        """Return positions in the canonical text with the line of the file that what follows stands on."""
        ends = [0, *accumulate(map(len, self.out))]
        return ((ends[count], line) for count, line in self.numbers)

    def lines(self, before: _Key | None = None) -> None:
        """Write the lines from outside the cable that are left, or those before a place."""
        for key in [key for key in sorted(self.outside) if before is None or key < before]:
            self._line(key)

    def element(self, element: etree._Element, *, block: bool) -> None:
        """Write an element; ``block`` says that it has boundaries of its own."""
        kind = kind_of(element.tag)
        name = kind.name
        if (name in _EDITORIAL and _by_editor(element)) or (name in _PLACES and self._is_place(element, name)):
            return
        if block:
            self._begin("run-on" in element.get("rend", "").split())
        lead, trail = delimiters(element, self.renditions)
        apart = stands_apart(element, kind)
        outer = self.block
        if self.traced:
            self.numbers.append((len(self.out), source_line(element)))
        if self.traced and (block or lead):
            self._enter(element, name, apart, block=block, led=bool(lead))
        if lead:
            self._emit(lead)
        if (lead and apart and len(element) and name != "gap") or (name == "choice" and not block):
            self.opened = len(self.out)
        start, divided = len(self.out), self.divided and name == "fw"
        self._content(element, name, apart, trim=block and not lead)
        if self.traced and not block:
            self._mark(element, name, "".join(self.out[start:]))
        if trail:
            self.pending = self.pending and len(self.out) == start
            self._emit(trail)
        elif block:
            self._trim(start)
        if divided:
            self._resume()
        self.block = outer

    def _mark(self, element: etree._Element, name: str, characters: str) -> None:
        """Remember an inline element with its words."""
        words = " ".join(characters.split())
        if words and name != "desc":
            self.marks.append(Mark(name, get(element, "ref") or get(element, "type") or get(element, "when"), words))

    def _is_place(self, element: etree._Element, name: str) -> bool:
        """Tell whether an element has no words of the cable; a line of the page that stood there is written."""
        if name == "ab":
            return element.get("type") == "missing"
        if element.get("unit") != "setAside":
            return False
        divided = self.divided
        self._line(_key(get(element, "n")))
        if divided:
            self._resume()
        return True

    def _enter(self, element: etree._Element, name: str, apart: bool, *, block: bool, led: bool) -> None:
        """Remember where a block begins; of a container, only delimiters before it."""
        whole = not apart or not len(element) or name in ("gap", "choice")
        if not whole:
            self.blocks += [(len(self.out), None)] if led else []
        elif block and not _is_reading(element):
            self.block = element
            self.blocks.append((len(self.out), element))

    def _content(self, element: etree._Element, name: str, apart: bool, *, trim: bool) -> None:
        if name == "lb":
            self.pending = self.divided = True
            return
        spaced = name == "hi" and "letterspaced" in element.get("rend", "").split()
        start = len(self.out)
        for part in parts(element):
            if not isinstance(part, str):
                # The words of a gap are a run of its line: “[ illegible ]” has its blanks.
                known = len(self.blocks)
                self.element(part, block=apart and name != "gap")
                if not apart and self.block is not None and len(self.blocks) > known:
                    self.blocks.append((len(self.out), self.block))
            elif spaced:
                self._emit(" ".join("".join(part.split())))
            elif not apart or part.strip():
                words = folded(part)
                self._emit(words.lstrip() if trim and len(self.out) == start else words)

    def _line(self, key: _Key) -> None:
        if key in self.outside:
            count = len(self.marks)
            self.element(self.outside.pop(key), block=True)
            del self.marks[count:]  # the marks are those of the cable

    def _resume(self) -> None:
        """Go on behind a line of the page with a word that was divided before it."""
        self.pending = self.divided = True

    def _begin(self, run_on: bool) -> None:
        self.divided = False
        if len(self.out) != self.opened:
            self.pending = True
        if run_on:
            self.pending = False
        self.opened = len(self.out)

    def _emit(self, characters: str) -> None:
        if not characters:
            return
        if self.pending and self.out and not self.out[-1].endswith(" ") and not characters.startswith(" "):
            self.out.append(" ")
        self.pending = self.divided = False
        self.out.append(characters)

    def _trim(self, start: int) -> None:
        """Drop white space at the end of a block: it is layout."""
        while len(self.out) > start and not self.out[-1].strip():
            self.out.pop()
        if len(self.out) > start:
            self.out[-1] = self.out[-1].rstrip()


def _is_reading(element: etree._Element) -> bool:
    """Tell whether an element is one of the readings of a ``choice``."""
    parent = element.getparent()
    return parent is not None and local(parent) == "choice"


def own_words(element: etree._Element) -> bool:
    """Tell whether an element holds words that an editor of the edition answers for, which no source has."""
    return local(element) in _EDITORIAL and _by_editor(element)


def delimiters(element: etree._Element, renditions: Mapping[str, tuple[str, str]]) -> tuple[str, str]:
    """Return the characters an element records before and after its content."""
    recorded = element.get("rendition", "")
    if not recorded:
        return "", ""
    pointers = [pointer.lstrip("#") for pointer in recorded.split()]
    found = [renditions[pointer] for pointer in pointers if pointer in renditions]
    lead = "".join(characters for scope, characters in found if scope == "before")
    return lead, "".join(characters for scope, characters in found if scope == "after")


def renditions(root: etree._Element) -> dict[str, tuple[str, str]]:
    """Return scope and characters of the delimiters that a document declares, by ``xml:id``."""
    declared = root.iter(f"{{{TEI}}}rendition")
    return {get(e, "xml:id"): (e.get("scope", ""), characters_of(_characters(e))) for e in declared}


def _outside(root: etree._Element) -> dict[_Key, etree._Element]:
    """Return the elements that hold lines from outside the cable, by their place in the source."""
    found: dict[_Key, etree._Element] = {}
    for part in root:
        if isinstance(part.tag, str) and local(part) in ("teiHeader", "standOff"):
            for element in part.iter(*(f"{{{TEI}}}{name}" for name in HOLDERS)):
                if _KEYS.fullmatch(get(element, "n")):
                    found[_key(get(element, "n"))] = element
    return found


def _key(number: str) -> _Key:
    """Return line and column (0: the beginning) of the first of some line numbers."""
    line, _, column = number.split(" ")[0].partition(".")
    return (int(line), int(column or 0)) if line.isdigit() and (column or "0").isdigit() else (0, 0)


def _by_editor(element: etree._Element) -> bool:
    answers = element.get("resp", "").split()
    return bool(answers) and not set(answers) & _OWN


def _characters(element: etree._Element) -> str:
    return "".join(part for part in parts(element) if isinstance(part, str))
