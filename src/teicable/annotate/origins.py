"""Which language a document was translated from, as its page suggests: “Language / Polish”, “Translated from Czech”.

The statement of the page decides, then “translated from”, then the archive that keeps the original. It only guides
the reading of quoted words; no fact is drawn from it.
"""

from __future__ import annotations

import re

from teicable.model.annotation import AnnotatedText, Zone
from teicable.vocabularies import Phrases

_STATED = re.compile(
    r"^Languages?[ \t]*:?[ \t]*\n?[ \t]*(\S[^\n]{1,30})$|[Tt]ranslated from (?:the )?([^\n]{1,30})", re.MULTILINE
)
_PAGE = (Zone.SOURCE, Zone.DONOR, Zone.FURNITURE)


def likely(text: AnnotatedText, table: Phrases) -> str:
    """Return the BCP 47 code of a language, or an empty string if the page suggests none or several."""
    for found in _STATED.finditer(text.text):
        named = table.match((found[1] or found[2]).strip())
        if named:
            return named[0]
    page = " ".join(text.words(part) for part in text.segments if part.zone in _PAGE)
    kept = table.find(page)
    return kept[0] if kept else ""
