"""The one currency in which every stage tells an editor what it found.

A diagnostic has a stable code; the code has a page (``codes/CODE.md``) that says how severe it is, what it means,
why it matters and what to do. Families follow the stages: ``R`` reading, ``S`` segmenting, ``A`` annotating,
``M`` metadata, ``E`` encoding, ``G`` grammar, ``V`` rules, ``X`` references, ``F`` fidelity, ``T`` transforms,
``D`` deposit.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import NamedTuple

from teicable.diagnostics.catalogue import severity_of


class Severity(StrEnum):
    """How much a diagnostic weighs: ``error`` fails a run, ``review`` needs a person, ``note`` only informs."""

    ERROR = "error"
    REVIEW = "review"
    NOTE = "note"


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """Where something was found: a file as the editor named it, line and column from 1 (0: not known).

    ``xpath`` names the element in a TEI file where a line says too little. Where there is a ``page``, lines are counted
    on it. ``extent`` are the characters of a source that are spoken of, from one offset up to another; where they are
    not known, both are that of the first.
    """

    path: str = ""
    line: int = 0
    column: int = 0
    xpath: str = ""
    page: int = 0
    extent: tuple[int, int] = field(default=(0, 0), compare=False, repr=False)

    def __str__(self) -> str:
        page = [f"p{self.page}"] if self.page else []
        numbers = [str(number) for number in (self.line, self.column) if number]
        return ":".join([self.path or "-", *page, *numbers])


class Edit(NamedTuple):
    """One replacement in a file: its characters from ``start`` up to ``end`` become ``text``.

    Offsets count the characters of the file as it was decoded, its line ends as they are.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Fix:
    """A repair that can be made mechanically.

    Attributes:
        title: what the repair does, in the imperative.
        safe: whether it can be made without asking (it never touches text content).
        edits: the replacements, which do not overlap.
    """

    title: str
    safe: bool = False
    edits: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: what was found (quoted), where, and what to do.

    Attributes:
        code: a key of the catalogue, such as ``F001``.
        message: one sentence about this case, with the offending text in curly quotation marks.
        location: file, line, column.
        hint: what the editor can do, or an empty string.
        fix: a mechanical repair, if there is one.
        see: page and anchor of the guidelines (in ``schema/generated``) that tell more, or an empty string.
        proposes: what it proposes to write, such as ``ref=person:orlov``, or an empty string.
        decided: by whom an editor's decision settled it; it is then a note, told to those who ask for all.
    """

    code: str
    message: str
    location: Location = Location()
    hint: str = ""
    fix: Fix | None = None
    see: str = ""
    proposes: str = ""
    decided: str = ""

    @property
    def severity(self) -> Severity:
        """Severity of the code, from its page; what an editor decided only informs."""
        return Severity.NOTE if self.decided else Severity(severity_of(self.code))


def in_edition(diagnostic: Diagnostic, folder: Path) -> Diagnostic:
    """Name the folder of the edition in the commands that a hint proposes: they stand there as ``EDITION``."""
    if "EDITION" not in diagnostic.hint:
        return diagnostic
    return replace(diagnostic, hint=diagnostic.hint.replace("EDITION", folder.as_posix()))


def moved(diagnostic: Diagnostic, old: str, new: str) -> Diagnostic:
    """Return the diagnostic with its file called ``new`` where it was called ``old``."""
    if diagnostic.location.path != old:
        return diagnostic
    return replace(diagnostic, location=replace(diagnostic.location, path=new))


def in_order(diagnostics: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Sort by file, page, line, column and code, and drop repetitions: the order in which reports print them."""
    return sorted(
        set(diagnostics), key=lambda d: (d.location.path, d.location.page, d.location, d.code, d.message, d.hint)
    )
