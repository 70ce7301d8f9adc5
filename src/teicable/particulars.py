"""Join what an editor states of a transcript to what the page says of itself.

A page often lacks its own address, the day it was looked at, the translator, the shelfmark. An editor states them
beside the source. They win over nothing: where the page says another thing, the page stays and the editor is told
(``M001``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from teicable import credits, shelfmarks
from teicable.diagnostics import Diagnostic, Location
from teicable.model.annotation import AnnotatedText, Basis, Zone
from teicable.model.declaration import Particulars
from teicable.model.record import CableRecord, Fact, Shelfmark
from teicable.vocabularies import Vocabularies

_BESIDE = (Zone.SOURCE, Zone.FURNITURE, Zone.SUMMARY, Zone.RIGHTS, Zone.NOTE, Zone.OFFICE, Zone.UNPARSED)
_SHOWN = 60


def of_cable(stated: Particulars, record: CableRecord, position: int) -> Particulars:
    """Return what is stated of the cable at a position (from 0) of its source."""
    numbers = {fact.value for _, fact in record.numbers}
    named = [one for one in stated.cables if one.number and one.number in numbers]
    placed = [one for one in stated.cables[position : position + 1] if not one.number]
    return (named or placed or [stated])[0]


def of_none(stated: Particulars, records: Sequence[CableRecord], name: str) -> list[Diagnostic]:
    """Return which statements about one of several cables found none (``M003``)."""
    taken = [of_cable(stated, record, position) for position, record in enumerate(records)]
    found: list[Diagnostic] = []
    for position, one in enumerate(stated.cables, 1):
        if one not in taken:
            which = f"with the number “{one.number}”" if one.number else f"in place {position}"
            there = "it holds one cable" if len(records) == 1 else f"it holds {len(records)} cables"
            message = f"beside the source something is stated of a cable {which}, and there is none: {there}"
            hint = "give the number as the cable has it, or one [[cable]] for each cable, in their order"
            found.append(Diagnostic("M003", message, Location(name), hint))
    return found


def join(
    record: CableRecord, stated: Particulars, vocabularies: Vocabularies, name: str
) -> tuple[CableRecord, list[Diagnostic]]:
    """Return the facts with those that an editor states, and where the page contradicts him."""
    if not stated.resp:
        return record, []
    found: list[Diagnostic] = []

    def free(what: str, page: str, editor: str) -> bool:
        """Tell whether the editor's statement can be taken: the page has none. A contradiction is reported."""
        if page and editor and page != editor:
            message = f"the {what} “{editor}”, stated beside the source, is not that of the page, “{page}”"
            hint = "the page's is kept; if it is wrong, correct it in the TEI file"
            found.append(Diagnostic("M001", message, Location(name), hint))
        return bool(editor) and not page

    page = dict(record.page)
    for kind, what, value in (("URI", "address", stated.address), ("record", "record number", stated.record)):
        if free(what, page[kind].value if kind in page else "", value):
            page[kind] = Fact(value, basis=Basis.EDITOR)
    record = replace(record, page=tuple((kind, page[kind]) for kind in ("URI", "record") if kind in page))
    if free("translator", _names(record.translators), ", ".join(stated.translators)):
        record = replace(record, translators=_facts(stated.translators))
    if free("contributor", _names(record.contributors), ", ".join(stated.contributors)):
        record = replace(record, contributors=_facts(stated.contributors))
    marks = _marks(stated.shelfmark, vocabularies)
    if free("shelfmark", _shown(record.shelfmarks), _shown(marks)):
        record = replace(record, shelfmarks=marks)
    if free("provenance", _names(record.provenance), stated.provenance):
        record = replace(record, provenance=_facts((stated.provenance,)))
    return replace(record, accessed=stated.accessed, donor=stated.donor, resp=stated.resp), found


def of_translator(record: CableRecord, text: AnnotatedText, vocabularies: Vocabularies) -> list[Diagnostic]:
    """Return which line outside the cable's text speaks of a translator whose name is not known (``M004``)."""
    if record.translators:
        return []
    for part in text.of(*_BESIDE):
        words = text.words(part)
        if credits.unread(words, vocabularies):
            shown = words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"
            message = f"“{shown}” speaks of who translated the document, but no name could be read"
            hint = "state translators beside the source or in the TEI; an institution is named as a person is"
            return [Diagnostic("M004", message, text.source.location(*text.content(part)), hint)]
    return []


def _marks(words: str, vocabularies: Vocabularies) -> tuple[Shelfmark, ...]:
    if not words:
        return ()
    read = shelfmarks.read(words, vocabularies).shelfmarks or (Shelfmark("", (), words),)
    return tuple(replace(mark, evidence=None, basis=Basis.EDITOR) for mark in read)


def _facts(values: tuple[str, ...]) -> tuple[Fact, ...]:
    return tuple(Fact(value, basis=Basis.EDITOR) for value in values)


def _names(facts: tuple[Fact, ...]) -> str:
    return ", ".join(fact.value for fact in facts)


def _shown(marks: tuple[Shelfmark, ...]) -> str:
    parts = ((mark.repository, *(value for _, value in mark.parts), mark.rest) for mark in marks)
    return "; ".join(", ".join(part for part in one if part) for one in parts)
