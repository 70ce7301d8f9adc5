"""Check fidelity: that the TEI file, on its own, gives back the text it was made from.

The checksum of the canonical text in the header decides. Where the transcript is at hand, it shows what differs, also
when it was changed after the conversion: an editor who carried the change over is told which checksums to write.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from teicable import readers
from teicable.diagnostics import Diagnostic, Location
from teicable.model.source import SourceText, sha256_canonical, shared
from teicable.tei.decode import Decoded, decode
from teicable.tei.proof import UNSHOWN, Difference, difference
from teicable.validation import readings
from teicable.validation.layers import identifier
from teicable.xml.places import Lines, Places

_APART = "the words of the file are not those of its source"
_NEITHER = "the file has neither the words it was made from nor those of the transcript now: "
_CONTEXT, _FEWEST = 16, 2
"""So many letters before it tell the place of a difference, and more than so many."""
_WORDED = re.compile(r"<!--.*?-->|<[^<>]*+>|&[#\w]++;|(?P<letter>\w)", re.DOTALL)
_COMPARE = "to see what a new conversion gives: `teicable convert EDITION/source/{name} -e EDITION -o NEW-FOLDER`"


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a file gives back, beside its source.

    Attributes:
        stated: what the header states of the source: ``filename``, ``sha256``, ``sha256-canonical``, …
        decoded: what the file gives back, as it agrees best with the checksum.
        original: whether it is the text that was converted, by the checksum in the header.
        strange: names that nobody knows, for which it cannot be told.
        source: the part of the transcript that the file was made from; ``None`` where it is not at hand or unreadable.
        same: whether the transcript has the bytes that were converted; ``None`` where it is not at hand.
        current: whether the file gives back the words that the transcript has now.
        parted: where the two part.
    """

    stated: Mapping[str, str]
    decoded: Decoded
    original: bool
    strange: tuple[str, ...] = ()
    source: SourceText | None = None
    same: bool | None = None
    current: bool = False
    parted: Difference | None = None


def compare(
    root: etree._Element, transcript: bytes | None = None, sound: bool = True, answered: bool = True
) -> Comparison:
    """Compare what a file gives back with the checksum in its header, and with its transcript; see `check`."""
    stated = {kind: identifier(root, kind) for kind in ("filename", "sha256", "sha256-canonical", "encoding", "lines")}
    wanted = stated["sha256-canonical"]
    decoded, others, strange = _readings(root, wanted, sound, answered)
    agreeing = [one for one in (decoded, *others) if checksum(one) == wanted]
    if transcript is None:
        return Comparison(stated, (agreeing or [decoded])[0], bool(agreeing), strange)
    read = readers.read(stated["filename"], transcript, stated["encoding"] or "utf-8")
    source = shared(read, stated["lines"]) if isinstance(read, SourceText) else None
    now = sha256_canonical(source.text) if source else ""
    return Comparison(
        stated,
        (agreeing or [decoded])[0],
        bool(agreeing),
        strange,
        source,
        hashlib.sha256(transcript).hexdigest() == stated["sha256"],
        bool(now) and now in map(checksum, (decoded, *others)),
        difference(decoded.text, source.text) if source else None,
    )


def check(
    tree: etree._ElementTree,
    path: str,
    transcript: bytes | None = None,
    sound: bool = True,
    answered: bool = True,
    doubtful: bool = False,
    places: Places | None = None,
) -> list[Diagnostic]:
    """Return what speaks against fidelity.

    Codes: ``F001`` words differ, ``F002`` the transcript is not the one that was converted, ``F003`` the header states
    no checksum, ``F004`` it cannot be told before the grammar is satisfied.

    Args:
        tree: the file.
        path: how to call it.
        transcript: the bytes of the source, where they are at hand.
        sound: whether the grammar accepts the file; a misspelt name is read as it was meant.
        answered: whether somebody answers for all added words; if not, that is reported already.
        doubtful: whether something else was found: then a difference in blanks and signs alone follows from it.
        places: where the parts of the file stand; without them no columns are told.
    """
    if not identifier(tree.getroot(), "sha256-canonical"):
        return [unstated(path)]
    compared = compare(tree.getroot(), transcript, sound, answered)
    loose = () if sound else readings.loose(tree.getroot())
    return told(compared, path, transcript, doubtful=doubtful, loose=loose, places=places)


def unstated(path: str) -> Diagnostic:
    """Say that a file states no checksum of its source."""
    hint = "convert the transcript with teicable, which states it"
    message = "the header states no checksum of the source text, so fidelity cannot be shown"
    return Diagnostic("F003", message, Location(path, 1), hint)


def told(
    compared: Comparison,
    path: str,
    transcript: bytes | None,
    *,
    doubtful: bool = False,
    loose: tuple[str, ...] = (),
    places: Places | None = None,
) -> list[Diagnostic]:
    """Return what a comparison found; see `check`. Words that stand ``loose`` where none may are told already."""
    decoded, source, name = compared.decoded, compared.source, compared.stated["filename"]
    found: list[Diagnostic] = []
    if transcript is not None and not compared.same:
        now = sha256_canonical(source.text) if source else ""
        found.append(_changed(path, name, transcript, now, compared.original, compared.current))
    if compared.original or (compared.current and not compared.same):
        return found
    if doubtful and source and _letters(decoded.text) == _letters(source.text):
        return found
    if source and _slipped(decoded.text, source.text, loose):
        return found
    hint, column = UNSHOWN, 0
    if compared.parted is not None:
        before, position = "" if compared.same else _NEITHER, compared.parted.position
        message, line = before + compared.parted.message, decoded.line(position)
        line, column = _pinpoint(places.characters, line, decoded.text[:position]) if places else (line, 0)
        hint = compared.parted.hint
    elif source:
        message, line = "the checksum of the source text in the header is not that of the transcript", 1
    elif transcript is None:
        message, line = f"{_APART} (the transcript “{name}” is not at hand)", 1
    else:
        message, line = f"{_APART} (the transcript “{name}” cannot be read as UTF-8)", 1
    if compared.strange:
        names = ", ".join(compared.strange[:3])
        hint = f"mend {names} and validate again"
        message = f"whether the words are those of the source cannot be told while nobody knows {names}: {message}"
        return [*found, Diagnostic("F004", message, Location(path, line, column), hint)]
    return [*found, Diagnostic("F001", message, Location(path, line, column), hint)]


def proven(tree: etree._ElementTree | Diagnostic) -> bool:
    """Tell whether the words of a file are those of which its header states the checksum."""
    if isinstance(tree, Diagnostic):
        return False
    return checksum(decode(tree.getroot())) == identifier(tree.getroot(), "sha256-canonical")


def carried_over(root: etree._Element, canonical: str) -> bool:
    """Tell whether a file has the words of a text, given by its checksum, that was changed after the conversion."""
    return checksum(decode(root)) == canonical


def _readings(
    root: etree._Element, wanted: str, sound: bool, answered: bool
) -> tuple[Decoded, tuple[Decoded, ...], tuple[str, ...]]:
    """Return what the file gives back, the same with its slips mended, and names that nobody knows."""
    decoded = decode(root)
    if checksum(decoded) == wanted:
        return decoded, (), ()
    named = readings.named(root)
    if sound and answered and named is root:
        return decoded, (), ()
    meant, strange = (root, ()) if sound else readings.spelt(root)
    versions = [meant] if answered else [meant, readings.answered(meant, ("corr",)), readings.answered(meant)]
    if named is not root:
        versions.append(readings.named(meant))
    others = tuple(decode(version) for version in versions)
    return (decoded if strange else others[min(1, len(others) - 1)]), (decoded, *others), strange


def _changed(path: str, name: str, transcript: bytes, canonical: str, original: bool, current: bool) -> Diagnostic:
    """Report that the transcript is another than the one that was converted."""
    message = f"the transcript “{name}” has changed since this file was made from it"
    hint = f"carry the change over by hand; {_COMPARE.format(name=name)}"
    if current:
        words = ", not in its words" if original else "; the words of this file are those of the transcript now"
        message += words
        hint = (
            f"if that is meant, write into idno of type “sha256” {hashlib.sha256(transcript).hexdigest()} "
            f"and into idno of type “sha256-canonical” {canonical}"
        )
    return Diagnostic("F002", message, Location(path, 1), hint)


def _pinpoint(characters: str, line: int, before: str) -> tuple[int, int]:
    """Return line and column in the file of the word that follows some words of the text, markup between them or not.

    The line is that of the element in which they stand.
    """
    lines = Lines(characters)
    start = lines.starts[min(line, len(lines.starts)) - 1]
    found = [(part[0], start + part.start()) for part in _WORDED.finditer(characters[start:]) if part["letter"]]
    read, words = "".join(letter for letter, _ in found), _letters(before)
    begun = len(_letters(before.rpartition(" ")[2]))
    # The element begins in that line: fewer letters may stand in it before the place, or none.
    for length in range(_CONTEXT, _FEWEST, -1):
        at = read.find(words[-length:]) + length - begun
        if words[-length:] in read and 0 <= at < len(found):
            return lines.at(found[at][1])
    return lines.at(found[0][1]) if found else (line, 0)


def _slipped(decoded: str, source: str, loose: tuple[str, ...]) -> bool:
    """Tell whether words that stand where none may, and are told as that, are all that parts a file from its source."""
    parted = difference(decoded, source)
    at = parted.position if parted else -1
    ends = [at + len(words) for words in loose if decoded.startswith(words, at)]
    return any(_letters(decoded[:at] + decoded[end:]) == _letters(source) for end in ends)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def checksum(decoded: Decoded) -> str:
    """Return the SHA-256 of the text that a file gives back."""
    return hashlib.sha256(decoded.text.encode("utf-8")).hexdigest()
