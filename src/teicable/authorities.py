"""Authority files: persons with their cover names, places, organisations, as TEI ``standOff`` lists."""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property, lru_cache

from lxml import etree

from teicable.diagnostics import Diagnostic
from teicable.languages.variants import variants
from teicable.xml.parse import parse

TEI = "http://www.tei-c.org/ns/1.0"
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_KINDS = {"person": "persName", "place": "placeName", "org": "orgName", "bibl": "title"}


@dataclass(frozen=True, slots=True)
class Form:
    """One name of an entry: ``type`` is main, variant or pseudo (a cover name); ``lang`` a BCP 47 code."""

    text: str
    type: str
    lang: str = ""


@dataclass(frozen=True, slots=True)
class Office:
    """An office that a person held: what it is called, where or with whom (``refs``), from when to when.

    ``since`` and ``until`` are ISO dates of any length, inclusive; empty where the file does not say.
    """

    role: str
    refs: tuple[str, ...] = ()
    since: str = ""
    until: str = ""

    def held(self, date: str) -> bool:
        """Tell whether it was held on a day; without both ends nobody can tell."""
        return (
            bool(date and self.since and self.until)
            and self.since <= date[: len(self.since)]
            and (date[: len(self.until)] <= self.until)
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """A person, place or organisation: ``key`` is what ``@ref`` holds, such as ``person:stalin``."""

    kind: str
    id: str
    forms: tuple[Form, ...]
    offices: tuple[Office, ...] = ()

    @property
    def key(self) -> str:
        """The prefixed reference."""
        return f"{self.kind}:{self.id}"

    @property
    def main(self) -> str:
        """The name under which an index lists it."""
        return next((form.text for form in self.forms if form.type == "main"), self.id)


@dataclass(frozen=True)
class Authorities:
    """All entries an edition knows, and the ids of its taxonomies.

    Attributes:
        entries: in file order.
        categories: ids that ``class:``, ``basis:`` and ``rule:`` may name in ``@target`` and ``@ana``.
        taxonomies: ids that ``class:`` may name in ``@scheme``.
        digest: SHA-256 over the files; what was converted with other authorities is out of date.
        claims: from the reference of a disputed cover name to those whom somebody takes for its bearer, with the
            certainty of each claim (``relation[@name='coverNameOf']``).
    """

    entries: tuple[Entry, ...] = ()
    categories: frozenset[str] = frozenset()
    taxonomies: frozenset[str] = frozenset()
    digest: str = ""
    claims: Mapping[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)

    def __hash__(self) -> int:
        """Return a number by which what is made of authorities can be kept for all texts."""
        return hash(self.digest)

    @cached_property
    def by_form(self) -> dict[str, tuple[tuple[Entry, Form], ...]]:
        """Entries by folded name: case and white space do not count. Several entries: the name is ambiguous."""
        found: dict[str, dict[str, tuple[Entry, Form]]] = {}
        for entry in self.entries:
            for form in entry.forms:
                found.setdefault(fold(form.text), {}).setdefault(entry.key, (entry, form))
        return {name: tuple(bearers.values()) for name, bearers in found.items()}

    @cached_property
    def by_spelling(self) -> dict[str, tuple[tuple[Entry, Form], ...]]:
        """Entries by other spellings of their names, where no entry is called so: “vyshinskii”, “chou en-lai”."""
        found: dict[str, dict[str, tuple[Entry, Form]]] = {}
        for name, bearers in self.by_form.items():
            for spelling in variants(name):
                if spelling not in self.by_form:
                    found.setdefault(spelling, {}).update((entry.key, (entry, form)) for entry, form in bearers)
        return {name: tuple(bearers.values()) for name, bearers in found.items()}

    @cached_property
    def sought(self) -> tuple[str, ...]:
        """All folded names and spellings."""
        return (*self.by_form, *self.by_spelling)

    @cached_property
    def _alphabetical(self) -> list[str]:
        return sorted(self.sought)

    def begins(self, words: str) -> bool:
        """Tell whether a name begins with some words, or is nothing but them."""
        folded = fold(words)
        place = bisect_left(self._alphabetical, folded)
        return place < len(self._alphabetical) and self._alphabetical[place].startswith(folded)

    @cached_property
    def by_key(self) -> dict[str, Entry]:
        """Entries by reference."""
        return {entry.key: entry for entry in self.entries}

    def bearers(self, name: str, kind: str = "") -> tuple[tuple[Entry, Form], ...]:
        """Return who or what is called ``name``, in this or another spelling; no guess is made among several."""
        folded = fold(name)
        called = self.by_form.get(folded) or self.by_spelling.get(folded, ())
        return tuple(bearer for bearer in called if bearer[0].kind == kind) if kind and called else called


@lru_cache(maxsize=16384)
def fold(name: str) -> str:
    """Fold case, apostrophes and white space of a name for look-up."""
    return " ".join(name.casefold().replace("’", "'").replace("ʹ", "'").split())


def read(files: Mapping[str, bytes]) -> tuple[Authorities, list[Diagnostic]]:
    """Read authority files (path to bytes); a file that cannot be read gives its diagnostic and no entries."""
    entries: list[Entry] = []
    categories: set[str] = set()
    taxonomies: set[str] = set()
    diagnostics: list[Diagnostic] = []
    claims: dict[str, tuple[tuple[str, str], ...]] = {}
    digest = hashlib.sha256()
    for path, data in sorted(files.items()):
        digest.update(hashlib.sha256(data).digest())
        tree = parse(data, path)
        if isinstance(tree, Diagnostic):
            diagnostics.append(tree)
            continue
        categories.update(element.get(XML_ID, "") for element in tree.iter(f"{{{TEI}}}category"))
        taxonomies.update(element.get(XML_ID, "") for element in tree.iter(f"{{{TEI}}}taxonomy"))
        for relation in tree.iterfind(f".//{{{TEI}}}relation[@name='coverNameOf']"):
            active, passive = (_reference(relation.get(name, "")) for name in ("active", "passive"))
            claims[active] = (*claims.get(active, ()), (passive, relation.get("cert", "")))
        for kind, name in _KINDS.items():
            entries.extend(_entry(element, kind, name) for element in tree.iter(f"{{{TEI}}}{kind}"))
    known = tuple(entry for entry in entries if entry.id)
    ids = frozenset(categories - {""}), frozenset(taxonomies - {""})
    return Authorities(known, ids[0], ids[1], digest.hexdigest(), claims), diagnostics


def _entry(element: etree._Element, kind: str, name: str) -> Entry:
    forms = tuple(
        Form(" ".join("".join(map(str, child.itertext())).split()), child.get("type", "main"), child.get(XML_LANG, ""))
        for child in element.findall(f"{{{TEI}}}{name}")
    )
    offices = tuple(map(_office, element.iterchildren(f"{{{TEI}}}affiliation")))
    return Entry(kind, element.get(XML_ID, ""), tuple(form for form in forms if form.text), offices)


def _office(element: etree._Element) -> Office:
    role = " ".join("".join(map(str, element.itertext())).split())
    since = element.get("notBefore") or element.get("from") or ""
    until = element.get("notAfter") or element.get("to") or ""
    pointers = [element.get("ref", ""), *(inner.get("ref", "") for inner in element.iter())]
    return Office(role, tuple(dict.fromkeys(" ".join(pointers).split())), since, until)


def _reference(pointer: str) -> str:
    """Return a pointer of the file of persons as other files write it: “#orlov” is “person:orlov”."""
    return pointer.replace("#", "person:", 1) if pointer.startswith("#") else pointer
