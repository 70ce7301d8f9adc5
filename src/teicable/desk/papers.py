"""The files of an edition in which entries are kept and referred to, as one value; and what became of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from teicable.authorities import TEI, XML_ID, Authorities, read
from teicable.diagnostics import Diagnostic, Edit
from teicable.errors import DeskError
from teicable.tei.header import PREFIXES
from teicable.validation.mend import edited
from teicable.xml.parse import parse
from teicable.xml.places import Places, decoded, encoded

AUTHORITIES, TEI_FILES, WRITTEN = "authorities/", "tei/", "tei/.written/"
DECISIONS, VOCABULARIES = "review/", "vocabularies/"
NAMES: Mapping[str, str] = {"person": "persName", "place": "placeName", "org": "orgName"}
"""Kinds of entries that the desk keeps, with the element that holds a name of theirs."""
LISTS: Mapping[str, str] = {"person": "listPerson", "place": "listPlace", "org": "listOrg"}
_KEY = re.compile(r"([A-Za-z]+):(\S+)")


class Key(NamedTuple):
    """The reference of an entry, such as ``person:stalin``."""

    kind: str
    id: str

    def __str__(self) -> str:
        return f"{self.kind}:{self.id}"

    @property
    def file(self) -> str:
        """The authority file in which such entries stand by rule."""
        return AUTHORITIES + dict(PREFIXES)[self.kind]


def key(written: str) -> Key:
    """Read a reference as an editor writes it.

    Raises:
        DeskError: it names no entry of a kind that the desk keeps.
    """
    found = _KEY.fullmatch(written)
    if found is None or found[1] not in NAMES:
        hint = f"write {', '.join(f'{kind}:…' for kind in NAMES)}, with the id of the entry, such as person:stalin"
        raise DeskError(f"“{written}” is no reference to an entry", hint)
    return Key(found[1], found[2])


@dataclass(frozen=True, slots=True)
class Found:
    """An entry where it stands: its file, its element, and the places of the file."""

    key: Key
    path: str
    element: etree._Element
    places: Places


@dataclass(frozen=True)
class Papers:
    """Files of an edition by path below its folder: authority files, TEI, decisions and word lists."""

    files: Mapping[str, bytes]
    _read: dict[str, Places] = field(default_factory=dict, init=False, repr=False, compare=False)

    def within(self, *folders: str) -> list[str]:
        """Return the paths of files directly in one of the folders, in order."""
        return [path for path in sorted(self.files) if path.rpartition("/")[0] + "/" in folders]

    def tree(self, path: str) -> etree._ElementTree:
        """Parse a file.

        Raises:
            DeskError: it cannot be read; nobody can tell which entries it names.
        """
        tree = parse(self.files[path], path)
        if isinstance(tree, Diagnostic):
            raise DeskError(f"{tree.location} cannot be read: {tree.message}", f"{tree.hint}; nothing was changed")
        if encoded(decoded(self.files[path]), self.files[path]) != self.files[path]:
            raise DeskError(f"{path} holds bytes that are no characters", "save it as UTF-8; nothing was changed")
        return tree

    def places(self, path: str) -> Places:
        """Parse a file and say where its parts stand; authority files are kept, of the many cables none."""
        if path in self._read:
            return self._read[path]
        places = Places(self.tree(path), path, self.files[path])
        if path.startswith(AUTHORITIES):
            self._read[path] = places
        return places

    def changed(self, path: str, edits: list[Edit]) -> Papers:
        """Return the papers with replacements made in one file."""
        return self.rewritten({path: edits})

    def rewritten(self, edits: Mapping[str, Sequence[Edit]]) -> Papers:
        """Return the papers with replacements made in several files."""
        files = dict(self.files)
        for path, changes in edits.items():
            files[path] = encoded(edited(decoded(files[path]), changes), files[path])
        return replace(self, files=files)

    def entries(self, *kinds: str) -> Iterator[Found]:
        """Yield the entries of some kinds (of all, if none is named), file by file."""
        for path in self.within(AUTHORITIES):
            places = self.places(path)
            for element in places.tree.iter(*(f"{{{TEI}}}{kind}" for kind in kinds or NAMES)):
                if element.get(XML_ID):
                    found = Key(str(etree.QName(element).localname), element.get(XML_ID, ""))
                    yield Found(found, path, element, places)

    def entry(self, wanted: Key) -> Found:
        """Return an entry.

        Raises:
            DeskError: there is none.
        """
        found = next((one for one in self.entries(wanted.kind) if one.key == wanted), None)
        if found is None:
            near = self.near(wanted)
            hint = f"did you mean {' or '.join(near)}?" if near else f"add it: `teicable authorities add … {wanted}`"
            raise DeskError(f"there is no entry {wanted}", hint)
        return found

    def near(self, wanted: Key) -> list[str]:
        """Return references of entries whose ids look like another."""
        import difflib

        known = [str(one.key) for one in self.entries(wanted.kind)]
        return difflib.get_close_matches(str(wanted), known, 3, 0.75)

    def holds(self, wanted: Key) -> bool:
        """Tell whether there is such an entry."""
        return any(one.key == wanted for one in self.entries(wanted.kind))

    @cached_property
    def homes(self) -> dict[tuple[str, str], Key]:
        """References of the entries by name of file and id, as pointers with “#” lead to them."""
        return {(one.path.rpartition("/")[2], one.key.id): one.key for one in self.entries()}

    @property
    def authorities(self) -> Authorities:
        """The entries, as all other stages know them."""
        return read({path: self.files[path] for path in self.within(AUTHORITIES)})[0]


@dataclass(frozen=True)
class Change:
    """What an order at the desk comes to.

    Attributes:
        papers: the files as they would be.
        found: what an editor has to know or decide; with an error nothing is to be written.
        said: what was done, in sentences.
        last: the file to write last; while it is the old one, the order can be given again.
        derived: the machine would now write the references as they were changed: files that nobody edited still
            count as the machine's.
    """

    papers: Papers
    found: tuple[Diagnostic, ...] = ()
    said: tuple[str, ...] = ()
    last: str = ""
    derived: bool = True
