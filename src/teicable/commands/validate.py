"""``teicable validate``: what is wrong with TEI files."""

from __future__ import annotations

from pathlib import Path

import click

from teicable.commands.reporting import Progress, Report, end, reported
from teicable.diagnostics import Diagnostic
from teicable.diagnostics.formats import FORMATS, counted


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path), metavar="PATH...")
@click.option("--output-format", type=click.Choice(list(FORMATS)), default="text", show_default=True)
@click.option("--grammar", type=click.Choice(["rng", "xsd"]), default="rng", show_default=True, help="Which schema.")
@click.option("--strict", is_flag=True, help="Fail also on what needs review.")
@click.option("--select", metavar="CODES", help="Report only codes that begin so, separated by commas.")
@click.option("--ignore", metavar="CODES", help="Do not report codes that begin so, separated by commas.")
@click.option("--fix", is_flag=True, help="Repair what can be repaired safely, and print what was changed.")
@click.option("--unsafe-fixes", is_flag=True, help="With --fix: make also repairs that you should look at.")
@click.option("--dry-run", is_flag=True, help="With --fix: print what would be changed, and write nothing.")
@reported
def command(
    paths: tuple[Path, ...],
    output_format: str,
    grammar: str,
    strict: bool,
    select: str | None,
    ignore: str | None,
    fix: bool,
    unsafe_fixes: bool,
    dry_run: bool,
    report: Report,
) -> None:
    """Say what is wrong with TEI files: files, or folders with all XML files in them.

    Five layers: well-formed, grammar, rules (what the parts of one document owe each other), references (every id and
    every person, place and category; twins, cover names and related documents across the edition), and fidelity (no
    word of the transcript lost, added or changed). Authority files and transcripts are found in the edition in which a
    file stands. `teicable explain CODE` tells more about a finding.

    With --fix, slips of the markup are repaired in the files: misspelt names and values, names of HTML and TEI P4,
    dates in other shapes, references with a wrong prefix, missing ids and the like. Each repair is tried first: it
    stays only if its finding is gone, nothing new is wrong, and no word of the text has changed. What was changed is
    printed on standard output, what remains on standard error; the exit code tells what remains.

    \b
    Examples:
      teicable validate my-edition
      teicable validate my-edition/tei/cable-1950-05-14-8600.xml
      teicable validate --select X,F --strict my-edition
      teicable validate --output-format sarif my-edition > report.sarif
      teicable validate --grammar xsd my-edition        by the XML Schema; slower, says less
      teicable validate --output-format html my-edition > report.html      one page, to be sent to an editor
      teicable validate --fix --dry-run my-edition      what repairs would change
      teicable validate --fix my-edition
    """
    if (unsafe_fixes or dry_run) and not fix:
        raise click.UsageError("--unsafe-fixes and --dry-run go with --fix")
    _known((select or "") + "," + (ignore or ""))
    from teicable.commands.repairing import Repairs
    from teicable.edition.manifest import declared
    from teicable.validation.layers import SCHEMAS
    from teicable.validation.neighbourhood import Neighbourhood, tei_files

    found: list[Diagnostic] = []
    todo = tei_files(paths)
    around = Neighbourhood(SCHEMAS[grammar], declared)

    def wanted(code: str) -> bool:
        return _wanted(code, select, ignore)

    repairs = Repairs(around, wanted, unsafe_fixes, dry_run)
    with Progress(report) as progress:
        for number, path in enumerate(todo, 1):
            found += repairs.make(path) if fix else around.validate(path)
            progress("validating", number, len(todo))
    found += around.agreement()
    # An authority file that is among the files has been heard already.
    found += [diagnostic for diagnostic in around.diagnostics if diagnostic not in found]
    found = [d for d in found if wanted(d.code)]
    as_text = output_format == "text"
    if fix:
        report.changes(repairs.changes, out=as_text)
    report.show(found, output_format, out=not (fix and as_text))
    if fix:
        report.say(repairs.summary(found))
    report.summarise(found, f"checked {counted(len(todo), 'file', 'files')}")
    end(found, strict=strict)


def _wanted(code: str, select: str | None, ignore: str | None) -> bool:
    return (select is None or code.startswith(_prefixes(select))) and not (
        ignore and code.startswith(_prefixes(ignore))
    )


def _known(given: str) -> None:
    """Refuse beginnings of codes that no code has: with a slip in --select nothing would ever be found."""
    from teicable.diagnostics.catalogue import codes

    strange = [word for word in _prefixes(given) if not any(code.startswith(word) for code in codes())]
    if strange:
        families = ", ".join(dict.fromkeys(code[0] for code in codes()))
        raise click.UsageError(f"no code begins with “{strange[0]}”; codes begin with {families} (`teicable explain`)")


def _prefixes(codes: str) -> tuple[str, ...]:
    return tuple(code.strip().upper() for code in codes.split(",") if code.strip())
