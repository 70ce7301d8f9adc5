"""English words that the translator supplied: “[and]”, “[volunteers]”, “the [proposed] plebiscite”, “[Vietnamese]”.

A bracket of English words is nearly always supplied. Names are not decided here, nor are remarks on the page
(“[underlined]”), nor a short word that might as well be of another language (“[rod]”).
"""

from __future__ import annotations

import re
from functools import lru_cache

from teicable.annotate import foreign
from teicable.annotate.bracket import ENGLISH_APOSTROPHES, Bracket, Claims, tokens
from teicable.annotate.knowledge import Knowledge
from teicable.annotate.persons import given
from teicable.languages.romanisation import pinyin
from teicable.model.annotation import Annotation, Basis, Certainty
from teicable.vocabularies import gazetteer

_SUPPLIED = (("reason", "omitted-in-original"),)
_OPENING = re.compile(r"(?:^|[.!?:“\"]['’”\"]?\s*|^\W*)$")


_BEFORE = re.compile(r"[\[\w]")
_AFTER = re.compile(r"[\]\w]")
"""What stands beside a name in brackets, or beside a part of a word."""

_ROLE = re.compile(r"(?:[\w’'-]+,? ){0,7}[\w’'-]+,?")
_PARTICLE = re.compile(
    r" (?:(?:al|el|as|ad|ar|an|at|az|ul)-|(?:d’|de |du |von |van |della |di |dos ))?[^\W\d_a-z][\w’'-]+"
)
_CAPITAL = re.compile(r"(?:(?:al|el|as|ad|ar|an|at|az|ul|abd|bin|ibn)-?)?(?:[^\W\d_a-z].*)?")


def role(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read who somebody is, before the name: “[colleague, George] Kidd”, “[Politburo member] Kállai”.

    A forename alone (“[Roger] du Gardier”) needs no English word; else small words must be English, or one a title.
    """
    content = bracket.plain
    if bracket.round or not _ROLE.fullmatch(content) or not _PARTICLE.match(bracket.after):
        return None
    parts = [part.replace("’", "'").strip(",'") for part in content.split()]
    small = [part for part in parts if not _CAPITAL.fullmatch(part)]
    if not all(foreign.english(part.casefold(), knowledge.vocabularies) for part in small):
        return None
    titles = [knowledge.vocabularies[table] for table in ("role", "honorific", "title")]
    offices = knowledge.vocabularies["evidence"].words("words", "office")
    forename = len(parts) == 1 and not parts[0].isupper()
    ranked = any(part.casefold() in offices or any(title.full(part) for title in titles) for part in parts)
    return [_supplied(bracket)] if small or ranked or forename else None


def repeated(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read a name that the text itself has, where no name stands before it: “What [Kádár] said”."""
    name = re.sub("[’']s?$", "", bracket.plain)
    if bracket.round or not re.fullmatch(r"[^\W\d_a-z][\w’'-]*[^\W\d_A-Z](?: [^\W\d_a-z][\w’'-]+){0,2}", name):
        return None
    before = bracket.names_before
    lead = before.of(bracket.text).split()[-1].casefold() if before else ""
    if before and lead not in knowledge.vocabularies["english"].words("words", "function"):
        return None
    if foreign.english(name.casefold(), knowledge.vocabularies):
        return None
    return [_supplied(bracket, Certainty.MEDIUM)] if _stands(name, bracket.text) else None


@lru_cache(maxsize=256)
def _stands(name: str, text: str) -> bool:
    """Tell whether a name stands somewhere without a bracket."""
    start = text.find(name)
    while start >= 0:
        end = start + len(name)
        if not _BEFORE.match(text[start - 1 : start]) and not _AFTER.match(text, end):
            return True
        start = text.find(name, start + 1)
    return False


def surname(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read the surname of a statesman after the forename: “the five points of Fidel [Castro]”."""
    before = bracket.word_before
    known = before is not None and gazetteer.statesmen().get(
        gazetteer.fold(f"{before.of(bracket.text)} {bracket.plain}")
    )
    return [_supplied(bracket)] if known and bracket.before[-1:] == " " else None


def words(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read English words; an apostrophe that may be a soft sign, or signs of another language, leave it open."""
    table = knowledge.vocabularies["english"]
    found = list(tokens(bracket.plain))
    soft = any("'" in word and not word.endswith(ENGLISH_APOSTROPHES) for word in found)
    if not found or soft:
        return None
    function = sum(word in table.words("words", "function") for word in found)
    common = sum(word in table.words("words", "common") for word in found)
    letter = len(bracket.plain) == 1 and bracket.plain.isupper() and not _OPENING.search(bracket.before)
    if _whole_name(bracket.plain, found, knowledge):
        return None
    if bracket.plain.endswith(":") and all(foreign.english(word, knowledge.vocabularies) for word in found):
        return [_supplied(bracket)]  # “[GRADE:] URGENT”
    if _shared(found, knowledge) and not letter:
        return [_supplied(bracket)]
    if function >= 1 or common >= 2 or (common == 1 and len(found) == 1):
        return None if _strange(found, knowledge) else [_supplied(bracket)]
    if _listed(bracket, found, knowledge):
        return [_supplied(bracket, Certainty.HIGH if len(found) == 1 or common else Certainty.MEDIUM)]
    return None


def _whole_name(words: str, found: list[str], knowledge: Knowledge) -> bool:
    """Tell whether words are the name of a Chinese, Korean or Vietnamese, one of them English too: “He Ying”."""
    names = len(found) > 1 and all(part[:1].isupper() for part in words.split()) and not words.isupper()
    return (
        names and found[0] in knowledge.vocabularies["surname"].words() and all(given(word) for word in words.split())
    )


def plain(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read words that English has, each of them, names of nations included."""
    nations = knowledge.vocabularies["english"].words("words", "nation")
    found = foreign.words_in(bracket.plain)
    known = all(word in nations or foreign.english(word, knowledge.vocabularies) for word in found)
    return [_supplied(bracket, Certainty.MEDIUM)] if len(found) > 1 and known else None


def _shared(found: list[str], knowledge: Knowledge) -> bool:
    """Tell whether words are English that another language has too: “[To] the Ministry”, “[a note on]”.

    Alone such a word is English: nobody quotes a preposition. Beside others all must be English, and one of them no
    word of any other language.
    """
    shared = knowledge.vocabularies["english"].words("words", "shared")
    own = knowledge.vocabularies["language"].words()
    if not any(word in shared for word in found):
        return False
    others = [word for word in found if word not in shared]
    plain = [word for word in others if len(word) > 2 and word not in own]
    return all(foreign.english(word, knowledge.vocabularies) for word in others) and bool(plain or len(found) == 1)


def _strange(found: list[str], knowledge: Knowledge) -> bool:
    """Tell whether a phrase is of another language although it has a word that looks English: “in diesem Sinne”."""
    spoken = tuple(word for word in found if any(c.isalpha() for c in word))
    unknown = [word for word in spoken if not foreign.english(word, knowledge.vocabularies)]
    if sum(map(len, unknown)) * 2 <= sum(map(len, spoken)):
        return False
    verdict = foreign.verdict(spoken, knowledge.vocabularies, knowledge.original or knowledge.likely)
    return verdict is not None and foreign.certainty_of(spoken, verdict) is Certainty.HIGH


def _listed(bracket: Bracket, found: list[str], knowledge: Knowledge) -> bool:
    """Tell whether all words are English ones and none of them is a name, a remark or a word of another language."""
    table, vocabularies = knowledge.vocabularies["english"], knowledge.vocabularies
    content = bracket.content.strip()
    nations = table.words("words", "nation")
    if len(found) == 1 and found[0] in nations:
        return content[:1].isupper()
    if any(c.isdigit() for c in content) or not re.fullmatch(r"[\w’'-]+(?:[ ,]+[\w’'-]+)*[.,;?!]?", content):
        return False
    apart = table.words("words", "remark") | table.words("words", "borrowed")
    if all(word in apart or word.rstrip("s") in apart for word in found) or found[0] in table.words("words", "remark"):
        return False
    if not all(len(word) == 1 or foreign.english(word, vocabularies) for word in found):
        return False
    parts = content.split()
    opening = bool(_OPENING.search(bracket.before))
    for place, (part, word) in enumerate(zip(parts, found, strict=False)):
        if part[:1].isupper() and word not in nations and not (place == 0 and opening and not part.isupper()):
            return False
    origin = knowledge.original or knowledge.likely
    own = vocabularies["language"].words() if not origin else foreign.function_words(origin, vocabularies)
    chinese = origin == "zh" and all(pinyin(word) for word in found)
    if chinese or any(word in own for word in found) or content.endswith("."):
        return False
    if len(found) > 1:
        return True
    verdict = foreign.verdict((found[0],), vocabularies, knowledge.original or knowledge.likely)
    return len(found[0]) > 3 and (len(found[0]) > 4 or verdict is None or verdict.over_english < 0)


def _supplied(bracket: Bracket, certainty: Certainty = Certainty.HIGH) -> Annotation:
    return bracket.claim("supplied", "brackets", Basis.GLOSS, certainty, attributes=_SUPPLIED)
