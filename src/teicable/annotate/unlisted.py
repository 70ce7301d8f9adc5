"""Names that no authority file holds: places of the gazetteer, persons and places that the document itself shows.

None gets ``@ref``: which person or place is meant is for an editor to say. Persons have low certainty, so have places
that only the words round them show; each such name is listed for review once (``A009``). A name in running text that is
neither is reported once (``A007``). What the authority files know is left to ``names``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from teicable.annotate import frames, names, organisations
from teicable.annotate.knowledge import Knowledge
from teicable.annotate.persons import ESTABLISHING, Established, Reader, established, reader_of
from teicable.annotate.words import PARTICLES, Passage, Word, passages, whole
from teicable.diagnostics import Diagnostic
from teicable.model.annotation import OUTSIDE, AnnotatedText, Annotation, Basis, Certainty, Segment, Zone
from teicable.model.span import Span
from teicable.vocabularies.gazetteer import MOST_WORDS, Gazetteer, fold, shipped

_SILENT = names.SILENT | {*(Zone.OFFICE, Zone.FIELD, Zone.HANDLING, Zone.HEAD, Zone.DISTRIBUTION_HEAD, Zone.PRODUCTION)}
_RUNNING = (Zone.PARAGRAPH, Zone.INSTRUCTION)
_PLACE_EXPECTED = re.compile(
    r"\b(?:(?:in|at|near|outside)|(?:city|town|port|village|province|station|question|(?:north|south|east|west)(?:east|west)?)"
    r" of) \[?$",
    re.IGNORECASE,
)
_COMPASS = re.compile(r"\[(?P<side>North|South|East|West)\] $")
_AGREED = re.compile(r"\] (?:Pact|Treaty|Agreement|Accords?|Line|Declaration|Protocol)\b")
_SHORTEST = 3
_TAKEN, _PART = 1, 2
"""Marks of characters: in a name of the authority files or claimed here; in a part of a longer name."""
_MOST_PARTS = 5
_REASONS = {
    Basis.VOCABULARY: "by a title before it, or by a list of names",
    Basis.LAYOUT: "by the words round it or by where it stands",
    Basis.MORPHOLOGY: "by its form",
}


def annotate(text: AnnotatedText, knowledge: Knowledge) -> Iterator[Annotation | Diagnostic]:
    """Claim ``person`` and ``place`` without ``ref``; report each other name once, and how often it stands."""
    gazetteer, reader = shipped(), reader_of(knowledge.vocabularies)
    listed, organised = names.found(text, knowledge), organisations.found(text, knowledge)
    segments = list(text.besides(OUTSIDE.difference(ESTABLISHING)))
    seen = passages(text.text, map(text.content, segments), reader.titles, reader.title)
    parts = list(zip(segments, seen, strict=True))
    people = established(parts, reader)
    openings = people.openings
    unknown: dict[str, list[Span]] = {}
    unsure: dict[tuple[str, str], list[Annotation]] = {}
    marks = bytearray(len(text.text))
    for segment, part in parts:
        if segment.zone in _SILENT:
            continue
        running = segment.zone in _RUNNING
        for known in listed[segment]:
            _cover(marks, known.span, _TAKEN if known.free else _PART)
        for claim in organised.get(segment, ()):
            _cover(marks, claim.span, _TAKEN)
        persons = list(_persons(part, people, openings, reader, marks))
        yield from persons
        for claim in persons:
            _cover(marks, claim.span, _TAKEN)
        places = list(_places(part, segment, gazetteer, people, marks, reader.nations))
        yield from places
        framed: list[Annotation] = []
        if running:
            for claim in places:
                _cover(marks, claim.span, _TAKEN)
            framed = list(frames.places(part, reader, gazetteer, people, marks))
            yield from framed
        for claim in [*persons, *framed]:
            if claim.certainty is Certainty.LOW:
                unsure.setdefault((claim.kind, fold(claim.span.of(text.text))), []).append(claim)
        if running and not part.loud:
            for claim in framed:
                _cover(marks, claim.span, _TAKEN)
            for span in _others(part, reader, gazetteer, marks):
                unknown.setdefault(fold(span.of(text.text)), []).append(span)
    for claims in unsure.values():
        yield _unsure(text, claims)
    for found in unknown.values():
        yield _unknown(text, found)


def _persons(
    part: Passage, people: Established, openings: frozenset[str], reader: Reader, marks: bytearray
) -> Iterator[Annotation]:
    """Claim names that the document establishes: the longest first, alone only if no other capital stands beside."""
    words, end = part.words, 0
    for position in part.capitals:
        if position < end or fold(words[position].text).partition(" ")[0] not in openings:
            continue
        run = _run(words, position)
        size, key = next(
            ((n, k) for n in range(len(run), 0, -1) if (k := _key(run[:n])) in people.names and _ends(run, n)),
            (0, ""),
        )
        span = whole(part.text, run[:size]) if size else None
        if span is None:
            continue
        alone = size == 1 and run[0].joined and not _bracket(run[0]) and run[0].start not in people.runs
        continues = alone and _unexplained(part, position - 1, reader)
        if not continues and _TAKEN not in marks[span.start : span.end]:
            evidence = people.names[key]
            yield Annotation(span, "person", "names", evidence.basis, Certainty.LOW)
        end = position + size


def _cover(marks: bytearray, span: Span, mark: int) -> None:
    marks[span.start : span.end] = bytes([mark]) * span.length


def _run(words: Sequence[Word], first: int) -> list[Word]:
    run = [words[first]]
    for word in words[first + 1 : first + _MOST_PARTS]:
        if not word.joined or not (word.capital or word.text in PARTICLES):
            break
        run.append(word)
    return run


def _bracket(word: Word) -> bool:
    """Tell whether a bracket parts a word from the word before."""
    return "[" in word.gap or "]" in word.gap


def _key(run: Sequence[Word]) -> str:
    return fold(" ".join(word.text for word in run))


def _ends(run: Sequence[Word], size: int) -> bool:
    """Tell whether a name can end here: no capitalised word follows that could belong to it (“Stalin Prize”)."""
    return size == len(run) or not run[size].capital or run[size - 1].text.isupper() or size > 1


def _unexplained(part: Passage, index: int, reader: Reader) -> bool:
    """Tell whether the word before a surname may make it part of another name."""
    word = part.words[index]
    return word.capital and index not in part.titles and reader.personal(word) and not word.opens


def _places(
    part: Passage,
    segment: Segment,
    gazetteer: Gazetteer,
    people: Established,
    marks: bytearray,
    nations: frozenset[str],
) -> Iterator[Annotation]:
    """Claim places of the gazetteer; a doubtful name only where a place is expected."""
    text, words, end = part.text, part.words, 0
    for position in part.capitals:
        size = _place_at(part, position, gazetteer) if position >= end else 0
        if not size:
            continue
        end = position + size
        chosen = words[position:end]
        span = Span(chosen[0].start, chosen[-1].end)
        found = gazetteer.get(span.of(text))
        expected = segment.zone is Zone.ADDRESS or bool(
            _PLACE_EXPECTED.search(text[max(0, span.start - 16) : span.start])
        )
        shout = span.of(text).isupper()
        sound = found is not None and (found.certain or expected) and (_key(chosen) not in people.names)
        if segment.zone in _RUNNING and not shout and sound:
            sound = _alone(words, position, size, gazetteer, marks)
        covered = marks[span.start : span.end]
        within = _TAKEN in covered or all(covered)
        nation = not shout and span.of(text).casefold() in nations
        if sound and found and not within and not nation and not _AGREED.match(text, span.end):
            supplied = _COMPASS.search(text[max(0, span.start - 12) : span.start])
            if supplied and gazetteer.get(f"{supplied['side']} {span.of(text)}"):
                span = Span(span.start - len(supplied.group()), span.end)
            certainty = Certainty.HIGH if found.certain else Certainty.MEDIUM
            yield Annotation(span, "place", "names", Basis.VOCABULARY, certainty)


def _place_at(part: Passage, first: int, gazetteer: Gazetteer) -> int:
    """Return the number of words of the longest place name that begins with a word, or 0."""
    words, most = part.words, 1
    if fold(words[first].text).partition(" ")[0] not in gazetteer.openings:
        return 0
    while most < MOST_WORDS and first + most < len(words) and _blank(words[first + most - 1], words[first + most]):
        most += 1
    start = words[first].start
    for size in range(most, 0, -1):
        last = words[first + size - 1]
        if (size == 1 or last.capital or last.text[0].isdigit()) and gazetteer.get(part.text[start : last.end]):
            return size
    return 0


def _blank(one: Word, other: Word) -> bool:
    return other.gap in (" ", "\n", "  ") or (other.gap == ". " and one.text in ("St", "Mt"))


def _alone(words: Sequence[Word], first: int, size: int, gazetteer: Gazetteer, marks: bytearray) -> bool:
    """Tell whether no capitalised neighbour makes a place part of a longer name (“Radio Moscow”)."""
    last = words[first + size - 1]
    if first + size < len(words):
        following = words[first + size]
        another = following.capital and not following.text.isupper() and marks[following.start] != _TAKEN
        if another and _blank(last, following):
            return False
    if first == 0 or not _blank(words[first - 1], words[first]):
        return True
    before = words[first - 1]
    return not before.capital or before.opens or before.text.isupper() or gazetteer.get(before.text) is not None


def _others(part: Passage, reader: Reader, gazetteer: Gazetteer, marks: bytearray) -> Iterator[Span]:
    """Yield capitalised words inside sentences that are no common word and belong to no known name."""
    end = 0
    for position in part.capitals:
        if position < end or part.words[position].opens:
            continue
        run = _run(part.words, position)
        cut = next((n for n in range(1, len(run)) if _bracket(run[n])), len(run))
        run = run[:cut]
        end = position + cut
        span = Span(run[0].start, run[-1].end)
        if any(marks[span.start : span.end]) or not all(w.capital or w.text in PARTICLES for w in run):
            continue
        plain = all(reader.personal(w) and not w.text.isupper() and len(w.text) >= _SHORTEST for w in run)
        if plain and part.titles.keys().isdisjoint(range(position, end)) and not gazetteer.get(span.of(part.text)):
            yield span


def _unsure(text: AnnotatedText, claims: Sequence[Annotation]) -> Diagnostic:
    first = claims[0]
    shown = " ".join(first.span.of(text.text).split())
    kind, reason = first.kind, _REASONS[first.basis]
    message = f"“{shown}” ({_times(claims)}) is marked as a {kind}: {reason}; no authority file has it"
    hint = "if it is right, add it to an authority file and convert again; if not, remove the mark in the TEI file"
    return Diagnostic("A009", message, text.source.location(*first.span), hint)


def _times(found: Sequence[object]) -> str:
    return "once" if len(found) == 1 else f"{len(found)} times"


def _unknown(text: AnnotatedText, found: Sequence[Span]) -> Diagnostic:
    shown = " ".join(found[0].of(text.text).split())
    message = (
        f"“{shown}” ({_times(found)}) looks like a name; "
        "no authority file has it and the document does not say whose it is"
    )
    hint = "if it is one, add it to an authority file and convert again"
    return Diagnostic("A007", message, text.source.location(found[0].start), hint)
