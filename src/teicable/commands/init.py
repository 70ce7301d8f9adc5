"""``teicable init``: the folder of a new edition."""

from __future__ import annotations

from pathlib import Path

import click

from teicable.commands.reporting import Report, reported


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@reported
def command(folder: Path, report: Report) -> None:
    """Make the folder of a new edition.

    It holds a commented edition.toml, an invented cable with its authority files to try things with, and projects for
    oXygen and VS Code.

    \b
    Examples:
      teicable init korea
      teicable build korea
    """
    from teicable.edition.beginning import begin
    from teicable.edition.projects import lay

    for path in [*begin(folder), *lay(folder)]:
        report.detail(f"wrote {path}")
    report.say(f"made {folder}; next: edit {folder / 'edition.toml'}, then `teicable build {folder}`")
