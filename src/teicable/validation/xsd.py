"""Check a tree against the XML Schema, made from the same specification as the grammar; a test holds the two together.

``teicable validate --grammar xsd`` asks another engine than that of the grammar, xmlschema: what one overlooks the
other finds. It takes a second to load the schema, and twenty times as long for a cable; so ``teicable build`` first
asks libxml2, which the tests hold to the same verdicts, and xmlschema only what is wrong.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from lxml import etree

from teicable import resources
from teicable.diagnostics import Diagnostic, Location, in_order
from teicable.xml.parse import xml_schema

_NAMESPACE = re.compile(r"\{[^}]*\}|\btei:")


def check(tree: etree._ElementTree, path: str, *, quick: bool = False) -> list[Diagnostic]:
    """Return what the XML Schema refuses: ``G201`` elements, ``G202`` attributes, ``G203`` text out of place.

    ``quick`` leaves out what libxml2 accepts.
    """
    if quick and _libxml2().validate(tree):
        return []
    return in_order(_diagnostic(error, path) for error in _schema().iter_errors(tree))


@cache
def _libxml2() -> etree.XMLSchema:
    return xml_schema(resources.schema("teicable.xsd"))


@cache
def _schema() -> Any:
    from xmlschema import XMLSchema10

    # That the schema itself is right is a matter of the tests; to check it each time would double the time to load it.
    path = str(resources.schema("teicable.xsd"))
    return XMLSchema10(path, validation="skip", allow="local", defuse="always")


def _diagnostic(error: Any, path: str) -> Diagnostic:
    reason = _NAMESPACE.sub("", error.reason or "").rstrip(".")
    element = error.elem
    name = etree.QName(element).localname if element is not None else "document"
    child = getattr(error, "invalid_child", None)
    wanted = sorted({_NAMESPACE.sub("", one.name) for one in getattr(error, "expected", None) or () if one.name})
    hint = f"expected: {', '.join(f'<{one}>' for one in wanted)}" if wanted else ""
    xpath = re.sub(r"\w+:", "", error.path or "").lstrip("/")
    if child is not None:
        message = f"<{etree.QName(child).localname}> is not allowed in <{name}> at this place"
        return Diagnostic("G201", message, Location(path, _line(child), xpath=xpath), hint)
    where = Location(path, _line(element), xpath=xpath)
    if type(error).__name__ == "XMLSchemaChildrenValidationError":
        return Diagnostic("G201", f"the content of <{name}> is not complete", where, hint)
    return Diagnostic("G202" if "attribute" in reason else "G203", f"<{name}>: {reason}", where, hint)


def _line(element: Any) -> int:
    line = getattr(element, "sourceline", None)
    return line if isinstance(line, int) else 0
