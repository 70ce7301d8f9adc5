"""The facts of all documents under what the edition says of itself: the one source of its pages and of its book."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import islice

from lxml import etree

from teicable import __version__
from teicable.errors import TeicableError
from teicable.model.declaration import Declaration
from teicable.render.identity import identity, known
from teicable.xml.parse import parse

AT_ONCE = 100
"""Of how many documents the facts are held where those of all need not be."""


def in_parts(facts: Iterable[bytes], at_once: int = AT_ONCE) -> Iterator[list[bytes]]:
    """Yield fact files some at a time."""
    remaining = iter(facts)
    while some := list(islice(remaining, at_once)):
        yield some


def declared(declaration: Declaration, changed: str = "") -> etree._Element:
    """Return an element ``edition`` that says what ``edition.toml`` says; documents are appended to it.

    ``changed`` is the last day on which a document was changed, where not all are appended.
    """
    edition = etree.Element(
        "edition",
        {
            "title": declaration.title,
            "number": declaration.edition,
            "publisher": declaration.publisher,
            "date": declaration.date,
            "doi": declaration.doi,
            "address": declaration.address,
            "licence": declaration.licence,
            "licence-text": declaration.licence_text,
            "archive": declaration.archive,
            "description": declaration.description,
            "keywords": "; ".join(declaration.keywords),
            "contact": declaration.contact,
            "text": "permitted" if declaration.text_permitted else "restricted",
            "document-rights": declaration.document_rights,
            "translation-rights": declaration.translation_rights,
            "lang": declaration.language,
            "version": __version__,
            # Of the site, whatever DOI or number each of its editions gets.
            "uuid": str(identity(declaration.address or known(declaration))),
        },
    )
    if changed:
        edition.set("changed", changed)
    for editor in declaration.editors:
        said = {
            "id": editor.id,
            "name": editor.name,
            "role": editor.role,
            "sort": editor.sort,
            "orcid": editor.orcid,
            "affiliation": editor.affiliation,
        }
        etree.SubElement(edition, "editor", said)
    return edition


def gathered(
    declaration: Declaration,
    facts: Iterable[bytes],
    *more: etree._Element,
    further: Callable[[str], Mapping[str, str]] | None = None,
    changed: str = "",
) -> str:
    """Return that element around the facts of all documents in order of time, as stylesheets for an edition read it.

    ``more`` stands behind the documents; ``further`` gives, by id, attributes of a document that no fact file has. Of
    documents that come some at a time, ``changed`` is the last day on which one of all was changed.

    Raises:
        TeicableError: a fact file is not well-formed.
    """
    documents = sorted(_placed(one, further) for one in facts)
    edition = declared(declaration, changed)
    marker = etree.SubElement(edition, "documents")
    edition.extend(more)
    before, after = etree.tostring(edition).split(etree.tostring(marker))
    return b"".join([before, *(said for _, _, said in documents), after]).decode("ascii")


def _placed(facts: bytes, further: Callable[[str], Mapping[str, str]] | None) -> tuple[str, str, bytes]:
    """Return what a document is put in order by, its id, and its element as bytes: as a tree it takes tenfold room."""
    root = document(facts)
    for key, value in further(root.get("id", "")).items() if further else ():
        root.set(key, value)
    return root.get("order", ""), root.get("id", ""), etree.tostring(root)


def document(facts: bytes) -> etree._Element:
    """Return the root of a fact file.

    Raises:
        TeicableError: it is not well-formed.
    """
    tree = parse(facts)
    if not isinstance(tree, etree._ElementTree):
        raise TeicableError(f"a fact file cannot be read: {tree.message}", "build the edition anew")
    return tree.getroot()
