"""Add an entry to the authority files, with what is known and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lxml import etree

from teicable.authorities import TEI, XML_LANG, Authorities, Form
from teicable.desk.papers import NAMES, Change, Key, Papers
from teicable.desk.register import Part, entered
from teicable.diagnostics import Diagnostic
from teicable.errors import DeskError

NEAR = "X401"
_ID = re.compile(r"[a-z][a-z0-9-]*")
_NCNAME = re.compile(r"[^\W\d][\w.-]*")
_SPOKEN = re.compile(r"(.*\S)@([A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Wish:
    """An entry to be made: its names as given, each perhaps with its language (“Зорин@ru”), and notes."""

    key: Key
    main: str
    variants: Sequence[str] = ()
    pseudonyms: Sequence[str] = ()
    notes: Sequence[str] = ()


def add(papers: Papers, wish: Wish, *, like: Key | None = None, anyway: bool = False) -> Change:
    """Return the papers with a new entry; what may be an entry already is an error, unless it is wanted anyway.

    Args:
        papers: the files.
        wish: the entry.
        like: an entry whose type, and the languages of whose names, the new one shares where nothing else is said.
        anyway: take a likeness for chance.

    Raises:
        DeskError: the id is taken or is none, or a name is empty.
    """
    free(papers, wish.key)
    model = papers.entry(like).element if like else None
    names = [("main", wish.main), *(("variant", v) for v in wish.variants), *(("pseudo", p) for p in wish.pseudonyms)]
    parts = [_name(wish.key, kind, words, model) for kind, words in names]
    parts = [part for number, part in enumerate(parts) if part not in parts[:number]]
    parts += [Part("note", _words(note)) for note in wish.notes]
    found = () if anyway else tuple(likenesses(papers.authorities, papers, wish.key, _forms(parts)))
    type_ = model.get("type") if model is not None else None
    made = entered(papers, wish.key, [part.written for part in parts], {"type": type_} if type_ else {})
    return Change(made, found, (f"added {wish.key}, “{parts[0].words}”, to {wish.key.file}",), wish.key.file)


def free(papers: Papers, key: Key) -> None:
    """Refuse an id that is taken, or that no reference could hold.

    Raises:
        DeskError: it is.
    """
    if not _NCNAME.fullmatch(key.id):
        raise DeskError(f"“{key.id}” cannot be an id", f"an id is a word such as “{_proposed(key.id)}”")
    if not _ID.fullmatch(key.id):
        hint = f"write {key.kind}:{_proposed(key.id)}: the headers of TEI files declare this form (matchPattern)"
        raise DeskError(f"“{key.id}” is not made of small letters, digits and hyphens", hint)
    if papers.holds(key):
        there = papers.entry(key)
        name = papers.authorities.by_key[str(key)].main
        raise DeskError(
            f"{there.places.of(there.element)}: {key} is there already, “{name}”",
            "edit that entry, or choose another id",
        )


def likenesses(authorities: Authorities, papers: Papers, key: Key, forms: Sequence[Form]) -> Iterator[Diagnostic]:
    """Yield an error for each entry of the kind that has one of these names, in this or another spelling."""
    told: set[str] = set()
    for form in forms:
        for entry, other in authorities.bearers(form.text, key.kind):
            if entry.key in told or entry.key == str(key):
                continue
            told.add(entry.key)
            there = papers.entry(Key(entry.kind, entry.id))
            same = "the same" if other.text == form.text else "nearly the same"
            spelt = f"“{form.text}”" if other.text == form.text else f"“{other.text}”, here “{form.text}”"
            message = f"{entry.key} has {same} {_KINDS.get(other.type, 'name')}: {spelt}"
            hint = f"refer to {entry.key} if it is the same; if it is another, repeat with --anyway"
            yield Diagnostic(NEAR, message, there.places.of(there.element), hint)
    letters = _letters(key.id)
    for one in papers.entries(key.kind):
        if _letters(one.key.id) == letters and str(one.key) not in told and one.key != key:
            message = f"{one.key} is called nearly like {key}"
            hint = f"refer to {one.key} if it is the same; if it is another, repeat with --anyway"
            yield Diagnostic(NEAR, message, one.places.of(one.element), hint)


_KINDS = {"main": "name", "variant": "variant", "pseudo": "cover name"}


def _name(key: Key, kind: str, given: str, model: etree._Element | None) -> Part:
    spoken = _SPOKEN.fullmatch(given)
    words, language = (spoken[1], spoken[2]) if spoken else (given, "")
    if not language and model is not None and kind == "main":
        language = _language(model, NAMES[key.kind])
    attributes = {"type": kind, "xml:lang": language} if language else {"type": kind}
    return Part(NAMES[key.kind], _words(words), attributes)


def _language(model: etree._Element, name: str) -> str:
    """Return the language of the main name of an entry."""
    names = list(model.iterchildren(f"{{{TEI}}}{name}"))
    main = next((one for one in names if one.get("type") == "main"), names[0] if names else None)
    return main.get(XML_LANG, "") if main is not None else ""


def _forms(parts: Sequence[Part]) -> list[Form]:
    return [Form(part.words, part.attributes["type"]) for part in parts if part.name != "note"]


def _words(given: str) -> str:
    words = " ".join(given.split())
    if not words:
        raise DeskError("a name or note is empty", "leave the option out where there is nothing to say")
    return words


def _proposed(name: str) -> str:
    from teicable.languages.romanisation import stripped

    plain = re.sub(r"[^a-z0-9]+", "-", stripped(name.casefold())).strip("-")
    return plain if plain[:1].isalpha() else f"x-{plain}".rstrip("-")


def _letters(name: str) -> str:
    return "".join(filter(str.isalnum, name.casefold()))
