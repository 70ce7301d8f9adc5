"""References: everything that points somewhere arrives, at a thing of the right kind."""

from __future__ import annotations

import difflib
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from html import escape

from lxml import etree

from teicable.authorities import TEI, XML_ID, Authorities, fold
from teicable.diagnostics import Diagnostic, Edit, Fix, Location
from teicable.model.declaration import Editor
from teicable.tei.header import PREFIXES
from teicable.validation import edits, grammar, values
from teicable.xml.places import Places

POINTERS = frozenset(
    {"active", "ana", "copyOf", "corresp", "exclude", "facs", "hand", "mutual", "next", "passive", "prev", "ref"}
    | {"rendition", "resp", "sameAs", "scheme", "scribeRef", "select", "source", "synch", "target", "who", "wit"}
)
"""Attributes that hold one or several pointers."""
ENTITIES = {"person": "a person", "place": "a place", "org": "an organisation", "bibl": "a bibliographic entry"}
CATEGORIES = {"class": "a category", "basis": "a category", "rule": "a category"}
_FILES = {"person": "listperson.xml", "place": "listplace.xml", "org": "listorg.xml", "bibl": "listbibl.xml"}
_KINDS = {"rendition": ("rendition",), "hand": ("handNote", "handShift"), "scheme": ("taxonomy",)}
_TARGETS = {("ref", "target"): "note", ("correspDesc", "corresp"): "floatingText", ("", "rendition"): "rendition"}
"""What a pointer within the file mostly leads to."""
_NAMES = {"persName": "person", "placeName": "place", "orgName": "org"}
_PREFIXED = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):(.*)", re.DOTALL)
_POINTER = re.compile(r"#\s+\S+|[A-Za-z][A-Za-z0-9+.-]*:\s+[^\s#:]+(?!\S)|\S+")
"""One pointer; a blank after “#” or a prefix is a slip, and does not make two of it."""
_VALUES = {"scheme": ("rendition", "tagsDecl", "namespace", "citeStructure")}
"""Elements on which an attribute of such a name holds a value of a list and points nowhere."""
_ELSEWHERE = frozenset({"http", "https", "mailto", "urn", "doi", "tag", "info", "ftp"})


def check(
    tree: etree._ElementTree,
    path: str,
    authorities: Authorities | None = None,
    neighbours: Collection[str] | None = None,
    editors: Collection[Editor] = (),
    places: Places | None = None,
    edition: str = "",
    prefixes: Collection[str] = (),
) -> list[Diagnostic]:
    """Return what is wrong with the ids and references of a TEI file.

    Args:
        tree: the file.
        path: how to call it.
        authorities: what the prefixes ``person:`` and the like may name; without them one note says how many
            references were not followed.
        neighbours: names of the documents of the edition as the file names them, for references to them.
        editors: whom the edition names as its editors, for ``resp``.
        places: where the parts of the file stand; without them no columns are told.
        edition: what the editor calls the folder of the edition, if the file stands in one.
        prefixes: those of references that hold though the file does not declare them.
    """
    checking = _Checking(
        places or Places(tree, path), authorities, neighbours, {editor.id: editor for editor in editors}
    )
    root = tree.getroot()
    found = list(checking.identify(root))
    checking.prefixes = dict.fromkeys(prefixes, "") | {
        element.get("ident", ""): element.get("matchPattern", "") for element in root.iter(f"{{{TEI}}}prefixDef")
    }
    for element in root.iter(etree.Element):
        for name in POINTERS.intersection(map(str, element.attrib)):
            if _name(element) in _VALUES.get(name, ()) or checking.places.unwritten(element, name):
                continue
            for pointer in _POINTER.findall(element.get(name) or ""):
                problem = checking.follow(element, name, pointer)
                if problem:
                    found.append(problem)
    if checking.unfollowed:
        found.append(_unfollowed(checking.unfollowed, path, edition))
    return found


def _unfollowed(number: int, path: str, edition: str) -> Diagnostic:
    """Say in one note that references were not followed, and what is missing: the edition, or its authority files."""
    message = "1 reference to authority files was" if number == 1 else f"{number} references to authority files were"
    missing = "the file is in no edition"
    hint = "put the file into the folder tei of an edition, beside its folder authorities"
    if edition:
        missing = f"{edition}/authorities, where they belong, holds no XML file or is not there"
        hint = f"restore {', '.join(_FILES.values())} and taxonomies.xml; `teicable init FOLDER` shows how they begin"
    return Diagnostic("X106", f"{message} not followed: {missing}", Location(path), hint)


@dataclass
class _Checking:
    """One file being checked."""

    places: Places
    authorities: Authorities | None
    neighbours: Collection[str] | None
    editors: Mapping[str, Editor] = field(default_factory=dict)
    ids: dict[str, etree._Element] = field(default_factory=dict)
    prefixes: dict[str, str] = field(default_factory=dict)
    unfollowed: int = 0

    def identify(self, root: etree._Element) -> Iterator[Diagnostic]:
        taken = {element.get(XML_ID, "") for element in root.iter(etree.Element)}
        for element in root.iter(etree.Element):
            name = element.get(XML_ID)
            if name is None:
                continue
            first = self.ids.setdefault(name, element)
            if first is not element:
                line = self.places.of(first).line
                right = edits.free(name, taken)
                taken.add(right)
                fix = edits.valued(self.places, element, "xml:id", right)
                told = self.report(
                    "X101",
                    element,
                    ("xml:id", name),
                    f"the id “{name}” is given twice, first in line {line} (to {_name(first)})",
                    otherwise=f"give this {_name(element)} an id of its own, such as “{right}”; "
                    f"references to “#{name}” mean the first",
                )
                # Where something points to it, either of the two may be meant.
                yield replace(told, fix=edits.unsure(fix) if f"#{name}" in self.pointed(root) else fix)

    def pointed(self, root: etree._Element) -> set[str]:
        """Return all pointers of a file."""
        return {
            pointer
            for element in root.iter(etree.Element)
            for name in POINTERS.intersection(map(str, element.attrib))
            for pointer in (element.get(name) or "").split()
        }

    def left_over(self, element: etree._Element, attribute: str, name: str) -> list[str]:
        """Return the things that this pointer may lead to, are called like its name, and that nothing points to."""
        kind = _TARGETS.get((_name(element), attribute)) or _TARGETS.get(("", attribute))
        pointed = self.pointed(element.getroottree().getroot()) if kind else set()
        alone = [one for one, target in self.ids.items() if _name(target) == kind and f"#{one}" not in pointed]
        return _near(name, alone, "#")

    def follow(self, element: etree._Element, attribute: str, pointer: str) -> Diagnostic | None:
        if pointer.startswith("#"):
            return self.local(element, attribute, pointer)
        match = _PREFIXED.fullmatch(pointer)
        if match is None:
            return self.neighbour(element, attribute, pointer)
        prefix, name = match.groups()
        if name[:1].isspace():
            meant = [f"{prefix}:{name.strip()}"]
            message = f"{_written(attribute, pointer)} has a blank after “{prefix}:”"
            sure = self.authorities is not None and prefix in self.prefixes
            sure = sure and self.entry(element, attribute, prefix, name.strip()) is None
            return self.report("X103", element, (attribute, pointer), message, meant, sure=sure)
        if prefix in self.prefixes:
            return self.entry(element, attribute, prefix, name)
        if prefix.lower() in _ELSEWHERE:
            return None
        near = difflib.get_close_matches(prefix, [*self.prefixes, *_ELSEWHERE], 1)
        meant = [f"{near[0]}:{name}"] if near and prefix not in _FILES else []
        told = self.report(
            "X104",
            element,
            (attribute, pointer),
            f"{_written(attribute, pointer)} uses the prefix “{prefix}:”, which the header does not declare",
            meant,
            "declare it with prefixDef in listPrefixDef",
            sure=bool(meant) and self.authorities is not None and meant[0] in self.authorities.by_key,
        )
        return told if meant else replace(told, fix=self.declared(element, prefix))

    def declared(self, element: etree._Element, prefix: str) -> Fix | None:
        """Propose to declare a prefix that every file of an edition may use."""
        where = next(element.getroottree().iter(f"{{{TEI}}}listPrefixDef"), None)
        file = dict(PREFIXES).get(prefix)
        if where is None or file is None:
            return None
        pattern = f'matchPattern="([a-z0-9-]+)" replacementPattern="../authorities/{file}#$1"'
        return edits.appended(self.places, where, f'<prefixDef ident="{prefix}" {pattern}/>')

    def local(self, element: etree._Element, attribute: str, pointer: str) -> Diagnostic | None:
        target = self.ids.get(pointer[1:])
        if target is None:
            meant = pointer[1:].strip()
            left = self.left_over(element, attribute, meant)
            near, otherwise = ([f"#{meant}"], "") if meant in self.ids else self.answering(meant, attribute)
            message = f"{_written(attribute, pointer)} points to nothing in this file"
            sure = near == [f"#{meant}"] or (len(near) == 1 and not near[0].startswith("#"))
            if len(left) == 1 and not sure:
                near, sure = left, True
            told = self.report("X102", element, (attribute, pointer), message, near, otherwise, sure=sure)
            return self.looks(element, attribute, pointer, told)
        kinds = _KINDS.get(attribute)
        if kinds and _name(target) not in kinds:
            return self.report(
                "X105",
                element,
                (attribute, pointer),
                f"{_written(attribute, pointer)} points to a {_name(target)} (line {self.places.of(target).line}), "
                f"not to a {' or '.join(kinds)}",
                _near(pointer[1:], (i for i, e in self.ids.items() if _name(e) in kinds), "#"),
            )
        return None

    def looks(self, element: etree._Element, attribute: str, pointer: str, told: Diagnostic) -> Diagnostic:
        """Write rend="italic" for rendition="#italic" where nothing declares that: how words look is said by rend."""
        word = pointer[1:].strip()
        free = attribute == "rendition" and element.get("rendition") == pointer and element.get("rend") is None
        if not free or _name(element) != "hi" or any(values.refused("hi", "rend", word)):
            return told
        name = edits.attribute_renamed(self.places, element, "rendition", "rend")
        value = edits.valued(self.places, element, "rendition", word)
        if name is None or value is None:
            return told
        right = f"write rend=“{word}”"
        return replace(told, hint=right, fix=Fix(right, True, (*name.edits, *value.edits)))

    def answering(self, name: str, attribute: str) -> tuple[list[str], str]:
        """Propose what a name that nothing in the file bears may mean; an editor of the edition is declared."""
        editor = self.editors.get(name)
        if editor is not None:
            line = (
                f'<respStmt xml:id="{name}"><resp>{escape(editor.role, quote=False)}</resp>'
                f"<persName>{escape(editor.name, quote=False)}</persName></respStmt>"
            )
            hint = f"edition.toml names this editor, the file does not yet: add to titleStmt, as its last line, {line}"
            return [], hint
        entries = (
            self.authorities.entries if self.authorities and attribute in ("ref", "who", "active", "passive") else ()
        )
        keys = [entry.key for entry in entries if entry.id == name]
        if attribute == "rendition":
            hint = f"declare it in tagsDecl (<rendition xml:id=“{name}”>); how a word looks is mostly said by rend"
            return _near(name, self.ids, "#"), hint
        if attribute != "resp":
            return keys or _near(name, self.ids, "#"), "give the thing that is meant this xml:id"
        hint = f"name the editor in edition.toml, with id = “{name}”; files converted before need it in titleStmt too"
        return _near(name, self.ids, "#"), hint

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
            near, otherwise = _near(name, known, f"{prefix}:"), "add it to authorities/taxonomies.xml"
            same = [f"{prefix}:{one}" for one in sorted(known) if _letters(one) == _letters(name)]
            at = (attribute, f"{prefix}:{name}")
            message = f"{written} names no {what}"
            return self.report("X103", element, at, message, same or near, otherwise, sure=len(same) == 1)
        if f"{prefix}:{name}" in self.authorities.by_key:
            return self.misnamed(element, attribute, prefix, name)
        other = next((e for e in self.authorities.entries if e.id == name), None)
        if other is not None:
            return self.report(
                "X105",
                element,
                (attribute, f"{prefix}:{name}"),
                f"{written} should name {ENTITIES[prefix]}; “{name}” is {ENTITIES.get(other.kind, other.kind)}",
                [other.key],
                also=f"name {ENTITIES[prefix]}",
                sure=_NAMES.get(_name(element)) == other.kind and self.unique(name),
            )
        near = self.candidates(element, prefix, name)
        add = f"add “{name}” to authorities/{_FILES[prefix]}"
        at = (attribute, f"{prefix}:{name}")
        # The words of the element and the spelling of the id bear witness to the same entry.
        borne = [one.key for one, _ in self.authorities.bearers("".join(map(str, element.itertext())), prefix)]
        sure = near == borne and len(near) == 1 and bool(_near(f"{prefix}:{name}", near, "", 0.85))
        return self.report("X103", element, at, f"{written} is in no authority file", near, add, add, sure=sure)

    def misnamed(self, element: etree._Element, attribute: str, prefix: str, name: str) -> Diagnostic | None:
        """Tell of a name of one kind that refers to an entry of another: a place tagged as a person."""
        kind = _NAMES.get(_name(element))
        if attribute != "ref" or kind in (None, prefix) or prefix not in _NAMES.values() or self.authorities is None:
            return None
        right = next(tag for tag, one in _NAMES.items() if one == prefix)
        message = f"ref=“{prefix}:{name}” names {ENTITIES[prefix]}, and stands on a {_name(element)}"
        told = self.report("X105", element, (attribute, f"{prefix}:{name}"), message)
        # Where its words are a name of the entry, it is the tag that is wrong.
        keys = [entry.key for entry, _ in self.authorities.bearers("".join(map(str, element.itertext())))]
        fix = edits.renamed(self.places, element, right)
        hint = f"write <{right}>, or name {ENTITIES[str(kind)]}"
        return replace(told, hint=hint, fix=fix if keys == [f"{prefix}:{name}"] else edits.unsure(fix))

    def unique(self, name: str) -> bool:
        """Tell whether one entry alone has this id."""
        return self.authorities is not None and [entry.id for entry in self.authorities.entries].count(name) == 1

    def candidates(self, element: etree._Element, prefix: str, name: str) -> list[str]:
        """Propose entries: by the words that stand in the element, or else by likeness of the id."""
        assert self.authorities is not None
        words = fold("".join(map(str, element.itertext())))
        bearers = [entry.key for entry, _ in self.authorities.bearers(words, prefix)]
        known = [entry.id for entry in self.authorities.entries if entry.kind == prefix]
        return bearers or [f"{prefix}:{n}" for n in difflib.get_close_matches(name, known, 2, 0.6)]

    def neighbour(self, element: etree._Element, attribute: str, pointer: str) -> Diagnostic | None:
        name, _, id_ = pointer.partition("#")
        prefix = next((one for one, file in _FILES.items() if id_ and name.rpartition("/")[2] == file), "")
        if prefix in self.prefixes:
            problem = self.entry(element, attribute, prefix, id_)
            if problem or self.authorities is None:
                return problem
            message = f"{_written(attribute, pointer)} names an entry by its file; the edition names it by a prefix"
            return self.report("X104", element, (attribute, pointer), message, [f"{prefix}:{id_}"], sure=True)
        if self.neighbours is None or name in self.neighbours:
            return None
        folder = name.rpartition("/")[0]
        if folder != next(iter(self.neighbours), "").rpartition("/")[0]:  # all documents stand in one
            return None
        near, otherwise = _near(name, self.neighbours, ""), "write the name of a file of this folder"
        entries = self.authorities.entries if self.authorities else ()
        keys = [entry.key for entry in entries if entry.id == name]
        if name in self.ids:
            near = [f"#{name}"]
        elif keys:
            near = keys
        where = f"the folder {folder}" if folder else "this folder"
        message = f"{_written(attribute, pointer)} names a file that is not in {where}"
        if name == pointer and "." not in name:
            message = f"{_written(attribute, pointer)} has neither the “#” of an id nor a prefix"
            kinds = ", ".join(f"“{prefix}:…”" for prefix in _FILES)
            otherwise = f"write “#…” for something in this file, or {kinds} for an entry of the authority files"
        sure = name == pointer and (near == [f"#{name}"] or (near == keys and len(keys) == 1))
        return self.report("X107", element, (attribute, pointer), message, near, otherwise, sure=sure)

    def report(
        self,
        code: str,
        element: etree._Element,
        at: tuple[str, str],
        message: str,
        near: Sequence[str] = (),
        otherwise: str = "",
        also: str = "",
        *,
        sure: bool = False,
    ) -> Diagnostic:
        """Report one word of an attribute: with what it may mean, else with what to do otherwise, or also."""
        hint, fix = otherwise, None
        if near:
            hint = f"did you mean {' or '.join(f'“{word}”' for word in near)}?" + (f" Otherwise {also}" if also else "")
        start, end = self.places.span(element, *at)
        if len(near) == 1 and start >= 0:
            fix = Fix(f"write “{near[0]}”", sure, (Edit(start, end, near[0]),))
        see = f"guidelines.html#elem.{_name(element)}" if _name(element) in grammar.vocabulary() else ""
        return Diagnostic(code, message, self.places.value(element, *at), hint, fix, see)


def _near(name: str, known: Iterable[str], prefix: str, like: float = 0.5) -> list[str]:
    return [f"{prefix}{candidate}" for candidate in difflib.get_close_matches(name, list(known), 2, like)]


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))


def _written(attribute: str, pointer: str) -> str:
    return f"{attribute}=“{pointer}”"


def _name(element: etree._Element) -> str:
    return str(etree.QName(element).localname)
