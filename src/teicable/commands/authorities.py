"""``teicable authorities``: change an entry of the authority files and every reference to it in one step."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from teicable.commands.reporting import Command, Report, end, reported

if TYPE_CHECKING:
    from teicable.desk.papers import Change, Papers


def _desk(command: Command) -> Command:
    """Give an order the options that all share."""
    edition = click.argument("edition", type=click.Path(path_type=Path, exists=True, file_okay=False))
    dry: Any = click.option("--dry-run", is_flag=True, help="Show the change and write nothing.")
    ordered: Command = edition(dry(reported(command)))
    return ordered


@click.group()
def command() -> None:
    """Keep the authority files: one entry, and every reference to it, in one step.

    References are followed in the TEI files, between the authority files, in decisions (review/) and word lists
    (vocabularies/). The change is shown as a diff and written; everything else in the files stays to the byte. What
    would make a file invalid is refused whole. A TEI file that nobody edited still counts as unedited.

    \b
    Examples:
      teicable authorities add korea person:zorin "Zorin, Valerian" --variant Zorin
      teicable authorities rename korea person:maoo person:mao-zedong --dry-run
    """


@command.command()
@_desk
@click.argument("reference")
@click.argument("name")
@click.option("--variant", multiple=True, metavar="NAME", help="Another name; can be repeated.")
@click.option("--pseudo", multiple=True, metavar="NAME", help="A cover name; can be repeated.")
@click.option("--note", multiple=True, metavar="TEXT", help="A note; can be repeated.")
@click.option("--like", metavar="REF", help="Take type, and language of the main name, from this entry.")
@click.option("--anyway", is_flag=True, help="Add it although an entry with such a name is there.")
def add(
    edition: Path,
    reference: str,
    name: str,
    variant: tuple[str, ...],
    pseudo: tuple[str, ...],
    note: tuple[str, ...],
    like: str | None,
    anyway: bool,
    dry_run: bool,
    report: Report,
) -> None:
    """Add an entry, in the place and layout that its file has. A language is written behind a name: Зорин@ru.

    \b
    Examples:
      teicable authorities add korea person:zorin "Valerian Zorin@en" --variant Zorin --variant "Зорин@ru"
      teicable authorities add korea place:dandong Dandong --variant Andong --like place:beijing
    """
    from teicable.desk.add import Wish, add
    from teicable.desk.papers import key

    wish = Wish(key(reference), name, variant, pseudo, note)
    _carry_out(
        edition, lambda papers: add(papers, wish, like=key(like) if like else None, anyway=anyway), dry_run, report
    )


@command.command()
@_desk
@click.argument("old")
@click.argument("new")
def rename(edition: Path, old: str, new: str, dry_run: bool, report: Report) -> None:
    """Give an entry another id, and every reference with it.

    \b
    Examples:
      teicable authorities rename korea person:maoo person:mao-zedong --dry-run
      teicable authorities rename korea person:maoo person:mao-zedong
    """
    from teicable.desk.papers import key
    from teicable.desk.rename import rename as renamed

    _carry_out(edition, lambda papers: renamed(papers, key(old), key(new)), dry_run, report)


def _carry_out(folder: Path, order: Callable[[Papers], Change], dry: bool, report: Report) -> None:
    """Show what an order comes to and, if no error stands against it, write it."""
    from contextlib import nullcontext

    from teicable import files
    from teicable.diagnostics import Severity
    from teicable.edition import desk
    from teicable.edition.folder import open_edition

    edition = open_edition(folder)
    lock = files.locked(edition.build / ".lock", f"is already building {edition.folder}")
    with nullcontext() if dry else lock:
        before = desk.papers(edition)
        change = order(before)
        found = desk.proved(edition, before, change)
        refused = any(diagnostic.severity is Severity.ERROR for diagnostic in found)
        report.changes("" if refused else desk.shown(edition, before, change.papers))
        if not refused and not dry:
            for path in desk.write(edition, before, change):
                report.detail(f"wrote {path}")
    report.show(found)
    for line in () if refused else change.said:
        report.say(line)
    if refused or dry:
        report.say("nothing was written")
    end(found)
