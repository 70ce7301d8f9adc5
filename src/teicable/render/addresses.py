"""Where the pages of a site stand, and the parameters by which they find each other."""

from __future__ import annotations

STYLE = "css/edition.css"
"""Where the style sheet of a site stands."""

FONTS = "fonts"
"""Where its fonts stand: from the style sheet, ``../fonts``."""

INTRODUCTION = "introduction.html"
"""Where the introduction of the editors stands, if there is one."""

HANDBOOK = "handbook/guidelines.html"
"""Where the handbook of the encoding stands, so that a site answers also where there is no network."""

PAGES: dict[str, str] = {
    "documents": "index.html",
    "chronology": "chronology.html",
    "persons": "persons.html",
    "places": "places.html",
    "organisations": "organisations.html",
    "network": "network.html",
    "indexes": "indexes.html",
    "archives": "archives.html",
    "markings": "markings.html",
    "phrases": "phrases.html",
    "methods": "methods.html",
    "search": "search.html",
}
"""The pages of an edition and where they stand; the keys are what the stylesheet calls them."""

RELEASED: dict[str, str] = {"versions": "versions.html", "errata": "errata.html"}
"""The pages of an edition that has been released, and where they stand."""

SCRIPT = "js/search.js"
"""Where the script of the search page stands."""

FOLDING = "js/folding.json"
"""Where it finds how spellings are folded."""

INDEX = "pagefind"
"""The folder of the search index."""

FILES = ("documents.json", "facts.csv", "persons.json")
"""The data files of an edition."""

HARVEST = ("sitemap.xml", "linkset.json")
"""Those that are made only where the edition states its address."""

CMIF = "cmif.xml"
"""The index of correspondence."""

CONDITIONAL = ("feed.xml", CMIF)
"""Those that ask for more: the first for documents that state their changes, the second for what CMIF demands."""


def addresses(title: str, *, book: str = "", introduction: bool = False, released: bool = False) -> dict[str, str]:
    """Return the parameters by which every page of a site, also that of a document, finds the others.

    ``book`` is where the book of the edition is to be had, if it is.
    """
    return {
        "css-href": STYLE,
        "edition-title": title,
        "index-href": PAGES["documents"],
        **{f"{name}-href": address for name, address in PAGES.items() if name != "documents"},
        **({f"{name}-href": address for name, address in RELEASED.items()} if released else {}),
        "introduction-href": INTRODUCTION if introduction else "",
        "book-href": book,
    }
