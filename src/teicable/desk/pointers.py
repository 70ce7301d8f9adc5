"""Find the references to an entry, wherever a file may hold them, and let them name another.

In XML a reference is one word of an attribute that holds pointers: ``person:stalin``; in the entry's own file also
``#stalin``; from elsewhere ``../authorities/listperson.xml#stalin``. In the decisions of ``review/`` and in word lists
it is a word of a text: ``value = "ref=person:stalin type=pseudo"``. What is written otherwise stays to the byte.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from teicable.desk.papers import AUTHORITIES, DECISIONS, NAMES, TEI_FILES, VOCABULARIES, WRITTEN, Key, Papers
from teicable.diagnostics import Diagnostic, Edit, Location
from teicable.validation.mend import edited
from teicable.validation.references import POINTERS
from teicable.xml.places import ATTRIBUTE, TOKEN, Lines, decoded, encoded

ASIDE = "X407"
PLACES = (AUTHORITIES, TEI_FILES, WRITTEN, DECISIONS, VOCABULARIES)
"""Folders whose files refer to entries."""
_WORD = re.compile(r"(\s*)(\S+)")
_TOML = re.compile(
    r"(?P<comment>#[^\n]*+)"
    r'|(?P<text>"""(?:[^"\\]|\\.|"(?!""))*+"""|\'\'\'(?:[^\']|\'(?!\'\'))*+\'\'\''
    r"|\"(?:[^\"\\\n]|\\.)*+\"|'[^'\n]*+')(?P<named>[ \t]*+=)?"
    r"|(?P<key>[A-Za-z0-9_-]++)",
    re.DOTALL,
)
"""A comment, a text (a key, if “=” follows), or a bare word, which before a text is its key."""
_POINTER = re.compile(r"(?<![\w:.#/-])(person|place|org):(\w(?:[\w-]|\.(?=\w))*+)")
_KEYS = frozenset({"value", "replacement", "editor"})
"""Keys of a decision that may name entries."""


@dataclass(frozen=True, slots=True)
class Turn:
    """A change of references: those to ``old``, which stands in the file ``home``, name ``new``.

    With ``unite``, which is for entries that become one, a place that named both names the one that is left once;
    ``house`` is the file of ``new``, if it is another.
    """

    old: Key
    new: Key
    home: str
    house: str = ""
    unite: bool = False

    def pointer(self, word: str, path: str) -> str:
        """Return what a pointer of a file becomes; empty where it leads elsewhere."""
        if not leads(word, path, self.old, self.home):
            return ""
        file, mark, _ = word.partition("#")
        moved = self.house not in ("", self.home)
        return f"{file}#{self.new.id}" if mark and not moved else str(self.new)

    def arrives(self, word: str, path: str) -> bool:
        """Tell whether a pointer leads to ``new``."""
        return leads(word, path, self.new, self.house or self.home)


def leads(word: str, path: str, key: Key, home: str) -> bool:
    """Tell whether a pointer of the file ``path`` leads to an entry of the file ``home``."""
    if word == str(key):
        return True
    file, mark, name = word.partition("#")
    if not mark or name != key.id:
        return False
    return path == home if not file else file.rpartition("/")[2] == home.rpartition("/")[2]


def turned(papers: Papers, turn: Turn) -> tuple[Papers, dict[str, int]]:
    """Return the papers with all references changed, and how many there were in each file."""
    files, numbers = dict(papers.files), {}
    for path in papers.within(*PLACES):
        data = papers.files[path]
        text = decoded(data)
        # An id may also be written with character references.
        if turn.old.id not in text and "&#" not in text:
            continue
        edits = list(_in_xml(text, path, turn) if path.endswith(".xml") else _in_toml(text, path, turn))
        if edits:
            if path.endswith(".xml"):
                papers.tree(path)
            files[path], numbers[path] = encoded(edited(text, edits), data), len(edits)
    return replace(papers, files=files), numbers


def attributes(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield every attribute that holds pointers: its name, and where its value stands."""
    for tag in TOKEN.finditer(text):
        if tag.lastgroup == "attributes":
            for found in ATTRIBUTE.finditer(text, *tag.span("attributes")):
                if found[1] in POINTERS:
                    yield found[1], found.start(2) + 1, found.end(2) - 1


def named(papers: Papers, path: str) -> Iterator[tuple[Key, int]]:
    """Yield every reference to an entry in a file of XML or TOML, and its offset."""
    text = decoded(papers.files[path])
    if path.endswith(".xml"):
        for _, start, end in attributes(text):
            for word in _WORD.finditer(text, start, end):
                found = _meant(html.unescape(word[2]), path, papers.homes)
                if found:
                    yield found, word.start(2)
    else:
        for start, end in _texts(text, path):
            for one in _POINTER.finditer(text, start, end):
                yield Key(one[1], one[2]), one.start()


def aside(papers: Papers, key: Key) -> Iterator[Diagnostic]:
    """Yield a review for each place that names an entry in a file the desk does not change, such as a stylesheet."""
    for path in sorted(set(papers.files) - set(papers.within(*PLACES))):
        text = decoded(papers.files[path])
        for found in _word(key).finditer(text):
            message = f"“{key}” stands here too, and was not changed"
            hint = "change it by hand if the entry is meant"
            yield Diagnostic(ASIDE, message, Location(path, *Lines(text).at(found.start())), hint)


def _word(key: Key) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w:.#/-]){re.escape(str(key))}(?![\w-]|\.\w)")


def _meant(word: str, path: str, homes: Mapping[tuple[str, str], Key]) -> Key | None:
    kind, colon, name = word.partition(":")
    if colon and kind in NAMES and name:
        return Key(kind, name)
    file, mark, name = word.partition("#")
    local = not file and not path.startswith(AUTHORITIES)
    return homes.get(((file or path).rpartition("/")[2], name)) if mark and not local else None


def _in_xml(text: str, path: str, turn: Turn) -> Iterator[Edit]:
    for _, start, end in attributes(text):
        words = [(found[1], found[2]) for found in _WORD.finditer(text, start, end)]
        meant = [html.unescape(word) for _, word in words]
        after = [turn.pointer(word, path) or word for word in meant]
        if after == meant:
            continue
        named = False
        value = ""
        for (blanks, word), old, new in zip(words, meant, after, strict=True):
            arrived = turn.unite and turn.arrives(new, path)
            if arrived and named:
                continue
            named = named or arrived
            value += (blanks if value else words[0][0]) + (word if new == old else new)
        yield Edit(start, end, value + text[len(text[start:end].rstrip()) + start : end])


def _in_toml(text: str, path: str, turn: Turn) -> Iterator[Edit]:
    word = _word(turn.old)
    for start, end in _texts(text, path):
        yield from (Edit(*one.span(), str(turn.new)) for one in word.finditer(text, start, end))


def _texts(text: str, path: str) -> Iterator[tuple[int, int]]:
    """Yield where the texts of a TOML file stand that may name entries."""
    key = ""
    for found in _TOML.finditer(text):
        if found["key"]:
            key = found["key"]
        elif found["text"] and found["named"]:
            key = found["text"][1:-1]
        elif found["text"] and (key in _KEYS or not path.startswith(DECISIONS)):
            yield found.span("text")
