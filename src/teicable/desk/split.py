"""Make two entries of one under which two persons, places or organisations were kept.

Names that the editor gives go to the new entry, and with them the references whose words are such a name, in the
documents chosen. Nothing is guessed: what a name does not decide stays with the old entry and is listed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from teicable.authorities import TEI, XML_LANG, Authorities, fold
from teicable.desk.add import free
from teicable.desk.papers import NAMES, TEI_FILES, WRITTEN, Change, Found, Key, Papers
from teicable.desk.pointers import PLACES, aside, leads, named
from teicable.desk.register import Part, entered, without
from teicable.desk.table import dated
from teicable.diagnostics import Diagnostic, Edit, Location
from teicable.diagnostics.formats import counted
from teicable.errors import DeskError
from teicable.validation.references import POINTERS
from teicable.xml.places import Lines, Places, decoded

LEFT = "X403"
_ORDER = {"main": 0, "variant": 1, "pseudo": 2}


@dataclass(frozen=True, slots=True)
class Chosen:
    """The documents in which references may move: named ones, those of a time (ISO, inclusive), or all."""

    documents: Collection[str] = ()
    since: str = ""
    until: str = ""

    @property
    def everywhere(self) -> bool:
        """Tell whether no document was chosen, so that names alone decide."""
        return not (self.documents or self.since or self.until)

    def holds(self, document: str, date: str) -> bool:
        """Tell whether a document is chosen; one without a date is of no time."""
        if self.everywhere or document in self.documents:
            return True
        within = bool(date) and self.since <= date[: len(self.since)] and (date[: len(self.until)] <= self.until)
        return bool(self.since and self.until) and within


def split(
    papers: Papers,
    old: Key,
    new: Key,
    names: Sequence[str],
    chosen: Chosen,
    *,
    both: Sequence[str] = (),
    main: str = "",
) -> Change:
    """Return the papers with a second entry, and a review for each reference that nobody can divide but an editor.

    Args:
        papers: the files.
        old: the entry as it is.
        new: the id of the second.
        names: names that are the second's alone; those that the first has are taken from it.
        chosen: the documents in which references move.
        both: names that both have: the second gets them too.
        main: the main name of the second; without it the first of ``names``.

    Raises:
        DeskError: an id, name or document is not there, or the first entry would be left without its main name.
    """
    if old.kind != new.kind:
        raise DeskError(f"{old} and {new} are of different kinds", f"write --into {old.kind}:…")
    for date in (chosen.since, chosen.until):
        if date and not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", date):
            raise DeskError(f"“{date}” is no date", "write 1951, 1951-06 or 1951-06-30")
    unknown = [one for one in chosen.documents if f"{TEI_FILES}{one}.xml" not in papers.files]
    if unknown:
        raise DeskError(f"there is no document “{unknown[0]}”", "name documents by the ids of their files in tei/")
    found = papers.entry(old)
    free(papers, new)
    moved = [_held(found, name) for name in names]
    shared = [_held(found, name) for name in both]
    _refuse(found, names, both, moved, shared, main)
    parts = _parts(found, [*zip(names, moved, strict=True), *zip(both, shared, strict=True)], main)
    taken = [without(found.places, element) for element in moved if element is not None]
    type_ = found.element.get("type")
    after = entered(papers.changed(found.path, taken), new, parts, {"type": type_} if type_ else {}, found.path)
    work = _Division(old, new, after.authorities, chosen)
    divided = {}
    for path in after.within(TEI_FILES):
        text = decoded(after.files[path])
        if old.id in text or "&#" in text:
            divided[path] = work.divide(after.places(path), path)
    after = after.rewritten(divided)
    left = [*work.left, *_elsewhere(papers, found), *aside(papers, old)]
    said = (f"made {new}", f"moved {counted(work.moved, 'reference', 'references')} from {old}")
    return Change(after, tuple(left), said, found.path, derived=False)


class _Division:
    """References being divided between two entries."""

    def __init__(self, old: Key, new: Key, authorities: Authorities, chosen: Chosen) -> None:
        self.old, self.new, self.chosen, self.authorities = old, new, chosen, authorities
        self.left: list[Diagnostic] = []
        self.moved = 0

    def divide(self, places: Places, path: str) -> list[Edit]:
        """Return the replacements in one document."""
        inside = self.chosen.holds(path.removeprefix(TEI_FILES).removesuffix(".xml"), dated(places.tree))
        moving: list[etree._Element] = []
        for element in places.tree.iter(etree.Element):
            for name in map(str, element.attrib):
                pointer = self.pointer(element, name, path)
                if pointer:
                    why = self.why(element, name, inside)
                    if why == "" and places.characters[slice(*places.span(element, name, pointer))] != str(self.old):
                        why = "the reference is written in an unusual way"
                    if why == "":
                        moving.append(element)
                    elif why:
                        self.leave(places, element, name, why)
        torn = [element for element in moving if _partners(element, self.old) - set(moving)]
        for element in torn:
            self.leave(places, element, "ref", "the name beside it is explained as the same")
        edits = [Edit(*places.span(e, "ref", str(self.old)), str(self.new)) for e in moving if e not in torn]
        self.moved += len(edits)
        return edits

    def pointer(self, element: etree._Element, attribute: str, path: str) -> str:
        """Return the word of an attribute that leads to the first entry, if there is one."""
        words = (element.get(attribute) or "").split() if attribute in POINTERS else ()
        return next((word for word in words if leads(word, path, self.old, self.old.file)), "")

    def why(self, element: etree._Element, attribute: str, inside: bool) -> str | None:
        """Return why a reference stays and has to be looked at; empty if it moves, nothing if it stays for good."""
        if attribute != "ref" or etree.QName(element).localname not in NAMES.values():
            return "it stands at no name" if inside and not self.chosen.everywhere else None
        words = " ".join("".join(map(str, element.itertext())).split())
        bearers = {entry.key for entry, _ in self.authorities.bearers(words, self.old.kind)}
        ours, theirs = str(self.old) in bearers, str(self.new) in bearers
        if theirs and not ours:
            return (
                "" if inside else "the document was not chosen, and the next conversion of its source goes by the name"
            )
        if theirs:
            return "" if inside and not self.chosen.everywhere else "both have this name"
        if not inside or self.chosen.everywhere:
            return None
        return f"it is a name of {self.old} alone" if ours else "it is a name of neither"

    def leave(self, places: Places, element: etree._Element, attribute: str, why: str) -> None:
        words = " ".join("".join(map(str, element.itertext())).split())[:60]
        message = f"“{words}” still refers to {self.old}: {why}"
        if not words:
            message = f"{attribute}=“{element.get(attribute)}” still refers to {self.old}: {why}"
        hint = f"write {self.new} there if that is meant"
        self.left.append(Diagnostic(LEFT, message, places.value(element, attribute, str(self.old)), hint))


def _partners(element: etree._Element, old: Key) -> set[etree._Element]:
    """Return the other names of the group in which notes on identity say that all are the same.

    “FENG XI [FYN SI; Stalin]” is a name and two notes behind it.
    """
    note = next(element.iterancestors(f"{{{TEI}}}note"), None)
    head: etree._Element | None = element if note is None or note.get("type") != "identity" else note
    while head is not None and _explains(head):
        head = head.getprevious()
    if head is None:
        return set()
    group, beside = [head], head.getnext()
    while beside is not None and _explains(beside):
        group += beside.iter(f"{{{TEI}}}persName")
        beside = beside.getnext()
    return {one for one in group if one is not element and str(old) in (one.get("ref") or "").split()}


def _explains(node: etree._Element) -> bool:
    return node.tag == f"{{{TEI}}}note" and node.get("type") == "identity"


def _elsewhere(papers: Papers, found: Found) -> Iterator[Diagnostic]:
    """Yield a review for each reference outside the documents: other entries, decisions, word lists."""
    tag = found.places.tag(found.element)
    for path in papers.within(*(place for place in PLACES if place not in (TEI_FILES, WRITTEN))):
        for key, offset in named(papers, path):
            within = path == found.path and tag is not None and tag.start <= offset < tag.after
            if key == found.key and not within:
                line, column = Lines(decoded(papers.files[path])).at(offset)
                message = f"this still refers to {key}"
                yield Diagnostic(LEFT, message, Location(path, line, column), "write the new entry if that is meant")


def _held(found: Found, name: str) -> etree._Element | None:
    """Return the name of an entry that is written so, case and blanks apart."""
    names = found.element.iterchildren(f"{{{TEI}}}{NAMES[found.key.kind]}")
    return next((one for one in names if fold("".join(map(str, one.itertext()))) == fold(name)), None)


def _refuse(
    found: Found,
    names: Sequence[str],
    both: Sequence[str],
    moved: Sequence[etree._Element | None],
    shared: Sequence[etree._Element | None],
    main: str,
) -> None:
    if not names and not main:
        raise DeskError("the new entry has no name", "give its names by --name, or its main name by --main")
    for name, element in zip(names, moved, strict=True):
        if element is not None and element.get("type", "main") == "main":
            hint = f"choose another main name for {found.key} in its file, or give “{name}” to both by --both"
            raise DeskError(f"“{name}” is the main name of {found.key}", hint)
    lost = next((name for name, element in zip(both, shared, strict=True) if element is None), "")
    if lost:
        raise DeskError(f"{found.key} has no name “{lost}” to share", "names that only the new entry has go by --name")
    if not main and moved[0] is not None and moved[0].get("type") == "pseudo":
        hint = "say by --main how the index is to call its bearer; a bearer nobody knows is an entry that says so"
        raise DeskError(f"“{names[0]}” is a cover name", hint)


def _parts(found: Found, given: Sequence[tuple[str, etree._Element | None]], main: str) -> list[str]:
    """Return the names of the new entry as XML: its main name, variants, then cover names, as the first has them."""
    tag = NAMES[found.key.kind]
    parts = [("main", Part(tag, main, {"type": "main"}).written)] if main else []
    for name, element in given:
        type_ = "variant" if parts else "main"
        place = found.places.tag(element) if element is not None else None
        if element is None or place is None:
            parts.append((type_, Part(tag, name, {"type": type_}).written))
        elif type_ == "main" or element.get("type", "main") == "main":
            language = element.get(XML_LANG)
            words = " ".join("".join(map(str, element.itertext())).split())
            attributes = {"type": type_, "xml:lang": language} if language else {"type": type_}
            parts.append((type_, Part(tag, words, attributes).written))
        else:
            parts.append((element.get("type", ""), found.places.characters[place.start : place.after]))
    return [written for _, written in sorted(parts, key=lambda part: _ORDER.get(part[0], 1))]
