"""Set the state of documents on an editor's word, and prove of each file that nothing is wrong with it for that."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from xml.sax.saxutils import escape

from teicable import files
from teicable.diagnostics import Diagnostic, Edit, Location, Severity
from teicable.edition.folder import Edition
from teicable.edition.history import marked, status
from teicable.edition.manifest import declared
from teicable.edition.written import Written
from teicable.model.declaration import Editor
from teicable.tei.mixed import TEI, get
from teicable.validation.mend import edited
from teicable.validation.neighbourhood import Neighbourhood
from teicable.xml.parse import parse
from teicable.xml.places import Places, decoded, encoded


@dataclass
class Promotion:
    """What became of the documents whose state was to be set.

    Attributes:
        wanted: the files to write.
        same: documents that have this state already.
        found: why nothing is to be written for others.
    """

    wanted: dict[Path, bytes] = field(default_factory=dict)
    same: list[Path] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)


def promote(edition: Edition, paths: Iterable[Path], to: str, editor: Editor, when: str, why: str) -> Promotion:
    """Return the files of documents with another state, each with a change that says who set it, when and why.

    Of a file to which this would bring an error, the error is returned and not the file.
    """
    result = Promotion()
    around = Neighbourhood(declared=declared)
    written = Written(edition)
    for path in paths:
        present = files.read(path)
        if status(present) == to:
            result.same.append(path)
            continue
        named = _named(present, path, editor, edition.folder.as_posix(), by_hand=not written.is_ours(path.stem, ""))
        made = named if isinstance(named, Diagnostic) else marked(named, str(path), to, editor.id, when, why)
        refused = [made] if isinstance(made, Diagnostic) else _brought(around, path, present, made)
        if refused:
            result.found += refused
        elif isinstance(made, bytes):
            result.wanted[path] = made
    return result


def _brought(around: Neighbourhood, path: Path, before: bytes, after: bytes) -> list[Diagnostic]:
    """Return the errors of a file that it had not before."""
    was = Counter(_said(around.check(path, before)))
    return [one for one in around.check(path, after) if one.severity is Severity.ERROR and not was[_key(one)]]


def _said(found: Sequence[Diagnostic]) -> list[tuple[str, str]]:
    return [_key(one) for one in found]


def _key(diagnostic: Diagnostic) -> tuple[str, str]:
    return diagnostic.code, diagnostic.message


def _named(tei: bytes, path: Path, editor: Editor, folder: str, *, by_hand: bool) -> bytes | Diagnostic:
    """Return a file whose header declares the editor.

    One that nobody edited gets the name when it is converted anew; to write it there would make it an edited file.
    """
    tree = parse(tei, str(path))
    if isinstance(tree, Diagnostic):
        return tree
    statements = list(tree.getroot().iterfind(f"{{{TEI}}}teiHeader//{{{TEI}}}titleStmt/{{{TEI}}}respStmt"))
    if any(get(one, "xml:id") == editor.id for one in statements):
        return tei
    words = (
        f'<respStmt xml:id="{editor.id}"><resp>{escape(editor.role)}</resp>'
        f"<persName>{escape(editor.name)}</persName></respStmt>"
    )
    if not by_hand:
        message = f"its header does not name the editor “{editor.id}” ({editor.name}) yet"
        hint = f"run `teicable build {folder}` first, which writes the name into files that nobody edited"
        return Diagnostic("X210", message, Location(str(path)), hint)
    places = Places(tree, str(path), tei)
    tag = places.tag(statements[0]) if statements else None
    if tag is None:
        message = f"its header does not name the editor “{editor.id}” ({editor.name})"
        return Diagnostic("X210", message, Location(str(path), 1), f"write into its titleStmt: {words}")
    return encoded(edited(decoded(tei), [Edit(tag.start, tag.start, words + places.indent(tag.start))]), tei)
