"""``teicable deposit``: make the package that a repository is given, or check one."""

from __future__ import annotations

from pathlib import Path

import click

from teicable.commands.reporting import Progress, Report, end, reported
from teicable.diagnostics.formats import counted


@click.command()
@click.argument("edition", type=click.Path(path_type=Path))
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Folder of the package; else EDITION/build/deposit."
)
@click.option("--zip", "as_zip", is_flag=True, help="Write the package also as one file beside its folder.")
@click.option(
    "--ocfl", type=click.Path(path_type=Path), help="Put the package into an OCFL object, as a version of it."
)
@click.option("--check", is_flag=True, help="EDITION is a package: say what is missing, changed or added in it.")
@click.option("--strict", is_flag=True, help="Fail also on what needs review.")
@reported
def command(
    edition: Path, output: Path | None, as_zip: bool, ocfl: Path | None, check: bool, strict: bool, report: Report
) -> None:
    """Make the package that a repository is given: a BagIt bag that holds the edition and all that explains it.

    Drafts do not go into it. Documents whose words nobody allowed to be passed on (`text = "permitted"` below
    `[rights]` in edition.toml) are described and not given. Nothing is sent anywhere.

    \b
    Examples:
      teicable deposit my-edition
      teicable deposit my-edition -o korea-1950-v1.1
      teicable deposit my-edition --zip
      teicable deposit my-edition --ocfl store/korea-1950      the next version, if the object is there
      teicable deposit --check korea-1950-v1.1
    """
    if check:
        from teicable.deposit import bag

        found = bag.check(edition)
        report.show(found)
        report.summarise(found, f"checked {edition}")
        end(found, strict=strict)
        return
    from teicable.edition.deposit import pack, stored, zipped
    from teicable.edition.folder import open_edition

    opened = open_edition(edition)
    with Progress(report) as progress:
        packed = pack(opened, output or opened.build / "deposit", progress)
    report.show(packed.diagnostics)
    if packed.folder is None:
        report.summarise(packed.diagnostics, "no package was made")
    else:
        did = [counted(packed.documents, "document given", "documents given")]
        if packed.described > packed.documents:
            did.append(counted(packed.described - packed.documents, "described alone", "described alone"))
        report.summarise(packed.diagnostics, ", ".join(did))
        click.echo(packed.folder)
        if as_zip:
            click.echo(zipped(packed.folder))
        if ocfl is not None:
            click.echo(stored(opened, packed.folder, ocfl))
    end(packed.diagnostics, strict=strict)
