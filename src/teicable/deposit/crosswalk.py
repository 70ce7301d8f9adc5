"""Crosswalks: the neutral record in the formats of repositories.

``CROSSWALKS`` is the whole list: a further format is one line here and one module in ``transforms/modules/crosswalk``.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from teicable.render import CROSSWALK
from teicable.render.rendering import Renderer

Contents = Sequence[tuple[str, str, str]]
"""What stands in a package: path (of a folder with a stroke at its end), key of what it is, media type or nothing."""


@dataclass(frozen=True, slots=True)
class Crosswalk:
    """One format: the name of its file in a package."""

    name: str


CROSSWALKS: dict[str, Crosswalk] = {
    "readme": Crosswalk("README.txt"),
    "cff": Crosswalk("CITATION.cff"),
    "ro-crate": Crosswalk("ro-crate-metadata.json"),
    "datacite": Crosswalk("metadata/datacite.xml"),
    "dublin-core": Crosswalk("metadata/oai_dc.xml"),
    "invenio": Crosswalk("metadata/invenio.json"),
    "dataverse": Crosswalk("metadata/dataverse.json"),
    "dspace": Crosswalk("metadata/dublin_core.xml"),
    "dspace-terms": Crosswalk("metadata/metadata_dcterms.xml"),
    "schema-org": Crosswalk("metadata/schema-org.json"),
    "csl": Crosswalk("metadata/csl.json"),
    "bibtex": Crosswalk("metadata/references.bib"),
}
"""Formats by name, with the place of each in a package."""

LISTING = "dspace-contents"
"""What an item for DSpace holds besides: no description, but a list of its files, which a package does not need."""


def crosswalk(renderer: Renderer, record: bytes, form: str, contents: Contents = ()) -> bytes:
    """Return a record in one of the formats; ``renderer`` must have been built with the target ``crosswalk``.

    ``contents`` says what stands in the package, for formats that list it.
    """
    listed = "\n".join("\t".join(entry) for entry in contents)
    made = renderer.render(record, CROSSWALK, {"format": form, "contents": listed}).data
    if form not in CROSSWALKS or not CROSSWALKS[form].name.endswith(".json"):
        return made
    return json.dumps(json.loads(made), ensure_ascii=False, indent=2).encode() + b"\n"
