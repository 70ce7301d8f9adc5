"""What all verbs share: how they tell what they found, how far they are, and with which code they end."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from teicable.diagnostics import Diagnostic, Severity, in_order
from teicable.diagnostics.excerpts import Sources
from teicable.diagnostics.formats import FORMATS, summary, text

if TYPE_CHECKING:
    from rich.progress import Progress as Bar

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass
class Report:
    """How much a verb says: ``quiet`` only errors and reviews, ``verbose`` also what it did."""

    quiet: bool = False
    verbose: bool = False

    def say(self, line: str) -> None:
        """Tell on standard error what was done."""
        if not self.quiet:
            click.echo(line, err=True)

    def detail(self, line: str) -> None:
        """Tell what only those want to know who asked."""
        if self.verbose:
            click.echo(line, err=True)

    def show(
        self,
        diagnostics: Iterable[Diagnostic],
        output_format: str = "text",
        *,
        out: bool = False,
    ) -> None:
        """Print diagnostics on standard error, or on standard output where they are the result."""
        told = (d for d in in_order(diagnostics) if self.verbose or not d.decided)
        found = [d for d in told if not (self.quiet and d.severity is Severity.NOTE)]
        sources = Sources(_characters)
        stream = sys.stdout if out else sys.stderr
        if output_format == "text":
            click.echo(text(found, sources, colour=coloured(stream)), nl=False, err=not out, color=True)
        else:
            click.echo(FORMATS[output_format](found, sources), nl=False, err=not out)

    def changes(self, diff: str, *, out: bool = True) -> None:
        """Print a diff, in colours on a terminal."""
        stream = sys.stdout if out else sys.stderr
        if coloured(stream):
            marks = {"+": "\033[32m", "-": "\033[31m", "@": "\033[36m"}
            lines = diff.splitlines(keepends=True)
            diff = "".join(f"{marks[line[0]]}{line}\033[0m" if line[0] in marks else line for line in lines)
        click.echo(diff, nl=False, err=not out, color=True)

    def summarise(self, diagnostics: Sequence[Diagnostic], did: str = "") -> None:
        """Print the line at the end of a run."""
        found = [diagnostic for diagnostic in diagnostics if not diagnostic.decided]
        self.say(f"{did}: {summary(found)}" if did else summary(found))


def reported(command: Command) -> Command:
    """Give a verb the options -q and -v, as a `Report` in its parameter ``report``."""

    def make(context: click.Context, parameter: click.Parameter, value: bool) -> None:
        report = context.params.setdefault("report", Report())
        if value and parameter.name:
            setattr(report, parameter.name, True)

    quiet = click.option(
        "-q", "--quiet", is_flag=True, expose_value=False, callback=make, help="Say only what needs to be done."
    )
    verbose = click.option(
        "-v", "--verbose", is_flag=True, expose_value=False, callback=make, help="Say also what was done."
    )
    return quiet(verbose(command))


def end(diagnostics: Iterable[Diagnostic], *, strict: bool = False) -> None:
    """End with 1 if there is an error (or, when ``strict``, something to review)."""
    failing = {Severity.ERROR, Severity.REVIEW} if strict else {Severity.ERROR}
    if any(diagnostic.severity in failing for diagnostic in diagnostics):
        click.get_current_context().exit(1)


def _characters(path: str) -> str:
    """Return the text of a file; nothing of one that is no text, or not there."""
    from teicable import files
    from teicable.xml.places import decoded

    plain = path.endswith((".xml", ".txt", ".toml")) and Path(path).is_file()
    return decoded(files.read(Path(path))) if plain else ""


def coloured(stream: Any) -> bool:
    """Tell whether a stream shows colours: a terminal, unless NO_COLOR is set."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


@dataclass
class Progress:
    """A bar on the terminal, for work that takes longer than a second; call it with what, done and total."""

    report: Report
    _begun: float = field(default_factory=time.monotonic)
    _bar: Bar | None = None

    def __call__(self, what: str, done: int, total: int) -> None:
        """Show how far the work is."""
        if self._bar is None and not self._wanted():
            return
        if self._bar is None:
            from rich.console import Console
            from rich.progress import Progress as Bar

            self._bar = Bar(console=Console(stderr=True), transient=True)
            self._bar.start()
            self._bar.add_task(what)
        self._bar.update(self._bar.task_ids[0], description=what, completed=done, total=total)

    def _wanted(self) -> bool:
        return not self.report.quiet and sys.stderr.isatty() and time.monotonic() - self._begun > 1

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *error: object) -> None:
        if self._bar is not None:
            self._bar.stop()
