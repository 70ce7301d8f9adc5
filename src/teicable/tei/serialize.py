"""Write a document as bytes: the same document always gives the same bytes.

Two spaces of indentation outside mixed content and none inside, attributes in the order of the schema, NFC, line
feeds. ``canonical_infoset`` is what stays the same when an XML editor lays a file out anew.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache

from lxml import etree

from teicable import resources
from teicable.tei.mixed import attributes, comment, local, nodes

_BLOCKS = frozenset({"p", "ab", "list", "floatingText", "label", "item", "table"})
_MODELS = (
    ("teicable:/schema/teicable.rng", "http://relaxng.org/ns/structure/1.0"),
    ("teicable:/schema/teicable.sch", "http://purl.oclc.org/dsdl/schematron"),
)
"""Grammar and rules under the URIs that ``schema/catalog.xml`` resolves, so that a file can be moved about."""


def serialize(root: etree._Element) -> bytes:
    """Return the document in UTF-8 with XML declaration, the schemas it is made for, and final line feed."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>\n']
    for href, namespace in _MODELS:
        lines.append(f'<?xml-model href="{href}" type="application/xml" schematypens="{namespace}"?>\n')
    _write(root, 0, lines, root=True)
    return "".join(lines).encode("utf-8")


def infoset_digest(root: etree._Element) -> str:
    """Return the SHA-256 of the canonical infoset: names, attributes, text; layout and comments do not count."""
    parts: list[str] = []
    _infoset(root, parts)
    return hashlib.sha256("\0".join(parts).encode("utf-8")).hexdigest()


def holds_elements_only(element: etree._Element) -> bool:
    """Tell whether white space directly inside an element is layout: by the schema, or because it holds blocks."""
    kind = _schema().get(local(element), ("mixed", {}))[0]
    if kind in ("elements", "empty"):
        return True
    if not any(isinstance(node.tag, str) and local(node) in _BLOCKS for node in element):
        return False
    return not any(isinstance(node, str) and node.strip() for node in nodes(element))


@cache
def _schema() -> dict[str, tuple[str, dict[str, int]]]:
    """Return content and attribute order of each element."""
    table = json.loads(resources.schema("generated/elements.json").read_text(encoding="utf-8"))
    return {
        name: (entry["content"], {attribute: place for place, attribute in enumerate(entry["attributes"])})
        for name, entry in table.items()
    }


def _write(element: etree._Element, depth: int, out: list[str], *, root: bool = False) -> None:
    """Append the lines of an element that stands on lines of its own."""
    indent = "  " * depth
    if holds_elements_only(element) and any(not isinstance(node, str) for node in nodes(element)):
        out.append(f"{indent}<{_open(element, root)}>\n")
        for node in nodes(element):
            if isinstance(node, str):
                if node.strip():
                    out.append(f"{indent}  {_escape(node.strip())}\n")
            elif not isinstance(node.tag, str):
                out.append(f"{indent}  {_foreign(node)}\n")
            else:
                _write(node, depth + 1, out)
        out.append(f"{indent}</{local(element)}>\n")
    else:
        out.append(indent)
        _run(element, out, root=root)
        out.append("\n")


def _run(element: etree._Element, out: list[str], *, root: bool = False) -> None:
    """Append an element and all it holds on one line."""
    content: list[str] = []
    blank = not holds_elements_only(element)
    for node in nodes(element):
        if isinstance(node, str):
            content.append(_escape(node) if blank or node.strip() else " ")
        elif not isinstance(node.tag, str):
            content.append(_foreign(node))
        else:
            _run(node, content)
    inner = "".join(content)
    out.append(f"<{_open(element, root)}>{inner}</{local(element)}>" if inner else f"<{_open(element, root)}/>")


def _open(element: etree._Element, root: bool) -> str:
    name = local(element)
    order = _schema().get(name, ("", {}))[1]
    values = sorted(attributes(element).items(), key=lambda pair: (order.get(pair[0], len(order)), pair[0]))
    namespace = ' xmlns="http://www.tei-c.org/ns/1.0"' if root else ""
    return name + namespace + "".join(f' {key}="{_quote(value)}"' for key, value in values)


def _foreign(node: etree._Element) -> str:
    if isinstance(node, etree._Comment):
        return f"<!--{comment(node)}-->"
    return f"<?{getattr(node, 'target', '')} {comment(node)}?>"


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def _quote(text: str) -> str:
    return _escape(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def _infoset(element: etree._Element, parts: list[str]) -> None:
    parts.append("<" + local(element))
    parts.extend(f"{name}={value}" for name, value in sorted(attributes(element).items()))
    layout = holds_elements_only(element)
    words = ""
    for node in nodes(element):
        if isinstance(node, str):
            words += node
        elif isinstance(node.tag, str):
            parts.append(_folded(words, layout))
            words = ""
            _infoset(node, parts)
    parts.extend([_folded(words, layout), ">"])


def _folded(words: str, layout: bool) -> str:
    if layout and not words.strip():
        return ""
    lead, trail = words[:1].isspace(), words[-1:].isspace()
    return " " * lead + " ".join(words.split()) + " " * trail
