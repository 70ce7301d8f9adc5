"""Write files so that a reader sees the old one or the new one, never half of one."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from teicable.errors import TeicableError


def write(path: Path, data: bytes) -> bool:
    """Put ``data`` at ``path`` through a temporary name beside it; make folders as needed.

    Returns whether anything was written: a file that already holds these bytes keeps its time of modification.

    Raises:
        TeicableError: the place cannot be written to.
    """
    temporary = ""
    try:
        if path.is_file() and path.read_bytes() == data:
            return False
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".tmp", dir=path.parent)
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(temporary, 0o666 & ~mask)
        os.replace(temporary, path)
    except OSError as error:
        if temporary:
            Path(temporary).unlink(missing_ok=True)
        raise TeicableError(f"cannot write {path}: {error.strerror or error}") from error
    return True


def read(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        TeicableError: the file is missing, a folder, or not readable.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise TeicableError(f"cannot read {path}: {error.strerror or error}") from error


def remove(path: Path) -> None:
    """Delete a file that an earlier run wrote; a file that is already gone is no error."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise TeicableError(f"cannot remove {path}: {error.strerror or error}") from error
