"""PDFs with a text layer: the words page by page, in the order in which the layer has them.

A word divided at a line end keeps its hyphen and its line end, as in a copy of the text layer; the encoding joins it.
Lines with a wide gap are cells of a form. Running heads and page numbers are known by their place and their repetition.
Places in what is reported are page and line on it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from teicable.diagnostics import Diagnostic, Location
from teicable.model.source import SourceText
from teicable.readers import sheet
from teicable.readers.reading import Reading
from teicable.readers.sheet import Row

if TYPE_CHECKING:
    from teicable.readers import Declined

_MOST_PAGES = 1_000
_MOST_CHARACTERS = 2_000_000
_DIVIDED = "\ufffe"
"""What pdfium gives for a hyphen at a line end, together with the line end."""
_WIDE = 2.5


def read(name: str, data: bytes, encoding: str = "utf-8") -> SourceText | Declined:
    """Read a PDF; decline what is none."""
    from teicable.readers import Declined

    if b"%PDF-" not in data[:1024]:
        return Declined("it is no PDF")
    pages = _pages(name, data)
    if isinstance(pages, Diagnostic):
        return Declined("it cannot be read as a whole", pages)
    if not any(pages):
        counted = f"{len(pages)} pages" if len(pages) > 1 else "a page"
        message = f"the file holds pictures of {counted} and no words"
        hint = "transcribe it: a scan without a text layer has no words"
        return Declined("it holds no words", Diagnostic("R009", message, Location(name), hint))
    remarks = [
        Diagnostic(
            "R007",
            f"page {number} has no words that can be read: it is empty or a picture",
            Location(name, page=number),
            "look at the page; what it says has to be transcribed",
        )
        for number, rows in enumerate(pages, 1)
        if not rows
    ]
    return _reading(pages).text(name, data, remarks)


def _reading(pages: list[list[Row]]) -> Reading:
    reading = Reading()
    usual = sheet.usual_distance(pages)
    apart = sheet.furniture(pages)
    for page, rows in enumerate(pages):
        own = [index for index in range(len(rows)) if (page, index) not in apart]
        begins = {own[start] for start in sheet.paragraphs([rows[index] for index in own], usual)}
        if len(pages) > 1:
            reading.page(page + 1)
        for index, row in enumerate(rows):
            reading.end_line(2 if index in begins else 1)
            if (page, index) in apart:
                reading.begin("zone", "furniture")
            reading.words(row.words, index + 1, page=page + 1)
            if (page, index) in apart:
                reading.finish()
    return reading


def _pages(name: str, data: bytes) -> list[list[Row]] | Diagnostic:
    """Return the lines of each page, or the diagnostic that refuses the file."""
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        protected = "password" in str(error).lower()
        reason = "the file asks for a password" if protected else "the file is damaged or incomplete"
        hint = "save it without a password" if protected else "open it in a PDF program and save it again"
        return Diagnostic("R008", reason, Location(name), hint)
    try:
        if len(document) > _MOST_PAGES:
            reason = f"the file has {len(document)} pages, more than are accepted"
            return Diagnostic("R008", reason, Location(name), "divide it: a cable has some pages")
        pages: list[list[Row]] = []
        size = 0
        for number in range(len(document)):
            page = document[number]
            layer = page.get_textpage()
            size += layer.count_chars()
            if size > _MOST_CHARACTERS:
                reason = f"the first {number + 1} pages have {size} characters, more than are accepted"
                return Diagnostic("R008", reason, Location(name), "divide it: a cable has some pages")
            pages.append(list(_rows(layer)))
            layer.close()
            page.close()
        return pages
    except pypdfium2.PdfiumError as error:
        hint = "open it in a PDF program and save it again"
        return Diagnostic("R008", f"page {number + 1} cannot be read ({error})", Location(name, page=number + 1), hint)
    finally:
        document.close()


def _rows(layer: Any) -> Iterator[Row]:
    """Yield the lines of a page, with the cells of a form as lines of their own."""
    count = layer.count_chars()
    characters = [layer.get_text_range(0, count)] if count else []
    text = characters[0] if characters and len(characters[0]) == count else _one_by_one(layer, count)
    start = 0
    while start < count:
        stop = start
        while stop < count and text[stop] not in "\r\n" + _DIVIDED:
            stop += 1
        divided = stop < count and text[stop] == _DIVIDED
        for first, last in _cells(layer, text, start, stop):
            words = text[first:last] + ("-" if divided and last == stop else "")
            if words.strip():
                first += len(text[first:last]) - len(text[first:last].lstrip())
                left, bottom, _, top = layer.get_charbox(min(first, count - 1), loose=True)
                yield Row(words, left, bottom, max(1.0, top - bottom))
        start = stop + 1
        while start < count and text[start] == "\n":
            start += 1


def _cells(layer: Any, text: str, start: int, stop: int) -> Iterator[tuple[int, int]]:
    """Divide a line where a gap is wider than any between words."""
    begin = position = start
    while position < stop:
        if text[position] != " ":
            position += 1
            continue
        end = position
        while position < stop and text[position] == " ":
            position += 1
        if end > begin and position < stop:
            _, bottom, right, top = layer.get_charbox(end - 1, loose=True)
            left = layer.get_charbox(position, loose=True)[0]
            if left - right > _WIDE * max(1.0, top - bottom):
                yield begin, end
                begin = position
    yield begin, stop


def _one_by_one(layer: Any, count: int) -> str:
    """Return a character for each that the layer counts, where some need two units of UTF-16."""
    import pypdfium2.raw

    return "".join(chr(pypdfium2.raw.FPDFText_GetUnicode(layer, index) or 0x20) for index in range(count))
