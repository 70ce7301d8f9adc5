"""Write repairs of the markup as edits of the file: a name, a value, tags put round words or taken away.

Every function returns ``None`` where the bytes of the file are not known, or where nothing can be edited without
touching a word.
"""

from __future__ import annotations

import re
from dataclasses import replace
from string import ascii_lowercase

from lxml import etree

from teicable.authorities import XML_ID
from teicable.diagnostics import Edit, Fix
from teicable.xml.places import Places, Tag

_NUMBERED = re.compile(r"([A-Za-z_][A-Za-z_-]*)(\d+)[a-z]*")
_PREFIXES = {"item": "i", "note": "n", "floatingText": "m"}


def renamed(places: Places, element: etree._Element, start: str, without: str = "") -> Fix | None:
    """Write another name (with attributes, if need be) for an element; ``without`` is an attribute to take away."""
    tag = places.tag(element)
    if tag is None or not start:
        return None
    edits = [Edit(tag.start + 1, tag.start + 1 + len(tag.name), start)]
    if tag.close > tag.start:
        edits.append(Edit(tag.close + 2, tag.close + 2 + len(tag.name), start.partition(" ")[0]))
    if without:
        gone = dropped(places, element, without)
        edits += gone.edits if gone else ()
    return Fix(f"write <{start}>", True, tuple(sorted(edits)))


def attribute_renamed(places: Places, element: etree._Element, name: str, right: str) -> Fix | None:
    """Write another name for an attribute."""
    start, end = places.name(element, name)
    return Fix(f"write {right}", True, (Edit(start, end, right),)) if start >= 0 else None


def valued(places: Places, element: etree._Element, name: str, right: str, word: str = "") -> Fix | None:
    """Write another value for an attribute, or for one word of it."""
    start, end = places.span(element, name, word)
    return Fix(f"write “{right}”", True, (Edit(start, end, right),)) if start >= 0 else None


def given(places: Places, element: etree._Element, name: str, value: str) -> Fix | None:
    """Add an attribute to a start tag: an id before all others, anything else after them."""
    tag = places.tag(element)
    if tag is None:
        return None
    place = tag.start + 1 + len(tag.name)
    if name != "xml:id":
        place = len(places.characters[: tag.end - 1].rstrip("/ \t\r\n"))
    return Fix(f"add {name}=“{value}”", True, (Edit(place, place, f' {name}="{value}"'),))


def dropped(places: Places, element: etree._Element, name: str) -> Fix | None:
    """Take an attribute away, with the blanks before it."""
    start, _ = places.name(element, name)
    _, end = places.span(element, name)
    if start < 0:
        return None
    text = places.characters
    before = len(text[:start].rstrip())
    return Fix(f"take {name} away", True, (Edit(before, end + 1, ""),))


def unwrapped(places: Places, element: etree._Element) -> Fix | None:
    """Take the tags of an element away and leave what it holds."""
    tag = places.tag(element)
    if tag is None:
        return None
    edits = [Edit(tag.start, tag.end, "")]
    if tag.close > tag.start:
        edits.append(Edit(tag.close, tag.after, ""))
    return Fix(f"take the tags <{tag.name}> away", True, tuple(edits))


def wrapped(places: Places, first: etree._Element, last: etree._Element, start: str) -> Fix | None:
    """Put one element round others that follow each other."""
    begin, end = places.tag(first), places.tag(last)
    return around(begin.start, end.after, start) if begin and end else None


def words_wrapped(
    places: Places, parent: etree._Element, after: etree._Element | None, words: str, start: str
) -> Fix | None:
    """Put an element round words that stand directly in another, all of one stretch."""
    tag, child = places.tag(parent), places.tag(after) if after is not None else None
    least = child.after if child else -1
    span = next((span for span in tag.texts if span[0] >= least), None) if tag else None
    if span is None or "&" in words or places.characters[span[0] : span[1]] != words.strip():
        return None
    return around(*span, start)


def around(begin: int, end: int, start: str) -> Fix:
    """Put an element round a stretch of the file."""
    name = start.partition(" ")[0]
    return Fix(f"put it into <{name}>", True, (Edit(begin, begin, f"<{start}>"), Edit(end, end, f"</{name}>")))


def moved(places: Places, child: etree._Element, other: etree._Element, *, before: bool = False) -> Fix | None:
    """Move an element behind another, or before it."""
    tag, beyond = places.tag(child), places.tag(other)
    if tag is None or beyond is None:
        return None
    place = beyond.start if before else beyond.after
    words = places.characters[tag.start : tag.after]
    start, end = _line(places, tag)
    if (start, end) != (tag.start, tag.after):
        words = words + places.indent(beyond.start) if before else places.indent(tag.start) + words
    edits = (Edit(start, end, ""), Edit(place, place, words))
    return Fix(f"move <{tag.name}>", True, tuple(sorted(edits)))


def housed(places: Places, child: etree._Element, home: etree._Element, *, last: bool) -> Fix | None:
    """Move an element into one beside it, as its last child or its first."""
    tag, other = places.tag(child), places.tag(home)
    if tag is None or other is None or other.close <= other.start:
        return None
    start, end = _line(places, tag)
    words = places.characters[tag.start : tag.after]
    kin = places.tag(home[-1 if last else 0]) if len(home) else None
    place = other.close if last else other.end
    if kin:
        indent = places.indent(kin.start)
        place, words = (kin.after, indent + words) if last else (kin.start, words + indent)
    edits = (Edit(start, end, ""), Edit(place, place, words))
    return Fix(f"move <{tag.name}> into <{other.name}>", True, tuple(sorted(edits)))


def parted(places: Places, element: etree._Element, last: etree._Element) -> Fix | None:
    """End an element before its last child, which is one like it."""
    tag, child = places.tag(element), places.tag(last)
    if tag is None or child is None:
        return None
    edits = (Edit(child.start, child.start, f"</{tag.name}>"), Edit(tag.close, tag.after, ""))
    return Fix(f"write </{tag.name}> before it", True, edits)


def deleted(places: Places, element: etree._Element) -> Fix | None:
    """Delete an element that says nothing: without words, children and attributes."""
    tag = places.tag(element)
    if tag is None or len(element) or element.attrib or (element.text or "").strip():
        return None
    return Fix(f"delete the empty <{tag.name}>", True, (Edit(*_line(places, tag), ""),))


def appended(places: Places, parent: etree._Element, child: str) -> Fix | None:
    """Add a last child, on a line of its own where the others have one."""
    tag = places.tag(parent)
    if tag is None or tag.close <= tag.start:
        return None
    last = places.tag(parent[-1]) if len(parent) else None
    place = last.after if last else tag.close
    return Fix(f"add {child}", True, (Edit(place, place, (places.indent(last.start) if last else "") + child),))


def unsure(fix: Fix | None) -> Fix | None:
    """Return a repair that has to be asked for."""
    return replace(fix, safe=False) if fix else None


def next_id(tag: str, place: etree._Element, taken: set[str]) -> str:
    """Return a free id for a block at a place: the next number at the end of the text, ``p4a`` between p4 and p5."""
    prefix = _PREFIXES.get(tag, tag)
    before, later = "", False
    beyond = False
    for one in place.getroottree().iter(etree.Element):
        beyond = beyond or one is place
        found = _NUMBERED.fullmatch(one.get(XML_ID) or "")
        if found and found[1] == prefix and etree.QName(one).localname == tag:
            before, later = (before, True) if beyond else (one.get(XML_ID) or "", later)
    found = _NUMBERED.fullmatch(before)
    following = f"{prefix}{int(found[2]) + 1 if found else 1}"
    return free(before or f"{prefix}0", taken) if later or following in taken else following


def free(name: str, taken: set[str]) -> str:
    """Return an id like ``p4a``, which stands for something inserted after ``p4``."""
    letters = (f"{first}{letter}" for first in ("", *ascii_lowercase) for letter in ascii_lowercase)
    return next((f"{name}{letter}" for letter in letters if f"{name}{letter}" not in taken), f"{name}-new")


def _line(places: Places, tag: Tag) -> tuple[int, int]:
    """Return the offsets of an element, with its line where it stands alone there."""
    text = places.characters
    start = len(text[: tag.start].rstrip(" \t"))
    end = re.compile(r"[ \t]*\r?\n").match(text, tag.after)
    alone = end is not None and start > 0 and text[start - 1] == "\n"
    return (start, end.end()) if alone and end else (tag.start, tag.after)
