"""Settled text and facts to one TEI document. Total: whatever has been settled can be encoded."""

from __future__ import annotations

from collections.abc import Mapping

from teicable.model.annotation import GroupKind
from teicable.model.declaration import Assignment, Declaration
from teicable.model.record import CableRecord
from teicable.model.settled import SettledText
from teicable.model.source import sha256_canonical
from teicable.tei import header, profile
from teicable.tei.blocks import Blocks
from teicable.tei.mixed import Element, child, outermost
from teicable.tei.nesting import line_key, tree
from teicable.tei.outside import Outside


def encode(
    settled: SettledText,
    record: CableRecord,
    declaration: Declaration,
    assignment: Assignment,
    beside: Mapping[str, str] | None = None,
) -> Element:
    """Return the ``TEI`` element; ``assignment.id`` becomes its ``xml:id``.

    ``beside`` are the documents made of the same source: ``prev`` or ``next`` to id.
    """
    tei = outermost("TEI", {"xml:id": assignment.id, "xml:lang": declaration.language})
    head = child(tei, "teiHeader")
    outside = Outside(settled)
    inside = [i for i, segment in enumerate(settled.segments) if not segment.zone.outside]
    first, last = (inside[0], inside[-1] + 1) if inside else (0, 0)
    off = child(tei, "standOff") if outside.has_cards() else None
    if off is not None:
        outside.cards(child(off, "listBibl", {"type": "related", "resp": "#archive"}))
    text = child(tei, "text", {"n": line_key(settled, first) if inside else ""})
    division = child(child(text, "body"), "div", {"type": "cable"})
    blocks = Blocks(settled)
    blocks.fill(division, tree(settled, first, last))
    blocks.link()
    source = settled.source
    digest = sha256_canonical(settled.text)
    provenance = header.Provenance(source.name, source.sha256, digest, source.share, source.encoding)
    header.file_description(head, record, outside, declaration, provenance)
    messages = [f"m{i}" for i in range(1, 1 + sum(g.kind is GroupKind.MESSAGE for g in settled.groups))]
    hands = any(claim.kind == "handwritten" for claim in settled.annotations)
    position = len(head)
    profile.profile_description(head, record, outside, declaration, messages, hands, beside or {})
    header.encoding_description(head, outside, blocks.renditions)
    head.insert(position, head[-1])  # TEI wants encodingDesc before profileDesc; it takes what no other part took
    del head[-1]
    profile.revision_description(head, assignment)
    return tei
