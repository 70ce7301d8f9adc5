"""Say of an element that the grammar does not know what was meant: misspelt, brought from elsewhere, of no TEI.

`<persname>`, `<strong>` of HTML, `<table>` of TEI at large, `<p xmlns="">` pasted from another file.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from teicable.authorities import TEI
from teicable.diagnostics import Diagnostic, Fix, Location
from teicable.validation import advice, edits, spelling
from teicable.validation.patterns import rules
from teicable.xml.places import Places


def outermost(places: Places, element: etree._Element) -> Diagnostic:
    """Tell of a file that begins with another element than TEI."""
    name, where = etree.QName(element).localname, places.of(element)
    right, row = ("", {}) if name in rules() else spelling.meant(name, rules())
    if right == "TEI":
        origin = f" is a name of {row['from']}" if row.get("from") else " is no name of TEI"
        fix = edits.renamed(places, element, "TEI")
        return say("G102", f"<{name}>{origin}", where, "did you mean <TEI>?", "TEI", fix)
    hint = f'a file must begin with <TEI xmlns="{TEI}" xml:lang="en">, and hold one document'
    one = [child.tag for child in element.iterchildren(f"{{{TEI}}}*")]
    whole = one == [f"{{{TEI}}}teiHeader", f"{{{TEI}}}text"]
    fix = edits.renamed(places, element, "TEI") if name == "teiCorpus" and whole else None
    return say("G105", f"the file begins with <{name}>", where, hint, "TEI", fix)


def unknown(places: Places, element: etree._Element) -> Iterator[Diagnostic]:
    """Tell of an element that has no name of the grammar, and what to write for it."""
    name, parent = etree.QName(element), element.getparent()
    if name.namespace != TEI:
        if parent is None or etree.QName(parent).namespace != name.namespace:
            yield _foreign(places, element)
        return
    right, row = spelling.meant(name.localname, rules())
    origin = f", a name of {row['from']}" if row.get("from") else ""
    if spelling.of_tei(name.localname) and not origin:
        origin = " in these files: it is one of TEI that they do without"
    hint, fix = f"did you mean <{right}>?", edits.renamed(places, element, right)
    if row:
        hint = f"write {row['write']}"
        fix = edits.renamed(places, element, row.get("start", right)) if row.get("sure") else None
        typed = str(spelling.elsewhere("typed", f"{name.localname} {element.get('type')}").get("type", ""))
        if typed:
            fix = edits.renamed(places, element, typed, "type")
        elif spelling.bare(name.localname) and (not element.attrib or _of_a_word_processor(element)):
            fix = edits.unwrapped(places, element)
    elif not right:
        above = rules().get(etree.QName(parent).localname) if parent is not None else None
        inside = advice.listed(above.children) if above else ""
        hint, fix = f"<{above.name}> may hold {inside}" if above else "look it up in the guidelines", None
        right = above.name if above else ""
    yield say("G102", f"there is no element <{name.localname}>{origin}", places.of(element), hint, right, fix)


def _of_a_word_processor(element: etree._Element) -> bool:
    """Tell whether the attributes of an element are those that Word gives to all it pastes."""
    return "mso" in f"{element.get('style', '')} {element.get('class', '')}".casefold()


def _foreign(places: Places, element: etree._Element) -> Diagnostic:
    name = etree.QName(element)
    space = f"in the namespace “{name.namespace}”" if name.namespace else "in no namespace"
    hint = "take its xmlns away, or write an element of TEI in its place"
    bare = spelling.bare(name.localname) and not element.attrib and not len(element)
    fix = edits.unwrapped(places, element) if bare and element.getparent() is not None else None
    if name.localname in rules() and places.name(element, "xmlns")[0] >= 0:
        # It was pasted from a file without the namespace of TEI, or with it lost on the way.
        fix = edits.dropped(places, element, "xmlns")
    message = f"<{name.localname}> is {space}, not in the namespace of TEI"
    about = name.localname if name.localname in rules() else "TEI"
    return say("G102", message, places.of(element), hint, about, fix)


def say(code: str, message: str, where: Location, hint: str, about: str = "", fix: Fix | None = None) -> Diagnostic:
    """Make a finding of the grammar, with the entry of the handbook of the element it is about."""
    return Diagnostic(code, message, where, hint, fix, f"guidelines.html#elem.{about}" if about in rules() else "")
