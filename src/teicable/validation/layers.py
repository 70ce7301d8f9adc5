"""Run the layers of validation over one TEI file, and stop where a layer makes later ones meaningless.

Nothing can be said of a file that is not well-formed. A file that breaks the grammar still has references worth
following and words worth comparing: a slip of the markup must not hide a change of words, nor pass for one. Each thing
is said once, by the layer that says it best: two equal ids by the references (``X101``, not ``G107``), words for which
nobody answers by the rules (``V027``, not ``F001``).
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from lxml import etree

from teicable.authorities import TEI, Authorities
from teicable.diagnostics import Diagnostic, Edit, Fix, Location, Severity, in_order
from teicable.model.declaration import Editor
from teicable.validation import references
from teicable.xml.parse import parse
from teicable.xml.places import Places, decoded, encoded
from teicable.xml.slips import slips

LAYERS = ("well-formed", "grammar", "rules", "references", "fidelity")
"""All layers in the order in which they run."""
OWN = ("well-formed", "references")
"""Those for words of the editors themselves: an introduction is no cable, and follows no form of one."""
SCHEMAS = {"rng": LAYERS, "xsd": ("well-formed", "xsd", *LAYERS[2:])}
"""The same with one schema or the other as grammar."""
THOROUGH = (*LAYERS, "xsd")
"""With both: the XML Schema after the grammar, where that finds nothing."""
UNREADABLE = frozenset({"G001", "G002", "G003", "X108"})
"""Codes of a file of which nothing else can be said or made."""

UNFOLLOWED = "X106"
"""Code of what could not be looked at, because the file stands in no edition."""
CAUSES = ("G104", "G105", "X1")
"""Codes of which findings of rules at the same element are mostly a consequence, and not told."""


@dataclass(frozen=True)
class Surroundings:
    """What a TEI file may refer to outside itself.

    Attributes:
        authorities: of the edition; ``None`` where there are none, as for a file that stands in no edition.
        neighbours: names of the documents of the edition, from where the file stands; ``None`` where not known.
        transcript: from the file name in the header to the bytes of the transcript, to prove that no word was lost or
            changed; ``None`` where it is not at hand.
        editors: whom the edition names as its editors.
        edition: what the editor calls the folder of the edition; empty for a file that stands in none.
        prefixes: those of references that hold though the file does not declare them.
    """

    authorities: Authorities | None = None
    neighbours: Collection[str] | None = None
    transcript: Callable[[str], bytes | None] = lambda name: None
    editors: tuple[Editor, ...] = ()
    edition: str = ""
    prefixes: Collection[str] = ()


def validate(
    data: bytes, path: str, surroundings: Surroundings | None = None, layers: Collection[str] = LAYERS
) -> list[Diagnostic]:
    """Return what is wrong with the TEI file ``data``, called ``path`` in what is reported, in document order."""
    around = surroundings or Surroundings()
    tree = parse(data, path)
    if isinstance(tree, Diagnostic):
        told = (slips(data, path) if tree.code == "G001" else []) or [tree]
        return [_certain(one, data) for one in told]
    original, root = tree, tree.getroot()
    if etree.QName(root).namespace != TEI:
        return [_foreign(root, Places(tree, path, data))]
    found: list[Diagnostic] = []
    places = Places(tree, path, data)
    if "grammar" in layers:
        from teicable.validation import grammar

        found += grammar.check(tree, path, places)
    if "xsd" in layers and not found:
        from teicable.validation import xsd

        found += xsd.check(tree, path, quick="grammar" in layers)
    sound = not any(diagnostic.severity is Severity.ERROR for diagnostic in found)
    if not sound:
        # What follows from a misspelt name or value is no finding of its own: the file is read as it was meant.
        from teicable.validation import readings

        tree = readings.spelt(root)[0].getroottree()
        places = Places(tree, path, data, altered=True)
    answered = True
    if "rules" in layers:
        from teicable.validation import rules

        found += rules.check(tree, path, places)
        answered = not any(diagnostic.code == rules.UNANSWERED for diagnostic in found)
    if "references" in layers:
        known = (around.authorities, around.neighbours, around.editors)
        found += references.check(tree, path, *known, places, around.edition, around.prefixes)
        found = _causes(found)
    if "fidelity" in layers and (name := transcript(root)):
        from teicable.validation import fidelity

        given = around.transcript(name)
        if given is None and around.authorities is None and not around.edition:
            found = _alone(found, path)
        doubtful = any(diagnostic.severity is not Severity.NOTE for diagnostic in found)
        found += fidelity.check(original, path, given, sound, answered, doubtful, Places(original, path, data))
    return in_order(found)


def _certain(diagnostic: Diagnostic, data: bytes) -> Diagnostic:
    """Call a guess at the encoding of some bytes safe, if the words are then those of the checksum in the header."""
    fix = diagnostic.fix
    if fix is None or fix.safe or [edit[:2] for edit in fix.edits] != [(0, len(decoded(data)))]:
        return diagnostic
    from teicable.validation import fidelity

    sure = fidelity.proven(parse(encoded(fix.edits[0].text, data)))
    return replace(diagnostic, fix=replace(fix, safe=sure))


def _alone(found: list[Diagnostic], path: str) -> list[Diagnostic]:
    """Say in one note what could not be looked at of a file that stands in no edition."""
    message = "its words were compared with the checksum in its header, not with the transcript"
    other = next((one for one in found if one.code == UNFOLLOWED), None)
    if other is None:
        hint = "put the file into the folder tei of an edition, beside its folder source"
        return [*found, Diagnostic(UNFOLLOWED, f"the file is in no edition: {message}", Location(path), hint)]
    return [replace(one, message=f"{one.message}; {message}") if one is other else one for one in found]


def _causes(found: Collection[Diagnostic]) -> list[Diagnostic]:
    """Leave out what follows from another finding, or repeats it: one message for each cause."""
    from teicable.validation.rules import UNCALLED, UNCOUNTED

    wrong = {bare(one.location.xpath) for one in found if one.code.startswith(CAUSES)}
    codes = {one.code for one in found}
    kept = [one for one in found if not (one.code.startswith("V") and bare(one.location.xpath) in wrong)]
    listed = any(one.code.startswith("G10") and "/list" in one.location.xpath for one in found)
    passed = {"G107", *([UNCALLED] if codes & {"X102", "X107"} else ()), *([UNCOUNTED] if listed else ())}
    return [one for one in kept if one.code not in passed]


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


def _foreign(root: etree._Element, places: Places) -> Diagnostic:
    name = etree.QName(root)
    space = f"in the namespace “{name.namespace}”" if name.namespace else "in no namespace"
    message = f"the outermost element <{name.localname}> is {space}, not in that of TEI; nothing else was checked"
    hint = f'a TEI file begins with <TEI xmlns="{TEI}">'
    if name.localname.casefold() == "html":
        return Diagnostic("X108", message, places.of(root), f"{hint}; make one of a web page: `teicable convert FILE`")
    fix = None
    tag = places.tag(root)
    if name.localname == "TEI" and tag and tag.name == "TEI":
        start, _ = places.name(root, "xmlns")
        place = tag.start + 1 + len(tag.name)
        edit = Edit(place, place, f' xmlns="{TEI}"') if start < 0 else Edit(*places.span(root, "xmlns"), TEI)
        fix = Fix(f'write xmlns="{TEI}"', True, (edit,))
    return Diagnostic("X108", message, places.of(root), hint, fix)


def bare(xpath: str) -> str:
    """Return a path without the numbers of firsts, which not every layer writes."""
    return xpath.replace("[1]", "")
