"""The page on which an editor works through what is to be decided: one file, without a network."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from lxml import etree

from teicable import resources
from teicable.authorities import Authorities
from teicable.model.decision import Item
from teicable.model.declaration import Declaration
from teicable.model.elements import WRITABLE
from teicable.render import REVIEW
from teicable.render.rendering import Renderer, style
from teicable.resolve.decisions import LINES
from teicable.review.replacement import ELEMENTS, example, verdicts
from teicable.tei.mixed import text


def page(
    listed: Sequence[Item], declaration: Declaration, authorities: Authorities, override: Path | None = None
) -> bytes:
    """Return the page; ``override`` is the edition's own folder of stylesheets."""
    parameters = {
        "css-inline": "\n".join((style(override), _read("css/review.css"))),
        "script-inline": _read("js/review.js"),
    }
    source = etree.tostring(_listed(listed, declaration, authorities))
    return Renderer((REVIEW,), override).render(source, REVIEW, parameters).data


def _listed(listed: Sequence[Item], declaration: Declaration, authorities: Authorities) -> etree._Element:
    review = etree.Element("review", title=declaration.title)
    for editor in declaration.editors:
        etree.SubElement(review, "editor", id=editor.id, name=editor.name)
    for name in WRITABLE:
        etree.SubElement(review, "choice", value=name)
    for entry in authorities.entries:
        if entry.kind in ELEMENTS:
            etree.SubElement(review, "choice", value=f"{ELEMENTS[entry.kind]} ref={entry.key}", label=entry.main)
    for line in sorted(LINES):
        etree.SubElement(review, "line", value=line)
    for document, items in groupby(listed, key=lambda item: item.document):
        within = etree.SubElement(review, "document", id=document)
        for item in items:
            _item(etree.SubElement(within, "item"), item)
    return review


def _item(element: etree._Element, item: Item) -> None:
    subject = item.subject
    said = {
        "key": item.key,
        "claim": subject.claim,
        "value": subject.value,
        "place": item.place,
        "certainty": str(item.certainty),
        "code": item.code,
        "basis": item.basis,
        "verdicts": " ".join(verdicts(item)),
        "example": example(item),
        "finding": "yes" if subject.finding else "",
    }
    for name, value in said.items():
        if value:
            element.set(name, _legal(value))
    for one in item.companions:
        said = {"claim": one.subject.claim, "value": one.subject.value}
        text(etree.SubElement(element, "with", said), _legal(one.subject.quote.exact))
    parts = (("before", item.before), ("words", subject.quote.exact), ("after", item.after))
    for name, words in (*parts, ("editor", item.editor), ("message", item.message)):
        if words:
            text(etree.SubElement(element, name), _legal(words))


def _legal(words: str) -> str:
    """Replace what XML does not allow."""
    return "".join(c if c >= " " and c not in "\ufffe\uffff" else "\ufffd" for c in words)


def _read(name: str) -> str:
    return resources.transforms(name).read_text(encoding="utf-8")
