"""The catalogue of codes: one Markdown page for each, whose first line is ``# CODE · severity · title``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from teicable import resources
from teicable.errors import TeicableError

_SEVERITIES = ("error", "review", "note")


@dataclass(frozen=True, slots=True)
class Page:
    """What the catalogue says about one code: ``title`` is a short noun phrase, ``body`` is Markdown."""

    code: str
    severity: str
    title: str
    body: str


@cache
def page(code: str) -> Page:
    """Return the page of a code.

    Raises:
        TeicableError: there is no such code; the message lists near ones.
    """
    path = resources.codes() / f"{code}.md"
    if not path.is_file():
        family = [name for name in codes() if name[:1] == code[:1].upper()]
        raise TeicableError(
            f"there is no diagnostic code “{code}”",
            f"codes of this family: {', '.join(family)}" if family else f"codes: {', '.join(codes())}",
        )
    heading, _, body = path.read_text(encoding="utf-8").partition("\n")
    parts = [part.strip() for part in heading.removeprefix("#").split("·")]
    if len(parts) != 3 or parts[0] != code or parts[1] not in _SEVERITIES:
        raise TeicableError(f"the page {path.name} begins with “{heading}”, not with “# {code} · severity · title”")
    return Page(code, parts[1], parts[2], body.strip())


@cache
def codes() -> tuple[str, ...]:
    """Return all codes, sorted."""
    return tuple(sorted(path.stem for path in resources.codes().glob("*.md")))


def severity_of(code: str) -> str:
    """Return ``error``, ``review`` or ``note``."""
    return page(code).severity
