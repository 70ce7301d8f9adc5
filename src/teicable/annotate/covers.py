"""Who is behind a name, where no authority file says it: “Filippov [Stalin]”, “BOCIAN” [Jan Tarka], SOKOL (Zakharov).

That two names in and before a bracket are one person, the text itself says; which of them is the cover name, it does
not always. What can as well be a forename and a surname (“Phoumi [Nosavan]”) is no such pair. Parentheses are mostly
the sender’s own: they count only after a name in quotation marks or capitals, after words such as “i.e.”, or where the
headline or square brackets have the same pair.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from teicable.annotate.bearers import Told, bare_name, leader, personal, reference, told, turned
from teicable.annotate.bracket import Bracket, Claims
from teicable.annotate.knowledge import Knowledge
from teicable.annotate.persons import given
from teicable.annotate.spellings import akin
from teicable.annotate.words import loud_within
from teicable.model.annotation import Annotation, Attributes, Basis, Certainty
from teicable.model.span import Span
from teicable.vocabularies import gazetteer

_QUOTED = re.compile(
    r"[“\"«](?P<lead>(?:[\w’'-]+ ){0,4}?)(?P<name>[^\W\d_a-z][\w’-]*(?: [^\W\d_a-z][\w’-]*){0,2})[”\"»],? $"
)
_SPACED = re.compile(r"(?:^|\s)(?P<name>(?:[^\W\d_a-z] ){3,20})$")
_SHOUTED = re.compile(r"(?:^|[a-z,.:;“”()] )(?P<name>[^\W\d_a-z]{2,}(?: [^\W\d_a-z]{2,}){0,2}) $")
_BEFORE = re.compile(r"(?<![\w’'-])[\w’'-]{2,40}\Z")
_AFTER = re.compile(r" \[([^\W\d_][\w’' .-]{1,40})\]")
_LINE = 80
_SHORTEST = 3
_LONGEST_SHORT = 5


@dataclass(frozen=True, slots=True)
class Surface:
    """The name before a bracket; ``style`` is quoted, loud (in capitals where others are not), spaced or plain."""

    span: Span
    name: str
    style: str
    sides: tuple[int, int] = (0, 0)


def marked(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read who is behind a name in quotation marks or capitals, or whom “i.e.” introduces: “BOCIAN” [Henryk Tarka].

    The full form of an abbreviation is nobody.
    """
    surface = _surface(bracket, knowledge)
    if surface is None:
        return None
    other = told(bracket.text, bracket.inner, knowledge)
    if other is None:
        return None
    inside = other.span.of(bracket.text)
    # “Bernard [Étienne Lescure, head of the Alliance]”: English words after a name are no supplied words.
    first = bracket.content.startswith(inside) and (other.described or "[" in bracket.content)
    if surface.style == "plain" and not (other.led or other.quoted or first):
        return None
    if surface.style == "loud" and len(surface.name) <= _LONGEST_SHORT and not other.described:
        initials = "".join(word[0] for word in inside.split()).upper()
        if initials.startswith(surface.name[:2]) or len(inside.split()) >= _SHORTEST:
            return None
    return stated(bracket, knowledge)


def stated(bracket: Bracket, knowledge: Knowledge, *, confirmed: bool = False) -> Claims:
    """Read who is meant by a bracket after a name; two spellings of one name are a variant.

    ``confirmed`` is what stands as a pair elsewhere too. A name may be one of a place as well (“Comrade GORKY
    [MIKOYAN]”) where “Comrade” stands before it.
    """
    surface = _surface(bracket, knowledge)
    if surface is None:
        return None
    parts = bracket.content.split(";")
    if len(parts) > 1:
        return _several(bracket, surface, knowledge)
    other = told(bracket.text, bracket.inner, knowledge)
    if other is None:
        return None
    inside = other.span.of(bracket.text)
    addressed = _addressed(bracket, surface, knowledge)
    if not _acceptable(surface, inside, knowledge, placed=addressed or confirmed):
        return None
    if akin(surface.name, inside):
        return _variant(bracket, surface, knowledge) if not bracket.round and not other.described else None
    if _fuller(surface.name, inside):
        return None
    if not _behind(bracket, surface, other, knowledge, sure=addressed or confirmed):
        return None
    return _pair(bracket, surface, other, knowledge)


def _behind(bracket: Bracket, surface: Surface, other: Told, knowledge: Knowledge, *, sure: bool) -> bool:
    """Tell whether the two names are those of a cover name and its bearer rather than anything else."""
    inside = other.span.of(bracket.text)
    if surface.style in ("quoted", "loud"):
        if inside.isupper() and surface.style == "quoted" and not surface.name.isupper():
            return False
        short = surface.style == "loud" and len(surface.name) < _SHORTEST
        return not short or (other.described and not bracket.round)
    if other.led or sure or surface.style == "spaced":
        return True
    if other.quoted:
        return not bracket.round or " " in surface.name or leader(surface.name, knowledge)
    if bracket.round:
        return False
    if _opens_sentence(bracket, surface.span) and " " not in inside and not leader(inside, knowledge):
        return False
    forenames = knowledge.vocabularies["forename"].words()
    if surface.name.casefold() in forenames and inside.split()[0].casefold() not in forenames:
        return False  # “Roger [du Gardier]”; but “Bernard [Étienne Lescure]” is two names
    if (
        other.described
        or " " in surface.name
        or " " in inside
        or surface.name.isupper()
        or reference(inside, knowledge)
    ):
        return len(inside.split()) < _SHORTEST or other.described or _eastern(inside, knowledge) or "." in inside
    # “Phoumi [Nosavan]” in a sentence: the surname, as likely as another name. Two surnames are two names.
    ends = tuple(knowledge.vocabularies["evidence"].words("endings", "surname"))
    surnames = gazetteer.fold(surface.name).endswith(ends) and (
        gazetteer.fold(inside).endswith(ends) or leader(inside, knowledge)
    )
    capitals = inside.isupper() and not surface.name.isupper() and not loud_within(bracket.text, bracket.segment)
    return bracket.segment.length <= _LINE or surnames or capitals


def _acceptable(surface: Surface, inside: str, knowledge: Knowledge, *, placed: bool) -> bool:
    """Tell whether authority files and gazetteer leave it open that both are names of one person."""
    both = surface.name, inside
    known = [knowledge.authorities.bearers(name) for name in both]
    if any(bearer[0].kind != "person" for bearers in known for bearer in bearers):
        return False
    if known[0] and known[1] and not _one(surface.name, inside, knowledge):
        return False
    if any(len(bearers) > 1 for bearers in known):
        return False
    outside, within = (gazetteer.shipped().get(name) for name in both)
    if surface.style == "quoted":
        return within is None
    open_to_both = surface.style == "loud" or leader(inside, knowledge)
    sure = within is None and (outside is None or (open_to_both and not outside.certain))
    return placed or sure or bool(known[0] and known[1])


def _one(surface: str, inside: str, knowledge: Knowledge) -> bool:
    """Tell whether the authority files have two names as those of one person: “SOKOL [cover name for Zakharov]”."""
    both = [reference(name, knowledge) for name in (surface, inside)]
    return bool(both[0]) and both[0] == both[1]


def _pair(bracket: Bracket, surface: Surface, other: Told, knowledge: Knowledge) -> list[Annotation]:
    """Claim both names and the note; the cover name is marked as one."""
    inside = other.span.of(bracket.text)
    back = other.led == "cover" or (other.quoted and surface.style != "quoted")
    if not back and not other.led and surface.style != "quoted":
        # What a cable is signed with is the cover name: “Besa [KAPO]”.
        signature = bracket.segment.length <= _LINE and not bracket.after.strip()
        back = turned(surface.name, inside, knowledge, capitals=not signature)
    names = [reference(name, knowledge) for name in (surface.name, inside)]
    basis, sure = Basis.GLOSS, Certainty.HIGH if _one(surface.name, inside, knowledge) else Certainty.MEDIUM
    cover: Attributes = (("type", "pseudo"),)
    shared = names[0] or names[1]
    left, right = surface.sides
    whole = Span(surface.span.start - left, surface.span.end + right)
    return [
        Annotation(whole, "person", "pseudonyms", basis, sure, (*(() if back else cover), *shared), left, right),
        bracket.claim("note", "pseudonyms", basis, sure, attributes=(("type", "identity"),)),
        Annotation(other.span, "person", "pseudonyms", basis, sure, (*(cover if back else ()), *shared)),
    ]


def _variant(bracket: Bracket, surface: Surface, knowledge: Knowledge) -> Claims:
    kind = _kind_of(bracket, surface.span, knowledge)
    if not kind:
        return None
    note = bracket.claim("note", "pseudonyms", Basis.GLOSS, Certainty.MEDIUM, attributes=(("type", "variant"),))
    return [Annotation(surface.span, kind, "names", Basis.GLOSS, Certainty.MEDIUM), note]


def _several(bracket: Bracket, surface: Surface, knowledge: Knowledge) -> Claims:
    """Read another spelling and the bearer in one bracket: “FYN SI [FENG XI; Stalin]”."""
    parts: list[Span] = []
    start = bracket.inner.start
    for piece in bracket.content.split(";"):
        parts.append(Span(start, start + len(piece)).trimmed(bracket.text))
        start += len(piece) + 1
    words = [part.of(bracket.text) for part in parts]
    spelt = [akin(surface.name, name) for name in words]
    named = all(personal(word, knowledge) and word[:1].isupper() for name in words for word in name.split())
    if bracket.round or not named or not any(spelt) or len(parts) - sum(spelt) > 1 or not all(words):
        return None
    cover: Attributes = () if all(spelt) else (("type", "pseudo"),)
    bearer: Attributes = () if all(spelt) else reference(words[spelt.index(False)], knowledge)
    basis, medium = Basis.GLOSS, Certainty.MEDIUM
    claims = [Annotation(surface.span, "person", "pseudonyms", basis, medium, (*cover, *bearer))]
    for index, part in enumerate(parts):
        first, last = index == 0, index == len(parts) - 1
        whole = Span(bracket.span.start if first else part.start, bracket.span.end if last else part.end)
        kind: Attributes = (("type", "variant" if spelt[index] else "identity"),)
        ends = (1 if first else 0, 1 if last and bracket.closed else 0)
        claims.append(Annotation(whole, "note", "pseudonyms", basis, medium, kind, *ends, "translator"))
        if not spelt[index]:
            claims.append(Annotation(part, "person", "pseudonyms", basis, medium, bearer))
    return claims


def _surface(bracket: Bracket, knowledge: Knowledge) -> Surface | None:
    """Return the name before a bracket."""
    if not bracket.capital_before:
        return None
    lead = bracket.before
    base = bracket.span.start - len(lead)
    quoted = _QUOTED.search(lead)
    if quoted:
        span = Span(base + quoted.start("name"), base + quoted.end("name"))
        bare = bare_name(bracket.text, span, knowledge)
        if bare is None:
            return None
        filled = bare.start == base + quoted.start() + 1  # “Comrade Ernst” has more than the name in it
        sides = (1, 1) if filled else (0, 0)
        return Surface(bare, bare.of(bracket.text), "quoted", sides) if lead[-2] != "," else None
    spaced = _SPACED.search(lead)
    if spaced:
        span = Span(base + spaced.start("name"), base + spaced.end("name") - 1)
        return Surface(span, span.of(bracket.text).replace(" ", ""), "spaced")
    shouted = None if loud_within(bracket.text, bracket.segment) else _SHOUTED.search(lead)
    before = Span(base + shouted.start("name"), base + shouted.end("name")) if shouted else bracket.names_before
    name = bare_name(bracket.text, before, knowledge) if before else None
    if shouted and before:
        words = before.of(bracket.text).split()
        surname = words[0].casefold() in knowledge.vocabularies["surname"].words()
        if (surname or len(words) > 1) and all(given(word.capitalize()) for word in words):
            name = before  # “MIN XING”, although “min” is short for minister
    return Surface(name, name.of(bracket.text), "loud" if shouted else "plain") if name else None


def _addressed(bracket: Bracket, surface: Surface, knowledge: Knowledge) -> bool:
    """Tell whether “Comrade” or “a certain” before a name shows that it is a person’s."""
    lead = bracket.text[max(bracket.segment.start, surface.span.start - 12) : surface.span.start].split()
    comrade = bool(lead) and knowledge.vocabularies["honorific"].full(lead[-1]) == "comrade"
    return comrade or lead[-1:] == ["certain"]


def _fuller(short: str, long: str) -> bool:
    """Tell whether one name is part of the other: “Johnson [U. Alexis Johnson]”."""
    one, other = (gazetteer.fold(name).split() for name in (short, long))
    return bool(set(one) & set(other))


def _eastern(name: str, knowledge: Knowledge) -> bool:
    words = name.split()
    surname = words[0].casefold() in knowledge.vocabularies["surname"].words() or gazetteer.fold(
        words[0]
    ) in knowledge.vocabularies["surname"].words("words", "vietnamese")
    return surname and all(given(gazetteer.fold(word).capitalize()) for word in words[1:])


def _kind_of(bracket: Bracket, surface: Span, knowledge: Knowledge) -> str:
    """Return what a name is by the words before it: a title makes a person, “at” a place."""
    if re.search(r"\b(?:in|at|near) $", bracket.text[max(bracket.segment.start, surface.start - 6) : surface.start]):
        return "place"
    lead = bracket.text[max(bracket.segment.start, surface.start - 40) : surface.start].split()
    first = surface.of(bracket.text).split()[0].casefold()
    eastern = " " in surface.of(bracket.text) and first in knowledge.vocabularies["surname"].words()
    tables = ("title", "role", "honorific")
    titled = bool(lead) and any(knowledge.vocabularies[table].full(lead[-1]) for table in tables)
    return "person" if titled or eastern else ""


def _opens_sentence(bracket: Bracket, surface: Span) -> bool:
    """Tell whether one capitalised word stands where any word has a capital: “Inventory [Inventar] is …”."""
    lead = bracket.text[bracket.segment.start : surface.start].rstrip(' “"«')
    runs_on = bracket.segment.end - bracket.span.end > 2
    word = surface.of(bracket.text)
    return runs_on and " " not in word and not word.isupper() and (not lead or lead[-1] in ".!?:")


def pairs(text: str, headlines: str) -> frozenset[tuple[str, str]]:
    """Return the names that stand before and in square brackets of a text, and in any brackets of its headline."""
    glosses = (*_AFTER.finditer(text), *_AFTER.finditer(headlines.replace("(", "[").replace(")", "]")))
    words = ((_BEFORE.search(gloss.string[max(0, gloss.start() - 40) : gloss.start()]), gloss[1]) for gloss in glosses)
    return frozenset((word.group().casefold(), gloss.casefold()) for word, gloss in words if word)


def in_pairs(bracket: Bracket, known: frozenset[tuple[str, str]]) -> bool:
    """Tell whether a pair that stands elsewhere in square brackets or in the headline stands here in round ones."""
    before = bracket.word_before
    return before is not None and (before.of(bracket.text).casefold(), bracket.content.casefold()) in known
