"""Segments and groups as a tree, and where a segment stands in the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from teicable.model.annotation import Group, GroupKind, Zone
from teicable.model.settled import SettledText


@dataclass(frozen=True, slots=True)
class Node:
    """A segment (by index), or a group with what it holds."""

    index: int
    group: Group | None = None
    children: tuple[Node, ...] = ()


def glued(settled: SettledText, index: int) -> bool:
    """Tell whether a segment follows the one before it without white space."""
    start = settled.content(settled.segments[index]).start
    return start > 0 and not settled.text[start - 1].isspace()


def line_key(settled: SettledText, index: int) -> str:
    """Return the source line of a segment, with the column if it does not begin the line."""
    start = settled.content(settled.segments[index]).start
    line = settled.source.line(start)
    line_start = settled.text.rfind("\n", 0, start) + 1
    return f"{line}.{settled.source.column(start)}" if settled.text[line_start:start].strip() else str(line)


def tree(settled: SettledText, first: int, last: int) -> list[Node]:
    """Nest the segments ``first`` up to ``last`` by the groups that cover them.

    A group that TEI has no element for (a list without items, recipients some of whom are numbered) is dissolved: its
    lines stand on their own.
    """
    groups = [g for g in settled.groups if first <= g.first and g.last <= last]
    groups.sort(key=lambda g: (g.first, -g.last, _ORDER.index(g.kind)))
    return _sound(settled, _nest(first, last, groups), None)


_ORDER = (
    GroupKind.MESSAGE,
    GroupKind.LIST,
    GroupKind.ITEM,
    GroupKind.PARAGRAPH,
    GroupKind.COPIES,
    GroupKind.RELATED,
)


def _nest(first: int, last: int, groups: list[Group]) -> list[Node]:
    nodes: list[Node] = []
    position = first
    while position < last:
        group = groups[0] if groups and groups[0].first == position else None
        if group is None:
            nodes.append(Node(position))
            position += 1
            continue
        inner = [g for g in groups[1:] if g.last <= group.last]
        groups = [g for g in groups[1:] if g.last > group.last]
        nodes.append(Node(position, group, tuple(_nest(group.first, group.last, inner))))
        position = group.last
    return nodes


def _sound(settled: SettledText, nodes: Sequence[Node], around: GroupKind | None) -> list[Node]:
    result: list[Node] = []
    for node in nodes:
        if node.group is None:
            result.append(node)
            continue
        children = _sound(settled, node.children, node.group.kind)
        if _encodable(settled, node.group.kind, children, around):
            result.append(Node(node.index, node.group, tuple(children)))
        else:
            result.extend(_sound(settled, node.children, around))
    return result


def _encodable(settled: SettledText, kind: GroupKind, children: Sequence[Node], around: GroupKind | None) -> bool:
    lines = [child for child in children if not _aside(settled, child)]
    zones = [None if child.group else settled.segments[child.index].zone for child in lines]
    if kind is GroupKind.MESSAGE:
        return bool(lines)
    if kind is GroupKind.ITEM:
        return around is GroupKind.LIST and len(zones) > 1 and zones[0] is Zone.LABEL and children[0] is lines[0]
    if kind is GroupKind.LIST:
        items = [child.group is not None and child.group.kind is GroupKind.ITEM for child in lines]
        return bool(items) and all(items) and children[0] is lines[0]
    if kind is GroupKind.PARAGRAPH:
        ends = (children[0], children[-1]) if children else ()
        return bool(ends) and set(zones) == {Zone.PARAGRAPH} and all(end in lines for end in ends)
    if kind is GroupKind.COPIES:
        names = zones[1:] if zones[:1] == [Zone.DISTRIBUTION_HEAD] else zones
        count = len(names)
        shapes = ([Zone.RECIPIENT] * count, [Zone.LABEL, Zone.RECIPIENT] * (count // 2))
        return count > 0 and len(lines) == len(children) and names in shapes
    return False


def _aside(settled: SettledText, node: Node) -> bool:
    """Tell whether a node is no line of the text but a place in it: a drawn rule, a line of the page."""
    zone = settled.segments[node.index].zone
    return node.group is None and (zone.outside or zone is Zone.RULE)
