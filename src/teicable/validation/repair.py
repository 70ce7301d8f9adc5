"""Find the fewest changes that would make the content of an element right: what is too much, what is lacking.

A search over the states of the content model, cheapest first. What matches costs nothing; a child that is lacking costs
a little less than one too many, because a form that was forgotten is commoner than one that was invented; a child that
stands in the place of another costs more than either, and less than both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from itertools import count

from teicable.validation.patterns import NONE, TEXT, Pattern, derivative, first

ANY = ""
"""A child of whose name nothing is known: it may be whatever the grammar expects."""
_LACKING, _TOO_MANY, _INSTEAD, _GUESS = 1.0, 1.05, 1.6, 0.01
_MOST_STATES = 20_000
"""Above this the search would take long: only the first child in the wrong place is told."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change.

    Attributes:
        kind: ``surplus`` (the child should not be here), ``lacking`` (another is due before it), ``instead`` (another
            is due in its place), ``moved`` (it comes too early: it is due after the child ``to``).
        index: of the child; their number for the end of the element.
        expected: names that may stand here, in the order of the specification; for ``lacking`` and ``instead`` the
            first is the one that makes the content right.
        to: the index of another child.
    """

    kind: str
    index: int
    expected: tuple[str, ...]
    to: int = -1


@dataclass(frozen=True, slots=True)
class _State:
    index: int
    model: Pattern
    change: Change | None = None
    before: _State | None = None


def changes(model: Pattern, children: Sequence[str]) -> list[Change]:
    """Return the changes by which ``children`` (names, ``#text``, ``ANY``) would match, in their order."""
    heap: list[tuple[float, int, _State]] = [(0.0, 0, _State(0, model))]
    numbers = count(1)
    settled: set[tuple[int, Pattern]] = set()
    while heap:
        cost, _, state = heappop(heap)
        if (state.index, state.model) in settled:
            continue
        settled.add((state.index, state.model))
        if state.index == len(children) and state.model.nullable:
            return _tied(_path(state), children)
        if len(settled) > _MOST_STATES:
            break
        for more, following in _steps(state, children):
            if following.model is not NONE and (following.index, following.model) not in settled:
                heappush(heap, (cost + more, next(numbers), following))
    return _first(model, children)


def matches(model: Pattern, children: Sequence[str]) -> bool:
    """Return whether a content is right as it is."""
    for child in children:
        model = derivative(model, child)
    return model.nullable


def _steps(state: _State, children: Sequence[str]) -> list[tuple[float, _State]]:
    index, model = state.index, state.model
    due = first(model)
    lacking = [
        (_LACKING, _State(index, derivative(model, name), Change("lacking", index, (name, *due)), state))
        for name in due
        if name != TEXT
    ]
    if index == len(children):
        return lacking
    child = children[index]
    if child == ANY:
        free = [(_GUESS, _State(index + 1, derivative(model, name), None, state)) for name in due]
        return [*free, (2 * _GUESS, _State(index + 1, model, None, state)), *lacking]
    surplus = (_TOO_MANY, _State(index + 1, model, Change("surplus", index, due), state))
    after = derivative(model, child)
    if after is not NONE:
        return [(0.0, _State(index + 1, after, None, state)), surplus, *lacking]
    instead = [
        (_INSTEAD, _State(index + 1, derivative(model, name), Change("instead", index, (name, *due)), state))
        for name in due
        if name != TEXT and child != TEXT
    ]
    return [surplus, *lacking, *instead]


def _path(state: _State) -> list[Change]:
    found: list[Change] = []
    step: _State | None = state
    while step is not None:
        if step.change is not None:
            found.append(step.change)
        step = step.before
    return found[::-1]


def _tied(found: list[Change], children: Sequence[str]) -> list[Change]:
    """Tell as one move what is too much in one place and lacking in another."""
    for surplus in (change for change in found if change.kind == "surplus"):
        for lacking in (change for change in found if change.kind == "lacking"):
            if lacking.expected[0] != children[surplus.index]:
                continue
            early, late = sorted((surplus.index, lacking.index))
            # Too late: the children from the gap on come too early. Too early: the child itself does.
            after = late if surplus.index > lacking.index else late - 1
            move = Change("moved", early, surplus.expected, after)
            rest = [change for change in found if change not in (surplus, lacking)]
            return _tied(sorted([*rest, move], key=lambda change: change.index), children)
    return found


def _first(model: Pattern, children: Sequence[str]) -> list[Change]:
    for index, child in enumerate(children):
        after = derivative(model, child)
        if after is NONE:
            return [Change("surplus", index, first(model))]
        model = after
    return [Change("lacking", len(children), first(model))]
