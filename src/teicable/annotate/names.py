"""Names that the authority files hold, in any case: “Mao Zedong”, “ZHOU ENLAI”, “MFA USSR”, “SovAmbassador”.

The longest name wins; a name must be a word of its own and begin with a capital. Other spellings of a name
(“Vyshinskii”, “Chou En-lai”) are found too, with less certainty. Cover names are found like any other
and marked as such. A name that several entries share is reported and never guessed; a name that stands against another
capitalised word may be part of a longer one (“Stalin Prize”, “North Korea”) and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, MatchKind

from teicable.annotate.knowledge import Knowledge
from teicable.authorities import Authorities, Entry, Form
from teicable.diagnostics import Diagnostic
from teicable.model.annotation import OUTSIDE, AnnotatedText, Annotation, Attributes, Basis, Certainty, Segment, Zone
from teicable.model.span import Span

SILENT = OUTSIDE | {
    *(Zone.RULE, Zone.LABEL, Zone.CLASSIFICATION, Zone.SHEET, Zone.NUMBER, Zone.DATELINE, Zone.DATE, Zone.TOTAL)
}
_INITIALS = re.compile(r"(?<![\w.])(?:[^\W\d_a-z][a-z]?\. ?){1,3}$")
_APOSTROPHES = dict(zip("’‘ʹ′\n\t", "''''  ", strict=True))


def annotate(text: AnnotatedText, knowledge: Knowledge) -> Iterator[Annotation | Diagnostic]:
    """Claim ``person``, ``place``, ``org`` with ``ref`` (and ``type=pseudo``), ``role`` on address lines."""
    for segment, names in found(text, knowledge).items():
        addressed = segment.zone is Zone.ADDRESS
        content = text.content(segment) if names or addressed else segment.span
        for known in names:
            if known.free:
                bearers = knowledge.authorities.bearers(known.name)
                whole = _with_initials(text.text, content, known.span, bearers)
                if whole is not None:
                    yield from _claims(text, whole, known.name, knowledge)
        if addressed:
            yield from _roles(text.text, content, knowledge)


class Known(NamedTuple):
    """Where a name of the authority files stands; ``free`` if it is no part of a longer name."""

    span: Span
    name: str
    free: bool


@lru_cache(maxsize=1)
def found(text: AnnotatedText, knowledge: Knowledge) -> dict[Segment, list[Known]]:
    """Return the names of the authority files in each segment that may have some; other rules leave them alone."""
    return {segment: list(_known(text, segment, knowledge)) for segment in text.besides(SILENT)}


def _known(text: AnnotatedText, segment: Segment, knowledge: Knowledge) -> Iterator[Known]:
    content, forms = text.content(segment), knowledge.authorities.sought
    part = content.of(_plain(text.text))
    for index, start, end in _automaton(knowledge.authorities).find_matches_as_indexes(part):
        span = Span(content.start + start, content.start + end)
        if _word(text.text, span):
            yield Known(span, forms[index], _free(text.text, content, span, segment, knowledge))


@lru_cache(maxsize=4)
def _automaton(known: Authorities) -> AhoCorasick:
    return AhoCorasick(list(known.sought), matchkind=MatchKind.LeftmostLongest)


@lru_cache(maxsize=1)
def _plain(text: str) -> str:
    """Return a text in small letters, with one kind of apostrophe and of blank, each character in its place."""
    for character, plain in _APOSTROPHES.items():
        text = text.replace(character, plain)
    return _small(text)


def _small(text: str) -> str:
    """Fold case without changing the number of characters, which some capitals would."""
    folded = text.casefold()
    if len(folded) == len(text):
        return folded
    return "".join(f if len(f) == 1 else c for c, f in ((c, c.casefold()) for c in text))


def _word(text: str, span: Span) -> bool:
    """Tell whether a stretch is a word that begins with a capital (or has no capitals in its script)."""
    before, after = text[span.start - 1 : span.start] if span.start else "", text[span.end : span.end + 1]
    joined = (before in "-–" and text[span.start - 2 : span.start - 1].isalnum()) if before else False
    joined = joined or bool(after and after in "-–" and text[span.end + 1 : span.end + 2].isalnum())
    glued = after[:1].isupper() and text[span.end + 1 : span.end + 2].islower() and text[span.end - 1].isupper()
    ends = not after.isalnum() or after.isdigit() or glued
    first = text[span.start]
    return not before.isalnum() and ends and not joined and not first.islower()


def _free(text: str, content: Span, span: Span, segment: Segment, knowledge: Knowledge) -> bool:
    """Tell whether no neighbour makes the name part of a longer one. Forms and lists have no such neighbours."""
    if segment.zone not in (Zone.PARAGRAPH, Zone.INSTRUCTION):
        return True
    before = text[content.start : span.start].rsplit(None, 1)[-1:] if text[span.start - 1 : span.start] == " " else []
    word = before[0] if before else ""
    opening = not text[content.start : span.start].strip('“"«[( ')
    if knowledge.vocabularies["compass"].full(word) and word[:1].isupper() and not opening:
        return False
    after = text[span.end : content.end].split(None, 1)[:1] if text[span.end : span.end + 1] == " " else []
    following = after[0] if after else ""
    capitals = span.of(text).isupper()
    return capitals or not (following[:1].isupper() and following[1:2].islower() and following.isalpha())


def _with_initials(text: str, content: Span, span: Span, bearers: tuple[tuple[Entry, Form], ...]) -> Span | None:
    """Return a name with the initials before it, or ``None`` if they are somebody else’s: “A. Orlov”, not Pavel."""
    found = _INITIALS.search(text, max(content.start, span.start - 12), span.start)
    if found is None or len(bearers) != 1 or bearers[0][0].kind != "person" or " " in span.of(text):
        return span
    first = found.group().strip()[0]
    forenames = [form.text for form in bearers[0][0].forms if form.type != "pseudo" and " " in form.text]
    if forenames and not any(name.startswith(first) for name in forenames):
        return None
    return Span(found.start(), span.end)


def _claims(text: AnnotatedText, span: Span, name: str, knowledge: Knowledge) -> Iterator[Annotation | Diagnostic]:
    """Claim a name for the one entry that bears it; report several bearers, and a cover name in dispute."""
    known = knowledge.authorities
    bearers, shown = known.bearers(name), span.of(text.text)
    if len(bearers) > 1:
        keys = ", ".join(entry.key for entry, _ in bearers)
        message = f"“{shown}” is a name of several entries: {keys}"
        yield Diagnostic("A001", message, text.source.location(*span), "decide who is meant and add @ref by hand")
        return
    entry, form = bearers[0]
    disputed = known.claims.get(entry.key, ())
    if len(disputed) > 1:
        who = " or ".join(f"{key} ({cert})" if cert else key for key, cert in disputed)
        message = f"who is behind “{shown}” is disputed: {who}"
        hint = f"it refers to {entry.key}; if this cable decides it, say so in a note"
        yield Diagnostic("A001", message, text.source.location(*span), hint)
    attributes: Attributes = (("ref", entry.key),)
    if form.type == "pseudo" or disputed:
        attributes = (("type", "pseudo"), *attributes)
    # Another spelling of a name is found by rule, not stated by the authority file.
    certainty = Certainty.HIGH if name in known.by_form else Certainty.MEDIUM
    yield Annotation(span, entry.kind, "names", Basis.AUTHORITY, certainty, attributes=attributes)


def _roles(text: str, content: Span, knowledge: Knowledge) -> Iterator[Annotation]:
    """Claim a role that stands for a person: “To Whom: SovAmbassador”."""
    found = knowledge.vocabularies["role"].find(content.of(text))
    if not found:
        return
    span = Span(content.start + found[1], content.start + found[2])
    if span.end == content.end or not text[span.end : content.end].strip(" .,:;)"):
        yield Annotation(span, "person", "names", Basis.VOCABULARY)
    yield Annotation(span, "role", "names", Basis.VOCABULARY)
