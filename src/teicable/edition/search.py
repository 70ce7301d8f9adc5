"""The search index, a target of its own: made again only when what it looks through changed.

It is made from the records of all documents (`teicable.render.record`) by pagefind, and stands whole in the site or
not at all. Its files may differ from run to run though they say the same: pagefind writes its filters in any order.
"""

from __future__ import annotations

import subprocess
import sys

from teicable import files
from teicable.edition import plan
from teicable.edition.folder import Edition
from teicable.errors import TeicableError
from teicable.render.addresses import INDEX

RECORDS = "search"
"""The folder below ``build/`` with a record of each document."""

_ENTRY = "pagefind-entry.json"
_HINT = "install teicable again, or build with --no-search"
_UNUSED = ("pagefind-*ui*", "pagefind-highlight*")
"""What pagefind brings for pages that have no interface of their own."""


def make(edition: Edition, made: str) -> str:
    """Make the index unless it is current; return the key under which it is. An edition without documents has none.

    Raises:
        TeicableError: pagefind is not there, or failed; the index that was there stays.
    """
    records = sorted((edition.build / RECORDS).glob("*.html"))
    place = edition.site / INDEX
    if not records:
        files.remove_folder(place)
        return ""
    key = plan.key(version(), plan.digest(records))
    if key == made and (place / _ENTRY).is_file():
        return key
    with files.renewed(place, edition.build / ".search") as folder:
        _run("--site", str(edition.build / RECORDS), "--output-path", str(folder), "--silent")
        for pattern in _UNUSED:
            for path in folder.glob(pattern):
                files.remove(path)
    return key


def version() -> str:
    """Return which pagefind makes the index.

    Raises:
        TeicableError: none is installed.
    """
    from importlib import metadata

    try:
        return metadata.version("pagefind")
    except metadata.PackageNotFoundError:
        message = "the search index was not made: pagefind is not installed"
        raise TeicableError(message, _HINT) from None


def _run(*arguments: str) -> None:
    command = [sys.executable, "-m", "pagefind", *arguments]
    done = subprocess.run(command, capture_output=True, check=False)  # noqa: S603 -- our own arguments, no shell
    if done.returncode:
        said = (done.stderr or done.stdout).decode("utf-8", "replace").strip().splitlines()
        message = f"the search index was not made: pagefind says “{said[-1] if said else done.returncode}”"
        raise TeicableError(message, _HINT)
