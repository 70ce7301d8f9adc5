"""Drop what a merged entry would claim of itself: to be its own cover name, or to write to itself under one."""

from __future__ import annotations

import html
from collections.abc import Iterator

from lxml import etree

from teicable.authorities import TEI
from teicable.desk.papers import AUTHORITIES, Found, Key, Papers
from teicable.desk.pointers import leads
from teicable.desk.register import without
from teicable.diagnostics import Edit
from teicable.validation import edits
from teicable.xml.places import Places


def claims(papers: Papers, kept: Key) -> tuple[Papers, list[str]]:
    """Return the papers without claims that lead from an entry to itself or stand twice, and what was dropped."""
    said: list[str] = []
    home = papers.entry(kept)
    for path in papers.within(AUTHORITIES):
        places = papers.places(path)
        changes: list[Edit] = []
        for parent in places.tree.iter(f"{{{TEI}}}listRelation"):
            gone = list(_gone(parent, path, home))
            said += [f"dropped a relation {relation.get('name')} {why}" for relation, why in gone]
            relations = list(parent.iterchildren(f"{{{TEI}}}relation"))
            # A list without relations is none.
            empty = len(gone) == len(relations) and not any(
                isinstance(c.tag, str) for c in parent if c not in relations
            )
            targets = [parent] if gone and empty else [relation for relation, _ in gone]
            changes += [without(places, target) for target in targets]
        if path == home.path:
            for child in home.element:
                if isinstance(child.tag, str) and (edit := _addressed(places, child, home)):
                    changes.append(edit)
                    said.append(f"“{''.join(map(str, child.itertext()))}” is no longer a name used with {kept} itself")
        if changes:
            papers = papers.changed(path, changes)
    return papers, said


def _gone(parent: etree._Element, path: str, home: Found) -> Iterator[tuple[etree._Element, str]]:
    seen: set[tuple[str, ...]] = set()
    for relation in parent.iterchildren(f"{{{TEI}}}relation"):
        ends = [{_plain(word, path, home) for word in relation.get(end, "").split()} for end in ("active", "passive")]
        others = [
            f"{name}={relation.get(name)}" for name in map(str, relation.attrib) if name not in ("active", "passive")
        ]
        whole = (*sorted(others), *(" ".join(sorted(end)) for end in ends), "".join(map(str, relation.itertext())))
        if ends[0] == ends[1] == {str(home.key)}:
            yield relation, f"of {home.key} to itself"
        elif str(home.key) in ends[0] | ends[1] and whole in seen:
            yield relation, f"of {home.key} that stood there twice"
        seen.add(whole)


def _plain(word: str, path: str, home: Found) -> str:
    return str(home.key) if leads(word, path, home.key, home.path) else word


def _addressed(places: Places, child: etree._Element, home: Found) -> Edit | None:
    """Take the entry itself away from those with whom it used a name."""
    words = child.get("corresp", "").split()
    left = [word for word in words if not leads(word, home.path, home.key, home.path)]
    if left == words:
        return None
    fix = edits.valued(places, child, "corresp", html.escape(" ".join(left))) if left else None
    fix = fix or edits.dropped(places, child, "corresp")
    return fix.edits[0] if fix else None
