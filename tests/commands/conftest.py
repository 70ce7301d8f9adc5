"""Run verbs as an editor does: in a folder, with arguments, looking at output and exit code."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from teicable.cli import main

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def place(tmp_path, monkeypatch):
    """An empty folder to stand in."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1770000000")
    monkeypatch.delenv("NO_COLOR", raising=False)
    return tmp_path


@pytest.fixture
def teicable(place):
    """Run a command line and return its result; an exception that escapes is a failure."""

    def run(*arguments: object, code: int | None = 0, **options: object) -> Result:
        result = CliRunner().invoke(main, [str(argument) for argument in arguments], **options)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert code in (None, result.exit_code), result.stdout + result.stderr
        return result

    return run


@pytest.fixture
def edition(place, teicable):
    """A new edition with the invented sample, not built yet."""
    teicable("init", "ed", "-q")
    return place / "ed"


@pytest.fixture(scope="session")
def kept(tmp_path_factory):
    """Where editions are kept that many tests begin with."""
    return tmp_path_factory.mktemp("kept")


@pytest.fixture
def once(place, kept):
    """Let a function make an edition the first time it is asked for, and give every later test a copy of that.

    A copy is as current as what it was copied from: a state holds no place, which is tested.
    """

    def make(how: Callable[[], Path]) -> Path:
        whole = kept / f"{how.__module__}.{how.__qualname__}"
        if not whole.exists():
            shutil.copytree(how(), whole / "ed", symlinks=True)
        elif not (place / "ed").exists():
            shutil.copytree(whole / "ed", place / "ed", symlinks=True)
        return place / "ed"

    return make


@pytest.fixture
def built(once, place, teicable):
    """The new edition with the invented sample, after a build of all its parts."""

    def build() -> Path:
        teicable("init", "ed", "-q")
        teicable("build", "ed", "-q")
        return place / "ed"

    return once(build)


@pytest.fixture
def korea(place):
    """A copy of the sample edition, without what was built in it."""
    source = ROOT / "editions" / "korea-1950"
    if not source.is_dir():
        pytest.skip("this is a source distribution, which carries no edition")
    return Path(shutil.copytree(source, place / "korea-1950", ignore=shutil.ignore_patterns("build")))


@pytest.fixture
def another(place):
    """Write a further invented source for the edition and return its path."""
    edition = place / "ed"

    def write(name: str, number: int = 18, word: str = "three") -> Path:
        sample = (edition / "source" / "1950-01-09_sample_17.txt").read_text(encoding="utf-8")
        path = edition / "source" / name
        path.write_text(sample.replace("No. 17", f"No. {number}").replace("three", word), encoding="utf-8")
        return path

    return write


@pytest.fixture
def snapshot():
    """Read all files of a folder but the lock, and the search index, whose files differ from run to run."""

    def read(folder: Path) -> dict[str, bytes]:
        paths = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != ".lock")
        return {
            path.relative_to(folder).as_posix(): path.read_bytes() for path in paths if "pagefind" not in path.parts
        }

    return read
