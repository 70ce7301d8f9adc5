"""Which document precedes and which follows another, from their fact files: the way from page to page."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from teicable.render.collection import document


@dataclass(frozen=True, slots=True, order=True)
class Neighbour:
    """A document as its neighbours name it; ``order`` is what documents are put in order by, then ``id``."""

    order: str
    id: str
    title: str
    lang: str


def neighbour(facts: bytes) -> Neighbour:
    """Read a document's place in the order, its title and language from its fact file.

    Raises:
        TeicableError: the file is not well-formed.
    """
    root = document(facts)
    return Neighbour(root.get("order", ""), root.get("id", ""), root.findtext("title") or "", root.get("lang", ""))


def links(documents: Iterable[Neighbour]) -> dict[str, dict[str, str]]:
    """Return, by document id, the parameters that lead its page to the documents before and after it."""
    ordered = sorted(documents)
    found: dict[str, dict[str, str]] = {known.id: {} for known in ordered}
    for earlier, later in pairwise(ordered):
        found[earlier.id] |= _link("next", later)
        found[later.id] |= _link("prev", earlier)
    return found


def _link(side: str, other: Neighbour) -> dict[str, str]:
    return {f"{side}-href": f"{other.id}.html", f"{side}-title": other.title, f"{side}-lang": other.lang}
