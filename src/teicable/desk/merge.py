"""Make one entry of two that are the same person, place or organisation.

The one that is kept takes over every name of the other (its main name as a variant), its offices, identifiers and
notes, and all references. Where both cannot be true, as with two dates of birth, nothing is done before an editor says
whose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from teicable.authorities import TEI, fold
from teicable.desk.claims import claims
from teicable.desk.papers import NAMES, Change, Found, Key, Papers
from teicable.desk.pointers import Turn, aside, turned
from teicable.desk.register import Raw, after, appended, removed, without
from teicable.desk.rename import references
from teicable.diagnostics import Diagnostic, Edit
from teicable.diagnostics.formats import counted
from teicable.errors import DeskError
from teicable.tei.serialize import infoset_digest
from teicable.validation import edits
from teicable.validation.mend import edited
from teicable.xml.places import written as spelt

CONFLICT = "X402"
_ONCE = ("birth", "death", "location")
"""Children of which an entry has one, and two contradict each other; so do two identifiers of one register."""
_WORDS = frozenset({"source", "resp", "corresp"})
"""Attributes of an entry that hold several words and can be united."""
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def merge(papers: Papers, kept: Key, gone: Key, prefer: Key | None = None) -> Change:
    """Return the papers with one entry for two, or an error for each contradiction between them.

    Args:
        papers: the files.
        kept: whose id and main name stay.
        gone: whose id goes.
        prefer: whose statement stays where they contradict each other.

    Raises:
        DeskError: one is not there, both are the same, or they are of different kinds.
    """
    if kept.kind != gone.kind or kept == gone:
        what = "the same entry" if kept == gone else "of different kinds"
        raise DeskError(f"{kept} and {gone} are {what}", "name the entry to keep, then the one to merge into it")
    if prefer not in (None, kept, gone):
        raise DeskError(f"{prefer} is neither of the two", f"write --prefer {kept} or --prefer {gone}")
    stays, goes = papers.entry(kept), papers.entry(gone)
    found = list(_conflicts(stays, goes))
    if found and prefer is None:
        return Change(papers, tuple(conflict.told(stays, goes) for conflict in found))
    now, numbers = turned(papers, Turn(gone, kept, goes.path, stays.path, unite=True))
    now, names = _united(now, kept, gone, theirs=prefer == gone)
    now, dropped = claims(now, kept)
    said = (
        f"{gone} is now {kept}",
        f"took over {counted(names, 'name', 'names')}; {references(numbers)}",
        *(conflict.settled(kept if prefer == kept else gone) for conflict in found),
        *dropped,
    )
    return Change(now, tuple(aside(papers, gone)), said, goes.path)


@dataclass(frozen=True, slots=True)
class _Conflict:
    """What two entries say differently: the thing, and both statements."""

    what: str
    ours: str
    theirs: str
    at: etree._Element

    def told(self, stays: Found, goes: Found) -> Diagnostic:
        message = f"{self.what}: {stays.key} says “{self.ours}”, {goes.key} says “{self.theirs}”"
        hint = f"these may be two; if not, repeat with --prefer {stays.key} or --prefer {goes.key}"
        return Diagnostic(CONFLICT, message, goes.places.of(self.at), hint)

    def settled(self, prefer: Key) -> str:
        return f"{self.what}: kept what {prefer} says, of “{self.ours}” and “{self.theirs}”"


def _conflicts(stays: Found, goes: Found) -> Iterator[_Conflict]:
    for name, value in sorted(_attributes(goes.element).items()):
        ours = stays.element.get(name, "")
        if name not in (*_WORDS, "xml:id") and ours != value and (ours or name == "cert"):
            yield _Conflict(name, ours or "nothing", value, goes.element)
    for child in _children(goes.element):
        for own in _children(stays.element):
            if _rival(own, child):
                type_ = f" {child.get('type')}" if child.get("type") else ""
                yield _Conflict(f"{_local(child)}{type_}", _said(own), _said(child), child)


def _united(papers: Papers, kept: Key, gone: Key, *, theirs: bool) -> tuple[Papers, int]:
    """Move all that the other entry says into the one that stays; return also how many names it got."""
    stays, goes = papers.entry(kept), papers.entry(gone)
    own = _children(stays.element)
    taken: list[etree._Element] = []
    ended: list[Edit] = []
    for child in _children(goes.element):
        ended += _vouched(stays, own, child)
        rivals = [one for one in own if _rival(one, child)]
        if (rivals and not theirs) or any(_same(one, child) for one in (*own, *taken)):
            continue
        ended += [without(stays.places, rival) for rival in rivals]
        taken.append(child)
    parts = [_raw(goes, child) for child in taken] + list(_remarks(goes, taken))
    changes = [*ended, *appended(stays, parts), *_header(stays, goes, theirs)]
    if stays.path == goes.path:
        papers = papers.changed(stays.path, [*changes, removed(goes)])
    else:
        papers = papers.changed(stays.path, changes).changed(goes.path, [removed(goes)])
    return papers, sum(_local(child) in NAMES.values() for child in taken)


def _vouched(stays: Found, own: list[etree._Element], child: etree._Element) -> tuple[Edit, ...]:
    """Let an identifier that both have say who looked it up, if only the other does."""
    same = next((one for one in own if _local(child) == "idno" and _local(one) == "idno" and _alike(one, child)), None)
    resp = child.get("resp")
    fix = edits.given(stays.places, same, "resp", resp) if same is not None and resp and not same.get("resp") else None
    return fix.edits if fix else ()


def _raw(goes: Found, child: etree._Element) -> Raw:
    """Return a child as it stands, with the comment behind it; a main name becomes a variant."""
    tag = goes.places.tag(child)
    assert tag is not None, "the bytes are known"
    start, end = goes.places.span(child, "type")
    changes = []
    if _local(child) == NAMES[goes.key.kind] and child.get("type", "main") == "main":
        add = edits.given(goes.places, child, "type", "variant")
        changes = [Edit(start, end, "variant")] if start >= 0 else list(add.edits if add else ())
    shifted = [Edit(one.start - tag.start, one.end - tag.start, one.text) for one in changes]
    words = goes.places.characters[tag.start : after(goes.places, child)]
    return Raw(_local(child), child.get("type", ""), edited(words, shifted))


def _remarks(goes: Found, taken: list[etree._Element]) -> Iterator[Raw]:
    """Yield the comments of an entry that do not move with a child."""
    tag = goes.places.tag(goes.element)
    assert tag is not None, "the bytes are known"
    spans = [(one.start, after(goes.places, c)) for c in taken if (one := goes.places.tag(c))]
    for found in _COMMENT.finditer(goes.places.characters, tag.end, tag.close):
        if not any(start <= found.start() < end for start, end in spans):
            yield Raw("", "", found[0])


def _header(stays: Found, goes: Found, theirs: bool) -> Iterator[Edit]:
    """Yield what the start tag of the entry that stays takes over."""
    for name, value in _attributes(goes.element).items():
        ours = stays.element.get(name)
        if name == "xml:id" or ours == value:
            continue
        if ours is None and name != "cert":
            fix = edits.given(stays.places, stays.element, name, value)
        elif ours is not None and name in _WORDS:
            united = " ".join(dict.fromkeys(f"{ours} {value}".split()))
            fix = edits.valued(stays.places, stays.element, name, united)
        elif theirs and ours is None:
            fix = edits.given(stays.places, stays.element, name, value)
        else:
            fix = edits.valued(stays.places, stays.element, name, value) if theirs else None
        yield from fix.edits if fix else ()


def _rival(own: etree._Element, other: etree._Element) -> bool:
    """Tell whether two children say different things of which only one can be true."""
    if own.tag != other.tag or _same(own, other):
        return False
    return _local(own) in _ONCE or (_local(own) == "idno" and own.get("type") == other.get("type"))


def _same(own: etree._Element, other: etree._Element) -> bool:
    """Tell whether a child says nothing that the other does not: a name may say less of itself."""
    if own.tag != other.tag:
        return False
    if _local(own) not in NAMES.values():
        return (_local(own) == "idno" and _alike(own, other)) or infoset_digest(own) == infoset_digest(other)
    mine, theirs = _attributes(own), _attributes(other)
    types = {one.pop("type", "main") == "pseudo" for one in (mine, theirs)}
    return _said(own) == _said(other) and len(types) == 1 and theirs.items() <= mine.items()


def _alike(own: etree._Element, other: etree._Element) -> bool:
    return own.get("type") == other.get("type") and fold(_said(own)) == fold(_said(other))


def _children(element: etree._Element) -> list[etree._Element]:
    return [child for child in element if isinstance(child.tag, str) and child.tag.startswith(f"{{{TEI}}}")]


def _attributes(element: etree._Element) -> dict[str, str]:
    return {spelt(str(name)): str(value) for name, value in element.attrib.items()}


def _said(element: etree._Element) -> str:
    words = " ".join("".join(map(str, element.itertext())).split())
    return words or " ".join(f"{name}={value}" for name, value in sorted(_attributes(element).items()))


def _local(element: etree._Element) -> str:
    return str(etree.QName(element).localname)
