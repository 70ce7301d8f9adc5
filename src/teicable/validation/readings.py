"""Read a file with mistakes as it was meant, so that a slip of the markup is not taken for a change of words.

`<nte resp="#ed1">` is an editor's note with a misspelt name, and `<corr>Zhou</corr>` a correction for which nobody
answers yet: both are reported as what they are. Fidelity asks whether the words agree once that is mended.
"""

from __future__ import annotations

from copy import deepcopy

from lxml import etree

from teicable.authorities import TEI, XML_ID
from teicable.validation import grammar, spelling, values
from teicable.validation.patterns import rules
from teicable.xml.places import named as as_named
from teicable.xml.places import written as as_written

_ADDED = ("corr", "supplied", "ex")
_NOBODY, _TRANSLATOR = "#nobody", "#translator"


def spelt(root: etree._Element) -> tuple[etree._Element, tuple[str, ...]]:
    """Return a copy with misspelt names and values put right, and the names that are like no known one."""
    copy = deepcopy(root)
    known = grammar.vocabulary()
    strange: dict[str, None] = {}
    for element in copy.iter(etree.Element):
        name = etree.QName(element).localname
        meant = name if name in known else spelling.meant(name, known)[0]
        if not meant:
            strange[f"<{name}>"] = None
            for attribute in list(map(str, element.attrib)):
                # What it refers to is a question only once it is clear what it is.
                if as_written(attribute) != "xml:id":
                    del element.attrib[attribute]
            continue
        element.tag = f"{{{TEI}}}{meant}"
        for attribute in list(map(str, element.attrib)):
            right = written = as_written(attribute)
            if written not in known[meant]:
                right = spelling.attribute(
                    written, [one for one in known[meant] if as_named(one) not in element.attrib]
                )
                if not right:
                    strange[f"“{written}” of <{name}>"] = None
                    del element.attrib[attribute]
                    continue
                element.set(as_named(right), element.attrib.pop(attribute))
            element.set(as_named(right), values.mended(meant, right, element.get(as_named(right), "")))
    return copy, tuple(strange)


def loose(root: etree._Element) -> tuple[str, ...]:
    """Return the words that stand in elements which hold other elements only: reported, and mostly slipped in."""
    holding = (element for element in root.iter(etree.Element) if _holds_elements(element))
    texts = (text for element in holding for text in (element.text, *(child.tail for child in element)))
    return tuple(text.strip() for text in texts if text and text.strip())


def _holds_elements(element: etree._Element) -> bool:
    rule = rules().get(etree.QName(element).localname)
    return rule is not None and not rule.mixed


def answered(root: etree._Element, names: tuple[str, ...] = _ADDED) -> etree._Element:
    """Return a copy in which an editor answers for the added words for which nobody does."""
    copy = deepcopy(root)
    for element in copy.iter(*(f"{{{TEI}}}{name}" for name in names)):
        if element.get("resp") is None:
            element.set("resp", _NOBODY)
    return copy


def named(root: etree._Element) -> etree._Element:
    """Return a copy in which the translator answers for what is ascribed to somebody the file does not name.

    `<note resp="#translatr">` is reported as a dead reference; the note stood in the source all the same. A file
    without such a reference is returned as it is.
    """
    people = {f"#{element.get(XML_ID)}" for element in root.iter(etree.Element) if element.get(XML_ID)}
    if not any(_astray(element, people) for element in root.iter(etree.Element)):
        return root
    copy = deepcopy(root)
    for element in copy.iter(etree.Element):
        if _astray(element, people):
            element.set("resp", _TRANSLATOR)
    return copy


def _astray(element: etree._Element, people: set[str]) -> bool:
    return any(name not in people and ":" not in name for name in (element.get("resp") or "").split())
