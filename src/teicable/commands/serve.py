"""``teicable serve``: look at the site while working on the edition."""

from __future__ import annotations

import time
from pathlib import Path

import click

from teicable.commands.reporting import Report, reported

_EVERY = 0.7
"""Seconds between two looks at the files."""
_MOST = 12
"""Findings that a page shows; all stand in the terminal."""


@click.command()
@click.argument("edition", type=click.Path(path_type=Path))
@click.option(
    "--port", type=click.IntRange(0, 65535), default=8000, show_default=True, help="0 takes one that is free."
)
@click.option(
    "--bind", default="127.0.0.1", show_default=True, help="Address; by default only this computer is served."
)
@click.option("--build/--no-build", "builds", default=True, help="Build now and after each change; by default yes.")
@click.option("--book/--no-book", default=False, help="Make the books too each time; by default no.")
@reported
def command(edition: Path, port: int, bind: str, builds: bool, book: bool, report: Report) -> None:
    """Serve the site of an edition to a browser on this computer, and keep it up to date while you work.

    Whenever something changes in source, tei, authorities, vocabularies, review, transforms or edition.toml, what
    depends on it is built anew, and open pages load again. What is wrong is said here and on the page. Ctrl-C ends it.
    The search works only on a server: this is the way to try it.

    \b
    Examples:
      teicable serve my-edition
      teicable serve my-edition --port 8123
      teicable serve my-edition --no-build
    """
    from teicable.edition.folder import open_edition
    from teicable.edition.server import Server
    from teicable.edition.watch import Watch

    opened = open_edition(edition)
    if not builds and not (opened.site / "index.html").is_file():
        from teicable.errors import TeicableError

        raise TeicableError(f"{opened.folder} has no pages yet", "leave out --no-build, or run `teicable build` first")
    server = Server(opened.site, bind, port)

    def build() -> None:
        server.news.failed(_built(opened.folder, report, book=book))

    watch = Watch(opened.folder, build if builds else None, server.news.changed)
    server.start()
    try:
        watch.look()
        click.echo(f"{server.address}  (Ctrl-C ends it)")
        while True:
            time.sleep(_EVERY)
            watch.look()
    except KeyboardInterrupt:
        report.say("ended")
    finally:
        server.stop()


def _built(folder: Path, report: Report, *, book: bool) -> str:
    """Build, tell what was found, and return what open pages are to show of it: errors only."""
    from teicable.diagnostics import Severity
    from teicable.diagnostics.formats import counted, text
    from teicable.edition import outputs, run
    from teicable.edition.folder import open_edition
    from teicable.errors import TeicableError

    try:
        outcome = run.build(open_edition(folder), wanted=outputs.ALL if book else {outputs.SEARCH})
    except TeicableError as error:
        told = "\n".join(filter(None, (error.message, error.hint and f"  hint: {error.hint}")))
        click.echo(f"teicable: {told}", err=True)
        return told
    if outcome.converted or outcome.rendered or outcome.removed:
        report.show(outcome.diagnostics)
        made = counted(len(outcome.rendered), "page made", "pages made")
        report.summarise(outcome.diagnostics, f"{time.strftime('%H:%M:%S')} {made}")
    errors = [found for found in outcome.diagnostics if found.severity is Severity.ERROR]
    more = [f"and {len(errors) - _MOST} more, in the terminal"] if len(errors) > _MOST else []
    return "\n".join([*text(errors[:_MOST]).splitlines(), *more])
