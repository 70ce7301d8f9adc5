"""Words of the original that the translator quotes: “reunification [pristupit k obiednineniiu]”.

Script decides where it can. For Latin letters the groups of letters are weighed: the best language must beat English
clearly and its runner-up a little. Words that English has speak against all others, a soft sign speaks for Russian, and
the language the document was translated from is preferred. Names, one short word and narrow margins are left open.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from teicable.annotate.bracket import ENGLISH_APOSTROPHES, Bracket, Claims, tokens
from teicable.annotate.knowledge import Knowledge
from teicable.languages import model
from teicable.languages.romanisation import pinyin, stripped, wades
from teicable.model.annotation import Annotation, Basis, Certainty
from teicable.model.span import Span
from teicable.vocabularies import Vocabularies, gazetteer

_SCRIPTS = {"CYRILLIC": "ru", "HANGUL": "ko", "CJK": "zh", "HIRAGANA": "ja", "KATAKANA": "ja"}
_CYRILLIC = {"mn": set("өү"), "uk": set("іїєґ"), "sr": set("ђјљњћџ")}
"""Letters that Russian does not have."""

_SIC = re.compile(r"([\w’'ʹ′-]+)\s*(?:[–—,;-]\s*)?\(?(sic)!?\)?\s*$", re.IGNORECASE)
_GERMAN_NOUN = re.compile(
    r"[A-ZÄÖÜ][a-zäöüß]{2,}(?:keit|heit|schaft|igung|feind|kampf|sprache|frage|gefühl|nahme)(?:en)?"
)
_GERMAN_NOUN_OWN = re.compile(
    r"[A-ZÄÖÜ][a-zäöüß]{3,}(?:ung|macht|lage|werk|tion|nis|tum|ismus|arbeit|grenze|gang|politik|führung|leitung|vertrag|"
    r"verkehr|handel|hilfe|recht|pflicht|volk|krieg|frieden|kraft|kräfte|stelle|dienst|zentrale|wirtschaft|wesen|klasse|"
    r"partei|gruppe|gebiet|zone)(?:e?n|s)?"
)
_GERMAN_COMPOUND = re.compile(r"[A-ZÄÖÜ][a-zäöüß]{2,}(?:ung|heit|keit|schaft|tät)s[a-zäöüß]{4,}")
"""“Zeitungsente”: the s that joins two nouns."""
_DERIVED = re.compile(
    r"[a-z-]*(?:(?:if|iz|is)(?:ication|ation|ed|ing)s?|"
    r"[^aeiou]ites?|ists?|isms?|ness|ships?|hood|niks|ings?|able|[^aeiouy]ers)"
)
_ARTICLES = "der die das dem den des ein eine einer einem"
_PARTICLES = "von vom zu zur van der den de di da del della du des le la bin ibn al el und y e i"
_ACCENTS = frozenset("àâäçèéêëîïñôöûü'’")

_USUAL = {
    "ru-Latn": 2.5,
    "bg-Latn": -6.0,
    "sr-Latn": -3.0,
    "mn-Latn": -3.0,
    "ko-Latn": -2.0,
    "sq": -2.0,
    "vi": -2.0,
    "pt": -1.0,
}
"""How likely a language is before anything is known: most cables are Russian, and Bulgarian is much like it."""

_SERBO_CROATIAN = ("hr", "bs", "sh")
_OWN = 9.0
_SOFT = 5.0
_MARKED = 4.0
_ENDED = 2.5
_LISTED = 8.0
_LISTED_SHORT = 3.0
_UNLISTED = 2.5
_OWN_WORD = 2.5
_NEVER = 6.0
_ENOUGH = 6.0
_SURE = 11.0
_MARGIN = 1.5
_SURE_MARGIN = 3.0
_LETTERS = 2.5
_SHORT = 5
_LONG = 6
_MOST_WORDS = 40


@dataclass(frozen=True, slots=True)
class Verdict:
    """The language that fits best, and how well.

    Attributes:
        code: of that language.
        over_english: by how much it is before English, in natural logarithms, everything counted.
        over_second: the same before the second best, whose code is ``second``.
        expected: whether the document was translated from it.
        letters: by how much its letters alone are before English.
    """

    code: str
    over_english: float
    over_second: float
    second: str
    expected: bool = False
    letters: float = 0.0


def other_script(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read a bracket in another script: Cyrillic is Russian here, unless the document says otherwise."""
    if bracket.content.isascii():
        return None
    letters = [letter for letter in bracket.content if letter.isalpha()]
    strange = [unicodedata.name(letter, "?").split()[0] for letter in letters if not letter.isascii()]
    found = [script for script in strange if script in _SCRIPTS]
    if len(set(found)) != 1 or len(found) * 2 < len(letters):
        return None
    script = found[0]
    original = (knowledge.original or knowledge.likely).partition("-")[0]
    own = next((code for code, letters in _CYRILLIC.items() if letters & set(bracket.content.casefold())), "")
    other = own or (original if original in (*_CYRILLIC, "bg") else "")
    code = other if script == "CYRILLIC" and other else _SCRIPTS[script]
    return [bracket.claim("foreign", "foreign", Basis.MORPHOLOGY, attributes=(("xml:lang", code),))]


def romanised(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read a bracket in a romanised or Latin-script language; ``None`` where the evidence does not suffice."""
    attested = _SIC.search(bracket.content) if "sic" in bracket.content.lower() else None
    content = bracket.content[: attested.end(1)] if attested else bracket.plain
    nested = "" if attested else bracket.content[len(bracket.head.of(bracket.text)) :].strip(" []")
    found = read(content, knowledge) or (read(f"{content} {nested}", knowledge) if nested else None)
    if found is None:
        return None
    code, certainty = found
    if any(map(str.isdigit, content)) and len(words_in(content)) < 2:
        return None  # “type R-38”
    claims = [bracket.claim("foreign", "foreign", Basis.MORPHOLOGY, certainty, attributes=(("xml:lang", code),))]
    if attested:
        claims += _attested(bracket, attested)
    return claims


def read(content: str, knowledge: Knowledge) -> tuple[str, Certainty] | None:
    """Return the language of a phrase of Latin letters and how certain it is, or ``None`` if it stays open."""
    words = tuple(words_in(content))
    origin = knowledge.original or knowledge.likely
    found = verdict(words, knowledge.vocabularies, origin) if 0 < len(words) < _MOST_WORDS else None
    if found is None or not _may_be(content, words, found, knowledge.vocabularies, origin):
        return None
    certainty = certainty_of(words, found)
    if certainty is None:
        return None
    return "hr" if found.code == "sr-Latn" and origin == "hr" else found.code, certainty


def words_in(content: str) -> list[str]:
    """Return the words of a phrase, in small letters; signs, numbers and what has figures (“R-38”) are none."""
    bare = [word for word in tokens(content) if any(map(str.isalpha, word)) and not any(map(str.isdigit, word))]
    return [word.replace("”", '"').replace("ʺ", '"') for word in bare]


def certainty_of(words: tuple[str, ...], found: Verdict) -> Certainty | None:
    """Say how certain a verdict is, or ``None`` if it is too weak to be followed."""
    letters = sum(map(str.isalpha, "".join(words)))
    short = letters < _SHORT and not (found.code == "zh-Latn-pinyin" and found.expected and len(words) > 1)
    if found.over_english < _ENOUGH or found.over_second < _MARGIN or short:
        return None
    least = _LETTERS / 2 if found.expected else _LETTERS
    if (len(words) == 1 and found.letters < least) or all(_abbreviated(word) for word in words):
        return None
    sure = (
        found.over_english >= _SURE
        and found.over_second >= _SURE_MARGIN
        and (len(words) > 1 or (found.expected and found.letters >= 2 * _LETTERS))
    )
    return Certainty.HIGH if sure else Certainty.MEDIUM


def verdict(words: tuple[str, ...], vocabularies: Vocabularies, origin: str = "") -> Verdict | None:
    """Weigh the languages; ``None`` if none of them could be written so."""
    letters, found = _weights(words, vocabularies)
    if not found:
        return None
    weights = sorted(((w + (_OWN if _of(code, origin) else 0.0), code) for w, code in found), reverse=True)
    (best, code), (second, other) = weights[0], weights[1] if len(weights) > 1 else (-99.0, "")
    # Where nothing is known of the original, Russian needs no lead: most cables are.
    lead = best - second + (_MARGIN if code == "ru-Latn" and not origin else 0.0)
    return Verdict(code, best, round(lead, 3), other, _of(code, origin), letters[code])


@lru_cache(maxsize=256)
def _weights(words: tuple[str, ...], vocabularies: Vocabularies) -> tuple[dict[str, float], list[tuple[float, str]]]:
    """Return by how much each language is before English, by its letters alone, and everything counted, best first."""
    costs = model.costs(words)
    plain = costs.pop(model.ENGLISH)
    function = vocabularies["english"].words("words", "function")
    known = {word for word in words if english(word, vocabularies)}
    soft = any("'" in word and not word.endswith(ENGLISH_APOSTROPHES) for word in words)
    marked = _MARKED * min(2, sum(any(not c.isascii() and c not in _ACCENTS for c in word) for word in words))
    phrase = " ".join(words)
    special = {c for c in phrase if c.isalpha() and not c.isascii()}
    strange = {word: _word(word, known, function) for word in words}
    alien = sum(strange[word] for word in words)
    letters: dict[str, float] = {}
    weights: list[tuple[float, str]] = []
    for tongue in _tongues(tuple(costs), vocabularies):
        code = tongue.code
        if not special <= tongue.letters or not _possible(words, code, special):
            continue
        # A single word that English lacks may be inflected as a language does: “boltalo”, “sidet’”.
        ended = len(words) == 1 and words[0] not in known and words[0].endswith(tongue.endings)
        letters[code] = plain - costs[code] + marked + (_ENDED if ended else 0.0)
        weight = letters[code] + _USUAL.get(code, 0.0) + alien
        weight += sum(words.count(word) * (_OWN_WORD - strange[word]) for word in tongue.words.intersection(words))
        weight -= _NEVER * sum(phrase.count(cluster) for cluster in tongue.never)
        weight += _SOFT if soft and code == "ru-Latn" else 0.0
        weights.append((round(weight, 3), code))
    weights.sort(reverse=True)
    return letters, weights


@dataclass(frozen=True, slots=True)
class _Tongue:
    """What the word lists say of a language: letters beside those of English, words, endings, what it never has."""

    code: str
    letters: frozenset[str]
    words: frozenset[str]
    endings: tuple[str, ...]
    never: frozenset[str]


@lru_cache(maxsize=4)
def _tongues(codes: tuple[str, ...], vocabularies: Vocabularies) -> tuple[_Tongue, ...]:
    table = vocabularies["language"]

    def tongue(code: str) -> _Tongue:
        letters = frozenset("".join(table.words("letters", code)))
        endings = tuple(table.words("endings", code))
        return _Tongue(code, letters, table.words("words", code), endings, table.words("never", code))

    return tuple(map(tongue, codes))


def function_words(origin: str, vocabularies: Vocabularies) -> frozenset[str]:
    """Return the function words of the language of the original."""
    codes = {entry.meaning for entry in vocabularies["language"].entries if _of(entry.meaning, origin)}
    return frozenset().union(*(vocabularies["language"].words("words", code) for code in codes))


def spoken(phrases: Iterable[str], vocabularies: Vocabularies) -> str:
    """Return the language that the quoted phrases of a document have in common, or an empty string.

    All phrases of a document are of the language that it was translated from. One alone may be Russian or Bulgarian;
    together they are seldom both.
    """
    sums: dict[str, float] = {}
    sure = count = 0
    for phrase in phrases:
        words = tuple(words_in(phrase))
        weights = _weights(words, vocabularies)[1] if 1 < len(words) < _MOST_WORDS else []
        if weights and weights[0][0] >= _ENOUGH:
            count += 1
            sure += weights[0][0] >= _SURE
            for weight, code in weights:
                # How likely a language is counts once for the document, not for each phrase.
                sums[code] = sums.get(code, _USUAL.get(code, 0.0)) + weight - _USUAL.get(code, 0.0)
    ranked = sorted(((weight, code) for code, weight in sums.items()), reverse=True)
    if not ranked or not (sure or count > 1):
        return ""
    lead = ranked[0][0] - ranked[1][0] if len(ranked) > 1 else _SURE
    return ranked[0][1].partition("-")[0] if lead >= _SURE_MARGIN else ""


@lru_cache(maxsize=4096)
def english(word: str, vocabularies: Vocabularies) -> bool:
    """Tell whether English has a word, borrowed ones and adjectives of nations included."""
    table = vocabularies["english"]
    if word in table.words():
        return True
    if not all(c.isascii() or c in _ACCENTS for c in word):
        return False
    bare = stripped(word)
    if bare in table.words() or model.english(bare):
        return True
    if "-" in bare:
        return all(len(part) == 1 or english(part, vocabularies) for part in bare.split("-") if part)
    return bare.endswith("s") and bare[:-1].rstrip("'") in table.words()


def leaning(bracket: Bracket, knowledge: Knowledge) -> Verdict | None:
    """Return what a bracket that stays open might be, if it looks more like another language than like English."""
    words = tuple(words_in(bracket.content))
    origin = knowledge.original or knowledge.likely
    found = verdict(words, knowledge.vocabularies, origin) if words and len(words) < _MOST_WORDS else None
    if found is None or found.over_english <= 0 or all(english(word, knowledge.vocabularies) for word in words):
        return None
    return found if _may_be(bracket.content, words, found, knowledge.vocabularies, origin) else None


def _abbreviated(word: str) -> bool:
    """Tell whether a word has too few vowels to be spoken: “addtl”, “instns”."""
    if len(word) <= 3 or "'" in word:
        return False
    vowels = sum(map("aeiouy".__contains__, stripped(word)))
    return vowels * 5 <= sum(map(str.isalpha, word))


@lru_cache(maxsize=256)
def _of(code: str, origin: str) -> bool:
    """Tell whether a code is of the language of the original; Serbian and Croatian count as one."""
    language = origin.partition("-")[0]
    return bool(language) and (
        language == code.partition("-")[0] or (code == "sr-Latn" and language in ("hr", "bs", "sh"))
    )


def _word(word: str, known: set[str], function: frozenset[str]) -> float:
    """Return what a word weighs for a language that has it not: whether English has it, or neither of them."""
    if word in function:
        return -_LISTED_SHORT
    if word in known:
        return -_LISTED if len(word) > 3 else -_LISTED_SHORT if len(word) == 3 else 0.0
    return _UNLISTED if len(word) >= _SHORT else 0.0


def _possible(words: tuple[str, ...], code: str, special: set[str]) -> bool:
    """Tell whether a language could be written so: Vietnamese has marks, Chinese a closed set of syllables."""
    if code == "vi":
        return bool(special)
    if code == "zh-Latn-pinyin":
        return all(pinyin(word) for word in words) and (len(words) > 1 or pinyin(words[0]) > 1)
    if code == "zh-Latn-wadegile":
        return all(wades(word) for word in words) and (
            len(words) > 2 or any("-" in word or "'" in word for word in words)
        )
    return True


def _may_be(content: str, words: tuple[str, ...], found: Verdict, vocabularies: Vocabularies, origin: str) -> bool:
    """Tell names, abbreviations and words derived in the English way from words of another language."""
    spaced = [part for part in content.split() if any(c.isalpha() for c in part)]
    capitals = sum(part.lstrip("“\"'‘(")[:1].isupper() for part in spaced)
    if re.search(r"[\w’']-[A-Z]", content):
        return False
    if capitals == len(spaced):
        patterns = (_GERMAN_NOUN, _GERMAN_COMPOUND, *((_GERMAN_NOUN_OWN,) if origin == "de" else ()))
        noun = any(pattern.fullmatch(content.strip()) for pattern in patterns)
        return found.code == "de" and noun and gazetteer.shipped().get(content.strip()) is None
    if capitals and found.code != "de" and capitals * 3 > len(spaced):
        return False
    german = found.code == "de" and spaced[0] in _ARTICLES.split()
    if capitals and not german and all(part[:1].isupper() or part in _PARTICLES.split() for part in spaced):
        return False
    own = vocabularies["language"].words("words", found.code)
    new = [word for word in words if word not in own and not english(word, vocabularies)]
    strange = [word for word in words if word in own and len(word) > 1 and not english(word, vocabularies)]
    small = [part.casefold().strip("“”\"'‘’(),.;:!?") for part in spaced if not part[:1].isupper()]
    if capitals and capitals < len(spaced) and all(len(word) < 2 or english(word, vocabularies) for word in small):
        return False
    if found.code == "zh-Latn-pinyin" and found.expected and len(words) > 1:
        plain = [word for word in words if len(word) > 2 and english(word, vocabularies)]
        return len(plain) * 2 <= len(words)  # “mo di”, “da cao jing she”; not “long run”
    if not new:
        if all(word in vocabularies["english"].words("words", "borrowed") for word in words):
            return False  # “chargé d’affaires”
        sure = found.expected and found.over_english >= _SURE and found.letters >= 3 * _LETTERS
        accented = any(not c.isascii() and c.isalpha() for c in content)
        if found.expected and len(words) > 1 and len(strange) == sum(len(word) > 1 for word in words):
            return True  # “v delo”: short words of the language of the document, and none of English
        if sure and len(words) > 1 and (accented or found.letters >= 4 * _LETTERS):
            return True  # “sous réserve”, “pour la forme”: made of words that English has as well
        return len(words) > 2 and (len(strange) * 3 >= len(words) or (sure and bool(strange)))
    if len(words) == 1 and (_DERIVED.fullmatch(words[0]) or content.rstrip().endswith(".") or _slip(words[0])):
        return False
    if found.expected and len(strange) * 2 >= len(words) > 2:
        return True  # “mis les points sur les i”
    share = 3 if found.expected and found.over_english >= _SURE else 2
    return sum(map(len, new)) * share >= sum(len(word) for word in words if word not in own)


def _slip(word: str) -> bool:
    """Tell whether a word is an English one with a wrong vowel: “seperate”."""
    vowels = [place for place, letter in enumerate(word) if letter in "aeiou"] if len(word) > _LONG else []
    return any(model.english(word[:place] + other + word[place + 1 :]) for place in vowels for other in "aeiou")


def _attested(bracket: Bracket, found: re.Match[str]) -> list[Annotation]:
    """Claim the word that “SIC” within the bracket vouches for, and the sign as a note."""
    start = bracket.inner.start
    word, sign = Span(start + found.start(1), start + found.end(1)), Span(start + found.start(2), start + found.end(2))
    attributes = (("type", "sic"),)
    return [
        Annotation(word, "sic", "foreign", Basis.VOCABULARY),
        Annotation(sign, "note", "foreign", Basis.VOCABULARY, attributes=attributes, resp="translator"),
    ]
