"""BagIt 1.0 (RFC 8493): a folder with checksums of all it holds, which says itself whether it arrived whole.

Ours are deterministic: manifests are sorted, no time of day is written, the date is that of the edition.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path, PurePosixPath

from teicable import files
from teicable.diagnostics import Diagnostic, Location

ALGORITHMS = ("sha256", "sha512")
PAYLOAD = "data"
_DECLARING = "bagit.txt"
_DECLARATION = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
_DECLARED = re.compile(rb"BagIt-Version: (?:0\.9[3-7]|1\.0)\r?\nTag-File-Character-Encoding: UTF-8\r?\n?")
_LINE = re.compile(r"(?P<sum>[0-9A-Fa-f]+)[ \t]+\*?(?P<path>[^\r\n]+)")
_ESCAPED = {"%": "%25", "\n": "%0A", "\r": "%0D"}


def seal(folder: Path, info: Mapping[str, str]) -> None:
    """Make a bag of a folder that holds ``data/``: declaration, ``bag-info.txt``, manifests of payload and tag files.

    ``info`` are the lines of ``bag-info.txt`` besides the size, in their order; white space in them is folded. Files
    are read one after another, and nothing of them is kept.

    Raises:
        TeicableError: the folder cannot be written to.
    """
    manifests = [folder / f"manifest-{name}.txt" for name in ALGORITHMS]
    size = count = 0
    with files.written(*manifests) as streams:
        for path in files.inside(folder / PAYLOAD):
            size, count = size + path.stat().st_size, count + 1
            sums = files.digests(path, ALGORITHMS)
            for name, stream in zip(ALGORITHMS, streams, strict=True):
                stream.write(_line(sums[name], path.relative_to(folder)))
    lines = [f"{key}: {' '.join(value.split())}" for key, value in info.items() if value]
    files.write(folder / _DECLARING, _DECLARATION)
    bagged = "".join(f"{line}\n" for line in [*lines, f"Payload-Oxum: {size}.{count}"])
    files.write(folder / "bag-info.txt", bagged.encode())
    tags = sorted([folder / _DECLARING, folder / "bag-info.txt", *manifests])
    for name in ALGORITHMS:
        listed = (_line(files.digests(path, (name,))[name], path.relative_to(folder)) for path in tags)
        files.write(folder / f"tagmanifest-{name}.txt", b"".join(listed))


def bags(folder: Path) -> list[Path]:
    """Return the packages that a folder of packages holds; itself where it is one, or holds none.

    A folder in it that has a payload counts, so that one which lost its declaration is not passed over.
    """
    if (folder / _DECLARING).is_file():
        return [folder]
    held = {path.parent for name in (_DECLARING, PAYLOAD) for path in folder.glob(f"*/{name}")}
    return sorted(held) or [folder]


def check(folder: Path) -> list[Diagnostic]:
    """Return what is wrong with a bag: files that are missing, changed, or in no manifest (``D101`` to ``D104``)."""
    declaration = folder / _DECLARING
    if not declaration.is_file() or not _DECLARED.fullmatch(files.read(declaration)):
        message = f"{folder} is no bag: " + (
            "its bagit.txt is not understood" if declaration.is_file() else "it has no bagit.txt"
        )
        hint = (
            "ask for the package again"
            if (folder / PAYLOAD).is_dir()
            else "name the folder that holds bagit.txt and data"
        )
        return [Diagnostic("D101", message, Location(str(folder)), hint)]
    manifests = sorted(folder.glob("manifest-*.txt"))
    if not manifests:
        hint = "ask for the package again: without checksums nothing can be proved"
        return [Diagnostic("D101", f"{folder} is no bag: it has no manifest", Location(str(folder)), hint)]
    found: list[Diagnostic] = []
    present = {path.relative_to(folder).as_posix() for path in files.inside(folder / PAYLOAD)}
    for manifest in manifests:
        listed, broken = _listed(manifest, folder)
        found += broken + _compared(folder, manifest, listed)
        found += [
            _diagnostic("D104", folder, path, f"is not in {manifest.name}") for path in sorted(present - listed.keys())
        ]
    for manifest in sorted(folder.glob("tagmanifest-*.txt")):
        listed, broken = _listed(manifest, folder)
        found += broken + _compared(folder, manifest, listed)
    return list(dict.fromkeys(found))


def _line(digest: str, path: Path) -> bytes:
    return f"{digest}  {_escaped(path.as_posix())}\n".encode()


def _escaped(path: str) -> str:
    return "".join(_ESCAPED.get(character, character) for character in path)


def _plain(path: str) -> str:
    return re.sub("%(25|0[AD])", lambda found: chr(int(found[1], 16)), path, flags=re.IGNORECASE)


def _listed(manifest: Path, folder: Path) -> tuple[dict[str, str], list[Diagnostic]]:
    """Return the files of a manifest with their checksums, and the lines that cannot be used."""
    listed: dict[str, str] = {}
    broken: list[Diagnostic] = []
    for number, line in enumerate(files.lines(manifest), 1):
        entry = _LINE.fullmatch(line.decode("utf-8", "replace").rstrip("\r\n"))
        path = PurePosixPath(_plain(entry["path"])) if entry else PurePosixPath("..")
        if entry is None or path.is_absolute() or ".." in path.parts:
            shown = line.decode("utf-8", "replace").strip()[:60]
            message = f"“{shown}” is no line of a manifest, or leads out of the package"
            hint = "ask for the package again"
            broken.append(Diagnostic("D105", message, Location(str(manifest.relative_to(folder)), number), hint))
        else:
            listed[path.as_posix()] = entry["sum"].lower()
    return listed, broken


def _compared(folder: Path, manifest: Path, listed: Mapping[str, str]) -> list[Diagnostic]:
    algorithm = manifest.stem.rpartition("-")[2]
    if algorithm not in ALGORITHMS:
        return []
    found: list[Diagnostic] = []
    for path, expected in listed.items():
        if not (folder / path).is_file():
            found.append(_diagnostic("D102", folder, path, f"is missing, though {manifest.name} has it"))
        elif files.digests(folder / path, (algorithm,))[algorithm] != expected:
            found.append(_diagnostic("D103", folder, path, f"is not what was deposited: its {algorithm} differs"))
    return found


def _diagnostic(code: str, folder: Path, path: str, what: str) -> Diagnostic:
    hint = {
        "D102": "get the file from where the package came from",
        "D103": "get the file again; if it was changed on purpose, make a new package",
        "D104": "take the file away, or make a new package that knows it",
    }[code]
    return Diagnostic(code, f"“{path}” {what}", Location((folder / path).as_posix()), hint)
