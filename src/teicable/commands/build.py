"""``teicable build``: bring a whole edition up to date."""

from __future__ import annotations

from pathlib import Path

import click

from teicable.commands.reporting import Progress, Report, end, reported
from teicable.diagnostics.formats import counted
from teicable.model.declaration import STATES

_MOST = 5
"""Sources not converted that the last line names."""


@click.command()
@click.argument("edition", type=click.Path(path_type=Path))
@click.option("-j", "--jobs", type=click.IntRange(1), default=None, help="Processes; by default as the work needs.")
@click.option(
    "--force", is_flag=True, help="Do everything again; edited TEI files are replaced, and kept as NAME.xml.edited."
)
@click.option("--book/--no-book", default=True, help="Make the book of all documents (PDF); by default yes.")
@click.option("--epub/--no-epub", default=True, help="Make the book for e-readers (EPUB); by default yes.")
@click.option(
    "--min-status",
    type=click.Choice(STATES),
    help="Publish only documents that have come so far; by default all, or what edition.toml says.",
)
@click.option(
    "--search/--no-search",
    default=True,
    help="Make the search index of the pages; by default yes. It is made again only where a document changed.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be done, and do nothing.")
@click.option("--strict", is_flag=True, help="Fail also on what needs review.")
@reported
def command(
    edition: Path,
    jobs: int | None,
    force: bool,
    book: bool,
    epub: bool,
    min_status: str | None,
    search: bool,
    dry_run: bool,
    strict: bool,
    report: Report,
) -> None:
    """Bring an edition up to date: convert what changed, check everything, make pages, books and search.

    A TEI file that you edited is never overwritten. Pages whose document is gone are removed; TEI files never are.

    \b
    Examples:
      teicable build my-edition
      teicable build my-edition --dry-run
      teicable build my-edition -j 4
      teicable build my-edition --min-status approved      drafts and candidates are checked, but have no page
    """
    from teicable.edition import binding, outputs, run
    from teicable.edition.book import BOOK
    from teicable.edition.epub import EPUB
    from teicable.edition.folder import open_edition

    opened = open_edition(edition)
    chosen = {outputs.BOOK: book, outputs.EPUB: epub, outputs.SEARCH: search}
    wanted = {name for name in outputs.ALL if chosen[name]}
    if dry_run:
        outcome = run.preview(opened, force=force, wanted=wanted, least=min_status or "")
        for verb, names in (
            ("convert", outcome.converted),
            ("check and render", outcome.rendered),
            ("remove", outcome.removed),
        ):
            for name in names:
                click.echo(f"would {verb} {name}")
        if not (outcome.converted or outcome.rendered or outcome.removed):
            click.echo("everything is up to date")
        return
    with Progress(report) as progress:
        outcome = run.build(
            opened,
            jobs=jobs or 0,
            force=force,
            wanted=wanted,
            least=min_status or "",
            progress=progress,
        )
    for verb, names in (
        ("converted", outcome.converted),
        ("kept as edited", outcome.kept),
        ("refused", outcome.refused),
        ("rendered", outcome.rendered),
        ("removed", outcome.removed),
        ("left out", outcome.held),
    ):
        for name in names:
            report.detail(f"{verb} {name}")
    report.show(outcome.diagnostics)
    did = [
        counted(len(outcome.converted), "document converted", "documents converted"),
        counted(len(outcome.rendered), "page made", "pages made"),
    ]
    if outcome.refused:
        shown = ", ".join(outcome.refused[:_MOST]) + (", …" if len(outcome.refused) > _MOST else "")
        did.append(f"{counted(len(outcome.refused), 'source', 'sources')} not converted ({shown})")
    if outcome.kept:
        did.append(counted(len(outcome.kept), "edited file kept", "edited files kept"))
    if outcome.held:
        least = min_status or opened.manifest.least
        did.append(f"{counted(len(outcome.held), 'document', 'documents')} left out, not yet {least}")
    report.summarise(outcome.diagnostics, ", ".join(did))
    click.echo(f"pages: {opened.site / 'index.html'}")
    for word, kind, made in (("book:", BOOK, book), ("EPUB:", EPUB, epub)):
        places = binding.bound(opened.build, kind) if made else []
        if places:
            more = f" to {places[-1].name}" if len(places) > 1 else ""
            click.echo(f"{word}  {places[0]}{more}")
    click.echo(f"TEI:   {opened.tei}")
    end(outcome.diagnostics, strict=strict)
