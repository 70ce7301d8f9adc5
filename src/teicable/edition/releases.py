"""``releases.toml``: what each release of an edition held, so that the next one can say what changed since.

A release names only what it brought: documents that are new, changed, withdrawn or known by another id. What an edition
has released is therefore all releases together, each document as the last one that names it left it. Digests, not
texts, stand there: enough to tell whether words, markup or header changed and in which paragraph.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from lxml import etree

from teicable.errors import ManifestError
from teicable.model.declaration import Declaration

NAME = "releases.toml"
NUMBER = r"(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)\.(0|[1-9][0-9]*)"
NEW, WORDS, MARKUP, HEADER, RENAMED, MOVED, WITHDRAWN = (
    "new",
    "words",
    "markup",
    "header",
    "renamed",
    "moved",
    "withdrawn",
)
KINDS = (NEW, WORDS, MARKUP, HEADER, RENAMED, MOVED, WITHDRAWN)
"""What a release did to a document, in the order in which it is told; the last two leave none behind."""
_GONE = (MOVED, WITHDRAWN)
_HEADING = """\
# What each release held. Written by `teicable release`, which only adds to it; keep this file with the edition.
"""
_STATE = ("words", "text", "header")


@dataclass(frozen=True, slots=True)
class State:
    """What a document said when it was released.

    Attributes:
        words: digest of its words, those of the source and those of the editors.
        text: digest of the encoding of the text.
        header: digest of its header, without history and without what all documents of the edition say alike.
        blocks: digest of the words of each block by ``xml:id``; under an empty id, those of the lines around them.
    """

    words: str = ""
    text: str = ""
    header: str = ""
    blocks: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Change:
    """What one release did to one document.

    Attributes:
        id: of the document.
        kind: one of `KINDS`.
        title: as the document has it, or last had it.
        places: ids of the blocks whose words changed.
        why: it was withdrawn.
        to: id by which it is known since.
        state: what it said; none of one that is gone.
    """

    id: str
    kind: str
    title: str = ""
    places: tuple[str, ...] = ()
    why: str = ""
    to: str = ""
    state: State = field(default_factory=State)


@dataclass(frozen=True, slots=True)
class Release:
    """One release: number, day, who answers for it, why, and what it did."""

    number: str
    date: str
    by: str
    name: str
    why: str
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Gone:
    """A document that a release had and the site has not: what was last said of it, and which release had it last."""

    last: Change
    release: Release
    had: Release


@dataclass(frozen=True, slots=True)
class Releases:
    """All releases of an edition, the oldest first."""

    all: tuple[Release, ...] = ()

    @property
    def last(self) -> Release | None:
        """The newest release."""
        return self.all[-1] if self.all else None

    def known(self) -> dict[str, Change]:
        """Return what was last said of each document that a release ever had."""
        return {change.id: change for release in self.all for change in release.changes}

    def current(self) -> dict[str, Change]:
        """Return the documents that are released, without those that were withdrawn or got another id."""
        return {name: change for name, change in self.known().items() if change.kind not in _GONE}

    def gone(self, present: Collection[str]) -> list[Gone]:
        """Return the documents that a release had and that are not ``present``, whatever the reason."""
        last: dict[str, Gone] = {}
        for number, release in enumerate(self.all):
            for change in release.changes:
                before = self.all[number - 1] if change.kind in _GONE and number else release
                last[change.id] = Gone(change, release, before)
        newest = self.all[-1:]
        return [
            found if found.last.kind in _GONE else Gone(found.last, found.release, newest[0])
            for name, found in sorted(last.items())
            if name not in present
        ]

    def led(self, document: str) -> str:
        """Return the id by which a document is known in the end."""
        known, seen = self.known(), {document}
        while (change := known.get(document)) and change.kind == MOVED and change.to not in seen:
            document = change.to
            seen.add(document)
        return document

    def format(self) -> bytes:
        """Return the file."""
        return (_HEADING + "".join(line for release in self.all for line in _lines(release))).encode("utf-8")

    def element(self) -> etree._Element:
        """Return an element ``releases``, the newest first, as stylesheets read it."""
        root = etree.Element("releases")
        current = self.current()
        for release in reversed(self.all):
            said = {"number": release.number, "date": release.date, "by": release.name, "why": release.why}
            one = etree.SubElement(root, "release", said)
            for change in release.changes:
                said = {"id": change.id, "kind": change.kind, "title": change.title, "why": change.why}
                to = {"to": self.led(change.to)} if change.to else {}
                entry = etree.SubElement(one, "change", {**said, **to})
                blocks = current[change.id].state.blocks if change.id in current else {}
                for place in change.places:
                    etree.SubElement(entry, "in", {"id": place, "stands": "true" if place in blocks else "false"})
        return root


def parts(number: str) -> tuple[int, ...]:
    """Return the three parts of a number, to be compared; none of what is no such number."""
    return tuple(map(int, number.split("."))) if re.fullmatch(NUMBER, number) else ()


def tombstone(gone: Gone, releases: Releases, declaration: Declaration) -> bytes:
    """Return what is to be said of a document that is gone, as the stylesheet of its page reads it."""
    said = {
        "id": gone.last.id,
        "kind": gone.last.kind if gone.last.kind in _GONE else "missing",
        "title": gone.last.title,
        "why": gone.last.why,
        "number": gone.release.number if gone.last.kind in _GONE else "",
        "date": gone.release.date if gone.last.kind in _GONE else "",
        "had": gone.had.number,
        "had-date": gone.had.date,
        "to": releases.led(gone.last.to) if gone.last.to else "",
        "lang": declaration.language,
        "doi": declaration.doi,
        "address": declaration.address,
        "contact": declaration.contact,
    }
    return etree.tostring(etree.Element("gone", {key: value for key, value in said.items() if value}))


def read(path: Path) -> Releases:
    """Read ``releases.toml``; a missing file holds no release.

    Raises:
        ManifestError: it is not in the form in which it is written.
    """
    if not path.is_file():
        return Releases()
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        return Releases(tuple(_release(entry) for entry in content.get("release", [])))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise ManifestError(f"{path} cannot be read: {error}", "restore it from an earlier version") from error


def _release(entry: Mapping[str, Any]) -> Release:
    day = entry["date"]
    if not parts(entry["number"]):
        raise ValueError(f"“{entry['number']}” is no number of a release")
    return Release(
        entry["number"],
        day.isoformat() if isinstance(day, date) else str(day),
        str(entry.get("by", "")),
        str(entry.get("name", "")),
        str(entry.get("why", "")),
        tuple(_change(name, said) for name, said in entry.get("documents", {}).items()),
    )


def _change(name: str, said: Mapping[str, Any]) -> Change:
    if said["change"] not in KINDS:
        raise ValueError(f"“{said['change']}” of “{name}” is none of {', '.join(KINDS)}")
    blocks = {one.rpartition(":")[0]: one.rpartition(":")[2] for one in said.get("blocks", [])}
    return Change(
        name,
        said["change"],
        str(said.get("title", "")),
        tuple(map(str, said.get("in", []))),
        str(said.get("why", "")),
        str(said.get("to", "")),
        State(str(said.get("words", "")), str(said.get("text", "")), str(said.get("header", "")), blocks),
    )


def _lines(release: Release) -> Iterable[str]:
    yield "\n[[release]]\n" + _said({key: getattr(release, key) for key in ("number", "date", "by", "name", "why")})
    for change in release.changes:
        yield f"\n[release.documents.{_quoted(change.id)}]\n"
        yield _said({"change": change.kind, "title": change.title, "why": change.why, "to": change.to})
        yield f"in = {_quoted(list(change.places))}\n" if change.places else ""
        yield _said({key: getattr(change.state, key) for key in _STATE})
        blocks = [f"{name}:{digest}" for name, digest in change.state.blocks.items()]
        yield f"blocks = {_quoted(blocks)}\n" if blocks else ""


def _said(values: Mapping[str, str]) -> str:
    return "".join(f"{key} = {_quoted(value)}\n" for key, value in values.items() if value)


def _quoted(value: object) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
