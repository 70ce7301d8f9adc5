"""Begin an edition: copy the scaffold that is installed with the package."""

from __future__ import annotations

from pathlib import Path

from teicable import files, resources
from teicable.errors import TeicableError


def begin(folder: Path) -> list[Path]:
    """Fill the new or empty ``folder`` and return what was written.

    Raises:
        TeicableError: the folder holds something; nothing is ever overwritten.
    """
    if folder.exists() and not folder.is_dir():
        raise TeicableError(f"{folder} is a file", "name a folder that does not exist yet")
    if folder.is_dir() and any(folder.iterdir()):
        raise TeicableError(f"{folder} is not empty", "name a folder that does not exist yet")
    scaffold = resources.scaffold()
    written = []
    for path in sorted(scaffold.rglob("*")):
        if path.is_file():
            # A file called .gitignore would be obeyed where the scaffold itself is kept.
            parts = path.relative_to(scaffold).parts
            target = folder.joinpath(*parts[:-1], ".gitignore" if parts[-1] == "gitignore" else parts[-1])
            files.write(target, path.read_bytes())
            written.append(target)
    taxonomies = folder / "authorities" / "taxonomies.xml"
    files.write(taxonomies, resources.vocabulary("taxonomies.xml").read_bytes())
    return [*written, taxonomies]
