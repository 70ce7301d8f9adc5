"""Tables of transcripts: CSV and JSONL, one cable a row.

A row is a source of its own, called by table and id (``cables.csv#999107``), so that its document keeps its id when
rows are added, moved or taken away. A table is gone through record by record, never held as a whole: an index of where
each row stands is all that is remembered. What is handed on of a row is a *record*, a JSON object of the columns that
``edition.toml`` names; it is read like a page, in the order of a page: date, title, text, summary, source, rights.
"""

from __future__ import annotations

import codecs
import csv
import difflib
import hashlib
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from teicable import files
from teicable.diagnostics import Diagnostic, Location
from teicable.model.declaration import Columns
from teicable.model.source import SourceText, Trait, placed, source_text
from teicable.model.span import Span
from teicable.readers.encoding import marked

if TYPE_CHECKING:
    from teicable.readers import Declined

EXTENSIONS = {".csv": "CSV", ".tsv": "CSV", ".jsonl": "JSONL", ".ndjson": "JSONL"}
MARK = "#"
"""Stands between the name of a table and the id of a row."""

_PARTS = {
    "date": "headline-date",
    "title": "headline",
    "text": "",
    "summary": "summary",
    "source": "source",
    "rights": "rights",
}
_ROW = re.compile(rf"(.+?\.(?:csv|tsv|jsonl|ndjson)){MARK}", re.IGNORECASE)
_DELIMITERS = ",;\t|"
_LONGEST = 8_000_000
_LARGEST = 64_000_000
_RECODE = "save the table as UTF-8, or name its encoding: --encoding windows-1251, or in edition.toml"
_LONGEST_ID = 100
_HINT = 'name the columns in edition.toml, for instance:  [columns]  text = "Transcript"  id = "Record"'


@dataclass(frozen=True, slots=True)
class Row:
    """Where a row stands in its table (bytes ``start`` up to ``stop``), and the SHA-256 of its record."""

    name: str
    start: int
    stop: int
    sha256: str


def is_table(path: Path) -> bool:
    """Tell by its name whether a file is a table."""
    return path.suffix.lower() in EXTENSIONS


class Table:
    """A table on disk; ``name`` is how to call it."""

    def __init__(self, path: Path, name: str, columns: Columns, encoding: str = "") -> None:
        self.path, self.name, self.columns = path, name, columns
        self.encoding = encoding or "utf-8"
        self._heading: list[str] = []
        self._delimiter = ""

    def rows(self) -> Iterator[Row | Diagnostic]:
        """Yield each row, and what is wrong with those that cannot be read (``R012``, ``R013``)."""
        seen: dict[str, int] = {}
        headed, left_out = not self._quoted, False
        if isinstance(self._recoded, Diagnostic):
            yield self._recoded
            return
        for line, start, data in _records(self._lines(), quoted=self._quoted):
            where = Location(self.name, line)
            if not headed:
                headed = True
                refusal = self._head(data, where)
                if refusal is not None:
                    yield refusal
                    return
                continue
            cells = self._cells(data, where)
            if isinstance(cells, Diagnostic):
                yield cells
                continue
            if not left_out:
                left_out = True
                yield from self._unread(cells)
            record = self._record(cells, where)
            if isinstance(record, Diagnostic):
                yield record
            elif record["id"] in seen:
                message = f"the id “{record['id']}” stands in line {seen[record['id']]} already; the row is not read"
                yield Diagnostic("R013", message, where, "give each row an id of its own")
            else:
                seen[record["id"]] = line
                digest = hashlib.sha256(_written(record)).hexdigest()
                yield Row(f"{self.name}{MARK}{record['id']}", start, start + len(data), digest)

    def read(self, row: Row) -> bytes:
        """Return the record of a row."""
        if self._quoted and not self._heading:
            self._head(next(_records(self._lines(), quoted=True))[2], Location(self.name, 1))
        held = self._recoded
        part = held[row.start : row.stop] if isinstance(held, bytes) else files.extent(self.path, row.start, row.stop)
        cells = self._cells(part, Location(row.name))
        record = cells if isinstance(cells, Diagnostic) else self._record(cells, Location(row.name))
        return b"" if isinstance(record, Diagnostic) else _written(record)

    @cached_property
    def _recoded(self) -> bytes | Diagnostic | None:
        """The whole table in UTF-8 where it is in another encoding; a file can begin with the mark of UTF-16."""
        beginning = files.extent(self.path, 0, 4)
        encoding = "utf-16" if marked(beginning) else self.encoding
        if codecs.lookup(encoding).name in ("utf-8", "utf-8-sig"):
            return None
        data = files.extent(self.path, 0, _LARGEST + 1)
        if len(data) > _LARGEST:
            message = f"the table is in {encoding.upper()} and larger than {_LARGEST} bytes"
            return Diagnostic("R004", message, Location(self.name), "save it as UTF-8, or divide it")
        try:
            return data.decode(encoding).encode("utf-8")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            message = f"byte 0x{data[error.start]:02X} is not {encoding.upper()}"
            hint = "save the table as UTF-8, or name its encoding with --encoding, in edition.toml or beside it"
            return Diagnostic("R002", message, Location(self.name, line), hint)

    def _lines(self) -> Iterator[bytes]:
        return iter(io.BytesIO(self._recoded)) if isinstance(self._recoded, bytes) else files.lines(self.path)

    @property
    def _quoted(self) -> bool:
        return EXTENSIONS[self.path.suffix.lower()] == "CSV"

    def _head(self, data: bytes, where: Location) -> Diagnostic | None:
        """Read the line that names the columns."""
        try:
            line = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            return Diagnostic("R012", "the line that names the columns is not UTF-8", where, _RECODE)
        rows = {sign: next(csv.reader([line.strip("\r\n")], delimiter=sign), []) for sign in _DELIMITERS}
        self._delimiter, cells = max(rows.items(), key=lambda pair: len(pair[1]))
        self._heading = [cell.strip() for cell in cells]
        return self._missing(self._heading, where)

    def _missing(self, present: list[str], where: Location) -> Diagnostic | None:
        for key in ("id", "text"):
            wanted = getattr(self.columns, key)
            if wanted not in present:
                near = difflib.get_close_matches(wanted, present, 1, 0.6)
                message = f"the table has no column “{wanted}” for the {key} of a cable; it has: {', '.join(present)}"
                return Diagnostic("R012", message, where, f"did you mean “{near[0]}”? {_HINT}" if near else _HINT)
        return None

    def _unread(self, cells: Mapping[str, str]) -> Iterator[Diagnostic]:
        known = set(asdict(self.columns).values())
        others = [column for column in cells if column not in known]
        if others:
            message = f"left out of the reading: columns {', '.join(f'“{one}”' for one in others)}"
            hint = (
                "[columns] in edition.toml names those that are read; translator, shelfmark and the like go into "
                f"source/sources.csv, with {self.name.rpartition('/')[2]}#… and the id in its column “source”"
            )
            yield Diagnostic("R006", message, Location(self.name), hint)

    def _cells(self, data: bytes, where: Location) -> dict[str, str] | Diagnostic:
        """Return the cells of a row by column."""
        hint = "mend the row; the others are read"
        try:
            words = data.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            return Diagnostic(
                "R013", f"the row is not UTF-8 (byte {error.start + 1} of it)", where, f"{hint}; {_RECODE}"
            )
        try:
            if not self._quoted:
                found = json.loads(words)
                if not isinstance(found, dict):
                    return Diagnostic("R013", "the line is no JSON object", where, hint)
                return {str(key): _cell(value) for key, value in found.items()}
            csv.field_size_limit(_LONGEST)
            (cells,) = csv.reader(io.StringIO(words, newline=""), delimiter=self._delimiter, strict=True)
        except (csv.Error, ValueError, RecursionError) as error:
            return Diagnostic("R013", f"the row cannot be read ({error})", where, hint)
        if len(cells) != len(self._heading):
            message = f"the row has {len(cells)} cells, the table {len(self._heading)} columns"
            return Diagnostic(
                "R013", message, where, f"{hint}; words with “{self._delimiter}” stand in quotation marks"
            )
        return dict(zip(self._heading, cells, strict=True))

    def _record(self, cells: Mapping[str, str], where: Location) -> dict[str, str] | Diagnostic:
        """Return the columns that are read, by what they hold."""
        record = {key: cells.get(column, "").strip() for key, column in asdict(self.columns).items()}
        if not record["id"] or len(record["id"]) > _LONGEST_ID or not record["id"].isprintable():
            missing = self._missing(list(cells), where) if self.columns.id not in cells else None
            message = f"the row has no usable id in column “{self.columns.id}”, so it is not read"
            return missing or Diagnostic("R013", message, where, "give each row an id of its own, by which it is cited")
        if not record["text"]:
            message = f"the row “{record['id']}” has no text in column “{self.columns.text}”, so it is not read"
            return Diagnostic("R013", message, where, "add the transcript, or take the row away")
        return {key: value for key, value in record.items() if value}


class Tables:
    """The tables below a folder: where each row stands, and what is wrong with others, by table."""

    def __init__(
        self, folder: Path, columns: Columns, encoding: str = "", encodings: Mapping[str, str] | None = None
    ) -> None:
        self.folder, self.columns = folder, columns
        self.encoding, self.encodings = encoding, encodings or {}
        self.problems: dict[str, list[Diagnostic]] = {}
        self._tables: dict[str, Table] = {}
        self._rows: dict[str, dict[str, Row]] = {}

    def scan(self, name: str) -> dict[str, str]:
        """Go through a table, and return name and SHA-256 of each row."""
        encoding = self.encodings.get(name) or self.encodings.get(name.rpartition(".")[0]) or self.encoding
        table = self._tables[name] = Table(self.folder / name, name, self.columns, encoding)
        rows, self.problems[name] = {}, []
        for found in table.rows():
            if isinstance(found, Row):
                rows[found.name] = found
            else:
                self.problems[name].append(found)
        self._rows[name] = rows
        return {row.name: row.sha256 for row in rows.values()}

    def read(self, name: str) -> bytes | None:
        """Return the record of a row, ``None`` where there is no such row."""
        table = table_of(name)
        path = (self.folder / table).resolve()
        if not table or not path.is_relative_to(self.folder.resolve()) or not path.is_file():
            return None
        if table not in self._rows:
            self.scan(table)
        row = self._rows[table].get(name)
        return self._tables[table].read(row) if row else None


def table_of(name: str) -> str:
    """Return the name of the table of a row, or an empty string for what is no row."""
    found = _ROW.match(name)
    return found.group(1) if found else ""


def read(name: str, data: bytes, encoding: str = "utf-8") -> SourceText | Declined:
    """Read the record of a row; decline what is none."""
    from teicable.readers import Declined

    record = _loaded(data) if table_of(name) and data[:1] == b"{" else None
    if record is None:
        return Declined("it is no row of a table")
    reading = ""
    traits: list[Trait] = []
    for key, zone in _PARTS.items():
        if key in record:
            reading += "\n\n" if reading else ""
            if zone:
                traits.append(Trait(Span(len(reading), len(reading) + len(record[key])), "zone", zone))
            reading += record[key]
    text = placed(source_text(name, f"{reading}\n", data), (), traits)
    return replace(text, stated=(("record", record["id"]),) if "id" in record else ())


def _loaded(data: bytes) -> dict[str, str] | None:
    try:
        found = json.loads(data)
    except ValueError:
        return None
    sound = isinstance(found, dict) and set(found) <= {*_PARTS, "id"} and "text" in found
    return found if sound and all(isinstance(value, str) for value in found.values()) else None


def _written(record: Mapping[str, str]) -> bytes:
    return json.dumps(record, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode("utf-8", "replace")


def _cell(value: object) -> str:
    if isinstance(value, list):
        return "; ".join(map(_cell, value))
    return "" if value is None else value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _records(lines: Iterator[bytes], *, quoted: bool) -> Iterator[tuple[int, int, bytes]]:
    """Yield line, first byte and bytes of each record; in ``quoted`` tables one can go on over several lines."""
    held: list[bytes] = []
    first = start = position = 0
    inside = False
    for number, line in zip(count(1), lines):
        if not held:
            first, start = number, position
        held.append(line)
        position += len(line)
        inside ^= quoted and line.count(b'"') % 2 == 1
        if inside and sum(map(len, held)) <= _LONGEST:
            continue
        record = b"".join(held)
        held, inside = [], False
        if record.strip():
            yield first, start, record
    if held:
        yield first, start, b"".join(held)
