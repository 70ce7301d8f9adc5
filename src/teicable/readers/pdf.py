"""PDFs with a text layer: the words page by page, in the order in which the layer has them.

A word divided at a line end keeps its hyphen and its line end, as in a copy of the text layer; the encoding joins it.
Lines with a wide gap are cells of a form. Running heads and page numbers are known by their place and their repetition.
Places in what is reported are page and line on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from teicable.diagnostics import Diagnostic, Location
from teicable.model.source import SourceText
from teicable.readers import sheet
from teicable.readers.columns import columns
from teicable.readers.reading import Reading
from teicable.readers.sheet import Row

if TYPE_CHECKING:
    from teicable.readers import Declined

_MOST_PAGES = 1_000
_MOST_CHARACTERS = 2_000_000
_DIVIDED = "\ufffe"
"""What pdfium gives for a hyphen at a line end, together with the line end."""
_RAISED = 0.4
_FIGURES = re.compile(r"(?<=[^\W\d_])\d{1,3}(?!\w)|(?<=[.,;:!?”\"’')\]»])\d{1,3}(?![\w.,]*\d)")
_SOFT = "\u00ad"
_WIDE = 2.5
_GUTTER = 0.6
"""Height of letters, against which the gap between cells of a form and that between columns are measured."""


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
    first = sheet.first_number(pages, apart)
    before: Sequence[Row] = ()
    for page, rows in enumerate(pages):
        own = [row for index, row in enumerate(rows) if (page, index) not in apart]
        top = max((row.base for row in own), default=0.0)
        aside = [row for index, row in enumerate(rows) if (page, index) in apart]
        if len(pages) > 1:
            reading.page(str(page + first) if page + first > 0 else "")
        line = _set_aside(reading, [row for row in aside if row.base >= top], page + 1, 1)
        for column in columns(own):
            begins = sheet.paragraphs(column, usual, before)
            for index, row in enumerate(column):
                reading.end_line(2 if index in begins else 1)
                _read(reading, row, line, page + 1)
                line += 1
            before = column
        _set_aside(reading, [row for row in aside if row.base < top], page + 1, line)
    return reading


def _read(reading: Reading, row: Row, line: int, page: int) -> None:
    position = 0
    for start, stop in row.raised:
        reading.words(row.words[position:start], line, page=page)
        reading.begin("superscript")
        reading.words(row.words[start:stop], line, page=page)
        reading.finish()
        position = stop
    reading.words(row.words[position:], line, page=page)


def _set_aside(reading: Reading, rows: Sequence[Row], page: int, line: int) -> int:
    """Read running heads or feet; return the number of the line after them."""
    for row in rows:
        reading.end_line()
        reading.begin("zone", "furniture")
        reading.words(row.words, line, page=page)
        reading.finish()
        line += 1
    return line


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
            pages.append(sheet.lines(_hyphenated(_rows(layer))))
            layer.close()
            page.close()
        return pages
    except pypdfium2.PdfiumError as error:
        hint = "open it in a PDF program and save it again"
        return Diagnostic("R008", f"page {number + 1} cannot be read ({error})", Location(name, page=number + 1), hint)
    finally:
        document.close()


def _hyphenated(rows: Iterator[Row]) -> list[Row]:
    """Return the lines with a hyphen where programs write a soft one at the end, or as a line by itself."""
    found: list[Row] = []
    for row in rows:
        words = row.words.rstrip()
        if not words.strip(_SOFT):
            found[-1:] = [replace(last, words=f"{last.words.rstrip()}-") for last in found[-1:]]
        else:
            found.append(replace(row, words=f"{words.rstrip(_SOFT)}-") if words.endswith(_SOFT) else row)
    return found


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
        for first, last, gaps in _cells(layer, text, start, stop):
            words = text[first:last] + ("-" if divided and last == stop else "")
            if words.strip():
                lead = len(text[first:last]) - len(text[first:last].lstrip())
                left, bottom, _, top = layer.get_charbox(min(first + lead, count - 1), loose=True)
                final = first + len(text[first:last].rstrip()) - 1
                right = layer.get_charbox(max(first, min(final, count - 1)), loose=True)[2]
                inside = tuple((place - first - lead, a, b) for place, a, b in gaps if first + lead < place <= final)
                height = max(1.0, top - bottom)
                marks = tuple(_raised(layer, text[first + lead : last], first + lead, bottom + _RAISED * height))
                yield Row(words.lstrip(), left, bottom, height, right, inside, marks)
        start = stop + 1
        while start < count and text[start] == "\n":
            start += 1


def _raised(layer: Any, words: str, start: int, above: float) -> Iterator[tuple[int, int]]:
    """Yield the figures behind a word that stand above the line."""
    for found in _FIGURES.finditer(words):
        if layer.get_charbox(start + found.start())[1] > above:
            yield found.span()


_Gap = tuple[int, float, float]


def _cells(layer: Any, text: str, start: int, stop: int) -> Iterator[tuple[int, int, list[_Gap]]]:
    """Divide a line where a gap is wider than any between words; tell the lesser gaps in each part, for columns."""
    begin = position = start
    gaps: list[_Gap] = []
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
                yield begin, end, gaps
                begin, gaps = position, []
            elif left - right > _GUTTER * max(1.0, top - bottom):
                gaps.append((end, right, left))
    yield begin, stop, gaps


def _one_by_one(layer: Any, count: int) -> str:
    """Return a character for each that the layer counts, where some need two units of UTF-16."""
    import pypdfium2.raw

    return "".join(chr(pypdfium2.raw.FPDFText_GetUnicode(layer, index) or 0x20) for index in range(count))
