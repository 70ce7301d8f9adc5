"""``teicable format``: lay TEI files out as conversion writes them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from teicable.commands.reporting import Progress, Report, end, reported
from teicable.diagnostics import Diagnostic
from teicable.diagnostics.formats import counted


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="FILE|EDITION...")
@click.option(
    "--check", is_flag=True, help="Write nothing; list the files that are laid out otherwise, and exit with 1."
)
@click.option("--diff", "as_diff", is_flag=True, help="Write nothing; print what would change.")
@reported
def command(paths: tuple[Path, ...], check: bool, as_diff: bool, report: Report) -> None:
    """Lay TEI files out as conversion writes them, after an XML editor laid them out in its own way.

    Two spaces of indentation outside mixed content and none inside, attributes in the order of the schema, UTF-8 in
    composed form (NFC), line feeds. Line breaks that were put into the text to wrap lines become blanks again.
    Elements, attributes, words, comments and processing instructions stay, which is proved of each file before it is
    written; so a file does not count as edited by it, and a comparison of versions shows what an editor did and nothing
    else.

    Of an edition, its TEI files and authority files are laid out; any TEI file can be named.

    \b
    Examples:
      teicable format my-edition
      teicable format my-edition/tei/cable-1950-05-14-8600.xml
      teicable format --check my-edition      for a check that runs by itself
      teicable format --diff my-edition
    """
    from teicable import files
    from teicable.tei.layout import laid_out
    from teicable.validation.mend import diff

    found: list[Diagnostic] = []
    changed: list[Path] = []
    todo = _files(paths)
    with Progress(report) as progress:
        for number, path in enumerate(todo, 1):
            data = files.read(path)
            made = laid_out(data, str(path))
            if isinstance(made, Diagnostic):
                found.append(made)
            elif made != data:
                changed.append(path)
                if as_diff:
                    report.changes(diff(data, made, str(path)))
                elif not check:
                    # A link stays a link: what it leads to is written.
                    files.write(path.resolve(), made)
            progress("formatting", number, len(todo))
    for path in changed:
        if check and not as_diff:
            click.echo(f"would format {path}")
        elif not as_diff:
            report.detail(f"formatted {path}")
    report.show(found)
    verb = "would be formatted" if check or as_diff else "formatted"
    report.say(f"{counted(len(changed), 'file', 'files')} of {len(todo)} {verb}" if changed else "nothing to format")
    end(found)
    if check and changed:
        click.get_current_context().exit(1)


def _files(paths: Iterable[Path]) -> list[Path]:
    """Return the files named; of an edition its TEI and authority files, of another folder all XML files below it."""
    from teicable.validation.neighbourhood import tei_files

    folders: list[Path] = []
    for path in paths:
        inside = [path / name for name in ("tei", "authorities") if any((path / name).glob("*.xml"))]
        folders += inside if (path / "edition.toml").is_file() and inside else [path]
    return tei_files(folders)
