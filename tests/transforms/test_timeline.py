"""How the documents lie in time, drawn above the chronology."""

from __future__ import annotations

import pytest
from lxml import etree

from teicable.model.declaration import Declaration
from teicable.render.site import site

SVG = "{http://www.w3.org/2000/svg}"
FACTS = (
    '<document id="d{n}" href="d{n}" status="draft" lang="en" order="{day}"><title>T</title>'
    '<date when="{day}">{day}</date></document>'
)


@pytest.fixture
def drawn(renderer):
    """The drawing for documents of some days, or nothing."""

    def draw(*days: str) -> etree._Element | None:
        made = [FACTS.format(n=number, day=day).encode() for number, day in enumerate(days)]
        page = site(renderer, made, Declaration(title="x"))["chronology.html"].decode()
        start, end = page.find("<svg"), page.find("</svg>")
        return None if start < 0 else etree.fromstring(page[start : end + 6])

    return draw


def labels(drawing: etree._Element) -> list[str]:
    return [label.text for label in drawing.iter(f"{SVG}text")]


def test_each_document_is_a_mark_in_its_month_and_leads_to_its_page(drawn):
    drawing = drawn("1950-11-02", "1950-11-30T04:00:00", "1951-01-01", "1951-01-02", "1951-02", "1952")
    marks = drawing.findall(f"{SVG}a")
    assert [mark.get("href") for mark in marks] == ["d0.html", "d1.html", "d2.html", "d3.html", "d4.html"]
    places = [mark.find(f"{SVG}rect").get("x") for mark in marks]
    assert places[0] == places[1] != places[2] == places[3] != places[4]
    assert len({mark.find(f"{SVG}rect").get("y") for mark in marks[:2]}) == 2
    assert labels(drawing) == ["1951"]


def test_an_edition_of_many_years_has_a_column_for_each(drawn):
    drawing = drawn(*(f"{year}-05-14" for year in (1945, 1950, 1950, 1961, 1970)))
    assert labels(drawing) == ["1945", "1950", "1955", "1960", "1965", "1970"]


def test_too_many_documents_for_marks_are_bars_that_lead_into_the_list(drawn):
    drawing = drawn(*["1950-05-14"] * 60, "1951-01-01", "1956-01-01")
    bars = drawing.findall(f"{SVG}a")
    assert [(bar.get("href"), bar.find(f"{SVG}title").text) for bar in bars] == [
        ("#y1950", "1950: 60"),
        ("#y1951", "1951: 1"),
        ("#y1956", "1956: 1"),
    ]


def test_it_is_passed_over_by_keyboard_and_ear_for_the_list_says_the_same(drawn):
    drawing = drawn(*(f"{year}-05-14" for year in range(1945, 1951)))
    assert drawing.get("aria-hidden") == "true"
    assert {link.get("tabindex") for link in drawing.iter(f"{SVG}a")} == {"-1"}


def test_where_there_is_little_to_see_nothing_is_drawn(drawn):
    assert drawn("1950-05-14", "1951-05-14", "1952-05-14") is None
    assert drawn(*["1950-05-14"] * 9) is None
    assert drawn("9999", "9999", "9999", "9999", "9999") is None
