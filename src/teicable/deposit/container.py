"""A package as one file or as an object of a store: the same bytes on every run."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from teicable import files
from teicable.errors import TeicableError

_DECLARATION = "ocfl_object_1.1"
_INVENTORY = "inventory.json"
_ALGORITHM = "sha512"


def zipped(folder: Path, place: Path) -> None:
    """Write a folder as a zip file, below its own name; entries are sorted, and their time is the first that zip knows.

    Raises:
        TeicableError: a file cannot be read, or the place cannot be written to.
    """
    inside = files.inside(folder)
    files.zipped(place, ((f"{folder.name}/{path.relative_to(folder).as_posix()}", path) for path in inside))


def stored(folder: Path, place: Path, identifier: str, message: str, user: Mapping[str, str], created: str) -> None:
    """Put a folder into an OCFL 1.1 object at ``place``: its first version, or the next of the object that is there.

    A file whose bytes an earlier version has is not kept twice; what the newest version has already makes no further
    one. ``user`` has name and address (a URI) of whoever puts it there, ``created`` is an RFC 3339 time.

    Raises:
        TeicableError: there is something at ``place`` that is no such object, or it cannot be written.
    """
    inventory = _inventory(place, identifier)
    number = len(inventory["versions"]) + 1
    state: dict[str, list[str]] = {}
    fresh: dict[str, Path] = {}
    for path in files.inside(folder):
        digest = files.digests(path, (_ALGORITHM,))[_ALGORITHM]
        state.setdefault(digest, []).append(path.relative_to(folder).as_posix())
        if digest not in inventory["manifest"]:
            inventory["manifest"][digest] = [f"v{number}/content/{state[digest][0]}"]
            fresh[inventory["manifest"][digest][0]] = path
    if number > 1 and inventory["versions"][inventory["head"]]["state"] == state:
        return
    inventory["head"] = f"v{number}"
    inventory["versions"][f"v{number}"] = {
        "created": created,
        "message": message,
        "state": state,
        "user": dict(user),
    }
    data = json.dumps(inventory, ensure_ascii=False, indent=1, sort_keys=True).encode() + b"\n"
    for name, path in fresh.items():
        files.copy(path, place / name)
    sidecar = f"{_INVENTORY}.{_ALGORITHM}"
    line = f"{hashlib.sha512(data).hexdigest()} {_INVENTORY}\n".encode()
    # The inventory of the object comes last: until then the object is the one that it was.
    files.write_all(
        {
            place / f"0={_DECLARATION}": f"{_DECLARATION}\n".encode(),
            place / f"v{number}" / _INVENTORY: data,
            place / f"v{number}" / sidecar: line,
            place / sidecar: line,
            place / _INVENTORY: data,
        }
    )


def _inventory(place: Path, identifier: str) -> dict[str, Any]:
    """Return the inventory of the object at a place, or that of one without versions."""
    path = place / _INVENTORY
    if not path.is_file():
        if place.exists() and any(place.iterdir()):
            raise _occupied(place, "something that is no OCFL object")
        return {
            "id": identifier,
            "type": "https://ocfl.io/1.1/spec/#inventory",
            "digestAlgorithm": _ALGORITHM,
            "head": "",
            "manifest": {},
            "versions": {},
        }
    inventory: dict[str, Any] = json.loads(files.read(path))
    if inventory.get("id") != identifier:
        raise _occupied(place, f"the OCFL object of “{inventory.get('id')}”, not of “{identifier}”")
    return inventory


def _occupied(place: Path, what: str) -> TeicableError:
    return TeicableError(f"{place} holds {what}", "name another folder")
