"""What is made of all documents together: pages of the edition, book, EPUB, search index; each only when it is due."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace

from teicable.diagnostics import Diagnostic
from teicable.edition import book, epub, search, site
from teicable.edition.folder import Edition
from teicable.edition.plan import State

BOOK, EPUB, SEARCH = "book", "epub", "search"
"""What a build can leave as it is; the pages of the edition are always made."""
ALL = frozenset({BOOK, EPUB, SEARCH})
PLACES = {"parts": BOOK, "chapters": EPUB, "search": SEARCH}
"""Places below ``build/`` of what is made of each document for one of these alone."""


def spared(wanted: Collection[str]) -> frozenset[str]:
    """Return the places that a build leaves out, because nothing of what is ``wanted`` is made of them."""
    return frozenset(place for place, name in PLACES.items() if name not in wanted)


def make(
    edition: Edition,
    state: State,
    tools: str,
    wanted: Collection[str] = ALL,
    *,
    force: bool = False,
    progress: Callable[[str, int, int], None],
) -> Iterator[tuple[State, list[Diagnostic]]]:
    """Make the pages and what is ``wanted``; after each yield the state with its key, and what was found.

    Args:
        edition: which.
        state: what earlier builds did.
        tools: digest of all that makes pages.
        wanted: names of `ALL`.
        force: make the book, the EPUB and the index also where they are current.
        progress: is told what is being made.
    """
    links = {**site.addresses(edition, book=BOOK in wanted), **site.offered(edition, epub=EPUB in wanted)}
    state = replace(state, index=site.indexes(edition, state.index, tools, links))
    yield state, []
    if BOOK in wanted:
        progress("setting the book", 0, 1)
        key, found = book.make(edition, "" if force else state.book, tools)
        state = replace(state, book=key)
        progress("setting the book", 1, 1)
        yield state, found
    if EPUB in wanted:
        progress("making the EPUB", 0, 1)
        key, found = epub.make(edition, "" if force else state.epub, tools)
        state = replace(state, epub=key)
        progress("making the EPUB", 1, 1)
        yield state, found
    if SEARCH in wanted:
        progress("making the search index", 0, 1)
        state = replace(state, search=search.make(edition, "" if force else state.search))
        progress("making the search index", 1, 1)
        yield state, []
