"""The grammar as an algebra: what is left of a content model after each child (Brzozowski's derivatives).

A content model is a pattern over the names of children, with ``#text`` for words among them. Patterns are made once and
compared by identity, so that the states which a content can be in are few, and each derivative is computed once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lxml import etree

from teicable import resources
from teicable.diagnostics import Diagnostic
from teicable.errors import ResourceError
from teicable.files import read
from teicable.xml.parse import parse

RNG = "{http://relaxng.org/ns/structure/1.0}"
TEXT = "#text"


@dataclass(frozen=True, eq=False, slots=True)
class Pattern:
    """A part of a content model: ``kind`` is none, empty, name, choice, group or many (once or more)."""

    kind: str
    name: str = ""
    parts: tuple[Pattern, ...] = ()
    nullable: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """What the grammar says of one element: its attributes, those it must have, its children, its content model."""

    name: str
    attributes: dict[str, etree._Element]
    required: tuple[str, ...]
    children: tuple[str, ...]
    model: Pattern
    meaning: str = ""

    @property
    def mixed(self) -> bool:
        """Whether words may stand directly in the element."""
        return TEXT in self.children


_made: dict[tuple[str, str, tuple[Pattern, ...]], Pattern] = {}


def _make(kind: str, name: str = "", parts: tuple[Pattern, ...] = (), nullable: bool = False) -> Pattern:
    return _made.setdefault((kind, name, parts), Pattern(kind, name, parts, nullable))


NONE, EMPTY = _make("none"), _make("empty", nullable=True)


def name(word: str) -> Pattern:
    """Return the pattern of one child."""
    return _make("name", word)


def choice(*parts: Pattern) -> Pattern:
    """Return a pattern that one of the parts matches; the order of the parts is kept, repetitions are not."""
    flat: dict[Pattern, None] = {}
    for part in parts:
        flat.update(dict.fromkeys(part.parts if part.kind == "choice" else (part,)))
    flat.pop(NONE, None)
    if EMPTY in flat and any(part.nullable for part in flat if part is not EMPTY):
        del flat[EMPTY]
    if not flat:
        return NONE
    if len(flat) == 1:
        return next(iter(flat))
    return _make("choice", "", tuple(flat), any(part.nullable for part in flat))


def group(first: Pattern, second: Pattern) -> Pattern:
    """Return one pattern after the other."""
    if first is NONE or second is NONE:
        return NONE
    if first is EMPTY or second is EMPTY:
        return second if first is EMPTY else first
    return _make("group", "", (first, second), first.nullable and second.nullable)


def many(part: Pattern) -> Pattern:
    """Return a pattern once or more."""
    return part if part in (NONE, EMPTY) or part.kind == "many" else _make("many", "", (part,), part.nullable)


@cache
def derivative(pattern: Pattern, child: str) -> Pattern:
    """Return what may follow in a content after one child, ``NONE`` where that child may not come."""
    if pattern.kind == "name":
        if pattern.name != child:
            return NONE
        return choice(pattern, EMPTY) if child == TEXT else EMPTY
    if pattern.kind == "choice":
        return choice(*(derivative(part, child) for part in pattern.parts))
    if pattern.kind == "many":
        return group(derivative(pattern.parts[0], child), choice(pattern, EMPTY))
    if pattern.kind == "group":
        first, second = pattern.parts
        after = group(derivative(first, child), second)
        return choice(after, derivative(second, child)) if first.nullable else after
    return NONE


@cache
def first(pattern: Pattern) -> tuple[str, ...]:
    """Return what may come next, in the order of the specification."""
    if pattern.kind == "name":
        return (pattern.name,)
    parts = pattern.parts
    if pattern.kind == "group" and not parts[0].nullable:
        parts = parts[:1]
    return tuple(dict.fromkeys(word for part in parts for word in first(part)))


@cache
def schema() -> etree._ElementTree:
    """Return the grammar as XML."""
    path = resources.schema("teicable.rng")
    tree = parse(read(path), str(path))
    if isinstance(tree, Diagnostic):
        raise ResourceError(f"{path} is damaged: {tree.message}", "install teicable again")
    return tree


@cache
def rules() -> dict[str, Rule]:
    """Return what the grammar says of each element, by its name."""
    return {str(e.get("name")): _rule(e) for e in schema().iter(f"{RNG}element")}


@cache
def holders(child: str) -> tuple[str, ...]:
    """Return the elements that may hold a child of this name."""
    return tuple(rule.name for rule in rules().values() if child in rule.children)


def _rule(element: etree._Element) -> Rule:
    attributes = {str(a.get("name")): a for a in element.iter(f"{RNG}attribute")}
    model = _model(element)
    return Rule(
        str(element.get("name")),
        attributes,
        tuple(word for word, a in attributes.items() if a.getparent() is element),
        _names(model),
        model,
        element.findtext("{*}documentation", ""),
    )


def _names(pattern: Pattern) -> tuple[str, ...]:
    below = (word for part in pattern.parts for word in _names(part))
    return (pattern.name,) if pattern.kind == "name" else tuple(dict.fromkeys(below))


def _model(element: etree._Element) -> Pattern:
    kind = etree.QName(element).localname
    if kind == "ref":
        return name(str(element.get("name")))
    if kind == "text":
        return choice(name(TEXT), EMPTY)
    parts = [_model(part) for part in element.iterchildren(f"{RNG}*") if not _is_attribute(part)]
    if kind == "choice":
        return choice(*parts)
    content = EMPTY
    for part in reversed(parts):
        content = group(part, content)
    if kind in ("oneOrMore", "zeroOrMore"):
        content = many(content)
    return choice(content, EMPTY) if kind in ("optional", "zeroOrMore") else content


def _is_attribute(pattern: etree._Element) -> bool:
    inside = list(pattern.iterchildren(f"{RNG}*"))
    return pattern.tag == f"{RNG}attribute" or (bool(inside) and all(map(_is_attribute, inside)))
