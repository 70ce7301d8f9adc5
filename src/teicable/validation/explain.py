"""Say in an editor's words where and how a file leaves the grammar: one message for each cause.

The validator of libxml2 decides; this only speaks. It walks over the tree with the rules of the same grammar, and after
each mistake goes on as if it were mended: a misspelt element is read as what it was meant to be, a forgotten one as
there, one too many as not there. So a mistake is told once, and does not hide the next.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property

from lxml import etree

from teicable.authorities import TEI, XML_ID, XML_LANG
from teicable.diagnostics import Diagnostic, Edit, Fix
from teicable.validation import advice, edits, homes, spelling, strangers, values
from teicable.validation.patterns import NONE, TEXT, Rule, derivative, rules
from teicable.validation.repair import ANY, Change, changes, matches
from teicable.validation.strangers import say
from teicable.xml.places import Places, sourceline, written

_SHORT, _SLIPPED = 40, 2
_DATES = frozenset({"when", "from", "to", "notBefore", "notAfter"})
"""Attributes that say nothing when they are empty, and are not lacking where they are not."""


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
    strayed: set[etree._Element] = field(default_factory=set)
    within: set[etree._Element] = field(default_factory=set)
    stray: dict[str, list[Diagnostic]] = field(default_factory=dict)
    due: list[tuple[tuple[str, ...], Diagnostic]] = field(default_factory=list)

    @cached_property
    def taken(self) -> set[str]:
        """The ids of the file."""
        return {element.get(XML_ID, "") for element in self.tree.iter(etree.Element)}

    @cached_property
    def year(self) -> int:
        """The year of the document, or 0."""
        date = self.tree.find(f".//{{{TEI}}}creation/{{{TEI}}}date")
        year = (date.get("when") or date.get("notBefore") or "")[:4] if date is not None else ""
        return int(year) if year.isdecimal() else 0

    def all(self) -> list[Diagnostic]:
        """Return what is wrong, one message for each cause.

        An element that may not stand where it does is not looked at for itself: it may be meant as another. What stands
        in it is, but for what is lacking there.
        """
        found = [diagnostic for element in self.tree.iter(etree.Element) for diagnostic in self._of(element)]
        for names, lacking in self.due:
            name = next((name for name in names if self.stray.get(name)), "")
            if name:
                # What lacks here stands elsewhere.
                strayed = self.stray[name].pop()
                found.remove(lacking)
                found[found.index(strayed)] = replace(strayed, hint=f"move it: {lacking.message}")
        return found

    def _of(self, element: etree._Element) -> Iterator[Diagnostic]:
        name, parent = etree.QName(element), element.getparent()
        rule = rules().get(name.localname) if name.namespace == TEI else None
        if parent is not None and (parent in self.strayed or parent in self.within):
            self.within.add(element)
        if name.namespace == TEI and name.localname != "TEI" and parent is None:
            yield strangers.outermost(self.places, element)
            rule = None
        elif rule is None:
            if parent is None or not spelling.strange(etree.QName(parent).localname, rules()):
                # What stands in a table or a figure goes with it.
                yield from strangers.unknown(self.places, element)
            right, row = spelling.meant(name.localname, rules()) if name.namespace == TEI else ("", {})
            rule = None if row else rules().get(right)
        if rule is not None and element not in self.strayed:
            yield from self._attributes(element, rule)
            yield from self._content(element, rule)
        yield from self._identified(element)

    def _attributes(self, element: etree._Element, rule: Rule) -> Iterator[Diagnostic]:
        given = {written(str(name)): str(value) for name, value in element.attrib.items()}
        meant = set(given)
        for name, value in given.items():
            if name not in rule.attributes:
                free = [known for known in rule.attributes if known not in given]
                right, hint = advice.attribute(element, rule, name, value, free)
                meant.add(right)
                fix = edits.attribute_renamed(self.places, element, name, right) if right else None
                if rule.name == "p" and hint.startswith(f"write <ab {name}="):
                    fix = edits.renamed(self.places, element, "ab")
                entry = advice.entry(rule.name, right, value)
                also = edits.valued(self.places, element, name, entry) if entry else None
                if fix and also:
                    hint, fix = f"write ref=“{entry}”", replace(fix, edits=(*fix.edits, *also.edits))
                message = f"<{rule.name}> has no attribute “{name}”"
                yield say("G103", message, self.places.attribute(element, name), hint, rule.name, fix)
                continue
            for doubt in values.refused(rule.name, name, value, self.ids, self.year):
                what = f"{name} of <{rule.name}>"
                message = f"{what} cannot be “{doubt.word}”" if doubt.word.strip() else f"{what} is empty"
                where = self.places.value(element, name, doubt.word if doubt.word != value else "")
                part = doubt.word if doubt.word != value else ""
                fix = edits.valued(self.places, element, name, doubt.right, part) if doubt.right else None
                if not value.strip() and name in _DATES:
                    fix = edits.dropped(self.places, element, name)
                yield say("G104", message, where, doubt.hint, rule.name, fix)
        missing = [name for name in rule.required if name not in meant]
        if missing and element not in self.within:
            names = " and ".join(f"“{name}”" for name in missing)
            hint = "; ".join(f"write {name}=“…”: {values.form(rule.attributes[name])}" for name in missing)
            message = f"<{rule.name}> lacks the attribute{'s' if missing[1:] else ''} {names}"
            fix = self._attributed(element, missing)
            yield say("G106", message, self.places.of(element), hint, rule.name, fix)

    def _content(self, element: etree._Element, rule: Rule) -> Iterator[Diagnostic]:
        children = list(_children(element, rule))
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
        run: list[Change] = []
        for change in found:
            if change.kind == "lacking":
                lacking.setdefault(change.index, []).append(change)
            elif change.kind == "moved":
                yield self._moving(rule, children, change)
            elif change not in loose:
                if run and not self._goes_on(children, run[-1].index, change.index):
                    yield self._misplaced(element, rule, children, run)
                    run = []
                run.append(change)
        if run:
            yield self._misplaced(element, rule, children, run)
        if element not in self.within:
            for due in lacking.values():
                yield self._lacking(element, rule, children, due)

    def _goes_on(self, children: Sequence[_Child], one: int, other: int) -> bool:
        """Tell whether two misplaced children follow each other: if so, something around them is amiss, not they."""
        return other == one + 1 or all(child.element is None for child in children[one + 1 : other])

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
        holding = holding or [name for name in rule.children if name in rules() and rules()[name].mixed]
        holding = [name for name in holding if name not in advice.ANYWHERE] or holding
        hint = f"put it into {advice.listed(holding, 'or')}" if holding else f"<{rule.name}> stays empty"
        if _slipped(child.words):
            hint = f"delete it if it slipped in, or {hint}"
        more = f", and in {len(loose) - 1} more of its parts" if loose[1:] else ""
        message = f"<{rule.name}> has text directly in it, which is not allowed: “{_short(child.words)}”{more}"
        fix = None
        if len(holding) == 1 and not loose[1:]:
            start = holding[0]
            start += f' xml:id="{edits.next_id(start, element, self.taken)}"' if start in homes.CITED else ""
            fix = edits.words_wrapped(self.places, element, child.after, child.words, start)
            fix = edits.unsure(fix) if _slipped(child.words) else fix
        return say("G105", message, self.places.words(element, child.after), hint, rule.name, fix)

    def _moving(self, rule: Rule, children: Sequence[_Child], change: Change) -> Diagnostic:
        child, other = children[change.index], children[change.to]
        assert child.element is not None
        message = f"<{child.symbol}> stands before <{other.symbol}> in <{rule.name}>"
        hint = f"it must stand after it: move <{child.symbol}>"
        fix = edits.moved(self.places, child.element, other.element) if other.element is not None else None
        return say("G105", message, self.places.of(child.element), hint, child.symbol, fix)

    def _misplaced(
        self, element: etree._Element, rule: Rule, children: Sequence[_Child], run: Sequence[Change]
    ) -> Diagnostic:
        """Tell of one child, or of several on end, that may not stand where they do."""
        change, child = run[0], children[run[0].index]
        assert child.element is not None
        # One that may stand in this element, but not at this place, is what it says.
        misplaced = [children[one.index] for one in run]
        self.within.update(one.element for one in misplaced if one.element is not None)
        self.strayed.update(
            one.element for one in misplaced if one.element is not None and one.symbol not in rule.children
        )
        name = child.symbol
        if change.kind == "instead":
            message = f"<{name}> stands in <{rule.name}> where <{change.expected[0]}> is due"
            hint = f"expected here: {advice.listed(change.expected)}"
            if name in rules()[change.expected[0]].children:
                hint = f"put it into <{change.expected[0]}>"
        else:
            message, hint = self._place(element, rule, children, change)
        if run[1:]:
            message += f", nor {'is' if len(run) == 2 else 'are'} the {_counted(len(run) - 1)} after it"
        symbols, elements = [one.symbol for one in children], [one.element for one in children]
        fix = None if run[1:] else homes.fix(self.places, rule, symbols, elements, change.index, self.taken)
        told = say("G105", message, self.places.of(child.element), hint, name, fix)
        if not run[1:]:
            self.stray.setdefault(name, []).append(told)
        return told

    def _place(
        self, element: etree._Element, rule: Rule, children: Sequence[_Child], change: Change
    ) -> tuple[str, str]:
        """Say why a child may not stand where it does, and where it might."""
        symbols = [child.symbol for child in children]
        name, index, child = symbols[change.index], change.index, children[change.index].element
        refused = f"<{name}> is not allowed in <{rule.name}>"
        if child is not None and name not in rule.children:
            return refused, homes.belonging(child, element)
        before = next((word for word in reversed(symbols[:index]) if word not in (TEXT, ANY)), "")
        after = next((word for word in symbols[index + 1 :] if word not in (TEXT, ANY)), "")
        model = rule.model
        for symbol in symbols[:index]:
            model = derivative(model, symbol) if derivative(model, symbol) is not NONE else model
        side = f" before <{after}>" if derivative(model, name) is not NONE and after else ""
        side = side or (f" after <{before}>" if before else "")
        hint = homes.move(rule, symbols, index) or spelling.instead(name, rule.name)
        return f"{refused}{side}", hint or f"expected here: {advice.listed(change.expected) or 'nothing more'}"

    def _attributed(self, element: etree._Element, missing: Sequence[str]) -> Fix | None:
        """Propose the language of a document: the one that is declared and that nothing else in the file is of."""
        if element.getparent() is not None or list(missing) != ["xml:lang"]:
            return None
        declared = [one.get("ident", "") for one in self.tree.iter(f"{{{TEI}}}language")]
        names = (XML_LANG, "mainLang", "otherLangs")
        spoken = " ".join(one.get(name) or "" for one in self.tree.iter(etree.Element) for name in names).split()
        left = [one for one in declared if one not in {*spoken, *(one.partition("-")[0] for one in spoken)}]
        return edits.given(self.places, element, "xml:lang", left[0]) if len(left) == 1 else None

    def _lacking(
        self, element: etree._Element, rule: Rule, children: Sequence[_Child], due: Sequence[Change]
    ) -> Diagnostic:
        index = due[0].index
        symbols = [child.symbol for child in children]
        one = due[0].expected[0]
        fitting = [
            other
            for other in dict.fromkeys(due[0].expected)
            if other == one or matches(rule.model, [*symbols[:index], other, *symbols[index:]])
        ]
        names = advice.listed(change.expected[0] for change in due) if due[1:] else advice.listed(fitting, "or")
        following = next((child for child in children[index:] if child.element is not None), None)
        before = next((child for child in reversed(children[:index]) if child.element is not None), None)
        place, where = "", self.places.end(element)
        if following is not None and following.element is not None:
            place, where = f" before <{following.symbol}>", self.places.of(following.element)
        elif before is not None:
            place = f" after <{before.symbol}>"
        name = due[0].expected[0]
        pattern = str(spelling.elsewhere("due", name).get("write", ""))
        others = [other for other in due[0].expected if other not in (*fitting, *advice.ANYWHERE)]
        hint = f"write {pattern}" if pattern else f"<{name}> is {rules()[name].meaning}"
        if others:
            hint += f"; here may also stand {advice.listed(others)}"
        fix = None
        offset = self.places.offset(following.element if following else None, element)
        if pattern and len(due) == 1 and offset >= 0:
            fix = Fix(f"add <{name}>", True, (Edit(offset, offset, pattern + self.places.indent(offset)),))
        elif not len(element) and not element.attrib:
            fix = edits.deleted(self.places, element)
        elif etree.QName(element).localname == "choice" and len(element) == 1:
            fix = edits.unwrapped(self.places, element)
        told = say("G106", f"<{rule.name}> lacks {names}{place}", where, hint, name, fix)
        if len(due) == 1:
            self.due.append((tuple(fitting), told))
        return told

    def _identified(self, element: etree._Element) -> Iterator[Diagnostic]:
        name = element.get(XML_ID)
        if name is None or self.ids.setdefault(name, element) is element:
            return
        message = f"xml:id “{name}” is taken: line {sourceline(self.ids[name])} has it"
        yield Diagnostic("G107", message, self.places.value(element, "xml:id"), "give it another")


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


def _slipped(words: str) -> bool:
    """Tell whether words are so few that a key may have been hit by chance; a figure mostly numbers an item."""
    return len(words.strip()) <= _SLIPPED and not any(map(str.isdigit, words))


def _counted(number: int) -> str:
    return "element" if number == 1 else f"{number} elements"


def _short(words: str) -> str:
    folded = " ".join(words.split())
    return folded if len(folded) <= _SHORT else f"{folded[: _SHORT - 1].rstrip()}…"
