"""Read a file with mistakes as it was meant, so that a slip of the markup is not taken for a change of words.

`<nte resp="#ed1">` is an editor's note with a misspelt name, and `<corr>Zhou</corr>` a correction for which nobody
answers yet: both are reported as what they are. Fidelity asks whether the words agree once that is mended.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from teicable.authorities import TEI
from teicable.validation import grammar

_ADDED = ("corr", "supplied", "ex")
_NOBODY = "#nobody"


def spelt(root: etree._Element) -> tuple[etree._Element, tuple[str, ...]]:
    """Return a copy with misspelt elements and attributes put right, and the names that are like no known one."""
    copy = deepcopy(root)
    known = grammar.vocabulary()
    strange: dict[str, None] = {}
    for element in copy.iter(etree.Element):
        name = etree.QName(element).localname
        meant = name if name in known else _nearest(name, known)
        if not meant:
            strange[f"<{name}>"] = None
            continue
        element.tag = f"{{{TEI}}}{meant}"
        for attribute in map(str, element.attrib):
            written = grammar.written(attribute)
            if written in known[meant]:
                continue
            right = _nearest(written, known[meant])
            if right and ":" not in right and right not in element.attrib:
                element.set(right, element.get(attribute, ""))
            elif not right:
                strange[f"“{written}” of <{name}>"] = None
    return copy, tuple(strange)


def answered(root: etree._Element, names: tuple[str, ...] = _ADDED) -> etree._Element:
    """Return a copy in which an editor answers for the added words for which nobody does."""
    copy = deepcopy(root)
    for element in copy.iter(*(f"{{{TEI}}}{name}" for name in names)):
        if element.get("resp") is None:
            element.set("resp", _NOBODY)
    return copy


def _nearest(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(known), 1, 0.6)
    return near[0] if near else ""
