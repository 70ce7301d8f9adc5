"""The pages an edition has beside its documents, made from fact files alone. Writing them is done elsewhere."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lxml import etree

from teicable.errors import TeicableError
from teicable.render import SITE
from teicable.render.rendering import Renderer, style
from teicable.xml.parse import parse

STYLE = "css/edition.css"
"""Where the style sheet of a site stands."""


def site(
    renderer: Renderer, facts: Iterable[bytes], title: str, lang: str = "en", override: Path | None = None
) -> dict[str, bytes]:
    """Return the files of the site by relative path: the first page and the style sheet.

    ``renderer`` must have been built with the target ``site``; the order of ``facts`` does not matter.

    Raises:
        TeicableError: a fact file is not well-formed.
    """
    edition = etree.Element("edition", title=title)
    for data in facts:
        tree = parse(data)
        if not isinstance(tree, etree._ElementTree):
            raise TeicableError(f"a fact file cannot be read: {tree.message}", "build the edition anew")
        edition.append(tree.getroot())
    page = renderer.render(etree.tostring(edition), SITE, {"lang": lang, "css-href": STYLE})
    return {"index.html": page.data, STYLE: style(override).encode()}
