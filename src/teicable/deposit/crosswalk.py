"""Crosswalks: the neutral record in the formats of repositories.

``CROSSWALKS`` is the whole list: a further format is one line here and one module in ``transforms/modules/crosswalk``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from teicable.render import CROSSWALK
from teicable.render.rendering import Renderer

EDITION, DOCUMENT = "edition", "document"


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """One format: the name of its file in a package, and what can be described in it."""

    name: str
    scopes: frozenset[str] = frozenset({EDITION, DOCUMENT})


CROSSWALKS: dict[str, Crosswalk] = {
    "datacite": Crosswalk("datacite.xml"),
    "dublin-core": Crosswalk("oai_dc.xml"),
    "cff": Crosswalk("CITATION.cff"),
    "invenio": Crosswalk("invenio.json"),
    "dataverse": Crosswalk("dataverse.json"),
    "dspace": Crosswalk("dublin_core.xml"),
    "schema-org": Crosswalk("schema-org.json"),
    "csl": Crosswalk("csl.json"),
    "bibtex": Crosswalk("references.bib"),
}
"""Formats by name."""


def crosswalk(renderer: Renderer, record: bytes, form: str) -> bytes:
    """Return a record in one of the formats; ``renderer`` must have been built with the target ``crosswalk``."""
    made = renderer.render(record, CROSSWALK, {"format": form}).data
    if not CROSSWALKS[form].name.endswith(".json"):
        return made
    return json.dumps(json.loads(made), ensure_ascii=False, indent=2).encode() + b"\n"
