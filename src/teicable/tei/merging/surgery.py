"""Put elements round words, take them away, exchange words: on the tree an editor laid out, touching nothing else."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from lxml import etree

from teicable.tei.merging.chart import Chart, Placed
from teicable.tei.mixed import fill, get, local, nodes
from teicable.tei.serialize import holds_elements_only

Content = list[str | etree._Element]

_HOLDERS = frozenset(
    {"text", "group", "body", "back", "div", "floatingText", "opener", "closer", "postscript", "trailer"}
    | {"list", "item", "address"}
)
"""Elements that mostly hold blocks."""
_AROUND = _HOLDERS | {"p", "ab", "label", "head", "seg", "dateline", "salute", "signed", "addrLine"}
"""Elements inside which a claim about all their words stands; it stands round every other."""


class CrossingError(Exception):
    """An element cannot be put there: it would cross another, or a delimiter is markup already."""


def unwrap(element: etree._Element, lead: str, trail: str) -> None:
    """Take an element away from round its content; its delimiters become characters again."""
    parent = element.getparent()
    if parent is None:
        raise CrossingError
    content: Content = list(nodes(element))
    if local(element) == "choice":
        readings: Content = [node for node in content if not isinstance(node, str)]
        content = readings[:1]
        for reading in readings[1:]:
            content += [" ", reading]
    elif "letterspaced" in get(element, "rend").split():
        content = [" ".join("".join(node.split())) if isinstance(node, str) else node for node in content]
    around: Content = []
    for node in nodes(parent):
        around += [lead, *content, trail] if node is element else [node]
    fill(parent, around)


def wrap(
    chart: Chart,
    start: int,
    end: int,
    new: etree._Element,
    delimiters: tuple[int, int],
    within: Collection[etree._Element],
    outside: Collection[etree._Element],
) -> None:
    """Put ``new`` round a stretch of characters, of which the first and last become markup.

    Args:
        chart: of the tree as it is.
        start: of the stretch.
        end: of the stretch.
        new: the element, empty.
        delimiters: how many characters at the beginning and at the end its rendition stands for.
        within: elements of the tree in which it has to stand, even if they hold the same characters.
        outside: elements round which it has to stand.

    Raises:
        CrossingError: that is not possible.
    """
    parent = _container(chart, start, end, within, outside)
    content: Content = list(nodes(parent))
    if start == end:
        before, after = _split(content, _cut(chart, parent, content, start))
        fill(parent, [*before, new, *after])
        return
    begin, finish = _cut(chart, parent, content, start), _cut(chart, parent, content, end - 1, after=True)
    before, after = _split(content, begin)[0], _split(content, finish)[1]
    inner = _without(_between(content, begin, finish), delimiters[0], first=True)
    inner = _without(inner, delimiters[1], first=False)
    if local(parent) in _HOLDERS and not holds_elements_only(new):
        # What was the layout of blocks becomes blanks between words.
        inner = [re.sub(r"\s+", " ", node) if isinstance(node, str) else node for node in inner]
    if "letterspaced" in get(new, "rend").split():
        inner = ["".join(node.split()) if isinstance(node, str) else node for node in inner]
    if local(new) == "lb" and after and isinstance(after[0], str):
        after[0] = after[0].lstrip()
    fill(new, inner)
    content = [*before, new, *after]
    if local(parent) == "choice":
        content = [node for node in content if not isinstance(node, str) or node.strip()]
    fill(parent, content)


def trim(element: etree._Element, *, start: bool, end: bool) -> None:
    """Take blanks away where the content of an element begins or ends."""
    content: Content = list(nodes(element))
    for index, side, due in ((0, str.lstrip, start), (-1, str.rstrip, end)):
        run = content[index] if content else None
        if due and isinstance(run, str):
            content[index] = side(run)
    fill(element, content)


def exchange(chart: Chart, start: int, end: int, words: str) -> None:
    """Put other words in the place of a stretch of characters, all of which stand in one run of text.

    Raises:
        CrossingError: they do not.
    """
    origins = chart.origins[start:end]
    if not origins or any(origin is None or origin[:2] != (origins[0] or (None, -1))[:2] for origin in origins):
        raise CrossingError
    (parent, index, first), last = origins[0] or _never(), origins[-1] or _never()
    content: Content = list(nodes(parent))
    run = content[index]
    assert isinstance(run, str)
    content[index] = run[:first] + words + run[last[2] + 1 :]
    fill(parent, content)


def insert(chart: Chart, parent: etree._Element, place: int, new: Sequence[etree._Element]) -> None:
    """Put blocks between those of ``parent``, laid out as their neighbours are.

    Raises:
        CrossingError: no two of its children meet there.
    """
    content: Content = list(nodes(parent))
    after = -1
    for index, node in enumerate(content):
        placed = None if isinstance(node, str) else chart.by_element.get(node)
        if placed and placed.start < place < placed.end:
            raise CrossingError
        if placed and placed.end <= place and placed.start < place:
            after = index
    ahead = next((node for node in content[max(0, after - 1) :] if isinstance(node, str)), "")
    indent = ahead if not ahead.strip() else ""
    put: Content = []
    for element in new:
        put += [indent, element]
    fill(parent, [*content[: after + 1], *put, *content[after + 1 :]])


def _container(
    chart: Chart, start: int, end: int, within: Collection[etree._Element], outside: Collection[etree._Element]
) -> etree._Element:
    """Return the innermost element that may hold an element round these characters."""
    chosen: Placed | None = None
    for placed in chart.under(start, end):
        if chosen is not None and placed.depth <= chosen.depth:
            continue
        same = placed.inner == (start, end)
        if placed.element in outside:
            break
        if same and start < end and placed.element not in within and local(placed.element) not in _AROUND:
            break
        if start == end and placed.element not in within and start in placed.inner:
            continue
        chosen = placed
    if chosen is None:
        raise CrossingError
    return chosen.element


Cut = tuple[int, int]
"""Between two nodes, or within a run of text: which node, which character of it."""


def _cut(chart: Chart, parent: etree._Element, content: Content, place: int, *, after: bool = False) -> Cut:
    """Return where the content of ``parent`` is cut before the character at ``place``, or after it."""
    if place < len(chart.origins):
        origin = chart.origins[place]
        if origin is not None and origin[0] is parent:
            return origin[1], origin[2] + after
    for index, node in enumerate(content):
        placed = None if isinstance(node, str) else chart.by_element.get(node)
        if placed and placed.start <= place < placed.end:
            if (placed.end - 1 if after else placed.start) != place:
                raise CrossingError
            return index + after, 0
    if after or place < chart.by_element[parent].inner[1]:
        raise CrossingError
    return len(content), 0


def _split(content: Content, cut: Cut) -> tuple[Content, Content]:
    index, offset = cut
    run = content[index] if offset else ""
    if not isinstance(run, str) or not offset:
        return content[:index], content[index:]
    return [*content[:index], run[:offset]], [run[offset:], *content[index + 1 :]]


def _between(content: Content, begin: Cut, finish: Cut) -> Content:
    run = content[begin[0]]
    if begin[0] == finish[0] and isinstance(run, str):
        return [run[begin[1] : finish[1]]]
    right, after = _split(content, begin)[1], _split(content, finish)[1]
    last = content[finish[0]] if finish[1] else ""
    return [*right[: len(right) - len(after)], *([last[: finish[1]]] if isinstance(last, str) and last else [])]


def _without(content: Content, count: int, *, first: bool) -> Content:
    """Take delimiters away at one end; they have to be characters there."""
    content = list(content)
    while count:
        index = 0 if first else len(content) - 1
        run = content[index] if content else None
        if not isinstance(run, str):
            raise CrossingError
        if not run.strip():
            del content[index]
            continue
        run = run.lstrip()[1:] if first else run.rstrip()[:-1]
        content[index] = run
        count -= 1
    return content


def _never() -> tuple[etree._Element, int, int]:
    raise CrossingError
