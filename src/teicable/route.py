"""The way a message took: who sent, who passed it on, who received it, who got copies.

The headline of the archive names sender, addressee and relay best; where it is silent, signature, address lines and
salutation speak. Received before sent is normal on an outgoing form: that is the time the cipher office received it.
"""

from __future__ import annotations

import re
from dataclasses import replace

from teicable.annotate.knowledge import Knowledge
from teicable.model.annotation import Annotation, Group, GroupKind, Segment, Zone
from teicable.model.record import Action, Correspondence, Fact, Party
from teicable.model.settled import SettledText
from teicable.model.span import Span

_VIA = re.compile(r"[\[(,]?\s*via\s+(?P<via>[^\])]+)[\])]?", re.IGNORECASE)
_ROUTE = re.compile(r"(?:^|,\s)(?:[^,]*?\bfrom\s)?(?P<from>[^,]+?)\s+to\s+(?P<to>.+)$", re.IGNORECASE)
_TRAILING = re.compile(
    r",\s*(?:conveying|with|regarding|on|concerning|about|in which|forwarding)\b.*$|\s+(?:on|regarding|about)\s.*$"
)
_HELD = re.compile(r"(?P<office>[^()]{1,100} (?:in|at) [^()]{1,60}) \((?P<name>[^()\d]{2,60})\)", re.IGNORECASE)
"""“Embassy in X (Y)”: an office and, in round brackets, who holds it."""
_GLOSS = re.compile(r"\s*[\[(][^\])]*[\])]")
_BETWEEN = re.compile(r"\s*(?:,\s*|\s)(?P<word>or|and)\s+|,\s+")


def correspondences(settled: SettledText, title: str, knowledge: Knowledge) -> tuple[Correspondence, ...]:
    """Return the way of the cable, then that of each message it encloses from somebody else."""
    reader = _Reader(settled, knowledge)
    senders, vias, addressees, alternative = reader.headline(title)
    messages = [group for group in settled.groups if group.kind is GroupKind.MESSAGE]
    outer = reader.outer(messages)
    offices = [p for s in outer if s.zone is Zone.OFFICE for p in reader.parties(s, "org")]
    times = {s.get("type"): reader.date(s) for s in outer if s.zone is Zone.DATELINE and s.get("type")}
    places = [p for s in outer if s.zone is Zone.ADDRESS for p in reader.parties(s, "place")]
    relays = [p for s in outer if s.zone is Zone.ADDRESS and s.get("role") != "origin" for p in reader.roles(s)]
    if not senders:
        senders = [p for s in outer if s.zone is Zone.SIGNATURE for p in reader.parties(s, "person", "org")][:1]
    if not addressees:
        addressees = reader.addressees(outer, messages)
    if not addressees and relays:
        addressees, relays = relays, []
    outgoing = times.get("received") is not None and times.get("sent") is not None and bool(offices)
    actions = [Action("sent", "", (*senders, *offices[:1]), times.get("sent") or times.get("dispatched"))]
    if outgoing:
        actions.append(Action("transmitted", "encipherment", tuple(offices[1:2]), times["received"]))
    passed = vias or relays
    if passed:
        actions.append(Action("forwarded", "", (*passed, *places[:1])))
    received = None if outgoing else times.get("received")
    actions.append(Action("received", "to", (*addressees, *places[:1]), received, alternative))
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

    def headline(self, title: str) -> tuple[list[Party], list[Party], list[Party], str]:
        """Read “X to Y or Z (via W)”: senders, relays, addressees, and the words of an alternative."""
        via = _VIA.search(title)
        relays = self._named(via["via"])[0] if via else []
        rest = _TRAILING.sub("", title[: via.start()].rstrip(" ,([") if via else title)
        found = _ROUTE.search(rest)
        if not found:
            return [], relays, [], ""
        addressees, alternative = self._named(found["to"])
        return self._named(found["from"])[0], relays, addressees, alternative

    def _named(self, words: str) -> tuple[list[Party], str]:
        parts = [part for part in _BETWEEN.split(words) if part and part not in ("or", "and")]
        either = any(found["word"] == "or" for found in _BETWEEN.finditer(words))
        names = [self._party(part) for part in parts]
        return [name for name in names if name.name], words.strip() if either else ""

    def _party(self, words: str) -> Party:
        held = _HELD.fullmatch(words.strip())
        if held and any(self._knowledge.vocabularies[name].find(held["office"]) for name in ("office", "role")):
            words = held["name"]
        bare = _GLOSS.sub("", words).strip(" .,")
        honorific = self._knowledge.vocabularies["honorific"].match(bare)
        bare = bare[honorific[1] :].strip() if honorific else bare
        bearers = self._knowledge.authorities.bearers(bare)
        if len(bearers) == 1:
            entry, form = bearers[0]
            return Party(entry.kind, bare, entry.key, form.type == "pseudo")
        office = self._knowledge.vocabularies["office"].find(bare)
        return Party("org" if office else "person", bare)

    def outer(self, messages: list[Group]) -> list[Segment]:
        """Return the segments that no enclosed message holds."""
        inside = {index for group in messages for index in range(group.first, group.last)}
        return [segment for index, segment in enumerate(self._settled.segments) if index not in inside]

    def parties(self, segment: Segment, *kinds: str) -> list[Party]:
        """Return the names marked in a segment, glosses left out; an unmarked signature counts as a person."""
        settled = self._settled
        content = settled.content(segment)
        claims = [c for c in settled.annotations if content.contains(c.span)]
        notes = [c.span for c in claims if c.kind == "note"]
        named = [c for c in claims if c.kind in kinds and not any(n.contains(c.span) for n in notes)]
        found = [self._of(claim) for claim in named if claim.get("ref") or claim.kind != "person"]
        if not found and segment.zone is Zone.SIGNATURE:
            letters = [c for c in claims if c.kind == "letterspaced"]
            words = letters[0].span.of(settled.text).replace(" ", "") if letters else settled.words(segment)
            bare = _GLOSS.sub("", words).strip(' .“”"')
            found = [Party("person", bare, evidence=content)] if bare else []
        if not found and segment.zone is Zone.OFFICE:
            found = [Party("org", settled.words(segment), evidence=content)]
        return found

    def roles(self, segment: Segment) -> list[Party]:
        """Return the offices that stand for a person in a segment."""
        content = self._settled.content(segment)
        claims = [c for c in self._settled.annotations if c.kind == "role" and content.contains(c.span)]
        return [Party("role", c.span.of(self._settled.text), evidence=c.span) for c in claims]

    def date(self, segment: Segment) -> Fact | None:
        """Return the date claimed in a segment."""
        content = self._settled.content(segment)
        for claim in self._settled.annotations:
            if claim.kind == "date" and content.contains(claim.span) and claim.get("when"):
                surface = " ".join(claim.span.of(self._settled.text).split())
                return Fact(claim.get("when"), surface, claim.span, claim.basis, claim.certainty)
        return None

    def addressees(self, outer: list[Segment], messages: list[Group]) -> list[Party]:
        """Return who is addressed: by address lines, by the salutation, by that of an enclosed message."""
        for zone in (Zone.ADDRESS, Zone.SALUTATION):
            lines = [s for s in outer if s.zone is zone and s.get("role") not in ("origin", "close")]
            found = [party for line in lines for party in self.parties(line, "person", "org")]
            if found:
                return _distinct(found)
        for group in messages:
            greeted = [s for s in self._settled.segments[group.first : group.last] if s.zone is Zone.SALUTATION]
            found = [party for line in greeted for party in self.parties(line, "person")]
            if found:
                return _distinct(found)
        return []

    def copies(self) -> tuple[Party, ...]:
        """Return the recipients of copies who are known by name, each once."""
        lines = self._settled.of(Zone.RECIPIENT, Zone.DISTRIBUTION)
        return tuple(_distinct([p for s in lines for p in self.parties(s, "person", "org") if p.ref]))

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


def _distinct(parties: list[Party]) -> list[Party]:
    found: dict[str, Party] = {}
    for party in parties:
        found.setdefault(party.ref or party.name, replace(party))
    return list(found.values())
