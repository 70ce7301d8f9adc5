"""The built site: which files belong to it; its own pages are made from small fact files, never from all TEI."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from pathlib import Path

from teicable import __version__, files, resources
from teicable.edition import introduction, plan, releases
from teicable.edition.folder import Edition
from teicable.render import addresses as places
from teicable.render.addresses import CONDITIONAL, FILES, HARVEST, INTRODUCTION, PAGES, RELEASED, STYLE
from teicable.render.volume import Shelf

PAGED = {"site": ".html", "site/csl": ".json", "site/bibtex": ".bib", "site/ris": ".ris"}
"""Places of what depends on a document, its neighbours and what the edition says of itself, and how files there end."""

EXTENSIONS = {
    **PAGED,
    "facts": ".xml",
    "site/pdf": ".pdf",
    "site/tei": ".xml",
    "site/markup": ".html",
    "site/marks": ".html",
    "site/transcript": ".html",
    "site/text": ".txt",
    "parts": ".typ",
    "chapters": ".xhtml",
    "search": ".html",
}
"""Places below ``build/`` that hold one file a document, and how these files end; all but `PAGED` are of it alone."""


def digest(transforms: Path | None) -> str:
    """Return one digest of all that makes pages: this version, the schema, our stylesheets and the edition's own."""
    schema = [path for path in (resources.schema() / "teicable.rng",) if path.is_file()]
    ours = sorted(path for path in resources.transforms().rglob("*") if path.is_file())
    own = sorted(path for path in transforms.rglob("*") if path.is_file()) if transforms else []
    return plan.key(__version__, plan.digest([*schema, *ours, *own]))


def built(edition: Edition) -> dict[str, set[str]]:
    """Return place to document ids for the files that a build made; the pages of the edition are of no document.

    Nor are those at the addresses of documents that earlier releases had.
    """
    own = {Path(address).stem for address in (*PAGES.values(), *RELEASED.values(), INTRODUCTION)}
    own |= edition.releases.known().keys() - {path.stem for path in (edition.build / "facts").glob("*.xml")}
    return {
        place: {path.stem for path in (edition.build / place).glob(f"*{extension}")} - own
        for place, extension in EXTENSIONS.items()
    }


def paged(edition: Edition) -> set[str]:
    """Return the ids of the documents that have a page and all that is made with it."""
    places = built(edition)
    return set.intersection(*(places[place] for place in PAGED))


def addresses(edition: Edition, books: Shelf) -> dict[str, str]:
    """Return where the pages of the site find each other."""
    return places.addresses(
        edition.manifest.declaration.title,
        book=books.address("pdf"),
        introduction=introduction.source(edition) is not None,
        released=bool(edition.releases.all),
    )


def downloads(document: str) -> dict[str, str]:
    """Return where the page of a document finds its other forms."""
    forms = ("pdf", "tei", "markup", "marks", "transcript", "text", "csl", "bibtex", "ris")
    return {f"{form}-href": f"{form}/{document}{EXTENSIONS[f'site/{form}']}" for form in forms}


def facts(edition: Edition, document: str) -> Path:
    """Return where the facts of a document are kept."""
    return edition.build / "facts" / f"{document}{EXTENSIONS['facts']}"


def put(edition: Edition, document: str, made: Mapping[str, bytes], spared: Collection[str] = ()) -> None:
    """Write what was made of one document, by place; in places that were ``spared`` nothing older stays."""
    for place, data in made.items():
        files.write(edition.build / place / f"{document}{EXTENSIONS[place]}", data)
    for place in spared:
        files.remove(edition.build / place / f"{document}{EXTENSIONS[place]}")


def surplus(edition: Edition, documents: Collection[str]) -> list[Path]:
    """Return the built files of all documents but these."""
    gone = plan.gone(built(edition), documents)
    return [edition.build / place / f"{document}{EXTENSIONS[place]}" for place, document in gone]


def indexes(edition: Edition, made: str, tools: str, books: Shelf) -> str:
    """Make the pages of the edition, its data files and the style sheet unless they are current.

    Returns the key under which they are; ``books`` are those that pages lead to.
    """
    links = {**addresses(edition, books), "epub-href": books.address("epub")}
    facts = sorted((edition.build / "facts").glob("*.xml"))
    words = introduction.source(edition)
    declaration, released = edition.manifest.declaration, edition.releases
    told = edition.folder / releases.NAME
    read = plan.digest([*facts, *([words] if words else []), *([told] if released.all else [])])
    key = plan.key(tools, repr(declaration), repr(links), repr(books), edition.authorities[0].digest, read)
    gone = released.gone({path.stem for path in facts})
    more = [*(RELEASED.values() if released.all else ()), *([INTRODUCTION] if words else [])]
    stands = (*PAGES.values(), *more, *(f"{one.last.id}.html" for one in gone), STYLE, *FILES)
    wanted = (*stands, *(HARVEST if declaration.address else ()))
    if key == made and all((edition.site / name).is_file() for name in wanted):
        return key
    from teicable.render import GONE
    from teicable.render.authorities import authorities
    from teicable.render.data import data
    from teicable.render.rendering import Renderer
    from teicable.render.site import site

    renderer = Renderer(
        ("site", "data", *(["introduction"] if words else []), *([GONE] if gone else [])),
        edition.transforms,
        authorities(edition.authority_files())[0],
        lang=declaration.interface,
    )
    history = released.element() if released.all else None
    pages = site(renderer, map(files.read, facts), declaration, links, edition.transforms, history, books)
    if words:
        pages[INTRODUCTION] = introduction.page(words, renderer, links)
    made_of_facts = data(renderer, map(files.read, facts), declaration, more)
    for one in gone:
        said = releases.tombstone(one, released, declaration)
        pages[f"{one.last.id}.html"] = renderer.render(said, GONE, links).data
    for name, content in {**pages, **made_of_facts}.items():
        files.write(edition.site / name, content)
    for name in {*HARVEST, *CONDITIONAL, *RELEASED.values(), INTRODUCTION} - {*pages, *made_of_facts}:
        files.remove(edition.site / name)
    return key
