"""The number and the day of a release, where an edition says them: ``edition.toml``, and the headers of edited files.

Both are edited in place. Comments and layout of ``edition.toml`` stay, and what comes of it is read again to see that
it says what it should. In a TEI file that somebody edited, only ``editionStmt`` and the date of publication change;
files that nobody edited get them from the next conversion.
"""

from __future__ import annotations

import re
from dataclasses import replace

from lxml import etree

from teicable.diagnostics import Diagnostic, Edit, Location
from teicable.edition import manifest
from teicable.errors import ManifestError
from teicable.tei.mixed import TEI, get
from teicable.tei.serialize import infoset_digest
from teicable.validation.edits import given, valued
from teicable.validation.mend import edited
from teicable.xml.parse import parse
from teicable.xml.places import Places, decoded, encoded

UNSTAMPED = "X505"
_TABLE = re.compile(r"^[ \t]*\[[ \t]*edition[ \t]*\][^\n]*\n", re.MULTILINE)
_NEXT = re.compile(r"^[ \t]*\[", re.MULTILINE)
_VALUE = r"^(?P<lead>[ \t]*{}[ \t]*=[ \t]*)(?P<value>\"[^\"\n]*\"|'[^'\n]*'|[^\s#]+)"
_CHANGED = ("editionStmt", "publicationStmt")
_EDITION = '<edition n="{0}">Edition {0}</edition>'


def stated(data: bytes, number: str, day: str) -> bytes:
    """Return an ``edition.toml`` that states this number and this date, all else as it was.

    Raises:
        ManifestError: it is laid out so that this cannot be done.
    """
    text = data.decode("utf-8")
    for key, value in (("date", day), ("number", number)):
        text = _set(text, key, value)
    made = text.encode("utf-8")
    try:
        right = manifest.parse(made) == replace(manifest.parse(data), edition=number, date=day)
    except ManifestError:
        right = False
    if not right:
        hint = f'write number = "{number}" and date = "{day}" below [edition] yourself, then release again'
        raise ManifestError(f"{manifest.NAME} is laid out so that the number cannot be written into it", hint)
    return made


def _set(text: str, key: str, value: str) -> str:
    """Set a key of the table ``edition``: where it stands, else below its commented example, else below the title."""
    table = _TABLE.search(text)
    if table is None:
        return text
    following = _NEXT.search(text, table.end())
    end = following.start() if following else len(text)
    inside, new = text[table.end() : end], f'{key} = "{value}"'
    found = re.search(_VALUE.format(key), inside, re.MULTILINE)
    if found:
        inside = inside[: found.start("value")] + f'"{value}"' + inside[found.end("value") :]
    else:
        example = re.search(rf"^#[ \t]*{key}[ \t]*=[^\n]*(\n|$)", inside, re.MULTILINE)
        title = re.search(r"^[ \t]*title[ \t]*=[^\n]*(\n|$)", inside, re.MULTILINE)
        above = example or title
        place = above.end() if above else 0
        lead = "" if not place or inside[:place].endswith("\n") else "\n"
        inside = f"{inside[:place]}{lead}{new}\n{inside[place:]}"
    return text[: table.end()] + inside + text[end:]


def stamped(tei: bytes, path: str, number: str, day: str) -> bytes | Diagnostic:
    """Return a TEI file whose header names the edition and its date, all else as it was to the byte.

    ``X505`` it cannot be read, or its header is not laid out so that this can be done.
    """
    tree = parse(tei, path)
    if isinstance(tree, Diagnostic):
        return tree
    edits = _edits(Places(tree, path, tei), tree.getroot(), number, day)
    made = encoded(edited(decoded(tei), edits), tei)
    again = parse(made, path)
    if not edits or isinstance(again, Diagnostic) or _rest(again) != _rest(tree):
        message = "its header cannot be given the number of the release where it stands"
        words = _EDITION.format(number)
        return Diagnostic(UNSTAMPED, message, Location(path, 1), f"write {words} into its editionStmt yourself")
    return made


def _edits(places: Places, root: etree._Element, number: str, day: str) -> list[Edit]:
    """Return what is to be written where; nothing where that cannot be said."""
    described = root.find(f"{{{TEI}}}teiHeader/{{{TEI}}}fileDesc")
    if described is None:
        return []
    title, statement, publication = (
        described.find(f"{{{TEI}}}{name}") for name in ("titleStmt", "editionStmt", "publicationStmt")
    )
    words = _EDITION.format(number)
    if statement is None:
        indent = places.indent(tag.start) if title is not None and (tag := places.tag(title)) else ""
        inner = f"{indent}  {words}{indent}" if indent else words
        edits = _after(places, title, f"<editionStmt>{inner}</editionStmt>")
    else:
        edits = _rewritten(places, statement.find(f"{{{TEI}}}edition"), "n", number, f"Edition {number}")
    if not edits or publication is None:
        return edits
    date, publishers = publication.find(f"{{{TEI}}}date"), publication.findall(f"{{{TEI}}}publisher")
    if date is not None:
        return edits + _rewritten(places, date, "when", day, day)
    return edits + _after(places, publishers[-1] if publishers else None, f'<date when="{day}">{day}</date>')


def _rewritten(places: Places, element: etree._Element | None, name: str, value: str, words: str) -> list[Edit]:
    """Give an element that holds nothing but words another value of an attribute, and other words."""
    tag = places.tag(element) if element is not None else None
    if element is None or tag is None or len(element) or tag.close <= tag.start:
        return []
    fix = valued(places, element, name, value) if get(element, name) else given(places, element, name, value)
    return [*(fix.edits if fix else ()), Edit(tag.end, tag.close, words)]


def _after(places: Places, element: etree._Element | None, words: str) -> list[Edit]:
    """Put an element behind another, on a line of its own where that one has one."""
    tag = places.tag(element) if element is not None else None
    return [Edit(tag.after, tag.after, places.indent(tag.start) + words)] if tag else []


def _rest(tree: etree._ElementTree) -> str:
    return infoset_digest(tree.getroot(), _CHANGED)
