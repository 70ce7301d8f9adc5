"""Propose repairs for what the rules find: those that the Schematron offers in oXygen (``sqf:fix``), and more."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import cache

from lxml import etree

from teicable import resources
from teicable.authorities import TEI, XML_ID
from teicable.diagnostics import Edit, Fix
from teicable.files import read
from teicable.model.source import sha256_canonical
from teicable.tei.decode import decode
from teicable.validation import edits, tongues
from teicable.validation.layers import identifier
from teicable.xml.places import Places, written


@dataclass
class Remedies:
    """The repairs for one file; ids that were proposed are not proposed again."""

    places: Places
    taken: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        self.taken |= {element.get(XML_ID, "") for element in self.places.tree.iter(etree.Element)}

    def of(self, code: str, element: etree._Element) -> Fix | None:
        """Return the repair for a finding of a rule, if it has one."""
        remedy = _REMEDIES.get(code)
        return remedy(self, element) if remedy else None

    def hint(self, code: str, element: etree._Element) -> str:
        """Return what to do about a finding, where more can be said than the rule says; else an empty string."""
        found = tongues.undeclared(self.places.tree, element) if code == "V004" else None
        return found.hint if found else ""

    def language(self, element: etree._Element) -> Fix | None:
        """Write the code that was meant, and declare it if it is not; nothing where nobody knows it."""
        found = tongues.undeclared(self.places.tree, element)
        usage = next(self.places.tree.iter(f"{{{TEI}}}langUsage"), None)
        if found is None or usage is None or not found.meant:
            return None
        fix = edits.valued(self.places, element, written(found.attribute), found.meant, found.code)
        if found.astray is not None:
            return edits.valued(self.places, found.astray, "ident", found.meant)
        if found.declared:
            return fix
        also = edits.appended(self.places, usage, found.declaration)
        if fix is None or also is None or found.code == found.meant:
            return also
        return replace(fix, edits=tuple(sorted((*fix.edits, *also.edits))))

    def identify(self, element: etree._Element) -> Fix | None:
        """Give a block an id."""
        name = edits.next_id(str(etree.QName(element).localname), element, self.taken)
        self.taken.add(name)
        return edits.given(self.places, element, "xml:id", name)

    def run_on(self, element: etree._Element) -> Fix | None:
        """Take “run-on” away where it says nothing."""
        rest = " ".join(word for word in element.get("rend", "").split() if word != "run-on")
        if rest:
            return edits.valued(self.places, element, "rend", rest)
        return edits.dropped(self.places, element, "rend")

    def ordered(self, element: etree._Element) -> Fix | None:
        """Put the changes into the order of their dates, oldest first."""
        changes = list(element.iterchildren(f"{{{TEI}}}change"))
        tags = [self.places.tag(one) for one in changes]
        dates = [one.get("when", "") for one in changes]
        if not all(dates) or len({len(date) for date in dates}) > 1 or len(changes) != len(element):
            return None
        text, found = self.places.characters, []
        order = sorted(range(len(changes)), key=lambda index: dates[index])
        for tag, index in zip(tags, order, strict=True):
            other = tags[index]
            if tag is None or other is None:
                return None
            if tag is not other:
                found.append(Edit(tag.start, tag.after, text[other.start : other.after]))
        return Fix("put the changes into the order of their dates", True, tuple(found))

    def doubt(self, element: etree._Element) -> Fix | None:
        """Mark what nobody understood as unsure."""
        if element.get("cert"):
            return edits.valued(self.places, element, "cert", "low")
        return edits.given(self.places, element, "cert", "low")

    def listed(self, element: etree._Element) -> Fix | None:
        """Write the kind of a number as the list does."""
        given = element.get("type", "")
        right = next((one for one in _kinds() if one.casefold() == given.casefold()), "")
        return edits.valued(self.places, element, "type", right) if right else None

    def transcript(self, element: etree._Element) -> Fix | None:
        """Say of the entry with the checksums that it is the transcript."""
        if element.get("type"):
            return edits.unsure(edits.valued(self.places, element, "type", "transcript"))
        return edits.given(self.places, element, "type", "transcript")

    def partner(self, element: etree._Element) -> Fix | None:
        """Add the rendition that closes, or opens, what its partner does: if so the text is that of the checksum."""
        named = element.get("rendition", "").split()
        known = {f"#{one.get(XML_ID)}" for one in self.places.tree.iter(f"{{{TEI}}}rendition")}
        if len(named) != 1 or named[0][:2] not in ("#l", "#r"):
            return None
        left, right = f"#l{named[0][2:]}", f"#r{named[0][2:]}"
        if not {left, right} <= known:
            return None
        copy = deepcopy(self.places.tree)
        other = copy.find(self.places.tree.getelementpath(element))
        assert other is not None
        other.set("rendition", f"{left} {right}")
        fix = edits.valued(self.places, element, "rendition", f"{left} {right}")
        root = copy.getroot()
        proven = sha256_canonical(decode(root).text) == identifier(root, "sha256-canonical")
        return fix if proven else edits.unsure(fix)


_REMEDIES: Mapping[str, Callable[[Remedies, etree._Element], Fix | None]] = {
    "V004": Remedies.language,
    "V007": Remedies.partner,
    "V011": Remedies.identify,
    "V014": Remedies.run_on,
    "V019": Remedies.ordered,
    "V022": Remedies.doubt,
    "V030": Remedies.listed,
    "V031": Remedies.transcript,
}


@cache
def _kinds() -> tuple[str, ...]:
    """Return the kinds of numbers that the schema lists."""
    values = json.loads(read(resources.schema("generated/values.json")).decode("utf-8"))
    return tuple(values["idno"]["type"]["values"])


REMEDIED = frozenset(_REMEDIES)
"""Codes of rules for which a repair may be proposed."""
