"""The authority files of an edition as one tree, as the stylesheets want them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from lxml import etree

from teicable.diagnostics import Diagnostic
from teicable.files import read
from teicable.xml.parse import parse


def authorities(paths: Iterable[Path]) -> tuple[etree._Element, tuple[Diagnostic, ...]]:
    """Return ``<authorities>`` around the roots of the given TEI files, in order of their names, and what was wrong.

    A file that is not well-formed is left out and reported; names it would have explained then stand without cards.
    """
    together = etree.Element("authorities")
    found: list[Diagnostic] = []
    for path in sorted(paths, key=lambda p: p.name):
        tree = parse(read(path), str(path))
        if isinstance(tree, Diagnostic):
            found.append(tree)
        else:
            together.append(tree.getroot())
    return together, tuple(found)
