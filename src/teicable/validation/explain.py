"""Say in an editor's words where and how a file leaves the grammar: one message for each cause.

The validator of libxml2 decides; this only speaks. It walks over the tree with the rules of the same grammar, and after
each mistake goes on as if it were mended: a misspelt element is read as what it was meant to be, a forgotten one as
there, one too many as not there. So a mistake is told once, and does not hide the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lxml import etree

from teicable.authorities import TEI, XML_ID
from teicable.diagnostics import Diagnostic, Edit, Fix, Location
from teicable.validation import advice, spelling, values
from teicable.validation.patterns import NONE, TEXT, Rule, derivative, rules
from teicable.validation.repair import ANY, Change, changes, matches
from teicable.xml.places import Places, sourceline, written

_SHORT = 40


@dataclass(frozen=True, slots=True)
class _Child:
    """A child as the grammar sees it: ``symbol`` for the search; ``element`` is ``None`` for words."""

    symbol: str
    element: etree._Element | None
    after: etree._Element | None = None
    words: str = ""


@dataclass
class Explanation:
    """One file being explained."""

    tree: etree._ElementTree
    places: Places
    ids: dict[str, etree._Element] = field(default_factory=dict)
    surplus: set[etree._Element] = field(default_factory=set)

    def all(self) -> Iterator[Diagnostic]:
        """Yield what is wrong, element by element in document order."""
        for element in self.tree.iter(etree.Element):
            name = etree.QName(element)
            rule = rules().get(name.localname) if name.namespace == TEI else None
            if name.namespace == TEI and name.localname != "TEI" and element is self.tree.getroot():
                yield self._root(element, rule)
            elif rule is None:
                yield from self._unknown(element)
            if rule is not None:
                yield from self._attributes(element, rule)
            elif name.namespace == TEI:
                right, row = spelling.meant(name.localname, rules())
                rule = rules().get(right)
                if rule is not None and not row:
                    yield from self._attributes(element, rule)
            if rule is not None:
                yield from self._content(element, rule)
            yield from self._identified(element)

    def _root(self, element: etree._Element, rule: Rule | None) -> Diagnostic:
        name = etree.QName(element).localname
        right, row = ("", {}) if rule is not None else spelling.meant(name, rules())
        if right == "TEI":
            origin = f" is a name of {row['from']}" if row.get("from") else " is no name of TEI"
            fix = self._renamed(element, "TEI", safe=True)
            return self._say("G102", f"<{name}>{origin}", self.places.of(element), "did you mean <TEI>?", "TEI", fix)
        hint = f'a file must begin with <TEI xmlns="{TEI}" xml:lang="en">, and hold one document'
        return self._say("G105", f"the file begins with <{name}>", self.places.of(element), hint, "TEI")

    def _unknown(self, element: etree._Element) -> Iterator[Diagnostic]:
        name, parent = etree.QName(element), element.getparent()
        where = self.places.of(element)
        if name.namespace != TEI:
            if parent is None or etree.QName(parent).namespace != name.namespace:
                space = f"in the namespace “{name.namespace}”" if name.namespace else "in no namespace"
                hint = "take its xmlns away, or write an element of TEI in its place"
                yield self._say(
                    "G102", f"<{name.localname}> is {space}, not in the namespace of TEI", where, hint, "TEI"
                )
            return
        right, row = spelling.meant(name.localname, rules())
        origin = f", a name of {row['from']}" if row.get("from") else ""
        hint, fix = f"did you mean <{right}>?", self._renamed(element, right, safe=True)
        if row:
            hint = f"write {row['write']}"
            fix = self._renamed(element, row.get("start", right), safe=True) if row.get("sure") else None
        elif not right:
            above = rules().get(etree.QName(parent).localname) if parent is not None else None
            inside = advice.listed(above.children) if above else ""
            hint, fix = f"<{above.name}> may hold {inside}" if above else "look it up in the guidelines", None
        yield self._say("G102", f"there is no element <{name.localname}>{origin}", where, hint, right, fix)

    def _attributes(self, element: etree._Element, rule: Rule) -> Iterator[Diagnostic]:
        given = {written(str(name)): str(value) for name, value in element.attrib.items()}
        meant = set(given)
        for name, value in given.items():
            if name not in rule.attributes:
                free = [known for known in rule.attributes if known not in given]
                right, hint = advice.attribute(element, rule, name, value, free)
                meant.add(right)
                fix = self._replaced(element, name, right) if right else None
                message = f"<{rule.name}> has no attribute “{name}”"
                yield self._say("G103", message, self.places.attribute(element, name), hint, rule.name, fix)
                continue
            for doubt in values.refused(rule.name, name, value, self.ids):
                what = f"{name} of <{rule.name}>"
                message = f"{what} cannot be “{doubt.word}”" if doubt.word.strip() else f"{what} is empty"
                where = self.places.value(element, name, doubt.word if doubt.word != value else "")
                fix = self._valued(element, name, doubt, value) if doubt.right else None
                yield self._say("G104", message, where, doubt.hint, rule.name, fix)
        for name in rule.required:
            if name not in meant:
                hint = f"write {name}=“…”: {values.form(rule.attributes[name])}"
                message = f"<{rule.name}> lacks the attribute “{name}”"
                yield self._say("G106", message, self.places.of(element), hint, rule.name)

    def _content(self, element: etree._Element, rule: Rule) -> Iterator[Diagnostic]:
        children = list(_children(element, rule))
        if element in self.surplus:
            self.surplus.update(child.element for child in children if child.element is not None)
        symbols = [child.symbol for child in children]
        if matches(rule.model, symbols):
            return
        found = changes(rule.model, symbols)
        loose = [change for change in found if change.kind == "surplus" and symbols[change.index] == TEXT]
        if loose:
            # Words where an element is due, which is lacking: the words are that element.
            near = {index for one in loose for index in (one.index, one.index + 1)}
            due = [one for one in found if one.kind == "lacking" and one.index in near]
            due = [one for one in due if rules()[one.expected[0]].mixed]
            found = [change for change in found if change not in due]
            yield self._words(element, rule, children, loose, [change.expected[0] for change in due])
        lacking: dict[int, list[Change]] = {}
        for change in found:
            if change.kind == "lacking":
                lacking.setdefault(change.index, []).append(change)
            elif change not in loose:
                yield self._misplaced(element, rule, children, change)
        if element not in self.surplus:
            for due in lacking.values():
                yield self._lacking(element, rule, children, due)

    def _words(
        self,
        element: etree._Element,
        rule: Rule,
        children: Sequence[_Child],
        loose: Sequence[Change],
        due: Sequence[str],
    ) -> Diagnostic:
        child = children[loose[0].index]
        holding = list(due) or [name for name in loose[0].expected if name != TEXT and rules()[name].mixed]
        holding = holding or [name for name in rule.children if rules()[name].mixed]
        hint = f"put it into {advice.listed(holding, 'or')}" if holding else f"<{rule.name}> stays empty"
        more = f", and {len(loose) - 1} times more" if len(loose) > 1 else ""
        message = f"<{rule.name}> has text directly in it, which is not allowed: “{_short(child.words)}”{more}"
        return self._say("G105", message, self.places.words(element, child.after), hint, rule.name)

    def _misplaced(self, element: etree._Element, rule: Rule, children: Sequence[_Child], change: Change) -> Diagnostic:
        child = children[change.index].element
        assert child is not None
        self.surplus.add(child)
        name, tag = children[change.index].symbol, rule.name
        where, fix = self.places.of(child), None
        if change.kind == "moved":
            other = children[change.to]
            beyond = f"<{other.symbol}>"
            message, hint = f"<{name}> stands before {beyond} in <{tag}>", f"it must stand after it: move <{name}>"
            if other.element is not None:
                fix = self._moved(child, other.element, name)
        elif change.kind == "instead":
            message, hint = f"<{name}> stands in <{tag}> where <{change.expected[0]}> is due", ""
            hint = f"expected here: {advice.listed(change.expected)}"
        else:
            message, hint = self._place(element, rule, children, change)
        return self._say("G105", message, where, hint, name, fix)

    def _place(
        self, element: etree._Element, rule: Rule, children: Sequence[_Child], change: Change
    ) -> tuple[str, str]:
        """Say why a child may not stand where it does, and where it might."""
        symbols = [child.symbol for child in children]
        name, index = symbols[change.index], change.index
        refused = f"<{name}> is not allowed in <{rule.name}>"
        if name not in rule.children:
            return refused, advice.belonging(name, element)
        before = next((word for word in reversed(symbols[:index]) if word not in (TEXT, ANY)), "")
        after = next((word for word in symbols[index + 1 :] if word not in (TEXT, ANY)), "")
        model = rule.model
        for symbol in symbols[:index]:
            model = derivative(model, symbol) if derivative(model, symbol) is not NONE else model
        side = f" before <{after}>" if derivative(model, name) is not NONE and after else ""
        side = side or (f" after <{before}>" if before else "")
        hint = advice.move(rule, symbols, index) or spelling.instead(name, rule.name)
        return f"{refused}{side}", hint or f"expected here: {advice.listed(change.expected) or 'nothing more'}"

    def _lacking(
        self, element: etree._Element, rule: Rule, children: Sequence[_Child], due: Sequence[Change]
    ) -> Diagnostic:
        names = advice.listed(change.expected[0] for change in due)
        index = due[0].index
        following = next((child for child in children[index:] if child.element is not None), None)
        before = next((child for child in reversed(children[:index]) if child.element is not None), None)
        place, where = "", self.places.end(element)
        if following is not None and following.element is not None:
            place, where = f" before <{following.symbol}>", self.places.of(following.element)
        elif before is not None:
            place = f" after <{before.symbol}>"
        name = due[0].expected[0]
        pattern = str(spelling.elsewhere("due", name).get("write", ""))
        others = [other for other in due[0].expected[1:] if other != name and other not in advice.ANYWHERE]
        hint = f"write {pattern}" if pattern else f"<{name}> is {rules()[name].meaning}"
        if others:
            hint += f"; here may also stand {advice.listed(others)}"
        fix = None
        offset = self.places.offset(following.element if following else None, element)
        if pattern and len(due) == 1 and offset >= 0:
            fix = Fix(f"add <{name}>", True, (Edit(offset, offset, pattern),))
        return self._say("G106", f"<{rule.name}> lacks {names}{place}", where, hint, name, fix)

    def _identified(self, element: etree._Element) -> Iterator[Diagnostic]:
        name = element.get(XML_ID)
        if name is None or self.ids.setdefault(name, element) is element:
            return
        message = f"xml:id “{name}” is taken: line {sourceline(self.ids[name])} has it"
        yield Diagnostic("G107", message, self.places.value(element, "xml:id"), "give it another")

    def _say(
        self, code: str, message: str, where: Location, hint: str, about: str = "", fix: Fix | None = None
    ) -> Diagnostic:
        see = f"guidelines.html#elem.{about}" if about in rules() else ""
        return Diagnostic(code, message, where, hint, fix, see)

    def _renamed(self, element: etree._Element, start: str, *, safe: bool) -> Fix | None:
        tag = self.places.tag(element)
        if tag is None or not start:
            return None
        edits = [Edit(tag.start + 1, tag.start + 1 + len(tag.name), start)]
        if tag.close > tag.start:
            edits.append(Edit(tag.close + 2, tag.close + 2 + len(tag.name), start.partition(" ")[0]))
        return Fix(f"write <{start}>", safe, tuple(edits))

    def _replaced(self, element: etree._Element, name: str, right: str) -> Fix | None:
        start, _ = self.places.span(element, name)
        if start < 0:
            return None
        start, end = self.places.name(element, name)
        return Fix(f"write {right}", True, (Edit(start, end, right),))

    def _valued(self, element: etree._Element, name: str, doubt: values.Doubt, value: str) -> Fix | None:
        start, end = self.places.span(element, name, doubt.word if doubt.word != value else "")
        return Fix(f"write “{doubt.right}”", True, (Edit(start, end, doubt.right),)) if start >= 0 else None

    def _moved(self, child: etree._Element, other: etree._Element, name: str) -> Fix | None:
        tag, beyond = self.places.tag(child), self.places.tag(other)
        if tag is None or beyond is None:
            return None
        words = self.places.characters[tag.start : tag.after]
        edits = (Edit(tag.start, tag.after, ""), Edit(beyond.after, beyond.after, words))
        return Fix(f"move <{name}>", True, edits)


def _children(element: etree._Element, rule: Rule) -> Iterator[_Child]:
    """Yield children and words; where words may stand anywhere, they are left out."""
    after: etree._Element | None = None
    if not rule.mixed and (element.text or "").strip():
        yield _Child(TEXT, None, None, element.text or "")
    for node in element:
        if isinstance(node.tag, str):
            yield _Child(_symbol(node, rule), node)
            after = node
        if not rule.mixed and (node.tail or "").strip():
            yield _Child(TEXT, None, after, node.tail or "")


def _symbol(element: etree._Element, rule: Rule) -> str:
    """Return the name of a child; that which was meant where it is misspelt; ``ANY`` where nobody knows."""
    name = etree.QName(element)
    if name.namespace != TEI:
        return ANY
    if name.localname in rules():
        return name.localname
    right, _ = spelling.meant(name.localname, rules())
    return right if right in rule.children else ANY


def _short(words: str) -> str:
    folded = " ".join(words.split())
    return folded if len(folded) <= _SHORT else f"{folded[: _SHORT - 1].rstrip()}…"
