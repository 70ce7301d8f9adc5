"""Word documents: the words as Word shows them, with numbers of lists, tables, footnotes and endnotes.

mammoth turns the file into HTML, from which words are read as from a saved page. Notes stand after the text, and their
marks are written ``[1]`` in both places. Places in what is reported are numbers of paragraphs that hold words.
"""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from lxml import etree

from teicable.diagnostics import Diagnostic, Location
from teicable.model.source import SourceText
from teicable.readers import word
from teicable.readers.container import Container, is_word, opened
from teicable.readers.formats import format_of
from teicable.readers.html import Walk
from teicable.readers.numbering import Numbering
from teicable.xml.page import parse_page

if TYPE_CHECKING:
    from teicable.readers import Declined

_NOTES = ("footnote-", "endnote-")
_BACK = ("#footnote-ref-", "#endnote-ref-")
_STYLE = "style-"
_WORDS_OWN = ("hyperlink", "reference", "default paragraph font")
"""Character styles that Word itself gives to links and calls of notes."""
_PARAGRAPHS = frozenset({"p", "h1", "h2", "h3", "h4", "h5", "h6", "li", "td", "th"})


def read(name: str, data: bytes, encoding: str = "utf-8") -> SourceText | Declined:
    """Read a Word document; decline what is none."""
    from teicable.readers import Declined

    if not data.startswith(b"PK\x03\x04"):
        return Declined("it is no Word document")
    if not is_word(data):
        other = format_of(data)
        return Declined(f"it is {other.name}" if other else "it is no Word document")
    container = opened(name, data)
    if isinstance(container, Diagnostic):
        return Declined("it is not safe to read", container)
    if container.main not in container.trees:
        return Declined("it is a container without the main part of a Word document")
    found = _converted(name, data, container)
    if isinstance(found, Diagnostic):
        return Declined("it cannot be read as a whole", found)
    page, told = found
    root = parse_page(f"<body>{page}</body>", name)
    if isinstance(root, Diagnostic):
        return Declined("it cannot be read as a whole", root)
    walk = _Walk(root, list(word.styles(container)))
    walk.run()
    text = walk.reading.text(name, data, (*told, *word.remarks(container, name)))
    if text.text.strip():
        return text
    pictures = any(part.startswith("word/media/") for part in container.names)
    code, message = ("R009", "the file holds pictures and no words") if pictures else ("R003", "the file holds no text")
    hint = "transcribe the pictures: a picture has no words" if pictures else "there is nothing to convert"
    return Declined("it holds no words", Diagnostic(code, message, Location(name), hint))


def _converted(name: str, data: bytes, container: Container) -> tuple[str, list[Diagnostic]] | Diagnostic:
    """Return the document as HTML, and what mammoth left out."""
    import mammoth

    remarks = list(_left_out(name, container))
    pictures: Counter[str] = Counter()

    def counted(image: Any) -> list[Any]:
        pictures[str(image.content_type)] += 1
        return []

    try:
        made = mammoth.convert_to_html(
            _prepared(data, container),
            style_map="\n".join(_style_map(container)),
            convert_image=counted,
            include_embedded_style_map=False,
        )
    except Exception as error:  # whatever a broken file makes mammoth stumble over
        hint = "open it in a word processor and save it again as a Word document"
        return Diagnostic("R008", f"the file cannot be read as a whole ({error})", Location(name), hint)
    if pictures:
        remarks.append(Diagnostic("R006", f"left out of the reading: pictures ({pictures.total()})", Location(name)))
    for message in dict.fromkeys(str(one.message) for one in made.messages if one.type == "warning"):
        if not message.startswith("Unrecognised"):
            remarks.append(Diagnostic("R006", f"left out of the reading: {message}", Location(name)))
    return str(made.value), remarks


def _left_out(name: str, container: Container) -> Iterator[Diagnostic]:
    heads = word.headings(container)
    if heads:
        shown = heads if len(heads) <= 60 else heads[:59] + "…"
        message = f"left out of the reading: running heads and feet ({len(heads)} characters: “{shown}”)"
        yield Diagnostic("R006", message, Location(name))


def _prepared(data: bytes, container: Container) -> io.BytesIO:
    """Return the file with the numbers of its lists as characters."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for part in old.namelist():
            new.writestr(part, word.prepared(container) if part == container.main else old.read(part))
    made.seek(0)
    return made


def _style_map(container: Container) -> Iterator[str]:
    """Yield what mammoth makes of the styles of the file: elements that say which it was."""
    yield "u => u"
    for number, (kind, style) in enumerate(word.styles(container)):
        quoted = style.replace("\\", "\\\\").replace("'", "\\'")
        if kind == "paragraph":
            yield f"p[style-name='{quoted}'] => p.{_STYLE}{number}:fresh"
        elif kind == "character" and not style.casefold().endswith(_WORDS_OWN):
            yield f"r[style-name='{quoted}'] => span.{_STYLE}{number}"


class _Walk(Walk):
    """Reads what mammoth made: counts paragraphs, knows notes and styles."""

    def __init__(self, root: etree._Element, styles: Sequence[tuple[str, str]]) -> None:
        super().__init__(root)
        self.styles = styles
        self.paragraph = 0
        self.fresh = True

    def passed(self, element: etree._Element) -> bool:
        return element.tag == "head" or (element.tag == "a" and element.get("href", "").startswith(_BACK))

    def said(self, element: etree._Element) -> tuple[str, str]:
        number = element.get("class", "").removeprefix(_STYLE)
        kind, style = self.styles[int(number)] if number.isdigit() else ("", "")
        return f"{kind}-style", style

    def start(self, element: etree._Element) -> None:
        place = element.get("id", "")
        if place.startswith(word.PAGE) and place.removeprefix(word.PAGE).isdigit():
            self.reading.page(place.removeprefix(word.PAGE))
        self.fresh = self.fresh or element.tag in _PARAGRAPHS
        super().start(element)

    def label(self, element: etree._Element, numbering: Numbering) -> str:
        label = numbering.label(element)
        return f"[{label.rstrip('.')}]" if element.get("id", "").startswith(_NOTES) else label

    def put(self, characters: str | None) -> None:
        if characters and self.fresh and characters.strip():
            self.paragraph += 1
            self.fresh = False
        if characters:
            self.reading.words(characters.replace("\n", " "), max(1, self.paragraph))
