"""The text of a TEI file as a page of the site, for readers who want to see the markup without a program for it."""

from __future__ import annotations

from teicable.render import MARKUP
from teicable.render.addresses import PAGES, STYLE
from teicable.render.rendering import Renderer


def markup(renderer: Renderer, tei: bytes, document: str, title: str, path: str = "") -> bytes:
    """Return the page that shows a TEI file; ``renderer`` must have been built with the target ``markup``.

    It stands in a folder beside that of the file, one below the page of the document.
    """
    parameters = {
        "source": tei.decode("utf-8-sig"),
        "tei-href": f"../tei/{document}.xml",
        "page-href": f"../{document}.html",
        "css-href": f"../{STYLE}",
        "index-href": f"../{PAGES['documents']}",
        "edition-title": title,
    }
    return renderer.render(tei, MARKUP, parameters, path).data
