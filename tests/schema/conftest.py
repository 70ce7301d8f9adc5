"""What the tests of the schema share: the schema, the model encodings, and the judges that others made."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NoReturn

import pytest

PROJECT = Path(__file__).resolve().parents[2]
FIXTURES = Path(__file__).resolve().parent / "fixtures"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "example" in metafunc.fixturenames:
        paths = _documents()
        metafunc.parametrize("example", paths, ids=[f"{path.parent.name}-{path.stem}" for path in paths])


def _documents() -> list[Path]:
    """Return encodings made by hand, what conversion makes of the sample edition, and every authority file."""
    folders = [FIXTURES / "valid", PROJECT / "src" / "teicable", PROJECT / "editions"]
    made = [path for folder in folders for path in folder.rglob("*.xml") if "build" not in path.parts]
    return sorted(made)


@pytest.fixture(scope="session")
def schema() -> Path:
    """The folder ``schema/``."""
    return PROJECT / "schema"


@pytest.fixture(scope="session")
def examples() -> list[Path]:
    """Cables and authority files, made by hand and by conversion."""
    return _documents()


@pytest.fixture(scope="session")
def tei_all(absent: Callable[[str], NoReturn]) -> Path:
    """The RELAX NG grammar of the whole of TEI P5."""
    folder = Path(os.environ.get("TEICABLE_JUDGES", PROJECT.parent / "shared" / "schemas"))
    path = folder / "tei_all.rng"
    if not path.is_file():
        absent(f"{path} is absent: set TEICABLE_JUDGES to the folder that holds it")
    return path


@pytest.fixture(scope="session")
def jing(brief_java: tuple[str, ...], absent: Callable[[str], NoReturn]) -> Callable[[Path, Iterable[Path]], list[str]]:
    """Return a function that gives what jing says against the files; one process for all of them."""
    program = shutil.which("jing")
    if program is None:
        absent("jing is not installed")
    # A wrapper starts it: Java is told through its own variable, and says so each time.
    environment = {**os.environ, "JDK_JAVA_OPTIONS": " ".join(brief_java)}

    def judge(grammar: Path, files: Iterable[Path]) -> list[str]:
        command = [str(program), str(grammar), *map(str, files)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, env=environment)
        lines = (done.stdout + done.stderr).splitlines()
        # Debian's wrapper warns of optional jars that jing does without
        spared = ("[warning]", "NOTE: Picked up JDK_JAVA_OPTIONS")
        found = [line for line in lines if line.strip() and not line.startswith(spared)]
        return found or ([f"jing exited with {done.returncode}"] if done.returncode else [])

    return judge
