"""Check fidelity: that the TEI file, on its own, gives back the text it was made from.

The checksum of the canonical text in the header decides. Where the transcript is at hand, it shows what differs, also
when it was changed after the conversion: an editor who carried the change over is told which checksums to write.
"""

from __future__ import annotations

import hashlib

from lxml import etree

from teicable import readers
from teicable.diagnostics import Diagnostic, Location
from teicable.model.source import SourceText, sha256_canonical, shared
from teicable.tei.decode import Decoded, decode
from teicable.tei.proof import Difference, difference
from teicable.validation import readings
from teicable.validation.layers import identifier

_APART = "the words of the file are not those of its source"
_COMPARE = "to see what a new conversion gives: `teicable convert EDITION/source/{name} -e EDITION -o NEW-FOLDER`"


def check(
    tree: etree._ElementTree,
    path: str,
    transcript: bytes | None = None,
    sound: bool = True,
    answered: bool = True,
    doubtful: bool = False,
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
    """
    root = tree.getroot()
    stated = {kind: identifier(root, kind) for kind in ("sha256", "sha256-canonical", "filename")}
    if not stated["sha256-canonical"]:
        hint = "convert the transcript with teicable, which states it"
        message = "the header states no checksum of the source text, so fidelity cannot be shown"
        return [Diagnostic("F003", message, Location(path, 1), hint)]
    decoded, others, strange = _readings(root, stated["sha256-canonical"], sound, answered)
    original = stated["sha256-canonical"] in map(_checksum, (decoded, *others))
    read = readers.read(stated["filename"], transcript) if transcript is not None else None
    source = shared(read, identifier(root, "lines")) if isinstance(read, SourceText) else None
    now = sha256_canonical(source.text) if source else ""
    found: list[Diagnostic] = []
    current = bool(now) and now in map(_checksum, (decoded, *others))
    same = transcript is not None and hashlib.sha256(transcript).hexdigest() == stated["sha256"]
    if transcript is not None and not same:
        found.append(_changed(path, stated["filename"], transcript, now, original, current))
    if original or (current and not same):
        return found
    if doubtful and source and _letters(decoded.text) == _letters(source.text):
        return found
    parted = difference(decoded.text, source.text) if source else None
    if parted is not None:
        before = "" if same else "the file has neither the words it was made from nor those of the transcript now: "
        message, line = before + parted.message, decoded.line(parted.position)
    elif source:
        message, line = "the checksum of the source text in the header is not that of the transcript", 1
    elif transcript is None:
        message, line = f"{_APART} (the transcript “{stated['filename']}” is not at hand)", 1
    else:
        message, line = f"{_APART} (the transcript “{stated['filename']}” cannot be read as UTF-8)", 1
    if strange:
        names = ", ".join(strange[:3])
        hint = f"mend {names} and validate again"
        message = f"whether the words are those of the source cannot be told while nobody knows {names}: {message}"
        return [*found, Diagnostic("F004", message, Location(path, line), hint)]
    return [*found, Diagnostic("F001", message, Location(path, line), Difference.HINT)]


def carried_over(root: etree._Element, canonical: str) -> bool:
    """Tell whether a file has the words of a text, given by its checksum, that was changed after the conversion."""
    return _checksum(decode(root)) == canonical


def _readings(
    root: etree._Element, wanted: str, sound: bool, answered: bool
) -> tuple[Decoded, tuple[Decoded, ...], tuple[str, ...]]:
    """Return what the file gives back, the same with its slips mended, and names that nobody knows."""
    decoded = decode(root)
    named = readings.named(root)
    if _checksum(decoded) == wanted or (sound and answered and named is root):
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


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _checksum(decoded: Decoded) -> str:
    return hashlib.sha256(decoded.text.encode("utf-8")).hexdigest()
