"""Read the credits that follow a shelfmark.

“Obtained by X and translated for Y from Russian by Z.”: a credit is a verb of the vocabulary, whom it was done for and
from which language, “by”, and names. Whatever does not read so to the last word is no credit and stays prose.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from teicable.vocabularies import Vocabularies

_BY = re.compile(r"\bby\s+")
_TOKEN = re.compile(r"\S+")
_BOUNDARY = re.compile(r"[.;,)”\"]\s+|[(\[]|(?<=[\d)])[.;,](?=[A-Z][a-z])")
"""Where a credit may begin: behind a stop, glued to it where a line end was lost, or in brackets."""
_INITIALS = re.compile(r"(?:[^\W\d_]\.(?:-?[^\W\d_]\.)*|Jr\.|Dr\.|St\.)")
_PARTICLES = frozenset({"de", "da", "di", "du", "van", "von", "der", "den", "la", "le", "al", "el", "bin", "ibn"})
_LONGEST_CLAUSE = 160
_MOST_TOKENS = 40


@dataclass(frozen=True, slots=True)
class Credit:
    """Who did something: ``roles`` are ``translator`` and ``contributor``; characters ``start`` up to ``end``.

    ``language`` is the code of the language translated from, where stated.
    """

    roles: tuple[str, ...]
    names: tuple[str, ...]
    language: str
    start: int
    end: int


def read(words: str, vocabularies: Vocabularies) -> list[Credit]:
    """Return the credits in a statement, in order."""
    found: list[Credit] = []
    done = 0
    for by in _BY.finditer(words):
        if by.start() < done:
            continue
        begin = max(done, by.start() - _LONGEST_CLAUSE)
        clause = words[begin : by.start()]
        cut = max((boundary.end() for boundary in _BOUNDARY.finditer(clause)), default=0)
        act = _act(clause[cut:].split(), vocabularies)
        names, end = _names(words, by.end(), vocabularies)
        if act is not None and names:
            start = begin + cut + len(clause[cut:]) - len(clause[cut:].lstrip())
            found.append(Credit(act[0], names, act[1], start, end))
            done = end
    return found


def _act(tokens: list[str], vocabularies: Vocabularies) -> tuple[tuple[str, ...], str] | None:
    """Read “and obtained and translated for X from Y”: the roles, and the language."""
    roles: list[str] = []
    language = ""
    position = 0
    while position < len(tokens):
        role = vocabularies["credit"].full(tokens[position])
        if role is None and tokens[position] != "and":
            break
        roles += [role] if role else []
        position += 1
    while position < len(tokens) and roles:
        preposition = tokens[position]
        last = position + 1
        while last < len(tokens) and (tokens[last][:1].isupper() or tokens[last] in ("the", "&")):
            last += 1
        if preposition not in ("for", "from") or last == position + 1:
            return None
        if preposition == "from":
            language = vocabularies["tongue"].full(" ".join(tokens[position + 1 : last])) or ""
        position = last
    return (tuple(dict.fromkeys(roles)), language) if roles and position == len(tokens) else None


def _names(words: str, position: int, vocabularies: Vocabularies) -> tuple[tuple[str, ...], int]:
    """Read names up to the end of the sentence or the next credit; return them and where they end."""
    names: list[str] = []
    current: list[str] = []
    end = position
    tokens = list(_TOKEN.finditer(words[position : position + 60 * _MOST_TOKENS]))[:_MOST_TOKENS]
    for index, token in enumerate(tokens):
        word = token.group()
        following = tokens[index + 1].group() if index + 1 < len(tokens) else ""
        if word == "and" and vocabularies["credit"].full(following):
            break
        if word == "and" and following[:1].isupper():
            names, current = [*names, " ".join(current)], []
            continue
        if not (word[:1].isupper() or (current and word in _PARTICLES and following[:1].isupper())):
            break
        end = position + token.end()
        if _INITIALS.fullmatch(word):
            current.append(word)
            continue
        current.append(word.rstrip(".,;)]"))
        if word.endswith((".", ";", ")", "]")):
            break
        if word.endswith(","):
            names, current = [*names, " ".join(current)], []
    names.append(" ".join(current))
    return tuple(name for name in names if " " in name or (name and not name.isupper())), end
