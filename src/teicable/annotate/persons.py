"""Persons whom no authority file knows, found by what stands round their names.

A name is established by a title before it (“Comrade Peng Dehuai”, “[President] López Mateos”), by signature, headline
or address, or by its own form: initials (“V. S. Semyonov”), a Chinese, Korean or Vietnamese surname with given names.
Once established it is known wherever it stands in the document, in full or as surname alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from teicable.annotate import mentions
from teicable.annotate.words import PARTICLES, Passage, Word, shouted
from teicable.model.annotation import Basis, Certainty, Segment, Zone
from teicable.vocabularies import Phrases, Vocabularies
from teicable.vocabularies.gazetteer import fold, shipped

_AFTER_TITLE = re.compile(r"[ \t\n]{0,2}\]?[ \t\n]{0,2}\[?")
_REST_OF_BRACKET = re.compile(r"[ \t]?\[?[^\[\]\n]{0,60}\][ \t]")
_PARTY = re.compile(r"(?:^|\b(?:from|to|between|and|via|with)\s|[(\[,])\s*")
_GIVEN = re.compile(
    r"(?:[zcst]h|ts|ph|kh|tr|[bpmfvdtnlgkhjqxzcsr])?[yw]?[’']?[aeiouüŏŭ]{1,3}(?:ng|nh|[nrklmpt])?", re.IGNORECASE
)
_DESCRIBED = re.compile(r",\s(?:the|our|their|its|his)\s(?:[\w’]+\s){0,3}[\w’]+")
_OF = frozenset(("of", "for"))
_SMALL = frozenset(("of", "for", "the", "and", "in"))
_MOST = 4
_SHORTEST_SURNAME = 5
_ROUNDS = 2
_FAR = 9
RUNNING = (Zone.PARAGRAPH, Zone.INSTRUCTION)
ESTABLISHING = (Zone.HEADLINE, Zone.SIGNATURE, Zone.ADDRESS)
"""Lines that say who is a party."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a name is one of a person, and how sure that is."""

    basis: Basis
    certainty: Certainty


@dataclass
class Established:
    """Names of persons of one document: folded name (full or surname) to the best evidence for it.

    ``runs`` holds where evidence stands: first character of the name to the words of the name.
    """

    names: dict[str, Evidence] = field(default_factory=dict)
    runs: dict[int, tuple[Word, ...]] = field(default_factory=dict)

    @property
    def openings(self) -> frozenset[str]:
        """The first words of the names."""
        return frozenset(name.partition(" ")[0] for name in self.names)

    def add(self, run: Sequence[Word], evidence: Evidence, short: bool = True) -> None:
        """Enter a name and its surname."""
        full = fold(" ".join(word.text for word in run))
        self.names.setdefault(full, evidence)
        self.runs.setdefault(run[0].start, tuple(run))
        if short and len(run) > 1:
            self.names.setdefault(fold(run[-1].text), evidence)


class Reader:
    """Reads names of persons by the word lists."""

    def __init__(self, lists: Vocabularies) -> None:
        self.lists = lists
        self._gazetteer = shipped()
        self._none = stop_words(lists)
        titles = [lists[name] for name in ("title", "role", "honorific")]
        opened = {word: [t for t in titles if word in t.first_words] for table in titles for word in table.first_words}
        self.titles: Mapping[str, Sequence[Phrases]] = opened
        table = lists["evidence"]
        self.verbs, self.offices = table.words("words", "speech"), table.words("words", "office")
        self.actions, self.belongings = table.words("words", "action"), table.words("words", "possession")
        self.before = frozenset(form for entry in table.of("before").entries for form in entry.forms)
        self.passives = table.words("words", "passive")
        self.ships = lists["frame"].words("words", "never")
        self.place_endings = tuple(sorted(lists["frame"].words("words", "ending")))
        self.nations = lists["english"].words("words", "nation")
        self.function = lists["english"].words("words", "function")
        self._endings = tuple(sorted(table.words("endings", "surname")))
        self._surnames, self._short = lists["surname"].words(), lists["surname"].words("short")

    def title(self, text: str, start: int, first: str) -> int:
        """Return where the title that begins at a character with the word ``first`` ends, or 0."""
        for table in self.titles[first]:
            found = table.match(text, start)
            if found and not (text[found[1] - 1].isalnum() and text[found[1] : found[1] + 1].isalnum()):
                return found[1]
        return 0

    def run(self, words: Sequence[Word], first: int, shout: bool) -> list[Word]:
        """Return the words of the name that begins with a word: capitalised, none of them a common word."""
        run: list[Word] = []
        full = 0
        for position in range(first, min(first + _MOST + 2, len(words))):
            word = words[position]
            if run and not word.joined:
                break
            bracket = run and "[" in word.gap
            if bracket and not (len(run) == 1 and self.eastern(run[0]) and _syllables(word.text)):
                break
            if run and word.text in PARTICLES:
                following = words[position + 1] if position + 1 < len(words) else None
                if following is None or not following.capital or not following.joined:
                    break
            elif not word.capital or not self.personal(word) or word.text[0].isdigit():
                break
            run.append(word)
            full += not word.initial
            if full >= (self._loud_limit(run[0]) if shout else _MOST):
                break
        while run and (run[-1].initial or run[-1].text in PARTICLES):
            run.pop()
        place = self._gazetteer.get(" ".join(word.text for word in run)) if run else None
        return [] if place and place.certain else run

    def personal(self, word: Word) -> bool:
        """Tell whether a capitalised word can be part of a name."""
        plain = word.initial or word.low not in self._none
        return plain and (word.text.isalpha() or not any(c.isdigit() for c in word.text))

    def surname(self, word: Word) -> bool:
        """Tell whether a word ends as Slavic and Romanian surnames do: “Beshchev”, “Orłowski”, “Tănăsescu”."""
        letters = fold(word.text)
        return len(letters) > _SHORTEST_SURNAME and letters.endswith(self._endings) and " " not in letters

    def place(self, word: Word) -> bool:
        """Tell whether a word is the name of a place."""
        return self._gazetteer.get(word.text) is not None

    def _loud_limit(self, word: Word) -> int:
        return 3 if self.eastern(word) else 1

    def eastern(self, word: Word) -> bool:
        """Tell whether a word is a surname that stands before given names."""
        return word.low.replace("’", "'") in self._surnames

    def called(self, word: Word) -> bool:
        """Tell whether a person can be called by a word alone: “An” and “I” are other words more often."""
        return self.personal(word) and word.low not in self._short

    def formed(self, run: Sequence[Word]) -> bool:
        """Tell whether a run of words has the form of a name: initials, or an eastern surname with given names."""
        if len(run) < 2:
            return False
        if run[0].initial:
            return not run[-1].initial and len(run[-1].text) > 1
        if not self.eastern(run[0]) or self._gazetteer.get(" ".join(w.text for w in run)):
            return False
        given = [part for word in run[1:] for part in re.split("[-’']", word.text) if part]
        parts = sum(_syllables(part) for part in given)
        return len(run) <= 3 and all(_syllables(part) for part in given) and parts <= 2 + (len(run) == 3)


@lru_cache(maxsize=4)
def reader_of(lists: Vocabularies) -> Reader:
    """Return the reader of names by word lists, which serves all texts."""
    return Reader(lists)


@lru_cache(maxsize=4)
def stop_words(lists: Vocabularies) -> frozenset[str]:
    """Return words that with a capital are no names of persons."""
    table = lists["english"]
    return lists["no-name"].words() | table.words("words", "function") | table.words("words", "common")


def established(passages: Sequence[tuple[Segment, Passage]], reader: Reader) -> Established:
    """Return the names of persons that the lines and paragraphs of a document establish."""
    found = Established()
    for segment, part in passages:
        for run in _titled(part, reader):
            found.add(run, Evidence(Basis.VOCABULARY, Certainty.HIGH))
            _eastern_surname(found, run, reader)
        if segment.zone in ESTABLISHING:
            for run in _at_form(part, reader, segment.zone):
                found.add(run, Evidence(Basis.LAYOUT, Certainty.MEDIUM))
                _eastern_surname(found, run, reader)
        if not part.loud:
            for run in _by_form(part, reader):
                found.add(run, Evidence(Basis.MORPHOLOGY, Certainty.MEDIUM), short=run[0].initial)
                _eastern_surname(found, run, reader)
        for run in [*_in_sentence(part, reader), *_forenamed(part, reader)]:
            found.add(run, Evidence(Basis.VOCABULARY, Certainty.MEDIUM))
            _eastern_surname(found, run, reader)
    for segment, part in passages:
        if segment.zone in RUNNING:
            for _ in range(_ROUNDS):  # a person found last shows who stands before: “Eden, Bidault and Molotov agreed”
                known = len(found.names)
                for run, basis in mentions.persons(part, reader, found.names):
                    found.add(run, Evidence(basis, Certainty.LOW))
                if len(found.names) == known:
                    break
    return found


def _eastern_surname(found: Established, run: Sequence[Word], reader: Reader) -> None:
    if len(run) > 1 and reader.eastern(run[0]) and reader.called(run[0]):
        found.names.setdefault(fold(run[0].text), found.names[fold(" ".join(w.text for w in run))])


def _titled(part: Passage, reader: Reader) -> Iterator[list[Word]]:
    """Yield the names that follow a title, with a bracket between or not."""
    text, content, words = part.text, part.span, part.words
    for end in part.titles.values():
        if end > content.end:
            continue
        gap = _AFTER_TITLE.match(text, end, content.end)
        places = [gap.end()] if gap else []
        places += [place for place in (_after_office(part, end, reader),) if place]
        rest = _REST_OF_BRACKET.match(text, end, content.end)
        if rest and (
            text.rfind("[", max(content.start, end - 80), end) > text.rfind("]", max(content.start, end - 80), end)
            or "[" in rest.group()
        ):
            places.append(rest.end())
        for place in places:
            index = part.at(place)
            if index is not None and index not in part.titles:
                run = reader.run(words, index, part.loud)
                if run and not run[0].text.isdigit():
                    yield run
                    break


def _after_office(part: Passage, end: int, reader: Reader) -> int:
    """Return where the word after “Minister [of Finance]” stands, if a title goes on so, or 0."""
    index = part.at(end + 1)
    if index is None or part.words[index].low not in _OF:
        return 0
    for word in part.words[index + 1 : index + 8]:
        if not (word.low in _SMALL or (word.capital and (not reader.personal(word) or reader.place(word)))):
            return word.start if word.capital else 0
    return 0


def _in_sentence(part: Passage, reader: Reader) -> Iterator[list[Word]]:
    """Yield names that the sentence shows: “Vilfan answered”, “tell Upmark that”, “the director, Levavi, handed”."""
    text, words = part.text, part.words
    for index in part.capitals:
        word = words[index]
        if word.initial or (index and words[index - 1].capital and not words[index - 1].opens) or index in part.titles:
            continue
        run = reader.run(words, index, len(word.text) > 1 and shouted(word.text))
        if not run or len(run) > 3 or (len(run[0].text) < 4 and run[0].text.isupper() and not reader.eastern(run[0])):
            continue
        after = words[index + len(run)] if index + len(run) < len(words) else None
        gap = after.gap if after else ""
        before = words[index - 1] if index else None
        says = after is not None and gap == " " and after.low in reader.verbs
        hears = before is not None and word.gap == " " and before.low in ("tell", "told", "informed", "inform")
        hears = hears and after is not None and after.text in ("that", "about", "of")
        named = word.gap.strip() == "," and (gap.strip() == "," or not gap) and _in_office(part, index, reader)
        apposition = _DESCRIBED.match(text, run[-1].end)
        described = bool(apposition) and any(w.casefold() in reader.offices for w in (apposition or [""])[0].split())
        if says or hears or described or named:
            yield run


def _in_office(part: Passage, index: int, reader: Reader) -> bool:
    """Tell whether the name of an office stands not far before a word, in its sentence."""
    near, start = part.words[max(0, index - _FAR) : index + 1], part.words[index].start
    office = next((word for word in reversed(near) if word.low in reader.offices), None)
    return office is not None and office.end < start and "." not in part.text[office.end : start]


def _at_form(part: Passage, reader: Reader, zone: Zone) -> Iterator[list[Word]]:
    """Yield the names of parties in headlines, signatures and address lines."""
    text, content, words = part.text, part.span, part.words
    if zone is Zone.SIGNATURE:
        if 0 < len(part.capitals) == len(words) <= 4 and all(reader.personal(w) for w in words):
            run = reader.run(words, 0, False)
            if len(run) == len(words) and not any(w.initial for w in run[-1:]):
                yield run
        return
    for found in _PARTY.finditer(text, content.start, content.end):
        index = part.at(found.end())
        if index is None or (zone is Zone.ADDRESS and found.group().strip().casefold() != "to"):
            continue
        run = reader.run(words, index, False)
        after = text[run[-1].end : content.end] if run else ""
        if run and re.match(r"\s*(?:$|[,;()\[\].]|(?:to|and|or|via|on|for|with|in)\b)", after):
            yield run


def _by_form(part: Passage, reader: Reader) -> Iterator[list[Word]]:
    """Yield names that show by their form that they are names."""
    end = 0
    for position in part.capitals:
        word = part.words[position]
        if position < end or not (word.initial or reader.eastern(word)):
            continue
        run = reader.run(part.words, position, False)
        size = next((size for size in range(len(run), 1, -1) if reader.formed(run[:size])), 0)
        if size:
            yield run[:size]
        end = position + size


def _forenamed(part: Passage, reader: Reader) -> Iterator[list[Word]]:
    """Yield surnames before which a bracket supplies a forename: “[Henry] Nemo”, “[the delegate, Jerzy] Nemo”."""
    text, words = part.text, part.words
    for position in part.capitals:
        if words[position].gap not in ("] ", "]\n"):
            continue
        one, other = words[position - 1 : position + 1]
        if all(word.capital and reader.personal(word) and not reader.place(word) for word in (one, other)):
            alone = text[one.start - 1 : one.start] == "[" and position - 1 not in part.titles
            yield [one, other] if alone and not one.text.isupper() else [other]


def given(word: str) -> bool:
    """Tell whether a word may be a Chinese, Korean or Vietnamese given name."""
    parts = re.split("[-’' ]", word)
    return word[:1].isupper() and len(parts) <= 2 and all(_syllables(part) for part in parts)


def _syllables(part: str) -> int:
    """Return the number of Chinese, Korean or Vietnamese syllables in a word, or 0 if it has others."""
    count = position = 0
    while position < len(part):
        found = _longest(part, position)
        if not found:
            return 0
        position = found
        count += 1
    return count if count <= 2 else 0


def _longest(part: str, position: int) -> int:
    """Return the end of the longest syllable after which another one, or the end, can stand."""
    found = _GIVEN.match(part, position)
    if not found:
        return 0
    end = found.end()
    if end < len(part) and part[end].lower() in "aeiouüŏŭ" and part[end - 1].lower() not in "aeiouüŏŭ":
        end -= 1  # a consonant between vowels opens the next syllable
    return end if end > position else 0
