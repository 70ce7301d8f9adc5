"""Open the container of a word processor's file without trusting it.

Such a file is a ZIP of XML parts. It is refused where it is damaged or asks for a password, where it unpacks to far
more than it is, where a part declares a document type (as every known attack on XML parsers does), and where a part of
the document is not in it but somewhere else. Addresses that the text merely links to are no parts; they are never
followed, nor is the template that a program remembers.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from lxml import etree

from teicable.diagnostics import Diagnostic, Location
from teicable.xml.parse import parse

_MAIN = "word/document.xml"
_MOST_PARTS = 4_000
_LARGEST = 100_000_000
_LARGEST_PART = 40_000_000
_LARGEST_MAIN = 10_000_000
_DENSEST = 400
_SMALL = 2_000_000
_MERELY_NAMED = ("/hyperlink", "/attachedTemplate")
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True)
class Container:
    """The parts of a file by name: the XML parts parsed, and the names of all."""

    trees: Mapping[str, etree._Element] = field(default_factory=dict)
    names: frozenset[str] = frozenset()

    @cached_property
    def main(self) -> str:
        """The name of the part with the text: ``word/document.xml``, or whatever the file itself says."""
        start = self.tree("_rels/.rels")
        for relation in start.iter(_RELATIONSHIP) if start is not None else ():
            if relation.get("Type", "").endswith("/officeDocument"):
                return relation.get("Target", "").lstrip("/")
        return _MAIN

    def tree(self, name: str) -> etree._Element | None:
        """Return the root of a part, where there is such a part."""
        return self.trees.get(name)


def is_word(data: bytes) -> bool:
    """Tell by the names of its parts whether a container is a Word document; one that is damaged may be."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return any(name.startswith("word/") for name in archive.namelist())
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError):
        return True


def opened(name: str, data: bytes) -> Container | Diagnostic:
    """Return the parts, or the diagnostic (``R008``) that refuses the file."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            refusal = _oversized(archive)
            if refusal:
                return _refused(name, refusal)
            found = _parsed(name, archive)
            large = isinstance(found, Container) and archive.NameToInfo.get(found.main)
            if large and large.file_size > _LARGEST_MAIN:
                return _refused(name, f"its text has {large.file_size} bytes of markup, more than are accepted")
            return found
    # NotImplementedError is zipfile's word for a way of packing that it does not know.
    except (zipfile.BadZipFile, EOFError, OSError, ValueError, NotImplementedError, zipfile.LargeZipFile) as error:
        return _refused(name, f"the file is damaged or incomplete ({error})")
    except (RuntimeError, zlib.error) as error:
        return _refused(name, f"a part of the file cannot be unpacked ({error})")


def _oversized(archive: zipfile.ZipFile) -> str:
    """Return why the file is refused before anything is unpacked, or an empty string."""
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        return "the file asks for a password"
    if len(parts) > _MOST_PARTS or len({part.filename for part in parts}) < len(parts):
        return f"the file has {len(parts)} parts, too many or two of one name"
    size = sum(part.file_size for part in parts)
    packed = sum(part.compress_size for part in parts)
    if size > _LARGEST or any(part.file_size > _LARGEST_PART for part in parts):
        return f"the file unpacks to {size} bytes, more than are accepted"
    if size > _SMALL and size > _DENSEST * max(1, packed):
        return f"the file unpacks to {size} bytes from {packed}: no honest file does"
    return ""


def _parsed(name: str, archive: zipfile.ZipFile) -> Container | Diagnostic:
    trees: dict[str, etree._Element] = {}
    for part in archive.namelist():
        if not part.endswith((".xml", ".rels")):
            continue
        tree = parse(archive.read(part), part)
        if isinstance(tree, Diagnostic):
            return _refused(name, f"its part “{part}” is refused: {tree.message}")
        trees[part] = tree.getroot()
        if part.endswith(".rels") and (elsewhere := _elsewhere(trees[part])):
            return _refused(name, f"a part of the document is not in the file, but at “{elsewhere}”")
    return Container(trees, frozenset(archive.namelist()))


def _elsewhere(relationships: etree._Element) -> str:
    """Return the address of a part that is not in the file, or an empty string."""
    for relation in relationships.iter(_RELATIONSHIP):
        outside = relation.get("TargetMode", "") == "External"
        if outside and not relation.get("Type", "").endswith(_MERELY_NAMED):
            return relation.get("Target", "")
    return ""


def _refused(name: str, reason: str) -> Diagnostic:
    hint = "open it in the program it was made with, and save it again as a Word document without links to other files"
    return Diagnostic("R008", reason, Location(name), hint)
