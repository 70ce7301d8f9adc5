"""Who answers for what a verb writes, and on which day: one of the editors that ``edition.toml`` names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from teicable.errors import TeicableError

if TYPE_CHECKING:
    from teicable.edition.folder import Edition
    from teicable.model.declaration import Editor


def editor_of(edition: Edition, by: str | None) -> Editor:
    """Return the editor who speaks.

    Raises:
        TeicableError: nobody is named, or nobody whom the edition knows.
    """
    editors = {editor.id: editor for editor in edition.manifest.declaration.editors}
    known = "; ".join(f"--by {editor.id} ({editor.name})" for editor in editors.values())
    if not editors:
        hint = (
            'name yourself there: `[[editor]]`, below it `id = "ed1"` and `name = "…"`, each on a line of its own; '
            "then run `teicable build`"
        )
        raise TeicableError(f"{edition.manifest.path} names no editor, and somebody has to answer for a state", hint)
    if by is None:
        raise TeicableError("it is not said who says so", known)
    if by.lstrip("#") not in editors:
        raise TeicableError(f"{edition.manifest.path} names no editor “{by}”", known)
    return editors[by.lstrip("#")]


def day_of(given: str | None) -> str:
    """Return the day that is meant; today where none is given.

    Raises:
        TeicableError: it is no day, or not yet.
    """
    from datetime import date as day

    from teicable.edition.clock import today

    if not given:
        return today()
    try:
        found = day.fromisoformat(given).isoformat()
    except ValueError:
        raise TeicableError(f"“{given}” is no day", "write it as 2026-05-14") from None
    if found > today():
        raise TeicableError(f"{found} is not yet", f"today is {today()}")
    return found
