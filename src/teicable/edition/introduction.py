"""The introduction of an edition: ``introduction.xml`` beside ``edition.toml``, TEI of the editors' own words."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from teicable import files
from teicable.edition.folder import Edition
from teicable.errors import TeicableError
from teicable.render import INTRODUCTION
from teicable.render.rendering import Renderer
from teicable.validation import neighbourhood

NAME = neighbourhood.INTRODUCTION


def source(edition: Edition) -> Path | None:
    """Return where the editors wrote it, if they did."""
    path = edition.folder / NAME
    return path if path.is_file() else None


def page(path: Path, renderer: Renderer, links: Mapping[str, str]) -> bytes:
    """Return its page. ``renderer`` must have been built with the target ``introduction``.

    Raises:
        TeicableError: it is not well-formed.
    """
    rendering = renderer.render(files.read(path), INTRODUCTION, links, NAME)
    if not rendering.data:
        said = "; ".join(diagnostic.message for diagnostic in rendering.diagnostics)
        raise TeicableError(f"{NAME} cannot be read: {said}", "mend it, or move it away until it is whole")
    return rendering.data
