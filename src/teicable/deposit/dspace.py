"""DSpace's Simple Archive Format: a folder an item, with its description, its files, and a list of these.

DSpace imports a folder of such folders (“batch import”); names of files are flat there, and a description may hold only
what its registries of metadata have.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from teicable import files
from teicable.deposit.crosswalk import LISTING, crosswalk
from teicable.render.rendering import Renderer

_DESCRIPTIONS = {"dspace": "dublin_core.xml", "dspace-terms": "metadata_dcterms.xml"}
"""What describes an item: in DSpace's own Dublin Core, and in the terms that it lacks."""


@dataclass(frozen=True, slots=True)
class Bitstream:
    """A file of an item: its name there, the key of what it is, its media type, and where it is now."""

    name: str
    what: str
    kind: str
    path: Path


def item(renderer: Renderer, record: bytes, folder: Path, bitstreams: Sequence[Bitstream]) -> None:
    """Write an item; of its files the first is the one that DSpace shows. Without files, it is described alone.

    Raises:
        TeicableError: a file cannot be read, or the folder cannot be written to.
    """
    for form, name in _DESCRIPTIONS.items():
        files.write(folder / name, crosswalk(renderer, record, form))
    listed = [(one.name, one.what, one.kind) for one in bitstreams]
    files.write(folder / "contents", crosswalk(renderer, record, LISTING, listed) if listed else b"")
    for one in bitstreams:
        files.copy(one.path, folder / one.name)
