"""The Typst template as one tree, an edition's own functions after ours."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from teicable import resources
from teicable.files import read

NAME = "typst/edition.typ"
"""Where the template stands below a transforms folder."""


def template(override: Path | None = None) -> etree._Element:
    """Return ``<typst>`` around our template and, after it, the edition's: a function defined again takes our place."""
    together = etree.Element("typst")
    folders = [resources.transforms(), *([override] if override else [])]
    parts = [folder / NAME for folder in folders]
    together.text = "\n".join(read(part).decode("utf-8") for part in parts if part.is_file())
    return together
