"""The pages an edition has beside its documents, made from fact files alone. Writing them is done elsewhere."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from lxml import etree

from teicable import resources
from teicable.languages import folding
from teicable.model.declaration import Declaration
from teicable.render import SITE
from teicable.render.addresses import FOLDING, FONTS, HANDBOOK, PAGES, RELEASED, SCRIPT, STYLE, addresses
from teicable.render.collection import gathered
from teicable.render.rendering import Renderer, fonts, script, style
from teicable.render.volume import BARE, Shelf


def site(
    renderer: Renderer,
    facts: Iterable[bytes],
    declaration: Declaration,
    parameters: Mapping[str, str] | None = None,
    override: Path | None = None,
    releases: etree._Element | None = None,
    shelf: Shelf = BARE,
) -> dict[str, bytes]:
    """Return the files of the site by relative path: its pages, style sheet, fonts, script, the handbook.

    ``renderer`` must have been built with the target ``site``; the order of ``facts`` does not matter.
    ``parameters`` come after those of `addresses`, without the book. Of an edition that has been released, ``releases``
    says what each release held, and there are pages that tell it. ``shelf`` has the volumes of its book.

    Raises:
        TeicableError: a fact file is not well-formed.
    """
    source = gathered(declaration, facts, *([releases] if releases is not None else []), *shelf.elements())
    wanted = {**PAGES, **(RELEASED if releases is not None else {})}
    guidelines = resources.schema("generated/guidelines.html")
    handbook = {HANDBOOK: guidelines.read_bytes()} if guidelines.is_file() else {}
    given = {
        **addresses(declaration.title, released=releases is not None),
        "handbook-href": "".join(handbook),
        **(parameters or {}),
    }
    pages = {address: renderer.render(source, SITE, {**given, "page": name}).data for name, address in wanted.items()}
    faces = {f"{FONTS}/{name}": data for name, data in fonts(override).items()}
    scripts = {SCRIPT: script(SCRIPT, override), FOLDING: json.dumps(folding.table(), ensure_ascii=False).encode()}
    return {**pages, STYLE: style(override, faces=True).encode(), **faces, **scripts, **handbook}
