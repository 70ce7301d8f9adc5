"""Persons whom no authority file knows, found by what stands round their names.

A name is established by a title before it (“Comrade Peng Dehuai”, “[President] López Mateos”), by signature, headline
or address, or by its own form: initials (“V. S. Semyonov”), a Chinese, Korean or Vietnamese surname with given names.
Once established it is known wherever it stands in the document, in full or as surname alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from teicable.annotate.knowledge import Knowledge
from teicable.annotate.words import PARTICLES, Word, joined, loud, words_of
from teicable.model.annotation import AnnotatedText, Basis, Certainty, Zone
from teicable.model.span import Span
from teicable.vocabularies import Vocabularies
from teicable.vocabularies.gazetteer import Gazetteer, fold

_AFTER_TITLE = re.compile(r"[ \t\n]{0,2}\]?[ \t\n]{0,2}\[?")
_REST_OF_BRACKET = re.compile(r"[ \t]?\[?[^\[\]\n]{0,60}\][ \t]")
_PARTY = re.compile(r"(?:^|\b(?:from|to|between|and|via|with)\s|[(\[,])\s*")
_GIVEN = re.compile(
    r"(?:[zcst]h|ts|ph|kh|tr|[bpmfdtnlgkhjqxzcsr])?[yw]?[’']?[aeiouüŏŭ]{1,3}(?:ng|nh|[nrklmpt])?", re.IGNORECASE
)
_MOST = 4
_ZONES = (Zone.HEADLINE, Zone.SIGNATURE, Zone.ADDRESS)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a name is one of a person, and how sure that is."""

    basis: Basis
    certainty: Certainty


@dataclass
class Established:
    """Names of persons of one document: folded name (full or surname) to the best evidence for it.

    ``places`` holds where evidence stands: first word of the name to the words of the name.
    """

    names: dict[str, Evidence] = field(default_factory=dict)
    runs: dict[int, tuple[Word, ...]] = field(default_factory=dict)

    def add(self, run: Sequence[Word], evidence: Evidence, short: bool = True) -> None:
        """Enter a name and its surname."""
        full = fold(" ".join(word.text for word in run))
        self.names.setdefault(full, evidence)
        self.runs.setdefault(run[0].span.start, tuple(run))
        if short and len(run) > 1:
            self.names.setdefault(fold(surname(run).text), evidence)


class Reader:
    """Reads names of persons by the word lists."""

    def __init__(self, knowledge: Knowledge, gazetteer: Gazetteer) -> None:
        self._lists = knowledge.vocabularies
        self._gazetteer = gazetteer
        self._none = stop_words(knowledge.vocabularies)

    def title(self, text: str, word: Word) -> int:
        """Return where the title that begins with a word ends, or 0."""
        for table in ("title", "role", "honorific"):
            found = self._lists[table].match(text, word.span.start)
            if found and not (text[found[1] - 1].isalnum() and text[found[1] : found[1] + 1].isalnum()):
                return found[1]
        return 0

    def run(self, text: str, words: Sequence[Word], first: int, shout: bool) -> list[Word]:
        """Return the words of the name that begins with a word: capitalised, none of them a common word."""
        run: list[Word] = []
        for position in range(first, min(first + _MOST + 2, len(words))):
            word = words[position]
            if run and not joined(text, words[position - 1], word):
                break
            if word.text in PARTICLES and run:
                following = words[position + 1] if position + 1 < len(words) else None
                if following is None or not following.capital or not joined(text, word, following):
                    break
            elif not word.capital or not self.personal(word) or word.text[0].isdigit():
                break
            run.append(word)
            if len(run) - sum(w.initial for w in run) >= (self._loud_limit(run[0]) if shout else _MOST):
                break
        while run and (run[-1].initial or run[-1].text in PARTICLES):
            run.pop()
        return run

    def personal(self, word: Word) -> bool:
        """Tell whether a capitalised word can be part of a name."""
        return word.text.casefold() not in self._none and not any(c.isdigit() for c in word.text)

    def _loud_limit(self, word: Word) -> int:
        return 3 if self.eastern(word) else 1

    def eastern(self, word: Word) -> bool:
        """Tell whether a word is a surname that stands before given names."""
        return word.text.casefold().replace("’", "'") in self._lists["surname"].words()

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


def surname(run: Sequence[Word]) -> Word:
    """Return the word by which a person is called alone; eastern surnames are entered by ``Reader`` beside it."""
    return run[-1]


def stop_words(lists: Vocabularies) -> frozenset[str]:
    """Return words that with a capital are no names of persons."""
    table = lists["english"]
    return lists["no-name"].words() | table.words("words", "function") | table.words("words", "common")


def established(text: AnnotatedText, reader: Reader) -> Established:
    """Return the names of persons that a document establishes."""
    found = Established()
    contents = [(s, text.content(s)) for s in text.segments if s.zone in _ZONES or not s.zone.outside]
    for segment, content in contents:
        words = words_of(text.text, content)
        shout = loud(content.of(text.text))
        for run in _titled(text.text, content, words, reader, shout):
            found.add(run, Evidence(Basis.VOCABULARY, Certainty.HIGH))
            _eastern_surname(found, run, reader)
        if segment.zone in _ZONES:
            for run in _at_form(text.text, content, words, reader, segment.zone):
                found.add(run, Evidence(Basis.LAYOUT, Certainty.MEDIUM))
                _eastern_surname(found, run, reader)
        if not shout:
            for run in _by_form(text.text, words, reader):
                found.add(run, Evidence(Basis.MORPHOLOGY, Certainty.MEDIUM), short=run[0].initial)
                _eastern_surname(found, run, reader)
    return found


def _eastern_surname(found: Established, run: Sequence[Word], reader: Reader) -> None:
    if len(run) > 1 and reader.eastern(run[0]):
        found.names.setdefault(fold(run[0].text), found.names[fold(" ".join(w.text for w in run))])


def _titled(text: str, content: Span, words: list[Word], reader: Reader, shout: bool) -> Iterator[list[Word]]:
    """Yield the names that follow a title, with a bracket between or not."""
    starts = {word.span.start: index for index, word in enumerate(words)}
    for word in words:
        end = reader.title(text, word)
        if not end or end > content.end:
            continue
        gap = _AFTER_TITLE.match(text, end, content.end)
        places = [gap.end()] if gap else []
        rest = _REST_OF_BRACKET.match(text, end, content.end)
        if rest and (text.rfind("[", content.start, end) > text.rfind("]", content.start, end) or "[" in rest.group()):
            places.append(rest.end())
        for place in places:
            index = starts.get(place)
            if index is not None and not reader.title(text, words[index]):
                run = reader.run(text, words, index, shout)
                if run and not run[0].text.isdigit():
                    yield run
                    break


def _at_form(text: str, content: Span, words: list[Word], reader: Reader, zone: Zone) -> Iterator[list[Word]]:
    """Yield the names of parties in headlines, signatures and address lines."""
    starts = {word.span.start: index for index, word in enumerate(words)}
    if zone is Zone.SIGNATURE:
        bare = [w for w in words if w.capital]
        if words and len(bare) == len(words) <= 4 and all(reader.personal(w) for w in words):
            run = reader.run(text, words, 0, False)
            if len(run) == len(words) and not any(w.initial for w in run[-1:]):
                yield run
        return
    for found in _PARTY.finditer(text, content.start, content.end):
        index = starts.get(found.end())
        if index is None or (zone is Zone.ADDRESS and not found.group().strip().casefold() == "to"):
            continue
        run = reader.run(text, words, index, False)
        after = text[run[-1].span.end : content.end] if run else ""
        if run and re.match(r"\s*(?:$|[,;()\[\].]|(?:to|and|or|via|on|for|with|in)\b)", after):
            yield run


def _by_form(text: str, words: list[Word], reader: Reader) -> Iterator[list[Word]]:
    """Yield names that show by their form that they are names."""
    position = 0
    while position < len(words):
        run = reader.run(text, words, position, False) if words[position].capital else []
        sizes = [size for size in range(len(run), 1, -1) if reader.formed(run[:size])]
        if sizes:
            yield run[: sizes[0]]
        position += sizes[0] if sizes else 1


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
