"""Write in an authority file as its editor does: an entry in its place and layout, or none where one stood."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from xml.sax.saxutils import escape, quoteattr

from lxml import etree

from teicable.authorities import TEI, XML_ID, fold
from teicable.desk.papers import LISTS, NAMES, Found, Key, Papers
from teicable.diagnostics import Edit
from teicable.errors import DeskError
from teicable.languages.romanisation import stripped
from teicable.xml.places import Places

_REST = re.compile(r"(?:[ \t]*+<!--(?:[^-]|-(?!->))*+-->)*+(?=[ \t]*+\r?\n)")
"""Comments behind an entry on its last line, which speak of it."""


@dataclass(frozen=True, slots=True)
class Part:
    """A child of an entry as it is written: element, attributes, words."""

    name: str
    words: str
    attributes: Mapping[str, str] = field(default_factory=dict)

    @property
    def written(self) -> str:
        """The XML."""
        return f"<{self.name}{_attributes(self.attributes)}>{escape(self.words)}</{self.name}>"


def entered(
    papers: Papers, key: Key, parts: Sequence[str], attributes: Mapping[str, str] | None = None, path: str = ""
) -> Papers:
    """Return the papers with a new entry, in the order and the layout of its file.

    Args:
        papers: the files.
        key: of the entry.
        parts: its children, as written XML.
        attributes: of the entry, besides its id.
        path: the file, if it is not the one in which such entries stand by rule.

    Raises:
        DeskError: there is no file for such entries.
    """
    path = path or key.file
    if path not in papers.files:
        hint = "copy the file of that name from a new edition (`teicable init FOLDER`) and empty its list"
        raise DeskError(f"there is no {path}", hint)
    places = papers.places(path)
    parent = next(places.tree.iter(f"{{{TEI}}}{LISTS[key.kind]}"), None)
    tag = places.tag(parent) if parent is not None else None
    if parent is None or tag is None or tag.close <= tag.start:
        raise DeskError(f"{path} has no <{LISTS[key.kind]}>", "mend the file: the entries stand in that element")
    siblings = list(parent.iterchildren(f"{{{TEI}}}{key.kind}"))
    main = next((re.sub(r"<[^>]*>", "", part) for part in parts if 'type="main"' in part), key.id)
    place = _place(siblings, key, main)
    model = places.tag(siblings[max(place - 1, 0)]) if siblings else None
    head = next(iter(parent), None)
    first = model or (places.tag(head) if head is not None else None)
    outer = places.indent(first.start) if first else places.indent(tag.start) and places.indent(tag.start) + "  "
    child = next((c for sibling in siblings for c in sibling if isinstance(c.tag, str)), None)
    child_tag = places.tag(child) if child is not None else None
    # A file whose entries stand on one line each gets another line.
    inner = places.indent(child_tag.start) if child_tag else outer and outer + "  "
    body = "".join(inner + part for part in parts) + (outer if inner else "")
    words = f'<{key.kind} xml:id="{key.id}"{_attributes(attributes or {})}>{body}</{key.kind}>'
    if place == 0 and siblings and model:
        return papers.changed(path, [Edit(model.start, model.start, words + outer)])
    at = after(places, siblings[place - 1]) if siblings else (first.after if first else tag.end)
    return papers.changed(path, [Edit(at, at, outer + words)])


def removed(found: Found) -> Edit:
    """Take an entry away with its line."""
    return without(found.places, found.element)


def without(places: Places, element: etree._Element) -> Edit:
    """Take an element away, with the blanks before it where it stands alone in its lines."""
    tag = places.tag(element)
    assert tag is not None, "the bytes are known"
    begin = places.indent(tag.start)
    ends = re.compile(r"[ \t]*\r?\n").match(places.characters, tag.after)
    return Edit(tag.start - len(begin) if ends else tag.start, tag.after, "")


@dataclass(frozen=True, slots=True)
class Raw:
    """A child of an entry as it stands in a file: element, type and XML, perhaps with the comment behind it."""

    name: str
    type: str
    written: str


def appended(found: Found, parts: Sequence[Raw]) -> list[Edit]:
    """Add children to an entry: each behind the last of its kind, else where such children stand by rule."""
    edits: list[Edit] = []
    children = [child for child in found.element if isinstance(child.tag, str)]
    for part in parts:
        alike = [child for child in children if etree.QName(child).localname == part.name]
        cover = [child for child in alike if (child.get("type") == "pseudo") == (part.type == "pseudo")]
        behind = (cover or alike or _before(part.name, children) or children)[-1]
        tag = found.places.tag(behind)
        assert tag is not None, "the bytes are known"
        at = after(found.places, behind)
        edits.append(Edit(at, at, found.places.indent(tag.start) + part.written))
    return edits


def after(places: Places, element: etree._Element) -> int:
    """Return the offset behind an element and the comments that follow it on its line."""
    tag = places.tag(element)
    assert tag is not None, "the bytes are known"
    rest = _REST.match(places.characters, tag.after)
    return rest.end() if rest else tag.after


def _before(name: str, children: Sequence[etree._Element]) -> list[etree._Element]:
    """Return the children that stand before one of a name that the entry has not yet: names first, notes last."""
    order = [*NAMES.values(), "location", "birth", "death", "affiliation", "idno", "note"]
    rank = order.index(name) if name in order else len(order)
    return [c for c in children if (n := etree.QName(c).localname) in order and order.index(n) <= rank]


def _place(siblings: Sequence[etree._Element], key: Key, main: str) -> int:
    """Return before which entry a new one stands: in the order of ids, or of names, if the file has one; else last."""
    by_id = [_sorted(one.get(XML_ID, "")) for one in siblings]
    by_name = [_sorted("".join(map(str, one[0].itertext()))) if len(one) else "" for one in siblings]
    known, new = min(((by_id, _sorted(key.id)), (by_name, _sorted(main))), key=lambda one: _descents(one[0]))
    if _descents(known) > len(known) // 5:
        return len(siblings)
    # One entry out of order does not draw others after it: the place with fewest on the wrong side.
    wrong = sum(name < new for name in known)
    best, place = wrong, 0
    for number, name in enumerate(known, 1):
        wrong += -1 if name < new else 1
        if wrong < best:
            best, place = wrong, number
    return place


def _descents(names: Sequence[str]) -> int:
    return sum(one > other for one, other in pairwise(names))


def _sorted(name: str) -> str:
    return stripped(fold(name))


def _attributes(attributes: Mapping[str, str]) -> str:
    return "".join(f" {name}={quoteattr(value)}" for name, value in attributes.items())
