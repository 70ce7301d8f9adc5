"""Read who obtained and translated a document, as pages and books say it.

“Obtained by X and translated for Y from Russian by Z.”, “Translation: Z”, “[English translation from the German
original by Z]”: a credit is one or more words of the vocabulary, whom it was done for and from which language, “by” or
a colon, and names. Whatever does not read so to the last word is no credit and stays prose.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from teicable.vocabularies import Vocabularies

_TOKEN = re.compile(r"\S(?:(?!(?<=[\d)][.;,])[A-Z][a-z])\S)*")
"""A word; one that is glued to the stop of a figure (“list 5.Translated”) begins where the line end was lost."""
_INITIALS = re.compile(r"(?:[^\W\d_]\.(?:-?[^\W\d_]\.)*|Jr\.|Dr\.|St\.)")
_PARTICLES = frozenset({"de", "da", "di", "du", "van", "von", "der", "den", "la", "le", "al", "el", "bin", "ibn"})
_PREPOSITIONS = frozenset({"for", "from", "into", "of"})
_AGAIN = frozenset({"the", "&", "original", "document", "text", "cable", "telegram"})
"""Words that may stand beside the name of a language or an institution: “from the Russian original”."""
_LEAD = frozenset({"this", "the", "document", "cable", "telegram", "text", "was", "is", "and", "unofficial"})
"""Words that may stand before a credit: “This document was obtained by”."""
_ABBREVIATIONS = frozenset({"tr", "trans", "transl"})
_SHORTENED = re.compile(rf"\b(?:{'|'.join(sorted(_ABBREVIATIONS))})\.", re.IGNORECASE)
_OPENING = "([“\"'—–-"
_CLOSING = ".;,:)]”\"'—–"
_MOST_NAMES = 40


@dataclass(frozen=True, slots=True)
class Credit:
    """Who did something: ``roles`` are ``translator``, ``contributor``, ``reviser`` of a translation.

    It stands in characters ``start`` up to ``end``; ``language`` is the
    code of the language translated from, where stated.
    """

    roles: tuple[str, ...]
    names: tuple[str, ...]
    language: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Word:
    """A word without the brackets and stops round it; ``start`` is its own, ``end`` that of what stands glued to it."""

    text: str
    start: int
    end: int
    before: str
    after: str


@lru_cache(maxsize=64)
def read(words: str, vocabularies: Vocabularies) -> tuple[Credit, ...]:
    """Return the credits in a statement, in order."""
    if not ("by" in words or ":" in words or _SHORTENED.search(words)) or vocabularies["credit"].find(words) is None:
        return ()  # asked of every line of a page: few have such words
    tokens = [_word(found) for found in _TOKEN.finditer(words)]
    found: list[Credit] = []
    position = 0
    for first in _beginnings(tokens, vocabularies):
        if first < position:
            continue
        act = _act(tokens, first, vocabularies)
        if act is None:
            continue
        roles, language, agent = act
        names, position = _names(tokens, agent, vocabularies)
        if names:
            found.append(Credit(roles, names, language, tokens[first].start, tokens[position - 1].end))
    return tuple(found)


def alone(words: str, vocabularies: Vocabularies) -> bool:
    """Tell whether words are credits and nothing else: “[Translated from German by Hans Orlen.]”."""
    found = read(words, vocabularies)
    gaps = zip([0, *(credit.end for credit in found)], [*(credit.start for credit in found), len(words)], strict=True)
    between = " ".join(words[start:end] for start, end in gaps).split()
    return bool(found) and all(word.strip(_OPENING + _CLOSING).lower() in ("", "and", *_LEAD) for word in between)


def unread(words: str, vocabularies: Vocabularies) -> bool:
    """Tell whether words speak of who translated, and name nobody: “translation by the Ministry”."""
    tokens = [_word(found) for found in _TOKEN.finditer(words)]
    acts = (_act(tokens, first, vocabularies) for first in _beginnings(tokens, vocabularies))
    return any(act and "translator" in act[0] and not _names(tokens, act[2], vocabularies)[0] for act in acts)


def _word(found: re.Match[str]) -> _Word:
    bare = found.group().lstrip(_OPENING)
    before = found.group()[: len(found.group()) - len(bare)]
    text = bare.rstrip(_CLOSING)
    return _Word(text, found.start() + len(before), found.end(), before, bare[len(text) :])


def _role(word: _Word, vocabularies: Vocabularies) -> str | None:
    return vocabularies["credit"].full(word.text) if word.text else None


def _shortened(word: _Word) -> bool:
    """Tell whether a word is an abbreviation with its stop: “Trans.”."""
    return word.after == "." and word.text.lower() in _ABBREVIATIONS


def _beginnings(tokens: list[_Word], vocabularies: Vocabularies) -> Iterator[int]:
    """Yield the first word of each credit there may be: it begins a sentence or a bracket, or has a capital."""
    for index, word in enumerate(tokens):
        if _role(word, vocabularies) is None:
            continue
        first = index
        while (
            first
            and not tokens[first].before
            and not tokens[first - 1].after
            and _leads(tokens[first - 1], vocabularies)
        ):
            first -= 1
        apart = first == 0 or tokens[first].before or tokens[first - 1].after or word.text[:1].isupper()
        if apart or tokens[first].text.lower() == "and":
            yield first


def _leads(word: _Word, vocabularies: Vocabularies) -> bool:
    return word.text.lower() in _LEAD or vocabularies["tongue"].full(word.text) is not None


def _act(tokens: list[_Word], first: int, vocabularies: Vocabularies) -> tuple[tuple[str, ...], str, int] | None:
    """Read “and obtained and translated for X from Y by”: roles, language, and where the names begin."""
    roles, position = _roles(tokens, first, vocabularies)
    language, position = _circumstances(tokens, position, vocabularies)
    if not roles or position >= len(tokens):
        return None
    last, following = tokens[position - 1], tokens[position]
    if following.text == "by" and not following.after and last.after in ("", ","):
        position += 1
    elif last.after != ":" and not _shortened(last):
        return None
    return roles, language, position


def _roles(tokens: list[_Word], position: int, vocabularies: Vocabularies) -> tuple[tuple[str, ...], int]:
    """Read “This document was obtained and translated”; return the roles, none if anything else stands between."""
    roles: list[str] = []
    while position < len(tokens) and not (roles and tokens[position - 1].after):
        role = _role(tokens[position], vocabularies)
        if role is None and (tokens[position].text != "and" if roles else not _leads(tokens[position], vocabularies)):
            break
        roles += [role] if role else []
        position += 1
    return tuple(dict.fromkeys(roles)), position


def _circumstances(tokens: list[_Word], position: int, vocabularies: Vocabularies) -> tuple[str, int]:
    """Read “for the Institute from the German original into English”; return the language translated from."""
    language = ""
    while 0 < position < len(tokens) and tokens[position].text in _PREPOSITIONS:
        if tokens[position - 1].after and not _shortened(tokens[position - 1]):
            break
        begin = end = position + 1
        while end < len(tokens) and (tokens[end].text[:1].isupper() or tokens[end].text in _AGAIN):
            end += 1
            if tokens[end - 1].after:
                break
        named = " ".join(word.text for word in tokens[begin:end] if word.text not in _AGAIN)
        if tokens[position].text == "from":
            language = vocabularies["tongue"].full(named) or language
        position = end
    return language, position


def _names(tokens: list[_Word], position: int, vocabularies: Vocabularies) -> tuple[tuple[str, ...], int]:
    """Read names up to the end of the sentence or the next credit; return them and which word comes after them."""
    names: list[str] = []
    current: list[str] = []
    limit = min(len(tokens), position + _MOST_NAMES)
    while position < limit:
        word = tokens[position]
        following = tokens[position + 1] if position + 1 < limit else None
        if (
            word.text == "and"
            and following is not None
            and (_role(following, vocabularies) or not following.text[:1].isupper())
        ):
            break
        if word.text == "and" and following is not None:
            names, current, position = [*names, " ".join(current)], [], position + 1
            continue
        particle = current and word.text in _PARTICLES and following is not None and following.text[:1].isupper()
        if not (word.text[:1].isupper() or particle) or (word.before and current):
            break
        position += 1
        initials = _INITIALS.fullmatch(word.text + word.after[:1])
        current.append(word.text + word.after[:1] if initials else word.text)
        if word.after[len(initials.group()) - len(word.text) if initials else 0 :].strip(","):
            break
        if word.after.endswith(","):
            names, current = [*names, " ".join(current)], []
    names.append(" ".join(current))
    return tuple(name for name in names if " " in name or (name and not name.isupper())), position
