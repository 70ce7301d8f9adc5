"""What is marked in a TEI file, in words, as a page of the site: kinds, certainty, grounds, who answers for it."""

from __future__ import annotations

from teicable.render import MARKS
from teicable.render.addresses import PAGES, STYLE
from teicable.render.rendering import Renderer


def marks(renderer: Renderer, tei: bytes, document: str, title: str, path: str = "") -> bytes:
    """Return the page on the marks of a TEI file; ``renderer`` must have been built with the target ``marks``.

    It stands in a folder below that of the page of the document, to which its words lead.
    """
    parameters = {
        "page-href": f"../{document}.html",
        "css-href": f"../{STYLE}",
        "index-href": f"../{PAGES['documents']}",
        "edition-title": title,
    }
    return renderer.render(tei, MARKS, parameters, path).data
