"""Which work a build has to do: pure, from digests, so that it can be tested without a file.

Everything that a result depends on enters a key. A result is current while its key is the one under which it was
made and its files are still there. ``build/state.json`` remembers keys, and with them what was found, so that a
build that has nothing to do still reports what waits for an editor.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from teicable.diagnostics import Diagnostic
from teicable.diagnostics.formats import as_dict, from_dict
from teicable.errors import TeicableError

FORMAT = 4
OPEN = frozenset({"X107", "X201", "X202", "X206"})
"""Codes that may be settled by a change elsewhere: work that found one is done again."""


@dataclass(frozen=True, slots=True)
class Done:
    """A piece of work that was done.

    Attributes:
        key: under which it was done.
        documents: what it gave; none: refused.
        diagnostics: what was found on the way.
        infoset: digest of the TEI file that was published, by which an edited file is known; empty: unreadable.
    """

    key: str
    documents: tuple[str, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    infoset: str = ""


@dataclass(frozen=True)
class State:
    """What earlier builds did.

    Attributes:
        sources: conversions by name.
        documents: by id, what was checked and made of a document alone.
        pages: by id, its page, which names its neighbours.
        index: key of the pages of the edition.
        books: by kind (``book``, ``epub``), the key of each volume by its name.
        search: key of the search index.
    """

    sources: Mapping[str, Done] = field(default_factory=dict)
    documents: Mapping[str, Done] = field(default_factory=dict)
    pages: Mapping[str, Done] = field(default_factory=dict)
    index: str = ""
    books: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    search: str = ""


@dataclass(frozen=True, slots=True)
class Conversions:
    """Sources to convert, in order, and those that are current."""

    due: tuple[str, ...]
    current: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pages:
    """Documents to render, and those that are current, in order."""

    due: tuple[str, ...]
    current: tuple[str, ...]


def key(*parts: str) -> str:
    """Return one digest for all that a result depends on."""
    return hashlib.sha256("\x1f".join(parts).encode("utf-8")).hexdigest()


def conversions(
    keys: Mapping[str, str], documents: Collection[str], state: State, *, force: bool = False
) -> Conversions:
    """Decide which sources to convert.

    Args:
        keys: source to the key of its conversion.
        documents: ids of the TEI files that exist.
        state: what earlier builds did.
        force: convert all.
    """

    def current(name: str) -> bool:
        done = state.sources.get(name)
        if done is None or done.key != keys[name] or _open(done):
            return False
        return all(document in documents for document in done.documents)

    due = tuple(name for name in sorted(keys) if force or not current(name))
    return Conversions(due, tuple(name for name in sorted(keys) if name not in set(due)))


def documents(
    keys: Mapping[str, str], built: Mapping[str, Collection[str]], state: State, *, force: bool = False
) -> Pages:
    """Decide which documents to check, and to make all but the page of.

    Args:
        keys: document id to the key of what is made of it.
        built: place (``site/tei``, ``facts``) to the ids that have a file there.
        state: what earlier builds did.
        force: all.
    """
    # Any other document may refer to one that is gone.
    lost = not keys.keys() >= state.documents.keys()
    return _due(keys, built, state.documents, force=force or lost)


def pages(keys: Mapping[str, str], built: Collection[str], state: State, *, force: bool = False) -> Pages:
    """Decide of which documents to make the page; ``built`` are the ids that have one."""
    return _due(keys, {"site": built}, state.pages, force=force)


def _due(
    keys: Mapping[str, str], built: Mapping[str, Collection[str]], known: Mapping[str, Done], *, force: bool
) -> Pages:
    def current(document: str) -> bool:
        done = known.get(document)
        if done is None or done.key != keys[document] or _open(done):
            return False
        return not done.documents or all(document in ids for ids in built.values())

    due = tuple(document for document in sorted(keys) if force or not current(document))
    return Pages(due, tuple(document for document in sorted(keys) if document not in set(due)))


def gone(built: Mapping[str, Collection[str]], documents: Collection[str]) -> tuple[tuple[str, str], ...]:
    """Return place and id of each built file whose document is not among ``documents``."""
    return tuple(
        (place, found) for place, ids in sorted(built.items()) for found in sorted(ids) if found not in documents
    )


def read(path: Path) -> State:
    """Read the state; one that is missing, damaged or of another version counts as none: everything is made again."""
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if content["format"] != FORMAT:
            return State()
        return State(
            _done(content["sources"]),
            _done(content["documents"]),
            _done(content["pages"]),
            str(content["index"]),
            {form: dict(keys) for form, keys in content["books"].items()},
            str(content["search"]),
        )
    except (OSError, ValueError, KeyError, TypeError, AttributeError, TeicableError):
        return State()


def write(state: State) -> bytes:
    """Return the file that `read` reads."""
    content = {
        "books": {form: dict(keys) for form, keys in sorted(state.books.items())},
        "documents": {name: _entry(done) for name, done in sorted(state.documents.items())},
        "format": FORMAT,
        "index": state.index,
        "pages": {name: _entry(done) for name, done in sorted(state.pages.items())},
        "search": state.search,
        "sources": {name: _entry(done) for name, done in sorted(state.sources.items())},
    }
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def digest(paths: Iterable[Path]) -> str:
    """Return one digest of the names and bytes of files, in the order given."""
    total = hashlib.sha256()
    for path in paths:
        total.update(path.name.encode("utf-8") + b"\0" + hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _open(done: Done) -> bool:
    return any(diagnostic.code in OPEN for diagnostic in done.diagnostics)


def _entry(done: Done) -> dict[str, object]:
    found = [as_dict(diagnostic) for diagnostic in done.diagnostics]
    infoset = {"infoset": done.infoset} if done.infoset else {}
    return {"key": done.key, "documents": list(done.documents), "diagnostics": found, **infoset}


def _done(content: Mapping[str, Mapping[str, object]]) -> dict[str, Done]:
    found = {}
    for name, entry in content.items():
        documents, diagnostics = entry["documents"], entry["diagnostics"]
        if not isinstance(documents, list) or not isinstance(diagnostics, list):
            raise TypeError(name)
        known = tuple(from_dict(d) for d in diagnostics)
        found[name] = Done(str(entry["key"]), tuple(documents), known, str(entry.get("infoset", "")))
    return found
