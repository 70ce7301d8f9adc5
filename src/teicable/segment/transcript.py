"""The lines of a source before rules read on: those of the archive's page, and those of the cable.

Whether a page holds one cable or several is seen from the same lines that are then read as zones: they are found once.
"""

from __future__ import annotations

from dataclasses import dataclass

from teicable import chronology
from teicable.authorities import Authorities
from teicable.model.source import SourceText
from teicable.segment import editorial, runs, seams, told
from teicable.segment.features import Line, Piece, lines_of
from teicable.segment.letterhead import Form
from teicable.vocabularies import Vocabularies


@dataclass(frozen=True)
class Transcript:
    """A source in lines.

    Attributes:
        source: the characters.
        form: the words of telegram forms, and how this source writes its dates.
        lines: as they stand in the file.
        told: what the reader of the file knows to be none of the cable.
        page: the other lines, divided where the borders of cells were lost, and taken apart.
    """

    source: SourceText
    form: Form
    lines: list[Line]
    told: list[Piece]
    page: editorial.Page


def read(source: SourceText, vocabularies: Vocabularies, authorities: Authorities) -> Transcript:
    """Return the lines of a source, those of the page apart from those of the cable."""
    form = Form(vocabularies, authorities, chronology.order_of(source.text)[0])
    lines = lines_of(source)
    known, rest = told.apart(lines, source, vocabularies)
    page = editorial.take_apart(seams.part(runs.part(rest, form), form), vocabularies)
    return Transcript(source, form, lines, known, page)
