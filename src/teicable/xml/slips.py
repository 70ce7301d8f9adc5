"""Say in an editor's words why XML is not well-formed, and where: one slip for each cause.

A parser stops where it can go no further, which is seldom where the slip is: an element that was never closed is
noticed at the end tag of another. This reads the file once more, as far as it goes, and after each slip goes on as if
it were mended. It only speaks; whether a file is well-formed is decided by the parser.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field, replace
from itertools import islice

from teicable.diagnostics import Diagnostic, Edit, Fix, Location
from teicable.xml.conflicts import unmerged
from teicable.xml.pairs import Pairs, misspelt
from teicable.xml.places import Lines, decoded, encoding
from teicable.xml.tagging import NAME, Slip, controls, fix, references, start_tag

_MARKUP = re.compile(
    r"<!--(?P<comment>.*?)-->|<\?(?P<pi>.*?)\?>|<!\[CDATA\[.*?\]\]>"
    rf"|</(?P<close>{NAME})(?P<ended>\s*+>)?|<(?P<open>{NAME})|(?P<text>[^<]++)|<",
    re.DOTALL,
)
_DECLARATION = re.compile(
    r"<\?xml\s+version\s*=\s*(\"1\.\d\"|'1\.\d')(\s+encoding\s*=\s*(\"[\w.-]+\"|'[\w.-]+'))?"
    r"(\s+standalone\s*=\s*(\"(yes|no)\"|'(yes|no)'))?\s*\?>"
)
_SPOILT = re.compile(rf"<(?:[\s/]*+({NAME})[^<>]*+|(?:&\w*+;?|[^\w<>!?]|[<>]){{1,8}}({NAME})\s*+)>")
"""A tag with blanks, or with signs of another key before its name: `</ p>`, `<“p>`, `<<p>` for `</p>`."""
_HIT = re.compile(r"(?:&\w*+;?|[^\s\w<>]|<(?=[<\s])){1,8}")
"""Signs in the place of the “>” of an end tag."""
_BLOCKS = frozenset({"ab", "head", "item", "p", "salute", "signed"})
_WORDS = re.compile(rf"(?:[^<>]++|<(?!/?(?:{'|'.join(sorted(_BLOCKS))}|div|label|list|note)\b)/?{NAME}[^<>]*+>)*+")
"""Words with inline elements, and no block; no “>” that may be the rest of an end tag."""
_NO_TAG = re.compile(r"<(?=[^<>]*[^<>\s])(?:[^<>]++<|[^<>/\w]++>)")
"""A “<” with words after it and no “>”, or with signs alone between the two: it means to begin no tag."""
_BRACKETS = (("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>"))
_EMPTY = frozenset({"anchor", "br", "cb", "gb", "hr", "lb", "milestone", "pb", "ptr"})
"""Tags that mark a point and hold nothing; people who know HTML leave them open."""
_PLAIN = _BLOCKS - {"item"}
"""Blocks that hold no block but within a list, a note or an enclosed message."""
_NEXT = re.compile(
    r"<(?:(?P<block>ab|closer|div|head|opener|p|postscript|salute|signed|trailer)|floatingText|list|note|quote)[\s/>]"
)
_DEEPEST = 300
"""Parsers read no more elements in each other than so many, about."""
_MOST = 100
"""So many slips are told of one file."""


def slips(data: bytes, path: str) -> list[Diagnostic]:
    """Return the slips (``G001``) in a file that a parser refused; none where this knows no more than the parser."""
    name = encoding(data)
    try:
        data.decode(name)
    except (UnicodeDecodeError, LookupError) as error:
        return [_undecodable(data, path, name, error)]
    text, found = unmerged(decoded(data))
    lines = Lines(text)
    # What a control character has spoilt besides, nobody can tell before it is gone.
    found += list(islice(controls(text), _MOST)) or islice(_Reading(text, lines).all(), _MOST)
    found = sorted(found[:_MOST], key=lambda slip: slip.offset)
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
    where = Location(path, *Lines(before).at(len(before)))
    return Diagnostic(
        "G001", f"not well-formed: {message}", where, hint, _mixed(data) if name.casefold() == "utf-8" else None
    )


def _mixed(data: bytes) -> Fix | None:
    """Propose to read as Windows-1252 the bytes that are no UTF-8; whether that is right, a checksum may tell."""
    escaped = data.decode("utf-8", "surrogateescape")
    try:
        right = re.sub("[\udc80-\udcff]", lambda found: bytes([ord(found[0]) - 0xDC00]).decode("cp1252"), escaped)
    except UnicodeDecodeError:
        return None
    edit = Edit(0, len(decoded(data)), right)
    return Fix("read these bytes as Windows-1252", False, (edit,))


@dataclass(slots=True)
class _Open:
    name: str
    start: int
    end: int
    prefixes: frozenset[str]
    sound: bool = True


@dataclass
class _Reading:
    """One file being read."""

    text: str
    lines: Lines
    open: list[_Open] = field(default_factory=list)
    passed: list[str] = field(default_factory=list)
    strays: list[int] = field(default_factory=list)
    pairs: Pairs = field(default_factory=Pairs)
    emptied: tuple[str, int] = ("", 0)
    ended: bool = False

    def all(self) -> Iterator[Slip]:
        yield from self._read()
        yield from self.pairs.slips()

    def _read(self) -> Iterator[Slip]:
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
        yield from self._first_line()
        position = 0
        while position < len(self.text):
            token = _MARKUP.match(self.text, position)
            assert token is not None
            position = token.end()
            if self.ended and (token["open"] or token["close"] or (token["text"] or "").strip()):
                yield self._after_the_end(token)
                return
            if token["text"]:
                yield from self._text(token)
            elif token["open"]:
                tag = start_tag(self.text, token.start(), token["open"], self._prefixes())
                yield from tag.slips
                position = tag.end
                if tag.empty:
                    self.emptied = (token["open"], tag.end)
                else:
                    self.open.append(_Open(token["open"], token.start(), tag.end, tag.prefixes, tag.sound))
                self.ended = not self.open
            elif token["close"]:
                position = yield from self._end(token)
            elif token["comment"] is not None:
                yield from self._comment(token)
            elif token["pi"] is not None:
                yield from self._instruction(token)
            elif token[0] == "<":
                position = yield from self._angle(token.start())
                if self.text.startswith("<!", token.start()):
                    return
        if self.open and (self.open[-1].sound or self.open[-1].end < len(self.text)):
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

    def _comment(self, token: re.Match[str]) -> Iterator[Slip]:
        for found in re.finditer("--+|-$", token["comment"]):
            start, end = (token.start("comment") + offset for offset in found.span())
            yield Slip(start, "a comment holds “--”", "write a dash or one hyphen", fix("write –", start, end, "–"))

    def _instruction(self, token: re.Match[str]) -> Iterator[Slip]:
        before = self.text[: token.start()]
        if not re.match(rf"{NAME}(\s|$)", token["pi"]):
            message = f"“{token[0][:40]}” is no instruction: a blank must follow its name"
            yield Slip(token.start(), message, "write the blank, or delete it")
        if re.match(r"xml\s", token["pi"]) and before:
            repair = (
                None if before.strip() else fix("delete the blanks", token.start() - len(before), token.start(), "")
            )
            message = "something stands before “<?xml …?>”, which belongs at the very start of the first line"
            yield Slip(token.start(), message, "delete all that precedes it, blanks too", repair)

    def _first_line(self) -> Iterator[Slip]:
        """Tell of a first line that means to be the XML declaration and is none."""
        begun = re.match(r"<\?xml\b(?!-)[^<]*+", self.text)
        if begun and not _DECLARATION.match(self.text):
            right = '<?xml version="1.0" encoding="UTF-8"?>'
            end = len(begun[0].rstrip())
            repair = replace(fix("write it anew", 0, end, right), safe=False)
            yield Slip(0, f"“{begun[0].strip()[:60]}” is no XML declaration", f"write {right}", repair)

    def _text(self, token: re.Match[str]) -> Iterator[Slip]:
        if not self.open and token["text"].strip():
            words = token["text"].strip()[:40]
            offset = token.start() + token["text"].index(words[0])
            yield Slip(offset, f"“{words}” stands before the outermost element", "delete it")
        last = self.open[-1].name if self.open else ""
        spoilt = re.compile(rf"&/{re.escape(last)}>").search(self.text, *token.span("text")) if last else None
        if spoilt:
            self.open.pop()
            repair = fix("write <", spoilt.start(), spoilt.start() + 1, "<")
            yield Slip(spoilt.start(), f"“{spoilt[0]}” is no tag", f"write </{last}>", repair)
        for slip in references(self.text, *token.span("text")):
            if spoilt is None or slip.offset != spoilt.start():
                yield slip
        for found in re.compile(r"\]\]>").finditer(self.text, *token.span("text")):
            repair = fix("write ]]&gt;", *found.span(), "]]&gt;")
            yield Slip(found.start(), "“]]>” stands in the text", "write ]]&gt;", repair)

    def _prefixes(self) -> frozenset[str]:
        return self.open[-1].prefixes if self.open else frozenset({"xml"})

    def _angle(self, start: int) -> Generator[Slip, None, int]:
        """Tell of a “<” that begins nothing, and return where to go on."""
        for opening, closing in _BRACKETS:
            if self.text.startswith(opening, start):
                yield Slip(start, f"what begins with “{opening}” has no end", f"write {closing} where it ends")
                return len(self.text)
        spoilt = _SPOILT.match(self.text, start)
        last = self.open[-1].name if self.open else ""
        if spoilt and last and last in spoilt.groups():
            self.open.pop()
            repair = fix(f"write </{last}>", *spoilt.span(), f"</{last}>")
            yield Slip(start, f"“{spoilt[0]}” is no tag", f"write </{last}>", repair)
            return spoilt.end()
        if not self.text.startswith("<!", start):
            repair = replace(
                fix("write &lt;", start, start + 1, "&lt;"), safe=_NO_TAG.match(self.text, start) is not None
            )
            yield Slip(start, "a “<” stands in the text, or a tag has no name", "write &lt; for <", repair)
        return start + 1

    def _end(self, token: re.Match[str]) -> Generator[Slip, None, int]:
        """Close an element, and return where to go on."""
        name, end = token["close"], token.end()
        if not token["ended"]:
            name = name.rstrip("-.:")
            after = token.start() + 2 + len(name)
            hit = _HIT.match(self.text, after)
            end = hit.end() if hit else after
            repair = fix("write >", after, end, ">")
            yield Slip(token.start(), f"the end tag “</{name}” has no “>”", f"write </{name}> with “>”", repair)
        yield from self._closed(token, name)
        return end

    def _closed(self, token: re.Match[str], name: str) -> Iterator[Slip]:
        if name in self.passed:
            self.passed.remove(name)
            return
        if self.open and not self.open[-1].sound and self.open[-1].name.startswith(name):
            self.open.pop()
            return
        if self.open and self.open[-1].name == name:
            self.open.pop()
            self.ended = not self.open
            return
        names = [one.name for one in self.open]
        if self._paired(token):
            pass
        elif name not in names:
            if self.open and not self.open[-1].sound:
                self.open.pop()  # a tag that could not be read may have had this name
            else:
                yield self._stray(token)
        else:
            index = len(names) - 1 - names[::-1].index(name)
            unclosed = [one for one in self.open[index + 1 :] if one.sound]
            del self.open[index:]
            yield from self._unclosed(unclosed, token)
        self.ended = not self.open

    def _paired(self, token: re.Match[str]) -> bool:
        """Tell whether an end tag closes what was opened last under another name, one of the two being misspelt."""
        name, last = token["close"], self.open[-1] if self.open else None
        if last is None or not last.sound or len(self.open) > _DEEPEST:
            return False
        side = misspelt(last.name, name, self.text)
        outer = name in [one.name for one in self.open]  # then the two may be different things, or cross
        if not side or (outer and (side == "end" or name.casefold() != last.name.casefold())):
            return False
        self.open.pop()
        line = self.lines.at(last.start)[0]
        if side == "start":
            self.pairs.add(side, last.name, name, last.start + 1, line)
        else:
            self.pairs.add(side, name, last.name, token.start() + 2, line)
        return True

    def _stray(self, token: re.Match[str]) -> Slip:
        name = token["close"]
        last, end = self.emptied
        if last == name and "<" not in self.text[end : token.start()]:
            # <date when="1950-01-12"/>12th</date>: the program that completes tags had closed it already.
            message = f"</{name}> closes a tag that “/>” had closed already, in line {self.lines.at(end)[0]}"
            slash = self.text.rindex("/", 0, end)
            return Slip(token.start(), message, f"write <{name} …> without “/”", fix("delete /", slash, slash + 1, ""))
        self.strays.append(token.start())
        message = f"</{name}> closes what was never opened"
        repair = replace(fix(f"delete </{name}>", *token.span(), ""), safe=False)
        return Slip(token.start(), message, f"delete </{name}>, or open <{name}> before", repair)

    def _unclosed(self, unclosed: list[_Open], token: re.Match[str]) -> Iterator[Slip]:
        name = token["close"]
        following = re.compile(rf"\s*+</({NAME})").match
        for one in reversed(unclosed):
            line = self.lines.at(one.start)[0]
            message = f"<{one.name}> opened in line {line} is not closed before </{name}>"
            later = re.compile(rf"[^<]*+</{re.escape(one.name)}\s*>").match(self.text, token.end())
            if later:
                self.passed.append(one.name)
                hint = f"the two cross: write </{one.name}> before </{name}>"
                # Where nothing stands between the two end tags, they change places.
                beside = not self.text[token.end() : later.end()].partition("<")[0].strip()
                swapped = f"</{one.name}></{name}>"
                repair = fix(f"write {swapped}", token.start(), later.end(), swapped) if beside else None
                yield Slip(one.start, message, hint, repair)
            elif any(other.name == one.name and other is not one for other in unclosed) and following(
                self.text, one.end
            ):
                unclosed[:] = [other for other in unclosed if other.name != one.name or other is one]
                repair = fix(f"write </{one.name}>", one.start + 1, one.start + 1, "/")
                message = f"<{one.name}> is opened again and not closed before </{name}>"
                yield Slip(one.start, message, f"write </{one.name}>", repair)
                return
            elif one.name in _EMPTY:
                repair = fix(f"write <{one.name}/>", one.end - 1, one.end - 1, "/")
                yield Slip(one.start, message, f"it holds nothing: write <{one.name}/>", repair)
            else:
                hint = f"write </{one.name}> where it ends, or delete </{name}> if nothing opened it"
                # A block ends where the next begins or what holds it ends; of words within it nobody knows where.
                next_ = _NEXT.search(self.text, one.end, token.start()) if one.name in _PLAIN else None
                last = next_.start() if next_ and next_["block"] else token.start()
                end = len(self.text[:last].rstrip())
                # If an end tag of another name stands in it, that may be its own.
                alone = not any(stray > one.start for stray in self.strays)
                alone = alone and _WORDS.fullmatch(self.text, one.end, end) is not None
                sure = one is unclosed[-1] and one.name in _BLOCKS and alone
                closing = fix(f"write </{one.name}>", end, end, f"</{one.name}>") if sure else None
                yield Slip(one.start, message, hint, closing)
