"""What an editor states beside the sources: ``source/NAME.toml`` for one, ``source/sources.csv`` for many.

Both know the same keys, and are read as strictly as ``edition.toml``: a misspelt ``translator`` that is silently
ignored would publish a document without one. ``NAME`` is the name of the source, with or without its extension. Of a
source with several cables, each ``[[cable]]`` says what holds for one of them, in their order or by its ``number``.
"""

from __future__ import annotations

import csv
import difflib
import io
import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from teicable import files
from teicable.edition.manifest import DATE
from teicable.errors import ManifestError
from teicable.model.declaration import Editor, Particulars
from teicable.readers import encoding
from teicable.readers.table import EXTENSIONS, table_of

TABLE = "sources.csv"
KEYS = ("address", "record", "accessed", "translator", "contributor", "shelfmark", "provenance", "donor", "resp")
FILE_KEYS = (*KEYS, "encoding")
"""Keys of what is stated of a whole file; ``[[cable]]`` begins what holds for one of its cables."""
CABLE_KEYS = (*KEYS, "number")
_PEOPLE = ("translator", "contributor")
_FORMS = {"address": r"https?://\S+", "accessed": DATE}
_SHOWN = {
    "address": "an address such as https://archive.example.org/document/1",
    "accessed": "a date such as 2026-05-14",
}


def read(folder: Path, sources: Collection[str], editors: Collection[Editor]) -> dict[str, Particulars]:
    """Return what is stated of each source, by its name.

    Raises:
        ManifestError: a file cannot be used, or goes with no source; the message names file and key.
    """
    found: dict[str, Particulars] = {}
    for place, name, content in _stated(folder, sources):
        if name in found:
            raise ManifestError(f"{place}: “{name}” is described twice", "state each thing in one place")
        found[name] = _particulars(place, content, editors)
    return found


def _stated(folder: Path, sources: Collection[str]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Yield where something is stated, of which source, and what."""
    for path in sorted(folder.rglob("*.toml")):
        name = path.relative_to(folder).as_posix().removesuffix(".toml")
        if any(part.startswith(".") for part in path.relative_to(folder).parts):
            continue
        whole = [source for source in sources if source == name]
        meant = whole or [one for one in sources if one.rpartition(".")[0] == name and not table_of(one)]
        if not meant and (rows := [source for source in sources if table_of(source) in _tables(folder, name)]):
            if set(_read(path)) - {"encoding"}:
                hint = (
                    f"name the row, for instance {rows[0]}.toml, or state it in {TABLE}; here only `encoding` can stand"
                )
                raise ManifestError(f"{path} goes with a table, one cable a row", hint)
            continue
        if len(meant) != 1:
            which = f"several sources: {', '.join(meant)}" if meant else "no source"
            hint = f"call it as the source with .toml after it, for instance {name}.txt.toml"
            raise ManifestError(f"{path} goes with {which}", hint)
        yield str(path), meant[0], _read(path)
    path = folder / TABLE
    if path.is_file():
        yield from _rows(path, sources)


def encodings(folder: Path) -> dict[str, str]:
    """Return the encoding that is stated of files; what is wrong with a statement, `read` says."""
    found: dict[str, str] = {}
    for path in sorted(folder.rglob("*.toml")):
        with suppress(ManifestError):
            stated = _read(path).get("encoding")
            if isinstance(stated, str) and encoding.known(stated):
                found[path.relative_to(folder).as_posix().removesuffix(".toml")] = stated
    return found


def beside(path: Path) -> tuple[str, tuple[str, ...], str]:
    """Return what is stated beside a file that is in no edition: the encoding, the other keys, and where.

    What is no statement of this kind, or cannot be read, is nothing.
    """
    for place in (path.with_name(f"{path.name}.toml"), path.with_suffix(".toml")):
        with suppress(ManifestError):
            content = _read(place) if place.is_file() and place != path else {}
            if content and set(content) <= {*FILE_KEYS, "cable"}:
                stated = _stated_of(str(place), {k: v for k, v in content.items() if k == "encoding"}, FILE_KEYS, ())
                return stated.encoding, tuple(key for key in content if key != "encoding"), str(place)
    return "", (), ""


def _read(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(files.read(path).decode("utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ManifestError(
            f"{path} cannot be read: {error}", 'texts stand in quotation marks: record = "17"'
        ) from error


def _tables(folder: Path, name: str) -> tuple[str, ...]:
    """Return the names of a table that a statement can mean, with or without extension."""
    return (name, *(f"{name}{extension}" for extension in EXTENSIONS if (folder / f"{name}{extension}").is_file()))


def _rows(path: Path, sources: Collection[str]) -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    try:
        words = files.read(path).decode("utf-8-sig")
        rows = list(csv.DictReader(io.StringIO(words, newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error) as error:
        raise ManifestError(f"{path} cannot be read: {error}", "save it as CSV in UTF-8, with commas") from error
    for number, row in enumerate(rows, 1):
        place = f"{path}: row {number}"
        if None in row or any(value is None for value in row.values()):
            raise ManifestError(f"{place} has more or fewer cells than there are columns")
        name = row.pop("source", "").strip()
        if name not in sources:
            near = difflib.get_close_matches(name, sources, 1, 0.6)
            hint = f"did you mean “{near[0]}”?" if near else "the column “source” names a file, or a row: cables.csv#17"
            raise ManifestError(f"{place} goes with no source: “{name}”", hint)
        yield place, name, {key: _people(key, value) for key, value in row.items() if value.strip()}


def _people(key: str, value: str) -> object:
    return [name.strip() for name in value.split(";")] if key in _PEOPLE else value.strip()


def _particulars(place: str, content: Mapping[str, Any], editors: Collection[Editor]) -> Particulars:
    whole = {key: value for key, value in content.items() if key != "cable"}
    cables = content.get("cable", [])
    if not isinstance(cables, list) or not all(isinstance(one, dict) for one in cables):
        raise ManifestError(f"{place} has one [cable]", "write `[[cable]]`, with two brackets, before each cable")
    stated = _stated_of(place, whole, FILE_KEYS, editors)
    shared = {key: value for key, value in whole.items() if key != "encoding"}
    own = [
        _stated_of(f"{place}: [[cable]] {number}", {**shared, **one}, CABLE_KEYS, editors)
        for number, one in enumerate(cables, 1)
    ]
    return replace(stated, cables=tuple(own))


def _stated_of(
    place: str, content: Mapping[str, Any], keys: Collection[str], editors: Collection[Editor]
) -> Particulars:
    values: dict[str, Any] = {}
    for key, value in content.items():
        if key not in keys:
            near = difflib.get_close_matches(key, keys, 1, 0.5)
            hint = f"did you mean “{near[0]}”?" if near else f"keys: {', '.join(keys)}"
            raise ManifestError(f"{place} has an unknown key “{key}”", hint)
        values[key] = _value(place, key, value)
    if "encoding" in values and not encoding.known(values["encoding"]):
        raise ManifestError(f"{place} names “{values['encoding']}”, which is no encoding", encoding.EXAMPLES)
    if set(values) <= {"encoding", "number"}:
        return Particulars(**values)
    known = [editor.id for editor in editors]
    resp = values.get("resp") or (known[0] if len(known) == 1 else "")
    if resp not in known:
        what = f"names “{resp}”, whom edition.toml does not name" if resp else "does not say who states this"
        hint = 'write `resp = "ed1"`, and in edition.toml an [[editor]] with `id = "ed1"` and a name'
        raise ManifestError(f"{place} {what}", hint)
    people = {f"{key}s": values.pop(key, ()) for key in _PEOPLE}
    return Particulars(**{**values, **people, "resp": resp})


def _value(place: str, key: str, value: object) -> object:
    if key in _PEOPLE:
        names = value if isinstance(value, list) else [value]
        if not names or not all(isinstance(name, str) and name.strip() for name in names):
            raise ManifestError(f"{place}: {key} is no name", f'write {key} = "Name", or {key} = ["One", "Two"]')
        return tuple(" ".join(str(name).split()) for name in names)
    text = value.isoformat() if type(value) is date else value
    if not isinstance(text, str) or not re.fullmatch(_FORMS.get(key, r"\s*\S.*"), text.strip(), re.DOTALL):
        hint = f"{key} is {_SHOWN[key]}" if key in _SHOWN else f'write {key} = "…"'
        raise ManifestError(f"{place}: {key} = {value!r} cannot be used", hint)
    return " ".join(text.split())
