"""Where things stand in the folder of an edition. The places are fixed, so that an edition builds wherever it is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from teicable import authorities, files, vocabularies
from teicable.diagnostics import Diagnostic
from teicable.edition import ids, ledger, manifest, particulars, releases
from teicable.errors import TeicableError
from teicable.model.decision import Decision
from teicable.model.declaration import Assignment
from teicable.readers.table import Tables, is_table, table_of
from teicable.review import log

_ASIDE = ("readme", "license", "licence")


@dataclass(frozen=True)
class Edition:
    """One edition: its manifest and its places."""

    manifest: manifest.Manifest

    @property
    def folder(self) -> Path:
        """The folder itself, as the editor named it."""
        return self.manifest.folder

    @property
    def source(self) -> Path:
        """Transcripts as they came."""
        return self.folder / "source"

    @property
    def tei(self) -> Path:
        """One TEI file a document, and the ledger."""
        return self.folder / "tei"

    @property
    def build(self) -> Path:
        """What can be made again; not kept under version control."""
        return self.folder / "build"

    @property
    def site(self) -> Path:
        """The pages."""
        return self.build / "site"

    @property
    def ids(self) -> Path:
        """The frozen ids."""
        return self.folder / ids.NAME

    @property
    def ledger(self) -> Path:
        """What conversion last wrote."""
        return self.tei / ledger.NAME

    @property
    def review(self) -> Path:
        """What the editors decided."""
        return self.folder / log.FOLDER

    @property
    def transforms(self) -> Path | None:
        """The folder of the edition's own stylesheets, where it has one."""
        own = self.folder / "transforms"
        return own if own.is_dir() else None

    def sources(self) -> dict[str, str]:
        """Return name (below ``source/``) and SHA-256 of every transcript, sorted.

        What is no transcript: hidden files, a README, a licence, and tables that say more about transcripts
        (``NAME.toml``, ``sources.csv``). Each row of another table is a source (``cables.csv#17``). Everything else
        counts, so that no file is passed over in silence.
        """
        if not self.source.is_dir():
            raise TeicableError(f"{self.folder} has no folder source", "put the transcripts there")
        found = [path for path in self.source.rglob("*") if path.is_file() and _transcript(path, self.source)]
        sources: dict[str, str] = {}
        for name, path in sorted((path.relative_to(self.source).as_posix(), path) for path in found):
            sources |= (
                self.tables.scan(name) if is_table(path) else {name: hashlib.sha256(files.read(path)).hexdigest()}
            )
        return sources

    def transcript(self, name: str) -> bytes:
        """Return the bytes of a source: those of its file, or the record of a row.

        Raises:
            TeicableError: it is not there any more.
        """
        row = self.tables.read(name) if table_of(name) else None
        return files.read(self.source / name) if row is None else row

    @cached_property
    def tables(self) -> Tables:
        """The tables among the sources."""
        declared = self.manifest.declaration
        return Tables(self.source, declared.columns, declared.encoding, particulars.encodings(self.source))

    def encoded(self, encoding: str) -> Edition:
        """Return the edition as if it declared that encoding, where one is named."""
        declared = replace(self.manifest.declaration, encoding=encoding or self.manifest.declaration.encoding)
        return replace(self, manifest=replace(self.manifest, declaration=declared))

    def documents(self) -> dict[str, Path]:
        """Return the TEI files by document id, sorted."""
        return {path.stem: path for path in sorted(self.tei.glob("*.xml")) if not path.name.startswith(".")}

    @cached_property
    def authorities(self) -> tuple[authorities.Authorities, list[Diagnostic]]:
        """Read the authority files."""
        return read_authorities(self.folder)

    @cached_property
    def vocabularies(self) -> vocabularies.Vocabularies:
        """Read the word lists: those of the installation with the edition's own.

        Raises:
            VocabularyError: one of the edition's own cannot be used.
        """
        own = sorted((self.folder / "vocabularies").glob("*.toml"))
        return vocabularies.extended({str(path): files.read(path) for path in own})

    @cached_property
    def logs(self) -> dict[str, log.Log]:
        """Read the decisions of the editors, by document id.

        Raises:
            TeicableError: a file of decisions cannot be used.
        """
        return {path.stem: log.read(files.read(path), str(path)) for path in sorted(self.review.glob("*.toml"))}

    def decisions(self, assignment: Assignment) -> dict[str, tuple[Decision, ...]]:
        """Return what was decided about the documents of one source, by document id."""
        documents = (assignment.id, *assignment.further)
        return {d: self.logs[d].decisions for d in documents if d in self.logs and self.logs[d].decisions}

    @cached_property
    def releases(self) -> releases.Releases:
        """Read what was released.

        Raises:
            ManifestError: the file cannot be used.
        """
        return releases.read(self.folder / releases.NAME)

    def authority_files(self) -> list[Path]:
        """Return the authority files, sorted."""
        return authority_files(self.folder)


def open_edition(folder: Path) -> Edition:
    """Return the edition in a folder (or whose ``edition.toml`` is named).

    Raises:
        ManifestError: there is none, or its manifest cannot be used.
    """
    return Edition(manifest.read(folder.parent if folder.name == manifest.NAME else folder))


def read_authorities(folder: Path) -> tuple[authorities.Authorities, list[Diagnostic]]:
    """Read the authority files below the folder of an edition, and what is wrong with them."""
    paths = authority_files(folder)
    return authorities.read({str(path): files.read(path) for path in paths})


def authority_files(folder: Path) -> list[Path]:
    """Return the authority files below the folder of an edition, sorted."""
    return sorted((folder / "authorities").glob("*.xml"))


def documents(paths: Iterable[Path]) -> list[Path]:
    """Return TEI files: those named, and those of the editions and folders named, sorted within each.

    Raises:
        TeicableError: nothing is named, or a folder holds none.
    """
    found: list[Path] = []
    for path in paths:
        folder = path / "tei" if (path / "tei").is_dir() else path
        inside = sorted(folder.glob("*.xml")) if path.is_dir() else [path]
        if not inside:
            raise TeicableError(f"{path} holds no TEI file", "convert something first: `teicable build FOLDER`")
        found += inside
    if not found:
        raise TeicableError("no file is named", "name an edition or TEI files")
    return found


def _transcript(path: Path, source: Path) -> bool:
    parts = path.relative_to(source).parts
    if any(part.startswith(".") for part in parts) or path.name == "sources.csv" or path.suffix == ".toml":
        return False
    return path.stem.lower() not in _ASIDE
