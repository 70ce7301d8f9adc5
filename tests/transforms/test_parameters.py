"""Parameters are listed from the stylesheets, converted to their types, and refused when unknown."""

from __future__ import annotations

import pytest

from teicable.errors import ParameterError, TeicableError
from teicable.render.arguments import converted, pairs, settable
from teicable.render.rendering import Renderer
from teicable.xml.saxon import Parameter

DECLARED = [
    Parameter("title", "xs:string", False, ""),
    Parameter("brackets", "xs:boolean", False, ""),
    Parameter("depth", "xs:integer?", False, ""),
    Parameter("authorities", "document-node()?", False, ""),
]


def test_trees_are_not_listed():
    assert [parameter.name for parameter in settable(DECLARED)] == ["title", "brackets", "depth"]


def test_values_get_their_types():
    assert converted({"title": "1", "brackets": "no", "depth": "3"}, DECLARED) == {
        "title": "1",
        "brackets": False,
        "depth": 3,
    }


def test_unknown_name_proposes_a_near_one():
    with pytest.raises(ParameterError, match="“titel”") as caught:
        converted({"titel": "x"}, DECLARED)
    assert caught.value.hint == "did you mean “title”? known: brackets, depth, title"


@pytest.mark.parametrize(("name", "value"), [("brackets", "perhaps"), ("depth", "deep")])
def test_wrong_value_is_refused(name, value):
    with pytest.raises(ParameterError, match=value):
        converted({name: value}, DECLARED)


def test_pairs():
    assert pairs(["a=1", "b=x=y", "a=2"]) == {"a": "2", "b": "x=y"}
    with pytest.raises(ParameterError, match="NAME=VALUE"):
        pairs(["a"])


@pytest.mark.parametrize("target", ["html", "text"])
def test_every_parameter_is_documented_and_typed(renderer, target):
    listed = renderer.parameters(target)
    assert "lang" in [parameter.name for parameter in listed]
    for parameter in listed:
        assert parameter.description.endswith("."), parameter.name


def test_unknown_parameter_of_a_rendering(renderer, sample):
    with pytest.raises(ParameterError, match="tei-hreff"):
        renderer.render(sample("forms"), "html", {"tei-hreff": "x"})


def test_tree_parameters_cannot_be_given_as_strings(renderer, sample):
    with pytest.raises(ParameterError, match="authorities"):
        renderer.render(sample("forms"), "html", {"authorities": "x"})


def test_unknown_output():
    with pytest.raises(TeicableError, match="no output “htlm”"):
        Renderer(("htlm",))


def test_what_cannot_be_parsed_is_a_diagnostic(renderer):
    broken = renderer.render(b"<TEI>", "html", path="x.xml")
    assert broken.data == b""
    assert broken.diagnostics[0].code == "G001"
    hostile = b'<!DOCTYPE TEI [<!ENTITY e SYSTEM "file:///etc/passwd">]><TEI>&e;</TEI>'
    assert [d.code for d in renderer.render(hostile, "html").diagnostics] == ["G002"]
