"""Read one tag, or one stretch of text, that breaks a rule of XML, and say which."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html.entities import name2codepoint

from teicable.diagnostics import Edit, Fix

NAME = r"[^\W\d][\w.:-]*+"
_TAG_END = re.compile(r"\s*+(/?)>")
_PARTED = re.compile(r"[^<>]*+>[^<>=]*+=[^<>]*+>")
_STOP = re.compile(r"[<>]")
_ATTRIBUTE = re.compile(rf"(\s*+)({NAME})(\s*+=\s*+)?")
_QUOTED = re.compile(r"\"([^\"<]*+)\"|'([^'<]*+)'")
_TYPOGRAPHIC = re.compile(r"[“”„‟″’‘«»]([^“”„‟″’‘«»\"<>]*+)[“”„‟″’‘«»\"]")
_STRAY = re.compile(r"<(?![\w/!?])[^<>]*+>|<\w[^<>=\"']*+[\"'][^<>]*+>")
"""A “<” that begins no tag, with the rest of the tag in which it stands."""
_CURLED = re.compile(r"[\"'][^<>\"'=“”„‟″’‘]*+([“”„‟″’‘])(?=\s*+/?>)")
"""A value that a straight mark opens and a curly one closes, before the end of the tag."""
_OPEN = re.compile(r"\"[^<>\"'=\s/]++(?=/?>)")
"""A value of one word that runs on into the text, because its second mark is missing."""
_BARE = re.compile(r"[^\s<>\"'/“”]++")
_REFERENCE = re.compile(r"&(#\d++;|#x[0-9A-Fa-f]++;|(?P<name>[A-Za-z]\w*+);)?")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NO_ADDRESS = re.compile(r"[\s<>{}|\\^`“”‘’]")
_OWN = ("amp", "lt", "gt", "quot", "apos")


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip: its offset in the text, what it is, what to do, and the repair if that is certain."""

    offset: int
    message: str
    hint: str
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class StartTag:
    """A start tag as far as it could be read; ``sound`` if it was read to its end.

    One slip is told of a tag: what looks wrong after it mostly follows from it.
    """

    end: int
    empty: bool
    sound: bool
    prefixes: frozenset[str]
    slips: tuple[Slip, ...]


def fix(title: str, start: int, end: int, text: str) -> Fix:
    """Return a repair that needs no asking."""
    return Fix(title, True, (Edit(start, end, text),))


def controls(text: str) -> Iterator[Slip]:
    """Yield the control characters of a file, which XML does not allow anywhere."""
    for found in _CONTROL.finditer(text):
        message = f"the control character U+{ord(found[0]):04X} stands in the text"
        yield Slip(found.start(), message, "delete it", fix("delete it", *found.span(), ""))


_CUT_OFF = "the end of the file is missing: take it from an earlier version, or close what is open"
_OFFICE = frozenset({"o", "w", "v", "m", "st1", "wp", "a"})
"""Prefixes that Word and its like write into a page."""


def references(text: str, start: int, end: int) -> Iterator[Slip]:
    """Yield what is wrong with “&” in a stretch of text or in a value."""
    for found in _REFERENCE.finditer(text, start, end):
        if found["name"] in _OWN or (found[1] and not found["name"]):
            continue
        if found["name"]:
            yield _entity(found.start(), found["name"])
        else:
            word = re.match(r"&[\w.]*", text[found.start() : found.start() + 20])
            message = f"an “&” stands alone: “{word[0] if word else '&'}”"
            repair = fix("write &amp;", found.start(), found.start() + 1, "&amp;")
            yield Slip(found.start(), message, "write &amp; for &", repair)


def _entity(start: int, name: str) -> Slip:
    message, code = f"XML does not know “&{name};”", name2codepoint.get(name)
    if code is None:
        repair = replace(fix("write &amp;", start, start + 1, "&amp;"), safe=False)
        return Slip(start, message, "write the character itself, or &amp; for &", repair)
    number = f"&#{code};"
    hint = f"write the character itself: {number}" + (f" or “{chr(code)}”" if chr(code).isprintable() else "")
    return Slip(start, message, hint, fix(f"write {number}", start, start + len(name) + 2, number))


def start_tag(text: str, start: int, name: str, prefixes: frozenset[str]) -> StartTag:
    """Read the start tag at ``start``; ``prefixes`` are those declared above it."""
    position = start + 1 + len(name)
    slips: list[Slip] = []
    given: set[str] = set()
    prefixed = [(name, start)]
    while not (end := _TAG_END.match(text, position)):
        part = _ATTRIBUTE.match(text, position)
        if part is None:
            stop = _STOP.search(text, position)
            position = stop.start() if stop else len(text)
            closed = stop is not None and stop[0] == ">"
            # Words without a value are words of the text, if the tag has no end.
            kept = slips if closed else [one for one in slips if not one.message.endswith("has no value")]
            slips = kept or [_unfinished(text, start, name, position)]
            end_ = position + 1 if closed else position
            if text.startswith("<<", position):
                repair = fix("write >", position, position + 1, ">")
                slips = kept or [replace(slips[0], fix=repair)]
                return StartTag(position + 1, False, True, prefixes, tuple(slips[:1]))
            if stray := _STRAY.match(text, position):
                # The “<” was hit in place of another sign of this tag, and begins none.
                message = f"a “<” stands within the tag “<{name}”"
                slips = kept or [Slip(position, message, "delete it, or write what is meant")]
                return StartTag(stray.end(), stray[0].endswith("/>"), False, prefixes, tuple(slips[:1]))
            return StartTag(end_, closed and text[position - 1] == "/", False, prefixes, tuple(slips[:1]))
        attribute, begun, position = part[2], part.start(2), part.end()
        if not part[1]:
            message = f"no blank stands before the attribute “{attribute}”: two attributes have no blank between them"
            slips.append(Slip(begun, message, "write a blank", fix("write a blank", begun, begun, " ")))
        value = _QUOTED.match(text, position) if part[3] else None
        if attribute in given:
            repair = fix("delete the second", part.start(), value.end() if value else part.end(), "")
            slips.append(Slip(begun, f"the attribute “{attribute}” is given twice", "keep one of the two", repair))
        given.add(attribute)
        if value:
            slips += references(text, *value.span())
            position = value.end()
            if attribute.startswith("xmlns") and _NO_ADDRESS.search(value[0][1:-1]):
                slips.append(Slip(begun, f"the namespace {value[0]} is no address", "write it as TEI does"))
            if attribute.startswith("xmlns:"):
                prefixes |= {attribute[6:]}
            elif attribute != "xmlns":
                prefixed.append((attribute, begun))
        elif not part[3]:
            message = f"the attribute “{attribute}” has no value"
            # What follows may be the rest of the tag, if the “>” is one too many.
            gone = fix("take it away", part.start(), part.start() + len(part[1] + attribute), "")
            repair_ = None if _PARTED.match(text, position) else gone
            slips.append(Slip(begun, message, f'write {attribute}="…" or take it away', repair_))
        else:
            position = _unquoted(text, attribute, position, slips)
    slips += [_undeclared(text, start, word, begun) for word, begun in prefixed if not _declared(word, prefixes)]
    return StartTag(end.end(), bool(end[1]), True, prefixes, tuple(slips[:1]))


def _declared(word: str, prefixes: frozenset[str]) -> bool:
    prefix, colon, _ = word.partition(":")
    return not colon or prefix in prefixes


def _undeclared(text: str, start: int, word: str, begun: int) -> Slip:
    prefix, _, local = word.partition(":")
    message, length = f"the prefix “{prefix}:” is not declared", len(prefix) + 1
    if begun != start:
        repair = fix(f"write {local}", begun, begun + length, "")
        return Slip(begun, message, f"write the name without “{prefix}:”: {local}", repair)
    close = text.find(f"</{word}", start)
    if prefix in _OFFICE:
        ends = [(at, text.find(">", at) + 1) for at in (start, close) if at >= 0]
        hint = f"it came with words pasted from a word processor: delete the tags <{word}>, and keep the words"
        repair = Fix(f"delete the tags <{word}>", True, tuple(Edit(at, end, "") for at, end in ends if end > at))
        return Slip(begun, message, hint, repair)
    edits = [Edit(start + 1, start + 1 + length, "")]
    if close >= 0:
        edits.append(Edit(close + 2, close + 2 + length, ""))
    repair = Fix(f"write <{local}>", True, tuple(edits))
    return Slip(begun, message, f"write the name without “{prefix}:”: <{local}>", repair)


def _unfinished(text: str, start: int, name: str, position: int) -> Slip:
    if position >= len(text):
        return Slip(start, f"the file ends within the tag “<{name}”", _CUT_OFF)
    if text[position] == "<":
        message = f"the tag “<{name}” has no “>”"
        return Slip(start, message, "write “>” where the tag ends, or &lt; for a “<” of the text")
    message = f"“{text[start : position + 1][-40:]}” is no tag"
    return Slip(start, message, 'attributes are written name="value"; a quotation mark may be missing, or one too many')


def _unquoted(text: str, attribute: str, position: int, slips: list[Slip]) -> int:
    """Add what is wrong with a value that stands in no quotation marks; return where it ends."""
    typographic = _TYPOGRAPHIC.match(text, position)
    bare = _BARE.match(text, position)
    found = typographic or bare
    if found is None:
        stop = _STOP.search(text, position)
        message = f"the value of “{attribute}” has a “<” in it, or its closing quotation mark is missing"
        hint = 'close the value with " where it ends; write &lt; for <'
        curled, open_ = _CURLED.match(text, position), _OPEN.match(text, position)
        if stop is None:
            message, hint = f"the file ends within the value of “{attribute}”", _CUT_OFF
        elif curled:
            message = f"the value of “{attribute}” is closed by a curly mark ({curled[1]}), which XML does not know"
            repair = fix(f"write {text[position]} for {curled[1]}", *curled.span(1), text[position])
            slips.append(Slip(position, message, f"close it with {text[position]} as it was opened", repair))
            return curled.end()
        elif open_:
            slips.append(Slip(position, message, hint, fix('write "', open_.end(), open_.end(), '"')))
            return open_.end()
        slips.append(Slip(position, message, hint))
        return stop.start() if stop else len(text)
    words = typographic[1] if typographic else found[0]
    right = f'{attribute}="{words}"'
    repair = fix(f"write {right}", *found.span(), f'"{words}"')
    message = f"the value of an attribute has no quotation marks: {attribute}={found[0]}"
    if typographic:
        message = f"typographic quotation marks stand round the value of {attribute}: {found[0]}"
    slips.append(Slip(position, message, f'write it as name="value": {right}', repair))
    return found.end()
