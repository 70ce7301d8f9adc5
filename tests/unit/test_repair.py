"""What is left of a content model after each child, and the fewest changes that make a content right."""

import pytest

from teicable.validation.patterns import EMPTY, NONE, TEXT, choice, derivative, first, group, many, name, rules
from teicable.validation.repair import ANY, changes, matches


def told(element, *children):
    return [(one.kind, one.index, one.expected[:1], one.to) for one in changes(rules()[element].model, children)]


def test_patterns_are_simplified():
    a, b = name("a"), name("b")
    assert choice(a, a, NONE) is a
    assert choice(a, choice(b, a)) is choice(a, b)
    assert group(EMPTY, a) is a
    assert group(a, NONE) is NONE
    assert many(many(a)) is many(a)
    assert derivative(many(a), "a") is choice(many(a), EMPTY)
    assert derivative(group(choice(a, EMPTY), b), "b") is EMPTY
    assert first(group(choice(a, EMPTY), b)) == ("a", "b")


@pytest.mark.parametrize(
    ("element", "children", "found"),
    [
        ("choice", ["corr", "sic"], [("moved", 0, ("corr",), 1)]),
        ("choice", ["sic"], [("lacking", 1, ("corr",), -1)]),
        ("choice", [], [("lacking", 0, ("sic",), -1), ("lacking", 0, ("corr",), -1)]),
        ("list", ["label", "item", "item"], [("lacking", 2, ("label",), -1)]),
        ("list", ["label", "item", "label"], [("lacking", 3, ("item",), -1)]),
        ("div", ["opener", "closer", "p"], [("surplus", 1, ("opener",), -1)]),
        ("div", ["p", TEXT, "closer"], [("surplus", 1, ("note",), -1)]),
        ("fileDesc", ["titleStmt", "sourceDesc", "publicationStmt"], [("moved", 1, (), 2)]),
        ("fileDesc", ["titleStmt", "p", "sourceDesc"], [("instead", 1, ("publicationStmt",), -1)]),
        ("fileDesc", ["titleStmt", ANY, "sourceDesc"], []),
        ("listPerson", ["p", "person", "p"], [("surplus", 0, ("head",), -1), ("surplus", 2, ("person",), -1)]),
    ],
)
def test_the_fewest_changes(element, children, found):
    assert told(element, *children) == [
        (kind, index, expected or told_any(element, children), to) for kind, index, expected, to in found
    ]


def told_any(element, children):
    return told(element, *children)[0][2]


def test_a_content_that_is_right_needs_none():
    for element, children in (("list", ["head", "item", "lb"]), ("p", [TEXT, "persName", TEXT]), ("lb", [])):
        assert matches(rules()[element].model, children)
        assert told(element, *children) == []


def test_a_long_content_is_searched_to_its_end():
    children = ["label", "item"] * 200
    assert told("list", *children, "item", *children, "item") == [
        ("lacking", 400, ("label",), -1),
        ("lacking", 801, ("label",), -1),
    ]


def test_above_a_bound_the_first_mistake_is_told():
    assert told("list", *(["item", "p"] * 8000)) == [("surplus", 1, ("note",), -1)]
