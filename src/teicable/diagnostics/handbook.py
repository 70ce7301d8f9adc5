"""Say where the handbook is that diagnostics point to."""

from __future__ import annotations

from teicable import resources


def address(see: str) -> str:
    """Return the address of a page of the handbook on this machine, from its name and anchor."""
    name, _, anchor = see.partition("#")
    path = resources.schema(f"generated/{name}").resolve()
    return f"{path.as_uri()}#{anchor}" if anchor else path.as_uri()
