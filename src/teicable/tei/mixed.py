"""Build mixed content. The only module that touches ``.text`` and ``.tail``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import cast

from lxml import etree

TEI = "http://www.tei-c.org/ns/1.0"
XML = "http://www.w3.org/XML/1998/namespace"
_XML = f"{{{XML}}}"
_PREFIXED = {"xml:id": f"{{{XML}}}id", "xml:lang": f"{{{XML}}}lang"}
_TEI = f"{{{TEI}}}"


def root(name: str, attributes: Mapping[str, str]) -> etree._Element:
    """Return a new TEI element without parent."""
    element = etree.XML(f'<{name} xmlns="{TEI}"/>')
    element.attrib.update(list(_written(attributes).items()))
    return element


def child(
    parent: etree._Element, name: str, attributes: Mapping[str, str] | None = None, text: str = ""
) -> etree._Element:
    """Append a TEI element; attributes with empty values are left out."""
    element = etree.SubElement(parent, _TEI + name, _written(attributes) if attributes else None)
    if text:
        element.text = text
    return element


def text(parent: etree._Element, characters: str) -> None:
    """Append characters after what ``parent`` holds already."""
    if not characters:
        return
    before = last(parent)
    if before is not None:
        before.tail = (before.tail or "") + characters
    else:
        parent.text = (parent.text or "") + characters


def last(parent: etree._Element) -> etree._Element | None:
    """Return the last child, or ``None``; unlike ``len(parent)`` it does not count the others."""
    return next(parent.iterchildren(reversed=True), None)


def parts(element: etree._Element) -> Iterator[str | etree._Element]:
    """Yield characters and child elements in document order; comments and processing instructions are passed over."""
    if element.text:
        yield element.text
    for node in element:
        if isinstance(node.tag, str):
            yield node
        if node.tail:
            yield node.tail


def nodes(element: etree._Element) -> Iterator[str | etree._Element]:
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


def comment(node: etree._Element) -> str:
    """Return the content of a comment or processing instruction."""
    return node.text or ""


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return _local(str(element.tag))


@lru_cache(maxsize=1024)
def _local(tag: str) -> str:
    return tag.rpartition("}")[2]


def get(element: etree._Element, name: str) -> str:
    """Return an attribute (``xml:id`` written so), or an empty string."""
    return element.get(_PREFIXED.get(name, name), "")


def source_line(element: etree._Element) -> int:
    """Return the line of the file an element begins on, 0 for one that was made."""
    return int(element.sourceline) if isinstance(element.sourceline, int) else 0


def put(element: etree._Element, name: str, value: str) -> None:
    """Set an attribute."""
    element.set(_PREFIXED.get(name, name), value)


def drop(element: etree._Element, name: str) -> None:
    """Take an attribute away."""
    element.attrib.pop(_PREFIXED.get(name, name), "")


def attributes(element: etree._Element) -> dict[str, str]:
    """Return the attributes by name, ``xml:id`` and ``xml:lang`` written so."""
    found = cast("list[tuple[str, str]]", element.items())
    return {name.replace(_XML, "xml:") if name[0] == "{" else name: value for name, value in found}


def _written(values: Mapping[str, str]) -> dict[str, str]:
    return {_PREFIXED.get(name, name): value for name, value in values.items() if value}
