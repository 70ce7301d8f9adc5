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


STALIN, MAO, ZHOU = ("person:stalin", "Joseph Stalin"), ("person:mao", "Mao Zedong"), ("person:zhou", "Zhou Enlai")


def party(role, who, kind="person"):
    return f'<party role="{role}" kind="{kind}" ref="{who[0]}" name="{who[1]}">as the cable has it</party>'


def test_correspondents_are_known_by_their_entries_whatever_they_are_called():
    parties = party("from", STALIN) + party("to", MAO) + party("to", ZHOU) + party("copy", ("person:beria", "Beria"))
    unknown = '<party role="to" kind="person" ref="person:nobody">Nobody</party><party role="from">Roshchin</party>'
    place = party("to", ("place:peking", "Beijing"), "place")
    enclosed = f'<enclosed id="m1">{party("from", MAO)}{party("to", STALIN)}</enclosed>'
    facts = f'<document id="x" lang="en" order="1950"><title>T</title>{parties}{unknown}{place}{enclosed}</document>'
    assert neighbour(facts.encode()).exchanges == ((MAO, STALIN), (STALIN, ZHOU))


def test_an_exchange_leads_from_each_document_to_the_next_in_either_direction():
    known = [
        Neighbour("1950-01", "a", "A", "en", ((MAO, STALIN),)),
        Neighbour("1950-02", "b", "B", "en", ((STALIN, ZHOU),)),
        Neighbour("1950-03", "c", "C", "en", ((MAO, STALIN), (STALIN, ZHOU)), ("a", "gone")),
    ]
    found = {name: parameters.get("exchange", "") for name, parameters in links(known).items()}
    to_c = '<document side="next" href="c.html" lang="en" title="C"/>'
    assert found["a"] == (
        f'<exchange><between><pair one="Mao Zedong" other="Joseph Stalin"/>{to_c}</between>'
        '<answered><document href="c.html" lang="en" title="C"/></answered></exchange>'
    )
    assert found["b"] == (
        f'<exchange><between><pair one="Joseph Stalin" other="Zhou Enlai"/>{to_c}</between></exchange>'
    )
    assert [part.partition("/>")[0] for part in found["c"].split("<document ")[1:]] == [
        'side="prev" href="a.html" lang="en" title="A"',
        'side="prev" href="b.html" lang="en" title="B"',
        'href="a.html" lang="en" title="A"',
    ]


def test_pairs_with_the_same_neighbours_share_a_way():
    both = ((MAO, STALIN), (STALIN, ZHOU))
    found = links([Neighbour("1", "a", "A", "en", both), Neighbour("2", "b", "B", "en", both)])
    assert found["a"]["exchange"].count("<between>") == 1
    assert found["a"]["exchange"].count("<pair ") == 2
