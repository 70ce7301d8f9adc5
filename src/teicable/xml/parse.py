"""Parse XML that nobody has vouched for.

A document type declaration is refused whole: TEI needs none, and every known attack on XML parsers (entities that
multiply, entities that read files, external subsets that call the network) comes through it.
"""

from __future__ import annotations

import re

from lxml import etree

from teicable.diagnostics import Diagnostic, Location
from teicable.xml.wording import reworded

_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_NOISE = re.compile(r", line \d+, column \d+.*$")


def parse(data: bytes, path: str = "") -> etree._ElementTree | Diagnostic:
    """Return the tree, or the one diagnostic (``G001`` not well-formed, ``G002`` DOCTYPE) that says why not.

    Comments and processing instructions are kept; white space is kept; ids are not collected, so that two equal
    ``xml:id`` reach the validation layer that explains them instead of failing here.
    """
    parser = etree.XMLParser(
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        collect_ids=False,
        dtd_validation=False,
    )
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        line, column = error.position
        if _DOCTYPE.search(data[:4096]) and "entit" in str(error).lower():
            return _doctype(data, path)
        finding, advice = reworded(_NOISE.sub("", error.msg or "no document"))
        hint = f"{advice or 'mend the markup at this place'}; nothing after it was checked"
        return Diagnostic("G001", f"not well-formed: {finding}", Location(path, line or 1, column or 1), hint)
    except ValueError as error:
        return Diagnostic("G001", f"not well-formed: {error}", Location(path, 1, 1), "save the file as UTF-8")
    tree = root.getroottree()
    if tree.docinfo.internalDTD is not None:
        return _doctype(data, path)
    return tree


def _doctype(data: bytes, path: str) -> Diagnostic:
    found = _DOCTYPE.search(data)
    line = data.count(b"\n", 0, found.start()) + 1 if found else 1
    return Diagnostic(
        "G002",
        "the file begins with a document type declaration (“<!DOCTYPE …”), which is not accepted",
        Location(path, line, 1),
        "delete the declaration; write characters instead of named entities",
    )
