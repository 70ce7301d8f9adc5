"""Templates of an edition that never apply, because nothing is ever done in the mode they name.

XSLT says nothing of a template in a mode that does not exist; whoever wrote ``mode="m:txt"`` for ``m:text`` sees only
that the page stays as it was.
"""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path

from lxml import etree

from teicable import resources
from teicable.diagnostics import Diagnostic, Location
from teicable.files import read
from teicable.xml.parse import parse
from teicable.xml.saxon import XSL, closure

_SPECIAL = {"#all", "#default", "#current", "#unnamed"}


def unheard(stylesheet: Path, override: Path) -> tuple[Diagnostic, ...]:
    """Return a diagnostic for each template below ``override`` whose mode neither it nor what it imports applies."""
    known: dict[str, str] = {}
    own: list[tuple[Path, etree._Element]] = []
    ours = resources.transforms().resolve()
    folder = override.resolve()
    for path in closure(stylesheet, [override]):
        tree = parse(read(path), str(path))
        if isinstance(tree, Diagnostic):
            continue
        mine = path.is_relative_to(folder) and not path.is_relative_to(ours)
        for element in tree.getroot().iter(f"{{{XSL}}}*"):
            template = element.tag == f"{{{XSL}}}template"
            if template and mine:
                own.append((path, element))
            else:
                known |= dict(_modes(element))
            known |= dict(_named(element, element.get("default-mode", "")))
    return tuple(
        _diagnostic(path, folder, element, word, sorted(set(known.values())))
        for path, element in own
        for name, word in _modes(element)
        if name not in known
    )


def _modes(element: etree._Element) -> Iterator[tuple[str, str]]:
    """Yield the modes that a template, ``xsl:apply-templates`` or ``xsl:mode`` names: expanded, and as written."""
    if element.tag in (f"{{{XSL}}}template", f"{{{XSL}}}apply-templates"):
        yield from _named(element, element.get("mode", ""))
    elif element.tag == f"{{{XSL}}}mode":
        yield from _named(element, element.get("name", ""))


def _named(element: etree._Element, names: str) -> Iterator[tuple[str, str]]:
    for word in names.split():
        prefix, colon, local = word.rpartition(":")
        if word not in _SPECIAL:
            if word.startswith("Q{"):
                yield word.removeprefix("Q"), word
            else:
                yield f"{{{element.nsmap.get(prefix) or ''}}}{local}" if colon else f"{{}}{word}", word


def _diagnostic(path: Path, folder: Path, element: etree._Element, word: str, known: list[str]) -> Diagnostic:
    line = element.sourceline
    pattern = element.get("match", element.get("name", ""))
    near = get_close_matches(word, known, n=1, cutoff=0.5)
    return Diagnostic(
        "T004",
        f"nothing is done in mode “{word}”, so the template for “{pattern}” never applies",
        Location(f"{folder.name}/{path.relative_to(folder).as_posix()}", line if isinstance(line, int) else 0),
        f"did you mean “{near[0]}”?" if near else "the modes are listed in transforms/README.md",
    )
