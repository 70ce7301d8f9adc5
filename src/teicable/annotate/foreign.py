"""Words of the original that the translator quotes: “reunification [pristupit k obiednineniiu]”.

Script decides where it can. For romanised words, endings, clusters and small words of each language are weighed per
word, with the language the document was translated from preferred. One short word is never enough.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from teicable.annotate.bracket import ENGLISH_APOSTROPHES, Bracket, Claims, tokens
from teicable.annotate.knowledge import Knowledge
from teicable.model.annotation import Basis, Certainty
from teicable.vocabularies import Phrases, Vocabularies

_SCRIPTS = {"CYRILLIC": "ru", "HANGUL": "ko", "CJK": "zh", "HIRAGANA": "ja", "KATAKANA": "ja"}
_THRESHOLD = 1.2
_MARGIN = 0.4
_PRIOR = 0.5
_SHORT = 5


def other_script(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read a bracket in another script: Cyrillic is Russian here, unless the document says otherwise."""
    found = [unicodedata.name(letter, "?").split()[0] for letter in bracket.content if letter.isalpha()]
    scripts = {script for script in found if script in _SCRIPTS}
    if len(scripts) != 1 or len([s for s in found if s in scripts]) * 2 < len(found):
        return None
    script = scripts.pop()
    original = knowledge.original.partition("-")[0]
    code = original if script == "CYRILLIC" and original in ("bg", "uk", "sr", "mn") else _SCRIPTS[script]
    return [bracket.claim("foreign", "foreign", Basis.MORPHOLOGY, attributes=(("xml:lang", code),))]


def romanised(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read a bracket in a romanised or Latin-script language; ``None`` where the evidence does not suffice."""
    words = [word for word in tokens(bracket.content) if any(c.isalpha() for c in word)]
    capitalised = [w for w in bracket.content.split() if w[:1].isupper()]
    if not words or len(capitalised) == len(bracket.content.split()) or any(c.isdigit() for c in bracket.content):
        return None
    english = knowledge.vocabularies["english"].words()
    if sum(word in english for word in words) * 3 > len(words):
        return None
    ranking = sorted(scores(tuple(words), knowledge.vocabularies, knowledge.original), reverse=True)
    (best, code), second = ranking[0], ranking[1][0] if len(ranking) > 1 else 0.0
    letters = sum(len(word) for word in words)
    if best < _THRESHOLD or best - second < _MARGIN or (len(words) == 1 and letters < _SHORT):
        return None
    sure = len(words) > 1 or letters > 7 or best >= 2 * _THRESHOLD
    certainty = Certainty.HIGH if sure else Certainty.MEDIUM
    attributes = (("xml:lang", code),)
    return [bracket.claim("foreign", "foreign", Basis.MORPHOLOGY, certainty, attributes=attributes)]


def scores(words: tuple[str, ...], vocabularies: Vocabularies, original: str = "") -> list[tuple[float, str]]:
    """Return the weight of evidence per word for each language of the vocabulary."""
    result: list[tuple[float, str]] = []
    table = vocabularies["language"]
    for code in {entry.meaning for entry in table.entries}:
        weight = sum(_weight(word, table, code) for word in words) / len(words)
        own = bool(original) and code.partition("-")[0] == original.partition("-")[0]
        result.append((round(weight + (_PRIOR if own and weight > 0 else 0.0), 4), code))
    return result


def _weight(word: str, table: Phrases, code: str) -> float:
    if word in table.words("words", code):
        return 2.0
    bare = word.replace("'", "")
    ending = max((len(e) for e in _endings(table, code) if word.endswith(e) and len(bare) > len(e) + 1), default=0)
    clusters = sum(cluster in word for cluster in table.words("clusters", code))
    soft = 1.0 if "'" in word and not word.endswith(ENGLISH_APOSTROPHES) else 0.0
    return min(ending, 3) * 0.6 + min(clusters, 3) * 0.4 + (soft if code.startswith("ru") else 0.0)


@lru_cache(maxsize=64)
def _endings(table: Phrases, code: str) -> frozenset[str]:
    return table.words("endings", code)
