"""The built site: which files belong to it, and its index, made from the small fact files and never from all TEI."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from teicable import __version__, files, resources
from teicable.edition import plan
from teicable.edition.folder import Edition

INDEX = "index"
EXTENSIONS = {"facts": ".xml", "site": ".html", "site/pdf": ".pdf", "site/tei": ".xml", "parts": ".typ"}
"""Places below ``build/`` that hold one file a document, and how these files end."""


def digest(transforms: Path | None) -> str:
    """Return one digest of all that makes pages: this version, the schema, our stylesheets and the edition's own."""
    schema = [path for path in (resources.schema() / "teicable.rng",) if path.is_file()]
    ours = sorted(path for path in resources.transforms().rglob("*") if path.is_file())
    own = sorted(path for path in transforms.rglob("*") if path.is_file()) if transforms else []
    return plan.key(__version__, plan.digest([*schema, *ours, *own]))


def built(edition: Edition) -> dict[str, set[str]]:
    """Return place to document ids for the files that a build made; the index page is of no document."""
    return {
        place: {path.stem for path in (edition.build / place).glob(f"*{extension}")} - {INDEX}
        for place, extension in EXTENSIONS.items()
    }


def addresses(document: str, title: str) -> dict[str, str]:
    """Return where the page of a document finds what belongs to it, as parameters of its stylesheet."""
    return {
        "css-href": "css/edition.css",
        "edition-title": title,
        "index-href": f"{INDEX}.html",
        "pdf-href": f"pdf/{document}.pdf",
        "tei-href": f"tei/{document}.xml",
    }


def put(edition: Edition, document: str, made: Mapping[str, bytes]) -> None:
    """Write what was made of one document, by place."""
    for place, data in made.items():
        files.write(edition.build / place / f"{document}{EXTENSIONS[place]}", data)


def surplus(edition: Edition, documents: Collection[str]) -> list[Path]:
    """Return the built files of all documents but these."""
    gone = plan.gone(built(edition), documents)
    return [edition.build / place / f"{document}{EXTENSIONS[place]}" for place, document in gone]


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
