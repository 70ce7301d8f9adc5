"""``teicable schema``: where the schema is, and how it is compiled."""

from __future__ import annotations

from pathlib import Path

import click

from teicable import files, resources
from teicable.commands.reporting import Report, reported

PATHS = {
    "rng": "teicable.rng",
    "xsd": "teicable.xsd",
    "sch": "teicable.sch",
    "odd": "teicable.odd",
    "handbook": "generated/guidelines.html",
    "guidelines": "generated/guidelines.html",
    "catalog": "catalog.xml",
    "css": "oxygen/teicable/css/author.css",
    "oxygen": "oxygen",
}
"""What ``--path`` takes; “guidelines” is the older name of the handbook, “oxygen” the folder with the framework."""


@click.group(invoke_without_command=True)
@click.option("--path", "kind", type=click.Choice(list(PATHS)), default="rng", show_default=True, help="Which file.")
@click.pass_context
def command(ctx: click.Context, kind: str) -> None:
    """Print where the schema is, to associate it with files in an XML editor; lay projects for XML editors.

    \b
    Examples:
      teicable schema                      path of the RELAX NG schema
      teicable schema --path sch           path of the Schematron rules
      teicable schema --path catalog       path of the catalog, for the settings of an XML editor
      teicable schema --path handbook      path of the handbook, to open in a browser
      teicable schema project korea        projects for oXygen and VS Code in the edition korea
      jing "$(teicable schema)" cable.xml
    """
    if ctx.invoked_subcommand is None:
        click.echo(resources.schema(PATHS[kind]))


@command.command()
@click.argument("edition", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option("--force", is_flag=True, help="Write them over those that are there, as on another machine.")
@reported
def project(edition: Path, force: bool, report: Report) -> None:
    """Lay projects for oXygen and VS Code into an edition; files that are there stay.

    \b
    Examples:
      teicable schema project korea
      teicable schema project korea --force
    """
    from teicable.edition.projects import lay

    written = lay(edition, anew=force)
    for path in written:
        click.echo(f"wrote: {path}")
    if not written:
        report.say("the projects are there; `--force` writes them anew")


@command.command()
@click.option("--check", is_flag=True, help="Write nothing; end with 1 if a file is out of date.")
@reported
def build(check: bool, report: Report) -> None:
    """Compile schema/teicable.odd into the schema that is used.

    \b
    Examples:
      teicable schema build
      teicable schema build --check
    """
    from teicable.odd import compile_odd

    folder = resources.schema()
    made = {folder / name: data for name, data in compile_odd(resources.schema(PATHS["odd"])).items()}
    stale = [path for path, data in sorted(made.items()) if not _holds(path, data)]
    for path in stale:
        if not check:
            files.write(path, made[path])
        click.echo(f"{'out of date' if check else 'wrote'}: {path}")
    if not stale:
        report.say("the schema is up to date")
    elif check:
        report.say("run `teicable schema build`")
        click.get_current_context().exit(1)


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data
