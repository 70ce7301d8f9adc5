"""Lay a TEI file out anew, as conversion writes files, and prove that nothing in it changed: ``teicable format``.

XML editors lay files out in their own ways: lines are wrapped within paragraphs, attributes put in another order, files
saved with other line ends. The same file then shows as changed from the first line to the last. What was laid out anew
is parsed and compared before it is handed out: elements, attributes, words, comments and processing instructions.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from lxml import etree

from teicable.diagnostics import Diagnostic, Location
from teicable.tei.decode import decode
from teicable.tei.mixed import TEI, comment
from teicable.tei.serialize import DECLARATION, foreign, infoset_digest, written
from teicable.xml.parse import parse


@dataclass(frozen=True, slots=True)
class _Content:
    """All that a file says, without its layout."""

    infoset: str
    words: str
    names: tuple[str, ...]
    remarks: tuple[str, ...]


def laid_out(data: bytes, path: str = "") -> bytes | Diagnostic:
    """Return a file in our layout, or what stands against it.

    ``G001`` to ``G003`` it cannot be read, ``X108`` it is no TEI, ``F006`` something in it would change.
    """
    tree = parse(data, path)
    if isinstance(tree, Diagnostic):
        return tree
    root = tree.getroot()
    if etree.QName(root).namespace != TEI:
        name = etree.QName(root).localname
        return Diagnostic("X108", f"the outermost element <{name}> is not in the namespace of TEI", Location(path, 1))
    plain = all(element.nsmap == {None: TEI} for element in root.iter(etree.Element))
    before = [f"{foreign(node)}\n" for node in root.itersiblings(preceding=True)][::-1]
    after = [f"{foreign(node)}\n" for node in root.itersiblings()]
    made = "".join((DECLARATION, *before, written(root, None if plain else {}), *after)).encode("utf-8")
    again = parse(made, path)
    if isinstance(again, Diagnostic) or _content(again) != _content(tree):
        message = "it was left as it is, because laying it out anew would change more than its layout"
        return Diagnostic("F006", message, Location(path, 1), "please report this file: it is a fault of the program")
    return made


def _content(tree: etree._ElementTree) -> _Content:
    root = tree.getroot()
    outside = (*root.itersiblings(preceding=True), *root.itersiblings())
    inside = root.iter(etree.Comment, etree.ProcessingInstruction)
    return _Content(
        infoset_digest(root),
        unicodedata.normalize("NFC", decode(root).text),
        tuple(str(name) for element in root.iter(etree.Element) for name in (element.tag, *sorted(element.attrib))),
        tuple(f"{getattr(node, 'target', '')} {comment(node)}" for node in (*outside, *inside)),
    )
