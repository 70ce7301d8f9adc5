"""Plain text: a transcript typed, or copied from a page or a PDF."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from teicable.diagnostics import Diagnostic, Location
from teicable.model.source import SourceText, source_text
from teicable.readers.encoding import EXAMPLES, known, marked
from teicable.readers.formats import format_of

if TYPE_CHECKING:
    from teicable.readers import Declined

_MARKUP = re.compile(r"\s*(?:<\?xml\b|<!DOCTYPE\b|<html\b|<TEI\s)", re.IGNORECASE)
_TEI = re.compile(r"<TEI\b")
_BEGINNING = 4000
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\r\f\v\x1b")


def read(name: str, data: bytes, encoding: str) -> SourceText | Declined:
    """Decode strictly and normalise; decline what is not text, and what the encoding does not fit."""
    from teicable.readers import Declined

    if not marked(data) and not _wide(encoding) and (other := format_of(data)):
        return Declined(f"it is {other.name}")
    if marked(data):
        encoding = "utf-16"  # the mark at the beginning says so
    if not known(encoding):
        return Declined(f"“{encoding}” is no encoding, {EXAMPLES}")
    if not _wide(encoding) and _binary(data[:65536]):
        return Declined("it is full of control characters, so it is no text")
    try:
        decoded = data.decode(encoding)
    except UnicodeDecodeError as error:
        return Declined("it is not in this encoding", _undecodable(name, data, encoding, error))
    made = _made(name, decoded)
    if made is not None:
        return made
    text = source_text(name, decoded, data)
    if not text.text.strip():
        message = "the file holds no text" if data else "the file is empty"
        return Declined(message, Diagnostic("R003", message, Location(name), "there is nothing to convert"))
    return text


def _wide(encoding: str) -> bool:
    return encoding.lower().replace("_", "-").startswith(("utf-16", "utf-32", "utf16", "utf32"))


def _made(name: str, decoded: str) -> Declined | None:
    """Decline files that are made from transcripts or go with them, where one is named as a source by mistake."""
    from teicable.readers import Declined

    kind = _MARKUP.match(decoded.lstrip("\ufeff"))
    if kind is not None:
        if _TEI.search(decoded, 0, _BEGINNING):
            what, hint = "a TEI file", "it is converted already: see `teicable validate` and `teicable render`"
        else:
            what, hint = "an XML file", "copy the words of the transcript into a plain text file"
    elif name.lower().endswith(".toml"):
        what, hint = "a settings file in TOML", "name the transcripts in source/, or run `teicable build` on the folder"
    else:
        return None
    message = f"no reader takes this file (plain text: it is {what})"
    return Declined(f"it is {what}", Diagnostic("R001", message, Location(name), hint))


def _binary(sample: bytes) -> bool:
    """Tell whether bytes are no text: a few stray control characters occur in transcripts, one in twenty does not."""
    return len(sample.translate(None, _CONTROLS)) < 0.95 * len(sample)


def _undecodable(name: str, data: bytes, encoding: str, error: UnicodeDecodeError) -> Diagnostic:
    line_start = data.rfind(b"\n", 0, error.start) + 1
    line = data.count(b"\n", 0, error.start) + 1
    before = data[max(line_start, error.start - 20) : error.start].decode(encoding, "replace")
    column = len(data[line_start : error.start].decode(encoding, "replace")) + 1
    byte = f"0x{data[error.start]:02X}"
    alone = f'encoding = "windows-1252"  in source/{Path(name).stem}.toml'
    return Diagnostic(
        "R002",
        f"byte {byte} after “{before}” is not {encoding.upper()}",
        Location(name, line, column),
        "save the file as UTF-8, or name its encoding (of old Windows: windows-1252) by --encoding or in edition.toml; "
        f"of this file alone by  {alone}",
    )
