"""How the documents lie in time, drawn above the chronology."""

from __future__ import annotations

import pytest
from lxml import etree, html

from teicable.model.declaration import Declaration
from teicable.render.site import site

SVG = "{http://www.w3.org/2000/svg}"
FACTS = (
    '<document id="d{n}" href="d{n}" status="draft" lang="en" order="{order}"><title>T</title>'
    "<date {date}>{order}</date></document>"
)


class Drawing:
    """The drawing above a chronology, with its marks by document."""

    def __init__(self, page: str) -> None:
        start, end = page.find("<svg"), page.find("</svg>")
        self.tree = etree.fromstring(page[start : end + 6])
        self.caption = html.document_fromstring(page).xpath("string(//figcaption)")
        marks = {link.get("href"): link.find(f"{SVG}rect") for link in self.tree.findall(f"{SVG}a")}
        self.classes = {href: mark.get("class") for href, mark in marks.items()}
        self.box = {
            href: tuple(float(mark.get(side)) for side in ("x", "y", "width", "height")) for href, mark in marks.items()
        }
        self.base = float(self.tree.find(f"{SVG}path").get("d")[3:].partition("H")[0])
        self.labels = [label.text for label in self.tree.iter(f"{SVG}text")]

    def apart(self) -> bool:
        """Return whether no mark covers another."""
        boxes = list(self.box.values())
        return not any(
            x < p + w and p < x + width and y < q + h and q < y + height
            for n, (x, y, width, height) in enumerate(boxes)
            for p, q, w, h in boxes[:n]
        )


@pytest.fixture
def drawn(renderer):
    """The drawing for documents of some days, hours, months or spans (1950-05-01/1950-05-09, ? if uncertain)."""

    def draw(*days: str) -> Drawing | None:
        made = []
        for n, day in enumerate(days):
            order, _, until = day.rstrip("?").partition("/")
            date = f'notBefore="{order}" notAfter="{until}"' if until else f'when="{order[:10]}"'
            date += ' cert="low"' if day.endswith("?") else ""
            made.append(FACTS.format(n=n, order=order, date=date).encode())
        page = site(renderer, made, Declaration(title="x"))["chronology.html"].decode()
        return Drawing(page) if "<svg" in page else None

    return draw


def test_each_document_is_a_mark_that_leads_to_its_page_and_covers_no_other(drawn):
    drawing = drawn("1950-11-02", "1950-11-02", "1950-11-30T04:00:00", "1951-01-01", "1951-01-02", "1952-02-03")
    assert list(drawing.box) == [f"d{n}.html" for n in range(6)]
    assert drawing.box["d0.html"][0] == drawing.box["d1.html"][0] < drawing.box["d2.html"][0]
    assert drawing.box["d0.html"][1] > drawing.box["d1.html"][1]
    assert drawing.apart()


def test_in_a_few_days_hours_are_told_apart_and_a_day_is_as_long_as_it_is(drawn):
    drawing = drawn(
        "1950-05-13T18:00:00", "1950-05-14T06:00:00", "1950-05-14T07:30:00", "1950-05-14", "1950-05-15T23:00:00"
    )
    evening, morning, later, day, last = (drawing.box[f"d{n}.html"] for n in range(5))
    assert evening[0] < morning[0] < later[0] < last[0]
    assert morning[2] == 4.5
    assert day[2] == pytest.approx(640 / 3, abs=2)
    assert drawing.apart()
    assert drawing.labels[:5] == ["00:00", "06:00", "12:00", "18:00", "13 May 1950"]


def test_what_is_not_known_to_the_day_lies_below_the_line_as_long_as_it_may(drawn):
    drawing = drawn("1950-05-01", "1950-05-14", "1950-06-20", "1950-05", "1950-05-10/1950-05-31?", "1950-06-24?")
    assert drawing.classes == {
        "d0.html": "day",
        "d1.html": "day",
        "d2.html": "day",
        "d3.html": "span",
        "d4.html": "span unsure",
        "d5.html": "day unsure",
    }
    month, span = drawing.box["d3.html"], drawing.box["d4.html"]
    assert month[1] > drawing.base
    assert month[2] == pytest.approx(31 / 55 * 640, abs=3)
    assert span[2] == pytest.approx(22 / 55 * 640, abs=3)
    assert all(drawing.box[f"d{n}.html"][1] < drawing.base for n in (0, 1, 2, 5))
    assert "Below the line" in drawing.caption
    assert "only outlined" in drawing.caption
    assert "Below" not in drawn(*(f"1950-05-0{n}" for n in range(1, 7))).caption


def test_a_month_does_not_stretch_the_axis_of_a_few_days(drawn):
    drawing = drawn("1950-05-13", "1950-05-14", "1950-05-15", "1950-05-16", "1950-05")
    assert drawing.box["d4.html"][:1] == (0,)
    assert drawing.box["d4.html"][2] == pytest.approx(640, abs=2)
    assert "May 1950" in drawing.labels


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([f"1950-05-{n:02}" for n in range(1, 16)], ["1", "May 1950", "2", "3"]),
        ([f"1950-0{n}-15" for n in range(1, 8)], ["21", "1", "February 1950", "11", "21"]),
        ([f"1950-{n:02}-15" for n in range(1, 13)], ["January", "1950", "April", "July", "October"]),
        ([f"{year}-05-14" for year in (1945, 1950, 1950, 1961, 1970)], ["1945", "1950", "1955", "1960", "1965"]),
    ],
)
def test_the_axis_says_days_months_or_years_as_there_is_room(drawn, days, expected):
    assert drawn(*days).labels[: len(expected)] == expected


def test_of_a_thousand_documents_none_is_lost_and_the_drawing_stays_low(drawn):
    drawing = drawn(*(f"195{n % 3}-{1 + n % 12:02}-{1 + n % 28:02}" for n in range(1000)))
    assert len(drawing.box) == 1000
    assert drawing.base <= 155
    assert drawing.apart()


def test_undated_documents_are_counted(drawn):
    assert "undated: 2." in drawn(*(f"1950-05-0{n}" for n in range(1, 7)), "9999", "9999--08-31").caption


def test_it_is_passed_over_by_keyboard_and_ear_for_the_list_says_the_same(drawn):
    drawing = drawn(*(f"{year}-05-14" for year in range(1945, 1951)))
    assert drawing.tree.get("aria-hidden") == "true"
    assert {link.get("tabindex") for link in drawing.tree.iter(f"{SVG}a")} == {"-1"}


def test_where_there_is_little_to_see_nothing_is_drawn(drawn):
    assert drawn("1950-05-14", "1951-05-14", "1952-05-14") is None
    assert drawn(*["1950-05-14"] * 9) is None
    assert drawn("9999", "9999", "9999", "9999", "9999") is None
