"""What an editor states beside the sources: ``source/NAME.toml`` for one, ``source/sources.csv`` for many.

Both know the same keys, and are read as strictly as ``edition.toml``: a misspelt ``translator`` that is silently
ignored would publish a document without one. ``NAME`` is the name of the source, with or without its extension.
"""

from __future__ import annotations

import csv
import difflib
import io
import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from teicable import files
from teicable.edition.manifest import DATE
from teicable.errors import ManifestError
from teicable.model.declaration import Editor, Particulars

TABLE = "sources.csv"
KEYS = ("address", "record", "accessed", "translator", "contributor", "shelfmark", "provenance", "donor", "resp")
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
        meant = whole or [source for source in sources if source.rpartition(".")[0] == name]
        if len(meant) != 1:
            which = f"several sources: {', '.join(meant)}" if meant else "no source"
            hint = f"call it as the source with .toml after it, for instance {name}.txt.toml"
            raise ManifestError(f"{path} goes with {which}", hint)
        try:
            yield str(path), meant[0], tomllib.loads(files.read(path).decode("utf-8-sig"))
        except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
            raise ManifestError(
                f"{path} cannot be read: {error}", 'texts stand in quotation marks: record = "17"'
            ) from error
    path = folder / TABLE
    if path.is_file():
        yield from _rows(path, sources)


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
    values: dict[str, Any] = {}
    for key, value in content.items():
        if key not in KEYS:
            near = difflib.get_close_matches(key, KEYS, 1, 0.5)
            hint = f"did you mean “{near[0]}”?" if near else f"keys: {', '.join(KEYS)}"
            raise ManifestError(f"{place} has an unknown key “{key}”", hint)
        values[key] = _value(place, key, value)
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
