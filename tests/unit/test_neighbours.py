"""The way from page to page, from fact files alone."""

import pytest

from teicable.edition.neighbours import Neighbour, links, neighbour
from teicable.errors import TeicableError


def test_a_document_is_named_by_its_facts():
    facts = b'<document id="x" lang="en" order="1950-05-14T05:30:00"><title>To Mao</title></document>'
    assert neighbour(facts) == Neighbour("1950-05-14T05:30:00", "x", "To Mao", "en")


def test_each_leads_to_the_one_before_and_the_one_after():
    known = [
        Neighbour("1950-07", "c", "C", "en"),
        Neighbour("1950-05", "a", "A", "de"),
        Neighbour("1950-05", "b", "B", "en"),
    ]
    found = links(known)
    assert found["a"] == {"next-href": "b.html", "next-title": "B", "next-lang": "en"}
    assert found["b"] == {
        "prev-href": "a.html",
        "prev-title": "A",
        "prev-lang": "de",
        "next-href": "c.html",
        "next-title": "C",
        "next-lang": "en",
    }
    assert set(found["c"]) == {"prev-href", "prev-title", "prev-lang"}
    assert links([known[0]]) == {"c": {}}


def test_a_broken_fact_file_is_refused():
    with pytest.raises(TeicableError, match="fact file"):
        neighbour(b"<document")
