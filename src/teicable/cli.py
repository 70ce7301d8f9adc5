"""The command line: ``teicable VERB …``. A verb's module, and what it needs, is loaded when the verb is used.

Exit codes: 0 it ran and found no error, 1 it found errors (with ``--strict`` also reviews), 2 it could not run, 130 it
was interrupted.
"""

from __future__ import annotations

import importlib
import sys
from typing import Any

import click

from teicable import __version__
from teicable.errors import TeicableError

VERBS = {
    "init": "Make the folder of a new edition.",
    "convert": "Turn transcripts into TEI.",
    "validate": "Say what is wrong with TEI files.",
    "prove": "Prove that no word of the transcripts was lost.",
    "format": "Lay TEI files out as conversion does.",
    "review": "List what needs a decision, and keep the decisions.",
    "status": "Show how far documents have come, or set it.",
    "render": "Make pages from TEI files.",
    "build": "Bring a whole edition up to date.",
    "serve": "Look at the site of an edition while working on it.",
    "update": "Bring edited files forward to what conversion gives now.",
    "authorities": "Change entries of persons, places and organisations, and all references.",
    "release": "Give an edition a number, and say what changed since the last.",
    "deposit": "Make the package that a repository is given.",
    "inspect": "Show the facts of TEI files as a table, JSON or CSV.",
    "explain": "Show the page of a diagnostic code.",
    "schema": "Say where the schema is, for an XML editor.",
}
"""Verbs in the order of an editor's work; each is a module of `teicable.commands` with a ``command``."""


class CannotRun(click.ClickException):
    """A problem of the run: one line and a hint on standard error, exit code 2."""

    exit_code = 2

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.hint = hint

    def show(self, file: Any = None) -> None:
        """Print message and hint."""
        click.echo(f"teicable: {self.message}", err=True)
        if self.hint:
            click.echo(f"  hint: {self.hint}", err=True)


class Interrupted(CannotRun):
    """The editor ended the run; 130 is what shells expect then."""

    exit_code = 130


class Verbs(click.Group):
    """Commands that are imported on use, so that ``--help`` and ``--version`` answer at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the verbs."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import the module of a verb."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = importlib.import_module(f"teicable.commands.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the verbs without importing them."""
        with formatter.section("Verbs"):
            formatter.write_dl(list(VERBS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the verb; an unknown one gives the nearest."""
        import difflib

        if args and args[0] not in VERBS and not args[0].startswith("-"):
            near = difflib.get_close_matches(args[0], VERBS, 1)
            known = f"did you mean “{near[0]}”?" if near else f"verbs: {', '.join(VERBS)}"
            raise CannotRun(f"there is no verb “{args[0]}”", known)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run a verb; a problem of the run ends it with a sentence and not with a traceback."""
        for stream in (sys.stdout, sys.stderr):
            # A terminal that lacks a character shows a substitute instead of failing.
            if hasattr(stream, "reconfigure"):
                stream.reconfigure(errors="replace")
        try:
            return super().invoke(ctx)
        except TeicableError as error:
            raise CannotRun(error.message, error.hint) from error
        except KeyboardInterrupt:
            raise Interrupted("interrupted; no file was left half-written") from None


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, "-V", "--version", prog_name="teicable")
def main() -> None:
    """Turn transcripts of translated diplomatic cables into TEI, and TEI into an edition.

    \b
    Begin with an edition of your own:
      teicable init my-edition
      teicable build my-edition

    \b
    Or with one file:
      teicable convert cable.txt > cable.xml
      teicable validate cable.xml

    `teicable VERB --help` shows what a verb does, with examples.
    """
