"""Parse XML that nobody has vouched for.

A document type declaration is refused whole: TEI needs none, and every known attack on XML parsers (entities that
multiply, entities that read files, external subsets that call the network) comes through it.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, cast

from lxml import etree

from teicable.diagnostics import Diagnostic, Edit, Fix, Location
from teicable.xml.places import Lines, decoded
from teicable.xml.slips import slips

_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_DECLARATION = re.compile(r"<!DOCTYPE[^\[>]*+(?:\[[^\]]*+\]\s*+)?>\s*+", re.IGNORECASE)
_DEPTH, _ATTRIBUTES, _NAME = 100, 200, 1000
"""What the XSLT processor reads: elements in each other, attributes of one element, characters of a name."""
_BEYOND = f"/{'/'.join('*' * (_DEPTH + 1))} | //*/@*[{_ATTRIBUTES + 1}]/.."
_LARGE = etree.XPath(_BEYOND)
_LARGE_OR_LONG = etree.XPath(
    f"{_BEYOND} | //*[string-length(name()) > {_NAME}] | //@*[string-length(name()) > {_NAME}]/.."
)
_NOISE = re.compile(r", line \d+, column \d+.*$")


class _Closed(etree.Resolver):
    """Give the parser nothing when it asks for a file: an external subset it would read even when told not to."""

    asked = False

    def resolve(self, *asked: Any) -> Any:
        self.asked = True
        return cast("Any", self).resolve_empty(asked[-1])


def parse(data: bytes, path: str = "") -> etree._ElementTree | Diagnostic:
    """Return the tree, or the one diagnostic that says why not.

    ``G001`` not well-formed, ``G002`` DOCTYPE, ``G003`` beyond what the XSLT processor reads.

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
    closed = _Closed()
    parser.resolvers.add(closed)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if closed.asked or (_DOCTYPE.search(data[:4096]) and "entit" in str(error).lower()):
            return _doctype(data, path)
        found = slips(data, path)
        return found[0] if found else _unexplained(error, path)
    except ValueError as error:
        return Diagnostic("G001", f"not well-formed: {error}", Location(path, 1, 1), "save the file as UTF-8")
    tree = root.getroottree()
    if tree.docinfo.internalDTD is not None:
        return _doctype(data, path)
    # To count the characters of every name takes longer than to read the file; a name so long fills a stretch of half
    # its length that has no blank.
    half = _NAME // 2
    stretches = (data[start : start + half] for start in range(0, len(data) - half + 1, half))
    short = is_utf8(data, tree) and all(b" " in stretch for stretch in stretches)
    beyond = _LARGE(tree) if short else _LARGE_OR_LONG(tree)
    elements = [one for one in beyond if isinstance(one, etree._Element)] if isinstance(beyond, list) else []
    return _excessive(elements[0], path) if elements else tree


def is_utf8(data: bytes, tree: etree._ElementTree) -> bool:
    """Say whether a file that was parsed is in UTF-8, as it says or as XML assumes."""
    return (tree.docinfo.encoding or "UTF-8").upper() == "UTF-8" and b"\0" not in data[:4]


def xml_schema(path: Path) -> etree.XMLSchema:
    """Return an XML Schema that was installed, with what it loads from beside it."""
    return etree.XMLSchema(file=str(path))


def _unexplained(error: etree.XMLSyntaxError, path: str) -> Diagnostic:
    line, column = error.position
    message = f"not well-formed: {_NOISE.sub('', error.msg or 'no document')}"
    hint = "mend the markup at this place; nothing else was checked"
    return Diagnostic("G001", message, Location(path, line or 1, column or 1), hint)


def _excessive(element: etree._Element, path: str) -> Diagnostic:
    name = etree.QName(element).localname[:40]
    if sum(1 for _ in element.iterancestors()) >= _DEPTH:
        what = f"<{name}> stands in more than {_DEPTH} other elements"
    elif len(element.attrib) > _ATTRIBUTES:
        what = f"<{name}> has more than {_ATTRIBUTES} attributes"
    else:
        what = f"a name has more than {_NAME} characters"
    line = element.sourceline if isinstance(element.sourceline, int) else 1
    hint = "no cable needs that: see whether a program went wrong; nothing else was checked"
    return Diagnostic("G003", what, Location(path, line), hint)


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
