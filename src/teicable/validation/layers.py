"""Run the layers of validation over one TEI file, and stop where a layer makes later ones meaningless.

Nothing can be said of a file that is not well-formed. A file that breaks the grammar still has references worth
following and words worth comparing: a slip of the markup must not hide a change of words, nor pass for one. Each thing
is said once, by the layer that says it best: two equal ids by the references (``X101``, not ``G107``), words for which
nobody answers by the rules (``V027``, not ``F001``).
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass

from lxml import etree

from teicable.authorities import TEI, Authorities
from teicable.diagnostics import Diagnostic, Location, Severity, in_order
from teicable.model.declaration import Editor
from teicable.validation import references
from teicable.xml.parse import parse

LAYERS = ("well-formed", "grammar", "rules", "references", "fidelity")
"""All layers in the order in which they run."""
SCHEMAS = {"rng": LAYERS, "xsd": ("well-formed", "xsd", *LAYERS[2:])}
"""The same with one schema or the other as grammar."""
THOROUGH = (*LAYERS, "xsd")
"""With both: the XML Schema after the grammar, where that finds nothing."""
UNREADABLE = frozenset({"G001", "G002", "X108"})
"""Codes of a file of which nothing else can be said or made."""


@dataclass(frozen=True)
class Surroundings:
    """What a TEI file may refer to outside itself.

    Attributes:
        authorities: of the edition; ``None`` for a file that stands in no edition.
        neighbours: names of the files in its folder; ``None`` where they are not known.
        transcript: from the file name in the header to the bytes of the transcript, to prove that no word was lost or
            changed; ``None`` where it is not at hand.
        editors: whom the edition names as its editors.
    """

    authorities: Authorities | None = None
    neighbours: Collection[str] | None = None
    transcript: Callable[[str], bytes | None] = lambda name: None
    editors: tuple[Editor, ...] = ()


def validate(
    data: bytes, path: str, surroundings: Surroundings | None = None, layers: Collection[str] = LAYERS
) -> list[Diagnostic]:
    """Return what is wrong with the TEI file ``data``, called ``path`` in what is reported, in document order."""
    around = surroundings or Surroundings()
    tree = parse(data, path)
    if isinstance(tree, Diagnostic):
        return [tree]
    root = tree.getroot()
    if etree.QName(root).namespace != TEI:
        return [_foreign(root, path)]
    found: list[Diagnostic] = []
    if "grammar" in layers:
        from teicable.validation import grammar

        found += grammar.check(tree, path)
    if "xsd" in layers and not found:
        from teicable.validation import xsd

        found += xsd.check(tree, path)
    sound = not any(diagnostic.severity is Severity.ERROR for diagnostic in found)
    answered = True
    if "rules" in layers:
        from teicable.validation import rules

        found += rules.check(tree, path)
        answered = not any(diagnostic.code == rules.UNANSWERED for diagnostic in found)
    if "references" in layers:
        found += references.check(tree, path, around.authorities, around.neighbours, around.editors)
        found = [diagnostic for diagnostic in found if diagnostic.code != "G107"]
    if "fidelity" in layers and (name := transcript(root)):
        from teicable.validation import fidelity

        found += fidelity.check(tree, path, around.transcript(name), sound=sound, answered=answered)
    return in_order(found)


def transcript(root: etree._Element) -> str:
    """Return the file name of the transcript that a document was made from, or an empty string."""
    return identifier(root, "filename")


def checksum(root: etree._Element) -> str:
    """Return the SHA-256 of the bytes of the transcript that a document was made from, or an empty string."""
    return identifier(root, "sha256")


def identifier(root: etree._Element, kind: str) -> str:
    """Return what the header states of the transcript: filename, sha256 or sha256-canonical; else an empty string."""
    bibl = f"{{{TEI}}}teiHeader/{{{TEI}}}fileDesc/{{{TEI}}}sourceDesc/{{{TEI}}}bibl[@type='transcript']"
    return " ".join(root.findtext(f"{bibl}/{{{TEI}}}idno[@type='{kind}']", "").split())


def _foreign(root: etree._Element, path: str) -> Diagnostic:
    return Diagnostic(
        "X108",
        f"the outermost element is “{etree.QName(root).localname}”, not of TEI; nothing else was checked",
        Location(path, 1),
        f'a TEI file begins with <TEI xmlns="{TEI}">',
    )
