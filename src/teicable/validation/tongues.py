"""Say which language a code means that a file uses and does not declare: `rus`, `ru-latn`, `Russian`."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from lxml import etree

from teicable.authorities import TEI, XML_LANG
from teicable.validation import spelling

_ATTRIBUTES = (XML_LANG, "mainLang", "otherLangs")
_LATIN = 0x250
"""Letters below this are Latin ones."""


@dataclass(frozen=True, slots=True)
class Undeclared:
    """One code that is not declared.

    Attributes:
        attribute: that it stands in.
        code: as written.
        meant: the code to write; empty where nobody knows.
        name: of the language, in English.
        declared: whether the code that is meant is declared.
        astray: the declaration that is meant to be of this language and has the code wrong.
    """

    attribute: str
    code: str
    meant: str = ""
    name: str = ""
    declared: bool = False
    astray: etree._Element | None = None

    @property
    def declaration(self) -> str:
        """The declaration to write."""
        return f'<language ident="{self.meant}">{escape(self.name, quote=False)}</language>'

    @property
    def hint(self) -> str:
        """What to do; an empty string where nobody knows the code."""
        if not self.meant:
            return ""
        if self.astray is not None:
            return f"langUsage declares it as “{self.astray.get('ident')}”: write “{self.meant}” there"
        if self.declared:
            return f"did you mean “{self.meant}”, which is declared?"
        add = f"add {self.declaration} to langUsage"
        return add if self.meant == self.code else f"write “{self.meant}”, and {add}"


def undeclared(tree: etree._ElementTree, element: etree._Element) -> Undeclared | None:
    """Return the first code of an element that the header does not declare."""
    usage = [one for one in tree.iter(f"{{{TEI}}}language") if one.get("ident")]
    idents = [one.get("ident", "") for one in usage]
    for attribute in _ATTRIBUTES:
        for code in (element.get(attribute) or "").split():
            if code not in ("und", *idents):
                return _meant(element, attribute, code, usage, idents)
    return None


def _meant(
    element: etree._Element, attribute: str, code: str, usage: Sequence[etree._Element], idents: Sequence[str]
) -> Undeclared:
    folded, _, script = code.replace("_", "-").casefold().partition("-")
    row = spelling.elsewhere("language", folded)
    right, name = str(row.get("code", "")), str(row.get("name", ""))
    same = next((one for one in idents if one.casefold() == code.casefold()), "")
    romanised = f"{right}-Latn"
    if same:
        return Undeclared(attribute, code, same, name, True)
    if not right:
        return Undeclared(attribute, code)
    if script:
        known = script.startswith("lat") and romanised in idents
        return Undeclared(attribute, code, romanised if known else "", name, known)
    if folded != right and attribute == XML_LANG and romanised in idents and _latin(element):
        return Undeclared(attribute, code, romanised, name, True)
    astray = next((one for one in usage if _is(one, right)), None)
    return Undeclared(attribute, code, right, name, right in idents, None if right in idents else astray)


def _is(declaration: etree._Element, right: str) -> bool:
    """Tell whether a declaration names a language by another code than the one that it has."""
    ident = declaration.get("ident", "").casefold()
    return ident != right and spelling.elsewhere("language", ident).get("code") == right


def _latin(element: etree._Element) -> bool:
    letters = [letter for letter in "".join(map(str, element.itertext())) if letter.isalpha()]
    return bool(letters) and all(ord(letter) < _LATIN for letter in letters)
