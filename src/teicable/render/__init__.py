"""Publication outputs: from TEI on everything is XSLT, and this package only chooses stylesheets and passes values.

``TARGETS`` is the whole list of outputs that ``teicable render -t`` knows: a further one is one line here and one
stylesheet in ``transforms/``.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Target:
    """One output of a cable.

    Attributes:
        stylesheet: file name in ``transforms/``; an edition overrides it by a file of the same name in its own folder.
        extension: of the files made, with the dot.
        media_type: as a server should announce them.
        description: one phrase for the command line.
    """

    stylesheet: str
    extension: str
    media_type: str
    description: str


TARGETS: dict[str, Target] = {
    "html": Target("html.xsl", ".html", "text/html; charset=utf-8", "a web page that stands alone"),
    "text": Target("text.xsl", ".txt", "text/plain; charset=utf-8", "a reading text without markup"),
}
"""Outputs of ``teicable render`` by name."""

FACTS = "facts"
"""Name of the target that extracts the facts of one cable; not an output of its own."""

SITE = "site"
"""Name of the target that makes the first page of an edition from facts; not an output of its own."""

INTERNAL: dict[str, Target] = {
    FACTS: Target("facts.xsl", ".facts.xml", "application/xml", "the facts of one cable"),
    SITE: Target("site.xsl", ".html", "text/html; charset=utf-8", "the first page of an edition"),
}
"""Stylesheets that serve other commands; overridden in the same way."""
