"""Say in an editor's words why XML is not well-formed; what is rare keeps the words of the parser."""

from __future__ import annotations

import re
from collections.abc import Callable

_WORDING: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], tuple[str, str]]], ...] = (
    (
        re.compile(r"Opening and ending tag mismatch: (\S+) line (\d+) and (\S+)"),
        lambda found: (
            f"<{found[1]}> opened in line {found[2]} is not closed before </{found[3]}>",
            f"write </{found[1]}> where it ends, or delete </{found[3]}> if nothing opened it",
        ),
    ),
    (
        re.compile(r"Premature end of data in tag (\S+) line (\d+)"),
        lambda found: (
            f"the file ends before <{found[1]}>, opened in line {found[2]}, is closed",
            "the end of the file is missing: take it from an earlier version, or close what is open",
        ),
    ),
    (
        re.compile(r"xmlParseEntityRef: no name|EntityRef: expecting ';'"),
        lambda found: ("an “&” stands alone", "write &amp; for &"),
    ),
    (
        re.compile(r"Entity '(\S+)' not defined"),
        lambda found: (f"XML does not know “&{found[1]};”", "write the character itself, or &amp; for &"),
    ),
    (
        re.compile(r"AttValue: \" or ' expected"),
        lambda found: ("the value of an attribute has no quotation marks", 'write it as name="value"'),
    ),
    (
        re.compile(r"AttValue: ' expected|Unescaped '<' not allowed in attributes values"),
        lambda found: (
            "a “<” stands in the value of an attribute, or its closing quotation mark is missing",
            'close the value with " where it ends; write &lt; for <',
        ),
    ),
    (
        re.compile(r"Specification mandates value for attribute (\S+)"),
        lambda found: (f"the attribute “{found[1]}” has no value", f'write {found[1]}="…" or take it away'),
    ),
    (
        re.compile(r"Attribute (\S+) redefined"),
        lambda found: (f"the attribute “{found[1]}” is given twice", "keep one of the two"),
    ),
    (
        re.compile(r"attributes construct error"),
        lambda found: ("two attributes have no blank between them, or a quotation mark is one too many", ""),
    ),
    (
        re.compile(r"StartTag: invalid element name"),
        lambda found: ("a “<” stands in the text, or a tag has no name", "write &lt; for <"),
    ),
    (
        re.compile(r"Extra content at the end of the document"),
        lambda found: ("something stands after the end of the outermost element", "delete it, or move it inside"),
    ),
    (
        re.compile(r"Start tag expected, '<' not found"),
        lambda found: ("the file does not begin with a tag, so it is no XML", "give a TEI file"),
    ),
    (
        re.compile(r"Document is empty|^no document"),
        lambda found: ("the file is empty, or begins with no text", "take it from an earlier version"),
    ),
    (
        re.compile(r"XML declaration allowed only at the start"),
        lambda found: ("something stands before “<?xml …?>”", "delete all that precedes it, blanks too"),
    ),
    (
        re.compile(r"[Dd]ouble hyphen within comment"),
        lambda found: ("a comment holds “--”", "write a dash or one hyphen"),
    ),
    (
        re.compile(r"Namespace prefix (\S+) (?:on|for) (\S+)"),
        lambda found: (f"the prefix “{found[1]}:” is not declared", f"write the name without “{found[1]}:”"),
    ),
)
"""What the parser says, and what to tell instead: finding and advice."""


def reworded(message: str) -> tuple[str, str]:
    """Return finding and advice; the parser's own words, and no advice, where they are of a rare kind."""
    for pattern, words in _WORDING:
        found = pattern.search(message)
        if found:
            return words(found)
    return message, ""
