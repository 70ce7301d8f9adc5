"""The facts of one cable as a small XML file, from which lists, indexes and tables are made.

An edition of twenty thousand cables builds its pages from these files and never opens all its TEI at once.
"""

from __future__ import annotations

from teicable.render import FACTS
from teicable.render.rendering import Renderer, Rendering


def facts(renderer: Renderer, tei: bytes, href: str = "", lang: str = "", path: str = "") -> Rendering:
    """Return the fact file of a TEI cable (its elements are listed in ``transforms/README.md``).

    ``href`` is the base name of the document's pages, its id where empty; ``renderer`` must have been built with the
    target ``facts``.
    """
    return renderer.render(tei, FACTS, {"href": href, **({"lang": lang} if lang else {})}, path)
