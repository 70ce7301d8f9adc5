"""Web pages as a browser saves them: the words that a person reads there, in that order.

A saved page holds much that is no word of the document: scripts, styles (also inside paragraphs, as word processors
export them), navigation. That is left out and counted, so that an editor can see that nothing of the document is among
it. Numbers of lists, which the browser makes and the file does not hold, are made as the browser makes them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lxml import etree

from teicable.diagnostics import Diagnostic, Location
from teicable.model.source import SourceText
from teicable.readers import layouts
from teicable.readers.encoding import marked
from teicable.readers.numbering import Numbering
from teicable.readers.reading import Reading
from teicable.xml.page import elements, line_of, parse_page, words

if TYPE_CHECKING:
    from teicable.readers import Declined

_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*(?:<!DOCTYPE\s+html\b|<(?:html|head|body)\b)",
    re.IGNORECASE | re.DOTALL,
)
_TEI = re.compile(r"<TEI\b")
_TAG = re.compile(r"<(?:p|div|br|td|h[1-6]|body|span)\b[^>]*>", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w-]{2,40})", re.IGNORECASE)
_SAVED = re.compile(r"saved from url=\(\d+\)(\S+)")
_BEGINNING = 4000

_APART = frozenset(
    {"p", "h1", "h2", "h3", "h4", "h5", "h6", "div", "section", "article", "main", "aside", "header", "footer", "pre"}
    | {"blockquote", "ul", "ol", "dl", "table", "figure", "address", "hr", "fieldset", "form", "body", "center"}
)
_LINES = frozenset(("br", "li", "tr", "td", "th", "dt", "dd", "caption", "figcaption", "legend", "summary"))
_KNOWN = {
    **dict.fromkeys(("i", "em", "cite", "dfn", "var"), "italic"),
    **dict.fromkeys(("b", "strong"), "bold"),
    **dict.fromkeys(("u", "ins"), "underlined"),
    **dict.fromkeys(("s", "del", "strike"), "struck"),
    **dict.fromkeys(("td", "th"), "cell"),
    "sup": "superscript",
    "sub": "subscript",
}


def read(name: str, data: bytes, encoding: str = "utf-8") -> SourceText | Declined:
    """Read a page; decline what is none."""
    from teicable.readers import Declined

    decoded = _decoded(data, encoding)
    beginning = decoded[:_BEGINNING].lstrip("\ufeff") if decoded else ""
    named = name.lower().endswith((".html", ".htm", ".xhtml")) and _TAG.search(decoded or "")
    if _TEI.search(beginning) or not (_PAGE.match(beginning) or named):
        return Declined("it is no web page")
    if decoded is None:
        return Declined("it is in no known encoding")
    root = parse_page(decoded.lstrip("\ufeff"), name)
    if isinstance(root, Diagnostic):
        return Declined("it cannot be read as a whole", root)
    text = reading_of(root, name, data)
    if not text.text.strip():
        hint = "there is nothing to convert; does the page show a picture, or fetch its words only in the browser?"
        return Declined("it holds no words", Diagnostic("R003", "the page holds no words", Location(name), hint))
    return text


def reading_of(root: etree._Element, name: str, data: bytes) -> SourceText:
    """Read a page that was parsed."""
    walk = Walk(root)
    walk.run()
    remarks = list(walk.remarks(name))
    return walk.reading.text(name, data, remarks, _stated(root))


def _decoded(data: bytes, encoding: str) -> str | None:
    """Decode by byte order mark, else as UTF-8, else by the encoding named, else by what the page says of itself.

    An edition whose transcripts are in another encoding may have saved pages too; what is UTF-8 to the last byte is.
    """
    if marked(data):
        return data.decode("utf-16", "replace")
    declared = _CHARSET.search(data[:_BEGINNING])
    for candidate in ("utf-8", encoding, declared.group(1).decode("ascii") if declared else ""):
        try:
            return data.decode(candidate) if candidate else None
        except (UnicodeDecodeError, LookupError):
            continue
    return None


def _stated(root: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the address of the page, as its head or the browser that saved it states it."""
    stated = [link.get("href", "") for link in elements(root, "//link[@rel='canonical']")]
    stated += [meta.get("content", "") for meta in elements(root, "//meta[@property='og:url']")]
    saved = [_SAVED.search(comment.text or "") for comment in elements(root, "//comment()")]
    stated += [found.group(1) for found in saved if found]
    yield from (("URI", address) for address in stated if address.startswith(("http://", "https://")))


class Walk:
    """Goes through a page once, in reading order."""

    def __init__(self, root: etree._Element) -> None:
        self.root = root
        self.reading = Reading()
        self.parts = layouts.parts_of(root)
        self.counted: Counter[str] = Counter()
        self.apart: list[tuple[int, str]] = []
        self.protected = 0
        self.lists: list[Numbering | None] = []
        self.line = 1
        self.pre = 0

    def run(self) -> None:
        """Read the whole page."""
        done: set[etree._Element] = set()
        for element in self.parts.order:
            if not any(ancestor in done for ancestor in element.iterancestors()):
                self.through(element, done)
                self.reading.end_line(2)
                done.add(element)
        self.through(self.root, done)

    def through(self, top: etree._Element, done: set[etree._Element]) -> None:
        """Read an element with all that it holds, except what was read before."""
        walker = etree.iterwalk(top, events=("start", "end", "comment", "pi"))
        skipping: etree._Element | None = None
        for event, element in walker:
            if event in ("comment", "pi"):
                self.counted["comments of the code"] += _weight(element.text or "")
                self.tail(element, top)
            elif event == "start":
                if element in done or self.passed(element):
                    skipping = element
                    walker.skip_subtree()
                else:
                    self.start(element)
            elif element is skipping:
                skipping = None
                self.tail(element, top)
            else:
                self.end(element)
                self.tail(element, top)

    def passed(self, element: etree._Element) -> bool:
        """Tell whether an element is left out, and count what it holds."""
        if element.tag == "head":
            self.counted["head of the page"] += _weight(words(element, "title"))
            self.counted["scripts and styles"] += _weight(words(element, "script", "style", "noscript"))
            return True
        if element in self.parts.others:
            if further := " ".join(words(element).split()):
                self.apart.append((line_of(element), further))
            return True
        what = layouts.left_out(element)
        if what:
            self.counted[what] += _weight(words(element))
        return bool(what)

    def said(self, element: etree._Element) -> tuple[str, str]:
        """Return what is known of the words of an element, as kind and value of a trait; the value may be empty."""
        return "zone", self.parts.zones.get(element, "")

    def label(self, element: etree._Element, numbering: Numbering) -> str:
        """Return the label of an item of a list."""
        return numbering.label(element)

    def start(self, element: etree._Element) -> None:
        """Begin an element: its line, what is known of its words, the words before its first child."""
        name = str(element.tag)
        self.line = line_of(element) or self.line
        if name in _APART:
            self.reading.end_line(2)
        elif name in _LINES:
            self.reading.end_line()
        if self.said(element)[1]:
            self.reading.begin(*self.said(element))
        kind = _KNOWN.get(name) or ("link" if name == "a" and element.get("href") else "")
        if kind:
            self.reading.begin(kind, element.get("href", "") if kind == "link" else "")
        if name in ("ol", "ul"):
            self.lists.append(Numbering.of(element) if name == "ol" else None)
        elif name == "li":
            numbering = self.lists[-1] if self.lists else None
            self.reading.label = self.label(element, numbering) if numbering else ""
        elif name == "pre":
            self.pre += 1
        if "data-cfemail" in element.attrib or "email-protection" in element.get("href", ""):
            self.protected += 1
        self.put(element.text)

    def end(self, element: etree._Element) -> None:
        """End an element."""
        name = str(element.tag)
        if _KNOWN.get(name) or (name == "a" and element.get("href")):
            self.reading.finish()
        if self.said(element)[1]:
            self.reading.finish()
        if name in ("ol", "ul"):
            self.lists.pop()
        elif name == "li":
            self.reading.label = ""
        elif name == "pre":
            self.pre -= 1
        if name in _APART:
            self.reading.end_line(2)
        elif name in _LINES and name != "br":
            self.reading.end_line()

    def tail(self, element: etree._Element | None, top: etree._Element) -> None:
        """Read the words between an element and the next."""
        if element is not None and element is not top:
            self.put(element.tail)

    def put(self, characters: str | None) -> None:
        """Read characters, and count the lines of the file on."""
        if characters:
            if self.pre and not self.reading.begun and characters[0] == "\n":
                # The line end after the tag is not shown.
                self.line, characters = self.line + 1, characters[1:]
            place = self.reading.verbatim if self.pre else self.reading.words
            place(characters, self.line)
            self.line += characters.count("\n")

    def remarks(self, name: str) -> Iterator[Diagnostic]:
        """Yield what was left out of the reading."""
        counted = [f"{what} ({number} characters)" for what, number in self.counted.most_common() if number]
        if counted:
            yield Diagnostic("R006", f"left out of the reading: {', '.join(counted)}", Location(name))
        if self.protected:
            message = f"the page hides {self.protected} mail address from programs; what it shows instead is kept"
            yield Diagnostic("R006", message.replace("1 mail", "a mail"), Location(name))
        for line, further in self.apart:
            shown = further if len(further) <= 60 else further[:59] + "…"
            message = f"a further text of {len(further)} characters, not on show when the page was saved: “{shown}”"
            hint = "if it belongs to the edition, save the page with that text on show, as a source of its own"
            yield Diagnostic("R007", message, Location(name, line), hint)


def _weight(characters: str) -> int:
    return sum(not character.isspace() for character in characters)
