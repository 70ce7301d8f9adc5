"""Write files so that a reader sees the old one or the new one, never half of one."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, BinaryIO, cast

from teicable.errors import TeicableError

if TYPE_CHECKING:
    from zipfile import ZipInfo


def write(path: Path, data: bytes) -> bool:
    """Put ``data`` at ``path`` through a temporary name beside it; make folders as needed.

    Returns whether anything was written: a file that already holds these bytes keeps its time of modification.

    Raises:
        TeicableError: the place cannot be written to.
    """
    return bool(write_all({path: data}))


def stream(path: Path, pieces: Iterable[bytes]) -> bool:
    """Put what comes in pieces at ``path``, holding one at a time; nothing where nothing comes, and say so.

    Raises:
        TeicableError: the place cannot be written to.
    """
    remaining = (piece for piece in pieces if piece)
    first = next(remaining, b"")
    if first:
        with written(path) as (place,):
            place.write(first)
            place.writelines(remaining)
    return bool(first)


def write_all(wanted: Mapping[Path, bytes]) -> list[Path]:
    """Write several files: none before the new state of all stands beside them, then one after the other, in order.

    Returns those that were written; a file that already holds its bytes keeps its time of modification.

    Raises:
        TeicableError: a place cannot be written to; if that shows before the first is replaced, all stay as they are.
    """
    with _staged() as aside:
        written = [path for path, data in wanted.items() if not (path.is_file() and read(path) == data)]
        for path in written:
            temporary = aside(path)
            with temporary.open("xb") as stream:
                stream.write(wanted[path])
            if path.exists():
                shutil.copymode(path, temporary)
    return written


def read(path: Path) -> bytes:
    """Return the bytes of a file.

    Raises:
        TeicableError: the file is missing, a folder, or not readable.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise TeicableError(f"cannot read {path}: {error.strerror or error}") from error


def lines(path: Path) -> Iterator[bytes]:
    """Yield the lines of a file with their ends, one at a time.

    Raises:
        TeicableError: see `read`.
    """
    try:
        with path.open("rb") as stream:
            yield from stream
    except OSError as error:
        raise TeicableError(f"cannot read {path}: {error.strerror or error}") from error


def digests(path: Path, algorithms: Iterable[str]) -> dict[str, str]:
    """Return the checksums of a file by algorithm, in hexadecimal; it is read once, a piece at a time.

    Raises:
        TeicableError: see `read`.
    """
    sums = {name: hashlib.new(name) for name in algorithms}
    try:
        with path.open("rb") as stream:
            while piece := stream.read(1 << 20):
                for one in sums.values():
                    one.update(piece)
    except OSError as error:
        raise TeicableError(f"cannot read {path}: {error.strerror or error}") from error
    return {name: one.hexdigest() for name, one in sums.items()}


def copy(source: Path, target: Path) -> None:
    """Copy the bytes of a file; folders are made as needed.

    Raises:
        TeicableError: it cannot be read, or the place cannot be written to.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    except OSError as error:
        raise TeicableError(f"cannot copy {source} to {target}: {error.strerror or error}") from error


def zipped(place: Path, entries: Iterable[tuple[str, Path]]) -> None:
    """Write files into a zip file under the names given, in their order, at the first time that zip knows.

    Raises:
        TeicableError: a file cannot be read, or the place cannot be written to.
    """
    import tempfile
    import zipfile

    with (
        tempfile.TemporaryFile() as listed,
        written(place) as (stream,),
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as archive,
    ):
        archive.filelist, archive.NameToInfo = cast("list[ZipInfo]", _Listing(listed)), _Forgetful()
        for name, path in entries:
            entry = zipfile.ZipInfo(name)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            with path.open("rb") as source, archive.open(entry, "w") as target:
                shutil.copyfileobj(source, target)


class _Listing:
    """What a zip file lists at its end, kept on disk: of a hundred thousand entries it is more than all else."""

    def __init__(self, place: IO[bytes]) -> None:
        self._place, self._count = place, 0

    def append(self, entry: ZipInfo) -> None:
        said = {name: getattr(entry, name) for name in entry.__slots__ if hasattr(entry, name)}
        self._place.write(f"{said!r}\n".encode())
        self._count += 1

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[ZipInfo]:
        import ast
        import zipfile

        self._place.seek(0)
        for line in self._place:
            entry = zipfile.ZipInfo()
            for name, value in ast.literal_eval(line.decode()).items():
                setattr(entry, name, value)
            yield entry


class _Forgetful(dict[str, "ZipInfo"]):
    """The same by name, which a zip file that is only written never asks for."""

    def __setitem__(self, name: str, entry: ZipInfo) -> None:
        pass


def extent(path: Path, start: int, stop: int) -> bytes:
    """Return the bytes of a file from ``start`` up to ``stop``.

    Raises:
        TeicableError: see `read`.
    """
    try:
        with path.open("rb") as stream:
            stream.seek(start)
            return stream.read(stop - start)
    except OSError as error:
        raise TeicableError(f"cannot read {path}: {error.strerror or error}") from error


@contextmanager
def written(*paths: Path) -> Iterator[tuple[BinaryIO, ...]]:
    """Let files be filled piece by piece, and put them in their places when the block has ended; else none of them.

    Raises:
        TeicableError: a place cannot be written to.
    """
    with _staged() as aside, ExitStack() as streams:
        yield tuple(streams.enter_context(aside(path).open("xb")) for path in paths)


@contextmanager
def _staged() -> Iterator[Callable[[Path], Path]]:
    """Let the new state of files be written beside them, and put it in their places when the block has ended.

    The block is given a function that says where that of a file goes. If it fails, all files stay as they are.

    Raises:
        TeicableError: a place cannot be written to.
    """
    staged: dict[Path, Path] = {}
    path = Path()

    def aside(wanted: Path) -> Path:
        nonlocal path
        path = wanted
        # The name is known before the file is made, so that it is taken away wherever the run is interrupted.
        staged[path] = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
        path.parent.mkdir(parents=True, exist_ok=True)
        return staged[path]

    try:
        yield aside
        for path, temporary in staged.items():
            os.replace(temporary, path)
    except OSError as error:
        raise TeicableError(f"cannot write {path}: {error.strerror or error}") from error
    finally:
        for temporary in staged.values():
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def inside(folder: Path, *, hidden: bool = True) -> Iterator[Path]:
    """Yield all files below a folder in the order of the characters of their paths, holding no more than one folder's.

    ``hidden`` are files and folders whose names begin with a dot. What is no folder holds nothing.
    """
    try:
        with os.scandir(folder) as found:
            kinds = ((entry.name, entry.is_dir(follow_symlinks=False), entry.is_file()) for entry in found)
            entries = sorted(
                f"{name}/" if is_folder else name for name, is_folder, is_file in kinds if is_folder or is_file
            )
    except (FileNotFoundError, NotADirectoryError):
        return
    except OSError as error:
        raise TeicableError(f"cannot read {folder}: {error.strerror or error}") from error
    for name in entries:
        if name.startswith(".") and not hidden:
            continue
        if name.endswith("/"):
            yield from inside(folder / name, hidden=hidden)
        else:
            yield folder / name


def remove(path: Path) -> None:
    """Delete a file that an earlier run wrote; a file that is already gone is no error."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise TeicableError(f"cannot remove {path}: {error.strerror or error}") from error


@contextmanager
def renewed(folder: Path, aside: Path) -> Iterator[Path]:
    """Let a folder be made anew in ``aside``, and put it in the place of the old one when it is whole.

    The block fills the folder that it is given. If it fails, the old one stays. ``aside`` is on the same disk and
    nobody else's; what a run that was killed left there is taken away.

    Raises:
        TeicableError: the place cannot be written to.
    """
    new, old = aside / "new", aside / "old"
    try:
        shutil.rmtree(aside, ignore_errors=True)
        new.mkdir(parents=True)
        yield new
        folder.parent.mkdir(parents=True, exist_ok=True)
        if folder.exists():
            os.replace(folder, old)
        os.replace(new, folder)
    except OSError as error:
        raise TeicableError(f"cannot write {folder}: {error.strerror or error}") from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def remove_folder(folder: Path) -> None:
    """Delete a folder that an earlier run made; one that is already gone is no error."""
    try:
        if folder.exists():
            shutil.rmtree(folder)
    except OSError as error:
        raise TeicableError(f"cannot remove {folder}: {error.strerror or error}") from error


@contextmanager
def locked(path: Path, purpose: str) -> Iterator[None]:
    """Hold the lock file ``path`` while the block runs; ``purpose`` says for what, in a sentence such as “is building”.

    The lock is the system's own: it ends with the process that held it, however that process ended. What stands in
    the file only names the holder, so the file of a run that was killed is no obstacle.

    Raises:
        TeicableError: another process holds the lock; the message names it.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError as error:
        raise TeicableError(f"cannot write {path}: {error.strerror or error}") from error
    try:
        try:
            _lock(handle)
        except OSError:
            holder = os.read(handle, 100).decode("utf-8", "replace").strip() or "another process"
            raise TeicableError(
                f"{holder} {purpose}", "wait until it has finished, or end it, then try again"
            ) from None
        os.ftruncate(handle, 0)
        os.write(handle, f"process {os.getpid()}\n".encode())
        yield
        os.ftruncate(handle, 0)
    finally:
        os.close(handle)


if sys.platform == "win32":
    import msvcrt

    def _lock(handle: int) -> None:
        # A byte far behind the text: Windows forbids others to read what is locked.
        os.lseek(handle, 1 << 20, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        finally:
            os.lseek(handle, 0, os.SEEK_SET)

else:
    import fcntl

    def _lock(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
