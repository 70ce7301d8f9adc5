"""What a build did, as it is told at its end."""

from __future__ import annotations

from dataclasses import dataclass, field

from teicable.diagnostics import Diagnostic


@dataclass
class Outcome:
    """What a build did, by document id or source name, and all that is to be reported.

    ``held`` are documents that were checked and not published, because they have not come as far as is wanted.
    """

    converted: list[str] = field(default_factory=list)
    kept: list[str] = field(default_factory=list)
    refused: list[str] = field(default_factory=list)
    rendered: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    held: list[str] = field(default_factory=list)
    unchanged: int = 0
    diagnostics: list[Diagnostic] = field(default_factory=list)
