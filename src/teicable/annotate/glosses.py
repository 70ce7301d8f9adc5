"""Brackets that explain or complete the words beside them.

“Filippov [Stalin]” names the person behind a cover name, “PAK HEON-YEONG [Pak Hon Yong]” is another spelling of one
name, “KPA [Korean People’s Army]” expands, “c[omrade]” completes, “[Foreign Minister] Pak” and “[and]” supply.
"""

from __future__ import annotations

import re

from teicable import chronology
from teicable.annotate import foreign
from teicable.annotate.bearers import bare_name, personal
from teicable.annotate.bracket import Bracket, Claims
from teicable.annotate.knowledge import Knowledge
from teicable.annotate.persons import given
from teicable.annotate.spellings import akin
from teicable.annotate.words import loud
from teicable.authorities import Entry, Form
from teicable.model.annotation import Annotation, Attributes, Basis, Certainty
from teicable.model.span import Span
from teicable.vocabularies import gazetteer

_NAMES = re.compile(r"(?:[^\W\d_a-z][\w’'.-]*)(?:[ \t]+(?:[^\W\d_a-z][\w’'.-]*|of|the|and|de|von)){0,5}")
_ONE_OR_TWO = re.compile(r"[^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){0,2}")
_BEFORE_YEAR = "of in since until till by from before after during year spring summer autumn fall winter early late mid"
_SMALL = {"of", "the", "and", "for", "to", "in", "on", "de", "la", "du"}
_SUPPLIED: Attributes = (("reason", "omitted-in-original"),)


def inside_word(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read letters supplied inside a word: a clipped word is expanded, a whole one completed (“crane[s]”)."""
    before, after = bracket.before[-1:], bracket.after[:1]
    if not (before.isalpha() or (before == "." and bracket.before[-2:-1].isalpha())) and not after.isalpha():
        return None
    if not bracket.content.replace("’", "").replace("'", "").strip("-").isalpha():
        return None
    word = bracket.word_before if before.isalpha() or before == "." else None
    stem = word.of(bracket.text).rstrip(".") if word else ""
    if word is None or (len(stem) > 4 and len(bracket.content) <= 3):
        return [_supplied(bracket)]
    tail = re.match(r"[^\W\d_]*", bracket.after)
    whole = Span(word.start, bracket.span.end + (tail.end() if tail else 0))
    return [
        Annotation(whole, "expansion", "brackets", Basis.GLOSS, resp=""),
        bracket.claim("letters", "brackets", Basis.GLOSS),
    ]


def identity(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read who is meant: cover name and person, in either order, or two spellings of one name.

    Only the authority files can say so. Several glosses in one bracket are parted by semicolons.
    """
    known = _known_before(bracket, knowledge)
    if known is None or not _NAMES.match(bracket.content.strip()):
        return None
    surface, (entry, form) = known
    parts = _parts(bracket)
    readings = [(part, knowledge.authorities.bearers(part.of(bracket.text), entry.kind)) for part in parts]
    same = [(part, b) for part, bearers in readings for b in bearers if b[0].key == entry.key]
    if not same:
        return _spelling(bracket, surface, entry)
    if len(same) < len(parts) and not all(akin(p.of(bracket.text), f.text) for p in parts for f in (form,)):
        return None
    covered = form.type == "pseudo" or any(b[1].type == "pseudo" for _, b in same)
    if bracket.round and not covered:
        return None
    kind = "identity" if covered else "variant"
    claims = [_name(surface, entry, form)]
    for index, part in enumerate(parts):
        left = bracket.span.start if index == 0 else part.start
        right = bracket.span.end if index == len(parts) - 1 else part.end
        attributes: Attributes = (("type", kind),)
        ends = (1 if index == 0 else 0, 1 if index == len(parts) - 1 and bracket.closed else 0)
        note = Annotation(
            Span(left, right), "note", "pseudonyms", Basis.GLOSS, Certainty.HIGH, attributes, *ends, "translator"
        )
        claims.append(note)
        reading = next((b for p, b in same if p == part), None)
        if reading is not None:
            claims.append(_name(part, *reading))
    return claims


def expansion(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read the full form of an abbreviation in capitals: the first letters must agree."""
    before = bracket.word_before
    short = before.of(bracket.text).replace(".", "") if before else ""
    if before is None or not (2 <= len(short) <= 8 and short.isupper() and short.isalpha()):
        return None
    words = [word for word in re.findall(r"[\w’'-]+", bracket.plain) if word.casefold() not in _SMALL]
    initials = "".join(word[0] for word in words).upper()
    parts = "".join(part[0] for word in words for part in word.split("-") if part).upper()
    spelt = short in (initials, parts)
    clipped = len(words) > 1 and len(short) > 3 and bracket.plain[:3].upper() == short[:3]  # MINREX
    spelt = spelt or (clipped and all(word[0].isupper() for word in words))
    described = len(words) > 2 and words[0][0].isupper() and bracket.plain[:1].isupper() and short == short.upper()
    if bracket.before[-1:] != " " or not (spelt or (described and not loud(bracket.before))):
        return None
    whole = Span(before.start, bracket.span.end)
    return [
        Annotation(whole, "choice", "brackets", Basis.GLOSS),
        Annotation(before, "abbreviation", "brackets", Basis.GLOSS),
        bracket.claim("full", "brackets", Basis.GLOSS),
    ]


def supplied_before_name(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read a role, forename or adjective before a name: “[Foreign Minister] Pak”, “[Liu] Shaoqi”, “[North] Korea”."""
    if not bracket.name_after or not _NAMES.fullmatch(bracket.plain):
        return None
    return [_supplied(bracket)]


def supplied_after_title(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read a name after a role: “Chairman [Mao Zedong]”."""
    if not _NAMES.fullmatch(bracket.plain):
        return None
    before = bracket.names_before
    if before is None:
        return None
    words = before.of(bracket.text).split()
    roles, honorifics, titles = (knowledge.vocabularies[table] for table in ("role", "honorific", "title"))
    for count in (1, 2, 3):
        last = " ".join(words[-count:])
        if count <= len(words) and (roles.full(last) or honorifics.full(last) or titles.full(last)):
            return [_supplied(bracket)]
    return None


def supplied_date(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read a year or month supplied after a day: “7 January [1950]”, “the afternoon of 22 [November]”."""
    content = bracket.content.strip()
    year = re.fullmatch(r"1[89]\d\d|20\d\d", content)
    before = bracket.word_before
    word = before.of(bracket.text) if before else ""
    months = knowledge.vocabularies["month"]
    after = bracket.after.split()
    following = after[0].strip(".,;") if after and bracket.after[:1] in " \n" else ""
    if months.full(content) and (word.rstrip("thsndr").isdigit() or following[:1].isdigit()):
        return [_supplied(bracket)]
    if re.fullmatch(r"[0-3]?\d(?:st|nd|rd|th)?", content) and months.full(following):
        return [_supplied(bracket)]  # “[30] July”
    dated = word.isdigit() and bracket.before.split()[-2:-1] and months.full(bracket.before.split()[-2])
    if year and (dated or months.full(word) or word.casefold() in _BEFORE_YEAR.split()):
        return [_supplied(bracket)]  # “7 January [1950]”, “April 16 [1950]”, “the first half of [1962]”
    whole = chronology.match(bracket.text, *bracket.inner.trimmed(bracket.text))
    if whole and whole.span == bracket.inner.trimmed(bracket.text) and bracket.before[-1:].isspace():
        return [_supplied(bracket)]  # “24.10 [24 October]”
    return None


def alternative(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read another form of a name: “Dihua [or Tihwa]”."""
    found = re.fullmatch(
        r"or (?:perhaps |possibly )?([^\W\d_a-z][\w’'-]+(?: [^\W\d_a-z][\w’'-]+){0,2})", bracket.content.strip()
    )
    if found is None or bracket.names_before is None:
        return None
    return [bracket.claim("note", "names", Basis.GLOSS, attributes=(("type", "alternative"),))]


def supplied_number(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read figures before a word they count, or inside a year: “[14] tons”, “19[50]”."""
    content = bracket.content.strip()
    if not re.fullmatch(r"\d{1,3}(?:,\d{3})*|\d{1,4}(?:[./-]\d{1,4})?", content):
        return None
    if bracket.before[-1:].isdigit() or bracket.after[:1].isdigit():
        return [_supplied(bracket)] if len(content) < 3 else None
    year = re.fullmatch(r"1[89]\d\d", content)
    counted = not year and re.match(r" [a-z]{2,}", bracket.after) and bracket.before[-1:].isspace()
    return (
        [bracket.claim("supplied", "brackets", Basis.GLOSS, Certainty.MEDIUM, attributes=_SUPPLIED)]
        if counted
        else None
    )


def supplied_name(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read a name after common words that it makes plain: “the chargé d’affaires there [Banerjee]”."""
    if bracket.round or not _ONE_OR_TWO.fullmatch(bracket.plain) or not bracket.plain[0].isupper():
        return None
    words = bracket.plain.split()
    lead = re.search(r"(?<![\w’'-])[a-z’']{3,} $", bracket.before)
    if lead is None or any(not personal(word, knowledge) for word in words):
        return None
    known = knowledge.authorities.bearers(bracket.plain) or gazetteer.shipped().get(bracket.plain)
    if not known and len(words) == 1 and given(words[0]):
        return None  # half of a Chinese or Korean name
    if not known and (knowledge.original or knowledge.likely) == "de":
        return None  # any German noun has a capital
    verdict = foreign.verdict((words[0].casefold(),), knowledge.vocabularies)
    if not known and len(words) == 1 and verdict and verdict.code == "de" and verdict.over_english > 0:
        return None
    if not known and (len(words) == 1 and foreign.english(words[0].casefold(), knowledge.vocabularies)):
        return None
    return [bracket.claim("supplied", "brackets", Basis.GLOSS, Certainty.MEDIUM, attributes=_SUPPLIED)]


def completion(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read a given name after a Chinese, Korean or Vietnamese surname: “Wang [Shijie]”."""
    before = bracket.word_before
    if bracket.round or before is None or not given(bracket.content.strip()):
        return None
    run = bracket.names_before
    name = bare_name(bracket.text, run, knowledge) if run else None
    if name is not None and name != before:
        return None  # “Heo Jeong [Ho Chong]”: the name is whole
    surname = before.of(bracket.text).casefold() in knowledge.vocabularies["surname"].words()
    return [_supplied(bracket)] if surname and bracket.before[-1:] == " " else None


def two_places(bracket: Bracket, knowledge: Knowledge) -> Claims:
    """Read another name of the place before the bracket, by the gazetteer: “Andong [Dandong]”."""
    before = bracket.names_before
    inside = bracket.head
    if before is None or bracket.round or not inside:
        return None
    for word in re.finditer(r"\S+", before.of(bracket.text)):
        name = Span(before.start + word.start(), before.end)
        if gazetteer.shipped().same(name.of(bracket.text), inside.of(bracket.text)):
            note = bracket.claim("note", "names", Basis.VOCABULARY, attributes=(("type", "variant"),))
            places = [Annotation(span, "place", "names", Basis.VOCABULARY) for span in (name, inside)]
            return [places[0], note, *([] if inside == name else places[1:])]
    return None


def _supplied(bracket: Bracket) -> Annotation:
    return bracket.claim("supplied", "brackets", Basis.GLOSS, attributes=_SUPPLIED)


def _known_before(bracket: Bracket, knowledge: Knowledge) -> tuple[Span, tuple[Entry, Form]] | None:
    """Return the longest name before the bracket that exactly one entry bears."""
    before = bracket.names_before
    if before is None:
        return None
    words = list(re.finditer(r"\S+", before.of(bracket.text)))
    for word in words:
        span = Span(before.start + word.start(), before.end)
        bearers = knowledge.authorities.bearers(span.of(bracket.text))
        if len(bearers) == 1:
            return span, bearers[0]
    return None


def _spelling(bracket: Bracket, surface: Span, entry: Entry) -> Claims:
    """Take a bracket for another spelling of the name before it if the two sound alike."""
    if bracket.round or ";" in bracket.content or not akin(surface.of(bracket.text), bracket.content):
        return None
    attributes: Attributes = (("type", "variant"),)
    return [bracket.claim("note", "names", Basis.MORPHOLOGY, Certainty.MEDIUM, attributes=attributes)]


def _parts(bracket: Bracket) -> list[Span]:
    """Divide the content at semicolons; the spans lie without the blanks round them."""
    found: list[Span] = []
    start = bracket.inner.start
    for piece in bracket.content.partition("[")[0].split(";"):
        found.append(Span(start, start + len(piece)).trimmed(bracket.text))
        start += len(piece) + 1
    return [span for span in found if span]


def _name(span: Span, entry: Entry, form: Form) -> Annotation:
    attributes: Attributes = (("ref", entry.key),)
    if form.type == "pseudo":
        attributes = (("type", "pseudo"), *attributes)
    return Annotation(span, entry.kind, "pseudonyms", Basis.GLOSS, attributes=attributes)
