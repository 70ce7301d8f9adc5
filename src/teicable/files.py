"""Write files so that a reader sees the old one or the new one, never half of one."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from teicable.errors import TeicableError


def write(path: Path, data: bytes) -> bool:
    """Put ``data`` at ``path`` through a temporary name beside it; make folders as needed.

    Returns whether anything was written: a file that already holds these bytes keeps its time of modification.

    Raises:
        TeicableError: the place cannot be written to.
    """
    return bool(write_all({path: data}))


def write_all(wanted: Mapping[Path, bytes]) -> list[Path]:
    """Write several files: none before the new state of all stands beside them, then one after the other, in order.

    Returns those that were written; a file that already holds its bytes keeps its time of modification.

    Raises:
        TeicableError: a place cannot be written to; if that shows before the first is replaced, all stay as they are.
    """
    staged: dict[Path, Path] = {}
    path = Path()
    try:
        for path, data in wanted.items():
            if path.is_file() and path.read_bytes() == data:
                continue
            # The name is known before the file is made, so that it is taken away wherever the run is interrupted.
            temporary = staged[path] = path.with_name(f".{path.name}.{os.urandom(4).hex()}.tmp")
            path.parent.mkdir(parents=True, exist_ok=True)
            with temporary.open("xb") as stream:
                stream.write(data)
            if path.exists():
                shutil.copymode(path, temporary)
        for path, temporary in staged.items():
            os.replace(temporary, path)
    except OSError as error:
        raise TeicableError(f"cannot write {path}: {error.strerror or error}") from error
    finally:
        for temporary in staged.values():
            with suppress(OSError):
                temporary.unlink(missing_ok=True)
    return list(staged)


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


def zipped(place: Path, entries: Mapping[str, Path]) -> None:
    """Write files into a zip file under the names given, in their order, at the first time that zip knows.

    Raises:
        TeicableError: a file cannot be read, or the place cannot be written to.
    """
    import zipfile

    temporary = place.with_name(f".{place.name}.{os.urandom(4).hex()}.tmp")
    try:
        place.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(temporary, "x", zipfile.ZIP_DEFLATED, compresslevel=6) as archive:
            for name, path in entries.items():
                entry = zipfile.ZipInfo(name)
                entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
                with path.open("rb") as stream, archive.open(entry, "w") as target:
                    shutil.copyfileobj(stream, target)
        os.replace(temporary, place)
    except OSError as error:
        raise TeicableError(f"cannot write {place}: {error.strerror or error}") from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


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
