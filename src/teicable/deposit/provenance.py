"""Provenance: what the files of a package were made from, by whom and how, as PROV-JSON.

An edition of ten thousand documents is told a hundred at a time, and only what is to be written is kept of them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from teicable.model.declaration import Declaration
from teicable.render import PROVENANCE
from teicable.render.collection import gathered
from teicable.render.rendering import Renderer

NAME = "metadata/provenance.json"
"""Its place in a package."""
_THINGS = ("entity", "activity", "agent")
_AT_ONCE = 100


def provenance(
    renderer: Renderer, facts: Iterable[bytes], declaration: Declaration, sums: Mapping[str, Mapping[str, str]]
) -> bytes:
    """Return the provenance of all documents; ``renderer`` must have been built with the target ``provenance``.

    ``sums`` are by document the SHA-256 of its file, as ``sha256``, and of its page if there is one, as
    ``page-sha256``. Each thing and each tie stands on a line of its own, in the order of their names.

    Raises:
        TeicableError: a fact file is not well-formed.
    """
    said: dict[str, dict[str, str]] = {}
    remaining = iter(facts)
    while some := list(islice(remaining, _AT_ONCE)):
        made = json.loads(renderer.render(gathered(declaration, some, further=sums), PROVENANCE).data)
        for kind, records in made.items():
            known = said.setdefault(kind, {})
            for name, record in records.items():
                line = json.dumps(record, ensure_ascii=False)
                # A tie has no name of its own. Of two who call a thing otherwise the same one is heard in any order.
                key = name if kind in (*_THINGS, "prefix") else line
                known[key] = min(known.get(key, line), line)
    sections = (f'"{kind}": {_block(_lines(kind, said[kind]))}' for kind in sorted(said, key=_rank))
    return f"{_block(sections)}\n".encode()


def _block(members: Iterable[str]) -> str:
    return "{\n" + ",\n".join(members) + "\n}"


def _lines(kind: str, records: Mapping[str, str]) -> Iterator[str]:
    for number, key in enumerate(sorted(records), 1):
        name = key if kind in (*_THINGS, "prefix") else f"_:{kind}{number}"
        yield f"{json.dumps(name, ensure_ascii=False)}: {records[key]}"


def _rank(kind: str) -> tuple[int, str]:
    """Return where a section stands: first what names mean, then things, then what ties them."""
    order = ("prefix", *_THINGS)
    return (order.index(kind) if kind in order else len(order)), kind
