"""The entries of the authority files as a table for OpenRefine and the like: one row an entry, with where it occurs."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from teicable.authorities import TEI
from teicable.desk.identifiers import REGISTERS
from teicable.desk.papers import NAMES, TEI_FILES, Found, Key, Papers
from teicable.tei.mixed import parts

NAME_COLUMNS = ("name", "variants", "pseudonyms")
STATE = "state"
COLUMNS = (
    *("id", *NAME_COLUMNS, "birth", "death", *REGISTERS),
    *("documents", "first", "last", "context", STATE),
)
"""Columns in order; `import` takes names and identifiers back, and knows by the last whether the file changed since."""
BETWEEN = " | "
"""What stands between several names in a cell."""
_AROUND = 60
_PLACE = "\0"
_BLOCKS = ("p", "ab", "list", "head", "note", "opener", "closer", "correspAction")


@dataclass(slots=True)
class _Use:
    """Where an entry occurs: how many documents, dates of the first and last, words round the first place."""

    documents: int = 0
    first: str = ""
    last: str = ""
    context: str = ""
    telling: int = -1


def table(papers: Papers, kinds: Sequence[str] = ()) -> str:
    """Return the table as CSV."""
    uses = _uses(papers)
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for found in papers.entries(*kinds):
        use = uses.get(found.key, _Use())
        cells = {**stated(found), "documents": str(use.documents), "first": use.first, "last": use.last}
        cells |= {"context": use.context, STATE: state(found)}
        writer.writerow([cells[column] for column in COLUMNS])
    return out.getvalue()


def stated(found: Found) -> dict[str, str]:
    """Return what an entry says of itself, by column."""
    cells = {"id": str(found.key), **{column: BETWEEN.join(map(said, names(found, column))) for column in NAME_COLUMNS}}
    for tag in ("birth", "death"):
        child = found.element.find(f"{{{TEI}}}{tag}")
        cells[tag] = "" if child is None else child.get("when") or said(child)
    return cells | {register: BETWEEN.join(map(said, numbers(found, register))) for register in REGISTERS}


def state(found: Found) -> str:
    """Return a short digest of the names and identifiers of an entry."""
    cells = stated(found)
    whole = "\x1f".join(cells[column] for column in (*NAME_COLUMNS, *REGISTERS))
    return hashlib.sha256(whole.encode("utf-8")).hexdigest()[:10]


def names(found: Found, column: str) -> list[etree._Element]:
    """Return the elements of an entry whose words stand in a column of names."""
    every = list(found.element.iterchildren(f"{{{TEI}}}{NAMES[found.key.kind]}"))
    main = next((one for one in every if one.get("type", "main") == "main"), None)
    if column == "name":
        return [main] if main is not None else []
    cover = column == "pseudonyms"
    return [one for one in every if one is not main and (one.get("type") == "pseudo") == cover]


def numbers(found: Found, register: str) -> list[etree._Element]:
    """Return the identifiers of an entry in a register."""
    return [one for one in found.element.iterchildren(f"{{{TEI}}}idno") if one.get("type") == register]


def said(element: etree._Element) -> str:
    """Return the words of an element."""
    return " ".join("".join(map(str, element.itertext())).split())


def dated(tree: etree._ElementTree) -> str:
    """Return the day of a document in ISO form; empty where it states none."""
    date = tree.find(f".//{{{TEI}}}profileDesc/{{{TEI}}}creation/{{{TEI}}}date")
    return (date.get("when") or "")[:10] if date is not None else ""


def _uses(papers: Papers) -> dict[Key, _Use]:
    uses: dict[Key, _Use] = {}
    for path in papers.within(TEI_FILES):
        tree = papers.tree(path)
        date = dated(tree)
        places: dict[Key, etree._Element] = {}
        for element in tree.iter(etree.Element):
            for key in _referred(element):
                if key not in places or _telling(element) > _telling(places[key]):
                    places[key] = element
        for key, element in places.items():
            use = uses.setdefault(key, _Use())
            use.documents += 1
            if _telling(element) > use.telling:
                use.context, use.telling = _context(element), _telling(element)
            if date:
                use.first, use.last = min(use.first or date, date), max(use.last, date)
    return uses


def _referred(element: etree._Element) -> Iterator[Key]:
    for word in (element.get("ref") or "").split():
        kind, _, name = word.partition(":")
        if kind in NAMES and name:
            yield Key(kind, name)


def _telling(element: etree._Element) -> int:
    """Return how much the words round a name say: most in a paragraph, more in the text than in the header."""
    around = {etree.QName(one).localname for one in element.iterancestors()}
    return ("text" in around) + ("p" in around)


def _context(element: etree._Element) -> str:
    """Return the words round a name in its block, the name in ⟨⟩."""
    around = element.iterancestors(*(f"{{{TEI}}}{name}" for name in _BLOCKS))
    # A note on identity says nothing but the name.
    block = next((one for one in around if one.get("type") not in ("identity", "variant")), element)
    before, _, after = "".join(_words(block, element)).partition(_PLACE)
    left, right = " ".join(before.split()), " ".join(after.split())
    left = left if len(left) <= _AROUND else "…" + left[-_AROUND:].partition(" ")[2]
    right = right if len(right) <= _AROUND else right[:_AROUND].rpartition(" ")[0] + "…"
    lead, trail = " " * before[-1:].isspace(), " " * after[:1].isspace()
    return f"{left}{lead}⟨{said(element)}⟩{trail}{right}".strip()


def _words(block: etree._Element, element: etree._Element) -> Iterator[str]:
    """Yield the words of a block, with a mark in the place of one of its elements."""
    for node in parts(block):
        if isinstance(node, str):
            yield node
        elif node is element:
            yield _PLACE
        else:
            yield from _words(node, element)
