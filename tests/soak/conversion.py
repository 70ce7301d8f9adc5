"""Break transcripts at random and convert them: no crash, no loss, no hang, and TEI that is valid.

    python tests/soak/conversion.py --until 500000         go on to half a million, and write the report
    python tests/soak/conversion.py --from 500 --until 501 one transcript again
    python tests/soak/conversion.py --show 500             print it

Each transcript has a number, from which it follows: a gold cable, or a piece of one, with lines deleted, doubled and
swapped, brackets and quotation marks broken, another script, mojibake, bidirectional and control characters in it; one
in fifty is a web page, Word document, PDF or table with bytes changed. The state (tests/soak/conversion.json, not
tracked) is written after every block, so that a run can be stopped and taken up again. No test and no continuous
integration runs this.
"""

from __future__ import annotations

import argparse
import collections
import itertools
import json
import os
import random
import signal
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import cache
from pathlib import Path
from typing import Any

from teicable.conversion import Context, convert
from teicable.diagnostics import Diagnostic, Severity
from teicable.model.source import canonical, shared
from teicable.readers import read
from teicable.tei.decode import decode
from teicable.validation import grammar
from teicable.validation.layers import identifier
from teicable.xml.parse import parse

HERE = Path(__file__).resolve().parent
GOLD = HERE.parent / "evaluation" / "gold"
FILES = HERE.parent / "golden" / "readers"
STATE, REPORT = HERE / "conversion.json", HERE / "reports" / "conversion.md"
SLOW = 2.0
"""Seconds of processor time that are told, for each hundred kilobytes: the longest gold cable takes a twentieth."""
HANG = 60
"""Seconds of processor time after which a conversion is given up."""
BLOCK = 250
DELIMITERS = "[](){}<>“”\"'’«»"
STRANGE = (
    *("\u202e", "\u200f", "\u200b", "\ufeff", "\u00ad", "\x00", "\x07", "\x1b[31m", "\x0c", "\u2028", "\U0001f600"),
    *(
        "Совершенно секретно",
        "조선",
        "中國",
        "الرئيس",
        "é́́",
        "ﬁ",
        "&amp;",
        "<p>",
        "]]>",
        "<!--",
        "\\",
        "\t\t",
        " " * 300,
    ),
    *(
        "[[",
        "]]",
        "[…]",
        "[sic]",
        "[1]",
        "x/",
        "1.",
        "No. ",
        "31.2.1950",
        "25:61",
        "999999999999",
        "Copies:",
        "From ",
        "To ",
    ),
)


@cache
def cables() -> list[str]:
    """Return the gold cables, in a fixed order."""
    return [path.read_bytes().decode("utf-8") for path in sorted(GOLD.glob("[0-9]*.txt"))]


@cache
def files() -> list[tuple[str, bytes]]:
    """Return ending and bytes of the files that test the readers, in a fixed order."""
    paths = (path for path in sorted(FILES.iterdir()) if path.suffix in (".html", ".htm", ".docx", ".pdf", ".jsonl"))
    return [(path.suffix, path.read_bytes()) for path in paths]


def _lines(change: Callable[[list[str], random.Random], None]) -> Callable[[str, random.Random], str]:
    def changed(text: str, chance: random.Random) -> str:
        lines = text.split("\n")
        change(lines, chance)
        return "\n".join(lines)

    return changed


def _delete(lines: list[str], chance: random.Random) -> None:
    start = chance.randrange(len(lines))
    del lines[start : start + chance.choice((1, 1, 2, 5, 20))]


def _double(lines: list[str], chance: random.Random) -> None:
    place = chance.randrange(len(lines)) if lines else 0
    lines[place:place] = lines[place : place + chance.choice((1, 2, 10))] * chance.choice((1, 2, 50))


def _swap(lines: list[str], chance: random.Random) -> None:
    if len(lines) > 1:
        one, other = chance.sample(range(len(lines)), 2)
        lines[one], lines[other] = lines[other], lines[one]


def _shuffle(lines: list[str], chance: random.Random) -> None:
    chance.shuffle(lines)


def _join(lines: list[str], chance: random.Random) -> None:
    place = chance.randrange(len(lines)) if lines else 0
    run = chance.choice((2, 3, 10, len(lines)))
    lines[place : place + run] = [chance.choice(("", " ")).join(lines[place : place + run])]


def _insert(text: str, chance: random.Random) -> str:
    for _ in range(chance.choice((1, 1, 3, 20))):
        place = chance.randint(0, len(text))
        text = text[:place] + chance.choice((*STRANGE, *DELIMITERS)) + text[place:]
    return text


def _lose(text: str, chance: random.Random) -> str:
    """Lose some or all delimiters of one kind, or some characters of any kind."""
    if chance.random() < 0.5:
        kind = chance.choice(DELIMITERS)
        return "".join(c for c in text if c != kind or chance.random() < 0.5)
    return "".join(c for c in text if chance.random() > 0.01)


def _garble(text: str, chance: random.Random) -> str:
    """Read the bytes in the encoding of another machine, as pages often are."""
    return text.encode("utf-8", "replace").decode(chance.choice(("cp1252", "latin-1", "cp1251", "koi8-r")), "replace")


def _case(text: str, chance: random.Random) -> str:
    return chance.choice((str.upper, str.lower, str.title, str.swapcase))(text)


def _splice(text: str, chance: random.Random) -> str:
    """Put a stretch of the text elsewhere in it, which tears sentences, brackets and forms apart."""
    start = chance.randint(0, len(text))
    part, place = text[start : start + chance.choice((3, 30, 300))], chance.randint(0, len(text))
    return text[:place] + part + text[place:]


CHANGES: tuple[Callable[[str, random.Random], str], ...] = (
    *(_lines(change) for change in (_delete, _double, _swap, _shuffle, _join)),
    *(_insert, _insert, _lose, _lose, _garble, _case, _splice),
)


def _piece(text: str, chance: random.Random) -> str:
    """Keep some stretches of lines, the first of the form more often than not: most of what goes wrong is local."""
    lines = text.split("\n")
    kept = lines[: chance.choice((0, 6, 12))]
    for _ in range(chance.choice((1, 2))):
        start = chance.randrange(len(lines))
        kept += lines[start : start + chance.choice((2, 6, 12))]
    return "\n".join(kept)


def _damaged(data: bytes, chance: random.Random) -> bytes:
    """Change, lose or cut off bytes, as a broken download does."""
    for _ in range(chance.choice((1, 1, 3, 30))):
        place, run = chance.randint(0, len(data)), chance.choice((0, 1, 1, 50))
        data = data[:place] + chance.randbytes(chance.choice((0, 1, 1, 8))) + data[place + run :]
    return data[: chance.randint(0, len(data))] if chance.random() < 0.1 else data


def transcript(number: int) -> tuple[str, bytes]:
    """Return name and bytes of the transcript of a number; they are always the same."""
    chance = random.Random(f"conversion {number}")
    if chance.random() < 0.02:
        suffix, data = chance.choice(files())
        return f"soak{suffix}", _damaged(data, chance)
    text = chance.choice(cables())
    if chance.random() < 0.6:
        text = _piece(text, chance)
    if chance.random() < 0.1:
        text += "\n\n" + chance.choice(cables())
    for _ in range(chance.choice((1, 1, 2, 3, 6))):
        text = chance.choice(CHANGES)(text, chance)
    data = text.encode("utf-8", "surrogatepass")
    if chance.random() < 0.02:
        place = chance.randint(0, len(data))
        data = data[:place] + bytes([chance.randrange(256)]) + data[place + 1 :]
    return "soak.txt", data


def _give_up(*_: object) -> None:
    raise TimeoutError(f"more than {HANG} s")


def examined(name: str, data: bytes, context: Context) -> tuple[str, str]:
    """Return what became of a transcript, and what is wrong with it (nothing, mostly)."""
    begun = time.process_time()
    # Time of the processor, not of the clock: a busy machine is no hang.
    signal.signal(signal.SIGPROF, _give_up)
    signal.setitimer(signal.ITIMER_PROF, HANG)
    try:
        result = convert(name, data, context)
        wrong = _wrong(result.files, name, data)
    except Exception:  # a crash of any kind is what is looked for
        return "crash", traceback.format_exc(limit=-3)
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
    taken = time.process_time() - begun
    refusals = [one for one in result.diagnostics if one.severity is Severity.ERROR]
    if not result.files and not refusals:
        wrong = "no file, and no word why"
    if any(one.code == "F001" for one in refusals):
        wrong = next(one.message for one in refusals if one.code == "F001")
    if taken > SLOW * max(1, len(data) / 100_000):
        wrong = wrong or f"{taken:.1f} s for {len(data)} bytes"
    kind = "" if name.endswith(".txt") else f"{name.rpartition('.')[2]}, "
    return kind + ("refused" if not result.files else f"{min(len(result.files), 3)} documents"), wrong


def _wrong(made: Any, name: str, data: bytes) -> str:
    source = read(name, data)
    for document, tei in made.items():
        tree = parse(tei, document)
        if isinstance(tree, Diagnostic):
            return f"cannot be read: {tree.message}"
        found = grammar.check(tree, document)
        if found:
            return f"not valid: {found[0].code} {found[0].message}"
        if isinstance(source, list):
            return "a file from a source that no reader takes"
        if decode(tree.getroot()).text != canonical(shared(source, identifier(tree.getroot(), "lines")).text):
            return "its TEI does not give it back"
    return ""


@cache
def _context() -> Context:
    return Context()


def block(first: int, end: int) -> tuple[dict[str, int], list[tuple[int, str]]]:
    """Return how often each thing became of the transcripts of a block, and what is wrong with which."""
    counts: collections.Counter[str] = collections.Counter()
    found = []
    for number in range(first, end):
        verdict, wrong = examined(*transcript(number), _context())
        counts.update(("transcripts", verdict, *(["wrong"] if wrong else [])))
        if wrong:
            found.append((number, wrong))
    return dict(counts), found


def blocks(first: int, until: int, jobs: int) -> Iterator[tuple[int, dict[str, int], list[tuple[int, str]]]]:
    """Yield the end of each block and what it gave, in order.

    Raises:
        BrokenProcessPool: the process itself died, as only a library can make it do.
    """
    spans = ((start, min(start + BLOCK, until)) for start in range(first, until, BLOCK))
    with ProcessPoolExecutor(jobs) as pool:
        waiting: collections.deque[tuple[int, Future[Any]]] = collections.deque()
        for start, end in itertools.chain(spans, [(until, until)] * 2 * jobs):
            waiting.append((end, pool.submit(block, start, end)))
            if len(waiting) > 2 * jobs:
                end, result = waiting.popleft()
                yield end, *result.result()


def report(state: dict[str, Any]) -> str:
    """Return the report as Markdown."""
    rows = "".join(f"| {name} | {count:,} |\n" for name, count in sorted(state["counts"].items()))
    wrong = "".join(f"- {number}: {what}\n" for number, what in state["wrong"][:100]) or "Nothing.\n"
    return (
        "# What converting broken transcripts found\n\n`tests/soak/conversion.py` says how; `--show N` prints one.\n\n"
        f"| | |\n|---|---:|\n{rows}\n## What was wrong\n\n{wrong}"
    )


def main() -> int:
    """Run, and print what was found."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--from", dest="first", type=int, help="the number to begin with; else where it stopped")
    parser.add_argument("--until", type=int, default=500_000)
    parser.add_argument("--show", type=int)
    parser.add_argument("-j", "--jobs", type=int, default=os.cpu_count() or 1)
    options = parser.parse_args()
    if options.show is not None:
        sys.stdout.buffer.write(transcript(options.show)[1])
        return 0
    fresh = options.first is not None
    state: dict[str, Any] = json.loads(STATE.read_text("utf-8")) if STATE.exists() and not fresh else {}
    state = state or {"next": options.first or 0, "counts": {}, "wrong": []}
    counts = collections.Counter(state["counts"])
    try:
        for end, became, wrong in blocks(state["next"], options.until, options.jobs):
            counts.update(became)
            state.update(counts=dict(counts), next=end, wrong=[*state["wrong"], *wrong])
            for number, what in wrong:
                print(number, what, flush=True)
            if not fresh:
                STATE.write_text(json.dumps(state), encoding="utf-8")
    except BrokenProcessPool:
        print(f"the process died soon after {state['next']}: try --from {state['next']} -j 1", flush=True)
        return 1
    if not fresh:
        REPORT.write_text(report(state), encoding="utf-8")
    print(dict(counts))
    return 1 if state["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main())
