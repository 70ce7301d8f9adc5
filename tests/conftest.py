"""What all tests share: a process compiles our stylesheets once, and programs of others start quickly."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from teicable import resources
from teicable.edition import pool
from teicable.render import rendering
from teicable.xml.saxon import Transforms


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
