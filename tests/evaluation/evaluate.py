"""Convert the development set, read the facts back from the TEI, and print precision, recall and F1: ``make evaluate``.

The set is one to develop with: rules are tuned on it, so its figures say how far the work has come, not how well
conversion does on cables nobody has seen.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
CONTROL = "067"
"""The first cable of the control set."""
sys.path.insert(0, str(HERE))

import phrases  # noqa: E402
import recognisers  # noqa: E402
import score  # noqa: E402
from facts import Facts  # noqa: E402

from teicable import authorities, resources  # noqa: E402
from teicable.conversion import Context, convert  # noqa: E402
from teicable.diagnostics import Diagnostic  # noqa: E402
from teicable.xml.parse import parse  # noqa: E402


def conversions(names: list[str], known: authorities.Authorities) -> dict[str, Facts | None]:
    """Return the TEI of each cable named, by number; ``None`` for a cable without a file."""
    found: dict[str, Facts | None] = {}
    for path in (HERE / "gold" / f"{name}.txt" for name in names):
        result = convert(path.name, path.read_bytes(), Context(authorities=known))
        found[path.stem] = None
        for data in list(result.files.values())[:1]:
            tree = parse(data, path.name)
            if not isinstance(tree, Diagnostic):
                found[path.stem] = Facts(tree.getroot())
    return found


def scaffold() -> authorities.Authorities:
    """Return the authorities that every new edition begins with."""
    files = {path.name: path.read_bytes() for path in (resources.scaffold() / "authorities").glob("*.xml")}
    return authorities.read(files)[0]


def gold() -> tuple[dict[str, dict], dict[str, dict]]:
    """Return the expected facts by number, and what else may be said of them."""
    folder = HERE / "gold"
    read = {path.stem: json.loads(path.read_text("utf-8")) for path in folder.glob("*.json")}
    extra = read.pop("extra")
    return read, extra


HARD = frozenset((*map("{:03}".format, range(29, 37)), "050", "051", "066"))
"""Hostile cables, apart from the ordinary ones; see ``gold/README.md``."""


def kinds(names: list[str], made: dict[str, dict[str, object] | None]) -> dict[str, dict]:
    """Return the strict scores of ordinary and of hard cables."""
    parts = {"ordinary": [n for n in names if n not in HARD], "hard": [n for n in names if n in HARD]}
    return {kind: score.score(part, made, {})["strict"] for kind, part in parts.items() if part}


def chosen(files: str | None, control: bool) -> list[str]:
    """Return the numbers of the cables to evaluate: without a choice all but those of the control set."""
    names = sorted(path.stem for path in (HERE / "gold").glob("[0-9]*.txt"))
    if files:
        low, _, high = files.partition("-")
        return [name for name in names if low <= name <= (high or low)]
    return [name for name in names if (name >= CONTROL) == control]


def main() -> None:
    """Print the table, with the authorities of a new edition and without any."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("-v", action="store_true", help="list every difference")
    parser.add_argument("--files", help="for example 001-028")
    parser.add_argument("--control", action="store_true", help="the control set instead: only figures are shown")
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    names = chosen(options.files, options.control)
    if options.v and names[-1] >= CONTROL:
        parser.error("of the control set no differences are shown: rules must not be tuned on it")
    for title, known in (("with the authorities of a new edition", scaffold()), ("without authorities", None)):
        read = conversions(names, known or authorities.Authorities())
        made = {name: facts.read() if (facts := read[name]) else None for name in names}
        bodies = {name: str((made[name] or {}).get("body", "")) for name in names}
        result = score.score(names, made, bodies, options.v and known is not None)
        if options.json:
            print(json.dumps(result | kinds(names, made), indent=1))
            continue
        print(f"\n{title}")
        score.table(result)
        for kind, strict in kinds(names, made).items():
            micro = strict["micro"]
            print(f"{kind}: P {micro['precision']:.3f}, R {micro['recall']:.3f}, F1 {micro['f1']:.3f}, strict")
        recognisers.table({name: facts for name in names if (facts := read[name])}, *gold())
    if not options.json and not options.files:
        phrases.table()


if __name__ == "__main__":
    main()
