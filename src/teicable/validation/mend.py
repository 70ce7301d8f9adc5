"""Mend a file by the repairs that its diagnostics propose, and prove of each that it repairs.

A repair is made on trial: the file with it is validated again. It stays if its finding is gone, no error is new, and no
word has changed; all repairs are tried together, and one by one where together they fail. What an editor wrote
elsewhere in the file is kept to the byte: line ends, indentation, byte order mark.
"""

from __future__ import annotations

import difflib
import html
import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lxml import etree

from teicable.authorities import TEI
from teicable.diagnostics import Diagnostic, Edit, Severity
from teicable.tei.decode import decode
from teicable.validation import fidelity, readings
from teicable.validation.layers import CAUSES, UNREADABLE, bare
from teicable.xml.parse import parse
from teicable.xml.places import decoded, encoded

_FOREIGN = "X108"
"""Code of a file that is well-formed and no TEI."""
_MOST_ROUNDS = 500
_LINE = re.compile(r"\b(lines?) \d+")
_NAME = r"[^\W\d][\w.:-]*+"
_MARKUP = re.compile(
    rf"<!--.*?-->|<\?.*?\?>|<!DOCTYPE[^\[>]*+(?:\[[^\]]*+\]\s*+)?>|<!\[CDATA\[|\]\]>"
    rf"|<(?:\s*/\s*)?{_NAME}(?:[^<>\"']|\"[^\"<]*+\"|'[^'<]*+'|[\"'])*+>?|&/{_NAME}>",
    re.DOTALL | re.IGNORECASE,
)
_REFERENCE = re.compile(r"&#?\w+;")
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])

Check = Callable[[bytes], Sequence[Diagnostic]]


@dataclass(frozen=True, slots=True)
class Mended:
    """What became of a file: its bytes, the findings that were repaired, and those that remain."""

    data: bytes
    fixed: tuple[Diagnostic, ...] = ()
    left: tuple[Diagnostic, ...] = ()


def mend(
    data: bytes, check: Check, *, unsafe: bool = False, wanted: Callable[[str], bool] = lambda code: True
) -> Mended:
    """Return the file with all repairs made that prove themselves.

    Args:
        data: the file.
        check: says what is wrong with a file of these bytes.
        unsafe: make also repairs that should be asked for.
        wanted: whether the findings of a code are to be repaired.
    """
    found = tuple(check(data))
    fixed: list[Diagnostic] = []
    refused: set[tuple[object, ...]] = set()
    for _ in range(_MOST_ROUNDS):
        proposed = [d for d in found if d.fix and d.fix.edits and (d.fix.safe or unsafe) and wanted(d.code)]
        due = _apart([group for group in _grouped(proposed) if _key(group[0]) not in refused])
        if not due:
            break
        for groups in [due] if len(due) == 1 else [due, *([group] for group in due)]:
            tried = _tried(data, found, groups, check)
            if tried is not None:
                data, found = tried
                fixed += [diagnostic for group in groups for diagnostic in group]
                break
            if len(groups) == 1:
                refused.add(_key(groups[0][0]))
    return Mended(data, tuple(fixed), found)


def edited(text: str, edits: Sequence[Edit]) -> str:
    """Return a text with replacements made; those at one place stand in the order in which they were given."""
    for _, edit in sorted(enumerate(edits), key=lambda one: (one[1].start, one[1].end, one[0]), reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def diff(before: bytes, after: bytes, path: str) -> str:
    """Return what changes in a file, as a unified diff; empty where nothing does."""
    old, new = (re.findall(r"[^\n]*\n|[^\n]+$", decoded(data)) for data in (before, after))
    lines = difflib.unified_diff(old, new, path, path, n=1)
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def same_words(before: bytes, after: bytes) -> bool:
    """Tell whether two states of a file hold the same words.

    Where both can be read, they give the same source text back, or the second that of which the header states the
    checksum; and the characters of the cable are the same. Where the first cannot be read, the characters outside its
    tags are the same, references read as what they stand for.
    """
    one, other = parse(before), parse(after)
    if isinstance(one, Diagnostic) or isinstance(other, Diagnostic) or _foreign(one):
        return _outside(decoded(before)) == _outside(decoded(after))
    words = decode(other.getroot()).text
    meant = {decode(one.getroot()).text, decode(readings.spelt(one.getroot())[0]).text}
    return (words in meant or fidelity.proven(other)) and _characters(one) == _characters(other)


def _foreign(tree: etree._ElementTree) -> bool:
    return etree.QName(tree.getroot()).namespace != TEI


def _grouped(proposed: Sequence[Diagnostic]) -> list[list[Diagnostic]]:
    """Put findings together that one and the same repair repairs."""
    groups: dict[tuple[Edit, ...], list[Diagnostic]] = {}
    for diagnostic in proposed:
        if diagnostic.fix:
            groups.setdefault(diagnostic.fix.edits, []).append(diagnostic)
    return list(groups.values())


def _apart(groups: Sequence[list[Diagnostic]]) -> list[list[Diagnostic]]:
    """Leave for later what touches a stretch of the file that another repair touches."""
    chosen: list[list[Diagnostic]] = []
    taken: list[tuple[int, int]] = []
    for group in groups:
        spans = [(edit.start, edit.end) for edit in group[0].fix.edits] if group[0].fix else []
        if not any(start <= end_ and start_ <= end for start, end in spans for start_, end_ in taken):
            chosen.append(group)
            taken += spans
    return chosen


def _tried(
    data: bytes, found: Sequence[Diagnostic], groups: Sequence[list[Diagnostic]], check: Check
) -> tuple[bytes, tuple[Diagnostic, ...]] | None:
    """Return the file with these repairs and what is wrong with it then; ``None`` if they are no repairs."""
    text = decoded(data)
    edits = [edit for group in groups for edit in (group[0].fix.edits if group[0].fix else ())]
    after = encoded(edited(text, edits), data)
    # Where not every byte could be read, nothing but the checksum tells what stood there.
    whole = encoded(text, data) == data
    if after == data or not (same_words(data, after) if whole else fidelity.proven(parse(after))):
        return None
    left = tuple(check(after))
    before, now = Counter(map(_said, found)), Counter(map(_said, left))
    gone = Counter(_said(diagnostic) for group in groups for diagnostic in group)
    if any(now[said] > before[said] - number for said, number in gone.items()):
        return None
    grown = [one for one in left if one.severity is Severity.ERROR and now[_said(one)] > before[_said(one)]]
    return None if any(not _hidden(one, found) for one in grown) else (after, left)


def _hidden(diagnostic: Diagnostic, before: Sequence[Diagnostic]) -> bool:
    """Tell whether a finding is not new, but could not be told before: nothing is told of what cannot be read."""
    if diagnostic.code.startswith("F"):
        return True  # that no word has changed is proven here
    unread = {one.code for one in before} & UNREADABLE
    if unread:
        # A slip hides what else cannot be read; so does a declaration of the document type.
        return diagnostic.code not in (unread if unread - {_FOREIGN} else UNREADABLE)
    places = {bare(one.location.xpath) for one in before if one.code.startswith(CAUSES)}
    return diagnostic.code.startswith("V") and bare(diagnostic.location.xpath) in places


def _said(diagnostic: Diagnostic) -> tuple[str, str]:
    return diagnostic.code, _LINE.sub(r"\1", diagnostic.message)


def _key(diagnostic: Diagnostic) -> tuple[object, ...]:
    edits = tuple(edit.text for edit in diagnostic.fix.edits) if diagnostic.fix else ()
    return *_said(diagnostic), edits, diagnostic.location.xpath or diagnostic.location.line


def _characters(tree: etree._ElementTree) -> Counter[str]:
    """Count the characters of the cable, wherever in it they stand."""
    texts = tree.getroot().iterchildren(f"{{{TEI}}}text")
    return Counter("".join("".join(map(str, text.itertext())) for text in texts).translate(_BLANKS))


_BLANKS = dict.fromkeys(map(ord, " \t\r\n"))


def _outside(text: str) -> str:
    bare = _MARKUP.sub(" ", text)
    return "".join(_REFERENCE.sub(lambda found: html.unescape(found[0]), bare).translate(_CONTROLS).split())
