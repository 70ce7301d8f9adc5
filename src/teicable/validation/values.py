"""Say what values an attribute takes, and which one was meant: dates above all, and ids, languages, numbers."""

from __future__ import annotations

import calendar
import re
from collections.abc import Collection, Iterator
from copy import deepcopy
from dataclasses import dataclass
from functools import cache

from lxml import etree

from teicable.validation import spelling
from teicable.validation.patterns import RNG, rules

_FORMS = {
    "ID": "a name: letters, digits, “-”, “_” and “.”, beginning with a letter",
    "anyURI": "an address without blanks, such as “#n1” or “person:stalin”",
    "language": "a language code, such as “en” or “ru-Latn”",
    "decimal": "a number in figures",
    "nonNegativeInteger": "a whole number in figures",
    "dateTime": "a date in ISO form, such as “1950-05-14”, “--08-31” or “1950-05-14T05:30:00”",
    r"[0-9]+(\.[0-9]+)?": "the number of a line in figures, such as “12”, of the form [0-9]+(\\.[0-9]+)?",
    r"[0-9]+\.[0-9]+\.[0-9]+": "a version of three figures, such as “0.1.0”, of the form [0-9]+\\.[0-9]+\\.[0-9]+",
    r"[a-z][a-z0-9\-]*": "small letters, digits and “-”, beginning with a letter",
    r"[^\p{C}\p{Z}]+": "one word without blanks",
}
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})")
_MINUTE = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d)?")
_DASHES = re.compile("[_‐‑‒–—−]")
"""What people and word processors write for the hyphen of a language code."""
_FIGURES = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d\d)")
_PREFIXES = {"item": "i", "note": "n", "floatingText": "m"}


@dataclass(frozen=True, slots=True)
class Doubt:
    """A value, or one word of it, that the grammar refuses; ``right`` is what to write for it, if that is certain."""

    word: str
    hint: str
    right: str = ""


def refused(tag: str, name: str, value: str, ids: Collection[str] = (), year: int = 0) -> Iterator[Doubt]:
    """Yield what is wrong with the value of an attribute that the element may have; ``year`` is of the document."""
    if _accepts(tag, name).validate(etree.Element("v", v=value)):
        return
    attribute = rules()[tag].attributes[name]
    listed = attribute.find(f"{RNG}list") is not None
    words = [word for word in value.split() if not _accepts(tag, name).validate(etree.Element("v", v=word))]
    for word in dict.fromkeys(words) if listed and words else (value,):
        if not word.strip():
            yield Doubt(word, f"take the attribute away, or write {form(attribute)}")
        else:
            yield _doubt(tag, attribute, word, ids, year)


def mended(tag: str, name: str, value: str) -> str:
    """Return a value with the words put right of which it is certain what they mean."""
    for doubt in refused(tag, name, value):
        value = value.replace(doubt.word, doubt.right) if doubt.right else value
    return value


def form(attribute: etree._Element) -> str:
    """Say what values an attribute takes."""
    closed = _closed(attribute)
    if closed:
        return f"one of: {', '.join(closed)}"
    types = [str(data.get("type")) for data in attribute.iter(f"{RNG}data")]
    pattern = attribute.findtext(f".//{RNG}param")
    several = "one or more, with blanks between: " if attribute.find(f"{RNG}list") is not None else ""
    known = _FORMS.get(pattern or "") or next((_FORMS[kind] for kind in types if kind in _FORMS), "any text")
    return several + known


def _closed(attribute: etree._Element) -> list[str]:
    return [str(value.text) for value in attribute.iter(f"{RNG}value")]


def _doubt(tag: str, attribute: etree._Element, word: str, ids: Collection[str], year: int) -> Doubt:
    closed = _closed(attribute)
    if closed:
        other = str(spelling.elsewhere("value", word.strip()).get("type", ""))
        right = other if other in closed else spelling.nearest(word.strip(), closed)
        listed = f"values: {', '.join(closed)}"
        return Doubt(word, f"did you mean “{right}”? {listed}" if right else listed, right)
    types = {str(data.get("type")) for data in attribute.iter(f"{RNG}data")}
    hint, right = "", ""
    if "dateTime" in types:
        hint, right = _date(word, year)
    elif "ID" in types:
        right = _identifier(tag, word)
        hint = f"write “{right}”, for instance" if right else ""
        right = "" if right in ids else right
    elif "language" in types and _DASHES.search(word):
        right = _DASHES.sub("-", word)
    elif types & {"decimal", "nonNegativeInteger"}:
        figures = re.findall(r"\d+", word)
        right = figures[0] if len(figures) == 1 else str(spelling.elsewhere("figure", word.strip()).get("number", ""))
    expected = form(attribute)
    return Doubt(word, f"{hint or f'write “{right}”'}: {expected}" if right or hint else f"write {expected}", right)


def _date(word: str, near: int) -> tuple[str, str]:
    """Return advice on a date, and the ISO form where the words leave no choice.

    A year of two figures is sure where the document is of that very year or one beside it.
    """
    text = word.strip()
    if _MINUTE.fullmatch(text):
        right = text.replace(" ", "T") + (":00" if len(text) == 16 else "")
        return (f"write the seconds too: “{right}”" if len(text) == 16 else f"write “{right}”"), right
    figures = _FIGURES.fullmatch(text)
    iso = _ISO.fullmatch(text)
    if iso:
        return _day(int(iso[1]), int(iso[2]), int(iso[3]))
    if figures:
        first, second, year = int(figures[1]), int(figures[2]), int(figures[3])
        if len(figures[3]) == 2:
            hint, right = _either(first, second, 1900 + year)
            return f"{hint}, if that is the year", right if abs(1900 + year - near) <= 1 else ""
        return _either(first, second, year)
    return _in_words(text)


def _either(first: int, second: int, year: int) -> tuple[str, str]:
    if first <= 12 and second <= 12 and first != second:
        return f"write “{year}-{second:02}-{first:02}” or “{year}-{first:02}-{second:02}”, as the source means", ""
    day, month = (second, first) if second > 12 else (first, second)
    return _day(year, month, day)


def _day(year: int, month: int, day: int) -> tuple[str, str]:
    if not 1 <= month <= 12 or not year:
        return f"there is no month {month}", ""
    length = calendar.monthrange(year, month)[1]
    if not 1 <= day <= length:
        return f"{calendar.month_name[month]} {year} has {length} days", ""
    right = f"{year:04}-{month:02}-{day:02}"
    return f"write “{right}”", right


def _in_words(text: str) -> tuple[str, str]:
    from teicable import chronology
    from teicable.model.span import Span

    for moment in chronology.find(text, Span(0, len(text))):
        if (moment.span.start, moment.span.end) == (0, len(text)) and moment.iso and moment.decided:
            return f"write “{moment.iso}”", moment.iso
    return "", ""


def _identifier(tag: str, word: str) -> str:
    right = re.sub(r"[^\w.-]", "", word).lstrip(".-")
    return f"{_PREFIXES.get(tag, tag)}{right}" if right[:1].isdigit() else right


@cache
def _accepts(tag: str, name: str) -> etree.RelaxNG:
    """Return a grammar that accepts ``<v v="…"/>`` for the values of one attribute."""
    wrapper = etree.Element(f"{RNG}element", name="v", datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes")
    attribute = deepcopy(rules()[tag].attributes[name])
    attribute.set("name", "v")
    wrapper.append(attribute)
    return etree.RelaxNG(wrapper)
