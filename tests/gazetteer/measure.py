"""Measure how names in invented sentences are found: ``measure.py [-v]``.

``sentences.txt`` was written before the rules that it measures. Each line is a document of its own. Precision counts
every claim, also those of low certainty; a generic word at either end of a place (“Ussuri”, “Ussuri River”) does not
count, nor does “the” before it.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from teicable import authorities, resources
from teicable.annotate import annotate
from teicable.annotate.knowledge import Knowledge
from teicable.model.annotation import AnnotatedText, Segment, Zone
from teicable.model.source import source_text
from teicable.model.span import Span
from teicable.resolve import settle
from teicable.vocabularies import shipped

KINDS = {"p": "person", "l": "place", "o": "org"}
_MARK = re.compile(r"\{([plo]) ([^{}]+)\}")
_GENERIC = re.compile(
    r"(?: (?:River|Province|County|Island|Reservoir|Pass|Valley|Airport|Air Base|Street)| island)$", re.I
)


def read(line: str) -> tuple[str, set[tuple[int, str, str]]]:
    """Return a sentence without its marks and what they mark: start, kind, words."""
    text, marked, end = "", set(), 0
    for found in _MARK.finditer(line):
        text += line[end : found.start()]
        marked.add((len(text), KINDS[found[1]], found[2]))
        text += found[2]
        end = found.end()
    return text + line[end:], marked


def claimed(text: str, known: authorities.Authorities) -> set[tuple[int, str, str]]:
    """Return the names that conversion marks in a paragraph."""
    source = source_text("t.txt", text)
    zoned = AnnotatedText(source, (Segment(Span(0, len(source.text)), Zone.PARAGRAPH),))
    settled, _ = settle(annotate(zoned, Knowledge(shipped(), known))[0])
    return {(c.span.start, c.kind, c.span.of(text)) for c in settled.annotations if c.kind in KINDS.values()}


def bare(name: tuple[int, str, str]) -> tuple[int, str, str]:
    """Return a name without the generic word of a place."""
    return (name[0], name[1], _GENERIC.sub("", name[2]))


def measure(lines: list[str], known: authorities.Authorities) -> tuple[Counter[str], list[str]]:
    """Return the counts (“place found”, “place missing”, “place invented” …) and a list of differences."""
    counts: Counter[str] = Counter()
    differences = []
    for line in lines:
        text, marked = read(line)
        wanted, got = {bare(n) for n in marked}, {bare(n) for n in claimed(text, known)}
        for sign, names, what in (("-", wanted - got, "missing"), ("+", got - wanted, "invented")):
            differences += [f"{sign} {kind} {words}: {text[:60]}" for _, kind, words in sorted(names)]
            counts.update(f"{kind} {what}" for _, kind, _ in names)
        counts.update(f"{kind} found" for _, kind, _ in wanted & got)
    return counts, differences


def main() -> None:
    """Print precision and recall of each kind."""
    scaffold = resources.scaffold() / "authorities"
    known, _ = authorities.read({path.name: path.read_bytes() for path in sorted(scaffold.glob("*.xml"))})
    text = Path(__file__).with_name("sentences.txt").read_text("utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    counts, differences = measure(lines, known)
    if "-v" in sys.argv:
        print(*differences, sep="\n")
    for kind in KINDS.values():
        found, missing, invented = (counts[f"{kind} {what}"] for what in ("found", "missing", "invented"))
        precision, recall = found / max(found + invented, 1), found / max(found + missing, 1)
        print(f"{kind:<7}{found + missing:>4} | P {precision:.3f} R {recall:.3f}")


if __name__ == "__main__":
    main()
