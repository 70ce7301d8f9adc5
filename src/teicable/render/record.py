"""What the search looks through of one cable: its words and facts, and the keys by which other spellings meet them.

It is a page of its own, which only the indexer reads, so that the published pages hold no word that no reader sees.
"""

from __future__ import annotations

from lxml import etree

from teicable.diagnostics import Diagnostic
from teicable.languages import folding
from teicable.render import RECORD
from teicable.render.rendering import Renderer, Rendering
from teicable.xml.parse import parse


def record(renderer: Renderer, tei: bytes, path: str = "") -> Rendering:
    """Return the record of a TEI cable; ``renderer`` must have been built with the target ``record``."""
    made = renderer.render(tei, RECORD, {}, path)
    tree = parse(made.data)
    if isinstance(tree, Diagnostic):
        return made
    root = tree.getroot()
    body = root.find("body")
    if body is not None:
        found = " ".join(_keys(root))
        body.insert(0, etree.Element("meta", {"data-pagefind-meta": "folded[content]", "content": found}))
    return Rendering(etree.tostring(root, encoding="UTF-8", method="html") + b"\n", made.diagnostics)


def _keys(root: etree._Element) -> list[str]:
    """Return the keys of all words that may be spelt otherwise: names, words of another language."""
    metas = {meta.get("name") or meta.get("data-pagefind-meta"): meta.get("content", "") for meta in root.iter("meta")}
    words = " ".join("".join(map(str, block.itertext())) for block in root.iter("title", "p")).split()
    spelt = {*metas["foreign"].split(), *filter(folding.is_spelt, words)}
    found = {key for word in spelt for key in folding.keys(word)}
    return sorted({*found, *folding.spellings(metas["names[content]"].replace(" ‖ ", " · ").split(" · "))})
