"""Lay segments and groups out as the blocks of a cable: opener, head, paragraphs, messages, closer.

TEI lets ``opener`` and ``head`` stand only before the first block of running text and ``closer`` only after the last. A
line of the form that stands between two paragraphs becomes ``ab[@type='form']`` there, so that source order is kept
and any order of lines can be encoded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from teicable.model.annotation import GroupKind, Segment, Zone
from teicable.model.settled import SettledText
from teicable.model.span import Span
from teicable.resolve import content_of
from teicable.tei import markings
from teicable.tei.delimiters import Renditions
from teicable.tei.inline import Addresses, Inline, evidence
from teicable.tei.mixed import Element, child, get, last, local, put, text
from teicable.tei.nesting import Node, glued, line_key
from teicable.tei.pages import running

_CLOSING = (Zone.SIGNATURE, Zone.TOTAL, Zone.DISTRIBUTION_HEAD, Zone.PRODUCTION)
_SEG_TYPES = {
    Zone.OFFICE: "office",
    Zone.CLASSIFICATION: "classification",
    Zone.HANDLING: "handling",
    Zone.NUMBER: "number",
    Zone.SHEET: "sheet",
    Zone.FIELD: "field",
    Zone.DISTRIBUTION: "distribution",
    Zone.DISTRIBUTION_HEAD: "distribution",
    Zone.RECIPIENT: "distribution",
    Zone.LABEL: "distribution",
    Zone.PRODUCTION: "production",
    Zone.UNPARSED: "unparsed",
    Zone.TOTAL: "distribution",
    Zone.HEAD: "field",
    Zone.PARAGRAPH: "unparsed",
    Zone.INSTRUCTION: "unparsed",
    Zone.NOTE: "unparsed",
}
_LINES = {Zone.DATELINE: "dateline", Zone.DATE: "dateline", Zone.SALUTATION: "salute", Zone.SIGNATURE: "signed"}
_RUNNING = (GroupKind.MESSAGE, GroupKind.LIST, GroupKind.ITEM, GroupKind.PARAGRAPH)
_AB_TYPES = {Zone.UNPARSED: "unparsed", Zone.SALUTATION: "salutation", Zone.SIGNATURE: "signature"}


@dataclass
class Blocks:
    """Writes the blocks of one document."""

    settled: SettledText
    renditions: Renditions = field(default_factory=Renditions)
    addresses: Addresses = field(default_factory=Addresses)
    opened: dict[int, int] = field(default_factory=dict)
    closed: dict[int, int] = field(default_factory=dict)
    notes: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.inline = Inline(self.settled, self.renditions, self.addresses)
        self.running = running(self.settled)

    def fill(self, parent: Element, nodes: Sequence[Node]) -> None:
        """Write nodes into a ``div`` or ``body``: what precedes the running text, the text, what follows it."""
        running = self._running(nodes)
        first, final = (running[0], running[-1]) if running else self._empty(nodes)
        wrapper: Element | None = None
        closed = False
        for position, node in enumerate(nodes):
            if not running and position == first:
                self._missing(parent)
                wrapper = None
            if self._milestone(parent, node, wrapper if last(parent) is wrapper else None):
                continue
            if position < first:
                wrapper = self._above(parent, wrapper, node)
            elif running and position <= final:
                wrapper = None
                self._within(parent, node)
            else:
                wrapper, closed = self._below(parent, wrapper, node, closed)
        if not running and first == len(nodes):
            self._missing(parent)

    def _missing(self, parent: Element) -> None:
        """Say that there is no text between the form and the closing lines."""
        block = child(parent, "ab")
        self.addresses.give(block, "ab")
        put(block, "type", "missing")
        child(block, "gap", {"reason": "missing"})

    def _zone(self, node: Node) -> Zone:
        return self.settled.segments[node.index].zone

    def _running(self, nodes: Sequence[Node]) -> list[int]:
        """Return the positions of running text. An instruction belongs to it as long as nothing has closed it."""
        found: list[int] = []
        closed = False
        for position, node in enumerate(nodes):
            zone = self._zone(node)
            if node.group is None:
                text = zone is Zone.PARAGRAPH or (zone is Zone.INSTRUCTION and not closed)
                closed = closed or zone in _CLOSING
            else:
                text = node.group.kind in _RUNNING
                closed = closed or (bool(found) and node.group.kind is GroupKind.COPIES)
            if text:
                found.append(position)
        return found

    def _empty(self, nodes: Sequence[Node]) -> tuple[int, int]:
        """Where the text is missing, say so before the lines that can only follow a text."""
        for position, node in enumerate(nodes):
            if self._zone(node) in (*_CLOSING, Zone.INSTRUCTION):
                return position, position
        return len(nodes), len(nodes)

    def _milestone(self, parent: Element, node: Node, wrapper: Element | None = None) -> bool:
        """Write what may stand anywhere: the beginning of a page, a drawn rule, a line that is none of the cable.

        In the opener or closer that is not ended yet (``wrapper``), but for a rule, which ends it.
        """
        segment = self.settled.segments[node.index]
        if node.group is not None:
            return False
        inner = parent if wrapper is None else wrapper
        self.inline.pages.begin(inner, segment)
        if segment.zone.outside:
            self._aside(inner, node.index)
            return True
        if segment.zone is not Zone.RULE:
            return False
        drawn = " ".join(segment.span.of(self.settled.text).split())
        rule = child(parent, "milestone", {"unit": "rule", "rendition": self.renditions.rule(drawn)})
        self._glue(rule, node.index)
        return True

    def _above(self, parent: Element, wrapper: Element | None, node: Node) -> Element | None:
        if self._zone(node) is Zone.HEAD and node.group is None:
            head = child(parent, "head")
            self._line(head, node.index)
            return None
        if wrapper is None or last(parent) is not wrapper:
            wrapper = child(parent, "opener")
        self._entry(wrapper, node)
        return wrapper

    def _below(self, parent: Element, wrapper: Element | None, node: Node, closed: bool) -> tuple[Element | None, bool]:
        """Write what follows the text; an instruction or unknown line after a closer is a postscript."""
        if node.group is not None and node.group.kind is GroupKind.COPIES:
            self._copies(child(parent, "trailer"), node)
            return None, True
        zone = self._zone(node)
        if zone is Zone.NOTE and node.group is None:
            self._block(parent, node)
            return None, closed
        if zone in (Zone.PARAGRAPH, Zone.INSTRUCTION, Zone.UNPARSED) and (closed or zone is not Zone.UNPARSED):
            name = "postscript" if closed else ""
            same = wrapper is not None and local(wrapper) == name and last(parent) is wrapper
            target = wrapper if same else (child(parent, name) if name else parent)
            self._block(target if target is not None else parent, node)
            return (target if name else None), closed
        if wrapper is None or local(wrapper) != "closer" or last(parent) is not wrapper:
            wrapper = child(parent, "closer")
        self._entry(wrapper, node)
        return wrapper, True

    def _aside(self, parent: Element, index: int) -> None:
        """Write a line of the page: a running head itself, of any other the place, for it stands in the header."""
        if index in self.running:
            words = self.settled.words(self.settled.segments[index])
            self._glue(child(parent, "fw", {"type": self.running[index]}, words), index)
        else:
            child(parent, "milestone", {"unit": "setAside", "n": line_key(self.settled, index)})

    def _within(self, parent: Element, node: Node) -> None:
        """Write a block of running text, or a line of the form that interrupts it."""
        if node.group is not None and node.group.kind is GroupKind.MESSAGE:
            self._message(parent, node)
        elif node.group is not None and node.group.kind is GroupKind.LIST:
            self._list(parent, node)
        elif node.group is not None and node.group.kind is GroupKind.COPIES:
            self._copies(parent, node)
        elif node.group is not None and node.group.kind is GroupKind.PARAGRAPH:
            self._interrupted(parent, node)
        elif node.group is not None:
            for inner in node.children:
                self._within(parent, inner)
        else:
            self._block(parent, node)

    def _block(self, parent: Element, node: Node) -> None:
        segment = self.settled.segments[node.index]
        if self._milestone(parent, node):
            return
        if segment.zone is Zone.NOTE:
            self._note(parent, node, segment)
            return
        if segment.zone is Zone.PARAGRAPH:
            block = child(parent, "p")
            self.addresses.give(block, "p")
        else:
            kind = "instruction" if segment.zone is Zone.INSTRUCTION else _AB_TYPES.get(segment.zone, "form")
            block = child(parent, "ab")
            self.addresses.give(block, "ab")
            put(block, "type", kind)
            if segment.zone is Zone.UNPARSED:
                put(block, "cert", "low")
        self._line(block, node.index)

    def _interrupted(self, parent: Element, node: Node) -> None:
        """Write a paragraph that lines of the page interrupt: as one, with the places where they stood."""
        block = child(parent, "p")
        self.addresses.give(block, "p")
        for inner in node.children:
            segment = self.settled.segments[inner.index]
            if segment.zone.outside:
                if inner.index in self.running and not glued(self.settled, inner.index):
                    _blank(block)
                self.inline.pages.begin(block, segment)
                self._aside(block, inner.index)
                continue
            if inner is node.children[0]:
                self._glue(block, inner.index)
            elif not glued(self.settled, inner.index):
                _blank(block)
            self.inline.fill(block, content_of(self.settled, inner.index))

    def _note(self, parent: Element, node: Node, segment: Segment) -> None:
        """Write a note of the foot; the calls in the text lead to it by where its segment begins."""
        note = child(parent, "note", {"type": segment.get("type"), "place": "foot"})
        if segment.get("type") != "authorial":
            put(note, "resp", "#translator")
        self.addresses.give(note, "n", segment.get("mark"))
        self.notes[str(segment.span.start)] = get(note, "xml:id")
        for name, value in evidence(segment.recogniser, segment.basis, segment.certainty).items():
            if value:
                put(note, name, value)
        self._line(note, node.index)

    def link(self) -> None:
        """Let each call of a note lead to it; a call whose note is no block of its own leads nowhere."""
        for call in self.inline.calls:
            where = call.attrib.pop("target", "")
            if where in self.notes:
                put(call, "target", f"#{self.notes[where]}")

    def _message(self, parent: Element, node: Node) -> None:
        group, content = node.group, self._covered(node)
        if group is None:
            return
        characters = self.settled.text
        message = child(parent, "floatingText")
        self.addresses.give(message, "m")
        put(message, "type", "telegram")
        self._glue(message, node.index)
        # Of several messages that begin or end together the outermost has the outermost delimiters.
        start = content.start + self.opened.get(group.first, 0)
        end = content.end - self.closed.get(group.last, 0)
        self.opened[group.first] = self.opened.get(group.first, 0) + group.left
        self.closed[group.last] = self.closed.get(group.last, 0) + group.right
        left, right = characters[start : start + group.left], characters[end - group.right : end]
        ends = [self.renditions.left(left)] if left else []
        ends += [self.renditions.right(right)] if right else []
        if ends:
            put(message, "rendition", " ".join(ends))
        self.fill(child(message, "body"), node.children)

    def _list(self, parent: Element, node: Node) -> None:
        items = child(parent, "list", {"rend": "numbered"})
        item = items
        for entry in node.children:
            if entry.group is None:
                self._milestone(item, entry)
                continue
            label, *rest = entry.children
            self._line(child(items, "label"), label.index)
            item = child(items, "item")
            self.addresses.give(item, "i")
            if rest:
                self._glue(item, rest[0].index)  # “2.The boats”: the item begins where its paragraph does
            for inner in rest:
                self._within(item, inner)

    def _copies(self, parent: Element, node: Node) -> None:
        """Write a copy list of several lines; ``parent`` is a trailer, a seg or a block container."""
        labelled = any(self._zone(inner) is Zone.LABEL for inner in node.children)
        copies = child(parent, "list", {"type": "distribution", "rend": "numbered" if labelled else ""})
        for inner in node.children:
            zone = self._zone(inner)
            if zone in (Zone.DISTRIBUTION_HEAD, Zone.LABEL) and (zone is Zone.LABEL or last(copies) is None):
                self._line(child(copies, "head" if zone is Zone.DISTRIBUTION_HEAD else "label"), inner.index)
            elif not self._milestone(copies, inner):
                item = child(copies, "item")
                self.addresses.give(item, "i")
                self._line(item, inner.index)

    def _entry(self, parent: Element, node: Node) -> None:
        """Write a line of an opener or closer."""
        if node.group is not None:
            if node.group.kind is GroupKind.COPIES:
                seg = child(parent, "seg", {"type": "distribution"})
                self._copies(seg, node)
            else:
                for inner in node.children:
                    self._entry(parent, inner)
            return
        if self._milestone(parent, node):
            return
        segment = self.settled.segments[node.index]
        if segment.zone in _LINES:
            self._line(child(parent, _LINES[segment.zone]), node.index)
        elif segment.zone is Zone.ADDRESS:
            before = last(parent)
            same = before is not None and local(before) == "address"
            target = before if same and before is not None else child(parent, "address")
            self._line(child(target, "addrLine"), node.index)
        elif segment.zone is Zone.TOTAL and self._total(parent, node):
            return
        else:
            self._seg(parent, node, segment)

    def _seg(self, parent: Element, node: Node, segment: Segment) -> None:
        attributes = {"type": _SEG_TYPES[segment.zone]}
        ground = evidence(segment.recogniser, segment.basis, segment.certainty)
        if segment.zone is Zone.UNPARSED:
            ground = {"cert": "low"}
        seg = child(parent, "seg", attributes | ground)
        if segment.zone is Zone.DISTRIBUTION and self._recipients(seg, node):
            self._glue(seg, node.index)
            return
        if segment.zone in (Zone.CLASSIFICATION, Zone.HANDLING):
            self._glue(seg, node.index)
            markings.fill(seg, self.inline, self.renditions, content_of(self.settled, node.index))
            return
        self._line(seg, node.index)

    def _total(self, parent: Element, node: Node) -> bool:
        """Write a stated number of copies that fills its line as a bare ``measure``."""
        content = content_of(self.settled, node.index)
        claims = list(self.inline.within(content))
        if not claims or claims[0].kind != "total" or claims[0].span != content:
            return False
        measure = self.inline.element(parent, claims[0])
        self.inline.fill_inside(measure, claims[0])
        self._glue(measure, node.index)
        return True

    def _recipients(self, seg: Element, node: Node) -> bool:
        """Write “Copies: Stalin (2), Molotov” as a list if claims of head and items fill the line."""
        content = content_of(self.settled, node.index)
        claims = [c for c in self.inline.within(content) if c.kind in ("list-head", "recipient")]
        gaps = [content.start, *(e for c in claims for e in c.span), content.end]
        between = [self.settled.text[a:b] for a, b in zip(gaps[::2], gaps[1::2], strict=True)]
        kinds = [claim.kind for claim in claims]
        if len(claims) < 2 or kinds != ["list-head"] + ["recipient"] * (len(claims) - 1):
            return False
        if any(part.strip() for part in between):
            return False
        copies = child(seg, "list", {"type": "distribution"})
        for claim, gap in zip(claims, between, strict=False):
            entry = child(copies, "head" if claim.kind == "list-head" else "item")
            if claim.kind == "recipient":
                self.addresses.give(entry, "i")
            if claim is not claims[0] and not gap:
                put(entry, "rend", "run-on")
            self.inline.fill(entry, claim.span)
        return True

    def _line(self, element: Element, index: int) -> None:
        """Write the content of a segment into its element."""
        self._glue(element, index)
        self.inline.fill(element, content_of(self.settled, index))

    def _glue(self, element: Element, index: int) -> None:
        """Record that no blank stood before a segment."""
        if index and glued(self.settled, index):
            rend = element.get("rend")
            put(element, "rend", f"{rend} run-on" if rend else "run-on")

    def _covered(self, node: Node) -> Span:
        group = node.group
        first, last = (group.first, group.last - 1) if group else (node.index, node.index)
        segments = self.settled.segments
        return Span(self.settled.content(segments[first]).start, self.settled.content(segments[last]).end)


def _blank(block: Element) -> None:
    """Write the blank between two lines, where no word goes on from one to the next."""
    before = next((e for e in reversed(block) if e.tail or local(e) not in ("fw", "pb", "milestone")), None)
    if before is None or before.tail or get(before, "break") != "no":
        text(block, " ")
