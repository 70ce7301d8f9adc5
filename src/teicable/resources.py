"""Where the installed schema, stylesheets and vocabularies are: the one module that knows.

In a wheel they stand inside the package (``teicable/_data``); in a checkout they are the top-level folders
``schema/`` and ``transforms/``, so that an editable installation uses the files a developer is editing.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from teicable.errors import ResourceError

_PACKAGE = Path(__file__).resolve().parent


@cache
def _root() -> Path:
    installed = _PACKAGE / "_data"
    if installed.is_dir():
        return installed
    checkout = _PACKAGE.parent.parent
    if (checkout / "schema").is_dir() and (checkout / "transforms").is_dir():
        return checkout
    raise ResourceError(
        f"the folders schema and transforms are neither in {installed} nor in {checkout}",
        "install teicable again",
    )


def schema(name: str = "") -> Path:
    """Return the path of a file of ``schema/`` (or the folder itself)."""
    return _existing(_root() / "schema" / name)


def transforms(name: str = "") -> Path:
    """Return the path of a file of ``transforms/`` (or the folder itself)."""
    return _existing(_root() / "transforms" / name)


def vocabulary(name: str = "") -> Path:
    """Return the path of a file of ``vocabularies/`` (or the folder itself)."""
    return _existing(_PACKAGE / "vocabularies" / name)


def languages(name: str = "") -> Path:
    """Return the path of a file of ``languages/`` (or the folder itself)."""
    return _existing(_PACKAGE / "languages" / name)


def codes() -> Path:
    """Return the folder that holds one page for each diagnostic code."""
    return _existing(_PACKAGE / "diagnostics" / "codes")


def scaffold() -> Path:
    """Return the folder that ``teicable init`` copies."""
    return _existing(_PACKAGE / "edition" / "scaffold")


def project() -> Path:
    """Return the folder of the project files that XML editors get."""
    return _existing(_PACKAGE / "edition" / "project")


def _existing(path: Path) -> Path:
    if not path.exists():
        raise ResourceError(f"{path} does not exist", "install teicable again, or run `teicable schema build`")
    return path
