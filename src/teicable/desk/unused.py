"""Say which entries nothing refers to, and which references no entry answers."""

from __future__ import annotations

from collections.abc import Iterator

from teicable.desk.papers import AUTHORITIES, TEI_FILES, WRITTEN, Key, Papers
from teicable.desk.pointers import PLACES, named
from teicable.diagnostics import Diagnostic, Location
from teicable.validation import references
from teicable.xml.places import Lines, decoded

UNUSED, UNANSWERED = "X404", "X103"


def unused(papers: Papers) -> Iterator[Diagnostic]:
    """Yield a review for each entry without a reference, and an error for each reference without an entry.

    What an entry says of itself is no reference to it; a decision or a word list that names it is.
    """
    authorities = papers.authorities
    entries = {one.key: one for one in papers.entries()}
    spans = {
        key: (one.path, tag.start, tag.after) for key, one in entries.items() if (tag := one.places.tag(one.element))
    }
    used: set[Key] = set()
    for path in papers.within(*(folder for folder in PLACES if folder != WRITTEN)):
        for key, offset in named(papers, path):
            home, start, end = spans.get(key, ("", 0, 0))
            if not (path == home and start <= offset < end):
                used.add(key)
            if key not in entries and not path.endswith(".xml"):
                yield _unanswered(papers, path, key, offset)
    for key, one in entries.items():
        if key not in used:
            message = f"nothing refers to {key}, “{authorities.by_key[str(key)].main}”"
            hint = "keep it if it is needed for names to come; else delete it, or merge it with the entry it repeats"
            yield Diagnostic(UNUSED, message, one.places.of(one.element), hint)
    for path in papers.within(AUTHORITIES, TEI_FILES):
        places = papers.places(path)
        found = references.check(places.tree, path, authorities, places=places)
        yield from (diagnostic for diagnostic in found if diagnostic.code == UNANSWERED)


def _unanswered(papers: Papers, path: str, key: Key, offset: int) -> Diagnostic:
    near = papers.near(key)
    hint = f"did you mean {' or '.join(f'“{name}”' for name in near)}?" if near else f"add “{key.id}” to {key.file}"
    line, column = Lines(decoded(papers.files[path])).at(offset)
    return Diagnostic(UNANSWERED, f"“{key}” is in no authority file", Location(path, line, column), hint)
