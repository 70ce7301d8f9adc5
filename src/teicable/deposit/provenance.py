"""Provenance: what the files of a package were made from, by whom and how, as PROV-JSON.

An edition of ten thousand documents is told a hundred at a time; what is to be written waits on disk to be sorted.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing

from teicable.model.declaration import Declaration
from teicable.render import PROVENANCE
from teicable.render.collection import AT_ONCE, gathered, in_parts
from teicable.render.rendering import Renderer

NAME = "metadata/provenance.json"
"""Its place in a package."""
_THINGS = ("entity", "activity", "agent")
_NAMED = ("prefix", *_THINGS)
"""Sections in the order in which they stand, before what ties one thing to another; a tie has no name of its own."""
_TABLE = "CREATE TABLE said (rank INTEGER, kind TEXT, key TEXT, line TEXT, PRIMARY KEY (rank, kind, key)) WITHOUT ROWID"
# Of two who call a thing otherwise the same one is heard in any order.
_SAY = "INSERT INTO said VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET line = min(line, excluded.line)"
_SORTED = "SELECT kind, key, line FROM said ORDER BY rank, kind, key"


def provenance(
    renderer: Renderer,
    facts: Iterable[bytes],
    declaration: Declaration,
    sums: Callable[[str], Mapping[str, str]],
    at_once: int = AT_ONCE,
) -> Iterator[bytes]:
    """Yield the provenance of all documents; ``renderer`` must have been built with the target ``provenance``.

    ``sums`` gives by document the SHA-256 of its file, as ``sha256``, and of its page if there is one, as
    ``page-sha256``. Each thing and each tie stands on a line of its own, in the order of their names.

    Raises:
        TeicableError: a fact file is not well-formed.
    """
    with closing(sqlite3.connect("")) as said:  # without a name: its file is a temporary one
        said.execute(_TABLE)
        for some in in_parts(facts, at_once):
            made = json.loads(renderer.render(gathered(declaration, some, further=sums), PROVENANCE).data)
            said.executemany(_SAY, _said(made))
        yield b"{\n"
        current, number = "", 0
        for kind, key, line in said.execute(_SORTED):
            if kind != current:
                yield (b"\n},\n" if current else b"") + f'"{kind}": {{\n'.encode()
            number = number + 1 if kind == current else 1
            name = key if kind in _NAMED else f"_:{kind}{number}"
            member = f"{json.dumps(name, ensure_ascii=False)}: {line}"
            yield (b"" if kind != current else b",\n") + member.encode()
            current = kind
        yield b"\n}\n}\n" if current else b"}\n"


def _said(made: Mapping[str, Mapping[str, object]]) -> Iterator[tuple[int, str, str, str]]:
    """Yield what was made of some documents: rank and name of the section, name of the thing, what is said of it."""
    for kind, records in made.items():
        for name, record in records.items():
            line = json.dumps(record, ensure_ascii=False)
            rank = _NAMED.index(kind) if kind in _NAMED else len(_NAMED)
            yield rank, kind, name if kind in _NAMED else line, line
