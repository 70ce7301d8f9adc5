"""The way a message took: who sent, who passed it on, who received it, who got copies.

The headline of the archive names sender, addressee and relay best; where it is silent, signature, address lines and
salutation speak. Received before sent is normal on an outgoing form: that is the time the cipher office received it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from heapq import merge
from operator import attrgetter

from teicable.annotate.knowledge import Knowledge
from teicable.headlines import Headlines, bare
from teicable.model.annotation import Annotation, Group, GroupKind, Segment, Zone
from teicable.model.record import Action, Correspondence, Fact, Party
from teicable.model.settled import SettledText
from teicable.model.span import Span

_SIGNED = re.compile(r"^(?:[Ss]igned:?|/[-–sS]/)\s*|\s+\d{1,4}$")
_TO = re.compile(r"[,.–—-]+\s+[Tt][Oo]:?\s+")
_BOTH = re.compile(r"\s+(?:\[and\]\s+|and\s+(?=the\b))", re.IGNORECASE)
_SPACED = re.compile(r"(?:\w ){3}")
_BRACKET = re.compile(r"[\[(][^\])]*[\])]")

Lines = defaultdict[Zone, list[Segment]]
"""Segments by zone, in document order."""


def correspondences(settled: SettledText, title: str, knowledge: Knowledge) -> tuple[Correspondence, ...]:
    """Return the way of the cable, then that of each message it encloses from somebody else."""
    reader = _Reader(settled, knowledge)
    named = reader.headlines.read(title)
    senders, vias, addressees = list(named.senders), list(named.relays), list(named.addressees)
    messages = [group for group in settled.groups if group.kind is GroupKind.MESSAGE]
    outer = reader.outer(messages)
    offices = [p for s in outer[Zone.OFFICE] for p in reader.parties(s, "org")]
    times = reader.times(outer)
    origins, places = reader.places(outer)
    relays = [p for s in outer[Zone.ADDRESS] if s.get("role") not in ("origin", "copy") for p in reader.roles(s)]
    if not senders:
        senders = [p for s in outer[Zone.SIGNATURE] for p in reader.parties(s, "person", "org")][:1]
    if not addressees and not named.unaddressed:
        addressees = reader.addressees(outer, messages)
    if not addressees and relays:
        addressees, relays = relays, []
    outgoing = bool(offices) and _enciphered(times)
    # The letterhead is the sender's only on what he sent: an incoming telegram bears that of the office it came to.
    received = None if outgoing else times.get("received") or times.get("arrived")
    elsewhere = received is not None or any(s.get("role") == "origin" for s in outer[Zone.ADDRESS])
    own = reader.stations(outer) or (() if elsewhere else tuple(offices[:1]))
    actions = [Action("sent", "", (*senders, *own, *origins[:1]), times.get("sent") or times.get("dispatched"))]
    if outgoing:
        actions.append(Action("transmitted", "encipherment", tuple(offices[1:2]), times["received"]))
    passed = vias or relays
    if passed:
        actions.append(Action("forwarded", "", (*passed, *places[:1])))
    actions.append(Action("received", "to", (*addressees, *places[:1]), received, named.alternative))
    copies = reader.copies()
    if copies:
        actions.append(Action("received", "copy", copies))
    inner = [reader.message(group, index) for index, group in enumerate(messages)]
    return (Correspondence(tuple(actions)), *(c for c in inner if c is not None))


class _Reader:
    """Reads parties and dates from zones of one document."""

    def __init__(self, settled: SettledText, knowledge: Knowledge) -> None:
        self._settled = settled
        self._knowledge = knowledge
        self.headlines = Headlines(knowledge, self._used)

    def _used(self, name: str) -> bool:
        """Tell whether the cable itself, not the page round it, has a name."""
        return any(name.casefold() in part for part in self._lines)

    @cached_property
    def _lines(self) -> list[str]:
        inside = (s for s in self._settled.segments if not s.zone.outside)
        words = [self._settled.words(segment).casefold() for segment in inside]
        # “M A T V E E V” has the name too, but “Nemo va” is not “Nemova”: only a line of single letters is closed up.
        return [*words, *(part.replace(" ", "") for part in words if _SPACED.match(part))]

    def outer(self, messages: list[Group]) -> Lines:
        """Return the segments that no enclosed message holds."""
        inside = {index for group in messages for index in range(group.first, group.last)}
        found: Lines = defaultdict(list)
        for index, segment in enumerate(self._settled.segments):
            if index not in inside:
                found[segment.zone].append(segment)
        return found

    def parties(self, segment: Segment, *kinds: str) -> list[Party]:
        """Return the names marked in a segment, glosses left out; an unmarked signature counts as a person."""
        settled = self._settled
        content = settled.content(segment)
        claims = settled.within(content)
        notes = [c.span for c in claims if c.kind == "note"]
        if segment.zone is Zone.SIGNATURE and bare(settled.words(segment)):
            # “Terebin [A. Orlov]”: who signs stands before the bracket.
            notes += [Span(*found.span()) for found in _BRACKET.finditer(settled.text, *content)]
        named = [c for c in claims if c.kind in kinds and not any(n.contains(c.span) for n in notes)]
        found = [self._of(claim) for claim in named if claim.get("ref") or claim.kind != "person"]
        if not found and segment.zone is Zone.SIGNATURE:
            letters = [c for c in claims if c.kind == "letterspaced"]
            words = letters[0].span.of(settled.text).replace(" ", "") if letters else settled.words(segment)
            name = _SIGNED.sub("", bare(words)).strip(' .“”"')
            found = [Party("person", name, evidence=content)] if name else []
        if not found and segment.zone is Zone.OFFICE:
            found = [Party("org", settled.words(segment), evidence=content)]
        return found

    def roles(self, segment: Segment) -> list[Party]:
        """Return the offices that stand for a person in a segment."""
        content = self._settled.content(segment)
        claims = self._settled.within(content, "role")
        # “Minister B o l z”: a rank before a name stands for nobody else.
        text = self._settled.text
        claims = [c for c in claims if not text[c.span.end : content.end].lstrip(" ")[:1].isupper()]
        return [Party("role", c.span.of(self._settled.text), evidence=c.span) for c in claims]

    def places(self, outer: Lines) -> tuple[list[Party], list[Party]]:
        """Return the places a cable came from, and those it went to; its address knows better than a place alone."""
        lines = [s for s in outer[Zone.ADDRESS] if s.get("role") != "copy"]
        origins = [p for s in lines if s.get("role") == "origin" for p in self.parties(s, "place")]
        addressed = [s for s in lines if s.get("role") in ("addressee", "destination")]
        others = [s for s in lines if s.get("role") not in ("addressee", "destination", "origin")]
        return origins, [p for s in (*addressed, *others) for p in self.parties(s, "place")]

    def times(self, outer: Lines) -> dict[str, Fact]:
        """Return the first date of each type that the form states.

        What a form of arrival names “Dispatched” below “Arrived” or “Processed” went on from there to others: that is
        no sending. An hour that opens the text completes the day of sending.
        """
        found: dict[str, Fact] = {}
        for segment in merge(outer[Zone.DATELINE], outer[Zone.PARAGRAPH], key=attrgetter("span")):
            for kind, fact in self._dates(segment):
                onward = kind == "dispatched" and {"arrived", "processed"} & set(found)
                if segment.zone is Zone.DATELINE and kind and not onward:
                    found.setdefault(kind, fact)
                elif segment.zone is Zone.PARAGRAPH and kind == "sent" and kind in found:
                    found[kind] = _at(found[kind], fact)
        return found

    def _dates(self, segment: Segment) -> Iterator[tuple[str, Fact]]:
        """Yield type and date of each date claimed in a segment."""
        content = self._settled.content(segment)
        for claim in self._settled.within(content, "date"):
            if claim.get("when"):
                surface = " ".join(claim.span.of(self._settled.text).split())
                yield claim.get("type"), Fact(claim.get("when"), surface, claim.span, claim.basis, claim.certainty)

    def date(self, segment: Segment) -> Fact | None:
        """Return the date claimed in a segment."""
        return next((fact for _, fact in self._dates(segment)), None)

    def addressees(self, outer: Lines, messages: list[Group]) -> list[Party]:
        """Return who is addressed: by address lines, by the salutation, by that of an enclosed message."""
        for zone in (Zone.ADDRESS, Zone.SALUTATION):
            lines = [s for s in outer[zone] if s.get("role") not in ("origin", "close", "copy")]
            found = [party for line in lines for party in self._addressed(line)]
            found = found or [party for line in lines for party in self._unknown(line)]
            if found:
                return _distinct(found)
        for group in messages:
            greeted = [s for s in self._settled.segments[group.first : group.last] if s.zone is Zone.SALUTATION]
            found = [party for line in greeted for party in self.parties(line, "person")]
            if found:
                return _distinct(found)
        return []

    def _addressed(self, line: Segment) -> list[Party]:
        """Return the names marked in an address, or all that it joins by “[and]” where fewer are marked."""
        marked = self.parties(line, "person", "org")
        joined = self._unknown(line) if marked and _BOTH.search(self._settled.words(line)) else []
        return joined if len(joined) > len(marked) else marked

    def _unknown(self, line: Segment) -> list[Party]:
        """Return the addressee of a line that names nobody an authority file holds: its words without the label."""
        words = self._settled.words(line)
        if line.zone is Zone.ADDRESS:
            label = self._knowledge.vocabularies["address"].match(words)
            if label is None and line.get("role") not in ("addressee", "copy"):
                return []
            words = words[label[1] :] if label else words
        # “MOSCOW, to Comrade Panteleev”: the one it is for stands last.
        words = re.sub(r",?\d{1,2}$", "", _TO.split(words)[-1].strip(" .:,!"))
        named = [self.headlines.party(part) for part in _BOTH.split(words)]
        roles = self._knowledge.vocabularies["role"]
        return [party for party in named if party.name[:1].isupper() and not roles.full(party.name)]

    def stations(self, outer: Lines) -> tuple[Party, ...]:
        """Return the office that an address line gives as origin: “FM AMEMBASSY SEOUL”."""
        lines = [line for line in outer[Zone.ADDRESS] if line.get("role") == "origin"]
        return tuple(p for line in lines for p in self._unknown(line) if p.kind == "org")[:1]

    def copies(self) -> tuple[Party, ...]:
        """Return the recipients of copies, each once; those nobody knows by the words of their line."""
        found: list[Party] = []
        for line in self._settled.of(Zone.RECIPIENT, Zone.DISTRIBUTION):
            known = [p for p in self.parties(line, "person", "org") if p.ref]
            found += known or ([self._recipient(line)] if line.zone is Zone.RECIPIENT else [])
        for line in self._settled.of(Zone.ADDRESS):
            found += self._unknown(line) if line.get("role") == "copy" else []
        return tuple(_distinct([party for party in found if party.name]))

    def _recipient(self, line: Segment) -> Party:
        """Return a recipient nobody knows; “Copy” and “file” are no recipients."""
        counted = r"[ \t]*(?:[-–][ \t]*\d{1,3}|(?:\.{3,}|…|_{3,})[ \t]*\d{1,3}|\(\d{1,3}(?:[ \t]+copies)?\))?[ ,;.]*$"
        words = re.sub(counted, "", self._settled.words(line))
        honorific = self._knowledge.vocabularies["honorific"].match(words)
        name = words[honorific[1] :].strip() if honorific else words
        if self._knowledge.vocabularies["nobody"].full(name):
            return Party("person", "")
        return self.headlines.party(re.sub(r"^to\s+(?:the\s+)?", "", name))

    def message(self, group: Group, index: int) -> Correspondence | None:
        """Return the way of an enclosed message that has a signature of its own."""
        parts = self._settled.segments[group.first : group.last]
        senders = [p for s in parts if s.zone is Zone.SIGNATURE for p in self.parties(s, "person", "org")]
        if not senders:
            return None
        greeted = [p for s in parts if s.zone is Zone.SALUTATION for p in self.parties(s, "person", "org")]
        dates = [self.date(s) for s in parts if s.zone in (Zone.DATE, Zone.DATELINE)]
        sent = Action("sent", "", tuple(senders[:1]), next((d for d in dates if d), None))
        return Correspondence((sent, Action("received", "to", tuple(_distinct(greeted)))), index)

    def _of(self, claim: Annotation) -> Party:
        words = " ".join(claim.span.of(self._settled.text).split())
        return Party(claim.kind, words, claim.get("ref"), claim.get("type") == "pseudo", Span(*claim.span))


def _enciphered(times: dict[str, Fact]) -> bool:
    """Tell whether “Received” is the cipher office's: it stands above “Sent” on the form, as on those that go out."""
    received, sent = (times[kind].evidence if kind in times else None for kind in ("received", "sent"))
    return received is not None and sent is not None and received.end <= sent.start


def _at(day: Fact, hour: Fact) -> Fact:
    """Return a day with an hour that stands elsewhere; a day that has one keeps it."""
    if "T" in day.value or len(day.value) != len("1950-05-14") or ":" not in hour.value:
        return day
    return replace(day, value=f"{day.value}T{hour.value}", surface=f"{day.surface} {hour.surface}")


def _distinct(parties: list[Party]) -> list[Party]:
    found: dict[str, Party] = {}
    for party in parties:
        found.setdefault(party.ref or party.name, party)
    return list(found.values())
