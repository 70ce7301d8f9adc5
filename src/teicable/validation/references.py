"""References: everything that points somewhere arrives, at a thing of the right kind."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from lxml import etree

from teicable.authorities import TEI, XML_ID, Authorities, fold
from teicable.diagnostics import Diagnostic, Location
from teicable.model.declaration import Editor

POINTERS = frozenset(
    {"active", "ana", "copyOf", "corresp", "exclude", "facs", "hand", "mutual", "next", "passive", "prev", "ref"}
    | {"rendition", "resp", "sameAs", "scheme", "scribeRef", "select", "source", "synch", "target", "who", "wit"}
)
"""Attributes that hold one or several pointers."""
ENTITIES = {"person": "a person", "place": "a place", "org": "an organisation", "bibl": "a bibliographic entry"}
CATEGORIES = {"class": "a category", "basis": "a category", "rule": "a category"}
_FILES = {"person": "listperson.xml", "place": "listplace.xml", "org": "listorg.xml", "bibl": "listbibl.xml"}
_KINDS = {"rendition": ("rendition",), "hand": ("handNote", "handShift"), "scheme": ("taxonomy",)}
_PREFIXED = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.DOTALL)
_VALUES = {"scheme": ("rendition", "tagsDecl", "namespace", "citeStructure")}
"""Elements on which an attribute of such a name holds a value of a list and points nowhere."""
_ELSEWHERE = frozenset({"http", "https", "mailto", "urn", "doi", "tag", "info", "ftp"})


def check(
    tree: etree._ElementTree,
    path: str,
    authorities: Authorities | None = None,
    neighbours: Collection[str] | None = None,
    editors: Collection[Editor] = (),
) -> list[Diagnostic]:
    """Return what is wrong with the ids and references of a TEI file.

    Args:
        tree: the file.
        path: how to call it.
        authorities: what the prefixes ``person:`` and the like may name; without them one note says how many
            references were not followed.
        neighbours: names of the files in the same folder, for references from document to document.
        editors: whom the edition names as its editors, for ``resp``.
    """
    checking = _Checking(path, authorities, neighbours, {editor.id: editor for editor in editors})
    root = tree.getroot()
    found = list(checking.identify(root))
    checking.prefixes = {
        element.get("ident", ""): element.get("matchPattern", "") for element in root.iter(f"{{{TEI}}}prefixDef")
    }
    for element in root.iter(etree.Element):
        for name in POINTERS.intersection(map(str, element.attrib)):
            if _name(element) in _VALUES.get(name, ()):
                continue
            for pointer in (element.get(name) or "").split():
                problem = checking.follow(element, name, pointer)
                if problem:
                    found.append(problem)
    if checking.unfollowed:
        found.append(
            Diagnostic(
                "X106",
                f"{checking.unfollowed} references to authority files were not followed: the file is in no edition",
                Location(path),
                "put the file into the folder tei of an edition, beside its folder authorities",
            )
        )
    return found


@dataclass
class _Checking:
    """One file being checked."""

    path: str
    authorities: Authorities | None
    neighbours: Collection[str] | None
    editors: Mapping[str, Editor] = field(default_factory=dict)
    ids: dict[str, etree._Element] = field(default_factory=dict)
    prefixes: dict[str, str] = field(default_factory=dict)
    unfollowed: int = 0

    def identify(self, root: etree._Element) -> Iterator[Diagnostic]:
        for element in root.iter(etree.Element):
            name = element.get(XML_ID)
            if name is None:
                continue
            first = self.ids.setdefault(name, element)
            if first is not element:
                yield self.report(
                    "X101",
                    element,
                    f"the id “{name}” is given twice, first in line {first.sourceline} (to {_name(first)})",
                    f"give this {_name(element)} an id of its own; references to “#{name}” mean the first",
                )

    def follow(self, element: etree._Element, attribute: str, pointer: str) -> Diagnostic | None:
        if pointer.startswith("#"):
            return self.local(element, attribute, pointer)
        match = _PREFIXED.fullmatch(pointer)
        if match is None:
            return self.neighbour(element, attribute, pointer)
        prefix, name = match.groups()
        if prefix in self.prefixes:
            return self.entry(element, attribute, prefix, name)
        if prefix.lower() in _ELSEWHERE:
            return None
        near = difflib.get_close_matches(prefix, [*self.prefixes, *_ELSEWHERE], 1)
        return self.report(
            "X104",
            element,
            f"{_written(attribute, pointer)} uses the prefix “{prefix}:”, which the header does not declare",
            f"did you mean “{near[0]}:{name}”?" if near else "declare it with prefixDef in listPrefixDef",
        )

    def local(self, element: etree._Element, attribute: str, pointer: str) -> Diagnostic | None:
        target = self.ids.get(pointer[1:])
        if target is None:
            return self.report(
                "X102",
                element,
                f"{_written(attribute, pointer)} points to nothing in this file",
                self.answering(pointer[1:], attribute),
            )
        kinds = _KINDS.get(attribute)
        if kinds and _name(target) not in kinds:
            return self.report(
                "X105",
                element,
                f"{_written(attribute, pointer)} points to a {_name(target)} (line {target.sourceline}), "
                f"not to a {' or '.join(kinds)}",
                _near(pointer[1:], (i for i, e in self.ids.items() if _name(e) in kinds), "#"),
            )
        return None

    def answering(self, name: str, attribute: str) -> str:
        """Say how a name that nothing in the file bears comes to be there; an editor of the edition is declared."""
        editor = self.editors.get(name)
        if editor is not None:
            line = (
                f'<respStmt xml:id="{name}"><resp>{escape(editor.role)}</resp>'
                f"<persName>{escape(editor.name)}</persName></respStmt>"
            )
            return f"edition.toml names this editor, the file does not yet: add to titleStmt, as its last line, {line}"
        near = _near(name, self.ids, "#")
        if near or attribute != "resp":
            return near or "give the thing that is meant this xml:id"
        return f"name the editor in edition.toml, with id = “{name}”; files converted before need it in titleStmt too"

    def entry(self, element: etree._Element, attribute: str, prefix: str, name: str) -> Diagnostic | None:
        if prefix not in ENTITIES and prefix not in CATEGORIES:
            return None
        if self.authorities is None:
            self.unfollowed += 1
            return None
        written = _written(attribute, f"{prefix}:{name}")
        if prefix in CATEGORIES:
            scheme = attribute == "scheme"
            known = self.authorities.taxonomies if scheme else self.authorities.categories
            if name in known:
                return None
            what = "taxonomy" if scheme else "category of the taxonomies"
            hint = _near(name, known, f"{prefix}:") or "add it to authorities/taxonomies.xml"
            return self.report("X103", element, f"{written} names no {what}", hint)
        if f"{prefix}:{name}" in self.authorities.by_key:
            return None
        other = next((e for e in self.authorities.entries if e.id == name), None)
        if other is not None:
            return self.report(
                "X105",
                element,
                f"{written} should name {ENTITIES[prefix]}; “{name}” is {ENTITIES.get(other.kind, other.kind)}",
                f"write “{other.key}”, or name {ENTITIES[prefix]}",
            )
        hint = self.candidates(element, prefix, name)
        return self.report("X103", element, f"{written} is in no authority file", hint)

    def candidates(self, element: etree._Element, prefix: str, name: str) -> str:
        """Propose entries: by the words that stand in the element, or else by likeness of the id."""
        assert self.authorities is not None
        words = fold("".join(map(str, element.itertext())))
        bearers = [entry.key for entry, _ in self.authorities.bearers(words, prefix)]
        known = [entry.id for entry in self.authorities.entries if entry.kind == prefix]
        near = bearers or [f"{prefix}:{n}" for n in difflib.get_close_matches(name, known, 2, 0.6)]
        add = f"add “{name}” to authorities/{_FILES[prefix]}"
        return f"did you mean {' or '.join(f'“{n}”' for n in near)}? Otherwise {add}" if near else add

    def neighbour(self, element: etree._Element, attribute: str, pointer: str) -> Diagnostic | None:
        name = pointer.partition("#")[0]
        if self.neighbours is None or "/" in name or name in self.neighbours:
            return None
        hint = _near(name, self.neighbours, "")
        entries = self.authorities.entries if self.authorities else ()
        keys = [entry.key for entry in entries if entry.id == name]
        if name in self.ids:
            hint = f"did you mean “#{name}”?"
        elif keys:
            hint = f"did you mean {' or '.join(f'“{key}”' for key in keys)}?"
        return self.report(
            "X107", element, f"{_written(attribute, pointer)} names a file that is not in this folder", hint
        )

    def report(self, code: str, element: etree._Element, message: str, hint: str = "") -> Diagnostic:
        xpath = element.getroottree().getelementpath(element).replace(f"{{{TEI}}}", "")
        return Diagnostic(code, message, Location(self.path, _line(element), 0, xpath), hint)


def _near(name: str, known: Iterable[str], prefix: str) -> str:
    near = difflib.get_close_matches(name, list(known), 2, 0.5)
    return f"did you mean {' or '.join(f'“{prefix}{candidate}”' for candidate in near)}?" if near else ""


def _written(attribute: str, pointer: str) -> str:
    return f"{attribute}=“{pointer}”"


def _line(element: etree._Element) -> int:
    return element.sourceline if isinstance(element.sourceline, int) else 0


def _name(element: etree._Element) -> str:
    return str(etree.QName(element).localname)
