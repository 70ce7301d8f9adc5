"""The transcript of a document beside its text, as a page of the site: which line of the source became what."""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

from teicable.render import TRANSCRIPT
from teicable.render.addresses import addresses
from teicable.render.rendering import Renderer
from teicable.tei.lineation import Run
from teicable.tei.mixed import text


def transcript(
    renderer: Renderer, tei: bytes, root: etree._Element, runs: Iterable[Run], document: str, title: str, path: str = ""
) -> bytes:
    """Return the page; ``renderer`` must have been built with the target ``transcript``, ``root`` is what ``tei`` says.

    It stands in a folder below the page of the document. ``runs`` are the lines of the transcript.
    """
    places = addresses(title)
    parameters = {
        **{name: f"../{place}" for name, place in places.items() if place and name.endswith("-href")},
        "edition-title": title,
        "page-href": f"../{document}.html",
        "transcript": etree.tostring(_lines(root, runs), encoding="unicode"),
    }
    return renderer.render(tei, TRANSCRIPT, parameters, path).data


def _lines(root: etree._Element, runs: Iterable[Run]) -> etree._Element:
    """Return the lines as the stylesheet reads them; a block is named by its number among all elements of the file."""
    numbers = {element: number for number, element in enumerate(root.iter(etree.Element), 1)}
    lines = etree.Element("transcript")
    for run in runs:
        if run.block is not None:
            at = {"n": str(run.line), "at": str(numbers[run.block])}
            text(etree.SubElement(lines, "run", {**at, **({} if run.first else {"continued": "true"})}), run.words)
    return lines
