"""``ids.toml``: the address of every document, frozen when it is first given.

Others cite a document by its id, so an id is only ever added: not changed when a date is corrected, not given to
another source, not taken away with the source. The checksum of the source at that moment stands beside it, because
file names change: a source that only got another name keeps its id.
"""

from __future__ import annotations

import itertools
import json
import string
import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from teicable.errors import ManifestError
from teicable.model.declaration import Assignment

NAME = "ids.toml"
_HEADING = """\
# The id of every document, frozen when it was first converted. Written by teicable, which only adds to it.
# Others cite these ids: do not change one, and keep this file with the edition.
"""


@dataclass(frozen=True, slots=True)
class Address:
    """What was given to one source: document id, ISO date of the first conversion, SHA-256 of its bytes then.

    ``further`` are the ids of the other cables of a source that holds several, in their order.
    """

    id: str
    converted: str
    sha256: str = ""
    further: tuple[str, ...] = ()

    @property
    def documents(self) -> tuple[str, ...]:
        """The ids of all cables of the source."""
        return (self.id, *self.further)


@dataclass(frozen=True)
class Ids:
    """All addresses of an edition, by name of the source below ``source/``."""

    addresses: Mapping[str, Address] = field(default_factory=dict)

    def assignment(self, name: str) -> Assignment:
        """Return the frozen address of a source, empty where it has none yet."""
        address = self.addresses.get(name)
        return Assignment(address.id, address.converted, address.further) if address else Assignment()

    def source_of(self, document: str, present: Iterable[str]) -> str:
        """Return which of the sources that are ``present`` became ``document``, or an empty string."""
        return next((n for n in present if n in self.addresses and document in self.addresses[n].documents), "")

    def renamed(self, sources: Mapping[str, str]) -> Ids:
        """Give back their ids to sources (name to SHA-256) that were known by a name which is gone."""
        gone = {a.sha256: a for n, a in self.addresses.items() if n not in sources and a.sha256}
        found = {n: gone[sha] for n, sha in sources.items() if n not in self.addresses and sha in gone}
        unique = {n: a for n, a in found.items() if list(found.values()).count(a) == 1}
        return Ids({**self.addresses, **unique})

    def assigned(self, proposals: Mapping[str, tuple[Sequence[str], str]], converted: str) -> Ids:
        """Freeze ids for new sources (name to proposed ids and SHA-256), in order of their names.

        Two new sources that propose one id get ``-a`` and ``-b``; one that comes later gets ``-b``, and the frozen id
        stays as it is. A source with an id that turns out to hold further cables keeps the id for the first.
        """
        addresses = dict(self.addresses)
        taken = {document for address in addresses.values() for document in address.documents}
        wanted = [one for name, (proposed, _) in proposals.items() if name not in addresses for one in proposed]
        for name, (proposed, sha256) in sorted(proposals.items()):
            known = addresses[name].documents if name in addresses else ()
            chosen = [*known]
            for one in proposed[len(known) :]:
                chosen.append(_free(one, taken, shared=wanted.count(one) > 1))
                taken.add(chosen[-1])
            if name in addresses:
                addresses[name] = replace(addresses[name], further=tuple(chosen[1:]))
            elif chosen:
                addresses[name] = Address(chosen[0], converted, sha256, tuple(chosen[1:]))
        return Ids(addresses)

    def format(self) -> bytes:
        """Return the file: sorted by name, one table a source."""
        tables = [
            f"\n[{json.dumps(name, ensure_ascii=False)}]\n"
            f"id = {json.dumps(address.id)}\nconverted = {json.dumps(address.converted)}\n"
            + (f"sha256 = {json.dumps(address.sha256)}\n" if address.sha256 else "")
            + (f"further = {json.dumps(list(address.further))}\n" if address.further else "")
            for name, address in sorted(self.addresses.items())
        ]
        return (_HEADING + "".join(tables)).encode("utf-8")


def read(path: Path) -> Ids:
    """Read ``ids.toml``; a missing file holds no ids.

    Raises:
        ManifestError: it is not in the form in which it is written, or gives one id to two different sources.
    """
    if not path.is_file():
        return Ids()
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ManifestError(f"{path} cannot be read: {error}", "restore it from an earlier version") from error
    addresses: dict[str, Address] = {}
    owners: dict[str, list[str]] = {}
    for name, entry in content.items():
        values = entry if isinstance(entry, dict) else {}
        texts = {key: value.isoformat() if isinstance(value, date) else value for key, value in values.items()}
        further = texts.pop("further", [])
        if not {"id", "converted"} <= set(texts) <= {"id", "converted", "sha256"} or not all(
            isinstance(value, str) for value in (*texts.values(), *(further if isinstance(further, list) else [None]))
        ):
            raise ManifestError(
                f"{path}: “{name}” needs id and converted, and may have sha256 and further (a list); nothing else"
            )
        address = Address(**texts, further=tuple(further))
        owned = ((document, n) for document in address.documents for n in owners.get(document, ()))
        same, twin = next(((d, n) for d, n in owned if addresses[n].sha256 != address.sha256), ("", None))
        if twin is not None:
            raise ManifestError(f"{path} gives the id “{same}” to “{twin}” and to “{name}”", "each needs its own")
        addresses[name] = address
        for document in address.documents:
            owners.setdefault(document, []).append(name)
    return Ids(addresses)


def _free(proposed: str, taken: Collection[str], *, shared: bool) -> str:
    """Return the id that is proposed, with a letter where another source has it or wants it."""
    if not shared and proposed not in taken:
        return proposed
    letters = _letters()
    if proposed in taken:
        next(letters)
    return next(c for c in (f"{proposed}-{letter}" for letter in letters) if c not in taken)


def _letters() -> Iterator[str]:
    for length in itertools.count(1):
        for letters in itertools.product(string.ascii_lowercase, repeat=length):
            yield "".join(letters)
