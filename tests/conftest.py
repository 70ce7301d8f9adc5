"""What all tests share: a process compiles our stylesheets once, and programs of others start quickly."""

from __future__ import annotations

import gc
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NoReturn

import pytest

from teicable import resources
from teicable.edition import pool
from teicable.render import rendering
from teicable.xml.saxon import Transforms

VNU = Path(__file__).parent / "judges" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
EPUBCHECK = (Path("/usr/share/java/epubcheck.jar"), Path(os.environ.get("EPUBCHECK", "epubcheck.jar")))


def pytest_collection_finish() -> None:
    """Take the thousands of tests themselves out of what is searched for garbage again and again while they run."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session")
def brief_java() -> tuple[str, ...]:
    """How Java runs a judge that looks at a few files and ends.

    Without the second compiler, which works longer than it saves in so short a life, it takes half the time.
    The stack is that of the deepest grammar.
    """
    return ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss4m")


@pytest.fixture(scope="session")
def absent() -> Callable[[str], NoReturn]:
    """Return what to call where a judge is not there: it skips and says why, or fails where judges are required."""

    def tell(message: str) -> NoReturn:
        if os.environ.get("TEICABLE_JUDGES_REQUIRED") == "1":
            pytest.fail(message)
        pytest.skip(message)

    return tell


@pytest.fixture(scope="session")
def vnu(brief_java: tuple[str, ...], absent: Callable[[str], NoReturn]) -> Callable[[Iterable[Path]], list[str]]:
    """The Nu Html Checker: a function from files to its errors; one process for all of them."""
    java = shutil.which("java")
    if not VNU.is_file() or java is None:
        absent("NO NU HTML CHECKER: the HTML of pages was not judged; install Java and run `make judges`")

    def judge(files: Iterable[Path]) -> list[str]:
        command = [java, *brief_java, "-jar", str(VNU), "--errors-only", "--format", "json", *map(str, files)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        messages = json.loads(done.stderr)["messages"]
        told = [f"{m['url']}:{m.get('lastLine')}: {m['message']} in {m.get('extract')}" for m in messages]
        return told or ([f"vnu exited with {done.returncode}"] if done.returncode else [])

    return judge


@pytest.fixture(scope="session")
def epubcheck(brief_java: tuple[str, ...], absent: Callable[[str], NoReturn]) -> Callable[[Path], str]:
    """Return a function that gives all that EPUBCheck says against a file."""
    jar = next((path for path in EPUBCHECK if path.is_file()), None)
    java = shutil.which("java")
    if jar is None or java is None:
        absent("EPUBCHECK IS MISSING: no EPUB was judged; install epubcheck, or name its jar in EPUBCHECK")

    def judged(path: Path) -> str:
        command = [java, *brief_java, "-jar", str(jar), "--failonwarnings", str(path)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        return "" if done.returncode == 0 else done.stdout + done.stderr

    return judged


@pytest.fixture(scope="session", autouse=True)
def compiled_once() -> Iterator[None]:
    """Let builds of one process share what they compile: it was two thirds of the time of a small build.

    Only sets of our own stylesheets are shared, with whoever wants some of them; no test changes them where they stand,
    and what an edition brings is compiled anew each time. A process that a test starts, such as ``python -m teicable``
    or a worker of a build, knows nothing of this; so a build takes a second process only where a test says how many, or
    has hundreds of cables.
    """
    ours = resources.transforms().resolve()
    kept: list[tuple[Mapping[str, Path], Transforms]] = []

    def compiled(stylesheets: Mapping[str, Path], trusted: Sequence[Path] = ()) -> Transforms:
        if trusted or not all(path.resolve().is_relative_to(ours) for path in stylesheets.values()):
            return Transforms(stylesheets, trusted)
        for others, transforms in kept:
            if stylesheets.items() <= others.items():
                return transforms
        kept.append((dict(stylesheets), Transforms(stylesheets)))
        return kept[-1][1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rendering, "Transforms", compiled)
        patch.setattr(pool, "ENOUGH", 500)
        yield
