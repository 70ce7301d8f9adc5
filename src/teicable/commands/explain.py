"""``teicable explain``: what a diagnostic means and what to do."""

from __future__ import annotations

import click

from teicable.diagnostics import catalogue


@click.command()
@click.argument("code", required=False)
def command(code: str | None) -> None:
    """Show the page of a diagnostic CODE, or list all codes.

    \b
    Examples:
      teicable explain X103
      teicable explain
    """
    if code is None:
        for name in catalogue.codes():
            page = catalogue.page(name)
            click.echo(f"{page.code}  {page.severity:<6}  {page.title}")
        return
    page = catalogue.page(code.upper())
    click.echo(f"# {page.code} · {page.severity} · {page.title}\n\n{page.body}")
