"""Check what an editor wants to write in place of what the machine thought, and help where it cannot be."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from teicable.authorities import Authorities, fold
from teicable.errors import DecisionError
from teicable.model.decision import Item, Verdict, attributes_of
from teicable.model.elements import WRITABLE
from teicable.resolve.decisions import LINE, LINES, OFFICE, form

ELEMENTS = {"person": "persName", "place": "placeName", "org": "orgName"}
"""The element that refers to each kind of entry."""
_KINDS = {element: kind for kind, element in ELEMENTS.items()}
_ATTRIBUTES = {
    "persName": ("ref", "type"),
    "placeName": ("ref",),
    "orgName": ("ref",),
    "date": ("when", "from", "to", "notBefore", "notAfter", "type"),
    "foreign": ("xml:lang",),
    "supplied": ("reason",),
    "note": ("type",),
    "idno": ("type",),
    "gap": ("reason", "unit", "quantity"),
    "unclear": ("reason",),
    "dateline": ("type",),
}
_WHOLE = frozenset({"S102", "S103", "S104", "S105", "S106", "S107", "A003", "A006"})
"""Findings for which nothing can be put round words."""


def checked(item: Item, verdict: Verdict, replacement: str, authorities: Authorities) -> str:
    """Return the replacement in its full form.

    Raises:
        DecisionError: the verdict means nothing here, or the replacement cannot be written; the hint says what can.
    """
    claim, shown = item.subject.claim, f"“{item.subject.quote.exact[:60]}”"
    if item.editor and verdict is not Verdict.REJECT:
        hint = f"write what is right into tei/{item.document}.xml, then close the question with --reject {item.key}"
        raise DecisionError(f"of {shown} your file has {item.editor}, and no decision changes a file you edited", hint)
    if verdict is not Verdict.REPLACE:
        _sensible(item, verdict, shown)
        return ""
    if claim in _WHOLE:
        raise DecisionError(f"{claim} of {shown} cannot be replaced", "accept it, or edit the TEI file")
    try:
        name, attributes = form(replacement)
    except ValueError as error:
        raise DecisionError(f"“{replacement}” has a quotation mark that is not closed") from error
    if claim == LINE:
        _choose("no line of a cable", name, LINES)
    elif claim == OFFICE:
        name = name or "persName"
        _choose("not who held an office", name, ["persName"])
    else:
        name = name or ("" if item.subject.finding else claim)
        _choose("nothing that can stand round words", name, WRITABLE)
    words = replacement.split()[1:] if replacement.split()[:1] == [name] else replacement.split()
    if not all("=" in word for word in words) and not attributes:
        raise DecisionError(
            f"“{replacement}” has words that are no attribute", 'write it as --with "persName ref=person:id"'
        )
    for attribute in attributes:
        _choose(f"no attribute of {name}", attribute, _ATTRIBUTES.get(name, ()))
    _reference(name, attributes.get("ref", ""), authorities)
    stated = replacement.strip() if words == replacement.split()[1:] else f"{name} {replacement.strip()}"
    if not item.subject.finding and attributes_of(stated) == attributes_of(item.subject.value) and name == claim:
        raise DecisionError(f"“{stated}” is what the machine thinks of {shown}", "accept it")
    return stated


def verdicts(item: Item) -> tuple[Verdict, ...]:
    """Return what can be decided about an item."""
    subject = item.subject
    if item.editor:
        return (Verdict.REJECT,)
    if not subject.finding:
        return tuple(Verdict)
    if subject.claim == OFFICE:
        return tuple(Verdict) if subject.value else (Verdict.REJECT, Verdict.REPLACE)
    return (Verdict.ACCEPT,) if subject.claim in _WHOLE else (Verdict.ACCEPT, Verdict.REPLACE)


def example(item: Item) -> str:
    """Return a replacement in the form that an item takes."""
    return {LINE: "dateline type=sent", OFFICE: "ref=person:id"}.get(item.subject.claim, "placeName ref=place:id")


def _sensible(item: Item, verdict: Verdict, shown: str) -> None:
    claim = item.subject.claim
    if verdict in verdicts(item):
        return
    if claim == OFFICE:
        raise DecisionError(
            f"{claim} of {shown} proposes several persons", 'say which: --replace KEY --with "ref=person:id"'
        )
    hint = "accept it, if all is right as it stands; or say what it is, with --replace KEY --with"
    raise DecisionError(f"{claim} of {shown} claims nothing that could be rejected", hint)


def _choose(what: str, given: str, known: Iterable[str]) -> None:
    """Refuse a name that is not among those known, with the nearest of them and all."""
    names = sorted(known)
    if given in names:
        return
    near = difflib.get_close_matches(given, names, 3, 0.5)
    hint = f"did you mean {' or '.join(near)}? " if near else ""
    hint += f"possible: {', '.join(names) or 'none'}"
    raise DecisionError(f"“{given}” is {what}", hint)


def _reference(name: str, ref: str, authorities: Authorities) -> None:
    if not ref:
        return
    kind = _KINDS.get(name, "")
    if ref not in authorities.by_key:
        called = [entry.key for entry, _ in authorities.bearers(ref.partition(":")[2] or ref)]
        keys = [entry.key for entry in authorities.entries if not kind or entry.kind == kind]
        names = {fold(form.text): entry.key for entry in authorities.entries for form in entry.forms}
        near = difflib.get_close_matches(ref, keys, 3, 0.6)
        near += [names[n] for n in difflib.get_close_matches(fold(ref.partition(":")[2] or ref), names, 3, 0.6)]
        listed = list(dict.fromkeys((*called, *near)))[:4]
        hint = f"did you mean {' or '.join(listed)}?" if listed else "add it to authorities/ first"
        raise DecisionError(f"no authority file has “{ref}”", hint)
    if kind and authorities.by_key[ref].kind != kind:
        right = ELEMENTS.get(authorities.by_key[ref].kind, "another element with")
        raise DecisionError(f"“{ref}” is no {kind}, so {name} cannot refer to it", f"write {right} ref={ref}")
