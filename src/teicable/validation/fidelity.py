"""Check fidelity: that the TEI file, on its own, gives back the text it was made from.

The checksum of the canonical text in the header decides. Where the transcript is at hand, it shows what differs.
"""

from __future__ import annotations

import hashlib

from lxml import etree

from teicable import readers
from teicable.authorities import TEI
from teicable.diagnostics import Diagnostic, Location
from teicable.model.source import SourceText, sha256_canonical
from teicable.tei.decode import decode
from teicable.tei.proof import Difference, difference


def check(tree: etree._ElementTree, path: str, transcript: bytes | None = None) -> list[Diagnostic]:
    """Return what speaks against fidelity; ``transcript`` are the bytes of the source, where they are at hand.

    Codes: ``F001`` words differ, ``F002`` the transcript is not the one that was converted, ``F003`` the header states
    no checksum.
    """
    root = tree.getroot()
    stated = {kind: _stated(root, kind) for kind in ("sha256", "sha256-canonical", "filename")}
    if not stated["sha256-canonical"]:
        hint = "convert the transcript with teicable, which states it"
        message = "the header states no checksum of the source text, so fidelity cannot be shown"
        return [Diagnostic("F003", message, Location(path, 1), hint)]
    decoded = decode(root)
    found: list[Diagnostic] = []
    same = transcript is not None and hashlib.sha256(transcript).hexdigest() == stated["sha256"]
    if transcript is not None and not same:
        message = f"the transcript “{stated['filename']}” has changed since this file was made from it"
        found.append(Diagnostic("F002", message, Location(path, 1), "convert it again and compare"))
    if hashlib.sha256(decoded.text.encode("utf-8")).hexdigest() == stated["sha256-canonical"]:
        return found
    source = readers.read(stated["filename"], transcript) if same and transcript is not None else None
    parted = difference(decoded.text, source.text) if isinstance(source, SourceText) else None
    if parted is not None:
        message, line = parted.message, decoded.line(parted.position)
    elif isinstance(source, SourceText) and sha256_canonical(source.text) != stated["sha256-canonical"]:
        message, line = "the checksum of the source text in the header is not that of the transcript", 1
    else:
        message, line = "the words of the file are not those of its source (the transcript is not at hand)", 1
    found.append(Diagnostic("F001", message, Location(path, line), Difference.HINT))
    return found


def _stated(root: etree._Element, kind: str) -> str:
    bibl = f"{{{TEI}}}teiHeader/{{{TEI}}}fileDesc/{{{TEI}}}sourceDesc/{{{TEI}}}bibl[@type='transcript']"
    return " ".join(root.findtext(f"{bibl}/{{{TEI}}}idno[@type='{kind}']", "").split())
