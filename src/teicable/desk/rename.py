"""Give an entry another id, and every reference with it."""

from __future__ import annotations

from teicable.desk.add import free
from teicable.desk.papers import WRITTEN, Change, Key, Papers
from teicable.desk.pointers import Turn, aside, turned
from teicable.diagnostics import Edit
from teicable.diagnostics.formats import counted
from teicable.errors import DeskError


def rename(papers: Papers, old: Key, new: Key) -> Change:
    """Return the papers with another id for an entry; it keeps its place in its file.

    Raises:
        DeskError: there is no such entry, the new id is taken or none, or they are of different kinds.
    """
    if old.kind != new.kind:
        hint = f"write {new.kind}:… for both; a {old.kind} that is a {new.kind} is a new entry (`add`)"
        raise DeskError(f"{old} and {new} are of different kinds", hint)
    found = papers.entry(old)
    free(papers, new)
    start, end = found.places.span(found.element, "xml:id")
    after, numbers = turned(papers.changed(found.path, [Edit(start, end, new.id)]), Turn(old, new, found.path))
    return Change(after, tuple(aside(papers, old)), (f"{old} is now {new}", references(numbers)), found.path)


def references(numbers: dict[str, int]) -> str:
    """Say how many references were changed, not counting copies of what the machine wrote."""
    numbers = {path: number for path, number in numbers.items() if not path.startswith(WRITTEN)}
    if not numbers:
        return "nothing referred to it"
    places = counted(sum(numbers.values()), "reference", "references")
    return f"changed {places} in {counted(len(numbers), 'file', 'files')}"
