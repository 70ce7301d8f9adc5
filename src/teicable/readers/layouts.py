"""Which parts of a saved page are words of the page, which are not, and in what order a person reads them.

Two layouts of the archive's site are known, the present one and the one before; every other page is read as it stands.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from teicable.xml.page import elements

_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
LEFT_OUT: Mapping[str, str] = {
    **dict.fromkeys(("script", "style", "template", "noscript", "link", "meta"), "scripts and styles"),
    **dict.fromkeys(("nav", "menu"), "navigation"),
    **dict.fromkeys(("button", "select", "option", "textarea", "input", "label", "datalist"), "controls"),
    **dict.fromkeys(("iframe", "object", "embed", "svg", "canvas", "audio", "video", "map"), "pictures and media"),
}
"""Elements whose words nobody reads as those of the page, and what to call them."""
_BACK = re.compile(r"\s*[↩↑⏎⤴⬆]\ufe0e?\ufe0f?\s*")
_ROLES = {"navigation": "navigation", "search": "controls", "menu": "navigation", "dialog": "controls"}


@dataclass(frozen=True, slots=True)
class Layout:
    """A layout: the XPath that only it fulfils, and its parts in reading order with the zone of those that have one.

    ``other`` finds further texts that are not on show.
    """

    sign: str
    parts: tuple[tuple[str, str], ...] = ()
    other: str = ""


def _has(name: str) -> str:
    return f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')"


LAYOUTS: Mapping[str, Layout] = {
    "Digital Archive, since 2022": Layout(
        "//*[@id='documentTabs']",
        (
            (f"(//*[{_has('content-block')}]//*[{_has('date')}])[1]", "headline-date"),
            (f"(//h1[{_has('title')}])[1]", "headline"),
            (f"(//*[{_has('donated')}])[1]", "donor"),
            (f"//*[@id='documentTabs']//*[{_has('tab-pane')}][{_has('active')}]", ""),
            (f"(//*[{_has('text-block')}][not(ancestor::*[@id='documentTabs'])])[1]", "summary"),
            (f"//*[{_has('pill-block')}]", ""),
            (f"//*[{_has('information-block')}]", ""),
        ),
        f"//*[@id='documentTabs']//*[{_has('tab-pane')}][not({_has('active')})]",
    ),
    "Digital Archive, 2013 to 2021": Layout(f"//*[{_has('doc-inf-information')} or @id='subj-list']"),
}


@dataclass(frozen=True)
class Parts:
    """The parts of one page: zones by element, elements that are read first and in which order, texts not on show."""

    zones: Mapping[etree._Element, str]
    order: tuple[etree._Element, ...] = ()
    others: frozenset[etree._Element] = frozenset()


def parts_of(root: etree._Element) -> Parts:
    """Find the parts of a page; they are moved only where the page has them in another order."""
    for layout in LAYOUTS.values():
        if not elements(root, layout.sign):
            continue
        found = [(element, zone) for path, zone in layout.parts for element in elements(root, path)]
        zones = {element: zone for element, zone in found if zone}
        place = {element: number for number, element in enumerate(root.iter())}
        places = [place[element] for element, _ in found]
        order = () if places == sorted(places) else tuple(dict.fromkeys(element for element, _ in found))
        others = frozenset(elements(root, layout.other)) if layout.other else frozenset()
        return Parts(zones, order, others)
    return Parts({})


def left_out(element: etree._Element) -> str:
    """Return what to call an element whose words are not those of the page, or an empty string.

    The arrow behind a note that leads back to its call (“Not printed. ↩”) is a button, not a word of the note.
    """
    name = str(element.tag)
    if (
        name == "a"
        and element.get("href", "").startswith("#")
        and _BACK.fullmatch("".join(map(str, element.itertext())))
    ):
        return "links back to the text"
    if name in LEFT_OUT:
        return LEFT_OUT[name]
    if element.get("hidden") is not None or _HIDDEN.search(element.get("style", "")):
        return "hidden parts"
    role = element.get("role", "")
    if role in _ROLES:
        return _ROLES[role]
    if name in ("header", "footer") or role in ("banner", "contentinfo"):
        inside = any(ancestor.tag in ("main", "article", "section") for ancestor in element.iterancestors())
        titled = next(element.iter("h1"), None) is not None
        return "" if inside or titled else "head and foot of the site"
    return ""
