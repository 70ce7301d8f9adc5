"""Carry a change from the authority desk into an edition: read the files, prove the change, show it, write it.

A file of ``tei/`` that was as the machine wrote it still counts so after its references were changed: the copy of what
the machine wrote and its line in the ledger change too. All files are replaced at the end, that with the entry itself
last: an order that was interrupted finds the entry as it was, and can be given again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from teicable import files
from teicable.authorities import Authorities
from teicable.desk.papers import AUTHORITIES, DECISIONS, TEI_FILES, VOCABULARIES, WRITTEN, Change, Papers
from teicable.diagnostics import Diagnostic, Severity, in_edition, in_order
from teicable.edition import ledger
from teicable.edition.folder import Edition
from teicable.edition.worker import infoset
from teicable.errors import DeskError
from teicable.validation import layers
from teicable.validation.mend import diff

_FOLDERS = ((AUTHORITIES, "*.xml"), (TEI_FILES, "*.xml"), (WRITTEN, "*.xml"), (DECISIONS, "*.toml"))
_ASIDE = ("edition.toml", "source/*.toml", "source/sources.csv", "transforms/**/*.xsl")
"""Files that may name an entry, and that no order changes."""
_INSIDE = (AUTHORITIES, TEI_FILES, DECISIONS, VOCABULARIES, "transforms/", "source/", "edition.toml")
_CHECKED = tuple(layer for layer in layers.LAYERS if layer != "fidelity")
"""Layers that a change of entries and references may trouble; words of cables are not touched."""


def papers(edition: Edition) -> Papers:
    """Read all files of an edition in which entries stand or are referred to."""
    found: dict[str, bytes] = {}
    for folder, pattern in (*_FOLDERS, (VOCABULARIES, "*.toml")):
        for path in sorted((edition.folder / folder).glob(pattern)):
            if path.is_file() and not path.name.startswith("."):
                found[path.relative_to(edition.folder).as_posix()] = files.read(path)
    for pattern in _ASIDE:
        for path in sorted(edition.folder.glob(pattern)):
            found[path.relative_to(edition.folder).as_posix()] = files.read(path)
    return Papers(found)


def shown(edition: Edition, before: Papers, after: Papers) -> str:
    """Return what changes in the files of editors, as one diff."""
    paths = [path for path in _changed(before, after) if not path.startswith(WRITTEN)]
    return "".join(diff(before.files[path], after.files[path], str(edition.folder / path)) for path in paths)


def proved(
    edition: Edition, before: Papers, change: Change, progress: Callable[[str, int, int], None] = lambda *_: None
) -> list[Diagnostic]:
    """Return all that an editor has to know of a change: also each error that it would bring into a file."""
    old, new = before.authorities, change.papers.authorities
    found = list(change.found)
    paths = [path for path in _changed(before, change.papers) if path.endswith(".xml") and not path.startswith(WRITTEN)]
    for number, path in enumerate(paths, 1):
        progress("checking the change", number, len(paths))
        now = _errors(edition, change.papers, path, new)
        was = {_said(one) for one in _errors(edition, before, path, old)} if now else set()
        found += [one for one in now if _said(one) not in was]
    return [placed(edition, diagnostic) for diagnostic in in_order(found)]


def write(edition: Edition, before: Papers, change: Change) -> list[Path]:
    """Write what changed, and the ledger; return what was written.

    Raises:
        DeskError: a file is not any more what the change was made from.
        TeicableError: a place cannot be written to.
    """
    paths = _changed(before, change.papers)
    for path in paths:
        if files.read(edition.folder / path) != before.files[path]:
            hint = "nothing was written; save what is open in an editor, then repeat the command"
            raise DeskError(f"{edition.folder / path} was changed meanwhile", hint)
    wanted: dict[Path, bytes] = {}
    known = ledger.read(edition.ledger)
    digests = {**known.digests, **(_redone(known, before, change.papers, paths) if change.derived else {})}
    if digests != dict(known.digests):
        # Before the files: one that was replaced already is known by its new line when the order is repeated.
        wanted[edition.ledger] = ledger.Ledger(digests).format()
    for path in sorted(paths, key=lambda path: (path == change.last, path.startswith(AUTHORITIES), path)):
        # A link stays a link: what it leads to is written.
        wanted[(edition.folder / path).resolve()] = change.papers.files[path]
    return files.write_all(wanted)


def placed(edition: Edition, diagnostic: Diagnostic) -> Diagnostic:
    """Return a diagnostic with path and commands as seen from where the editor stands."""
    path = diagnostic.location.path
    # What is no file of the edition, such as a table, is called as the editor called it.
    path = str(edition.folder / path) if path.startswith(_INSIDE) else path
    return in_edition(replace(diagnostic, location=replace(diagnostic.location, path=path)), edition.folder)


def _redone(known: ledger.Ledger, before: Papers, after: Papers, paths: list[str]) -> dict[str, str]:
    """Return the new digests of documents: of the copy of what the machine wrote, else of a file that nobody edited.

    What the ledger says of a document was so before the change, or already is as after it, where an order is repeated.
    """
    found = {}
    for name in sorted({path.rpartition("/")[2] for path in paths if path.startswith(TEI_FILES)}):
        for path in (WRITTEN + name, TEI_FILES + name):
            if path in after.files:
                new = infoset(after.files[path])
                if known.wrote(name, new) or known.wrote(name, infoset(before.files[path])):
                    found[name] = new
                    break
    return found


def _changed(before: Papers, after: Papers) -> list[str]:
    return [path for path in sorted(after.files) if after.files[path] != before.files[path]]


def _errors(edition: Edition, papers: Papers, path: str, authorities: Authorities) -> list[Diagnostic]:
    neighbours = frozenset(Path(one).name for one in papers.within(path.rpartition("/")[0] + "/"))
    editors = edition.manifest.declaration.editors
    around = layers.Surroundings(authorities, neighbours, editors=editors)
    found = layers.validate(papers.files[path], path, around, _CHECKED)
    return [diagnostic for diagnostic in found if diagnostic.severity is Severity.ERROR]


def _said(diagnostic: Diagnostic) -> tuple[str, str]:
    return diagnostic.code, diagnostic.message
