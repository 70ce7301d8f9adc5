"""The interface words of all languages as one tree, an edition's own before ours."""

from __future__ import annotations

from pathlib import Path

from lxml import etree

from teicable import resources
from teicable.diagnostics import Diagnostic
from teicable.errors import StylesheetError
from teicable.files import read
from teicable.xml.parse import parse

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
    """Return a word for every key of what `labels` made: in ``lang``, else in English, else the key.

    It is the parameter ``words`` of the stylesheets.
    """
    found: dict[str, str] = {}
    for language in (lang, "en"):
        for file in together:
            for label in file.iterchildren("label"):
                if label.get(_LANG, file.get(_LANG)) == language:
                    found.setdefault(label.get("key", ""), "".join(map(str, label.itertext())))
    return {label.get("key", ""): label.get("key", "") for label in together.iter("label")} | found


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
