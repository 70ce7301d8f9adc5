"""What changed in a document from one release to the next: its words, its markup alone, or its header alone.

Words are compared as the source has them, read back from the TEI, and with those that the editors wrote: a corrected
word is a change of words, a name that got an element is one of markup. Pure, from trees and digests.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping

from lxml import etree

from teicable.edition.releases import HEADER, MARKUP, WORDS, State
from teicable.tei.decode import own_words, stretches
from teicable.tei.mixed import TEI, get, local
from teicable.tei.serialize import infoset_digest

_ALIKE = ("revisionDesc", "editionStmt", "publicationStmt", "seriesStmt", "appInfo")
"""Parts of a header that tell the history of the file, or what the whole edition says of itself."""
_SHORT, _LONG = 8, 32


def state(root: etree._Element) -> State:
    """Return what a document says, as digests."""
    source, blocks = stretches(root)
    characters = "".join(source.split())
    said: dict[str, list[str]] = {}
    ends = [start for start, _ in blocks[1:]] + [len(characters)]
    for (start, block), end in zip(blocks, ends, strict=True):
        said.setdefault(_address(block), []).append(characters[start:end])
    added = [(_address(one), local(one), " ".join("".join(map(str, one.itertext())).split())) for one in _own(root)]
    for address, name, words in added:
        said.setdefault(address, []).append(f"\0{name}\0{words}")
    text = [root.find(f"{{{TEI}}}{name}") for name in ("text", "standOff")]
    header = root.find(f"{{{TEI}}}teiHeader")
    return State(
        _digest("\x1f".join([source, *("\0".join(one) for one in added)]))[:_LONG],
        _digest(" ".join(infoset_digest(part) for part in text if part is not None))[:_LONG],
        infoset_digest(header, _ALIKE)[:_LONG] if header is not None else "",
        {address: _digest("\x1f".join(words))[:_SHORT] for address, words in said.items()},
    )


def title(root: etree._Element) -> str:
    """Return the title of a document."""
    found = root.find(f"{{{TEI}}}teiHeader/{{{TEI}}}fileDesc/{{{TEI}}}titleStmt/{{{TEI}}}title")
    return "" if found is None else " ".join("".join(map(str, found.itertext())).split())


def change(before: State, after: State) -> str:
    """Return what changed most; empty where nothing did."""
    if before.words != after.words:
        return WORDS
    if before.text != after.text:
        return MARKUP
    return HEADER if before.header != after.header else ""


def places(before: Mapping[str, str], after: Mapping[str, str]) -> tuple[str, ...]:
    """Return the blocks whose words are others now, those that are gone last; lines around them have no address."""
    changed = [one for one, digest in after.items() if before.get(one) != digest]
    return tuple(one for one in (*changed, *(one for one in before if one not in after)) if one)


def _own(root: etree._Element) -> list[etree._Element]:
    """Return the outermost elements with words of the editors."""
    found = [one for one in root.iter(etree.Element) if own_words(one)]
    return [one for one in found if not any(own_words(outer) for outer in one.iterancestors())]


def _address(element: etree._Element) -> str:
    """Return the address of the block that an element is or stands in; empty outside of all."""
    for one in (element, *element.iterancestors()):
        if local(one) == "text":
            break
        if get(one, "xml:id") and local(one) not in ("TEI", "msDesc", "respStmt"):
            return get(one, "xml:id")
    return ""


def _digest(words: str) -> str:
    return hashlib.sha256(words.encode("utf-8")).hexdigest()
