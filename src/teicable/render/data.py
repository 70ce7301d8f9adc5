"""The data files of an edition, for other programs: made from fact files alone."""

from __future__ import annotations

from collections.abc import Iterable

from teicable.model.declaration import Declaration
from teicable.render import DATA
from teicable.render.addresses import CMIF, CONDITIONAL, FILES, HARVEST, PAGES
from teicable.render.collection import gathered
from teicable.render.rendering import Renderer


def data(
    renderer: Renderer, facts: Iterable[bytes], declaration: Declaration, more: Iterable[str] = ()
) -> dict[str, bytes]:
    """Return the data files by name; ``renderer`` must have been built with the target ``data``.

    Those in which addresses stand in full are made only where the edition states its own. ``more`` are pages of the
    edition, beside those that every edition has, that the sitemap lists.

    Raises:
        TeicableError: a fact file is not well-formed.
    """
    source = gathered(declaration, facts)
    shared = {"pages": " ".join([*PAGES.values(), *more])}
    made = {
        name: renderer.render(source, DATA, {**shared, "file": name}).data for name in (*FILES, *HARVEST, *CONDITIONAL)
    }
    return {name: _ended(name, content) for name, content in made.items() if content.strip()}


def cmif(renderer: Renderer, facts: Iterable[bytes], declaration: Declaration) -> bytes:
    """Return the index of correspondence alone; empty where ``modules/harvestable.xsl`` says that there can be none.

    Raises:
        TeicableError: a fact file is not well-formed.
    """
    return renderer.render(gathered(declaration, facts), DATA, {"file": CMIF}).data.strip()


def _ended(name: str, content: bytes) -> bytes:
    """End the lines of a table as RFC 4180 wants it; no cell of ours has a line break."""
    return content.replace(b"\n", b"\r\n") if name.endswith(".csv") else content
