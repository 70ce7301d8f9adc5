"""``teicable release``: give an edition a number, and say of each document what changed since the last release."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from teicable.commands.reporting import Progress, Report, end, reported
from teicable.commands.signing import day_of, editor_of
from teicable.diagnostics import Severity
from teicable.diagnostics.formats import counted
from teicable.errors import TeicableError

if TYPE_CHECKING:
    from teicable.edition.releases import Release

_WORDS = {
    "new": "new",
    "words": "words changed",
    "markup": "markup changed",
    "header": "header changed",
    "renamed": "has a new id",
    "moved": "known by another id",
    "withdrawn": "withdrawn",
}


@click.command()
@click.argument("edition", type=click.Path(path_type=Path))
@click.argument("number", metavar="NUMBER")
@click.option("--by", metavar="EDITOR", help="Who releases it: the id of an editor in edition.toml.")
@click.option("-m", "--message", metavar="WHY", help="What is new, or why; stands on the page of versions.")
@click.option("--date", metavar="DAY", help="The day, such as 2026-05-14; by default today.")
@click.option(
    "--withdrawn", multiple=True, metavar="ID=REASON", help="A released document that leaves the edition, and why."
)
@click.option("--moved", multiple=True, metavar="ID=NEW-ID", help="A released document that has another id now.")
@click.option("--book/--no-book", default=True, help="Make the book of all documents (PDF); by default yes.")
@click.option("--epub/--no-epub", default=True, help="Make the book for e-readers (EPUB); by default yes.")
@click.option("--search/--no-search", default=True, help="Make the search index of the pages; by default yes.")
@click.option("--dry-run", is_flag=True, help="Say what the release would hold, and change nothing.")
@reported
def command(
    edition: Path,
    number: str,
    by: str | None,
    message: str | None,
    date: str | None,
    withdrawn: tuple[str, ...],
    moved: tuple[str, ...],
    book: bool,
    epub: bool,
    search: bool,
    dry_run: bool,
    report: Report,
) -> None:
    """Give an edition a number, and say of each document what changed since the last release.

    The edition is built first; while there are errors nothing is released. Then number and day go into edition.toml and
    into the header of every TEI file, also of those that you edited, and releases.toml says of each document
    whether it is new, and whether its words, its markup or only its header changed. Drafts are not released.

    An address that was published stays: a document that you take out of the edition has to be accounted for, and a
    page stays at its address that says so, or leads on.

    \b
    Examples:
      teicable release my-edition 1.0.0 --by ed1
      teicable release my-edition 1.1.0 --by ed1 -m "checked against the originals" --date 2026-05-14
      teicable release my-edition 1.1.0 --by ed1 --dry-run
      teicable release my-edition 2.0.0 --by ed1 --withdrawn "cable-1950-01-09-17=a forgery"
      teicable release my-edition 2.0.0 --by ed1 --moved cable-1950-01-09-17=cable-1950-01-10-17
    """
    from teicable.edition import outputs, release, releases, run
    from teicable.edition.folder import open_edition

    if not re.fullmatch(releases.NUMBER, number):
        raise TeicableError(f"“{number}” is no number of a release", "it has three parts, such as 1.0.0 or 1.1.0")
    opened = open_edition(edition)
    order = release.Order(
        number,
        editor_of(opened, by),
        day_of(date),
        " ".join((message or "").split()),
        _pairs(withdrawn, "--withdrawn", "ID=REASON"),
        _pairs(moved, "--moved", "ID=NEW-ID"),
    )
    if not dry_run:
        with Progress(report) as progress:
            built = run.build(opened, wanted=(), progress=progress)
        wrong = [one for one in built.diagnostics if one.severity is Severity.ERROR]
        if wrong:
            report.show(wrong)
            report.summarise(wrong, "nothing was released, because there are errors")
            end(wrong)
    prepared = release.prepare(opened, order)
    found = prepared.found
    made = prepared.release
    if made is not None and not dry_run and not any(one.severity is Severity.ERROR for one in found):
        found += release.publish(opened, made)
    report.show(found)
    if made is None or any(one.severity is Severity.ERROR for one in found):
        report.summarise(found, "nothing was released")
        end(found)
        return
    for line in _told(made):
        click.echo(line)
    if prepared.drafts:
        report.say(f"{counted(len(prepared.drafts), 'document is', 'documents are')} not released, not being ready")
    if dry_run:
        report.say(f"{number} would be released; nothing was changed")
        return
    chosen = {outputs.BOOK: book, outputs.EPUB: epub, outputs.SEARCH: search}
    opened = open_edition(edition)
    with Progress(report) as progress:
        built = run.build(opened, wanted={name for name in outputs.ALL if chosen[name]}, progress=progress)
    wrong = [one for one in built.diagnostics if one.severity is Severity.ERROR]
    report.show(wrong)
    report.say(f"released {number}; keep edition.toml, releases.toml and tei/ as they are now, for instance as a tag")
    end(wrong)


def _told(release: Release) -> Iterable[str]:
    """Yield a line for each document that the release changes."""
    width = max(len(words) for words in _WORDS.values())
    for change in release.changes:
        more = f" ({', '.join(change.places)})" if change.places else f" → {change.to}" if change.to else ""
        yield f"{_WORDS[change.kind]:<{width}}  {change.id}{more}"


def _pairs(given: Iterable[str], option: str, form: str) -> dict[str, str]:
    """Return what stands on both sides of the signs of equality."""
    found: dict[str, str] = {}
    for one in given:
        name, _, value = (part.strip() for part in one.partition("="))
        if not name or not value:
            raise TeicableError(f"{option} “{one}” does not say both", f"write {option} {form}")
        found[name] = " ".join(value.split())
    return found
