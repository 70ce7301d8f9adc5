"""Lines of which the reader knows what they are: the headline of a saved page, the running head of a PDF.

What stands outside the cable is taken away before any rule reads on. What stands in it is only a hint (the style that a
typist gave to a line), heard where no rule understood the line.
"""

from __future__ import annotations

from dataclasses import replace

from teicable.model.annotation import Basis, Certainty, Zone
from teicable.model.source import SourceText, Trait
from teicable.segment.features import Line, Piece
from teicable.vocabularies import Vocabularies

_ZONES = {str(zone): zone for zone in Zone}


def apart(lines: list[Line], source: SourceText, vocabularies: Vocabularies) -> tuple[list[Piece], list[Line]]:
    """Return the lines that the reader knows to be none of the cable, and the others."""
    zones = [(trait, zone) for trait, zone in _zones(source, vocabularies) if zone.outside]
    if not zones:
        return [], lines
    told: list[Piece] = []
    rest: list[Line] = []
    after = False
    position = 0
    for line in lines:
        while position < len(zones) and zones[position][0].span.end <= line.span.start:
            position += 1
        trait, zone = zones[position] if position < len(zones) else (None, None)
        if trait is not None and zone is not None and trait.span.contains(line.span):
            told.append(Piece(line.span, zone, (), Basis.LAYOUT, Certainty.HIGH, "reader"))
            after = True
            continue
        rest.append(
            replace(line, index=len(rest), interrupted=after and bool(rest), blank_before=True) if after else line
        )
        after = False
    return told, [replace(line, index=index) for index, line in enumerate(rest)]


def heard(pieces: list[Piece], source: SourceText, vocabularies: Vocabularies) -> list[Piece]:
    """Return the pieces; those that no rule understood get the zone of their style, where they have one."""
    zones = [(trait, zone) for trait, zone in _zones(source, vocabularies) if not zone.outside]
    if not zones:
        return pieces
    result: list[Piece] = []
    for piece in pieces:
        zone = next((zone for trait, zone in zones if trait.span.contains(piece.span)), None)
        if zone is not None and piece.zone is Zone.UNPARSED:
            piece = piece._replace(zone=zone, basis=Basis.LAYOUT, certainty=Certainty.MEDIUM, recogniser="reader")
        result.append(piece)
    return result


def _zones(source: SourceText, vocabularies: Vocabularies) -> list[tuple[Trait, Zone]]:
    styles = vocabularies["paragraph-style"]
    found: list[tuple[Trait, Zone]] = []
    for trait in source.traits:
        said = (
            trait.value
            if trait.kind == "zone"
            else styles.full(trait.value)
            if trait.kind == "paragraph-style"
            else None
        )
        if said in _ZONES:
            found.append((trait, _ZONES[said]))
    return sorted(found, key=lambda pair: pair[0].span)
