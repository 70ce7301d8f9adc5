"""The interface words of all languages as one tree, an edition's own before ours."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from teicable import resources
from teicable.diagnostics import Diagnostic
from teicable.errors import StylesheetError
from teicable.files import read
from teicable.xml.parse import parse

ENGLISH = ("\ue0f0", "\ue0f1")
"""The signs that no text has between which a word is English because the language of the interface lacks it."""

_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def labels(override: Path | None = None) -> etree._Element:
    """Return ``<l10n>`` around every ``l10n/*.xml`` of the edition's transforms folder, then of ours.

    The first label of a key and language wins, so an edition replaces a word by repeating its key.

    Raises:
        StylesheetError: a file is not well-formed, or its root is not ``labels`` with ``@xml:lang``.
    """
    together = etree.Element("l10n")
    for folder in ([override] if override else []) + [resources.transforms()]:
        for path in sorted(folder.glob("l10n/*.xml")):
            together.append(_labels(path))
    return together


def words(together: etree._Element, lang: str) -> dict[str, str]:
    """Return a word for every key of what `labels` made: the parameter ``words`` of the stylesheets.

    It is a word of ``lang``, else an English one, else the key. English in the place of a word that ``lang`` lacks
    stands between ``ENGLISH``, unless the labels of that language are complete.
    """
    own, english = _of(together, lang), _of(together, "en")
    first, last = ("", "") if _most(together, lang) >= _most(together, "en") else ENGLISH
    marked = {key: f"{first}{word}{last}" for key, word in english.items()}
    return {key: key for key in _of(together, None)} | marked | own


def _of(together: etree._Element, lang: str | None) -> dict[str, str]:
    """Return the words of a language by key, or of any where none is named; the first of a key wins."""
    found: dict[str, str] = {}
    for file in together:
        if lang is None or file.get(_LANG) == lang:
            for label in file.iterchildren("label"):
                found.setdefault(label.get("key", ""), "".join(map(str, label.itertext())))
    return found


def _most(together: etree._Element, lang: str) -> int:
    """Return how many labels the fullest file of a language has."""
    return max((len(file.findall("label")) for file in together if file.get(_LANG) == lang), default=0)


def languages(override: Path | None = None) -> tuple[str, ...]:
    """Return the languages for which there are labels, sorted."""
    return tuple(sorted({str(element.get(_LANG)) for element in labels(override)}))


def _labels(path: Path) -> etree._Element:
    tree = parse(read(path), str(path))
    if isinstance(tree, Diagnostic):
        raise StylesheetError(f"{tree.location}: {tree.message}", tree.hint)
    root = tree.getroot()
    if root.tag != "labels" or not root.get(_LANG):
        raise StylesheetError(f"{path} does not begin with <labels xml:lang=…>", "copy l10n/en.xml and translate it")
    return root
