"""Propose who held an office: “SovAmbassador” in a cable to Peking of May 1950 may be Roshchin.

The authority file says who held which office from when to when (``affiliation`` with ``notBefore``, ``notAfter`` and
``ref``); office, place and date of the cable are compared with it. Two ambassadors may have handed over on a day, so
what is found is proposed to an editor and never written into the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from teicable.annotate.knowledge import Knowledge
from teicable.authorities import Entry, Office, fold
from teicable.diagnostics import Diagnostic
from teicable.model.record import Action, CableRecord, Party
from teicable.model.source import SourceText
from teicable.model.span import Span


def proposals(record: CableRecord, source: SourceText, knowledge: Knowledge) -> Iterator[Diagnostic]:
    """Yield ``A010`` for each office in the way of a cable that somebody of the authority files held at its date."""
    holders = [(entry, office) for entry in knowledge.authorities.entries for office in entry.offices]
    date = record.date.value if record.date else ""
    if not holders or not date:
        return
    told: set[str] = set()
    for action in (action for way in record.correspondences for action in way.actions):
        for party in action.parties:
            found = [entry for entry, office in holders if _fits(party, action, office, date, knowledge)]
            if found and party.name not in told:
                told.add(party.name)
                yield _proposal(party, found, date, source)


def _fits(party: Party, action: Action, office: Office, date: str, knowledge: Knowledge) -> bool:
    """Tell whether an office is the one a party is called by: same kind, same place or institution, same time."""
    wanted = _kind(party.name, knowledge) if party.kind in ("person", "role") and not party.ref else ""
    if not wanted or wanted != _kind(office.role, knowledge) or not office.held(date):
        return False
    beside = {other.ref for other in action.parties if other.ref and other is not party}
    return bool(beside & set(office.refs))


def _kind(words: str, knowledge: Knowledge) -> str:
    """Return what office some words name: “ambassador” for all ambassadors, else the office by its own name."""
    found = knowledge.vocabularies["role"].find(words)
    if not found:
        return ""
    kind, start, end = found
    return kind if kind == "ambassador" else fold(words[start:end])


def _proposal(party: Party, found: list[Entry], date: str, source: SourceText) -> Diagnostic:
    who = " or ".join(f"{entry.main} ({entry.key})" for entry in found)
    refs = " or ".join(f'ref="{entry.key}"' for entry in found)
    return Diagnostic(
        "A010",
        f"“{party.name}” on {date} may be {who}, who held this office by the authority file",
        source.location(*_place(party, source)),
        f"if you agree, accept it with `teicable review EDITION`; {refs} and your @resp then stand in correspDesc",
        proposes=f"ref={found[0].key}" if len(found) == 1 else "",
    )


def _place(party: Party, source: SourceText) -> Span:
    """Return where the office is named: in the words that tell of the party, else their beginning."""
    if party.evidence is None:
        return Span(0, 0)
    start = source.text.find(party.name, *party.evidence)
    return Span(start, start + len(party.name)) if start >= 0 else Span(party.evidence.start, party.evidence.start)
