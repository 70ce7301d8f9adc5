"""Check a tree against the grammar.

libxml2 decides. Its messages (“Did not expect element p there”) are of little use, so where it refuses,
`teicable.validation.explain` says what is wrong.
"""

from __future__ import annotations

from functools import cache

from lxml import etree

from teicable.diagnostics import Diagnostic, Location, in_order
from teicable.validation.patterns import rules, schema
from teicable.xml.places import Places


def check(tree: etree._ElementTree, path: str, places: Places | None = None) -> list[Diagnostic]:
    """Return what the grammar refuses (``G101`` to ``G107``); an empty list for a valid tree.

    Without the ``places`` of the file no columns are told.
    """
    grammar = _grammar()
    if grammar.validate(tree):
        return []
    last = grammar.error_log.last_error
    message = last.message if last is not None else "no reason given"
    where = Location(path, last.line if last is not None else 0)
    from teicable.validation.explain import Explanation

    found = in_order(Explanation(tree, places or Places(tree, path)).all())
    return found or [Diagnostic("G101", f"the grammar refuses this: {message}", where)]


@cache
def vocabulary() -> dict[str, frozenset[str]]:
    """Return the elements of the grammar with the attributes of each."""
    return {name: frozenset(rule.attributes) for name, rule in rules().items()}


@cache
def _grammar() -> etree.RelaxNG:
    return etree.RelaxNG(schema())
