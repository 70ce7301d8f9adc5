"""Read what a page says of its source: shelfmarks, provenance told in prose, credits, the address of the page.

“APRF, fond 45, opis 1, delo 334, listy 55”, “AVP RF, f. 059a, op. 5a, d. 3, p. 11, l. 107” and “APRF: F. 39, Op. 1”
are one way of writing, that of Russian archives; other archives have their own, of which the name is recognised and the
rest is kept in its words. Nothing is read into words that name no archive: they are provenance in prose.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from teicable import credits
from teicable.model.annotation import Basis, Certainty
from teicable.model.record import Shelfmark
from teicable.vocabularies import Vocabularies

_JOINT = re.compile(r"(;\s*(?:and\s+)?|,?\s+and\s+)")
_ADDRESS = re.compile(r"https?://[^\s<>]+[^\s<>.,;]")
_BROKEN = re.compile(r"(?<=[/_=-])\n[ \t]*(?=[^\s<>]+\s*$)")
"""The line end in an address that is broken there, at the end of a citation."""
_VALUE = re.compile(r"\.?\s*((?:[^\W\d_]-)?\d[\w/]*(?:\s?[-–—]\s?\d\w*)?)")
_FURTHER = re.compile(r",\s*(\d\w*(?:[-–—]\d\w*)?)(?=[\s.,;]|$)")
_BETWEEN = re.compile(r"[\s,.:]*")
_BRACKET = re.compile(r"\s*\([^()]{1,40}\)")
_SIGLUM = re.compile(r"[^\W\d_a-z][^\W\d_]{0,3}[^\W\d_a-z][^\W\d_]{0,6}(?: [^\W\d_a-z]{2,3})?(?=[\s,:])")
"""Initials, as archives are cited by: “RGAE”, “TsDAHO”, “RGASPI”."""
_COMMA = re.compile(r",?\s*")
_FIGURE = re.compile(r"\d")
_YEAR = re.compile(r"\s\d")
_SENTENCE = re.compile(r"[.;](?:\s+|$)")
_SMALL = frozenset({"of", "the", "for", "and", "in", "on"})
_EDGE = " \t\n,.;:"
_LONGEST = 4000
_LONGEST_LINE = 600
_LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class Statement:
    """What the words say; ``provenance`` is prose, ``language`` the code of the language translated from."""

    shelfmarks: tuple[Shelfmark, ...] = ()
    provenance: str = ""
    translators: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    language: str = ""
    address: str = ""


@lru_cache(maxsize=64)
def read(words: str, vocabularies: Vocabularies) -> Statement:
    """Read a statement of source, or a citation that ends with one; white space does not count."""
    words = words[:_LONGEST]
    if _ADDRESS.search(words) and "://" in words.rsplit("\n", 1)[0].rsplit(None, 1)[-1]:
        words = _BROKEN.sub("", words)
    words = " ".join(words.split())
    address = _ADDRESS.search(words)
    series = vocabularies["series"].find(words)
    words = _unlabelled(words[series[2] :] if series is not None else words, vocabularies)
    words = _ADDRESS.sub("", words).strip(" ,;")
    found = credits.read(words, vocabularies)
    publication = vocabularies["publication"].find(words)
    ends = [credit.start for credit in found] + ([publication[1]] if publication else [])
    body = words[: min(ends, default=len(words))].strip(_EDGE).rstrip(_EDGE + "([")
    after = "" if publication is not None or not found else _after(words, found[-1].end)
    if not body:
        body, after = after, ""
    shelfmarks, prose = _clauses(body, vocabularies)
    return Statement(
        tuple(shelfmarks),
        ". ".join(part for part in (prose, after) if part),
        _of("translator", found),
        _of("contributor", found),
        next((credit.language for credit in found if credit.language), ""),
        address.group() if address else "",
    )


def is_statement(words: str, vocabularies: Vocabularies) -> bool:
    """Tell whether words are a shelfmark or credits or both, and nothing else.

    A shelfmark without fond and opis has a figure (“PRC FMA 109-02274-03”); where no archive's name opens the words,
    credits must end them (“Maço 600, Ministry of External Relations Archives. Translated by Ann Tarn.”).
    """
    if len(words) > _LONGEST_LINE:
        return False
    words = _unlabelled(words, vocabularies)
    credited = bool(credits.read(words, vocabularies))
    if credited and credits.alone(words, vocabularies):
        return True
    if not credited and not _FIGURE.search(words):
        return False
    archive = _archive(words, vocabularies)
    if (archive is None or archive[1]) and not credited:
        return False
    found = read(words, vocabularies)
    if found.provenance or not found.shelfmarks:
        return False
    ended = bool(found.translators or found.contributors)
    return all(_located(mark, vocabularies, ended=ended) for mark in found.shelfmarks)


def _unlabelled(words: str, vocabularies: Vocabularies) -> str:
    """Return a statement without the label that may open it: “Source: APRF, f. 45”."""
    label = vocabularies["source"].match(words)
    return words[label[1] :].lstrip() if label else words


def _located(mark: Shelfmark, vocabularies: Vocabularies, *, ended: bool) -> bool:
    """Tell whether a shelfmark says where in its archive a paper lies; ``ended`` where credits follow it."""
    if len(mark.parts) > 1:
        return bool(mark.repository) and (ended or not mark.rest)
    figures = _FIGURE.search(mark.rest) is not None
    return bool(mark.repository) and figures and (ended or not _prose(mark.rest, vocabularies))


def _after(words: str, position: int) -> str:
    """Return the sentences that follow a credit; the rest of its own (“for the project”) is left out."""
    if not words[:position].endswith("."):
        boundary = _SENTENCE.search(words, position)
        position = boundary.end() if boundary else len(words)
    return words[position:].strip(_EDGE)


def _of(role: str, found: tuple[credits.Credit, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for credit in found if role in credit.roles for name in credit.names))


def _clauses(words: str, vocabularies: Vocabularies) -> tuple[list[Shelfmark], str]:
    """Divide joined shelfmarks and read each; return them and what is prose."""
    file = vocabularies["file"].whole(words)
    if file is not None:
        return [Shelfmark("", (), file[1]["number"], basis=Basis.VOCABULARY)], ""
    pieces = _JOINT.split(words)
    clauses = [pieces[0]]
    known = _archive(clauses[0], vocabularies) is not None
    for joint, piece in zip(pieces[1::2], pieces[2::2], strict=True):
        unit = vocabularies["unit"].match(piece)
        fond = unit is not None and unit[0] == "fond" and _VALUE.match(piece, unit[1]) is not None
        archive = _archive(piece, vocabularies)
        apart = joint.startswith(";")
        opens = fond or (archive is not None and (apart or archive[1] == 0))
        if opens or (apart and known and _prose(piece, vocabularies)):
            clauses.append(piece)
            known = opens
        else:
            clauses[-1] += joint + piece
    marks: list[Shelfmark] = []
    prose: list[str] = []
    for clause in clauses:
        mark, left = _shelfmark(clause, marks[-1].repository if marks else "", vocabularies)
        marks += [mark] if mark else []
        prose += [left] if left else []
    return marks, "; ".join(prose)


def _shelfmark(words: str, before: str, vocabularies: Vocabularies) -> tuple[Shelfmark | None, str]:
    """Read one shelfmark; one that begins with its fond is of the archive before it. Return it, and what is prose."""
    found = _archive(words, vocabularies)
    if found is None:
        folder = vocabularies["archive"].full(before) == "papka"
        parts, end = _parts(words, 0, vocabularies, folder=folder) if before else ((), 0)
        if parts:
            return _of_fond(before, parts, words[end:].strip(_EDGE), vocabularies)
        return _unlisted(words, vocabularies)
    way, start, stop = found
    repository = words[start:stop]
    if way == "own":
        before, after = words[:start].strip(_EDGE), words[stop:].strip(_EDGE)
        joint = " " if before.endswith((",”", ',"')) else ", "
        rest = joint.join(part for part in (before, after) if part)
        return Shelfmark(repository, (), rest, basis=Basis.VOCABULARY), ""
    parts, end = _parts(words, stop, vocabularies, folder=way == "papka")
    return _of_fond(repository, parts, words[end:].strip(_EDGE), vocabularies)


def _of_fond(
    repository: str, parts: tuple[tuple[str, str], ...], rest: str, vocabularies: Vocabularies
) -> tuple[Shelfmark, str]:
    """Return a shelfmark with what follows its parts: prose is not of it, anything else makes it doubtful."""
    if _prose(rest, vocabularies):
        return Shelfmark(repository, parts, basis=Basis.VOCABULARY), rest
    certainty = Certainty.MEDIUM if rest else Certainty.HIGH
    return Shelfmark(repository, parts, rest, basis=Basis.VOCABULARY, certainty=certainty), ""


def _archive(words: str, vocabularies: Vocabularies) -> tuple[str, int, int] | None:
    """Find the archive that words name, with seat and abbreviation in brackets; prose that mentions one names none."""
    found = vocabularies["archive"].find(words) or _siglum(words, vocabularies)
    if found is None:
        return None
    way, start, end = found
    name = words[start:end]
    capitals = sum(letter.isupper() for letter in name)
    if capitals < (3 if " " not in name else 2):
        return None
    if start and way != "own":
        # “Presidential Archive (APRF), f. 45”: the name in full, and its abbreviation.
        bracketed = words[start - 1] == "(" and words[end : end + 1] == ")" and _is_name(words[: start - 1])
        return (way, 0, end + 1) if bracketed else None
    if _prose(words[:start], vocabularies, most=1):
        return None
    end = _past(_BRACKET, words, end)
    return way, start, _past_seat(words, end, vocabularies)


def _past_seat(words: str, end: int, vocabularies: Vocabularies) -> int:
    """Return where the name of an archive ends, with its town: “Central State Archives, Tirana (AQSH)”."""
    seat = vocabularies["seat"].match(words, _past(_COMMA, words, end))
    if seat is None or words[seat[1] : seat[1] + 1].isalnum() or _YEAR.match(words, seat[1]):
        return end
    return _past(_BRACKET, words, seat[1])


def _siglum(words: str, vocabularies: Vocabularies) -> tuple[str, int, int] | None:
    """Read initials that open the words and have a fond after them: “RGAE F. 365. Op. 2”."""
    initials = _SIGLUM.match(words)
    unit = vocabularies["unit"].match(words, _past(_BETWEEN, words, initials.end())) if initials else None
    if initials is None or unit is None or unit[0] != "fond" or _VALUE.match(words, unit[1]) is None:
        return None
    return "fond", 0, initials.end()


def _past(pattern: re.Pattern[str], words: str, position: int) -> int:
    found = pattern.match(words, position)
    return found.end() if found else position


def _parts(
    words: str, position: int, vocabularies: Vocabularies, *, folder: bool
) -> tuple[tuple[tuple[str, str], ...], int]:
    """Read fond, opis, delo, papka, list from a position on, each once; ``folder`` says that “p.” is a papka."""
    parts: dict[str, str] = {}
    while True:
        start = _past(_BETWEEN, words, position)
        unit = vocabularies["unit"].match(words, start)
        value = _VALUE.match(words, unit[1]) if unit else None
        if unit is None or value is None or words[unit[1] : unit[1] + 1].isalpha():
            break
        kind = unit[0]
        if kind == "folder":
            kind = "papka" if folder and "fond" in parts else ""
        if not kind or kind in parts or (not parts and kind != "fond"):
            break
        parts[kind], position = value[1], value.end()
        while kind == "list" and (further := _FURTHER.match(words, position)):
            parts[kind] += f", {further[1]}"
            position = further.end()
    return tuple(parts.items()), position


def _unlisted(words: str, vocabularies: Vocabularies) -> tuple[Shelfmark | None, str]:
    """Read an archive that the vocabulary does not list by a noun such as “Archive” in a name; else all is prose."""
    pieces = [piece.strip(_EDGE) for piece in words.split(",")]
    for index, piece in enumerate(pieces):
        noun = vocabularies["holder"].find(piece)
        if noun and noun[0] == "noun" and piece[noun[1]].isupper() and " " in piece and _is_name(piece):
            others = [part for part in (*pieces[:index], *pieces[index + 1 :]) if part]
            if _prose(" ".join(part for part in others if not _is_name(part)), vocabularies, most=1):
                continue
            seated = ", ".join(pieces[index:])
            name = seated[: _past_seat(seated, len(piece), vocabularies)]
            rest = ", ".join(part for part in (*pieces[:index], seated[len(name) :].strip(_EDGE)) if part)
            return Shelfmark(name, (), rest, basis=Basis.MORPHOLOGY, certainty=Certainty.MEDIUM), ""
    return None, words


def _is_name(words: str) -> bool:
    """Tell whether words are written as a name is: with capitals, small function words between them."""
    named = all(word[:1].isupper() or word.startswith("(") or word in _SMALL for word in words.split())
    return named and words[:1].isupper() and len(words) <= _LONGEST_NAME


def _prose(words: str, vocabularies: Vocabularies, *, most: int = 0) -> bool:
    """Tell whether words have more function words of English than a shelfmark has."""
    function = vocabularies["english"].words("words", "function")
    return sum(word.strip(_EDGE) in function for word in words.split()) > most
