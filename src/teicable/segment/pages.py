"""What single lines of an archive's page are: labels, dates, titles, standing sentences, statements of source."""

from __future__ import annotations

from teicable import shelfmarks
from teicable.model.annotation import Basis, Certainty, Zone
from teicable.segment.features import Line, Piece
from teicable.vocabularies import Vocabularies

SECTIONS = {
    "rights": Zone.RIGHTS,
    "donor": Zone.DONOR,
    "source": Zone.SOURCE,
    "citation": Zone.SOURCE,
    "summary": Zone.SUMMARY,
}
"""The zone of what stands in a part of the page; the value of any other label is furniture that says whose it is."""

_MOST_BUTTONS = 12


def is_title(line: Line, vocabularies: Vocabularies, *, strict: bool = False) -> bool:
    """Tell whether a line reads like the title that archives give: kind of document, from whom, to whom.

    ``strict`` asks for sender and addressee, for a line that no date introduces.
    """
    if line.capitals and len(line.words) < 4:
        return False
    kind = vocabularies["doctype"].find(line.text)
    words = {word.casefold() for word in line.words}
    route = bool(words & {"to", "from", "between", "with"})
    if strict:
        return kind is not None and kind[1] < 25 and route and "to" in words and not line.sentence and not line.capitals
    addressed = kind is None and vocabularies["address"].match(line.text) is not None  # “To Comrade Belsky”
    return (bool(kind) or route) and not addressed and not line.text.endswith((".", ":"))


def whole_date(line: Line) -> bool:
    """Tell whether a line is a date with its year, in words, and nothing else."""
    if not line.text.rstrip("]")[-1:].isdecimal():
        return False  # most lines do not end with a year, in brackets or not
    moment = line.moment if line.dated else None
    return bool(moment and moment.year and not moment.time and not moment.numeric)


def label(line: Line, vocabularies: Vocabularies) -> str | None:
    """Return the part of the page that a line opens, if the line is a label."""
    found = vocabularies["label"].match(line.text)
    return found[0] if found and found[1] == len(line.text) else None


def buttons(line: Line, vocabularies: Vocabularies) -> bool:
    """Tell whether a line is nothing but words of buttons and names of languages: “English Chinese Download PDF”."""
    words = line.text.split()
    if not 1 < len(words) <= _MOST_BUTTONS:
        return False
    tables = vocabularies["label"].of("top"), vocabularies["tongue"]
    while words:
        stop = next((n for n in range(len(words), 0, -1) if any(t.full(" ".join(words[:n])) for t in tables)), 0)
        if not stop:
            return False
        words = words[stop:]
    return True


def statement(line: Line, vocabularies: Vocabularies) -> Zone | None:
    """Return the zone of a line that belongs to the page wherever it stands: a standing sentence, a shelfmark."""
    found = vocabularies["sentence"].whole(line.text)
    if found:
        return SECTIONS[found[0]]
    file = vocabularies["file"].whole(line.text) or shelfmarks.is_statement(line.text, vocabularies)
    return Zone.SOURCE if file else None


def of_page(line: Line, zone: Zone, section: str = "") -> Piece:
    """Return a line as a piece of the page; furniture in a section is the value of the section's label."""
    basis = Basis.LAYOUT if zone in (Zone.HEADLINE, Zone.SUMMARY) else Basis.VOCABULARY
    valued = zone is Zone.FURNITURE and section not in ("", "top", "none")
    return Piece(line.span, zone, (("of", section),) if valued else (), basis, Certainty.HIGH, "page")
