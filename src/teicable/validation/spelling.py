"""Guess which name or value was meant: by the table of names from elsewhere, by capitals, by likeness."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Collection, Mapping
from functools import cache
from typing import Any

from teicable import resources

LIKE = 0.6


def nearest(word: str, known: Collection[str]) -> str:
    """Return the known word that is most like this one, capitals apart, or an empty string."""
    folded = {one.casefold(): one for one in reversed(list(known))}
    near = difflib.get_close_matches(word.casefold(), list(folded), 1, LIKE)
    return folded[near[0]] if near else ""


@cache
def _table(name: str) -> Mapping[str, Mapping[str, Any]]:
    text = resources.vocabulary("markup.toml").read_text(encoding="utf-8")
    rows = tomllib.loads(text)[name]
    return {form.casefold(): row for row in rows for form in row["forms"]}


def elsewhere(kind: str, word: str) -> Mapping[str, Any]:
    """Return what a table (element, attribute, value, figure …) says of a word; empty where it says nothing."""
    return _table(kind).get(word.casefold(), {})


def bare(word: str) -> bool:
    """Tell whether the tags of an element say nothing when it has no attributes."""
    return bool(elsewhere("bare", word))


def attribute(word: str, free: Collection[str]) -> str:
    """Return which of the attributes that are not yet given was meant, or an empty string."""
    right = str(elsewhere("attribute", word).get("type", ""))
    return right if right in free else "" if elsewhere("without", word) else nearest(word, free)


def instead(element: str, parent: str) -> str:
    """Return what is written for an element in a parent that does not take it, or an empty string."""
    row = _table("instead").get(parent.casefold(), {})
    return str(row["write"]) if row.get("type") == element else ""


def meant(word: str, known: Collection[str]) -> tuple[str, Mapping[str, Any]]:
    """Return the element that was meant, and the row of the table of names from elsewhere if that tells."""
    if capitals := next((one for one in known if one.casefold() == word.casefold()), ""):
        return capitals, {}
    row = elsewhere("element", word)
    if row:
        return str(row["type"]), row
    return ("" if of_tei(word) else nearest(word, known)), {}


def of_tei(word: str) -> bool:
    """Tell whether a name is one of TEI at large that these files do without, and so no misspelling of another."""
    return word in elsewhere("tei", word).get("forms", ())


def strange(word: str, known: Collection[str]) -> bool:
    """Tell whether an element is neither known nor one that only a name parts from a known one."""
    right, row = (word, {}) if word in known else meant(word, known)
    return not right or bool(row and not row.get("sure"))
