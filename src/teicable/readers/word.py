"""What a Word file says beside its words: numbers of lists, comments, tracked changes, styles.

Numbers of lists are made by Word and stand nowhere as characters; the parts ``numbering`` and ``styles`` say how.
Comments and tracked changes are the typist's, not the document's: they are listed for an editor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import escape

from lxml import etree

from teicable.diagnostics import Diagnostic, Location
from teicable.readers.container import Container
from teicable.readers.numbering import written
from teicable.xml.parse import parse

_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_W = f"{{{_SPACE}}}"
_RUN = '<w:r xmlns:w="{}"><w:t xml:space="preserve">{} </w:t></w:r>'
_PLACE = re.compile(r"%([1-9])")
_FORMS = {"decimal": "1", "lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}
_GONE = (f"{_W}del", f"{_W}moveFrom")
_CHANGES = {"ins": "inserted", "del": "deleted", "moveFrom": "moved away", "moveTo": "moved here"}
_LONGEST = 300
_SHOWN = 60
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_FREE = 1_000_000
PAGE = "teicable-page-"
"""Begins the name of a bookmark at the beginning of a page."""


@dataclass(frozen=True, slots=True)
class _Level:
    """How one level of a list is numbered: first number, form, and text such as ``%1.``."""

    start: int
    form: str
    text: str


@dataclass
class Numbers:
    """The lists of a file, and how far each has counted."""

    container: Container
    _levels: dict[tuple[str, int], _Level] = field(default_factory=dict)
    _abstract: dict[str, str] = field(default_factory=dict)
    _styles: dict[str, tuple[str, int]] = field(default_factory=dict)
    _counts: dict[tuple[str, int], int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        part = self.container.tree("word/numbering.xml")
        if part is None:
            return
        for abstract in part.iter(f"{_W}abstractNum"):
            name = abstract.get(f"{_W}abstractNumId", "")
            for level in abstract.iter(f"{_W}lvl"):
                start = _value(level, "start")
                stated = _Level(
                    int(start) if start.isdigit() else 1, _value(level, "numFmt") or "decimal", _value(level, "lvlText")
                )
                self._levels[name, _number(level.get(f"{_W}ilvl", "0"))] = stated
        for number in part.iter(f"{_W}num"):
            self._abstract[number.get(f"{_W}numId", "")] = _value(number, "abstractNumId")
        styles = self.container.tree("word/styles.xml")
        for style in styles.iter(f"{_W}style") if styles is not None else ():
            found = _numbered(style.find(f"{_W}pPr"))
            if found:
                self._styles[style.get(f"{_W}styleId", "")] = found

    def label(self, paragraph: etree._Element) -> str:
        """Count on, and return the label of a paragraph: ``3.``, ``(a)``; empty for bullets and what has none."""
        properties = paragraph.find(f"{_W}pPr")
        found = _numbered(properties) or self._styles.get(_value(properties, "pStyle"))
        if not found or found[0] not in self._abstract:
            return ""
        name, depth = self._abstract[found[0]], found[1]
        level = self._levels.get((name, depth))
        if level is None or level.form in ("bullet", "none"):
            return ""
        self._counts[name, depth] = self._counts.get((name, depth), level.start - 1) + 1
        for deeper in range(depth + 1, 9):
            self._counts.pop((name, deeper), None)
        return _PLACE.sub(lambda place: self._count(name, int(place.group(1)) - 1), level.text)

    def _count(self, name: str, depth: int) -> str:
        level = self._levels.get((name, depth), _Level(1, "decimal", ""))
        number = self._counts.get((name, depth), level.start)
        return written(number, _FORMS.get(level.form, "1")).zfill(2 if level.form == "decimalZero" else 1)


def prepared(container: Container) -> bytes:
    """Return the main part with numbers of lists as characters of their paragraphs, and pages as marked places."""
    document = container.trees[container.main]
    _mark_pages(document)
    numbers = Numbers(container)
    for paragraph in document.iter(f"{_W}p"):
        label = numbers.label(paragraph)
        if label:
            properties = paragraph.find(f"{_W}pPr")
            numbering = properties.find(f"{_W}numPr") if properties is not None else None
            if properties is not None and numbering is not None:
                properties.remove(numbering)
            run = parse(_RUN.format(_SPACE, escape(label, quote=False)).encode("utf-8"))
            if not isinstance(run, Diagnostic):
                paragraph.insert(0 if properties is None else 1, run.getroot())
    return etree.tostring(document, encoding="UTF-8", xml_declaration=True)


def _mark_pages(document: etree._Element) -> None:
    """Put a bookmark where a page begins: by command of the typist, or where Word last began one.

    Where it did so by command, it has noted both, with no words between them.
    """
    page, fresh = 1, True
    for element in list(document.iter(f"{_W}t", f"{_W}tab", f"{_W}br", f"{_W}lastRenderedPageBreak")):
        rendered = element.tag == f"{_W}lastRenderedPageBreak"
        if not rendered and element.get(f"{_W}type") != "page":
            fresh = fresh and not (element.text or "").strip()
        elif not fresh:
            page, fresh = page + 1, True
            mark = etree.Element(f"{_W}bookmarkStart", {f"{_W}name": f"{PAGE}{page}", f"{_W}id": f"{_FREE + page}"})
            element.addprevious(mark)


def remarks(container: Container, name: str) -> Iterator[Diagnostic]:
    """Yield comments (``R010``) and tracked changes (``R011``) with the number of their paragraph."""
    document = container.trees[container.main]
    comments = _comments(container)
    position = 0
    for paragraph in document.iter(f"{_W}p"):
        position += bool(_words(paragraph).strip())
        where = Location(name, max(1, position))
        for element in paragraph.iter():
            kind = etree.QName(element).localname if isinstance(element.tag, str) else ""
            if kind == "commentReference" and element.get(f"{_W}id") in comments:
                who, words = comments[element.get(f"{_W}id", "")]
                meant = _commented(document, element.get(f"{_W}id", ""))
                on = f" on “{meant}”" if meant else ""
                message = f"a comment by {who}{on}, which is no part of the text: “{words}”"
                yield Diagnostic("R010", message, where, "if it is a note on the document, type it into the text")
            elif kind in _CHANGES and (words := _all_words(element)):
                read = "is read" if kind in ("ins", "moveTo") else "is not read"
                message = f"“{words}” was {_CHANGES[kind]} by {_who(element)} with tracked changes, and {read}"
                yield Diagnostic("R011", message, where, "accept or reject the change in the word processor")


def headings(container: Container) -> str:
    """Return the words of running heads and feet, which are not read."""
    parts = sorted(name for name in container.trees if re.fullmatch(r"word/(?:header|footer)\d*\.xml", name))
    return " ".join(" ".join(_words(container.trees[part]).split()) for part in parts).strip()


def styles(container: Container) -> Iterator[tuple[str, str]]:
    """Yield kind (``paragraph`` or ``character``) and name of each style."""
    part = container.tree("word/styles.xml")
    for style in part.iter(f"{_W}style") if part is not None else ():
        yield style.get(f"{_W}type", ""), _value(style, "name")


def _comments(container: Container) -> dict[str, tuple[str, str]]:
    part = container.tree("word/comments.xml")
    found = part.iter(f"{_W}comment") if part is not None else ()
    return {one.get(f"{_W}id", ""): (_who(one), " ".join(_words(one).split())) for one in found}


def _who(element: etree._Element) -> str:
    """Return who made a comment or a change, and on which day, as far as the file says it."""
    author = element.get(f"{_W}author", "")
    day = element.get(f"{_W}date", "")[:10]
    return (f"“{author}”" if author else "somebody") + (f" on {day}" if _DAY.fullmatch(day) else "")


def _commented(document: etree._Element, comment: str) -> str:
    """Return the words that a comment was put on, at most some of them."""
    found: list[str] = []
    inside = False
    for element in document.iter(f"{_W}commentRangeStart", f"{_W}commentRangeEnd", f"{_W}t"):
        if element.tag == f"{_W}t":
            found += [element.text or ""] if inside else []
        elif element.get(f"{_W}id") == comment:
            inside = element.tag == f"{_W}commentRangeStart"
            if not inside:
                break
    words = " ".join("".join(found).split())
    return words if len(words) <= _SHOWN else f"{words[: _SHOWN - 1]}…"


def _words(element: etree._Element) -> str:
    """Return the words below an element, without those that were deleted."""
    texts = (text for text in element.iter(f"{_W}t") if not any(above.tag in _GONE for above in text.iterancestors()))
    return "".join(text.text or "" for text in texts)


def _all_words(element: etree._Element) -> str:
    words = "".join(text.text or "" for text in element.iter(f"{_W}t", f"{_W}delText"))
    return words if len(words) <= _LONGEST or element.tag in _GONE else f"{words[: _LONGEST - 1]}…"


def _numbered(properties: etree._Element | None) -> tuple[str, int] | None:
    numbering = properties.find(f"{_W}numPr") if properties is not None else None
    if numbering is None or not _value(numbering, "numId"):
        return None
    return _value(numbering, "numId"), _number(_value(numbering, "ilvl") or "0")


def _value(element: etree._Element | None, name: str) -> str:
    child = element.find(f"{_W}{name}") if element is not None else None
    return child.get(f"{_W}val", "") if child is not None else ""


def _number(value: str) -> int:
    return int(value) if value.isdigit() and len(value) < 3 else 0
