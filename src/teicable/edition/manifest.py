"""``edition.toml``: what an edition says of itself, read strictly.

A key that nobody knows is refused, because a misspelt ``licence`` that is silently ignored would publish an edition
without one. ``edition.schema.json`` beside this module tells the same to editors that complete and check TOML.
"""

from __future__ import annotations

import difflib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from teicable import resources
from teicable.diagnostics import Diagnostic, Location
from teicable.errors import ManifestError
from teicable.model.declaration import STATES, Columns, Declaration, Editor
from teicable.readers.encoding import EXAMPLES, known

NAME = "edition.toml"
FORMAT = 1
LANGUAGE = r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*"
DATE = r"[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?"
PERMITTED = "permitted"
"""What ``text`` in ``[rights]`` says where the words of documents and translations may be passed on."""
TABLES: Mapping[str, Mapping[str, str]] = {
    "edition": {
        "title": r"\S.*",
        "number": r".*",
        "publisher": r".*",
        "date": f"({DATE})?",
        "doi": r"(10\.[0-9]{4,9}/\S+)?",
        "min-status": f"({'|'.join(STATES)})?",
        "address": r"(https?://[^\s?#]+)?",
        "description": r".*",
        "keywords": r".*",
        "contact": r"([^\s@]+@[^\s@]+)?",
    },
    "licence": {"uri": r"([A-Za-z][A-Za-z0-9+.-]*:\S+)?", "text": r".*"},
    "rights": {"text": f"({PERMITTED}|restricted)?", "document": r".*", "translation": r".*"},
    "language": {"translation": LANGUAGE, "original": f"({LANGUAGE})?", "interface": LANGUAGE},
    "archive": {"name": r".*"},
    "source": {"encoding": r"\S+"},
    "columns": dict.fromkeys(("id", "text", "title", "date", "summary", "source", "rights"), r"\S.*"),
}
"""Tables, their keys, and the form of each value: a regular expression for the whole of it."""
EDITOR: Mapping[str, str] = {
    "id": r"[A-Za-z_][A-Za-z0-9._-]*",
    "name": r"\S.*",
    "role": r"\S.*",
    "sort": r"\S.*",
    "orcid": r"([0-9]{4}-){3}[0-9]{3}[0-9X]",
    "affiliation": r"\S.*",
}
"""Keys of each ``[[editor]]`` and their form; ``id`` and ``name`` must be there."""
RESERVED = frozenset({"teicable", "translator", "archive", "original"})
"""Ids that every header uses for others than the editors of the edition."""
_FORMS = {
    "date": "a date such as 2026, 2026-05 or 2026-05-14",
    "doi": "a DOI such as 10.1234/abc, without https://doi.org/",
    "address": "where the site will stand, such as https://example.org/korea/",
    "uri": "an address such as https://creativecommons.org/licenses/by/4.0/",
    "translation": "a language code such as en",
    "original": "a language code such as ru",
    "text": "permitted where the holders of rights allow the words of documents to be passed on, else restricted",
    "contact": "an address for letters, such as edition@example.org",
    "orcid": "an ORCID iD such as 0000-0002-1825-0097",
    "interface": "a language code such as de",
    "min-status": f"one of {', '.join(STATES)}",
    "id": "a letter, then letters, digits, full stops or hyphens, such as ed1",
}


@dataclass(frozen=True, slots=True)
class Manifest:
    """An ``edition.toml`` that was read: where it stands, what it declares, and the least state to be published."""

    path: Path
    declaration: Declaration
    least: str = ""

    @property
    def folder(self) -> Path:
        """The folder of the edition; everything else has its fixed place in it."""
        return self.path.parent


def read(folder: Path) -> Manifest:
    """Read the manifest of the edition in ``folder``.

    Raises:
        ManifestError: there is none, or it cannot be used; the message names file and line.
    """
    path = folder / NAME
    if not path.is_file():
        raise ManifestError(
            f"{folder} is no edition: it holds no {NAME}" if folder.is_dir() else f"there is no folder {folder}",
            "`teicable init FOLDER` makes a new edition",
        )
    text, content = _content(path.read_bytes(), str(path))
    reading = _Reading(str(path), text)
    declaration = reading.declaration(content)
    labelled = {
        file.stem for place in (resources.transforms(), folder / "transforms") for file in place.glob("l10n/*.xml")
    }
    if declaration.interface not in labelled:
        reading.refuse(
            f"has interface = “{declaration.interface}”, a language without words for the pages",
            f"there are: {', '.join(sorted(labelled))}; for another one translate l10n/en.xml into transforms/l10n/"
            f"{declaration.interface}.xml of your edition",
            "interface",
            "language",
        )
    return Manifest(path, declaration, content["edition"].get("min-status", ""))


def parse(data: bytes, path: str = NAME) -> Declaration:
    """Return what a manifest declares.

    Raises:
        ManifestError: see `read`.
    """
    text, content = _content(data, path)
    return _Reading(path, text).declaration(content)


def _content(data: bytes, path: str) -> tuple[str, dict[str, Any]]:
    """Return the characters of a manifest, and what TOML makes of them."""
    try:
        text = data.decode("utf-8-sig")
        content = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise ManifestError(f"{path} is not UTF-8 (byte {error.start})", "save the file as UTF-8", line) from error
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"at line (\d+)", str(error))
        hint = 'texts stand in quotation marks: title = "Korea"'
        raise ManifestError(f"{path} is not TOML: {error}", hint, int(place[1]) if place else 1) from error
    return text, content


def declared(folder: Path, shown: Path) -> Declaration | Diagnostic | None:
    """Return what the manifest of an edition declares, or the finding that it cannot be read; nothing of no edition."""
    path = folder / NAME
    if not path.is_file():
        return None
    try:
        return parse(path.read_bytes(), NAME)
    except ManifestError as error:
        message = error.message.replace(f"{NAME}:{error.line}", NAME, 1)
        unseen = "so nothing was checked by it: neither whom it names as editors nor how its tables are to be read"
        where = Location((shown / NAME).as_posix(), error.line)
        return Diagnostic("X109", f"{message}; {unseen}", where, error.hint)


@dataclass(frozen=True, slots=True)
class _Reading:
    """One manifest being read: knows where things stand, so that every refusal can say it."""

    path: str
    text: str

    def declaration(self, content: Mapping[str, Any]) -> Declaration:
        if "format" not in content:
            self.refuse(f"does not begin with “format = {FORMAT}”", f"write `format = {FORMAT}` as its first line")
        if content["format"] != FORMAT or isinstance(content["format"], bool):
            self.refuse(
                f"has format {_shown(content['format'])}; this version of teicable reads format {FORMAT}",
                "update teicable" if isinstance(content["format"], int) else f"write `format = {FORMAT}`",
                "format",
            )
        self.known(content, ("format", *TABLES, "editor"))
        values = {table: self.table(table, content.get(table, {})) for table in TABLES}
        if not values["edition"].get("title"):
            self.refuse("gives the edition no title", 'write `title = "…"` below `[edition]`', "", "edition")
        edition, licence, language = values["edition"], values["licence"], values["language"]
        return Declaration(
            title=edition["title"],
            edition=edition.get("number", ""),
            publisher=edition.get("publisher", ""),
            date=edition.get("date", ""),
            doi=edition.get("doi", ""),
            address=f"{edition['address'].rstrip('/')}/" if edition.get("address") else "",
            licence=licence.get("uri", ""),
            licence_text=licence.get("text", ""),
            language=language.get("translation", "en"),
            original=language.get("original", ""),
            interface=language.get("interface", "en"),
            archive=values["archive"].get("name", ""),
            editors=self.editors(content.get("editor", [])),
            columns=self.columns(values["columns"]),
            encoding=self.encoding(values["source"].get("encoding", "")),
            description=edition.get("description", ""),
            contact=edition.get("contact", ""),
            keywords=tuple(word.strip() for word in edition.get("keywords", "").split(";") if word.strip()),
            text_permitted=values["rights"].get("text", "") == PERMITTED,
            document_rights=values["rights"].get("document", ""),
            translation_rights=values["rights"].get("translation", ""),
        )

    def encoding(self, name: str) -> str:
        if name and not known(name):
            self.refuse(f"names “{name}”, which is no encoding", f"{EXAMPLES}", "encoding", "source")
        return name

    def columns(self, stated: Mapping[str, str]) -> Columns:
        for key, column in stated.items():
            if column in [other for name, other in stated.items() if name != key]:
                self.refuse(f"names the column “{column}” twice", "each holds one thing", key, "columns")
        # A column that is named for one thing is not another's by its mere name.
        free = {name: name if name not in stated.values() else "" for name in TABLES["columns"]}
        return Columns(**{**free, **stated})

    def editors(self, content: object) -> tuple[Editor, ...]:
        if not isinstance(content, list):
            self.refuse("has one [editor]", "write `[[editor]]`, with two brackets, before each editor", "", "editor")
        editors: list[Editor] = []
        for index, entry in enumerate(content):
            if not isinstance(entry, dict):
                self.refuse(f"has {_shown(entry)} among its editors", "write `[[editor]]` before each", "editor")
            values = self.values("editor", entry, EDITOR, index)
            for key in ("id", "name"):
                if not values.get(key):
                    self.refuse(f"gives editor {index + 1} no {key}", f'write `{key} = "…"`', "", "editor", index)
            if values["id"] in RESERVED or values["id"] in {editor.id for editor in editors}:
                self.refuse(
                    f"gives an editor the id “{values['id']}”, which is taken",
                    "choose another, such as ed1, ed2",
                    "id",
                    "editor",
                    index,
                )
            if not _checked(values.get("orcid", "")):
                self.refuse(
                    f"gives editor {index + 1} the ORCID iD {values['orcid']}, which cannot be: its last sign is wrong",
                    "copy it from https://orcid.org/",
                    "orcid",
                    "editor",
                    index,
                )
            editors.append(Editor(**values))
        return tuple(editors)

    def table(self, name: str, content: object) -> dict[str, str]:
        if not isinstance(content, dict):
            self.refuse(f"has {name} = {_shown(content)}; {name} is a table", f"write `[{name}]` on a line", name)
        return self.values(name, content, TABLES[name])

    def values(
        self, table: str, content: Mapping[str, Any], forms: Mapping[str, str], index: int = 0
    ) -> dict[str, str]:
        self.known(content, tuple(forms), table, index)
        values = {}
        for key, value in content.items():
            if key == "date" and table != "columns" and type(value) is date:
                value = value.isoformat()
            if not isinstance(value, str):
                hint = f'put it in quotation marks: {key} = "{value}"' if isinstance(value, int | float) else ""
                self.refuse(f"has {key} = {_shown(value)}, which is no text", hint, key, table, index)
            if not re.fullmatch(forms[key], value.strip(), re.DOTALL):
                known = key in _FORMS and table != "columns"
                hint = f"{key} is {_FORMS[key]}" if known else f"{key} may not be empty"
                self.refuse(f"has {key} = “{value}”", hint, key, table, index)
            values[key] = " ".join(value.split())
        return values

    def known(self, content: Mapping[str, Any], keys: tuple[str, ...], table: str = "", index: int = 0) -> None:
        for key in content:
            if key not in keys:
                near = difflib.get_close_matches(key, keys, 1, 0.5)
                place = f"[{table}]" if table else "an edition"
                hint = f"did you mean “{near[0]}”?" if near else f"{place} knows: {', '.join(keys)}"
                self.refuse(
                    f"has an unknown key “{key}”" + (f" in [{table}]" if table else ""), hint, key, table, index
                )

    def refuse(self, message: str, hint: str = "", key: str = "", table: str = "", index: int = 0) -> NoReturn:
        line = self.line(key, table, index)
        raise ManifestError(f"{self.path}{f':{line}' if line else ''} {message}", hint, line)

    def line(self, key: str, table: str, index: int) -> int:
        """Find the line of a key, or of the heading of a table; 0 where it is written in an unusual way."""
        current, seen = "", -1
        for number, line in enumerate(self.text.splitlines(), 1):
            heading = re.match(r"\s*\[\[?\s*([^\]\s]+)\s*\]\]?", line)
            if heading:
                current = heading.group(1)
                seen += current == table
            within = current == table and (not table or seen == index)
            if heading and ((within and not key) or (not table and current == key)):
                return number
            if key and within and re.match(rf'\s*["\']?{re.escape(key)}["\']?\s*[=.]', line):
                return number
        return 0


def _checked(orcid: str) -> bool:
    """Tell whether the last sign of an ORCID iD follows from the others (ISO/IEC 7064, MOD 11-2)."""
    total = 0
    for digit in orcid[:-1].replace("-", ""):
        total = (total + int(digit)) * 2
    return not orcid or "0123456789X"[(12 - total % 11) % 11] == orcid[-1]


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return f"“{str(value).lower()}” (yes or no)"
    if isinstance(value, int | float):
        return f"the number {value}"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    return "a table" if isinstance(value, dict) else f"“{value}”"
