"""Say in an editor's words why XML is not well-formed, and where: one slip for each cause.

A parser stops where it can go no further, which is seldom where the slip is: an element that was never closed is
noticed at the end tag of another. This reads the file once more, as far as it goes, and after each slip goes on as if
it were mended. It only speaks; whether a file is well-formed is decided by the parser.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field, replace
from html.entities import name2codepoint

from teicable.diagnostics import Diagnostic, Edit, Fix, Location
from teicable.xml.places import Lines, decoded, encoding

_NAME = r"[^\W\d][\w.:-]*+"
_MARKUP = re.compile(
    r"<!--(?P<comment>.*?)-->|<\?(?P<pi>.*?)\?>|<!\[CDATA\[.*?\]\]>"
    rf"|</(?P<close>{_NAME})(?P<ended>\s*+>)?|<(?P<open>{_NAME})|(?P<text>[^<]++)|<",
    re.DOTALL,
)
_TAG_END = re.compile(r"\s*+(/?)>")
_ATTRIBUTE = re.compile(rf"(\s*+)({_NAME})(\s*+=\s*+)?")
_QUOTED = re.compile(r"\"([^\"<]*+)\"|'([^'<]*+)'")
_TYPOGRAPHIC = re.compile(r"[“”„‟″’‘«»]([^“”„‟″’‘«»\"<>]*+)[“”„‟″’‘«»\"]")
_BARE = re.compile(r"[^\s<>\"'/“”]++")
_REFERENCE = re.compile(r"&(#\d++;|#x[0-9A-Fa-f]++;|(?P<name>[A-Za-z]\w*+);)?")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_OWN = ("amp", "lt", "gt", "quot", "apos")
_BRACKETS = (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"))
_LIKE = 0.6
_MOST = 100
"""So many slips are told of one file."""


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip: its offset in the text, what it is, what to do, and the repair if that is certain."""

    offset: int
    message: str
    hint: str
    fix: Fix | None = None


def slips(data: bytes, path: str) -> list[Diagnostic]:
    """Return the slips (``G001``) in a file that a parser refused; none where this knows no more than the parser."""
    name = encoding(data)
    try:
        data.decode(name)
    except (UnicodeDecodeError, LookupError) as error:
        return [_undecodable(data, path, name, error)]
    text = decoded(data)
    lines = Lines(text)
    found = sorted(_Reading(text, lines).all(), key=lambda slip: slip.offset)[:_MOST]
    told = [
        Diagnostic("G001", f"not well-formed: {one.message}", Location(path, *lines.at(one.offset)), one.hint, one.fix)
        for one in found
    ]
    return [*told[:-1], replace(told[-1], hint=f"{told[-1].hint}; nothing else was checked")] if told else []


def _undecodable(data: bytes, path: str, name: str, error: Exception) -> Diagnostic:
    hint = "save the file as UTF-8; nothing else was checked"
    if not isinstance(error, UnicodeDecodeError):
        message = f"nobody knows the encoding “{name}” that the first line names"
        return Diagnostic("G001", f"not well-formed: {message}", Location(path, 1, 1), hint)
    before = data[: error.start].decode(name, "replace")
    words = before.split("\n")[-1][-20:].lstrip()
    message = f"after “{words}” stands a byte (0x{data[error.start]:02X}) that is no {name.upper()}"
    return Diagnostic("G001", f"not well-formed: {message}", Location(path, *Lines(before).at(len(before))), hint)


@dataclass(slots=True)
class _Open:
    name: str
    start: int
    end: int
    prefixes: frozenset[str]


@dataclass
class _Reading:
    """One file being read."""

    text: str
    lines: Lines
    open: list[_Open] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)
    ended: bool = False

    def all(self) -> Iterator[Slip]:
        if not self.text.strip():
            yield Slip(0, "the file is empty, or begins with no text", "take it from an earlier version")
            return
        begun = self.text.lstrip()
        if not begun.startswith("<"):
            words = begun.splitlines()[0][:60].rstrip()
            hint = "give a TEI file; to make one of a transcript: `teicable convert FILE`"
            yield Slip(
                self.text.index(begun[0]), f"the file begins with “{words}”, not with a tag, so it is no XML", hint
            )
            return
        position = 0
        while position < len(self.text):
            token = _MARKUP.match(self.text, position)
            assert token is not None
            position = token.end()
            if self.ended and (token["open"] or token["close"] or (token["text"] or "").strip()):
                yield self._after_the_end(token)
                return
            if token["text"]:
                yield from self._text(token.start(), token.end())
            elif token["open"]:
                position = yield from self._start(token)
            elif token["close"]:
                yield from self._end(token)
            elif token["comment"] is not None:
                yield from self._comment(token)
            elif token["pi"] is not None:
                yield from self._instruction(token)
            elif token[0] == "<":
                yield from self._angle(token.start())
                if self.text.startswith("<!", token.start()):
                    return
        if self.open:
            last = self.open[-1]
            line = self.lines.at(last.start)[0]
            hint = "the end of the file is missing: take it from an earlier version, or close what is open"
            message = f"the file ends before <{last.name}>, opened in line {line}, is closed"
            yield Slip(last.start, message, hint)

    def _after_the_end(self, token: re.Match[str]) -> Slip:
        words = (token["text"] or "").strip()
        what = f"“{words[:40]}”" if words else f"<{token['open']}>" if token["open"] else f"</{token['close']}>"
        offset = token.start() + len(token[0]) - len(token[0].lstrip())
        message = f"{what} stands after the end of the outermost element"
        return Slip(offset, message, "delete it, or move it inside")

    def _text(self, start: int, end: int) -> Iterator[Slip]:
        for found in _CONTROL.finditer(self.text, start, end):
            message = f"the control character U+{ord(found[0]):04X} stands in the text"
            yield Slip(found.start(), message, "delete it", _fix("delete it", found.start(), found.end(), ""))
        for found in _REFERENCE.finditer(self.text, start, end):
            if found["name"] in _OWN or (found[1] and not found["name"]):
                continue
            if found["name"]:
                yield self._entity(found.start(), found["name"])
            else:
                word = re.match(r"&[\w.]*", self.text[found.start() : found.start() + 20])
                quoted = word[0] if word else "&"
                fix = _fix("write &amp;", found.start(), found.start() + 1, "&amp;")
                yield Slip(found.start(), f"an “&” stands alone: “{quoted}”", "write &amp; for &", fix)
        for found in re.compile(r"\]\]>").finditer(self.text, start, end):
            yield Slip(
                found.start(), "“]]>” stands in the text", "write ]]&gt;", _fix("write ]]&gt;", *found.span(), "]]&gt;")
            )

    def _entity(self, start: int, name: str) -> Slip:
        code = name2codepoint.get(name)
        if code is None:
            return Slip(start, f"XML does not know “&{name};”", "write the character itself, or &amp; for &")
        number = f"&#{code};"
        hint = f"write the character itself: {number}" + (f" or “{chr(code)}”" if chr(code).isprintable() else "")
        return Slip(
            start, f"XML does not know “&{name};”", hint, _fix(f"write {number}", start, start + len(name) + 2, number)
        )

    def _comment(self, token: re.Match[str]) -> Iterator[Slip]:
        for found in re.finditer("--+|-$", token["comment"]):
            start, end = (token.start("comment") + offset for offset in found.span())
            yield Slip(start, "a comment holds “--”", "write a dash or one hyphen", _fix("write –", start, end, "–"))

    def _instruction(self, token: re.Match[str]) -> Iterator[Slip]:
        before = self.text[: token.start()]
        if re.match(r"xml\s", token["pi"]) and before:
            fix = None if before.strip() else _fix("delete the blanks", token.start() - len(before), token.start(), "")
            message = "something stands before “<?xml …?>”, which belongs at the very start of the first line"
            yield Slip(token.start(), message, "delete all that precedes it, blanks too", fix)

    def _angle(self, start: int) -> Iterator[Slip]:
        for opening, closing in _BRACKETS:
            if self.text.startswith(opening, start):
                yield Slip(start, f"what begins with “{opening}” has no end", f"write {closing} where it ends")
                return
        if not self.text.startswith("<!", start):
            fix = _fix("write &lt;", start, start + 1, "&lt;")
            yield Slip(start, "a “<” stands in the text, or a tag has no name", "write &lt; for <", fix)

    def _start(self, token: re.Match[str]) -> Generator[Slip, None, int]:
        name, position = token["open"], token.end()
        given: set[str] = set()
        above = self.open[-1].prefixes if self.open else frozenset({"xml"})
        prefixed = [(name, token.start())]
        while not (end := _TAG_END.match(self.text, position)):
            part = _ATTRIBUTE.match(self.text, position)
            if part is None:
                stop = re.compile(r"[<>]").search(self.text, position)
                position = stop.start() if stop else len(self.text)
                yield self._unfinished(token, position)
                if stop is None or stop[0] == "<":
                    break
                continue
            attribute, start = part[2], part.start(2)
            if not part[1]:
                fix = _fix("add a blank", start, start, " ")
                yield Slip(
                    start,
                    f"no blank stands before the attribute “{attribute}”: two attributes have no blank between them",
                    "write a blank",
                    fix,
                )
            if attribute in given:
                rest = _QUOTED.match(self.text, part.end())
                fix = _fix("delete the second", part.start(), rest.end() if rest else part.end(), "")
                yield Slip(start, f"the attribute “{attribute}” is given twice", "keep one of the two", fix)
            given.add(attribute)
            position = part.end()
            value = _QUOTED.match(self.text, position) if part[3] else None
            if value:
                position = value.end()
                yield from self._text(value.start(), value.end())
                if attribute.startswith("xmlns:"):
                    above = above | {attribute[6:]}
                elif attribute != "xmlns":
                    prefixed.append((attribute, start))
            elif not part[3]:
                yield Slip(start, f"the attribute “{attribute}” has no value", f'write {attribute}="…" or take it away')
            else:
                position = yield from self._unquoted(attribute, position)
        for word, start in prefixed:
            prefix, colon, local = word.partition(":")
            if colon and prefix not in above:
                what = f"<{local}>" if start == token.start() else local
                message = f"the prefix “{prefix}:” is not declared"
                yield Slip(
                    start, message, f"write the name without “{prefix}:”: {what}", self._without(token, word, start)
                )
        if end:
            position = end.end()
        if not (end and end[1]):
            self.open.append(_Open(name, token.start(), position, above))
        elif not self.open:
            self.ended = True
        return position

    def _without(self, token: re.Match[str], word: str, start: int) -> Fix:
        length = word.index(":") + 1
        if start != token.start():
            return _fix(f"write {word[length:]}", start, start + length, "")
        edits = [Edit(start + 1, start + 1 + length, "")]
        close = self.text.find(f"</{word}", start)
        if close >= 0:
            edits.append(Edit(close + 2, close + 2 + length, ""))
        return Fix(f"write <{word[length:]}>", True, tuple(edits))

    def _unfinished(self, token: re.Match[str], position: int) -> Slip:
        if position >= len(self.text) or self.text[position] == "<":
            message = f"the tag “<{token['open']}” has no “>”"
            return Slip(token.start(), message, "write “>” where the tag ends, or &lt; for a “<” of the text")
        words = self.text[token.start() : position + 1][-40:]
        message = f"“{words}” is no tag: something in it is no attribute, or a quotation mark is one too many"
        return Slip(token.start(), message, 'attributes are written name="value"')

    def _unquoted(self, attribute: str, position: int) -> Generator[Slip, None, int]:
        typographic = _TYPOGRAPHIC.match(self.text, position)
        bare = _BARE.match(self.text, position)
        if typographic:
            right = f'{attribute}="{typographic[1]}"'
            fix = _fix(f"write {right}", *typographic.span(), f'"{typographic[1]}"')
            message = f"typographic quotation marks stand round the value of {attribute}: {typographic[0]}"
            yield Slip(position, message, f"write {right}", fix)
            return typographic.end()
        if bare:
            right = f'{attribute}="{bare[0]}"'
            fix = _fix(f"write {right}", *bare.span(), f'"{bare[0]}"')
            message = f"the value of an attribute has no quotation marks: {attribute}={bare[0]}"
            yield Slip(position, message, f'write it as name="value": {right}', fix)
            return bare.end()
        message = f"the value of “{attribute}” has a “<” in it, or its closing quotation mark is missing"
        yield Slip(position, message, 'close the value with " where it ends; write &lt; for <')
        stop = re.compile(r"[<>]").search(self.text, position)
        return stop.start() if stop else len(self.text)

    def _end(self, token: re.Match[str]) -> Iterator[Slip]:
        name = token["close"]
        if not token["ended"]:
            fix = _fix("write >", token.end(), token.end(), ">")
            yield Slip(token.start(), f"the end tag “</{name}” has no “>”", f"write </{name}> with “>”", fix)
        if name in self.passed:
            self.passed.remove(name)
            return
        names = [one.name for one in self.open]
        if name not in names:
            yield self._stray(token)
        else:
            index = len(names) - 1 - names[::-1].index(name)
            unclosed = self.open[index + 1 :]
            del self.open[index:]
            yield from self._unclosed(unclosed, token)
        self.ended = not self.open

    def _stray(self, token: re.Match[str]) -> Slip:
        name = token["close"]
        last = self.open[-1].name if self.open else ""
        if difflib.SequenceMatcher(None, name.casefold(), last.casefold()).ratio() >= _LIKE:
            line = self.lines.at(self.open.pop().start)[0]
            fix = _fix(f"write </{last}>", token.start() + 2, token.start() + 2 + len(name), last)
            message = f"<{last}> opened in line {line} is not closed before </{name}>, which nothing opened"
            return Slip(token.start(), message, f"write </{last}>", fix)
        message = f"</{name}> closes what was never opened"
        return Slip(token.start(), message, f"delete </{name}>, or open <{name}> before")

    def _unclosed(self, unclosed: list[_Open], token: re.Match[str]) -> Iterator[Slip]:
        name = token["close"]
        following = re.compile(rf"\s*+</({_NAME})").match
        for one in reversed(unclosed):
            line = self.lines.at(one.start)[0]
            message = f"<{one.name}> opened in line {line} is not closed before </{name}>"
            later = re.compile(rf"[^<]*+</{re.escape(one.name)}\s*>").match(self.text, token.end())
            if later:
                self.passed.append(one.name)
                hint = f"the two cross: write </{one.name}> before </{name}>"
                yield Slip(one.start, message, hint)
            elif any(other.name == one.name and other is not one for other in unclosed) and following(
                self.text, one.end
            ):
                unclosed[:] = [other for other in unclosed if other.name != one.name or other is one]
                fix = _fix(f"write </{one.name}>", one.start + 1, one.start + 1, "/")
                message = f"<{one.name}> is opened again and not closed before </{name}>"
                yield Slip(one.start, message, f"write </{one.name}>, if that is meant", replace(fix, safe=False))
                return
            else:
                hint = f"write </{one.name}> where it ends, or delete </{name}> if nothing opened it"
                yield Slip(one.start, message, hint)


def _fix(title: str, start: int, end: int, text: str) -> Fix:
    return Fix(title, True, (Edit(start, end, text),))
