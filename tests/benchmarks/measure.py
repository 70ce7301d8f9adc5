"""Measure the stages in units that do not depend on the machine: ``make bench``.

U is one identity transform by Saxon, from parsing to serialising, of the fixed file ``unit.xml``. U and the stages take
turns, round after round, so that a machine that is busy for a while slows all alike; the ratio of medians says what a
stage takes in U as things are, that of minima what it takes when nothing disturbs. Nothing fails here: budgets are
printed beside the figures for a person to judge.
"""

from __future__ import annotations

import itertools
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from statistics import median

from teicable import authorities, resources
from teicable.conversion import Context, convert
from teicable.edition.beginning import begin
from teicable.edition.folder import open_edition
from teicable.edition.run import build
from teicable.model.declaration import Declaration
from teicable.render.rendering import Renderer
from teicable.validation.layers import Surroundings, validate
from teicable.xml.saxon import Transforms

HERE = Path(__file__).parent
ROUNDS = 60
BUDGETS = {"convert": 10, "validate": 12, "page": 8}


def milliseconds(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the median time of ``work`` after three rounds that do not count."""
    for _ in range(3):
        work()
    times = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        times.append(time.perf_counter() - begun)
    return 1000 * median(times)


def in_turn(works: Mapping[str, Callable[[], object]], rounds: int = ROUNDS) -> dict[str, list[float]]:
    """Return the milliseconds that each of ``works`` took in every round, after three rounds that do not count."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(3 + rounds):
        for name, work in works.items():
            begun = time.perf_counter()
            work()
            times[name].append(1000 * (time.perf_counter() - begun))
    return {name: taken[3:] for name, taken in times.items()}


def unit() -> Callable[[], object]:
    """Return what is one U; two texts alternate, because the one that was read last would not be read again."""
    identity = Transforms({"identity": HERE / "identity.xsl"})
    fixed = (HERE / "unit.xml").read_text(encoding="utf-8")
    texts = itertools.cycle((fixed, fixed + "\n"))
    return lambda: identity.run("identity", next(texts))


def stages() -> dict[str, Callable[[], object]]:
    """Return the stages by name, each ready to be run on the fixed cable."""
    scaffold = resources.scaffold() / "authorities"
    files = {path.name: path.read_bytes() for path in sorted(scaffold.glob("*.xml"))}
    files["taxonomies.xml"] = resources.vocabulary("taxonomies.xml").read_bytes()
    known, _ = authorities.read(files)
    source = (HERE / "source.txt").read_bytes()
    context = Context(authorities=known, declaration=Declaration(title="Benchmark", original="ru"))
    (tei,) = convert("source.txt", source, context).files.values()
    around = Surroundings(known, frozenset(), lambda name: source)
    renderer = Renderer(("html",))
    files_in_turn = itertools.cycle((tei, tei + b"\n"))  # the file that was read last would not be read again
    return {
        "convert": lambda: convert("source.txt", source, context),
        "validate": lambda: validate(tei, "a.xml", around),
        "page": lambda: renderer.render(next(files_in_turn), "html"),
    }


def cold_start() -> float:
    """Return the seconds that one ``teicable convert`` takes, from nothing but what an installation has: bytecode."""
    command = [sys.executable, "-m", "teicable", "convert", str(HERE / "source.txt")]
    with tempfile.TemporaryDirectory() as folder:
        run = partial(subprocess.run, command, capture_output=True, check=False, env=compiled(Path(folder)))
        return milliseconds(run, 5) / 1000


def compiled(folder: Path) -> dict[str, str]:
    """Return an environment in which bytecode is kept in ``folder``, also where Python is told not to write any."""
    kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    return kept | {"PYTHONPYCACHEPREFIX": str(folder)}


def one_changed_source() -> tuple[float, float]:
    """Return the seconds of a build after one of fifty sources changed: of pages alone, and with index, book and EPUB.

    Each is a process of its own, start and all, as when an editor calls ``teicable build``.
    """
    with tempfile.TemporaryDirectory() as folder:
        begin(Path(folder) / "ed")
        text = (HERE / "source.txt").read_text(encoding="utf-8")
        sources = Path(folder) / "ed" / "source"
        for number in range(50):
            cable = text.replace("No. 17", f"No. {100 + number}")
            (sources / f"{number}.txt").write_text(cable, encoding="utf-8")
        build(open_edition(Path(folder) / "ed"))
        taken = []
        for word, wanted in (("thirty", "outputs.ALL"), ("fifty", "()"), ("sixty", "outputs.ALL")):
            changed = text.replace("No. 17", "No. 125").replace("forty", word)
            (sources / "25.txt").write_text(changed, encoding="utf-8")
            taken.append(_build(Path(folder), wanted))
        return taken[1], taken[2]  # the first makes the bytecode


def _build(folder: Path, wanted: str) -> float:
    """Return the seconds that a process takes to build the edition ``ed``."""
    edition = f"open_edition(Path({str(folder / 'ed')!r}))"
    names = "from pathlib import Path; from teicable.edition import folder, run, outputs"
    code = f"{names}; run.build(folder.{edition}, wanted={wanted})"
    begun = time.perf_counter()
    subprocess.run([sys.executable, "-c", code], check=True, env=compiled(folder / "compiled"))
    return time.perf_counter() - begun


def main() -> None:
    """Print a table of ratios."""
    times = in_turn({"U": unit(), **stages()})
    middle, least = median(times["U"]), min(times["U"])
    print(f"U = {middle:.2f} ms, at least {least:.2f} ms\n")
    print(f"{'stage':<10}{'ms':>8}{'U':>8}{'least ms':>10}{'least U':>9}{'budget':>8}")
    for name, budget in BUDGETS.items():
        taken, best = median(times[name]), min(times[name])
        print(f"{name:<10}{taken:>8.2f}{taken / middle:>8.1f}{best:>10.2f}{best / least:>9.1f}{budget:>8}")
    print(f"\ncold start of one convert: {cold_start():.2f} s (budget 1 s)")
    pages, whole = one_changed_source()
    print(f"TEI, page, neighbours and indexes current after one of 50 sources changed: {pages:.2f} s (budget 2 s)")
    print(f"the same with search index, book and EPUB, of 50 cables: {whole:.2f} s (targets of their own, no budget)")


if __name__ == "__main__":
    main()
