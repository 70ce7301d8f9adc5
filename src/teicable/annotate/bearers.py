"""Names of persons as brackets and notes give them, among the words that say who that is.

“[Captain Tsoi of the 25th Army]”, “(i.e. the correspondent Jan Nemo)”, “[the former vice-consul Nemo]” name one person;
the words before and after the name are no part of it. “[of the party, Nemo]” and “[the headquarters of Nemo]” do not.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from teicable.annotate.knowledge import Knowledge
from teicable.annotate.persons import stop_words
from teicable.languages.model import english
from teicable.model.annotation import Attributes
from teicable.model.span import Span
from teicable.vocabularies import gazetteer

_TOKEN = re.compile(
    r"\[[^\[\]]*\]|[“\"«]|[”\"»]|(?:al|el|as|an|ar|at|az)-[^\W\d_a-z][\w’'‘-]*|[^\W\d_a-z]\.(?=[^\W\d_a-z])|[‘]?[\w’'‘-]+\.?|[^\w\s]"
)
_PARTICLES = frozenset(("al", "de", "del", "von", "van", "da", "dos", "la", "du"))
_ARTICLES = ("al-", "as-", "el-", "an-", "ar-", "at-", "az-", "ad-")
_NOBODY = (-1, False, False)
_MOST = 4
_LONGEST_LEAD = 9


@dataclass(frozen=True, slots=True)
class Told:
    """A name in a bracket.

    Attributes:
        span: the name without the words round it.
        led: what introduces it says who that is: ``bearer`` (“i.e.”, “real name”), ``cover`` (“alias”, “known as”).
        quoted: whether it stands in quotation marks.
        described: whether an office, a rank or a title stands before it, or a description after it.
    """

    span: Span
    led: str = ""
    quoted: bool = False
    described: bool = False


def told(text: str, inner: Span, knowledge: Knowledge) -> Told | None:
    """Return the one name that the words of a span give, or ``None`` if they say something else."""
    start, end = inner.trimmed(text)
    lists = knowledge.vocabularies
    lead = lists["gloss"].match(text, start)
    led = lead[0] if lead and lead[1] < end and not text[lead[1]].isalnum() else ""
    begin = lead[1] if lead and led else start
    tokens = [(m.group(), Span(*m.span())) for m in _TOKEN.finditer(text, begin, end)]
    position, titled, quoted = _lead(tokens, led, knowledge)
    if position < 0:
        return None
    run = _run(tokens, position, knowledge)
    if not run:
        return None
    first, last = tokens[run[0]][1], tokens[run[-1]]
    stop = last[1].end - (last[0].endswith(".") and len(last[0].rstrip(".")) > 2)
    name = Span(first.start, stop)
    rest = text[stop:end].lstrip(' ”"»').lstrip()
    if text[stop : stop + 2] in ("’s", "'s") or not _ends(rest, knowledge):
        return None
    described = bool(rest.strip(" .!?")) and not rest.startswith("[")
    return Told(name, led, quoted, titled or described)


def _lead(tokens: Sequence[tuple[str, Span]], led: str, knowledge: Knowledge) -> tuple[int, bool, bool]:
    """Return where the name begins, whether a title precedes it, whether it is quoted; -1 if no name follows."""
    lists = knowledge.vocabularies
    offices = lists["evidence"].words("words", "office")
    titled = quoted = False
    for position, (token, _) in enumerate(tokens[:_LONGEST_LEAD]):
        word = token.casefold().strip(".")
        if token in ("“", '"', "«"):
            quoted = True
        elif token.startswith("[") or token in (",", ":", "=", "–", "—", "-"):
            continue
        elif (
            any(lists[table].full(token) for table in ("title", "role", "honorific")) or set(word.split("-")) & offices
        ):
            titled = True
        elif token[0].isupper() or token.startswith((*_ARTICLES, "‘")):
            if not (_initial(token) or personal(token, knowledge)):
                continue
            plain = not any(other[0].isalpha() for other, _ in tokens[:position])
            return (position, titled, quoted) if titled or led or quoted or plain else _NOBODY
        elif not (token[0].islower() and english(word)):
            return _NOBODY
    return _NOBODY


def _initial(token: str) -> bool:
    return len(token.rstrip(".")) <= 2 and token[0].isupper() and token.endswith(".")


def _run(tokens: Sequence[tuple[str, Span]], first: int, knowledge: Knowledge) -> list[int]:
    """Return the tokens of the name that begins at one: capitalised words that may be a person's, initials, “al-”."""
    run: list[int] = []
    for position in range(first, min(first + _MOST + 2, len(tokens))):
        token, span = tokens[position]
        if run and span.start - tokens[position - 1][1].end > 1:
            break
        joins = token.startswith(_ARTICLES) or _initial(token) or (bool(run) and token in _PARTICLES)
        if not (joins or (token.strip("‘")[:1].isupper() and personal(token, knowledge))):
            break
        if any(letter.isdigit() for letter in token):
            return []
        run.append(position)
        if len(token) > 3 and token.endswith("."):
            break
    while run and tokens[run[-1]][0] in _PARTICLES:
        run.pop()
    full = any(len(tokens[position][0].rstrip(".")) > 1 for position in run)
    plain = sum(not _initial(tokens[position][0]) for position in run)
    return run if full and plain <= _MOST else []


def _ends(rest: str, knowledge: Knowledge) -> bool:
    """Tell whether a name is over before these words: a stop, or a description of who that is."""
    if not rest or rest[0] in ",;.:!?–—-([":
        return True
    return rest.split()[0].strip(".,;") in knowledge.vocabularies["gloss"].words(
        "words", "after"
    ) and not rest.startswith(("and ", "to "))


def personal(word: str, knowledge: Knowledge) -> bool:
    """Tell whether a capitalised word can be part of the name of a person."""
    lists = knowledge.vocabularies
    titles = any(lists[table].full(word) for table in ("title", "role", "honorific"))
    return not titles and word.casefold().strip(".‘") not in stop_words(lists)


def bare_name(text: str, before: Span, knowledge: Knowledge) -> Span | None:
    """Return the last words of a run of capitalised words without titles and other words that are no names."""
    found: Span | None = None
    for word in reversed(list(re.finditer(r"\S+", before.of(text)))):
        if not personal(word.group(), knowledge) or len(word.group()) < 2:
            break
        found = Span(before.start + word.start(), before.end)
    return found


def reference(name: str, knowledge: Knowledge) -> Attributes:
    """Return the reference to the one person of the authority files who bears a name."""
    known = knowledge.authorities.bearers(name, "person")
    return (("ref", known[0][0].key),) if len(known) == 1 else ()


def turned(outside: str, inside: str, knowledge: Knowledge, *, capitals: bool = True) -> bool:
    """Tell whether of two names of a person the first is the real one: “Lin Biao [Lei Shan]”, “Orlov [TEREBIN]”.

    Who is known by a name is real; else, of two, the one with initials; else the one that is not in the capitals of
    cover names. Where nothing shows it the bracket explains the cover name before it, as nearly always.
    """
    known = [_known(name, knowledge) for name in (outside, inside)]
    if known[0] != known[1]:
        return known[0] > known[1]
    signed = ["." in name.rstrip(".") for name in (outside, inside)]
    if signed[0] != signed[1]:
        return signed[0]
    shouted = [name.isupper() for name in (outside, inside)]
    return capitals and shouted[1] and not shouted[0]


def _known(name: str, knowledge: Knowledge) -> int:
    """Return 1 for the real name of a known person, -1 for a known cover name, 0 for a name nobody knows."""
    found = knowledge.authorities.bearers(name, "person")
    if found:
        return -1 if all(form.type == "pseudo" for _, form in found) else 1
    return 1 if leader(name, knowledge) else 0


def leader(name: str, knowledge: Knowledge) -> bool:
    """Tell whether a name is that of a leader of the years of these cables, with initials or without."""
    bare = re.sub(r"^(?:[^\W\d_a-z]\. ?)+", "", name)
    return bool(knowledge.vocabularies["leader"].full(bare)) or gazetteer.statesmen().get(gazetteer.fold(bare)) is True
