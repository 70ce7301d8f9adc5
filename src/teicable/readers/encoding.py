"""Names of encodings: how the bytes of a text are letters, as its editor says it."""

from __future__ import annotations

import codecs

EXAMPLES = "for instance utf-8, utf-16, windows-1251 or koi8-r"
_NO_TEXT = frozenset({"idna", "punycode", "raw_unicode_escape", "unicode_escape", "undefined", "utf_7", "mbcs", "oem"})


def known(name: str) -> bool:
    """Tell whether there is an encoding of that name in which texts are written."""
    try:
        # What Python calls by the same means but is no encoding of letters (rot13, zip) decodes to no text.
        found = codecs.lookup(name)
        return found.name.replace("-", "_") not in _NO_TEXT and isinstance(b"a".decode(name, "replace"), str)
    except (LookupError, ValueError):
        return False


def marked(beginning: bytes) -> bool:
    """Tell whether a text says by its first bytes that it is in UTF-16."""
    return beginning.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
