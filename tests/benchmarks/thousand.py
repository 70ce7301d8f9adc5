"""Measure a build of many cables step by step: ``python tests/benchmarks/thousand.py [CABLES]``.

The cables are those of the evaluation, again and again in other years, in an edition with the authority files of the
sample. All is done in one process, one thing after the other; figures are seconds of the processor, each without the
steps inside it, so that they add up. Nothing fails here: a person judges.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial, wraps
from pathlib import Path
from typing import Any

from teicable import files
from teicable.edition import neighbours, outputs, plan, run, search, site, worker
from teicable.edition.beginning import begin
from teicable.edition.folder import open_edition
from teicable.render import rendering
from teicable.validation import layers

ROOT = Path(__file__).parents[2]
YEAR = re.compile(r"\b19([4-7]\d)\b")


class Steps:
    """How long the steps of a build take, each without those inside it."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.calls: dict[str, int] = {}
        self._inside = [0.0]

    def timed(self, name: Callable[..., str], work: Callable[..., Any]) -> Callable[..., Any]:
        """Return ``work`` that adds its time under the name that its arguments give."""

        @wraps(work)
        def step(*given: Any, **named: Any) -> Any:
            self._inside.append(0.0)
            begun = time.process_time()
            try:
                return work(*given, **named)
            finally:
                taken = time.process_time() - begun
                called = name(*given)
                self.seconds[called] = self.seconds.get(called, 0.0) + taken - self._inside.pop()
                self.calls[called] = self.calls.get(called, 0) + 1
                self._inside[-1] += taken

        return step

    def watch(self, place: Any, function: str, name: str | Callable[..., str]) -> None:
        """Time a function of a module or class from now on."""
        called = name if callable(name) else lambda *_: name
        setattr(place, function, self.timed(called, getattr(place, function)))


def cables(folder: Path, count: int) -> None:
    """Write ``count`` transcripts into ``folder``: those of the evaluation, moved by some years each time."""
    gold = sorted((ROOT / "tests" / "evaluation" / "gold").glob("*.txt"))
    for number in range(count):
        path, years = gold[number % len(gold)], number // len(gold)
        later = partial(lambda years, year: f"19{int(year[1]) + years}", years)
        moved = YEAR.sub(later, path.read_text(encoding="utf-8-sig"))
        (folder / f"{path.stem}-{years:02}.txt").write_text(moved, encoding="utf-8")


def edition(folder: Path, count: int) -> None:
    """Make an edition of ``count`` cables."""
    begin(folder)
    manifest = folder / "edition.toml"
    words = manifest.read_text(encoding="utf-8")
    manifest.write_text(words.replace("[edition]", '[edition]\naddress = "https://example.org/"', 1), encoding="utf-8")
    for path in (ROOT / "editions" / "korea-1950" / "authorities").glob("*.xml"):
        shutil.copy(path, folder / "authorities")
    for path in (folder / "source").glob("*.txt"):
        path.unlink()
    cables(folder / "source", count)


def main() -> None:
    """Print the table of steps."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    steps = Steps()
    steps.watch(worker.Worker, "convert", "convert")
    steps.watch(layers, "validate", "validate")
    steps.watch(
        rendering.Renderer,
        "render",
        lambda _self, _tei, name, given=None, *_: f"render {name}{' part' if 'part' in (given or {}) else ''}",
    )
    steps.watch(rendering.Renderer, "typeset", "typeset")
    steps.watch(rendering.Renderer, "__init__", "compile stylesheets")
    steps.watch(worker, "infoset", "infoset")
    steps.watch(files, "write", "write files")
    steps.watch(site, "indexes", "pages of the edition: all else")
    steps.watch(site, "built", "list what was built")
    steps.watch(neighbours, "links", "neighbours")
    steps.watch(plan, "write", "write state")
    steps.watch(search, "make", "search index (another process)")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "ed"
        edition(folder, count)
        begun, wall = time.process_time(), time.perf_counter()
        steps.watch(run, "build", "all else")
        run.build(open_edition(folder), jobs=1, wanted=outputs.ALL - {outputs.BOOK})
        print(
            f"{count} cables: {time.process_time() - begun:.1f} s of the processor, {time.perf_counter() - wall:.1f} s"
        )
    for name, taken in sorted(steps.seconds.items(), key=lambda step: -step[1]):
        print(f"{name:<45}{taken:>8.2f} s{steps.calls[name]:>8} times{1000 * taken / steps.calls[name]:>9.2f} ms")


if __name__ == "__main__":
    main()
