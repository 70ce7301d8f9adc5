"""Point at what in a TEI file can hide a change of words, where no source is at hand to compare with.

The checksum says that something was changed, not where. But most changes leave a trace: “p4” is gone between “p3” and
“p5” (a paragraph was deleted), “p5” stands before “p4” (two were swapped), a note has nobody who answers for it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from lxml import etree

from teicable.diagnostics import Location
from teicable.tei.mixed import TEI, get, local, source_line
from teicable.validation import grammar

_ADDED = ("note", "corr", "reg", "supplied", "ex")
_BLOCKS = frozenset({"p", "ab", "item", "note", "floatingText"})
_NUMBERED = re.compile(r"([a-z]+)(\d+)([a-z]*)")
_MOST = 5

Suspect = tuple[Location, str]


def suspects(tree: etree._ElementTree, path: str) -> list[Suspect]:
    """Return places of a file that may be why its words are not those of its source, with what may be wrong there."""
    text = tree.getroot().find(f"{{{TEI}}}text")
    if text is None:
        return []
    found = [*_unanswered(text), *_alone(text), *_numbers(text), *_strange(text), *_lines(tree.getroot())]
    return [(Location(path, line), message) for line, message in found[:_MOST]]


def _unanswered(text: etree._Element) -> Iterator[tuple[int, str]]:
    """Yield words without an answer: those of an editor count as words of the source until somebody answers."""
    for element in text.iter(*(f"{{{TEI}}}{name}" for name in _ADDED)):
        marked = any(get(element, name) for name in ("resp", "rendition", "ana", "place"))
        if not marked:
            words = f"“{_quoted(element)}” in <{local(element)}> has no resp, so it is taken for words of the source"
            yield source_line(element), f'{words}: if it is yours, write resp="#…" with your id'


def _alone(text: etree._Element) -> Iterator[tuple[int, str]]:
    """Yield corrections that do not keep what the source has beside them."""
    for element in text.iter(f"{{{TEI}}}corr", f"{{{TEI}}}reg"):
        parent = element.getparent()
        kept = parent is not None and any(local(one) in ("sic", "orig") for one in parent.iterchildren(etree.Element))
        if not kept:
            words = f"“{_quoted(element)}” in <{local(element)}> stands alone: the word of the source is not beside it"
            yield source_line(element), f"{words}; write <choice><sic>…</sic><corr>…</corr></choice>"


def _numbers(text: etree._Element) -> Iterator[tuple[int, str]]:
    """Yield gaps and turns in the numbers of blocks: these are given once and kept."""
    last: dict[str, tuple[int, str]] = {}
    for element in text.iter(*(f"{{{TEI}}}{name}" for name in _BLOCKS)):
        given = _NUMBERED.fullmatch(get(element, "xml:id"))
        if given is None:
            if local(element) in ("p", "ab", "item") and not get(element, "xml:id"):
                yield source_line(element), f"<{local(element)}> has no xml:id: was it put in by hand?"
            continue
        name, number = given[1], int(given[2])
        before, label = last.get(name, (0, ""))
        if number < before:
            yield source_line(element), f"“{given[0]}” stands after “{label}”: was one of them moved?"
        elif number > before + 1:
            gone = f"“{name}{before + 1}”" + (f" to “{name}{number - 1}”" if number > before + 2 else "")
            yield (
                source_line(element),
                f"{gone} should stand before “{given[0]}”, and {_are(number - before)} not there",
            )
        last[name] = max((before, label), (number, given[0]))


def _strange(text: etree._Element) -> Iterator[tuple[int, str]]:
    """Yield elements that nobody knows: their words may be read in another way than they were meant."""
    known = grammar.vocabulary()
    for element in text.iter(etree.Element):
        if local(element) not in known:
            yield (
                source_line(element),
                f"<{local(element)}> is no element of these files; `teicable validate` tells more",
            )


def _lines(root: etree._Element) -> Iterator[tuple[int, str]]:
    """Yield lines of the page that stand in the header twice."""
    header = root.find(f"{{{TEI}}}teiHeader")
    numbered = [] if header is None else [one for one in header.iter(etree.Element) if get(one, "n")[:1].isdigit()]
    times = Counter(get(one, "n") for one in numbered)
    for element in numbered:
        if times.pop(get(element, "n"), 1) > 1:
            yield source_line(element), f"two elements of the header say that they hold line {get(element, 'n')}"


def _are(distance: int) -> str:
    return "is" if distance == 2 else "are"


def _quoted(element: etree._Element) -> str:
    words = " ".join("".join(map(str, element.itertext())).split())
    return words if len(words) <= 40 else words[:39] + "…"
