"""Offprints: each document of an edition as a package of its own, with what it takes to read and check it.

Each says of which edition it is a part. What is the same for all (handbook, stylesheets, pages of the edition) stays in
the package of the edition.
"""

from __future__ import annotations

from pathlib import Path

from teicable import files, resources
from teicable.deposit import bag
from teicable.deposit.crosswalk import CROSSWALKS, crosswalk
from teicable.deposit.dspace import Bitstream, item
from teicable.deposit.provenance import NAME as PROVENANCE
from teicable.deposit.provenance import provenance
from teicable.edition.contents import EDITION, SOFTWARE, copied, info, present, sums, transcripts
from teicable.edition.descriptions import Descriptions
from teicable.edition.folder import Edition
from teicable.render.collection import document
from teicable.render.identity import uri
from teicable.render.rendering import Renderer, style

_TAKEN = ("edition.toml", "authorities", "transforms")
_SCHEMA = ("teicable.rng", "teicable.sch", "generated/rules.xsl", "bagit-profile.json")


def fill(edition: Edition, staged: Path, described: Descriptions, renderer: Renderer, place: Path) -> None:
    """Make a package of each document in a folder of its id below ``place``, which is replaced when all are whole.

    ``staged`` is the built edition of the documents whose words may be passed on, ``renderer`` has the target ``html``.

    Raises:
        TeicableError: the place cannot be written to.
    """
    sources: dict[str, list[Path]] = {}
    for path, documents in transcripts(edition, described.permitted):
        for name in documents:
            sources.setdefault(name, []).append(path)
    with files.renewed(place, place.with_name(f".{place.name}.tmp")) as folder:
        for number, name in enumerate(described.names, 1):
            payload = folder / name / bag.PAYLOAD
            if name in described.permitted:
                _publish(edition, staged, name, payload, renderer)
            for path in sources.get(name, ()):
                files.copy(path, payload / EDITION / path.relative_to(edition.folder))
            for part in _SCHEMA:
                files.copy(resources.schema(part), payload / SOFTWARE / "schema" / part)
            _describe(edition, described, name, payload, renderer)
            bag.seal(folder / name, _info(edition, described.record(name), name, f"{number} of {len(described.names)}"))


def items(described: Descriptions, renderer: Renderer, place: Path, folder: Path) -> None:
    """Make an archive of items for DSpace of the packages below ``place``: one of each document, called by its id.

    Raises:
        TeicableError: a file cannot be read, or the folder cannot be written to.
    """
    for name in described.names:
        payload = place / name / bag.PAYLOAD
        offered = (
            Bitstream(f"{name}.pdf", "pdf", "application/pdf", payload / f"{name}.pdf"),
            Bitstream(f"{name}.html", "page", "text/html", payload / f"{name}.html"),
            Bitstream(f"{name}.xml", "document", "application/tei+xml", payload / EDITION / "tei" / f"{name}.xml"),
        )
        sources = files.inside(payload / EDITION / "source")
        there = [one for one in offered if one.path.is_file()]
        there += [Bitstream(path.name, "source", "", path) for path in sources]
        item(renderer, described.record(name), folder / name, there)


def _publish(edition: Edition, staged: Path, name: str, payload: Path, renderer: Renderer) -> None:
    """Put the file of a document into its package with what it refers to, a page that needs nothing else, and a PDF."""
    for part in (*_TAKEN, f"tei/{name}.xml"):
        copied(staged / part, payload / EDITION / part)
    tei = staged / "tei" / f"{name}.xml"
    page = renderer.render(files.read(tei), "html", {"css-inline": style(edition.transforms)}, str(tei)).data
    files.write(payload / f"{name}.html", page)
    files.copy(staged / "build" / "site" / "pdf" / f"{name}.pdf", payload / f"{name}.pdf")


def _describe(edition: Edition, described: Descriptions, name: str, payload: Path, renderer: Renderer) -> None:
    """Describe a document in all formats, as part of its edition."""
    declaration, record = edition.manifest.declaration, described.record(name)
    places = (
        ("README.txt", "readme", "text/plain"),
        ("CITATION.cff", "cff", "application/yaml"),
        ("ro-crate-metadata.json", "ro-crate", "application/ld+json"),
        (f"{name}.html", "page", "text/html"),
        (f"{name}.pdf", "pdf", "application/pdf"),
        (f"edition/tei/{name}.xml", "document", "application/tei+xml"),
        ("edition/source/", "source", ""),
        ("edition/authorities/", "authorities", ""),
        ("edition/edition.toml", "manifest", "application/toml"),
        ("edition/transforms/", "own", ""),
        ("teicable/", "rules", ""),
        ("metadata/", "metadata", ""),
    )
    contents = present(places, payload)
    for form, target in CROSSWALKS.items():
        files.write(payload / target.name, crosswalk(renderer, record, form, contents))
    told = sums(edition.tei / f"{name}.xml", payload / "no page")
    files.stream(payload / PROVENANCE, provenance(renderer, [described.fact(name)], declaration, lambda _: told))


def _info(edition: Edition, record: bytes, name: str, count: str) -> dict[str, str]:
    """Return the lines of ``bag-info.txt``: those of the edition as far as they hold for one document."""
    said = document(record)
    return {
        **info(edition),
        "External-Description": said.findtext("title", ""),
        "External-Identifier": said.findtext("identifier[@type='URL']", ""),
        "Internal-Sender-Identifier": name,
        "Bag-Group-Identifier": uri(edition.manifest.declaration),
        "Bag-Count": count,
    }
