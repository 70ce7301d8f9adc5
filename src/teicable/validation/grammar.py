"""Check a tree against the grammar and say in plain words what is wrong.

libxml2 decides. Its messages (“Did not expect element p there”) are of little use, so where it refuses, the tree is
walked once more against what the grammar says of each element: its attributes and their values, its children, and
whether one element more or less would make its content right.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cache

from lxml import etree

from teicable import resources
from teicable.diagnostics import Diagnostic, Location, in_order
from teicable.errors import ResourceError
from teicable.files import read
from teicable.xml.parse import parse

TEI = "http://www.tei-c.org/ns/1.0"
_XML_ID = "{http://www.w3.org/XML/1998/namespace}id"
_RNG = "{http://relaxng.org/ns/structure/1.0}"
_REPEAT = {"optional": "?", "zeroOrMore": "*", "oneOrMore": "+"}
_FORMS = {
    "ID": "a name: letters, digits, “-”, “_” and “.”, beginning with a letter",
    "anyURI": "an address without blanks, such as “#n1” or “person:stalin”",
    "language": "a language code, such as “en” or “ru-Latn”",
    "decimal": "a number in figures",
    "nonNegativeInteger": "a whole number in figures",
    "dateTime": "a date in ISO form, such as “1950-05-14”, “--08-31” or “1950-05-14T05:30:00”",
}
_TO_THE_MINUTE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
_MOST_CHILDREN = 150
"""Above this number of children the search for one element too many or too few would take long."""


@dataclass(frozen=True, slots=True)
class _Rule:
    """What the grammar says of one element; ``model`` matches the names of its children, each with a blank after it."""

    attributes: dict[str, etree._Element]
    required: tuple[str, ...]
    children: frozenset[str]
    text: bool
    model: re.Pattern[str]


def check(tree: etree._ElementTree, path: str) -> list[Diagnostic]:
    """Return what the grammar refuses (``G101`` to ``G107``); an empty list for a valid tree."""
    grammar = _grammar()
    if grammar.validate(tree):
        return []
    last = grammar.error_log.last_error
    message = last.message if last is not None else "no reason given"
    where = Location(path, last.line if last is not None else 0)
    return in_order(_explain(tree, path)) or [Diagnostic("G101", f"the grammar refuses this: {message}", where)]


@cache
def vocabulary() -> dict[str, frozenset[str]]:
    """Return the elements of the grammar with the attributes of each."""
    return {name: frozenset(rule.attributes) for name, rule in _rules().items()}


@cache
def _schema() -> etree._ElementTree:
    path = resources.schema("teicable.rng")
    tree = parse(read(path), str(path))
    if isinstance(tree, Diagnostic):
        raise ResourceError(f"{path} is damaged: {tree.message}", "install teicable again")
    return tree


@cache
def _grammar() -> etree.RelaxNG:
    return etree.RelaxNG(_schema())


@cache
def _rules() -> dict[str, _Rule]:
    return {str(e.get("name")): _rule(e) for e in _schema().iter(f"{_RNG}element")}


def _rule(element: etree._Element) -> _Rule:
    attributes = {str(a.get("name")): a for a in element.iter(f"{_RNG}attribute")}
    return _Rule(
        attributes,
        tuple(name for name, a in attributes.items() if a.getparent() is element),
        frozenset(str(ref.get("name")) for ref in element.iter(f"{_RNG}ref")),
        any(part.tag == f"{_RNG}text" for part in element.iter()),
        re.compile(_model(element)),
    )


def _model(pattern: etree._Element) -> str:
    kind = etree.QName(pattern).localname
    if kind == "ref":
        return f"(?:{pattern.get('name')} )"
    beside = (f"{_RNG}attribute", f"{_RNG}text")
    parts = [_model(child) for child in pattern.iterchildren(f"{_RNG}*") if child.tag not in beside]
    return f"(?:{('|' if kind == 'choice' else '').join(parts)}){_REPEAT.get(kind, '')}"


def _explain(tree: etree._ElementTree, path: str) -> Iterator[Diagnostic]:
    ids: dict[str, etree._Element] = {}
    for element in tree.iter("*"):
        where = Location(path, _line(element), xpath=_xpath(tree, element))
        name = etree.QName(element)
        rule = _rules().get(name.localname) if name.namespace == TEI else None
        if rule is None:
            yield _unknown(name, where)
        elif element is tree.getroot() and name.localname != "TEI":
            yield Diagnostic("G105", f"the file begins with <{name.localname}>", where, "it must begin with <TEI>")
        else:
            yield from _attributes(element, rule, where)
            yield from _content(element, rule, where)
        identifier = element.get(_XML_ID)
        if identifier is not None and ids.setdefault(identifier, element) is not element:
            first = _line(ids[identifier])
            yield Diagnostic("G107", f"xml:id “{identifier}” is taken: line {first} has it", where, "give it another")


def _unknown(name: etree.QName, where: Location) -> Diagnostic:
    if name.namespace != TEI:
        hint = f'write xmlns="{TEI}" in <TEI>, and no other namespace'
        return Diagnostic("G102", f"<{name.localname}> is not in the namespace of TEI", where, hint)
    return Diagnostic(
        "G102", f"there is no element <{name.localname}>", where, _meant(name.localname, _rules(), "<{}>")
    )


def _attributes(element: etree._Element, rule: _Rule, where: Location) -> Iterator[Diagnostic]:
    tag = etree.QName(element).localname
    given = {written(str(name)): str(value) for name, value in element.attrib.items()}
    for name, value in given.items():
        if name not in rule.attributes:
            free = [known for known in rule.attributes if known not in given]
            hint = _meant(name, free, "{}") or f"it may have: {', '.join(free)}"
            yield Diagnostic("G103", f"<{tag}> has no attribute “{name}”", where, hint)
        elif not _accepts(tag, name).validate(etree.Element("v", v=value)):
            yield Diagnostic(
                "G104", f"{name} of <{tag}> cannot be “{value}”", where, _values(rule.attributes[name], value)
            )
    for name in rule.required:
        if name not in given:
            yield Diagnostic("G106", f"<{tag}> lacks the attribute “{name}”", where, _values(rule.attributes[name], ""))


@cache
def _accepts(tag: str, name: str) -> etree.RelaxNG:
    """Return a grammar that accepts ``<v v="…"/>`` for the values of one attribute."""
    wrapper = etree.Element(f"{_RNG}element", name="v", datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes")
    attribute = deepcopy(_rules()[tag].attributes[name])
    attribute.set("name", "v")
    wrapper.append(attribute)
    return etree.RelaxNG(wrapper)


def _values(attribute: etree._Element, given: str) -> str:
    """Say what values an attribute takes."""
    closed = [str(value.text) for value in attribute.iter(f"{_RNG}value")]
    if closed:
        near = " ".join(_meant(word, closed, "“{}”") for word in given.split() if word not in closed)
        return "; ".join(part for part in (near, f"values: {', '.join(closed)}") if part)
    types = [str(data.get("type")) for data in attribute.iter(f"{_RNG}data")]
    several = "one or more, with blanks between: " if attribute.find(f"{_RNG}list") is not None else ""
    if "dateTime" in types and _TO_THE_MINUTE.fullmatch(given):
        return f"write the seconds too: “{given}:00”"
    pattern = attribute.findtext(f".//{_RNG}param")
    forms = [_FORMS[kind] for kind in types if kind in _FORMS] or [f"of the form {pattern}" if pattern else "any text"]
    return several + forms[0]


def _content(element: etree._Element, rule: _Rule, where: Location) -> Iterator[Diagnostic]:
    tag = etree.QName(element).localname
    children = list(element.iterchildren("*"))
    if not rule.text and any((text or "").strip() for text in (element.text, *(child.tail for child in element))):
        inside = f"put it into one of: {', '.join(sorted(rule.children))}" if rule.children else f"<{tag}> stays empty"
        yield Diagnostic("G105", f"<{tag}> has text directly in it, which is not allowed", where, inside)
    names = [etree.QName(child).localname for child in children]
    strange = {name for name in names if name not in rule.children}
    for child, name in zip(children, names, strict=True):
        if name in strange & set(_rules()):
            line = Location(where.path, _line(child), xpath=f"{where.xpath}/{name}")
            hint = f"<{tag}> may contain: {', '.join(sorted(rule.children)) or 'no elements'}"
            yield Diagnostic("G105", f"<{name}> is not allowed in <{tag}>", line, hint)
    if not strange and not rule.model.fullmatch(_row(names)):
        yield _one_edit(tag, children, rule, where)


def _one_edit(tag: str, children: list[etree._Element], rule: _Rule, where: Location) -> Diagnostic:
    """Say which one element more, or less, would make the content right; else that it is not right."""
    names = [etree.QName(child).localname for child in children]
    if len(names) > _MOST_CHILDREN:
        return Diagnostic("G101", f"the elements in <{tag}> are not in an order that the grammar allows", where)
    for index in range(len(names), -1, -1):
        for new in sorted(rule.children):
            if rule.model.fullmatch(_row([*names[:index], new, *names[index:]])):
                place = f"before <{names[index]}>" if index < len(names) else "at its end" if names else "in it"
                return Diagnostic("G106", f"<{tag}> lacks <{new}> {place}", where)
    for index in range(len(names) - 1, -1, -1):
        if rule.model.fullmatch(_row(names[:index] + names[index + 1 :])):
            line = Location(where.path, _line(children[index]), xpath=f"{where.xpath}/{names[index]}")
            after = f"after <{names[index - 1]}>" if index else "as its first element"
            return Diagnostic("G105", f"<{names[index]}> is not allowed in <{tag}> {after}", line, "move or remove it")
    listed = ", ".join(f"<{name}>" for name in names) or "nothing"
    return Diagnostic("G101", f"the content of <{tag}> is not in an order that the grammar allows: {listed}", where)


def _row(names: Iterable[str]) -> str:
    return "".join(f"{name} " for name in names)


def _line(element: etree._Element) -> int:
    line = element.sourceline
    return line if isinstance(line, int) else 0


def _meant(word: str, known: Iterable[str], form: str) -> str:
    near = difflib.get_close_matches(word, list(known), 1, 0.6)
    return f"did you mean {form.format(near[0])}?" if near else ""


def written(name: str) -> str:
    """Return the name of an attribute as an editor writes it."""
    return name.replace("{http://www.w3.org/XML/1998/namespace}", "xml:")


def _xpath(tree: etree._ElementTree, element: etree._Element) -> str:
    below = re.sub(r"\{[^}]*\}", "", tree.getelementpath(element))
    root = etree.QName(tree.getroot()).localname
    return root if below == "." else f"{root}/{below}"
