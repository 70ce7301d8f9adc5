"""Say where in a file an element, an attribute, a value or a stretch of text stands: line, column and offset.

lxml knows lines only, and of a tag written over several lines the last. The bytes know more: the n-th start tag of the
file is the n-th element of the tree, so one pass over the text finds every tag. Columns count characters from 1.
"""

from __future__ import annotations

import codecs
import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from teicable.diagnostics import Location

XML = "{http://www.w3.org/XML/1998/namespace}"
TOKEN = re.compile(
    r"<!--.*?-->|<\?.*?\?>|<!\[CDATA\[(?P<cdata>.*?)\]\]>"
    r"|</(?P<closed>[^\s<>/]++)\s*+>"
    r"|<(?P<opened>[^\s<>/!?]++)(?P<attributes>(?:[^<>\"']|\"[^\"]*+\"|'[^']*+')*+)>"
    r"|(?P<text>[^<]++)|<",
    re.DOTALL,
)
"""A comment, an instruction, a CDATA section, a tag, text, or a “<” that begins none of them."""
ATTRIBUTE = re.compile(r"([^\s=<>\"'/]++)\s*+=\s*+(\"[^\"]*+\"|'[^']*+')")
_DECLARED = re.compile(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MARKED = {codecs.BOM_UTF8: "utf-8", codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


@dataclass(slots=True)
class Tag:
    """One element in the text: offsets of its start tag and of its end tag (that of the start tag if it is empty)."""

    name: str
    start: int
    end: int
    close: int = -1
    after: int = -1
    texts: list[tuple[int, int]] = field(default_factory=list)


def encoding(data: bytes) -> str:
    """Return the encoding of an XML file: by its byte order mark, else as declared, else UTF-8."""
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), "")
    declared = _DECLARED.match(data[:200])
    return marked or (declared[1].decode("ascii") if declared else "utf-8")


def decoded(data: bytes) -> str:
    """Return the characters of an XML file; what is no character in its encoding is replaced."""
    try:
        return data.decode(encoding(data), "replace")
    except LookupError:
        return data.decode("utf-8", "replace")


def encoded(text: str, like: bytes) -> bytes:
    """Return the bytes of a text in the encoding of a file, with its byte order mark."""
    name = encoding(like)
    mark = next((mark for mark, _ in _MARKS if like.startswith(mark)), b"")
    name = _MARKED.get(mark, name)
    try:
        return mark + text.encode(name, "xmlcharrefreplace")
    except LookupError:
        return text.encode("utf-8")


class Lines:
    """Lines and columns of a text; a line ends at LF, as parsers count."""

    def __init__(self, text: str) -> None:
        self.starts = [0, *(found.end() for found in re.finditer("\n", text))]

    def at(self, offset: int) -> tuple[int, int]:
        """Return line and column, both from 1."""
        line = bisect_right(self.starts, offset)
        return line, offset - self.starts[line - 1] + 1


class Places:
    """The places of one file. Without the bytes only lines are known, as the parser counts them.

    ``altered`` says that names in the tree are not as they stand in the file, but as they were meant.
    """

    def __init__(self, tree: etree._ElementTree, path: str, data: bytes = b"", *, altered: bool = False) -> None:
        self.tree, self.path, self.altered = tree, path, altered
        self.characters = decoded(data) if data else ""

    @cached_property
    def _lines(self) -> Lines:
        return Lines(self.characters)

    @cached_property
    def _tags(self) -> dict[etree._Element, Tag]:
        elements = list(self.tree.iter(etree.Element))
        tags = _tags(self.characters)
        return dict(zip(elements, tags, strict=True)) if len(elements) == len(tags) else {}

    def tag(self, element: etree._Element) -> Tag | None:
        """Return the tags of an element, or ``None`` where the bytes are not known."""
        return self._tags.get(element) if self.characters else None

    def of(self, element: etree._Element) -> Location:
        """Return the place of the start tag."""
        tag = self.tag(element)
        return self._at(element, tag.start if tag else -1)

    def end(self, element: etree._Element) -> Location:
        """Return the place of the end tag."""
        tag = self.tag(element)
        return self._at(element, tag.close if tag else -1)

    def attribute(self, element: etree._Element, name: str) -> Location:
        """Return the place of the name of an attribute, given as it is written."""
        return self._at(element, self._attribute(element, name)[0])

    def value(self, element: etree._Element, name: str, part: str = "") -> Location:
        """Return the place of the value of an attribute, or of one of the words in it."""
        return self._at(element, self.span(element, name, part)[0])

    def span(self, element: etree._Element, name: str, part: str = "") -> tuple[int, int]:
        """Return the offsets of a value, or of a word in it; ``(-1, -1)`` where they are not known."""
        _, start, end = self._attribute(element, name)
        if start >= 0 and part:
            found = re.compile(rf"(?<!\S){re.escape(part)}(?!\S)").search(self.characters[start:end])
            if found:
                return start + found.start(), start + found.end()
        return start, end

    def name(self, element: etree._Element, name: str) -> tuple[int, int]:
        """Return the offsets of the name of an attribute; ``(-1, -1)`` where they are not known."""
        start, _, _ = self._attribute(element, name)
        return (start, start + len(name)) if start >= 0 else (-1, -1)

    def unwritten(self, element: etree._Element, name: str) -> bool:
        """Tell whether an attribute stands in the tree and not in the file, where another name may stand for it."""
        return self.altered and self.tag(element) is not None and self.name(element, name)[0] < 0

    def renamed(self, element: etree._Element) -> bool:
        """Tell whether an element has another name in the tree than in the file."""
        tag = self.tag(element) if self.altered else None
        return tag is not None and tag.name.rpartition(":")[2] != etree.QName(element).localname

    def offset(self, child: etree._Element | None, parent: etree._Element) -> int:
        """Return the offset before a child, or before the end tag of its parent; -1 where there is none."""
        tag = self.tag(child if child is not None else parent)
        if tag is None or (child is None and tag.close == tag.start):
            return -1
        return tag.start if child is not None else tag.close

    def indent(self, offset: int) -> str:
        """Return the line end and blanks before an offset, if nothing else stands before it in its line."""
        found = re.search(r"\r?\n[ \t]*$", self.characters[max(0, offset - 200) : offset])
        return found[0] if found else ""

    def words(self, element: etree._Element, after: etree._Element | None) -> Location:
        """Return the place of the first words directly in an element, after one of its children or from the start."""
        tag, child = self.tag(element), self.tag(after) if after is not None else None
        least = child.after if child else -1
        return self._at(element, next((start for start, _ in tag.texts if start >= least), -1) if tag else -1)

    def _attribute(self, element: etree._Element, name: str) -> tuple[int, int, int]:
        tag = self.tag(element)
        if tag:
            for found in ATTRIBUTE.finditer(self.characters, tag.start + 1 + len(tag.name), tag.end):
                if found[1] == name:
                    return found.start(), found.start(2) + 1, found.end(2) - 1
        return -1, -1, -1

    def _at(self, element: etree._Element, offset: int) -> Location:
        tag = self.tag(element)
        if offset < 0 and tag:
            offset = tag.start
        line, column = self._lines.at(offset) if offset >= 0 else (sourceline(element), 0)
        return Location(self.path, line, column, xpath(self.tree, element))


def sourceline(element: etree._Element) -> int:
    """Return the line of an element as the parser counts."""
    return element.sourceline if isinstance(element.sourceline, int) else 0


def written(name: str) -> str:
    """Return the name of an attribute as an editor writes it."""
    return name.replace(XML, "xml:")


def named(name: str) -> str:
    """Return the name of an attribute as the tree has it, from what an editor writes."""
    return name.replace("xml:", XML)


def xpath(tree: etree._ElementTree, element: etree._Element) -> str:
    """Return the path of an element by local names, without the numbers that say nothing."""
    below = re.sub(r"\{[^}]*\}", "", tree.getelementpath(element))
    root = etree.QName(tree.getroot()).localname
    return root if below == "." else f"{root}/{below}"


def _tags(text: str) -> list[Tag]:
    tags: list[Tag] = []
    open_: list[Tag] = []
    for found in TOKEN.finditer(text):
        kind = found.lastgroup
        if kind in ("text", "cdata") and open_:
            words = found[kind]
            stripped = words.lstrip()
            if stripped:
                start = found.start(kind) + len(words) - len(stripped)
                open_[-1].texts.append((start, start + len(stripped.rstrip())))
        elif kind == "closed" and open_:
            tag = open_.pop()
            tag.close, tag.after = found.span()
        elif kind == "attributes":
            tag = Tag(found["opened"], found.start(), found.end())
            tags.append(tag)
            if found["attributes"].endswith("/"):
                tag.close, tag.after = found.span()
            else:
                open_.append(tag)
    return tags
