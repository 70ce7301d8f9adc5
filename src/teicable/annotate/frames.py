"""Places that no table holds, shown by the words round them: “near Songino”, “the Cholla provinces”, “Subic Bay”.

Such a place has low certainty. Words of travel (“the road from Myitkyina to Putao”) and a second name joined by “and”
show a place only where the list of small places has the name as well: they stand before persons too.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from teicable.annotate.persons import Established, Reader
from teicable.annotate.words import PARTICLES, Passage, Word
from teicable.languages.model import english
from teicable.model.annotation import Annotation, Basis, Certainty
from teicable.model.span import Span
from teicable.vocabularies import Vocabularies
from teicable.vocabularies.gazetteer import Gazetteer, fold, settlement, statesmen

_MOST = 4
_SHORTEST = 3
_BLANK = (" ", "\n", " \n")
_ADJECTIVE = re.compile(r"(?:an|ese|ish|ist|ic|al|ite|i)$")
_GLUED = re.compile(r"[^\W\d_A-Z][A-Z]")
_BEGUN = re.compile(r"\b(?:in|at|near) [^\W\d_][\w’'-]+(?:,? and |, | or )$")
_QUOTED = re.compile(r"\[\w+ $")
_LIST = re.compile(r",? (?:and|or) |, | – |–")


@dataclass(frozen=True)
class Lists:
    """The word lists of the table “frame”."""

    inside: frozenset[str]
    along: frozenset[str]
    toward: frozenset[str]
    travel: frozenset[str]
    part: frozenset[str]
    kind: frozenset[str]
    never: frozenset[str]
    opening: frozenset[str]
    endings: tuple[str, ...]


@lru_cache(maxsize=4)
def lists_of(vocabularies: Vocabularies) -> Lists:
    """Return the word lists, ready for look-up."""
    table = vocabularies["frame"]

    def forms(meaning: str) -> frozenset[str]:
        return frozenset(form for entry in table.of(meaning).entries for form in entry.forms)

    def words(meaning: str) -> frozenset[str]:
        return table.words("words", meaning)

    return Lists(
        forms("in"),
        forms("along"),
        forms("to"),
        words("travel"),
        words("part"),
        words("kind"),
        words("never"),
        words("opening"),
        tuple(sorted(words("ending"))),
    )


def places(
    part: Passage, reader: Reader, gazetteer: Gazetteer, people: Established, marks: bytearray
) -> Iterator[Annotation]:
    """Claim places by their frame; ``marks`` says which characters belong to other names, those claimed are added."""
    known, text, loud = lists_of(reader.lists), part.text, part.loud
    end, before = 0, Span(0, 0)
    for position in part.capitals:
        if position < end:
            continue
        run = _listed_run(part, position, gazetteer, marks) or _run(part, position, reader, known, marks)
        if not run:
            continue
        span = Span(run[0].start, run[-1].end)
        listed = len(run) > 1 and _listed(span.of(text), gazetteer)
        if not _namely(run, reader, people, known, loud, listed):
            continue
        listed = listed or (len(run) == 1 and _listed(run[0].text, gazetteer))
        joined = bool(before) and bool(_LIST.fullmatch(text[before.end : span.start]))
        joined = joined or _beside(text, span, marks, gazetteer)
        toward = _toward(part, position, known)
        opening = len(run) > 1 and _opens(run[0], known) and not loud  # “through Abu Nemo”
        shown = (opening and toward) or _shown(part, position, run, reader, known) or (listed and (joined or toward))
        shown = shown or (joined and not loud and (toward or _along_with(text, span)))
        if shown:
            certainty = Certainty.MEDIUM if listed else Certainty.LOW
            basis = Basis.VOCABULARY if listed else Basis.LAYOUT
            yield Annotation(span, "place", "names", basis, certainty)
            before = span
        end = position + len(run)


def _listed(name: str, gazetteer: Gazetteer) -> bool:
    return settlement(name) or gazetteer.get(name) is not None


def _listed_run(part: Passage, first: int, gazetteer: Gazetteer, marks: bytearray) -> list[Word]:
    """Return the words of a name of several that a table holds: “Dar es Salaam”."""
    words = part.words
    for size in range(_MOST, 1, -1):
        end = min(first + size, len(words))
        if words[end - 1].capital:
            span = Span(words[first].start, words[end - 1].end)
            if not any(marks[span.start : span.end]) and _listed(span.of(part.text), gazetteer):
                return list(words[first:end])
    return []


def _run(part: Passage, first: int, reader: Reader, known: Lists, marks: bytearray) -> list[Word]:
    """Return the capitalised words that begin here and belong to no other name; in capitals up to a word of place."""
    run: list[Word] = []
    for word in part.words[first : first + _MOST]:
        if not word.capital or (run and word.gap not in _BLANK) or (len(word.text) > 1 and _GLUED.search(word.text)):
            break
        place = word.low in known.part
        if marks[word.start] and not place:
            break
        if not reader.personal(word) and not (place and run) and not (not run and _opens(word, known)):
            break
        if part.loud and run and not place and _english(word):
            break
        run.append(word)
    if run and run[-1].low in PARTICLES:
        run.pop()
    return run


def _opens(word: Word, known: Lists) -> bool:
    return word.low in known.opening


def _english(word: Word) -> bool:
    return english(word.low.replace("’", "'"))


def _namely(run: Sequence[Word], reader: Reader, people: Established, known: Lists, loud: bool, listed: bool) -> bool:
    """Tell whether words may be the name of a place: not English, not a person's, no abbreviation."""
    if len(run[0].text) < _SHORTEST or any(word.initial for word in run):
        return False
    names = [word for word in run if word.low not in known.part]
    strange = [word for word in names if not _opens(word, known)]
    # Of a name of several words the first may be English too: “Long Tieng”.
    plain = [word for word in strange if _english(word)]
    if not strange or (plain and not listed and (len(strange) < 2 or plain != strange[:1] or loud)):
        return False
    if not loud and any(word.text.isupper() for word in run):
        return False
    key = fold(" ".join(word.text for word in run))
    return key not in people.names and key not in statesmen() and not any(reader.surname(word) for word in run)


def _before(words: Sequence[Word], first: int, most: int) -> list[str]:
    """Return the words before a word, the nearest last, as far as blanks join them."""
    begin = first
    while begin and first - begin < most and words[begin].gap in _BLANK:
        begin -= 1
    return [word.low for word in words[begin:first]]


def _shown(part: Passage, first: int, run: Sequence[Word], reader: Reader, known: Lists) -> bool:
    """Tell whether the words round a name show by themselves that it is a place."""
    text, words, loud, end = part.text, part.words, part.loud, first + len(run)
    last = words[end] if end < len(words) else None
    gap = part.gap(end)
    after = last.low if last and gap in _BLANK else ""
    if "-" in run[-1].text and run[-1].low.endswith(known.endings):
        return True
    if len(run) > 1 and {run[-1].low, run[0].low} & known.part:
        return not loud or settlement(run[0].text) or not _english(run[0])
    if gap == ", " and last is not None and last.text == "where" and not loud:
        return True
    if after in known.kind or (after in known.part and not loud and last is not None and not last.capital):
        return True
    if loud or text[run[-1].end : run[-1].end + 2] in ("’s", "'s"):
        return False
    if last is not None and after and last.capital and not last.opens:
        return False
    if (
        after
        and last is not None
        and not last.capital
        and not english(after)
        and _QUOTED.search(text[max(0, run[0].start - 12) : run[0].start])
    ):
        return False  # “[in Kauf genommen]”
    before = _before(words, first, 8)
    if not before or any(word in known.never for word in before):
        return False
    adjective = bool(after and _ADJECTIVE.search(run[-1].text)) and english(after) and after not in reader.function
    if any(" ".join(before[-size:]) in known.inside for size in (1, 2, 3)):
        return not adjective or settlement(run[-1].text)
    if before[-1] == "the" and (not after or not english(after) or after in reader.function):
        return any(" ".join(before[-size:]) in known.along for size in (2, 3, 4))
    return before[-1] in ("lower", "upper") and not after


def _toward(part: Passage, first: int, known: Lists) -> bool:
    """Tell whether a word of direction stands before a name, and one of travel before that."""
    before = _before(part.words, first, 14)
    if not any(" ".join(before[-size:]) in known.toward for size in (1, 2, 3)):
        return False
    return any(word in known.travel for word in before[:-1]) or before[-1] in _TAKEN


_TAKEN = frozenset(["via", "through", "took", "captured", "occupied", "liberated", "evacuated", "bombed", "off"])


def _along_with(text: str, span: Span) -> bool:
    """Tell whether a name continues what a frame began: “the works at Hungnam and Tanchon”."""
    return bool(_BEGUN.search(text[max(0, span.start - 50) : span.start]))


def _beside(text: str, span: Span, marks: bytearray, gazetteer: Gazetteer) -> bool:
    """Tell whether a place of the tables stands beside a name, joined by “and”, “to” or a comma."""
    left = re.search(r"([^\W\d_][\w’'-]+)(?:,? and |, | or |-| to )$", text[max(0, span.start - 40) : span.start])
    right = re.match(r"(?:,? and |, | or | to )([^\W\d_][\w’'-]+)", text[span.end : span.end + 40])
    for found in (left, right):
        place = gazetteer.get(found[1]) if found and found[1][:1].isupper() else None
        if place and place.certain:
            return True
    return False
