"""The reference to a document in the formats that programs for references read, from its fact file."""

from __future__ import annotations

from teicable.render import CITE
from teicable.render.rendering import Renderer

FORMATS = ("csl", "bibtex", "ris")
"""The formats, as the stylesheet calls them."""


def references(renderer: Renderer, facts: bytes) -> dict[str, bytes]:
    """Return the reference to a document by format; ``renderer`` must have been built with the target ``cite``."""
    return {name: renderer.render(facts, CITE, {"format": name}).data for name in FORMATS}
