"""Which TEI element each kind of claim becomes, and which of them an editor can ask for."""

from __future__ import annotations

ELEMENTS: dict[str, str] = {
    "person": "persName",
    "place": "placeName",
    "org": "orgName",
    "role": "roleName",
    "date": "date",
    "number": "idno",
    "copies": "num",
    "total": "measure",
    "foreign": "foreign",
    "supplied": "supplied",
    "note": "note",
    "expansion": "expan",
    "letters": "ex",
    "choice": "choice",
    "abbreviation": "abbr",
    "full": "expan",
    "sic": "sic",
    "corr": "corr",
    "unclear": "unclear",
    "uncertain": "unclear",
    "deleted": "del",
    "stamp": "stamp",
    "handwritten": "add",
    "letterspaced": "hi",
    "set-off": "hi",
    "salutation": "seg",
    "gap": "gap",
    "page": "fw",
    "divided": "lb",
    "label": "label",
    "call": "ref",
}
"""Kinds of claims and their elements."""

WRITABLE: dict[str, str] = {
    "persName": "person",
    "placeName": "place",
    "orgName": "org",
    "roleName": "role",
    "date": "date",
    "idno": "number",
    "foreign": "foreign",
    "supplied": "supplied",
    "note": "note",
    "gap": "gap",
    "unclear": "unclear",
    "sic": "sic",
    "del": "deleted",
    "stamp": "stamp",
    "add": "handwritten",
}
"""Elements that an editor can put round words in place of another, and the kind of each."""

BRACKETED = frozenset({"foreign", "supplied", "note", "gap", "stamp", "handwritten", "deleted", "unclear"})
"""Kinds that take the brackets round their words with them; others stand within."""
