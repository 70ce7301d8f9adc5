"""Who the archive's headline names: “Matveev [Zakharov] to Feng Xi (Stalin)”, “Telegram from Y to Z [via W], 3 May”.

A headline names sender, addressee and relay better than the form does. It begins with the kind of document and may go
on with what the document says (“…, Forwarding a Telegram from Peking”), which names nobody who sent or received it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from teicable import chronology
from teicable.annotate import bearers
from teicable.annotate.knowledge import Knowledge
from teicable.annotate.persons import given
from teicable.annotate.spellings import akin
from teicable.model.record import Party
from teicable.vocabularies import Phrases, gazetteer

_VIA = re.compile(r"[\[(,]?\s*via\s+(?P<via>[^\])]+)[\])]?", re.IGNORECASE)
_NUMBERED = re.compile(r"^[ ,]*(?:Nos?\.?|NOS?\.|№|Nº|#)[ ]?[\w./–-]+[ ,]*")
_PLAIN_NUMBER = re.compile(r"(?:N[Oo][Ss]?\.?|№|Nº|#)[ ]?\d|\d{1,2} \w+ \d{4}$|\w+ \d{1,2}$")
_FINAL = re.compile(r",?\s+for\s+(?P<final>[^,]+)$", re.IGNORECASE)
_TO = re.compile(r"\s+to\s+(?=[^\s])", re.IGNORECASE)
_TRAILING = re.compile(r",\s*['‘’\"“].*$|\s*&\s*Repl(?:y|ies)\b.*$|,\s*<[^<>]*>$")
_OTHER = re.compile(r"\w [\[(]([^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){0,2})[\])]$")
_GLOSS = re.compile(r"\s*[\[(][^\])]*[\])]")
_BETWEEN = re.compile(r"\s*(?:,\s*|\s)\[?(?P<word>or|and)\]?\s+|,\s+", re.IGNORECASE)
_CALL = re.compile(r"/\d{1,3}/")
_ARTICLE = re.compile(r"^(?:the|dear)\s+", re.IGNORECASE)
_FROM = re.compile(r"^(?:from|by)\s+", re.IGNORECASE)
_WITH = re.compile(r",?\s+with\s+(?:(?:an?|the|his|draft|approved|oral|personal)\s+){0,2}(?=\w)", re.IGNORECASE)
_POSTED = re.compile(r"\s+(?:[Tt][Oo]|in|at|of)\s+(?:[Tt]he\s+)?(?=[^\W\d_a-z])")
_OF = re.compile(r"\s+(?:of|in|at|for)\s[^()]*")
_LONGEST_PLACE = 3
"""Words that the name of a country or town may have."""


def bare(words: str) -> str:
    """Return a name without what stands behind it in brackets."""
    return _GLOSS.sub("", words).strip(" .,")


@dataclass(frozen=True, slots=True)
class Named:
    """Who a headline names; ``alternative`` are its words where it leaves open who was addressed.

    ``unaddressed`` says that the headline is of a journal or the like, which is for nobody in particular.
    """

    senders: tuple[Party, ...] = ()
    relays: tuple[Party, ...] = ()
    addressees: tuple[Party, ...] = ()
    alternative: str = ""
    unaddressed: bool = False


@dataclass(frozen=True)
class Headlines:
    """Reads headlines, and names as they and address lines print them; ``used`` tells whether the cable has a name."""

    knowledge: Knowledge
    used: Callable[[str], bool] = lambda _: False

    def read(self, title: str) -> Named:
        """Read “X to Y or Z (via W)”; a journal has only who kept it."""
        title = _CALL.sub("", title)
        journal = self._topics("journal").whole(title)
        if journal:
            return Named(senders=self._named(journal[1]["who"])[0], unaddressed=True)
        via = _VIA.search(title)
        relays = self._named(via["via"])[0] if via else ()
        words = self._headed(title[: via.start()].rstrip(" ,([") if via else title)
        words, final = self._enclosed(words)
        sender, addressee = self._divided(self._without_topic(words))
        if not addressee:
            return Named(self._named(sender)[0] if sender else (), relays)
        stated = None if final else _FINAL.search(addressee)
        if stated:
            final, addressee = stated["final"], addressee[: stated.start()]
        if final and not relays:
            # “to Matveyev, for Kim Il Sung”: he is to hand it on.
            relays, addressee = self._named(addressee)[0], final
        addressees, alternative = self._named(addressee)
        return Named(self._named(sender)[0], relays, addressees, alternative)

    def _headed(self, title: str) -> str:
        """Leave out kind and number of the document, markings, and what a person was: “…, Soviet Ambassador, …”."""
        kinds = self.knowledge.vocabularies["doctype"]
        kind = kinds.match(title)
        rest = _NUMBERED.sub("", title[kind[1] :] if kind else title)
        announced = _WITH.match(rest)
        inner = self._topics("enclosed").match(rest, announced.end()) if announced else None
        if kind and inner and re.match(r"\s+(?:from|by)\s", rest[inner[1] :], re.IGNORECASE):
            rest = rest[inner[1] :]  # “Politburo Decision with Approved Message from X to Y”
        parts = _TRAILING.sub("", rest).split(", ")
        names = [part for index, part in enumerate(parts) if not self._aside(part, first=not index)]
        return ", ".join(names).strip(" ,")

    def _aside(self, part: str, *, first: bool) -> bool:
        """Tell whether a part of a headline between commas names nobody: a marking, a number, a day, an office held."""
        words = self.knowledge.vocabularies
        if any(words[table].full(part) for table in ("classification", "handling")):
            return True
        return bool(_PLAIN_NUMBER.match(part)) or self._timed(part) or (not first and self._held(part))

    def _held(self, part: str) -> bool:
        """Tell whether a part says what the person before it was: “…, Soviet Ambassador to the DPRK, …”."""
        end = self._role(part)
        rest = part[end:]
        placed = self._placed(rest) if end else 0
        return bool(end) and (
            not rest.strip() or placed == len(rest) or bool(_OF.fullmatch(rest) and not _TO.search(rest))
        )

    def _without_topic(self, title: str) -> str:
        """Leave out what the document says: “…, Forwarding a Telegram”, “… concerning the Companies”."""
        parts = title.split(", ")
        aside = (i for i, part in enumerate(parts) if i and (self._opens(part, "aside") or self._opens(part, "plain")))
        kept = ", ".join(parts[: next(aside, len(parts))])
        plain = self._topics("plain").find(kept)
        return kept[: plain[1]].rstrip(" ,") if plain and plain[1] else kept

    def _opens(self, part: str, kind: str) -> bool:
        found = self._topics(kind).match(part)
        return found is not None and not part[found[1] : found[1] + 1].isalnum()

    def _enclosed(self, title: str) -> tuple[str, str]:
        """Return a headline without the message that went on with the telegram, and whom that message is for."""
        for found in _WITH.finditer(title):
            inner = self._topics("enclosed").match(title, found.end())
            if inner and not title[inner[1] : inner[1] + 1].isalnum():
                final = re.match(r"\s+(?:for|to)\s+(?P<final>[^,]+)$", title[inner[1] :], re.IGNORECASE)
                return title[: found.start()], final["final"] if final else ""
        return title, ""

    def _timed(self, part: str) -> bool:
        """Tell whether a part of a headline is a date, an hour or a weekday: “(Pinto), 6 p.m., Friday”."""
        moment = chronology.match(part, 0, len(part))
        whole = moment is not None and not part[moment.span.end :].strip(" .")
        return whole or self.knowledge.vocabularies["weekday"].full(part.strip(" .")) is not None

    def _divided(self, words: str) -> tuple[str, str]:
        """Divide “X to Y” at the last “to” with a name on both sides; that of an ambassador to a country is none."""
        rest = _FROM.sub("", words.strip())
        places = [found for found in _TO.finditer(rest) if not self._posted(rest, found)]
        if not places:
            return rest if words.strip() != rest else "", ""
        return rest[: places[-1].start()].strip(" ,"), rest[places[-1].end() :].strip(" ,")

    def _posted(self, text: str, to: re.Match[str]) -> bool:
        """Tell whether “to” leads to where an envoy is posted: “Soviet Ambassador to Egypt Kiselev”."""
        before = re.split(r"\bto\b|,", text[: to.start()])[-1].strip()
        placed = self._placed(text[to.start() :])
        return (
            bool(placed)
            and self._role(before) == len(before) > 0
            and text[to.start() + placed :][:2].strip(" ,(") != ""
        )

    def _role(self, words: str) -> int:
        """Return where an office ends that opens the words, with the country it serves before it: “Polish Envoy”."""
        nations = self.knowledge.vocabularies["no-name"].words("words", "people")
        start = 0
        while (first := re.match(r"(?:the\s+)?([\w-]+)\s+", words[start:], re.IGNORECASE)) and first[
            1
        ].casefold() in nations:
            start += first.end()
        for position in sorted({0, start}):
            found = self.knowledge.vocabularies["role"].match(words, position)
            if found and not words[found[1] : found[1] + 1].isalnum():
                return found[1]
        return 0

    def _placed(self, words: str) -> int:
        """Return where “ to the DPRK” ends that opens the words, if it names a place, else 0."""
        begin = _POSTED.match(words)
        if not begin:
            return 0
        ends = [found.end() for found in re.finditer(r"[\w’'-]+", words[begin.end() :])][:_LONGEST_PLACE]
        for end in reversed(ends):
            name = words[begin.end() : begin.end() + end]
            if gazetteer.shipped().get(name) or self.knowledge.authorities.bearers(name, "place"):
                return begin.end() + end
        return 0

    def _named(self, words: str) -> tuple[tuple[Party, ...], str]:
        parts = [part for part in _BETWEEN.split(words) if part and part.casefold() not in ("or", "and")]
        either = any((found["word"] or "").casefold() == "or" for found in _BETWEEN.finditer(words))
        names = [self.party(part) for part in self._seated(parts)]
        return tuple(name for name in names if name.name), words.strip() if either else ""

    def _seated(self, parts: list[str]) -> list[str]:
        """Leave out a place after an office: “the Foreign Ministry, Hanoi” names one addressee."""
        offices = self.knowledge.vocabularies["office"]
        return [
            part
            for index, part in enumerate(parts)
            if not (index and offices.find(parts[index - 1]) and gazetteer.shipped().get(part.strip(" .")))
        ]

    def party(self, words: str) -> Party:
        """Read one name: without gloss, honorific, or office where a name stands."""
        office = self.knowledge.vocabularies["office"].find(words)
        head = re.search(r"\(([^()]+)\)\s*$", words)
        if head and (office or self.knowledge.vocabularies["role"].find(words)):
            return Party("person", head[1])  # “Polish Embassy in Hanoi (Kulesza)”: its head
        name = self._untitled(words)
        known = self.knowledge.authorities.bearers(name)
        if len(known) == 1:
            entry, form = known[0]
            covered = self._glossed(words, name) if entry.kind == "person" else ""
            return Party(entry.kind, name, entry.key, form.type == "pseudo", gloss=covered)
        town = gazetteer.shipped().get(name) if not office and name == words.strip(" .,") else None
        if town and town.certain:
            return Party("place", name)  # “Telegram from Jakarta to Bucharest”: the offices there, which nobody names
        gloss = "" if office else self._glossed(words, name)
        cover = bool(gloss) and not self._turned(name, gloss)
        return Party("org" if office else "person", name, pseudo=cover, gloss=gloss)

    def _turned(self, name: str, other: str) -> bool:
        """Tell whether the name in brackets is the cover name: “Stalin [Kuznetsov]”.

        Where nothing else shows it, it is the one of the two that the cable itself uses.
        """
        if bearers.turned(name, other, self.knowledge):
            return True
        if bearers.turned(other, name, self.knowledge):
            return False
        return self.used(other) and not self.used(name)

    def _untitled(self, words: str) -> str:
        """Leave out article, honorific, and the office of somebody named: “Soviet Ambassador to Egypt Kiselev”."""
        name = _ARTICLE.sub("", words.strip(" .,"))
        honorific = self.knowledge.vocabularies["honorific"].match(name)
        if honorific and name[honorific[1] : honorific[1] + 1] == " ":
            name = name[honorific[1] :].strip()  # before the brackets go: “Com[rade] Kuznetsov”
        name = bare(name)
        end = self._role(name)
        end += self._placed(name[end:]) if end else 0
        rest = name[end:].strip() if name[end : end + 1] == " " else ""
        return rest if end and rest[:1].isupper() else name

    def _glossed(self, words: str, name: str) -> str:
        """Return the name in brackets behind a name if it is another one: “Filippov [Stalin]”, not “Mao [Zedong]”."""
        found = _OTHER.search(words)
        if found is None or not name:
            return ""
        other = found[1]
        entries = self.knowledge.authorities.bearers(other), self.knowledge.authorities.bearers(name)
        same = [a for a in entries[0] for b in entries[1] if a[0].key == b[0].key]
        if same:
            return other if any(f.type == "pseudo" for found in entries for _, f in found) else ""
        plain = all(bearers.personal(word, self.knowledge) for word in (*other.split(), *name.split()))
        surname = name.casefold() in self.knowledge.vocabularies["surname"].words() and given(other)
        towns = (n for n in (other, name) if not bearers.leader(n, self.knowledge))  # one was named after Molotov
        place = any(gazetteer.shipped().get(n) for n in towns)
        return other if plain and not surname and not place and not akin(name, other) else ""

    def _topics(self, kind: str) -> Phrases:
        return self.knowledge.vocabularies["topic"].of(kind)
