"""The built site: which files belong to it, and its index, made from the small fact files and never from all TEI."""

from __future__ import annotations

from pathlib import Path

from teicable import __version__, files, resources
from teicable.edition import plan
from teicable.edition.folder import Edition

INDEX = "index"


def digest(transforms: Path | None) -> str:
    """Return one digest of all that makes pages: this version, the schema, our stylesheets and the edition's own."""
    schema = [path for path in (resources.schema() / "teicable.rng",) if path.is_file()]
    ours = sorted(path for path in resources.transforms().rglob("*") if path.is_file())
    own = sorted(path for path in transforms.rglob("*") if path.is_file()) if transforms else []
    return plan.key(__version__, plan.digest([*schema, *ours, *own]))


def built(edition: Edition) -> dict[str, set[str]]:
    """Return place to document ids for the files that a build made; the index page is of no document."""
    pages = {path.stem for path in edition.site.glob("*.html")} - {INDEX}
    return {
        "facts": {path.stem for path in (edition.build / "facts").glob("*.xml")},
        "site": pages,
        "site/tei": {path.stem for path in (edition.site / "tei").glob("*.xml")},
    }


def paths(edition: Edition, document: str) -> tuple[Path, Path, Path]:
    """Return where page, facts and the copy of the TEI file of a document go."""
    page = edition.site / f"{document}.html"
    return page, edition.build / "facts" / f"{document}.xml", edition.site / "tei" / f"{document}.xml"


def addresses(document: str, title: str) -> dict[str, str]:
    """Return where the page of a document finds what belongs to it, as parameters of its stylesheet."""
    return {
        "css-href": "css/edition.css",
        "edition-title": title,
        "index-href": f"{INDEX}.html",
        "tei-href": f"tei/{document}.xml",
    }


def put(edition: Edition, document: str, tei: bytes, page: bytes, facts: bytes) -> None:
    """Write what was made of one document."""
    for path, data in zip(paths(edition, document), (page, facts, tei), strict=True):
        files.write(path, data)


def surplus(edition: Edition, documents: set[str]) -> list[Path]:
    """Return built files of documents that are gone."""
    gone = sorted({document for ids in built(edition).values() for document in ids} - documents)
    return [path for document in gone for path in paths(edition, document) if path.is_file()]


def index(edition: Edition, made: str, tools: str) -> str:
    """Make the index page and the style sheets unless they are current, and return the key under which they are."""
    facts = sorted((edition.build / "facts").glob("*.xml"))
    declaration = repr(edition.manifest.declaration)
    key = plan.key(tools, declaration, edition.authorities[0].digest, plan.digest(facts))
    if key == made and (edition.site / f"{INDEX}.html").is_file():
        return key
    from teicable.render import SITE
    from teicable.render.rendering import Renderer
    from teicable.render.site import site

    renderer = Renderer((SITE,), edition.transforms)
    title = edition.manifest.declaration.title
    for name, data in site(renderer, map(files.read, facts), title, override=edition.transforms).items():
        files.write(edition.site / name, data)
    return key
