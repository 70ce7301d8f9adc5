"""Parse web pages that nobody has vouched for: forgiving in markup, closed to everything outside the bytes."""

from __future__ import annotations

import re

from lxml import etree

from teicable.diagnostics import Diagnostic, Location

_INVISIBLE = dict.fromkeys(byte for byte in range(32) if chr(byte) not in "\t\n\r\f")

_LONG_TAG = re.compile(r"<[A-Za-z][^<>]{4000,}")
_VALUE = re.compile(r"\"[^\"]*\"|'[^']*'")
_MOST = 1_000
"""Attributes of one tag; the time that the parser takes grows with their square."""


def parse_page(characters: str, path: str = "") -> etree._Element | Diagnostic:
    """Return the root of a page, or the diagnostic (``R008``) that says why its words cannot be trusted to be whole.

    Nothing is fetched and no entity but those of HTML is known. A page nested so deeply that the parser gives up is
    refused: what it returns then has lost words. Control characters, which HTML forbids, are gone.
    """
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, recover=True, huge_tree=True, collect_ids=False, remove_pis=False
    )
    for tag in _LONG_TAG.finditer(characters):
        if len(_VALUE.sub(" ", tag.group()).split()) > _MOST:
            return _refused(f"a tag has more than {_MOST} attributes", path)
    data = characters.translate(_INVISIBLE).encode("utf-8", "replace")
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        return _refused(str(error), path)
    if root is None:
        return _refused("there is no element in it", path)
    # What stands after the end of the page is shown by browsers as if it stood before it.
    for other in [*reversed(list(root.itersiblings(preceding=True))), *root.itersiblings()]:
        if isinstance(other.tag, str):
            root.append(other)
    limits = [entry.message for entry in parser.error_log if entry.type_name == "ERR_RESOURCE_LIMIT"]
    return _refused(limits[0], path) if limits else root


def _refused(reason: str, path: str) -> Diagnostic:
    hint = "open the page in a browser and save it again, or copy its words into a plain text file"
    return Diagnostic("R008", f"the page cannot be read as a whole: {reason}", Location(path), hint)


def elements(root: etree._Element, path: str) -> list[etree._Element]:
    """Return the elements (or comments) that an XPath finds, in the order of the page."""
    found = root.xpath(path)
    return [one for one in found if isinstance(one, etree._Element)] if isinstance(found, list) else []


def words(element: etree._Element, *names: str) -> str:
    """Return the characters of an element, or only those of some elements inside it."""
    return "".join(str(part) for part in element.itertext(*names))


def line_of(element: etree._Element) -> int:
    """Return the line of the file on which an element begins, 0 where it is not known."""
    line: object = element.sourceline
    return line if isinstance(line, int) else 0
