"""Word lists that rules read: TOML tables beside this module, which an edition can extend without Python.

A table is a list of entries. An entry has ``forms`` (words as translators write them: case does not count, a blank
stands for any white space, ``{no}`` for any sign for “number”), ``patterns`` (regular expressions over a whole line or
bracket) or ``words``, and one further key that says what they mean.
"""

from __future__ import annotations

import difflib
import hashlib
import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache

from teicable import resources
from teicable.errors import VocabularyError
from teicable.vocabularies import gazetteer

NUMBER_SIGN = r"(?:Nos?\b\.?|№|N[º°]|Nr\b\.?|\#|N\b\.?)"
_FIRST = re.compile(r"[^\W_]+")
_LONGEST = 4000
_HEAD = 4
_MOST_HEADS = 4000
"""Beginnings whose forms are kept: those that documents use, and not all of Unicode that a broken one may hold."""
_START = re.compile(rf"(?<![^\W_])(?=(\S(?s:.){{0,{_HEAD - 1}}}))")
_NAME = re.compile(r"\(\?P<\w+>")
_REFERRING = re.compile(r"\\(?:[1-9]|\(\?P<)|\(\?(?:P=|\(|[aiLmsux]+\))")
"""What may mean another thing where a pattern is part of a longer one: a reference to a group, flags for all of it."""
_MEANING = ("category", "type", "role", "section", "reason", "number", "code")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a table: ``meaning`` is its category, type, role, section, reason, number or code."""

    meaning: str
    forms: tuple[str, ...] = ()
    patterns: tuple[str, ...] = ()
    words: tuple[tuple[str, tuple[str, ...]], ...] = ()


class _Forms:
    """Forms that begin alike, with their meanings: an expression made when it is first needed."""

    def __init__(self, forms: Sequence[tuple[str, str]]) -> None:
        self._forms = forms

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        return re.compile("|".join(f"({_expression(form)})" for form, _ in self._forms), re.IGNORECASE)

    def match(self, text: str, position: int) -> tuple[str, int] | None:
        """Return meaning and end of the first form that stands at ``position``."""
        found = self._pattern.match(text, position)
        return (self._forms[(found.lastindex or 1) - 1][1], found.end()) if found else None


class _Heads(dict[str, "_Forms | None"]):
    """The forms of a table by the first letters of a text they can begin, in small letters or as the text has them."""

    def __init__(self, forms: Iterable[tuple[str, str]]) -> None:
        alike: dict[str, list[tuple[str, str]]] = {}
        for form, meaning in sorted(forms, key=lambda pair: -len(pair[0])):
            first = form.split()[0]
            alike.setdefault("" if first == "{no}" else first[:_HEAD].lower(), []).append((form, meaning))
        for head in sorted(alike, key=len):
            shorter = (pair for size in range(len(head)) for pair in alike.get(head[:size], ()))
            self[head] = _Forms(sorted([*alike[head], *shorter], key=lambda pair: -len(pair[0])))

    def __missing__(self, head: str) -> _Forms | None:
        small = head.lower()
        found = self[small] if small != head else self[head[:-1]] if head else None
        if len(self) < _MOST_HEADS:
            self[head] = found
        return found


class _Patterns:
    """Patterns over a whole text, with their meanings: asked as one, for most texts match none of them."""

    def __init__(self, entries: Iterable[Entry], flags: re.RegexFlag) -> None:
        self._patterns = [(pattern, entry.meaning) for entry in entries for pattern in entry.patterns]
        self._flags = flags

    @cached_property
    def _joined(self) -> re.Pattern[str] | None:
        """All in one expression, which says only whether one of them matches; ``None`` where that may say less."""
        if any(_REFERRING.search(pattern) for pattern, _ in self._patterns):
            return None
        return re.compile("|".join(_NAME.sub("(?:", pattern) for pattern, _ in self._patterns), self._flags)

    def fullmatch(self, text: str) -> tuple[str, re.Match[str]] | None:
        """Return the meaning and the match of the first pattern that covers the text, or ``None``."""
        if self._joined is not None and self._joined.fullmatch(text) is None:
            return None
        for pattern, meaning in self._patterns:
            whole = _compiled(pattern, self._flags).fullmatch(text)
            if whole:
                return meaning, whole
        return None


@cache
def _compiled(pattern: str, flags: re.RegexFlag) -> re.Pattern[str]:
    return re.compile(pattern, flags)


@lru_cache(maxsize=128)
def _starts(text: str) -> list[tuple[int, str]]:
    """Return where words and signs begin in a text, each with the letters that begin it."""
    return [(found.start(), found[1]) for found in _START.finditer(text)]


@dataclass(frozen=True)
class Phrases:
    """The forms of one table, ready to be matched; longer forms win."""

    entries: tuple[Entry, ...]

    @cached_property
    def _heads(self) -> _Heads:
        return _Heads((form, entry.meaning) for entry in self.entries for form in entry.forms)

    @cached_property
    def first_words(self) -> frozenset[str]:
        """The first words of the forms that begin with one, in small letters, up to a hyphen or apostrophe."""
        found = (_FIRST.match(form.strip().casefold()) for entry in self.entries for form in entry.forms)
        return frozenset(head.group() for head in found if head)

    def of(self, meaning: str) -> Phrases:
        """Return the part of the table whose entries have one meaning."""
        if meaning not in self._parts:
            self._parts[meaning] = Phrases(tuple(entry for entry in self.entries if entry.meaning == meaning))
        return self._parts[meaning]

    @cached_property
    def _parts(self) -> dict[str, Phrases]:
        return {}

    def match(self, text: str, position: int = 0) -> tuple[str, int] | None:
        """Return meaning and end of the longest form that stands at ``position``, or ``None``."""
        forms = self._heads[text[position : position + _HEAD]]
        return forms.match(text, position) if forms else None

    def full(self, text: str) -> str | None:
        """Return the meaning of a text that is a form and nothing else (a final ``!``, ``.`` or ``:`` apart)."""
        found = self.match(text)
        return found[0] if found and not text[found[1] :].strip(" \t.!:") else None

    def find(self, text: str) -> tuple[str, int, int] | None:
        """Return meaning, start and end of the first form in a text, at word boundaries, or ``None``."""
        after = 0
        for start, head in _starts(text):
            forms = self._heads[head]
            found = forms.match(text, start) if forms and start >= after else None
            if found:
                meaning, after = found
                if not text[after : after + 1].isalnum():
                    return meaning, start, after
        return None

    @cached_property
    def _patterns(self) -> _Patterns:
        return _Patterns(self.entries, re.DOTALL)

    @cached_property
    def _blind_patterns(self) -> _Patterns:
        return _Patterns(self.entries, re.DOTALL | re.IGNORECASE)

    def whole(self, text: str, *, blind: bool = False) -> tuple[str, re.Match[str]] | None:
        """Return the meaning and the match of the first pattern that covers the whole text, or ``None``."""
        if len(text) > _LONGEST:
            return None  # no line of a form and no bracket is so long; keeps matching linear
        return (self._blind_patterns if blind else self._patterns).fullmatch(text)

    def words(self, key: str = "words", meaning: str = "") -> frozenset[str]:
        """Return the words listed under a key, of all entries or of those that mean ``meaning``."""
        if (key, meaning) not in self._words:
            chosen = (entry for entry in self.entries if not meaning or entry.meaning == meaning)
            listed = (word for entry in chosen for name, words in entry.words if name == key for word in words)
            self._words[key, meaning] = frozenset(listed)
        return self._words[key, meaning]

    @cached_property
    def _words(self) -> dict[tuple[str, str], frozenset[str]]:
        return {}


@dataclass(frozen=True)
class Vocabularies:
    """All tables by name, and a digest of them: what was converted with other word lists is out of date."""

    tables: Mapping[str, Phrases]
    digest: str

    def __hash__(self) -> int:
        """Return a number by which what is made of word lists can be kept for all texts."""
        return hash(self.digest)

    def __getitem__(self, name: str) -> Phrases:
        """Return a table."""
        return self.tables[name]


@cache
def shipped() -> Vocabularies:
    """Return the vocabularies of the installation."""
    return load(_shipped(), gazetteer.tables())


def extended(own: Mapping[str, bytes]) -> Vocabularies:
    """Return the vocabularies of the installation with those of an edition (path to bytes) joined to them.

    Raises:
        VocabularyError: a file cannot be used; the message names file and line, or the table.
    """
    if not own:
        return shipped()
    texts = [_usable(path, data) for path, data in sorted(own.items())]
    return load((*_shipped(), *texts), gazetteer.tables())


def _shipped() -> tuple[str, ...]:
    return tuple(path.read_text(encoding="utf-8") for path in sorted(resources.vocabulary().glob("*.toml")))


def _usable(path: str, data: bytes) -> str:
    """Return the text of a vocabulary of an edition once it is known that rules can read it."""
    known = shipped().tables
    try:
        text = data.decode("utf-8-sig")
        content = tomllib.loads(text)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise VocabularyError(f"{path}:{line} is not UTF-8", "save the file as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise VocabularyError(
            f"{path} is not TOML: {error}", 'words stand in quotation marks: forms = ["Handed over"]'
        ) from error
    for name, rows in content.items():
        if name not in known:
            near = difflib.get_close_matches(name, known, 1)
            hint = f"did you mean [[{near[0]}]]?" if near else f"tables: {', '.join(sorted(known))}"
            raise VocabularyError(f"{path}: no rule reads a table “{name}”", hint)
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise VocabularyError(f"{path}: “{name}” is no list of entries", f"write [[{name}]] before each entry")
        for row in rows:
            _try(path, name, row)
    return text


def _try(path: str, table: str, row: Mapping[str, object]) -> None:
    """Refuse an entry of another form than the installed ones."""
    for key in ("forms", "patterns"):
        value = row.get(key, [])
        if not isinstance(value, list) or not all(isinstance(item, str) and item.strip() for item in value):
            raise VocabularyError(f"{path}: {key} in [[{table}]] is no list of texts", f'write {key} = ["…", "…"]')
    for pattern in _strings(row.get("patterns")):
        try:
            re.compile(pattern)
        except re.error as error:
            message = f"{path}: the pattern “{pattern}” in [[{table}]] is no regular expression: {error}"
            raise VocabularyError(message, "use forms, which are plain words, where you can") from error
    keys = (*_MEANING, *_LISTS, "forms", "patterns")
    strange = next((key for key in row if key not in keys), None)
    if strange is not None:
        raise VocabularyError(f"{path}: [[{table}]] has a key “{strange}”", f"keys: {', '.join(keys)}")
    meanings = {entry.meaning for entry in shipped().tables[table].entries}
    meaning = next((str(row[key]) for key in _MEANING if key in row), "")
    if meaning not in meanings:
        listed = ", ".join(sorted(m for m in meanings if m))
        raise VocabularyError(
            f"{path}: an entry in [[{table}]] means “{meaning}”, which no rule knows", f"use one of: {listed}"
        )


def load(texts: Sequence[str], further: Sequence[str] = ()) -> Vocabularies:
    """Read TOML texts; a table that stands in several is joined, in their order. ``further`` counts in the digest."""
    tables: dict[str, list[Entry]] = {}
    for text in texts:
        for name, rows in tomllib.loads(text).items():
            tables.setdefault(name, []).extend(_entry(row) for row in rows)
    digest = hashlib.sha256("\0".join((*texts, *further)).encode()).hexdigest()
    return Vocabularies({name: Phrases(tuple(entries)) for name, entries in tables.items()}, digest)


def _entry(row: Mapping[str, object]) -> Entry:
    meaning = next((str(row[key]) for key in _MEANING if key in row), "")
    lists = tuple((key, tuple(value.split())) for key, value in row.items() if isinstance(value, str) and key in _LISTS)
    return Entry(meaning, _strings(row.get("forms")), _strings(row.get("patterns")), lists)


_LISTS = ("words", "letters", "never", "endings", "clusters", "short")


def _strings(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, list) else ()


def _expression(form: str) -> str:
    parts = (NUMBER_SIGN if part == "{no}" else re.escape(part) for part in form.split())
    return r"[ \t]+".join(parts)
