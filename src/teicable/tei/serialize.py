"""Write a document as bytes: the same document always gives the same bytes.

Two spaces of indentation outside mixed content and none inside, attributes in the order of the schema, NFC, line
feeds. White space in mixed content is folded, and there is none at the ends of a block: an XML editor that wraps lines
puts it there. ``canonical_infoset`` is what stays the same when an XML editor lays a file out anew.
"""

from __future__ import annotations

import hashlib
import json
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from operator import methodcaller
from typing import cast

from lxml import etree

from teicable import resources
from teicable.tei.mixed import TEI, XML, Element, Fixed, Node, Tree, attributes, comment, get, local, nodes

_BLOCKS = frozenset({"p", "ab", "list", "floatingText", "item", "table"})
_VERBATIM = frozenset({"rendition", "eg", "egXML", "code"})
"""Elements in which white space is meant as it stands: in CSS two blanks after an escape are one."""
_XML = f"{{{XML}}}"
_SPACE = f"{_XML}space"
_BLANKS = re.compile(r"[ \t\r\n]+")
_MODELS = (
    ("teicable:/schema/teicable.rng", "http://relaxng.org/ns/structure/1.0"),
    ("teicable:/schema/teicable.sch", "http://purl.oclc.org/dsdl/schematron"),
)
"""Grammar and rules under the URIs that ``schema/catalog.xml`` resolves, so that a file can be moved about."""

DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'

Pairs = tuple[tuple[str, str], ...]
Prefixes = Mapping[str | None, str] | None
"""The namespaces declared around an element; ``None``: all is TEI, without prefixes."""


def serialize(root: Tree) -> bytes:
    """Return the document in UTF-8 with XML declaration, the schemas it is made for, and final line feed."""
    lines = [DECLARATION]
    for href, namespace in _MODELS:
        lines.append(f'<?xml-model href="{href}" type="application/xml" schematypens="{namespace}"?>\n')
    lines.append(written(root))
    return "".join(lines).encode("utf-8")


def written(root: Tree, prefixes: Prefixes = None) -> str:
    """Return the lines of the outermost element; ``prefixes`` is empty where there are namespaces besides TEI."""
    lines: list[str] = []
    _write(root, 0, lines, prefixes, root=True)
    return "".join(lines)


def foreign(node: Node) -> str:
    """Return a comment or a processing instruction as it is written."""
    if isinstance(node, etree._Comment):
        return f"<!--{comment(node)}-->"
    return f"<?{getattr(node, 'target', '')} {comment(node)}?>"


def infoset_digest(root: etree._Element, without: Collection[str] = ()) -> str:
    """Return the SHA-256 of the canonical infoset: names, attributes, text; layout and comments do not count.

    Nor do elements and attributes (``@xml:id``) whose name is among those ``without`` which it is wanted.
    """
    parts: list[str] = []
    _infoset(root, parts, without, trim=False)
    return hashlib.sha256(unicodedata.normalize("NFC", "\0".join(parts)).encode("utf-8")).hexdigest()


def holds_elements_only(element: Tree) -> bool:
    """Tell whether white space directly inside an element is layout: by the schema, or because it holds blocks."""
    return stands_apart(element, kind_of(element.tag))


def stands_apart(element: Tree, kind: Kind) -> bool:
    """Tell the same of an element whose kind has been looked up."""
    if kind.closed:
        return True
    if not len(element) or not any(isinstance(node.tag, str) and kind_of(node.tag).block for node in element):
        return False
    if kind.name == "seg" and any(isinstance(node.tag, str) and kind_of(node.tag).name == "gap" for node in element):
        return False  # “Copies: Stalin, Molotov,[…]”: what could not be read goes on where the list ends
    return not any(isinstance(node, str) and node.strip() for node in nodes(element))


@dataclass(frozen=True, slots=True)
class Kind:
    """What is known of all elements of one name.

    Attributes:
        name: without namespace.
        known: whether the schema has it.
        closed: whether it holds no words of its own, by the schema.
        block: whether it is a block wherever it stands.
        verbatim: whether white space in it is meant as it stands.
        order: the places of its attributes in the schema.
    """

    name: str
    known: bool
    closed: bool
    block: bool
    verbatim: bool
    order: Mapping[str, int]


@lru_cache(maxsize=1024)
def kind_of(tag: str) -> Kind:
    """Look an element up by its name with namespace."""
    name = tag.rpartition("}")[2]
    content, order = _schema().get(name, ("", {}))
    return Kind(name, bool(content), content in ("elements", "empty"), name in _BLOCKS, name in _VERBATIM, order)


@cache
def _schema() -> dict[str, tuple[str, dict[str, int]]]:
    """Return content and attribute order of each element."""
    table = json.loads(resources.schema("generated/elements.json").read_text(encoding="utf-8"))
    return {
        name: (entry["content"], {attribute: place for place, attribute in enumerate(entry["attributes"])})
        for name, entry in table.items()
    }


def _write(
    element: Tree, depth: int, out: list[str], prefixes: Prefixes, *, root: bool = False, trim: bool = False
) -> None:
    """Append the lines of an element that stands on lines of its own."""
    indent = "  " * depth
    if not len(element):
        out.append(f"{indent}{_leaf(element, prefixes, root=root, trim=trim)}\n")
        return
    kind = kind_of(element.tag)
    apart = stands_apart(element, kind)
    if not (apart or _on_lines(element, kind)) or _verbatim(element, kind):
        out.append(f"{indent}{_run(element, prefixes, root=root, trim=trim)}\n")
        return
    name, start, inside = _tag(element, prefixes, root)
    within = _trims(kind, apart)
    out.append(f"{indent}<{start}>\n")
    for node in nodes(element):
        if isinstance(node, str):
            if node.strip():
                out.append(f"{indent}  {_escape(_one_blank(node).strip(' '))}\n")
        elif not isinstance(node.tag, str):
            out.append(f"{indent}  {foreign(node)}\n")
        elif isinstance(node, Fixed):
            out.append(_fixed(node, depth + 1))
        else:
            _write(node, depth + 1, out, inside, trim=within)
    out.append(f"{indent}</{name}>\n")


@lru_cache(maxsize=16)
def _fixed(element: Fixed, depth: int) -> str:
    """Return the lines of an element that is the same in all documents."""
    lines: list[str] = []
    _write(cast("Element", element), depth, lines, None, trim=True)
    return "".join(lines)


def _run(element: Tree, prefixes: Prefixes, *, root: bool = False, trim: bool = False, verbatim: bool = False) -> str:
    """Return an element and all it holds on one line; ``trim`` says that white space at its ends is layout."""
    if not len(element):
        return _leaf(element, prefixes, root=root, trim=trim, verbatim=verbatim)
    name, start, inside = _tag(element, prefixes, root)
    content: list[str] = []
    kind = kind_of(element.tag)
    apart = stands_apart(element, kind)
    within = _trims(kind, apart)
    verbatim = verbatim or _verbatim(element, kind)
    for node in nodes(element):
        if not isinstance(node, str):
            whole = isinstance(node.tag, str)
            content.append(_run(node, inside, trim=within, verbatim=verbatim) if whole else foreign(node))
        elif verbatim:
            content.append(_escape(node))
        elif not apart or node.strip():
            content.append(_escape(_one_blank(node)))
    if trim and content and not verbatim and not element.get("rendition"):
        content[0] = content[0].lstrip(" ")
        content[-1] = content[-1].rstrip(" ")
    inner = "".join(content)
    return f"<{start}>{inner}</{name}>" if inner else f"<{start}/>"


def _leaf(element: Tree, prefixes: Prefixes, *, root: bool, trim: bool, verbatim: bool = False) -> str:
    """Return an element that holds no other; most are such, and of them there is less to ask."""
    name, start, _ = _tag(element, prefixes, root)
    words = element.text
    if not words:
        return f"<{start}/>"
    kind = kind_of(element.tag)
    if not (verbatim or _verbatim(element, kind)):
        words = "" if kind.closed and words.isspace() else _one_blank(words)
        words = words.strip(" ") if trim and not element.get("rendition") else words
    return f"<{start}>{_escape(words)}</{name}>" if words else f"<{start}/>"


def _on_lines(element: Tree, kind: Kind) -> bool:
    """Tell whether what an element holds stood on lines of its own before: so it does again if no schema knows it."""
    if kind.known:
        return False
    gaps = list(nodes(element))
    between = gaps[::2]
    return len(gaps) % 2 == 1 and all(isinstance(gap, str) and "\n" in gap and not gap.strip() for gap in between)


def _trims(kind: Kind, apart: bool) -> bool:
    """Tell whether the children of an element are blocks, whose ends are layout; the words of a gap are a run."""
    return apart and kind.name != "gap"


def _verbatim(element: Tree, kind: Kind) -> bool:
    """Tell whether white space in an element stays as it is."""
    return kind.verbatim or element.get(_SPACE) == "preserve"


def _tag(element: Node, prefixes: Prefixes, root: bool) -> tuple[str, str, Prefixes]:
    """Return name and start tag of an element, and the namespaces declared in it."""
    if prefixes is None or isinstance(element, Element):
        name, start = _start(element.tag, tuple(_items(element)), root)
        return name, start, prefixes
    inside = element.nsmap
    name = f"{element.prefix}:{local(element)}" if element.prefix else local(element)
    spaces = {f"xmlns:{p}" if p else "xmlns": uri for p, uri in inside.items() if prefixes.get(p) != uri}
    spaces |= {"xmlns": ""} if prefixes.get(None) and None not in inside else {}
    known = {uri: p for p, uri in inside.items() if p}
    ordered = ((_prefixed(attribute, known), value) for attribute, value in _ordered(element.tag, _items(element)))
    return name, _shown(name, (*spaces.items(), *ordered)), inside


_items = cast("Callable[[Node], Iterable[tuple[str, str]]]", methodcaller("items"))
"""Return names and values of the attributes."""


@lru_cache(maxsize=4096)
def _start(tag: str, attributes: Pairs, root: bool) -> tuple[str, str]:
    """Return name and start tag of an element of TEI; most occur again, in the same document or the next."""
    name = kind_of(tag).name
    declared = (("xmlns", TEI),) if root else ()
    return name, _shown(name, (*declared, *_ordered(tag, attributes)))


def _ordered(tag: str, attributes: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    order = kind_of(tag).order
    named = [(name.replace(_XML, "xml:"), value) for name, value in attributes]
    return sorted(named, key=lambda pair: (order.get(pair[0], len(order)), pair[0]))


def _shown(name: str, attributes: Iterable[tuple[str, str]]) -> str:
    return name + "".join(f' {key}="{_quote(value)}"' for key, value in attributes)


def _prefixed(attribute: str, known: Mapping[str, str]) -> str:
    uri, brace, name = attribute.removeprefix("{").partition("}")
    return f"{known[uri]}:{name}" if brace else attribute


def in_schema(element: str, attribute: str) -> tuple[int, str]:
    """Return the place of an attribute among those of its element; one that the schema does not know comes last."""
    order = kind_of(element).order
    return order.get(attribute, len(order)), attribute


def _escape(text: str) -> str:
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def _quote(text: str) -> str:
    return _escape(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")


def _one_blank(text: str) -> str:
    """Fold white space; most characters between tags have nothing to fold, which is seen faster than done."""
    return text if text.isprintable() and "  " not in text else _BLANKS.sub(" ", text)


def _infoset(element: etree._Element, parts: list[str], without: Collection[str], *, trim: bool) -> None:
    parts.append("<" + local(element))
    parts.extend(f"{name}={value}" for name, value in sorted(attributes(element).items()) if f"@{name}" not in without)
    kind = kind_of(element.tag)
    layout = stands_apart(element, kind)
    within = _trims(kind, layout)
    begin = len(parts)
    words = ""
    for node in nodes(element):
        if isinstance(node, str):
            words += node
        elif isinstance(node.tag, str) and local(node) not in without:
            parts.append(_folded(words, layout))
            words = ""
            _infoset(node, parts, without, trim=within)
    parts.append(_folded(words, layout))
    if trim and not get(element, "rendition"):
        parts[begin] = parts[begin].lstrip(" ")
        parts[-1] = parts[-1].rstrip(" ")
    parts.append(">")


def _folded(words: str, layout: bool) -> str:
    if layout and not words.strip():
        return ""
    lead, trail = words[:1].isspace(), words[-1:].isspace()
    return " " * lead + " ".join(words.split()) + " " * trail
