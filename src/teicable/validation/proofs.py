"""Prove of a TEI file, from itself alone, that it holds the words of its source: ``teicable prove``.

The text of the source is rebuilt from the file and its checksum compared with the one that the header states since the
conversion. An editor's work does not touch the proof: a correction keeps the reading of the source in ``sic``, and
words of an editor carry ``resp``. Of a source that is divided over several files each proves its part, and `coverage`
that the parts make up the whole.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from teicable import readers
from teicable.diagnostics import Diagnostic, Location
from teicable.model.source import SourceText, shared
from teicable.tei.decode import Decoded, decode
from teicable.tei.proof import Difference, difference
from teicable.validation import fidelity, grammar
from teicable.validation.layers import identifier, transcript
from teicable.validation.suspects import Suspect, suspects
from teicable.xml.parse import parse

_CHANGED = "F001"
"""Code of words that were changed."""
_NOWHERE = (
    "compare it with an earlier version of the file; where its transcript stands in the folder source of the edition, "
    "the place is shown"
)


class Verdict(StrEnum):
    """What a proof came to."""

    PROVED = "proved"
    DIFFERS = "differs"
    UNTOLD = "cannot be told"


@dataclass(frozen=True, slots=True)
class Proof:
    """What became of the proof of one file.

    Attributes:
        path: of the TEI file.
        verdict: what it came to.
        found: why, and what else is to be said (the transcript was changed since).
        text: the text of the source as rebuilt from the file, in canonical form.
        stated: what the header says of its source (see `fidelity.Comparison`).
        rebuilt: checksum of ``text``.
        parted: where it departs from the transcript, if that is at hand.
        there: where in the transcript that is.
        suspects: what in the file may be why, if no transcript is at hand.
    """

    path: str
    verdict: Verdict
    found: tuple[Diagnostic, ...] = ()
    text: str = ""
    stated: Mapping[str, str] | None = None
    rebuilt: str = ""
    parted: Difference | None = None
    there: Location | None = None
    suspects: tuple[Suspect, ...] = ()


def prove(
    data: bytes, path: str, source: Callable[[str], bytes | None] = lambda name: None, copy: bytes = b""
) -> Proof:
    """Prove of a file that it holds the words of its source.

    Args:
        data: the file.
        path: how to call it.
        source: gives the bytes of a transcript by its name, or ``None``.
        copy: what conversion wrote, where that is kept: it shows where words were changed if no transcript does.
    """
    tree = parse(data, path)
    if isinstance(tree, Diagnostic):
        return Proof(path, Verdict.UNTOLD, (tree,))
    root = tree.getroot()
    if not identifier(root, "sha256-canonical"):
        return Proof(path, Verdict.UNTOLD, (fidelity.unstated(path),))
    name = transcript(root)
    bytes_ = source(name) if name else None
    compared = fidelity.compare(root, bytes_)
    if not compared.original and grammar.check(tree, path):
        compared = fidelity.compare(root, bytes_, sound=False)
    found = tuple(fidelity.told(compared, path, bytes_))
    parted, there = compared.parted, None
    verdict = Verdict.PROVED if compared.original else Verdict.UNTOLD if compared.strange else Verdict.DIFFERS
    if verdict is Verdict.PROVED:
        parted = None
    elif parted and compared.source:
        there = compared.source.location(parted.offset)
    elif verdict is Verdict.DIFFERS and (was := _written(copy, compared.stated["sha256-canonical"])):
        parted = difference(compared.decoded.text, was)
        found = tuple(_placed(one, parted, compared.decoded) for one in found) if parted else found
    lost = parted is None and any(one.code == _CHANGED for one in found)
    return Proof(
        path,
        verdict,
        found,
        compared.decoded.text,
        compared.stated,
        fidelity.checksum(compared.decoded),
        parted,
        there,
        tuple(suspects(tree, path)) if lost else (),
    )


def advice(proof: Proof) -> str:
    """Return what to do about a proof that failed or could not be made; an empty string where it succeeded."""
    if proof.verdict is Verdict.PROVED or not proof.found:
        return ""
    last = proof.found[-1]
    return _NOWHERE if last.code == _CHANGED and not (proof.parted or proof.suspects) else last.hint


def _written(copy: bytes, stated: str) -> str:
    """Return the words that conversion wrote, if they are those of the checksum."""
    tree = parse(copy) if copy else None
    if tree is None or isinstance(tree, Diagnostic):
        return ""
    decoded = decode(tree.getroot())
    return decoded.text if fidelity.checksum(decoded) == stated else ""


def _placed(found: Diagnostic, parted: Difference, decoded: Decoded) -> Diagnostic:
    """Return the finding that words differ with what happened to them, and where."""
    if found.code != _CHANGED:
        return found
    location = replace(found.location, line=decoded.line(parted.position))
    return replace(found, message=parted.message, location=location, hint=parted.hint)


def coverage(name: str, data: bytes | None, holders: Mapping[str, str], encoding: str = "") -> list[Diagnostic]:
    """Return what speaks against it that files hold a source whole: each of its lines once.

    Args:
        name: of the source.
        data: its bytes; ``None`` where it is not at hand.
        holders: path of each file that was made of it, with the lines that it says it holds (empty: all).
        encoding: of the source, as they say it.
    """
    place = f"source/{name}"
    if not holders:
        message = "no TEI file is made of it: its words are not in the edition"
        hint = "run `teicable build EDITION`; where the source was refused, it says why"
        return [Diagnostic("F005", message, Location(place), hint)]
    if all(not lines for lines in holders.values()) and len(holders) == 1:
        return []
    read = readers.read(name, data, encoding or "utf-8") if data is not None else None
    if not isinstance(read, SourceText):
        return []
    return [*_left_out(read, place, holders), *_twice(read, place, holders)]


def _left_out(read: SourceText, place: str, holders: Mapping[str, str]) -> list[Diagnostic]:
    held = {line for lines in holders.values() for line in _numbers(read, lines)}
    left = [span for span in read.lines if span.of(read.text).strip() and read.line(span.start) not in held]
    if not left:
        return []
    lines = f"{len(left)} line{'s' if len(left) > 1 else ''} of it"
    message = f"{lines} {'stand' if len(left) > 1 else 'stands'} in no TEI file: “{_short(left[0].of(read.text))}”"
    hint = f"its files are {', '.join(holders)}; put back the one that is gone, or convert the source anew"
    return [Diagnostic("F005", message, Location(place, read.line(left[0].start)), hint)]


def _twice(read: SourceText, place: str, holders: Mapping[str, str]) -> list[Diagnostic]:
    times = Counter(line for lines in holders.values() for line in _numbers(read, lines))
    again = [span for span in read.lines if span.of(read.text).strip() and times[read.line(span.start)] > 1]
    if not again:
        return []
    line = read.line(again[0].start)
    both = [path for path, lines in holders.items() if line in _numbers(read, lines)]
    message = f"“{_short(again[0].of(read.text))}” stands in {' and in '.join(both)}"
    hint = "keep the document that is meant, and delete the other file"
    return [Diagnostic("F005", message, Location(place, line), hint)]


def _numbers(read: SourceText, lines: str) -> frozenset[int]:
    """Return the numbers of the lines that a file holds."""
    part = shared(read, lines)
    return frozenset(part.line(span.start) for span in part.lines if span)


def _short(line: str) -> str:
    words = " ".join(line.split())
    return words if len(words) <= 60 else words[:59] + "…"
