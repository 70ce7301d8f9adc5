"""The data files of an edition, for other programs: made from fact files alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from teicable.model.declaration import Declaration
from teicable.render import DATA
from teicable.render.addresses import CMIF, CONDITIONAL, FILES, HARVEST, PAGES
from teicable.render.collection import AT_ONCE, gathered, in_parts
from teicable.render.rendering import Renderer

_ENTRY, _ENTRY_END = b"<correspDesc ", b"</correspDesc>"


def data(
    renderer: Renderer, facts: Iterable[bytes], declaration: Declaration, more: Iterable[str] = ()
) -> dict[str, bytes]:
    """Return the data files by name; ``renderer`` must have been built with the target ``data``.

    Those in which addresses stand in full are made only where the edition states its own. ``more`` are pages of the
    edition, beside those that every edition has, that the sitemap lists.

    Raises:
        TeicableError: a fact file is not well-formed.
    """
    source = gathered(declaration, facts)
    shared = {"pages": " ".join([*PAGES.values(), *more])}
    made = {
        name: renderer.render(source, DATA, {**shared, "file": name}).data for name in (*FILES, *HARVEST, *CONDITIONAL)
    }
    return {name: _ended(name, content) for name, content in made.items() if content.strip()}


def cmif(
    renderer: Renderer, facts: Iterable[bytes], declaration: Declaration, changed: str = "", at_once: int = AT_ONCE
) -> Iterator[bytes]:
    """Yield the index of correspondence alone, some documents at a time; nothing where there can be none.

    ``modules/harvestable.xsl`` says when there can. The facts come in order of time; ``changed`` is the last day on
    which a document was changed. What is yielded is, put together, what `data` makes of all documents at once.

    Raises:
        TeicableError: a fact file is not well-formed.
    """
    foot = b""
    for some in in_parts(facts, at_once):
        source = gathered(declaration, some, changed=changed)
        made = renderer.render(source, DATA, {"file": CMIF}).data
        before, begun, entries = made.partition(_ENTRY)
        if not begun:
            continue
        entries, ended, after = entries.rpartition(_ENTRY_END)
        head, indent = before[: len(before.rstrip())], before[len(before.rstrip()) :]
        yield from ((indent if foot else head + indent), begun, entries, ended)
        foot = after
    yield foot


def _ended(name: str, content: bytes) -> bytes:
    """End the lines of a table as RFC 4180 wants it; no cell of ours has a line break."""
    return content.replace(b"\n", b"\r\n") if name.endswith(".csv") else content
