"""``teicable deposit``: make the package that a repository is given, or check one."""

from __future__ import annotations

from pathlib import Path

import click

from teicable.commands.reporting import Progress, Report, end, reported
from teicable.diagnostics.formats import counted


@click.command()
@click.argument("edition", type=click.Path(path_type=Path))
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    help="Folder of the package; else EDITION/build/deposit (or deposits).",
)
@click.option("--per-document", is_flag=True, help="Make a package of each document instead.")
@click.option("--zip", "as_zip", is_flag=True, help="Write each package also as one file beside its folder.")
@click.option(
    "--ocfl", type=click.Path(path_type=Path), help="Put the package into an OCFL object, as a version of it."
)
@click.option(
    "--dspace", type=click.Path(path_type=Path), help="Write also an archive of items that DSpace can import."
)
@click.option(
    "--check",
    is_flag=True,
    help="EDITION is a package, or a folder of packages: say what is missing, changed or added.",
)
@click.option("--strict", is_flag=True, help="Fail also on what needs review.")
@reported
def command(
    edition: Path,
    output: Path | None,
    per_document: bool,
    as_zip: bool,
    ocfl: Path | None,
    dspace: Path | None,
    check: bool,
    strict: bool,
    report: Report,
) -> None:
    """Make the package that a repository is given: a BagIt bag that holds the edition and all that explains it.

    Drafts do not go into it. Documents whose words nobody allowed to be passed on (`text = "permitted"` below
    `[rights]` in edition.toml) are described and not given. Nothing is sent anywhere.

    With --per-document each document becomes a package of its own, in a folder called by its id, which says of which
    edition it is a part; --zip, --ocfl and --dspace then hold for each.

    \b
    Examples:
      teicable deposit my-edition
      teicable deposit my-edition -o korea-1950-v1.1
      teicable deposit my-edition --zip
      teicable deposit my-edition --ocfl store/korea-1950      the next version, if the object is there
      teicable deposit my-edition --per-document -o korea-1950-documents --zip
      teicable deposit my-edition --dspace items               a folder for the batch import of DSpace
      teicable deposit --check korea-1950-v1.1
      teicable deposit --check korea-1950-documents            each package in it
    """
    if check:
        from teicable.deposit import bag

        bags = bag.bags(edition)
        found = [one for folder in bags for one in bag.check(folder)]
        report.show(found)
        more = f" ({len(bags)} packages)" if len(bags) > 1 else ""
        report.summarise(found, f"checked {edition}{more}")
        end(found, strict=strict)
        return
    from teicable.edition.deposit import pack, stored, zipped
    from teicable.edition.folder import open_edition

    opened = open_edition(edition)
    with Progress(report) as progress:
        place = output or opened.build / ("deposits" if per_document else "deposit")
        packed = pack(opened, place, progress, each=per_document, items=dspace)
    report.show(packed.diagnostics)
    if packed.folder is None:
        report.summarise(packed.diagnostics, "no package was made")
    else:
        did = [counted(packed.documents, "document given", "documents given")]
        if packed.described > packed.documents:
            did.append(counted(packed.described - packed.documents, "described alone", "described alone"))
        report.summarise(packed.diagnostics, ", ".join(did))
        click.echo(packed.folder)
        for package in packed.packages:
            if as_zip:
                click.echo(zipped(package))
            if ocfl is not None:
                one = package.name if per_document else ""
                click.echo(stored(opened, package, ocfl / one, one))
        if dspace is not None:
            click.echo(dspace)
    end(packed.diagnostics, strict=strict)
