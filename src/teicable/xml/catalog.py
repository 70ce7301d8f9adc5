"""OASIS catalogs: canonical URIs for our stylesheets, so that an edition's own stylesheet can import them anywhere.

``teicable:/transforms/html.xsl`` names the installed ``transforms/html.xsl``. The scheme is our own: no resolver can
mistake it for something to download.
"""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

from teicable import resources

CANONICAL = "teicable:/"
"""Prefix of canonical URIs."""


def catalogs() -> list[Path]:
    """Return the catalog files of the installation, for Saxon and for editors."""
    return [resources.transforms("catalog.xml"), resources.schema("catalog.xml")]


def locate(reference: str, base: Path) -> Path | None:
    """Return the file that a relative or canonical URI in the file ``base`` names; ``None`` where it is no such URI."""
    if reference.startswith(CANONICAL):
        folder, _, name = reference.removeprefix(CANONICAL).partition("/")
        roots = {"transforms": resources.transforms, "schema": resources.schema}
        return roots[folder]().joinpath(unquote(name)).resolve() if folder in roots else None
    absolute = urlsplit(urljoin(base.resolve().as_uri(), reference))
    return Path(unquote(absolute.path)) if absolute.scheme == "file" and not absolute.netloc else None
