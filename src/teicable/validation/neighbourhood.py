"""Validate files where they stand: with the authority files and transcripts of the edition around them."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from teicable import authorities, files
from teicable.diagnostics import Diagnostic, in_edition
from teicable.errors import TeicableError
from teicable.model.declaration import Columns, Declaration, Editor
from teicable.readers.table import Tables, table_of
from teicable.tei.header import PREFIXES
from teicable.validation import agreement
from teicable.validation.layers import LAYERS, OWN, Surroundings, validate
from teicable.xml.parse import parse

MANIFEST = "edition.toml"
"""The file by which the folder of an edition is known."""
INTRODUCTION = "introduction.xml"
"""The file beside it that holds an introduction by the editors."""
_PASSED_OVER = frozenset({"build", "transforms", "node_modules"})


def tei_files(paths: Iterable[Path]) -> list[Path]:
    """Return the files named, and the XML files below the folders named, each once and sorted within its folder.

    What is built, stylesheets and hidden folders are passed over.

    Raises:
        TeicableError: a path does not exist, or a folder holds no XML file.
    """
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = [p for p in sorted(path.rglob("*.xml")) if not _passed_over(p.relative_to(path).parts)]
            if not inside:
                raise TeicableError(f"{path} holds no XML file", "convert something first: `teicable build FOLDER`")
            found.update(dict.fromkeys(inside))
        elif path.exists():
            found[path] = None
        else:
            hint = "name TEI files, or the folder of an edition; `teicable init FOLDER` makes a new one"
            raise TeicableError(f"there is no file or folder {path}", hint)
    return list(found)


@dataclass
class Neighbourhood:
    """The editions around the files being validated, each read once.

    Attributes:
        layers: the layers of validation to run.
        declared: from the folder of an edition, and what the editor calls it, to what its manifest declares.
        diagnostics: what is wrong with manifests and authority files that were read on the way.
    """

    layers: Collection[str] = LAYERS
    declared: Callable[[Path, Path], Declaration | Diagnostic | None] = lambda folder, shown: None
    diagnostics: list[Diagnostic] = field(default_factory=list)
    _authorities: dict[Path, authorities.Authorities | None] = field(default_factory=dict)
    _broken: set[Path] = field(default_factory=set)
    _names: dict[Path, frozenset[str]] = field(default_factory=dict)
    _declared: dict[Path, Declaration | None] = field(default_factory=dict)
    _tables: dict[Path, Tables] = field(default_factory=dict)
    _heard: dict[Path, list[agreement.Statement]] = field(default_factory=dict)

    def validate(self, path: Path) -> list[Diagnostic]:
        """Return what is wrong with one file."""
        data = files.read(path)
        self.hear(path, data)
        return self.check(path, data)

    def check(self, path: Path, data: bytes) -> list[Diagnostic]:
        """Return what would be wrong with one file if it held these bytes."""
        if _is_introduction(path):
            return self._introduction(path, data)
        edition = path.resolve().parent.parent
        shown = Path(os.path.normpath(path.parent / ".."))
        around = Surroundings(
            self._known(edition, shown),
            self._in(path.resolve().parent),
            lambda name: self._transcript(edition, name),
            self._answering(edition, shown),
            shown.as_posix() if (edition / MANIFEST).is_file() else "",
        )
        return self._told(validate(data, str(path), around, self.layers), edition, shown)

    def _introduction(self, path: Path, data: bytes) -> list[Diagnostic]:
        """Return what is wrong with the editors' own words: any TEI, whose references arrive."""
        edition, shown = path.resolve().parent, path.parent
        around = Surroundings(
            self._known(edition, shown),
            frozenset(f"tei/{name}" for name in self._in(edition / "tei")),
            editors=self._answering(edition, shown),
            edition=shown.as_posix(),
            prefixes=tuple(prefix for prefix, _ in PREFIXES),
        )
        layers = [layer for layer in self.layers if layer in OWN]
        return self._told(validate(data, str(path), around, layers), edition, shown)

    def _told(self, found: list[Diagnostic], edition: Path, shown: Path) -> list[Diagnostic]:
        # While an authority file cannot be read, nobody knows which entries are missing.
        passed = "X103" if edition in self._broken else ""
        return [in_edition(diagnostic, shown) for diagnostic in found if diagnostic.code != passed]

    def agreement(self) -> list[Diagnostic]:
        """Return what the documents of each edition that were validated owe each other."""
        return [found for heard in self._heard.values() for found in agreement.check(heard)]

    def hear(self, path: Path, data: bytes) -> None:
        """Keep what a document says that others of its edition may say too."""
        if _is_introduction(path):
            return
        tree = parse(data, str(path))
        said = None if isinstance(tree, Diagnostic) else agreement.stated(tree.getroot(), str(path))
        if said is not None:
            self._heard.setdefault(path.resolve().parent.parent, []).append(said)

    def sources(self, path: Path) -> Callable[[str], bytes | None]:
        """Return what gives the bytes of a transcript, by its name, in the edition around a file."""
        edition = path.resolve().parent.parent
        self._answering(edition, Path(os.path.normpath(path.parent / "..")))
        return lambda name: self._transcript(edition, name)

    def _transcript(self, edition: Path, name: str) -> bytes | None:
        if not table_of(name):
            return transcript(edition, name)
        if edition not in self._tables:
            declared = self._declared.get(edition)
            self._tables[edition] = Tables(edition / "source", declared.columns if declared else Columns())
        return self._tables[edition].read(name)

    def _known(self, edition: Path, shown: Path) -> authorities.Authorities | None:
        if edition not in self._authorities:
            paths = sorted((edition / "authorities").glob("*.xml"))
            found, diagnostics = authorities.read({str(shown / "authorities" / p.name): files.read(p) for p in paths})
            self._authorities[edition] = found if paths else None
            self.diagnostics += diagnostics
            if diagnostics:
                self._broken.add(edition)
        return self._authorities[edition]

    def _answering(self, edition: Path, shown: Path) -> tuple[Editor, ...]:
        if edition not in self._declared:
            declared = self.declared(edition, shown)
            if isinstance(declared, Diagnostic):
                self.diagnostics.append(declared)
                declared = None
            self._declared[edition] = declared
        declared = self._declared[edition]
        return declared.editors if declared else ()

    def _in(self, folder: Path) -> frozenset[str]:
        if folder not in self._names:
            self._names[folder] = frozenset(path.name for path in folder.glob("*.xml"))
        return self._names[folder]


def transcript(edition: Path, name: str) -> bytes | None:
    """Return the bytes of a transcript of an edition; a name that would lead out of its folder leads nowhere."""
    folder = (edition / "source").resolve()
    path = (folder / name).resolve()
    return files.read(path) if path.is_relative_to(folder) and path.is_file() else None


def _is_introduction(path: Path) -> bool:
    return path.name == INTRODUCTION and (path.parent / MANIFEST).is_file()


def _passed_over(parts: tuple[str, ...]) -> bool:
    return any(part.startswith(".") or part in _PASSED_OVER for part in parts)
