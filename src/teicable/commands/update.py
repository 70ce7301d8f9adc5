"""``teicable update``: bring edited files forward to what conversion gives now."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from teicable.commands.reporting import Progress, Report, end, reported
from teicable.diagnostics.formats import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from teicable.diagnostics import Diagnostic
    from teicable.edition.update import Forward


@click.command()
@click.argument("edition", type=click.Path(path_type=Path))
@click.argument("documents", nargs=-1, metavar="[ID]...")
@click.option("--diff", "as_diff", is_flag=True, help="Show what would change, as a diff, and write nothing.")
@click.option("--dry-run", is_flag=True, help="Say what would go in, and write nothing.")
@click.option("--strict", is_flag=True, help="Fail also on what needs review.")
@reported
def command(
    edition: Path, documents: tuple[str, ...], as_diff: bool, dry_run: bool, strict: bool, report: Report
) -> None:
    """Bring edited TEI files forward: what conversion gives now goes in beside what you wrote.

    Rules improve, a person gets another id, a source is corrected: conversion then gives other TEI than when you edited
    a file. What it changed since goes in where none of your decisions stands against it. Nothing of yours is lost: no
    word, no comment, no line break. Where both changed the same, yours stays, and what the machine has instead is kept
    as an open question in review/ID.toml.

    Files that nobody edited are brought up to date by `teicable build`.

    \b
    Examples:
      teicable update my-edition --dry-run
      teicable update my-edition cable-1950-05-14-8600 --diff
      teicable update my-edition
    """
    from teicable.edition.folder import open_edition
    from teicable.edition.update import update
    from teicable.validation.mend import diff

    opened = open_edition(edition)
    dry = dry_run or as_diff
    with Progress(report) as progress:
        found = update(opened, documents, dry=dry, progress=progress)
    for forward in found:
        if as_diff:
            report.changes(diff(forward.before, forward.after, str(opened.tei / f"{forward.document}.xml")))
        elif not forward.found:
            for line in _told(forward, dry=dry):
                click.echo(line)
    diagnostics = [one for forward in found for one in _found(forward, opened.folder)]
    report.show(diagnostics)
    merged = [forward for forward in found if not forward.found]
    if not found:
        report.say("no edited file differs from what conversion gives now")
    else:
        did = counted(len(merged), "edited file", "edited files")
        report.summarise(diagnostics, f"{did} {'would be ' if dry else ''}brought forward")
    end(diagnostics, strict=strict)


def _told(forward: Forward, *, dry: bool) -> Iterator[str]:
    """Yield what came of one document: a line for all, then a line for each thing that went in."""
    went = f"{counted(len(forward.done), 'change', 'changes')} {'would go' if dry else 'went'} in"
    kept = f"{counted(forward.kept, 'decision', 'decisions')} of yours kept"
    stand = f", {counted(len(forward.conflicts), 'question', 'questions')} open" if forward.conflicts else ""
    yield f"{forward.document}: {went}, {kept}{stand}"
    yield from (f"  + {line}" for line in forward.done)


def _found(forward: Forward, folder: Path) -> Iterator[Diagnostic]:
    """Yield what is to be reported of one document, conflicts as questions."""
    from dataclasses import replace

    from teicable.diagnostics import Diagnostic, Location, in_edition

    for one in forward.found:
        path = str(folder / one.location.path)
        yield in_edition(replace(one, location=replace(one.location, path=path)), folder)
    for conflict in forward.conflicts:
        words = conflict.words if len(conflict.words) <= 60 else f"{conflict.words[:59]}…"
        message = f"“{words}”: the machine now has {conflict.claim} {conflict.value}, your file {conflict.editor}"
        hint = f"yours was kept; decide with `teicable review {folder}`, or edit the file and leave it at that"
        yield Diagnostic("X207", message, Location(str(folder / "tei" / f"{forward.document}.xml")), hint)
