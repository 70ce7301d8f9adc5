"""What is made of all documents together: pages of the edition, book, EPUB, search index; each only when it is due."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import replace
from functools import partial

from teicable.diagnostics import Diagnostic
from teicable.edition import binding, book, epub, search, site
from teicable.edition.folder import Edition
from teicable.edition.plan import State
from teicable.render.volume import Shelf

BOOK, EPUB, SEARCH = "book", "epub", "search"
"""What a build can leave as it is; the pages of the edition are always made."""
ALL = frozenset({BOOK, EPUB, SEARCH})
_BOOKS = {BOOK: (book.BOOK, "setting the book"), EPUB: (epub.EPUB, "making the EPUB")}
"""The books, and what a build says while it makes one."""
PLACES = {"parts": BOOK, "chapters": EPUB, "search": SEARCH}
"""Places below ``build/`` of what is made of each document for one of these alone."""


def spared(wanted: Collection[str]) -> frozenset[str]:
    """Return the places that a build leaves out, because nothing of what is ``wanted`` is made of them."""
    return frozenset(place for place, name in PLACES.items() if name not in wanted)


def shelf(edition: Edition, wanted: Collection[str]) -> Shelf:
    """Return the books that pages lead to: those that are ``wanted``, and those that an earlier build made."""
    volumes = binding.divided(edition)
    offered = (binding.offered(edition, kind, volumes, wanted=form in wanted) for form, (kind, _) in _BOOKS.items())
    return Shelf(volumes, *offered)


def make(
    edition: Edition,
    state: State,
    tools: str,
    wanted: Collection[str] = ALL,
    *,
    jobs: int = 0,
    force: bool = False,
    progress: Callable[[str, int, int], None],
) -> Iterator[tuple[State, list[Diagnostic]]]:
    """Make the pages and what is ``wanted``; after each yield the state with its key, and what was found.

    Args:
        edition: which.
        state: what earlier builds did.
        tools: digest of all that makes pages.
        wanted: names of `ALL`.
        jobs: how many volumes may be made at once; 0 for one on each core.
        force: make the book, the EPUB and the index also where they are current.
        progress: is told what is being made.
    """
    books = shelf(edition, wanted)
    state = replace(state, index=site.indexes(edition, state.index, tools, books))
    yield state, []
    for form, (kind, doing) in _BOOKS.items():
        if form in wanted:
            known = {} if force else state.books.get(form, {})
            told = partial(progress, doing)
            for keys, found in binding.bind(edition, kind, books.volumes, known, tools, jobs, told):
                state = replace(state, books={**state.books, form: keys})
                yield state, found
    if SEARCH in wanted:
        progress("making the search index", 0, 1)
        state = replace(state, search=search.make(edition, "" if force else state.search))
        progress("making the search index", 1, 1)
        yield state, []
