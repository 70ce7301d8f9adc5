"""Merge three trees: what the machine wrote, what it writes now, what an editor made of the first.

The result is the editor's file with what the machine changed since. It begins as the editor's tree, so no word, comment
or line end of it is lost. Each change of the machine goes in whole or not at all; one that an editor's decision stands
against becomes a conflict. All of them together must leave a file that is no worse by grammar and rules than the
editor's, gives back the words of the source, and has lost nothing that the editor wrote: those that would not are
found by halving, and are conflicts too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from lxml import etree

from teicable.tei.decode import decode, own_words
from teicable.tei.merging import addresses, markup, records, sources
from teicable.tei.merging.chart import chart
from teicable.tei.merging.matching import digest, text_of
from teicable.tei.merging.work import Change, Conflict, Work, ticketed, unticketed
from teicable.tei.mixed import attributes, comment, local, put


@dataclass(frozen=True)
class Merged:
    """What came of it.

    Attributes:
        root: the editor's tree with what went in, with their tickets.
        done: what went in, a line each.
        conflicts: what did not.
        kept: how many decisions of the editor about the text stayed as they were.
    """

    root: etree._Element
    done: tuple[str, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    kept: int = 0


Judge = Callable[[etree._Element], Counter[str]]
"""Counts what is wrong with a tree, by kind."""


def nothing_wrong(root: etree._Element) -> Counter[str]:
    """Judge nothing."""
    return Counter()


def merge(
    base: etree._Element,
    new: etree._Element,
    edited: etree._Element,
    judge: Judge = nothing_wrong,
    known: Callable[[str], bool] | None = None,
) -> Merged:
    """Return the edited tree with what the machine changed from ``base`` to ``new``.

    Args:
        base: what conversion wrote, of which ``edited`` was made.
        new: what conversion writes now.
        edited: the editor's.
        judge: says what is wrong with a tree.
        known: tells whether an authority file has an id such as ``person:mao``; one it does not have was renamed.
    """
    if digest(base) == digest(new) or digest(new) == digest(edited):
        return Merged(ticketed(edited, "e"))
    if digest(base) == digest(edited) and not records.remarks(edited):
        return Merged(unticketed(deepcopy(new)), ("all that conversion gives now",))
    mine, theirs = ticketed(edited, "e"), ticketed(new, "n")
    addresses.declare(theirs, (base, mine))
    texts = markup.Texts(chart(base), chart(theirs), chart(mine))
    same = {other: one for one, other in texts.base_new.items()} | texts.kin | texts.new_edited
    addresses.settle(texts.new, same, theirs, addresses.ids(mine) | addresses.ids(base))
    names = renames(texts, theirs, known)
    changes = [
        *(_renaming(old, name, mine) for old, name in names.items()),
        *sources.words_changed(texts),
        *markup.attributes_changed(texts, names),
        *markup.elements_changed(texts),
        *records.changes(base, theirs, mine, names),
    ]
    ordered = sorted(changes, key=lambda change: change.rank)
    trial = _Trial(mine, theirs, judge)
    accepted = trial.accepted([change for change in ordered if change.certain])
    work, _ = trial.attempt(accepted)
    refused = [c for c in ordered if c not in accepted and c.telling]
    conflicts = tuple(dict.fromkeys(c.conflict for c in refused))
    return Merged(work.root, tuple(c.said for c in accepted), conflicts, texts.decisions)


def renames(texts: markup.Texts, new: etree._Element, known: Callable[[str], bool] | None) -> dict[str, str]:
    """Return the ids of authority files that have another name now: everywhere, and the old one is gone."""
    found: dict[str, set[str]] = {}
    for one, other in texts.base_new.items():
        before, after = one.get("ref", ""), other.get("ref", "")
        if ":" in before and before != after:
            found.setdefault(before, set()).add(after)
    left = {element.get("ref", "") for element in new.iter("*")}
    single = {old: names.pop() for old, names in found.items() if len(names) == 1 and old not in left}
    return {old: name for old, name in single.items() if name and (known is None or not known(old))}


def _renaming(old: str, name: str, edited: etree._Element) -> Change:
    count = sum(old in value.split() for element in edited.iter("*") for value in attributes(element).values())

    def do(work: Work) -> None:
        for element in work.root.iter("*"):
            for attribute, value in attributes(element).items():
                if old in value.split():
                    put(element, attribute, " ".join(name if part == old else part for part in value.split()))

    conflict = Conflict("ref", f"ref={name}", name, editor=f"ref={old}")
    return Change(f"{old} is now called {name} ({count} places)", conflict, do)


class _Trial:
    """Tries changes on copies of the edited tree, and looks at what comes of them."""

    def __init__(self, edited: etree._Element, new: etree._Element, judge: Judge) -> None:
        self.edited, self.judge = edited, judge
        self.source = decode(new).text

    def accepted(self, changes: Sequence[Change]) -> list[Change]:
        """Return the changes that can be made together; one may need another that stands in another half."""
        done = self._halved(changes, ())
        while left := [change for change in changes if change not in done]:
            more = self._halved(left, done)
            if len(more) == len(done):
                break
            done = more
        return [change for change in changes if change in done]

    def _halved(self, changes: Sequence[Change], before: Sequence[Change]) -> list[Change]:
        """Return which of some changes can be made besides those ``before``, and those."""
        work, done = self.attempt([*before, *changes])
        if self.sound(work.root):
            return done
        if len(changes) == 1:
            return list(before)
        half = len(changes) // 2
        return self._halved(changes[half:], self._halved(changes[:half], before))

    def attempt(self, changes: Sequence[Change]) -> tuple[Work, list[Change]]:
        """Make changes on a fresh copy; return those that could be made. One may have to wait for another."""
        work, waiting = Work(deepcopy(self.edited)), list(changes)
        while waiting:
            left = [change for change in waiting if not work.done(change)]
            if len(left) == len(waiting):
                break
            waiting = left
        failed = {id(change) for change in waiting}
        return work, [change for change in changes if id(change) not in failed]

    def sound(self, root: etree._Element) -> bool:
        """Tell whether a tree may stand in the place of the edited one."""
        if addresses.pointers(root) - addresses.ids(root) - self._dangling:
            return False
        if self._wrote - _wrote(root):
            return False
        text = decode(root).text
        if text != self.source and _distance(text, self.source) > self._far:
            return False
        return not self.judge(unticketed(deepcopy(root))) - self._wrong

    @cached_property
    def _dangling(self) -> set[str]:
        return addresses.pointers(self.edited) - addresses.ids(self.edited)

    @cached_property
    def _wrote(self) -> Counter[str]:
        return _wrote(self.edited)

    @cached_property
    def _far(self) -> int:
        return _distance(decode(self.edited).text, self.source)

    @cached_property
    def _wrong(self) -> Counter[str]:
        return self.judge(unticketed(deepcopy(self.edited)))


def own(root: etree._Element) -> Iterator[str]:
    """Yield what an editor wrote himself: words he answers for, comments, instructions, the history of the file."""
    for node in root.iter():
        if not isinstance(node.tag, str):
            yield comment(node)
        elif own_words(node) or local(node) == "revisionDesc":
            yield " ".join(text_of(node).split())


def _wrote(root: etree._Element) -> Counter[str]:
    return Counter(own(root))


def _distance(one: str, other: str) -> int:
    """Return how many words of two texts are not the same."""
    if one == other:
        return 0
    words = one.split(" "), other.split(" ")
    same = sum(block.size for block in SequenceMatcher(None, *words, autojunk=False).get_matching_blocks())
    return max(len(words[0]), len(words[1])) - same
