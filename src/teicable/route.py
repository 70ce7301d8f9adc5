"""The way a message took: who sent, who passed it on, who received it, who got copies.

The headline of the archive names sender, addressee and relay best; where it is silent, signature, address lines and
salutation speak. Received before sent is normal on an outgoing form: that is the time the cipher office received it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from teicable import chronology
from teicable.annotate import glosses
from teicable.annotate.knowledge import Knowledge
from teicable.annotate.persons import given
from teicable.model.annotation import Annotation, Group, GroupKind, Segment, Zone
from teicable.model.record import Action, Correspondence, Fact, Party
from teicable.model.settled import SettledText
from teicable.model.span import Span
from teicable.vocabularies import gazetteer

_VIA = re.compile(r"[\[(,]?\s*via\s+(?P<via>[^\])]+)[\])]?", re.IGNORECASE)
_ROUTE = re.compile(r"(?:^|,\s)(?:[^,]*?\bfrom\s)?(?P<from>[^,]+?)\s+to\s+(?P<to>.+)$", re.IGNORECASE)
_CALL = re.compile(r"/\d{1,3}/")
_SIGNED = re.compile(r"^(?:[Ss]igned:?|/[-–sS]/)\s*|\s+\d{1,4}$")
_NUMBERED = re.compile(r"^[ ,]*(?:Nos?\.?|№|Nº|#)[ ]?[\w./-]+[ ,]*")
_PLAIN_NUMBER = re.compile(r"(?:Nos?\.?|№|Nº|#)[ ]?\d|\d{1,2} \w+ \d{4}$|\w+ \d{1,2}$")
_FINAL = re.compile(r",?\s+for\s+(?P<final>[^,]+)$")
_TO = re.compile(r"\s+to\s+(?=[^\s])")
_TRAILING = re.compile(
    r",\s*['‘’\"“].*$|\s*&\s*Repl(?:y|ies)\b.*$|,\s*<[^<>]*>$"
    r"|,\s*(?:conveying|with|regarding|on|concerning|about|in which|forwarding)\b.*$|\s+(?:on|regarding|about)\s.*$"
)
_OTHER = re.compile(r"\w [\[(]([^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){0,2})[\])]$")
_GLOSS = re.compile(r"\s*[\[(][^\])]*[\])]")
_BETWEEN = re.compile(r"\s*(?:,\s*|\s)(?P<word>or|and)\s+|,\s+")


def correspondences(settled: SettledText, title: str, knowledge: Knowledge) -> tuple[Correspondence, ...]:
    """Return the way of the cable, then that of each message it encloses from somebody else."""
    reader = _Reader(settled, knowledge)
    senders, vias, addressees, alternative = reader.headline(title)
    messages = [group for group in settled.groups if group.kind is GroupKind.MESSAGE]
    outer = reader.outer(messages)
    offices = [p for s in outer if s.zone is Zone.OFFICE for p in reader.parties(s, "org")]
    times = reader.times(outer)
    origins, places = reader.places(outer)
    relays = [
        p for s in outer if s.zone is Zone.ADDRESS and s.get("role") not in ("origin", "copy") for p in reader.roles(s)
    ]
    if not senders:
        senders = [p for s in outer if s.zone is Zone.SIGNATURE for p in reader.parties(s, "person", "org")][:1]
    if not addressees:
        addressees = reader.addressees(outer, messages)
    if not addressees and relays:
        addressees, relays = relays, []
    outgoing = bool(offices) and _enciphered(times)
    # The letterhead is the sender's only on what he sent: an incoming telegram bears that of the office it came to.
    received = None if outgoing else times.get("received") or times.get("arrived")
    elsewhere = received is not None or any(s.zone is Zone.ADDRESS and s.get("role") == "origin" for s in outer)
    own = reader.stations(outer) or (() if elsewhere else tuple(offices[:1]))
    actions = [Action("sent", "", (*senders, *own, *origins[:1]), times.get("sent") or times.get("dispatched"))]
    if outgoing:
        actions.append(Action("transmitted", "encipherment", tuple(offices[1:2]), times["received"]))
    passed = vias or relays
    if passed:
        actions.append(Action("forwarded", "", (*passed, *places[:1])))
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
        title = _CALL.sub("", title)
        via = _VIA.search(title)
        relays = self._named(via["via"])[0] if via else []
        rest = _TRAILING.sub("", title[: via.start()].rstrip(" ,([") if via else title)
        sender, addressee = _divided(self._headed(rest))
        if not addressee:
            return self._named(sender)[0] if sender else [], relays, [], ""
        final = _FINAL.search(addressee)
        if final and not relays:
            # “to Matveyev, for Kim Il Sung”: he is to hand it on.
            relays, addressee = self._named(addressee[: final.start()])[0], final["final"]
        addressees, alternative = self._named(addressee)
        return self._named(sender)[0], relays, addressees, alternative

    def _headed(self, title: str) -> str:
        """Leave out kind and number of the document, and markings after the names."""
        kind = self._knowledge.vocabularies["doctype"].match(title)
        rest = title[kind[1] :] if kind else title
        rest = _NUMBERED.sub("", rest)
        parts = rest.split(", ")
        tables = ("classification", "handling")
        names = [
            part
            for part in parts
            if not any(self._knowledge.vocabularies[table].full(part) for table in tables)
            and not _PLAIN_NUMBER.match(part)
            and not self._timed(part)
        ]
        return ", ".join(names).strip(" ,")

    def _timed(self, part: str) -> bool:
        """Tell whether a part of a headline is a date, an hour or a weekday: “(Pinto), 6 p.m., Friday”."""
        bare = part.strip(" .")
        moment = chronology.match(part, 0, len(part))
        whole = moment is not None and not part[moment.span.end :].strip(" .")
        return whole or self._knowledge.vocabularies["weekday"].full(bare) is not None

    def _named(self, words: str) -> tuple[list[Party], str]:
        parts = [part for part in _BETWEEN.split(words) if part and part not in ("or", "and")]
        either = any(found["word"] == "or" for found in _BETWEEN.finditer(words))
        names = [self._party(part) for part in self._seated(parts)]
        return [name for name in names if name.name], words.strip() if either else ""

    def _seated(self, parts: list[str]) -> list[str]:
        """Leave out a place after an office: “the Foreign Ministry, Hanoi” names one addressee."""
        offices = self._knowledge.vocabularies["office"]
        return [
            part
            for index, part in enumerate(parts)
            if not (index and offices.find(parts[index - 1]) and gazetteer.shipped().get(part.strip(" .")))
        ]

    def _party(self, words: str) -> Party:
        """Read one name of a headline: without gloss, honorific, or rank where a name stands."""
        office = self._knowledge.vocabularies["office"].find(words)
        head = re.search(r"\(([^()]+)\)\s*$", words)
        if head and (office or self._knowledge.vocabularies["role"].find(words)):
            return Party("person", head[1])  # “Polish Embassy in Hanoi (Kulesza)”: its head
        bare = re.sub(r"^(?:the|Dear)\s+", "", _GLOSS.sub("", words).strip(" .,"))
        for table in ("honorific", "role"):
            found = self._knowledge.vocabularies[table].match(bare)
            rest = bare[found[1] :].strip() if found and bare[found[1] : found[1] + 1] == " " else ""
            if rest[:1].isupper():
                bare = rest
        bearers = self._knowledge.authorities.bearers(bare)
        if len(bearers) == 1:
            entry, form = bearers[0]
            covered = entry.kind == "person" and self._glossed(words, bare)
            return Party(entry.kind, bare, entry.key, form.type == "pseudo", gloss=covered or "")
        return Party("org" if office else "person", bare, gloss="" if office else self._glossed(words, bare))

    def _glossed(self, words: str, name: str) -> str:
        """Return the name in brackets behind a name if it is another one: “Filippov [Stalin]”, not “Mao [Zedong]”."""
        found = _OTHER.search(words)
        if found is None or not name:
            return ""
        other = found[1]
        entries = self._knowledge.authorities.bearers(other), self._knowledge.authorities.bearers(name)
        same = [a for a in entries[0] for b in entries[1] if a[0].key == b[0].key]
        if same:
            return other if any(f.type == "pseudo" for bearers in entries for _, f in bearers) else ""
        plain = all(glosses.personal(word, self._knowledge) for word in (*other.split(), *name.split()))
        surname = name.casefold() in self._knowledge.vocabularies["surname"].words() and given(other)
        place = gazetteer.shipped().get(other) or gazetteer.shipped().get(name)
        return other if plain and not surname and not place and not glosses.akin(name, other) else ""

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
            bare = _SIGNED.sub("", _GLOSS.sub("", words)).strip(' .“”"')
            found = [Party("person", bare, evidence=content)] if bare else []
        if not found and segment.zone is Zone.OFFICE:
            found = [Party("org", settled.words(segment), evidence=content)]
        return found

    def roles(self, segment: Segment) -> list[Party]:
        """Return the offices that stand for a person in a segment."""
        content = self._settled.content(segment)
        claims = [c for c in self._settled.annotations if c.kind == "role" and content.contains(c.span)]
        # “Minister B o l z”: a rank before a name stands for nobody else.
        text = self._settled.text
        claims = [c for c in claims if not text[c.span.end : content.end].lstrip(" ")[:1].isupper()]
        return [Party("role", c.span.of(self._settled.text), evidence=c.span) for c in claims]

    def places(self, outer: list[Segment]) -> tuple[list[Party], list[Party]]:
        """Return the places a cable came from, and those it went to; its address knows better than a place alone."""
        lines = [s for s in outer if s.zone is Zone.ADDRESS and s.get("role") != "copy"]
        origins = [p for s in lines if s.get("role") == "origin" for p in self.parties(s, "place")]
        addressed = [s for s in lines if s.get("role") in ("addressee", "destination")]
        others = [s for s in lines if s.get("role") not in ("addressee", "destination", "origin")]
        return origins, [p for s in (*addressed, *others) for p in self.parties(s, "place")]

    def times(self, outer: list[Segment]) -> dict[str, Fact]:
        """Return the first date of each type that the form states.

        What a form of arrival names “Dispatched” below “Arrived” or “Processed” went on from there to others: that is
        no sending. An hour that opens the text completes the day of sending.
        """
        found: dict[str, Fact] = {}
        for segment in outer:
            if segment.zone not in (Zone.DATELINE, Zone.PARAGRAPH):
                continue
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
        for claim in self._settled.annotations:
            if claim.kind == "date" and content.contains(claim.span) and claim.get("when"):
                surface = " ".join(claim.span.of(self._settled.text).split())
                yield claim.get("type"), Fact(claim.get("when"), surface, claim.span, claim.basis, claim.certainty)

    def date(self, segment: Segment) -> Fact | None:
        """Return the date claimed in a segment."""
        return next((fact for _, fact in self._dates(segment)), None)

    def addressees(self, outer: list[Segment], messages: list[Group]) -> list[Party]:
        """Return who is addressed: by address lines, by the salutation, by that of an enclosed message."""
        for zone in (Zone.ADDRESS, Zone.SALUTATION):
            lines = [s for s in outer if s.zone is zone and s.get("role") not in ("origin", "close", "copy")]
            found = [party for line in lines for party in self.parties(line, "person", "org")]
            found = found or [party for line in lines for party in self._unknown(line)]
            if found:
                return _distinct(found)
        for group in messages:
            greeted = [s for s in self._settled.segments[group.first : group.last] if s.zone is Zone.SALUTATION]
            found = [party for line in greeted for party in self.parties(line, "person")]
            if found:
                return _distinct(found)
        return []

    def _unknown(self, line: Segment) -> list[Party]:
        """Return the addressee of a line that names nobody an authority file holds: its words without the label."""
        words = self._settled.words(line)
        if line.zone is Zone.ADDRESS:
            label = self._knowledge.vocabularies["address"].match(words)
            if label is None and line.get("role") not in ("addressee", "copy"):
                return []
            words = words[label[1] :] if label else words
        # “MOSCOW, to Comrade Panteleev”: the one it is for stands last.
        words = re.split(r"[,.–—-]+\s+[Tt][Oo]:?\s+", words)[-1]
        named = self._party(re.sub(r",?\d{1,2}$", "", words.strip(" .:,!")))
        return [named] if named.name[:1].isupper() and not self._knowledge.vocabularies["role"].full(named.name) else []

    def stations(self, outer: list[Segment]) -> tuple[Party, ...]:
        """Return the office that an address line gives as origin: “FM AMEMBASSY SEOUL”."""
        lines = [line for line in outer if line.zone is Zone.ADDRESS and line.get("role") == "origin"]
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
        counted = r"[ \t]*(?:[-–][ \t]*\d{1,3}|\(\d{1,3}(?:[ \t]+copies)?\))?[ ,;.]*$"
        words = re.sub(counted, "", self._settled.words(line))
        honorific = self._knowledge.vocabularies["honorific"].match(words)
        bare = words[honorific[1] :].strip() if honorific else words
        if self._knowledge.vocabularies["nobody"].full(bare):
            return Party("person", "")
        return self._party(re.sub(r"^to\s+(?:the\s+)?", "", bare))

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


def _divided(words: str) -> tuple[str, str]:
    """Divide “X to Y” at the last “to” that has a name on both sides: an ambassador to a country comes before it."""
    bare = re.sub(r"^(?:from|by)\s+", "", words.strip(), flags=re.IGNORECASE)
    places = list(_TO.finditer(bare))
    if not places:
        return bare if words.strip() != bare else "", ""
    return bare[: places[-1].start()].strip(" ,"), bare[places[-1].end() :].strip(" ,")


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
        found.setdefault(party.ref or party.name, replace(party))
    return list(found.values())
