"""Formats that no reader takes but editors have: what to call them, and how to come from them to one that is read."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name as the end of “it is …”, and what to do with the file."""

    name: str
    advice: str


_WORDS = "open it in a word processor and save it as a Word document (.docx)"
_TABLE = "open it in a spreadsheet program and save it as CSV in UTF-8, one cable a row"
_PAGE = "open it in the browser and save it as a web page, HTML only; or as plain text"
_UNPACK = "unpack it, and convert the files in it"
_PICTURE = Format("a picture", "transcribe it: a picture has no words")
_BEGINNINGS: Mapping[bytes, Format] = {
    b"{\\rtf": Format("an RTF document", _WORDS),
    b"\xffWPC": Format("a WordPerfect document", _WORDS),
    b"\xd0\xcf\x11\xe0": Format("an old Word document", _WORDS),
    b"bplist00": Format("a web archive of Safari", _PAGE),
    b"%!PS": Format("a PostScript file", "print it to PDF"),
    b"AT&TFORM": Format("a DjVu scan", "save its text layer as plain text, or print it to PDF with the text"),
    b"\x1f\x8b": Format("a compressed file", _UNPACK),
    b"7z\xbc\xaf": Format("a compressed file", _UNPACK),
    b"Rar!": Format("a compressed file", _UNPACK),
    b"%PDF": Format("a PDF", "open it in a PDF program and save it again"),
    **dict.fromkeys(
        (
            b"\x89PNG",
            b"\xff\xd8\xff",
            b"GIF89a",
            b"GIF87a",
            b"II*\x00",
            b"MM\x00*",
            b"BM",
            b"\x00\x00\x00\x0cjP",
            b"\x00\x00\x01\x00",
        ),
        _PICTURE,
    ),
}
_PARTS: Mapping[str, Format] = {
    "xl/workbook.xml": Format("an Excel workbook", _TABLE),
    "ppt/presentation.xml": Format("a presentation", "copy the words of the transcript into a Word document"),
    "Index/Document.iwa": Format("a Pages document", "open it in Pages and export it as a Word document (.docx)"),
    "META-INF/container.xml": Format("an e-book", "open it, and save the transcript as a web page or a Word document"),
}
_KINDS: Mapping[bytes, Format] = {
    b"opendocument.text": Format("an OpenDocument text (ODT)", _WORDS),
    b"opendocument.spreadsheet": Format("an OpenDocument spreadsheet (ODS)", _TABLE),
    b"epub": Format("an e-book", "open it, and save the transcript as a web page or a Word document"),
}
_MAIL = re.compile(rb"(?m)^mime-version:")
_SAVED = re.compile(rb"(?im)^Content-Type:\s*multipart/related|^Snapshot-Content-Location:")
_WIDE = Format("text in UTF-16 without the mark that says so", "name its encoding: --encoding utf-16-le (or utf-16-be)")


def format_of(data: bytes) -> Format | None:
    """Return the format of a file that no reader takes, as far as its first bytes or its parts tell."""
    if data.startswith(b"PK\x03\x04"):
        return _container(data)
    if data.startswith(b"\xd0\xcf\x11\xe0") and "Workbook".encode("utf-16-le") in data:
        return Format("an old Excel workbook", _TABLE)
    for beginning, found in _BEGINNINGS.items():
        if data.startswith(beginning) and (beginning != b"BM" or b"\0" in data[:64]):
            return found
    head = data[:4000]
    if data[4:8] == b"ftyp" or (data.startswith(b"RIFF") and data[8:12] == b"WEBP"):
        return _PICTURE
    if b"mime-version:" in (small := head.lower()) and _MAIL.search(small):
        page = Format("a web page saved in one file (MHTML)", _PAGE)
        mail = Format("a message of electronic mail", "copy the words of the transcript into a plain text file")
        return page if _SAVED.search(head) else mail
    halves = [head[1::2].count(0), head[::2].count(0)]
    return _WIDE if max(halves) > 0.3 * len(head) and min(halves) < 0.05 * len(head) and len(head) > 8 else None


def _container(data: bytes) -> Format:
    """Return what a ZIP container is by its parts; nothing of it is unpacked but the name of its kind."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = frozenset(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        names = frozenset()
    # The kind of an OpenDocument file or e-book stands in its first part, which is not compressed.
    kinds = (found for kind, found in _KINDS.items() if data[30:38] == b"mimetype" and kind in data[38:120])
    parts = (found for part, found in _PARTS.items() if part in names)
    return next(kinds, None) or next(parts, None) or Format("a ZIP container", _UNPACK)
