"""What conversion last wrote of each document: its digest in ``tei/LEDGER``, the file itself in ``tei/.written``.

By the digest an edited file is known, and never overwritten. By the copy it is known *what* an editor changed, so that
later work of the machine can be brought into it. While a file is not edited the two have the same bytes, and version
control keeps them once.

The copy is written before the file and the ledger after all, so that a run may be interrupted anywhere: a file that is
either what the ledger or what the copy says is the machine's own. A copy that is not what the ledger says is no base.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from pathlib import Path

from teicable import files
from teicable.diagnostics import Diagnostic, Location
from teicable.edition import history, ledger
from teicable.edition.folder import Edition
from teicable.edition.worker import infoset

NAME = ".written"


class Written:
    """The ledger and the copies of one edition, as far as a run has come."""

    def __init__(self, edition: Edition) -> None:
        self._edition = edition
        self._folder = edition.tei / NAME
        self.digests = dict(ledger.read(edition.ledger).digests)

    def is_ours(self, document: str, digest: str) -> bool:
        """Tell whether the file of a document may be overwritten with one whose infoset has ``digest``.

        It may if there is none, if conversion wrote it, or if it says the same.
        """
        present = self.present(document)
        if not present:
            return True
        said = infoset(present)
        if said and said == digest:
            return True
        return said != "" and (self._wrote(document, present) or said == infoset(self._copy(document)))

    def present(self, document: str) -> bytes:
        """Return the file of a document as it stands, empty where there is none."""
        return _read(self._path(document))

    def base(self, document: str) -> bytes:
        """Return what conversion last wrote of a document, empty where that is not known for certain."""
        copy = self._copy(document)
        present = self.present(document)
        return next((tei for tei in (copy, present) if self._wrote(document, tei)), b"")

    def put(self, document: str, tei: bytes, digest: str, *, edited: bool = False) -> str:
        """Write what conversion gave, as the file of a document, with the history of the file that it replaces.

        ``edited`` says that it replaces an editor's work. Return the state from which the document fell back.
        """
        kept, was = history.carried(self.present(document), tei, edited=edited)
        self.recall(document, tei)
        files.write(self._path(document), kept)
        self.digests[f"{document}.xml"] = digest
        return was

    def merged(self, document: str, merged: bytes, tei: bytes, digest: str) -> str:
        """Write an edited file into which the new ``tei`` was merged; return the state from which it fell back.

        The file comes first here: merging the same once more changes nothing, while a file that lacks what its base
        has would seem to be one from which an editor took it away.
        """
        kept, was = history.carried(self.present(document), merged)
        files.write(self._path(document), kept)
        self.recall(document, tei)
        self.digests[f"{document}.xml"] = digest
        return was

    def recall(self, document: str, tei: bytes) -> None:
        """Keep a copy of what conversion wrote."""
        files.write(self._folder / f"{document}.xml", tei)

    def kept(self, document: str, tei: bytes, digest: str) -> bool:
        """Take note of what conversion gives of an edited file; tell whether it is what it gave before.

        If it is, an edition of an earlier version has the base of that file now.
        """
        wrote = self.digests.get(f"{document}.xml", digest)
        if digest == self.digests.get(f"{document}.xml"):
            self.recall(document, tei)
        return wrote == digest

    def complete(self, infosets: Mapping[str, str]) -> None:
        """Give documents that nobody edited the copy they lack; editions of earlier versions have none."""
        known = _names(self._folder)
        for document, digest in infosets.items():
            name = f"{document}.xml"
            if name not in known and digest and self.digests.get(name) == digest:
                present = self.present(document)
                if infoset(present) == digest:
                    self.recall(document, present)

    def aside(self, document: str) -> Diagnostic:
        """Keep what an editor had beside the file that is to replace it, under a name of its own."""
        path, edited = self._path(document), self.present(document)
        names = (f"{path.name}.edited{f'-{number}' if number > 1 else ''}" for number in itertools.count(1))
        kept = next(k for k in map(path.with_name, names) if not k.exists() or files.read(k) == edited)
        files.write(kept, edited)
        message = f"it had been edited and was converted anew; what you had is kept as tei/{kept.name}"
        hint = "compare the two, take over what is to stay, and delete the kept file"
        return Diagnostic("X205", message, Location(f"tei/{path.name}"), hint)

    def save(self) -> None:
        """Write the ledger; remove the copies of documents that are gone."""
        if self.digests:
            files.write(self._edition.ledger, ledger.Ledger(self.digests).format())
        for name in sorted(_names(self._folder) - {path.name for path in self._edition.documents().values()}):
            files.remove(self._folder / name)

    def _wrote(self, document: str, tei: bytes) -> bool:
        """Tell whether the ledger says that conversion wrote this."""
        known = self.digests.get(f"{document}.xml", "")
        return bool(tei and known) and known in (infoset(tei), infoset(tei, history=True))

    def _path(self, document: str) -> Path:
        return self._edition.tei / f"{document}.xml"

    def _copy(self, document: str) -> bytes:
        return _read(self._folder / f"{document}.xml")


def _names(folder: Path) -> set[str]:
    return {path.name for path in folder.glob("*.xml")} if folder.is_dir() else set()


def _read(path: Path) -> bytes:
    return files.read(path) if path.is_file() else b""
