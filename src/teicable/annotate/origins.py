"""Which language a document was translated from, as its page suggests: “Language / Polish”, “Translated from Czech”.

The statement of the page decides, then “translated from”, then the archive that keeps the original, then the country
that the sender serves (“Cable from the Bulgarian Legation in Rome”). It only guides the reading of quoted words; no
fact is drawn from it.
"""

from __future__ import annotations

import re

from teicable.model.annotation import AnnotatedText, Zone
from teicable.vocabularies import Phrases, Vocabularies

_STATED = re.compile(
    r"^Languages?[ \t]*:?[ \t]*\n?[ \t]*(\S[^\n]{1,30})$|[Tt]ranslated from (?:the )?([^\n]{1,30})", re.MULTILINE
)
_PAGE = (Zone.SOURCE, Zone.DONOR, Zone.FURNITURE)


_HEADED = (Zone.HEADLINE, Zone.OFFICE)
_OFFICES = "embassy|legation|ministry|ambassador|consulate|consul|foreign|mission|delegation|chargé"
_SERVING = re.compile(rf" (?:[\w’.-]+ ){{0,2}}?(?:{_OFFICES})\b", re.IGNORECASE)
_SERVED = re.compile(rf"\b(?:{_OFFICES}) of (?:the )?$", re.IGNORECASE)
_CAPITAL = re.compile(r"\b[^\W\d_a-z]")
_LONGEST = 400


def likely(text: AnnotatedText, vocabularies: Vocabularies) -> str:
    """Return the BCP 47 code of a language, or an empty string if the page suggests none or several."""
    table = vocabularies["origin"]
    stated = "anguage" in text.text or "ranslated from" in text.text
    for found in _STATED.finditer(text.text) if stated else ():
        named = table.match((found[1] or found[2]).strip())
        if named:
            return named[0]
    page = " ".join(text.words(part) for part in text.segments if part.zone in _PAGE)
    kept = table.find(page)
    return kept[0] if kept else _served(text, vocabularies["service"])


def _served(text: AnnotatedText, table: Phrases) -> str:
    """Return the language of the country whose office sends, by headline or letterhead; none where it is English."""
    for part in text.segments:
        if part.zone not in _HEADED:
            continue
        line = text.words(part)[:_LONGEST].replace("'", "’")
        sender = line.partition(" to ")[0] if part.zone is Zone.HEADLINE else line
        for found in _CAPITAL.finditer(sender):
            country = table.match(sender, found.start())
            after = sender[country[1] :] if country else ""
            serves = _SERVING.match(after) or _SERVED.search(sender, 0, found.start())
            if country and not after[:1].isalpha() and serves:
                return "" if country[0] == "en" else country[0]
    return ""
