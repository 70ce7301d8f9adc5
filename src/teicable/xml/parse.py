"""Parse XML that nobody has vouched for.

A document type declaration is refused whole: TEI needs none, and every known attack on XML parsers (entities that
multiply, entities that read files, external subsets that call the network) comes through it.
"""

from __future__ import annotations

import re

from lxml import etree

from teicable.diagnostics import Diagnostic, Edit, Fix, Location
from teicable.xml.places import Lines, decoded
from teicable.xml.slips import slips

_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_DECLARATION = re.compile(r"<!DOCTYPE[^\[>]*+(?:\[[^\]]*+\]\s*+)?>\s*+", re.IGNORECASE)
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
        if _DOCTYPE.search(data[:4096]) and "entit" in str(error).lower():
            return _doctype(data, path)
        found = slips(data, path)
        return found[0] if found else _unexplained(error, path)
    except ValueError as error:
        return Diagnostic("G001", f"not well-formed: {error}", Location(path, 1, 1), "save the file as UTF-8")
    tree = root.getroottree()
    if tree.docinfo.internalDTD is not None:
        return _doctype(data, path)
    return tree


def _unexplained(error: etree.XMLSyntaxError, path: str) -> Diagnostic:
    line, column = error.position
    message = f"not well-formed: {_NOISE.sub('', error.msg or 'no document')}"
    hint = "mend the markup at this place; nothing else was checked"
    return Diagnostic("G001", message, Location(path, line or 1, column or 1), hint)


def _doctype(data: bytes, path: str) -> Diagnostic:
    text = decoded(data)
    found = _DECLARATION.search(text)
    return Diagnostic(
        "G002",
        "the file begins with a document type declaration (“<!DOCTYPE …”), which is not accepted",
        Location(path, *Lines(text).at(found.start() if found else 0)),
        "delete the declaration; write characters instead of named entities",
        Fix("delete the declaration", True, (Edit(*found.span(), ""),)) if found else None,
    )
