"""``review/ID.toml``: the decisions about one document, and the conflicts that are open, for people and for programs.

An entry that is not touched keeps its characters, with the comments an editor wrote above it or in it; new ones are
added below. So the history of the file shows who decided what, and when.
"""

from __future__ import annotations

import difflib
import json
import re
import tomllib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from teicable.errors import TeicableError
from teicable.model.decision import Decision, Open, Subject, Verdict
from teicable.model.quotation import Quote

FOLDER = "review"
FORMAT = 1
_HEADING = "# Decisions of the editors about this document, applied whenever it is converted: see `teicable review`.\n"
_ENTRY = re.compile(r"[ \t]*\[\[[ \t]*(?:decision|open)[ \t]*\]\]")
_SUBJECT = ("claim", "value", "quote", "prefix", "suffix")
_KEYS = {
    "decision": ("verdict", *_SUBJECT, "replacement", "editor", "by", "when", "why"),
    "open": (*_SUBJECT, "editor", "when"),
}
_NEEDED = {"decision": ("verdict", "claim", "quote"), "open": ("claim", "quote", "editor")}


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the file: its characters, and what they say."""

    characters: str
    content: Decision | Open


@dataclass(frozen=True, slots=True)
class Log:
    """All that is decided and open about one document; ``head`` is what stands above the first entry."""

    entries: tuple[Entry, ...] = ()
    head: str = f"{_HEADING}format = {FORMAT}\n"

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The decisions, in the order in which they were taken."""
        return tuple(entry.content for entry in self.entries if isinstance(entry.content, Decision))

    @property
    def open(self) -> tuple[Open, ...]:
        """The conflicts nobody has decided yet."""
        return tuple(entry.content for entry in self.entries if isinstance(entry.content, Open))

    def deciding(self, decisions: Iterable[Decision]) -> Log:
        """Return the log with decisions added; each takes the place of what stood there about the same subject."""
        new = {decision.subject: decision for decision in decisions}
        kept = tuple(entry for entry in self.entries if entry.content.subject not in new)
        return Log((*kept, *(Entry(_written(decision), decision) for decision in new.values())), self.head)

    def opening(self, conflicts: Iterable[Open]) -> Log:
        """Return the log with these conflicts open and no others; of one known already the entry stays as it is."""
        wanted = {(conflict.subject, conflict.editor): conflict for conflict in conflicts}
        kept = []
        for entry in self.entries:
            known = isinstance(entry.content, Open) and (entry.content.subject, entry.content.editor) in wanted
            if known and isinstance(entry.content, Open):
                del wanted[entry.content.subject, entry.content.editor]
            if known or isinstance(entry.content, Decision):
                kept.append(entry)
        new = (Entry(_written(conflict), conflict) for conflict in wanted.values())
        return Log((*kept, *new), self.head)

    def without(self, subjects: Collection[Subject]) -> Log:
        """Return the log without the decisions about some subjects."""
        stay = (e for e in self.entries if isinstance(e.content, Open) or e.content.subject not in subjects)
        return Log(tuple(stay), self.head)

    def format(self) -> bytes:
        """Return the file."""
        parts = (self.head, *(entry.characters for entry in self.entries))
        return ("\n\n".join(part.strip("\n") for part in parts) + "\n").encode("utf-8")


def read(data: bytes, path: str) -> Log:
    """Read the file, named ``path`` where it cannot be used.

    Raises:
        TeicableError: it is no file of decisions, or has an entry that says too little or what nobody understands.
    """
    try:
        text = data.decode("utf-8-sig").replace("\r\n", "\n")
        content = tomllib.loads(text)
    except UnicodeDecodeError as error:
        raise TeicableError(f"{path} is not UTF-8 (byte {error.start})", "save the file as UTF-8") from error
    except tomllib.TOMLDecodeError as error:
        raise TeicableError(f"{path} is not TOML: {error}", 'texts stand in quotation marks: by = "ed1"') from error
    if content.get("format") != FORMAT or isinstance(content["format"], bool):
        raise TeicableError(
            f"{path} does not begin with “format = {FORMAT}”", f"write `format = {FORMAT}` as its first line"
        )
    _known(content, ("format", *_KEYS), path)
    parts = _parts(text)
    entries = []
    for number, part in enumerate(parts[1:], 1):
        entries.append(Entry(part, _entry(part, f"{path}, entry {number},")))
    if sum(len(content.get(name, ())) for name in _KEYS) != len(entries):
        raise TeicableError(
            f"{path} has entries that are not written one below the other",
            "write [[decision]] on a line before each decision, and its keys on the lines below",
        )
    return Log(tuple(entries), parts[0])


def _parts(text: str) -> list[str]:
    """Cut a file where its entries begin; comments directly above an entry belong to it."""
    lines = text.splitlines(keepends=True)
    begins = []
    for number, line in enumerate(lines):
        if _ENTRY.match(line):
            while number and lines[number - 1].lstrip().startswith("#"):
                number -= 1
            begins.append(number)
    bounds = [0, *begins, len(lines)]
    return ["".join(lines[start:end]) for start, end in pairwise(bounds)]


def _entry(part: str, place: str) -> Decision | Open:
    try:
        ((kind, (values,)),) = tomllib.loads(part).items()
    except (tomllib.TOMLDecodeError, ValueError) as error:
        raise TeicableError(
            f"{place} cannot be read alone", "a text with a line that begins with [[decision]] has to be reworded"
        ) from error
    _known(values, _KEYS[kind], place)
    texts = {key: _text(key, value, place) for key, value in values.items()}
    for key in _NEEDED[kind]:
        if not texts.get(key):
            raise TeicableError(f"{place} lacks “{key}”", f"an entry [[{kind}]] needs {', '.join(_NEEDED[kind])}")
    subject = Subject(
        texts["claim"],
        texts.get("value", ""),
        Quote(texts["quote"], texts.get("prefix", ""), texts.get("suffix", "")),
    )
    if kind == "open":
        return Open(subject, texts["editor"], texts.get("when", ""))
    verdict = texts["verdict"]
    if verdict not in set(Verdict):
        raise TeicableError(f"{place} has the verdict “{verdict}”", f"a verdict is one of: {', '.join(Verdict)}")
    if verdict == Verdict.REPLACE and not texts.get("replacement"):
        raise TeicableError(f"{place} replaces by nothing", 'write replacement = "placeName ref=place:beijing"')
    rest = (texts.get(key, "") for key in ("replacement", "by", "when", "why", "editor"))
    return Decision(Verdict(verdict), subject, *rest)


def _text(key: str, value: object, place: str) -> str:
    if key == "when" and isinstance(value, date):
        return value.isoformat()
    if not isinstance(value, str):
        raise TeicableError(f"{place} has {key} = {value}, which is no text", f'write {key} = "…"')
    return value


def _known(content: Mapping[str, Any], keys: tuple[str, ...], place: str) -> None:
    for key in content:
        if key not in keys:
            near = difflib.get_close_matches(key, keys, 1, 0.5)
            hint = f"did you mean “{near[0]}”?" if near else f"keys: {', '.join(keys)}"
            raise TeicableError(f"{place} has an unknown key “{key}”", hint)


def _written(content: Decision | Open) -> str:
    """Write an entry anew."""
    subject = content.subject
    said = dict(
        zip(
            _SUBJECT,
            (subject.claim, subject.value, subject.quote.exact, subject.quote.prefix, subject.quote.suffix),
            strict=True,
        )
    )
    if isinstance(content, Open):
        lines = {**said, "editor": content.editor}
        heading = "[[open]]\n"
    else:
        lines = {"verdict": str(content.verdict), **said}
        lines |= {"replacement": content.replacement, "editor": content.editor, "by": content.by, "why": content.why}
        heading = "[[decision]]\n"
    written = "".join(f"{key} = {_quoted(value)}\n" for key, value in lines.items() if value)
    return f"{heading}{written}" + (f"when = {_date(content.when)}\n" if content.when else "")


def _quoted(value: str) -> str:
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")


def _date(value: str) -> str:
    return value if re.fullmatch(r"\d{4}-\d\d-\d\d", value) else _quoted(value)
