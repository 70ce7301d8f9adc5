"""Write a merged tree as its editor laid the file out: tags that did not change keep their characters."""

from __future__ import annotations

from lxml import etree

from teicable.diagnostics import Diagnostic
from teicable.tei.merging.matching import TICKET, digest
from teicable.tei.merging.work import unticketed
from teicable.tei.mixed import TEI, attributes, comment, local, nodes
from teicable.tei.serialize import in_schema
from teicable.xml.parse import parse
from teicable.xml.places import Places, Tag, encoded


def write(merged: etree._Element, data: bytes) -> bytes:
    """Return the bytes of a merged tree, of which ``data`` is the edited file it began as.

    What stands before and after the outermost element, line ends and encoding stay too.
    """
    tree = parse(data)
    assert isinstance(tree, etree._ElementTree)
    places = Places(tree, "", data)
    originals = {f"e{number}": element for number, element in enumerate(tree.getroot().iter("*"))}
    whole = places.tag(tree.getroot())
    if whole is not None and ":" not in whole.name:
        pieces: list[str] = []
        _Writer(places, originals).element(merged, pieces)
        text = places.characters[: whole.start] + "".join(pieces) + places.characters[whole.after :]
        if "\r\n" in places.characters:
            text = text.replace("\r\n", "\n").replace("\n", "\r\n")
        written = encoded(text, data)
        again = parse(written)
        if not isinstance(again, Diagnostic) and digest(again.getroot()) == digest(merged):
            return written
    # A file that binds prefixes of its own is written by the library: right, if not in the editor's line breaks.
    return etree.tostring(unticketed(merged).getroottree(), encoding="utf-8", xml_declaration=True) + b"\n"


class _Writer:
    def __init__(self, places: Places, originals: dict[str, etree._Element]) -> None:
        self._places, self._originals = places, originals

    def element(self, element: etree._Element, out: list[str]) -> None:
        original = self._originals.get(element.get(TICKET, ""))
        tag = self._places.tag(original) if original is not None else None
        inner: list[str] = []
        for node in nodes(element):
            if isinstance(node, str):
                inner.append(_escaped(node))
            elif isinstance(node.tag, str):
                self.element(node, inner)
            elif isinstance(node, etree._Comment):
                inner.append(f"<!--{comment(node)}-->")
            else:
                inner.append(f"<?{getattr(node, 'target', '')} {comment(node)}?>")
        content = "".join(inner)
        start = self._start(element, original, tag)
        short = tag is None or tag.close == tag.start
        if content or not short:
            out.append(f"<{start}>{content}</{local(element)}>")
        else:
            out.append(f"<{start}/>")

    def _start(self, element: etree._Element, original: etree._Element | None, tag: Tag | None) -> str:
        """Return what stands between the angle brackets of a start tag."""
        said = {name: value for name, value in attributes(element).items() if name != TICKET}
        if original is not None and tag is not None and said == attributes(original):
            return self._places.characters[tag.start + 1 : tag.end - 1].removesuffix("/")
        names = list(said)
        if original is None or _in_order(local(original), list(attributes(original))):
            names.sort(key=lambda name: in_schema(local(element), name))
        given = "".join(f' {name}="{_quoted(said[name])}"' for name in names)
        if element.getparent() is None:
            given = f' xmlns="{TEI}"{given}'
        return f"{local(element)}{given}"


def _in_order(element: str, names: list[str]) -> bool:
    return names == sorted(names, key=lambda name: in_schema(element, name))


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;")


def _quoted(text: str) -> str:
    return _escaped(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
