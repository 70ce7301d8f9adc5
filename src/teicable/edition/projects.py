"""Lay project files into an edition, so that oXygen and VS Code check a cable as soon as it is open."""

from __future__ import annotations

import json
import os
from pathlib import Path
from xml.sax.saxutils import escape

from teicable import files, resources


def lay(folder: Path, *, anew: bool = False) -> list[Path]:
    """Write the projects for oXygen (``NAME.xpr``) and VS Code (``.vscode``) that an edition lacks; return the files.

    They name the place of the schema: as seen from the edition where both are in one checkout, else where teicable is
    installed. ``anew`` writes them over those that are there, as needed on another machine.
    """
    folder = folder.resolve()
    templates = resources.project()
    wanted = {folder / f"{folder.name}.xpr": templates / "oxygen.xpr"}
    wanted |= {folder / ".vscode" / path.name: path for path in sorted((templates / "vscode").iterdir())}
    written = []
    for target, template in wanted.items():
        if anew or not target.exists():
            files.write(target, _filled(template, folder).encode())
            written.append(target)
    return written


def _filled(template: Path, folder: Path) -> str:
    """Return a template with the name of the edition and the place of the schema put in."""
    place, within = _schema(folder)
    values = {"name": folder.name, "schema": place, "oxygen": f"{'${pd}/' if within else ''}{place}/oxygen"}
    text = template.read_text(encoding="utf-8")
    for name, value in values.items():
        inner = escape(value) if template.suffix == ".xpr" else json.dumps(value, ensure_ascii=False)[1:-1]
        text = text.replace(f"@{name}@", inner)
    return text


def _schema(folder: Path) -> tuple[str, bool]:
    """Return the folder of the schema, and whether that is a path from ``folder``."""
    schema = resources.schema().resolve()
    if folder.is_relative_to(schema.parent):
        return Path(os.path.relpath(schema, folder)).as_posix(), True
    return schema.as_posix(), False
