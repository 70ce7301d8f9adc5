"""Read a file of some format into a :class:`SourceText`, or say why not.

A reader is a function of file name, bytes and encoding; it stands in the literal table below, which is asked in order.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable
from dataclasses import dataclass, replace

from teicable.diagnostics import Diagnostic, Location
from teicable.model.source import SourceText
from teicable.readers import docx, html, pdf, plain, table
from teicable.readers.encoding import known
from teicable.readers.formats import format_of


@dataclass(frozen=True, slots=True)
class Declined:
    """A reader's reason for not reading a file, as the end of a sentence; ``diagnostic`` if the file is broken."""

    reason: str
    diagnostic: Diagnostic | None = None


Reader = Callable[[str, bytes, str], "SourceText | Declined"]

READERS: dict[str, Reader] = {
    "web page": html.read,
    "Word document": docx.read,
    "PDF": pdf.read,
    "row of a table": table.read,
    "plain text": plain.read,
}


def read(name: str, data: bytes, encoding: str = "utf-8") -> SourceText | list[Diagnostic]:
    """Return the text by the first reader that takes the file, or the diagnostics that refuse it.

    Codes: ``R001`` no reader takes the file (every reason is quoted), ``R002`` bytes that are not in the encoding,
    ``R003`` nothing but white space.
    """
    reasons: list[str] = []
    for title, reader in READERS.items():
        result = reader(name, data, encoding)
        if isinstance(result, SourceText) and not result.text.strip():
            message = "what can be read of the file is blank"
            return [Diagnostic("R003", message, Location(name), "there is nothing to convert; does it show any words?")]
        if isinstance(result, SourceText):
            named = known(encoding) and codecs.lookup(encoding).name != "utf-8"
            used = reader is plain.read or (reader is html.read and not _is_utf_8(data))
            return replace(result, encoding=encoding.casefold()) if named and used else result
        if result.diagnostic is not None:
            return [result.diagnostic]
        reasons.append(f"{title}: {result.reason}")
    other = format_of(data)
    hint = (
        other.advice
        if other
        else "give the transcript as a saved web page, a Word document, a PDF or plain text in UTF-8"
    )
    what = f"this file: it is {other.name}" if other else "this file"
    return [Diagnostic("R001", f"no reader takes {what} ({'; '.join(reasons)})", Location(name), hint)]


def _is_utf_8(data: bytes) -> bool:
    try:
        return bool(data.decode("utf-8")) or not data
    except UnicodeDecodeError:
        return False
