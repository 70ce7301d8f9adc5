"""Build mixed content. The only module that touches ``.text`` and ``.tail``.

What conversion makes are elements of the standard library, which come into being in a tenth of the time that lxml
takes; what was parsed, and is then changed, are those of lxml. What reads elements reads both.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TypeVar, cast
from xml.etree.ElementTree import Element as Element
from xml.etree.ElementTree import SubElement

from lxml import etree

TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"
_XML = f"{{{XML}}}"
_PREFIXED = {"xml:id": f"{{{XML}}}id", "xml:lang": f"{{{XML}}}lang"}
_TEI = f"{{{TEI}}}"


class Fixed(Element):
    """An element that is the same in all documents: made once, and never changed, so that it is written once."""


Node = etree._Element | Element
"""An element, parsed or made."""
Tree = TypeVar("Tree", etree._Element, Element)


def root(name: str, attributes: Mapping[str, str]) -> etree._Element:
    """Return a new TEI element without parent."""
    element = etree.XML(f'<{name} xmlns="{TEI}"/>')
    element.attrib.update(list(_written(attributes).items()))
    return element


def outermost(name: str, attributes: Mapping[str, str]) -> Element:
    """Begin a document to be filled with :func:`child` and :func:`text`."""
    return Element(_TEI + name, _written(attributes))


def fixed(name: str, attributes: Mapping[str, str] | None = None) -> Fixed:
    """Begin an element that is the same in all documents."""
    return Fixed(_TEI + name, _written(attributes or {}))


def child(parent: Element, name: str, attributes: Mapping[str, str] | None = None, text: str = "") -> Element:
    """Append a TEI element; attributes with empty values are left out."""
    written = {_PREFIXED.get(name, name): value for name, value in attributes.items() if value} if attributes else {}
    element = SubElement(parent, _TEI + name, written)
    if text:
        element.text = text
    return element


def text(parent: Tree, characters: str) -> None:
    """Append characters after what ``parent`` holds already."""
    if not characters:
        return
    for before in reversed(parent):
        before.tail = (before.tail or "") + characters
        return
    parent.text = (parent.text or "") + characters


def last(parent: Tree) -> Tree | None:
    """Return the last child, or ``None``; unlike ``len(parent)`` it does not count the others."""
    return next(reversed(parent), None)


def parts(element: Tree) -> Iterator[str | Tree]:
    """Yield characters and child elements in document order; comments and processing instructions are passed over."""
    if element.text:
        yield element.text
    for node in element:
        if isinstance(node.tag, str):
            yield node
        if node.tail:
            yield node.tail


def nodes(element: Tree) -> Iterator[str | Tree]:
    """Like :func:`parts`, with comments and processing instructions."""
    if element.text:
        yield element.text
    for node in element:
        yield node
        if node.tail:
            yield node.tail


def fill(parent: etree._Element, content: Iterable[str | etree._Element]) -> None:
    """Make characters and nodes, in this order, all that ``parent`` holds; nodes are taken from where they stand."""
    content = list(content)
    for node in [*parent, *(node for node in content if not isinstance(node, str))]:
        node.tail = None
    del parent[:]
    parent.text = None
    words: list[str] = []
    before: etree._Element | None = None
    for node in [*content, None]:
        if isinstance(node, str):
            words.append(node)
            continue
        if before is None:
            parent.text = "".join(words) or None
        else:
            before.tail = "".join(words) or None
        words, before = [], node
        if node is not None:
            parent.append(node)


def comment(node: Node) -> str:
    """Return the content of a comment or processing instruction."""
    return node.text or ""


def local(element: Node) -> str:
    """Return the name of an element without its namespace."""
    return _local(str(element.tag))


@lru_cache(maxsize=1024)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def get(element: Node, name: str) -> str:
    """Return an attribute (``xml:id`` written so), or an empty string."""
    return element.get(_PREFIXED.get(name, name), "")


def source_line(element: etree._Element) -> int:
    """Return the line of the file an element begins on, 0 for one that was made."""
    line = element.sourceline
    return line if isinstance(line, int) else 0


def put(element: Node, name: str, value: str) -> None:
    """Set an attribute."""
    element.set(_PREFIXED.get(name, name), value)


def drop(element: etree._Element, name: str) -> None:
    """Take an attribute away."""
    element.attrib.pop(_PREFIXED.get(name, name), "")


def attributes(element: Node) -> dict[str, str]:
    """Return the attributes by name, ``xml:id`` and ``xml:lang`` written so."""
    found = cast("list[tuple[str, str]]", element.items())
    return {name.replace(_XML, "xml:") if name[0] == "{" else name: value for name, value in found}


def _written(values: Mapping[str, str]) -> dict[str, str]:
    return {_PREFIXED.get(name, name): value for name, value in values.items() if value}
