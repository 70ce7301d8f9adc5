"""What stands above the cable on the archive's page, in three layouts.

The present page has date and headline. The one before has a search form, date and headline (often in capitals), a
summary without label, the citation, and words of buttons between them. The text layer of a PDF has site name, date,
headline, and labelled parts: citation (over several lines), summary, credits, language, contents; and page numbers.
"""

from __future__ import annotations

import re

from teicable.model.annotation import Certainty, Zone
from teicable.segment import pages
from teicable.segment.features import Line, Piece
from teicable.vocabularies import Vocabularies

_LONGEST_CITATION = 8
_LONGEST_SUMMARY = 12
_MOST_STRAY = 3
_VOLUME = re.compile(r"(?:1[89]|20)\d\d(?:[-–]\d{2,4})?|Volume [IVXL]{1,8}\b.{0,80}", re.IGNORECASE)
"""Year and volume of a printed series, below its name."""
_PAGE_NUMBER = re.compile(r"\d{1,3}")


def read(lines: list[Line], vocabularies: Vocabularies) -> tuple[list[Piece], int]:
    """Return the pieces above the cable, and the index of its first line."""
    index = _stray(lines, vocabularies)
    pieces = [pages.of_page(line, Zone.FURNITURE)._replace(certainty=Certainty.MEDIUM) for line in lines[:index]]
    while index < len(lines) and (
        _opens(lines[index], vocabularies) or (pieces and _VOLUME.fullmatch(lines[index].text))
    ):
        pieces.append(pages.of_page(lines[index], pages.statement(lines[index], vocabularies) or Zone.FURNITURE))
        index += 1
    filed = bool(pieces) and pieces[-1].zone is Zone.SOURCE
    headline = _headline(lines[index : index + 2], vocabularies, filed=filed)
    pieces += headline
    index += len(headline)
    while index < len(lines):
        cited = any(piece.zone is Zone.SOURCE for piece in pieces)
        part = _part(lines[index:], bool(pieces), vocabularies, cited=cited)
        if not part:
            break
        pieces += part
        index += len(part)
    return pieces, index


def _stray(lines: list[Line], vocabularies: Vocabularies) -> int:
    """Return how many lines above date and headline are the end of another document's summary on the same page.

    “and asks for felt boots.” cannot begin anything; a whole sentence is another's only where the date follows at once.
    """
    for count in range(1, min(_MOST_STRAY, len(lines) - 1) + 1):
        above, broken = lines[:count], lines[0].text[0].islower()
        if not above[-1].sentence or not (broken or all(line.prose for line in above)):
            continue
        begin = count
        while begin < len(lines) and _opens(lines[begin], vocabularies):
            begin += 1
        found = _headline(lines[begin : begin + 2], vocabularies, filed=False)
        if found and (len(found) == 2 or broken):
            return count
    return 0


def page_numbers(lines: list[Line]) -> frozenset[int]:
    """Return the indexes of lines that number the pages of a text layer: alone, and counting up from 1 or 2."""
    found = [line for line in lines if _PAGE_NUMBER.fullmatch(line.text)]
    numbers = [int(line.text) for line in found]
    counting = numbers[:1] in ([1], [2]) and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
    return frozenset(line.index for line in found) if counting and len(found) > 1 else frozenset()


def feet(lines: list[Line], vocabularies: Vocabularies) -> frozenset[int]:
    """Return the indexes of lines at the foot of a page: the address of the site, and the number below it."""
    sites = [i for i, line in enumerate(lines) if "." in line.text and pages.label(line, vocabularies) == "top"]
    numbered = [i + 1 for i in sites if i + 1 < len(lines) and _PAGE_NUMBER.fullmatch(lines[i + 1].text)]
    return frozenset(lines[i].index for i in (*sites, *numbered))


def _opens(line: Line, vocabularies: Vocabularies) -> bool:
    return pages.label(line, vocabularies) == "top" or vocabularies["file"].whole(line.text) is not None


def _headline(lines: list[Line], vocabularies: Vocabularies, *, filed: bool) -> list[Piece]:
    """Read date and headline in either order, or the headline that follows a file number."""
    if not lines:
        return []
    if filed:
        return [pages.of_page(lines[0], Zone.HEADLINE)] if pages.is_title(lines[0], vocabularies) else []
    if len(lines) < 2:
        return []
    if pages.whole_date(lines[0]) and pages.is_title(lines[1], vocabularies):
        return [pages.of_page(lines[0], Zone.HEADLINE_DATE), pages.of_page(lines[1], Zone.HEADLINE)]
    if not pages.is_title(lines[0], vocabularies, strict=True):
        return []
    headline = [pages.of_page(lines[0], Zone.HEADLINE)]
    return [*headline, pages.of_page(lines[1], Zone.HEADLINE_DATE)] if pages.whole_date(lines[1]) else headline


def _part(lines: list[Line], begun: bool, vocabularies: Vocabularies, *, cited: bool) -> list[Piece]:
    """Read the next part below the headline: a label with what belongs to it, a citation, a standing sentence.

    A label without a colon may be the first word of a telegram, but not below the citation (``cited``); the line
    below it is then all that belongs to it.
    """
    line = lines[0]
    label = pages.label(line, vocabularies)
    if label == "top" or (begun and pages.buttons(line, vocabularies)):
        return [pages.of_page(line, Zone.FURNITURE)]
    if label is not None and begun and (line.text.endswith(":") or cited):
        ahead = lines[1:] if line.text.endswith(":") else lines[1:2]
        count = _extent(label, ahead, vocabularies)
        zone = pages.SECTIONS.get(label, Zone.FURNITURE)
        values = [pages.of_page(value, zone, label) for value in lines[1 : 1 + count]]
        return [pages.of_page(line, Zone.FURNITURE), *values] if count else []
    standing = pages.statement(line, vocabularies)
    if standing is not None:
        return [pages.of_page(line, standing)]
    if not begun:
        return []
    extent = _citation(lines, vocabularies)
    if extent:
        return [pages.of_page(part, Zone.SOURCE) for part in lines[:extent]]
    return [pages.of_page(part, Zone.SUMMARY) for part in _unlabelled(lines, vocabularies)]


def _extent(label: str, lines: list[Line], vocabularies: Vocabularies) -> int:
    """Return how many lines belong to a label; 0 if what follows is not of its kind."""
    if not lines:
        return 0
    if label == "citation":
        return _citation(lines, vocabularies)
    if label == "language":
        return int(vocabularies["tongue"].full(lines[0].text) is not None)
    if label == "summary":
        ahead = lines[: _LONGEST_SUMMARY + 1]
        return next((i for i, line in enumerate(ahead) if pages.label(line, vocabularies)), int(lines[0].prose))
    return 0


def _citation(lines: list[Line], vocabularies: Vocabularies) -> int:
    """Return how many lines a citation takes: from its quoted title to the address of the page, or 0."""
    if lines[0].text[:1] not in '"“':
        return 0
    ahead = lines[:_LONGEST_CITATION]
    words = ""
    named = 0
    for count, line in enumerate(ahead, 1):
        words += f" {line.text}"
        named = named or (count if vocabularies["series"].find(" ".join(words.split())) else 0)
        if named and "://" in line.text:
            return count + _address_goes_on(line, lines[count : count + 1])
    return named


def _address_goes_on(line: Line, below: list[Line]) -> bool:
    """Tell whether an address is broken at a line end: “…example.org/” / “document/900106”."""
    broken = line.text.endswith(("/", "-", "_", "=")) and "://" in line.text.rsplit(None, 1)[-1]
    return broken and bool(below) and not below[0].blank_before and len(below[0].text.split()) == 1


def _unlabelled(lines: list[Line], vocabularies: Vocabularies) -> list[Line]:
    """Return the paragraphs that a citation follows: on such pages that is the summary."""
    for count in range(1, 4):
        if len(lines) <= count or not lines[count - 1].prose or pages.label(lines[count - 1], vocabularies):
            return []
        if _citation(lines[count:], vocabularies):
            return lines[:count]
    return []
