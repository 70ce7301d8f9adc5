"""The neutral record of what is deposited: an edition, or one of its documents. Every crosswalk starts from it."""

from __future__ import annotations

from collections.abc import Iterable

from teicable.errors import TeicableError
from teicable.model.declaration import Declaration
from teicable.render import DEPOSIT, collection
from teicable.render.rendering import Renderer


def record(
    renderer: Renderer,
    facts: Iterable[bytes],
    declaration: Declaration,
    document: str = "",
    at_once: int = collection.AT_ONCE,
) -> bytes:
    """Return the record (its elements are listed in ``transforms/README.md``).

    ``facts`` are the fact files of all documents that are deposited, ``document`` the id of the one to be described
    alone; ``renderer`` must have been built with the target ``deposit``. An edition is told some documents at a time,
    each time with the record of those before.

    Raises:
        TeicableError: a fact file is not well-formed, or there is no such document.
    """
    made = b""
    for some in [list(facts)] if document else collection.in_parts(facts, at_once):
        before = [collection.document(made)] if made else []
        made = renderer.render(collection.gathered(declaration, some, *before), DEPOSIT, {"document": document}).data
    if b"<deposit" not in made:
        raise TeicableError(f"there is no document “{document}”", "its id stands in `teicable status`")
    return made
